//! The rules that a course is checked by: each has an id that stays, printed behind every fault.
//!
//! Why each is there, with a good and a bad example, stands in `docs/authoring.md`; a test tries every example of that table.

use std::fmt;

/// A rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A file can be read.
    Syntax,
    /// A file stands where it is looked for.
    LostFile,
    /// A key that must be there.
    MissingKey,
    /// A key that means something.
    UnknownKey,
    /// A value of the kind and among the words that its key knows.
    Value,
    /// How an id is written, and that it is given once.
    Id,
    /// The marks of a text.
    Mark,
    /// A link leads to something in the course.
    BrokenLink,
    /// A link leads to what may stand there.
    WrongLink,
    /// Some text leads to each term.
    UnusedTerm,
    /// An exception still excuses something.
    StaleException,
    /// A translation keeps what the English has.
    Translation,
    /// A course that stands beside another one.
    Beside,

    /// How long a unit or a scenario says it is.
    Minutes,
    /// How long a unit is when it is read at a usual pace.
    ReadingTime,
    /// The shape of a card.
    Card,
    /// The safety question before a real talk.
    Gate,
    /// The helper of `help/pep` knows every state.
    PepHelper,

    /// Which options are right.
    AnswerKey,
    /// Every option says why.
    NoReason,
    /// Where a pinned option stands.
    Pin,
    /// An option about all others stays the last.
    UnpinnedAll,
    /// "All of these" is not always right.
    GiveawayAll,
    /// The right option of an item is not the long one.
    GiveawayLength,
    /// The right options of a quiz are not its long ones.
    GiveawayLongest,
    /// The right options of a quiz do not keep to one place.
    GiveawayPlace,

    /// The seconds of a relaxation.
    RelaxationTime,
    /// The cues of a relaxation and the picks from them.
    RelaxationCue,

    /// A claim has a source, or says what it is.
    UnsourcedClaim,
    /// How far a claim's review has come.
    ClaimState,
    /// A claim's days.
    ClaimDays,
    /// A claim is looked at again in time.
    ClaimOld,
    /// Nothing stands on a claim that another one has replaced.
    ClaimSuperseded,
    /// What awaits a clinician is marked for the reader.
    ClaimUnready,
    /// A number is linked to a claim.
    UnsourcedNumber,
    /// "Always" and "never" are linked to a claim.
    UnsourcedAbsolute,

    /// Words that hurt people.
    Stigma,
    /// Words that say less than the plain ones, or promise too much.
    Outdated,
    /// Words for a partner of one gender.
    Gendered,
    /// Words that blame, push or keep a score.
    Blame,
    /// Words that make someone ashamed.
    Shame,
    /// Words that make someone afraid.
    Fear,
    /// Words that call out.
    Shout,
    /// Telephone numbers.
    Telephone,
    /// Web and mail addresses.
    Address,
    /// Words of the source texts.
    Borrowed,
    /// What a voice cannot read.
    Unspoken,

    /// The length of a sentence.
    LongSentence,
    /// How a unit, a quiz or a scenario reads.
    HardText,
    /// How one card or item reads.
    HardCard,
    /// How much stands on one screen.
    SmallScreen,

    /// What a title tells whoever looks.
    TitleTells,
    /// What a reminder tells whoever looks.
    ReminderTells,
    /// The shape of a reminder.
    Reminder,
    /// Doxy after sex and PEP are kept apart.
    DoxyBesidePep,

    /// A place or a line to turn to.
    Resource,
    /// A place or a line is tried again in time.
    ResourceOld,

    /// Names of turns and endings.
    TalkName,
    /// Who speaks at a turn.
    TalkSide,
    /// The length of what is said.
    TalkLength,
    /// Words about ending one's life are answered by help.
    LowMood,
    /// Facts are set and asked for.
    TalkFact,
    /// Endings, and that leaving is one.
    TalkEnding,
    /// There is always something to say, and a way to leave.
    TalkStuck,
    /// A push never leads to a yes.
    TalkPressure,
    /// Everything can be reached.
    TalkUnreached,
    /// There is enough to say, and not too much to work out.
    TalkSize,
    /// What people practise in it.
    TalkPractice,

    /// Release: a clinician has approved each claim.
    ReleaseClaim,
    /// Release: a clinician has decided on each marked part.
    ReleasePart,
    /// Release: a clinician stands for this edition.
    ReleaseReview,
    /// Release: people find a place to turn to.
    ReleaseResource,
    /// Release: nothing stands in for what is yet to be chosen.
    ReleasePlaceholder,
}

/// In the order of the rules: an id never changes.
const IDS: [(Rule, &str); 73] = [
    (Rule::Syntax, "syntax"),
    (Rule::LostFile, "lost-file"),
    (Rule::MissingKey, "missing-key"),
    (Rule::UnknownKey, "unknown-key"),
    (Rule::Value, "value"),
    (Rule::Id, "id"),
    (Rule::Mark, "mark"),
    (Rule::BrokenLink, "broken-link"),
    (Rule::WrongLink, "wrong-link"),
    (Rule::UnusedTerm, "unused-term"),
    (Rule::StaleException, "stale-exception"),
    (Rule::Translation, "translation"),
    (Rule::Beside, "beside"),
    (Rule::Minutes, "minutes"),
    (Rule::ReadingTime, "reading-time"),
    (Rule::Card, "card"),
    (Rule::Gate, "gate"),
    (Rule::PepHelper, "pep-helper"),
    (Rule::AnswerKey, "answer-key"),
    (Rule::NoReason, "no-reason"),
    (Rule::Pin, "pin"),
    (Rule::UnpinnedAll, "unpinned-all"),
    (Rule::GiveawayAll, "giveaway-all"),
    (Rule::GiveawayLength, "giveaway-length"),
    (Rule::GiveawayLongest, "giveaway-longest"),
    (Rule::GiveawayPlace, "giveaway-place"),
    (Rule::RelaxationTime, "relaxation-time"),
    (Rule::RelaxationCue, "relaxation-cue"),
    (Rule::UnsourcedClaim, "unsourced-claim"),
    (Rule::ClaimState, "claim-state"),
    (Rule::ClaimDays, "claim-days"),
    (Rule::ClaimOld, "claim-old"),
    (Rule::ClaimSuperseded, "claim-superseded"),
    (Rule::ClaimUnready, "claim-unready"),
    (Rule::UnsourcedNumber, "unsourced-number"),
    (Rule::UnsourcedAbsolute, "unsourced-absolute"),
    (Rule::Stigma, "stigma"),
    (Rule::Outdated, "outdated"),
    (Rule::Gendered, "gendered"),
    (Rule::Blame, "blame"),
    (Rule::Shame, "shame"),
    (Rule::Fear, "fear"),
    (Rule::Shout, "shout"),
    (Rule::Telephone, "telephone"),
    (Rule::Address, "address"),
    (Rule::Borrowed, "borrowed"),
    (Rule::Unspoken, "unspoken"),
    (Rule::LongSentence, "long-sentence"),
    (Rule::HardText, "hard-text"),
    (Rule::HardCard, "hard-card"),
    (Rule::SmallScreen, "small-screen"),
    (Rule::TitleTells, "title-tells"),
    (Rule::ReminderTells, "reminder-tells"),
    (Rule::Reminder, "reminder"),
    (Rule::DoxyBesidePep, "doxy-beside-pep"),
    (Rule::Resource, "resource"),
    (Rule::ResourceOld, "resource-old"),
    (Rule::TalkName, "talk-name"),
    (Rule::TalkSide, "talk-side"),
    (Rule::TalkLength, "talk-length"),
    (Rule::LowMood, "low-mood"),
    (Rule::TalkFact, "talk-fact"),
    (Rule::TalkEnding, "talk-ending"),
    (Rule::TalkStuck, "talk-stuck"),
    (Rule::TalkPressure, "talk-pressure"),
    (Rule::TalkUnreached, "talk-unreached"),
    (Rule::TalkSize, "talk-size"),
    (Rule::TalkPractice, "talk-practice"),
    (Rule::ReleaseClaim, "release-claim"),
    (Rule::ReleasePart, "release-part"),
    (Rule::ReleaseReview, "release-review"),
    (Rule::ReleaseResource, "release-resource"),
    (Rule::ReleasePlaceholder, "release-placeholder"),
];

impl Rule {
    /// All rules.
    pub fn all() -> impl Iterator<Item = Self> {
        IDS.into_iter().map(|(rule, _)| rule)
    }

    /// Such as `claim-old`.
    #[must_use]
    pub fn id(self) -> &'static str {
        IDS.get(self as usize).map_or("", |(_, id)| id)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_an_id_of_its_own() {
        assert!(Rule::all().enumerate().all(|(place, rule)| rule as usize == place));
        assert_eq!(Rule::ReleasePlaceholder as usize + 1, IDS.len());
        assert_eq!(Rule::all().map(Rule::id).collect::<BTreeSet<_>>().len(), IDS.len());
        assert_eq!(Rule::ClaimOld.to_string(), "claim-old");
    }
}
