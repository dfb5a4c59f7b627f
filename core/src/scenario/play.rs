//! A run with its scenario at hand: the lines on the way to where it stands, and what a screen shows of them.

use super::alone::{Changed, Choose, EndingView, Said, TalkView};
use super::count;
use super::reply::{Open, reply};
use super::rows::{self, Choice, Run};
use super::talk::{Graph, Here, Spoken, Talk};
use crate::error::OrNotFound;
use crate::help::Facts;
use crate::{Error, Moment, Result};
use rusqlite::{Connection, Transaction};
use saywell_content::{Course, Ending, Line, Scenario, ScenarioLine, Side};

/// A run with its scenario at hand, and the lines on the way to where it stands.
pub(super) struct Play<'a> {
    course: &'a Course,
    pub graph: Graph<'a>,
    pub run: Run,
    pub talk: Talk<'a>,
    /// The lines that can still be said, and their places in the tree; those that are said now have none yet.
    pub said: Vec<Spoken<'a>>,
    pub ids: Vec<String>,
    places: Vec<i64>,
    gone: usize,
    /// What an edit took away, until the person speaks or goes back; the app may have answered already.
    changed: Option<Changed>,
}

impl<'a> Play<'a> {
    pub fn load(course: &'a Course, connection: &Connection, run: Run) -> Result<Self> {
        let graph = Graph::new(course.scenario(&run.scenario).or_not_found("scenario")?);
        let way: Vec<Choice> = rows::way_to(connection, run.head)?;
        let (talk, said) = graph.replay(run.setup.as_deref(), way.iter().map(|choice| choice.line.as_str()));
        let gone = way.len() - said.len();
        let changed = (gone > 0).then(|| Changed { kept: count(said.len()), gone: count(gone) });
        let kept = way.into_iter().take(said.len());
        let (places, ids) = kept.map(|choice| (choice.seq, choice.line)).unzip();
        Ok(Self { course, graph, run, talk, said, ids, places, gone, changed })
    }

    pub fn person_says(&mut self, line: &str) -> Result<()> {
        let way_out = line == self.graph.scenario.any_time.id;
        if !way_out && self.graph.speaker(&self.talk) != Some(self.run.side) {
            return Err(Error::OutOfDate { kind: "talk" });
        }
        self.changed = None;
        self.push(line)
    }

    /// The app speaks for as long as it is its turn; at most once a line, should a story go round without the person.
    pub fn app_answers(&mut self, tx: &Transaction) -> Result<()> {
        for _ in &self.graph.scenario.lines {
            if self.graph.speaker(&self.talk) != Some(self.run.side.other()) {
                break;
            }
            let Some(line) = self.reply(tx)? else { break };
            self.push(&line.id)?;
            self.store(tx)?;
        }
        Ok(())
    }

    /// What the app says here.
    fn reply(&self, connection: &Connection) -> Result<Option<&'a ScenarioLine>> {
        let scenario = self.graph.scenario;
        let open = self.graph.choices(&self.talk).into_iter();
        let open: Vec<Open> =
            open.map(|line| Ok((line, rows::times_heard(connection, &line.id)?))).collect::<Result<_>>()?;
        reply(&self.graph, &open, || rows::heard(connection, &scenario.id), self.run.seed)
    }

    fn push(&mut self, line: &str) -> Result<()> {
        self.said.push(self.graph.say(&mut self.talk, line)?);
        self.ids.push(line.to_owned());
        self.gone = 0;
        Ok(())
    }

    /// Stores the line that was said last.
    pub fn store(&mut self, tx: &Transaction) -> Result<()> {
        let Some(line) = self.ids.get(self.places.len()) else { return Ok(()) };
        self.places.push(rows::add_choice(tx, &self.run.id, self.places.last().copied(), line)?);
        rows::add_heard(tx, line)?;
        if let Here::End(ending) = self.talk.here {
            rows::add_ending(tx, &self.run.scenario, &ending.name)?;
        }
        Ok(())
    }

    /// Stores where the run stands. Lines that an edit took away stay its way until something else is said.
    pub fn store_place(&mut self, tx: &Transaction) -> Result<()> {
        if self.gone == 0 {
            self.run.head = self.places.last().copied();
        }
        self.run.ended = matches!(self.talk.here, Here::End(_));
        rows::save_run(tx, &self.run)
    }

    pub fn go_back(&mut self, after: usize) -> Result<()> {
        if after > self.ids.len() {
            return Err(Error::Invalid { field: "after", reason: "was said before" });
        }
        let kept: Vec<&str> = self.ids.iter().take(after).map(String::as_str).collect();
        let (talk, said) = self.graph.replay(self.run.setup.as_deref(), kept);
        if self.graph.speaker(&talk) != Some(self.run.side) {
            return Err(Error::Invalid { field: "after", reason: "is where the person speaks" });
        }
        (self.talk, self.said, self.gone, self.changed) = (talk, said, 0, None);
        self.ids.truncate(after);
        self.places.truncate(after);
        Ok(())
    }

    pub fn view(&self, connection: &Connection, now: Moment) -> Result<TalkView> {
        let scenario = self.graph.scenario;
        let choose = |id: &str, say: &Line| -> Result<Choose> {
            Ok(Choose { id: id.to_owned(), say: say.clone(), heard: rows::times_heard(connection, id)?.is_some() })
        };
        let own_turn = self.graph.speaker(&self.talk) == Some(self.run.side);
        let choices = if own_turn { self.graph.choices(&self.talk) } else { Vec::new() };
        let ending = self.ending();
        let way_out = ending.is_none().then(|| choose(&scenario.any_time.id, &scenario.any_time.say));
        let claims = scenario.talk_claims(self.said.iter().filter_map(|spoken| spoken.line()), &choices);
        Ok(TalkView {
            run: self.run.id.clone(),
            scenario: scenario.id.clone(),
            title: scenario.title.clone(),
            side: self.run.side,
            card: scenario.role(self.run.side).clone(),
            opening: scene(scenario, &scenario.start),
            said: self.said_views(),
            choices: choices.iter().map(|line| choose(&line.id, &line.say)).collect::<Result<_>>()?,
            way_out: way_out.transpose()?,
            help: ending.as_ref().and_then(|ending| ending.help.clone()).or_else(|| self.help()),
            changed: self.changed,
            facts: Facts::of(self.course, &claims, now),
            ending,
        })
    }

    /// The help card that a line has opened since the person spoke last, their own line included.
    fn help(&self) -> Option<String> {
        let lines: Vec<&ScenarioLine> = self.said.iter().rev().filter_map(|spoken| spoken.line()).collect();
        let own = lines.iter().position(|line| line.by == self.run.side).unwrap_or(lines.len());
        lines.iter().take(own + 1).find_map(|line| line.help.clone())
    }

    pub fn said_views(&self) -> Vec<Said> {
        let scenario = self.graph.scenario;
        let view = |spoken: &Spoken| {
            let by = spoken.line().map_or(self.run.side, |line| line.by);
            Said {
                id: spoken.id().to_owned(),
                own: by == self.run.side,
                name: scenario.role(by).name.clone(),
                say: spoken.line().map_or(&scenario.any_time.say, |line| &line.say).clone(),
                scene: spoken.line().and_then(|line| scene(scenario, &line.go)),
            }
        };
        self.said.iter().map(view).collect()
    }

    pub fn ending(&self) -> Option<EndingView> {
        match self.talk.here {
            Here::End(ending) => Some(ending_view(ending, self.run.side)),
            Here::Turn(_) => None,
        }
    }
}

/// An ending as it is told to the person who played this side.
pub(super) fn ending_view(ending: &Ending, side: Side) -> EndingView {
    EndingView {
        name: ending.name.clone(),
        kind: ending.kind,
        text: ending.told_to(side).clone(),
        help: ending.help.clone(),
    }
}

fn scene(scenario: &Scenario, turn: &str) -> Option<Line> {
    scenario.scenes.iter().find(|scene| scene.at == turn).map(|scene| scene.text.clone())
}
