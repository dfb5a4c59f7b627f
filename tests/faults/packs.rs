//! A pack that is not as its makers signed it, or not the one that may come now: it is refused, and the phone is as it was.
//!
//! Two real packs: that of the course, and that of the small course of the author's tests, of which no bit and no length is
//! left out. A reader that verifies nothing is the control.

use crate::dice::Dice;
use crate::fuzz::mutated;
use crate::tally::{Tally, progress};
use minisign::KeyPair;
use saywell_core::content::pack::{Key, Pack, Refusal, Unread, open, verify};
use saywell_core::content::{self, Course};
use saywell_core::pack::PackRow;
use saywell_core::{Engine, Error};
use saywell_tests::{Phone, open_for};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Who signs.
struct Desk(KeyPair);

impl Desk {
    fn new() -> Self {
        Self(KeyPair::generate_unencrypted_keypair().unwrap())
    }

    fn key(&self) -> Key {
        Key::read(&format!("untrusted comment: the desk\n{}\n", self.0.pk.to_base64())).unwrap()
    }

    fn sign(&self, content: &[u8]) -> Vec<u8> {
        saywell_author::sign(content, &self.0.sk).unwrap()
    }

    fn pack(&self, course: &Course) -> Vec<u8> {
        self.sign(&saywell_author::pack(std::slice::from_ref(course)).unwrap())
    }
}

/// `count` bits of the real pack, spread evenly, and all of its head; as many lengths, and mutations that are signed.
pub fn run(count: u64) -> Tally {
    let mut tally = Tally::default();
    let desk = Desk::new();
    let small = saywell_author::compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/author/tests/good"));
    let small = desk.pack(&small.unwrap());
    let real = desk.pack(&saywell_core::course().unwrap());
    tally.add("bytes-of-the-small", small.len() as u64);
    tally.add("bytes-of-the-real", real.len() as u64);
    // A second key, which has signed nothing here, is tried too.
    let keys = [Desk::new().key(), desk.key()];
    flips(&mut tally, "bits-of-the-small", &small, &keys, 1);
    flips(&mut tally, "bits-of-the-real", &real, &keys, spread(real.len() * 8, count));
    lengths(&mut tally, "lengths-of-the-small", &small, &keys, 1);
    lengths(&mut tally, "lengths-of-the-real", &real, &keys, spread(real.len(), count));
    control(&mut tally, &small, count);
    phone(&mut tally, &desk);
    fuzz(&mut tally, &desk, &small, count);
    tally
}

/// Every so many, that there are about `count`.
fn spread(all: usize, count: u64) -> usize {
    all.div_ceil(usize::try_from(count).unwrap().max(1)).max(1)
}

fn is_refused(bytes: &[u8], keys: &[Key]) -> bool {
    matches!(read(bytes, keys), Err(Unread::Refused(_)))
}

fn read(bytes: &[u8], keys: &[Key]) -> Result<Pack, Unread> {
    verify(&mut &*bytes, keys, |_| Ok(()))
}

/// The bytes before the first part: what is not only hashed. Of those every bit is flipped.
fn head(pack: &[u8]) -> usize {
    let manifest = u32::from_le_bytes(pack[148..152].try_into().unwrap());
    152 + usize::try_from(manifest).unwrap()
}

fn flips(tally: &mut Tally, what: &'static str, good: &[u8], keys: &[Key], every: usize) {
    let mut bytes = good.to_vec();
    let whole = bytes.len() * 8;
    let bits = (0..head(good) * 8).chain((head(good) * 8..whole).step_by(every));
    for bit in bits {
        bytes[bit / 8] ^= 1 << (bit % 8);
        tally.add(what, 1);
        if !is_refused(&bytes, keys) {
            tally.miss("taken", &format!("bit {bit} of {whole} flipped"));
        }
        bytes[bit / 8] ^= 1 << (bit % 8);
        progress("bits", bit as u64 + 1, whole as u64);
    }
    assert!(read(&bytes, keys).is_ok());
}

fn lengths(tally: &mut Tally, what: &'static str, good: &[u8], keys: &[Key], every: usize) {
    for length in (0..good.len()).step_by(every) {
        tally.add(what, 1);
        if !is_refused(&good[..length], keys) {
            tally.miss("taken", &format!("cut off at {length} of {}", good.len()));
        }
    }
}

/// What a reader takes that looks at no signature: flips in the text of a course must be among it.
fn control(tally: &mut Tally, good: &[u8], count: u64) {
    let mut taken = 0;
    let all = (good.len() - head(good)) * 8;
    for bit in (head(good) * 8..good.len() * 8).step_by(spread(all, count)) {
        let mut bytes = good.to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        taken += u64::from(open(&mut bytes.as_slice()).is_ok() && content::load(&bytes[head(good)..]).is_ok());
    }
    tally.control("control-unsigned", taken, 1);
}

fn edition(version: u32) -> Course {
    let mut course = saywell_core::course().unwrap();
    course.edition.version = version;
    course.chapters[0].title = format!("Edition {version}");
    course
}

fn engine(phone: &Phone, keys: &[Key]) -> Engine {
    open_for(phone.folder(), edition(1)).unwrap().trusting(keys.to_vec())
}

/// What is on a phone: the rows, what is shown, and the names of its files.
fn state(phone: &Phone, keys: &[Key]) -> (Vec<PackRow>, String, Vec<String>) {
    let engine = engine(phone, keys);
    let shown = engine.course().chapters[0].title.clone();
    let files = fs::read_dir(phone.folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = files.filter(|name| name.contains("added")).collect();
    files.sort();
    (engine.packs(), shown, files)
}

/// What else may be tried on a phone that has the third edition.
fn phone(tally: &mut Tally, desk: &Desk) {
    let (phone, stranger, next) = (Phone::new(), Desk::new(), Desk::new());
    let keys = [desk.key(), next.key()];
    let third = desk.pack(&edition(3));
    engine(&phone, &keys).install_pack(&mut third.as_slice()).unwrap();
    let before = state(&phone, &keys);
    let mut flipped = third.clone();
    flipped[third.len() / 2] ^= 1;
    let refused = |why| Err(Error::PackRefused { why });
    let other_words = |version: u32| Course { language: "xx".into(), ..edition(version) };
    for (what, bytes, answer) in [
        ("downgrade", desk.pack(&edition(2)), refused(Refusal::Older { newest: 3 })),
        ("replay", third.clone(), Ok(before.0.clone())),
        ("same-version", desk.pack(&other_words(3)), Ok(before.0.clone())),
        ("wrong-key", stranger.pack(&edition(4)), refused(Refusal::UnknownSigner)),
        ("cut-off", third[..third.len() - 1].to_vec(), refused(Refusal::CutOff)),
        ("flipped", flipped, refused(Refusal::Changed)),
    ] {
        let answered = engine(&phone, &keys).install_pack(&mut bytes.as_slice());
        tally.add(what, 1);
        if answered != answer || state(&phone, &keys) != before {
            tally.miss("changed", &format!("{what}: {answered:?}"));
        }
    }
    // Removed, it is no way back either.
    engine(&phone, &keys).remove_pack("pack/saywell").unwrap();
    let back = engine(&phone, &keys).install_pack(&mut desk.pack(&edition(2)).as_slice());
    tally.add("downgrade", 1);
    if back != refused(Refusal::Older { newest: 3 }) {
        tally.miss("changed", &format!("downgrade after removing: {back:?}"));
    }
    let answered = engine(&phone, &keys).install_pack(&mut next.pack(&edition(4)).as_slice());
    tally.add("next-key", 1);
    if answered.is_err() || state(&phone, &keys).1 != "Edition 4" {
        tally.miss("changed", &format!("next key: {answered:?}"));
    }
}

/// Mutations of a pack, as they came and with a signature that fits: past it, the manifest and the parts are read.
fn fuzz(tally: &mut Tally, desk: &Desk, good: &[u8], count: u64) {
    let keys = [desk.key()];
    tally.add("panics", 0);
    let printed = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| ()));
    for turn in 0..count {
        let mut dice = Dice::of(u64::from(b'p'), turn);
        let signed = turn % 2 == 0;
        let bytes = if signed { resigned(desk, good, &mut dice) } else { mutated(good, &mut dice) };
        tally.add(if signed { "fuzz-signed" } else { "fuzz" }, 1);
        let answer = catch_unwind(AssertUnwindSafe(|| {
            let pack = read(&bytes, &keys)?;
            let mut from = bytes.as_slice();
            let opened = open(&mut from)?;
            opened.each(&mut from, |_| Ok::<_, Unread>(())).map(|()| opened == pack && (signed || bytes == good))
        }));
        match answer {
            Ok(Ok(true) | Err(Unread::Refused(_))) => {}
            Ok(other) => tally.miss("wrong", &format!("mutation {turn}: {other:?}")),
            Err(_) => tally.miss("panics", &format!("mutation {turn}")),
        }
        progress("packs", turn + 1, count);
    }
    std::panic::set_hook(printed);
}

/// What is signed is mutated; in half of them the lengths and sums are put right again, so that the courses are read.
fn resigned(desk: &Desk, good: &[u8], dice: &mut Dice) -> Vec<u8> {
    let begin = head(good);
    let parts = mutated(&good[begin..], dice);
    let mut manifest = good[152..begin].to_vec();
    if dice.heads() {
        let mut said: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
        said["parts"][0]["bytes"] = parts.len().into();
        said["parts"][0]["sha256"] = saywell_author::sha256(&parts).into();
        manifest = serde_json::to_vec(&said).unwrap();
    } else {
        manifest = mutated(&manifest, dice);
    }
    let length = |bytes: usize| u32::try_from(bytes).unwrap().to_le_bytes();
    let content = [&length(8 + manifest.len() + parts.len())[..], &length(manifest.len()), &manifest, &parts].concat();
    desk.sign(&content)
}
