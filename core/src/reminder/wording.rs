//! Whether words tell whoever looks what this app is about. Pure.
//!
//! The course brings the words that tell. A person's own text is looked through, and they are warned, never stopped:
//! it is their phone, and their call.

/// The first piece of `text` that is one of these words, with or without an -s or -es, also where it is spelt out (`H.I.V.`).
pub(super) fn telling<'a>(words: &[String], text: &'a str) -> Option<&'a str> {
    let known = |piece: &str| words.iter().any(|word| plain(word) == piece);
    let tells =
        |piece: &str| known(piece) || ["s", "es"].iter().any(|many| piece.strip_suffix(many).is_some_and(known));
    let pieces: Vec<(usize, &str)> = pieces(text).collect();
    (0..pieces.len()).find_map(|first| {
        let (start, piece) = *pieces.get(first)?;
        if tells(&plain(piece)) {
            return Some(piece);
        }
        // Letters that stand alone may be a word together.
        let mut spelt = String::new();
        pieces.iter().skip(first).take_while(|(_, piece)| piece.chars().count() == 1).find_map(|(at, letter)| {
            spelt.push_str(&plain(letter));
            (spelt.chars().count() > 1 && known(&spelt)).then(|| text.get(start..at + letter.len())).flatten()
        })
    })
}

/// The runs of letters and digits, each with where it begins.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = |piece: &str| piece.as_ptr().addr() - text.as_ptr().addr();
    let pieces = text.split(|letter: char| !letter.is_alphanumeric()).filter(|piece| !piece.is_empty());
    pieces.map(move |piece| (start(piece), piece))
}

/// In small letters, without signs.
fn plain(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_tell_are_found_however_they_are_written() {
        let words = crate::course().unwrap().telling;
        for (text, word) in [
            ("HIV lesson", "HIV"),
            ("my h.i.v. thing", "h.i.v"),
            ("U=U for us", "U=U"),
            ("Buy CONDOMS", "CONDOMS"),
            ("Take your pills!", "pills"),
            ("ask my partner", "partner"),
        ] {
            assert_eq!(telling(&words, text), Some(word), "{text}");
        }
        for fine in ["Water the basil", "I see a U turn", "Essex, 8 o'clock", "🪴", ""] {
            assert_eq!(telling(&words, fine), None, "{fine}");
        }
        assert_eq!(telling(&[], "HIV"), None);
    }

    #[test]
    fn spanish_has_its_own_words_and_its_own_plural() {
        let words = crate::course_in(&["es"]).unwrap().telling;
        for (text, word) in [
            ("¿Tu prueba de VIH?", "prueba"),
            ("Compra condones", "condones"),
            ("dos exámenes", "exámenes"),
            ("dos hospitales", "hospitales"),
            ("habla con tu pareja", "habla"),
            ("los meses", "meses"),
        ] {
            assert_eq!(telling(&words, text), Some(word), "{text}");
        }
        for fine in ["Riega la albahaca", "Feliz año", "Un momento para ti", "¿Seguimos?"] {
            assert_eq!(telling(&words, fine), None, "{fine}");
        }
    }

    #[test]
    fn the_course_passes_its_own_list_in_each_language() {
        for crate::Language { tag, .. } in crate::languages() {
            let course = crate::course_in(&[&tag]).unwrap();
            assert!(course.reminders.len() > 1 && course.telling.len() > 50, "{tag}");
            for text in &course.reminders {
                assert_eq!(telling(&course.telling, &text.text), None, "{tag}: {}", text.text);
            }
            for word in &course.telling {
                assert!(telling(&course.telling, &format!("a {word}!")).is_some(), "{tag}: {word}");
            }
        }
    }
}
