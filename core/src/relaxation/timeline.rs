//! A script as a timeline: what is said when, counted from the first cue. Pure.
//!
//! A shell is handed the whole timeline once and plays it with the screen off; nothing has to be asked in between.

use super::session::Form;
use saywell_content::{Pace, Relaxation};

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

/// One thing said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimedCue {
    /// Milliseconds from the start.
    pub at_ms: i64,
    /// How long it stays.
    pub length_ms: i64,
    /// The block it belongs to, such as `settle`.
    pub block: String,
    /// The words.
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
    /// Milliseconds to breathe out.
    pub exhale_ms: i64,
}

impl Timeline {
    /// The timeline of one form of a script.
    pub(crate) fn of(script: &Relaxation, form: Form) -> Self {
        let blocks = match form {
            Form::Full => &script.blocks,
            Form::Short => &script.short,
        };
        let (mut start, mut cues, mut breathing) = (0, Vec::new(), None);
        for block in blocks {
            let end = start + ms(block.seconds);
            if block.id == "core" {
                breathing = script.pace.map(|pace| paced(pace, start, end));
            }
            let mut at_ms = start;
            for cue in &block.cues {
                let length_ms = ms(cue.seconds);
                cues.push(TimedCue { at_ms, length_ms, block: block.id.clone(), say: cue.say.clone() });
                at_ms += length_ms;
            }
            start = end;
        }
        Self { length_ms: start, cues, breathing }
    }
}

fn paced(pace: Pace, from_ms: i64, until_ms: i64) -> Breathing {
    Breathing { from_ms, until_ms, inhale_ms: ms(pace.inhale), exhale_ms: ms(pace.exhale) }
}

fn ms(seconds: u16) -> i64 {
    i64::from(seconds) * 1_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use saywell_content::{Cue, CueBlock};

    fn script(blocks: Vec<CueBlock>) -> Relaxation {
        Relaxation {
            id: "relaxation/r".into(),
            title: "R".into(),
            before: vec![],
            grounding: vec![],
            pace: Some(Pace { inhale: 4, exhale: 6 }),
            short: blocks.get(..1).unwrap_or_default().to_vec(),
            blocks,
        }
    }

    fn block(id: &str, seconds: &[u16], quiet: u16) -> CueBlock {
        let cues = seconds.iter().map(|&seconds| Cue { seconds, say: "Breathe.".into() }).collect();
        CueBlock { id: id.into(), seconds: seconds.iter().sum::<u16>() + quiet, cues }
    }

    #[test]
    fn the_circle_moves_during_the_core_only() {
        let script = script(vec![block("settle", &[10, 20], 0), block("core", &[40, 20], 5), block("rest", &[5], 0)]);
        let timeline = Timeline::of(&script, Form::Full);
        assert_eq!(timeline.length_ms, 100_000);
        let breathing = Breathing { from_ms: 30_000, until_ms: 95_000, inhale_ms: 4_000, exhale_ms: 6_000 };
        assert_eq!(timeline.breathing, Some(breathing));
        assert_eq!(Timeline::of(&script, Form::Short).breathing, None);
    }

    proptest! {
        #[test]
        fn cues_follow_each_other_and_fit(lengths in prop::collection::vec(prop::collection::vec(1..60_u16, 1..8), 1..6)) {
            let blocks: Vec<CueBlock> = lengths.iter().map(|cues| block("b", cues, 0)).collect();
            let timeline = Timeline::of(&script(blocks), Form::Full);
            let mut clock = 0;
            for cue in &timeline.cues {
                prop_assert_eq!(cue.at_ms, clock);
                prop_assert!(cue.length_ms > 0);
                clock += cue.length_ms;
            }
            prop_assert_eq!(clock, timeline.length_ms);
        }
    }

    #[test]
    fn the_real_scripts_take_ten_and_three_minutes() {
        for script in &crate::course().unwrap().relaxations {
            assert_eq!(Timeline::of(script, Form::Full).length_ms, 600_000, "{}", script.id);
            assert_eq!(Timeline::of(script, Form::Short).length_ms, 180_000, "{}", script.id);
        }
    }
}
