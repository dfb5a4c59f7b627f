//! The paper that a clinician signs: every claim, the gravest first, with its sources and all that stands on it.
//!
//! It is made of what the author's desk knows; nothing of it goes into the app. The same course always gives the same
//! paper, so that a change to either shows as a difference to read.

use crate::desk::Desk;
use crate::evidence::{Evidence, Risk};
use crate::screens::screen;
use crate::text::Said;
use crate::whereabouts::whereabouts;
use saywell_content::{Claim, Course, Review};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const TITLE: &str = "\
# For the clinician: what Saywell says about health

Made by `course review` from the course; change the course, not this page.

Saywell is an app that works without a network. It teaches people how to talk with a partner about safer sex and safer
drug use. Every sentence about health in it stands on a claim below. The app shows readers the sources of a claim, and
says which claims no clinician has approved.

For each claim, please judge two things: is the claim right today, and does each sentence say no more than the claim?
Then tick a box and sign. An editor enters an approval in `content/course/claim/` (`review = \"approved\"`, with your
name, your role and the day). A claim that is wrong is changed or goes, and so do its sentences.
";

/// What people read in an emergency comes first.
const ORDER: [&str; 8] = ["help/", "lesson/", "quiz/", "scenario/", "relaxation/", "journal/", "technique/", "term/"];
const SIGN: &str = "☐ approve   ☐ change   ☐ drop   Name, role, date: ______________________________";

/// The paper, in Markdown.
pub(crate) fn paper(course: &Course, desk: &Desk) -> String {
    // Writing to a text cannot fail, here and below.
    let mut paper = TITLE.to_owned();
    let standing = standing(course, &desk.texts);
    let mut claims: Vec<(&Claim, &Evidence)> =
        course.claims.iter().filter_map(|claim| Some((claim, desk.evidence.get(&claim.id)?))).collect();
    claims.sort_by_cached_key(|(claim, evidence)| (evidence.risk, stage(claim.review), natural(&claim.id)));
    paper += &figures(&claims);
    let different: BTreeSet<&str> = standing.values().flatten().map(|(sentence, _)| *sentence).collect();
    let count = different.len();
    let _ = write!(paper, "\n{count} different sentences stand on them, many in several places.\n");
    paper += &waiting(course, desk);
    for risk in Risk::ALL {
        let (name, meaning) = heading(risk);
        let of_risk: Vec<_> = claims.iter().filter(|(_, evidence)| evidence.risk == risk).collect();
        let _ = write!(paper, "\n## {name} ({})\n\n{meaning}\n", of_risk.len());
        for (claim, evidence) in of_risk {
            paper += &entry(claim, evidence, course, desk);
            paper += &sentences(standing.get(claim.id.as_str()).map(Vec::as_slice).unwrap_or_default());
            let _ = write!(paper, "\n{SIGN}\n");
        }
    }
    paper
}

fn heading(risk: Risk) -> (&'static str, &'static str) {
    match risk {
        Risk::LifeCritical => {
            ("Life-critical", "If one of these is wrong, someone may be hurt, or may come too late for help.")
        }
        Risk::Clinical => ("Clinical", "What passes HIV and other infections, and what tests and medicine do."),
        Risk::Behavioural => ("Behavioural", "What helps people to talk, to plan and to rest."),
        Risk::Editorial => ("Editorial", "What the app says of itself and of the law."),
    }
}

fn stage(review: Review) -> usize {
    match review {
        Review::NeedsClinician => 0,
        Review::Unreviewed => 1,
        Review::Approved => 2,
    }
}

/// `B2` comes before `B10`, and `E3` before `E3a`.
fn natural(id: &str) -> (&str, u32, &str) {
    let digits = id.find(|letter: char| letter.is_ascii_digit()).unwrap_or(id.len());
    let (letters, rest) = id.split_at(digits);
    let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    let (number, rest) = rest.split_at(end);
    (letters, number.parse().unwrap_or_default(), rest)
}

/// How many claims there are of each risk, and how far their review has come.
fn figures(claims: &[(&Claim, &Evidence)]) -> String {
    let mut table =
        "\n| Risk | A clinician must decide | Not reviewed yet | Approved | All |\n|---|--:|--:|--:|--:|\n".to_owned();
    let mut row = |name: &str, risk: Option<Risk>| {
        let mut counts = [0; 3];
        for (claim, _) in claims.iter().filter(|(_, evidence)| risk.is_none_or(|risk| evidence.risk == risk)) {
            if let Some(count) = counts.get_mut(stage(claim.review)) {
                *count += 1;
            }
        }
        let [decide, unreviewed, approved] = counts;
        let all = decide + unreviewed + approved;
        let _ = writeln!(table, "| {name} | {decide} | {unreviewed} | {approved} | {all} |");
    };
    for risk in Risk::ALL {
        row(heading(risk).0, Some(risk));
    }
    row("All", None);
    table
}

/// The parts of the course that say they wait for a clinician, the gravest first.
pub(crate) fn marked_parts<'a>(course: &Course, desk: &'a Desk) -> Vec<Marked<'a>> {
    let mut parts: Vec<Marked> = Vec::new();
    for said in desk.texts.iter().filter(|said| said.needs_clinician) {
        let context = &said.text.context;
        let screen = screen(context);
        // A help card is one screen with many parts; of any other thing, what is marked on one screen is one part.
        let is_help = screen.starts_with("help/");
        let place = whereabouts(course, context, if is_help { &said.under } else { "" });
        let within = if is_help { place.clone() } else { screen };
        match parts.last_mut() {
            Some(last) if last.within == within => last.texts.push(said),
            _ => parts.push(Marked { within, place, texts: vec![said] }),
        }
    }
    // A part that stands on no claim can be anything, so it comes first.
    parts.sort_by_cached_key(|part| part.claims().into_iter().filter_map(|id| risk(id, desk)).min());
    parts
}

fn risk(claim: &str, desk: &Desk) -> Option<Risk> {
    desk.evidence.get(claim).map(|evidence| evidence.risk)
}

/// All of them, word by word.
fn waiting(course: &Course, desk: &Desk) -> String {
    let parts = marked_parts(course, desk);
    let mut paper = format!("\n## Parts that wait for a clinician ({})\n", parts.len());
    paper += "\nNo source was found for these, or their wording is open. The app marks them for the reader.\n";
    for part in parts {
        let _ = write!(paper, "\n### {}\n\n", capital(&part.place));
        for said in part.texts.iter().filter(|said| said.lines != [said.under.as_str()]) {
            let head = if part.within.starts_with("lesson/") { said.under.as_str() } else { "" };
            let head = if head.is_empty() { String::new() } else { format!("{head}: ") };
            for line in &said.lines {
                let _ = writeln!(paper, "- {}", escaped(&(head.clone() + line)));
            }
        }
        let _ = write!(paper, "\nStands on {}.\n\n{SIGN}\n", part.stands_on(desk));
    }
    paper
}

/// A part of the course that waits for a clinician.
pub(crate) struct Marked<'a> {
    within: String,
    /// Where it is, in words.
    pub place: String,
    pub texts: Vec<&'a Said>,
}

impl Marked<'_> {
    fn claims(&self) -> Vec<&str> {
        let mut claims: Vec<&str> =
            self.texts.iter().flat_map(|said| &said.marks).map(|mark| mark.claim.as_str()).collect();
        claims.sort_by_key(|id| natural(id));
        claims.dedup();
        claims
    }

    /// Its claims with their risks, in words.
    pub fn stands_on(&self, desk: &Desk) -> String {
        let named = |id| format!("{id} ({})", risk(id, desk).map(Risk::name).unwrap_or_default());
        let claims: Vec<String> = self.claims().into_iter().map(named).collect();
        if claims.is_empty() { "no claim".into() } else { claims.join(", ") }
    }
}

fn capital(place: &str) -> String {
    let mut letters = place.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn entry(claim: &Claim, evidence: &Evidence, course: &Course, desk: &Desk) -> String {
    let state = match (&evidence.approval, claim.review) {
        (Some(approval), _) => format!("approved by {} on {}", approval.by, approval.on),
        (None, Review::NeedsClinician) => "a clinician must decide".into(),
        (None, _) => "not reviewed yet".into(),
    };
    let mut entry = format!("\n### {}: {state}\n\n> {}\n\n", claim.id, escaped(&claim.text));
    for key in &claim.sources {
        let Some(source) = course.source(key) else { continue };
        let url = desk.addresses.get(key).map(String::as_str).unwrap_or_default();
        let _ = writeln!(entry, "- {}, *{}* ({}), <{url}>", source.publisher, source.title, source.dated);
    }
    if claim.sources.is_empty() {
        entry += "- No source.\n";
    }
    let place = if claim.place == "any" { "anywhere" } else { &claim.place };
    let seen = evidence.seen_in_words();
    let (checked, by) = (claim.checked, claim.review_by);
    let _ = write!(entry, "\nSeen: {seen}. Checked {checked}, review by {by}. Holds: {place}.\n\n");
    entry
}

/// The sentences that stand on a claim, each once, with all the places where it stands.
pub(crate) fn standing<'a>(course: &Course, texts: &'a [Said]) -> BTreeMap<&'a str, Vec<(&'a str, Vec<String>)>> {
    let mut standing: BTreeMap<&str, Vec<(&str, Vec<String>)>> = BTreeMap::new();
    let mut texts: Vec<&Said> = texts.iter().filter(|said| !said.marks.is_empty()).collect();
    texts.sort_by_key(|said| ORDER.iter().position(|kind| said.text.context.starts_with(kind)).unwrap_or(ORDER.len()));
    for said in texts {
        for mark in &said.marks {
            let sentences = standing.entry(&mark.claim).or_default();
            let place = whereabouts(course, &said.text.context, &said.under);
            match sentences.iter_mut().find(|(sentence, _)| *sentence == mark.sentence) {
                Some((_, places)) if places.contains(&place) => {}
                Some((_, places)) => places.push(place),
                None => sentences.push((&mark.sentence, vec![place])),
            }
        }
    }
    standing
}

fn sentences(standing: &[(&str, Vec<String>)]) -> String {
    if standing.is_empty() {
        return "No sentence stands on it yet.\n".into();
    }
    let mut list = "What stands on it:\n\n".to_owned();
    for (sentence, places) in standing {
        let _ = writeln!(list, "- “{}” ({})", escaped(sentence), places.join("; "));
    }
    list
}

/// Words of the course that Markdown would take for marks.
fn escaped(words: &str) -> String {
    let mut escaped = String::new();
    for letter in words.chars() {
        if matches!(letter, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '\\') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_ordered_as_people_count() {
        let mut ids = ["E10", "E3a", "E3", "B4", "E3cn", "M9", "E3c"];
        ids.sort_by_key(|id| natural(id));
        assert_eq!(ids, ["B4", "E3", "E3a", "E3c", "E3cn", "E10", "M9"]);
    }

    #[test]
    fn words_are_not_taken_for_marks() {
        assert_eq!(escaped("a * b [c]"), "a \\* b \\[c\\]");
    }
}
