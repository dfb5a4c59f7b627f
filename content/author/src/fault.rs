//! A fault, and the place where an author can mend it.

use crate::rule::Rule;
use std::fmt;
use std::path::Path;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// From the repository's root, such as `content/course/help/1-pep.toml`.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where to look.
    pub place: Place,
    /// One sentence without a full stop.
    pub reason: String,
    /// The rule that it breaks.
    pub rule: Rule,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {} [{}]", self.place, self.reason, self.rule)
    }
}

/// A file as it was read.
pub(crate) struct Source {
    name: String,
    text: String,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl Source {
    /// Windows line ends and a byte order mark are taken out: the same course must give the same texts from every
    /// checkout, and no line or column moves.
    pub fn new(name: impl Into<String>, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, starts }
    }

    pub fn read(path: &Path, name: String) -> Result<Self, Fault> {
        let bytes = std::fs::read(path).map_err(|error| Fault::in_file(&name, Rule::LostFile, error.to_string()))?;
        match std::str::from_utf8(&bytes) {
            Ok(text) => Ok(Self::new(name, text)),
            Err(error) => {
                let line = bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count() + 1;
                let place = Place { file: name, line, column: 1 };
                Err(Fault { place, reason: "is not UTF-8 text".into(), rule: Rule::Syntax })
            }
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn place(&self, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(start..offset).map_or(1, |before| before.chars().count() + 1);
        Place { file: self.name.clone(), line, column }
    }
}

impl Fault {
    /// A fault of a whole file.
    pub(crate) fn in_file(file: &str, rule: Rule, reason: impl Into<String>) -> Self {
        Self { place: Place { file: file.into(), line: 1, column: 1 }, reason: reason.into(), rule }
    }
}
