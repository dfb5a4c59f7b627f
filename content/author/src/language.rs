//! Languages: the course, and the sentences of the apps, as translators get them and as they come back.

use crate::desk::Desk;
use crate::ease::{self, Ease};
use crate::extract::{template, updated};
use crate::fault::Fault;
use crate::pseudo::Pseudo;
use crate::text::Text;
use crate::translation::{self, Completeness, Fitting, Translation};
use crate::words::Words;
use crate::{app, course};
use saywell_content::Course;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The course in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// What it calls itself, such as `Español`.
    pub name: String,
    /// Tags besides the course's own that mean it.
    pub aliases: Vec<String>,
    /// What is not translated is English.
    pub course: Course,
}

/// The course in English, and then in each language of `home/locale` into which something of it is translated, by tag.
///
/// # Errors
/// As [`crate::compile`]. A translation has no faults: what does not fit is English.
pub fn languages(home: &Path) -> Result<Vec<Language>, Vec<Fault>> {
    let (course, texts, words) = english(home)?;
    let mut languages = vec![Language { name: "English".into(), aliases: Vec::new(), course }];
    for translation in translations(home) {
        let fitting = translation.fit(&texts, &words);
        if fitting.completeness.translated > 0 {
            let course = translated(home, &translation, fitting);
            languages.push(Language { name: translation.own_name(), aliases: translation.aliases(), course });
        }
    }
    Ok(languages)
}

/// The course in a language. The English was found right, so a fault here could only be one of the checks of English words.
fn translated(home: &Path, translation: &Translation, fitting: Fitting) -> Course {
    let first = |(key, texts): (_, Vec<String>)| Some((key, texts.into_iter().next()?));
    read_in(home, &translation.tag, fitting.texts.into_iter().filter_map(first).collect())
}

fn read_in(home: &Path, tag: &str, translation: BTreeMap<(String, String), String>) -> Course {
    let mut desk = Desk::new();
    desk.words = desk.words.in_language(tag).unwrap_or(desk.words);
    desk.translation = translation;
    let mut course = course::read(home, &mut desk);
    tag.clone_into(&mut course.language);
    course
}

/// The course in a language that nobody speaks.
///
/// # Errors
/// As [`crate::compile`].
pub fn pseudo(home: &Path, pseudo: Pseudo) -> Result<Course, Vec<Fault>> {
    let (_, texts, _) = english(home)?;
    let said = |text: Text| {
        let said = pseudo.of(&text);
        ((text.context, text.english), said)
    };
    Ok(read_in(home, pseudo.tag(), texts.into_iter().map(said).collect()))
}

/// Every text that a translator sees: those of the course in the order in which it was read, then those of the apps.
fn texts(home: &Path) -> Result<(Vec<Text>, Words), Vec<Fault>> {
    let (_, texts, words) = english(home)?;
    Ok((texts.into_iter().chain(app::texts(home)?).collect(), words))
}

/// The course as it was written, with its texts.
fn english(home: &Path) -> Result<(Course, Vec<Text>, Words), Vec<Fault>> {
    let (course, mut desk) = crate::read(home);
    let texts = std::mem::take(&mut desk.texts).into_iter().map(|said| said.text).collect();
    let words = std::mem::take(&mut desk.words);
    let faults = desk.faults();
    if faults.is_empty() { Ok((course, texts, words)) } else { Err(faults) }
}

/// The translations in `home/locale`, by tag.
fn translations(home: &Path) -> Vec<Translation> {
    translation::files(home).iter().map(|file| Translation::read(file)).collect()
}

/// The template for translators, and each translation in `home/locale` brought up to date with it: the files to write, from `home`.
///
/// # Errors
/// As [`crate::compile`]; and lines of a translation that cannot be read, which would be lost.
pub fn extract(home: &Path) -> Result<Vec<(PathBuf, String)>, Vec<Fault>> {
    let (texts, _) = texts(home)?;
    let template = template(&texts);
    let mut files = vec![(PathBuf::from("locale/course.pot"), template.write())];
    let mut faults = Vec::new();
    for translation in translations(home) {
        let updated = updated(translation.catalog, &template).write();
        files.push((Path::new("locale").join(format!("{}.po", translation.tag)), updated));
        faults.extend(translation.unread);
    }
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

/// How far a language has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Its tag.
    pub language: String,
    /// How much of it is shown.
    pub completeness: Completeness,
    /// Translations that are not shown, with the reason.
    pub unfit: Vec<Fault>,
    /// Lines that could not be read.
    pub unread: Vec<Fault>,
    /// How easy each unit, quiz, talk, relaxation and help card is to read, by id. Of Spanish only: the scale is made for it.
    pub ease: BTreeMap<String, Ease>,
}

/// How far each language of `home/locale` has come, by tag; the sentences of the apps count too.
///
/// # Errors
/// As [`crate::compile`].
pub fn status(home: &Path) -> Result<Vec<Status>, Vec<Fault>> {
    let (texts, words) = texts(home)?;
    let of = |translation: Translation| {
        let Fitting { completeness, unfit, texts: shown } = translation.fit(&texts, &words);
        let is_spanish = translation.tag.split('-').next() == Some("es");
        let ease = if is_spanish { ease::by_part(&shown) } else { BTreeMap::new() };
        Status { language: translation.tag, completeness, unfit, unread: translation.unread, ease }
    };
    Ok(translations(home).into_iter().map(of).collect())
}

/// The sentences of the Android app in a language of `home/locale`: where the file belongs in `res`, and what it holds. What is
/// not translated is not in it, and Android falls back.
///
/// # Errors
/// As [`crate::compile`]; if there is no such language.
pub fn android_strings(home: &Path, language: &str) -> Result<Vec<(PathBuf, String)>, Vec<Fault>> {
    let (texts, words) = texts(home)?;
    let translation = translation::of(home, language)?;
    Ok(vec![app::resources(&translation, &translation.fit(&texts, &words), &texts)])
}

/// The String Catalogs of iOS with the sentences of a language of `home/locale`: the files, from the repository. What is not
/// translated is there in English, marked for Xcode.
///
/// # Errors
/// As [`android_strings`].
pub fn ios_strings(home: &Path, language: &str) -> Result<Vec<(PathBuf, String)>, Vec<Fault>> {
    let (texts, words) = texts(home)?;
    let translation = translation::of(home, language)?;
    app::catalogs(home, &translation, &translation.fit(&texts, &words), &texts)
}
