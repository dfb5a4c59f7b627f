//! Every rule of what can happen in a scenario, broken alone: one change to one without faults gives this fault, here,
//! and no other.

mod home;

use home::rule;
use home::scenario::{alone, changed, each_breaks_alone};

const NONE: [&str; 0] = [];

#[test]
fn leaving_is_always_there() {
    each_breaks_alone(&[
        rule(
            "left-any-time = { ending = \"left-safely\"",
            "left-any-time = { ending = \"paused\"",
            "{ say",
            "the way out leads to `left-any-time`, which is not left-safely",
        ),
        rule("who = \"b\", text", "text", "{ ending = \"left-safely\", text = \"Jo got", "`who` is missing"),
        rule(
            "I'll get Sam, and then go.\", go = \"left-own\"",
            "I'll get Sam, and then go.\", go = \"film\"",
            "{ at = \"stays\"",
            "at `stays`, no way leads to an ending that is left-safely",
        ),
    ]);
    let go = |from: &str, to: &str| (format!("go = \"{from}\""), format!("go = \"{to}\""));
    let all = ["left-calm", "left-after-push", "left-pushed"].map(|name| go(name, "left-own"));
    let all: Vec<(&str, &str)> = all.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    let one = changed(&["left-calm", "left-after-push", "left-pushed"], &[], &all);
    alone(&one, "1 endings are left-safely besides that of `any_time`; 2 is the least");

    let names = ["agreed-sit", "dinner", "film", "left-calm", "left-after-push", "needs-time", "stopped"];
    let without: Vec<&str> = names.into_iter().collect();
    let mut all: Vec<(String, String)> = names.iter().map(|name| go(name, "left-own")).collect();
    all.push(go("not-today", "left-own"));
    all.push(("\nnot-today = { ending".into(), "\nleft-then = { ending".into()));
    all.push(("left-then = { ending = \"paused\", text = \"Ari put it off. That happens.\" }\n".into(), String::new()));
    let all: Vec<(&str, &str)> = all.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    alone(&changed(&without, &[], &all), "there are 4 endings; 5 is the least");
}

#[test]
fn a_round_has_a_way_out_that_repeats_nothing() {
    let more = "{ at = \"choice\", by = \"b\", id = \"what-then\", say = \"And then?\", go = \"more\" },";
    alone(
        &changed(&["only-this"], &[more], &[]),
        ":66:3: at `more`, all that can be said was said in the round that leads back here",
    );
    assert_eq!(changed(&["only-this"], &[], &[]), NONE, "nobody can come back twice");
    assert_eq!(changed(&[], &[more], &[]), NONE, "the second time there is something else to say");
    let ever = "{ at = \"more\", by = \"a\", id = \"ever\", say = \"I walk.\", go = \"on\" },\n\
                { at = \"on\", by = \"b\", id = \"and-ever\", say = \"So do I.\", go = \"round\" },\n\
                { at = \"round\", by = \"a\", id = \"the-same\", say = \"I walk.\", go = \"on\" },\n";
    alone(&changed(&[], &[ever], &[]), "at `on`, all that can be said was said");
}

#[test]
fn there_is_always_something_to_say() {
    each_breaks_alone(&[rule(
        "needs = [\"blamed\"]",
        "needs = [\"blamed\", \"b-tired\"]",
        "{ at = \"reply\"",
        "at `reply` with `a-tired`, `blamed`, there is nothing to say",
    )]);
}

#[test]
fn a_push_never_leads_to_a_yes() {
    let hug = "{ at = \"quiet\", by = \"a\", id = \"hug\", say = \"A hug?\", go = \"agreed-sit\" },";
    let reason = "pressure never leads to agreed, and from here `agreed-sit` can be come to";
    alone(&changed(&[], &[hug], &[]), reason);
    each_breaks_alone(&[rule(
        "id = \"sit-down\", say",
        "id = \"sit-down\", pressure = true, say",
        "{ at = \"choice\", by = \"b\", id = \"sit-down\"",
        reason,
    )]);
    let soft = "{ at = \"quiet\", by = \"a\", id = \"hug\", say = \"A hug?\", unless = [\"pushed-on\"], go = \"agreed-sit\" },";
    let kept = changed(&[], &[soft], &[("pressure = true,", "pressure = true, sets = [\"pushed-on\"],")]);
    assert_eq!(kept.len(), 1, "only the line that is never there: {kept:#?}");
}

#[test]
fn everything_can_be_reached() {
    each_breaks_alone(&[
        rule(
            "needs = [\"b-tired\"]",
            "needs = [\"b-tired\", \"rain\"]",
            "{ at = \"answer\", by = \"b\", id = \"so-tired\"",
            "this line is never there: what it asks for does not hold at `answer`",
        ),
        rule(
            "needs = [\"b-tired\"]",
            "needs = [\"b-tired\"], unless = [\"b-tired\"]",
            "{ at = \"answer\", by = \"b\", id = \"so-tired\"",
            "this line is never there",
        ),
        rule(
            "stopped = {",
            "swum = { ending = \"paused\", text = \"They swim.\" }\nstopped = {",
            "swum",
            "`swum` is never reached: no line leads here",
        ),
    ]);
    let shore = "{ at = \"shore\", by = \"a\", id = \"swim\", say = \"Swim?\", go = \"water\" },";
    let water = "{ at = \"water\", by = \"b\", id = \"cold\", say = \"Cold.\", go = \"WHERE\" },";
    alone(
        &changed(&[], &[shore, &water.replace("WHERE", "film")], &[]),
        "`shore` is never reached: no line leads here",
    );
    let round = changed(&[], &[shore, &water.replace("WHERE", "shore")], &[]);
    alone(&round, "`shore` is never reached: only lines that nobody comes to lead here");
    let cut = changed(
        &[],
        &[shore, &water.replace("WHERE", "swum")],
        &[("stopped = {", "swum = { ending = \"paused\", text = \"They swim.\" }\nstopped = {")],
    );
    alone(&cut, "`shore` is never reached");
}

#[test]
fn there_is_enough_to_say_and_to_choose() {
    let four = ["me-too", "go-far", "so-tired", "i-sit"];
    let idle = [("sets = [\"b-tired\"]", "sets = []")];
    alone(&changed(&four, &[], &idle), "there are 39 lines; 40 is the least");
    let single = ["only-honest", "needs-time", "stay-in", "only-this", "dinner", "i-stay"];
    let more = "{ at = \"open\", by = \"a\", id = \"again\", say = \"Walk?\", go = \"answer\" },";
    alone(&changed(&single, &[more], &[]), "there are 11 turns with a choice; 12 is the least");
}

#[test]
fn a_talk_that_nobody_can_overlook_is_refused() {
    let facts = 0..15;
    let asks = facts.clone().map(|n| format!("{{ at = \"stays\", by = \"a\", id = \"ask-{n}\", say = \"Yes.\", needs = [\"f{n}\"], go = \"left-own\" }},\n"));
    let sets = facts.flat_map(|n| {
        let next = if n == 14 { "stays".to_owned() } else { format!("t{}", n + 1) };
        ["", ", sets = [\"fN\"]"].map(|sets| {
            let sets = sets.replace('N', &n.to_string());
            let id = format!("s{n}-{}", sets.len());
            format!("{{ at = \"t{n}\", by = \"a\", id = \"{id}\", say = \"Yes.\"{sets}, go = \"{next}\" }},\n")
        })
    });
    let lines: String = asks.chain(sets).collect();
    alone(&changed(&[], &[&lines], &[("go = \"stays\"", "go = \"t0\"")]), "a talk can stand in more than 20000 ways");
}
