//! Every rule of what is taught, broken alone: one change to a course without faults gives this fault, here, and no other.

mod home;

use home::{Home, each_breaks_alone, rule};

const CHAPTER: &str = "lesson/1-first/chapter.toml";
const WALK: &str = "lesson/1-first/01-walk.toml";
const REST: &str = "lesson/1-first/02-rest.toml";
const QUIZ: &str = "quiz/1-first.toml";
const BREATH: &str = "relaxation/1-breath.toml";
const PEP: &str = "help/1-pep.toml";
const SAFE: &str = "help/2-safe.toml";
const TERMS: &str = "glossary/terms.toml";
const CLAIMS: &str = "claim/claims.toml";
const PLAN: &str = "journal/plan-the-talk.toml";
const NONE: [&str; 0] = [];

#[test]
fn units_and_cards() {
    each_breaks_alone(
        WALK,
        &[
            rule("minutes = 4", "minutes = 9", "9", "a unit takes 3 to 8 minutes"),
            rule("minutes = 4", "minutes = 2", "2", "a unit takes 3 to 8 minutes"),
            rule("read = ", "raed = ", "[[card]]\nid = \"why\"", "a card has one of the keys gate, read"),
            rule(
                "read = ",
                "steps = \"Two\"\nread = ",
                "[[card]]\nid = \"why\"",
                "this card is both `read` and `steps`",
            ),
            rule("again = \"When is it warm?\"\n", "", "[[card]]\nid = \"when\"", "`again` is missing"),
            rule(
                "could your",
                "would your",
                "\"If you bring",
                "a gate asks, in these very words: If you bring this up, could",
            ),
            rule("go = \"help/safe-to-talk\"", "go = \"next\"", "[[card]]", "exactly one answer of a gate goes on"),
            rule(
                "  { id = \"yes\", text = \"Yes\", go = \"help/safe-to-talk\" },\n",
                "",
                "[[card]]",
                "two answers or more",
            ),
            rule("right = true, ", "", "[[card]]\nid = \"when\"", "exactly one option of a check is right"),
            rule(
                "text = \"At night\"",
                "text = \"At night\", right = true",
                "[[card]]\nid = \"when\"",
                "exactly one option",
            ),
            rule(
                "[\"Boots\", \"yes [^W1]\"]",
                "[\"Boots\"]",
                "[\"Boots\"]",
                "this row has 1 cells, and there are 2 columns",
            ),
            rule("[\"Sam\", \"Say \\\"please\\\".\"]", "[\"Sam\"]", "[\"Sam\"]", "a line is written"),
        ],
    );
    let line = "[Is it safe to talk?](help/safe-to-talk) You";
    let reason = "a unit with an exchange has a gate as its first card, or begins";
    each_breaks_alone(
        REST,
        &[
            rule(line, "You", "id =", reason),
            rule(line, "You. [Is it safe to talk?](help/safe-to-talk)", "id =", reason),
            rule(line, "[Is it safe?](help/safe-to-talk) You", "id =", reason),
        ],
    );
}

#[test]
fn titles_name_nothing() {
    each_breaks_alone(
        REST,
        &[
            rule(
                "home_title = \"Rest\"\n",
                "",
                "\"Sex and",
                "`Sex` in a title names the topic: give a neutral `home_title`",
            ),
            rule("\"Rest\"", "\"Condoms\"", "\"Condoms\"", "`Condoms` names the topic"),
        ],
    );
    each_breaks_alone(CHAPTER, &[rule("\"First\"", "\"HIV first\"", "\"HIV", "`HIV` in a title")]);
    each_breaks_alone(QUIZ, &[rule("\"First\"", "\"All about PEP\"", "\"All about", "`PEP` in a title")]);
    each_breaks_alone(BREATH, &[rule("\"Breath\"", "\"Breath and sex\"", "\"Breath and", "`sex` names the topic")]);
    each_breaks_alone(
        PLAN,
        &[
            rule("\"My plan\"", "\"My PrEP plan\"", "\"My PrEP", "`PrEP` names the topic"),
            rule("\"Offer\"", "\"Condoms\"", "\"Condoms\"", "`Condoms` names the topic"),
        ],
    );
    let help = Home::good();
    help.change(SAFE, "title = \"Is it safe to talk?\"", "title = \"HIV\"");
    assert_eq!(help.faults(), NONE, "a help card is found by its plain name");
}

#[test]
fn quizzes_are_fair() {
    let item = "[[item]]";
    each_breaks_alone(
        QUIZ,
        &[
            rule("right = true, pin", "pin", item, "exactly one option is right, not 0"),
            rule(
                "\"Water\", right = true,",
                "\"Water\",",
                "[[item]]\nid = \"pack\"",
                "at least one option is right and not all",
            ),
            rule(
                "\"A stone\",",
                "\"A stone\", right = true,",
                "[[item]]\nid = \"pack\"",
                "at least one option is right",
            ),
            rule(
                "id = \"false\"",
                "id = \"no\"",
                "[[item]]\nid = \"cold\"",
                "the ids `true` and `false`, in this order",
            ),
            rule("\"False\",", "\"False\", pin = \"last\",", "[[item]]\nid = \"cold\"", "keep their order"),
            rule("\"Only noon\",", "\"Only noon\", pin = \"last\",", item, "only the last option"),
            rule("\"last\"", "\"first\"", "\"first\", why", "`pin` is \"last\""),
            rule("\"many\"", "\"some\"", "\"some\"", "`kind` is one, many or true-false"),
            rule("\"Only noon\"", "\"At noon\"", item, "the right option has 12 letters and the longest other 7"),
            rule("\"Feel it.\"", "\" \"", "\" \"", "`why` is empty"),
        ],
    );
}

#[test]
fn all_of_these_is_right_in_half_of_its_items_at_most() {
    let item = |id: &str, is_right: bool| {
        let (this, all) = if is_right { ("", "right = true, ") } else { ("right = true, ", "") };
        format!(
            "[[item]]\nid = \"{id}\"\nask = \"Which?\"\noptions = [\n{{ id = \"this\", text = \"Only this\", {this}why = \"Yes.\" }},\n\
             {{ id = \"all\", text = \"All of them\", {all}pin = \"last\", why = \"Yes.\" }},\n]\n"
        )
    };
    let faults = |items: &[String]| {
        let text = format!("id = \"quiz/second\"\ntitle = \"Second\"\n{}", items.concat());
        Home::good().write("quiz/2-second.toml", text).faults()
    };
    assert_eq!(faults(&[item("a", true)]), NONE, "one such item says nothing");
    assert_eq!(faults(&[item("a", true), item("b", false)]), NONE);
    assert_eq!(
        faults(&[item("a", true), item("b", false), item("c", true)]),
        [
            "content/course/quiz/2-second.toml:1:1: the pinned option is right in 2 of the 3 items that have one; half is the most [giveaway-all]"
        ]
    );
}

#[test]
fn relaxations_add_up() {
    each_breaks_alone(
        BREATH,
        &[
            rule("[300,", "[299,", "[[block]]\nid = \"core\"", "the cues of `core` last 499 seconds, not 500"),
            rule("seconds = 240", "seconds = 180", "[short]", "the picked cues last 240 seconds, not 180"),
            rule("check-in-1 =", "check-in-2 =", "check-in-2", "`check-in-2` is not among the picked cues"),
            rule("in = 4", "in = 0", "{ in", "a breath lasts at least a second"),
            rule("in = 4", "in = 5", "id = \"relaxation/breath\"", "cue 1 does not keep to the breaths of the pace"),
            rule("[200, \"In.\"]", "[200, \"In.\", \"inn\"]", "\"inn\"", "`inn`: a cue is one of say, in, hold, out"),
            rule("leave_out = { core = [2] }", "", "id = \"relaxation/breath\"", "this cannot last 300 seconds"),
            rule("takes five", "takes ten", "id = \"relaxation/breath\"", "`five` still says \"Hello. This takes ten"),
        ],
    );
    let faults = |from: &str, to: &str| Home::good().change(BREATH, from, to).faults().join("\n");
    assert!(
        faults("seconds = 500\ncues = [[200", "seconds = 400\ncues = [[100")
            .contains("the blocks last 500 seconds together, not 600")
    );
    assert!(faults("leave_out = { core = [2]", "leave_out = { core = [3]").contains("`core` has cues 1 to 2"));
    assert!(
        faults("leave_out = { core = [2]", "leave_out = { core = [1, 2]").contains("nothing would be left of `core`")
    );
    assert!(faults("leave_out = {", "leave_out = { check-in = [2],").contains("`check-in` does not stretch"));
    assert!(faults("core = [1]", "core = [3]").contains(":19:34: `core` has cues 1 to 2"));
    assert!(faults("core = [1]", "core = [2, 1]").contains(":19:37: picks keep the order of the cues, each once"));
    assert!(faults("core = [1]", "cores = [1]").contains(":19:26: there is no block `cores`"));
    assert!(faults("[200, \"In.\"]", "[200]").contains(":15:9: a cue is written [seconds, \"what is said\"]"));
    assert!(faults("[200, \"In.\"]", "[0, \"In.\"]").contains(":15:10: a cue lasts at least a second"));
    assert!(
        faults("id = \"core\"", "id = \"middle\"").contains(":5:8: a pace drives the block `core`, and there is none")
    );
}

#[test]
fn the_helper_knows_every_state_once() {
    each_breaks_alone(
        PEP,
        &[
            rule("when = \"When was it?\"\n", "", "[pep.ask]", "`when` is missing"),
            rule("limit_hours = 72", "limit_hours = 0", "0\n", "`limit_hours` is more than 0"),
        ],
    );
    each_breaks_alone(
        SAFE,
        &[rule("text = \"Go.\", list = [\"Run.\"]", "", "{ title", "a part has a `text` or a `list`")],
    );
    let faults = |from: &str, to: &str| Home::good().change(PEP, from, to).faults().join("\n");
    let twice = faults("is = \"works\"", "is = \"forced\"");
    assert!(
        twice.contains("the state `forced` was already used") && twice.contains("says nothing in the state `works`"),
        "{twice}"
    );
    assert!(
        faults("is = \"works\"", "is = \"work\"").contains("`work` is no state of the helper; known: forced, has-hiv")
    );
    assert!(faults("\"help/pep\"", "\"help/later\"").contains("the helper stands only on `help/pep`"));
    let bare = Home::good();
    bare.write(PEP, "id = \"help/pep\"\ntitle = \"PEP\"\nlead = \"Go.\"\n");
    assert_eq!(
        bare.faults(),
        [format!("content/course/{PEP}:1:1: this card has the helper: `[pep]` is missing [pep-helper]")]
    );
}

#[test]
fn claims_and_who_may_cite_them() {
    let reason = "`N1` awaits a clinician: its part says `review = \"needs-clinician\"`";
    each_breaks_alone(
        WALK,
        &[
            rule("[^W1]", "[^W2]", "[^W2]", "`W2` is not in the course; did you mean `W1`?"),
            rule("[calm](term/calm). [^W1]", "calm. [^N1]", "[^N1]", reason),
            rule("\"Sit.\"", "\"Sit. [^N1]\"", "[^N1]", reason),
            rule(
                "\"needs-clinician\"\n",
                "\"yes\"\n",
                "\"yes\"\n",
                "`review` is \"needs-clinician\" here, or left out",
            ),
        ],
    );
    each_breaks_alone(QUIZ, &[rule("Feel it.", "Feel it. [^N1]", "[^N1]", reason)]);
    each_breaks_alone(
        PEP,
        &[
            rule("A clinic.", "A clinic. [^N1]", "[^N1]", reason),
            rule(", review = \"needs-clinician\"", "", "[^N1]", reason),
        ],
    );
    let review = "`review` is needs-clinician, unreviewed or approved";
    each_breaks_alone(
        CLAIMS,
        &[
            rule("\"WALKS\"", "\"WALK\"", "\"WALK\"", "`WALK` is not in the course; did you mean `WALKS`?"),
            rule("sources = [\"WALKS\"]\n", "", "[claim.W1]", "a claim has sources"),
            rule(
                "review_by = 2027-11-23",
                "review_by = 2026-11-23",
                "2026-11-23\nplace",
                "`review_by` comes after `checked`",
            ),
            rule("\"V/M\"", "\"X\"", "\"X\"", "`seen` is V, M, N, D"),
            rule("\"US, UK\"", "\"Mars\"", "\"Mars\"", "`place` is US, UK, WHO"),
            rule("\"behavioural\"", "\"small\"", "\"small\"", "`risk` is life-critical"),
            rule(
                "\"needs-clinician\"",
                "\"unreviewed\"",
                "[claim.N1]",
                "where `seen` is N, `review` is \"needs-clinician\"",
            ),
            rule("\"approved\"", "\"fine\"", "\"fine\"", review),
            rule("approved_by = \"A. Walker, nurse\"\n", "", "[claim.E1]", "`approved_by` is missing"),
            rule("approved_on = 2026-11-24\n", "", "[claim.E1]", "`approved_on` is missing"),
            rule(
                "\"unreviewed\"",
                "\"unreviewed\"\napproved_by = \"Me\"",
                "\"Me\"",
                "`approved_by` stands where `review` is",
            ),
        ],
    );
}

#[test]
fn words() {
    each_breaks_alone(
        WALK,
        &[
            rule("It is dark.", "It is dark!", "!\" },\n]\nagain", "an exclamation mark"),
            rule("One of them asked.", "Ask 0800 123 4567.", "0800", "a telephone number"),
            rule(
                "Say \\\"please\\\"",
                "Say \\\"you should\\\"",
                "should",
                "`should` is a word to avoid; instead: can, try",
            ),
        ],
    );
    each_breaks_alone(PEP, &[rule("Let them decide.", "See cdc.gov.", "cdc.gov", "an address")]);
    each_breaks_alone(TERMS, &[rule("At rest.", "A clean rest.", "clean rest", "`clean` is a word to avoid")]);
    each_breaks_alone(CLAIMS, &[rule("A walk calms", "A walk simply calms", "simply", "`simply` is a word to avoid")]);
    let long = "Up. Sit and sit and sit and sit and sit and sit and sit and sit and sit and sit.";
    each_breaks_alone(BREATH, &[rule("Sit as you like.", long, "Sit and", "a sentence of 19 words; 18 is the most")]);
}

#[test]
fn doxy_and_pep_are_kept_apart() {
    let reason = "doxy after sex and PEP on one card";
    each_breaks_alone(WALK, &[rule("Yes. It is warm.", "PEP, or doxy after sex.", "PEP, or", reason)]);
    each_breaks_alone(
        SAFE,
        &[rule("\"Go.\", list = [\"Run.\"]", "\"PEP.\", list = [\"Doxy after sex.\"]", "Doxy", reason)],
    );
    each_breaks_alone(QUIZ, &[rule("Yes. [^W1]", "Not PEP. Doxy after sex.", "Not PEP", reason)]);
    let apart = Home::good();
    apart.change(WALK, "Yes. It is warm.", "Doxy after sex.").change(WALK, "What will you say?", "PEP?");
    assert_eq!(apart.faults(), NONE, "on two cards");
}

#[test]
fn units_and_quizzes_read_with_ease() {
    let hard = ["Conversational difficulties unnecessarily complicate interpersonal communication."; 9].join(" ");
    let faults = Home::good().change(REST, "You can skip this.", &hard).faults();
    let expected =
        ["the Flesch-Kincaid grade is", "the SMOG grade is", "without dialogue, the Fle", "without dialogue, the SMOG"];
    let place = format!("content/course/{REST}:1:6: ");
    let found =
        |start| faults.iter().any(|fault| fault.strip_prefix(&place).is_some_and(|reason| reason.starts_with(start)));
    assert!(faults.len() == 6 && expected.into_iter().all(found), "{faults:#?}");
    let also = ["Its hardest sentence: Conversational difficulties", "fills 56 lines of a small screen"];
    assert!(also.iter().all(|words| faults.iter().any(|fault| fault.contains(words))), "{faults:#?}");

    let long = ["It is as it is and it was as it was when it was so."; 60].join(" ");
    let faults = Home::good().change(REST, "You can skip this.", &long).faults();
    assert!(faults.iter().any(|fault| fault.contains(": the words a sentence is 13.")), "{faults:#?}");

    let help = Home::good();
    help.change(PEP, "Let them decide.", hard.split_inclusive(". ").take(3).collect::<String>().trim());
    assert_eq!(help.faults(), NONE, "of help cards the figures are printed and not judged");
}
