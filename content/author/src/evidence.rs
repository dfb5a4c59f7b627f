//! What reviewers weigh a claim by. It stays at the author's desk: the compiled course has no use for it.

use chrono::NaiveDate;

/// What a wrong claim could do, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Risk {
    LifeCritical,
    Clinical,
    Behavioural,
    Editorial,
}

impl Risk {
    pub const ALL: [Self; 4] = [Self::LifeCritical, Self::Clinical, Self::Behavioural, Self::Editorial];

    /// As authors write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::LifeCritical => "life-critical",
            Self::Clinical => "clinical",
            Self::Behavioural => "behavioural",
            Self::Editorial => "editorial",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|risk| risk.name() == name)
    }
}

/// What is known of a claim beside what the app shows.
#[derive(Debug, Clone)]
pub(crate) struct Evidence {
    pub risk: Risk,
    /// Letters, such as `V/M`.
    pub seen: String,
    pub approval: Option<Approval>,
    /// The claim that has replaced it.
    pub superseded_by: Option<String>,
}

/// Who approved a claim, and when.
#[derive(Debug, Clone)]
pub(crate) struct Approval {
    pub by: String,
    pub on: NaiveDate,
}

impl Evidence {
    pub fn knows(seen: &str) -> bool {
        seen.split('/').all(|letter| seen_as(letter).is_some())
    }

    /// How the sources were seen, in words.
    pub fn seen_in_words(&self) -> String {
        self.seen.split('/').filter_map(seen_as).collect::<Vec<_>>().join("; in part ")
    }
}

fn seen_as(letter: &str) -> Option<&'static str> {
    match letter {
        "V" => Some("read at the publisher's own page or in the paper itself"),
        "M" => Some("read only as a copy, an older edition or a report of it, so look it up again"),
        "N" => Some("no source was found"),
        "D" => Some("our own advice, not a published fact"),
        _ => None,
    }
}
