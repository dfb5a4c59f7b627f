//! The questions about PEP, one at a time, and what to do. Nothing that is answered here is stored.
//!
//! Only what matters is asked; Enter goes on without an answer. What to say is ruled by the engine.

use crate::help;
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use crate::words;
use chrono::{Days, NaiveDate};
use saywell_core::content::{Line, PepQuestions};
use saywell_core::help::{PepAdvice, PepAnswers, PepContact, PepTime, Sure};

/// How far back a day can be named; before that it is "longer ago".
const DAYS: u64 = 4;

/// What Enter says where it is an answer.
const NOT_SURE: &str = "not sure";

/// Parts of a day, and the hours on the wall between which they lie.
const PARTS: [(&str, u8, u8); 5] = [
    ("At night, after midnight", 0, 6),
    ("In the morning, 6 to 12", 6, 12),
    ("In the afternoon, 12 to 6", 12, 18),
    ("In the evening, 6 to midnight", 18, 24),
    ("Not sure which part of the day", 0, 24),
];

/// Asks, and says what to do.
pub fn run(shell: &mut Shell) -> Go {
    let texts = shell.engine.help_cards().into_iter().find_map(|card| card.pep);
    let Some(ask) = texts.map(|texts| texts.ask) else { return Ok(()) };
    shell.screen.heading("A few questions")?;
    shell.screen.text("Your answers are not saved.")?;
    let Some(answers) = answers(shell, &ask)? else { return Ok(()) };
    loop {
        let now = shell.now();
        let advice = shell.engine.pep_advice(&answers, now)?;
        if show(shell, &advice)? != Pick::Again {
            return Ok(());
        }
    }
}

/// What the person says; nothing if they go back.
fn answers(shell: &mut Shell, ask: &PepQuestions) -> Go<Option<PepAnswers>> {
    let mut answers = PepAnswers {
        has_hiv: Sure::NotSure,
        contact: PepContact::Other,
        time: PepTime::NotSure,
        forced: false,
        partner_undetectable: false,
        on_prep: false,
        pregnant: false,
    };
    let Some(status) = pick(shell, &ask.status, &["Yes", "No", "Not sure"], NOT_SURE)? else { return Ok(None) };
    answers.has_hiv = match status {
        0 => Sure::Yes,
        1 => Sure::No,
        _ => Sure::NotSure,
    };
    if answers.has_hiv == Sure::Yes {
        return Ok(yes(shell, &ask.forced)?.map(|forced| PepAnswers { forced, ..answers }));
    }
    let kinds = [&ask.contact_sex, &ask.contact_works, &ask.contact_touch, &ask.contact_other];
    let kinds = kinds.map(|line| Page::default().words(&shell.screen, line));
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let Some(contact) = pick(shell, &ask.contact, &kinds, NOT_SURE)? else { return Ok(None) };
    answers.contact = match contact {
        0 => PepContact::Sex,
        1 => PepContact::Works,
        2 => PepContact::Touch,
        _ => PepContact::Other,
    };
    if answers.contact == PepContact::Touch {
        let Some(forced) = yes(shell, &ask.forced)? else { return Ok(None) };
        answers.forced = forced;
        if !forced {
            return Ok(Some(answers));
        }
    }
    let Some(time) = when(shell, &ask.when)? else { return Ok(None) };
    answers.time = time;
    if answers.contact != PepContact::Touch {
        let Some(forced) = yes(shell, &ask.forced)? else { return Ok(None) };
        answers.forced = forced;
    }
    if answers.contact == PepContact::Sex && !answers.forced {
        let Some(undetectable) = yes(shell, &ask.undetectable)? else { return Ok(None) };
        answers.partner_undetectable = undetectable;
    }
    let Some(on_prep) = yes(shell, &ask.prep)? else { return Ok(None) };
    let Some(pregnant) = yes(shell, &ask.pregnant)? else { return Ok(None) };
    Ok(Some(PepAnswers { on_prep, pregnant, ..answers }))
}

/// The number of the answer, from 0; past the last one for Enter. Nothing if the person goes back.
fn pick(shell: &mut Shell, question: &Line, choices: &[&str], enter: &'static str) -> Go<Option<usize>> {
    loop {
        let mut page = Page::default();
        shell.screen.blank()?;
        page.line(&mut shell.screen, question)?;
        match shell.choose(&page, &Menu::of(choices.iter().copied()).enter(enter))? {
            Pick::Leave => return Ok(None),
            Pick::Enter => return Ok(Some(choices.len())),
            pick => {
                if let Some(row) = pick.row() {
                    return Ok(Some(row));
                }
            }
        }
    }
}

fn yes(shell: &mut Shell, question: &Line) -> Go<Option<bool>> {
    Ok(pick(shell, question, &["Yes", "No"], "go on without an answer")?.map(|row| row == 0))
}

fn when(shell: &mut Shell, question: &Line) -> Go<Option<PepTime>> {
    let ways = ["I can say how many hours ago", "I can say which day", "I am not sure"];
    match pick(shell, question, &ways, NOT_SURE)? {
        None => Ok(None),
        Some(0) => hours_ago(shell).map(Some),
        Some(1) => which_day(shell),
        Some(_) => Ok(Some(PepTime::NotSure)),
    }
}

fn hours_ago(shell: &mut Shell) -> Go<PepTime> {
    loop {
        shell.screen.text("About how many hours ago? Type a number such as 5. For less than one hour, type 0.")?;
        let typed = shell.ask()?;
        if typed.is_empty() {
            return Ok(PepTime::NotSure);
        }
        if let Ok(hours) = typed.parse() {
            return Ok(PepTime::AboutHoursAgo(hours));
        }
    }
}

fn which_day(shell: &mut Shell) -> Go<Option<PepTime>> {
    let today = shell.now().0.date_naive();
    let days: Vec<NaiveDate> = (0..=DAYS).filter_map(|back| today.checked_sub_days(Days::new(back))).collect();
    let name = |(back, day): (usize, &NaiveDate)| match back {
        0 => format!("Today, {}", words::short_day(*day)),
        1 => format!("Yesterday, {}", words::short_day(*day)),
        _ => words::short_day(*day),
    };
    let names: Vec<String> = days.iter().enumerate().map(name).chain(["Longer ago".into()]).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let question = vec![saywell_core::content::Span::Text("Which day was it?".into())];
    let Some(row) = pick(shell, &question, &names, NOT_SURE)? else { return Ok(None) };
    match days.get(row) {
        Some(day) => part_of(shell, *day),
        None if row == days.len() => Ok(Some(longer_ago(shell, &days))),
        None => Ok(Some(PepTime::NotSure)),
    }
}

/// Some time before the first of these days.
fn longer_ago(shell: &Shell, days: &[NaiveDate]) -> PepTime {
    let latest = days.last().and_then(|day| shell.clock.latest(*day, 0));
    match latest {
        // How much longer ago makes no difference.
        Some(latest) => PepTime::Between { earliest: latest, latest },
        None => PepTime::NotSure,
    }
}

fn part_of(shell: &mut Shell, day: NaiveDate) -> Go<Option<PepTime>> {
    let now = shell.now();
    let begun = |(_, from, _): &&(&str, u8, u8)| shell.clock.earliest(day, *from).is_some_and(|at| at.0 <= now.0);
    let parts: Vec<_> = PARTS.iter().filter(begun).copied().collect();
    let names: Vec<&str> = parts.iter().map(|(name, _, _)| *name).collect();
    let question = vec![saywell_core::content::Span::Text("Which part of the day?".into())];
    let Some(row) = pick(shell, &question, &names, NOT_SURE)? else { return Ok(None) };
    let (_, from, to) = parts.get(row).copied().unwrap_or(("", 0, 24));
    let span = shell.clock.earliest(day, from).zip(shell.clock.latest(day, to));
    Ok(Some(match span {
        // The part of the day that is now has not come to its end.
        Some((earliest, latest)) if latest.0 > now.0 => PepTime::Between { earliest, latest: now },
        Some((earliest, latest)) => PepTime::Between { earliest, latest },
        None => PepTime::NotSure,
    }))
}

fn show(shell: &mut Shell, advice: &PepAdvice) -> Go<Pick> {
    let mut page = Page::new(&advice.facts);
    for said in &advice.parts {
        help::part(shell, &mut page, &said.part)?;
    }
    if let Some(hours) = advice.hours_left {
        shell.screen.blank()?;
        let left = match hours {
            0 => "less than one hour".to_owned(),
            hours => words::count(hours, "hour", "hours"),
        };
        let line = shell.screen.bold(&format!("Time left: {left}. Hours are rounded down."));
        shell.screen.text(&line)?;
    }
    shell.choose(&page, &Menu::enter_only("back to the card"))
}
