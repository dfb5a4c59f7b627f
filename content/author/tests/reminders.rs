//! What a reminder can say, read and checked.

mod home;

use home::{Home, each_breaks_alone, rule};
use saywell_content::ReminderText;

const TEXTS: &str = "reminder/texts.toml";

#[test]
fn the_texts_are_read_in_order_and_found_by_id() {
    let course = Home::good().compile().expect("no fault");
    let text = |id: &str, text: &str| ReminderText { id: id.into(), text: text.into() };
    let [walk, shoes] =
        [text("reminder/walk", "Time for a walk?"), text("reminder/shoes", "It's a fine evening, isn't it.")];
    assert_eq!(course.reminders, [walk, shoes.clone()]);
    assert_eq!(course.reminder("reminder/shoes"), Some(&shoes));
}

#[test]
fn a_reminder_tells_nothing_to_whoever_looks() {
    let walk = "Time for a walk?";
    let lock = "tells too much: a reminder stands on a lock screen";
    let plain = "a reminder is plain words without numbers and pictures";
    each_breaks_alone(
        TEXTS,
        &[
            rule(walk, "Time for your HIV lesson", "\"Time for y", lock),
            rule(walk, "Condoms ready?", "\"Condoms", lock),
            rule(walk, "Time to be healthy", "\"Time to be", lock),
            rule(walk, "Seen your partner?", "\"Seen", lock),
            rule(walk, "Pills with tea?", "\"Pills", lock),
            rule(walk, "Stay sober tonight", "\"Stay", lock),
            rule(walk, "Five days in a row", "\"Five", lock),
            rule(walk, "We missed you", "\"We missed", lock),
            rule(walk, "Time for you 😉", "\"Time for you", plain),
            rule(walk, "Time for 2 breaths", "\"Time for 2", plain),
            rule(walk, "A walk, and then a rest, and then some tea.", "\"A walk,", "of 43 letters; 40 is the most"),
            rule("\"walk\"", "\"Walk\"", "\"Walk\"", "an id has only small letters"),
            rule("id = \"walk\"\n", "id = \"walk\"\nhour = 8\n", "hour", "`hour` is not known here; known: id, text"),
        ],
    );
}

#[test]
fn the_editors_own_examples_pass() {
    // A stricter list of words may not shut them out.
    for good in ["Time for you.", "Ten quiet minutes?", "Your practice is ready when you are."] {
        let home = Home::good();
        home.change(TEXTS, "Time for a walk?", good);
        assert_eq!(home.faults(), [""; 0], "{good}");
    }
}

#[test]
fn the_words_that_tell_travel_with_the_course() {
    // So that what a person writes on a phone can be checked there.
    let course = Home::good().compile().expect("no fault");
    assert!(course.telling.is_sorted());
    for word in ["hiv", "u=u", "condom", "partner", "missed"] {
        assert!(course.telling.iter().any(|known| known == word), "{word}");
    }
}

#[test]
fn a_course_without_a_reminder_text_is_a_fault() {
    let empty = Home::good();
    empty.write(TEXTS, "");
    assert_eq!(
        empty.faults(),
        [format!("content/course/{TEXTS}:1:1: there is at least one reminder text [missing-key]")]
    );
    let bare = Home::good();
    bare.remove(TEXTS);
    assert!(matches!(bare.faults().as_slice(), [fault] if fault.contains(TEXTS)), "{:?}", bare.faults());
}

#[test]
fn a_course_compiled_before_there_were_reminders_still_loads() {
    let course = Home::good().compile().expect("no fault");
    let mut json = serde_json::to_value(&course).expect("JSON");
    let fields = json.as_object_mut().expect("an object");
    for new in ["reminders", "telling", "resources"] {
        assert!(fields.remove(new).is_some(), "{new}");
    }
    let old = saywell_content::load(json.to_string().as_bytes()).expect("an older course");
    assert!(
        old.reminders.is_empty()
            && old.telling.is_empty()
            && old.resources.is_empty()
            && old.chapters == course.chapters
    );
}
