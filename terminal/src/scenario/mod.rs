//! Rehearse: hard conversations from a list, to go on with or to begin anew.
//!
//! What is read before a talk is in `intro.rs`; a talk alone in `alone.rs`, with its end in `debrief.rs` and its other ways
//! in `tries.rs`; a talk of two people at one keyboard in `together.rs` and `timer.rs`; a person's card in `card.rs`.

mod alone;
mod card;
mod debrief;
mod intro;
mod timer;
mod together;
mod tries;

use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use crate::words;
use intro::Way;
use saywell_core::scenario::{ScenarioIntro, ScenarioRow, TogetherView};

/// `saywell rehearse [SCENARIO] [--side SIDE]`
pub fn run(shell: &mut Shell, scenario: Option<&str>, side: Option<&str>) -> Go {
    match scenario {
        None => list(shell, side),
        Some(typed) => {
            let id = known(shell, typed)?;
            open(shell, &id, side)
        }
    }
}

/// `saywell rehearse --rewind [SCENARIO]`
pub fn rewind(shell: &mut Shell, scenario: Option<&str>) -> Go {
    let Some(run) = last_run(shell, scenario)? else { return nothing_to_go_back_to(shell) };
    let now = shell.now();
    let view = shell.engine.talk(&run, now)?;
    match tries::pick_line(shell, &view)? {
        Some(there) => alone::play_from(shell, there),
        None => Ok(()),
    }
}

/// `saywell rehearse --compare [SCENARIO]`
pub fn compare(shell: &mut Shell, scenario: Option<&str>) -> Go {
    match last_run(shell, scenario)? {
        Some(run) => tries::compare(shell, &run),
        None => nothing_to_go_back_to(shell),
    }
}

/// A run where it was left.
pub fn go_on(shell: &mut Shell, run: &str) -> Go {
    alone::go_on(shell, run)
}

/// All of them, to pick from; a talk of two people that is going on comes first.
pub fn list(shell: &mut Shell, side: Option<&str>) -> Go {
    loop {
        let now = shell.now();
        let rows = shell.engine.scenarios()?;
        let pair = shell.engine.current_together(now)?;
        shell.screen.heading("Rehearse")?;
        if rows.is_empty() {
            shell.screen.text("This course has no talks to rehearse.")?;
        }
        let first = pair.as_ref().map(|pair| format!("Go on together: {}", title_of(shell, pair)));
        let menu = Menu::of(first.into_iter().chain(rows.iter().map(row)));
        let picked = match shell.choose(&Page::default(), &menu)? {
            Pick::Leave => return Ok(()),
            pick => pick.row(),
        };
        match (picked, pair) {
            (Some(0), Some(pair)) => together::go_on(shell, pair)?,
            (Some(picked), pair) => {
                if let Some(row) = rows.get(picked - usize::from(pair.is_some())) {
                    open(shell, &row.id, side)?;
                }
            }
            (None, _) => {}
        }
    }
}

/// A talk in the list, with what was tried, in words.
fn row(scenario: &ScenarioRow) -> String {
    let seen = format!("{} of {} endings seen", scenario.endings_seen, scenario.endings);
    let state = match (&scenario.open_run, scenario.endings_seen) {
        (Some(_), _) => format!("go on; {seen}"),
        (None, 0) => "not tried yet".to_owned(),
        (None, _) => seen,
    };
    format!("{} ({state})", scenario.title)
}

fn title_of(shell: &Shell, pair: &TogetherView) -> String {
    shell.engine.title(&pair.scenario).unwrap_or_default()
}

/// One talk; those that are going on are offered first.
pub fn open(shell: &mut Shell, id: &str, side: Option<&str>) -> Go {
    let now = shell.now();
    let intro = shell.engine.scenario(id, now)?;
    let way = side.map(|typed| intro::way_named(&intro, typed)).transpose()?;
    match earlier(shell, &intro, way)? {
        None => Ok(()),
        Some(Open::New) => begin(shell, &intro, way),
        Some(Open::Run(run)) => alone::go_on(shell, &run),
        Some(Open::Pair(pair)) => together::go_on(shell, *pair),
    }
}

/// How a talk is opened.
enum Open {
    New,
    Run(String),
    Pair(Box<TogetherView>),
}

/// What the person wants to go on with, of what was asked for; nothing if they go back.
fn earlier(shell: &mut Shell, intro: &ScenarioIntro, way: Option<Way>) -> Go<Option<Open>> {
    let now = shell.now();
    let run = shell.engine.scenarios()?.into_iter().find(|row| row.id == intro.id).and_then(|row| row.open_run);
    let run = run.filter(|_| way != Some(Way::Together));
    let pair = shell.engine.current_together(now)?.filter(|pair| pair.scenario == intro.id);
    let pair = pair.filter(|_| !matches!(way, Some(Way::Alone(_))));
    if run.is_none() && pair.is_none() {
        return Ok(Some(Open::New));
    }
    let run = run.map(|run| ("Go on where you were", Open::Run(run)));
    let pair = pair.map(|pair| ("Go on together", Open::Pair(Box::new(pair))));
    let mut ways: Vec<(&str, Open)> = run.into_iter().chain(pair).chain([("Begin anew", Open::New)]).collect();
    loop {
        shell.screen.heading(&intro.title)?;
        let menu = Menu::of(ways.iter().map(|(words, _)| *words)).enter("the first one");
        let row = match shell.choose(&Page::default(), &menu)? {
            Pick::Leave => return Ok(None),
            Pick::Enter => Some(0),
            pick => pick.row(),
        };
        if let Some(row) = row.filter(|row| *row < ways.len()) {
            return Ok(Some(ways.swap_remove(row).1));
        }
    }
}

fn begin(shell: &mut Shell, intro: &ScenarioIntro, way: Option<Way>) -> Go {
    match intro::ask(shell, intro, way)? {
        None => Ok(()),
        Some((Way::Alone(side), answers)) => alone::begin(shell, intro, side, answers),
        Some((Way::Together, answers)) => together::begin(shell, intro, answers),
    }
}

/// The id of the talk that was typed: by its id, or by its title in the list, which names nothing.
fn known(shell: &Shell, typed: &str) -> Go<String> {
    let id = words::id("scenario", typed);
    let title = typed.to_lowercase().replace('-', " ");
    let course = shell.engine.course();
    let mut all = course.scenarios.iter();
    let found = all.find(|scenario| scenario.id == id || scenario.outside_title().to_lowercase() == title);
    if let Some(scenario) = found {
        return Ok(scenario.id.clone());
    }
    Err(Stop::Say(format!("There is no talk called {typed}. To see all of them, run: saywell rehearse")))
}

/// The run that was played last: of this scenario, or of any.
fn last_run(shell: &Shell, scenario: Option<&str>) -> Go<Option<String>> {
    let id = scenario.map(|typed| known(shell, typed)).transpose()?;
    Ok(shell.engine.last_run(id.as_deref())?)
}

fn nothing_to_go_back_to(shell: &mut Shell) -> Go {
    shell.screen.text("There is no talk to go back to. To begin one, run: saywell rehearse")
}
