//! Ids that shells make, so that a verb which is retried counts once.

use crate::{Error, Result};

/// The longest id that a shell may make, in bytes.
const LONGEST: usize = 64;

/// A fresh id is 1 to 64 letters, digits, hyphens or underscores.
pub(crate) fn checked(id: &str) -> Result<&str> {
    let good = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if id.is_empty() || id.len() > LONGEST || !id.bytes().all(good) {
        return Err(Error::Invalid { field: "id", reason: "is 1 to 64 letters, digits, hyphens or underscores" });
    }
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn odd_ids_are_refused() {
        assert!(checked("0f8fad5b-d9cb-469f-a165-70867728950e").is_ok());
        for odd in ["", "a b", "ä", "a\0", &"x".repeat(65)] {
            assert!(checked(odd).is_err(), "{odd:?}");
        }
    }
}
