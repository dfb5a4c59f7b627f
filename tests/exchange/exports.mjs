// All that `course export` can write of a course: a line `FORMAT ID` each.
//
//   node exports.mjs COURSE.json

import { readFileSync } from "node:fs";

const course = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const { id } of course.quizzes) console.log(`gift ${id}`);
for (const { id } of course.scenarios) console.log(`twee ${id}`);
for (const { id } of [...course.chapters, ...course.scenarios, course.plan]) console.log(`html ${id}`);
