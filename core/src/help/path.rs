//! The way through the questions of the PEP helper. Pure: from what was picked so far to the question that is open, or to
//! what the person says. Only what matters is asked.
//!
//! What was picked is a row from 0 for each question that was asked, for [`PepAsk::Hours`] the hours, and nothing where the
//! person went on without an answer. A row that is none counts as no answer: what is not known leads to "go now". Which rows
//! there are hangs on the moment when the first question was asked, so that no pick comes to mean something else while the
//! person thinks.

use super::pep::{PepAnswers, PepContact, PepTime};
use crate::{Moment, zone};
use chrono::{Days, FixedOffset, MappedLocalTime, NaiveDate as Day, NaiveDateTime, NaiveTime, Timelike};

/// A question of the PEP helper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PepAsk {
    /// Do they have HIV?
    Status,
    /// What happened?
    Contact,
    /// When was it? How they can say it.
    When,
    /// How many whole hours ago; it has no rows.
    Hours,
    /// On which day.
    Day,
    /// In which part of that day.
    Part,
    /// Did someone force them?
    Forced,
    /// Are they sure that this partner stays undetectable?
    Undetectable,
    /// Do they take `PrEP`?
    Prep,
    /// Could they be pregnant?
    Pregnant,
}

/// One answer that can be picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PepChoice {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure.
    NotSure,
    /// Sex.
    Sex,
    /// Shared works.
    Works,
    /// Only touch, kissing, spit or whole skin.
    Touch,
    /// Something else, or not sure.
    Other,
    /// They can say how many hours ago.
    KnowsHours,
    /// They can say which day.
    KnowsDay,
    /// On this day.
    OnDay {
        /// The day.
        day: Day,
        /// 0 for today, 1 for yesterday, up to 4.
        days_back: u8,
    },
    /// Before all of these days.
    LongerAgo,
    /// In this part of the day.
    InPart(DayPart),
}

/// A part of a day, by the clock on the wall. Many people count the hours after midnight to the day before, so that a night
/// may be the one before this day or the one after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayPart {
    /// Midnight to 6, of this day or of the next one.
    Night,
    /// 6 to 12.
    Morning,
    /// 12 to 18.
    Afternoon,
    /// 18 to midnight.
    Evening,
    /// Not sure which part: all of it, with both nights.
    Whole,
}

/// When it was, as the person says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PepWhen {
    /// Not sure.
    NotSure,
    /// About so many hours ago.
    HoursAgo(u16),
    /// Before all days that can be named.
    LongerAgo,
    /// On a day.
    OnDay {
        /// The day.
        day: Day,
        /// 0 for today, 1 for yesterday, up to 4.
        days_back: u8,
        /// In which part of it; nothing if they went on without an answer.
        part: Option<DayPart>,
    },
}

/// How far back a day can be named.
const DAYS_BACK: u8 = 4;

impl DayPart {
    const ALL: [Self; 5] = [Self::Night, Self::Morning, Self::Afternoon, Self::Evening, Self::Whole];

    /// The hours on the wall between which it lies, from 0; past 24 on the day after.
    const fn hours(self) -> (u8, u8) {
        match self {
            Self::Night | Self::Whole => (0, 24 + 6),
            Self::Morning => (6, 12),
            Self::Afternoon => (12, 18),
            Self::Evening => (18, 24),
        }
    }
}

/// The questions up to the one that is open, if one is, with what was picked.
pub(super) struct Path<'a> {
    picks: &'a [Option<u16>],
    began: Moment,
    asked: Vec<PepAsk>,
}

impl<'a> Path<'a> {
    /// `began` is when the first question was asked.
    pub(super) fn new(picks: &'a [Option<u16>], began: Moment) -> Self {
        let mut path = Self { picks, began, asked: Vec::new() };
        while path.asked.len() <= picks.len() {
            let Some(next) = path.next() else { break };
            path.asked.push(next);
        }
        path
    }

    /// The question that is open; nothing when all is said.
    pub(super) fn open(&self) -> Option<PepAsk> {
        self.asked.get(self.picks.len()).copied()
    }

    /// Its rows.
    pub(super) fn choices(&self, ask: PepAsk) -> Vec<PepChoice> {
        use PepChoice as C;
        match ask {
            PepAsk::Status => vec![C::Yes, C::No, C::NotSure],
            PepAsk::Contact => vec![C::Sex, C::Works, C::Touch, C::Other],
            PepAsk::When => vec![C::KnowsHours, C::KnowsDay],
            PepAsk::Hours => Vec::new(),
            PepAsk::Day => self.days().chain([C::LongerAgo]).collect(),
            PepAsk::Part => DayPart::ALL.into_iter().filter(|part| self.has_begun(*part)).map(C::InPart).collect(),
            PepAsk::Forced | PepAsk::Undetectable | PepAsk::Prep | PepAsk::Pregnant => vec![C::Yes, C::No],
        }
    }

    /// The question that follows those that were asked so far, each with its pick.
    fn next(&self) -> Option<PepAsk> {
        let is_touch = self.said(PepAsk::Contact) == Some(PepChoice::Touch);
        let Some(last) = self.asked.last() else { return Some(PepAsk::Status) };
        match (last, self.said(*last)) {
            (PepAsk::Status, Some(PepChoice::Yes)) => Some(PepAsk::Forced),
            (PepAsk::Status, _) => Some(PepAsk::Contact),
            (PepAsk::Contact, _) => Some(if is_touch { PepAsk::Forced } else { PepAsk::When }),
            (PepAsk::When, Some(PepChoice::KnowsHours)) => Some(PepAsk::Hours),
            (PepAsk::When, Some(PepChoice::KnowsDay)) => Some(PepAsk::Day),
            (PepAsk::Day, Some(PepChoice::OnDay { .. })) => Some(PepAsk::Part),
            (PepAsk::When | PepAsk::Hours | PepAsk::Day | PepAsk::Part, _) => {
                Some(if is_touch { PepAsk::Prep } else { PepAsk::Forced })
            }
            (PepAsk::Forced, _) => self.after_forced(),
            (PepAsk::Undetectable, _) => Some(PepAsk::Prep),
            (PepAsk::Prep, _) => Some(PepAsk::Pregnant),
            (PepAsk::Pregnant, _) => None,
        }
    }

    fn after_forced(&self) -> Option<PepAsk> {
        if self.said(PepAsk::Status) == Some(PepChoice::Yes) {
            return None;
        }
        let is_forced = self.yes(PepAsk::Forced);
        match self.said(PepAsk::Contact) {
            Some(PepChoice::Touch) => is_forced.then_some(PepAsk::When),
            Some(PepChoice::Sex) if !is_forced => Some(PepAsk::Undetectable),
            _ => Some(PepAsk::Prep),
        }
    }

    /// What was picked there; nothing if it was not asked, or the person went on without an answer.
    fn pick(&self, ask: PepAsk) -> Option<u16> {
        let at = self.position(ask)?;
        self.picks.get(at).copied().flatten()
    }

    /// The same, as an answer. There is none for the hours.
    fn said(&self, ask: PepAsk) -> Option<PepChoice> {
        self.choices(ask).get(usize::from(self.pick(ask)?)).copied()
    }

    fn yes(&self, ask: PepAsk) -> bool {
        self.said(ask) == Some(PepChoice::Yes)
    }

    /// How many were asked before it; nothing if it was not asked.
    fn position(&self, ask: PepAsk) -> Option<usize> {
        self.asked.iter().position(|asked| *asked == ask)
    }

    /// What the person says. `offsets` answers which offsets from UTC hold at a local time.
    pub(super) fn answers(&self, offsets: impl Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset>) -> PepAnswers {
        PepAnswers {
            has_hiv: self.yes(PepAsk::Status),
            contact: match self.said(PepAsk::Contact) {
                Some(PepChoice::Sex) => PepContact::Sex,
                Some(PepChoice::Works) => PepContact::Works,
                Some(PepChoice::Touch) => PepContact::Touch,
                _ => PepContact::Other,
            },
            time: self.time(offsets),
            forced: self.yes(PepAsk::Forced),
            partner_undetectable: self.yes(PepAsk::Undetectable),
            on_prep: self.yes(PepAsk::Prep),
            pregnant: self.yes(PepAsk::Pregnant),
        }
    }

    /// When it was, as they say it, and how many picks come before that question; nothing if it was not asked.
    pub(super) fn when(&self) -> Option<(PepWhen, usize)> {
        let at = self.position(PepAsk::When)?;
        let when = match (self.pick(PepAsk::Hours), self.said(PepAsk::Day)) {
            (Some(hours), _) => PepWhen::HoursAgo(hours),
            (None, Some(PepChoice::OnDay { day, days_back })) => PepWhen::OnDay { day, days_back, part: self.part() },
            (None, Some(PepChoice::LongerAgo)) => PepWhen::LongerAgo,
            (None, _) => PepWhen::NotSure,
        };
        Some((when, at))
    }

    fn part(&self) -> Option<DayPart> {
        match self.said(PepAsk::Part) {
            Some(PepChoice::InPart(part)) => Some(part),
            _ => None,
        }
    }

    fn time(&self, offsets: impl Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset>) -> PepTime {
        let Some((when, _)) = self.when() else { return PepTime::NotSure };
        let between = match when {
            PepWhen::NotSure => None,
            PepWhen::HoursAgo(hours) => return PepTime::AboutHoursAgo { hours, asked: self.began },
            // How much longer ago makes no difference.
            PepWhen::LongerAgo => self.day_before(DAYS_BACK).and_then(|day| wall(day, 0)).map(|at| (at, at)),
            PepWhen::OnDay { day, part, .. } => {
                let (from, to) = part.unwrap_or(DayPart::Whole).hours();
                wall(day, from).zip(wall(day, to))
            }
        };
        let between = between.and_then(|(from, to)| {
            let latest = zone::last_instant(to, &offsets)?;
            Some(if from == to { (latest, latest) } else { (zone::instant(from, &offsets)?, latest) })
        });
        between.map_or(PepTime::NotSure, |(earliest, latest)| PepTime::Between { earliest, latest })
    }

    /// The last days, the newest first.
    fn days(&self) -> impl Iterator<Item = PepChoice> {
        (0..=DAYS_BACK).filter_map(|days_back| Some(PepChoice::OnDay { day: self.day_before(days_back)?, days_back }))
    }

    fn day_before(&self, days_back: u8) -> Option<Day> {
        self.began.0.date_naive().checked_sub_days(Days::new(days_back.into()))
    }

    /// Of the day that was picked. A part of today that is still to come cannot be picked.
    fn has_begun(&self, part: DayPart) -> bool {
        let is_today = matches!(self.said(PepAsk::Day), Some(PepChoice::OnDay { days_back: 0, .. }));
        !is_today || u32::from(part.hours().0) <= self.began.0.hour()
    }
}

/// This hour on the wall, counted from the midnight with which the day begins.
fn wall(day: Day, hour: u8) -> Option<NaiveDateTime> {
    let day = day.checked_add_days(Days::new(u64::from(hour / 24)))?;
    Some(day.and_time(NaiveTime::from_hms_opt(u32::from(hour % 24), 0, 0)?))
}
