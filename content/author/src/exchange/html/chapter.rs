//! A chapter on paper, for those who lead a group: every card of its units, with the answers.

use super::page::Page;
use super::sheet::ON_PAPER;
use saywell_content::{Card, CardKind, Chapter, CheckOption, Course, Door, Line, Spoken, Step, TableRow, Unit};

impl Page<'_> {
    pub fn chapter(&mut self, chapter: &Chapter) {
        self.words("h1", &chapter.title);
        self.words("p.mark", ON_PAPER);
        for (number, unit) in (1..).zip(&chapter.units) {
            self.unit(number, unit);
        }
    }

    fn unit(&mut self, number: usize, unit: &Unit) {
        self.html("<section class=\"unit\">");
        self.words("h2", &format!("{number}. {}", unit.title));
        self.words("p", &format!("{} ({} minutes)", unit.goal, unit.minutes));
        for card in &unit.cards {
            self.html("<section class=\"card\">");
            self.card(card);
            self.html("</section>");
        }
        self.html("</section>");
    }

    fn card(&mut self, card: &Card) {
        match &card.kind {
            CardKind::Gate { question, .. } | CardKind::Check { question, .. } => self.line("h3", question),
            CardKind::Reflect { prompt, .. } => self.line("h3", prompt),
            CardKind::Read { title, .. }
            | CardKind::Exchange { title, .. }
            | CardKind::Steps { title, .. }
            | CardKind::Table { title, .. } => self.words("h3", title),
            CardKind::Practise { to, .. } => self.words("h3", &format!("To practise: {}", title(self.course, to))),
        }
        self.mark(card.needs_clinician);
        match &card.kind {
            CardKind::Gate { body, doors, .. } => {
                self.prose(body);
                self.doors(doors);
            }
            CardKind::Read { body, .. } => self.prose(body),
            CardKind::Exchange { technique, scene, lines, notice, .. } => {
                self.exchange(technique, scene, lines, notice);
            }
            CardKind::Check { options, again, .. } => self.check(options, again),
            CardKind::Steps { steps, .. } => self.steps(steps),
            CardKind::Table { columns, rows, .. } => self.table(columns, rows),
            CardKind::Reflect { hint, .. } => {
                self.line("p", hint);
                self.room(4);
            }
            CardKind::Practise { body, .. } => self.line("p", body),
        }
    }

    pub fn doors(&mut self, doors: &[Door]) {
        self.html("<ul>");
        for door in doors {
            let to = door.to.as_deref().and_then(|to| self.help(to)).unwrap_or_else(|| "go on".to_owned());
            let inside = format!("{}: {to}", self.of(&door.text));
            self.put("li", &inside);
        }
        self.html("</ul>");
    }

    fn exchange(&mut self, technique: &str, scene: &Line, lines: &[Spoken], notice: &Line) {
        self.line("p", scene);
        for spoken in lines {
            let by = match spoken.by.as_str() {
                "you" => "You:",
                "partner" => "Partner:",
                name => &format!("{name}:"),
            };
            self.labelled("p.talk", by, &spoken.say);
        }
        let shown = self.course.technique(technique).map(|technique| technique.name.as_str());
        self.labelled("p", &format!("{}:", shown.unwrap_or("Notice")), notice);
    }

    fn check(&mut self, options: &[CheckOption], again: &Line) {
        self.list("ol.options", options.iter().map(|option| &option.text));
        for (letter, option) in ('A'..).zip(options) {
            let label = if option.right { format!("{letter} is the answer.") } else { format!("{letter}.") };
            self.labelled("p", &label, &option.why);
        }
        self.labelled("p", "In other words:", again);
    }

    fn steps(&mut self, steps: &[Step]) {
        self.html("<ol>");
        for step in steps {
            self.html("<li>");
            self.mark(step.needs_clinician);
            self.line("p", &step.text);
            self.html("</li>");
        }
        self.html("</ol>");
    }

    /// A row that awaits a clinician says so in its first cell.
    fn table(&mut self, columns: &[String], rows: &[TableRow]) {
        self.html("<table>\n<thead>\n<tr>");
        for column in columns {
            let head = super::escaped(column);
            self.html(&format!("<th scope=\"col\">{head}</th>"));
        }
        self.html("</tr>\n</thead>\n<tbody>");
        for row in rows {
            self.html("<tr>");
            for (index, cell) in row.cells.iter().enumerate() {
                self.html(if index == 0 { "<th scope=\"row\">" } else { "<td>" });
                self.mark(row.needs_clinician && index == 0);
                let inside = self.of(cell);
                self.html(&inside);
                self.html(if index == 0 { "</th>" } else { "</td>" });
            }
            self.html("</tr>");
        }
        self.html("</tbody>\n</table>");
    }
}

/// The title of what there is to practise, inside it.
fn title<'a>(course: &'a Course, id: &str) -> &'a str {
    let quiz = course.quiz(id).map(|quiz| quiz.title.as_str());
    let scenario = || course.scenario(id).map(|scenario| scenario.title.as_str());
    let relaxation = || course.relaxation(id).map(|relaxation| relaxation.title.as_str());
    let help = || course.help_card(id).map(|card| card.title.as_str());
    let plan = || (course.plan.id == id).then_some(course.plan.title.as_str());
    quiz.or_else(scenario).or_else(relaxation).or_else(help).or_else(plan).unwrap_or_default()
}
