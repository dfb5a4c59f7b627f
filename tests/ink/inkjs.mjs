// The ink runtime of inkjs, for `./test speed`; see ../speed/ink.rs.
//
//   node inkjs.mjs STORY.ink STORY.json CHOICES
//
// Compiles STORY.ink with inkjs's own compiler into STORY.json, and then answers every line of its input with one line.
// CHOICES is a run: the index of what is chosen at each step, commas between them.
//
//   walk     what can be chosen at each step, as far as the run can be walked: `|` between the choices, tabs between the
//            steps
//   warm     nothing; gets ready to be measured
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

let saved;

function microseconds(work) {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e3;
}

const answers = {
  walk: () => {
    const steps = [begin()];
    for (const index of run) {
      if (index >= steps.at(-1).length) break;
      steps.push(choose(index));
    }
    return steps.map((open) => open.map((choice) => choice.text).join("|")).join("\t");
  },
  warm: () => {
    begin();
    play();
    saved = story.state.toJson();
    // Until the compiler of V8 has nothing left to do.
    for (let turn = 0; turn < 50; turn++) {
      answers.replay();
      answers.save();
      answers.load();
    }
    return "";
  },
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

for await (const asked of createInterface({ input: process.stdin })) {
  // The first time after a pause only fills the processor's caches.
  answers[asked]();
  console.log(answers[asked]());
}
