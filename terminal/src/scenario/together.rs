//! A talk of two people at one keyboard, stage by stage. Each stage is on disk before it shows, so both can stop at any time.
//!
//! A card is open only between two presses of Enter by the one it belongs to. Then it is taken off the screen, and never
//! comes back: the engine gives it out in its own stage alone.

use super::intro::Answers;
use super::timer::{self, Talked};
use super::{card, debrief};
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use crate::{doors, words};
use saywell_core::scenario::{BeginTogether, Heard, ScenarioIntro, Stage, TogetherView};
use saywell_core::{Error, Result};

/// What `q` does in every stage.
const STOP: &str = "stop for now, your place is kept";

/// Begins a talk whose situation both have just read.
pub fn begin(shell: &mut Shell, intro: &ScenarioIntro, answers: Answers) -> Go {
    let Answers { gate, setup } = answers;
    let begin = BeginTogether { id: shell.dice.id()?, scenario: intro.id.clone(), setup, gate };
    let now = shell.now();
    let view = shell.engine.begin_together(&begin, now)?;
    play(shell, view, false)
}

/// Goes on with a talk.
pub fn go_on(shell: &mut Shell, view: TogetherView) -> Go {
    shell.screen.heading(&view.title)?;
    play(shell, view, true)
}

fn play(shell: &mut Shell, mut view: TogetherView, tell: bool) -> Go {
    loop {
        let next = match view.stage {
            Stage::Situation => situation(shell, &view, tell)?,
            Stage::FirstCard => private_card(shell, &view, &view.first)?,
            Stage::SecondCard => private_card(shell, &view, &view.second)?,
            Stage::Talk => talk(shell, &view)?,
            Stage::FirstMarks => marks(shell, &view, [&view.first, &view.second])?,
            Stage::SecondMarks => marks(shell, &view, [&view.second, &view.first])?,
            Stage::Debrief => look_back(shell, &view)?,
            Stage::Over => {
                shell.screen.blank()?;
                return shell.screen.text("That is the end of this talk. Look after each other.");
            }
        };
        let Some(next) = next else { return Ok(()) };
        view = next;
    }
}

/// What a verb answered; where the two are, if they went on in another window.
fn moved(shell: &mut Shell, answer: Result<TogetherView>) -> Go<Option<TogetherView>> {
    match answer {
        Ok(view) => Ok(Some(view)),
        Err(Error::OutOfDate { .. }) => {
            shell.screen.text("This talk went on in another window. Here is where it stands.")?;
            let now = shell.now();
            Ok(shell.engine.current_together(now)?)
        }
        Err(fault) => Err(fault.into()),
    }
}

fn next(shell: &mut Shell, view: &TogetherView) -> Go<Option<TogetherView>> {
    let now = shell.now();
    let answer = shell.engine.next_stage(&view.id, view.stage, now);
    moved(shell, answer)
}

fn end(shell: &mut Shell, view: &TogetherView) -> Go<Option<TogetherView>> {
    let now = shell.now();
    Ok(Some(shell.engine.leave_together(&view.id, now)?))
}

fn situation(shell: &mut Shell, view: &TogetherView, tell: bool) -> Go<Option<TogetherView>> {
    loop {
        let mut page = Page::new(&view.facts);
        if tell {
            shell.screen.blank()?;
            page.prose(&mut shell.screen, &view.safety)?;
            shell.screen.heading("What you both know")?;
            page.prose(&mut shell.screen, &view.situation)?;
        }
        shell.screen.heading("How it goes")?;
        let minutes = words::count(view.minutes, "minute", "minutes");
        shell.screen.text(&format!(
            "Each of you gets a card that only you read. Then you talk as {} and {}, for about {minutes}. Then each of you \
             says what you heard. You can stop at any time.",
            view.first, view.second
        ))?;
        match shell.choose(&page, &Menu::enter_only("go on").key("e", "end it here").leave(STOP))? {
            Pick::Leave => return Ok(None),
            Pick::Enter => return next(shell, view),
            Pick::Key(_) => return end(shell, view),
            _ => {}
        }
    }
}

/// Hands the keyboard over, opens the card, and takes it off the screen again.
fn private_card(shell: &mut Shell, view: &TogetherView, name: &str) -> Go<Option<TogetherView>> {
    loop {
        shell.screen.heading(&format!("A card for {name}"))?;
        shell.screen.text(&format!("Hand the keyboard to {name}. Press Enter when only you can see the screen."))?;
        let menu = Menu::enter_only("open the card").key("e", "end it here").leave(STOP);
        match shell.choose(&Page::default(), &menu)? {
            Pick::Leave => return Ok(None),
            Pick::Enter => break,
            Pick::Key(_) => return end(shell, view),
            _ => {}
        }
    }
    let read = read_card(shell, view);
    let gone = shell.screen.wipe();
    let read = read?;
    gone?;
    shell.screen.text("The card is closed.")?;
    if read { next(shell, view) } else { Ok(None) }
}

/// Whether the person goes on.
fn read_card(shell: &mut Shell, view: &TogetherView) -> Go<bool> {
    let role = shell.engine.open_card(&view.id)?;
    loop {
        let page = card::write(shell, &role)?;
        shell.screen.blank()?;
        shell.screen.text("Only for you. Play it your way. Say \"pause\" to stop at any time.")?;
        match shell.choose(&page, &Menu::enter_only("close the card, it does not come back").leave(STOP))? {
            Pick::Leave => return Ok(false),
            Pick::Enter => return Ok(true),
            _ => {}
        }
    }
}

fn talk(shell: &mut Shell, view: &TogetherView) -> Go<Option<TogetherView>> {
    match timer::talk(shell, view)? {
        Talked::Done => next(shell, view),
        Talked::Stop => Ok(None),
        Talked::End => end(shell, view),
    }
}

fn marks(shell: &mut Shell, view: &TogetherView, [by, of]: [&str; 2]) -> Go<Option<TogetherView>> {
    loop {
        shell.screen.blank()?;
        shell.screen.text(&format!("Hand the keyboard to {by}."))?;
        shell.screen.heading(&format!("{by}, what did you hear {of} do?"))?;
        shell.screen.text("Type all the numbers, such as 1 3. None is fine too.")?;
        let rows = view.to_mark.iter().map(|heard| heard.name.clone());
        let heard: Vec<String> =
            match shell.choose(&Page::default(), &Menu::of(rows).several().enter("none").leave(STOP))? {
                Pick::Leave => return Ok(None),
                Pick::Enter => Vec::new(),
                Pick::Rows(rows) => {
                    let heard = (0..).zip(&view.to_mark).filter(|(row, _)| rows.contains(row));
                    heard.map(|(_, heard)| heard.technique.clone()).collect()
                }
                _ => continue,
            };
        let now = shell.now();
        let answer = shell.engine.mark(&view.id, view.stage, &heard, now);
        return moved(shell, answer);
    }
}

fn look_back(shell: &mut Shell, view: &TogetherView) -> Go<Option<TogetherView>> {
    loop {
        let mut page = Page::new(&view.facts);
        shell.screen.heading("Look back, both of you")?;
        heard(shell, [&view.first, &view.second], &view.first_heard)?;
        heard(shell, [&view.second, &view.first], &view.second_heard)?;
        if !view.debrief.is_empty() {
            shell.screen.blank()?;
            page.prose(&mut shell.screen, &view.debrief)?;
        }
        let swap = format!("Swap sides: who was {} is {} now", view.first, view.second);
        let ways = debrief::ways_on(shell, &mut page, &view.onward);
        let rows = std::iter::once(swap).chain(ways);
        let now = shell.now();
        match shell.choose(&page, &Menu::of(rows).enter("finish").leave(STOP))? {
            Pick::Leave => return Ok(None),
            Pick::Enter => return next(shell, view),
            Pick::Rows(rows) if rows == [0] => {
                let answer = shell.engine.swap_sides(&view.id, view.round, now);
                return moved(shell, answer);
            }
            pick => {
                let way = pick.row().and_then(|row| view.onward.get(row.checked_sub(1)?));
                if let Some(way) = way {
                    doors::open(shell, &way.to)?;
                }
            }
        }
    }
}

fn heard(shell: &mut Shell, [by, of]: [&str; 2], heard: &[Heard]) -> Go {
    shell.screen.heading(&format!("What {by} heard {of} do"))?;
    if heard.is_empty() {
        return shell.screen.text("Nothing marked. That is fine.");
    }
    for heard in heard {
        shell.screen.hanging("- ", &heard.name)?;
    }
    Ok(())
}
