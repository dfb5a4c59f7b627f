//! Opening.

use crate::{Progress, SaywellError};
use saywell_core::{Engine, Key};
use std::sync::Arc;

/// The whole app behind one object. Opened once, kept as long as the process lives.
#[derive(uniffi::Object)]
pub struct Saywell(Arc<Engine>);

#[uniffi::export]
impl Saywell {
    /// Opens, creates or upgrades the encrypted file at `path`. The key is 32 bytes that the platform keeps.
    #[uniffi::constructor]
    pub fn open(path: String, key: Vec<u8>) -> Result<Self, SaywellError> {
        let key = key.as_slice().try_into().map_err(|_| NO_KEY)?;
        Ok(Self(Arc::new(Engine::open(path.as_ref(), &Key::new(key), saywell_core::course()?)?)))
    }

    /// What Home shows, and the hour at which a day begins.
    pub fn progress(&self) -> Progress {
        Progress(self.0.clone())
    }
}

const NO_KEY: SaywellError = SaywellError::Invalid { field: "key", reason: "is 32 bytes" };
