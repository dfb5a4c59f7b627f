//! A backup that nobody of ours made: it holds what it held, or one of three answers says why not. Half of them are sealed as
//! a person's own would be, so that what lies behind the seal is read too.
#![no_main]

use aead_stream::EncryptorBE32;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::ChaCha20Poly1305;
use libfuzzer_sys::fuzz_target;
use saywell_core::vault::{Cost, Passphrase, Preview, preview_backup};
use saywell_core::{Engine, Error, Moment, Secret, Unlock};
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

const WORDS: &[u8] = b"a heron by the river";
const CHUNK: usize = 64 * 1024;
/// The head: what it costs to guess, and the sum of all before it.
const COST: std::ops::Range<usize> = 10..18;
const SUM: std::ops::Range<usize> = 66..82;

fn now() -> Moment {
    Moment("2026-11-23T20:00:00+01:00".parse().unwrap())
}

/// A vault, one of its backups, and what that says of itself.
struct Phone {
    engine: Engine,
    good: Vec<u8>,
    known: Preview,
    _folder: tempfile::TempDir,
}

fn phone() -> &'static Phone {
    static PHONE: OnceLock<Phone> = OnceLock::new();
    PHONE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let unlock = Unlock { secret: &Secret::new(&[7; 32]), pin: None, uptime_ms: 60_000 };
        let engine = Engine::open(folder.path(), &unlock, saywell_core::course().unwrap()).unwrap();
        engine.write_note("note", "kingfisher", now()).unwrap();
        let mut good = Vec::new();
        engine.back_up(&mut good, &passphrase(), Cost::new(8, 1).unwrap(), now()).unwrap();
        let known = preview_backup(&mut good.as_slice(), &passphrase()).unwrap();
        Phone { engine, good, known, _folder: folder }
    })
}

fn passphrase() -> Passphrase {
    Passphrase::new(WORDS.to_vec()).unwrap()
}

/// A head with the least cost, and what follows from the passphrase for it.
fn head() -> &'static (Vec<u8>, [u8; 32]) {
    static HEAD: OnceLock<(Vec<u8>, [u8; 32])> = OnceLock::new();
    HEAD.get_or_init(|| {
        let (salt, mut derived) = ([0; 32], [0; 48]);
        let cost = Params::new(8, 1, 1, None).unwrap();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, cost).hash_password_into(WORDS, &salt, &mut derived).unwrap();
        let mut head = b"SAYWBKUP".to_vec();
        head.extend(1_u16.to_le_bytes());
        head.extend([8_u32, 1].iter().flat_map(|cost| cost.to_le_bytes()));
        head.extend(salt);
        head.extend(&derived[32..]);
        head.extend(&Sha256::digest(&head)[..16]);
        (head, *derived.first_chunk().unwrap())
    })
}

fn sealed(content: &[u8]) -> Vec<u8> {
    let (head, key) = head();
    let mut stream = EncryptorBE32::<ChaCha20Poly1305>::new(&(*key).into(), &[0; 7].into());
    let whole = content.len().saturating_sub(1) / CHUNK * CHUNK;
    let (chunks, last) = content.split_at(whole);
    let mut backup = head.clone();
    for chunk in chunks.chunks(CHUNK) {
        let mut chunk = chunk.to_vec();
        stream.encrypt_next_in_place(head, &mut chunk).unwrap();
        backup.extend(chunk);
    }
    let mut last = last.to_vec();
    stream.encrypt_last_in_place(head, &mut last).unwrap();
    backup.extend(last);
    backup
}

/// What is fuzzed lies over the good backup; half of them get the sum that fits, and the least cost.
fn changed(summed: bool, change: &[u8]) -> Vec<u8> {
    let mut backup = phone().good.clone();
    let over = change.len().min(backup.len());
    backup.iter_mut().zip(&change[..over]).for_each(|(byte, change)| *byte ^= change);
    backup.extend_from_slice(&change[over..]);
    if summed {
        backup[COST].copy_from_slice(&phone().good[COST]);
        let sum = Sha256::digest(&backup[..SUM.start]);
        backup[SUM].copy_from_slice(&sum[..SUM.len()]);
    }
    backup
}

// The first byte says how the rest is used.
fuzz_target!(|bytes: &[u8]| {
    let Some((how, rest)) = bytes.split_first() else { return };
    let is_sealed = how % 2 == 0;
    let backup = if is_sealed { sealed(rest) } else { changed(how % 4 == 1, rest) };
    match preview_backup(&mut backup.as_slice(), &passphrase()) {
        Ok(_) if is_sealed => {
            // It is whole, and still no database of ours: taking it over must leave what is here.
            let restored = phone().engine.restore(&mut backup.as_slice(), &passphrase(), now());
            assert!(matches!(restored, Err(Error::Damaged | Error::NewerVersion)), "{restored:?}");
            assert_eq!(phone().engine.notes(None, 9).unwrap().len(), 1);
        }
        Ok(preview) => assert!(preview == phone().known && backup == phone().good),
        Err(Error::Damaged | Error::NewerVersion | Error::Invalid { field: "passphrase", .. }) => {}
        Err(other) => panic!("{other:?}"),
    }
});
