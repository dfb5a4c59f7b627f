//! Talks at a keyboard, alone: a run is there the next time, every line can be said in another way, and nobody is pushed on.

mod keyboard;

use keyboard::story::{story, with, without};
use keyboard::{Keyboard, Said};

/// To the person's card as Ari, who has HIV: past the gate, the setup, and the question who plays.
const AS_ARI: [&str; 3] = ["1", "1", "1"];
const REHEARSE: [&str; 2] = ["rehearse", "small"];

/// Plays the small talk.
fn plays(keyboard: &Keyboard, arguments: &[&str], lines: &[&str]) -> Said {
    let said = keyboard.plays(&with(&story()), arguments, lines);
    assert_eq!(said.code, Some(0), "{}\n{}", said.out, said.fault);
    said
}

fn has(said: &Said, parts: &[&str]) {
    let mut rest = said.out.as_str();
    for part in parts {
        let Some(at) = rest.find(part) else { panic!("no {part:?} in order in\n{}", said.out) };
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn a_talk_is_read_as_it_is_said_and_goes_on_after_a_restart() {
    let keyboard = Keyboard::new();
    let first = plays(&keyboard, &REHEARSE, &[&AS_ARI[..], &["", "1"]].concat());
    let before =
        ["A small talk", "You can stop at any line.", "Could they hurt you?", "They are at home.", "Who has HIV?"];
    has(&first, &before);
    has(&first, &["Who do you play?", "1  Ari, on my own", "Your card: Ari", "You are a kestrel.", "Talk early"]);
    has(&first, &["It is Sunday.", "1  Can we talk? (new)", "3  I have HIV. (new)", "4  The way out: I'm going now."]);
    has(&first, &["You (Ari): Can we talk?\nJo: I'm listening.\n\nThe kettle boils.\n", "1  I like us. (new)"]);
    assert_eq!(first.out.matches("It is Sunday.").count(), 1);

    has(&plays(&keyboard, &["rehearse"], &["q"]), &["1  A small talk (go on; 0 of 5 endings seen)"]);
    let again = plays(&keyboard, &REHEARSE, &["", "k", "", "1", ""]);
    has(&again, &["1  Go on where you were", "It is Sunday.", "You (Ari): Can we talk?", "Your card: Ari"]);
    has(&again, &["You (Ari): I like us.", "How it ended: agreed", "Both got something.", "You talked it through."]);
    has(&again, &["Ways you used", "- Talk early: \"Can we talk?\"", "Which line could be yours?"]);
    has(&again, &["1  Somebody pushed you? Open: Is it safe to talk?", "Enter: finish."]);
    assert!(!again.out.contains("Where another way was open") && !again.out.contains("hard line"), "{}", again.out);
    has(&plays(&keyboard, &["rehearse"], &["q"]), &["1  A small talk (1 of 5 endings seen)"]);
}

#[test]
fn the_gate_leads_to_help_and_is_not_passed() {
    let keyboard = Keyboard::new();
    let said = plays(&keyboard, &REHEARSE, &["", "2", "q", "q"]);
    has(
        &said,
        &["Could they hurt you?", "Please type a number from 1 to 2", "Is it safe to talk?", "Could they hurt you?"],
    );
    assert!(!said.out.contains("They are at home."), "{}", said.out);
    has(&plays(&keyboard, &["rehearse"], &["q"]), &["1  A small talk (not tried yet)"]);
}

#[test]
fn the_other_side_can_be_played_by_letter_or_name() {
    for side in ["b", "Jo", "jo"] {
        let keyboard = Keyboard::new();
        let said = plays(&keyboard, &["rehearse", "a-small-talk", "--side", side], &["1", "2", "", "1", "q"]);
        has(&said, &["Your card: Jo", "You are a marten.", "Ari: ", "1  I'm listening.", "You (Jo): I'm listening."]);
        assert!(!said.out.contains("kestrel") && !said.out.contains("Who do you play?"), "{}", said.out);
    }
    let odd = Keyboard::new().plays(&with(&story()), &["rehearse", "small", "--side", "max"], &[]);
    assert_eq!((odd.code, odd.out.as_str()), (Some(1), ""));
    assert!(odd.fault.contains("a (Ari), b (Jo), together"), "{}", odd.fault);
}

#[test]
fn a_push_opens_help_first_and_is_not_praised() {
    let keyboard = Keyboard::new();
    let said = plays(&keyboard, &REHEARSE, &[&AS_ARI[..], &["", "1", "3", "q", "1", ""]].concat());
    let help = said.out.find("Feeling very low").unwrap();
    assert!(help < said.out.find("You (Ari): You owe me.").unwrap(), "{}", said.out);
    has(&said, &["On with the talk: A small talk", "Jo: I said no.", "You (Ari): I'm stopping."]);
    has(
        &said,
        &["How it ended: stopped here", "Ari stopped.", "A hard line", "You (Ari): \"You owe me.\" This pushed past"],
    );
    assert!(!said.out.contains("good ending") && !said.out.contains("That counts."), "{}", said.out);
}

#[test]
fn the_way_out_is_always_last_and_always_good() {
    let keyboard = Keyboard::new();
    let said = plays(&keyboard, &REHEARSE, &["1", "2", "1", "", "3", "1", "q"]);
    has(&said, &["3  The way out: I'm going now.", "You (Ari): I'm going now.", "How it ended: left safely"]);
    has(&said, &["You trusted the feeling.", "Leaving is always a good ending.", "You listened. That counts."]);
    has(&said, &["To try next\nTalk early. It comes back in your look back.", "Is it safe to talk?"]);
}

#[test]
fn every_line_can_be_said_in_another_way_and_two_tries_be_compared() {
    let keyboard = Keyboard::new();
    // Blame, and leave; from the debrief back to where another way was open, and back again to the first line.
    let typed = [&AS_ARI[..], &["", "1", "2", "2", "1", "b", "1", "1", "t", "c", "", "1", "q"]].concat();
    let said = plays(&keyboard, &REHEARSE, &typed);
    has(&said, &["How it ended: left safely", "Where another way was open", "1  You said: \"You never ask.\""]);
    has(&said, &["A hard line", "You (Ari): \"You never ask.\" This can hurt.", "To try next", "> 1"]);
    // What was said carries no mark any more.
    has(&said, &["> 1\n\nYou (Ari): Can we talk?\nJo: I'm listening.\n", "1  I like us. (new)", "2  You never ask.\n"]);
    has(&said, &["> b\n\nIt is Sunday.\n", "2  It's nothing. (new)", "How it ended: agreed", "Your tries"]);
    has(&said, &["1  Try 1: 5 lines, left safely. Your last line: \"I'm off.\"", "2  Try 2 (you are here): 3 lines"]);
    has(
        &said,
        &["> c", "Both tries begin like this\nYou (Ari): Can we talk?\nJo: I'm listening.\n\nThe kettle boils.\n"],
    );
    has(
        &said,
        &["Try 1 goes on like this\nYou (Ari): You never ask.\nJo: Ouch.\nYou (Ari): I'm off.\nIt ended: left safely."],
    );
    has(&said, &["Try 2 goes on like this\nYou (Ari): I like us.\nIt ended: agreed. Both got something."]);
    // A number among the tries leads to the end of that way.
    has(&said, &["> c", "> 1", "How it ended: left safely"]);
}

#[test]
fn the_last_talk_is_rewound_and_compared_by_command() {
    let keyboard = Keyboard::new();
    plays(&keyboard, &REHEARSE, &[&AS_ARI[..], &["", "1", "2"]].concat());
    has(&plays(&keyboard, &["rehearse", "--compare"], &[]), &["To compare, there must be two tries."]);
    let back = plays(&keyboard, &["rehearse", "--rewind", "small"], &["2", "3", "q", "q"]);
    has(&back, &["Your lines: A small talk", "1  Can we talk?\n  2  You never ask.\n", "> 2", "1  I like us. (new)"]);
    has(&back, &["You (Ari): You owe me.", "1  I'm stopping."]);
    let both = plays(&keyboard, &["rehearse", "--compare"], &[""]);
    has(
        &both,
        &["Both tries begin like this", "The kettle boils.", "Try 1 goes on", "Jo: Ouch.\nIt is not at its end yet."],
    );
    has(&both, &["Try 2 goes on like this\nYou (Ari): You owe me.\nJo: I said no."]);
    assert_eq!(both.out.matches("Can we talk?").count(), 1, "{}", both.out);
}

#[test]
fn an_updated_talk_goes_on_at_the_deepest_line_and_says_so() {
    let keyboard = Keyboard::new();
    plays(&keyboard, &REHEARSE, &[&AS_ARI[..], &["", "1", "2"]].concat());
    let said = keyboard.plays(&with(&without("blame")), &REHEARSE, &["1", "1", ""]);
    has(
        &said,
        &["Jo: I'm listening.", "This talk was updated. You go on from line 3.", "1  I like us.", "How it ended"],
    );
    assert_eq!(said.out.matches("was updated").count(), 1, "{}", said.out);
    assert!(!said.out.contains("You never ask."), "{}", said.out);
}

#[test]
fn a_talk_that_has_ended_can_be_rewound_and_compared_another_day() {
    let keyboard = Keyboard::new();
    plays(&keyboard, &REHEARSE, &[&AS_ARI[..], &["", "1", "1", ""]].concat());
    let back = plays(&keyboard, &["rehearse", "--rewind"], &["2", "2", "2", ""]);
    has(&back, &["Your lines: A small talk", "You never ask.", "How it ended: left safely"]);
    let both = plays(&keyboard, &["rehearse", "--compare", "small"], &[""]);
    has(&both, &["Try 1 goes on like this\nYou (Ari): I like us.\nIt ended: agreed.", "It ended: left safely."]);
}

#[test]
fn an_update_is_told_also_where_the_other_side_speaks_next() {
    let keyboard = Keyboard::new();
    plays(&keyboard, &REHEARSE, &[&AS_ARI[..], &["", "1"]].concat());
    let mut edited = with(&without("listen"));
    let mut line = edited.scenarios[0].lines[3].clone();
    (line.id, line.at, line.by) = ("scenario/small/hear".into(), "answer".into(), saywell_core::content::Side::B);
    (line.go, line.pressure, line.help) = ("why".into(), false, None);
    edited.scenarios[0].lines.push(line);
    let said = keyboard.plays(&edited, &REHEARSE, &["1", "q"]);
    has(&said, &["You (Ari): Can we talk?\nJo: ", "This talk was updated. You go on from line 2."]);
}

#[test]
fn home_goes_on_with_the_talk() {
    let keyboard = Keyboard::new();
    has(&plays(&keyboard, &[], &["q"]), &["Rehearse a talk"]);
    plays(&keyboard, &REHEARSE, &[&AS_ARI[..], &[""]].concat());
    has(&plays(&keyboard, &[], &["2", "1", "q", "q"]), &["2  Go on with the talk: A small talk", "Jo: I'm listening."]);
    // And the list leads to it too.
    has(
        &plays(&keyboard, &[], &["5", "1", "", "q", "q", "q"]),
        &["Rehearse", "A small talk (go on;", "The kettle boils."],
    );
}

#[test]
fn what_is_not_there_gets_a_hint() {
    let keyboard = Keyboard::new();
    has(&plays(&keyboard, &["rehearse", "--rewind"], &[]), &["There is no talk to go back to."]);
    let odd = keyboard.plays(&with(&story()), &["rehearse", "large"], &[]);
    assert_eq!((odd.code, odd.out.as_str()), (Some(1), ""));
    assert!(odd.fault.contains("There is no talk called large. To see all of them, run: saywell rehearse"));
}

#[test]
fn the_input_may_end_anywhere() {
    let alone = "1|2|q|1|1|1||k||1|2|t|r|1|1|3|q|b|2|1|t|c||1|l1|s|h|q|q";
    let together = "1|1|1|3|||||||t|1 3||2|q|1|||||||||";
    for script in [alone, together] {
        let script: Vec<&str> = script.split('|').collect();
        for lines in 0..=script.len() {
            let keyboard = Keyboard::new();
            let said = plays(&keyboard, &["rehearse"], &script[..lines]);
            assert!(!said.fault.contains("panicked"), "after {lines} lines: {}", said.fault);
            let again = plays(&keyboard, &["rehearse"], &["q"]);
            assert_eq!(again.fault, "", "after {lines} lines");
        }
    }
}
