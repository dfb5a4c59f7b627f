//! The ways through a talk that were tried: to go to the end of one, to go back to a line, or to hold two side by side.

use super::{alone, debrief};
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use crate::words;
use saywell_core::scenario::{Comparison, Said, TalkView, Try};

/// All tries of the talk; a place in it to go to, or nothing.
pub fn show(shell: &mut Shell, view: &TalkView) -> Go<Option<TalkView>> {
    loop {
        let tries = shell.engine.tries(&view.run)?;
        shell.screen.heading("Your tries")?;
        shell.screen.text("Nothing is erased. A number goes to the end of that way.")?;
        let menu = Menu::of(rows(shell, &tries)).key("r", "go back to one of your lines");
        let menu = if tries.len() > 1 { menu.key("c", "compare two") } else { menu };
        let now = shell.now();
        match shell.choose(&Page::default(), &menu)? {
            Pick::Leave => return Ok(None),
            Pick::Key("c") => compare(shell, &view.run)?,
            Pick::Key(_) => {
                if let Some(there) = pick_line(shell, view)? {
                    return Ok(Some(there));
                }
            }
            pick => {
                if let Some(way) = pick.row().and_then(|row| tries.get(row)) {
                    return Ok(Some(shell.engine.go_to_try(&view.run, way.tip, now)?));
                }
            }
        }
    }
}

/// `Try 2 (you are here): 8 lines, paused. Your last line: "Okay."`
fn rows(shell: &Shell, tries: &[Try]) -> Vec<String> {
    let row = |(number, way): (usize, &Try)| {
        let here = if way.current { " (you are here)" } else { "" };
        let lines = words::count(u64::try_from(way.said.len()).unwrap_or(u64::MAX), "line", "lines");
        let end = way.ending.as_ref().map_or("not at its end yet", |ending| debrief::kind(ending.kind));
        let last = way.said.iter().rfind(|said| said.own).map(|said| words_of(shell, said));
        let last = last.map(|last| format!(" Your last line: \"{last}\"")).unwrap_or_default();
        format!("Try {number}{here}: {lines}, {end}.{last}")
    };
    (1..).zip(tries).map(row).collect()
}

fn words_of(shell: &Shell, said: &Said) -> String {
    Page::default().words(&shell.screen, &said.say)
}

/// The person's own lines, to say one of them anew; nothing if they go back.
pub fn pick_line(shell: &mut Shell, view: &TalkView) -> Go<Option<TalkView>> {
    let own: Vec<(u16, &Said)> = (0..).zip(&view.said).filter(|(_, said)| said.own).collect();
    loop {
        shell.screen.heading(&format!("Your lines: {}", view.title))?;
        shell.screen.text(match own.len() {
            0 => "You have not said a line in this talk yet.",
            _ => "Which one do you want to say in another way? What you tried is kept.",
        })?;
        let now = shell.now();
        match shell.choose(&Page::default(), &Menu::of(own.iter().map(|(_, said)| words_of(shell, said))))? {
            Pick::Leave => return Ok(None),
            pick => {
                if let Some((after, _)) = pick.row().and_then(|row| own.get(row)) {
                    return Ok(Some(shell.engine.rewind(&view.run, *after, now)?));
                }
            }
        }
    }
}

/// Two tries: how both begin, and how each goes on.
pub fn compare(shell: &mut Shell, run: &str) -> Go {
    let tries = shell.engine.tries(run)?;
    let Some((one, other)) = two(shell, &tries)? else { return Ok(()) };
    let (Some(first), Some(second)) = (tries.get(one), tries.get(other)) else { return Ok(()) };
    let Some(Comparison { together, one: first, other: Some(second) }) =
        shell.engine.compare_tries(run, &[first.tip, second.tip])?
    else {
        return Ok(());
    };
    let same = usize::from(together);
    loop {
        let mut page = Page::default();
        if same > 0 {
            shell.screen.heading("Both tries begin like this")?;
            alone::lines(shell, &mut page, first.said.get(..same).unwrap_or_default())?;
        }
        for (number, way) in [(one.min(other) + 1, &first), (one.max(other) + 1, &second)] {
            shell.screen.heading(&format!("Try {number} goes on like this"))?;
            alone::lines(shell, &mut page, way.said.get(same..).unwrap_or_default())?;
            match &way.ending {
                Some(ending) => {
                    let text = page.words(&shell.screen, &ending.text);
                    shell.screen.text(&format!("It ended: {}. {text}", debrief::kind(ending.kind)))?;
                }
                None => shell.screen.text("It is not at its end yet.")?,
            }
        }
        if shell.choose(&page, &Menu::enter_only("back"))? != Pick::Again {
            return Ok(());
        }
    }
}

/// Which two; nothing if there are none, or the person goes back.
fn two(shell: &mut Shell, tries: &[Try]) -> Go<Option<(usize, usize)>> {
    let Some(last_but_one) = tries.len().checked_sub(2) else {
        shell.screen.blank()?;
        shell.screen.text("To compare, there must be two tries. Go back to one of your lines, and try another.")?;
        return Ok(None);
    };
    if last_but_one == 0 {
        return Ok(Some((0, 1)));
    }
    loop {
        shell.screen.heading("Compare which two?")?;
        shell.screen.text("Type two numbers, such as 1 3.")?;
        let menu = Menu::of(rows(shell, tries)).several().enter("the last two");
        match shell.choose(&Page::default(), &menu)? {
            Pick::Leave => return Ok(None),
            Pick::Enter => return Ok(Some((last_but_one, last_but_one + 1))),
            Pick::Rows(rows) => {
                if let [one, other] = rows.as_slice()
                    && one != other
                {
                    return Ok(Some((*one, *other)));
                }
            }
            _ => {}
        }
    }
}
