// The ink runtime of inkjs, for `./test speed`; see ../speed/ink.rs.
//
//   node inkjs.mjs STORY.ink STORY.json CHOICES
//
// Compiles STORY.ink with inkjs's own compiler into STORY.json, warms up, and then answers every line of its input with
// one line. CHOICES is a run: the index of what is chosen at each step, commas between them.
//
//   walk     what can be chosen at each step: `|` between the choices, tabs between the steps
//   step     microseconds of one step of the run: to choose, to continue, to list the next choices
//   replay   microseconds of the whole run, from the beginning
//   save     microseconds of writing where it stands at the end of the run
//   load     microseconds of reading that

import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Compiler, Story } from "inkjs/full";

const [source, compiled, choices] = process.argv.slice(2);
const json = new Compiler(readFileSync(source, "utf8")).Compile().ToJson();
writeFileSync(compiled, json);

const story = new Story(json);
const run = choices.split(",").map(Number);

function open() {
  while (story.canContinue) story.Continue();
  return story.currentChoices;
}

function begin() {
  story.ResetState();
  return open();
}

function choose(index) {
  story.ChooseChoiceIndex(index);
  return open();
}

function play() {
  for (const index of run) choose(index);
}

begin();
play();
const saved = story.state.toJson();

function microseconds(work) {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e3;
}

const answers = {
  walk: () => [begin(), ...run.map(choose)].map((open) => open.map((choice) => choice.text).join("|")).join("\t"),
  step: () => {
    begin();
    return microseconds(play) / run.length;
  },
  replay: () =>
    microseconds(() => {
      begin();
      play();
    }),
  save: () => microseconds(() => story.state.toJson()),
  load: () =>
    microseconds(() => {
      story.state.LoadJson(saved);
      open();
    }),
};

// Until the compiler of V8 has nothing left to do.
for (let turn = 0; turn < 100; turn++) {
  answers.replay();
  answers.save();
  answers.load();
}

for await (const asked of createInterface({ input: process.stdin })) {
  // The first time after a pause only fills the processor's caches.
  answers[asked]();
  console.log(answers[asked]());
}
