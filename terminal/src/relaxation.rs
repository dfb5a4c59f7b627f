//! Relaxation: what to read first, how tense before, the session, how tense after. The cues are played in `player.rs`.

use crate::player::{self, Ending};
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{self, Go, Stop};
use crate::{doors, words};
use saywell_core::Error;
use saywell_core::relaxation::{Ended, Form, Playing, RelaxationCard, Session, Start, Tension};
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

/// The lengths of practice.
const LENGTHS: [Form; 3] = [Form::Five, Form::Full, Form::Fifteen];

/// What was asked for on the command line.
pub struct Asked<'a> {
    /// The script, as it was typed.
    pub script: Option<&'a str>,
    /// The form; none if the person is to be asked.
    pub form: Option<Form>,
    /// Do not wait between the cues.
    pub fast: bool,
    /// Write the sound to this file instead.
    pub render: Option<&'a Path>,
}

/// `saywell relax [SCRIPT] [--short | --minutes N] [--fast | --render FILE]`
pub fn run(shell: &mut Shell, asked: &Asked) -> Go {
    let now = shell.now();
    let known: Vec<String> = shell.engine.relaxations(now).into_iter().map(|card| card.id).collect();
    let named = asked.script.map(|typed| (words::id("relaxation", typed), typed));
    if let Some((id, typed)) = &named
        && !known.contains(id)
    {
        let all: Vec<&str> = known.iter().filter_map(|id| id.strip_prefix("relaxation/")).collect();
        return Err(Stop::Say(format!("There is no relaxation called {typed}. There is: {}", all.join(", "))));
    }
    match (named, asked.render) {
        (Some((id, _)), Some(file)) => render(shell, &id, asked.form.unwrap_or(Form::Full), file),
        (None, Some(_)) => {
            let all: Vec<&str> = known.iter().filter_map(|id| id.strip_prefix("relaxation/")).collect();
            Err(Stop::Say(format!("Please say which one to render: {}", all.join(", "))))
        }
        (Some((id, _)), None) => open(shell, &id, asked.form, asked.fast),
        (None, None) => pick(shell, asked.form, asked.fast),
    }
}

/// Picks a script, if there is more than one; a session that was cut short is offered first.
pub fn pick(shell: &mut Shell, form: Option<Form>, fast: bool) -> Go {
    // Quick calm is for a hard moment: it asks for nothing.
    let calm = form == Some(Form::Short);
    if !calm && resume(shell, fast)? {
        return Ok(());
    }
    let now = shell.now();
    let cards = shell.engine.relaxations(now);
    let mut picked = cards.first().filter(|_| calm || cards.len() == 1);
    while picked.is_none() {
        shell.screen.heading(&name(form))?;
        let menu = Menu::of(cards.iter().map(|card| card.title.clone()));
        match shell.choose(&Page::default(), &menu)? {
            Pick::Leave => return Ok(()),
            pick => picked = pick.row().and_then(|row| cards.get(row)),
        }
    }
    match picked {
        Some(card) => begin(shell, card, form, fast),
        None => Ok(()),
    }
}

/// One script; a session that was cut short is offered first, except in a hard moment.
pub fn open(shell: &mut Shell, id: &str, form: Option<Form>, fast: bool) -> Go {
    if form != Some(Form::Short) && resume(shell, fast)? {
        return Ok(());
    }
    let now = shell.now();
    match shell.engine.relaxations(now).iter().find(|card| card.id == id) {
        Some(card) => begin(shell, card, form, fast),
        None => Ok(()),
    }
}

fn name(form: Option<Form>) -> String {
    match form {
        Some(Form::Short) => "Quick calm, three minutes".into(),
        Some(form) => format!("Relax, {} minutes", form.minutes()),
        None => "Relax".into(),
    }
}

/// Goes on with a session that was cut short, if there is one and the person likes to. Whether they did.
fn resume(shell: &mut Shell, fast: bool) -> Go<bool> {
    let now = shell.now();
    let Some(mut playing) = shell.engine.current_relaxation(now)? else { return Ok(false) };
    let now = shell.now();
    let Some(card) = shell.engine.relaxations(now).into_iter().find(|card| card.id == playing.session.script) else {
        return Ok(false);
    };
    let left = playing.session.planned_ms - playing.session.elapsed_ms;
    loop {
        shell.screen.heading(&card.title)?;
        shell.screen.text(&format!("You had {} left. Go on?", words::span(left)))?;
        match shell.choose(
            &Page::default(),
            &Menu::of(["Go on", "Start anew; what you did stays in your log"]).enter("go on"),
        )? {
            Pick::Again => {}
            Pick::Leave => return Ok(true),
            Pick::Rows(rows) if rows == [1] => return Ok(false),
            _ => break,
        }
    }
    let now = shell.now();
    playing.session = shell.engine.resume_relaxation(&playing.session.id, now)?;
    play(shell, &card, playing, fast)?;
    Ok(true)
}

fn begin(shell: &mut Shell, card: &RelaxationCard, form: Option<Form>, fast: bool) -> Go {
    let Some(form) = length(shell, card, form)? else { return Ok(()) };
    let before = if form.is_practice() { tension(shell, "How tense are you?")? } else { None };
    let start = Start { id: shell.dice.id()?, script: card.id.clone(), form, before };
    let now = shell.now();
    let playing = shell.engine.start_relaxation(start, now)?;
    door(shell, playing.door.as_deref())?;
    play(shell, card, playing, fast)
}

/// Shows what to read first, and asks for the length where it is not said. Quick calm starts at once.
fn length(shell: &mut Shell, card: &RelaxationCard, form: Option<Form>) -> Go<Option<Form>> {
    loop {
        let mut page = Page::new(&card.facts);
        shell.screen.heading(&format!("{}: {}", name(form), card.title))?;
        page.prose(&mut shell.screen, &card.before)?;
        let menu = match form {
            Some(Form::Short) => return Ok(form),
            Some(_) => Menu::enter_only("start"),
            None => Menu::of(LENGTHS.map(|form| format!("{} minutes", form.minutes()))).enter("ten minutes"),
        };
        match shell.choose(&page, &menu)? {
            Pick::Leave => return Ok(None),
            Pick::Again => {}
            pick => {
                let picked = pick.row().and_then(|row| LENGTHS.get(row)).copied();
                return Ok(picked.or(form).or(Some(Form::Full)));
            }
        }
    }
}

fn play(shell: &mut Shell, card: &RelaxationCard, playing: Playing, fast: bool) -> Go {
    let Playing { session, timeline, .. } = playing;
    let fast = fast || shell.clock.stands_still();
    match player::play(shell, card, &session, &timeline, fast)? {
        Ending::Left => Ok(()),
        Ending::AtEnd(elapsed_ms) => finish(shell, &session, elapsed_ms),
    }
}

fn finish(shell: &mut Shell, session: &Session, elapsed_ms: i64) -> Go {
    let asked = if session.form.is_practice() {
        tension(shell, "How tense are you now? Less, more or the same are all okay.")
    } else {
        Ok(None)
    };
    // Whoever leaves here has practised all the same.
    let after = asked.as_ref().ok().copied().flatten();
    let Ended { session: done, door: opens } = shell.engine.finish_relaxation(&session.id, elapsed_ms, after)?;
    asked?;
    let screen = &mut shell.screen;
    screen.blank()?;
    screen.text(&format!("That was {} for you.", words::span(done.elapsed_ms)))?;
    if let Some((before, after)) = done.before.zip(done.after) {
        screen.text(&format!("Tension: {} before, {} after.", before.value(), after.value()))?;
    }
    door(shell, opens.as_deref())
}

/// Offers the help card that the engine opens for somebody who is very tense again.
fn door(shell: &mut Shell, card: Option<&str>) -> Go {
    let Some((card, title)) = card.and_then(|card| Some((card, shell.engine.title(card)?))) else {
        return Ok(());
    };
    loop {
        shell.screen.blank()?;
        shell.screen.text("That is a lot of tension, twice in a row. You do not have to carry it alone.")?;
        match shell.choose(&Page::default(), &Menu::of([format!("Open: {title}")]).enter("go on").leave("go on"))? {
            Pick::Again => {}
            Pick::Rows(_) => doors::open(shell, card)?,
            _ => return Ok(()),
        }
    }
}

/// Writes the bells and breaths of a session to a file; an old file of that name is replaced only by a whole one.
fn render(shell: &mut Shell, script: &str, form: Form, file: &Path) -> Go {
    let shown = file.display();
    let cannot = |fault: &std::io::Error| Stop::Say(format!("Cannot write {shown}: {}.", stop::plain(fault)));
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let part = tempfile::NamedTempFile::new_in(folder).map_err(|fault| cannot(&fault))?;
    let mut out: BufWriter<&File> = BufWriter::new(part.as_file());
    match shell.engine.render_relaxation(script, form, &mut out) {
        Ok(()) => {}
        Err(Error::NoSpace) => return Err(Stop::Say(format!("Cannot write {shown}: the disk is full."))),
        Err(Error::Storage { .. }) => return Err(Stop::Say(format!("Cannot write {shown}."))),
        Err(fault) => return Err(fault.into()),
    }
    drop(out);
    part.persist(file).map_err(|fault| cannot(&fault.error))?;
    shell.screen.text(&format!("{shown}: {} minutes of bells and breaths.", form.minutes()))
}

fn tension(shell: &mut Shell, question: &str) -> Go<Option<Tension>> {
    shell.screen.blank()?;
    shell.screen.text(question)?;
    shell.screen.aside("0 is at ease, 10 is very tense. Enter: skip.")?;
    loop {
        let typed = shell.ask()?;
        if typed.is_empty() {
            return Ok(None);
        }
        match typed.parse().ok().and_then(|value| Tension::new(value).ok()) {
            Some(tension) => return Ok(Some(tension)),
            None => shell.screen.aside("Please type a number from 0 to 10, or press Enter to skip.")?,
        }
    }
}
