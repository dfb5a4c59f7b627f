//! A person who rehearses alone, one talk after the other.

use crate::{Fallible, story};
use saywell_core::content::{Scenario, Side};
use saywell_core::scenario::{Begin, TalkView};
use saywell_core::{Engine, Moment};

/// What they play, and where they are.
pub struct Rehearsal {
    scenario: Scenario,
    /// Their runs are called this, with a number.
    name: &'static str,
    runs: u64,
    talk: TalkView,
    /// What they saw before; to let go of it is not part of saying something.
    seen: Option<TalkView>,
    /// What they are about to say, and after how many lines.
    line: String,
    after: u16,
}

/// What one `say` has stored.
pub struct Stored {
    /// The run.
    pub run: String,
    /// It is the first thing said in this run.
    pub first: bool,
    /// The scenario.
    pub scenario: String,
    /// The person's line, and what the app answered.
    pub lines: Vec<String>,
    /// The ending, if it was reached.
    pub ending: Option<String>,
}

impl Rehearsal {
    /// Begins to play the first scenario of the course.
    pub fn new(engine: &Engine, name: &'static str, now: Moment) -> Fallible<Self> {
        let scenario = engine.course().scenarios.first().ok_or("a scenario")?.clone();
        let talk = engine.begin_talk(&begin(&scenario, format!("{name}-0")), 0, now)?;
        Ok(Self { scenario, name, runs: 1, talk, seen: None, line: String::new(), after: 0 })
    }

    /// Chooses what to say next; after an ending, in a new talk.
    pub fn choose(&mut self, engine: &Engine, turn: usize, now: Moment) -> Fallible<()> {
        self.seen = None;
        if self.talk.choices.is_empty() {
            let begin = begin(&self.scenario, format!("{}-{}", self.name, self.runs));
            self.talk = engine.begin_talk(&begin, self.runs, now)?;
            self.runs += 1;
        }
        let choices = &self.talk.choices;
        self.line.clone_from(&choices.get(story::mix(turn) % choices.len().max(1)).ok_or("a line to say")?.id);
        self.after = u16::try_from(self.talk.said.len())?;
        Ok(())
    }

    /// Says it.
    pub fn say(&mut self, engine: &Engine, now: Moment) -> Fallible<()> {
        let talk = engine.say(&self.talk.run, self.after, &self.line, now)?;
        self.seen = Some(std::mem::replace(&mut self.talk, talk));
        Ok(())
    }

    /// What that has stored.
    pub fn stored(&self) -> Stored {
        Stored {
            run: self.talk.run.clone(),
            first: self.after == 0,
            scenario: self.scenario.id.clone(),
            lines: self.talk.said.iter().skip(self.after.into()).map(|said| said.id.clone()).collect(),
            ending: self.talk.ending.as_ref().map(|ending| ending.name.clone()),
        }
    }
}

/// Plays the side that speaks first, and answers what is asked before.
fn begin(scenario: &Scenario, id: String) -> Begin {
    let door = scenario.gate.as_ref().and_then(|gate| gate.doors.iter().find(|door| door.to.is_none()));
    Begin {
        id,
        scenario: scenario.id.clone(),
        side: scenario.lines.iter().find(|line| line.at == scenario.start).map_or(Side::A, |line| line.by),
        setup: scenario.setup.as_ref().and_then(|setup| setup.options.first()).map(|option| option.id.clone()),
        gate: door.map(|door| door.id.clone()),
    }
}
