//! A scenario compiles to exactly this, its texts reach translators, and `course check` counts it.

mod home;

use home::Home;
use saywell_author::{Strict, Tally, Ways};
use saywell_content::{
    Block, DebriefDoor, Door, Ending, EndingKind, Line, Prose, Role, Scenario, ScenarioGate, ScenarioLine, Scene,
    Setup, SetupOption, Side, Span, WayOut, Who,
};

fn line(words: &str) -> Line {
    vec![Span::Text(words.into())]
}

fn cited(words: &str, claim: &str) -> Line {
    vec![Span::Text(words.into()), Span::Claim(claim.into())]
}

fn paragraph(line: Line) -> Prose {
    vec![Block::Paragraph(line)]
}

fn id(own: &str) -> String {
    format!("scenario/walk/{own}")
}

fn techniques(own: &[&str]) -> Vec<String> {
    own.iter().map(|own| format!("technique/{own}")).collect()
}

#[test]
fn the_scenario() {
    let course = Home::with_scenario().compile().expect("no fault");
    let door = |own: &str, words: &str, to: Option<&str>| Door {
        id: id(&format!("gate/{own}")),
        text: line(words),
        to: to.map(Into::into),
    };
    let option =
        |own: &str, words: &str, fact: &str| SetupOption { id: id(own), text: line(words), sets: vec![fact.into()] };
    let role = |name: &str, [you, hope, worry, limit]: [&str; 4], tried: &[&str]| Role {
        name: name.into(),
        you: line(you),
        hope: line(hope),
        worry: line(worry),
        limit: line(limit),
        techniques: techniques(tried),
    };
    let link = Span::Link { to: "help/low-mood".into(), text: "Help is here".into() };
    let safety = "You can stop at any line. Someone feels low in this one. ";
    let expected = Scenario {
        id: "scenario/walk".into(),
        title: "A walk to the lake".into(),
        home_title: None,
        minutes: 5,
        gate: Some(ScenarioGate {
            question: line("If you bring this up, could your partner hurt, scare or punish you?"),
            body: paragraph(cited("Your answer is not saved.", "E1")),
            doors: vec![door("no", "No", None), door("yes", "Yes", Some("help/safe-to-talk"))],
        }),
        situation: paragraph(line("It is Sunday. Ari wants to walk. Jo is on the couch.")),
        safety: paragraph(vec![Span::Text(safety.into()), link, Span::Text(".".into()), Span::Claim("E1".into())]),
        setup: Some(Setup {
            ask: line("Who is tired?"),
            options: vec![option("ari-is", "Ari", "a-tired"), option("jo-is", "Jo", "b-tired")],
        }),
        a: role(
            "Ari",
            [
                "You are Ari. You sat all week.",
                "You want to walk with Jo.",
                "You fear that Jo is bored.",
                "You will not walk in the rain.",
            ],
            &["ask", "respect"],
        ),
        b: role(
            "Jo",
            ["You are Jo.", "You want to rest.", "You fear a long talk.", "You may say no."],
            &["respect", "bargaining"],
        ),
        start: "open".into(),
        lines: lines(),
        scenes: vec![
            Scene { at: "quiet".into(), text: line("The clock ticks.") },
            Scene { at: "more".into(), text: line("The rain stops.") },
        ],
        any_time: WayOut {
            id: id("any-time"),
            say: line("I don't feel safe. I'm going now!"),
            go: "left-any-time".into(),
        },
        endings: endings(),
        debrief: paragraph(line("No one has to walk.")),
        help: vec![DebriefDoor { text: cited("Low today?", "N1"), to: "help/low-mood".into(), needs_clinician: true }],
    };
    assert_eq!(course.scenarios, [expected]);
    let json = serde_json::to_vec(&course).expect("JSON");
    assert_eq!(saywell_content::load(&json).expect("a course"), course);
}

fn lines() -> Vec<ScenarioLine> {
    use Side::{A, B};
    let say = |at: &str, by: Side, own: &str, words: &str, tags: &[&str], go: &str| ScenarioLine {
        id: id(own),
        at: at.into(),
        by,
        say: line(words),
        techniques: techniques(tags),
        needs: vec![],
        unless: vec![],
        sets: vec![],
        hurts: false,
        pressure: false,
        help: None,
        go: go.into(),
    };
    let needs = |fact: &str, line: ScenarioLine| ScenarioLine { needs: vec![fact.into()], ..line };
    let unless = |fact: &str, line: ScenarioLine| ScenarioLine { unless: vec![fact.into()], ..line };
    let sets = |fact: &str, line: ScenarioLine| ScenarioLine { sets: vec![fact.into()], ..line };
    let hurts = |line: ScenarioLine| ScenarioLine { hurts: true, ..line };
    let facts = say("why", A, "facts", "", &["education"], "reply");
    let low = say("sorry", B, "so-low", "Some days I don't want to live.", &[], "stays");
    vec![
        say("open", A, "ask-first", "Can we talk first?", &["ask"], "answer"),
        sets("blunt", say("open", A, "rule-first", "We walk. That's my rule!", &[], "answer")),
        say("open", A, "drop-it", "It's nothing.", &[], "not-today"),
        needs("blunt", say("answer", B, "no-need", "So I'm lazy?", &[], "why")),
        unless("blunt", say("answer", B, "listening", "I'm listening.", &[], "why")),
        needs("b-tired", say("answer", B, "so-tired", "I'm so tired.", &[], "why")),
        ScenarioLine { say: cited("A walk calms.", "W1"), ..facts },
        unless("a-tired", say("why", A, "i-care", "I like to walk with you.", &["ask"], "reply")),
        hurts(sets("blamed", say("why", A, "you-never", "You never get up.", &[], "reply"))),
        needs("blamed", say("reply", B, "ouch", "Ouch. I need a minute.", &[], "mend")),
        sets("rain", unless("blamed", say("reply", B, "wet", "I hate the rain.", &[], "offer"))),
        unless("blamed", say("reply", B, "me-too", "I sat all week, too.", &[], "offer")),
        unless("blamed", say("reply", B, "no-walk", "I don't want to walk.", &[], "limit")),
        say("mend", A, "sorry", "I'm sorry.", &["respect"], "offer"),
        hurts(say("mend", A, "only-honest", "I'm only being honest.", &[], "needs-time")),
        needs("rain", say("offer", A, "no-rain", "I'll take the umbrella.", &["respect"], "choice")),
        say("offer", A, "short-one", "A short one, and then tea?", &["bargaining"], "choice"),
        say("offer", A, "slowly", "Slowly, hand in hand.", &["eroticising"], "choice"),
        say("offer", A, "go-far", "We could see the lake.", &["education"], "choice"),
        needs("a-tired", say("offer", A, "i-sit", "I could sit down, too.", &[], "choice")),
        say("limit", A, "hold", "I still want air. The garden?", &["perseverance", "bargaining"], "choice"),
        say("limit", A, "stay-in", "Then let's stay in.", &["perseverance"], "dinner"),
        say("choice", B, "yes-then", "Yes, to the lake.", &[], "agreed-walk"),
        say("choice", B, "sit-down", "Let's sit outside.", &["bargaining"], "agreed-sit"),
        say("choice", B, "not-today", "Not today.", &[], "after-no"),
        hurts(say("choice", B, "stab", "You and your walks.", &[], "jab")),
        say("choice", B, "what-else", "What else?", &[], "more"),
        say("more", A, "a-bench", "A bench in the sun.", &[], "choice"),
        say("more", A, "only-this", "Only this.", &[], "dinner"),
        say("after-no", A, "your-pick", "Thanks for telling me.", &["respect"], "film"),
        say("after-no", A, "head-out", "I'll go alone.", &[], "left-calm"),
        ScenarioLine { pressure: true, ..say("after-no", A, "owe-me", "Come on. You owe me.", &[], "pushed") },
        say("pushed", B, "said-no", "I said no. I'm going.", &[], "left-pushed"),
        say("pushed", B, "silent", "(Jo says nothing.)", &[], "quiet"),
        say("quiet", A, "stop", "I pushed. I'm sorry.", &["respect"], "stopped"),
        say("quiet", A, "give-space", "I'll give you space.", &[], "left-after-push"),
        say("jab", A, "own-exit", "I'm off to my sister's.", &[], "left-own"),
        say("jab", A, "my-worth", "That hurt.", &["perseverance"], "sorry"),
        say("sorry", B, "got-scared", "That was low. I'm sorry.", &["respect"], "agreed-walk"),
        hurts(say("sorry", B, "whatever", "Whatever.", &[], "left-own")),
        ScenarioLine { help: Some("help/low-mood".into()), ..low },
        say("stays", A, "i-stay", "I'm here.", &["respect"], "film"),
        say("stays", A, "call-sam", "I'll get Sam, and then go.", &[], "left-own"),
    ]
}

fn endings() -> Vec<Ending> {
    use EndingKind::{Agreed, LeftSafely, Paused};
    let ending = |name: &str, kind: EndingKind, who: Option<Who>, words: &str| Ending {
        name: name.into(),
        kind,
        who,
        text: line(words),
        text_a: None,
        text_b: None,
        help: None,
    };
    vec![
        ending("agreed-walk", Agreed, None, "They walk."),
        ending("agreed-sit", Agreed, None, "They sit outside."),
        ending("not-today", Paused, None, "Ari put it off. That happens."),
        ending("needs-time", Paused, None, "Jo asked for time."),
        ending("dinner", Paused, None, "Ari kept a limit, and so did Jo."),
        ending("film", Paused, None, "They stay in."),
        ending("stopped", Paused, None, "Ari stopped."),
        ending("left-calm", LeftSafely, Some(Who::A), "Ari went out."),
        ending("left-after-push", LeftSafely, Some(Who::A), "Ari gave space."),
        Ending {
            text_b: Some(line("Ari went.")),
            help: Some("help/safe-to-talk".into()),
            ..ending("left-own", LeftSafely, Some(Who::A), "Ari chose to go.")
        },
        Ending {
            text: cited("Jo got out.", "E1"),
            text_a: Some(line("Jo left.")),
            ..ending("left-pushed", LeftSafely, Some(Who::B), "")
        },
        ending("left-any-time", LeftSafely, Some(Who::You), "You left."),
    ]
}

#[test]
fn every_text_has_a_name_for_translators() {
    let files = saywell_author::extract(&Home::with_scenario().path).expect("no fault");
    let template = &files.first().expect("the template").1;
    for (context, english) in [
        ("scenario/walk#title", "A walk to the lake"),
        (
            "scenario/walk#safety",
            "You can stop at any line. Someone feels low in this one. [Help is here](help/low-mood). [^E1]",
        ),
        ("scenario/walk/gate#ask", "If you bring this up, could your partner hurt, scare or punish you?"),
        ("scenario/walk/gate/yes#text", "Yes"),
        ("scenario/walk/setup#ask", "Who is tired?"),
        ("scenario/walk/jo-is#text", "Jo"),
        ("scenario/walk/a#name", "Ari"),
        ("scenario/walk/b#limit", "You may say no."),
        ("scenario/walk/scene/quiet#text", "The clock ticks."),
        ("scenario/walk/facts#say", "A walk calms. [^W1]"),
        ("scenario/walk/any-time#say", "I don't feel safe. I'm going now!"),
        ("scenario/walk/ending/left-own#text", "Ari chose to go."),
        ("scenario/walk/ending/left-own#text_b", "Ari went."),
        ("scenario/walk/debrief#text", "No one has to walk."),
        ("scenario/walk/debrief#help", "Low today? [^N1]"),
    ] {
        assert!(template.contains(&format!("msgctxt \"{context}\"\nmsgid \"{english}\"\n")), "{context}");
    }
}

#[test]
fn a_text_and_a_unit_can_lead_to_it() {
    let home = Home::with_scenario();
    home.change("lesson/1-first/01-walk.toml", "\"quiz/first\"", "\"scenario/walk\"").change(
        "help/2-safe.toml",
        "\"Go.\"",
        "\"[Try it](scenario/walk).\"",
    );
    assert_eq!(home.faults(), [""; 0]);
}

#[test]
fn it_is_counted_and_read() {
    let report = saywell_author::report(&Home::with_scenario().path, Strict::default());
    let tags = |all: &[&str]| all.iter().map(ToString::to_string).collect();
    let walk = Tally {
        id: "scenario/walk".into(),
        lines: 43,
        turns: 15,
        decisions: 15,
        pressure: 1,
        endings: [2, 5, 5],
        techniques: [
            ("Ari".into(), tags(&["ask", "bargaining", "education", "eroticising", "perseverance", "respect"])),
            ("Jo".into(), tags(&["bargaining", "respect"])),
        ],
        ways: Some(Ways { states: 27, shortest: 1, longest: 12 }),
    };
    assert_eq!(report.scenarios, [walk]);
    let read = report.figures.iter().find(|figures| figures.id == "scenario/walk").expect("its figures");
    assert!(read.prose.words < read.whole.words, "spoken lines are dialogue");
}
