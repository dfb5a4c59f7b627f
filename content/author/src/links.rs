//! Links, doors and claim marks: where each may lead, and whether it does.

use crate::desk::Desk;
use crate::fault::Place;
use crate::near::near;
use crate::rule::Rule;
use crate::table::{Table, Value};
use std::collections::BTreeSet;

/// What a link may lead to.
pub(crate) struct Leads {
    kinds: &'static [&'static str],
    words: &'static str,
}

impl Leads {
    /// The id as an author writes it here: where only one kind can stand, without the kind.
    fn shown<'a>(&self, id: &'a str) -> &'a str {
        match self.kinds {
            ["claim" | "source" | "technique"] => id.split_once('/').map_or(id, |(_, own)| own),
            _ => id,
        }
    }

    /// Whether this may be the id of what it leads to.
    fn allow(&self, id: &str) -> bool {
        id.split_once('/').is_some_and(|(kind, own)| self.kinds.contains(&kind) && !own.contains('/'))
    }
}

/// From a text.
pub(crate) const IN_TEXT: Leads = Leads {
    kinds: &["term", "help", "lesson", "quiz", "relaxation", "scenario"],
    words: "a term, help card, unit, quiz, relaxation or scenario",
};
/// From the door of a gate, and from what opens a help card.
pub(crate) const TO_HELP: Leads = Leads { kinds: &["help"], words: "a help card" };
/// From a card that says what to practise.
pub(crate) const TO_PRACTISE: Leads = Leads {
    kinds: &["quiz", "relaxation", "scenario", "help", "journal"],
    words: "a quiz, relaxation, scenario, help card or `journal/plan-the-talk`",
};
const TECHNIQUE: Leads = Leads { kinds: &["technique"], words: "a technique" };
pub(crate) const CLAIM: Leads = Leads { kinds: &["claim"], words: "a claim" };
const SOURCE: Leads = Leads { kinds: &["source"], words: "a source" };

/// A link that is yet to be followed.
pub(crate) struct Link {
    pub to: String,
    pub leads: &'static Leads,
    pub place: Place,
    /// Whether the part that it stands in is marked for a clinician.
    pub needs_clinician: bool,
}

impl Desk {
    /// Notes a link that stands in a key of its own.
    pub fn link(&mut self, value: Value, to: &str, leads: &'static Leads) {
        self.links.push(Link { to: to.into(), leads, place: value.place(), needs_clinician: true });
    }

    /// The full id of a technique that is named by its own word.
    pub fn technique_of(&mut self, value: Value) -> Option<String> {
        let id = format!("technique/{}", value.text(self)?);
        self.link(value, &id, &TECHNIQUE);
        Some(id)
    }

    /// As [`Desk::technique_of`], for a list that may be left out.
    pub fn techniques(&mut self, table: &mut Table, key: &'static str) -> Vec<String> {
        let list = table.list(key, self);
        list.into_iter().filter_map(|value| self.technique_of(value)).collect()
    }

    /// The id of a claim that has replaced another one.
    pub fn claim_of(&mut self, value: Value) -> Option<String> {
        let id = value.text(self)?;
        self.link(value, &format!("claim/{id}"), &CLAIM);
        Some(id.into())
    }

    /// The key of a source that a claim names.
    pub fn source_of(&mut self, value: Value) -> Option<String> {
        let key = value.text(self)?;
        self.link(value, &format!("source/{key}"), &SOURCE);
        Some(key.into())
    }

    /// After all files are read: does every link lead somewhere, and where it may?
    pub fn settle(&mut self) {
        // What could not be read may lead to any of them.
        if !self.has_fault(&[Rule::Syntax, Rule::LostFile, Rule::Card]) {
            self.settle_terms();
        }
        for Link { to, leads, place, needs_clinician } in std::mem::take(&mut self.links) {
            let shown = leads.shown(&to);
            if !self.ids.contains_key(&to) {
                let known = self.ids.keys().filter(|id| leads.allow(id)).map(|id| leads.shown(id));
                let hint = near(shown, known).map(|meant| format!("; did you mean `{meant}`?")).unwrap_or_default();
                self.fault(place, Rule::BrokenLink, format!("`{shown}` is not in the course{hint}"));
            } else if !leads.allow(&to) {
                self.fault(place, Rule::WrongLink, format!("`{shown}`: this leads to {}", leads.words));
            } else if self.for_clinician.contains(&to) && !needs_clinician {
                let reason = format!("`{shown}` awaits a clinician: its part says `review = \"needs-clinician\"`");
                self.fault(place, Rule::ClaimUnready, reason);
            } else if let Some(by) = self.superseded(&to) {
                let reason = format!("`{shown}` was superseded by `{by}`: does the sentence still hold?");
                self.fault(place, Rule::ClaimSuperseded, reason);
            }
        }
    }

    /// Is every term met somewhere, by a link or by its name?
    fn settle_terms(&mut self) {
        let linked = |id: &str| self.links.iter().any(|link| link.to == id);
        let names = self.texts.iter().filter(|said| said.text.context.starts_with("term/"));
        let mut names: Vec<(&str, String)> = names
            .filter(|said| ["name", "aliases"].iter().any(|key| said.text.context.ends_with(&format!("#{key}"))))
            .filter_map(|said| Some((said.text.context.split_once('#')?.0, said.text.english.to_lowercase())))
            .collect();
        let read = self.texts.iter().filter(|said| said.tone.is_read() && !said.text.context.starts_with("term/"));
        for line in read.flat_map(|said| &said.lines).map(|line| line.to_lowercase()) {
            let met: Vec<&str> = names.iter().filter(|(_, name)| line.contains(name)).map(|(id, _)| *id).collect();
            names.retain(|(id, _)| !met.contains(id));
        }
        names.retain(|(id, _)| !linked(id));
        let unused: BTreeSet<String> = names.into_iter().map(|(id, _)| id.to_owned()).collect();
        for id in unused {
            let Some(place) = self.place_of(&id) else { continue };
            let reason = format!("no text leads to `{id}`, and none has one of its names");
            self.judge(place, (Rule::UnusedTerm, reason), &id, "");
        }
    }

    /// The claim that has replaced the one with this id.
    fn superseded(&self, id: &str) -> Option<&str> {
        let evidence = self.evidence.get(id.strip_prefix("claim/")?)?;
        evidence.superseded_by.as_deref()
    }
}
