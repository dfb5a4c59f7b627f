//! Places and lines to turn to: the sample that programmes copy, and every rule of the format.

mod home;

use home::Home;
use saywell_content::{Channel, Resource};

const SAMPLE: &str = include_str!("../../samples/resources/example-town.toml");
const FILE: &str = "resource/example-town.toml";

fn with_sample(from: &str, to: &str) -> Home {
    let home = Home::good();
    assert!(SAMPLE.contains(from), "the sample has no {from:?}");
    home.write(FILE, SAMPLE.replacen(from, to, 1));
    home
}

#[test]
fn the_small_course_compiles_with_the_sample() {
    let course = with_sample("", "").compile().expect("no fault");
    assert_eq!(course.resources.len(), 4);
    let line = Resource {
        id: "resource/example-line".into(),
        name: "Example line".into(),
        country: "US".into(),
        languages: vec!["en".into(), "es".into()],
        who_for: "Anyone who feels very low, or is scared of someone at home.".into(),
        channel: Channel::Phone,
        contact: "555-0100".into(),
        hours: "Day and night.".into(),
        verified_on: "2026-11-23".parse().expect("a day"),
        verified_by: "Peer worker, Example programme".into(),
        verify_by: "2027-05-23".parse().expect("a day"),
        source_url: Some("https://line.example/contact".into()),
    };
    assert_eq!(course.resource("resource/example-line"), Some(&line));
    let json = serde_json::to_vec(&course).expect("JSON");
    assert_eq!(saywell_content::load(&json).expect("a course"), course);
}

#[test]
fn the_sample_reaches_nobody() {
    let course = with_sample("", "").compile().expect("no fault");
    for Resource { id, name, contact, channel, source_url, .. } in course.resources {
        assert!(name.starts_with("Example"), "{id}");
        let invented = match channel {
            Channel::Phone | Channel::Text => contact.contains("555-01"),
            Channel::Chat | Channel::Web => contact.contains(".example/"),
            Channel::Place => contact.contains("Example Street"),
        };
        assert!(invented && source_url.is_none_or(|url| url.contains(".example/")), "{id}");
    }
}

#[test]
fn the_shipped_course_lists_none() {
    let course = saywell_author::compile(&saywell_author::home()).expect("no fault");
    assert_eq!(course.resources, []);
}

#[test]
fn each_rule_breaks_alone() {
    let tried = "2026-11-23\nverified_by = \"Peer worker, Example programme\"\nverify_by = ";
    let day = |day: &str| format!("{tried}{day}");
    let within = "`verify_by` comes after `verified_on`, and within 12 months";
    for (from, to, reason) in [
        ("\"US\"", "\"usa\"", "`country` is two capital letters"),
        ("[\"en\", \"es\"]", "[\"English\"]", "`English` is no language tag"),
        ("[\"en\", \"es\"]", "[]", "`languages` is empty"),
        ("\"phone\"", "\"fax\"", "`channel` is phone, text, chat, web or place"),
        ("\"555-0100\"", "\"Ask at the desk\"", "`contact` of a phone is its number alone"),
        ("\"Send HELLO to 555-0101\"", "\"Send HELLO\"", "`contact` of a text line is its number"),
        ("https://chat.example/", "chat.example", "`contact` is an address that begins with https://"),
        ("https://line.example/contact", "http://line.example", "`source_url` is an address that begins with"),
        ("\"Example line\"", "\"Example 555-0100\"", "a telephone number does not stand in the course"),
        ("\"Day and night.\"", "\"See line.example.org\"", "an address does not stand in the course"),
        ("\"Day and night.\"", "\"Call now!\"", "an exclamation mark"),
        ("hours = \"Day and night.\"\n", "", "`hours` is missing"),
        ("verified_by = \"Peer worker, Example programme\"\n", "", "`verified_by` is missing"),
        ("\"example-text-line\"", "\"example-line\"", "was already used in"),
        (&day("2027-05-23"), &day("2026-11-23"), within),
        (&day("2027-05-23"), &day("2027-11-24"), within),
    ] {
        let faults = with_sample(from, to).faults();
        let alone = matches!(faults.as_slice(), [fault] if fault.contains(FILE) && fault.contains(reason));
        assert!(alone, "{from:?} -> {to:?}\nwanted … {reason} …\ngot {faults:#?}");
    }
    assert_eq!(with_sample(&day("2027-05-23"), &day("2027-11-23")).faults(), [""; 0], "a year to the day");
}
