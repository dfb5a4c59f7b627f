//! Somebody at a keyboard: runs the real program over pipes, on a folder of their own, at one moment.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
// Each test file uses its part of this.
#![allow(dead_code)]

pub mod story;

use assert_cmd::Command;
use saywell_core::content::{Card, CardKind, Course};
use std::path::PathBuf;
use std::process::Output;
use tempfile::TempDir;

/// A folder for data, and the program.
pub struct Keyboard {
    home: TempDir,
}

/// What the program wrote, and how it ended.
pub struct Said {
    pub out: String,
    pub fault: String,
    pub code: Option<i32>,
}

impl Keyboard {
    pub fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    /// The folder with the data.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// The program, ready to run at eight in the evening.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("saywell").unwrap();
        command.env_clear().env("HOME", self.home.path()).env("SAYWELL_DATA", self.data());
        command.env("SAYWELL_NOW", "2026-11-23T20:00:00+01:00").env("SAYWELL_SEED", "1");
        command.args(arguments);
        command
    }

    /// Runs it, types these lines, and ends the input.
    pub fn types(&self, arguments: &[&str], lines: &[&str]) -> Said {
        let typed = lines.iter().flat_map(|line| [line, "\n"]).collect::<String>();
        said(&self.program(arguments).write_stdin(typed).output().unwrap())
    }
}

pub fn said(output: &Output) -> Said {
    Said {
        out: String::from_utf8(output.stdout.clone()).unwrap(),
        fault: String::from_utf8(output.stderr.clone()).unwrap(),
        code: output.status.code(),
    }
}

pub fn course() -> Course {
    saywell_core::course().unwrap()
}

/// What to type on a card to pass it: the door of a gate that leads on, a check answered twice, a note.
pub fn passing(card: &Card) -> Vec<String> {
    let number = |at: Option<usize>| (at.unwrap() + 1).to_string();
    let enter = String::new;
    match &card.kind {
        CardKind::Gate { doors, .. } => vec![number(doors.iter().position(|door| door.to.is_none()))],
        CardKind::Check { options, .. } => vec![
            number(options.iter().position(|option| !option.right)),
            number(options.iter().position(|option| option.right)),
            enter(),
        ],
        CardKind::Reflect { .. } => vec!["1".into(), "kingfisher".into(), "by the river".into(), enter(), enter()],
        CardKind::Steps { steps, .. } => vec![enter(); steps.len()],
        _ => vec![enter()],
    }
}
