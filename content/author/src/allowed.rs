//! Exceptions: words that a rule finds, and that stand where they stand for a reason.
//!
//! All of a course are in one file, `allowed.toml`, so that they can be read and doubted together. An exception that excuses
//! nothing any more is a fault itself.

use crate::desk::Desk;
use crate::fault::Place;
use crate::rule::Rule;
use crate::table::Table;

/// The rules that judge words, and can be wrong about them.
const EXCUSABLE: [Rule; 16] = [
    Rule::UnusedTerm,
    Rule::GiveawayLength,
    Rule::UnpinnedAll,
    Rule::UnsourcedNumber,
    Rule::UnsourcedAbsolute,
    Rule::Stigma,
    Rule::Outdated,
    Rule::Gendered,
    Rule::Blame,
    Rule::Shame,
    Rule::Fear,
    Rule::Shout,
    Rule::Unspoken,
    Rule::HardCard,
    Rule::SmallScreen,
    Rule::ReadingTime,
];

/// An exception.
pub(crate) struct Allowed {
    rule: Rule,
    /// What the ids begin with where it holds.
    part: String,
    /// In small letters, what stands in the text that it is about; empty for all of the part.
    words: String,
    place: Place,
    used: bool,
}

/// `allowed.toml`
pub(crate) fn read(file: &mut Table, desk: &mut Desk) -> Vec<Allowed> {
    file.each("allow", desk, allowed).into_iter().flatten().collect()
}

fn allowed(table: &mut Table, desk: &mut Desk) -> Option<Allowed> {
    let value = table.need("rule", desk);
    let id = value.and_then(|value| value.text(desk)).unwrap_or_default();
    let rule = EXCUSABLE.into_iter().find(|rule| rule.id() == id);
    if let Some(value) = value.filter(|_| rule.is_none() && !id.is_empty()) {
        let known = EXCUSABLE.map(Rule::id).join(", ");
        desk.fault(value.place(), Rule::Value, format!("`{id}` allows no exceptions; those that do: {known}"));
    }
    let part = table.text("in", desk).unwrap_or_default().to_owned();
    let words = table.value("words").and_then(|value| value.text(desk)).unwrap_or_default().to_lowercase();
    table.text("because", desk);
    Some(Allowed { rule: rule?, part, words, place: table.start(), used: false })
}

impl Allowed {
    fn holds(&self, rule: Rule, id: &str, text: &str) -> bool {
        let inside = id.strip_prefix(&self.part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.rule == rule && inside && text.to_lowercase().contains(&self.words)
    }
}

impl Desk {
    /// Notes a fault in `text`, which belongs to the part `id`, unless the course allows it.
    pub fn judge(&mut self, place: Place, (rule, reason): (Rule, String), id: &str, text: &str) {
        let mut excused = false;
        for allowed in self.allowed.iter_mut().filter(|allowed| allowed.holds(rule, id, text)) {
            allowed.used = true;
            excused = true;
        }
        if !excused {
            self.fault(place, rule, reason);
        }
    }

    /// After everything is judged: which exceptions excuse nothing? In a course that was read only in part, nobody knows.
    pub fn settle_exceptions(&mut self) {
        let allowed = std::mem::take(&mut self.allowed);
        for allowed in allowed.into_iter().filter(|allowed| !allowed.used) {
            if !self.is_any_torn() {
                self.fault(allowed.place, Rule::StaleException, "this exception excuses nothing");
            }
        }
    }
}
