// Twee 3, read by extwee.
//
//   node twee.mjs FOLDER…

import { parseTwee, parseTwine2HTML } from "extwee";
import { Findings, claims, course, exported, words } from "./course.mjs";

const findings = new Findings("twee");
const LINK = /\[\["((?:[^"\\]|\\.)*)"\|([^\][]+)\](?:\[([^\][]*)\])?\]/g;
const ifids = new Set();
let scenarios = 0;

for (const folder of process.argv.slice(2)) {
  const whole = course(folder);
  for (const scenario of whole.scenarios) {
    const story = parseTwee(exported(folder, "twee", scenario.id).toString("utf8"));
    compare(scenario, story, whole);
    scenarios += 1;
  }
}
findings.done(`${scenarios} scenarios`, "extwee");

/** A passage as SugarCube shows it: its links apart, its other words as they are read. */
function shown(text) {
  const links = [...text.matchAll(LINK)].map(([all, words, to, sets]) => {
    const line = text.split("\n").find((line) => line.includes(all));
    const [, condition] = line.match(/^<<if (.*?)>>\[\[/) ?? [];
    return { words: JSON.parse(`"${words}"`), to, sets: facts(sets, ";", " to true"), ...conditions(condition) };
  });
  const verbatim = [];
  // What stands bare, with a sign for what does not.
  const bare = text
    .replace(/<nowiki>([^]*?)<\/nowiki>/g, (_, words) => `\u0001${verbatim.push(words) - 1}\u0002`)
    .replace(LINK, (_, words) => `\u0001${verbatim.push(JSON.parse(`"${words}"`)) - 1}\u0002`)
    .replace(/<<if [^>]*>>|<<\/if>>\\|<<link "Start again">><<run Engine\.restart\(\)>><<\/link>>|<<return "Back">>/g, "");
  const words = bare.replace(/\u0001(\d+)\u0002/g, (_, index) => verbatim[index]);
  return { links, bare, words };
}

function facts(text, between, after = "") {
  const list = text ? text.split(between).map((fact) => fact.trim()) : [];
  return list.map((fact) => fact.replace(/^\$fact_/, "").replaceAll("_", "-").slice(0, after ? -after.length : undefined));
}

function conditions(condition) {
  const all = facts(condition, " and ");
  const not = "not $fact-";
  return {
    needs: all.filter((fact) => !fact.startsWith(not)),
    unless: all.filter((fact) => fact.startsWith(not)).map((fact) => fact.slice(not.length)),
  };
}

function compare(scenario, story, whole) {
  const { id } = scenario;
  const passages = new Map(story.passages.map(({ name, tags, text }) => [name, { tag: tags.join(" "), ...shown(text) }]));
  findings.same(id, [story.name, story.format], [scenario.home_title ?? scenario.title, "SugarCube"]);
  findings.holds(id, /^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/.test(story.IFID), story.IFID);
  findings.same(`${id}: names are used once`, passages.size, story.passages.length);
  ifids.add(story.IFID);
  findings.same(`${id}: IFIDs are used once`, ifids.size, scenarios + 1);

  const turns = [...new Set(scenario.lines.map((line) => line.at))];
  for (const turn of turns) {
    const passage = passages.get(turn);
    if (!passage) {
      findings.holds(`${id} ${turn}`, false, "there is no such passage");
      continue;
    }
    const lines = scenario.lines.filter((line) => line.at === turn);
    const meant = lines.map((line) => ({
      words: words(line.say),
      to: line.help ? `line/${line.id.split("/").at(-1)}` : line.go,
      sets: line.sets,
      needs: line.needs,
      unless: line.unless,
    }));
    const out = { words: words(scenario.any_time.say), to: scenario.any_time.go, sets: [], needs: [], unless: [] };
    findings.same(`${id} ${turn}`, passage.links, [...meant, out]);
    sourced(`${id} ${turn}`, passage, lines.map((line) => line.say));
  }
  for (const line of scenario.lines.filter((line) => line.help)) {
    const links = passages.get(`line/${line.id.split("/").at(-1)}`)?.links.map((link) => link.to) ?? [];
    for (const to of [line.help, line.go, scenario.any_time.go]) {
      findings.holds(line.id, links.includes(to), `nothing leads to ${to}`);
    }
  }
  for (const ending of scenario.endings) {
    const passage = passages.get(ending.name);
    const where = `${id} ${ending.name}`;
    findings.same(where, passage?.tag, ending.kind);
    const told = ending.text_a || ending.text_b ? [ending.text_a ?? ending.text, ending.text_b ?? ending.text] : [ending.text];
    const debrief = scenario.debrief.flatMap(lines);
    says(where, passage, [...told, ...debrief, ...scenario.help.map((door) => door.text)]);
    sourced(where, passage, [...told, ...debrief, ...scenario.help.map((door) => door.text)]);
  }
  const begin = passages.get("The story");
  says(`${id} begin`, begin, [...scenario.situation, ...scenario.safety].flatMap(lines));
  for (const { name, ...role } of [scenario.a, scenario.b]) {
    says(`${id} ${name}`, passages.get(`Card ${name}`), [role.you, role.hope, role.worry, role.limit]);
  }
  if (scenario.gate) {
    const gate = passages.get("Check first");
    says(`${id} gate`, gate, [scenario.gate.question, ...scenario.gate.body.flatMap(lines)]);
    findings.same(`${id} gate`, gate.links.map((link) => link.to), scenario.gate.doors.map((door) => door.to ?? "The story"));
  }
  findings.same(`${id} start`, story.start, scenario.gate ? "Check first" : "The story");
  if (scenario.setup) {
    const begins = begin.links.filter((link) => link.to === scenario.start);
    findings.same(`${id} setup`, begins.map((link) => link.sets), scenario.setup.options.map((option) => option.sets));
  }
  reached(id, story.start, passages);
  for (const [name, { bare, links }] of passages) {
    if (name === "StoryData" || name === "StoryTitle") continue;
    const mark = bare.match(/<|\[\[|\$|_|~~|\^\^|@@|\{\{\{|==|''|\/\/|--|"""|\\|&|`|^[!#>|]/m);
    findings.holds(`${id} ${name}`, !mark, `${mark?.[0]} would mean something to SugarCube`);
    for (const { to } of links) findings.holds(`${id} ${name}`, passages.has(to), `a link leads nowhere: ${to}`);
    if (name.startsWith("help/")) {
      const card = whole.help.find((card) => card.id === name);
      says(`${id} ${name}`, { words: passages.get(name).words }, [...card.lead, ...card.parts.flatMap((part) => part.body)].flatMap(lines));
    }
  }
  // As a published story for Twine, and back: nothing is lost on the way.
  const again = parseTwine2HTML(story.toTwine2HTML());
  const texts = (story) => story.passages.map(({ name, text }) => [name, text.trim()]).sort();
  findings.same(`${id} as HTML for Twine`, texts(again), texts(story));
}

/** Every passage can be reached, and from every one that is part of the talk there is a way to leave safely. */
function reached(id, start, passages) {
  const seen = new Set([start]);
  for (const name of seen) for (const { to } of passages.get(name)?.links ?? []) seen.add(to);
  for (const [name, { tag, links }] of passages) {
    if (name === "StoryData" || name === "StoryTitle") continue;
    findings.holds(`${id} ${name}`, seen.has(name), "nothing leads here");
    const safe = links.some(({ to }) => passages.get(to)?.tag === "left-safely");
    findings.holds(`${id} ${name}`, tag !== "turn" || safe, "there is no safe way out");
  }
}

function lines(block) {
  return block.bullets ?? [block.paragraph];
}

function says(where, passage, all) {
  for (const line of all) findings.holds(where, passage?.words.includes(words(line)), `does not say: ${words(line)}`);
}

function sourced(where, passage, all) {
  findings.same(`${where} sources`, passage?.words.includes("Sources: "), claims(...all).length > 0);
}
