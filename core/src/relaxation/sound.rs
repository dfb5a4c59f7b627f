//! A session's bells and breath tones as one WAV file. Pure: a timeline goes in, bytes come out.
//!
//! One file that the system's player plays is right with the screen off, whatever the phone does to apps. Everything is
//! integers: a sine made by the compiler, ramps and shifts; so the bytes are the same on every machine. They are written as
//! they are made, a few kilobytes at a time.

use super::timeline::{BELL_MS, Timeline};
use saywell_content::CueKind;
use std::io::{self, Write};

/// Samples a second: sixteen a millisecond, so that every cue begins on a sample.
const RATE: u32 = 16_000;
const PER_MS: i64 = 16;
/// Bytes of a sample: 16 bits, one channel.
const BYTES: u32 = 2;
const HEADER: u32 = 44;
/// Samples that are made before they are written.
const CHUNK: usize = 2_048;

/// A bell's partials: hertz, and how loud of 32,768.
const BELL: [(u32, i32); 3] = [(523, 6_000), (1_412, 2_400), (2_741, 900)];
/// How fast a bell fades: each sample takes away one part in 2 to the power of this.
const FADING: u32 = 14;
/// A bell's last samples, which lead it down to silence.
const BELL_END: i64 = 8_000;
/// A bell's first samples, which lead it up.
const BELL_STRIKE: i64 = 80;
/// The breath: hertz in and out, and how loud of 32,768.
const IN_HERTZ: u32 = 220;
const OUT_HERTZ: u32 = 165;
const BREATH_LOUD: i32 = 3_600;

/// Writes the whole file.
pub(super) fn render(timeline: &Timeline, out: &mut impl Write) -> io::Result<()> {
    let samples = timeline.length_ms.max(0).saturating_mul(PER_MS);
    out.write_all(&header(samples)?)?;
    let mut coming = timeline.cues.iter().filter_map(Voice::of).peekable();
    let mut sounding: Vec<Voice> = Vec::new();
    let mut chunk = Vec::with_capacity(CHUNK * 2);
    for at in 0..samples {
        while let Some(voice) = coming.next_if(|voice| voice.from <= at) {
            sounding.push(voice);
        }
        let mixed: i32 = sounding.iter_mut().map(|voice| voice.sample(at)).sum();
        let sample = mixed.clamp(i16::MIN.into(), i16::MAX.into());
        chunk.extend_from_slice(&i16::try_from(sample).unwrap_or_default().to_le_bytes());
        sounding.retain(|voice| voice.until > at + 1);
        if chunk.len() >= CHUNK * 2 {
            out.write_all(&chunk)?;
            chunk.clear();
        }
    }
    out.write_all(&chunk)?;
    out.flush()
}

/// The canonical 44 bytes in front of 16-bit PCM.
fn header(samples: i64) -> io::Result<Vec<u8>> {
    let too_long = || io::Error::from(io::ErrorKind::InvalidInput);
    let data = u32::try_from(samples).ok().and_then(|samples| samples.checked_mul(BYTES)).ok_or_else(too_long)?;
    let whole = data.checked_add(HEADER - 8).ok_or_else(too_long)?;
    let mut header = Vec::new();
    header.extend_from_slice(b"RIFF");
    header.extend_from_slice(&whole.to_le_bytes());
    header.extend_from_slice(b"WAVEfmt ");
    header.extend_from_slice(&16_u32.to_le_bytes());
    header.extend_from_slice(&1_u16.to_le_bytes()); // PCM
    header.extend_from_slice(&1_u16.to_le_bytes()); // one channel
    header.extend_from_slice(&RATE.to_le_bytes());
    header.extend_from_slice(&(RATE * BYTES).to_le_bytes());
    header.extend_from_slice(&2_u16.to_le_bytes()); // bytes of a sample
    header.extend_from_slice(&16_u16.to_le_bytes()); // bits of a sample
    header.extend_from_slice(b"data");
    header.extend_from_slice(&data.to_le_bytes());
    Ok(header)
}

/// Something that sounds for a while.
struct Voice {
    from: i64,
    until: i64,
    kind: Kind,
}

enum Kind {
    Bell { partials: [Tone; 3], loud: i32 },
    Breath { tone: Tone, rises: bool },
}

impl Voice {
    fn of(cue: &super::TimedCue) -> Option<Self> {
        let (length_ms, kind) = match cue.kind {
            CueKind::Bell => (BELL_MS, Kind::Bell { partials: BELL.map(|(hertz, _)| Tone::of(hertz)), loud: i32::MAX }),
            CueKind::In => (cue.length_ms, Kind::Breath { tone: Tone::of(IN_HERTZ), rises: true }),
            CueKind::Out => (cue.length_ms, Kind::Breath { tone: Tone::of(OUT_HERTZ), rises: false }),
            _ => return None,
        };
        let from = cue.at_ms * PER_MS;
        Some(Self { from, until: from + length_ms * PER_MS, kind })
    }

    /// The sample at this place; asked for one after the other.
    fn sample(&mut self, at: i64) -> i32 {
        let (since, left) = (at - self.from, self.until - at);
        match &mut self.kind {
            Kind::Bell { partials, loud } => {
                let sum: i32 = partials.iter_mut().zip(BELL).map(|(tone, (_, part))| part_of(tone.next(), part)).sum();
                *loud -= *loud >> FADING;
                let struck = ramp(since, BELL_STRIKE).min(ramp(left, BELL_END));
                part_of(part_of(sum, *loud >> 16), struck)
            }
            Kind::Breath { tone, rises } => {
                // Four fifths of a breath in swell and the last fifth sinks; a breath out is the other way round.
                let short = (self.until - self.from) / 5;
                let (swell, sink) = if *rises { (short * 4, short) } else { (short, short * 4) };
                let level = ramp(since, swell).min(ramp(left, sink));
                part_of(part_of(tone.next(), part_of(level, level)), BREATH_LOUD)
            }
        }
    }
}

/// So many of 32,768 parts of a value.
fn part_of(value: i32, part: i32) -> i32 {
    (value * part) >> 15
}

/// How far `at` is on the way to `whole`, of 32,767.
fn ramp(at: i64, whole: i64) -> i32 {
    let part = at.clamp(0, whole) * 32_767 / whole.max(1);
    i32::try_from(part).unwrap_or_default()
}

/// A sine: a phase that goes round once for every 2 to the power of 32.
struct Tone {
    phase: u32,
    step: u32,
}

impl Tone {
    fn of(hertz: u32) -> Self {
        let step = (u64::from(hertz) << 32) / u64::from(RATE);
        Self { phase: 0, step: u32::try_from(step).unwrap_or_default() }
    }

    /// The next sample, of 32,767.
    fn next(&mut self) -> i32 {
        let sample = SINE.get(usize::try_from(self.phase >> 22).unwrap_or_default()).copied().unwrap_or_default();
        self.phase = self.phase.wrapping_add(self.step);
        sample.into()
    }
}

/// One wave in 1,024 steps.
static SINE: [i16; 1_024] = sine();

#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "done by the compiler; 1,024 steps within 32,767"
)]
const fn sine() -> [i16; 1_024] {
    let mut wave = [0; 1_024];
    let mut step = 0_usize;
    while step < 1_024 {
        // The first quarter, mirrored; x is an angle in units of 2 to the power of -30.
        let half = (step % 512) as i64;
        let quarter = if half > 256 { 512 - half } else { half };
        let x = quarter * 6_588_397; // pi / 512
        let square = (x * x) >> 30;
        // x - x^3/3! + x^5/5! - x^7/7! + x^9/9!, from the inside out.
        let mut sum = ONE - square / 72;
        sum = ONE - ((square * sum) >> 30) / 42;
        sum = ONE - ((square * sum) >> 30) / 20;
        sum = ONE - ((square * sum) >> 30) / 6;
        let value = (((x * sum) >> 30) * 32_767 + ONE / 2) >> 30;
        wave[step] = (if step < 512 { value } else { -value }) as i16;
        step += 1;
    }
    wave
}

const ONE: i64 = 1 << 30;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relaxation::Form;

    fn rendered(form: Form) -> (Timeline, Vec<u8>) {
        let course = crate::course().unwrap();
        let timeline = Timeline::of(course.relaxation("relaxation/slow-breath").unwrap(), form);
        let mut out = Vec::new();
        render(&timeline, &mut out).unwrap();
        (timeline, out)
    }

    /// FNV-1a.
    fn hash(bytes: &[u8]) -> u64 {
        bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
    }

    #[test]
    fn the_bytes_are_the_same_everywhere() {
        assert_eq!(hash(&rendered(Form::Short).1), 13_514_578_160_943_519_050);
    }

    #[test]
    fn others_can_read_it() {
        let (timeline, bytes) = rendered(Form::Five);
        let mut wav = hound::WavReader::new(bytes.as_slice()).unwrap();
        let form = wav.spec();
        assert_eq!((form.channels, form.sample_rate, form.bits_per_sample), (1, RATE, 16));
        assert_eq!(form.sample_format, hound::SampleFormat::Int);
        let samples: Vec<i16> = wav.samples::<i16>().map(Result::unwrap).collect();
        assert_eq!(i64::try_from(samples.len()).unwrap(), timeline.length_ms * PER_MS);
        assert_eq!(bytes.len(), 44 + samples.len() * 2);

        let second = |at: i64| &samples[usize::try_from(at * 16_000).unwrap()..][..16_000];
        let loudest = |at: i64| second(at).iter().map(|sample| sample.unsigned_abs()).max().unwrap();
        assert!(loudest(0) > 4_000, "the bell at the start is {}", loudest(0));
        assert_eq!(loudest(8), 0, "between the bell and the first breath it is quiet");
        let circle = timeline.breathing.unwrap();
        assert!(
            (2_000..5_000).contains(&loudest(circle.from_ms / 1_000 + 3)),
            "{}",
            loudest(circle.from_ms / 1_000 + 3)
        );
        assert!(loudest(timeline.length_ms / 1_000 - 1) < 200, "it ends in silence");
        // No step that a speaker would click at.
        let widest = samples.windows(2).map(|pair| i32::from(pair[0]).abs_diff(i32::from(pair[1]))).max().unwrap();
        assert!(widest < 6_000, "{widest}");
    }

    #[test]
    fn a_tone_is_as_high_as_it_says() {
        let mut tone = Tone::of(440);
        let wave: Vec<i32> = (0..16_000).map(|_| tone.next()).collect();
        let rises = wave.windows(2).filter(|pair| pair[0] < 0 && pair[1] >= 0).count();
        assert!((438..=441).contains(&rises), "{rises}");
        assert_eq!((SINE[0], SINE[256], SINE[512], SINE[768]), (0, 32_767, 0, -32_767));
    }

    #[test]
    fn little_is_held_in_memory_and_a_full_disk_is_said() {
        struct Disk(usize);
        impl Write for Disk {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                assert!(bytes.len() <= 2 * CHUNK);
                self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let course = crate::course().unwrap();
        let timeline = Timeline::of(course.relaxation("relaxation/even-breath").unwrap(), Form::Fifteen);
        assert!(render(&timeline, &mut Disk(44 + 900 * 32_000)).is_ok());
        assert_eq!(render(&timeline, &mut Disk(1_000_000)).unwrap_err().kind(), io::ErrorKind::StorageFull);
    }
}
