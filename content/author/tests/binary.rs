//! The binary `course`, as a person or a script runs it.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod home;

use assert_cmd::Command;
use home::Home;
use std::process::{Output, Stdio};

fn course(home: &Home, arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("course").unwrap();
    command.args(arguments).arg("--home").arg(&home.path).output().unwrap()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn check_prints_the_figures_of_a_good_course() {
    let output = course(&Home::good(), &["check", "--today", "2026-11-27"]);
    assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), String::new()));
    let out = said(&output.stdout);
    let row = |id: &str| out.lines().find(|line| line.starts_with(id)).map(|line| line.split_whitespace().count());
    assert_eq!(row("lesson/walk "), Some(8), "{out}");
    assert_eq!(row("quiz/first "), Some(7), "{out}");
    assert!(row("help/pep ").is_some() && row("relaxation/breath ").is_some() && row("glossary ").is_some(), "{out}");
    assert_eq!(out.lines().last(), Some("0 faults"));
}

#[test]
fn check_names_faults_a_line_each_and_still_prints_the_figures() {
    let home = Home::good();
    home.change("quiz/1-first.toml", "\"many\"", "\"some\"").change("help/2-safe.toml", "Run.", "Run!");
    let output = course(&home, &["check", "--today", "2026-11-27"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        said(&output.stderr),
        "content/course/help/2-safe.toml:4:53: an exclamation mark; only people in a dialogue call out [shout]\n\
         content/course/quiz/1-first.toml:15:8: `kind` is one, many or true-false [value]\n"
    );
    let out = said(&output.stdout);
    assert!(out.contains("lesson/walk") && out.ends_with("\n2 faults\n"), "{out}");
}

#[test]
fn build_writes_what_the_app_loads_and_refuses_a_broken_course() {
    let home = Home::good();
    let file = home.path.join("course.json");
    let output = course(&home, &["build", file.to_str().unwrap()]);
    assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), String::new()));
    let course_file = std::fs::read(&file).unwrap();
    assert_eq!(saywell_content::load(&course_file).unwrap(), home.compile().unwrap());

    home.change("quiz/1-first.toml", "\"many\"", "\"some\"");
    std::fs::remove_file(&file).unwrap();
    let output = course(&home, &["build", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stderr).ends_with("\n1 fault\n") && !file.exists());

    let nowhere = home.path.join("no/such/folder/course.json");
    assert_eq!(course(&Home::good(), &["build", nowhere.to_str().unwrap()]).status.code(), Some(1));
}

#[test]
fn extract_writes_a_template_that_gettext_reads() {
    let home = Home::good();
    let output = course(&home, &["extract"]);
    assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), String::new()));
    let template = std::fs::read_to_string(home.path.join("locale/course.pot")).unwrap();
    let entries: Vec<Entry> = template.split("\n\n").map(Entry::read).collect();
    let (header, entries) = entries.split_first().unwrap();
    assert!(header.context.is_empty() && header.id.is_empty());

    let mut keys: Vec<_> = entries.iter().map(|entry| (&entry.context, &entry.id)).collect();
    keys.sort();
    let all = keys.len();
    keys.dedup();
    assert_eq!(keys.len(), all, "a text is translated once");

    let find = |context: &str| entries.iter().filter(|entry| entry.context == context).collect::<Vec<_>>();
    let why = find("lesson/walk/when/noon#why");
    assert_eq!(
        (why[0].id.as_str(), why[0].places.as_str()),
        ("Yes. It is warm.", "course/lesson/1-first/01-walk.toml:43")
    );
    let lines = find("lesson/walk/at-the-door#lines");
    assert_eq!(lines.iter().map(|line| line.id.as_str()).collect::<Vec<_>>(), ["Come out!", "Say \"please\"."]);
    assert_eq!(lines[0].places.split(' ').count(), 2, "said twice");
    assert_eq!(
        find("lesson/walk/why#text")[0].id,
        "A walk is [calm](term/calm). [^W1]\nIt is *free*.\n\n- **Short.** Not far.\n- Slow"
    );
    assert_eq!(find("term/calm#aliases").len(), 2);
}

/// An entry of a template, read strictly.
struct Entry {
    places: String,
    context: String,
    id: String,
}

impl Entry {
    fn read(block: &str) -> Self {
        let mut entry = Self { places: String::new(), context: String::new(), id: String::new() };
        let mut keyword = "";
        for line in block.lines() {
            if let Some(places) = line.strip_prefix("#: ") {
                entry.places = places.into();
                continue;
            }
            let (word, quoted) = line.split_once('"').map(|(word, _)| (word, &line[word.len()..])).unwrap();
            if !word.is_empty() {
                keyword = word.trim_end();
            }
            match keyword {
                "msgctxt" => entry.context += &unquoted(quoted),
                "msgid" => entry.id += &unquoted(quoted),
                "msgstr" if entry.context.is_empty() => {}
                "msgstr" => assert_eq!(quoted, "\"\""),
                other => panic!("{other:?} is no keyword"),
            }
        }
        entry
    }
}

fn unquoted(quoted: &str) -> String {
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap();
    let mut text = String::new();
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().unwrap() {
                'n' => text.push('\n'),
                escaped @ ('"' | '\\') => text.push(escaped),
                other => panic!("\\{other}"),
            },
            '"' => panic!("a bare quotation mark in {quoted}"),
            letter => text.push(letter),
        }
    }
    text
}

#[test]
fn review_prints_the_paper_and_refuses_a_broken_course() {
    let home = Home::good();
    let output = course(&home, &["review"]);
    assert_eq!(
        (output.status.code(), said(&output.stdout), said(&output.stderr)),
        (Some(0), saywell_author::review(&home.path).unwrap(), String::new())
    );
    home.change("claim/claims.toml", "\"V/M\"", "\"X\"");
    let output = course(&home, &["review"]);
    assert_eq!((output.status.code(), said(&output.stdout)), (Some(1), String::new()));
}

#[test]
fn fingerprint_keeps_hashes_and_no_words() {
    let home = Home::good();
    let text = home.path.join("text.txt");
    std::fs::write(&text, "One two three four five six seven.\n").unwrap();
    let output = Command::cargo_bin("course").unwrap().arg("fingerprint").arg(&text).output().unwrap();
    let lines: Vec<String> = said(&output.stdout).lines().map(Into::into).collect();
    assert_eq!((output.status.code(), lines.len()), (Some(0), 4), "{lines:?}");
    assert!(lines[2..].iter().all(|line| line.len() == 12 && u64::from_str_radix(line, 16).is_ok()), "{lines:?}");
    assert_eq!(
        Command::cargo_bin("course").unwrap().args(["fingerprint", "/no/such/text"]).output().unwrap().status.code(),
        Some(1)
    );
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let home = Home::good();
    for task in ["check --today=2026-11-27", "status", "review"] {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("course"));
        command.args(task.split(' ')).arg("--home").arg(&home.path).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), said(&output.stderr)), (Some(0), String::new()), "{task}");
    }
}

#[test]
fn a_task_is_needed() {
    let output = Command::cargo_bin("course").unwrap().output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

/// With `--help` behind it a command does nothing, but its words are read.
#[test]
fn every_command_that_the_documentation_names_is_there() {
    let docs = saywell_author::home().with_file_name("docs");
    let mut tried = 0;
    for page in ["authoring.md", "packs.md", "scenarios.md"] {
        let page = std::fs::read_to_string(docs.join(page)).unwrap();
        for line in page.lines() {
            let line =
                line.strip_prefix("./run course ").or_else(|| line.strip_prefix("cargo run -q -p saywell-author -- "));
            let Some(words) = line.and_then(|line| line.split(['#', '>']).next()) else { continue };
            let output = Command::cargo_bin("course").unwrap().args(words.split_whitespace()).arg("--help").output();
            let output = output.unwrap();
            assert!(output.status.success(), "{words}: {}", said(&output.stderr));
            tried += 1;
        }
    }
    assert!(tried >= 10, "{tried}");
}
