//! H5P: a quiz as a question set, a zip of `h5p.json` and `content/content.json`.
//!
//! The libraries that show it are named and do not come along: a site has its own. Which fields there are is said by each
//! library's `semantics.json`.

use super::html::escaped;
use super::{own, sources, uuid, words};
use saywell_content::{Course, Item, ItemKind, Line, Quiz};
use serde_json::{Value, json};
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A library of H5P, with the versions that its makers release and its name for people.
struct Library {
    name: &'static str,
    major: u32,
    minor: u32,
    title: &'static str,
}

const SET: Library = Library { name: "H5P.QuestionSet", major: 1, minor: 20, title: "Question Set" };
const CHOICE: Library = Library { name: "H5P.MultiChoice", major: 1, minor: 16, title: "Multiple Choice" };
const JUDGEMENT: Library = Library { name: "H5P.TrueFalse", major: 1, minor: 8, title: "True/False Question" };

/// What H5P writes where no licence is chosen.
const NO_LICENCE: &str = "U";

/// A quiz as an `.h5p` file; the same quiz gives the same bytes.
///
/// # Errors
/// If it cannot be packed, which no quiz makes happen.
pub(super) fn write(quiz: &Quiz, course: &Course) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Stored, and of no day: without the clock.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, json) in [("h5p.json", package(quiz, course)), ("content/content.json", content(quiz, course))] {
        zip.start_file(name, options)?;
        zip.write_all(json.to_string().as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn package(quiz: &Quiz, course: &Course) -> Value {
    let used =
        |library: &&Library| library.name == SET.name || quiz.items.iter().any(|item| of(item).name == library.name);
    let named = |library: &Library| json!({ "machineName": library.name, "majorVersion": library.major, "minorVersion": library.minor });
    let libraries: Vec<Value> = [SET, CHOICE, JUDGEMENT].iter().filter(used).map(named).collect();
    json!({
        "title": quiz.outside_title(),
        "language": course.language,
        "defaultLanguage": course.language,
        "mainLibrary": SET.name,
        "embedTypes": ["iframe"],
        "license": NO_LICENCE,
        "preloadedDependencies": libraries,
    })
}

fn content(quiz: &Quiz, course: &Course) -> Value {
    let questions: Vec<Value> = quiz.items.iter().map(|item| question(item, course)).collect();
    json!({
        "progressType": "dots",
        // Nobody fails.
        "passPercentage": 0,
        "questions": questions,
        "disableBackwardsNavigation": false,
        "randomQuestions": false,
        "introPage": { "showIntroPage": false },
        "endGame": { "showResultPage": true, "showSolutionButton": true, "showRetryButton": true },
    })
}

fn of(item: &Item) -> Library {
    match item.kind {
        ItemKind::TrueFalse => JUDGEMENT,
        ItemKind::One | ItemKind::Many => CHOICE,
    }
}

fn question(item: &Item, course: &Course) -> Value {
    let library = of(item);
    let sources = sources::line(course, &item.claims());
    let params = match item.kind {
        ItemKind::TrueFalse => judgement(item, sources.as_deref()),
        ItemKind::One | ItemKind::Many => choice(item, sources.as_deref()),
    };
    json!({
        "library": format!("{} {}.{}", library.name, library.major, library.minor),
        "subContentId": uuid(&item.id),
        "metadata": { "contentType": library.title, "license": NO_LICENCE, "title": item.id },
        "params": params,
    })
}

/// Reasons stand with their options; sources are told with the score.
fn choice(item: &Item, sources: Option<&str>) -> Value {
    let answers = item.options.iter().map(|option| {
        json!({
            "text": within("div", &option.text),
            "correct": option.right,
            "tipsAndFeedback": { "tip": "", "chosenFeedback": within("div", &option.why), "notChosenFeedback": "" },
        })
    });
    // The same for every score.
    let feedback = json!([{ "from": 0, "to": 100, "feedback": escaped(sources.unwrap_or_default()) }]);
    json!({
        "question": within("p", &item.ask),
        "answers": answers.collect::<Vec<_>>(),
        "overallFeedback": feedback,
        "behaviour": {
            "type": if item.kind == ItemKind::One { "single" } else { "multi" },
            // All of the right ones and no other, as in the app.
            "singlePoint": true,
            "passPercentage": 100,
            // A pinned option has no word here, so nothing moves.
            "randomAnswers": !item.options.iter().any(|option| option.last),
        },
    })
}

/// H5P has one feedback for who is right and one for who is wrong: the reasons of the two options.
fn judgement(item: &Item, sources: Option<&str>) -> Value {
    let option = |right| item.options.iter().find(|option| option.right == right);
    let why = |right| {
        let why = option(right).map(|option| words(&option.why)).unwrap_or_default();
        escaped(&[why.as_str(), sources.unwrap_or_default()].join(" ")).trim_end().to_owned()
    };
    let text = |id: &str| {
        let option = item.options.iter().find(|option| own(&option.id) == id);
        option.map(|option| escaped(&words(&option.text))).unwrap_or_default()
    };
    json!({
        "question": within("p", &item.ask),
        "correct": option(true).map(|option| own(&option.id)),
        "behaviour": { "feedbackOnCorrect": why(true), "feedbackOnWrong": why(false) },
        "l10n": { "trueText": text("true"), "falseText": text("false") },
    })
}

fn within(tag: &str, line: &Line) -> String {
    format!("<{tag}>{}</{tag}>", escaped(&words(line)))
}
