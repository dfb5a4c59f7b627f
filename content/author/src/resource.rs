//! Places and lines to turn to, as a programme fills them in. Numbers and addresses stand here and nowhere else in a
//! course, each with the day on which somebody tried it.

use crate::desk::Desk;
use crate::rule::Rule;
use crate::table::{Table, Value};
use crate::text::{Part, Tone};
use chrono::{Months, NaiveDate};
use saywell_content::{Channel, Resource};

const CHANNELS: [(&str, Channel); 5] = [
    ("phone", Channel::Phone),
    ("text", Channel::Text),
    ("chat", Channel::Chat),
    ("web", Channel::Web),
    ("place", Channel::Place),
];
/// After a year nobody knows any more.
const MONTHS: Months = Months::new(12);

/// A file of `resource/`.
pub(crate) fn file(file: &mut Table, desk: &mut Desk) -> Vec<Resource> {
    file.each("resource", desk, resource)
}

fn resource(table: &mut Table, desk: &mut Desk) -> Resource {
    let id = desk.part_id(table, "resource");
    let part = Part::new(&id);
    let name = desk.plain(table, "name", &part.in_tone(Tone::Name));
    let country = shaped(table, "country", desk, is_country, "two capital letters, such as \"US\", or \"any\"");
    let who_for = desk.plain(table, "who_for", &part);
    let channel = channel(table, desk);
    let contact = contact(table, channel, desk);
    let hours = desk.plain(table, "hours", &part);
    let (verified_on, verify_by) = days(table, desk);
    let source = table.value("source_url");
    let source_url = source.and_then(|value| address(value, "source_url", desk));
    Resource {
        id,
        name,
        country,
        languages: languages(table, desk),
        who_for,
        channel: channel.unwrap_or(Channel::Place),
        contact,
        hours,
        verified_on,
        verified_by: table.text("verified_by", desk).unwrap_or_default().trim().into(),
        verify_by,
        source_url,
    }
}

fn is_country(country: &str) -> bool {
    country == "any" || (country.len() == 2 && country.bytes().all(|letter| letter.is_ascii_uppercase()))
}

/// A language tag, as far as one can tell by its looks.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let plain = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_alphanumeric());
    (2..=3).contains(&first.len()) && first.bytes().all(|letter| letter.is_ascii_lowercase()) && parts.all(plain)
}

fn languages(table: &mut Table, desk: &mut Desk) -> Vec<String> {
    let Some(value) = table.need("languages", desk) else { return Vec::new() };
    let tags = value.list(desk);
    if tags.is_empty() && value.is_list() {
        desk.fault(value.place(), Rule::Resource, "`languages` is empty");
    }
    let mut languages = Vec::new();
    for tag in tags {
        let Some(language) = tag.text(desk) else { continue };
        if !is_language(language) {
            desk.fault(
                tag.place(),
                Rule::Resource,
                format!("`{language}` is no language tag such as \"en\" or \"pt-BR\""),
            );
        }
        languages.push(language.into());
    }
    languages
}

fn channel(table: &mut Table, desk: &mut Desk) -> Option<Channel> {
    let value = table.need("channel", desk)?;
    let name = value.text(desk)?;
    let channel = CHANNELS.iter().find(|(known, _)| *known == name).map(|(_, channel)| *channel);
    if channel.is_none() {
        desk.fault(value.place(), Rule::Value, "`channel` is phone, text, chat, web or place");
    }
    channel
}

/// What the channel needs: a number, an address, or a street.
fn contact(table: &mut Table, channel: Option<Channel>, desk: &mut Desk) -> String {
    let Some(value) = table.need("contact", desk) else { return String::new() };
    let contact = value.text(desk).unwrap_or_default().trim();
    let digits = contact.bytes().filter(u8::is_ascii_digit).count();
    let dials = |letter: char| letter.is_ascii_digit() || " +-.()#*".contains(letter);
    match channel {
        Some(Channel::Phone) if digits < 3 || !contact.chars().all(dials) => {
            desk.fault(value.place(), Rule::Resource, "`contact` of a phone is its number alone");
        }
        Some(Channel::Text) if digits < 3 => {
            desk.fault(
                value.place(),
                Rule::Resource,
                "`contact` of a text line is its number, with the word to send if there is one",
            );
        }
        Some(Channel::Chat | Channel::Web) => {
            address(value, "contact", desk);
        }
        _ => {}
    }
    contact.into()
}

fn address(value: Value, key: &str, desk: &mut Desk) -> Option<String> {
    let address = value.text(desk)?.trim();
    let host = address.strip_prefix("https://").unwrap_or_default();
    if host.is_empty() || host.contains(char::is_whitespace) {
        desk.fault(value.place(), Rule::Resource, format!("`{key}` is an address that begins with https://"));
    }
    Some(address.into())
}

/// The day it was tried, and the day by which to try it again.
fn days(table: &mut Table, desk: &mut Desk) -> (NaiveDate, NaiveDate) {
    let verified_on = table.need("verified_on", desk).and_then(|value| value.day(desk));
    let by = table.need("verify_by", desk);
    let verify_by = by.and_then(|value| value.day(desk));
    if let (Some(value), Some(on), Some(day)) = (by, verified_on, verify_by)
        && !(on < day && on.checked_add_months(MONTHS).is_some_and(|last| day <= last))
    {
        desk.fault(value.place(), Rule::Resource, "`verify_by` comes after `verified_on`, and within 12 months");
    }
    (verified_on.unwrap_or_default(), verify_by.unwrap_or_default())
}

fn shaped(table: &mut Table, key: &'static str, desk: &mut Desk, fits: fn(&str) -> bool, what: &str) -> String {
    let Some(value) = table.need(key, desk) else { return String::new() };
    let word = value.text(desk).unwrap_or_default();
    if !word.is_empty() && !fits(word) {
        desk.fault(value.place(), Rule::Resource, format!("`{key}` is {what}"));
    }
    word.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags() {
        assert!(["en", "pt-BR", "zh-Hant", "fil", "es-419"].into_iter().all(is_language));
        assert!(!["English", "EN", "e", "en_GB", "en-", ""].into_iter().any(is_language));
    }

    #[test]
    fn countries() {
        assert!(["US", "any"].into_iter().all(is_country));
        assert!(!["us", "USA", "", "Any"].into_iter().any(is_country));
    }
}
