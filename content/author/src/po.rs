//! Gettext PO files. What a translator or their tool wrote comes back as it stood: comments, flags, earlier texts (`#|`),
//! obsolete entries (`#~`), the order, and how long texts are wrapped.
//!
//! The format is that of the gettext manual, "The Format of PO Files".

use crate::fault::{Fault, Place, Source};
use crate::rule::Rule;
use std::fmt::Write;

/// A file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Catalog {
    pub entries: Vec<Entry>,
    /// Comments after the last entry.
    pub end: Vec<String>,
}

/// A text and what it became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// As they stand, from `#` on.
    pub comments: Vec<String>,
    pub context: Option<String>,
    pub id: String,
    /// What the text is where it speaks of more than one.
    pub plural: Option<String>,
    /// One, or one for each form of the plural.
    pub texts: Vec<String>,
    /// No longer in what is translated.
    pub obsolete: bool,
    /// From 1; 0 for an entry that no file has.
    pub line: usize,
    /// The lines of the file that are no comments. None where they have to be written anew.
    pub body: Vec<String>,
}

impl Catalog {
    /// The value of a field of the header, such as `Language`; empty where it is missing.
    pub fn header(&self, field: &str) -> &str {
        let header = self.entries.iter().find(|entry| entry.is_header()).and_then(|entry| entry.texts.first());
        let value = |line| str::strip_prefix(line, field)?.strip_prefix(':');
        header.and_then(|text| text.lines().find_map(value)).unwrap_or_default().trim()
    }

    /// The file.
    pub fn write(&self) -> String {
        let mut blocks: Vec<String> = self.entries.iter().map(Entry::write).collect();
        if !self.end.is_empty() {
            blocks.push(rows(&self.end));
        }
        blocks.join("\n")
    }
}

impl Entry {
    pub fn is_header(&self) -> bool {
        self.context.is_none() && self.id.is_empty() && !self.obsolete
    }

    /// Marked as not certain.
    pub fn is_fuzzy(&self) -> bool {
        let flags = self.comments.iter().filter_map(|comment| comment.strip_prefix("#,"));
        flags.flat_map(|flags| flags.split(',')).any(|flag| flag.trim() == "fuzzy")
    }

    /// The same entry, no longer in what is translated.
    pub fn gone(mut self) -> Self {
        self.comments.retain(|comment| !comment.starts_with("#:") && !comment.starts_with("#|"));
        Self { obsolete: true, body: Vec::new(), ..self }
    }

    /// The same entry, in what is translated again.
    pub fn living(self) -> Self {
        if self.obsolete { Self { obsolete: false, body: Vec::new(), ..self } } else { self }
    }

    fn write(&self) -> String {
        let mut lines = rows(&self.comments);
        if !self.body.is_empty() {
            return lines + &rows(&self.body);
        }
        let mut field = |name: &str, text: &str| {
            for line in format!("{name} {}", quoted(text)).lines() {
                // Writing to a text cannot fail.
                let _ = writeln!(lines, "{}{line}", if self.obsolete { "#~ " } else { "" });
            }
        };
        if let Some(context) = &self.context {
            field("msgctxt", context);
        }
        field("msgid", &self.id);
        let Some(plural) = &self.plural else {
            field("msgstr", self.texts.first().map_or("", String::as_str));
            return lines;
        };
        field("msgid_plural", plural);
        for (form, text) in self.texts.iter().enumerate() {
            field(&format!("msgstr[{form}]"), text);
        }
        lines
    }
}

fn rows(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

/// A text in quotation marks, one line of it a row.
pub(crate) fn quoted(text: &str) -> String {
    let escaped = |line: &str| {
        let line = line.replace('\\', "\\\\").replace('"', "\\\"").replace('\t', "\\t").replace('\r', "\\r");
        format!("\"{}\"", line.replace('\n', "\\n"))
    };
    let lines: Vec<String> = text.split_inclusive('\n').map(escaped).collect();
    match lines.as_slice() {
        [] => "\"\"".into(),
        [line] => line.clone(),
        lines => format!("\"\"\n{}", lines.join("\n")),
    }
}

/// The text of a row in quotation marks.
fn unquoted(row: &str) -> Option<String> {
    let row = row.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::new();
    let mut letters = row.chars();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '"' => return None,
            '\\' => match letters.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                same @ ('"' | '\\') => same,
                _ => return None,
            },
            letter => letter,
        });
    }
    Some(text)
}

/// Reads a file. The faults name lines that were left out.
pub(crate) fn read(source: &Source) -> (Catalog, Vec<Fault>) {
    let mut reader = Reader::default();
    for (index, line) in source.text().lines().enumerate() {
        if let Err(reason) = reader.take(index + 1, line.trim_end()) {
            let place = Place { file: source.name().into(), line: index + 1, column: 1 };
            reader.faults.push(Fault { place, reason: reason.into(), rule: Rule::Syntax });
        }
    }
    reader.finish();
    reader.all.end = reader.now.comments;
    (reader.all, reader.faults)
}

/// What a row in quotation marks goes on with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    #[default]
    None,
    Context,
    Id,
    Plural,
    Text(usize),
}

#[derive(Default)]
struct Reader {
    all: Catalog,
    now: Entry,
    field: Field,
    faults: Vec<Fault>,
}

impl Reader {
    fn take(&mut self, number: usize, line: &str) -> Result<(), &'static str> {
        let (obsolete, said) = match line.strip_prefix("#~") {
            Some(said) if !said.starts_with('|') => (true, said.trim_start()),
            _ => (false, line),
        };
        let (field, row) = match said.split_once(|after: char| after == '"' || after.is_whitespace()) {
            _ if said.is_empty() || said.starts_with('#') => (Field::None, ""),
            Some(("", _)) => (self.field, said),
            Some((name, _)) => {
                (named(name).ok_or("this is no line of a PO file")?, said.get(name.len()..).unwrap_or_default().trim())
            }
            None => return Err("this is no line of a PO file"),
        };
        let begins =
            field <= Field::Id && !said.starts_with('"') && !(field == Field::Id && self.field == Field::Context);
        if begins && self.field != Field::None {
            self.finish();
        }
        if said.is_empty() {
            return Ok(());
        }
        if field == Field::None {
            // A row that goes on with nothing is not a comment.
            return if said.starts_with('#') {
                self.now.comments.push(line.into());
                Ok(())
            } else {
                Err("this row stands alone")
            };
        }
        if field < self.field {
            return Err("this line stands in the wrong order");
        }
        let text = unquoted(row).ok_or("a quotation mark or a backslash is not right")?;
        if self.now.line == 0 {
            self.now.line = number;
        }
        self.now.obsolete |= obsolete;
        self.now.body.push(line.into());
        self.field = field;
        self.put(field, &text)
    }

    fn put(&mut self, field: Field, text: &str) -> Result<(), &'static str> {
        match field {
            Field::None => {}
            Field::Context => self.now.context.get_or_insert_default().push_str(text),
            Field::Id => self.now.id.push_str(text),
            Field::Plural => self.now.plural.get_or_insert_default().push_str(text),
            Field::Text(form) if form > self.now.texts.len() => {
                return Err("a form of the plural is missing before this one");
            }
            Field::Text(form) => {
                if form == self.now.texts.len() {
                    self.now.texts.push(String::new());
                }
                if let Some(now) = self.now.texts.get_mut(form) {
                    now.push_str(text);
                }
            }
        }
        Ok(())
    }

    fn finish(&mut self) {
        if self.field == Field::None {
            return;
        }
        self.all.entries.push(std::mem::take(&mut self.now));
        self.field = Field::None;
    }
}

fn named(field: &str) -> Option<Field> {
    Some(match field {
        "msgctxt" => Field::Context,
        "msgid" => Field::Id,
        "msgid_plural" => Field::Plural,
        "msgstr" => Field::Text(0),
        _ => Field::Text(field.strip_prefix("msgstr[")?.strip_suffix(']')?.parse().ok()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (Catalog, Vec<String>) {
        let (catalog, faults) = read(&Source::new("t.po", text));
        (catalog, faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_hard_file_comes_back_byte_for_byte() {
        let text = include_str!("../tests/locale/hard.po");
        let (catalog, faults) = parsed(text);
        assert_eq!(faults, [""; 0]);
        assert_eq!(catalog.write(), text);
        let count = |is: fn(&Entry) -> bool| catalog.entries.iter().filter(|entry| is(entry)).count();
        assert_eq!((count(Entry::is_header), count(Entry::is_fuzzy), count(|entry| entry.obsolete)), (1, 1, 2));
        assert_eq!(catalog.header("Language"), "sw");
        assert_eq!(catalog.header("X-Nothing"), "");
    }

    #[test]
    fn what_is_written_anew_reads_the_same() {
        let (mut catalog, _) = parsed(include_str!("../tests/locale/hard.po"));
        for entry in &mut catalog.entries {
            entry.body.clear();
        }
        let (again, faults) = parsed(&catalog.write());
        assert_eq!(faults, [""; 0]);
        let texts = |catalog: &Catalog| -> Vec<_> {
            let all = catalog.entries.iter().cloned();
            all.map(|entry| (entry.comments, entry.context, entry.id, entry.plural, entry.texts, entry.obsolete))
                .collect()
        };
        assert_eq!(texts(&again), texts(&catalog));
    }

    #[test]
    fn broken_lines_are_named_and_the_rest_is_read() {
        for (text, fault) in [
            ("msgid \"a\"\nmsgtr \"b\"\nmsgstr \"c\"\n", "t.po:2:1: this is no line of a PO file"),
            ("msgid \"a\nmsgid \"b\"\nmsgstr \"c\"\n", "t.po:1:1: a quotation mark or a backslash is not right"),
            ("\"a\"\n", "t.po:1:1: this row stands alone"),
            ("msgid \"a\"\nmsgstr[1] \"b\"\n", "t.po:2:1: a form of the plural is missing before this one"),
            ("msgid \"a\"\nmsgstr \"\\q\"\n", "t.po:2:1: a quotation mark or a backslash is not right"),
            ("msgid \"a\"\nmsgstr \"b\"\nmsgid_plural \"c\"\n", "t.po:3:1: this line stands in the wrong order"),
        ] {
            assert_eq!(parsed(text).1, [format!("{fault} [syntax]")], "{text}");
        }
        let (catalog, _) = parsed("msgid \"a\nmsgid \"b\"\nmsgstr \"c\"\n");
        assert_eq!((catalog.entries[0].id.as_str(), catalog.entries[0].texts[0].as_str()), ("b", "c"));
    }
}
