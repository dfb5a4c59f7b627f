//! Relaxation: what to read first, how tense before, the session, how tense after. The cues are played in `player.rs`.

use crate::player::{self, Ending};
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use crate::words;
use saywell_core::relaxation::{Form, Playing, RelaxationCard, Session, Start, Tension};

/// `saywell relax [SCRIPT] [--short] [--fast]`
pub fn run(shell: &mut Shell, script: Option<&str>, form: Form, fast: bool) -> Go {
    let now = shell.now();
    let known: Vec<String> = shell.engine.relaxations(now).into_iter().map(|card| card.id).collect();
    let named = script.map(|typed| (words::id("relaxation", typed), typed));
    if let Some((id, typed)) = &named
        && !known.contains(id)
    {
        let all: Vec<&str> = known.iter().filter_map(|id| id.strip_prefix("relaxation/")).collect();
        return Err(Stop::Say(format!("There is no relaxation called {typed}. There is: {}", all.join(", "))));
    }
    match named {
        Some((id, _)) => open(shell, &id, form, fast),
        None => pick(shell, form, fast),
    }
}

/// Picks a script, if there is more than one; a session that was cut short is offered first.
pub fn pick(shell: &mut Shell, form: Form, fast: bool) -> Go {
    // Quick calm is for a hard moment: it asks for nothing.
    if form == Form::Full && resume(shell, fast)? {
        return Ok(());
    }
    let now = shell.now();
    let cards = shell.engine.relaxations(now);
    let mut picked = cards.first().filter(|_| cards.len() == 1);
    while picked.is_none() {
        shell.screen.heading(name(form))?;
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

/// One script; a session that was cut short is offered first.
pub fn open(shell: &mut Shell, id: &str, form: Form, fast: bool) -> Go {
    if resume(shell, fast)? {
        return Ok(());
    }
    let now = shell.now();
    match shell.engine.relaxations(now).iter().find(|card| card.id == id) {
        Some(card) => begin(shell, card, form, fast),
        None => Ok(()),
    }
}

fn name(form: Form) -> &'static str {
    match form {
        Form::Full => "Relax, ten minutes",
        Form::Short => "Quick calm, three minutes",
    }
}

/// Goes on with a session that was cut short, if there is one and the person likes to. Whether they did.
fn resume(shell: &mut Shell, fast: bool) -> Go<bool> {
    let now = shell.now();
    let Some(playing) = shell.engine.current_relaxation(now)? else { return Ok(false) };
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
    play(shell, &card, playing, fast)?;
    Ok(true)
}

fn begin(shell: &mut Shell, card: &RelaxationCard, form: Form, fast: bool) -> Go {
    loop {
        let mut page = Page::new(&card.facts);
        shell.screen.heading(&format!("{}: {}", name(form), card.title))?;
        page.prose(&mut shell.screen, &card.before)?;
        match shell.choose(&page, &Menu::enter_only("start"))? {
            Pick::Leave => return Ok(()),
            Pick::Again => {}
            _ => break,
        }
    }
    // Quick calm starts at once.
    let before = match form {
        Form::Full => tension(shell, "How tense are you?")?,
        Form::Short => None,
    };
    let start = Start { id: shell.dice.id()?, script: card.id.clone(), form, before };
    let now = shell.now();
    let playing = shell.engine.start_relaxation(start, now)?;
    play(shell, card, playing, fast)
}

fn play(shell: &mut Shell, card: &RelaxationCard, playing: Playing, fast: bool) -> Go {
    let Playing { session, timeline } = playing;
    let fast = fast || shell.clock.stands_still();
    match player::play(shell, card, &session, &timeline, fast)? {
        Ending::Left => Ok(()),
        Ending::AtEnd(elapsed_ms) => finish(shell, &session, elapsed_ms),
    }
}

fn finish(shell: &mut Shell, session: &Session, elapsed_ms: i64) -> Go {
    let asked = match session.form {
        Form::Full => tension(shell, "How tense are you now? Less, more or the same are all okay."),
        Form::Short => Ok(None),
    };
    // Whoever leaves here has practised all the same.
    let after = asked.as_ref().ok().copied().flatten();
    let done = shell.engine.finish_relaxation(&session.id, elapsed_ms, after)?;
    asked?;
    let screen = &mut shell.screen;
    screen.blank()?;
    screen.text(&format!("That was {} for you.", words::span(done.elapsed_ms)))?;
    if let Some((before, after)) = done.before.zip(done.after) {
        screen.text(&format!("Tension: {} before, {} after.", before.value(), after.value()))?;
    }
    Ok(())
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
