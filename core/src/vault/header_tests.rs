//! The header as bytes: what is written is read, and nothing else is.

use super::*;
use crate::vault::key::Pin;
use proptest::prelude::*;
use std::fs;

const CHEAP: Cost = Cost { memory_kib: 8, passes: 1 };

fn secret() -> Secret {
    Secret::new(&[7; KEY_BYTES])
}

fn wrap(header: &Header) -> Wrap {
    Wrap::without_pin(&secret(), &header.salt).unwrap()
}

/// A header whose slot 2 opens without a PIN.
fn header() -> Header {
    let mut header = Header::new(&secret()).unwrap();
    header.cost = Some(CHEAP);
    let wrap = wrap(&header);
    header.put(2, &wrap, &Keys::Settled(Key::new(&[5; KEY_BYTES]))).unwrap();
    header
}

fn key(header: &Header) -> Option<[u8; KEY_BYTES]> {
    match header.find(&wrap(header)) {
        Some((2, Keys::Settled(key))) => Some(*key.bytes()),
        _ => None,
    }
}

#[test]
fn what_is_written_is_read() {
    let header = header();
    let bytes = header.to_bytes();
    assert_eq!(bytes.len(), 502);
    let read = Header::from_bytes(&bytes).unwrap();
    assert!(read.to_bytes() == bytes && read.cost == Some(CHEAP) && read.is_of(&secret()));
    assert!(!read.is_of(&Secret::new(&[8; KEY_BYTES])));
    assert_eq!(key(&read), Some([5; KEY_BYTES]));
}

#[test]
fn one_of_two_keys_comes_back_as_it_went() {
    let mut header = header();
    let wrap = wrap(&header);
    let (old, new) = (Key::new(&[1; KEY_BYTES]), Key::new(&[2; KEY_BYTES]));
    header.put(0, &wrap, &Keys::Changing { old, new }).unwrap();
    assert!(matches!(header.find(&wrap), Some((0, Keys::Changing { old, new }))
        if *old.bytes() == [1; KEY_BYTES] && *new.bytes() == [2; KEY_BYTES]));
    header.put(0, &wrap, &Keys::Making(Key::new(&[3; KEY_BYTES]))).unwrap();
    assert!(matches!(header.find(&wrap), Some((0, Keys::Making(key))) if *key.bytes() == [3; KEY_BYTES]));
}

#[test]
fn a_slot_opens_nowhere_else() {
    let mut header = header();
    let moved = header.slots[2];
    header.empty(2).unwrap();
    assert_eq!(key(&header), None);
    for slot in [0, 1, 3] {
        header.set(slot, moved);
    }
    assert!(header.find(&wrap(&header)).is_none());
}

#[test]
fn every_flipped_bit_is_noticed_and_the_other_copy_taken() {
    let home = tempfile::tempdir().unwrap();
    let header = header();
    header.write(home.path()).unwrap();
    let whole = header.to_bytes();
    for bit in 0..whole.len() * 8 {
        let mut flipped = whole.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(matches!(Header::from_bytes(&flipped), Err(Error::Damaged)), "bit {bit}");
        // On disk, one bit of every byte; all of them at length.
        if bit / 8 % 8 != bit % 8 && std::env::var_os("SAYWELL_LONG").is_none() {
            continue;
        }
        for name in folder::HEADERS {
            fs::write(home.path().join(name), &flipped).unwrap();
            let Some((read, same)) = Header::read(home.path()).unwrap() else { panic!("nothing") };
            assert!(read.to_bytes() == whole && !same);
            fs::write(home.path().join(name), &whole).unwrap();
        }
    }
    for name in folder::HEADERS {
        fs::write(home.path().join(name), b"saywell\0").unwrap();
    }
    assert!(matches!(Header::read(home.path()), Err(Error::Damaged)));
    println!("fault: header-bit-flips {} bits in each copy, 0 taken, the other copy always ok", whole.len() * 8);
}

/// The same bytes, with another body and its right digest.
fn forged(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = header().to_bytes();
    bytes.truncate(bytes.len() - DIGEST);
    change(&mut bytes);
    let digest = Sha256::digest(&bytes);
    bytes.extend(digest);
    bytes
}

#[test]
fn a_newer_header_is_known_whatever_its_length_and_a_forged_cost_is_refused() {
    let newer = |extra: usize| {
        forged(|body| {
            body[8] = 2;
            body.extend(vec![0; extra]);
        })
    };
    for extra in [0, 1, 5_000] {
        assert!(matches!(Header::from_bytes(&newer(extra)), Err(Error::NewerVersion)));
    }
    assert!(matches!(Header::from_bytes(&newer(LONGEST)), Err(Error::Damaged)));
    assert!(matches!(Header::from_bytes(&forged(|body| body[8] = 0)), Err(Error::Damaged)));
    assert!(matches!(Header::from_bytes(&forged(|body| body.push(0))), Err(Error::Damaged)));
    assert!(matches!(Header::from_bytes(&forged(|body| body[13] = 0xff)), Err(Error::Damaged)));
    assert!(matches!(Header::from_bytes(&forged(|body| body[16] = 0xff)), Err(Error::Damaged)));
}

/// A header of the first version, made with PIN 4711 over the secret of sevens: it must open for ever.
#[test]
fn the_first_header_ever_made_still_opens() {
    let header = Header::from_bytes(include_bytes!("first.hdr")).unwrap();
    let pin = Pin::new(b"4711").unwrap();
    let wrap = Wrap::with_pin(&secret(), &pin, header.cost.unwrap(), &header.salt).unwrap();
    assert_eq!(header.cost, Some(Cost::default()));
    assert!(matches!(header.find(&wrap), Some((0, Keys::Settled(key))) if *key.bytes() == [5; KEY_BYTES]));
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..700)) {
        prop_assert!(Header::from_bytes(&bytes).is_err());
        let forged = [MAGIC, &bytes[..]].concat();
        let digest = Sha256::digest(&forged);
        // Well-formed at most: nothing in it opens.
        if let Ok(read) = Header::from_bytes(&[&forged[..], &digest].concat()) {
            prop_assert!(key(&read).is_none());
        }
    }
}
