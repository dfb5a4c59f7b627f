//! A pack past its signature: whoever could sign it, its manifest and its parts are read, and refused where they are wrong.
#![no_main]

use libfuzzer_sys::fuzz_target;
use saywell_core::content::pack::{Unread, open, verify};

fuzz_target!(|bytes: &[u8]| {
    let mut from = bytes;
    if let Ok(pack) = open(&mut from) {
        let languages: Vec<String> = pack.manifest.languages().map(Into::into).collect();
        let rest = from;
        for language in &languages {
            let _ = pack.course(&mut &*rest, language);
        }
        let _ = pack.each(&mut from, |_| Ok::<_, Unread>(()));
    }
    // Nobody is trusted here.
    assert!(verify(&mut &*bytes, &[], |_| Ok(())).is_err());
});
