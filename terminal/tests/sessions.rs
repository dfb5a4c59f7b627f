//! Whole sessions at a keyboard: what was done is there the next time, wherever the input ended.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod keyboard;

use keyboard::{Keyboard, course, passing, said};
use saywell_core::content::{Block, CardKind, Span};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

/// A unit with a gate, checks, a note and a door.
const UNIT: &str = "talk-early";

fn through_the_unit() -> Vec<String> {
    course().unit("lesson/talk-early").unwrap().cards.iter().flat_map(passing).collect()
}

fn strs(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}

#[test]
fn a_unit_is_read_to_its_end() {
    let keyboard = Keyboard::new();
    let said = keyboard.types(&["learn", UNIT], &strs(&through_the_unit()));
    let unit = course().unit("lesson/talk-early").unwrap().clone();
    assert_eq!(said.code, Some(0), "{}", said.fault);
    for part in ["Not this one.", "This one fits.", "Saved.", "kingfisher", "you have come to the end", "1  Go on: "] {
        assert!(said.out.contains(part), "{part}\n{}", said.out);
    }
    assert!(said.out.replace('\n', " ").contains(&unit.goal));
    // What it taught comes back another day, and the unit is done.
    assert!(keyboard.types(&["learn"], &["q"]).out.contains("Talk early (done)"));
    assert!(keyboard.types(&["review"], &[]).out.contains("Nothing to look back at now. The next comes up on"));
}

#[test]
fn a_gate_leads_to_help_and_is_not_passed() {
    let keyboard = Keyboard::new();
    let unit = course().unit("lesson/talk-early").unwrap().clone();
    let gate = unit.cards.iter().position(|card| matches!(card.kind, CardKind::Gate { .. })).unwrap();
    assert_eq!(gate, 0);
    let said = keyboard.types(&["learn", UNIT], &["3", "q", "", "c2", "q"]);
    assert!(said.out.contains("Is it safe to talk?"));
    assert_eq!(said.out.matches("card 1 of").count(), 3, "{}", said.out);
    assert!(said.out.contains("You have not been on that card yet."));
}

#[test]
fn a_second_start_goes_on_where_the_first_one_stopped() {
    let keyboard = Keyboard::new();
    keyboard.types(&["learn", UNIT], &["1", ""]);
    let said = keyboard.types(&["learn", UNIT], &["q"]);
    assert!(said.out.contains("Talk early, card 3 of"), "{}", said.out);
    let home = keyboard.types(&[], &["q"]);
    assert!(home.out.contains("1  Go on: Talk early (3 of"), "{}", home.out);
    assert_eq!(home.code, Some(0));
}

#[test]
fn a_quiz_is_taken_to_its_end_in_two_sittings() {
    let keyboard = Keyboard::new();
    let items = course().quiz("quiz/talk-it-through").unwrap().items.len();
    let first = keyboard.types(&["quiz", "talk-it-through"], &["1", "1", "", "2", "", "q"]);
    assert!(first.out.contains("No score is kept against you."));
    assert!(first.out.contains("More than one may fit.") || first.out.contains("question 2 of"));
    let rest: Vec<&str> = ["1"].into_iter().chain(["1", ""].into_iter().cycle().take(2 * (items - 2))).collect();
    let second = keyboard.types(&["quiz", "quiz/talk-it-through"], &rest);
    assert!(second.out.contains(&format!("Talk it through (2 of {items} answered)")), "{}", second.out);
    assert!(second.out.contains(&format!(" of {items} went well.")), "{}", second.out);
    assert!(second.out.contains("Worth another look"));
    let third = keyboard.types(&["quiz", "talk-it-through"], &["2", "", "q"]);
    assert!(third.out.contains("How it went before") && third.out.contains("- Mon 23 Nov 2026, 20:00: "));
}

#[test]
fn ten_minutes_are_in_the_log() {
    let keyboard = Keyboard::new();
    let said = keyboard.types(&["relax", "slow-breath", "--fast"], &["", "7", "3"]);
    assert_eq!(said.code, Some(0), "{}", said.fault);
    let before = said.out.find("Do not do this in water").unwrap();
    assert!(before < said.out.find("0:00").unwrap());
    assert!(said.out.contains("That was 10:00 for you.") && said.out.contains("Tension: 7 before, 3 after."));
    let log = keyboard.types(&["log"], &[]);
    assert!(log.out.contains("Mon 23 Nov  10:00  ██████████████████████████████"), "{}", log.out);
    assert!(log.out.contains("Sun 22 Nov   0:00\n"));
    assert!(log.out.contains("before   7  ███████\n") && log.out.contains("after    3  ███\n"), "{}", log.out);
    let one_line = log.out.replace("\n  ", " ");
    assert!(one_line.contains("Slow breath, 10:00 of 10:00, to the end, tension 7 to 3"), "{one_line}");
}

#[test]
fn a_session_that_was_killed_goes_on() {
    let keyboard = Keyboard::new();
    // By the real clock: a session is offered again only for a while.
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("saywell"))
        .args(["relax", "slow-breath"])
        .env("SAYWELL_DATA", keyboard.data())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.as_mut().unwrap().write_all(b"\n7\n").unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.map_while(Result::ok).any(|line| line.contains("0:00  ")));
    child.kill().unwrap();
    child.wait().unwrap();
    let output =
        keyboard.program(&["relax", "--fast"]).env_remove("SAYWELL_NOW").write_stdin("1\n3\n").output().unwrap();
    let again = said(&output);
    assert!(again.out.contains("You had 10:00 left. Go on?"), "{}", again.out);
    assert!(again.out.contains("Tension: 7 before, 3 after."), "{}", again.out);
}

#[test]
fn what_was_taught_comes_back_another_day() {
    let keyboard = Keyboard::new();
    keyboard.types(&["learn", UNIT], &strs(&through_the_unit()));
    let later = |typed: &str| {
        let mut program = keyboard.program(&["review"]);
        said(&program.env("SAYWELL_NOW", "2026-12-23T20:00:00+01:00").write_stdin(typed).output().unwrap())
    };
    let left = later("\n");
    assert!(left.out.contains("Look back, 2 left today") && left.out.contains("Did it come to mind?"), "{}", left.out);
    let all = later("\n1\n\n2\n");
    assert!(all.out.contains("Look back, 1 left today"), "{}", all.out);
    assert!(all.out.contains("Nothing to look back at now. The next comes up on"), "{}", all.out);
}

#[test]
fn quick_calm_asks_nothing_and_is_not_counted() {
    let keyboard = Keyboard::new();
    let said = keyboard.types(&["relax", "--short"], &[]);
    assert!(said.out.contains("That was 3:00 for you.") && !said.out.contains("How tense are you?"));
    assert!(keyboard.types(&["log"], &[]).out.contains("Mon 23 Nov   0:00\n"));
}

#[test]
fn a_length_is_chosen_or_asked_for() {
    let keyboard = Keyboard::new();
    let five = keyboard.types(&["relax", "body-tour", "--minutes", "5"], &["", "", ""]);
    assert!(
        five.out.contains("This is five minutes long") && five.out.contains("That was 5:00 for you."),
        "{}",
        five.out
    );
    let fifteen = keyboard.types(&["relax", "even-breath"], &["3", "", ""]);
    assert!(fifteen.out.contains("It takes fifteen minutes") && fifteen.out.contains("That was 15:00 for you."));
    assert_eq!(keyboard.types(&["relax", "--minutes", "7"], &[]).code, Some(2));
    let log = keyboard.types(&["log", "--month", "2026-11"], &[]);
    assert!(log.out.contains("November 2026") && log.out.contains("23 *20"), "{}", log.out);
    assert!(
        log.out.contains("1 day with practice, 20:00 in all.") && log.out.contains("from 20:00    2  "),
        "{}",
        log.out
    );
}

#[test]
fn very_tense_twice_in_a_row_opens_a_door() {
    let keyboard = Keyboard::new();
    let once = keyboard.types(&["relax", "slow-breath", "--minutes", "5"], &["", "9", "4"]);
    assert!(!once.out.contains("twice in a row"));
    let twice = keyboard.types(&["relax", "slow-breath", "--minutes", "5"], &["", "9", "10", "1", "q", ""]);
    assert!(twice.out.contains("twice in a row") && twice.out.contains("  1  Open: "), "{}", twice.out);
    // The next rating follows on those.
    let again = keyboard.types(&["relax", "slow-breath", "--minutes", "5"], &["", "9", "", "2"]);
    assert!(again.out.find("twice in a row").unwrap() < again.out.find("0:00  ").unwrap(), "{}", again.out);
}

#[test]
fn sessions_and_days_are_deleted_and_the_question_starts_on_keep() {
    let keyboard = Keyboard::new();
    for _ in 0..3 {
        keyboard.types(&["relax", "slow-breath", "--minutes", "5"], &["", "", ""]);
    }
    let kept = keyboard.types(&["log", "--delete"], &["1", "1", ""]);
    assert!(kept.out.contains("Keep it") && !kept.out.contains("Deleted"), "{}", kept.out);
    assert!(keyboard.types(&["log"], &[]).out.contains("Mon 23 Nov  15:00"));
    assert!(keyboard.types(&["log", "--delete"], &["1", "1", "2"]).out.contains("Deleted."));
    assert!(keyboard.types(&["log"], &[]).out.contains("Mon 23 Nov  10:00"));
    assert!(keyboard.types(&["log", "--delete"], &["2", "1", "2"]).out.contains("Deleted: 2 sessions."));
    assert!(keyboard.types(&["log"], &[]).out.contains("Nothing here yet."));
}

#[test]
fn a_day_begins_when_its_person_says_so() {
    let keyboard = Keyboard::new();
    keyboard.types(&["relax", "slow-breath", "--minutes", "5"], &["", "", ""]);
    assert!(keyboard.types(&["log", "--day-starts", "21"], &[]).out.contains("A day now begins at 21:00."));
    keyboard.types(&["relax", "slow-breath", "--minutes", "5"], &["", "", ""]);
    // What was done before keeps its day.
    let log = keyboard.types(&["log", "--month", "2026-11"], &[]);
    assert!(log.out.contains("22 *5") && log.out.contains("23 *5"), "{}", log.out);
    assert!(keyboard.types(&["log", "--day-starts", "24"], &[]).fault.contains("Not saved: the hour is 0 to 23."));
}

#[test]
fn a_session_is_rendered_to_a_file() {
    let keyboard = Keyboard::new();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("calm.wav");
    let named = file.to_str().unwrap();
    let said = keyboard.types(&["relax", "slow-breath", "--short", "--render", named], &[]);
    assert_eq!((said.code, said.fault.as_str()), (Some(0), ""));
    let bytes = std::fs::read(&file).unwrap();
    assert_eq!((bytes.len(), &bytes[..4], &bytes[8..12]), (44 + 180 * 32_000, &b"RIFF"[..], &b"WAVE"[..]));
    let nowhere = keyboard.types(&["relax", "slow-breath", "--render", "/nowhere/at/all.wav"], &[]);
    assert!(nowhere.fault.starts_with("Cannot write /nowhere/at/all.wav"), "{}", nowhere.fault);
    assert_eq!(keyboard.types(&["relax", "--render", named], &[]).code, Some(1));
}

#[test]
fn notes_are_written_changed_and_deleted() {
    let keyboard = Keyboard::new();
    let said = keyboard.types(&["notes"], &["n", "kingfisher", "by the river", "", "1", "q", "q"]);
    assert!(said.out.contains("kingfisher\nby the river\n"), "{}", said.out);
    let changed = keyboard.types(&["notes"], &["1", "1", "heron", "", "q", "q"]);
    assert!(changed.out.contains("heron"));
    // The question starts on keep.
    let kept = keyboard.types(&["notes"], &["1", "2", "", "q", "q"]);
    assert!(kept.out.contains("Keep it") && !kept.out.contains("Deleted."));
    assert!(keyboard.types(&["notes"], &["1", "2", "2", "q"]).out.contains("Deleted."));
    assert!(keyboard.types(&["notes"], &[]).out.contains("Nothing here yet. That is fine."));
}

#[test]
fn a_plan_is_made_shared_and_changed() {
    let keyboard = Keyboard::new();
    let said =
        keyboard.types(&["plan"], &["", "", "Sunday", "", "I like us.", "", "Let's stop here.", "1", "", "q", "q"]);
    assert!(said.out.contains("My plan\n\nWhen: Sunday\nFirst line: I like us.\n"), "{}", said.out);
    let changed = keyboard.types(&["plan"], &["1", "2", "Monday", "", "", "", "", "q", "q"]);
    assert!(changed.out.contains("Now: Sunday") && changed.out.contains("When: Monday"), "{}", changed.out);
}

#[test]
fn a_note_that_the_input_ends_in_is_kept() {
    let keyboard = Keyboard::new();
    keyboard.types(&["notes"], &["n", "kingfisher"]);
    assert!(keyboard.types(&["notes"], &[]).out.contains("kingfisher"));
    // So is a plan with one answer.
    keyboard.types(&["plan"], &["", "", "Sunday"]);
    assert!(keyboard.types(&["plan"], &[]).out.contains("Sunday"));
}

#[test]
fn the_input_may_end_anywhere() {
    let unit = through_the_unit();
    let mut script: Vec<String> = ["2", "4"].map(Into::into).into();
    script.extend(unit);
    let more = "q|q|3|1|1|1||q|q|5|1||7|3|7||||Sunday||||q|q|8|n|heron||1|q|q|9||10|pep|1|q|q|11|1|1|2|1|1|5|||||q|q|q";
    script.extend(more.split('|').map(Into::into));
    for lines in 0..=script.len() {
        let keyboard = Keyboard::new();
        let typed = strs(&script[..lines]);
        let said = keyboard.types(&[], &typed);
        assert_eq!(said.code, Some(0), "after {lines} lines\n{}\n{}", said.out, said.fault);
        assert!(!said.fault.contains("panicked"), "after {lines} lines: {}", said.fault);
        let again = keyboard.types(&["log"], &[]);
        assert_eq!((again.code, again.fault.as_str()), (Some(0), ""), "after {lines} lines");
    }
}

#[test]
fn out_at_once_asks_nothing() {
    let keyboard = Keyboard::new();
    let said = keyboard.types(&["learn", UNIT], &["1", "x"]);
    assert_eq!((said.code, said.fault.as_str()), (Some(0), ""));
    assert!(said.out.ends_with("> x\n"));
}

#[test]
fn links_and_sources_open_where_they_stand() {
    let keyboard = Keyboard::new();
    let said = keyboard.types(&["terms", "antibody test"], &["l1", "", "s", "", ""]);
    assert!(said.out.contains("[l1]") && said.out.contains("l1  Open: "), "{}", said.out);
    assert!(said.out.contains("* Facts checked ") && said.out.contains("Where these facts come from"));
    assert_eq!(said.code, Some(0));
}

#[test]
fn search_opens_what_it_finds() {
    let keyboard = Keyboard::new();
    let said = keyboard.types(&["search", "talk", "early"], &["1", "q", "q"]);
    assert!(said.out.contains("Found for \"talk early\"") && said.out.contains("card 1 of"), "{}", said.out);
    assert!(keyboard.types(&["search", "xyzzy"], &[]).out.contains("Nothing found for \"xyzzy\"."));
}

#[test]
fn the_pep_questions_ask_only_what_matters() {
    let keyboard = Keyboard::new();
    // Yesterday evening, by sex, nobody forced, not sure of the rest.
    let said = keyboard.types(&["now", "pep"], &["1", "2", "1", "2", "2", "4", "2", "", "", "", "", "q"]);
    assert!(said.out.contains("Time left: 46 hours. Hours are rounded down."), "{}", said.out);
    let has_hiv = keyboard.types(&["now", "pep"], &["1", "1", "2", "", "q"]);
    assert!(has_hiv.out.contains("The other person may need it") && !has_hiv.out.contains("What happened?"));
    let touch = keyboard.types(&["now", "pep"], &["1", "2", "3", "2", "", "q"]);
    assert!(touch.out.contains("This does not pass HIV") && !touch.out.contains("When was it?"));
    let over = keyboard.types(&["now", "pep"], &["1", "2", "2", "2", "6", "2", "", "", "", "q"]);
    assert!(over.out.contains("Call a clinic today") && !over.out.contains("Time left"), "{}", over.out);
    // Nothing was made for it on disk.
    assert!(!keyboard.data().exists());
}

#[test]
fn a_plan_says_what_its_facts_rest_on() {
    let mut course = course();
    course
        .plan
        .before
        .push(Block::Paragraph(vec![Span::Text("True.".into()), Span::Claim(course.claims[0].id.clone())]));
    let keyboard = Keyboard::new();
    let said = keyboard.plays(&course, &["plan"], &["", "s", "", "q", "q"]);
    assert!(said.out.contains("True.*") && said.out.contains("* Facts checked "), "{}", said.out);
    assert!(said.out.contains("Where these facts come from"), "{}", said.out);
}

#[test]
fn places_to_turn_to_say_when_they_were_checked() {
    let resource = serde_json::json!([{
        "id": "resource/night-line", "name": "Night line", "country": "US", "languages": ["en", "es"],
        "who_for": "Anyone who is scared at home.", "channel": "phone", "contact": "555-0100", "hours": "Day and night.",
        "verified_on": "2026-11-20", "verified_by": "Peer worker", "verify_by": "2027-05-20",
    }]);
    let mut course = course();
    let last = (course.help.len() + 1).to_string();
    assert!(!Keyboard::new().plays(&course, &["now"], &["q"]).out.contains("Places and lines"));
    course.resources = serde_json::from_value(resource).unwrap();
    let said = Keyboard::new().plays(&course, &["now"], &[&last, "", "q"]);
    for part in ["Places and lines to turn to", "Night line", "Call: 555-0100", "Checked on 20 Nov 2026.", "en, es"] {
        assert!(said.out.contains(part), "{part}\n{}", said.out);
    }
}
