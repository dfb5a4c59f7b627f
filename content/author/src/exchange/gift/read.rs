//! Quiz items out of a GIFT file, and those that a course cannot hold.

use super::letters::{Block, Letter, blocks, find, split, text, trimmed};
use super::paper::paper;
use super::{EXERCISES, HOME_TITLE, OPTIONS, PIN, QUIZ, TITLE};
use crate::exchange::{folded, own, sources};
use crate::fault::{Place, Source};
use crate::markup;
use saywell_content::{Block as Paragraph, Item, ItemKind, Line, Quiz, QuizOption, Span};
use std::collections::BTreeSet;
use std::fmt;

/// What a file gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// A file for `quiz/`, with the items that a course can hold; none where there is no such item.
    pub file: Option<String>,
    /// How many those are.
    pub items: usize,
    /// Options that have no reason, which an author must add.
    pub without_reason: usize,
    /// The others, by place.
    pub refused: Vec<Refused>,
}

/// An item that a course cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// In the GIFT file.
    pub place: Place,
    /// Its title, or how it begins.
    pub item: String,
    /// One sentence without a full stop.
    pub reason: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: `{}`: {}", self.place, self.item, self.reason)
    }
}

/// An item that could be read, and the sources that its file names.
pub(super) struct Read {
    pub item: Item,
    pub sources: Option<String>,
}

/// Where and why an item cannot be read.
type Doubt = (usize, String);

/// Reads a GIFT file as a quiz. `name` is the file's, as it is shown; `id` that of the quiz, such as `quiz/first`, where
/// the file is not to say it.
#[must_use]
pub fn import(name: &str, gift: &str, id: Option<&str>) -> Import {
    let source = Source::new(name, gift);
    let (quiz, sources, refused) = quiz(&source, id);
    let reasons = quiz.items.iter().flat_map(|item| &item.options).map(|option| &option.why);
    let without_reason = reasons.filter(|why| why.is_empty()).count();
    let file = (!quiz.items.is_empty()).then(|| paper(&quiz, &sources, without_reason));
    Import { file, items: quiz.items.len(), without_reason, refused }
}

/// The quiz, the sources of each of its items, and what was refused.
pub(super) fn quiz(source: &Source, id: Option<&str>) -> (Quiz, Vec<Option<String>>, Vec<Refused>) {
    let stem = source.name().rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.split('.').next().unwrap_or_default();
    let (mut title, mut quiz_id, mut home_title) = (None, id.map(ToOwned::to_owned), None);
    let (mut items, mut all_sources, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let (mut category, mut taken) = (None, BTreeSet::new());
    for block in blocks(source) {
        let comment = |key| block.comment(key).map(ToOwned::to_owned);
        quiz_id = quiz_id.or_else(|| comment(QUIZ));
        title = title.or_else(|| comment(TITLE));
        home_title = home_title.or_else(|| comment(HOME_TITLE));
        let mut refuse = |at, item: String, reason: String| {
            refused.push(Refused { place: source.place(at), item, reason });
        };
        if block.letters.is_empty() {
            continue;
        }
        let whole = text(&block.letters);
        if let Some(path) = whole.strip_prefix("$CATEGORY:") {
            if category.replace(last_of(path)).is_some() {
                refuse(
                    block.at,
                    folded(&whole),
                    "a quiz has one category; put these items into a file of their own".into(),
                );
            }
            continue;
        }
        match read(&block, items.len() + 1, &mut taken) {
            Ok(Read { item, sources }) => {
                items.push(item);
                all_sources.push(sources);
            }
            Err((at, reason)) => refuse(at, shown(&block), reason),
        }
    }
    let title = title.or(category).unwrap_or_else(|| stem.to_owned());
    let id = quiz_id.unwrap_or_else(|| format!("quiz/{}", slug(&title).unwrap_or_else(|| "imported".into())));
    for item in &mut items {
        item.id = format!("{id}/{}", item.id);
        for option in &mut item.options {
            option.id = format!("{}/{}", item.id, option.id);
        }
    }
    (Quiz { id, title, home_title, items }, all_sources, refused)
}

/// The last part of a path of categories, in which `//` is a slash.
fn last_of(path: &str) -> String {
    folded(path.replace("//", "\0").rsplit('/').next().unwrap_or_default()).replace('\0', "/")
}

/// How people find a block that was refused.
fn shown(block: &Block) -> String {
    if let Some((title, _)) = titled(&block.letters) {
        return folded(&text(title));
    }
    let words = folded(&text(&block.letters));
    let (start, rest) = words.char_indices().nth(40).map_or((words.as_str(), ""), |(at, _)| words.split_at(at));
    if rest.is_empty() { start.to_owned() } else { format!("{start}…") }
}

/// The letters of the title and those after it.
fn titled(letters: &[Letter]) -> Option<(&[Letter], &[Letter])> {
    let letters = trimmed(letters);
    let rest = letters.get(2..).filter(|_| find(letters, ':', 2) == Some(0))?;
    split(rest, ':', 2)
}

/// The `number`th item, counted from 1. Its ids are still without those of what they are in; `taken` has those in use.
fn read(block: &Block, number: usize, taken: &mut BTreeSet<String>) -> Result<Read, Doubt> {
    let (title, letters) =
        titled(&block.letters).map_or((None, block.letters.as_slice()), |(title, rest)| (Some(title), rest));
    let at = block.at;
    let (ask, answers) = split(letters, '{', 1).ok_or((at, "it has no answers".to_owned()))?;
    let (answers, after) = split(answers, '}', 1).ok_or((at, "its answers have no `}`".to_owned()))?;
    if let Some(letter) = trimmed(after).first() {
        return Err((letter.at, "words after the answers: a gap to fill is not known here".into()));
    }
    let (form, ask) = formed(ask, Form::Loose);
    let ask = form.read(ask, at, "the question")?;
    let (answers, sources) = parted(answers, form)?;
    let (kind, options) = options(answers, form, at)?;
    let own_id = title.map(text).as_deref().map(own).and_then(slug).or_else(|| slug(&folded(&words_of(&ask))));
    let id = unused(own_id.unwrap_or_else(|| format!("item-{number}")), taken);
    let exercises = block.comment(EXERCISES).unwrap_or_default().split_whitespace().filter(|word| is_word(word));
    let exercises = exercises.map(|word| format!("technique/{word}")).collect();
    Ok(Read { item: Item { id, kind, ask, options: named(options, kind, block), exercises }, sources })
}

/// The general feedback apart. Only our own line of sources is one that a course has a place for, in a comment.
fn parted(answers: &[Letter], form: Form) -> Result<(&[Letter], Option<String>), Doubt> {
    let Some((answers, general)) = split(answers, '#', 4) else { return Ok((answers, None)) };
    let at = general.first().map_or(0, |letter| letter.at);
    let (form, general) = formed(general, form);
    let words = words_of(&form.read(general, at, "the general feedback")?);
    if !words.starts_with(sources::BEGIN) {
        return Err((at, "general feedback: a course has only a reason for each option".into()));
    }
    Ok((answers, Some(words)))
}

/// An option on its way.
struct Choice {
    text: Line,
    right: bool,
    why: Line,
}

fn options(answers: &[Letter], form: Form, at: usize) -> Result<(ItemKind, Vec<Choice>), Doubt> {
    let answers = trimmed(answers);
    let Some(first) = answers.first() else { return Err((at, "an open question: an item has options".into())) };
    let steers = |sign| find(answers, sign, 1).is_some();
    match () {
        () if first.steers && first.is == '#' => Err((first.at, "a number to fill in: an item has options".into())),
        () if steers('~') => choices(answers, form),
        () if steers('=') && text(answers).contains("->") => {
            Err((first.at, "pairs to match: an item has options".into()))
        }
        () if steers('=') => Err((first.at, "words to fill in: an item has options".into())),
        () => judgement(answers, form),
    }
}

/// True or false, with the feedback of the wrong answer, and of the right one.
fn judgement(answers: &[Letter], form: Form) -> Result<(ItemKind, Vec<Choice>), Doubt> {
    let (answer, whys) = split(answers, '#', 1).unwrap_or((answers, &[]));
    let at = answers.first().map_or(0, |letter| letter.at);
    let is_true = match folded(&text(answer)).as_str() {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return Err((at, "words to fill in: an item has options".into())),
    };
    let (wrong, right) = split(whys, '#', 1).unwrap_or((whys, &[]));
    let (wrong, right) = (reason(wrong, form, at)?, reason(right, form, at)?);
    let choice = |words: &str, right: bool, why: &Line| Choice { text: line(words), right, why: why.clone() };
    let (yes, no) = if is_true { (&right, &wrong) } else { (&wrong, &right) };
    Ok((ItemKind::TrueFalse, vec![choice("True", is_true, yes), choice("False", !is_true, no)]))
}

/// An option with what its file says it is worth.
struct Weighed {
    at: usize,
    /// `=`
    whole: bool,
    weight: Option<f64>,
    text: Line,
    why: Line,
}

fn choices(answers: &[Letter], form: Form) -> Result<(ItemKind, Vec<Choice>), Doubt> {
    let starts = |letter: &Letter| letter.steers && matches!(letter.is, '~' | '=');
    let mut weighed = Vec::new();
    for (index, run) in answers.chunk_by(|_, next| !starts(next)).enumerate() {
        let Some((first, rest)) = run.split_first() else { continue };
        if index == 0 && !starts(first) {
            return Err((first.at, "words before the first option".into()));
        }
        weighed.push(weigh(first, rest, form)?);
    }
    let kind = if weighed.iter().any(|option| option.whole) { ItemKind::One } else { ItemKind::Many };
    let shares: Vec<(usize, f64)> = weighed
        .iter()
        .filter(|option| !option.whole)
        .filter_map(|option| Some((option.at, option.weight.filter(|weight| *weight > 0.0)?)))
        .collect();
    fair(kind, &weighed, &shares)?;
    let right = |option: &Weighed| option.whole || option.weight.is_some_and(|weight| weight > 0.0);
    let choice = |option: Weighed| Choice { right: right(&option), text: option.text, why: option.why };
    Ok((kind, weighed.into_iter().map(choice).collect()))
}

/// An item of a course gives a point or none.
fn fair(kind: ItemKind, options: &[Weighed], shares: &[(usize, f64)]) -> Result<(), Doubt> {
    let at = options.first().map_or(0, |option| option.at);
    if options.len() < 2 {
        return Err((at, "an item has two options or more".into()));
    }
    if let Some(second) = options.iter().filter(|option| option.whole).nth(1) {
        return Err((second.at, "a second right option where one is chosen".into()));
    }
    match (kind, shares) {
        (ItemKind::One, []) => Ok(()),
        (ItemKind::One, [(at, share), ..]) => {
            Err((*at, format!("{share} % of the point: an option is right or it is not")))
        }
        (_, []) => Err((at, "no option is right".into())),
        (_, [(_, first), ..]) => {
            let all: f64 = shares.iter().map(|(_, share)| share).sum();
            match shares.iter().find(|(_, share)| (share - first).abs() > 0.01) {
                Some((at, _)) => Err((*at, "right options of unequal worth".into())),
                None if (all - 100.0).abs() > 0.1 => Err((at, format!("the right options come to {all} %, not 100"))),
                None => Ok(()),
            }
        }
    }
}

fn weigh(sign: &Letter, letters: &[Letter], form: Form) -> Result<Weighed, Doubt> {
    let (words, why) = split(letters, '#', 1).unwrap_or((letters, &[]));
    let mut words = trimmed(words);
    let weight = weight(words);
    if let Some((_, length)) = weight {
        words = words.get(length..).unwrap_or_default();
    }
    let weight = weight.map(|(weight, _)| weight);
    let whole = sign.is == '=';
    if whole && weight.is_some_and(|weight| weight < 100.0) {
        return Err((sign.at, "part of the point: an option is right or it is not".into()));
    }
    let (own_form, words) = formed(words, form);
    let text = own_form.read(words, sign.at, "an option")?;
    Ok(Weighed { at: sign.at, whole, weight, text, why: reason(why, form, sign.at)? })
}

/// `%50%`: what it says and how many letters it has.
fn weight(letters: &[Letter]) -> Option<(f64, usize)> {
    let rest = letters.split_first().filter(|(first, _)| first.is == '%')?.1;
    let end = rest.iter().position(|letter| letter.is == '%')?;
    let weight = text(rest.get(..end)?).parse::<f64>().ok().filter(|weight| (-100.0..=100.0).contains(weight))?;
    Some((weight, end + 2))
}

/// Nothing where there is none: an author writes it.
fn reason(letters: &[Letter], form: Form, at: usize) -> Result<Line, Doubt> {
    let (form, letters) = formed(letters, form);
    if trimmed(letters).is_empty() { Ok(Line::new()) } else { form.read(letters, at, "a feedback") }
}

/// What the words of a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Plain,
    /// Moodle's own form, and HTML: tags and entities are read.
    Loose,
    Markdown,
}

/// A text without the name of its form.
fn formed(letters: &[Letter], otherwise: Form) -> (Form, &[Letter]) {
    let letters = trimmed(letters);
    let end = letters.iter().position(|letter| letter.is == ']').map_or(0, |end| end + 1);
    let name = letters.get(..end).map(text).unwrap_or_default();
    let form = match name.as_str() {
        "[plain]" => Form::Plain,
        "[html]" | "[moodle]" => Form::Loose,
        "[markdown]" => Form::Markdown,
        _ => return (otherwise, letters),
    };
    (form, letters.get(end..).unwrap_or_default())
}

impl Form {
    fn read(self, letters: &[Letter], at: usize, what: &str) -> Result<Line, Doubt> {
        let letters = trimmed(letters);
        let at = letters.first().map_or(at, |letter| letter.at);
        if let Some(broken) = letters.iter().find(|letter| letter.is == '\n') {
            return Err((broken.at, format!("a line break in {what}: it is one paragraph")));
        }
        let words = folded(&text(letters));
        if words.is_empty() {
            return Err((at, format!("{what} is empty")));
        }
        let marked = match self {
            Self::Plain => None,
            Self::Loose => has_html(&words).then_some("HTML"),
            Self::Markdown => (!says_itself(&words)).then_some("Markdown"),
        };
        match marked {
            Some(mark) => Err((at, format!("{mark} in {what}: only plain words come over"))),
            None => Ok(line(&words)),
        }
    }
}

/// A tag or an entity, not a lonely `<` or `&`.
fn has_html(words: &str) -> bool {
    let tag = |after: &str| after.starts_with(|next: char| next.is_ascii_alphabetic() || next == '/' || next == '!');
    let entity = |after: &str| {
        let name = after.split(';').next().filter(|name| name.len() < after.len()).unwrap_or_default();
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
    };
    words.match_indices('<').any(|(at, _)| words.get(at + 1..).is_some_and(tag))
        || words.match_indices('&').any(|(at, _)| words.get(at + 1..).is_some_and(entity))
}

/// Whether Markdown makes nothing else of these words.
fn says_itself(words: &str) -> bool {
    let read = markup::read(words);
    read.faults.is_empty() && read.blocks == [Paragraph::Paragraph(line(words))]
}

fn line(words: &str) -> Line {
    vec![Span::Text(words.into())]
}

fn words_of(line: &Line) -> String {
    line.iter().map(Span::words).collect()
}

/// The options with their ids: those that a comment gives, or else their first words.
fn named(choices: Vec<Choice>, kind: ItemKind, block: &Block) -> Vec<QuizOption> {
    let given: Vec<&str> = match kind {
        ItemKind::TrueFalse => vec!["true", "false"],
        ItemKind::One | ItemKind::Many => block.comment(OPTIONS).unwrap_or_default().split_whitespace().collect(),
    };
    let different: BTreeSet<&&str> = given.iter().filter(|word| is_word(word)).collect();
    let all_given = given.len() == choices.len() && different.len() == choices.len();
    let pinned = kind != ItemKind::TrueFalse && block.comment(PIN) == Some("last");
    let (count, mut taken) = (choices.len(), BTreeSet::new());
    let option = |(index, Choice { text, right, why }): (usize, Choice)| {
        let words = given.get(index).filter(|_| all_given).map(|word| (*word).to_owned());
        let words = words.or_else(|| slug(&words_of(&text))).unwrap_or_else(|| format!("option-{}", index + 1));
        QuizOption { id: unused(words, &mut taken), text, right, why, last: pinned && index + 1 == count }
    };
    choices.into_iter().enumerate().map(option).collect()
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The first words as an id; none where they are in letters that an id does not have.
fn slug(words: &str) -> Option<String> {
    let plain = |letter: char| if letter == '\'' || letter == '’' { None } else { Some(letter.to_ascii_lowercase()) };
    let plain: String = words.chars().filter_map(plain).collect();
    let parts = plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let slug = parts.take(5).collect::<Vec<_>>().join("-");
    (!slug.is_empty()).then_some(slug)
}

fn unused(id: String, taken: &mut BTreeSet<String>) -> String {
    let free = std::iter::once(id.clone()).chain((2..).map(|number| format!("{id}-{number}")));
    let id = free.into_iter().find(|id| !taken.contains(id)).unwrap_or(id);
    taken.insert(id.clone());
    id
}
