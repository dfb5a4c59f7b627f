//! Scenarios: two people, a situation, and one graph of lines that belong to both sides.

use crate::{Door, Line, Prose};
use serde::{Deserialize, Serialize};

/// The name of a turn or an ending inside its scenario, such as `answer` or `agreed-wait`.
pub type Node = String;

/// A hard conversation to rehearse, by two people with one phone or alone from either side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// Such as `scenario/a-new-start`.
    pub id: String,
    /// The heading inside the scenario.
    pub title: String,
    /// Stands everywhere else, where the title names a condition.
    pub home_title: Option<String>,
    /// Minutes of the gentle timer when two people talk, 3 to 8.
    pub minutes: u8,
    /// The safety question it opens with, if it is about telling or asking.
    pub gate: Option<ScenarioGate>,
    /// What both know.
    pub situation: Prose,
    /// Read before the first line.
    pub safety: Prose,
    /// Picked before the first line, where the story can be more than one.
    pub setup: Option<Setup>,
    /// The side that the graph calls `a`.
    pub a: Role,
    /// The side that the graph calls `b`.
    pub b: Role,
    /// The first turn.
    pub start: Node,
    /// All lines, in the authors' order; those `at` one turn are that side's choices.
    pub lines: Vec<ScenarioLine>,
    /// Told when a turn is reached, such as a change of place.
    #[serde(default)]
    pub scenes: Vec<Scene>,
    /// The way out that stands on every turn.
    pub any_time: WayOut,
    /// How it can end.
    pub endings: Vec<Ending>,
    /// Read in the debrief, whatever happened.
    #[serde(default)]
    pub debrief: Prose,
    /// The help cards that the debrief offers, with a reason.
    #[serde(default)]
    pub help: Vec<DebriefDoor>,
}

impl Scenario {
    /// The title that may stand in a list, on Home or in a notice.
    #[must_use]
    pub fn outside_title(&self) -> &str {
        self.home_title.as_deref().unwrap_or(&self.title)
    }

    /// The role of a side.
    #[must_use]
    pub fn role(&self, side: Side) -> &Role {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }

    /// The line with this id.
    #[must_use]
    pub fn line(&self, id: &str) -> Option<&ScenarioLine> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// The ending with this name.
    #[must_use]
    pub fn ending(&self, name: &str) -> Option<&Ending> {
        self.endings.iter().find(|ending| ending.name == name)
    }
}

/// One of the two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The one the files call `a`.
    A,
    /// The one the files call `b`.
    B,
}

impl Side {
    /// The person across.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// The safety question before a scenario. Its answer is never stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioGate {
    /// The question.
    pub question: Line,
    /// What happens with the answer.
    pub body: Prose,
    /// Two or more.
    pub doors: Vec<Door>,
}

/// What is picked before the first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// Such as "Who has HIV in this story?"
    pub ask: Line,
    /// Two or more.
    pub options: Vec<SetupOption>,
}

/// One way that the story can be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetupOption {
    /// Such as `scenario/long-time-couple/robin-has`.
    pub id: String,
    /// The words.
    pub text: Line,
    /// Facts that hold from the first line on.
    pub sets: Vec<String>,
}

/// A side's private card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The person's name in the story.
    pub name: String,
    /// Who you are.
    pub you: Line,
    /// What you want.
    pub hope: Line,
    /// What you worry about.
    pub worry: Line,
    /// Where you stop.
    pub limit: Line,
    /// Ids of the techniques to try.
    pub techniques: Vec<String>,
}

/// Something that a side can say at a turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioLine {
    /// Such as `scenario/a-new-start/ask-first`.
    pub id: String,
    /// The turn.
    pub at: Node,
    /// Who says it: the same side for all lines of a turn.
    pub by: Side,
    /// The words.
    pub say: Line,
    /// Ids of the techniques it uses.
    #[serde(default)]
    pub techniques: Vec<String>,
    /// Facts that must hold for it to be there.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Facts that must not hold for it to be there.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Facts that hold from here on.
    #[serde(default)]
    pub sets: Vec<String>,
    /// It hurts the other person; the debrief comes back to it.
    #[serde(default)]
    pub hurts: bool,
    /// It pushes past a no or a limit; it never leads to `agreed`.
    #[serde(default)]
    pub pressure: bool,
    /// The help card that opens before any reply.
    pub help: Option<String>,
    /// The turn or the ending it leads to.
    pub go: Node,
}

/// Told when a turn is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// The turn.
    pub at: Node,
    /// What happens.
    pub text: Line,
}

/// The way out that stands on every turn, for the person who plays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayOut {
    /// Its id, such as `scenario/a-new-start/any-time`.
    pub id: String,
    /// What they say.
    pub say: Line,
    /// The ending it leads to.
    pub go: Node,
}

/// How a conversation ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// Its name inside the scenario.
    pub name: Node,
    /// What kind of ending.
    pub kind: EndingKind,
    /// Who left, where somebody did.
    pub who: Option<Who>,
    /// What is told, whichever side was played.
    pub text: Line,
    /// Told instead to a person who played `a`.
    pub text_a: Option<Line>,
    /// Told instead to a person who played `b`.
    pub text_b: Option<Line>,
    /// The help card that it opens.
    pub help: Option<String>,
}

impl Ending {
    /// What is told to a person who played this side.
    #[must_use]
    pub fn told_to(&self, side: Side) -> &Line {
        let own = match side {
            Side::A => &self.text_a,
            Side::B => &self.text_b,
        };
        own.as_ref().unwrap_or(&self.text)
    }
}

/// What kind of ending. None is better than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndingKind {
    /// They found something that both want.
    Agreed,
    /// Nothing is settled, and that is fine.
    Paused,
    /// Somebody left. It always counts as success.
    LeftSafely,
}

/// Who left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Side `a`.
    A,
    /// Side `b`.
    B,
    /// Both.
    Both,
    /// Whoever plays.
    You,
}

/// A help card in the debrief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DebriefDoor {
    /// Why.
    pub text: Line,
    /// The help card's id.
    pub to: String,
    /// It holds wording that a clinician has yet to write or approve; the reader is told.
    #[serde(default)]
    pub needs_clinician: bool,
}
