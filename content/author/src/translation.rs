//! A translation: a PO file held against the texts that it translates.
//!
//! What does not fit is left out and counted, and the English stands there instead: a translation never stops a build. A
//! text is known by its id and its English, so that one whose English has changed falls out by itself.

use crate::fault::{Fault, Place, Source};
use crate::markup::{self, Markup};
use crate::po::{self, Catalog, Entry};
use crate::reminder;
use crate::rule::Rule;
use crate::text::{Seen, Shape, Text};
use crate::words::Words;
use saywell_content::{Block, Span};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The file of a language.
pub(crate) struct Translation {
    /// A language tag: the name of the file.
    pub tag: String,
    /// As places show it.
    pub name: String,
    pub catalog: Catalog,
    /// Lines that could not be read.
    pub unread: Vec<Fault>,
}

/// How far a translation has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Texts that are shown in the language.
    pub translated: usize,
    /// Marked by a translator, or by `course extract`, as not certain.
    pub fuzzy: usize,
    /// Without a translation of the English of today.
    pub untranslated: usize,
    /// With one that is built otherwise than its English, or tells too much.
    pub unfit: usize,
    /// All texts; the sum of those above.
    pub total: usize,
    /// Translations of an English that is not there any more.
    pub stale: usize,
}

/// What a translation gives.
#[derive(Default)]
pub(crate) struct Fitting {
    /// By id and English; all forms of a plural.
    pub texts: BTreeMap<(String, String), Vec<String>>,
    pub completeness: Completeness,
    /// What is unfit, with the reason.
    pub unfit: Vec<Fault>,
}

/// The files of `home/locale`, by tag.
pub(crate) fn files(home: &Path) -> Vec<PathBuf> {
    let there = std::fs::read_dir(home.join("locale")).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = there.filter(|file| file.extension().is_some_and(|ending| ending == "po")).collect();
    files.sort();
    files
}

/// The translation into a language.
pub(crate) fn of(home: &Path, language: &str) -> Result<Translation, Vec<Fault>> {
    let file = files(home).into_iter().find(|file| file.file_stem().is_some_and(|tag| tag == language));
    let unknown =
        || vec![Fault::in_file(&format!("content/locale/{language}.po"), Rule::LostFile, "there is no such file")];
    file.map(|file| Translation::read(&file)).ok_or_else(unknown)
}

impl Translation {
    pub fn read(file: &Path) -> Self {
        let tag = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = format!("content/locale/{tag}.po");
        let (catalog, unread) = match Source::read(file, name.clone()) {
            Ok(source) => po::read(&source),
            Err(fault) => (Catalog::default(), vec![fault]),
        };
        Self { tag, name, catalog, unread }
    }

    /// What the language calls itself: `X-Language-Name` of the header.
    pub fn own_name(&self) -> String {
        let name = self.catalog.header("X-Language-Name");
        if name.is_empty() { &self.tag } else { name }.into()
    }

    /// Other tags that mean this language: `X-Language-Aliases` of the header, such as `iw` for `he`.
    pub fn aliases(&self) -> Vec<String> {
        self.catalog.header("X-Language-Aliases").split_whitespace().map(Into::into).collect()
    }

    /// The names that CLDR has for the forms of a plural, in the order of the file: `X-Plural-Categories` of the header.
    /// Where it is missing, of two forms the first is for one.
    pub fn plural_categories(&self) -> Vec<String> {
        let listed = self.catalog.header("X-Plural-Categories");
        let forms = self.catalog.header("Plural-Forms").trim_start_matches("nplurals=").split(';').next();
        let categories = match forms.unwrap_or_default().trim() {
            _ if !listed.is_empty() => listed,
            "1" => "other",
            _ => "one other",
        };
        categories.split_whitespace().map(Into::into).collect()
    }

    /// What of it fits `texts`.
    pub fn fit(&self, texts: &[Text], words: &Words) -> Fitting {
        let own = words.in_language(&self.tag);
        let categories = self.plural_categories();
        let living = || self.catalog.entries.iter().filter(|entry| !entry.obsolete && !entry.is_header());
        let mut entries: BTreeMap<(&str, &str), &Entry> = BTreeMap::new();
        for entry in living() {
            entries.entry((entry.context.as_deref().unwrap_or_default(), &entry.id)).or_insert(entry);
        }
        let mut asked: BTreeMap<(&str, &str), Vec<&Text>> = BTreeMap::new();
        for text in texts {
            asked.entry((&text.context, &text.english)).or_default().push(text);
        }
        let mut fitting = Fitting::default();
        for (key, texts) in &asked {
            let plural = texts.first().and_then(|text| text.plural.as_ref());
            let entry = entries.get(key).filter(|entry| is_said(entry) && entry.plural.as_ref() == plural);
            // Said in two places, it has to fit both.
            let judge = |text| Judge { text, own: own.as_ref(), english: words, categories: &categories };
            let reason = |entry| texts.iter().find_map(|text| judge(text).unfit(entry));
            fitting.completeness.total += 1;
            match entry.map(|entry| (entry, reason(entry))) {
                None => fitting.completeness.untranslated += 1,
                Some((entry, _)) if entry.is_fuzzy() => fitting.completeness.fuzzy += 1,
                Some((entry, Some(reason))) => fitting.refuse(&self.name, entry, reason),
                Some((entry, None)) => fitting.take(key, entry),
            }
        }
        let stale = entries.iter().filter(|(key, entry)| !asked.contains_key(*key) && is_said(entry));
        fitting.completeness.stale = stale.count();
        fitting.unfit.sort();
        fitting
    }
}

/// Whether an entry says something in each of its forms.
fn is_said(entry: &Entry) -> bool {
    !entry.texts.is_empty() && entry.texts.iter().all(|text| !text.trim().is_empty())
}

impl Fitting {
    fn take(&mut self, (context, english): &(&str, &str), entry: &Entry) {
        self.completeness.translated += 1;
        let shown = entry.texts.iter().map(|text| text.trim().to_owned()).collect();
        self.texts.insert(((*context).into(), (*english).into()), shown);
    }

    fn refuse(&mut self, file: &str, entry: &Entry, reason: String) {
        self.completeness.unfit += 1;
        self.unfit.push(Fault {
            place: Place { file: file.into(), line: entry.line, column: 1 },
            reason,
            rule: Rule::Translation,
        });
    }
}

/// Whether a translation may stand where its English stands.
struct Judge<'a> {
    text: &'a Text,
    /// The words that tell, in the language.
    own: Option<&'a Words>,
    english: &'a Words,
    categories: &'a [String],
}

impl Judge<'_> {
    /// What is wrong with it, if anything.
    fn unfit(&self, entry: &Entry) -> Option<String> {
        let text = entry.texts.first().map_or("", |text| text.trim());
        self.misshapen(entry, text).or_else(|| entry.texts.iter().find_map(|text| self.tells(text.trim())))
    }

    fn misshapen(&self, entry: &Entry, text: &str) -> Option<String> {
        match self.text.shape {
            Shape::App => return self.wrong_arguments(entry),
            _ if entry.texts.len() != 1 => return Some("this text has no plural".into()),
            Shape::Plain => {
                let read = markup::read(text);
                let bare = read.blocks.iter().flat_map(Block::lines).flatten().map(Span::words);
                return bare.ne([text]).then(|| "these are plain words on one line: no marks".into());
            }
            Shape::Line | Shape::Prose => {}
        }
        let (was, is) = (markup::read(&self.text.english), markup::read(text));
        if let Some((_, reason)) = is.faults.first() {
            return Some(reason.clone());
        }
        let outline = |read: &Markup| read.blocks.iter().map(points).collect::<Vec<_>>();
        if outline(&was) != outline(&is) {
            return Some(format!("the paragraphs and points are others than in English: {}", outlines(&was, &is)));
        }
        differ("links", &was.links, &is.links).or_else(|| differ("claim marks", &was.claims, &is.claims))
    }

    /// Each form has the arguments of the English, in any order; a form that is not the last may have those of the English for one.
    fn wrong_arguments(&self, entry: &Entry) -> Option<String> {
        let (one, other) = (arguments(&self.text.english), self.text.plural.as_deref().map(arguments));
        let Some(other) = other else {
            let same = entry.texts.len() == 1 && entry.texts.first().is_some_and(|text| arguments(text) == one);
            return (!same).then(|| format!("its arguments are not {}", listed(&one)));
        };
        if entry.texts.len() != self.categories.len() {
            let (have, need) = (entry.texts.len(), self.categories.join(", "));
            return Some(format!("it has {have} forms; the header of the file asks for: {need}"));
        }
        let last = entry.texts.len() - 1;
        let fits = |(form, text): (usize, &String)| {
            let here = arguments(text);
            here == other || (form < last && here == one)
        };
        (!entry.texts.iter().enumerate().all(fits)).then(|| format!("its arguments are not {}", listed(&other)))
    }

    fn tells(&self, text: &str) -> Option<String> {
        let unlisted =
            || "words.toml has no words that tell in this language: what stands outside stays English".to_owned();
        match (self.text.seen, self.text.shape, self.own) {
            (Seen::Inside, Shape::App, Some(own)) if self.english.reveals(&self.text.english).is_none() => {
                names(own, text)
            }
            (Seen::Inside, ..) => None,
            (_, _, None) => Some(unlisted()),
            (Seen::Outside, _, Some(own)) => names(own, text),
            (Seen::LockScreen, _, Some(own)) => reminder::tells(text, own).map(|(_, reason)| reason),
        }
    }
}

fn names(words: &Words, text: &str) -> Option<String> {
    let word = words.reveals(text)?;
    Some(format!("`{word}` names the topic: these words stand where others may look"))
}

/// How many points a list has; none for a paragraph.
fn points(block: &Block) -> Option<usize> {
    match block {
        Block::Paragraph(_) => None,
        Block::Bullets(points) => Some(points.len()),
    }
}

fn outlines(was: &Markup, is: &Markup) -> String {
    let told = |read: &Markup| {
        let told = read.blocks.iter().map(|block| points(block).map_or("1".into(), |points| format!("-{points}")));
        told.collect::<Vec<String>>().join(" ")
    };
    format!("{}, not {}", told(was), told(is))
}

fn differ(what: &str, was: &[(usize, String)], is: &[(usize, String)]) -> Option<String> {
    let sorted = |all: &[(usize, String)]| {
        let mut all: Vec<String> = all.iter().map(|(_, to)| to.clone()).collect();
        all.sort();
        all
    };
    let (was, is) = (sorted(was), sorted(is));
    (was != is).then(|| format!("its {what} are {}, not {}", listed(&was), listed(&is)))
}

fn listed(all: &[String]) -> String {
    if all.is_empty() { "none".into() } else { all.join(" ") }
}

/// The arguments of a sentence, such as `%1$d`, sorted.
fn arguments(text: &str) -> Vec<String> {
    let argument = |after: &str| {
        let digits = after.find('$').filter(|end| *end > 0)?;
        let number = after.get(..digits).filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))?;
        let kind = after.get(digits + 1..)?.chars().next()?;
        Some(format!("%{number}${kind}"))
    };
    let mut all: Vec<String> = text.split('%').skip(1).filter_map(argument).collect();
    all.sort();
    all
}
