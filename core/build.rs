//! Compiles the course into the library, in each language that it is translated into, and the table by which search ignores
//! accents. Every fault becomes one line of cargo's error.

use saywell_author::Language;
use std::{env, error::Error, fmt::Write, fs, path::Path, path::PathBuf};
use unicode_normalization::char::decompose_canonical;

fn main() -> Result<(), Box<dyn Error>> {
    let home = saywell_author::home();
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", home.join("course").display());
    println!("cargo::rerun-if-changed={}", home.join("locale").display());
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo gives OUT_DIR")?);
    fs::write(out.join("accents.rs"), accents())?;
    match saywell_author::languages(&home) {
        Ok(languages) => embed(&languages, &out)?,
        Err(faults) => faults.iter().for_each(|fault| println!("cargo::error={fault}")),
    }
    Ok(())
}

fn embed(languages: &[Language], out: &Path) -> Result<(), Box<dyn Error>> {
    let mut list = format!("static EMBEDDED: [Embedded; {}] = [\n", languages.len());
    for Language { name, aliases, course } in languages {
        let tag = &course.language;
        let embedded = saywell_content::embed(course)?;
        // A field that is not written would shift all that follow.
        if saywell_content::load_embedded(&embedded).ok().as_ref() != Some(course) {
            return Err("the embedded course is another one than was compiled".into());
        }
        let file = out.join(format!("{tag}.course"));
        fs::write(&file, embedded)?;
        let file = file.display().to_string();
        writeln!(
            list,
            "Embedded {{ tag: {tag:?}, name: {name:?}, aliases: &{aliases:?}, course: include_bytes!({file:?}) }},"
        )?;
    }
    fs::write(out.join("languages.rs"), list + "];\n")?;
    Ok(())
}

/// The small letters of Latin script with an accent, each with the letter under it, by code point.
fn accents() -> String {
    let plain = |letter: char| {
        let mut first = None;
        decompose_canonical(letter, |part| first = first.or(Some(part)));
        first.filter(|plain| *plain != letter && letter.is_lowercase())
    };
    let latin = ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}');
    let pairs: Vec<(char, char)> = latin.filter_map(|letter| Some((letter, plain(letter)?))).collect();
    format!("{pairs:?}")
}
