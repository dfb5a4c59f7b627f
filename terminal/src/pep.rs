//! The questions about PEP, one at a time, and what to do. Nothing that is answered here is stored.
//!
//! Which question follows, its answers and what to say are ruled by the engine. Enter goes on without an answer.

use crate::help;
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use crate::words;
use chrono::NaiveDate;
use saywell_core::content::{Line, PepQuestions, Span};
use saywell_core::help::{DayPart, PepAdvice, PepAsk, PepChoice, PepStep};

/// Asks, and says what to do.
pub fn run(shell: &mut Shell) -> Go {
    let texts = shell.engine.help_cards().into_iter().find_map(|card| card.pep);
    let Some(texts) = texts.map(|texts| texts.ask) else { return Ok(()) };
    shell.screen.heading("A few questions")?;
    shell.screen.text("Your answers are not saved.")?;
    let began = shell.now();
    let mut picks = Vec::new();
    loop {
        let step = shell.engine.pep_step(&picks, began, shell.now(), |at| shell.clock.offsets(at))?;
        match step {
            PepStep::Ask { ask: PepAsk::Hours, .. } => picks.push(hours_ago(shell)?),
            PepStep::Ask { ask, choices, may_skip } => {
                let question = question(&texts, ask);
                let rows: Vec<String> = choices.iter().map(|choice| row(shell, &texts, *choice)).collect();
                let Some(pick) = pick(shell, &question, &rows, without_answer(ask, may_skip))? else { return Ok(()) };
                picks.push(u16::try_from(pick).ok());
            }
            PepStep::Advise { advice, .. } => {
                if show(shell, &advice)? != Pick::Again {
                    return Ok(());
                }
            }
        }
    }
}

/// The row, from 0; past the last one, which is no answer, for Enter. Nothing if the person goes back.
fn pick(shell: &mut Shell, question: &Line, rows: &[String], enter: &'static str) -> Go<Option<usize>> {
    loop {
        let mut page = Page::default();
        shell.screen.blank()?;
        page.line(&mut shell.screen, question)?;
        match shell.choose(&page, &Menu::of(rows.iter().cloned()).enter(enter))? {
            Pick::Leave => return Ok(None),
            Pick::Enter => return Ok(Some(rows.len())),
            pick => {
                if let Some(row) = pick.row() {
                    return Ok(Some(row));
                }
            }
        }
    }
}

fn hours_ago(shell: &mut Shell) -> Go<Option<u16>> {
    loop {
        shell.screen.text("About how many hours ago? Type a number such as 5. For less than one hour, type 0.")?;
        let typed = shell.ask()?;
        if typed.is_empty() {
            return Ok(None);
        }
        if let Ok(hours) = typed.parse() {
            return Ok(Some(hours));
        }
    }
}

/// What Enter says.
fn without_answer(ask: PepAsk, may_skip: bool) -> &'static str {
    match ask {
        PepAsk::When | PepAsk::Day | PepAsk::Part => "not sure",
        _ if may_skip => "go on without an answer",
        _ => "not sure",
    }
}

fn question(texts: &PepQuestions, ask: PepAsk) -> Line {
    let ours = |words: &str| vec![Span::Text(words.into())];
    match ask {
        PepAsk::Status => texts.status.clone(),
        PepAsk::Contact => texts.contact.clone(),
        PepAsk::When => texts.when.clone(),
        PepAsk::Hours => ours("About how many hours ago?"),
        PepAsk::Day => ours("Which day was it?"),
        PepAsk::Part => ours("Which part of the day?"),
        PepAsk::Forced => texts.forced.clone(),
        PepAsk::Undetectable => texts.undetectable.clone(),
        PepAsk::Prep => texts.prep.clone(),
        PepAsk::Pregnant => texts.pregnant.clone(),
    }
}

fn row(shell: &Shell, texts: &PepQuestions, choice: PepChoice) -> String {
    let line = |line: &Line| Page::default().words(&shell.screen, line);
    let ours = match choice {
        PepChoice::Sex => return line(&texts.contact_sex),
        PepChoice::Works => return line(&texts.contact_works),
        PepChoice::Touch => return line(&texts.contact_touch),
        PepChoice::Other => return line(&texts.contact_other),
        PepChoice::OnDay { day, days_back } => return day_name(day, days_back),
        PepChoice::Yes => "Yes",
        PepChoice::No => "No",
        PepChoice::NotSure => "Not sure",
        PepChoice::KnowsHours => "I can say how many hours ago",
        PepChoice::KnowsDay => "I can say which day",
        PepChoice::LongerAgo => "Longer ago",
        PepChoice::InPart(part) => part_name(part),
    };
    ours.to_owned()
}

fn day_name(day: NaiveDate, days_back: u8) -> String {
    match days_back {
        0 => format!("Today, {}", words::short_day(day)),
        1 => format!("Yesterday, {}", words::short_day(day)),
        _ => words::short_day(day),
    }
}

fn part_name(part: DayPart) -> &'static str {
    match part {
        DayPart::Night => "At night, after midnight",
        DayPart::Morning => "In the morning, 6 to 12",
        DayPart::Afternoon => "In the afternoon, 12 to 6",
        DayPart::Evening => "In the evening, 6 to midnight",
        DayPart::Whole => "Not sure which part of the day",
    }
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
