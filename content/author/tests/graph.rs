//! The drawings of a scenario, as a person or a script asks for them.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod home;

use assert_cmd::Command;
use home::Home;
use saywell_author::{Drawing, graph};
use std::process::Output;

/// A course with a scenario that is far too small, and so has faults.
fn home() -> Home {
    let home = Home::good();
    home.write("scenario/1-small.toml", include_str!("scenario/small.toml"));
    home
}

fn course(home: &Home, arguments: &[&str]) -> Output {
    Command::cargo_bin("course").unwrap().args(arguments).arg("--home").arg(&home.path).output().unwrap()
}

#[test]
fn the_graph_for_graphviz() {
    let kept = include_str!("scenario/small.dot");
    assert_eq!(graph(&home().path, "scenario/small", Drawing::Dot).as_deref(), Ok(kept));
    let output = course(&home(), &["graph", "small"]);
    assert_eq!((output.status.code(), String::from_utf8(output.stdout).unwrap().as_str()), (Some(0), kept));
}

#[test]
fn the_picture() {
    let kept = include_str!("scenario/small.svg");
    let home = home();
    let file = home.path.join("small.svg");
    let output = course(&home, &["graph", "scenario/small", "--svg", "--out", file.to_str().unwrap()]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert_eq!(std::fs::read_to_string(file).unwrap(), kept);
}

#[test]
fn no_two_ways_of_a_picture_lie_on_each_other() {
    let picture = graph(&Home::with_scenario().path, "walk", Drawing::Svg).unwrap();
    let ways: Vec<(u32, u32, u32)> = picture.lines().filter_map(upright).collect();
    assert!(ways.len() > 20, "{ways:?}");
    for (index, (x, top, bottom)) in ways.iter().enumerate() {
        let meets = |other: &&(u32, u32, u32)| other.0 == *x && other.1 <= *bottom && *top <= other.2;
        assert_eq!(ways.iter().skip(index + 1).find(meets), None, "{x} {top} {bottom}");
    }
    for line in picture.lines().filter(|line| line.starts_with("<text")) {
        assert_eq!(line.matches("<tspan").count(), line.matches("</tspan>").count(), "{line}");
    }
}

/// The upright part of a way: `M272 70V130…`.
fn upright(line: &str) -> Option<(u32, u32, u32)> {
    let (x, rest) = line.strip_prefix("<path d=\"M")?.split_once(' ')?;
    let (top, rest) = rest.split_once('V')?;
    let (bottom, _) = rest.split_once('M')?;
    Some((x.parse().ok()?, top.parse().ok()?, bottom.parse().ok()?))
}

#[test]
fn a_scenario_that_is_not_there_is_said_to_be_missing() {
    let output = course(&home(), &["graph", "smal"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "`smal` is not known; known: scenario/small\n");
    let none = course(&Home::good(), &["graph", "small"]);
    assert_eq!(String::from_utf8(none.stderr).unwrap(), "the course has no scenario\n");
    assert_eq!(course(&home(), &["graph", "small", "--dot", "--svg"]).status.code(), Some(2));
}

#[test]
fn check_counts_what_there_is_to_say() {
    let output = course(&Home::with_scenario(), &["check", "--today", "2026-11-27"]);
    let said = String::from_utf8(output.stdout).unwrap();
    let counted = "
scenario/walk
  43 lines at 15 turns, 15 with a choice; 1 of pressure
  2 agreed, 5 paused, 5 left-safely
  27 states; the shortest way has 1 line, the longest 12
  Ari: ask, bargaining, education, eroticising, perseverance, respect
  Jo: bargaining, respect
";
    assert!(output.status.success() && said.contains(counted), "{said}");
}
