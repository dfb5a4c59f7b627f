//! What a reminder can say. It stands on a lock screen, perhaps before someone who must not know: it could come from any app.

use crate::desk::Desk;
use crate::rule::Rule;
use crate::table::Table;
use crate::text::{Part, Seen};
use crate::words::Words;
use saywell_content::ReminderText;

/// Longer texts are cut off on a small screen.
const LONGEST: usize = 40;
const SIGNS: [char; 6] = [' ', '.', ',', '?', '\'', '¿'];

/// `reminder/texts.toml`
pub(crate) fn texts(file: &mut Table, desk: &mut Desk) -> Vec<ReminderText> {
    let texts = file.each("text", desk, text);
    if texts.is_empty() {
        file.missing(Rule::MissingKey, "there is at least one reminder text", desk);
    }
    texts
}

fn text(table: &mut Table, desk: &mut Desk) -> ReminderText {
    let id = desk.part_id(table, "reminder");
    let said = table.need("text", desk);
    let text = said.map(|value| desk.plain_of(value, "text", &Part::new(&id))).unwrap_or_default();
    desk.seen(Seen::LockScreen);
    if let Some((value, (rule, reason))) = said.zip(tells(&text, &desk.words)) {
        desk.fault(value.place(), rule, reason);
    }
    ReminderText { id, text }
}

/// What is wrong with a reminder, if anything.
pub(crate) fn tells(text: &str, words: &Words) -> Option<(Rule, String)> {
    let length = text.chars().count();
    if let Some(word) = words.tells(text) {
        return Some((Rule::ReminderTells, format!("`{word}` tells too much: a reminder stands on a lock screen")));
    }
    if let Some(sign) = text.chars().find(|letter| !letter.is_alphabetic() && !SIGNS.contains(letter)) {
        return Some((Rule::Reminder, format!("`{sign}`: a reminder is plain words without numbers and pictures")));
    }
    (length > LONGEST).then(|| (Rule::Reminder, format!("a reminder of {length} letters; {LONGEST} is the most")))
}
