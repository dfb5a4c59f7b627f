//! Languages that nobody speaks, for tests: one longer than English, one from right to left. Made from the English text by text, so that
//! each word on a screen that stays English was written into a shell.

use crate::text::{Shape, Text};

/// Which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pseudo {
    /// Accented, in brackets, and longer by 40 %: what is cut off shows.
    Long,
    /// In Arabic letters, one for each of the Latin ones.
    RightToLeft,
}

const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
const ACCENTED: &str = "áƀćďéƒğĥíĵķľḿñóṕɋŕśťúṽŵẋýž";
/// Each joins its neighbours or not as in Arabic.
const ARABIC: &str = "ابپدهفگحیجکلمنوعقرسطذثشخيز";
/// What the long one is filled with.
const FILLING: &str = " ôñë ťŵö ťĥŕëë ƒöûŕ";

impl Pseudo {
    /// Tags that Android gives to its own.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Long => "en-XA",
            Self::RightToLeft => "ar-XB",
        }
    }

    /// What the text is in this language, with the same marks.
    pub(crate) fn of(self, text: &Text) -> String {
        match text.shape {
            Shape::Plain | Shape::App => self.line(&text.english),
            Shape::Line | Shape::Prose => lines(&text.english).iter().map(|line| self.marked(line)).collect(),
        }
    }

    /// A paragraph, or a point of a list with its dash.
    fn marked(self, line: &str) -> String {
        let words = line.trim_start_matches("- ").trim_end();
        let dash = line.len() - line.trim_start_matches("- ").len();
        let (before, after) = (line.get(..dash), line.get(dash + words.len()..));
        format!("{}{}{}", before.unwrap_or_default(), self.line(words), after.unwrap_or_default())
    }

    fn line(self, words: &str) -> String {
        let said: String =
            spans(words).map(|(is_mark, span)| if is_mark { span.into() } else { self.letters(span) }).collect();
        match self {
            Self::RightToLeft => said,
            Self::Long => {
                let more = (words.chars().count() * 2).div_ceil(5);
                format!("⟦{said}{}⟧", FILLING.chars().cycle().take(more).collect::<String>())
            }
        }
    }

    fn letters(self, words: &str) -> String {
        let letters = if self == Self::Long { ACCENTED } else { ARABIC };
        let letter = |letter: char| {
            let at = LATIN.chars().position(|latin| latin == letter.to_ascii_lowercase());
            let other = at.and_then(|at| letters.chars().nth(at));
            match other {
                Some(other) if letter.is_uppercase() && self == Self::Long => other.to_uppercase().to_string(),
                other => other.unwrap_or(letter).to_string(),
            }
        };
        words.chars().map(letter).collect()
    }
}

/// Markdown by its paragraphs and points, each with the line ends after it.
fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices('\n') {
        let rest = text.get(at + 1..).unwrap_or_default();
        if (rest.starts_with("- ") || text.get(..at).is_some_and(|before| before.ends_with('\n'))) && at >= start {
            lines.extend(text.get(start..=at));
            start = at + 1;
        }
    }
    lines.extend(text.get(start..));
    lines
}

/// The words of a line, and the marks that stay: where links lead, claims, arguments of an app.
fn spans(line: &str) -> impl Iterator<Item = (bool, &str)> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let (is_mark, end) = match rest.get(..1)? {
            "" => return None,
            "[" if rest.starts_with("[^") => (true, rest.find(']')? + 1),
            "]" if rest.starts_with("](") => (true, rest.find(')')? + 1),
            "%" if rest.get(2..3) == Some("$") => (true, 4),
            _ => (false, next(rest)),
        };
        let (span, after) = rest.split_at_checked(end)?;
        rest = after;
        Some((is_mark, span))
    })
}

/// Where the next mark may begin.
fn next(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    letters.find(|(_, letter)| matches!(letter, '[' | ']' | '%')).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Place;
    use crate::markup;
    use crate::text::Seen;

    fn text(english: &str, shape: Shape) -> Text {
        let place = Place { file: String::new(), line: 1, column: 1 };
        Text { context: String::new(), english: english.into(), plural: None, place, shape, seen: Seen::Inside }
    }

    #[test]
    fn marks_stay_and_words_change() {
        let english = "Your [viral load](term/viral-load) is\nlow. [^M8] *Stay*.\n\n- **Calm.** No rush.\n- Free";
        let (was, text) = (markup::read(english), text(english, Shape::Prose));
        for pseudo in [Pseudo::Long, Pseudo::RightToLeft] {
            let said = pseudo.of(&text);
            let read = markup::read(&said);
            assert_eq!(read.faults, [], "{said}");
            let to = |links: &[(usize, String)]| links.iter().map(|(_, to)| to.clone()).collect::<Vec<_>>();
            assert_eq!((to(&read.links), to(&read.claims)), (to(&was.links), to(&was.claims)), "{said}");
            assert_eq!(read.lines.len(), 3, "{said}");
            assert!(
                read.lines.iter().all(|line| !line.text.contains(|letter: char| letter.is_ascii_alphabetic())),
                "{said}"
            );
        }
    }

    #[test]
    fn the_long_one_is_longer_by_two_fifths() {
        let said = Pseudo::Long.of(&text("Talk early, talk often", Shape::Plain));
        assert_eq!(said, "⟦Ťáľķ éáŕľý, ťáľķ óƒťéñ ôñë ťŵö ⟧");
        assert_eq!(Pseudo::Long.of(&text("%1$d of %2$d", Shape::App)).matches("$d").count(), 2);
    }

    #[test]
    fn arabic_letters_can_be_read_back() {
        let english = "the quick brown fox jumps over a lazy dog";
        let said = Pseudo::RightToLeft.of(&text(english, Shape::Plain));
        let back = |letter: char| {
            let at = ARABIC.chars().position(|arabic| arabic == letter);
            at.map_or(letter, |at| LATIN.chars().nth(at).unwrap())
        };
        assert_eq!(said.chars().map(back).collect::<String>(), english);
        assert!(!said.contains(|letter: char| letter.is_ascii_alphabetic()));
    }
}
