//! The course's text as plain lines: links get a number, claims a star, lists a dash.
//!
//! `Is it safe to talk? [l1]` reads aloud as it stands; typing `l1` opens it. A page remembers what it showed.

use crate::screen::Screen;
use crate::stop::Go;
use saywell_core::content::{Block, Line, Prose, Span};
use saywell_core::help::Facts;

/// A link on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The id it leads to.
    pub to: String,
    /// Its words, where they were shown first.
    pub words: String,
}

/// What is on the screen now.
#[derive(Debug, Default)]
pub struct Page {
    /// By number, from 1.
    pub links: Vec<Link>,
    /// A star was shown.
    pub starred: bool,
    /// What is known about the facts.
    pub facts: Facts,
}

impl Page {
    /// A page that rests on these facts.
    pub fn new(facts: &Facts) -> Self {
        Self { facts: facts.clone(), ..Self::default() }
    }

    /// Whether there is something to say about its stars.
    pub fn tells_sources(&self) -> bool {
        self.starred && !self.facts.claims.is_empty()
    }

    /// The words of a line.
    pub fn words(&mut self, screen: &Screen, line: &Line) -> String {
        let mut words = String::new();
        for span in line {
            match span {
                Span::Text(text) => words.push_str(text),
                Span::Emphasis(text) | Span::Strong(text) => words.push_str(&screen.bold(text)),
                Span::Link { to, text } => {
                    let number = self.link(to, text);
                    words.extend([text, " [l", &number.to_string(), "]"]);
                }
                // Several claims behind one sentence are one star.
                Span::Claim(_) if words.ends_with('*') => {}
                Span::Claim(_) => {
                    words.push('*');
                    self.starred = true;
                }
            }
        }
        words
    }

    fn link(&mut self, to: &str, words: &str) -> usize {
        if let Some(known) = self.links.iter().position(|link| link.to == to) {
            return known + 1;
        }
        self.links.push(Link { to: to.to_owned(), words: words.to_owned() });
        self.links.len()
    }

    /// Writes a line as a paragraph.
    pub fn line(&mut self, screen: &mut Screen, line: &Line) -> Go {
        let words = self.words(screen, line);
        screen.text(&words)
    }

    /// Writes a text, with air between its paragraphs.
    pub fn prose(&mut self, screen: &mut Screen, prose: &Prose) -> Go {
        for (number, block) in prose.iter().enumerate() {
            if number > 0 {
                screen.blank()?;
            }
            for line in block.lines() {
                let words = self.words(screen, line);
                screen.hanging(if matches!(block, Block::Bullets(_)) { "- " } else { "" }, &words)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_keeps_its_number_and_claims_share_a_star() {
        let screen = Screen::new(true);
        let text = |text: &str| Span::Text(text.into());
        let link = |to: &str, text: &str| Span::Link { to: to.into(), text: text.into() };
        let claim = |id: &str| Span::Claim(id.into());
        let mut page = Page::default();
        let sentences = vec![
            link("help/pep", "Go now"),
            text("."),
            claim("P1"),
            claim("P2"),
            text(" See "),
            link("term/pep", "PEP"),
        ];
        assert_eq!(page.words(&screen, &sentences), "Go now [l1].* See PEP [l2]");
        assert_eq!(page.words(&screen, &vec![link("help/pep", "PEP")]), "PEP [l1]");
        assert_eq!((page.links.len(), page.starred), (2, true));
    }
}
