//! A small course compiles to exactly this, from every checkout.

mod home;

use home::Home;
use saywell_content::{
    Block, Card, CardKind, Chapter, CheckOption, Claim, Course, Cue, CueBlock, CueKind, CuePlace, Door, HelpCard,
    HelpPart, Instead, Item, ItemKind, Line, Pace, PepQuestions, PepState, PepText, PepTexts, PlanPrompts, Prompt,
    Prose, Quiz, QuizOption, Relaxation, Retimed, Review, Source, Span, Spoken, Step, TableRow, Technique, Term, Unit,
};

fn text(words: &str) -> Span {
    Span::Text(words.into())
}

fn line(words: &str) -> Line {
    vec![text(words)]
}

fn cited(words: &str, claim: &str) -> Line {
    vec![text(words), Span::Claim(claim.into())]
}

fn paragraph(line: Line) -> Prose {
    vec![Block::Paragraph(line)]
}

fn link(to: &str, words: &str) -> Span {
    Span::Link { to: to.into(), text: words.into() }
}

fn card(id: &str, kind: CardKind) -> Card {
    Card { id: format!("lesson/{id}"), kind, needs_clinician: false }
}

#[test]
fn the_units() {
    let course = Home::good().compile().expect("no fault");
    let chapter = Chapter {
        id: "chapter/first".into(),
        title: "First".into(),
        home_title: None,
        units: vec![
            Unit {
                id: "lesson/walk".into(),
                title: "A walk".into(),
                home_title: None,
                minutes: 4,
                goal: "After this you can ask for a walk.".into(),
                teaches: vec!["technique/ask".into()],
                cards: walk(),
            },
            Unit {
                id: "lesson/rest".into(),
                title: "Sex and rest".into(),
                home_title: Some("Rest".into()),
                minutes: 3,
                goal: "After this you can rest.".into(),
                teaches: vec![],
                cards: rest(),
            },
        ],
    };
    assert_eq!(course.chapters, [chapter]);
}

fn walk() -> Vec<Card> {
    let door = |id: &str, words: &str, to: Option<&str>| Door {
        id: format!("lesson/walk/check-first/{id}"),
        text: line(words),
        to: to.map(Into::into),
    };
    let spoken = |by: &str, words: &str| Spoken { by: by.into(), say: line(words) };
    let option = |id: &str, words: &str, right: bool, why: &str| CheckOption {
        id: format!("lesson/walk/when/{id}"),
        text: line(words),
        right,
        why: line(why),
    };
    vec![
        card(
            "walk/check-first",
            CardKind::Gate {
                question: line("If you bring this up, could your partner hurt, scare or punish you?"),
                body: paragraph(cited("Your answer is not saved.", "E1")),
                doors: vec![door("no", "No", None), door("yes", "Yes", Some("help/safe-to-talk"))],
            },
        ),
        card(
            "walk/why",
            CardKind::Read {
                title: "Why walk".into(),
                body: vec![
                    Block::Paragraph(vec![
                        text("A walk is "),
                        link("term/calm", "calm"),
                        text("."),
                        Span::Claim("W1".into()),
                        text(" It is "),
                        Span::Emphasis("free".into()),
                        text("."),
                    ]),
                    Block::Bullets(vec![vec![Span::Strong("Short.".into()), text(" Not far.")], line("Slow")]),
                ],
            },
        ),
        card(
            "walk/at-the-door",
            CardKind::Exchange {
                title: "At the door".into(),
                technique: "technique/ask".into(),
                scene: line("It is cold."),
                lines: vec![spoken("you", "Come out!"), spoken("Sam", "Say \"please\"."), spoken("you", "Come out!")],
                notice: line("One of them asked."),
            },
        ),
        card(
            "walk/when",
            CardKind::Check {
                question: line("When do you ask?"),
                options: vec![
                    option("noon", "At noon", true, "Yes. It is warm."),
                    option("night", "At night", false, "It is dark."),
                ],
                again: line("When is it warm?"),
            },
        ),
        card(
            "walk/shoes",
            CardKind::Steps {
                title: "Shoes on".into(),
                steps: vec![
                    Step { text: line("Sit."), needs_clinician: false },
                    Step { text: cited("Tie them.", "N1"), needs_clinician: true },
                ],
            },
        ),
        card(
            "walk/which",
            CardKind::Table {
                title: "Which shoes".into(),
                columns: vec!["Kind".into(), "Rain".into()],
                rows: vec![
                    TableRow { cells: vec![line("Boots"), cited("yes", "W1")], needs_clinician: false },
                    TableRow { cells: vec![line("Socks"), cited("ask", "N1")], needs_clinician: true },
                ],
            },
        ),
        card(
            "walk/first-line",
            CardKind::Reflect { prompt: line("What will you say?"), hint: line("One way: Shall we?") },
        ),
        Card {
            needs_clinician: true,
            ..card("walk/try", CardKind::Practise { to: "quiz/first".into(), body: line("Try it.") })
        },
    ]
}

fn rest() -> Vec<Card> {
    let safe = vec![link("help/safe-to-talk", "Is it safe to talk?"), text(" You can skip this.")];
    vec![
        card("rest/sit", CardKind::Read { title: "Sit".into(), body: paragraph(safe) }),
        card(
            "rest/home",
            CardKind::Exchange {
                title: "At home".into(),
                technique: "technique/ask".into(),
                scene: line("It is late."),
                lines: vec![Spoken { by: "you".into(), say: line("Let us sit.") }],
                notice: line("They sat."),
            },
        ),
    ]
}

#[test]
fn the_quiz() {
    let option = |id: &str, words: &str, right: bool, why: Line| QuizOption {
        id: format!("quiz/first/{id}"),
        text: line(words),
        right,
        why,
        last: false,
    };
    let item = |id: &str, kind: ItemKind, ask: &str, options: Vec<QuizOption>| Item {
        id: format!("quiz/first/{id}"),
        kind,
        ask: line(ask),
        options,
        exercises: vec![],
    };
    let all = QuizOption { last: true, ..option("warm/all", "All of these", true, line("Yes.")) };
    let noon = option("warm/noon", "Only noon", false, line("So it is. Look at the rest."));
    let quiz = Quiz {
        id: "quiz/first".into(),
        title: "First".into(),
        home_title: None,
        items: vec![
            Item {
                exercises: vec!["technique/ask".into()],
                ..item("warm", ItemKind::One, "When is it warm?", vec![noon, all])
            },
            item(
                "pack",
                ItemKind::Many,
                "What do you pack?",
                vec![
                    option("pack/water", "Water", true, line("Yes.")),
                    option("pack/stone", "A stone", false, line("It is a weight.")),
                ],
            ),
            item(
                "cold",
                ItemKind::TrueFalse,
                "It is cold at night.",
                vec![
                    option("cold/true", "True", true, cited("Yes.", "W1")),
                    option("cold/false", "False", false, line("Feel it.")),
                ],
            ),
        ],
    };
    assert_eq!(Home::good().compile().expect("no fault").quizzes, [quiz]);
}

#[test]
fn the_relaxation_and_its_short_form() {
    let cue = |seconds, say: &str| Cue { seconds, kind: CueKind::Say, say: say.into() };
    let block = |id: &str, seconds, cues| CueBlock { id: id.into(), seconds, stretches: id == "core", cues };
    let place = |block: &str, number| CuePlace { block: block.into(), number };
    let instead = |say: &str| vec![Instead { cue: place("check-in", 1), say: say.into() }];
    let relaxation = Relaxation {
        id: "relaxation/breath".into(),
        title: "Breath".into(),
        before: paragraph(line("Sit down.")),
        grounding: paragraph(vec![text("Look up. "), link("help/safe-to-talk", "Help is here"), text(".")]),
        pace: Some(Pace { inhale: 4, hold: 0, exhale: 6, rest: 0 }),
        blocks: vec![
            block("check-in", 100, vec![cue(40, "Hello. This takes ten minutes."), cue(60, "Sit as you like.")]),
            block("core", 500, vec![cue(200, "In."), cue(300, "Out.")]),
        ],
        short: vec![
            block("check-in", 40, vec![cue(40, "Hello. This is short.")]),
            block("core", 200, vec![cue(200, "In.")]),
        ],
        five: Retimed { leave_out: vec![place("core", 2)], instead: instead("Hello. This takes five minutes.") },
        fifteen: Retimed { leave_out: vec![], instead: instead("Hello. This takes fifteen minutes.") },
    };
    assert_eq!(Home::good().compile().expect("no fault").relaxations, [relaxation]);
}

#[test]
fn the_help_cards() {
    let part = |title: &str, body: Prose| HelpPart { title: title.into(), body, needs_clinician: false };
    let list = |points: [&str; 2]| Block::Bullets(points.map(line).to_vec());
    let asks = HelpPart { needs_clinician: true, ..part("And then?", paragraph(cited("Ask.", "N1"))) };
    let pep = HelpCard {
        id: "help/pep".into(),
        title: "PEP: go now".into(),
        lead: paragraph(cited("Go now.", "W1")),
        parts: vec![
            part("Where?", paragraph(line("A clinic."))),
            part("What to say", vec![list(["Say when.", "Say what."])]),
            asks,
        ],
        pep: Some(helper()),
    };
    let safe = HelpCard {
        id: "help/safe-to-talk".into(),
        title: "Is it safe to talk?".into(),
        lead: paragraph(line("You do not owe anyone a talk.")),
        parts: vec![part("Now", vec![Block::Paragraph(line("Go.")), Block::Bullets(vec![line("Run.")])])],
        pep: None,
    };
    assert_eq!(Home::good().compile().expect("no fault").help, [pep, safe]);
}

fn helper() -> PepTexts {
    let state = |state: PepState, title: &str, words: &str| PepText {
        state,
        part: HelpPart { title: title.into(), body: paragraph(line(words)), needs_clinician: false },
    };
    let call =
        HelpPart { title: "You take it now".into(), body: paragraph(cited("Call them.", "N1")), needs_clinician: true };
    PepTexts {
        limit_hours: 72,
        ask: PepQuestions {
            status: line("Do you have HIV?"),
            contact: line("What was it?"),
            contact_sex: line("Sex"),
            contact_works: line("Works"),
            contact_other: line("Not sure"),
            contact_touch: line("Touch"),
            when: line("When was it?"),
            forced: line("Did someone force you?"),
            undetectable: line("Are you sure?"),
            prep: line("Do you take PrEP?"),
            pregnant: line("Are you pregnant?"),
        },
        states: vec![
            state(PepState::Forced, "Are you safe?", "Go where it is safe."),
            state(PepState::HasHiv, "Not for you", "They may need it."),
            state(PepState::NoContact, "No need", "Touch is fine."),
            state(PepState::FirstDay, "Go now", "Each hour counts."),
            state(PepState::StillTime, "Go now", "There is time."),
            state(PepState::NotSure, "Go now", "Let them decide."),
            state(PepState::WindowOver, "Call a clinic", "Ask for a test."),
            state(PepState::Works, "Shared works", "Ask for more."),
            state(PepState::PartnerUndetectable, "No need", "Ask if you doubt it."),
            PepText { state: PepState::OnPrep, part: call },
            state(PepState::Pregnant, "It is fine", "Tell them."),
        ],
    }
}

#[test]
fn what_stands_around_the_units() {
    let course = Home::good().compile().expect("no fault");
    let day = |day: &str| day.parse().expect("a day");
    let claim = |id: &str, words: &str, sources: &[&str], place: &str, review: Review| Claim {
        id: id.into(),
        text: words.into(),
        sources: sources.iter().map(ToString::to_string).collect(),
        checked: day("2026-11-23"),
        review_by: day("2027-11-23"),
        place: place.into(),
        review,
    };
    let prompt = |label: &str, ask: &str, hint: &str| Prompt { label: label.into(), ask: line(ask), hint: line(hint) };
    let term = |id: &str, name: &str, words: &str| Term {
        id: id.into(),
        name: name.into(),
        aliases: vec![],
        body: paragraph(line(words)),
        exact: false,
    };
    let calm =
        Term { aliases: vec!["at ease".into(), "clean".into()], exact: true, ..term("term/calm", "Calm", "At rest.") };
    let ask = Technique {
        id: "technique/ask".into(),
        name: "Ask".into(),
        ask: line("How do you begin?"),
        answer: cited("With a question.", "W1"),
    };
    let expected = Course {
        format: saywell_content::FORMAT,
        language: "en".into(),
        terms: vec![calm, term("term/walk", "walk", "Steps.")],
        techniques: vec![ask],
        claims: vec![
            claim("E1", "Nothing is saved.", &[], "any", Review::Approved),
            claim("N1", "Laces hold.", &[], "any", Review::NeedsClinician),
            claim("W1", "A walk calms.", &["WALKS"], "US, UK", Review::Unreviewed),
        ],
        sources: vec![Source {
            key: "WALKS".into(),
            publisher: "The Walkers".into(),
            title: "On walks".into(),
            dated: "no date".into(),
        }],
        plan: PlanPrompts {
            id: "journal/plan-the-talk".into(),
            title: "Plan".into(),
            before: paragraph(line("Take your time.")),
            share_title: "My plan".into(),
            when: prompt("When", "When will you talk?", "Noon."),
            place: prompt("Where", "Where will you be?", "Outside."),
            opening: prompt("First line", "How will you begin?", "Can we talk?"),
            offer: prompt("Offer", "What can you offer?", "Time."),
            exit: prompt("Way out", "How will you end it?", "I need to go."),
        },
        ..course.clone()
    };
    assert_eq!(course, expected);
}

#[test]
fn a_windows_checkout_gives_the_same_course() {
    let (unix, windows) = (Home::good(), Home::good());
    for file in ["lesson/1-first/01-walk.toml", "quiz/1-first.toml", "help/1-pep.toml"] {
        let text = std::fs::read_to_string(unix.path.join("course").join(file)).expect("a file of the course");
        windows.write(file, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    assert_eq!(windows.compile(), unix.compile());
    assert_eq!(saywell_author::extract(&windows.path), saywell_author::extract(&unix.path));
}

#[test]
fn this_repositorys_course_has_no_fault() {
    let faults = saywell_author::compile(&saywell_author::home()).err().unwrap_or_default();
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}
