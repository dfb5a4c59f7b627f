//! What every screen has at hand: the engine, somewhere to write, somebody who answers, a clock and dice.
//!
//! Every screen asks in the same way. Numbers choose; a few letters mean the same everywhere: `h` help now, `s` the sources
//! of what is on the screen, `l1` its first link, `q` back, `x` out at once.

use crate::clock::Clock;
use crate::dice::Dice;
use crate::prompt::Prompt;
use crate::prose::Page;
use crate::screen::{Screen, unbroken};
use crate::stop::{Go, Stop};
use crate::{doors, help, sources};
use saywell_core::{Engine, Moment, Pin};

/// All of it.
pub struct Shell {
    /// The verbs.
    pub engine: Engine,
    /// Where everything is written.
    pub screen: Screen,
    /// Where answers come from.
    pub prompt: Prompt,
    /// What time it is.
    pub clock: Clock,
    /// Ids and seeds.
    pub dice: Dice,
}

/// More links than this are not listed: they are marked in the text.
const MANY_LINKS: usize = 3;

/// What may be answered on a screen.
#[derive(Default)]
pub struct Menu {
    rows: Vec<String>,
    /// Rows that the screen has shown already.
    shown: usize,
    keys: Vec<(&'static str, String)>,
    enter: Option<&'static str>,
    leave: Option<&'static str>,
    several: bool,
    jumps: bool,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// Nothing: go on.
    Enter,
    /// Rows, from 0; exactly one unless several were asked for.
    Rows(Vec<usize>),
    /// One of the screen's own letters.
    Key(&'static str),
    /// Card number, from 1.
    Jump(usize),
    /// Back.
    Leave,
    /// Something else was shown meanwhile: show the screen again.
    Again,
}

impl Pick {
    /// The row, where one was asked for.
    pub fn row(&self) -> Option<usize> {
        match self {
            Self::Rows(rows) => rows.first().copied(),
            _ => None,
        }
    }
}

impl Menu {
    /// Choices with numbers.
    pub fn of(rows: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect(), leave: Some("back"), ..Self::default() }
    }

    /// Numbers up to this one, for choices that the screen has shown already.
    pub fn numbers(most: usize) -> Self {
        Self { shown: most, leave: Some("back"), ..Self::default() }
    }

    /// More choices, with the numbers after those that the screen has shown.
    pub fn then(mut self, rows: impl IntoIterator<Item = String>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// No choices; Enter goes on.
    pub fn enter_only(what: &'static str) -> Self {
        Self::of(Vec::<String>::new()).enter(what)
    }

    /// A letter of this screen, and what it does.
    pub fn key(mut self, key: &'static str, what: impl Into<String>) -> Self {
        self.keys.push((key, what.into()));
        self
    }

    /// What Enter does.
    pub fn enter(mut self, what: &'static str) -> Self {
        self.enter = Some(what);
        self
    }

    /// What `q` does, if it is more than going back.
    pub fn leave(mut self, what: &'static str) -> Self {
        self.leave = Some(what);
        self
    }

    /// Several numbers may be given.
    pub fn several(mut self) -> Self {
        self.several = true;
        self
    }

    /// `c3` goes to card 3.
    pub fn jumps(mut self) -> Self {
        self.jumps = true;
        self
    }
}

impl Shell {
    /// This instant.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Shows what may be answered to this page, and reads until it is answered.
    pub fn choose(&mut self, page: &Page, menu: &Menu) -> Go<Pick> {
        self.offer(page, menu)?;
        loop {
            let line = self.prompt.line(&mut self.screen, "> ")?;
            let typed = line.trim().to_lowercase();
            match typed.as_str() {
                "" | "n" | "next" if menu.enter.is_some() => return Ok(Pick::Enter),
                "q" | "quit" | "leave" => return Ok(Pick::Leave),
                "x" | "exit" => return Err(Stop::Exit),
                "h" | "help" | "?" => return help::list(self).map(|()| Pick::Again),
                "s" | "sources" if page.tells_sources() => {
                    return sources::of_page(self, &page.facts).map(|()| Pick::Again);
                }
                _ => {}
            }
            if let Some((key, _)) = menu.keys.iter().find(|(key, _)| *key == typed) {
                return Ok(Pick::Key(key));
            }
            if let Some(link) = numbered("l", &typed).and_then(|number| page.links.get(number - 1)) {
                let to = link.to.clone();
                return doors::open(self, &to).map(|()| Pick::Again);
            }
            if let Some(card) = numbered("c", &typed).filter(|_| menu.jumps) {
                return Ok(Pick::Jump(card));
            }
            if let Some(rows) = menu.rows_in(&typed) {
                return Ok(Pick::Rows(rows));
            }
            let hint = menu.hint();
            self.screen.aside(&hint)?;
        }
    }

    fn offer(&mut self, page: &Page, menu: &Menu) -> Go {
        self.screen.blank()?;
        for (number, row) in (menu.shown + 1..).zip(&menu.rows) {
            self.screen.choice(&number.to_string(), row)?;
        }
        if page.links.len() > MANY_LINKS {
            self.screen.aside(&format!("l1 to l{}: open the words marked so.", page.links.len()))?;
        } else {
            for (number, link) in (1..).zip(&page.links) {
                self.screen.choice(&format!("l{number}"), &format!("Open: {}", link.words.trim_end_matches('.')))?;
            }
        }
        if page.tells_sources() {
            self.screen.aside(&sources::line(&page.facts))?;
        }
        let enter = menu.enter.map(|what| format!("Enter: {what}."));
        let keys = menu.keys.iter().map(|(key, what)| format!("{key}: {what}."));
        let leave = menu.leave.filter(|what| menu.enter != Some(what)).map(|what| format!("q: {what}."));
        let all = enter.into_iter().chain(keys).chain(leave);
        self.screen.aside(&all.map(|key| unbroken(&key)).collect::<Vec<_>>().join("  "))
    }

    /// Shows a page that is only read.
    pub fn rest(&mut self, page: &Page) -> Go {
        let menu = Menu { enter: Some("back"), ..Menu::default() };
        while self.choose(page, &menu)? == Pick::Again {}
        Ok(())
    }

    /// Reads one line of a person's own words; Enter alone is an empty one.
    pub fn ask(&mut self) -> Go<String> {
        Ok(self.prompt.line(&mut self.screen, "> ")?.trim().to_owned())
    }

    /// A PIN, typed unseen; nothing if the person goes back.
    pub fn pin(&mut self) -> Go<Option<Pin>> {
        loop {
            let typed = self.prompt.unseen(&mut self.screen, "PIN> ")?;
            match typed.trim() {
                "" | "q" | "quit" | "leave" => return Ok(None),
                "x" | "exit" => return Err(Stop::Exit),
                "h" | "help" | "?" => help::list(self)?,
                digits => match Pin::new(digits.as_bytes()) {
                    Ok(pin) => return Ok(Some(pin)),
                    Err(_) => self.screen.aside("A PIN is 4 to 12 digits.")?,
                },
            }
        }
    }

    /// A question with Enter for no and a number for yes.
    pub fn sure(&mut self, keep: &str, go: &str) -> Go<bool> {
        let menu = Menu { rows: vec![keep.into(), go.into()], enter: Some("the first one"), ..Menu::default() };
        loop {
            match self.choose(&Page::default(), &menu)? {
                Pick::Again => {}
                pick => return Ok(pick.row() == Some(1)),
            }
        }
    }
}

impl Menu {
    /// The rows that these numbers mean; none if one of them is no row.
    fn rows_in(&self, typed: &str) -> Option<Vec<usize>> {
        let split = typed.split([' ', ',']).filter(|word| !word.is_empty());
        let numbers: Vec<usize> = split.map(|word| word.parse().ok()).collect::<Option<_>>()?;
        let known = numbers.iter().all(|number| (1..=self.most()).contains(number));
        let enough = numbers.len() == 1 || (self.several && !numbers.is_empty());
        (known && enough).then(|| numbers.iter().map(|number| number - 1).collect())
    }

    fn most(&self) -> usize {
        self.shown + self.rows.len()
    }

    fn hint(&self) -> String {
        match self.most() {
            0 => "Please type one of the letters above, or press Enter.".into(),
            1 => "Please type 1, or one of the letters above.".into(),
            most if self.several => format!("Please type numbers from 1 to {most}, such as 1 {most}."),
            most => format!("Please type a number from 1 to {most}, or one of the letters above."),
        }
    }
}

/// The number in `l3`, `l 3` or `link 3`.
fn numbered(letter: &str, typed: &str) -> Option<usize> {
    let rest = typed.strip_prefix(letter)?.trim_start_matches(char::is_alphabetic).trim();
    rest.parse().ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_typed() {
        let one = Menu::of(["a", "b", "c"]);
        assert_eq!(one.rows_in("2"), Some(vec![1]));
        for odd in ["", "0", "4", "1 2", "a", "1x"] {
            assert_eq!(one.rows_in(odd), None, "{odd}");
        }
        let several = Menu::of(["a", "b", "c"]).several();
        assert_eq!(several.rows_in("1, 3"), Some(vec![0, 2]));
        assert_eq!(several.rows_in("1 4"), None);
    }

    #[test]
    fn a_link_may_be_spelt_out() {
        for typed in ["l3", "l 3", "link 3", "link3"] {
            assert_eq!(numbered("l", typed), Some(3), "{typed}");
        }
        assert_eq!(numbered("l", "l0"), None);
    }
}
