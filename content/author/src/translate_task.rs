//! `course extract`, `status`, `strings` and `pseudo`: what translators and the builds of the apps need.

use crate::{complain, print, refuse, write_course};
use clap::{Subcommand, ValueEnum};
use saywell_author::{Completeness, Fault, Pseudo, Status};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum App {
    /// Writes `values-<language>/strings.xml` into a folder from which the build takes resources; it is not committed
    Android {
        /// A file of locale/, such as es
        language: String,
        /// Made if it is not there
        folder: PathBuf,
    },
    /// Writes the language into the String Catalogs, which are committed, since Xcode reads them
    Ios {
        /// A file of locale/, such as es
        language: String,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum PseudoLanguage {
    /// Longer by 40 %, accented, in brackets
    Long,
    /// From right to left, in Arabic letters
    Rtl,
}

type Files = Result<Vec<(PathBuf, String)>, Vec<Fault>>;

pub fn extract(home: &Path) -> ExitCode {
    put(home, home, saywell_author::extract(home))
}

pub fn strings(home: &Path, app: &App) -> ExitCode {
    match app {
        App::Android { language, folder } => put(home, folder, saywell_author::android_strings(home, language)),
        App::Ios { language } => put(home, &home.join(".."), saywell_author::ios_strings(home, language)),
    }
}

/// Writes files into a folder, and names those that changed.
fn put(home: &Path, folder: &Path, files: Files) -> ExitCode {
    let files = match files {
        Ok(files) => files,
        Err(faults) => return refuse(home, &faults),
    };
    for (name, text) in files {
        let file = folder.join(&name);
        if fs::read_to_string(&file).is_ok_and(|there| there == text) {
            continue;
        }
        let made = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, text));
        if let Err(fault) = made {
            return complain(&format!("{}: {fault}", file.display()));
        }
        print(&format!("{}\n", name.display()));
    }
    ExitCode::SUCCESS
}

pub fn pseudo(home: &Path, language: PseudoLanguage, file: &Path) -> ExitCode {
    let pseudo = match language {
        PseudoLanguage::Long => Pseudo::Long,
        PseudoLanguage::Rtl => Pseudo::RightToLeft,
    };
    match saywell_author::pseudo(home, pseudo) {
        Ok(course) => write_course(file, &course),
        Err(faults) => refuse(home, &faults),
    }
}

pub fn status(home: &Path) -> ExitCode {
    let languages = match saywell_author::status(home) {
        Ok(languages) => languages,
        Err(faults) => return refuse(home, &faults),
    };
    let mut ended = ExitCode::SUCCESS;
    for Status { language, completeness, unfit, unread, ease } in languages {
        for fault in unread.iter().chain(&unfit) {
            // Nobody is left to tell if this cannot be written.
            let _ = writeln!(std::io::stderr(), "{fault}");
        }
        let end = if unread.is_empty() { "ok" } else { "MISS" };
        print(&format!("status: {language} {} {end}\n", line(&completeness)));
        if let Some((hardest, least)) = ease.iter().min_by(|one, other| one.1.inflesz().total_cmp(&other.1.inflesz())) {
            let longest = ease.values().map(|part| part.longest).max().unwrap_or_default();
            print(&format!(
                "reading: {language} parts={} INFLESZ at least {:.1} ({hardest}), longest sentence {longest} words\n",
                ease.len(),
                least.inflesz()
            ));
        }
        if !unread.is_empty() {
            ended = ExitCode::FAILURE;
        }
    }
    ended
}

fn line(completeness: &Completeness) -> String {
    let Completeness { translated, fuzzy, untranslated, unfit, total, stale } = completeness;
    let percent = (translated * 100).checked_div(*total).unwrap_or(100);
    format!(
        "translated={translated} fuzzy={fuzzy} untranslated={untranslated} unfit={unfit} stale={stale} total={total} {percent} %"
    )
}
