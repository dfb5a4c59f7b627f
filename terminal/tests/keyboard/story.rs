//! A small talk to rehearse, on the real course: a gate, a setup, a scene, a push, a hard line, and five endings.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use super::{Keyboard, Said};
use saywell_core::content::{Course, Scenario};
use serde_json::{Value, json};
use std::fs;

/// Words that stand on Ari's card only, and on Jo's card only.
pub const SECRETS: [&str; 2] = ["kestrel", "marten"];

/// The course with this talk alone.
pub fn with(story: &Value) -> Course {
    let scenario: Scenario = serde_json::from_value(story.clone()).unwrap();
    Course { scenarios: vec![scenario], ..super::course() }
}

impl Keyboard {
    /// Plays a course that is kept, types these lines, and ends the input.
    pub fn plays(&self, course: &Course, arguments: &[&str], lines: &[&str]) -> Said {
        let file = self.data().with_file_name("course.json");
        fs::write(&file, serde_json::to_vec(course).unwrap()).unwrap();
        let data = self.data();
        let kept = ["--course", file.to_str().unwrap(), "--data", data.to_str().unwrap()];
        self.types(&[&kept[..], arguments].concat(), lines)
    }
}

/// The talk, as a course holds it.
pub fn story() -> Value {
    json!({
        "id": "scenario/small", "title": "A small talk", "minutes": 3, "start": "open",
        "gate": { "question": text("Could they hurt you?"), "body": body("It is not saved."), "doors": [
            { "id": "scenario/small/gate/no", "text": text("No") },
            { "id": "scenario/small/gate/yes", "text": text("Yes"), "to": "help/safe-to-talk" },
        ] },
        "situation": body("They are at home."),
        "safety": body("You can stop at any line."),
        "setup": { "ask": text("Who has HIV?"), "options": [
            { "id": "scenario/small/ari-has", "text": text("Ari has"), "sets": ["a-has"] },
            { "id": "scenario/small/jo-has", "text": text("Jo has"), "sets": [] },
        ] },
        "a": role("Ari", SECRETS[0]), "b": role("Jo", SECRETS[1]),
        "lines": [
            line("open", "a", "ask", "Can we talk?", "answer", &["talk-early"]),
            line("open", "a", "drop", "It's nothing.", "later", &[]),
            with_keys(line("open", "a", "tell", "I have HIV.", "answer", &["trust"]), &json!({ "needs": ["a-has"] })),
            line("answer", "b", "listen", "I'm listening.", "why", &["people-skills"]),
            line("why", "a", "kind", "I like us.", "agreed", &["respect"]),
            with_keys(line("why", "a", "blame", "You never ask.", "hurt", &[]), &json!({ "hurts": true })),
            with_keys(
                line("why", "a", "push", "You owe me.", "pushed", &[]),
                &json!({ "pressure": true, "help": "help/low-mood" }),
            ),
            line("hurt", "b", "ouch", "Ouch.", "mend", &[]),
            line("mend", "a", "sorry", "I'm sorry.", "agreed", &["respect"]),
            line("mend", "a", "go", "I'm off.", "left", &["leave-safely"]),
            line("pushed", "b", "no", "I said no.", "stop", &["leave-safely"]),
            line("stop", "a", "stop", "I'm stopping.", "stopped", &["respect"]),
        ],
        "scenes": [
            { "at": "open", "text": text("It is Sunday.") },
            { "at": "why", "text": text("The kettle boils.") },
        ],
        "any_time": { "id": "scenario/small/any-time", "say": text("I'm going now."), "go": "out" },
        "endings": [
            ending("later", "paused", "They put it off."),
            ending("stopped", "paused", "Ari stopped."),
            ending("agreed", "agreed", "Both got something."),
            ending("left", "left-safely", "Ari left with care."),
            ending("out", "left-safely", "You trusted the feeling."),
        ],
        "debrief": body("Which line could be yours?"),
        "help": [{ "text": text("Somebody pushed you?"), "to": "help/safe-to-talk" }],
    })
}

/// The talk after an edit: this line is gone.
pub fn without(line: &str) -> Value {
    let mut story = story();
    let lines = story.get_mut("lines").and_then(Value::as_array_mut).unwrap();
    lines.retain(|known| known["id"] != format!("scenario/small/{line}"));
    story
}

fn text(words: &str) -> Value {
    json!([{ "text": words }])
}

fn body(words: &str) -> Value {
    json!([{ "paragraph": text(words) }])
}

fn role(name: &str, secret: &str) -> Value {
    let secret = |what: &str| text(&format!("{what} {secret}."));
    json!({
        "name": name, "you": secret("You are a"), "hope": secret("You want a"), "worry": secret("You fear a"),
        "limit": secret("You stop at a"), "techniques": ["technique/talk-early", "technique/respect"],
    })
}

fn line(at: &str, by: &str, id: &str, say: &str, go: &str, tags: &[&str]) -> Value {
    let techniques: Vec<String> = tags.iter().map(|tag| format!("technique/{tag}")).collect();
    json!({
        "id": format!("scenario/small/{id}"), "at": at, "by": by, "say": text(say), "techniques": techniques, "go": go,
    })
}

fn with_keys(mut line: Value, keys: &Value) -> Value {
    line.as_object_mut().unwrap().extend(keys.as_object().unwrap().clone());
    line
}

fn ending(name: &str, kind: &str, told: &str) -> Value {
    json!({ "name": name, "kind": kind, "text": text(told) })
}
