//! Where a text stands, in words that a reader on paper can follow: from `lesson/talk-early/which-time/in-bed#why` to the
//! unit, the card and the answer.

use saywell_content::{CardKind, Course, Line, Span};

/// The place of a text by its context, and by what stands over it there: such as `unit 4 *Talk early*, which-time, to
/// “In bed”`.
pub(crate) fn whereabouts(course: &Course, context: &str, under: &str) -> String {
    let (id, key) = context.split_once('#').unwrap_or((context, ""));
    let parts: Vec<&str> = id.split('/').collect();
    let whole = parts.get(..2).map(|whole| whole.join("/")).unwrap_or_default();
    let inside = parts.get(2..).unwrap_or_default();
    let (thing, mut place) = match parts.first() {
        Some(&"lesson") => (unit(course, &whole), inside.iter().take(1).map(ToString::to_string).collect::<Vec<_>>()),
        Some(&"quiz") => {
            let quiz = course.quiz(&whole).map(|quiz| format!("quiz *{}*", quiz.title));
            (quiz, inside.iter().take(1).map(ToString::to_string).collect())
        }
        Some(&"scenario") => {
            let scenario = course.scenarios.iter().find(|scenario| scenario.id == whole);
            (scenario.map(|it| format!("scenario *{}*", it.title)), inside.iter().map(ToString::to_string).collect())
        }
        Some(&"help") => {
            let card = course.help_card(&whole).map(|card| format!("help card *{}*", card.title));
            (card, inside.iter().map(|state| format!("helper, {state}")).collect())
        }
        Some(&"relaxation") => {
            (course.relaxation(&whole).map(|it| format!("relaxation *{}*", it.title)), vec![key.into()])
        }
        Some(&"term") => (course.term(&whole).map(|term| format!("word *{}*", term.name)), Vec::new()),
        Some(&"technique") => (course.technique(&whole).map(|it| format!("technique *{}*", it.name)), Vec::new()),
        Some(&"journal") => (Some(format!("*{}*", course.plan.title)), vec![key.into()]),
        _ => (None, Vec::new()),
    };
    let Some(thing) = thing else { return context.to_owned() };
    place.extend(answer(course, id).map(|answer| format!("to “{answer}”")));
    if !under.is_empty() {
        place.push(format!("“{under}”"));
    }
    std::iter::once(thing).chain(place).collect::<Vec<_>>().join(", ")
}

/// Two units may have one title, so each has its number.
fn unit(course: &Course, id: &str) -> Option<String> {
    let (number, unit) = (1..).zip(course.units()).find(|(_, unit)| unit.id == id)?;
    Some(format!("unit {number} *{}*", unit.title))
}

/// The answer that a text belongs to: feedback reads odd without it.
fn answer(course: &Course, id: &str) -> Option<String> {
    let (part, _) = id.rsplit_once('/')?;
    let words = |line: &Line| line.iter().map(Span::words).collect::<String>();
    if let Some(item) = course.item(part) {
        return item.options.iter().find(|option| option.id == id).map(|option| words(&option.text));
    }
    match &course.card(part)?.kind {
        CardKind::Check { options, .. } => options.iter().find(|option| option.id == id).map(|it| words(&it.text)),
        _ => None,
    }
}
