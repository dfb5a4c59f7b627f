//! Quizzes: go on or begin anew, one question at a time, a reason for every option, and how it went before.

use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use crate::words;
use saywell_core::Error;
use saywell_core::content::{ItemKind, Line};
use saywell_core::quiz::{Offered, Question, QuizFeedback, QuizResult, QuizRow, QuizStep};

/// How many earlier attempts are shown.
const HISTORY: u32 = 10;

/// `saywell quiz [QUIZ]`
pub fn run(shell: &mut Shell, quiz: Option<&str>) -> Go {
    let Some(typed) = quiz else { return list(shell) };
    let id = words::id("quiz", typed);
    if shell.engine.course().quiz(&id).is_none() {
        return Err(Stop::Say(format!("There is no quiz called {typed}. To see all of them, run: saywell quiz")));
    }
    open(shell, &id)
}

fn list(shell: &mut Shell) -> Go {
    loop {
        let quizzes = shell.engine.quizzes()?;
        shell.screen.heading("Quizzes")?;
        match shell.choose(&Page::default(), &Menu::of(quizzes.iter().map(row)))? {
            Pick::Leave => return Ok(()),
            pick => {
                if let Some(quiz) = pick.row().and_then(|row| quizzes.get(row)) {
                    open(shell, &quiz.id)?;
                }
            }
        }
    }
}

fn row(quiz: &QuizRow) -> String {
    let state = match (quiz.answered, &quiz.last) {
        (Some(answered), _) => format!("{answered} of {} answered", quiz.items),
        (None, Some(last)) => format!("last time {} of {} went well", last.right, last.of),
        (None, None) => words::count(quiz.items, "question", "questions"),
    };
    format!("{} ({state})", quiz.title)
}

/// One quiz, from the choice how to begin to its result.
pub fn open(shell: &mut Shell, id: &str) -> Go {
    loop {
        let quizzes = shell.engine.quizzes()?;
        let Some(quiz) = quizzes.into_iter().find(|quiz| quiz.id == id) else { return Ok(()) };
        let (begin, anew) = match quiz.answered {
            Some(_) => ("Go on where you were", Some("Begin anew")),
            None => ("Begin", None),
        };
        shell.screen.heading(&row(&quiz))?;
        if quiz.last.is_none() && quiz.answered.is_none() {
            shell.screen.text("No score is kept against you. You can leave at any time; your answers are kept.")?;
        }
        let earlier = quiz.last.is_some().then_some("How it went before");
        let rows: Vec<&str> = [Some(begin), anew, earlier].into_iter().flatten().collect();
        let pick = shell.choose(&Page::default(), &Menu::of(rows.clone()).enter("the first one"))?;
        let row = match pick {
            Pick::Leave => return Ok(()),
            Pick::Enter => Some(begin),
            pick => pick.row().and_then(|row| rows.get(row).copied()),
        };
        let (now, seed, fresh) = (shell.now(), shell.dice.seed()?, shell.dice.id()?);
        let step = match row {
            Some(chosen) if Some(chosen) == anew => shell.engine.begin_quiz_anew(id, &fresh, seed, now)?,
            Some(chosen) if Some(chosen) == earlier => {
                history(shell, id)?;
                continue;
            }
            Some(_) => shell.engine.open_quiz(id, &fresh, seed, now)?,
            None => continue,
        };
        return play(shell, step);
    }
}

fn play(shell: &mut Shell, mut step: QuizStep) -> Go {
    loop {
        let question = match step {
            QuizStep::Finished(result) => return finished(shell, &result),
            QuizStep::Question(question) => question,
        };
        let Some(options) = asked(shell, &question)? else { return Ok(()) };
        let now = shell.now();
        match shell.engine.answer_item(&question.attempt, &question.item, &options, now) {
            Ok(said) => {
                if feedback(shell, &said)? == Pick::Leave {
                    return Ok(());
                }
            }
            Err(Error::OutOfDate { .. }) => {
                shell.screen.text("This quiz went on in another window. Here is where it stands.")?;
            }
            Err(fault) => return Err(fault.into()),
        }
        step = shell.engine.quiz_step(&question.attempt)?;
    }
}

fn asked(shell: &mut Shell, question: &Question) -> Go<Option<Vec<String>>> {
    let above = format!("{}, question {} of {}", question.title, question.number, question.of);
    answer(shell, &above, &question.ask, question.kind, &question.options)
}

/// Asks an item; the ids that were chosen, or nothing if the person leaves.
pub fn answer(
    shell: &mut Shell,
    above: &str,
    ask: &Line,
    kind: ItemKind,
    options: &[Offered],
) -> Go<Option<Vec<String>>> {
    loop {
        let mut page = Page::default();
        shell.screen.blank()?;
        shell.screen.aside(above)?;
        let ask = page.words(&shell.screen, ask);
        shell.screen.heading(&ask)?;
        if kind == ItemKind::TrueFalse {
            shell.screen.text("True or false?")?;
        }
        if kind == ItemKind::Many {
            shell.screen.text("More than one may fit. Type all the numbers, such as 1 3.")?;
        }
        let rows: Vec<String> = options.iter().map(|option| page.words(&shell.screen, &option.text)).collect();
        let menu = Menu::of(rows).leave("leave, your answers are kept");
        match shell.choose(&page, &if kind == ItemKind::Many { menu.several() } else { menu })? {
            Pick::Leave => return Ok(None),
            Pick::Rows(rows) => {
                let chosen = rows.iter().filter_map(|row| options.get(*row));
                return Ok(Some(chosen.map(|option| option.id.clone()).collect()));
            }
            _ => {}
        }
    }
}

/// What is said to an answer: each option with its state and its reason. Answers with Enter or leave.
pub fn feedback(shell: &mut Shell, said: &QuizFeedback) -> Go<Pick> {
    loop {
        let mut page = Page::new(&said.facts);
        shell.screen.heading(if said.right { "Yes, that fits." } else { "Not quite. Here is why." })?;
        for option in &said.options {
            let state = match (option.chosen, option.right) {
                (true, true) => "This one fits (you chose it)",
                (true, false) => "Not this one (you chose it)",
                (false, true) => "This one fits",
                (false, false) => "Not this one",
            };
            let text = page.words(&shell.screen, &option.text);
            let why = page.words(&shell.screen, &option.why);
            let text = shell.screen.bold(&text);
            shell.screen.blank()?;
            shell.screen.text(&format!("{state}: {text}"))?;
            shell.screen.hanging("  ", &why)?;
        }
        match shell.choose(&page, &Menu::enter_only("go on").leave("leave, your answers are kept"))? {
            Pick::Again => {}
            pick => return Ok(pick),
        }
    }
}

fn finished(shell: &mut Shell, result: &QuizResult) -> Go {
    let mut page = Page::default();
    shell.screen.heading(&result.title)?;
    shell.screen.text(&format!("{} of {} went well.", result.attempt.right, result.attempt.of))?;
    if !result.another_look.is_empty() {
        shell.screen.heading("Worth another look")?;
        for line in &result.another_look {
            let words = page.words(&shell.screen, line);
            shell.screen.hanging("- ", &words)?;
        }
        shell.screen.text("These come back when you look back.")?;
    }
    shell.rest(&Page::default())
}

fn history(shell: &mut Shell, id: &str) -> Go {
    shell.screen.heading("How it went before")?;
    for attempt in shell.engine.quiz_history(id, HISTORY)? {
        let line = format!("{}: {} of {} went well.", words::moment(attempt.started), attempt.right, attempt.of);
        shell.screen.hanging("- ", &line)?;
    }
    shell.rest(&Page::default())
}
