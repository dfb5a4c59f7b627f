//! The sentences of the phone apps, which are translated in the same file as the course.
//!
//! `app#<name>` is a string of the Android app; the iOS app has it too, unless its English differs. `app-ios#<key>` is one that
//! only iPhones show. Here they are read and written; how a phone picks them is the phone's.

mod android;
mod ios;

pub(crate) use android::resources;
pub(crate) use ios::catalogs;

use crate::fault::{Fault, Place};
use crate::text::{Seen, Shape, Text};
use std::path::Path;

/// All sentences of both apps, Android's first; none where `home` stands in no repository of apps.
pub(crate) fn texts(home: &Path) -> Result<Vec<Text>, Vec<Fault>> {
    let root = home.parent().unwrap_or(home);
    let android = android::texts(root)?;
    let ios = ios::texts(root, &android)?;
    Ok([android, ios].concat())
}

fn text(context: String, english: String, plural: Option<String>, place: Place) -> Text {
    Text { context, english, plural, place, shape: Shape::App, seen: Seen::Inside }
}
