//! From the texts of today to the files of translators: the template, and what becomes of a translation that is there.
//!
//! Nothing is guessed: a text is known by its id and its English. Where the one text of an id was changed, its translation is
//! kept beside the earlier English, marked as not certain.

use crate::po::{Catalog, Entry, quoted};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

const HEADER: &str = "\
Project-Id-Version: saywell
PO-Revision-Date: 
Last-Translator: 
Language-Team: 
Language: 
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
Plural-Forms: nplurals=2; plural=(n != 1);
X-Language-Name: 
X-Language-Aliases: 
";

type Key = (String, String);

fn key(entry: &Entry) -> Key {
    (entry.context.clone().unwrap_or_default(), entry.id.clone())
}

/// The template. The lines of a dialogue share their id; the same line said twice is translated once.
pub(crate) fn template(texts: &[Text]) -> Catalog {
    let mut places: BTreeMap<Key, Vec<String>> = BTreeMap::new();
    let mut order: Vec<&Text> = Vec::new();
    for text in texts {
        let all = places.entry((text.context.clone(), text.english.clone())).or_insert_with(|| {
            order.push(text);
            Vec::new()
        });
        all.push(shown(text));
    }
    let entry = |text: &Text| {
        let places = places.get(&(text.context.clone(), text.english.clone())).map(|all| all.join(" "));
        Entry {
            comments: vec![format!("#: {}", places.unwrap_or_default())],
            context: Some(text.context.clone()),
            id: text.english.clone(),
            plural: text.plural.clone(),
            texts: vec![String::new(); if text.plural.is_some() { 2 } else { 1 }],
            ..Entry::default()
        }
    };
    let header = Entry { texts: vec![HEADER.into()], ..Entry::default() };
    Catalog { entries: std::iter::once(header).chain(order.into_iter().map(entry)).collect(), end: Vec::new() }
}

/// Where a text stands, from the folder that holds `course/` and `locale/`, where translators work.
fn shown(text: &Text) -> String {
    let file = &text.place.file;
    let file = file.strip_prefix("content/").map_or_else(|| format!("../{file}"), Into::into);
    format!("{file}:{}", text.place.line)
}

/// A translation with the texts of `template`, in their order; what is gone stands at the end.
pub(crate) fn updated(old: Catalog, template: &Catalog) -> Catalog {
    let (header, rest): (Vec<Entry>, Vec<Entry>) = old.entries.into_iter().partition(Entry::is_header);
    let fresh = template.entries.iter().filter(|entry| !entry.is_header());
    let today: BTreeSet<Key> = fresh.clone().map(key).collect();
    let (obsolete, living): (Vec<Entry>, Vec<Entry>) =
        rest.into_iter().partition(|entry| entry.obsolete && !today.contains(&key(entry)));
    let mut kept = Kept::of(living, fresh.clone());
    let header = header.into_iter().next().or_else(|| template.entries.first().cloned());
    let mut entries: Vec<Entry> = header.into_iter().chain(fresh.map(|fresh| kept.take(fresh))).collect();
    entries.extend(kept.gone());
    entries.extend(obsolete);
    Catalog { entries, end: old.end }
}

/// The entries of a translation that were not yet taken over.
struct Kept {
    /// In the order of the file.
    entries: Vec<Option<Entry>>,
    /// Where each one stands.
    by_key: BTreeMap<Key, usize>,
    /// The one whose English has changed, by id.
    changed: BTreeMap<String, usize>,
}

impl Kept {
    fn of<'a>(entries: Vec<Entry>, fresh: impl Iterator<Item = &'a Entry> + Clone) -> Self {
        let today: BTreeSet<Key> = fresh.clone().map(key).collect();
        let by_key: BTreeMap<Key, usize> =
            entries.iter().enumerate().rev().map(|(at, entry)| (key(entry), at)).collect();
        let new = count(fresh.map(key).filter(|key| !by_key.contains_key(key)));
        let lost = entries.iter().enumerate().filter(|(_, entry)| !today.contains(&key(entry)) && is_said(entry));
        let many = count(lost.clone().map(|(_, entry)| key(entry)));
        let one = |id: &String| new.get(id) == Some(&1) && many.get(id) == Some(&1);
        let changed = lost.map(|(at, entry)| (key(entry).0, at)).filter(|(id, _)| one(id)).collect();
        Self { entries: entries.into_iter().map(Some).collect(), by_key, changed }
    }

    /// The entry of today's text.
    fn take(&mut self, fresh: &Entry) -> Entry {
        let id = fresh.context.clone().unwrap_or_default();
        let same = self.by_key.get(&(id.clone(), fresh.id.clone()));
        let at = same.or_else(|| self.changed.get(&id)).copied();
        let Some(old) = at.and_then(|at| self.entries.get_mut(at)).and_then(Option::take) else { return fresh.clone() };
        let comments = comments(&old, fresh);
        if old.id == fresh.id && old.plural == fresh.plural {
            Entry { comments, ..old.living() }
        } else if old.plural.is_some() == fresh.plural.is_some() {
            Entry { comments: unsure(comments, &old), texts: old.texts, ..fresh.clone() }
        } else {
            Entry { comments, ..fresh.clone() }
        }
    }

    fn gone(self) -> impl Iterator<Item = Entry> {
        self.entries.into_iter().flatten().filter(is_said).map(Entry::gone)
    }
}

fn count(keys: impl Iterator<Item = Key>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    keys.for_each(|(id, _)| *counts.entry(id).or_default() += 1);
    counts
}

fn is_said(entry: &Entry) -> bool {
    entry.texts.iter().any(|text| !text.is_empty())
}

/// What the translator has noted, with the places of today before the flags.
fn comments(old: &Entry, fresh: &Entry) -> Vec<String> {
    let ours = |comment: &&String| comment.starts_with("#:") || comment.starts_with("#.");
    let (flags, notes): (Vec<String>, Vec<String>) = old
        .comments
        .iter()
        .filter(|comment| !ours(comment))
        .cloned()
        .partition(|comment| comment.starts_with("#,") || comment.starts_with("#|"));
    [notes, fresh.comments.clone(), flags].concat()
}

/// The same, marked as not certain, with the English that was translated.
fn unsure(mut comments: Vec<String>, old: &Entry) -> Vec<String> {
    if !old.is_fuzzy() {
        comments.retain(|comment| !comment.starts_with("#|"));
        match comments.iter_mut().find(|comment| comment.starts_with("#,")) {
            Some(flags) => flags.insert_str(2, " fuzzy,"),
            None => comments.push("#, fuzzy".into()),
        }
    }
    if !comments.iter().any(|comment| comment.starts_with("#|")) {
        comments.extend(earlier("msgid", &old.id));
        comments.extend(old.plural.iter().flat_map(|plural| earlier("msgid_plural", plural)));
    }
    comments
}

fn earlier(field: &str, text: &str) -> Vec<String> {
    format!("{field} {}", quoted(text)).lines().map(|line| format!("#| {line}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::{Place, Source};
    use crate::po;
    use crate::text::{Seen, Shape};

    fn text(context: &str, english: &str) -> Text {
        let place = Place { file: "content/course/a.toml".into(), line: 7, column: 1 };
        Text {
            context: context.into(),
            english: english.into(),
            plural: None,
            place,
            shape: Shape::Plain,
            seen: Seen::Inside,
        }
    }

    fn after(old: &str, texts: &[Text]) -> String {
        let (old, faults) = po::read(&Source::new("t.po", old));
        assert_eq!(faults, []);
        updated(old, &template(texts)).write()
    }

    const HEAD: &str = "# Of the translator\nmsgid \"\"\nmsgstr \"Language: es\\n\"\n";

    #[test]
    fn what_did_not_change_stays_as_the_tool_wrapped_it() {
        let old = format!(
            "{HEAD}\n#  A note\n#: course/old.toml:1\n#, no-wrap\nmsgctxt \"a#text\"\nmsgid \"\"\n\"One \"\n\"two\"\nmsgstr \"Uno dos\"\n"
        );
        let new = old.replace("course/old.toml:1", "course/a.toml:7");
        assert_eq!(after(&old, &[text("a#text", "One two")]), new);
        assert_eq!(after(&new, &[text("a#text", "One two")]), new, "twice is once");
    }

    #[test]
    fn a_changed_text_keeps_its_translation_as_uncertain() {
        let old = format!("{HEAD}\n# A note\nmsgctxt \"a#text\"\nmsgid \"Old\"\nmsgstr \"Viejo\"\n");
        let new = format!(
            "{HEAD}\n# A note\n#: course/a.toml:7\n#, fuzzy\n#| msgid \"Old\"\nmsgctxt \"a#text\"\nmsgid \"New\"\nmsgstr \"Viejo\"\n"
        );
        assert_eq!(after(&old, &[text("a#text", "New")]), new);
        // What was translated once stays named, however often the English changes.
        assert_eq!(after(&new, &[text("a#text", "Newer")]), new.replace("\"New\"", "\"Newer\""));
    }

    #[test]
    fn where_two_could_be_meant_nothing_is_guessed() {
        let old = format!(
            "{HEAD}\nmsgctxt \"a#say\"\nmsgid \"Yes\"\nmsgstr \"Sí\"\n\nmsgctxt \"a#say\"\nmsgid \"No\"\nmsgstr \"No\"\n"
        );
        let new = after(&old, &[text("a#say", "Yes"), text("a#say", "Maybe"), text("a#say", "Never")]);
        assert!(new.contains("msgid \"Yes\"\nmsgstr \"Sí\"") && new.contains("msgid \"Maybe\"\nmsgstr \"\""), "{new}");
        assert!(
            new.ends_with("\n#~ msgctxt \"a#say\"\n#~ msgid \"No\"\n#~ msgstr \"No\"\n") && !new.contains("fuzzy"),
            "{new}"
        );
    }

    #[test]
    fn a_line_that_comes_back_is_there_as_it_was_left() {
        let old = format!("{HEAD}\n#~ msgctxt \"a#say\"\n#~ msgid \"No\"\n#~ msgstr \"No\"\n");
        let gone = "#~ msgctxt \"a#say\"\n#~ msgid \"No\"\n#~ msgstr \"No\"\n";
        let new = after(&old, &[text("b#say", "Yes")]);
        assert!(new.ends_with(gone), "{new}");
        let again = after(&new, &[text("a#say", "No")]);
        assert_eq!(again, format!("{HEAD}\n#: course/a.toml:7\n{}", gone.replace("#~ ", "")));
    }
}
