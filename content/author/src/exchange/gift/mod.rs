//! GIFT, the text format in which Moodle takes and gives quiz items.
//!
//! What GIFT has no place for (ids of options, a pinned option, techniques) stands in comments over the item: this
//! program reads them again, Moodle leaves them out. Its rules are those of Moodle's own reader, `qformat_gift`.

mod letters;
mod paper;
mod read;

pub use read::{Import, Refused, import};

use super::{folded, own, sources, words};
use saywell_content::{Course, Item, ItemKind, Quiz, QuizOption};
use std::fmt::Write;

/// The keys of the comments.
const QUIZ: &str = "quiz";
const TITLE: &str = "title";
const HOME_TITLE: &str = "home_title";
const OPTIONS: &str = "options";
const PIN: &str = "pin";
const EXERCISES: &str = "exercises";

/// Moodle knows the parts of a point down to a tenth.
const MOST_RIGHT: usize = 10;

/// A quiz as a GIFT file.
///
/// # Errors
/// A line for each item that GIFT cannot hold.
pub(super) fn write(quiz: &Quiz, course: &Course) -> Result<String, Vec<String>> {
    let unfit: Vec<String> = quiz.items.iter().filter_map(unfit).collect();
    if !unfit.is_empty() {
        return Err(unfit);
    }
    // Writing to a text cannot fail, here and below.
    let mut gift = format!("// {QUIZ}: {}\n// {TITLE}: {}\n", quiz.id, quiz.title);
    if let Some(title) = &quiz.home_title {
        let _ = writeln!(gift, "// {HOME_TITLE}: {title}");
    }
    let _ = writeln!(gift, "\n$CATEGORY: {}", folded(quiz.outside_title()).replace('/', "//"));
    for item in &quiz.items {
        write_item(&mut gift, item, course);
    }
    Ok(gift)
}

fn unfit(item: &Item) -> Option<String> {
    let right = item.options.iter().filter(|option| option.right).count();
    (right > MOST_RIGHT).then(|| format!("`{}`: {right} right options; GIFT holds {MOST_RIGHT} at most", item.id))
}

fn write_item(gift: &mut String, item: &Item, course: &Course) {
    let list = |ids: &mut dyn Iterator<Item = &str>| ids.map(own).collect::<Vec<_>>().join(" ");
    gift.push('\n');
    if item.kind != ItemKind::TrueFalse {
        let _ = writeln!(gift, "// {OPTIONS}: {}", list(&mut item.options.iter().map(|option| option.id.as_str())));
    }
    if item.options.iter().any(|option| option.last) {
        let _ = writeln!(gift, "// {PIN}: last");
    }
    if !item.exercises.is_empty() {
        let _ = writeln!(gift, "// {EXERCISES}: {}", list(&mut item.exercises.iter().map(String::as_str)));
    }
    // `[plain]`, or Moodle would read HTML into the words.
    let _ = writeln!(gift, "::{}::[plain]{}{{", item.id, escaped(&words(&item.ask)));
    match item.kind {
        ItemKind::TrueFalse => write_judgement(gift, &item.options),
        ItemKind::One | ItemKind::Many => write_options(gift, item),
    }
    if let Some(line) = sources::line(course, &item.claims()) {
        let _ = writeln!(gift, "\t####{}", text(&line));
    }
    gift.push_str("}\n");
}

fn write_options(gift: &mut String, item: &Item) {
    let right = item.options.iter().filter(|option| option.right).count();
    for option in &item.options {
        let mark = match item.kind {
            ItemKind::Many if option.right => format!("~%{}%", share(right)),
            // One wrong choice takes all points away, as the app counts it.
            ItemKind::Many => "~%-100%".to_owned(),
            _ if option.right => "=".to_owned(),
            _ => "~".to_owned(),
        };
        let _ = writeln!(gift, "\t{mark}{}#{}", text(&words(&option.text)), text(&words(&option.why)));
    }
}

/// What each of so many right options is worth: to five places, as Moodle has them.
fn share(right: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "ten at most")]
    let share = format!("{:.5}", 100.0 / right as f64);
    share.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Moodle has words of its own for true and false; the feedback of the wrong answer comes first.
fn write_judgement(gift: &mut String, options: &[QuizOption]) {
    let why = |right| options.iter().find(|option| option.right == right).map(|option| words(&option.why));
    let is_true = options.iter().any(|option| option.right && own(&option.id) == "true");
    let _ = writeln!(gift, "\t{}", if is_true { "TRUE" } else { "FALSE" });
    for right in [false, true] {
        let _ = writeln!(gift, "\t#{}", text(&why(right).unwrap_or_default()));
    }
}

/// A text that stands alone. What begins like a weight or the name of a format would be taken for one.
fn text(words: &str) -> String {
    let mark = if words.starts_with(['%', '[']) { "[plain]" } else { "" };
    mark.to_owned() + &escaped(words)
}

fn escaped(words: &str) -> String {
    let mut escaped = String::new();
    for letter in words.chars() {
        if letter == '\\' || letters::STEERING.contains(&letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests;
