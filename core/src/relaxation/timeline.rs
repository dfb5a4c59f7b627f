//! A script as a timeline: what happens when, counted from the first cue. Pure.
//!
//! A shell is handed the whole timeline once and plays it with the screen off; nothing has to be asked in between. Words,
//! breaths and bells stand in one list: a cue without words is one that is only heard, felt or seen.

use super::session::Form;
use saywell_content::stretch::CORE;
use saywell_content::{CueBlock, CueKind, Pace, Relaxation};
use std::borrow::Cow;

/// How long a bell rings. The last one begins so long before the end.
pub(super) const BELL_MS: i64 = 6_000;

/// A session from its first cue to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The end, in milliseconds.
    pub length_ms: i64,
    /// By time; the first is at 0.
    pub cues: Vec<TimedCue>,
    /// Where the breathing circle moves, if it does.
    pub breathing: Option<Breathing>,
}

/// One thing that is said, done or heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimedCue {
    /// Milliseconds from the start.
    pub at_ms: i64,
    /// How long it stays.
    pub length_ms: i64,
    /// What the person does.
    pub kind: CueKind,
    /// The block it belongs to, such as `settle`.
    pub block: String,
    /// The words; empty for a breath or a bell of its own.
    pub say: String,
}

/// The part of a session that the breathing circle paces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breathing {
    /// Milliseconds from the start.
    pub from_ms: i64,
    /// Milliseconds from the start.
    pub until_ms: i64,
    /// Milliseconds to breathe in.
    pub inhale_ms: i64,
    /// Milliseconds to hold after it; mostly 0.
    pub hold_ms: i64,
    /// Milliseconds to breathe out.
    pub exhale_ms: i64,
    /// Milliseconds to rest after it; mostly 0.
    pub rest_ms: i64,
}

impl Timeline {
    /// The timeline of one form of a script. A script that cannot be that long is played as it was written.
    pub(crate) fn of(script: &Relaxation, form: Form) -> Self {
        let written = Cow::Borrowed(script.blocks.as_slice());
        let stretched = |rule| script.stretched(form.seconds(), rule).map_or(written.clone(), Cow::Owned);
        let blocks = match form {
            Form::Short => Cow::Borrowed(script.short.as_slice()),
            Form::Five => stretched(&script.five),
            Form::Full => written,
            Form::Fifteen => stretched(&script.fifteen),
        };
        let mut timeline = Self { length_ms: 0, cues: Vec::new(), breathing: None };
        let mut bells = vec![(0, String::new())];
        for block in blocks.iter() {
            let start = timeline.length_ms;
            timeline.say(block);
            if block.id == CORE {
                if let Some(pace) = script.pace {
                    timeline.breathe(pace, block, start);
                }
                bells.push((timeline.length_ms, block.id.clone()));
            }
        }
        timeline.ring(bells);
        // Where several begin together the bell comes first, then the breath, then the words.
        timeline.cues.sort_by_key(|cue| (cue.at_ms, cue.kind != CueKind::Bell, !cue.say.is_empty()));
        timeline
    }

    /// The words of a block, one after the other.
    fn say(&mut self, block: &CueBlock) {
        let mut at_ms = self.length_ms;
        for cue in &block.cues {
            let length_ms = ms(cue.seconds);
            let (block, say) = (block.id.clone(), cue.say.clone());
            self.cues.push(TimedCue { at_ms, length_ms, kind: cue.kind, block, say });
            at_ms += length_ms;
        }
        self.length_ms += ms(block.seconds);
    }

    /// The breaths of the core, where its words do not pace them themselves.
    fn breathe(&mut self, pace: Pace, block: &CueBlock, from_ms: i64) {
        let until_ms = self.length_ms;
        let [inhale_ms, hold_ms, exhale_ms, rest_ms] = pace.phases().map(|(_, seconds)| ms(seconds));
        self.breathing = Some(Breathing { from_ms, until_ms, inhale_ms, hold_ms, exhale_ms, rest_ms });
        let mut at_ms = from_ms;
        while at_ms < until_ms && pace.breath() > 0 {
            for (kind, seconds) in pace.phases().into_iter().filter(|(_, seconds)| *seconds > 0) {
                // Words such as *breathe in* are the breath themselves.
                if at_ms < until_ms && !self.cues.iter().any(|cue| cue.at_ms == at_ms && cue.kind == kind) {
                    let length_ms = ms(seconds).min(until_ms - at_ms);
                    self.cues.push(TimedCue { at_ms, length_ms, kind, block: block.id.clone(), say: String::new() });
                }
                at_ms += ms(seconds);
            }
        }
    }

    /// Bells at the start, where the core is over, and at the end.
    fn ring(&mut self, mut bells: Vec<(i64, String)>) {
        let last = (self.length_ms - BELL_MS).max(0);
        let of_start = self.cues.first().map(|cue| cue.block.clone()).unwrap_or_default();
        let of_end = self.cues.last().map(|cue| cue.block.clone()).unwrap_or_default();
        bells.retain(|(at, _)| *at < last);
        bells.push((last, of_end));
        for (at_ms, block) in bells {
            let block = if at_ms == 0 { of_start.clone() } else { block };
            self.cues.push(TimedCue { at_ms, length_ms: BELL_MS, kind: CueKind::Bell, block, say: String::new() });
        }
    }
}

fn ms(seconds: u16) -> i64 {
    i64::from(seconds) * 1_000
}

#[cfg(test)]
mod tests;
