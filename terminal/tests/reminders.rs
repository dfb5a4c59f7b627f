//! Reminders at a keyboard: made, looked at, warned about, planned.

mod keyboard;

use keyboard::Keyboard;

#[test]
fn a_reminder_is_made_and_planned() {
    let keyboard = Keyboard::new();
    let none = keyboard.types(&["remind", "plan"], &[]);
    assert!(none.out.contains("Reminders of the next 14 days\nNone."), "{}", none.out);
    // 8:15 on Monday, Wednesday and Friday, with the second text of the list.
    let made = keyboard.types(&["remind"], &["a", "8:15", "1 3 5", "2", "q"]);
    assert_eq!(made.code, Some(0), "{}", made.fault);
    assert!(made.out.contains("None yet. That is fine."));
    assert!(made.out.contains("Saved."), "{}", made.out);
    assert!(made.out.contains("1  08:15 Mon, Wed, Fri: Ten quiet minutes?"), "{}", made.out);
    assert!(made.out.contains("Next: Wed 25 Nov 2026, 08:15."), "{}", made.out);
    let plan = keyboard.types(&["remind", "plan", "--days", "22"], &[]);
    let times: Vec<&str> = plan.out.lines().filter(|line| line.starts_with("- ")).collect();
    assert_eq!(
        times,
        [
            "- Wed 25 Nov 2026, 08:15: Ten quiet minutes?",
            "- Fri 27 Nov 2026, 08:15: Ten quiet minutes?",
            "- Mon 30 Nov 2026, 08:15: Ten quiet minutes?",
            "- Mon 7 Dec 2026, 08:15: Ten quiet minutes?",
            "- Mon 14 Dec 2026, 08:15: Ten quiet minutes?",
        ]
    );
    assert!(plan.out.contains("From 2 Dec 2026 on they are fewer, once a week at most"), "{}", plan.out);
}

#[test]
fn own_words_that_tell_are_warned_about_and_not_stopped() {
    let keyboard = Keyboard::new();
    let last = (keyboard::course().reminders.len() + 1).to_string();
    let made = keyboard.types(&["remind"], &["a", "", "", &last, "Buy condoms", "2", "1", "", "q"]);
    let warning = "\"condoms\" may tell others what this is about.";
    assert_eq!(made.out.matches(warning).count(), 2, "{}", made.out);
    assert!(made.out.contains("19:30 every day: Buy condoms"), "{}", made.out);
    // Other words after all.
    let other = keyboard.types(&["remind"], &["a", "9:00", "", &last, "Pills now", "", &last, "Water the basil", "q"]);
    assert!(
        other.out.contains("09:00 every day: Water the basil") && !other.out.contains("every day: Pills"),
        "{}",
        other.out
    );
}

#[test]
fn quiet_hours_and_switches() {
    let keyboard = Keyboard::new();
    keyboard.types(&["remind"], &["a", "23:00", "", "", "q"]);
    let quiet = keyboard.types(&["remind"], &["q"]);
    assert!(quiet.out.contains("23:00 every day (silent: in your quiet hours): Time for you."), "{}", quiet.out);
    let loud = keyboard.types(&["remind"], &["f", "1", "2", "2", "3", "9", "3", "1", "q", "q"]);
    assert!(loud.out.contains("Quiet hours: none") && loud.out.contains("relaxed: no"), "{}", loud.out);
    assert!(
        loud.out.contains("Not saved: most a day is 1 to 8.") && loud.out.contains("A day, at most: 1"),
        "{}",
        loud.out
    );
    let next = keyboard.types(&["remind"], &["1", "2", "q"]);
    assert!(next.out.contains("Next: Mon 23 Nov 2026, 23:00.") && next.out.contains("(off)"), "{}", next.out);
    let gone = keyboard.types(&["remind"], &["1", "3", "2", "q"]);
    assert!(gone.out.contains("Deleted.") && gone.out.contains("None yet."), "{}", gone.out);
    // From Home.
    assert!(keyboard.types(&[], &["q"]).out.contains("Reminders"));
}
