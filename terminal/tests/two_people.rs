//! Two people at one keyboard: every stage is there after a restart, and what one of them read alone stays theirs.

mod keyboard;

use keyboard::story::{SECRETS, story, with};
use keyboard::{Keyboard, Said};

/// Starts the program anew, in the list, and goes on with the talk of two.
fn goes_on(keyboard: &Keyboard, lines: &[&str]) -> Said {
    plays(keyboard, &["rehearse"], &[&["1"], lines].concat())
}

fn plays(keyboard: &Keyboard, arguments: &[&str], lines: &[&str]) -> Said {
    let said = keyboard.plays(&with(&story()), arguments, lines);
    assert_eq!(said.code, Some(0), "{}\n{}", said.out, said.fault);
    said
}

fn begun(keyboard: &Keyboard) -> Said {
    plays(keyboard, &["rehearse", "small", "--side", "together"], &["1", "1"])
}

fn tells(said: &Said, secrets: [bool; 2]) {
    assert_eq!(SECRETS.map(|secret| said.out.contains(secret)), secrets, "{}", said.out);
}

#[test]
fn two_people_go_through_all_stages_with_a_restart_at_each() {
    let keyboard = Keyboard::new();
    let begun = begun(&keyboard);
    assert!(begun.out.contains("How it goes") && begun.out.contains("about 3 minutes"), "{}", begun.out);
    assert!(plays(&keyboard, &["rehearse"], &["q"]).out.contains("1  Go on together: A small talk"));

    // The situation is told again, and Ari gets the keyboard: the card is closed until Ari asks for it.
    let first = goes_on(&keyboard, &[""]);
    assert!(
        first.out.contains("They are at home.") && first.out.contains("Hand the keyboard to Ari."),
        "{}",
        first.out
    );
    tells(&first, [false, false]);
    // The program dies while the card is open: it is sealed the next time, and not lost.
    let open = goes_on(&keyboard, &[""]);
    tells(&open, [true, false]);
    assert!(open.out.ends_with(&"\n".repeat(60)));
    tells(&goes_on(&keyboard, &[]), [false, false]);
    // Closed by Ari, it is out of sight and does not come back.
    let closed = goes_on(&keyboard, &["", ""]);
    let (read, after) = closed.out.split_once(&"\n".repeat(60)).unwrap();
    assert!(read.contains(SECRETS[0]) && !after.contains(SECRETS[0]));
    assert!(after.contains("The card is closed.") && after.contains("Hand the keyboard to Jo."));

    let second = goes_on(&keyboard, &["", ""]);
    tells(&second, [false, true]);
    assert!(second.out.contains("Now talk") && second.out.contains("0:00 of 3 minutes."), "{}", second.out);

    let talk = goes_on(&keyboard, &["t", "what", ""]);
    assert!(talk.out.contains("Ari, what did you hear Jo do?") && talk.out.contains("None is fine too."));
    let marks = goes_on(&keyboard, &["1 2 1"]);
    assert!(marks.out.contains("Jo, what did you hear Ari do?"), "{}", marks.out);
    let both = goes_on(&keyboard, &[""]);
    let names: Vec<String> =
        keyboard::course().techniques.iter().take(2).map(|technique| format!("- {}\n", technique.name)).collect();
    assert!(both.out.contains(&format!("What Ari heard Jo do\n{}", names.concat())), "{}", both.out);
    assert!(both.out.contains("What Jo heard Ari do\nNothing marked. That is fine."), "{}", both.out);
    let back = goes_on(&keyboard, &["2", "q", "q"]);
    assert!(back.out.contains("Which line could be yours?") && back.out.contains("Open: Is it safe to talk?"));
    for said in [&talk, &marks, &both, &back] {
        tells(said, [false, false]);
    }

    // With sides swapped, whoever was first plays Jo now.
    let swapped = goes_on(&keyboard, &["1"]);
    assert!(swapped.out.contains("who was Ari is Jo now") && swapped.out.contains("Hand the keyboard to Jo."));
    tells(&swapped, [false, false]);
    let end = goes_on(&keyboard, &["", "", "", "", "", "", "", ""]);
    assert!(end.out.contains("That is the end of this talk."), "{}", end.out);
    assert!(!plays(&keyboard, &["rehearse"], &["q"]).out.contains("Go on together"));
}

#[test]
fn a_talk_can_be_ended_at_any_stage() {
    let to_each: [&[&str]; 4] = [&[], &[""], &["", "", ""], &["", "", "", "", ""]];
    for lines in to_each {
        let keyboard = Keyboard::new();
        begun(&keyboard);
        let said = goes_on(&keyboard, &[lines, &["e", "q"]].concat());
        assert!(said.out.contains("That is the end of this talk."), "{}", said.out);
        assert!(!plays(&keyboard, &["rehearse"], &["q"]).out.contains("Go on together"));
    }
}

#[test]
fn a_talk_is_timed_and_out_at_once_keeps_the_time() {
    let keyboard = Keyboard::new();
    begun(&keyboard);
    goes_on(&keyboard, &["", "", "", "", "", "x"]);
    let said = goes_on(&keyboard, &["h", "q", "q"]);
    assert!(said.out.contains("Now talk") && said.out.contains("Help now"), "{}", said.out);
}

#[test]
fn alone_and_together_are_kept_apart() {
    let keyboard = Keyboard::new();
    begun(&keyboard);
    let alone = plays(&keyboard, &["rehearse", "small", "--side", "a"], &["1", "1", "", "1", "q"]);
    assert!(!alone.out.contains("Go on together"), "{}", alone.out);
    let both = plays(&keyboard, &["rehearse", "small"], &["q"]);
    assert!(both.out.contains("1  Go on where you were\n  2  Go on together\n  3  Begin anew"), "{}", both.out);
}
