//! Notes, and plans for a talk. What is written is on disk before the next question is asked.

use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use crate::words;
use saywell_core::content::Prompt;
use saywell_core::journal::{Note, Plan, PlanFields};
use saywell_core::{Error, Result};

/// How many notes are shown at a time.
const NOTES: u32 = 20;
/// How many plans are shown.
const PLANS: u32 = 50;

/// `saywell notes`
pub fn notes(shell: &mut Shell) -> Go {
    let mut before: Option<String> = None;
    loop {
        let notes = shell.engine.notes(before.as_deref(), NOTES)?;
        shell.screen.heading("Notes")?;
        if notes.is_empty() {
            shell.screen.text(if before.is_some() { "No older notes." } else { "Nothing here yet. That is fine." })?;
        }
        let rows = notes.iter().map(|note| format!("{}: {}", words::moment(note.written), words::excerpt(&note.text)));
        let mut menu = Menu::of(rows).key("n", "new note");
        let full = notes.len() == usize::try_from(NOTES).unwrap_or(usize::MAX);
        if full {
            menu = menu.key("o", "older notes");
        }
        match shell.choose(&Page::default(), &menu)? {
            Pick::Leave if before.is_some() => before = None,
            Pick::Leave => return Ok(()),
            Pick::Key("n") => {
                let id = shell.dice.id()?;
                write(shell, |shell, text| shell.engine.write_note(&id, text, shell.now()))?;
            }
            Pick::Key(_) => before = notes.last().map(|note| note.id.clone()),
            pick => {
                if let Some(note) = pick.row().and_then(|row| notes.get(row)) {
                    one(shell, note.clone())?;
                    before = None;
                }
            }
        }
    }
}

fn one(shell: &mut Shell, mut note: Note) -> Go {
    loop {
        shell.screen.heading(&words::moment(note.written))?;
        shell.screen.text(&note.text)?;
        match shell.choose(&Page::default(), &Menu::of(["Write it anew", "Delete"]).enter("back"))? {
            Pick::Again => {}
            Pick::Rows(rows) if rows == [0] => {
                let id = note.id.clone();
                let card = note.card.clone();
                let save = |shell: &mut Shell, text: &str| match &card {
                    Some(card) => shell.engine.write_card_note(&id, card, text, shell.now()),
                    None => shell.engine.write_note(&id, text, shell.now()),
                };
                if let Some(changed) = write(shell, save)? {
                    note = changed;
                }
            }
            Pick::Rows(_) => {
                if delete(shell, "this note")? {
                    shell.engine.delete_note(&note.id)?;
                    shell.screen.text("Deleted.")?;
                    return Ok(());
                }
            }
            _ => return Ok(()),
        }
    }
}

/// The note of a card.
pub fn write_on_card(shell: &mut Shell, card: &str) -> Go {
    let id = shell.dice.id()?;
    write(shell, |shell, text| shell.engine.write_card_note(&id, card, text, shell.now())).map(|_| ())
}

/// Reads a text and saves it, also when the input ends with it. Nothing written changes nothing.
fn write(shell: &mut Shell, save: impl Fn(&mut Shell, &str) -> Result<Note>) -> Go<Option<Note>> {
    shell.screen.blank()?;
    shell.screen.aside("Type your note. An empty line ends it. Enter at once: nothing is changed.")?;
    let written = shell.prompt.lines(&mut shell.screen)?;
    let saved = match written.text.trim() {
        "" => None,
        text => match save(shell, text) {
            Ok(note) => Some(note),
            Err(Error::Invalid { reason, .. }) => {
                shell.screen.text(&format!("Not saved: a note {reason}."))?;
                None
            }
            Err(fault) => return Err(fault.into()),
        },
    };
    if written.ended {
        return Err(Stop::End);
    }
    shell.screen.text(if saved.is_some() { "Saved." } else { "Nothing was changed." })?;
    Ok(saved)
}

fn delete(shell: &mut Shell, what: &str) -> Go<bool> {
    shell.screen.text(&format!("Delete {what} for good?"))?;
    shell.sure("Keep it", "Delete it")
}

/// `saywell plan`
pub fn plans(shell: &mut Shell) -> Go {
    loop {
        let plans = shell.engine.plans(PLANS)?;
        let title = shell.engine.course().plan.title.clone();
        shell.screen.heading(&title)?;
        let rows = plans.iter().map(|plan| format!("{}: {}", words::moment(plan.written), of_plan(plan)));
        let menu = Menu::of(rows).key("n", "new plan");
        match shell.choose(&Page::default(), &if plans.is_empty() { menu.enter("new plan") } else { menu })? {
            Pick::Again => {}
            Pick::Leave => return Ok(()),
            Pick::Rows(rows) => {
                if let Some(plan) = rows.first().and_then(|row| plans.get(*row)) {
                    one_plan(shell, plan.clone())?;
                }
            }
            _ => {
                let id = shell.dice.id()?;
                if before(shell)?
                    && let Some(plan) = fill_in(shell, &id, PlanFields::default())?
                {
                    one_plan(shell, plan)?;
                }
            }
        }
    }
}

/// What a plan is known by in the list: the first thing that was written.
fn of_plan(plan: &Plan) -> String {
    let PlanFields { time, place, opening, offer, exit } = &plan.fields;
    let first = [time, place, opening, offer, exit].into_iter().find(|text| !text.is_empty());
    words::excerpt(first.map_or("", String::as_str))
}

/// What is read before the first question. Whether the person goes on.
fn before(shell: &mut Shell) -> Go<bool> {
    loop {
        let now = shell.now();
        let questions = shell.engine.plan_questions(now);
        let mut page = Page::new(&questions.facts);
        shell.screen.blank()?;
        page.prose(&mut shell.screen, &questions.prompts.before)?;
        match shell.choose(&page, &Menu::enter_only("go on"))? {
            Pick::Again => {}
            pick => return Ok(pick != Pick::Leave),
        }
    }
}

fn one_plan(shell: &mut Shell, mut plan: Plan) -> Go {
    loop {
        shell.screen.heading(&words::moment(plan.written))?;
        let text = shell.engine.plan_as_text(&plan.id)?;
        shell.screen.text(text.trim_end())?;
        match shell.choose(&Page::default(), &Menu::of(["Text to share", "Change", "Delete"]).enter("back"))? {
            Pick::Again => {}
            Pick::Rows(rows) if rows == [0] => share(shell, &text)?,
            Pick::Rows(rows) if rows == [1] => {
                if let Some(changed) = fill_in(shell, &plan.id.clone(), plan.fields.clone())? {
                    plan = changed;
                }
            }
            Pick::Rows(_) => {
                if delete(shell, "this plan")? {
                    shell.engine.delete_plan(&plan.id)?;
                    return shell.screen.text("Deleted.");
                }
            }
            _ => return Ok(()),
        }
    }
}

fn share(shell: &mut Shell, text: &str) -> Go {
    shell.screen.blank()?;
    shell.screen.text("Copy the text between the lines. Whoever gets it can read it.")?;
    shell.screen.put(&format!("\n---\n{text}---\n"))?;
    shell.rest(&Page::default())
}

/// Asks the five questions; each answer is saved before the next one.
fn fill_in(shell: &mut Shell, id: &str, mut fields: PlanFields) -> Go<Option<Plan>> {
    let now = shell.now();
    let prompts = shell.engine.plan_questions(now).prompts;
    let mut saved = None;
    let questions: [(&Prompt, Field); 5] = [
        (&prompts.when, |fields| &mut fields.time),
        (&prompts.place, |fields| &mut fields.place),
        (&prompts.opening, |fields| &mut fields.opening),
        (&prompts.offer, |fields| &mut fields.offer),
        (&prompts.exit, |fields| &mut fields.exit),
    ];
    for (number, (prompt, field)) in (1..).zip(questions) {
        let mut page = Page::default();
        let ask = page.words(&shell.screen, &prompt.ask);
        shell.screen.heading(&format!("{number} of 5. {ask}"))?;
        page.line(&mut shell.screen, &prompt.hint)?;
        let known = field(&mut fields).clone();
        if known.is_empty() {
            shell.screen.aside("Enter: leave it empty.")?;
        } else {
            shell.screen.text(&format!("Now: {known}"))?;
            shell.screen.aside("Enter: keep it.")?;
        }
        let typed = shell.ask()?;
        if typed.is_empty() {
            continue;
        }
        *field(&mut fields) = typed;
        let now = shell.now();
        match shell.engine.write_plan(id, &fields, now) {
            Ok(plan) => saved = Some(plan),
            Err(Error::Invalid { reason, .. }) => {
                *field(&mut fields) = known;
                shell.screen.text(&format!("Not saved: this {reason}."))?;
            }
            Err(fault) => return Err(fault.into()),
        }
    }
    shell.screen.text(if saved.is_some() { "Saved." } else { "Nothing was changed." })?;
    Ok(saved)
}

type Field = fn(&mut PlanFields) -> &mut String;
