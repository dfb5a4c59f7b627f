//! Home: what to go on with, and every other door. `saywell` without a word opens it.

use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use crate::{help, journal, lesson, log, quiz, relaxation, reminder, review, scenario, search, words};
use saywell_core::progress::Home;
use saywell_core::relaxation::Form;
use std::path::Path;

/// A door on Home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    GoOn,
    Learn,
    Quiz,
    Talk,
    Rehearse,
    Review,
    Relax,
    Calm,
    Plan,
    Notes,
    Remind,
    Log,
    Search,
    Help,
}

/// Said once, before the first Home: what this is, and what it cannot hide.
pub fn welcome(shell: &mut Shell, folder: &Path) -> Go {
    let screen = &mut shell.screen;
    screen.heading("Saywell")?;
    screen.text("A place to rehearse hard conversations. It needs no network and no account.")?;
    screen.text(&format!(
        "All that you do is kept in {}, encrypted, with its key beside it. Whoever can use your account on this \
         computer can open it. What is on your screen stays in the window until you close it.",
        folder.display()
    ))?;
    screen.text("On every screen: h is help now, q goes back, x leaves at once.")
}

/// Home, again after every door, until the person leaves.
pub fn run(shell: &mut Shell) -> Go {
    reminder::back(shell)?;
    loop {
        let now = shell.now();
        let home = shell.engine.home(now)?;
        let doors = doors(&home);
        shell.screen.heading("Home")?;
        let menu = Menu::of(doors.iter().map(|(_, words)| words.clone())).leave("leave");
        let row = match shell.choose(&Page::default(), &menu)? {
            Pick::Leave => return Ok(()),
            pick => pick.row(),
        };
        if let Some((door, _)) = row.and_then(|row| doors.get(row)) {
            enter(shell, *door, &home)?;
        }
    }
}

fn doors(home: &Home) -> Vec<(Door, String)> {
    let go_on = home.go_on.as_ref().map(|unit| {
        let verb = if home.units_done == 0 && unit.seen == 0 { "Begin" } else { "Go on" };
        (Door::GoOn, format!("{verb}: {}", lesson::row(unit)))
    });
    let quiz = match home.open_quizzes.first() {
        Some(open) => format!("Quiz (open: {})", open.title),
        None => "Quiz".into(),
    };
    let relax = match &home.relaxation {
        Some(session) => format!("Relax (go on, {} left)", words::span(session.planned_ms - session.elapsed_ms)),
        None => "Relax: five, ten or fifteen minutes".into(),
    };
    let review = (home.due > 0).then(|| (Door::Review, format!("Look back ({} today)", home.due)));
    let talk = home.open_talk.as_ref().map(|open| (Door::Talk, format!("Go on with the talk: {}", open.title)));
    let all = [
        (Door::Learn, format!("All units ({} of {} done)", home.units_done, home.units)),
        (Door::Quiz, quiz),
        (Door::Rehearse, "Rehearse a talk".into()),
        (Door::Relax, relax),
        (Door::Calm, "Quick calm, three minutes".into()),
        (Door::Plan, "Plan a talk".into()),
        (Door::Notes, "Notes".into()),
        (Door::Remind, "Reminders".into()),
        (Door::Log, "Your practice".into()),
        (Door::Search, "Search".into()),
        (Door::Help, "Help now".into()),
    ];
    go_on.into_iter().chain(talk).chain(review).chain(all).collect()
}

fn enter(shell: &mut Shell, door: Door, home: &Home) -> Go {
    match door {
        Door::GoOn => match &home.go_on {
            Some(unit) => lesson::read(shell, &unit.id),
            None => Ok(()),
        },
        Door::Learn => lesson::outline(shell),
        Door::Quiz => quiz::run(shell, None),
        Door::Talk => match &home.open_talk {
            Some(open) => scenario::go_on(shell, &open.run),
            None => Ok(()),
        },
        Door::Rehearse => scenario::list(shell, None),
        Door::Review => review::run(shell),
        Door::Relax => relaxation::pick(shell, None, false),
        Door::Calm => relaxation::pick(shell, Some(Form::Short), false),
        Door::Plan => journal::plans(shell),
        Door::Notes => journal::notes(shell),
        Door::Remind => reminder::run(shell),
        Door::Log => log::look(shell),
        Door::Search => search::ask(shell),
        Door::Help => help::list(shell),
    }
}
