//! TOML that remembers where each value stands and which keys nobody asked for.

use crate::desk::Desk;
use crate::fault::{Place, Source};
use crate::near::near;
use crate::quoted;
use crate::rule::Rule;
use chrono::NaiveDate;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value, and the name under which an author knows it.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    source: &'a Source,
    name: &'a str,
    spanned: &'a Spanned<DeValue<'a>>,
}

impl<'a> Value<'a> {
    pub fn place(&self) -> Place {
        self.source.place(self.spanned.span().start)
    }

    /// The place of byte `at` of the text that this value is.
    pub fn place_in(&self, at: usize) -> Place {
        let span = self.spanned.span();
        let raw = self.source.text().get(span.clone()).unwrap_or_default();
        self.source.place(span.start + quoted::offset(raw, at))
    }

    pub fn is_text(&self) -> bool {
        self.spanned.get_ref().is_str()
    }

    /// A text without a letter.
    pub fn is_blank(&self) -> bool {
        self.spanned.get_ref().as_str().is_some_and(|text| text.trim().is_empty())
    }

    pub fn is_list(&self) -> bool {
        self.spanned.get_ref().is_array()
    }

    /// A text that is not empty.
    pub fn text(&self, desk: &mut Desk) -> Option<&'a str> {
        match self.spanned.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                desk.fault(self.place(), Rule::Value, format!("`{}` is empty", self.name));
                None
            }
            DeValue::String(text) => Some(text),
            _ => self.unlike("a text", desk),
        }
    }

    pub fn number(&self, desk: &mut Desk) -> Option<u16> {
        match self.spanned.get_ref() {
            DeValue::Integer(number) => match u16::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => Some(number),
                Err(_) => self.unlike("a number from 0 to 65535", desk),
            },
            _ => self.unlike("a number", desk),
        }
    }

    pub fn flag(&self, desk: &mut Desk) -> Option<bool> {
        self.spanned.get_ref().as_bool().or_else(|| self.unlike("true or false", desk))
    }

    pub fn day(&self, desk: &mut Desk) -> Option<NaiveDate> {
        let date = self.spanned.get_ref().as_datetime().filter(|moment| moment.time.is_none()).and_then(|day| day.date);
        date.and_then(|day| NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()))
            .or_else(|| self.unlike("a day such as 2026-11-23, without quotes", desk))
    }

    pub fn list(&self, desk: &mut Desk) -> Vec<Self> {
        match self.spanned.get_ref() {
            DeValue::Array(list) => {
                list.iter().map(|spanned| Value { source: self.source, name: self.name, spanned }).collect()
            }
            _ => self.unlike("a list", desk).unwrap_or_default(),
        }
    }

    pub fn table(&self, desk: &mut Desk) -> Option<Table<'a>> {
        match self.spanned.get_ref() {
            DeValue::Table(table) => Some(Table::new(self.source, table, self.spanned.span())),
            _ => self.unlike("a table", desk),
        }
    }

    fn unlike<T>(&self, want: &str, desk: &mut Desk) -> Option<T> {
        // Where the syntax is broken the parser goes on with a value of its own, which stands nowhere.
        if self.spanned.span().is_empty() {
            return None;
        }
        let have = match self.spanned.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "this number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "this day or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        desk.fault(self.place(), Rule::Value, format!("`{}` must be {want}, not {have}", self.name));
        None
    }
}

/// A table; [`Table::close`] names the keys that nobody asked for.
pub(crate) struct Table<'a> {
    source: &'a Source,
    values: &'a DeTable<'a>,
    span: Range<usize>,
    asked: Vec<&'static str>,
    forgiven: bool,
}

impl<'a> Table<'a> {
    pub fn new(source: &'a Source, values: &'a DeTable<'a>, span: Range<usize>) -> Self {
        Self { source, values, span, asked: Vec::new(), forgiven: false }
    }

    pub fn value(&mut self, key: &'static str) -> Option<Value<'a>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        let spanned = self.values.get(key)?;
        Some(Value { source: self.source, name: key, spanned })
    }

    /// The value under a key that may not be left out.
    pub fn need(&mut self, key: &'static str, desk: &mut Desk) -> Option<Value<'a>> {
        let value = self.value(key);
        if value.is_none() {
            self.missing(Rule::MissingKey, &format!("`{key}` is missing"), desk);
        }
        value
    }

    pub fn text(&mut self, key: &'static str, desk: &mut Desk) -> Option<&'a str> {
        self.need(key, desk)?.text(desk)
    }

    pub fn number(&mut self, key: &'static str, desk: &mut Desk) -> Option<u16> {
        self.need(key, desk)?.number(desk)
    }

    /// False where it is left out.
    pub fn flag(&mut self, key: &'static str, desk: &mut Desk) -> bool {
        self.value(key).and_then(|value| value.flag(desk)).unwrap_or_default()
    }

    /// Empty where it is left out.
    pub fn list(&mut self, key: &'static str, desk: &mut Desk) -> Vec<Value<'a>> {
        self.value(key).map(|value| value.list(desk)).unwrap_or_default()
    }

    /// The tables under `key`, each given to `read` and closed after it.
    pub fn each<T>(
        &mut self,
        key: &'static str,
        desk: &mut Desk,
        mut read: impl FnMut(&mut Table<'a>, &mut Desk) -> T,
    ) -> Vec<T> {
        let list = self.list(key, desk);
        list.into_iter().filter_map(|value| value.table(desk).map(|table| table.read(desk, &mut read))).collect()
    }

    /// Gives the table to `read` and closes it.
    pub fn read<T>(mut self, desk: &mut Desk, read: impl FnOnce(&mut Self, &mut Desk) -> T) -> T {
        let made = read(&mut self, desk);
        self.close(desk);
        made
    }

    /// All keys with their places and values, for a table whose keys are names that the author gave.
    pub fn entries(&self) -> Vec<(&'a str, Place, Value<'a>)> {
        let entry = |(key, spanned): (&'a Spanned<_>, _)| {
            let name: &'a str = AsRef::<str>::as_ref(key.get_ref());
            (name, self.source.place(key.span().start), Value { source: self.source, name, spanned })
        };
        self.values.iter().map(entry).collect()
    }

    /// After a fault that makes the other keys meaningless.
    pub fn forgive(&mut self) {
        self.forgiven = true;
    }

    pub fn has(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// Where the table begins.
    pub fn start(&self) -> Place {
        self.source.place(self.span.start)
    }

    pub fn fault(&self, rule: Rule, reason: impl Into<String>, desk: &mut Desk) {
        desk.fault(self.start(), rule, reason);
    }

    /// A fault that says no more than the syntax faults of a file that could be read only in part.
    pub fn missing(&self, rule: Rule, reason: &str, desk: &mut Desk) {
        if !self.is_torn(desk) {
            self.fault(rule, reason, desk);
        }
    }

    /// Whether what is missing here may only be unread.
    pub fn is_torn(&self, desk: &Desk) -> bool {
        desk.is_torn(self.source.name())
    }

    fn close(self, desk: &mut Desk) {
        for (key, place, _) in self.entries() {
            if !self.forgiven && !self.asked.contains(&key) {
                let hint = near(key, self.asked.iter().copied()).map_or_else(
                    || format!("known: {}", self.asked.join(", ")),
                    |meant| format!("did you mean `{meant}`?"),
                );
                desk.fault(place, Rule::UnknownKey, format!("`{key}` is not known here; {hint}"));
            }
        }
    }
}
