//! What is asked when a reminder is made: at what time, on which days, with which words.

use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use saywell_core::reminder::{ClockTime, QuietHours, Weekdays, Wording};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A time, or the one that is known; nothing if the person leaves.
pub fn time(shell: &mut Shell, known: ClockTime) -> Go<Option<ClockTime>> {
    shell.screen.aside(&format!("Such as 8:15. Enter: {}. q: back.", clock(known)))?;
    loop {
        let typed = shell.ask()?;
        match typed.to_lowercase().as_str() {
            "" => return Ok(Some(known)),
            "q" => return Ok(None),
            "x" => return Err(Stop::Exit),
            _ => {}
        }
        match read_time(&typed) {
            Some(time) => return Ok(Some(time)),
            None => shell.screen.aside("Please type a time from 0:00 to 23:59, such as 19:30.")?,
        }
    }
}

fn read_time(typed: &str) -> Option<ClockTime> {
    let (hour, minute) = typed.trim().split_once([':', '.'])?;
    ClockTime::new(hour.parse().ok()?, minute.parse().ok().filter(|_| minute.len() == 2)?).ok()
}

/// The days; nothing if the person leaves.
pub fn weekdays(shell: &mut Shell, known: Weekdays) -> Go<Option<Weekdays>> {
    loop {
        shell.screen.heading("On which days?")?;
        shell.screen.aside(&format!("Numbers, such as 1 3 5. Enter: {}.", days(known)))?;
        match shell.choose(&Page::default(), &Menu::of(DAYS).several().enter("keep the days"))? {
            Pick::Again => {}
            Pick::Enter => return Ok(Some(known)),
            Pick::Rows(rows) => return Ok(Weekdays::new(rows.iter().fold(0, |bits, day| bits | 1_u8 << day)).ok()),
            _ => return Ok(None),
        }
    }
}

/// The words; nothing if the person leaves.
pub fn wording(shell: &mut Shell, known: &Wording) -> Go<Option<Wording>> {
    let listed = shell.engine.reminder_texts();
    loop {
        shell.screen.heading("With which words?")?;
        shell.screen.aside("Anyone near your phone can read them. Keep them plain.")?;
        let rows = listed.iter().map(|text| text.text.clone()).chain(["My own words".into()]);
        match shell.choose(&Page::default(), &Menu::of(rows).enter("keep the words"))? {
            Pick::Again => {}
            Pick::Enter => return Ok(Some(known.clone())),
            Pick::Rows(rows) => match rows.first().and_then(|row| listed.get(*row)) {
                Some(text) => return Ok(Some(Wording::Listed(text.id.clone()))),
                None => {
                    if let Some(own) = own_words(shell)? {
                        return Ok(Some(own));
                    }
                }
            },
            _ => return Ok(None),
        }
    }
}

/// The person's own words; they are warned, and decide.
fn own_words(shell: &mut Shell) -> Go<Option<Wording>> {
    shell.screen.aside("One line, 40 letters at most. Enter: back to the list.")?;
    let typed = shell.ask()?;
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(word) = shell.engine.telling_word(&typed).map(ToOwned::to_owned) {
        warn(shell, &word)?;
        if !shell.sure("Other words", "Keep these")? {
            return Ok(None);
        }
    }
    Ok(Some(Wording::Own(typed)))
}

/// Says that this word may tell too much.
pub fn warn(shell: &mut Shell, word: &str) -> Go {
    shell.screen.text(&format!("\"{word}\" may tell others what this is about. Anyone near your phone can read it."))
}

/// Quiet hours, or none; as they are if the person leaves.
pub fn quiet_hours(shell: &mut Shell, known: Option<QuietHours>) -> Go<Option<QuietHours>> {
    shell.screen.text("Nothing reminds you in these hours.")?;
    if shell.sure("Quiet hours", "No quiet hours")? {
        return Ok(None);
    }
    let night = QuietHours::new(ClockTime::new(22, 0)?, ClockTime::new(7, 0)?)?;
    let shown = known.unwrap_or(night);
    loop {
        shell.screen.text("From when?")?;
        let Some(from) = time(shell, shown.from())? else { return Ok(known) };
        shell.screen.text("Up to when?")?;
        let Some(to) = time(shell, shown.to())? else { return Ok(known) };
        match QuietHours::new(from, to) {
            Ok(quiet) => return Ok(Some(quiet)),
            Err(_) => shell.screen.aside("Please give two different times.")?,
        }
    }
}

/// A number; the engine says whether it is one that can be.
pub fn most(shell: &mut Shell, known: u8) -> Go<u8> {
    shell.screen.aside(&format!("1 to 8. Enter: {known}."))?;
    let typed = shell.ask()?;
    Ok(if typed.is_empty() { known } else { typed.parse().unwrap_or(0) })
}

/// `19:30`
pub fn clock(time: ClockTime) -> String {
    time.time().format("%H:%M").to_string()
}

/// `every day`, or `Mon, Wed, Fri`
pub fn days(weekdays: Weekdays) -> String {
    if weekdays == Weekdays::EVERY {
        return "every day".into();
    }
    let named = (0..).zip(DAYS).filter(|(day, _)| weekdays.bits() & 1_u8 << day != 0);
    named.map(|(_, name)| name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (typed, minutes) in [("19:30", 1_170), ("8:05", 485), ("08.05", 485), (" 0:00 ", 0)] {
            assert_eq!(read_time(typed).unwrap().minutes(), minutes, "{typed}");
        }
        for odd in ["", "8", "24:00", "8:60", "8:5", "noon", "-1:00", "8:005"] {
            assert_eq!(read_time(odd), None, "{odd}");
        }
    }
}
