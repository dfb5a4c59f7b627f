//! Courses side by side: another course adds its chapters, quizzes, talks … to the one that is here.

use crate::Course;
use std::collections::HashSet;

impl Course {
    /// The ids by which things are found in the whole course, each with its kind. Parts of these are found within them.
    fn ids(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let units = || self.units().map(|unit| ("unit", unit.id.as_str()));
        let cards = self.units().flat_map(|unit| &unit.cards).map(|card| ("card", card.id.as_str()));
        let items = self.quizzes.iter().flat_map(|quiz| &quiz.items).map(|item| ("item", item.id.as_str()));
        self.chapters
            .iter()
            .map(|chapter| ("chapter", chapter.id.as_str()))
            .chain(units())
            .chain(cards)
            .chain(self.quizzes.iter().map(|quiz| ("quiz", quiz.id.as_str())))
            .chain(items)
            .chain(self.scenarios.iter().map(|scenario| ("scenario", scenario.id.as_str())))
            .chain(self.relaxations.iter().map(|script| ("relaxation", script.id.as_str())))
            .chain(self.help.iter().map(|card| ("help", card.id.as_str())))
            .chain(self.terms.iter().map(|term| ("term", term.id.as_str())))
            .chain(self.techniques.iter().map(|technique| ("technique", technique.id.as_str())))
            .chain(self.claims.iter().map(|claim| ("claim", claim.id.as_str())))
            .chain(self.sources.iter().map(|source| ("source", source.key.as_str())))
            .chain(self.resources.iter().map(|resource| ("resource", resource.id.as_str())))
    }

    /// The first id that stands twice in this course, or in this and `other`.
    #[must_use]
    pub fn clash(&self, other: Option<&Self>) -> Option<&str> {
        let mut seen: HashSet<_> = other.into_iter().flat_map(Self::ids).collect();
        self.ids().find(|id| !seen.insert(*id)).map(|(_, id)| id)
    }

    /// Adds what `other` teaches. How a talk is planned and what may stand on a lock screen stays as it is here: only words
    /// that give the topic away are added.
    pub fn add(&mut self, other: Self) {
        self.chapters.extend(other.chapters);
        self.quizzes.extend(other.quizzes);
        self.scenarios.extend(other.scenarios);
        self.relaxations.extend(other.relaxations);
        self.help.extend(other.help);
        self.terms.extend(other.terms);
        self.terms.sort_by_cached_key(|term| term.name.to_lowercase());
        self.techniques.extend(other.techniques);
        self.claims.extend(other.claims);
        self.claims.sort_by(|one, other| one.id.cmp(&other.id));
        self.sources.extend(other.sources);
        self.sources.sort_by(|one, other| one.key.cmp(&other.key));
        self.telling.extend(other.telling);
        self.telling.sort_unstable();
        self.telling.dedup();
        self.resources.extend(other.resources);
    }
}
