//! The desk: what is noted while the files are read, and what can be settled only once all are.
//!
//! Readers hand their values to the desk and get back what the model holds. Here are the ids and the faults; `text.rs`
//! takes the texts, `links.rs` the links. Faults pile up and stop nobody.

use crate::allowed::Allowed;
use crate::evidence::Evidence;
use crate::fault::{Fault, Place, Source};
use crate::links::Link;
use crate::rule::Rule;
use crate::seeds::Fingerprint;
use crate::table::Table;
use crate::text::Said;
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// What is known so far.
#[derive(Default)]
pub(crate) struct Desk {
    faults: BTreeSet<Fault>,
    /// Files whose syntax is broken: what is missing in them may only be unread.
    torn: BTreeSet<String>,
    pub ids: BTreeMap<String, Place>,
    pub links: Vec<Link>,
    /// Ids of claims that only a marked part may cite.
    pub for_clinician: BTreeSet<String>,
    /// By the ids of the claims, such as `M8`.
    pub evidence: BTreeMap<String, Evidence>,
    /// Web addresses, by the keys of the sources.
    pub addresses: BTreeMap<String, String>,
    pub texts: Vec<Said>,
    /// By id and English, what is read in the place of the English; empty where the course is read as it was written.
    pub translation: BTreeMap<(String, String), String>,
    /// The exceptions of the course.
    pub allowed: Vec<Allowed>,
    pub words: Words,
    pub seeds: Fingerprint,
}

impl Desk {
    /// A desk with the word table and the fingerprints of the source texts.
    pub fn new() -> Self {
        let mut desk = Self::default();
        desk.words = Words::read(&mut desk);
        let set_phrases = std::mem::take(&mut desk.words.set_phrases);
        desk.seeds = Fingerprint::read(&set_phrases, &mut desk);
        desk
    }

    pub fn fault(&mut self, place: Place, rule: Rule, reason: impl Into<String>) {
        self.faults.insert(Fault { place, reason: reason.into(), rule });
    }

    /// All faults, by place.
    pub fn faults(self) -> Vec<Fault> {
        self.faults.into_iter().collect()
    }

    pub fn take(&mut self, fault: Fault) {
        self.faults.insert(fault);
    }

    /// From here on nothing is said to be missing in `file`.
    pub fn tear(&mut self, file: &str) {
        self.torn.insert(file.into());
    }

    pub fn is_torn(&self, file: &str) -> bool {
        self.torn.contains(file)
    }

    pub fn has_fault(&self, rules: &[Rule]) -> bool {
        self.faults.iter().any(|fault| rules.contains(&fault.rule))
    }

    pub fn is_any_torn(&self) -> bool {
        !self.torn.is_empty()
    }

    /// Gives the table that a file is to `read`.
    pub fn open<T>(&mut self, source: &Source, read: impl FnOnce(&mut Table, &mut Self) -> T) -> T {
        let (root, errors) = toml::de::DeTable::parse_recoverable(source.text());
        for error in errors {
            self.tear(source.name());
            self.fault(source.place(error.span().unwrap_or_default().start), Rule::Syntax, error.message());
        }
        Table::new(source, root.get_ref(), root.span()).read(self, read)
    }

    /// The id of a whole file, such as `quiz/talk-it-through`.
    pub fn file_id(&mut self, file: &mut Table, kind: &str) -> String {
        let Some(value) = file.need("id", self) else { return format!("{kind}/?") };
        let Some(id) = value.text(self) else { return format!("{kind}/?") };
        match id.split_once('/') {
            Some((before, own)) if before == kind => self.note(own, id.into(), value.place()),
            _ => self.fault(value.place(), Rule::Id, format!("`{id}`: this id begins with `{kind}/`")),
        }
        id.into()
    }

    /// The id of a part: the parent's, a slash, and its own word.
    pub fn part_id(&mut self, part: &mut Table, parent: &str) -> String {
        let Some(value) = part.need("id", self) else { return format!("{parent}/?") };
        let Some(own) = value.text(self) else { return format!("{parent}/?") };
        let id = format!("{parent}/{own}");
        self.note(own, id.clone(), value.place());
        id
    }

    fn note(&mut self, own: &str, id: String, place: Place) {
        self.check_word(own, "an id", &place);
        self.note_id(id, place);
    }

    /// Whether a word can be written into an id.
    pub fn check_word(&mut self, own: &str, what: &str, place: &Place) {
        let plain = own.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !plain || own.is_empty() {
            self.fault(place.clone(), Rule::Id, format!("`{own}`: {what} has only small letters, digits and hyphens"));
        }
    }

    /// Notes an id of any shape.
    pub fn note_id(&mut self, id: String, place: Place) {
        if let Some(first) = self.ids.get(&id) {
            let reason = format!("the id `{id}` was already used in {first}");
            self.fault(place, Rule::Id, reason);
        } else {
            self.ids.insert(id, place);
        }
    }

    /// Where an id was given.
    pub fn place_of(&self, id: &str) -> Option<Place> {
        self.ids.get(id).cloned()
    }

    /// Whether a card, part, step or row says `review = "needs-clinician"`.
    pub fn needs_clinician(&mut self, table: &mut Table) -> bool {
        let Some(value) = table.value("review") else { return false };
        if value.text(self).is_some_and(|review| review != "needs-clinician") {
            self.fault(value.place(), Rule::Value, "`review` is \"needs-clinician\" here, or left out");
        }
        true
    }
}
