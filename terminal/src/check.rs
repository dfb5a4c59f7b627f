//! `saywell check`, `saywell keep`, and the short check of every day.

use crate::backup::said;
use crate::shell::Shell;
use crate::stop::{Go, Stop};
use crate::vault::Home;
use crate::words;
use chrono::NaiveDate;
use saywell_core::vault::{Contents, Lock, Mended, Recovery, Repaired, Rule, Unlock, repair};
use saywell_core::{Engine, Error, Pin};
use std::sync::Arc;

/// Once a day: sound, not too old, copied. What cannot be done today is tried tomorrow.
pub fn daily(shell: &mut Shell) -> Go {
    let now = shell.now();
    match shell.engine.daily_check(now) {
        Ok(Some(done)) if !done.kept => {
            shell.screen.aside("The disk is nearly full: there was no space for today's copy of your data.")
        }
        // What a screen needs may still be readable; the verbs say so where it is not.
        Ok(_) | Err(Error::NoSpace | Error::Storage { .. }) => Ok(()),
        Err(Error::Damaged) => {
            shell.screen.aside("Part of your saved file is damaged. To look what can be done: saywell check")
        }
        Err(fault) => Err(fault.into()),
    }
}

/// `saywell check`
pub fn run(shell: &mut Shell, home: &Home, pin: Option<Pin>) -> Go {
    match shell.engine.check_data() {
        Ok(checked) if checked.mended.is_empty() => {
            let contents = shell.engine.contents()?;
            shell.screen.text(&format!("All is well. Kept here: {}.", said(&contents)))
        }
        Ok(checked) => {
            for mended in checked.mended {
                shell.screen.text(&mended_said(mended))?;
            }
            shell.screen.text("All is well now.")
        }
        Err(Error::Damaged) => {
            // The damaged file is let go of before it is replaced.
            shell.engine = Engine::without_vault(Arc::unwrap_or_clone(shell.engine.course()))?;
            ladder(shell, home, pin)
        }
        Err(fault) => Err(fault.into()),
    }
}

fn mended_said(mended: Mended) -> String {
    let rows = words::count(mended.rows, "entry", "entries");
    match mended.rule {
        Rule::Indexes => "Mended: a list of where things are. Nothing was lost.".to_owned(),
        Rule::Links => format!("Removed: {rows} that belonged to something that is gone."),
        Rule::Talks => format!("Mended: {rows}. A talk could not go on where it was; it begins anew."),
        Rule::Times => format!("Mended: {rows} with a time that cannot be; it now shows 1970."),
        Rule::Reviews => format!("Mended: {rows} that would have come up again far too late."),
        Rule::Settings => format!("Mended: {rows} of your settings, now as shipped."),
    }
}

/// Where the file is damaged: asks before each step. Help and the way out are there all the same.
pub fn ladder(shell: &mut Shell, home: &Home, pin: Option<Pin>) -> Go {
    shell.screen.text(
        "Your saved file is damaged: part of it cannot be read. Nothing was changed yet. Lessons, quizzes and help work \
         without it.",
    )?;
    shell.screen.text(
        "Saywell can set the damaged file aside and bring back the newest copy that is whole; or, where there is none, \
         what can still be read. The damaged file stays for 7 days.",
    )?;
    if !shell.sure("Leave it as it is", "Repair it")? {
        return shell.screen.text("Nothing was changed.");
    }
    let secret = home.secret()?;
    let pin = match (pin, home.lock(shell, &secret)?) {
        (None, Lock::Pin { .. }) => match shell.pin()? {
            None => return shell.screen.text("Nothing was changed."),
            typed => typed,
        },
        (known, _) => known,
    };
    let now = shell.now();
    let unlock = Unlock { secret: &secret, pin: pin.as_ref(), uptime_ms: shell.clock.uptime_ms() };
    match repair(&home.folder, &unlock, now, false) {
        Ok(repaired) => told(shell, &repaired),
        Err(Error::Damaged) => {
            shell.screen.text(
                "Nothing in it can be read, and there is no copy. If you have a backup, you can begin anew and then run: \
                 saywell restore FILE",
            )?;
            if !shell.sure("Leave it as it is", "Set it aside and begin anew")? {
                return shell.screen.text("Nothing was changed.");
            }
            let repaired = repair(&home.folder, &unlock, now, true)?;
            told(shell, &repaired)
        }
        Err(fault) => Err(fault.into()),
    }
}

fn told(shell: &mut Shell, repaired: &Repaired) -> Go {
    let what = match &repaired.from {
        Recovery::Unharmed => "It is sound after all. Nothing was changed.".to_owned(),
        Recovery::Copy { day: Some(day) } => {
            format!("Done: the copy of {} is back. What you did after it was taken is missing.", words::short_day(*day))
        }
        Recovery::Copy { day: None } => "Done: the newest copy is back. What you did after it is missing.".to_owned(),
        Recovery::Salvaged { rows, dropped, lost_tables } => format!(
            "Done: {} came back; {} could not. Some of what came back may be wrong.{}",
            words::count(*rows, "entry", "entries"),
            dropped,
            if *lost_tables > 0 { " One part or more could not be read to its end." } else { "" }
        ),
        Recovery::Empty => "Done: you begin anew.".to_owned(),
    };
    shell.screen.text(&what)?;
    if repaired.set_aside {
        shell.screen.text("The damaged file is kept beside it for 7 days, as unreadable to others as before.")?;
    }
    Ok(())
}

/// `saywell keep`
pub fn keep(shell: &mut Shell, days: Option<u16>, forever: bool, delete_day: Option<NaiveDate>) -> Go {
    if let Some(day) = delete_day {
        return delete(shell, day);
    }
    if days.is_some() || forever {
        let now = shell.now();
        let erased = match shell.engine.set_retention(days, now) {
            Err(Error::Invalid { reason, .. }) => return Err(Stop::Say(format!("Not saved: the days {reason}."))),
            erased => erased?,
        };
        if erased != Contents::default() {
            shell.screen.text(&format!("Deleted for good: {}.", said(&erased)))?;
        }
    }
    match shell.engine.retention()? {
        Some(days) => shell.screen.text(&format!("Entries older than {days} days are deleted, once a day.")),
        None => shell.screen.text("Entries are kept until you delete them. To change it: saywell keep --days 30"),
    }
}

fn delete(shell: &mut Shell, day: NaiveDate) -> Go {
    let there = shell.engine.contents_of_day(day)?;
    shell.screen.text(&format!("On {}: {}.", words::short_day(day), said(&there)))?;
    shell.screen.text("Delete all of it for good? Which units are done stays.")?;
    if !shell.sure("Keep it", "Delete it")? {
        return shell.screen.text("Nothing was changed.");
    }
    shell.engine.delete_day(day)?;
    shell.screen.text(
        "Deleted. It is in no copy that is used here. A damaged file that a repair put aside keeps it for up to 7 days, and a backup \
         file that you made before still has it.",
    )
}
