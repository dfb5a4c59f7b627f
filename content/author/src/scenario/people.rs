//! Who the two are: their names, their private cards, and what is picked before the first line.

use super::{Draft, needed, words};
use crate::desk::Desk;
use crate::rule::Rule;
use crate::scenario::rules::Spot;
use crate::table::{Table, Value};
use crate::text::Tone;
use saywell_content::{Line, Role, Setup, SetupOption, Side};

impl Draft {
    pub(super) fn setup(&mut self, table: &mut Table, desk: &mut Desk) -> Setup {
        let ask = desk.line(table, "ask", &self.within("setup"));
        let read = table.each("options", desk, |table, desk| {
            let id = desk.part_id(table, &self.part.id);
            let text = desk.line(table, "text", &self.part.within(id.clone()).in_tone(Tone::Answer));
            (SetupOption { id, text, sets: words(table, "sets", desk) }, table.start())
        });
        if read.len() < 2 {
            table.missing(Rule::MissingKey, "a setup has two options or more", desk);
        }
        let mut options = Vec::new();
        for (option, place) in read {
            self.places.insert(Spot::Choice(options.len()), place);
            options.push(option);
        }
        Setup { ask, options }
    }

    /// The roles of `a` and `b`.
    pub(super) fn roles(&mut self, file: &mut Table, desk: &mut Desk) -> (Role, Role) {
        let names = needed(file, "people", desk)
            .map(|table| table.read(desk, |table, desk| (table.need("a", desk), table.need("b", desk))));
        let (name_a, name_b) = names.unwrap_or_default();
        let roles = needed(file, "roles", desk).map(|table| {
            table.read(desk, |table, desk| {
                (self.role(Side::A, name_a, table, desk), self.role(Side::B, name_b, table, desk))
            })
        });
        let (a, b) = roles.unwrap_or_default();
        (a.unwrap_or_else(nobody), b.unwrap_or_else(nobody))
    }

    fn role(&mut self, side: Side, name: Option<Value>, roles: &mut Table, desk: &mut Desk) -> Option<Role> {
        let key = match side {
            Side::A => "a",
            Side::B => "b",
        };
        let part = self.within(key);
        let name = name.map(|value| desk.plain_of(value, "name", &part.in_tone(Tone::Name))).unwrap_or_default();
        let role = needed(roles, key, desk)?.read(desk, |table, desk| {
            self.places.insert(Spot::Role(side), table.start());
            let mut line = |key| desk.line(table, key, &part);
            let (you, hope, worry, limit) = (line("you"), line("hope"), line("worry"), line("limit"));
            Role { name, you, hope, worry, limit, techniques: desk.techniques(table, "try") }
        });
        Some(role)
    }
}

fn nobody() -> Role {
    let none = Line::new;
    Role { name: String::new(), you: none(), hope: none(), worry: none(), limit: none(), techniques: Vec::new() }
}
