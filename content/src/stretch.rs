//! A relaxation of another length: nothing is cut, quiet gives way or grows. Pure.
//!
//! Blocks that do not stretch, breaths and tension last as long as they were written. Every other cue keeps its place and its
//! words; in a longer form it is followed by more quiet, in a shorter one by less, down to half of what was written or the time
//! that its words need. In a paced `core` quiet changes by whole breaths only. It is in `content`, and not where it is
//! played, so that a script that cannot become five minutes long is a fault of the course and stops the build.

use crate::relaxation::{Cue, CueBlock, CueKind, CuePlace, Relaxation, Retimed};

/// The block that the breathing circle paces.
pub const CORE: &str = "core";

/// A cue in a form that is being made, with the steps in which its quiet changes.
struct Room {
    block: usize,
    cue: usize,
    /// Seconds; what it gains or loses is a multiple of them.
    step: u32,
    /// Steps it may lose.
    spare: u32,
    /// Its share when quiet grows: seconds as written.
    written: u32,
}

impl Relaxation {
    /// The blocks of a form that lasts `seconds`; none if the script cannot be that long or that short.
    #[must_use]
    pub fn stretched(&self, seconds: u32, rule: &Retimed) -> Option<Vec<CueBlock>> {
        let mut blocks = self.with(rule);
        let written: u32 = blocks.iter().map(|block| u32::from(block.seconds)).sum();
        let rooms = self.rooms(&blocks);
        let (paced, free): (Vec<&Room>, Vec<&Room>) = rooms.iter().partition(|room| room.step > 1);
        let grows = seconds >= written;
        let change = seconds.abs_diff(written);
        let breath = self.pace.map_or(1, |pace| pace.breath()).max(1);
        let by_breaths = breaths(change, breath, grows, &paced, &free)?;
        for (rooms, steps) in [(&paced, by_breaths), (&free, change - by_breaths * breath)] {
            for (room, steps) in rooms.iter().zip(shared(steps, &weights(rooms, grows))?) {
                let cue = blocks.get_mut(room.block)?.cues.get_mut(room.cue)?;
                let by = steps * room.step;
                let lasts = u32::from(cue.seconds);
                let lasts = if grows { lasts.checked_add(by)? } else { lasts.checked_sub(by)? };
                cue.seconds = u16::try_from(lasts).ok()?;
            }
        }
        for block in &mut blocks {
            block.seconds = u16::try_from(length(&block.cues)).ok()?;
        }
        let whole: u32 = blocks.iter().map(|block| u32::from(block.seconds)).sum();
        (whole == seconds).then_some(blocks)
    }

    /// As written, without what is left out, in its other words.
    fn with(&self, rule: &Retimed) -> Vec<CueBlock> {
        let form = |block: &CueBlock| {
            let place = |number: u16| CuePlace { block: block.id.clone(), number };
            let cues: Vec<Cue> = (1..)
                .zip(&block.cues)
                .filter(|(number, _)| !rule.leave_out.contains(&place(*number)))
                .map(|(number, cue)| {
                    let other = rule.instead.iter().find(|instead| instead.cue == place(number));
                    Cue { say: other.map_or(&cue.say, |other| &other.say).clone(), ..cue.clone() }
                })
                .collect();
            let seconds = u16::try_from(length(&cues)).unwrap_or(u16::MAX);
            CueBlock { seconds, cues, ..block.clone() }
        };
        self.blocks.iter().map(form).collect()
    }

    fn rooms(&self, blocks: &[CueBlock]) -> Vec<Room> {
        let mut rooms = Vec::new();
        for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.stretches) {
            let step = self.pace.filter(|_| block.id == CORE).map_or(1, |pace| pace.breath().max(1));
            for (cue_at, cue) in block.cues.iter().enumerate().filter(|(_, cue)| !cue.kind.is_fixed()) {
                let written = u32::from(cue.seconds);
                let spare = written.saturating_sub(least(cue)) / step;
                rooms.push(Room { block: at, cue: cue_at, step, spare, written });
            }
        }
        rooms
    }
}

/// The seconds below which a cue's words would run into the next one.
fn least(cue: &Cue) -> u32 {
    let words = u32::try_from(cue.say.split_whitespace().count()).unwrap_or(u32::MAX);
    let spoken = words.saturating_mul(2) / 5 + 1;
    u32::from(cue.seconds).div_ceil(2).max(spoken).min(cue.seconds.into())
}

/// How many whole breaths the paced cues take of a change; the free cues must be able to take the rest.
fn breaths(change: u32, breath: u32, grows: bool, paced: &[&Room], free: &[&Room]) -> Option<u32> {
    let sum = |rooms: &[&Room], of: fn(&Room) -> u32| rooms.iter().map(|room| of(room)).sum::<u32>();
    let (in_paced, in_free) = if grows {
        let most = |rooms: &[&Room]| if rooms.is_empty() { 0 } else { change };
        (most(paced) / breath, most(free))
    } else {
        (sum(paced, |room| room.spare), sum(free, |room| room.spare))
    };
    let fewest = change.saturating_sub(in_free).div_ceil(breath);
    let most = in_paced.min(change / breath);
    if fewest > most {
        return None;
    }
    // Both give or take in proportion.
    let (of_paced, of_free) = if grows {
        (sum(paced, |room| room.written), sum(free, |room| room.written))
    } else {
        (in_paced * breath, in_free)
    };
    let fair = u64::from(change) * u64::from(of_paced) / u64::from((of_paced + of_free).max(1)) / u64::from(breath);
    Some(u32::try_from(fair).ok()?.clamp(fewest, most))
}

fn weights(rooms: &[&Room], grows: bool) -> Vec<u32> {
    rooms.iter().map(|room| if grows { room.written } else { room.spare }).collect()
}

/// So many steps, shared out by weight: they add up, and nobody gets more than one above their fair share.
fn shared(steps: u32, weights: &[u32]) -> Option<Vec<u32>> {
    let all: u64 = weights.iter().copied().map(u64::from).sum();
    if all == 0 {
        return (steps == 0).then(|| vec![0; weights.len()]);
    }
    let (mut before, mut given) = (0, 0);
    let mut shares = Vec::with_capacity(weights.len());
    for weight in weights {
        before += u64::from(*weight);
        let due = u64::from(steps) * before / all;
        shares.push(u32::try_from(due - given).ok()?);
        given = due;
    }
    Some(shares)
}

/// The length of these cues.
#[must_use]
pub fn length(cues: &[Cue]) -> u32 {
    cues.iter().map(|cue| u32::from(cue.seconds)).sum()
}

/// The first cue of a paced core that does not stand on the breath, from 0.
#[must_use]
pub fn off_the_breath(relaxation: &Relaxation, cues: &[Cue]) -> Option<usize> {
    let pace = relaxation.pace?;
    let mut at = 0;
    cues.iter().position(|cue| {
        let phase = pace.phases().into_iter().scan(0, |start, (kind, seconds)| {
            let begins = *start;
            *start += u32::from(seconds);
            Some((kind, begins, u32::from(seconds)))
        });
        let lasts = u32::from(cue.seconds);
        let fits = match phase.into_iter().find(|(kind, ..)| *kind == cue.kind && cue.kind != CueKind::Rest) {
            Some((_, begins, seconds)) => at == begins && lasts == seconds,
            None => at == 0 && lasts % pace.breath().max(1) == 0,
        };
        at = (at + lasts) % pace.breath().max(1);
        !fits
    })
}
