//! A course that is wrong in many ways names every fault at once, each with its file, line and column.

mod home;

use home::Home;

#[test]
fn every_fault_at_once() {
    let home = Home::good();
    home.write(
        "lesson/1-first/03-broken.toml",
        r#"id = "lesson/broken"
title = "Broken"
minutes = 12
goal = "After this."
colour = "red"

[[card]]
id = "one"
read = "One"
text = """
First \"quoted\", then
a [term](term/clam) and \
   <b>bold</b> words. [^X9]
"""

[[card]]
id = "one"
exchange = "Twice"
technique = "asks"
scene = "Here!"
lines = [["you", "Hi!"], ["you"], 3]
notice = "[so] _that_"

[[card]]
id = "Three"
check = "Which?"
options = [{ id = "a", text = "A", why = "No." }]
"#,
    )
    .write(
        "lesson/1-first/04-torn.toml",
        "id = \"lesson/torn\"\ntitle = = \"Torn\"\nminutes = 4\n[[card]]\nid = \"a\"\nread = \"A\n",
    )
    .write("quiz/2-bytes.toml", b"id = \"quiz/bytes\"\ntitle = \"\xff\"\n");
    let unit = |place: &str, reason: &str| format!("content/course/lesson/1-first/03-broken.toml:{place}: {reason}");
    let torn = |place: &str, reason: &str| format!("content/course/lesson/1-first/04-torn.toml:{place}: {reason}");
    let expected = [
        unit(
            "1:1",
            "a unit with an exchange has a gate as its first card, or begins its first or second card with `[Is it safe to talk?](help/safe-to-talk)` [gate]",
        ),
        unit("3:11", "a unit takes 3 to 8 minutes [minutes]"),
        unit(
            "5:1",
            "`colour` is not known here; known: id, title, home_title, minutes, goal, teaches, card [unknown-key]",
        ),
        unit("12:3", "`term/clam` is not in the course; did you mean `term/calm`? [broken-link]"),
        unit("13:4", "HTML is not used in a course [mark]"),
        unit("13:11", "HTML is not used in a course [mark]"),
        unit("13:23", "`X9` is not in the course [broken-link]"),
        unit(
            "17:6",
            "the id `lesson/broken/one` was already used in content/course/lesson/1-first/03-broken.toml:8:6 [id]",
        ),
        unit("19:13", "`asks` is not in the course; did you mean `ask`? [broken-link]"),
        unit("20:14", "an exclamation mark; only people in a dialogue call out [shout]"),
        unit("21:26", "a line is written [\"who speaks\", \"what they say\"] [card]"),
        unit("21:35", "`lines` must be a list, not this number [value]"),
        unit("22:11", "these brackets are no link: write `[words](term/…)` [mark]"),
        unit("22:16", "emphasis is written with `*` [mark]"),
        unit("24:1", "`again` is missing [missing-key]"),
        unit("24:1", "a check has two options or more [answer-key]"),
        unit("25:6", "`Three`: an id has only small letters, digits and hyphens [id]"),
        torn("2:9", "extra `=`, expected nothing [syntax]"),
        torn("2:11", "unexpected key or value, expected newline, `#` [syntax]"),
        torn("6:10", "invalid basic string, expected `\"` [syntax]"),
        "content/course/quiz/2-bytes.toml:2:1: is not UTF-8 text [syntax]".to_owned(),
    ];
    assert_eq!(home.faults().join("\n"), expected.join("\n"));
}

#[test]
fn windows_lines_and_a_byte_order_mark_move_no_place() {
    let home = Home::good();
    home.write(
        "glossary/terms-more.toml",
        "\u{feff}[[term]]\r\nid = \"x\"\r\nname = \"X\"\r\ntext = '''\r\nFirst.\r\n\r\nSecond with [a link](term/y).\r\n'''\r\n",
    )
    .write("glossary/terms-other.toml", "\u{feff}[[trem]]\r\n");
    assert_eq!(
        home.faults(),
        [
            "content/course/glossary/terms-more.toml:7:13: `term/y` is not in the course; did you mean `term/x`? [broken-link]",
            "content/course/glossary/terms-other.toml:1:3: `trem` is not known here; did you mean `term`? [unknown-key]",
        ]
    );
}

#[test]
fn a_torn_file_is_not_said_to_lack_what_could_not_be_read() {
    let home = Home::good();
    home.write("help/3-torn.toml", "id = \"help/torn\"\ntitle = \"Torn\"\nlead = \"Go.\nparts = 3\n");
    assert_eq!(
        home.faults(),
        [
            "content/course/help/3-torn.toml:3:12: invalid basic string, expected `\"` [syntax]",
            "content/course/help/3-torn.toml:4:9: `parts` must be a list, not this number [value]",
        ]
    );
}

#[test]
fn no_course_at_all_is_a_fault_and_no_panic() {
    let faults = Home::empty().faults();
    assert!(
        matches!(faults.as_slice(), [plan, page, texts]
            if plan.contains("journal/") && page.contains("pack.toml") && texts.contains("reminder/")),
        "{faults:?}"
    );
}
