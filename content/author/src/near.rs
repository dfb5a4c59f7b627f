//! "Did you mean …?"

/// The known word that was most likely meant by one that is not known.
pub(crate) fn near<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Short words are all alike: `M8` must not be offered for `X1`.
    let far = match word.chars().count() {
        0..=3 => 1,
        4..=8 => 2,
        _ => 3,
    };
    known.map(|other| (distance(word, other), other)).filter(|(steps, _)| *steps <= far).min().map(|(_, other)| other)
}

/// How many letters must be added, dropped or changed (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (start, x) in (1..).zip(a.chars()) {
        let mut left = start;
        let mut next = vec![left];
        for (y, (corner, above)) in b.chars().zip(row.iter().zip(row.iter().skip(1))) {
            left = (corner + usize::from(x != y)).min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let known = || ["term/pep", "term/prep", "lesson/talk-early"].into_iter();
        assert_eq!(near("term/pap", known()), Some("term/pep"));
        assert_eq!(near("lesson/talk-erly", known()), Some("lesson/talk-early"));
        assert_eq!(near("quiz/one-has-hiv", known()), None);
        assert_eq!(near("X1", ["M8"].into_iter()), None);
    }

    #[test]
    fn distance_counts_letters() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("same", "same"), 0);
    }
}
