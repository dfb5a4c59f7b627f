//! The table of rules in `docs/authoring.md` lists exactly the rules that there are, and each of its examples is tried: the bad
//! one breaks that rule and no other, the good one none.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod home;

use home::Home;
use home::scenario::WALK as TALK;
use saywell_author::{Rule, Strict, report, status};
use std::fs;

const WALK: &str = "lesson/1-first/01-walk.toml";
const REST: &str = "lesson/1-first/02-rest.toml";
const QUIZ: &str = "quiz/1-first.toml";
const CLAIMS: &str = "claim/claims.toml";
const SAMPLE: &str = include_str!("../../samples/resources/example-town.toml");
const TOWN: &str = "resource/our-town.toml";

/// A row: the id of the rule, and the lines of its examples.
struct Row {
    id: String,
    good: String,
    bad: String,
}

fn rows() -> Vec<Row> {
    let page = fs::read_to_string(saywell_author::home().with_file_name("docs/authoring.md")).unwrap();
    let (_, table) = page.split_once("## The rules\n").unwrap();
    let (table, _) = table.split_once("\n## ").unwrap();
    let code = |cell: &str| cell.split('`').skip(1).step_by(2).collect::<Vec<_>>().join("\n");
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        assert_eq!(cells.len(), 4, "{line}");
        assert!(cells[1].ends_with('.') || cells[1].ends_with(".)"), "a sentence on why: {line}");
        Row { id: code(cells[0]), good: code(cells[2]), bad: code(cells[3]) }
    };
    table.lines().filter(|line| line.starts_with("| `")).map(row).collect()
}

#[test]
fn the_table_lists_exactly_the_rules() {
    let listed: Vec<String> = rows().into_iter().map(|row| row.id).collect();
    let rules: Vec<&str> = Rule::all().map(Rule::id).collect();
    assert_eq!(listed, rules);
}

#[test]
fn each_example_is_right() {
    let mut wrong = Vec::new();
    for (rule, row) in Rule::all().zip(rows()) {
        if rule == Rule::Borrowed {
            // Their words cannot be shown; `seeds.rs` tries the rule with words of its own.
            assert!(row.good.is_empty() && row.bad.is_empty());
            continue;
        }
        let (good, bad) = (broken(rule, &row.good), broken(rule, &row.bad));
        let count = |rules: &[Rule]| rules.iter().filter(|broken| **broken == rule).count();
        let others = |rules: &[Rule]| rules.iter().filter(|broken| **broken != rule).copied().collect::<Vec<_>>();
        // Before a release much is open at once.
        let is_good = good.is_empty() || row.id.starts_with("release-");
        if !is_good || count(&bad) <= count(&good) || others(&bad) != others(&good) {
            wrong.push(format!("{rule}: the good example breaks {good:?}, the bad one {bad:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rules that the small course breaks with this example in it, in their order.
fn broken(rule: Rule, example: &str) -> Vec<Rule> {
    let has_talk = rule.id().starts_with("talk-") || rule == Rule::LowMood;
    let home = if has_talk { Home::with_scenario() } else { Home::good() };
    place(rule, example, &home);
    if rule == Rule::Translation {
        return status(&home.path).unwrap().iter().flat_map(|status| &status.unfit).map(|fault| fault.rule).collect();
    }
    let is_dated = matches!(rule, Rule::ClaimOld | Rule::ResourceOld);
    let strict =
        Strict { today: "2027-01-01".parse().ok().filter(|_| is_dated), release: rule.id().starts_with("release-") };
    let mut rules: Vec<Rule> = report(&home.path, strict).faults.iter().map(|fault| fault.rule).collect();
    rules.sort();
    rules
}

/// Puts an example where it belongs.
fn place(rule: Rule, example: &str, home: &Home) {
    if let Some((file, from)) = stands_for(rule) {
        home.change(file, from, example);
        return;
    }
    let put = |file: &str, text: &str| {
        home.write(file, text);
    };
    match rule {
        Rule::LostFile => put(example, "[[term]]\nid = \"boot\"\nname = \"boots\"\ntext = \"Warm.\"\n"),
        Rule::StaleException => {
            let allow = |words: &str| {
                format!(
                    "[[allow]]\nrule = \"unsourced-number\"\nin = \"lesson/walk/why\"\n{words}\nbecause = \"So.\"\n"
                )
            };
            home.change(WALK, "It is *free*.", "It is ten minutes away.");
            home.write("allowed.toml", allow("words = \"ten minutes\"") + &allow(example));
        }
        Rule::Translation => {
            fs::create_dir_all(home.path.join("locale")).unwrap();
            let english = "A walk is [calm](term/calm). [^W1]";
            home.change(WALK, "text = \"\"\"\nA walk is [calm](term/calm). [^W1]\nIt is *free*.\n\n- **Short.** Not far.\n- Slow\n\"\"\"", &format!("text = \"{english}\""));
            let po = format!(
                "msgid \"\"\nmsgstr \"Language: es\\n\"\n\nmsgctxt \"lesson/walk/why#text\"\nmsgid \"{english}\"\nmsgstr \"{example}\"\n"
            );
            fs::write(home.path.join("locale/es.po"), po).unwrap();
        }
        Rule::Beside => beside(home, example),
        Rule::GiveawayAll | Rule::GiveawayLongest | Rule::GiveawayPlace => {
            put("quiz/2-more.toml", &quiz(rule, example));
        }
        Rule::TalkSize => {
            // What is left has 39 lines.
            let gone = ["me-too", "go-far", "so-tired", "i-sit"];
            let text = include_str!("scenario/1-walk.toml").replace("sets = [\"b-tired\"]", "sets = []");
            let kept = text.lines().filter(|line| !gone.iter().any(|id| line.contains(&format!("id = \"{id}\""))));
            let text = kept.collect::<Vec<_>>().join("\n") + "\n";
            home.write(TALK, text.replacen("\n]\n\n[endings]", &format!("\n{example}\n]\n\n[endings]"), 1));
        }
        Rule::Resource | Rule::ResourceOld => {
            let from = if rule == Rule::Resource { "contact = \"555-0100\"" } else { "verify_by = 2027-05-23" };
            home.write(TOWN, SAMPLE.replacen(from, example, 1));
        }
        Rule::ReleaseResource if example == TOWN => put(example, SAMPLE),
        Rule::ReleaseResource => {}
        _ => panic!("{rule} has no place in the small course"),
    }
}

/// What an example stands in the place of: a file, and words of it.
fn stands_for(rule: Rule) -> Option<(&'static str, &'static str)> {
    Some(match rule {
        Rule::Syntax => (WALK, "title = \"A walk\""),
        Rule::MissingKey => (WALK, "goal = \"After this you can ask for a walk.\""),
        Rule::UnknownKey => (WALK, "teaches = [\"ask\"]"),
        Rule::Value => (QUIZ, "kind = \"many\""),
        Rule::Id => (WALK, "id = \"why\""),
        Rule::BrokenLink => (WALK, "[calm](term/calm)"),
        Rule::WrongLink => (WALK, "go = \"help/safe-to-talk\""),
        Rule::UnusedTerm => ("glossary/terms.toml", "name = \"walk\""),
        Rule::Minutes | Rule::ReadingTime => (WALK, "minutes = 4"),
        Rule::Card => (WALK, "read = \"Why walk\""),
        Rule::Gate => (WALK, "go = \"next\""),
        Rule::PepHelper => ("help/1-pep.toml", "is = \"works\""),
        Rule::AnswerKey => (QUIZ, "right = true, why = \"Yes.\""),
        Rule::NoReason => (QUIZ, "text = \"A stone\", why = \"It is a weight.\""),
        Rule::Pin => (QUIZ, "pin = \"last\""),
        Rule::UnpinnedAll => (QUIZ, "text = \"A stone\""),
        Rule::GiveawayLength => (QUIZ, "text = \"Only noon\""),
        Rule::RelaxationTime => ("relaxation/1-breath.toml", "seconds = 240"),
        Rule::RelaxationCue => ("relaxation/1-breath.toml", "[200, \"In.\"]"),
        Rule::UnsourcedClaim => (CLAIMS, "sources = [\"WALKS\"]"),
        Rule::ClaimState | Rule::ReleaseClaim => (CLAIMS, "review = \"unreviewed\""),
        Rule::ClaimDays | Rule::ClaimOld => (CLAIMS, "review_by = 2027-11-23"),
        Rule::ClaimSuperseded => (CLAIMS, "risk = \"behavioural\""),
        Rule::ClaimUnready | Rule::ReleasePart => {
            (WALK, "{ text = \"Tie them. [^N1]\", review = \"needs-clinician\" }")
        }
        Rule::DoxyBesidePep => (WALK, "Yes. It is warm."),
        Rule::HardText => (REST, "You can skip this."),
        Rule::SmallScreen => (WALK, "text = \"At noon\""),
        Rule::TitleTells => (REST, "home_title = \"Rest\""),
        Rule::ReminderTells | Rule::Reminder => ("reminder/texts.toml", "text = \"Time for a walk?\""),
        Rule::TalkName => (TALK, "start = \"open\""),
        Rule::TalkSide => (TALK, "by = \"a\", id = \"only-honest\""),
        Rule::TalkLength => (TALK, "text = \"Jo\""),
        Rule::LowMood => (TALK, "help = \"help/low-mood\", go = \"stays\""),
        Rule::TalkFact => (TALK, "needs = [\"a-tired\"]"),
        Rule::TalkEnding => (TALK, "left-any-time = { ending = \"left-safely\""),
        Rule::TalkStuck => (TALK, "needs = [\"blamed\"]"),
        Rule::TalkPressure => (TALK, "id = \"sit-down\", say"),
        Rule::TalkUnreached => (TALK, "stopped = {"),
        Rule::TalkPractice => (TALK, "tags = [\"eroticising\"]"),
        Rule::ReleaseReview => {
            ("pack.toml", "[[review]]\non = 2026-11-20\nby = \"Dr. Sam Field, physician\"\nwhat = \"All of it\"")
        }
        Rule::ReleasePlaceholder => ("pack.toml", "licence = \"CC0-1.0\""),
        Rule::Mark
        | Rule::UnsourcedNumber
        | Rule::UnsourcedAbsolute
        | Rule::Stigma
        | Rule::Outdated
        | Rule::Gendered
        | Rule::Blame
        | Rule::Shame
        | Rule::Fear
        | Rule::Shout
        | Rule::Telephone
        | Rule::Address
        | Rule::Unspoken
        | Rule::LongSentence
        | Rule::HardCard => (WALK, "It is *free*."),
        _ => return None,
    })
}

/// A course of one unit that leads into this repository's.
fn beside(home: &Home, example: &str) {
    fs::remove_dir_all(home.path.join("course")).unwrap();
    let page = "id = \"pack/more\"\nversion = 1\ntitle = \"More\"\npublisher = \"Us\"\nlicence = \"CC0-1.0\"\n";
    home.write("pack.toml", format!("{page}{example}\n"))
        .write("lesson/1-more/chapter.toml", "id = \"chapter/more\"\ntitle = \"More\"\n")
        .write(
            "lesson/1-more/1.toml",
            "id = \"lesson/more\"\ntitle = \"More\"\nminutes = 3\ngoal = \"After this you can walk.\"\n\n[[card]]\n\
             id = \"one\"\nread = \"One\"\ntext = \"Go.\"\n",
        );
    if example.contains("pack/other") {
        // A course that stands beside none has a plan and reminders of its own.
        for file in ["journal/plan-the-talk.toml", "reminder/texts.toml"] {
            let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/good/course/").to_owned() + file);
            home.write(file, text.unwrap());
        }
    }
}

/// A quiz of which an example tells what gives it away.
fn quiz(rule: Rule, example: &str) -> String {
    let item = |number: usize, options: &str| {
        format!("[[item]]\nid = \"item-{number}\"\nask = \"Which?\"\noptions = [{options}]\n\n")
    };
    // The right one is not the longest.
    let option = |id: &str, right: bool| {
        let (text, right) = if right { ("Only this", ", right = true") } else { ("Or only this", "") };
        format!("{{ id = \"{id}\", text = \"{text} {id}\"{right}, why = \"So.\" }}")
    };
    let items: String = match rule {
        // Each line is a pinned option, and another one is right where it is not.
        Rule::GiveawayAll => (0..)
            .zip(example.lines())
            .map(|(number, line)| {
                item(
                    number,
                    &format!(
                        "{}, {{ id = \"all\", {line}, pin = \"last\", why = \"So.\" }}",
                        option("x", !line.contains("right"))
                    ),
                )
            })
            .collect(),
        // The options of three items, each time in another order.
        Rule::GiveawayLongest => {
            let inner = example.trim_start_matches("options = [").trim_end_matches(']');
            let mut options: Vec<&str> =
                inner.split_inclusive("}, ").map(|option| option.trim_end_matches(", ")).collect();
            (0..3)
                .map(|number| {
                    options.rotate_left(1);
                    item(number, &options.join(", "))
                })
                .collect()
        }
        // Each line tells which of three options is right.
        _ => (0..)
            .zip(example.lines())
            .map(|(number, line)| {
                let place: usize = line.trim_start_matches("right = ").parse().unwrap();
                let options: Vec<String> = (1..=3).map(|at| option(["x", "y", "z"][at - 1], at == place)).collect();
                item(number, &options.join(", "))
            })
            .collect(),
    };
    format!("id = \"quiz/more\"\ntitle = \"More\"\n\n{items}")
}
