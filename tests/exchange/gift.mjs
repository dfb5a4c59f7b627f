// GIFT, read by gift-pegjs.
//
//   node gift.mjs FOLDER…

import { parse } from "gift-pegjs";
import { Findings, claimsOfItem, course, exported, words } from "./course.mjs";

const findings = new Findings("gift");
let items = 0;

for (const folder of process.argv.slice(2)) {
  for (const quiz of course(folder).quizzes) {
    const [category, ...questions] = parse(exported(folder, "gift", quiz.id).toString("utf8"));
    findings.same(quiz.id, category.type, "Category");
    findings.same(quiz.id, questions.length, quiz.items.length);
    quiz.items.forEach((item, index) => compare(item, questions[index]));
    items += quiz.items.length;
  }
}
findings.done(`${items} items`, "gift-pegjs");

function compare(item, question) {
  const plain = (text) => (text === null ? "" : `${text.format}: ${text.text}`);
  const meant = (line) => `plain: ${words(line)}`;
  findings.same(item.id, question.title, item.id);
  findings.same(item.id, plain(question.stem), meant(item.ask));
  const sourced = question.globalFeedback?.text.startsWith("Sources: ") ?? false;
  findings.same(`${item.id} sources`, sourced, claimsOfItem(item).length > 0);
  if (item.kind === "true-false") {
    const right = item.options.find((option) => option.right);
    const wrong = item.options.find((option) => !option.right);
    findings.same(item.id, [question.type, question.isTrue], ["TF", right.id.endsWith("/true")]);
    // In Moodle, and so here, the first feedback is that of the wrong answer, whatever this reader calls it.
    findings.same(item.id, plain(question.trueFeedback), meant(wrong.why));
    findings.same(item.id, plain(question.falseFeedback), meant(right.why));
    return;
  }
  const right = item.options.filter((option) => option.right).length;
  findings.same(item.id, question.type, "MC");
  findings.same(item.id, question.choices.length, item.options.length);
  item.options.forEach((option, index) => {
    const choice = question.choices[index];
    findings.same(option.id, plain(choice.text), meant(option.text));
    findings.same(option.id, plain(choice.feedback), meant(option.why));
    if (item.kind === "one") {
      findings.same(option.id, [choice.isCorrect, choice.weight], [option.right, null]);
    } else {
      findings.same(option.id, choice.isCorrect, false);
      const share = option.right ? 100 / right : -100;
      findings.holds(option.id, Math.abs(choice.weight - share) < 0.0001, `${choice.weight} %, not ${share} %`);
    }
  });
}
