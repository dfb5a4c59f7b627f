//! `course export` and `course import`, as a person runs them. What other programs make of it, `tests/exchange` asks them.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod home;

use assert_cmd::Command;
use home::Home;
use saywell_author::{Format, export};
use saywell_content::Course;
use std::fs;
use std::process::Output;

fn course(home: &Home, arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("course").unwrap();
    command.args(arguments).arg("--home").arg(&home.path).current_dir(&home.path).output().unwrap()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What it prints; it must end well and complain of nothing.
fn printed(home: &Home, arguments: &[&str]) -> String {
    let output = course(home, arguments);
    assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), String::new()));
    said(&output.stdout)
}

#[test]
fn a_quiz_goes_out_and_comes_back_without_its_marks() {
    let home = Home::good();
    fs::write(home.path.join("first.gift"), printed(&home, &["export", "gift", "quiz/first"])).unwrap();
    let output = course(&home, &["import", "gift", "first.gift", "--out", "course/quiz/1-first.toml"]);
    assert_eq!(
        (output.status.code(), said(&output.stderr)),
        (
            Some(0),
            "items: 3, options without a reason: 0, claim marks: none; add them, then run `course check`\n".into()
        )
    );
    let file = fs::read_to_string(home.path.join("course/quiz/1-first.toml")).unwrap();
    assert!(
        file.contains("\n# Sources: ") && file.contains("text = \"All of these\", right = true, pin = \"last\""),
        "{file}"
    );
    let (before, after) = (Home::good().compile().unwrap(), home.compile().unwrap());
    let without_marks = printed(&home, &["export", "gift", "quiz/first"]);
    assert!(!without_marks.contains("####") && before.quizzes[0].items.len() == after.quizzes[0].items.len());
    fs::write(home.path.join("again.gift"), without_marks).unwrap();
    let again = course(&home, &["import", "gift", "again.gift", "--out", "course/quiz/1-first.toml"]);
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(home.compile().unwrap(), after);
}

#[test]
fn what_an_import_lacks_is_a_fault_until_an_author_adds_it() {
    let home = Home::good();
    fs::write(
        home.path.join("two.gift"),
        "::Dark::It is dark at night.{T#No.#Yes.}\n\n::Hot::When is it warm?{=At noon ~At night}\n",
    )
    .unwrap();
    let output = course(&home, &["import", "gift", "two.gift", "--id", "quiz/two", "--out", "course/quiz/2-two.toml"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output.stderr).starts_with("items: 2, options without a reason: 2, "));
    assert_eq!(
        home.faults(),
        [
            "content/course/quiz/2-two.toml:20:59: `why` is empty: each option has its reason [no-reason]",
            "content/course/quiz/2-two.toml:21:47: `why` is empty: each option has its reason [no-reason]",
        ]
    );
    home.change("quiz/2-two.toml", "why = \"\"", "why = \"Yes.\"").change(
        "quiz/2-two.toml",
        "why = \"\"",
        "why = \"No.\"",
    );
    assert_eq!(home.faults(), [""; 0]);
}

#[test]
fn what_does_not_fit_is_named_and_left_out_only_when_told_to() {
    let home = Home::good();
    fs::write(
        home.path.join("mixed.gift"),
        "::Old::How old?{#4}\n\n::Hot::When is it warm?{=At noon#Yes. ~At night#No.}\n",
    )
    .unwrap();
    let refused = "mixed.gift:1:17: `Old`: a number to fill in: an item has options\n";
    let output = course(&home, &["import", "gift", "mixed.gift", "--out", "out.toml"]);
    assert_eq!(
        (output.status.code(), said(&output.stderr)),
        (Some(1), format!("{refused}nothing was written: 1 refused; --partial takes the other 1\n"))
    );
    assert!(!home.path.join("out.toml").exists());
    let output = course(&home, &["import", "gift", "mixed.gift", "--partial"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output.stderr).starts_with(refused) && said(&output.stdout).contains("id = \"hot\""));

    fs::write(home.path.join("none.gift"), "::Old::How old?{#4}\n").unwrap();
    let output = course(&home, &["import", "gift", "none.gift", "--partial"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stderr).ends_with("no item that a course can hold\n"));
    assert_eq!(course(&home, &["import", "gift", "nowhere.gift"]).status.code(), Some(1));
}

#[test]
fn nothing_leaves_a_course_with_faults_and_what_is_not_there_is_named() {
    let home = Home::good();
    let output = course(&home, &["export", "gift", "quiz/second"]);
    assert_eq!(
        (output.status.code(), said(&output.stderr)),
        (Some(1), "`quiz/second` is not known; known: quiz/first\n".into())
    );
    home.change("quiz/1-first.toml", "\"many\"", "\"some\"");
    let output = course(&home, &["export", "gift", "quiz/first", "--out", "first.gift"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stderr).ends_with("\n1 fault\n") && !home.path.join("first.gift").exists());
}

#[test]
fn a_scenario_goes_out_with_its_conditions_and_its_way_out() {
    let home = Home::with_scenario();
    let twee = printed(&home, &["export", "twee", "scenario/walk"]);
    assert_eq!(twee, printed(&home, &["export", "twee", "scenario/walk"]), "the same course gives the same file");
    let answer = "\n:: answer [turn]\nJo:\n\n\
        <<if $fact_blunt>>[[\"So I'm lazy?\"|why]]\n<</if>>\\\n\
        <<if not $fact_blunt>>[[\"I'm listening.\"|why]]\n<</if>>\\\n\
        <<if $fact_b_tired>>[[\"I'm so tired.\"|why]]\n<</if>>\\\n\n\
        [[\"I don't feel safe. I'm going now!\"|left-any-time]]\n";
    assert!(twee.contains(answer), "{twee}");
    let low = "\n:: line/so-low [help]\nYou are not alone.\n\n[[\"When you feel low\"|help/low-mood]]\n\n[[\"Go on\"|stays]]\n";
    assert!(twee.contains(low) && twee.contains("\n:: help/low-mood [help]\n"), "{twee}");
    assert!(twee.contains("\nA clinician has not approved this part yet.\n") && !twee.contains("[^"), "{twee}");
}

#[test]
fn a_page_is_one_file_for_print_with_its_facts_at_the_end() {
    let home = Home::with_scenario();
    for id in ["chapter/first", "scenario/walk", "journal/plan-the-talk"] {
        let page = printed(&home, &["export", "html", id]);
        for needed in ["<html lang=\"en\" dir=\"ltr\">", "@media print", "default-src 'none'"] {
            assert!(page.contains(needed), "{id} has no {needed}");
        }
        assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("://"), "{page}");
    }
    let chapter = printed(&home, &["export", "html", "chapter/first"]);
    assert!(chapter.contains("Where these facts come from"), "{chapter}");
    assert!(chapter.contains("<p>A walk is calm.<sup><a href=\"#fact-W1\">"), "{chapter}");
    let mark = "<li>\n<p class=\"mark\">A clinician has not approved this part yet.</p>\n<p>Tie them.<sup>";
    assert!(
        chapter.contains(mark) && chapter.contains("<strong>Not yet approved by a clinician.</strong>"),
        "{chapter}"
    );
    // A card that only another card leads to stays away.
    let cards = printed(&home, &["export", "html", "scenario/walk"]);
    assert!(cards.contains("id=\"help-safe-to-talk\"") && !cards.contains("id=\"help-pep\""), "{cards}");

    let output = course(&home, &["export", "html", "quiz/first"]);
    assert!(said(&output.stderr).ends_with("known: chapter/first, scenario/walk, journal/plan-the-talk\n"));
}

#[test]
fn an_h5p_file_is_a_zip_that_names_its_libraries() {
    let home = Home::good();
    let packed = |name: &str| {
        assert_eq!(course(&home, &["export", "h5p", "quiz/first", "--out", name]).status.code(), Some(0));
        fs::read(home.path.join(name)).unwrap()
    };
    let file = packed("first.h5p");
    assert_eq!(file, packed("again.h5p"), "the same quiz gives the same bytes");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut json = |name: &str| serde_json::from_reader::<_, serde_json::Value>(zip.by_name(name).unwrap()).unwrap();
    let (package, content) = (json("h5p.json"), json("content/content.json"));
    assert_eq!((&package["mainLibrary"], &package["title"]), (&"H5P.QuestionSet".into(), &"First".into()));
    let names = package["preloadedDependencies"].as_array().unwrap().iter().map(|library| &library["machineName"]);
    assert_eq!(names.collect::<Vec<_>>(), ["H5P.QuestionSet", "H5P.MultiChoice", "H5P.TrueFalse"]);
    let [warm, pack, cold] = content["questions"].as_array().unwrap().as_slice() else { panic!("{content}") };
    let answer = &warm["params"]["answers"][1];
    assert_eq!((&answer["text"], &answer["correct"]), (&"<div>All of these</div>".into(), &true.into()));
    assert_eq!(answer["tipsAndFeedback"]["chosenFeedback"], "<div>Yes.</div>");
    // "All of these" stays last, so nothing is shuffled.
    let behaviour =
        [warm, pack].map(|item| (&item["params"]["behaviour"]["type"], &item["params"]["behaviour"]["randomAnswers"]));
    assert_eq!(behaviour, [(&"single".into(), &false.into()), (&"multi".into(), &true.into())]);
    assert!(cold["params"]["behaviour"]["feedbackOnCorrect"].as_str().unwrap().starts_with("Yes. Sources: "));
}

#[test]
fn a_page_runs_as_its_language_does() {
    let mut course = Home::good().compile().unwrap();
    let page = |course: &Course| String::from_utf8(export(course, Format::Html, "chapter/first").unwrap()).unwrap();
    assert!(page(&course).contains("<html lang=\"en\" dir=\"ltr\">"));
    course.language = "ar-XB".into();
    assert!(page(&course).contains("<html lang=\"ar-XB\" dir=\"rtl\">"));
}
