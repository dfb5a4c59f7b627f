// HTML to be printed, read by parse5 and judged by html-validate.
//
//   node html.mjs FOLDER…

import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import { Findings, claims, course, exported, folded, words } from "./course.mjs";

const findings = new Findings("html");
const judge = new HtmlValidate({ root: true, extends: ["html-validate:recommended", "html-validate:a11y"] });
const STATES = {
  "needs-clinician": "A clinician has yet to decide on this.",
  unreviewed: "Not yet approved by a clinician.",
  approved: "Approved by a clinician.",
};
const MONTHS = "January February March April May June July August September October November December".split(" ");
let pages = 0;

for (const folder of process.argv.slice(2)) {
  const whole = course(folder);
  const help = (id) => whole.help.find((card) => card.id === id);
  for (const chapter of whole.chapters) {
    await compare(folder, whole, chapter.id, chapter.home_title ?? chapter.title, [chapter.title, ...chapter.units.flatMap(ofUnit)]);
  }
  for (const scenario of whole.scenarios) {
    await compare(folder, whole, scenario.id, scenario.home_title ?? scenario.title, ofScenario(scenario));
  }
  await compare(folder, whole, whole.plan.id, whole.plan.share_title, ofPlan(whole.plan));

  function ofUnit(unit) {
    return [unit.title, unit.goal, ...unit.cards.flatMap((card) => marked(card, ofCard(card)))];
  }

  function ofCard({ kind }) {
    const [[name, card]] = Object.entries(kind);
    switch (name) {
      case "gate":
        return [card.question, ...prose(card.body), ...card.doors.flatMap(ofDoor)];
      case "read":
        return [card.title, ...prose(card.body)];
      case "exchange":
        return [card.title, card.scene, ...card.lines.map((line) => line.say), card.notice];
      case "check":
        return [card.question, ...card.options.map(({ text }) => text), ...card.options.map(({ why }) => why), card.again];
      case "steps":
        return [card.title, ...card.steps.flatMap((step) => marked(step, [step.text]))];
      case "table":
        return [card.title, ...card.columns, ...card.rows.flatMap((row) => marked(row, row.cells))];
      case "reflect":
        return [card.prompt, card.hint];
      case "practise":
        return [card.body];
    }
  }

  function ofDoor(door) {
    return [door.text, door.to ? help(door.to).title : "go on"];
  }

  function ofScenario(scenario) {
    const { gate, setup, any_time } = scenario;
    const role = ({ name, you, hope, worry, limit }) => [name, you, hope, worry, limit, any_time.say];
    return [
      scenario.title,
      ...(gate ? [gate.question, ...prose(gate.body), ...gate.doors.flatMap(ofDoor)] : []),
      ...prose(scenario.situation),
      ...prose(scenario.safety),
      ...(setup ? [setup.ask, ...setup.options.map((option) => option.text)] : []),
      ...role(scenario.a),
      ...role(scenario.b),
    ];
  }
}
findings.done(`${pages} pages`, "parse5", "html-validate");

function ofPlan(plan) {
  const asked = [plan.when, plan.place, plan.opening, plan.offer, plan.exit];
  return [plan.title, ...prose(plan.before), ...asked.flatMap(({ label, ask, hint }) => [label, ask, hint])];
}

function prose(blocks) {
  return blocks.flatMap((block) => block.bullets ?? [block.paragraph]);
}

/** Texts of a part, with whether it or a part of it awaits a clinician. */
function marked(part, texts) {
  return texts.map((entry) => ({ text: entry.text ?? entry, needs: part.needs_clinician || (entry.needs ?? false) }));
}

/** `texts` in the order in which they stand on the page: words, lines of the course, or either with a mark. */
async function compare(folder, whole, id, title, texts) {
  const html = exported(folder, "html", id).toString("utf8");
  pages += 1;
  const faults = [];
  const document = parse(html, { onParseError: (error) => faults.push(error), sourceCodeLocationInfo: true });
  findings.same(`${id}: parse errors`, faults.map(({ code, startLine }) => `${startLine}: ${code}`), []);
  const { results } = await judge.validateString(html);
  const said = results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`));
  findings.same(`${id}: html-validate`, said, []);

  const all = [...elements(document)];
  const named = (name) => all.filter((element) => element.tagName === name);
  const attribute = (element, name) => element.attrs.find((attr) => attr.name === name)?.value;
  findings.same(id, attribute(named("html")[0], "lang"), whole.language);
  findings.same(`${id}: title`, words1(named("title")[0]), title);
  for (const forbidden of ["script", "link", "img", "iframe", "object", "embed", "base", "form", "audio", "video"]) {
    findings.same(`${id}: ${forbidden}`, named(forbidden).length, 0);
  }
  const style = words1(named("style")[0]);
  findings.holds(id, style.includes("@media print") && !/url\(|@import|expression/.test(style), "its style sheet is not for print or leads out");
  const ids = all.map((element) => attribute(element, "id")).filter(Boolean);
  for (const element of all) {
    for (const { name, value } of element.attrs) {
      const leads = ["src", "href", "action", "data", "style"].includes(name) || name.startsWith("on");
      findings.holds(id, !leads || (name === "href" && ids.includes(value.slice(1))), `${name}=${value} leads out or nowhere`);
    }
  }

  const body = named("main")[0];
  const text = words1(body);
  let at = 0;
  for (const entry of texts) {
    const line = entry.text ?? entry;
    const meant = typeof line === "string" ? folded(line) : words(line);
    const found = text.indexOf(meant, at);
    findings.holds(id, found >= 0, `does not say here: ${meant}`);
    if (found < 0) continue;
    const between = text.slice(at, found).includes("A clinician has not approved this part yet.");
    if (entry.needs === false) findings.holds(id, !between, `says that a clinician has not approved: ${meant}`);
    at = found + meant.length;
  }
  marks(id, text, texts);
  const lines = texts.map((entry) => entry.text ?? entry).filter((line) => typeof line !== "string");
  const helps = whole.help.filter((card) => ids.includes(card.id.replaceAll("/", "-")));
  const cards = helps.flatMap((card) => [...prose(card.lead), ...card.parts.flatMap((part) => prose(part.body))]);
  for (const line of cards) findings.holds(id, text.includes(words(line)), `does not say: ${words(line)}`);
  facts(id, whole, named("li").filter((li) => attribute(li, "id")?.startsWith("fact-")), claims(...lines), claims(...cards));

  function facts(id, whole, items, first, more) {
    const order = items.map((item) => attribute(item, "id").slice("fact-".length));
    findings.same(`${id}: facts`, order.slice(0, first.length), first);
    findings.same(`${id}: facts`, [...order].sort(), [...new Set([...first, ...more])].sort());
    items.forEach((item, index) => {
      const claim = whole.claims.find((claim) => claim.id === order[index]);
      const shown = words1(item);
      const [year, month, day] = claim.checked.split("-").map(Number);
      const sources = claim.sources.map((key) => whole.sources.find((source) => source.key === key));
      const meant = [claim.text, `Checked ${day} ${MONTHS[month - 1]} ${year}.`, STATES[claim.review]];
      for (const { publisher, title, dated } of sources) meant.push(`${publisher}, ${title} (${dated})`);
      for (const part of meant) findings.holds(`${id} ${claim.id}`, shown.includes(folded(part)), `does not say: ${part}`);
    });
  }
}

/** As many marks as runs of texts that await a clinician. */
function marks(id, text, texts) {
  const meant = texts.filter((entry, index) => entry.needs && !(texts[index - 1]?.needs ?? false)).length;
  const count = text.split("A clinician has not approved this part yet.").length - 1;
  findings.holds(id, count >= meant, `${count} parts are marked as not approved, at least ${meant} are meant`);
}

function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
}

/** What is read, without the numbers of facts. */
function words1(node) {
  const text = (node) => (node.tagName === "sup" ? "" : node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(text).join(""));
  return folded(text(node));
}
