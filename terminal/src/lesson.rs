//! Lessons: the outline, a unit card by card, and its end. What a card shows is in `card.rs`.

use crate::card;
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use crate::{help, words};
use saywell_core::lesson::{LessonStep, UnitEnd, UnitRow};

/// `saywell learn [UNIT]`
pub fn run(shell: &mut Shell, unit: Option<&str>) -> Go {
    match unit {
        None => outline(shell),
        Some(typed) => {
            let id = words::id("lesson", typed);
            if shell.engine.course().unit(&id).is_none() {
                return Err(Stop::Say(format!(
                    "There is no unit called {typed}. To see all of them, run: saywell learn"
                )));
            }
            read(shell, &id)
        }
    }
}

/// All units by chapter, to pick from.
pub fn outline(shell: &mut Shell) -> Go {
    loop {
        let outline = shell.engine.outline()?;
        shell.screen.heading("All units")?;
        let mut ids = Vec::new();
        for chapter in &outline.chapters {
            shell.screen.heading(&chapter.title)?;
            for unit in &chapter.units {
                ids.push(unit.id.clone());
                shell.screen.choice(&ids.len().to_string(), &row(unit))?;
            }
        }
        let numbers = Menu::numbers(ids.len());
        let menu = match &outline.go_on {
            Some(_) => numbers.enter("go on where you were"),
            None => numbers,
        };
        match shell.choose(&Page::default(), &menu)? {
            Pick::Leave => return Ok(()),
            Pick::Enter => {
                if let Some(unit) = &outline.go_on {
                    read(shell, &unit.id)?;
                }
            }
            pick => {
                if let Some(id) = pick.row().and_then(|row| ids.get(row)) {
                    read(shell, id)?;
                }
            }
        }
    }
}

/// A unit in a list, with how far the reader is, in words.
pub fn row(unit: &UnitRow) -> String {
    let state = match (unit.done, unit.seen) {
        (true, _) => "done".to_owned(),
        (false, 0) => words::count(unit.minutes, "minute", "minutes"),
        (false, seen) => format!("{seen} of {} cards seen", unit.of),
    };
    format!("{} ({state})", unit.title)
}

/// Reads a unit from where the reader left it, and goes on to the next one if they like.
pub fn read(shell: &mut Shell, id: &str) -> Go {
    // A search may lead to a card of a unit: the unit opens where the reader is, so that no gate is passed unseen.
    let mut parts = id.splitn(3, '/');
    let unit: Vec<&str> = parts.by_ref().take(2).collect();
    let mut unit = unit.join("/");
    if parts.next().is_some() {
        say_where(shell, id)?;
    }
    while let Some(next) = cards(shell, &unit)? {
        unit = next;
    }
    Ok(())
}

fn say_where(shell: &mut Shell, card: &str) -> Go {
    let Ok(place) = shell.engine.card_place(card) else { return Ok(()) };
    shell.screen.blank()?;
    shell.screen.text(&format!("What you looked for is on card {} of {}.", place.position, place.of))
}

/// Card after card; the unit to go on with, if the reader wants one.
fn cards(shell: &mut Shell, unit: &str) -> Go<Option<String>> {
    let now = shell.now();
    let mut step = shell.engine.open_unit(unit, now)?;
    loop {
        step = match step {
            LessonStep::Card(shown) => match card::show(shell, &shown)? {
                Some(next) => next,
                None => return Ok(None),
            },
            LessonStep::Help { card } => {
                help::card(shell, &card)?;
                let now = shell.now();
                shell.engine.open_unit(unit, now)?
            }
            LessonStep::End(end) => return ended(shell, &end),
        }
    }
}

fn ended(shell: &mut Shell, end: &UnitEnd) -> Go<Option<String>> {
    loop {
        shell.screen.heading(&format!("{}: you have come to the end", end.title))?;
        shell.screen.text(&end.goal)?;
        let menu = match &end.next {
            Some(next) => Menu::of([format!("Go on: {}", row(next))]),
            None => Menu::enter_only("back"),
        };
        match shell.choose(&Page::default(), &menu.enter("back"))? {
            Pick::Again => {}
            Pick::Rows(_) => return Ok(end.next.as_ref().map(|next| next.id.clone())),
            _ => return Ok(None),
        }
    }
}
