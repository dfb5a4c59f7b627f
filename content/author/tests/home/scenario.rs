//! One scenario without faults, and ways to break it.

use super::{Home, Rule, each_breaks};

/// The file.
pub const WALK: &str = "scenario/1-walk.toml";

/// As `each_breaks_alone`, for the scenario.
pub fn each_breaks_alone(rules: &[Rule]) {
    each_breaks(Home::with_scenario, WALK, rules);
}

/// A scenario with changed lines: each of `without` is the id of a line or the name of an ending.
pub fn changed(without: &[&str], with: &[&str], replace: &[(&str, &str)]) -> Vec<String> {
    let home = Home::with_scenario();
    let gone = |line: &&str| {
        without.iter().any(|own| {
            line.starts_with(&format!("{own} = {{ ending")) || line.contains(&format!(", id = \"{own}\", say"))
        })
    };
    let text = include_str!("../scenario/1-walk.toml");
    let kept: Vec<&str> = text.lines().filter(|line| !gone(line)).collect();
    let mut text = kept.join("\n") + "\n";
    for (from, to) in replace {
        assert!(text.contains(from), "no {from:?}");
        text = text.replace(from, to);
    }
    let with = with.concat();
    home.write(WALK, text.replace("\n]\n\n[endings]", &format!("\n{with}\n]\n\n[endings]"))).faults()
}

/// One fault in the scenario, with these words.
pub fn alone(faults: &[String], reason: &str) {
    let is_alone = matches!(faults, [fault] if fault.contains(WALK) && fault.contains(reason));
    assert!(is_alone, "wanted … {reason} …\ngot {faults:#?}");
}
