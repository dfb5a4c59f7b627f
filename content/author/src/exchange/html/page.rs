//! A page that is being written: its texts with numbers for their facts, and at its end what those numbers mean.

use super::escaped;
use crate::exchange::sources;
use saywell_content::{Block, Claim, Course, Line, Prose, Span};
use std::fmt::Write;

/// The body of a page.
pub(super) struct Page<'a> {
    pub course: &'a Course,
    body: String,
    /// Ids of the claims that were named, in order.
    claims: Vec<String>,
    /// Ids of the help cards that the page leads to; of none more once they are being written.
    help: Vec<String>,
    closed: bool,
}

impl<'a> Page<'a> {
    pub fn new(course: &'a Course) -> Self {
        Self { course, body: String::new(), claims: Vec::new(), help: Vec::new(), closed: false }
    }

    /// What is HTML already.
    pub fn html(&mut self, html: &str) {
        self.body.push_str(html);
        self.body.push('\n');
    }

    /// `inside` is HTML; `tag` may have a class after a full stop, such as `p.mark`.
    pub fn put(&mut self, tag: &str, inside: &str) {
        let (tag, open) = opening(tag);
        self.html(&format!("{open}{inside}</{tag}>"));
    }

    /// Plain words.
    pub fn words(&mut self, tag: &str, words: &str) {
        self.put(tag, &escaped(words));
    }

    /// A line of the course.
    pub fn line(&mut self, tag: &str, line: &Line) {
        let inside = self.of(line);
        self.put(tag, &inside);
    }

    /// Words of ours and a line of the course after them.
    pub fn labelled(&mut self, tag: &str, label: &str, line: &Line) {
        let inside = format!("<strong>{}</strong> {}", escaped(label), self.of(line));
        self.put(tag, &inside);
    }

    pub fn prose(&mut self, prose: &Prose) {
        for block in prose {
            match block {
                Block::Paragraph(line) => self.line("p", line),
                Block::Bullets(lines) => self.list("ul", lines),
            }
        }
    }

    pub fn list<'l>(&mut self, tag: &str, lines: impl IntoIterator<Item = &'l Line>) {
        let (tag, open) = opening(tag);
        self.html(&open);
        for line in lines {
            self.line("li", line);
        }
        self.html(&format!("</{tag}>"));
    }

    pub fn mark(&mut self, needs_clinician: bool) {
        if needs_clinician {
            self.words("p.mark", sources::NOT_APPROVED);
        }
    }

    /// Room for so many lines by hand.
    pub fn room(&mut self, lines: usize) {
        for _ in 0..lines {
            self.put("div.write", "");
        }
    }

    /// A way to a help card, which then stands at the end of the page; none to one that does not come along.
    pub fn help(&mut self, id: &str) -> Option<String> {
        let card = self.course.help_card(id)?;
        if !self.help.contains(&card.id) {
            if self.closed {
                return None;
            }
            self.help.push(card.id.clone());
        }
        Some(link(id, &card.title))
    }

    /// A line as HTML. Words that lead to a help card lead to it here; others that lead somewhere are words.
    pub fn of(&mut self, line: &Line) -> String {
        let mut html = String::new();
        for span in line {
            let words = escaped(span.words());
            // Writing to a text cannot fail, here and below.
            let _ = match span {
                Span::Emphasis(_) => write!(html, "<em>{words}</em>"),
                Span::Strong(_) => write!(html, "<strong>{words}</strong>"),
                Span::Link { to, .. } if self.help(to).is_some() => write!(html, "{}", link(to, span.words())),
                Span::Text(_) | Span::Link { .. } => write!(html, "{words}"),
                Span::Claim(id) => write!(html, "<sup><a href=\"#fact-{id}\">{}</a></sup>", self.number(id)),
            };
        }
        html
    }

    /// A fact has one number, however often it is named.
    fn number(&mut self, id: &str) -> usize {
        if let Some(index) = self.claims.iter().position(|known| known == id) {
            return index + 1;
        }
        self.claims.push(id.to_owned());
        self.claims.len()
    }

    /// With the help cards and the facts at its end.
    pub fn finished(mut self) -> String {
        self.closed = true;
        for card in self.help.clone().iter().filter_map(|id| self.course.help_card(id)) {
            self.html(&format!("<section class=\"sheet\" id=\"{}\">", anchor(&card.id)));
            self.words("h2", &card.title);
            self.prose(&card.lead);
            for part in &card.parts {
                self.words("h3", &part.title);
                self.mark(part.needs_clinician);
                self.prose(&part.body);
            }
            self.html("</section>");
        }
        self.facts();
        let edition = &self.course.edition;
        if !edition.title.is_empty() {
            self.words("p.facts", &format!("{}, edition {}.", edition.title, edition.version));
        }
        self.body
    }

    fn facts(&mut self) {
        let find = |id: &String| self.course.claims.iter().find(|claim| claim.id == *id);
        let claims: Vec<&Claim> = self.claims.iter().filter_map(find).collect();
        if claims.is_empty() {
            return;
        }
        self.html("<section class=\"sheet facts\">");
        self.words("h2", "Where these facts come from");
        self.html("<ol>");
        for claim in claims {
            let named: Vec<String> = sources::of(self.course, claim).into_iter().map(sources::shown).collect();
            let named = if named.is_empty() { sources::OWN_ADVICE.to_owned() } else { named.join("; ") };
            let state = sources::state(claim.review);
            let inside = format!(
                "{} <em>{}.</em> Where it holds: {}. Checked {}. <strong>{state}</strong>",
                escaped(&claim.text),
                escaped(&named),
                escaped(&claim.place),
                sources::day(claim.checked),
            );
            self.html(&format!("<li id=\"fact-{}\">{inside}</li>", claim.id));
        }
        self.html("</ol>\n</section>");
    }
}

/// The name of a tag, and how it opens.
fn opening(tag: &str) -> (&str, String) {
    let (name, class) = tag.split_once('.').unwrap_or((tag, ""));
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    (name, format!("<{name}{class}>"))
}

fn link(id: &str, words: &str) -> String {
    format!("<a href=\"#{}\">{}</a>", anchor(id), escaped(words))
}

fn anchor(id: &str) -> String {
    id.replace('/', "-")
}
