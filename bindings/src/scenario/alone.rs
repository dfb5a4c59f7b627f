//! Rehearsing alone.

use super::ScenarioVerbs;
use crate::SaywellError;
use saywell_core::Moment;
use saywell_core::content::{EndingKind, Line, Prose, Role, Side};
use saywell_core::help::Facts;
use saywell_core::scenario::{
    Begin, Changed, Choose, Comparison, Debrief, EndingView, HardLine, Onward, OtherWay, Said, TalkView, Try, Used,
};

#[uniffi::export]
impl ScenarioVerbs {
    /// Begins a run. Beginning the same id again returns what is there.
    ///
    /// # Errors
    /// `NotFound` if there is no such scenario, `Invalid` if the id cannot be one, the gate does not
    /// lead on, or the setup is not one of the options.
    pub fn begin_talk(&self, begin: &Begin, seed: u64, now: Moment) -> Result<TalkView, SaywellError> {
        self.0.begin_talk(begin, seed, now)
    }

    /// A run where it was left, or at the deepest line that can still be said.
    ///
    /// # Errors
    /// `NotFound` if there is no such run, or its scenario is gone.
    pub fn talk(&self, run: &str, now: Moment) -> Result<TalkView, SaywellError> {
        self.0.talk(run, now)
    }

    /// Says a line, or takes the way out, after `after` lines were said; the app answers. The same tap again says it once.
    ///
    /// # Errors
    /// `NotFound` if there is no such run, or the line cannot be said; `OutOfDate` if the talk has moved
    /// on meanwhile.
    pub fn say(&self, run: &str, after: u16, line: &str, now: Moment) -> Result<TalkView, SaywellError> {
        self.0.say(run, after, line, now)
    }

    /// Goes back to where `after` lines had been said, to try another. What was said stays in the run's tree.
    ///
    /// # Errors
    /// `NotFound` if there is no such run, `Invalid` if fewer lines were said, or it is not the person's
    /// turn there.
    pub fn rewind(&self, run: &str, after: u16, now: Moment) -> Result<TalkView, SaywellError> {
        self.0.rewind(run, after, now)
    }

    /// All ways through a run, in the order in which they were tried.
    ///
    /// # Errors
    /// `NotFound` if there is no such run, or its scenario is gone.
    pub fn tries(&self, run: &str) -> Result<Vec<Try>, SaywellError> {
        self.0.tries(run)
    }

    /// Goes to the end of another way through the run.
    ///
    /// # Errors
    /// `NotFound` if there is no such run or way.
    pub fn go_to_try(&self, run: &str, tip: i64, now: Moment) -> Result<TalkView, SaywellError> {
        self.0.go_to_try(run, tip, now)
    }

    /// Two ways through a run, side by side: those with these tips; or, where they are not two, that at whose end the run
    /// stands, and the one beside it that was begun last. Nothing before a line was said.
    ///
    /// # Errors
    /// `NotFound` if there is no such run, or its scenario is gone.
    pub fn compare_tries(&self, run: &str, picked: &[i64]) -> Result<Option<Comparison>, SaywellError> {
        self.0.compare_tries(run, picked)
    }

    /// What to look at after the talk. Its suggestion comes back in the review.
    ///
    /// # Errors
    /// `NotFound` if there is no such run, `Invalid` if it has not ended.
    pub fn debrief(&self, run: &str, now: Moment) -> Result<Debrief, SaywellError> {
        self.0.debrief(run, now)
    }
}

/// What the person chose before the first line.
#[uniffi::remote(Record)]
pub struct Begin {
    /// A fresh id, made by the shell.
    pub id: String,
    /// The scenario's id.
    pub scenario: String,
    /// The side they play.
    pub side: Side,
    /// The option they picked, where the story can be more than one.
    pub setup: Option<String>,
    /// The answer to the gate, where there is one. It is not stored.
    pub gate: Option<String>,
}

/// What a screen shows of a run.
#[uniffi::remote(Record)]
pub struct TalkView {
    /// The run's id.
    pub run: String,
    /// The scenario's id.
    pub scenario: String,
    /// The scenario's own title.
    pub title: String,
    /// The side that the person plays.
    pub side: Side,
    /// Their card.
    pub card: Role,
    /// Told before the first line, if anything is.
    pub opening: Option<Line>,
    /// What was said, in order.
    pub said: Vec<Said>,
    /// What the person can say now; nothing at the end.
    pub choices: Vec<Choose>,
    /// The way out; nothing at the end.
    pub way_out: Option<Choose>,
    /// A help card that opens before anything else is said.
    pub help: Option<String>,
    /// How it ended.
    pub ending: Option<EndingView>,
    /// What an edit of the course took away from this run, if it did.
    pub changed: Option<Changed>,
    /// What the lines shown claim.
    pub facts: Facts,
}

/// A line that was said.
#[uniffi::remote(Record)]
pub struct Said {
    /// Its id.
    pub id: String,
    /// The person who played said it, not the app.
    pub own: bool,
    /// The name in the story.
    pub name: String,
    /// The words.
    pub say: Line,
    /// Told after it, such as a change of place.
    pub scene: Option<Line>,
}

/// Something that can be said.
#[uniffi::remote(Record)]
pub struct Choose {
    /// Its id.
    pub id: String,
    /// The words.
    pub say: Line,
    /// It was said or heard before, in any run.
    pub heard: bool,
}

/// How a conversation ended.
#[uniffi::remote(Record)]
pub struct EndingView {
    /// Its name inside the scenario.
    pub name: String,
    /// What kind of ending.
    pub kind: EndingKind,
    /// What is told to the person who played.
    pub text: Line,
    /// The help card that it opens.
    pub help: Option<String>,
}

/// The course was edited since these lines were said.
#[uniffi::remote(Record)]
pub struct Changed {
    /// Lines that can still be said.
    pub kept: u16,
    /// Lines that cannot; they stay in the run's tree.
    pub gone: u16,
}

/// One way through a run, from the first line to a last one.
#[uniffi::remote(Record)]
pub struct Try {
    /// What to ask for this way by.
    pub tip: i64,
    /// The run stands at its end.
    pub current: bool,
    /// What was said.
    pub said: Vec<Said>,
    /// How it ended, if it did.
    pub ending: Option<EndingView>,
}

/// Two ways through one run, or the only one, in the order in which they were tried.
#[uniffi::remote(Record)]
pub struct Comparison {
    /// Lines that both begin with; none where there is one way.
    pub together: u16,
    /// The first way.
    pub one: Try,
    /// The second way.
    pub other: Option<Try>,
}

/// What to look at after a talk. No points, no winning.
#[uniffi::remote(Record)]
pub struct Debrief {
    /// How it ended.
    pub ending: EndingView,
    /// Whether a line of praise may be added: not where somebody pushed, nor where the ending opens a help card.
    pub praise: bool,
    /// Techniques that the person used.
    pub used: Vec<Used>,
    /// Moments in which another way was open.
    pub other_ways: Vec<OtherWay>,
    /// Lines that hurt or pushed.
    pub hard_lines: Vec<HardLine>,
    /// One technique to try next; it comes back in the review.
    pub suggestion: Option<String>,
    /// Read whatever happened.
    pub text: Prose,
    /// Where to go from here.
    pub onward: Vec<Onward>,
    /// What these texts claim.
    pub facts: Facts,
}

/// A technique that the person used.
#[uniffi::remote(Record)]
pub struct Used {
    /// The technique's id.
    pub technique: String,
    /// The lines in which they used it.
    pub lines: Vec<Line>,
}

/// A moment in which another way was open.
#[uniffi::remote(Record)]
pub struct OtherWay {
    /// How many lines had been said before it: what to rewind to.
    pub after: u16,
    /// What the person said.
    pub said: Line,
    /// What they could have said.
    pub instead: Line,
    /// The technique in it.
    pub technique: String,
}

/// A line that hurt or pushed.
#[uniffi::remote(Record)]
pub struct HardLine {
    /// The person who played said it.
    pub own: bool,
    /// The name in the story.
    pub name: String,
    /// It pushed past a no or a limit.
    pub pressure: bool,
    /// The line.
    pub say: Line,
}
