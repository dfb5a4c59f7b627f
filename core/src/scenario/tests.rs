//! Runs over made-up stories, on a real vault, with the vault opened anew at every verb.

use super::generated::story;
use super::*;
use crate::Moment;
use proptest::prelude::*;
use saywell_content::Side;
use std::path::Path;

fn now() -> Moment {
    Moment("2026-11-23T20:00:00+01:00".parse().unwrap())
}

/// The engine on a course with this one scenario.
fn engine(folder: &Path, story: &Scenario) -> Engine {
    let mut course = crate::course().unwrap();
    course.scenarios = vec![story.clone()];
    crate::vault::opened(folder, course)
}

fn begin(folder: &Path, story: &Scenario, side: Side) -> TalkView {
    let begin = Begin { id: "run".into(), scenario: story.id.clone(), side, setup: None, gate: None };
    engine(folder, story).begin_talk(&begin, 11, now()).unwrap()
}

/// Says whatever the picks say, up to the end.
fn play(folder: &Path, story: &Scenario, mut view: TalkView, picks: &[usize]) -> TalkView {
    for pick in picks {
        let Some(choice) = view.choices.get(pick % view.choices.len().max(1)) else { break };
        let after = count(view.said.len());
        let id = choice.id.clone();
        view = engine(folder, story).say("run", after, &id, now()).unwrap();
        // The same tap again says it once.
        assert_eq!(engine(folder, story).say("run", after, &id, now()).unwrap(), view);
        assert_eq!(engine(folder, story).talk("run", now()).unwrap(), view);
    }
    view
}

fn lines(view: &TalkView) -> Vec<String> {
    view.said.iter().map(|said| said.id.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn going_back_and_saying_the_same_leads_to_the_same(story in story(), picks in prop::collection::vec(0..9_usize, 1..6), a: bool) {
        let folder = tempfile::tempdir().unwrap();
        let side = if a { Side::A } else { Side::B };
        let first = begin(folder.path(), &story, side);
        let own: u16 = count(first.said.len());
        let end = play(folder.path(), &story, first.clone(), &picks);
        if end.said.len() > first.said.len() {
            let back = engine(folder.path(), &story).rewind("run", own, now()).unwrap();
            prop_assert_eq!(lines(&back), lines(&first));
            prop_assert_eq!(back.choices.iter().map(|c| &c.id).collect::<Vec<_>>(), first.choices.iter().map(|c| &c.id).collect::<Vec<_>>());
            let said = &end.said[first.said.len()].id;
            let again = engine(folder.path(), &story).say("run", own, said, now()).unwrap();
            prop_assert_eq!(&again.said[first.said.len()].id, said);
            // Nothing that was tried is lost.
            let ways = engine(folder.path(), &story).tries("run").unwrap();
            prop_assert!(ways.iter().any(|way| way.said.iter().map(|s| s.id.clone()).collect::<Vec<_>>().starts_with(&lines(&end))));
        }
    }

    #[test]
    fn any_edit_of_the_course_leaves_a_run_to_go_on_with(before in story(), after in story(), picks in prop::collection::vec(0..9_usize, 0..8)) {
        let folder = tempfile::tempdir().unwrap();
        let first = begin(folder.path(), &before, Side::A);
        let played = play(folder.path(), &before, first, &picks);
        let resumed = engine(folder.path(), &after).talk("run", now()).unwrap();
        let kept = resumed.said.iter().zip(&played.said).take_while(|(now, then)| now.id == then.id).count();
        match resumed.changed {
            Some(changed) => prop_assert_eq!(usize::from(changed.kept + changed.gone), played.said.len()),
            None => prop_assert!(kept == played.said.len() || resumed.said.len() >= kept),
        }
        prop_assert!(resumed.ending.is_some() || resumed.way_out.is_some());
        // And back again: what was said is still there, on some way.
        let ways = engine(folder.path(), &before).tries("run").unwrap();
        prop_assert!(played.said.is_empty() || ways.iter().any(|way| way.said.len() >= played.said.len()));
    }

    #[test]
    fn leaving_is_one_tap_away(story in story(), picks in prop::collection::vec(0..9_usize, 0..6)) {
        let folder = tempfile::tempdir().unwrap();
        let view = begin(folder.path(), &story, Side::B);
        let view = play(folder.path(), &story, view, &picks);
        if let Some(way_out) = &view.way_out {
            let after = count(view.said.len());
            let left = engine(folder.path(), &story).say("run", after, &way_out.id, now()).unwrap();
            prop_assert_eq!(left.ending.unwrap().kind, saywell_content::EndingKind::LeftSafely);
        }
    }

    #[test]
    fn the_app_serves_what_was_not_heard_yet(story in story()) {
        let graph = super::talk::Graph::new(&story);
        let talk = graph.begin(None);
        let open = graph.choices(&talk);
        let mut served = Vec::new();
        for _ in 0..open.len() {
            let heard: Vec<_> = open.iter().map(|&line| (line, served.contains(&line.id).then_some(1))).collect();
            let line = super::reply::reply(&graph, &heard, || Ok(Vec::new()), 5).unwrap().unwrap();
            served.push(line.id.clone());
        }
        served.sort();
        served.dedup();
        prop_assert_eq!(served.len(), open.len());
    }

    #[test]
    fn where_all_was_heard_it_leads_to_what_was_not(story in story(), unheard: prop::sample::Index) {
        let graph = super::talk::Graph::new(&story);
        let talk = graph.begin(None);
        let open = graph.choices(&talk);
        let new = unheard.get(&story.lines);
        prop_assume!(open.iter().all(|line| line.id != new.id));
        let mut heard: Vec<_> = super::generated::ids(&story).filter(|id| *id != new.id).map(str::to_owned).collect();
        heard.sort_unstable();
        let leads = |go: &str| {
            let (mut seen, mut todo) = (std::collections::BTreeSet::new(), vec![go.to_owned()]);
            while let Some(turn) = todo.pop() {
                if turn == new.at {
                    return true;
                }
                if seen.insert(turn.clone()) {
                    todo.extend(story.lines.iter().filter(|line| line.at == turn).map(|line| line.go.clone()));
                }
            }
            false
        };
        let times: Vec<_> = open.iter().map(|&line| (line, Some(1))).collect();
        let served = super::reply::reply(&graph, &times, || Ok(heard), 5).unwrap().unwrap();
        prop_assert_eq!(leads(&served.go), open.iter().any(|line| leads(&line.go)));
    }
}
