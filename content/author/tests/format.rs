//! Every rule of the format, broken alone: one change to a course without faults gives this fault, here, and no other.

mod home;

use home::{Home, each_breaks_alone, rule};

const CHAPTER: &str = "lesson/1-first/chapter.toml";
const WALK: &str = "lesson/1-first/01-walk.toml";
const REST: &str = "lesson/1-first/02-rest.toml";
const QUIZ: &str = "quiz/1-first.toml";
const BREATH: &str = "relaxation/1-breath.toml";
const PEP: &str = "help/1-pep.toml";
const TERMS: &str = "glossary/terms.toml";
const CLAIMS: &str = "claim/claims.toml";
const PLAN: &str = "journal/plan-the-talk.toml";

#[test]
fn keys_and_values() {
    each_breaks_alone(
        WALK,
        &[
            rule("minutes = 4", "minutes = 4\nminuets = 4", "minuets", "is not known here; did you mean `minutes`?"),
            rule("minutes = 4", "minutes = 4\ncolour = 4", "colour", "is not known here; known: id, title"),
            rule("goal = \"After this you can ask for a walk.\"\n", "", "id = \"lesson", "`goal` is missing"),
            rule("scene = \"It is cold.\"\n", "", "[[card]]\nid = \"at-the", "`scene` is missing"),
            rule("\"It is cold.\"", "\" \"", "\" \"\nlines", "`scene` is empty"),
            rule("\"A walk\"", "3", "3\nminutes", "`title` must be a text, not this number"),
            rule("[\"ask\"]", "\"ask\"", "\"ask\"\n\n[[card]]", "`teaches` must be a list, not a text"),
        ],
    );
    each_breaks_alone(TERMS, &[rule("= true", "= 1", "1\n", "`exact` must be true or false, not this number")]);
    each_breaks_alone(PEP, &[rule("= 72", "= 99999", "99999", "`limit_hours` must be a number from 0 to 65535")]);
    each_breaks_alone(
        CLAIMS,
        &[rule("= 2026-11-23", "= \"2026-11-23\"", "\"2026", "must be a day such as 2026-11-23, without quotes")],
    );
}

#[test]
fn ids() {
    each_breaks_alone(
        WALK,
        &[
            rule(
                "\"lesson/walk\"",
                "\"lesson/Walk\"",
                "\"lesson/W",
                "an id has only small letters, digits and hyphens",
            ),
            rule(
                "\"why\"",
                "\"try\"",
                "\"try\"\npractise",
                "was already used in content/course/lesson/1-first/01-walk.toml:17:6",
            ),
        ],
    );
    each_breaks_alone(
        REST,
        &[
            rule("\"lesson/rest\"", "\"rest\"", "\"rest\"", "this id begins with `lesson/`"),
            rule(
                "lesson/rest",
                "lesson/walk",
                "\"lesson/walk",
                "was already used in content/course/lesson/1-first/01-walk.toml:1:6",
            ),
        ],
    );
    each_breaks_alone(
        PLAN,
        &[rule("plan-the-talk", "plan", "\"journal/plan\"", "the id of this file is `journal/plan-the-talk`")],
    );
    let more = Home::good();
    let claim = "text = \"Yes.\"\nseen = \"D\"\nchecked = 2026-11-23\nreview_by = 2027-11-23\nplace = \"any\"\nrisk = \"editorial\"\nreview = \"unreviewed\"\n";
    more.write("claim/more.toml", format!("[claim.m-9]\n{claim}[claim.E1]\n{claim}"));
    assert_eq!(
        more.faults(),
        [
            "content/course/claim/more.toml:1:8: `m-9`: a claim is called by a capital letter and a number, such as M9 [id]",
            "content/course/claim/more.toml:9:8: the id `claim/E1` was already used in content/course/claim/claims.toml:11:8 [id]",
        ]
    );
}

#[test]
fn links_and_doors() {
    each_breaks_alone(
        WALK,
        &[
            rule("(term/calm)", "(term/clam)", "[calm]", "`term/clam` is not in the course; did you mean `term/calm`?"),
            rule(
                "(term/calm)",
                "(lesson/walk/why)",
                "[calm]",
                "leads to a term, help card, unit, quiz, relaxation or scenario",
            ),
            rule("(term/calm)", "(technique/ask)", "[calm]", "`technique/ask`: this leads to a term, help card"),
            rule(
                "\"quiz/first\"",
                "\"quiz/frist\"",
                "\"quiz/frist",
                "is not in the course; did you mean `quiz/first`?",
            ),
            rule("\"quiz/first\"", "\"lesson/rest\"", "\"lesson/rest", "leads to a quiz, relaxation, scenario"),
            rule("go = \"help/safe-to-talk\"", "go = \"term/calm\"", "\"term/calm", "leads to a help card"),
            rule("[\"ask\"]", "[\"ass\"]", "\"ass\"", "`ass` is not in the course; did you mean `ask`?"),
            rule("technique = \"ask\"", "technique = \"beg\"", "\"beg\"", "`beg` is not in the course"),
        ],
    );
    each_breaks_alone(QUIZ, &[rule("[\"ask\"]", "[\"asks\"]", "\"asks\"", "did you mean `ask`?")]);
    each_breaks_alone(
        BREATH,
        &[rule("(help/safe-to-talk)", "(help/nowhere)", "[Help", "`help/nowhere` is not in the course")],
    );
}

#[test]
fn marks() {
    each_breaks_alone(
        WALK,
        &[
            rule("*free*", "`free`", "`free`", "code is not used"),
            rule("- Slow", "  - Slow", "- Slow", "a list inside a list"),
            rule("It is cold.", "It is\\n\\ncold.", "\"It is\\n", "`scene` is one paragraph"),
            rule("\"A walk\"", "\"A *walk*\"", "\"A *walk*", "`title` is plain words on one line"),
            rule("*free*", "[free]", "[free]", "these brackets are no link"),
            rule("Say \\\"please\\\"", "Say \\\"please\\\", `Sam`", "`Sam`", "code is not used"),
        ],
    );
    each_breaks_alone(BREATH, &[rule("\"In.\"", "\"In. [^W1]\"", "\"In. [", "`cues` is plain words on one line")]);
}

#[test]
fn files_stand_where_they_are_read() {
    let lost = Home::good();
    lost.write("lesson/stray.toml", "id = \"lesson/stray\"").write("scenrio/a.toml", "").write("lesson/notes.md", "*");
    let reason = "no part of a course is read from here (see docs/authoring.md) [lost-file]";
    let stray = |file: &str| format!("content/course/{file}:1:1: {reason}");
    assert_eq!(lost.faults(), [stray("lesson/stray.toml"), stray("scenrio/a.toml")]);

    let bare = Home::good();
    bare.remove(PLAN).remove(CHAPTER);
    let faults = bare.faults();
    assert!(
        matches!(faults.as_slice(), [plan, chapter] if plan.contains(PLAN) && chapter.contains(CHAPTER)),
        "{faults:#?}"
    );

    let empty = Home::good();
    empty.write("lesson/2-second/chapter.toml", "id = \"chapter/second\"\ntitle = \"Second\"\n");
    assert_eq!(
        empty.faults(),
        ["content/course/lesson/2-second/chapter.toml:1:1: a chapter has at least one unit [lost-file]"]
    );
}
