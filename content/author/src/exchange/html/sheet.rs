//! Sheets to hand out: the role cards of a scenario, each on a page of its own, and the plan-the-talk sheet.

use super::page::Page;
use saywell_content::{PlanPrompts, Role, Scenario};

/// The course speaks of the app's own notes and of what it saves, which is not so here.
pub(super) const ON_PAPER: &str =
    "This is paper, not the app: what is written on it is kept nowhere else, and others may find it.";

impl Page<'_> {
    /// What both know comes first; a card shows nothing of the other one.
    pub fn cards(&mut self, scenario: &Scenario) {
        self.words("h1", &scenario.title);
        self.words("p", &format!("For two people, about {} minutes.", scenario.minutes));
        if let Some(gate) = &scenario.gate {
            self.line("h2", &gate.question);
            self.prose(&gate.body);
            self.doors(&gate.doors);
        }
        self.words("h2", "What both of you know");
        self.prose(&scenario.situation);
        self.prose(&scenario.safety);
        if let Some(setup) = &scenario.setup {
            self.line("h2", &setup.ask);
            self.list("ul", setup.options.iter().map(|option| &option.text));
        }
        for role in [&scenario.a, &scenario.b] {
            self.html("<section class=\"sheet\">");
            self.role(role);
            self.words("h3", "Your way out, at any time");
            self.line("p", &scenario.any_time.say);
            self.html("</section>");
        }
    }

    fn role(&mut self, role: &Role) {
        self.words("h2", &role.name);
        for (head, line) in [
            ("Who you are", &role.you),
            ("What you hope for", &role.hope),
            ("What worries you", &role.worry),
            ("Where you stop", &role.limit),
        ] {
            self.words("h3", head);
            self.line("p", line);
        }
        let course = self.course;
        let techniques = role.techniques.iter().filter_map(|id| course.technique(id));
        let names: Vec<&str> = techniques.map(|technique| technique.name.as_str()).collect();
        if !names.is_empty() {
            self.words("h3", "Things to try");
            self.html("<ul>");
            for name in names {
                self.words("li", name);
            }
            self.html("</ul>");
        }
    }

    pub fn plan(&mut self, plan: &PlanPrompts) {
        self.words("h1", &plan.title);
        self.words("p.mark", ON_PAPER);
        self.prose(&plan.before);
        for prompt in [&plan.when, &plan.place, &plan.opening, &plan.offer, &plan.exit] {
            self.html("<section class=\"card\">");
            self.words("h2", &prompt.label);
            self.line("p", &prompt.ask);
            self.line("p", &prompt.hint);
            self.room(3);
            self.html("</section>");
        }
    }
}
