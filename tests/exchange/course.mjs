// The compiled course, as the readers compare with it.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The course of an out folder. */
export function course(folder) {
  return JSON.parse(readFileSync(join(folder, "course.json"), "utf8"));
}

/** What `course export FORMAT ID` has written. */
export function exported(folder, format, id) {
  return readFileSync(join(folder, format, id.replaceAll("/", "-")));
}

/** The words of a line, single spaces between them. */
export function words(line) {
  const span = (span) => span.text ?? span.emphasis ?? span.strong ?? span.link?.text ?? "";
  return folded(line.map(span).join(""));
}

export function folded(text) {
  return text.trim().split(/[ \t\r\n]+/).join(" ");
}

/** The ids of the claims that the lines rest on. */
export function claims(...lines) {
  return [...new Set(lines.flat().flatMap((span) => span.claim ?? []))];
}

/** The claims of a quiz item. */
export function claimsOfItem(item) {
  return claims(item.ask, ...item.options.flatMap((option) => [option.text, option.why]));
}

/** Collects what differs; `done` says it and ends. */
export class Findings {
  constructor(format) {
    this.format = format;
    this.found = [];
    this.compared = 0;
  }

  same(where, read, meant) {
    this.compared += 1;
    if (JSON.stringify(read) !== JSON.stringify(meant)) {
      this.found.push(`${where}: read ${JSON.stringify(read)}, meant ${JSON.stringify(meant)}`);
    }
  }

  holds(where, condition, reason) {
    this.compared += 1;
    if (!condition) this.found.push(`${where}: ${reason}`);
  }

  done(what, ...readers) {
    const named = readers.map((reader) => {
      const { version } = JSON.parse(readFileSync(new URL(`node_modules/${reader}/package.json`, import.meta.url)));
      return `${reader} ${version}`;
    });
    for (const line of this.found) console.log(`exchange: ${this.format} ${line}`);
    if (this.compared === 0) console.log(`exchange: ${this.format} nothing was compared`);
    if (this.found.length > 0 || this.compared === 0) process.exit(1);
    console.log(`exchange: ${this.format} ${what}, ${this.compared} comparisons, read by ${named.join(" and ")} ok`);
  }
}
