//! The pure rule of a talk against two runtimes of ink, on the same story of a thousand lines.
//!
//! Many stories of this kind are written in ink. Its runtimes are inkjs, which node compiles while it runs, and bladeink,
//! compiled like us. Each is a process of its own that sleeps until it is asked; see `tests/ink`. Before anything is
//! measured, all three must be seen to walk the same graph.

use crate::cpu::{median, wall};
use crate::figures::Figures;
use crate::{Fallible, story};
use saywell_core::scenario::{Graph, Talk};
use std::hint::black_box;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Four lines each.
const TURNS: usize = 250;
const STEPS: usize = 200;
const ROUNDS: usize = 101;
/// So many times faster than either of them.
const LEAST: f64 = 5.0;

/// Compares. In `home` lies what `./test` has made of `tests/ink`; `folder` is for what is written here.
pub fn compare(figures: &mut Figures, home: &Path, folder: &Path) -> Fallible<()> {
    let story = story::scenario(TURNS);
    let graph = Graph::new(&story);
    let run = story::run(&graph, STEPS)?;
    let walk = story::walk(&graph, &run)?;
    let ids: Vec<&str> = run.iter().map(|(_, id)| *id).collect();
    let choices = run.iter().map(|(choice, _)| choice.to_string()).collect::<Vec<_>>().join(",");

    let (source, compiled) = (folder.join("story.ink"), folder.join("story.json"));
    std::fs::write(&source, story::ink(&story)?)?;
    let mut node = Command::new("node");
    let mut inkjs = Runtime::start(node.arg(home.join("inkjs.mjs")).args([&source, &compiled]).arg(&choices))?;
    inkjs.must_walk(&walk)?;
    let mut native = Command::new(home.join("release/saywell-ink"));
    let mut bladeink = Runtime::start(native.arg(&compiled).arg(&choices))?;
    bladeink.must_walk(&walk)?;

    let (mut graphs, mut steps, mut replays) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let mut said = 0;
        let begun = graph.begin(None);
        let played = warm(|| said = play(&graph, begun.clone(), &ids));
        graphs.push(warm(|| drop(black_box(Graph::new(&story)))));
        replays.push(warm(|| said = said.min(black_box(graph.replay(None, ids.iter().copied())).1.len())));
        if said != STEPS {
            return Err("not all lines were said".into());
        }
        steps.push(played / count(STEPS));
        inkjs.measure()?;
        bladeink.measure()?;
    }
    let (step, replay) = (median(steps), median(replays));
    let runtimes = [("inkjs", inkjs.medians()), ("bladeink", bladeink.medians())];
    let told = |tell: fn(&Times) -> String| {
        runtimes.iter().map(|(name, times)| format!("{name} {}", tell(times))).collect::<Vec<_>>().join(", ")
    };
    println!("speed: talk-graph of {} lines {:.0} us", story.lines.len(), median(graphs));
    println!("speed: talk-step {step:.2} us, {}", told(|times| format!("{:.2} us", times.step)));
    println!("speed: talk-replay of {STEPS} lines {replay:.0} us, {}", told(|times| format!("{:.0} us", times.replay)));
    // How ink resumes: it keeps a state instead of lines, written anew after every choice.
    println!(
        "speed: ink-state {}",
        told(|times| format!("{:.0} us to save, {:.0} us to load", times.save, times.load))
    );
    for (name, times) in &runtimes {
        figures.at_least(&format!("{name}-vs-talk-step"), times.step / step, LEAST);
        figures.at_least(&format!("{name}-vs-talk-replay"), times.replay / replay, LEAST);
    }
    Ok(())
}

/// Says all lines, and lists after each what can be said next; answers with how many were said.
fn play<'a>(graph: &Graph<'a>, mut talk: Talk<'a>, ids: &[&str]) -> usize {
    let said = ids.iter().filter(|id| {
        let spoken = graph.say(&mut talk, id);
        black_box(graph.choices(&talk));
        black_box(spoken).is_ok()
    });
    said.count()
}

/// Microseconds of the second time: after the runtimes have run, the first one only fills the processor's caches.
fn warm(mut work: impl FnMut()) -> f64 {
    work();
    wall(work)
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred")]
fn count(steps: usize) -> f64 {
    steps as f64
}

/// A process that answers every line with one line.
struct Runtime {
    process: Child,
    asked: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    times: [Vec<f64>; 4],
}

/// Medians, in microseconds.
struct Times {
    step: f64,
    replay: f64,
    save: f64,
    load: f64,
}

impl Runtime {
    fn start(command: &mut Command) -> Fallible<Self> {
        let program = command.get_program().to_owned();
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{} does not start: {error}", program.display()))?;
        let asked = process.stdin.take().ok_or("an input")?;
        let answers = BufReader::new(process.stdout.take().ok_or("an output")?).lines();
        Ok(Self { process, asked, answers, times: Default::default() })
    }

    fn ask(&mut self, question: &str) -> Fallible<String> {
        writeln!(self.asked, "{question}")?;
        Ok(self.answers.next().ok_or("a runtime of ink has stopped")??)
    }

    /// Refuses to compare two stories; then gets ready.
    fn must_walk(&mut self, ours: &str) -> Fallible<()> {
        let theirs = self.ask("walk")?;
        if theirs == ours {
            return self.ask("warm").map(drop);
        }
        let step = ours.split('\t').zip(theirs.split('\t')).take_while(|(ours, theirs)| ours == theirs).count();
        Err(format!("ink can choose something else at step {step}").into())
    }

    /// Measures all that [`Times`] holds once more.
    fn measure(&mut self) -> Fallible<()> {
        for (kind, question) in ["step", "replay", "save", "load"].into_iter().enumerate() {
            let time = self.ask(question)?.parse()?;
            self.times.get_mut(kind).ok_or(question)?.push(time);
        }
        Ok(())
    }

    fn medians(&self) -> Times {
        let [step, replay, save, load] = self.times.clone().map(median);
        Times { step, replay, save, load }
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        // Either it has ended by itself, or there is nothing left to ask.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
