//! Texts: how a value becomes words on a screen, and what is noted of each.

use crate::cited::{self, Mark};
use crate::desk::Desk;
use crate::fault::Place;
use crate::fits;
use crate::links::{CLAIM, IN_TEXT, Link};
use crate::markup::{self, Markup, Plain};
use crate::rule::Rule;
use crate::sourced;
use crate::table::{Table, Value};
use crate::voice;
use saywell_content::{Block, Line, Prose, Span};

/// A string that a translator sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// `<id>#<key>`, such as `lesson/talk-early/which-time/sunday#why`; shared by the lines of a dialogue, the points
    /// of a list and the like, which their English tells apart.
    pub context: String,
    /// The English, with its marks.
    pub english: String,
    /// What the English is where it speaks of more than one.
    pub plural: Option<String>,
    /// Where it stands.
    pub place: Place,
    /// What a translation keeps too.
    pub shape: Shape,
    /// Who may see it.
    pub seen: Seen,
}

/// How a text is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Words on one line, without marks.
    Plain,
    /// One paragraph.
    Line,
    /// Paragraphs and lists.
    Prose,
    /// A sentence of an app, with arguments such as `%1$d`.
    App,
}

/// Who may see a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Whoever has opened it.
    Inside,
    /// Whoever looks at a list, too: it names no condition.
    Outside,
    /// Whoever looks at the locked phone, too.
    LockScreen,
}

/// What kind of words a text holds; each has its rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// The course speaks.
    Prose,
    /// An answer to choose, which may be wrong.
    Answer,
    /// A person of a worked dialogue speaks.
    Dialogue,
    /// A claim: read by few, and measured by its sources.
    Claim,
    /// Words that people search with, however they are meant.
    Alias,
    /// What others call themselves.
    Name,
}

impl Tone {
    /// Whether it is part of what a person reads in a course, and not beside it.
    pub fn is_read(self) -> bool {
        matches!(self, Self::Prose | Self::Answer | Self::Dialogue)
    }
}

/// A text with its plain words.
pub(crate) struct Said {
    pub text: Text,
    pub tone: Tone,
    pub lines: Vec<String>,
    pub marks: Vec<Mark>,
    /// As on [`Part`].
    pub needs_clinician: bool,
    /// As on [`Part`].
    pub under: String,
}

/// The part of the course that is being read.
#[derive(Clone)]
pub(crate) struct Part {
    pub id: String,
    /// Marked `review = "needs-clinician"`, itself or the part around it.
    pub needs_clinician: bool,
    pub tone: Tone,
    /// What stands over these words inside the part, such as the heads of a table's row and column.
    pub under: String,
}

impl Part {
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), needs_clinician: false, tone: Tone::Prose, under: String::new() }
    }

    pub fn within(&self, id: String) -> Self {
        Self { id, ..self.clone() }
    }

    pub fn marked(&self, needs_clinician: bool) -> Self {
        Self { needs_clinician: self.needs_clinician || needs_clinician, ..self.clone() }
    }

    pub fn in_tone(&self, tone: Tone) -> Self {
        Self { tone, ..self.clone() }
    }

    pub fn under(&self, under: impl Into<String>) -> Self {
        Self { under: under.into(), ..self.clone() }
    }
}

impl Desk {
    /// A title and its `home_title`: screens outside name no condition.
    pub fn titles(&mut self, file: &mut Table, part: &Part) -> (String, Option<String>) {
        let title = self.plain(file, "title", part);
        let home = file.value("home_title");
        if home.is_none() {
            self.seen(Seen::Outside);
        }
        let home_title = home.map(|value| self.plain_of(value, "home_title", part));
        if let Some(word) = self.words.reveals(&title).filter(|_| home.is_none()) {
            let reason = format!("`{word}` in a title names the topic: give a neutral `home_title`");
            let place = file.value("title").map_or_else(|| file.start(), |value| value.place());
            self.fault(place, Rule::TitleTells, reason);
        }
        if let Some((value, title)) = home.zip(home_title.as_deref()) {
            self.neutral(value, title);
        }
        (title, home_title)
    }

    /// A title that stands where others may look.
    pub fn neutral_title(&mut self, table: &mut Table, key: &'static str, part: &Part) -> String {
        let Some(value) = table.need(key, self) else { return String::new() };
        let title = self.plain_of(value, key, part);
        self.neutral(value, &title);
        title
    }

    /// Words that stand where others may look, and were noted last.
    pub fn neutral(&mut self, value: Value, title: &str) {
        self.seen(Seen::Outside);
        if let Some(word) = self.words.reveals(title) {
            let reason = format!("`{word}` names the topic: these words stand where others may look");
            self.fault(value.place(), Rule::TitleTells, reason);
        }
    }

    /// Says who may see the text that was noted last.
    pub fn seen(&mut self, seen: Seen) {
        if let Some(said) = self.texts.last_mut() {
            said.text.seen = seen;
        }
    }

    /// A text without marks.
    pub fn plain(&mut self, table: &mut Table, key: &'static str, part: &Part) -> String {
        table.need(key, self).map(|value| self.plain_of(value, key, part)).unwrap_or_default()
    }

    /// As [`Desk::plain`].
    pub fn plain_of(&mut self, value: Value, key: &str, part: &Part) -> String {
        let english = value.text(self).unwrap_or_default().trim();
        let read = markup::read(english);
        let bare = read.blocks.iter().flat_map(Block::lines).flatten().map(Span::words);
        if bare.ne([english]) && !english.is_empty() {
            self.fault(value.place(), Rule::Mark, format!("`{key}` is plain words on one line: no marks"));
        }
        let read = Markup { lines: vec![Plain::of(english)], ..Markup::default() };
        self.hear(value, key, part, &read, Shape::Plain);
        self.translated(key, part, english).unwrap_or(english).into()
    }

    /// A text of one paragraph.
    pub fn line(&mut self, table: &mut Table, key: &'static str, part: &Part) -> Line {
        table.need(key, self).map(|value| self.line_of(value, key, part)).unwrap_or_default()
    }

    /// As [`Desk::line`].
    pub fn line_of(&mut self, value: Value, key: &str, part: &Part) -> Line {
        let mut blocks = self.blocks(value, key, part, Shape::Line);
        match (blocks.pop(), blocks.is_empty()) {
            (Some(Block::Paragraph(line)), true) => line,
            (None, _) => Line::new(),
            _ => {
                self.fault(value.place(), Rule::Mark, format!("`{key}` is one paragraph"));
                Line::new()
            }
        }
    }

    /// The reason of an option.
    pub fn why(&mut self, option: &mut Table, part: &Part) -> Line {
        match option.value("why") {
            Some(value) if !value.is_blank() => self.line_of(value, "why", part),
            Some(value) => {
                self.fault(value.place(), Rule::NoReason, "`why` is empty: each option has its reason");
                Line::new()
            }
            None => {
                option.missing(Rule::NoReason, "`why` is missing: each option has its reason", self);
                Line::new()
            }
        }
    }

    /// A text of paragraphs and lists.
    pub fn prose(&mut self, table: &mut Table, key: &'static str, part: &Part) -> Prose {
        table.need(key, self).map(|value| self.prose_of(value, key, part)).unwrap_or_default()
    }

    /// As [`Desk::prose`].
    pub fn prose_of(&mut self, value: Value, key: &str, part: &Part) -> Prose {
        self.blocks(value, key, part, Shape::Prose)
    }

    fn blocks(&mut self, value: Value, key: &str, part: &Part, shape: Shape) -> Prose {
        let Some(english) = value.text(self).map(str::trim) else { return Prose::new() };
        let read = markup::read(english);
        self.hear(value, key, part, &read, shape);
        self.translated(key, part, english).map_or(read.blocks, |text| markup::read(text).blocks)
    }

    /// What the English became in the language in which the course is read.
    fn translated(&self, key: &str, part: &Part, english: &str) -> Option<&str> {
        self.translation.get(&(format!("{}#{key}", part.id), english.into())).map(String::as_str)
    }

    /// Notes a text that was read, with all that its words and marks call for.
    fn hear(&mut self, value: Value, key: &str, part: &Part, read: &Markup, shape: Shape) {
        let Some(whole) = value.text(self) else { return };
        let english = whole.trim();
        let lead = whole.len() - whole.trim_start().len();
        let place = |at: usize| value.place_in(lead + at);
        let needs_clinician = part.needs_clinician;
        for (at, reason) in &read.faults {
            self.fault(place(*at), Rule::Mark, reason);
        }
        for (at, to) in &read.links {
            self.links.push(Link { to: to.clone(), leads: &IN_TEXT, place: place(*at), needs_clinician });
        }
        for (at, claim) in &read.claims {
            let to = format!("claim/{claim}");
            self.links.push(Link { to, leads: &CLAIM, place: place(*at), needs_clinician });
        }
        for (at, rule, reason) in sourced::faults(read, key, part) {
            self.judge(place(at), (rule, reason), &part.id, english);
        }
        for line in &read.lines {
            if let Some(fault) = fits::faults(&line.text, part.tone) {
                self.judge(place(line.origin(0)), fault, &part.id, &line.text);
            }
            for (at, rule, reason) in voice::faults(&line.text, part, &self.words, &self.seeds) {
                self.judge(place(line.origin(at)), (rule, reason), &part.id, &line.text);
            }
        }
        let text = Text {
            context: format!("{}#{key}", part.id),
            english: english.into(),
            plural: None,
            place: place(0),
            shape,
            seen: Seen::Inside,
        };
        let lines = read.lines.iter().map(|line| line.text.clone()).collect();
        let marks = cited::marks(read);
        self.texts.push(Said { text, tone: part.tone, lines, marks, needs_clinician, under: part.under.clone() });
    }
}
