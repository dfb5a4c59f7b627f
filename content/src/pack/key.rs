//! Who may sign packs: the public halves of two keys, compiled in.

use ct_codecs::{Base64, Decoder};
use minisign_verify::PublicKey;

/// The key that signs now, and the one that will when this one is lost or known to others. `docs/packs.md` tells how they
/// are made and changed.
const TRUSTED: [&str; 2] = [include_str!("../../keys/current.pub"), include_str!("../../keys/next.pub")];

/// A key that may sign packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    id: [u8; 8],
    name: String,
    pub(super) public: PublicKey,
}

/// This is no public key of minisign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyFault;

impl Key {
    /// The key in a file of minisign: a line with a comment, whose words name the key to people, and a line with the key.
    ///
    /// # Errors
    /// If it is none.
    pub fn read(file: &str) -> Result<Self, KeyFault> {
        let mut lines = file.lines();
        let comment = lines.next().ok_or(KeyFault)?;
        let name = comment.strip_prefix("untrusted comment: ").ok_or(KeyFault)?.trim().to_owned();
        let coded = lines.next().ok_or(KeyFault)?.trim();
        let public = PublicKey::from_base64(coded).map_err(|_| KeyFault)?;
        let bytes = Base64::decode_to_vec(coded, None).map_err(|_| KeyFault)?;
        let id = *bytes.get(2..).and_then(|rest| rest.first_chunk()).ok_or(KeyFault)?;
        Ok(Self { id, name, public })
    }

    /// What a pack says of it.
    #[must_use]
    pub fn id(&self) -> [u8; 8] {
        self.id
    }

    /// What people call it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The keys whose packs this version of the app takes.
///
/// # Errors
/// If the library was built with a file that holds no key.
pub fn trusted() -> Result<Vec<Key>, KeyFault> {
    TRUSTED.into_iter().map(Key::read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_that_are_compiled_in_are_two() {
        let keys = trusted().unwrap();
        assert_ne!(keys[0].id(), keys[1].id());
        assert!(keys.iter().all(|key| !key.name().is_empty()));
    }

    #[test]
    fn other_files_are_no_keys() {
        for file in
            ["", "untrusted comment: a\n", "untrusted comment: a\nRWQ", "a\nb", "untrusted comment: a\n\u{e9}=="]
        {
            assert_eq!(Key::read(file), Err(KeyFault), "{file:?}");
        }
    }
}
