//! How long a unit takes: whether the minutes that it promises are honest.
//!
//! A person reads or hears 180 words a minute, each card once, and of a question the reason of one option (the longest). Half a
//! minute a card is left to think and to answer.

use crate::grade;
use crate::rule::Rule;
use saywell_content::{Block, Card, CardKind, Line, Span, Unit};

const WORDS_A_MINUTE: f64 = 180.0;
const THINKING: f64 = 0.5;
/// A unit says no less.
const SHORTEST: f64 = 3.0;
const LONGEST: f64 = 8.0;

/// What is wrong with the minutes of a unit, if anything.
pub(crate) fn fault(unit: &Unit) -> Option<(Rule, String)> {
    let read: usize = unit.cards.iter().map(words).sum();
    let cards = u32::try_from(unit.cards.len()).ok()?;
    let minutes = f64::from(u32::try_from(read).ok()?) / WORDS_A_MINUTE;
    let said = f64::from(unit.minutes);
    if !(SHORTEST..=LONGEST).contains(&said) {
        return None;
    }
    let reason = if minutes > LONGEST {
        format!("it takes {minutes:.1} minutes to read; {LONGEST} is the most")
    } else if minutes > said {
        format!("it takes {minutes:.1} minutes to read, and says {said}")
    } else if said > (minutes + THINKING * f64::from(cards)).ceil().max(SHORTEST) {
        format!("it takes {minutes:.1} minutes to read and half a minute a card to think, and says {said}")
    } else {
        return None;
    };
    Some((Rule::ReadingTime, reason))
}

/// The words that one person meets on a card.
fn words(card: &Card) -> usize {
    let all = |lines: &[Line]| lines.iter().map(of).sum::<usize>();
    let prose = |blocks: &[Block]| blocks.iter().map(|block| all(block.lines())).sum::<usize>();
    match &card.kind {
        CardKind::Gate { question, body, doors } => {
            of(question) + prose(body) + doors.iter().map(|door| of(&door.text)).sum::<usize>()
        }
        CardKind::Read { title, body } => count(title) + prose(body),
        CardKind::Exchange { title, scene, lines, notice, .. } => {
            count(title) + of(scene) + lines.iter().map(|line| of(&line.say)).sum::<usize>() + of(notice)
        }
        CardKind::Check { question, options, .. } => {
            let reason = options.iter().map(|option| of(&option.why)).max().unwrap_or_default();
            of(question) + options.iter().map(|option| of(&option.text)).sum::<usize>() + reason
        }
        CardKind::Steps { title, steps } => count(title) + steps.iter().map(|step| of(&step.text)).sum::<usize>(),
        CardKind::Table { title, columns, rows } => {
            let heads = columns.iter().map(|head| count(head)).sum::<usize>();
            count(title) + heads + rows.iter().map(|row| all(&row.cells)).sum::<usize>()
        }
        CardKind::Reflect { prompt, hint } => of(prompt) + of(hint),
        CardKind::Practise { body, .. } => of(body),
    }
}

fn of(line: &Line) -> usize {
    count(&line.iter().map(Span::words).collect::<String>())
}

fn count(text: &str) -> usize {
    grade::words(text).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(minutes: u8, words: usize) -> Unit {
        let body =
            vec![Block::Paragraph(vec![Span::Text(["word"; 2].join(" ")), Span::Text(" word".repeat(words - 2))])];
        let card = |id: &str, body| Card {
            id: id.into(),
            kind: CardKind::Read { title: String::new(), body },
            needs_clinician: false,
        };
        Unit {
            id: "lesson/a".into(),
            title: String::new(),
            home_title: None,
            minutes,
            goal: String::new(),
            teaches: vec![],
            cards: vec![card("a", body), card("b", vec![])],
        }
    }

    #[test]
    fn minutes_are_honest() {
        let said = |minutes, words| fault(&unit(minutes, words)).map(|(_, reason)| reason).unwrap_or_default();
        assert_eq!([said(5, 900), said(6, 900), said(6, 890)], ["", "", ""]);
        assert_eq!(said(5, 901), "it takes 5.0 minutes to read, and says 5");
        assert!(said(7, 900).ends_with("half a minute a card to think, and says 7"));
        assert_eq!(said(8, 1500), "it takes 8.3 minutes to read; 8 is the most");
    }
}
