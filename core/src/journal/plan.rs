//! A plan for a talk, as plain text for sharing. Pure.
//!
//! What leaves the app names nothing: the title and the labels come from the course, where they are checked for that.

use super::PlanFields;
use saywell_content::{PlanPrompts, Prompt};

/// The fields that were filled in, each under its label, below a title that names nothing.
pub(super) fn as_text(prompts: &PlanPrompts, fields: &PlanFields) -> String {
    let lines: [(&Prompt, &str); 5] = [
        (&prompts.when, &fields.time),
        (&prompts.place, &fields.place),
        (&prompts.opening, &fields.opening),
        (&prompts.offer, &fields.offer),
        (&prompts.exit, &fields.exit),
    ];
    let filled = lines.iter().filter(|(_, text)| !text.is_empty());
    let parts: Vec<String> = filled.map(|(prompt, text)| format!("{}: {text}\n", prompt.label)).collect();
    format!("{}\n\n{}", prompts.share_title, parts.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_written_is_shared() {
        let prompt = |label: &str| Prompt { label: label.into(), ask: vec![], hint: vec![] };
        let prompts = PlanPrompts {
            id: "journal/plan-the-talk".into(),
            title: "Plan the talk".into(),
            before: vec![],
            share_title: "My plan".into(),
            when: prompt("When"),
            place: prompt("Where"),
            opening: prompt("First line"),
            offer: prompt("Offer"),
            exit: prompt("To end it"),
        };
        let fields = PlanFields { time: "Sunday".into(), exit: "Let's stop here.".into(), ..PlanFields::default() };
        assert_eq!(as_text(&prompts, &fields), "My plan\n\nWhen: Sunday\nTo end it: Let's stop here.\n");
    }
}
