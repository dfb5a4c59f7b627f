// H5P, unpacked, validated and held to the fields of its libraries by @lumieducation/h5p-server.
//
//   node h5p.mjs FOLDER…
//
// The libraries themselves are in no registry. h5p-semantics.json says, in their own form, which of their fields we write
// and what each may hold; a field that is not there is a finding.

import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFragment } from "parse5";
import { Findings, claimsOfItem, course, words } from "./course.mjs";

const require = createRequire(import.meta.url);
const server = (name) => require(`@lumieducation/h5p-server/build/src/${name}.js`).default;
const [Validator, Importer, Enforcer] = ["PackageValidator", "PackageImporter", "SemanticsEnforcer"].map(server);
const { H5PConfig } = require("@lumieducation/h5p-server");

const semantics = JSON.parse(await readFile(process.env.H5P_SEMANTICS ?? new URL("h5p-semantics.json", import.meta.url), "utf8"));
const of = ({ machineName, majorVersion, minorVersion }) => semantics[`${machineName}-${majorVersion}.${minorVersion}`];
const libraries = { getSemantics: async (name) => of(name), libraryExists: async (name) => Boolean(of(name)), isPatchedLibrary: async () => false };
const validator = new Validator(new H5PConfig(undefined), libraries);
const findings = new Findings("h5p");
const ids = new Set();
let items = 0;

for (const folder of process.argv.slice(2)) {
  for (const quiz of course(folder).quizzes) {
    const unpacked = await mkdtemp(join(tmpdir(), "h5p-"));
    try {
      const file = join(folder, "h5p", quiz.id.replaceAll("/", "-"));
      await validator.validateFileSizes(file);
      await Importer.extractPackage(file, unpacked, { includeContent: true, includeLibraries: true, includeMetadata: true });
      findings.same(quiz.id, (await readdir(unpacked)).sort(), ["content", "h5p.json"]);
      findings.same(`${quiz.id}: valid`, Boolean(await validator.validateExtractedPackage(unpacked, true, false)), true);
      await compare(quiz, await json(unpacked, "h5p.json"), await json(unpacked, "content/content.json"), course(folder));
    } catch (error) {
      findings.holds(quiz.id, false, error.message);
    } finally {
      await rm(unpacked, { recursive: true });
    }
    items += quiz.items.length;
  }
}
findings.done(`${items} items`, "@lumieducation/h5p-server");

async function json(folder, name) {
  return JSON.parse(await readFile(join(folder, name), "utf8"));
}

async function compare(quiz, meta, content, whole) {
  findings.same(quiz.id, [meta.title, meta.language, meta.mainLibrary], [quiz.home_title ?? quiz.title, whole.language, "H5P.QuestionSet"]);
  const main = meta.preloadedDependencies.find(({ machineName }) => machineName === meta.mainLibrary);
  const named = meta.preloadedDependencies.map(({ machineName, majorVersion, minorVersion }) => `${machineName} ${majorVersion}.${minorVersion}`);
  const used = new Set(content.questions.map(({ library }) => library));
  findings.same(`${quiz.id}: libraries`, named.slice(1).sort(), [...used].sort());

  fields(quiz.id, content, of(main));
  // What the server keeps of it is what was there: it takes out what a library does not know.
  const kept = structuredClone(content);
  await new Enforcer(libraries).enforceSemanticStructure(kept, main);
  findings.same(`${quiz.id}: kept`, decoded(kept), decoded(content));

  findings.same(quiz.id, content.questions.length, quiz.items.length);
  quiz.items.forEach((item, index) => ofItem(item, content.questions[index]));
}

function ofItem(item, { library, params, subContentId, metadata }) {
  findings.holds(item.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(subContentId), subContentId);
  findings.holds(item.id, !ids.has(subContentId), "its subContentId is used twice");
  ids.add(subContentId);
  findings.same(item.id, metadata.title, item.id);
  findings.same(item.id, read(params.question), words(item.ask));
  const sourced = claimsOfItem(item).length > 0;
  if (item.kind === "true-false") {
    const right = item.options.find((option) => option.right);
    const wrong = item.options.find((option) => !option.right);
    findings.same(item.id, [library, params.correct], ["H5P.TrueFalse 1.8", right.id.split("/").at(-1)]);
    for (const [feedback, option] of [[params.behaviour.feedbackOnCorrect, right], [params.behaviour.feedbackOnWrong, wrong]]) {
      const shown = read(feedback);
      findings.same(option.id, shown.startsWith(words(option.why)) && shown.includes(" Sources: ") === sourced, true);
    }
    findings.same(item.id, [params.l10n.trueText, params.l10n.falseText].map(read), item.options.map((option) => words(option.text)));
    return;
  }
  findings.same(item.id, [library, params.behaviour.type], ["H5P.MultiChoice 1.16", item.kind === "one" ? "single" : "multi"]);
  findings.same(item.id, params.behaviour.randomAnswers, !item.options.some((option) => option.last));
  const feedback = params.overallFeedback.map(({ feedback }) => read(feedback).startsWith("Sources: "));
  findings.same(`${item.id} sources`, feedback, [sourced]);
  const answers = params.answers.map(({ text, correct, tipsAndFeedback }) => [read(text), correct, read(tipsAndFeedback.chosenFeedback)]);
  findings.same(item.id, answers, item.options.map((option) => [words(option.text), option.right, words(option.why)]));
}

/** Every field is one of the library's, and holds what it may. */
function fields(where, params, entries) {
  for (const [name, value] of Object.entries(params)) {
    const entry = entries.find((entry) => entry.name === name);
    if (entry) field(`${where}.${name}`, value, entry);
    else findings.holds(where, false, `the library has no field \`${name}\``);
  }
}

function field(where, value, entry) {
  const is = (type) => findings.holds(where, typeof value === type, `${JSON.stringify(value)} is no ${type}`);
  switch (entry.type) {
    case "group":
      // H5P leaves a group with one field out.
      return entry.fields.length === 1 ? field(where, value, entry.fields[0]) : fields(where, value, entry.fields);
    case "list":
      findings.holds(where, Array.isArray(value) && value.length >= (entry.min ?? 0), "is no list, or too short");
      return value.forEach((one, index) => field(`${where}[${index}]`, one, entry.field));
    case "library": {
      findings.holds(where, entry.options.includes(value.library), `${value.library} may not stand here`);
      const [machineName, majorVersion, minorVersion] = value.library.split(/[ .](?=\d)/);
      return fields(where, value.params, of({ machineName, majorVersion, minorVersion }));
    }
    case "select":
      return findings.holds(where, entry.options.some((option) => option.value === value), `${value} is no choice`);
    case "number":
      is("number");
      return findings.holds(where, value >= (entry.min ?? value) && value <= (entry.max ?? value), `${value} is out of range`);
    case "boolean":
      return is("boolean");
    case "text":
      return is("string");
    default:
      return findings.holds(where, false, `a ${entry.type}`);
  }
}

/** What a browser shows of a text; every text of H5P is HTML to its player. */
function read(html) {
  const text = (node) => (node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(text).join(""));
  return text(parseFragment(html));
}

function decoded(value) {
  if (typeof value === "string") return read(value);
  if (Array.isArray(value)) return value.map(decoded);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decoded(one)]));
  return value;
}
