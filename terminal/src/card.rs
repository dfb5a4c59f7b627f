//! One card of a unit: what it shows, what may be answered, and which verb that calls.

use crate::help::NOT_APPROVED;
use crate::journal;
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use crate::{doors, words};
use saywell_core::Error;
use saywell_core::content::{CardKind, CheckOption, Door, Line, Spoken, Step, TableRow};
use saywell_core::lesson::{LessonCard, LessonStep};

/// Shows a card until the reader moves; nothing if they leave the unit, which keeps their place.
pub fn show(shell: &mut Shell, card: &LessonCard) -> Go<Option<LessonStep>> {
    let mut step = 0;
    loop {
        let mut page = Page::new(&card.facts);
        shell.screen.blank()?;
        shell.screen.aside(&format!("{}, card {} of {}", card.title, card.position, card.of))?;
        if card.card.needs_clinician {
            shell.screen.text(NOT_APPROVED)?;
        }
        let menu = draw(shell, &mut page, card, step)?.jumps();
        let menu = if card.position > 1 || step > 0 { menu.key("b", "back") } else { menu };
        let now = shell.now();
        let (unit, id) = (card.unit.as_str(), card.card.id.as_str());
        match shell.choose(&page, &menu.leave("leave, your place is kept"))? {
            Pick::Leave => return Ok(None),
            Pick::Enter if step + 1 < steps(card) => step += 1,
            Pick::Enter => return Ok(Some(shell.engine.next_card(unit, id, now)?)),
            Pick::Key(_) if step > 0 => step -= 1,
            Pick::Key(_) => return Ok(Some(shell.engine.previous_card(unit, id, now)?)),
            Pick::Jump(number) => {
                if let Some(there) = jump(shell, card, number)? {
                    return Ok(Some(there));
                }
            }
            Pick::Rows(rows) => {
                if let Some(next) = answer(shell, card, rows.first().copied().unwrap_or_default())? {
                    return Ok(Some(next));
                }
            }
            Pick::Again => {}
        }
    }
}

/// How many screens the card fills.
fn steps(card: &LessonCard) -> usize {
    match &card.card.kind {
        CardKind::Steps { steps, .. } => steps.len(),
        _ => 1,
    }
}

/// Writes the card; answers with what may be answered to it.
fn draw(shell: &mut Shell, page: &mut Page, card: &LessonCard, step: usize) -> Go<Menu> {
    let next = Menu::enter_only("next card");
    match &card.card.kind {
        CardKind::Gate { question, body, doors } => gate(shell, page, question, body, doors),
        CardKind::Read { title, body } => {
            shell.screen.heading(title)?;
            page.prose(&mut shell.screen, body)?;
            Ok(next)
        }
        CardKind::Exchange { title, scene, lines, notice, .. } => {
            shell.screen.heading(title)?;
            page.line(&mut shell.screen, scene)?;
            spoken(shell, page, lines)?;
            let notice = page.words(&shell.screen, notice);
            shell.screen.text(&format!("Notice: {notice}"))?;
            Ok(next)
        }
        CardKind::Check { question, options, .. } => check(shell, page, card, question, options),
        CardKind::Steps { title, steps } => {
            shell.screen.heading(title)?;
            one_step(shell, page, steps, step)
        }
        CardKind::Table { title, columns, rows } => {
            shell.screen.heading(title)?;
            table(shell, page, columns, rows)?;
            Ok(next)
        }
        CardKind::Reflect { prompt, hint } => {
            shell.screen.heading("For you")?;
            page.line(&mut shell.screen, prompt)?;
            page.line(&mut shell.screen, hint)?;
            let write = match &card.note {
                None => "Write a note",
                Some(note) => {
                    shell.screen.heading("Your note")?;
                    shell.screen.text(&note.text)?;
                    "Write it anew"
                }
            };
            Ok(Menu::of([write]).enter("next card"))
        }
        CardKind::Practise { to, body } => {
            shell.screen.heading("To practise")?;
            page.line(&mut shell.screen, body)?;
            let door = shell.engine.title(to).map(|title| format!("Open: {title}"));
            if door.is_none() {
                shell.screen.text("This part is not in the keyboard version yet.")?;
            }
            Ok(Menu::of(door).enter("next card"))
        }
    }
}

fn gate(
    shell: &mut Shell,
    page: &mut Page,
    question: &Line,
    body: &saywell_core::content::Prose,
    doors: &[Door],
) -> Go<Menu> {
    let question = page.words(&shell.screen, question);
    shell.screen.heading(&question)?;
    page.prose(&mut shell.screen, body)?;
    let rows: Vec<String> = doors.iter().map(|door| page.words(&shell.screen, &door.text)).collect();
    Ok(Menu::of(rows))
}

fn spoken(shell: &mut Shell, page: &mut Page, lines: &[Spoken]) -> Go {
    shell.screen.blank()?;
    for line in lines {
        let by = match line.by.as_str() {
            "you" => "You",
            "partner" => "Partner",
            name => name,
        };
        let say = page.words(&shell.screen, &line.say);
        let by = shell.screen.bold(&format!("{by}:"));
        shell.screen.hanging("", &format!("{by} {say}"))?;
    }
    shell.screen.blank()
}

fn check(shell: &mut Shell, page: &mut Page, card: &LessonCard, question: &Line, options: &[CheckOption]) -> Go<Menu> {
    let question = page.words(&shell.screen, question);
    shell.screen.heading(&question)?;
    let rows: Vec<String> = options.iter().map(|option| page.words(&shell.screen, &option.text)).collect();
    let Some(said) = &card.feedback else { return Ok(Menu::of(rows).enter("next card")) };
    if let Some(chosen) = options.iter().zip(&rows).find(|(option, _)| option.id == said.option) {
        shell.screen.text(&format!("You chose: {}", chosen.1))?;
    }
    shell.screen.blank()?;
    let why = page.words(&shell.screen, &said.why);
    shell.screen.text(&format!("{} {why}", if said.right { "This one fits." } else { "Not this one." }))?;
    let Some(again) = &said.again else { return Ok(Menu::enter_only("next card")) };
    shell.screen.blank()?;
    page.line(&mut shell.screen, again)?;
    Ok(Menu::of(rows).enter("next card"))
}

fn one_step(shell: &mut Shell, page: &mut Page, steps: &[Step], at: usize) -> Go<Menu> {
    if let Some(step) = steps.get(at) {
        shell.screen.text(&format!("Step {} of {}.", at + 1, steps.len()))?;
        if step.needs_clinician {
            shell.screen.text(NOT_APPROVED)?;
        }
        page.line(&mut shell.screen, &step.text)?;
    }
    Ok(Menu::enter_only(if at + 1 < steps.len() { "next step" } else { "next card" }))
}

/// A row reads as its name, and under it each column's name with what it holds.
fn table(shell: &mut Shell, page: &mut Page, columns: &[String], rows: &[TableRow]) -> Go {
    for row in rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| page.words(&shell.screen, cell)).collect();
        if let Some(name) = cells.first() {
            let name = shell.screen.bold(name);
            shell.screen.blank()?;
            shell.screen.text(&name)?;
        }
        if row.needs_clinician {
            shell.screen.hanging("  ", NOT_APPROVED)?;
        }
        for (column, cell) in columns.iter().zip(&cells).skip(1) {
            shell.screen.hanging("  ", &format!("{column}: {cell}"))?;
        }
    }
    Ok(())
}

/// What a number does on this card; nothing if the card is shown again.
fn answer(shell: &mut Shell, card: &LessonCard, row: usize) -> Go<Option<LessonStep>> {
    let now = shell.now();
    let (unit, id) = (card.unit.as_str(), card.card.id.as_str());
    match &card.card.kind {
        CardKind::Gate { doors, .. } => match doors.get(row) {
            Some(door) => Ok(Some(shell.engine.answer_gate(unit, id, &door.id, now)?)),
            None => Ok(None),
        },
        CardKind::Check { options, .. } => match options.get(row) {
            Some(option) => Ok(Some(shell.engine.answer_check(unit, id, &option.id, now)?)),
            None => Ok(None),
        },
        CardKind::Reflect { .. } => {
            journal::write_on_card(shell, id)?;
            Ok(Some(shell.engine.go_to_card(unit, id, id, now)?))
        }
        CardKind::Practise { to, .. } => doors::open(shell, to).map(|()| None),
        _ => Ok(None),
    }
}

fn jump(shell: &mut Shell, card: &LessonCard, number: usize) -> Go<Option<LessonStep>> {
    let course = shell.engine.course();
    let unit = course.unit(&card.unit);
    let Some(to) = unit.and_then(|unit| unit.cards.get(number.checked_sub(1)?)).map(|there| there.id.clone()) else {
        shell.screen.text(&format!("This unit has {}.", words::count(card.of, "card", "cards")))?;
        return Ok(None);
    };
    let now = shell.now();
    match shell.engine.go_to_card(&card.unit, &card.card.id, &to, now) {
        Ok(there) => Ok(Some(there)),
        Err(Error::Invalid { .. }) => {
            shell.screen.text("You have not been on that card yet. The cards before it come first.")?;
            Ok(None)
        }
        Err(fault) => Err(fault.into()),
    }
}
