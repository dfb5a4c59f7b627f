//! String Catalogs of iOS.

use super::text;
use crate::fault::{Fault, Place};
use crate::rule::Rule;
use crate::text::Text;
use crate::translation::{Fitting, Translation};
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use serde_json::{Map, Value, json};
use std::io;
use std::path::{Path, PathBuf};

const FOLDER: &str = "ios/SaywellKit/Sources/AppUI/resources/words";

/// A catalog.
struct Table {
    /// From the root of the repository.
    name: String,
    whole: Value,
}

/// The sentences of the String Catalogs that Android does not have in the same words.
pub(crate) fn texts(root: &Path, android: &[Text]) -> Result<Vec<Text>, Vec<Fault>> {
    let mut texts = Vec::new();
    for table in tables(root)? {
        for (key, english) in table.english() {
            if shared(android, key, &english).is_none() {
                let place = Place { file: table.name.clone(), line: 1, column: 1 };
                let mut forms = english.into_iter();
                texts.push(text(format!("app-ios#{key}"), forms.next().unwrap_or_default(), forms.next(), place));
            }
        }
    }
    Ok(texts)
}

/// The catalogs with a language put in: each file, from the repository, and what it holds. What is not translated says so to
/// Xcode, and is English.
pub(crate) fn catalogs(
    home: &Path,
    translation: &Translation,
    fitting: &Fitting,
    texts: &[Text],
) -> Result<Vec<(PathBuf, String)>, Vec<Fault>> {
    let mut catalogs = Vec::new();
    for mut table in tables(home.parent().unwrap_or(home))? {
        let english: Vec<(String, Vec<String>)> =
            table.english().map(|(key, english)| (key.clone(), english)).collect();
        for (key, english) in english {
            let Some(Value::Object(said)) = table.whole.pointer_mut(&format!("/strings/{key}/localizations")) else {
                continue;
            };
            said.insert(translation.tag.clone(), localized(translation, fitting, texts, &key, &english));
        }
        let written = written(&table.whole)
            .map_err(|error| vec![Fault::in_file(&table.name, Rule::Syntax, error.to_string())])?;
        catalogs.push((table.name.into(), written));
    }
    Ok(catalogs)
}

fn tables(root: &Path) -> Result<Vec<Table>, Vec<Fault>> {
    let there = std::fs::read_dir(root.join(FOLDER)).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        there.filter(|file| file.extension().is_some_and(|ending| ending == "xcstrings")).collect();
    files.sort();
    let (mut tables, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        let name = format!("{FOLDER}/{}", file.file_name().unwrap_or_default().to_string_lossy());
        let read = std::fs::read(&file).map_err(|error| error.to_string());
        match read.and_then(|bytes| serde_json::from_slice(&bytes).map_err(|error| error.to_string())) {
            Ok(whole) => tables.push(Table { name, whole }),
            Err(reason) => faults.push(Fault::in_file(&name, Rule::Syntax, reason)),
        }
    }
    if faults.is_empty() { Ok(tables) } else { Err(faults) }
}

impl Table {
    /// The English of each key: one text, or the one for one and the one for others; with the arguments as Android writes them.
    fn english(&self) -> impl Iterator<Item = (&String, Vec<String>)> {
        let strings = self.whole.get("strings").and_then(Value::as_object).into_iter().flatten();
        strings.filter_map(|(key, entry)| {
            let english = entry.pointer("/localizations/en")?;
            let value = |at: &str| english.pointer(at).and_then(Value::as_str).map(from_ios);
            let form = |category: &str| value(&format!("/variations/plural/{category}/stringUnit/value"));
            let forms = value("/stringUnit/value").map(|text| vec![text]);
            Some((key, forms.or_else(|| Some(vec![form("one")?, form("other")?]))?))
        })
    }
}

/// The sentence of Android with the same key and the same words.
fn shared<'a>(android: &'a [Text], key: &str, english: &[String]) -> Option<&'a Text> {
    let context = format!("app#{key}");
    let forms =
        |text: &Text| [Some(text.english.clone()), text.plural.clone()].into_iter().flatten().collect::<Vec<_>>();
    android.iter().find(|text| text.context == context && forms(text) == english)
}

/// What a catalog holds for a language.
fn localized(translation: &Translation, fitting: &Fitting, texts: &[Text], key: &str, english: &[String]) -> Value {
    let context = if shared(texts, key, english).is_some() { "app" } else { "app-ios" };
    let id = (format!("{context}#{key}"), english.first().cloned().unwrap_or_default());
    let (state, forms) = match fitting.texts.get(&id) {
        Some(forms) => ("translated", forms.as_slice()),
        None => ("needs_review", english),
    };
    let unit = |said: &String| json!({ "stringUnit": { "state": state, "value": to_ios(said) } });
    let [_, last] = english else { return forms.first().map_or(Value::Null, unit) };
    let english_categories = ["one".to_owned(), "other".to_owned()];
    let categories = if state == "translated" { translation.plural_categories() } else { english_categories.into() };
    let mut plural: Map<String, Value> =
        categories.into_iter().zip(forms).map(|(category, said)| (category, unit(said))).collect();
    plural.entry("other").or_insert_with(|| unit(forms.last().unwrap_or(last)));
    json!({ "variations": { "plural": plural } })
}

fn from_ios(said: &str) -> String {
    said.replace("$@", "$s").replace("$lld", "$d")
}

fn to_ios(said: &str) -> String {
    said.replace("$s", "$@").replace("$d", "$lld")
}

/// As Xcode writes it: a blank on both sides of a colon.
fn written(whole: &Value) -> Result<String, serde_json::Error> {
    let mut bytes = Vec::new();
    whole.serialize(&mut Serializer::with_formatter(&mut bytes, Xcode(PrettyFormatter::new())))?;
    bytes.push(b'\n');
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

struct Xcode(PrettyFormatter<'static>);

impl Formatter for Xcode {
    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b" : ")
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}
