//! What is read and asked before a talk: the safety note, the gate where there is one, the situation, and who plays whom.

use crate::help;
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use saywell_core::content::Side;
use saywell_core::scenario::ScenarioIntro;

/// How a talk is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By one person; the app speaks the other side.
    Alone(Side),
    /// By two people at one keyboard.
    Together,
}

/// What was answered, where there was something to answer.
#[derive(Default)]
pub struct Answers {
    /// To the gate: the option that leads on.
    pub gate: Option<String>,
    /// To the setup.
    pub setup: Option<String>,
}

/// The way that was typed: `a`, `b`, a name, or `together`.
pub fn way_named(intro: &ScenarioIntro, typed: &str) -> Go<Way> {
    let typed = typed.trim().to_lowercase();
    let names = |letter: &str, name: &str| typed == letter || typed == name.to_lowercase();
    match () {
        () if names("a", &intro.a) => Ok(Way::Alone(Side::A)),
        () if names("b", &intro.b) => Ok(Way::Alone(Side::B)),
        () if typed == "together" => Ok(Way::Together),
        () => {
            let (a, b) = (&intro.a, &intro.b);
            Err(Stop::Say(format!("There is no side called {typed}. There is: a ({a}), b ({b}), together")))
        }
    }
}

/// Shows and asks all of it; nothing if the person goes back.
pub fn ask(shell: &mut Shell, intro: &ScenarioIntro, way: Option<Way>) -> Go<Option<(Way, Answers)>> {
    let mut answers = Answers::default();
    if !safety(shell, intro, &mut answers)? || !situation(shell, intro, &mut answers)? {
        return Ok(None);
    }
    let way = match way {
        Some(way) => Some(way),
        None => who(shell, intro)?,
    };
    Ok(way.map(|way| (way, answers)))
}

/// The safety note, and the gate: one answer leads on, any other opens its help card. Whether the person goes on.
fn safety(shell: &mut Shell, intro: &ScenarioIntro, answers: &mut Answers) -> Go<bool> {
    loop {
        let mut page = Page::new(&intro.facts);
        shell.screen.heading(&intro.title)?;
        page.prose(&mut shell.screen, &intro.safety)?;
        let Some(gate) = &intro.gate else {
            match shell.choose(&page, &Menu::enter_only("go on"))? {
                Pick::Again => continue,
                pick => return Ok(pick != Pick::Leave),
            }
        };
        let question = page.words(&shell.screen, &gate.question);
        shell.screen.heading(&question)?;
        page.prose(&mut shell.screen, &gate.body)?;
        let doors: Vec<String> = gate.doors.iter().map(|door| page.words(&shell.screen, &door.text)).collect();
        let pick = shell.choose(&page, &Menu::of(doors))?;
        if pick == Pick::Leave {
            return Ok(false);
        }
        if let Some(door) = pick.row().and_then(|row| gate.doors.get(row)) {
            match shell.engine.answer_scenario_gate(&intro.id, &door.id)? {
                None => {
                    answers.gate = Some(door.id.clone());
                    return Ok(true);
                }
                Some(card) => help::card(shell, &card)?,
            }
        }
    }
}

/// What both know, and what is picked where the story can be more than one. Whether the person goes on.
fn situation(shell: &mut Shell, intro: &ScenarioIntro, answers: &mut Answers) -> Go<bool> {
    loop {
        let mut page = Page::new(&intro.facts);
        shell.screen.heading("What you both know")?;
        page.prose(&mut shell.screen, &intro.situation)?;
        let options = intro.setup.iter().flat_map(|setup| &setup.options);
        let menu = match &intro.setup {
            None => Menu::enter_only("go on"),
            Some(setup) => {
                let question = page.words(&shell.screen, &setup.ask);
                shell.screen.heading(&question)?;
                let rows: Vec<String> = options.clone().map(|option| page.words(&shell.screen, &option.text)).collect();
                Menu::of(rows)
            }
        };
        match shell.choose(&page, &menu)? {
            Pick::Leave => return Ok(false),
            Pick::Enter => return Ok(true),
            pick => {
                if let Some(option) = pick.row().and_then(|row| options.clone().nth(row)) {
                    answers.setup = Some(option.id.clone());
                    return Ok(true);
                }
            }
        }
    }
}

fn who(shell: &mut Shell, intro: &ScenarioIntro) -> Go<Option<Way>> {
    let ways = [Way::Alone(Side::A), Way::Alone(Side::B), Way::Together];
    loop {
        shell.screen.heading("Who do you play?")?;
        let alone = |name: &str| format!("{name}, on my own");
        let rows = [alone(&intro.a), alone(&intro.b), "Both: two people, one keyboard".to_owned()];
        match shell.choose(&Page::default(), &Menu::of(rows))? {
            Pick::Leave => return Ok(None),
            pick => {
                if let Some(way) = pick.row().and_then(|row| ways.get(row)) {
                    return Ok(Some(*way));
                }
            }
        }
    }
}
