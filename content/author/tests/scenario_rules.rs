//! Every rule of how a scenario is written, broken alone: one change to one without faults gives this fault, here, and no
//! other.

mod home;

use home::rule;
use home::scenario::{WALK, alone, changed, each_breaks_alone};

const NONE: [&str; 0] = [];

#[test]
fn the_file() {
    each_breaks_alone(&[
        rule("minutes = 5", "minutes = 2", "2\n", "a scenario takes 3 to 8 minutes"),
        rule("minutes = 5", "minutes = 9", "9\n", "a scenario takes 3 to 8 minutes"),
        rule("to the lake\"", "to the clinic\"", "\"A walk", "`clinic` in a title names the topic"),
        rule("could your", "would your", "\"If you bring", "a gate asks, in these very words"),
        rule("go = \"next\"", "go = \"help/pep\"", "[gate]", "exactly one answer of a gate goes on"),
        rule("\"silent\"", "\"stop\"", "\"stop\", say = \"I pushed", "the id `scenario/walk/stop` was already used"),
        rule("\"jo-is\"", "\"silent\"", "\"silent\", say", "the id `scenario/walk/silent` was already used"),
        rule("\"jo-is\"", "\"any-time\"", "\"any-time\", text", "the id `scenario/walk/any-time` was already used"),
        rule("start = \"open\"\n", "", "[dialogue]", "`start` is missing"),
        rule(
            "by = \"b\", id = \"silent\"",
            "by = \"c\", id = \"silent\"",
            "\"c\"",
            "`c` is not known here; known: a, b",
        ),
        rule(
            "\"paused\", text = \"Ari stopped",
            "\"stopped\", text = \"Ari stopped",
            "\"stopped\", text",
            "known: agreed, paused, left-safely",
        ),
        rule("who = \"b\"", "who = \"jo\"", "\"jo\"", "known: a, b, both, you"),
        rule(
            "go = \"left-calm\"",
            "mood = 1, go = \"left-calm\"",
            "mood = 1",
            "`mood` is not known here; known: at, by, id",
        ),
        rule("help = \"help/safe-to-talk\"", "help = \"term/calm\"", "\"term/calm\"", "this leads to a help card"),
        rule("say = \"It's nothing.\"", "say = \"You should.\"", "should", "`should` is a word to avoid"),
        rule("Jo is on the couch.", "Jo is there!", "!", "an exclamation mark"),
        rule("say = \"Ouch. I need", "say = \"Ouch. [^N1] I need", "[^N1]", "`N1` awaits a clinician"),
        rule(
            "text = \"Low today? [^N1]\", go = \"help/low-mood\", review = \"needs-clinician\"",
            "text = \"Low today? [^N1]\", go = \"help/low-mood\"",
            "[^N1]",
            "`N1` awaits a clinician",
        ),
    ]);
    let one = (
        "sets = [\"a-tired\"] },\n  { id = \"jo-is\", text = \"Jo\", sets = [\"b-tired\"] },",
        "sets = [\"a-tired\", \"b-tired\"] },",
    );
    alone(&changed(&["i-care"], &[], &[one]), "a setup has two options or more");
}

#[test]
fn names_are_plain_words() {
    for (from, to, reason) in [
        ("\"blunt\"", "\"Blunt\"", "`Blunt`: a fact has only small letters, digits and hyphens"),
        ("\"mend\"", "\"mend it\"", "`mend it`: the name of a turn"),
        ("stopped", "is_stopped", "`is_stopped`: the name of a"),
    ] {
        let faults = changed(&[], &[], &[(from, to)]);
        let each = faults.iter().all(|fault| fault.contains(WALK) && fault.contains(reason));
        assert!(each && faults.len() > 1, "{faults:#?}");
    }
}

#[test]
fn names_lead_somewhere() {
    let open = "{ at = \"open\", by = \"a\", id = \"drop-it\"";
    each_breaks_alone(&[
        rule(
            "go = \"not-today\"",
            "go = \"not-toady\"",
            open,
            "`not-toady` is no turn and no ending; did you mean `not-today`?",
        ),
        rule("start = \"open\"", "start = \"opening\"", "[dialogue]", "`opening` is no turn"),
        rule("go = \"left-any-time\"", "go = \"left\"", "{ say", "`left` is no ending"),
        rule("{ quiet =", "{ quite =", "quite =", "`quite` is no turn; did you mean `quiet`?"),
        rule(
            "stopped = {",
            "quiet = { ending = \"paused\", text = \"Still.\" }\nstopped = {",
            "quiet = { ending",
            "`quiet` is the name of a turn, too",
        ),
    ]);
}

#[test]
fn a_turn_is_of_one_side() {
    each_breaks_alone(&[rule(
        "by = \"a\", id = \"only-honest\"",
        "by = \"b\", id = \"only-honest\"",
        "{ at = \"mend\", by = \"b\"",
        "at `mend` it is Ari who speaks",
    )]);
}

#[test]
fn what_is_said_is_short() {
    let long = |letters: usize| format!("\"{}.\"", ["Yes"; 80].join(". ").get(..letters - 1).unwrap());
    let said = |from: &str, letters: usize| changed(&[], &[], &[(from, &long(letters))]);
    for (from, most, what) in [
        ("\"(Jo says nothing.)\"", 160, "a line"),
        ("\"I don't feel safe. I'm going now!\"", 160, "a line"),
        ("\"Ari stopped.\"", 300, "an ending"),
        ("\"Jo left.\"", 300, "an ending"),
    ] {
        assert_eq!(said(from, most), NONE);
        alone(&said(from, most + 1), &format!("{what} of {} letters; {most} is the most", most + 1));
    }
    alone(
        &changed(&[], &[], &[("text = \"Jo\",", &format!("text = {},", long(61)))]),
        "an option of 61 letters; 60 is the most",
    );
}

#[test]
fn talk_of_ending_ones_life_is_answered_by_help() {
    let low = "{ at = \"sorry\", by = \"b\", id = \"so-low\"";
    let reason = "a story about low mood has a door to `help/low-mood` in its";
    each_breaks_alone(&[
        rule(
            ", help = \"help/low-mood\", go = \"stays\"",
            ", go = \"stays\"",
            low,
            "`don't want to live` is answered by `help = \"help/low-mood\"`",
        ),
        rule(
            ", help = \"help/low-mood\", go = \"stays\"",
            ", help = \"help/pep\", go = \"stays\"",
            low,
            "is answered by",
        ),
        rule("Ari stopped.", "Jo has no reason to live.", "stopped = {", "`no reason to live` is answered by"),
        rule("(help/low-mood)", "(help/safe-to-talk)", "\"You can stop", reason),
        rule("go = \"help/low-mood\"", "go = \"help/pep\"", "[debrief]", reason),
    ]);
    let only_told = ("I don't want to live.\", help = \"help/low-mood\"", "I'm so down.\"");
    let told = "Someone feels low in this one. [Help is here](help/low-mood)";
    alone(&changed(&[], &[], &[only_told, (told, "This one is about feeling low")]), reason);
    let other = ("go = \"help/low-mood\"", "go = \"help/pep\"");
    assert_eq!(changed(&[], &[], &[only_told, (told, "Be kind"), other]), NONE, "no story about low mood");
    let linked = ("No one has to walk.", "[Help is here](help/low-mood).");
    assert_eq!(changed(&[], &[], &[other, linked]), NONE, "the debrief has the door in its text");
}

#[test]
fn facts_are_set_and_asked_for() {
    let sits = "{ at = \"offer\", by = \"a\", id = \"i-sit\"";
    each_breaks_alone(&[
        rule("needs = [\"a-tired\"]", "needs = [\"a-tierd\"]", sits, "nothing sets `a-tierd`; did you mean `a-tired`?"),
        rule(
            "sets = [\"rain\"]",
            "sets = [\"rain\", \"wind\"]",
            "{ at = \"reply\", by = \"b\", id = \"wet\"",
            "no line asks for `wind`",
        ),
        rule("sets = [\"b-tired\"]", "sets = [\"b-tired\", \"cold\"]", "{ id = \"jo-is\"", "no line asks for `cold`"),
    ]);
}

#[test]
fn techniques_are_there_to_try() {
    let dialogue = "[dialogue]";
    each_breaks_alone(&[
        rule("tags = [\"eroticising\"]", "tags = [\"ask\"]", dialogue, "no line has the tag `eroticising`"),
        rule(
            "[\"respect\", \"bargaining\"]",
            "[\"respect\", \"ask\"]",
            "[roles.b]",
            "Jo is to try `ask`, and no line of theirs has that tag",
        ),
        rule("[\"ask\", \"respect\"]", "[\"ask\"]", "[roles.a]", "`try` names two to four techniques"),
    ]);
    let tags = [("tags = [\"eroticising\"]", "tags = [\"ask\"]"), ("\"scenario/walk\"", "\"scenario/at-the-party\"")];
    assert_eq!(changed(&[], &[], &tags), NONE, "where no sex is on offer");
    let never = [("tags = [\"eroticising\"]", "tags = [\"eroticising\"], needs = [\"rain\"], unless = [\"rain\"]")];
    let faults = changed(&[], &[], &never);
    assert!(faults.iter().any(|fault| fault.contains("no line has the tag `eroticising`")), "{faults:#?}");
}

#[test]
fn what_cannot_be_read_is_not_said_to_be_missing() {
    let torn = changed(&[], &[], &[("hope = \"You want to rest.\"", "hope = \"You want")]);
    assert!(torn.iter().all(|fault| fault.contains(":30:")), "{torn:#?}");
    alone(&changed(&["only-this", "stop"], &["3,"], &[]), "`lines` must be a table");
}
