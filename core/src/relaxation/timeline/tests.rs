//! Timelines of every length: they add up, keep their order, and cut no breath.

use super::*;
use CueKind::{Bell, Hold, In, Out, Rest, Say};
use proptest::prelude::*;
use saywell_content::{Cue, CuePlace, Retimed};

const PRACTICE: [Form; 3] = [Form::Five, Form::Full, Form::Fifteen];

fn script(blocks: Vec<CueBlock>, pace: Option<Pace>) -> Relaxation {
    Relaxation {
        id: "relaxation/r".into(),
        title: "R".into(),
        before: vec![],
        grounding: vec![],
        pace,
        short: blocks.get(..1).unwrap_or_default().to_vec(),
        blocks,
        five: Retimed::default(),
        fifteen: Retimed::default(),
    }
}

fn block(id: &str, cues: &[(u16, CueKind)]) -> CueBlock {
    let cue = |&(seconds, kind): &(u16, CueKind)| Cue { seconds, kind, say: "Let it go.".into() };
    let cues: Vec<Cue> = cues.iter().map(cue).collect();
    let seconds = cues.iter().map(|cue| cue.seconds).sum();
    CueBlock { id: id.into(), seconds, stretches: ["settle", CORE, "rest"].contains(&id), cues }
}

const BREATH: Pace = Pace { inhale: 4, hold: 0, exhale: 6, rest: 0 };

fn said(cues: &[TimedCue]) -> Vec<&TimedCue> {
    cues.iter().filter(|cue| !cue.say.is_empty()).collect()
}

#[test]
fn the_circle_moves_during_the_core_only() {
    let script = script(
        vec![block("settle", &[(30, Say)]), block(CORE, &[(4, In), (6, Out), (20, Say)]), block("link", &[(10, Say)])],
        Some(BREATH),
    );
    let timeline = Timeline::of(&script, Form::Full);
    assert_eq!(timeline.length_ms, 70_000);
    let circle = timeline.breathing.unwrap();
    assert_eq!((circle.from_ms, circle.until_ms, circle.inhale_ms, circle.exhale_ms), (30_000, 60_000, 4_000, 6_000));
    let heard: Vec<_> = timeline.cues.iter().map(|cue| (cue.at_ms / 1_000, cue.kind, cue.say.is_empty())).collect();
    let [words, alone] = [false, true];
    let expected = [
        (0, Bell, alone),
        (0, Say, words),
        (30, In, words),
        (34, Out, words),
        (40, In, alone),
        (40, Say, words),
        (44, Out, alone),
        (50, In, alone),
        (54, Out, alone),
        (60, Bell, alone),
        (60, Say, words),
        (64, Bell, alone),
    ];
    assert_eq!(heard, expected);
    assert_eq!(Timeline::of(&script, Form::Short).breathing, None);
}

#[test]
fn holds_are_breathed_too() {
    let pace = Pace { inhale: 4, hold: 4, exhale: 4, rest: 4 };
    let timeline = Timeline::of(&script(vec![block(CORE, &[(32, CueKind::Say)])], Some(pace)), Form::Full);
    let kinds: Vec<CueKind> = timeline.cues.iter().filter(|cue| cue.say.is_empty()).map(|cue| cue.kind).collect();
    assert_eq!(kinds, [Bell, In, Hold, Out, Rest, In, Hold, Out, Bell, Rest]);
}

#[test]
fn the_real_scripts_last_what_they_promise() {
    for script in &crate::course().unwrap().relaxations {
        for form in PRACTICE.into_iter().chain([Form::Short]) {
            let timeline = Timeline::of(script, form);
            assert_eq!(timeline.length_ms, i64::from(form.seconds()) * 1_000, "{} {form:?}", script.id);
            assert!(timeline.cues.is_sorted_by_key(|cue| cue.at_ms));
            assert!(timeline.cues.iter().all(|cue| cue.at_ms + cue.length_ms <= timeline.length_ms));
            assert_eq!(timeline.cues.iter().filter(|cue| cue.kind == CueKind::Bell).count(), 3);
            assert_eq!(script.pace.is_some(), timeline.breathing.is_some());
        }
    }
}

#[test]
fn ten_minutes_are_exactly_as_they_were_written() {
    for script in &crate::course().unwrap().relaxations {
        let timeline = Timeline::of(script, Form::Full);
        let played = said(&timeline.cues).into_iter().map(|cue| (cue.say.clone(), cue.length_ms)).collect::<Vec<_>>();
        let written = script.blocks.iter().flat_map(|block| &block.cues);
        assert_eq!(played, written.map(|cue| (cue.say.clone(), ms(cue.seconds))).collect::<Vec<_>>());
        let as_written = script.stretched(600, &Retimed::default()).unwrap();
        assert_eq!(as_written, script.blocks);
    }
}

#[test]
fn words_have_time_and_breaths_and_tension_stay_as_long_as_they_are() {
    for script in &crate::course().unwrap().relaxations {
        for form in PRACTICE {
            let timeline = Timeline::of(script, form);
            for cue in said(&timeline.cues) {
                let words = i64::try_from(cue.say.split_whitespace().count()).unwrap();
                assert!(cue.length_ms >= words * 400, "{} {form:?}: {} has {} ms", script.id, cue.say, cue.length_ms);
                let as_written = script.blocks.iter().flat_map(|block| &block.cues).find(|known| known.say == cue.say);
                if let Some(written) = as_written.filter(|written| written.kind.is_fixed()) {
                    assert_eq!(cue.length_ms, ms(written.seconds), "{}", cue.say);
                }
            }
        }
    }
}

fn any_core() -> impl Strategy<Value = Vec<(u16, CueKind)>> {
    let pair = (1..6_u16, 1..6_u16, 0..3_u8).prop_map(|(breaths, more, kind)| match kind {
        0 => vec![(4, CueKind::In), (6, CueKind::Out)],
        1 => vec![(breaths * 10, CueKind::Say)],
        _ => vec![(breaths * 10, CueKind::Say), (more * 10, CueKind::Release)],
    });
    prop::collection::vec(pair, 1..12).prop_map(|pairs| pairs.concat())
}

proptest! {
    #[test]
    fn any_length_adds_up_keeps_its_order_and_cuts_no_breath(
        settle in prop::collection::vec(1..40_u16, 0..8),
        core in any_core(),
        link in prop::collection::vec(1..40_u16, 1..4),
        paced: bool,
        out in prop::collection::btree_set(1..12_u16, 0..4),
        seconds in 30..3_000_u32,
    ) {
        let plain = |lengths: &[u16]| lengths.iter().map(|&seconds| (seconds, CueKind::Say)).collect::<Vec<_>>();
        let blocks = vec![block("settle", &plain(&settle)), block(CORE, &core), block("link", &plain(&link))];
        let script = script(blocks, paced.then_some(BREATH));
        let out = out.into_iter().filter(|number| core.get(usize::from(*number - 1)).is_some_and(|(_, kind)| !kind.is_fixed()));
        let rule = Retimed { leave_out: out.map(|number| CuePlace { block: CORE.into(), number }).collect(), instead: vec![] };
        let written: u32 = script.blocks.iter().flat_map(|block| &block.cues).map(|cue| u32::from(cue.seconds)).sum();
        let free = !settle.is_empty() && !paced;
        prop_assert!(seconds < written || !free || script.stretched(seconds, &rule).is_some(), "more is always possible");
        let Some(stretched) = script.stretched(seconds, &rule) else { return Ok(()) };

        let sum = |blocks: &[CueBlock]| blocks.iter().flat_map(|block| &block.cues).map(|cue| u32::from(cue.seconds)).sum::<u32>();
        prop_assert_eq!(sum(&stretched), seconds);
        prop_assert_eq!(stretched.iter().map(|block| u32::from(block.seconds)).sum::<u32>(), seconds);
        let kept = |block: &CueBlock| (1..).zip(block.cues.clone())
            .filter(|(number, _)| !rule.leave_out.contains(&CuePlace { block: block.id.clone(), number: *number }))
            .map(|(_, cue)| cue).collect::<Vec<_>>();
        for (block, now) in script.blocks.iter().zip(&stretched) {
            let before = kept(block);
            prop_assert_eq!(before.len(), now.cues.len());
            for (before, now) in before.iter().zip(&now.cues) {
                prop_assert_eq!((&before.say, before.kind), (&now.say, now.kind));
                prop_assert!(now.seconds >= before.seconds.div_ceil(2));
                if before.kind.is_fixed() || !block.stretches {
                    prop_assert_eq!(before.seconds, now.seconds);
                } else if paced && block.id == CORE {
                    prop_assert_eq!(now.seconds % 10, 0);
                }
            }
        }
    }
}
