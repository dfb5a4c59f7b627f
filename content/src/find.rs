//! Finding things in a course by their ids.

use crate::{
    Card, Claim, Course, HelpCard, Item, Quiz, Relaxation, ReminderText, Resource, Scenario, Source, Technique, Term,
    Unit,
};

impl Course {
    /// All units, chapter by chapter.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.chapters.iter().flat_map(|chapter| &chapter.units)
    }

    /// The unit with this id.
    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units().find(|unit| unit.id == id)
    }

    /// The card with this id.
    #[must_use]
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.units().flat_map(|unit| &unit.cards).find(|card| card.id == id)
    }

    /// The quiz with this id.
    #[must_use]
    pub fn quiz(&self, id: &str) -> Option<&Quiz> {
        self.quizzes.iter().find(|quiz| quiz.id == id)
    }

    /// The quiz item with this id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.quizzes.iter().flat_map(|quiz| &quiz.items).find(|item| item.id == id)
    }

    /// The relaxation with this id.
    #[must_use]
    pub fn relaxation(&self, id: &str) -> Option<&Relaxation> {
        self.relaxations.iter().find(|relaxation| relaxation.id == id)
    }

    /// The scenario with this id.
    #[must_use]
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// The help card with this id.
    #[must_use]
    pub fn help_card(&self, id: &str) -> Option<&HelpCard> {
        self.help.iter().find(|card| card.id == id)
    }

    /// The term with this id.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// The technique with this id.
    #[must_use]
    pub fn technique(&self, id: &str) -> Option<&Technique> {
        self.techniques.iter().find(|technique| technique.id == id)
    }

    /// The claim with this id.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// The source with this key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    /// The reminder text with this id.
    #[must_use]
    pub fn reminder(&self, id: &str) -> Option<&ReminderText> {
        self.reminders.iter().find(|reminder| reminder.id == id)
    }

    /// What the unit, quiz, scenario, relaxation, help card, term, technique or plan with this id is called, as it may stand in
    /// a list.
    #[must_use]
    pub fn title(&self, id: &str) -> Option<&str> {
        None.or_else(|| self.unit(id).map(Unit::outside_title))
            .or_else(|| self.quiz(id).map(Quiz::outside_title))
            .or_else(|| self.scenario(id).map(Scenario::outside_title))
            .or_else(|| self.relaxation(id).map(|script| script.title.as_str()))
            .or_else(|| self.help_card(id).map(|card| card.title.as_str()))
            .or_else(|| self.term(id).map(|term| term.name.as_str()))
            .or_else(|| self.technique(id).map(|technique| technique.name.as_str()))
            .or_else(|| (self.plan.id == id).then_some(self.plan.title.as_str()))
    }

    /// The resource with this id.
    #[must_use]
    pub fn resource(&self, id: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.id == id)
    }
}
