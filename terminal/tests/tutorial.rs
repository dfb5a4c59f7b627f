//! The first twenty minutes of a new author, as `docs/authoring.md` tells them: every block is done, and what comes of it is played.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod keyboard;

use keyboard::{Keyboard, Said, passing};
use saywell_author::{Drawing, Fault, compile, graph};
use saywell_core::content::Course;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A clone of the repository, as far as an author needs one, and what was made in it.
struct Desk {
    clone: TempDir,
    /// The file that was written last.
    file: PathBuf,
    /// What it compiles to; none where it was changed since.
    compiled: Option<Result<Course, Vec<String>>>,
    /// The faults of the last slip.
    faults: Vec<String>,
    played: Vec<&'static str>,
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

#[test]
fn a_new_author_comes_to_the_preview() {
    let page = fs::read_to_string(repository().join("docs/authoring.md")).unwrap().replace("\r\n", "\n");
    let (_, tutorial) = page.split_once("## A first unit, item and talk, in twenty minutes\n").unwrap();
    let (tutorial, _) = tutorial.split_once("\n## ").unwrap();
    let clone = tempfile::tempdir().unwrap();
    copy(&repository().join("content/course"), &clone.path().join("content/course"));
    copy(&repository().join("content/samples"), &clone.path().join("content/samples"));
    let mut desk = Desk { clone, file: PathBuf::new(), compiled: None, faults: Vec::new(), played: Vec::new() };
    let before = desk.compiled().clone();
    for block in tutorial.split("```").skip(1).step_by(2) {
        let (kind, text) = block.split_once('\n').unwrap();
        match kind {
            "toml" => desk.write(text),
            "diff" => desk.change(text),
            "text" => desk.compare(text),
            "sh" => text.lines().for_each(|command| desk.run(command)),
            other => panic!("a block of {other:?}"),
        }
    }
    assert_eq!(desk.played, ["learn", "quiz", "rehearse"]);
    assert!(*desk.compiled() == before, "all of it can be thrown away");
}

impl Desk {
    fn content(&self) -> PathBuf {
        self.clone.path().join("content")
    }

    fn compiled(&mut self) -> &Result<Course, Vec<String>> {
        let said = |faults: Vec<Fault>| faults.iter().map(ToString::to_string).collect();
        let content = self.content();
        self.compiled.get_or_insert_with(|| compile(&content).map_err(said))
    }

    /// A file; its first line says which.
    fn write(&mut self, text: &str) {
        let (name, _) = text.strip_prefix("# ").unwrap().split_once('\n').unwrap();
        self.file = self.clone.path().join(name);
        fs::write(&self.file, text).unwrap();
        self.compiled = None;
    }

    /// A change to the last file. One that makes faults is taken back, as the author is told to do.
    fn change(&mut self, diff: &str) {
        let side = |sign: char| {
            let lines = diff.lines().filter(|line| !line.starts_with(sign)).map(|line| format!("{}\n", &line[1..]));
            lines.collect::<String>()
        };
        let (from, to) = (side('+'), side('-'));
        let text = fs::read_to_string(&self.file).unwrap();
        assert_eq!(text.matches(&from).count(), 1, "{from}");
        fs::write(&self.file, text.replace(&from, &to)).unwrap();
        let before = self.compiled.take();
        if let Err(faults) = self.compiled() {
            self.faults = faults.clone();
            fs::write(&self.file, text).unwrap();
            self.compiled = before;
        }
    }

    fn compare(&self, said: &str) {
        assert_eq!(self.faults, said.lines().collect::<Vec<_>>());
    }

    fn run(&mut self, command: &str) {
        let here = |name: &str| self.clone.path().join(name);
        match command.split(' ').collect::<Vec<_>>().as_slice() {
            ["./run", "course", "check"] | ["./run", "course", "build", "target/course.json"] => {
                self.compiled().as_ref().unwrap();
            }
            ["./run", "course", "graph", scenario, "--svg", "--out", "target/a-walk.svg"] => {
                assert!(graph(&self.content(), scenario, Drawing::Svg).unwrap().contains("sunny"));
            }
            ["./run", "--course", "target/course.json", what, own] => self.play(what, own),
            ["cp", from, to] => {
                let file = here(to);
                fs::copy(here(from), &file).unwrap();
                self.file = file;
                self.compiled = None;
            }
            ["rm", files @ ..] => {
                for file in files {
                    fs::remove_file(here(file)).unwrap();
                }
                self.compiled = None;
            }
            _ => panic!("nobody has tried this command: {command}"),
        }
    }

    /// Plays what was built, to its end.
    fn play(&mut self, what: &str, own: &str) {
        let course = self.compiled().as_ref().unwrap();
        let plays = |lines: &[String], parts: &[&str]| {
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let Said { out, fault, code } = Keyboard::new().plays(course, &[what, own], &lines);
            assert_eq!(code, Some(0), "{fault}\n{out}");
            for part in parts {
                assert!(out.contains(part), "no {part:?} in\n{out}");
            }
        };
        let enter = String::new;
        match what {
            "learn" => {
                let unit = course.unit(&format!("lesson/{own}")).unwrap();
                let typed: Vec<String> = unit.cards.iter().flat_map(passing).collect();
                plays(&typed, &["A walk is a good place to talk.", "Not this one.", "you have come to the end"]);
                self.played.push("learn");
            }
            "quiz" => {
                plays(
                    &[enter(), "1".into(), enter()],
                    &["Your partner does not want to walk today.", " of 1 went well."],
                );
                self.played.push("quiz");
            }
            "rehearse" => {
                // Past the gate, the setup, who plays, and the card; then "It's nothing.", which stands below the new line.
                let typed = ["1", "1", "1", "", "4", ""].map(Into::into);
                plays(&typed, &["A walk to the lake", "Look how sunny it is.", "How it ended: "]);
                self.played.push("rehearse");
            }
            other => panic!("nobody has played this: {other}"),
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let copied = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &copied) } else { drop(fs::copy(&path, &copied)) }
    }
}
