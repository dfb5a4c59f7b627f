//! Places and lines to turn to. They age faster than anything else here, so each says when a person last tried it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A place, line or page that helps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Such as `resource/night-line`.
    pub id: String,
    /// As it calls itself.
    pub name: String,
    /// Two capital letters, such as `US`, or `any`.
    pub country: String,
    /// Tags of the languages that are spoken there, such as `en`; at least one.
    pub languages: Vec<String>,
    /// Whom it helps, and with what.
    pub who_for: String,
    /// How it is reached.
    pub channel: Channel,
    /// The number, address or street. The only part of a course that holds one.
    pub contact: String,
    /// When someone is there.
    pub hours: String,
    /// The day on which a person tried it.
    pub verified_on: NaiveDate,
    /// Who did.
    pub verified_by: String,
    /// After this day it may have changed, and is shown as such.
    pub verify_by: NaiveDate,
    /// Where it is published, for whoever tries it the next time.
    pub source_url: Option<String>,
}

/// How a resource is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// A call.
    Phone,
    /// A text message.
    Text,
    /// A chat in a browser.
    Chat,
    /// A page to read.
    Web,
    /// A door to walk through.
    Place,
}
