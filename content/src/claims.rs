//! Which claims the sentences of a card, an item or a term rest on: what a screen shows the sources of.

use crate::{
    Block, Card, CardKind, Ending, HelpCard, Item, Line, PepText, PlanPrompts, Prose, Relaxation, Scenario,
    ScenarioLine, Side, Span, Technique, Term,
};

impl Card {
    /// Ids of the claims on this card, each once, in the order of the text.
    #[must_use]
    pub fn claims(&self) -> Vec<&str> {
        each_once(self.lines().into_iter())
    }

    fn lines(&self) -> Vec<&Line> {
        match &self.kind {
            CardKind::Gate { question, body, doors } => {
                let doors = doors.iter().map(|door| &door.text);
                std::iter::once(question).chain(of_prose(body)).chain(doors).collect()
            }
            CardKind::Read { body, .. } => of_prose(body).collect(),
            CardKind::Exchange { scene, lines, notice, .. } => {
                std::iter::once(scene).chain(lines.iter().map(|line| &line.say)).chain([notice]).collect()
            }
            CardKind::Check { question, options, again } => {
                let options = options.iter().flat_map(|option| [&option.text, &option.why]);
                std::iter::once(question).chain(options).chain([again]).collect()
            }
            CardKind::Steps { steps, .. } => steps.iter().map(|step| &step.text).collect(),
            CardKind::Table { rows, .. } => rows.iter().flat_map(|row| &row.cells).collect(),
            CardKind::Reflect { prompt, hint } => vec![prompt, hint],
            CardKind::Practise { body, .. } => vec![body],
        }
    }
}

impl HelpCard {
    /// Ids of the claims on this card, without those of its helper, each once, in the order of the text.
    #[must_use]
    pub fn claims(&self) -> Vec<&str> {
        each_once(of_prose(&self.lead).chain(self.parts.iter().flat_map(|part| of_prose(&part.body))))
    }
}

impl PepText {
    /// Ids of the claims in this text, each once.
    #[must_use]
    pub fn claims(&self) -> Vec<&str> {
        each_once(of_prose(&self.part.body))
    }
}

impl Item {
    /// Ids of the claims in this item and its feedback, each once, in the authors' order.
    #[must_use]
    pub fn claims(&self) -> Vec<&str> {
        let options = self.options.iter().flat_map(|option| [&option.text, &option.why]);
        each_once(std::iter::once(&self.ask).chain(options))
    }
}

impl Relaxation {
    /// Ids of the claims in the safety texts, each once.
    #[must_use]
    pub fn claims(&self) -> Vec<&str> {
        each_once(of_prose(&self.before).chain(of_prose(&self.grounding)))
    }
}

impl Scenario {
    /// Ids of the claims that are read before the first line, each once.
    #[must_use]
    pub fn intro_claims(&self) -> Vec<&str> {
        let gate = self.gate.iter().flat_map(|gate| of_prose(&gate.body));
        each_once(of_prose(&self.safety).chain(gate).chain(of_prose(&self.situation)))
    }

    /// Ids of the claims that two people read when they look back, each once.
    #[must_use]
    pub fn look_back_claims(&self) -> Vec<&str> {
        each_once(of_prose(&self.debrief).chain(self.help.iter().map(|door| &door.text)))
    }

    /// Ids of the claims in lines that were said and lines that can be said, each once.
    #[must_use]
    pub fn talk_claims<'a>(
        &'a self,
        said: impl Iterator<Item = &'a ScenarioLine>,
        choices: &[&'a ScenarioLine],
    ) -> Vec<&'a str> {
        each_once(said.chain(choices.iter().copied()).map(|line| &line.say))
    }

    /// Ids of the claims in a debrief after this ending, each once.
    #[must_use]
    pub fn debrief_claims<'a>(&'a self, ending: &'a Ending, side: Side) -> Vec<&'a str> {
        let doors = self.help.iter().map(|door| &door.text);
        each_once(std::iter::once(ending.told_to(side)).chain(of_prose(&self.debrief)).chain(doors))
    }
}

impl PlanPrompts {
    /// Ids of the claims in what is read before the questions, each once.
    #[must_use]
    pub fn claims(&self) -> Vec<&str> {
        each_once(of_prose(&self.before))
    }
}

impl Term {
    /// Ids of the claims in this entry, each once.
    #[must_use]
    pub fn claims(&self) -> Vec<&str> {
        each_once(of_prose(&self.body))
    }
}

impl Technique {
    /// Ids of the claims in the question and its answer, each once.
    #[must_use]
    pub fn claims(&self) -> Vec<&str> {
        each_once([&self.ask, &self.answer].into_iter())
    }
}

fn of_prose(prose: &Prose) -> impl Iterator<Item = &Line> {
    prose.iter().flat_map(Block::lines)
}

fn each_once<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<&'a str> {
    let mut found = Vec::new();
    for span in lines.flatten() {
        if let Span::Claim(id) = span
            && !found.contains(&id.as_str())
        {
            found.push(id.as_str());
        }
    }
    found
}
