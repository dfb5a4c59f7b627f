//! What is written comes back, whatever its words are; what a course cannot hold is named with its place.
use super::read::{Refused, quiz as read_quiz};
use super::*;
use crate::desk::Desk;
use crate::fault::Source;
use proptest::prelude::*;
use saywell_content::{Claim, Edition, Line, PlanPrompts, Prompt, Review, Span};
use saywell_content::{FORMAT, Source as Publication};

fn line(words: &str) -> Line {
    vec![Span::Text(words.into())]
}

fn course() -> Course {
    let prompt = || Prompt { label: String::new(), ask: Vec::new(), hint: Vec::new() };
    Course {
        format: FORMAT,
        language: "en".into(),
        edition: Edition::default(),
        chapters: Vec::new(),
        quizzes: Vec::new(),
        scenarios: Vec::new(),
        relaxations: Vec::new(),
        help: Vec::new(),
        terms: Vec::new(),
        techniques: Vec::new(),
        claims: vec![Claim {
            id: "M8".into(),
            text: "U=U.".into(),
            sources: vec!["A".into()],
            checked: chrono::NaiveDate::from_ymd_opt(2026, 11, 3).unwrap(),
            review_by: chrono::NaiveDate::from_ymd_opt(2027, 11, 3).unwrap(),
            place: "any".into(),
            review: Review::Unreviewed,
        }],
        sources: vec![Publication {
            key: "A".into(),
            publisher: "WHO: {a} # ~b".into(),
            title: "U=U".into(),
            dated: "no date".into(),
        }],
        plan: PlanPrompts {
            id: "journal/plan-the-talk".into(),
            title: String::new(),
            before: Vec::new(),
            share_title: String::new(),
            when: prompt(),
            place: prompt(),
            opening: prompt(),
            offer: prompt(),
            exit: prompt(),
        },
        reminders: Vec::new(),
        telling: Vec::new(),
        resources: Vec::new(),
    }
}

fn read(gift: &str) -> (Quiz, Vec<Option<String>>, Vec<Refused>) {
    read_quiz(&Source::new("a/first.gift", gift), None)
}

/// Words with everything that steers, marks or begins something in GIFT, HTML, Markdown or TOML.
fn any_words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "{",
            "}",
            "~",
            "=",
            "#",
            ":",
            "::",
            "####",
            "\\",
            "\\n",
            "\\=",
            "%50%",
            "%-100%",
            "[plain]",
            "[html]",
            "[",
            "]",
            "->",
            "//",
            "$CATEGORY:",
            "<b>",
            "</b>",
            "&amp;",
            "&",
            "<",
            "*",
            "**",
            "_",
            "`",
            "- ",
            "+ ",
            "1. ",
            "2) ",
            "> ",
            "!",
            "\"",
            "'",
            "(",
            ")",
            "|",
            "^M8",
            "[^M8]",
            "U=U",
            "T",
            "TRUE",
            " ",
            "  ",
            "\u{a0}",
            "שלום",
            "مرحبا",
            "\u{202e}",
            "é",
            "🙂",
            "---",
            "Sources: ",
        ])
        .prop_map(ToOwned::to_owned),
        "[a-z]{1,6}",
    ];
    prop::collection::vec(piece, 1..12)
        .prop_map(|pieces| folded(&pieces.concat()))
        .prop_filter("empty", |words| !words.is_empty())
}

/// An item as it comes back: its words alone.
fn any_item() -> impl Strategy<Value = Item> {
    let option = || (any_words(), any::<bool>(), any_words());
    let kind = prop::sample::select(vec![ItemKind::One, ItemKind::Many, ItemKind::TrueFalse]);
    (kind, any_words(), prop::collection::vec(option(), 2..7), any::<prop::sample::Index>(), any::<bool>()).prop_map(
        |(kind, ask, mut options, right, pinned)| {
            if kind == ItemKind::TrueFalse {
                options.truncate(2);
                options[0].0 = "True".into();
                options[1].0 = "False".into();
            }
            let right = right.index(options.len());
            let last = options.len() - 1;
            let option = |(index, (text, also, why)): (usize, (String, bool, String))| QuizOption {
                id: match (kind, index) {
                    (ItemKind::TrueFalse, 0) => "quiz/first/item/true".into(),
                    (ItemKind::TrueFalse, _) => "quiz/first/item/false".into(),
                    _ => format!("quiz/first/item/o-{index}"),
                },
                text: line(&text),
                right: index == right || also && kind == ItemKind::Many,
                why: line(&why),
                last: pinned && index == last && kind != ItemKind::TrueFalse,
            };
            Item {
                id: "quiz/first/item".into(),
                kind,
                ask: line(&ask),
                options: options.into_iter().enumerate().map(option).collect(),
                exercises: vec!["technique/trust".into(), "technique/talk-early".into()],
            }
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_comes_back(item in any_item(), title in any_words()) {
        let quiz = Quiz { id: "quiz/first".into(), title, home_title: Some("One".into()), items: vec![item] };
        let gift = write(&quiz, &course()).unwrap();
        let (back, _, refused) = read(&gift);
        prop_assert_eq!(refused, []);
        prop_assert_eq!(back, quiz);
    }

    /// The file of the course says what the GIFT file said.
    #[test]
    fn an_import_is_a_file_that_a_course_reads(item in any_item()) {
        let quiz = Quiz { id: "quiz/first".into(), title: "First".into(), home_title: None, items: vec![item] };
        let file = paper::paper(&quiz, &[Some("Sources: us".into())], 0);
        let mut desk = Desk::new();
        let back = desk.open(&Source::new("first.toml", &file), crate::quiz::quiz);
        prop_assert_eq!(&back, &quiz, "{}", file);
    }

    /// Whatever a file holds, reading it comes to an end, and each place is in it.
    #[test]
    fn any_file_can_be_read(pieces in prop::collection::vec(prop_oneof![any_words(), Just("\n".to_owned()), Just("\n\n".to_owned())], 0..12)) {
        let gift = pieces.concat();
        let lines = gift.lines().count().max(1);
        for refused in read(&gift).2 {
            prop_assert!(refused.place.line <= lines, "{refused} of {lines}");
        }
    }
}

#[test]
fn marks_become_words_and_a_line_of_sources() {
    let mut ask = line("Is ");
    ask.push(Span::Link { to: "term/u-u".into(), text: "U=U".into() });
    ask.extend([Span::Text(" so?".into()), Span::Claim("M8".into())]);
    let option = |id: &str, right| QuizOption {
        id: format!("quiz/first/item/{id}"),
        text: line(id),
        right,
        why: line("why"),
        last: false,
    };
    let options = vec![option("a", true), option("b", false), option("c", true), option("d", true)];
    let item = Item { id: "quiz/first/item".into(), kind: ItemKind::Many, ask, options, exercises: Vec::new() };
    let quiz = Quiz { id: "quiz/first".into(), title: "A/B".into(), home_title: None, items: vec![item] };
    let gift = write(&quiz, &course()).unwrap();
    assert_eq!(
        gift,
        "// quiz: quiz/first\n// title: A/B\n\n$CATEGORY: A//B\n\n// options: a b c d\n\
         ::quiz/first/item::[plain]Is U\\=U so?{\n\
         \t~%33.33333%a#why\n\t~%-100%b#why\n\t~%33.33333%c#why\n\t~%33.33333%d#why\n\
         \t####Sources\\: WHO\\: \\{a\\} \\# \\~b, U\\=U (no date). Checked 3 November 2026. Not yet approved by a clinician.\n}\n"
    );
    let (back, sources, refused) = read(&gift);
    assert_eq!(refused, []);
    assert_eq!(back.items[0].ask, line("Is U=U so?"));
    assert!(sources[0].as_deref().unwrap().starts_with("Sources: WHO: {a} # ~b, U=U"));
}

#[test]
fn eleven_right_options_do_not_fit() {
    let option = |index| QuizOption {
        id: format!("quiz/first/item/{index}"),
        text: line("a"),
        right: index > 0,
        why: line("b"),
        last: false,
    };
    let options = (0..12).map(option).collect();
    let item =
        Item { id: "quiz/first/item".into(), kind: ItemKind::Many, ask: line("a"), options, exercises: Vec::new() };
    let quiz = Quiz { id: "quiz/first".into(), title: "First".into(), home_title: None, items: vec![item] };
    assert_eq!(write(&quiz, &course()).unwrap_err(), ["`quiz/first/item`: 11 right options; GIFT holds 10 at most"]);
}

#[test]
fn a_file_of_another_program() {
    let (quiz, _, refused) = read(
        "$CATEGORY: $course$/top/Warm things\r\n\r\n// a comment\r\n::Warm: part 1::When is it\r\n warm = hot?{=At noon ~At night#It's\r\ndark.}\r\n\r\n\
         ::Warm: part 1:: Is 2 < 3 & 4?{T#No.}\r\n\r\n\r\n[markdown]Who?{~%50%A ~%50%B ~C}\n",
    );
    assert_eq!(refused, []);
    assert_eq!((quiz.id.as_str(), quiz.title.as_str()), ("quiz/warm-things", "Warm things"));
    let [warm, so, who] = quiz.items.as_slice() else { panic!("{:?}", quiz.items) };
    assert_eq!(
        (warm.id.as_str(), words(&warm.ask).as_str()),
        ("quiz/warm-things/warm-part-1", "When is it warm = hot?")
    );
    let noon = &warm.options[0];
    assert_eq!((noon.id.as_str(), noon.right, noon.why.len()), ("quiz/warm-things/warm-part-1/at-noon", true, 0));
    assert_eq!(words(&warm.options[1].why), "It's dark.");
    assert_eq!((so.id.as_str(), so.kind), ("quiz/warm-things/warm-part-1-2", ItemKind::TrueFalse));
    // The first feedback of true and false is that of the wrong answer.
    assert_eq!((words(&so.options[0].why), words(&so.options[1].why)), (String::new(), "No.".into()));
    assert_eq!((who.id.as_str(), who.kind), ("quiz/warm-things/who", ItemKind::Many));
    assert_eq!(who.options.iter().map(|option| option.right).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn what_a_course_cannot_hold_is_named() {
    for (gift, line, column, item, reason) in [
        ("\n\nOnly words", 3, 1, "Only words", "no answers"),
        ("::A::Why?{}", 1, 1, "A", "an open question"),
        ("::A::Why?{=b", 1, 1, "A", "no `}`"),
        ("::A::2+2?{#4:0}", 1, 11, "A", "a number"),
        ("::A::Who?{=b =c}", 1, 11, "A", "words to fill in"),
        ("::A::Who?{b}", 1, 11, "A", "words to fill in"),
        ("::A::Who?{=b->c =d->e}", 1, 11, "A", "pairs"),
        ("::A::It is {=b ~c} so.", 1, 20, "A", "a gap"),
        ("::A::Who?{=b ~c####Well.}", 1, 20, "A", "general feedback"),
        ("::A::Who?{=b\n=c ~d}", 2, 1, "A", "a second right option"),
        ("::A::Who?{=b ~%50%c}", 1, 14, "A", "50 % of the point"),
        ("::A::Who?{=%50%b ~c}", 1, 11, "A", "part of the point"),
        ("::A::Who?{~%60%b ~%40%c}", 1, 18, "A", "unequal worth"),
        ("::A::Who?{~%30%b ~%30%c ~d}", 1, 11, "A", "come to 60 %"),
        ("::A::Who?{~b ~c}", 1, 11, "A", "no option is right"),
        ("::A::Who?{~%100%b}", 1, 11, "A", "two options"),
        ("::A::Who?{b ~c =d}", 1, 11, "A", "before the first option"),
        ("::A::Who?{= ~c}", 1, 11, "A", "an option is empty"),
        ("::A::{=b ~c}", 1, 1, "A", "the question is empty"),
        ("::A::One.\\n\\nTwo?{=b ~c}", 1, 10, "A", "a line break in the question"),
        ("::A::Who?{=b#c\\nd ~c}", 1, 15, "A", "a line break in a feedback"),
        ("::A::<b>Who</b>?{=b ~c}", 1, 6, "A", "HTML in the question"),
        ("::A::[html]Who?{=b&eacute; ~c}", 1, 18, "A", "HTML in an option"),
        ("::A::[markdown]*Who*?{=b ~c}", 1, 16, "A", "Markdown in the question"),
        ("$CATEGORY: a\n\n$CATEGORY: b", 3, 1, "$CATEGORY: b", "one category"),
    ] {
        let (_, _, refused) = read(gift);
        let [refused] = refused.as_slice() else { panic!("{gift}: {refused:?}") };
        let place = (refused.place.line, refused.place.column, refused.item.as_str());
        assert!(place == (line, column, item) && refused.reason.contains(reason), "{gift}: {refused}");
    }
}
