//! What waits are, as tables and properties.

use super::*;
use proptest::prelude::*;
use std::fs;

#[test]
fn four_tries_are_free_and_then_each_waits_longer_up_to_an_hour() {
    let seconds: Vec<u64> = (0..12).map(|wrong| wait_ms(wrong) / SECOND).collect();
    assert_eq!(seconds, [0, 0, 0, 0, 0, 30, 60, 300, 900, 3_600, 3_600, 3_600]);
    assert_eq!(wait_ms(u32::MAX), 60 * MINUTE);
}

#[test]
fn a_wait_is_told_in_whole_seconds_rounded_up() {
    let tries = Tries { wrong: 5, since_ms: 1_000 };
    for (uptime, left) in [(1_000, 30), (1_001, 30), (30_999, 1), (31_000, 0), (u64::MAX, 0)] {
        assert_eq!(tries.wait_seconds(uptime), left, "{uptime}");
    }
}

#[test]
fn the_file_survives_and_a_damaged_one_means_a_short_wait() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(Tries::in_folder(home.path(), 7).unwrap(), Tries::default());
    let kept = Tries { wrong: 8, since_ms: 5_000 };
    kept.keep(home.path()).unwrap();
    assert_eq!(Tries::in_folder(home.path(), 6_000).unwrap(), kept);
    // A restart: the wait begins anew, once.
    assert_eq!(Tries::in_folder(home.path(), 10).unwrap(), Tries { since_ms: 10, ..kept });
    assert_eq!(Tries::in_folder(home.path(), 20).unwrap(), Tries { since_ms: 10, ..kept });

    let file = home.path().join(folder::TRIES);
    let whole = fs::read(&file).unwrap();
    let mut odd: Vec<Vec<u8>> = (0..whole.len() * 8)
        .map(|bit| {
            let mut flipped = whole.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            flipped
        })
        .collect();
    odd.extend([vec![0], whole[..15].to_vec(), [&whole[..], &[0]].concat(), vec![9; 1 << 20]]);
    for bytes in odd {
        fs::write(&file, bytes).unwrap();
        let read = Tries::in_folder(home.path(), 100).unwrap();
        assert_eq!((read.wrong, read.wait_seconds(100)), (UNREADABLE, 30));
        // It is kept, so the wait passes.
        assert_eq!(Tries::in_folder(home.path(), 100 + 30 * SECOND).unwrap().wait_seconds(100 + 30 * SECOND), 0);
    }
}

proptest! {
    /// However often a device is restarted, and whenever somebody looks: what has passed before a try is taken is never
    /// less than the wait.
    #[test]
    fn no_restart_shortens_a_wait(wrong in 5_u32..12, at in 0_u64..10_000_000, boots in prop::collection::vec((0_u64..4_000_000, 0_u64..4_000_000), 0..6)) {
        let (mut tries, mut uptime, mut passed) = (Tries { wrong, since_ms: at }, at, 0_u64);
        for (first_look, then) in boots {
            // The device was off for no time at all, the worst case.
            passed += first_look + then;
            tries = tries.seen_at(first_look).seen_at(first_look + then);
            uptime = first_look + then;
            if tries.wait_seconds(uptime) == 0 {
                prop_assert!(passed >= wait_ms(wrong));
            }
        }
        // And it does end.
        prop_assert_eq!(tries.seen_at(uptime + wait_ms(wrong)).wait_seconds(uptime + wait_ms(wrong)), 0);
    }
}
