//! After a vault is closed, this very process holds no copy of the key, the secret or the PIN.

#![cfg(target_os = "linux")]

use super::key::random;
use super::open_tests::{CHEAP, Phone, notes, write};
use super::*;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;

/// What is looked for, masked, so that the test itself holds no copy of it.
struct Masked(Vec<u8>);

const MASK: u8 = 0xa5;

impl Masked {
    fn new(bytes: &[u8]) -> Self {
        Self(bytes.iter().map(|byte| byte ^ MASK).collect())
    }

    /// How often it stands in memory that can be written to.
    fn copies(&self) -> usize {
        let memory = File::open("/proc/self/mem").unwrap();
        let maps = fs::read_to_string("/proc/self/maps").unwrap();
        let mut found = 0;
        let mut page = vec![0_u8; 1 << 20];
        for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw"))) {
            let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
            let address = |text| u64::from_str_radix(text, 16).unwrap();
            let (mut at, end) = (address(from), address(to));
            while at < end {
                let room = page.len().min(usize::try_from(end - at).unwrap());
                // Masked at once, so that what is read is no copy either; some regions cannot be read.
                let Ok(read @ 1..) = memory.read_at(&mut page[..room], at) else { break };
                page[..read].iter_mut().for_each(|byte| *byte ^= MASK);
                found += page[..read].windows(self.0.len()).filter(|window| *window == self.0).count();
                // What is looked for stands in memory masked, and is bare here now. A shorter read would leave it, and the next
                // one of this very page would find it.
                page[..read].fill(0);
                // What lies across the edge of two reads is seen by the next one.
                let step = if read == room && at + (read as u64) < end { read - self.0.len() } else { read };
                at += step as u64;
            }
        }
        found
    }
}

/// A fresh secret, and what to look for it by.
fn secret() -> (Secret, Masked) {
    let mut drawn = zeroize::Zeroizing::new([0; 32]);
    random(drawn.as_mut_slice()).unwrap();
    (Secret::new(&drawn), Masked::new(drawn.as_slice()))
}

/// Twelve digits by chance: fewer might stand somewhere by chance too.
fn pin(secret: &Secret) -> (Pin, Masked) {
    loop {
        let mut digits = zeroize::Zeroizing::new([0; 12]);
        random(digits.as_mut_slice()).unwrap();
        digits.iter_mut().for_each(|digit| *digit = b'0' + *digit % 10);
        let pin = Pin::new(digits.as_slice()).unwrap();
        if !secret.declines(&pin) {
            return (pin, Masked::new(digits.as_slice()));
        }
    }
}

fn key(engine: &crate::Engine) -> Masked {
    Masked::new(engine.vault.held().space.as_ref().unwrap().key.bytes())
}

#[test]
fn nothing_that_opens_the_vault_stays_in_memory() {
    let mut phone = Phone::new();
    let (secret, secret_mask) = secret();
    phone.secret = secret;
    let (first, first_mask) = pin(&phone.secret);
    let (second, second_mask) = pin(&phone.secret);
    let open = |typed| crate::Engine::open(phone.folder(), &phone.unlock(typed), crate::course().unwrap());

    let engine = open(None).unwrap();
    write(&engine, "kingfisher");
    let old = key(&engine);
    engine.set_pin(&phone.unlock(None), &first, CHEAP).unwrap();
    assert!(open(Some(&second)).is_err());
    engine.set_pin(&phone.unlock(Some(&first)), &second, CHEAP).unwrap();
    engine.rekey(&phone.unlock(Some(&second))).unwrap();
    engine.add_space(&phone.unlock(Some(&second)), &first).unwrap();
    drop(engine);
    let engine = open(Some(&second)).unwrap();
    assert_eq!(notes(&engine), ["kingfisher"]);
    let new = key(&engine);

    // The control: all that is in use now is found. The old key is not.
    let in_use = [&new, &secret_mask, &first_mask, &second_mask].map(Masked::copies);
    assert!(in_use.iter().all(|copies| *copies > 0), "{in_use:?}");
    drop(engine);
    drop((phone, first, second));
    let left = [&old, &new, &secret_mask, &first_mask, &second_mask].map(Masked::copies);
    println!("fault: memory-after-close key, secret, PIN: open {in_use:?} copies, closed {left:?} {}", mark(&left));
    assert_eq!(left, [0; 5], "old key, key, secret, first PIN, second PIN");
}

fn mark(left: &[usize]) -> &'static str {
    if left.iter().all(|copies| *copies == 0) { "ok" } else { "MISS" }
}
