//! Twee 3, the text format of Twine: a scenario as a story for SugarCube, the story format that can keep the facts which
//! lines need and set.
//!
//! A turn is a passage, and so is an ending; passages that no author named have a slash or a capital in their names, so
//! that they never meet a turn. The way out is the last link of every turn. Help cards come along whole.

mod markup;

use super::{own, sources, uuid, words};
use markup::{link, variable, verbatim};
use saywell_content::{
    Block, Course, Door, Ending, EndingKind, Line, Prose, Role, Scenario, ScenarioLine, SetupOption, Side, Span,
};
use serde_json::json;
use std::fmt::Write;

const VERSION: &str = "2.37.3";

const CHECK: &str = "Check first";
const STORY: &str = "The story";

/// A scenario as a Twee file.
pub(super) fn write(scenario: &Scenario, course: &Course) -> String {
    let start = if scenario.gate.is_some() { CHECK } else { STORY };
    let data = json!({ "ifid": uuid(&scenario.id).to_uppercase(), "format": "SugarCube", "format-version": VERSION, "start": start });
    let mut story = Story { course, twee: String::new(), help: Vec::new() };
    story.passage("StoryTitle", "", &[scenario.outside_title().to_owned()]);
    story.passage("StoryData", "", &[format!("{data:#}")]);
    story.beginning(scenario);
    let mut turns: Vec<&str> = Vec::new();
    for line in &scenario.lines {
        if !turns.contains(&line.at.as_str()) {
            turns.push(&line.at);
        }
    }
    for turn in turns {
        story.turn(scenario, turn);
    }
    for line in scenario.lines.iter().filter(|line| line.help.is_some()) {
        story.before_reply(scenario, line);
    }
    for ending in &scenario.endings {
        story.ending(scenario, ending);
    }
    story.help_cards();
    story.twee
}

/// A file that is being written.
struct Story<'a> {
    course: &'a Course,
    twee: String,
    /// Help cards that something leads to, each once.
    help: Vec<String>,
}

impl Story<'_> {
    /// Parts with an empty line between them; empty ones are left out.
    fn passage(&mut self, name: &str, tag: &str, parts: &[String]) {
        let tag = if tag.is_empty() { String::new() } else { format!(" [{tag}]") };
        let gap = if self.twee.is_empty() { "" } else { "\n\n" };
        let parts: Vec<&str> = parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty()).collect();
        // Writing to a text cannot fail.
        let _ = writeln!(self.twee, "{gap}:: {name}{tag}\n{}", parts.join("\n\n"));
    }

    fn beginning(&mut self, scenario: &Scenario) {
        if let Some(gate) = &scenario.gate {
            let doors: Vec<String> = gate.doors.iter().map(|door| self.door(door)).collect();
            let parts =
                [self.line(&gate.question), self.prose(&gate.body), doors.join("\n"), self.sources(&[&gate.body])];
            self.passage(CHECK, "", &parts);
        }
        let cards =
            [&scenario.a, &scenario.b].map(|role| link(&format!("Read {}'s card", role.name), &card(role), &[]));
        let mut parts = vec![
            verbatim(&scenario.title),
            self.prose(&scenario.situation),
            self.prose(&scenario.safety),
            cards.join("\n"),
        ];
        match &scenario.setup {
            None => parts.push(link("Begin", &scenario.start, &[])),
            Some(setup) => {
                let begin = |option: &SetupOption| link(&words(&option.text), &scenario.start, &option.sets);
                let options: Vec<String> = setup.options.iter().map(begin).collect();
                parts.extend([self.line(&setup.ask), options.join("\n")]);
            }
        }
        parts.push(self.sources(&[&scenario.situation, &scenario.safety]));
        self.passage(STORY, "", &parts);
        for role in [&scenario.a, &scenario.b] {
            self.role(role);
        }
    }

    fn role(&mut self, role: &Role) {
        let mut parts: Vec<String> =
            [&role.you, &role.hope, &role.worry, &role.limit].map(|line| self.line(line)).into();
        let named = |id: &String| self.course.technique(id).map(|technique| format!("* {}", verbatim(&technique.name)));
        let techniques: Vec<String> = role.techniques.iter().filter_map(named).collect();
        if !techniques.is_empty() {
            parts.push(format!("Things to try:\n{}", techniques.join("\n")));
        }
        parts.push(link("Back", STORY, &[]));
        self.passage(&card(role), "card", &parts);
    }

    fn turn(&mut self, scenario: &Scenario, turn: &str) {
        let lines: Vec<&ScenarioLine> = scenario.lines.iter().filter(|line| line.at == turn).collect();
        let scenes = scenario.scenes.iter().filter(|scene| scene.at == turn);
        let mut parts: Vec<String> = scenes.map(|scene| self.line(&scene.text)).collect();
        parts.extend(lines.first().map(|line| format!("{}:", verbatim(&scenario.role(line.by).name))));
        parts.push(lines.iter().map(|line| choice(line)).collect());
        parts.push(way_out(scenario));
        let said: Prose = lines.iter().map(|line| Block::Paragraph(line.say.clone())).collect();
        parts.push(self.sources(&[&said]));
        self.passage(turn, "turn", &parts);
    }

    /// The help card that opens before anybody replies to a line.
    fn before_reply(&mut self, scenario: &Scenario, line: &ScenarioLine) {
        let help = line.help.as_deref().and_then(|id| self.course.help_card(id));
        let lead = help.map(|card| self.prose(&card.lead)).unwrap_or_default();
        let sources = help.map(|card| self.sources(&[&card.lead])).unwrap_or_default();
        let more = self.help_link(line.help.as_deref());
        let parts = [lead, more, link("Go on", &line.go, &[]), way_out(scenario), sources];
        self.passage(&before_reply(line), "help", &parts);
    }

    fn ending(&mut self, scenario: &Scenario, ending: &Ending) {
        let told = if ending.text_a.is_none() && ending.text_b.is_none() {
            self.line(&ending.text)
        } else {
            let told = |side| {
                let own = verbatim(&format!("If you were {}", scenario.role(side).name));
                format!("{own}: {}", self.line(ending.told_to(side)))
            };
            [Side::A, Side::B].map(told).join("\n\n")
        };
        let kind = match ending.kind {
            EndingKind::Agreed => "agreed",
            EndingKind::Paused => "paused",
            EndingKind::LeftSafely => "left-safely",
        };
        let mut parts = vec![told, self.help_link(ending.help.as_deref()), self.prose(&scenario.debrief)];
        for door in &scenario.help {
            let state = if door.needs_clinician { format!("\n{}", sources::NOT_APPROVED) } else { String::new() };
            parts.push(format!("{}{state}\n{}", self.line(&door.text), self.help_link(Some(&door.to))));
        }
        parts.push(AGAIN.to_owned());
        let told = [&ending.text].into_iter().chain(&ending.text_a).chain(&ending.text_b);
        let doors = scenario.help.iter().map(|door| &door.text);
        let told: Prose = told.chain(doors).map(|line| Block::Paragraph(line.clone())).collect();
        parts.push(self.sources(&[&told, &scenario.debrief]));
        self.passage(&ending.name, kind, &parts);
    }

    /// Each that something leads to; a card may lead to another one.
    fn help_cards(&mut self) {
        let mut next = 0;
        while let Some(id) = self.help.get(next).cloned() {
            next += 1;
            let Some(card) = self.course.help_card(&id) else { continue };
            let mut parts = vec![verbatim(&card.title), self.prose(&card.lead)];
            for part in &card.parts {
                let state = if part.needs_clinician { format!("\n{}", sources::NOT_APPROVED) } else { String::new() };
                parts.push(format!("{}{state}\n\n{}", verbatim(&part.title), self.prose(&part.body)));
            }
            parts.push(BACK.to_owned());
            let bodies: Vec<&Prose> =
                std::iter::once(&card.lead).chain(card.parts.iter().map(|part| &part.body)).collect();
            parts.push(self.sources(&bodies));
            self.passage(&id, "help", &parts);
        }
    }

    fn door(&mut self, door: &Door) -> String {
        let to = door.to.as_deref().inspect(|to| self.want(to)).unwrap_or(STORY);
        link(&words(&door.text), to, &[])
    }

    fn help_link(&mut self, id: Option<&str>) -> String {
        let Some(card) = id.and_then(|id| self.course.help_card(id)) else { return String::new() };
        self.want(&card.id);
        link(&card.title, &card.id, &[])
    }

    fn want(&mut self, id: &str) {
        if !self.help.iter().any(|known| known == id) {
            self.help.push(id.to_owned());
        }
    }

    fn prose(&mut self, prose: &Prose) -> String {
        let block = |block: &Block| match block {
            Block::Paragraph(line) => self.line(line),
            Block::Bullets(lines) => {
                lines.iter().map(|line| format!("* {}", self.line(line))).collect::<Vec<_>>().join("\n")
            }
        };
        prose.iter().map(block).collect::<Vec<_>>().join("\n\n")
    }

    /// Words; those that lead to a help card still do.
    fn line(&mut self, line: &Line) -> String {
        let mut said = String::new();
        let leads = |span: &Span| matches!(span, Span::Link { to, .. } if is_help(to));
        for run in line.chunk_by(|one, next| !leads(one) && !leads(next)) {
            if let [Span::Link { to, text }] = run
                && is_help(to)
            {
                self.want(to);
                said.push_str(&link(text, to, &[]));
            } else {
                said.push_str(&verbatim(&run.iter().map(Span::words).collect::<String>()));
            }
        }
        said
    }

    fn sources(&self, texts: &[&Prose]) -> String {
        let spans = texts.iter().flat_map(|prose| prose.iter()).flat_map(Block::lines).flatten();
        let claims: Vec<&str> =
            spans.filter_map(|span| if let Span::Claim(id) = span { Some(id.as_str()) } else { None }).collect();
        sources::line(self.course, &claims).map(|line| verbatim(&line)).unwrap_or_default()
    }
}

/// SugarCube forgets all facts when it begins again.
const AGAIN: &str = "<<link \"Start again\">><<run Engine.restart()>><</link>>";
/// To where the reader was.
const BACK: &str = "<<return \"Back\">>";

fn is_help(id: &str) -> bool {
    id.starts_with("help/")
}

/// The name of a role's passage.
fn card(role: &Role) -> String {
    format!("Card {}", role.name)
}

fn before_reply(line: &ScenarioLine) -> String {
    format!("line/{}", own(&line.id))
}

fn way_out(scenario: &Scenario) -> String {
    link(&words(&scenario.any_time.say), &scenario.any_time.go, &[])
}

/// What can be said, where its facts are as it needs them.
fn choice(line: &ScenarioLine) -> String {
    let after = before_reply(line);
    let to = if line.help.is_some() { &after } else { &line.go };
    let said = link(&words(&line.say), to, &line.sets);
    let needs = line.needs.iter().map(|fact| variable(fact));
    let facts: Vec<String> = needs.chain(line.unless.iter().map(|fact| format!("not {}", variable(fact)))).collect();
    if facts.is_empty() {
        return format!("{said}\n");
    }
    // The backslash takes the line break away that would stand even where the line does not.
    format!("<<if {}>>{said}\n<</if>>\\\n", facts.join(" and "))
}
