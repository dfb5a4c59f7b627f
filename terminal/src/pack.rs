//! `saywell pack`: newer editions of the course, and courses beside it, from files that were handed on.

use crate::prose::Page;
use crate::shell::Shell;
use crate::stop::{Go, Stop, plain};
use crate::words;
use clap::Subcommand;
use saywell_core::pack::{PackApproval, PackPage, PackPreview, PackRow, PackState, PackStep, Refusal, Reviewed};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

/// What `saywell pack` can do.
#[derive(Subcommand)]
pub enum What {
    /// Take a pack; shows first who has signed it, who has reviewed it, and what it changes
    Install {
        /// A pack that somebody gave you
        file: PathBuf,
    },
    /// Show the packs that are here
    List,
    /// Take a pack away; what you did with it stays, and is there again with it
    Remove {
        /// Such as pack/saywell
        id: String,
    },
    /// Write a pack to a file, to give it to somebody
    Save {
        /// Such as pack/saywell
        id: String,
        /// A new file; give it a name that says nothing
        file: PathBuf,
    },
}

/// `saywell pack …`
pub fn run(shell: &mut Shell, what: &What) -> Go {
    match what {
        What::Install { file } => install(shell, file),
        What::List => list(shell),
        What::Remove { id } => remove(shell, &words::id("pack", id)),
        What::Save { id, file } => save(shell, &words::id("pack", id), file),
    }
}

fn install(shell: &mut Shell, file: &Path) -> Go {
    let open = || File::open(file).map(BufReader::new).map_err(|fault| cannot(file, &fault));
    let preview = shell.engine.preview_pack(&mut open()?)?;
    show(shell, &preview)?;
    if preview.step == PackStep::Same {
        return shell.screen.text("This is what is here already. Nothing was changed.");
    }
    shell.screen.text("Take it? Type yes to do it; anything else keeps what is here.")?;
    match shell.ask()?.to_lowercase().as_str() {
        "yes" => {}
        "x" | "exit" => return Err(Stop::Exit),
        _ => return shell.screen.text("Nothing was changed."),
    }
    shell.engine.install_pack(&mut open()?)?;
    shell.screen.text("Done. All that you did is still there.")?;
    shell.screen.aside(&format!("To take it away again: saywell pack remove {}", preview.page.id))
}

/// What a person sees before they say yes.
fn show(shell: &mut Shell, preview: &PackPreview) -> Go {
    let PackPreview { page, step, changes, approval } = preview;
    shell.screen.heading(&page.title)?;
    let what = match step {
        PackStep::Newer { than } => format!("Edition {}. You have edition {than}.", page.version),
        PackStep::Beside => format!("Another course, edition {}. It will stand beside what is here.", page.version),
        PackStep::Same => format!("Edition {}.", page.version),
    };
    shell.screen.text(&what)?;
    for line in about(page) {
        shell.screen.text(&line)?;
    }
    shell.screen.text(&approved(*approval))?;
    if !page.news.is_empty() {
        shell.screen.blank()?;
        Page::default().prose(&mut shell.screen, &page.news)?;
    }
    for (head, titles) in [("New", &changes.added), ("Changed", &changes.changed), ("Gone", &changes.gone)] {
        if !titles.is_empty() {
            shell.screen.blank()?;
            shell.screen.text(&format!("{head}: {}.", titles.join("; ")))?;
        }
    }
    shell.screen.blank()
}

/// Who stands for a pack.
fn about(page: &PackPage) -> Vec<String> {
    let mut lines = vec![
        format!("From: {}. Signed with: {}.", page.publisher, page.signer),
        format!("Languages: {}. Licence: {}.", page.languages.join(", "), page.licence),
    ];
    let reviewed = |Reviewed { on, by, what }: &Reviewed| format!("Reviewed on {} by {by}: {what}.", words::date(*on));
    lines.extend(page.reviews.iter().map(reviewed));
    if page.reviews.is_empty() {
        lines.push("Nobody from outside has reviewed it yet.".into());
    }
    lines
}

fn approved(approval: PackApproval) -> String {
    let PackApproval { approved, of } = approval;
    match of {
        0 => "It makes no claims about health of its own.".into(),
        _ => {
            format!("A clinician has approved {approved} of its {}.", words::count(of, "claim", "claims about health"))
        }
    }
}

fn list(shell: &mut Shell) -> Go {
    shell.screen.heading("Packs")?;
    let packs = shell.engine.packs();
    if packs.is_empty() {
        return shell.screen.text("None. What is shown came with the program.");
    }
    for PackRow { id, version, state, page } in &packs {
        let title = page.as_ref().map_or(id, |page| &page.title);
        let head = shell.screen.bold(title);
        shell.screen.text(&format!("{head} ({id}, edition {version})"))?;
        shell.screen.text(&said(state))?;
        for line in page.iter().flat_map(about) {
            shell.screen.aside(&line)?;
        }
        shell.screen.blank()?;
    }
    Ok(())
}

/// Says so if a pack that was taken cannot be shown.
pub fn resting(shell: &mut Shell) -> Go {
    let lost = |row: &PackRow| matches!(row.state, PackState::Missing | PackState::Unreadable | PackState::Untrusted);
    for PackRow { id, state, .. } in shell.engine.packs().into_iter().filter(lost) {
        shell.screen.text(&format!("Of the pack {id}: {} What came with the program is shown.", said(&state)))?;
    }
    Ok(())
}

fn said(state: &PackState) -> String {
    match state {
        PackState::Shown => "It is in use.".into(),
        PackState::Outdated => "The program itself brought an edition that is as new, so this one rests.".into(),
        PackState::OtherLanguage => "It is not in your language, so it rests.".into(),
        PackState::Untrusted => {
            "This version of the program does not trust its signature any more, so it is not shown.".into()
        }
        PackState::Missing => "Its file is not here. To have it back, install it again.".into(),
        PackState::Unreadable => "It cannot be read any more. To have it back, install it or a newer one.".into(),
        PackState::Clashes { id } => format!("Another course uses its id {id}, so it rests."),
    }
}

fn remove(shell: &mut Shell, id: &str) -> Go {
    shell.engine.remove_pack(id)?;
    shell.screen.text("Taken away. What you did with it stays, and is there again if it comes back.")
}

fn save(shell: &mut Shell, id: &str, file: &Path) -> Go {
    // It never replaces a file.
    let open = OpenOptions::new().write(true).create_new(true).open(file).map_err(|fault| cannot(file, &fault))?;
    let mut to = BufWriter::new(open);
    let written = shell.engine.hand_on_pack(id, &mut to);
    let done = written.and_then(|()| Ok(to.flush()?));
    if done.is_err() {
        // Half a pack is none.
        let _ = fs::remove_file(file);
    }
    done?;
    shell.screen.text(&format!("Written to {}. It holds nothing of yours.", file.display()))
}

fn cannot(file: &Path, fault: &io::Error) -> Stop {
    Stop::Say(format!("Cannot use {}: {}. Nothing was changed.", file.display(), plain(fault)))
}

/// Why a pack is not taken.
pub fn refused(why: &Refusal) -> String {
    let why = match why {
        Refusal::NotAPack => "This file is no pack.".into(),
        Refusal::CutOff => "This pack is not whole: its end is missing. Please get it again.".into(),
        Refusal::Changed => {
            "This pack is not as its makers signed it: it was damaged or changed on its way. Please get it again, best \
             from somebody else."
                .into()
        }
        Refusal::TooLarge => "This file is larger than a pack may be.".into(),
        Refusal::UnknownSigner => {
            "Nobody whom this program trusts has signed this pack. It may be for a newer version.".into()
        }
        Refusal::NewerApp => "This pack is for a newer version of the program.".into(),
        Refusal::Malformed { what } => {
            format!("Its makers made a mistake with this pack. Please tell them that this should hold: {what}.")
        }
        Refusal::Older { newest } => {
            format!("This pack is older than what you have or had, which is edition {newest}.")
        }
        Refusal::Taken { id } => {
            format!("This pack does not fit to what is here: both use the id {id}. Please tell its makers.")
        }
    };
    format!("{why} Nothing was changed.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_reviewed_it_is_said_and_so_is_that_nobody_has() {
        let mut page = PackPage {
            id: "pack/a".into(),
            version: 2,
            title: "A".into(),
            publisher: "The desk".into(),
            licence: "CC0-1.0".into(),
            signer: "the desk's key".into(),
            languages: vec!["en".into(), "es".into()],
            reviews: vec![],
            news: vec![],
        };
        assert_eq!(about(&page)[2], "Nobody from outside has reviewed it yet.");
        let on = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default();
        page.reviews.push(Reviewed { on, by: "Dr. Field".into(), what: "all of it".into() });
        let wanted = [
            "From: The desk. Signed with: the desk's key.",
            "Languages: en, es. Licence: CC0-1.0.",
            "Reviewed on 20 Nov 2026 by Dr. Field: all of it.",
        ];
        assert_eq!(about(&page), wanted);
        assert_eq!(
            approved(PackApproval { approved: 3, of: 180 }),
            "A clinician has approved 3 of its 180 claims about health."
        );
    }
}
