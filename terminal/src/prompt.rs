//! Reading: one line at a time, from a keyboard or a pipe.
//!
//! While a relaxation runs or two people talk, the keyboard is listened to from the side; from then on a thread reads and passes lines on.

use crate::screen::Screen;
use crate::stop::{Go, Stop};
use std::io::{self, BufRead, IsTerminal};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;
use zeroize::Zeroizing;

/// Where answers come from.
pub struct Prompt {
    /// Somebody types; otherwise a pipe is read.
    typed: bool,
    /// Lines that a thread has read; none while lines are read directly.
    heard: Option<Receiver<String>>,
}

impl Prompt {
    /// Standard input.
    pub fn new() -> Self {
        Self { typed: io::stdin().is_terminal(), heard: None }
    }

    /// The next line, after a mark that asks for it. [`Stop::End`] at the end of the input.
    pub fn line(&mut self, screen: &mut Screen, mark: &str) -> Go<String> {
        screen.put(mark)?;
        let line = match &self.heard {
            Some(heard) => heard.recv().ok(),
            None => read_line(),
        };
        match line {
            // A terminal shows what is typed; a pipe does not.
            Some(line) if !self.typed => screen.put(&format!("{line}\n")).map(|()| line),
            Some(line) => Ok(line),
            None => {
                screen.blank()?;
                Err(Stop::End)
            }
        }
    }

    /// A line that nobody sees, such as a PIN. [`Stop::End`] at the end of the input.
    pub fn unseen(&mut self, screen: &mut Screen, mark: &str) -> Go<Zeroizing<String>> {
        screen.put(mark)?;
        let line = if self.typed { rpassword::read_password().ok() } else { read_line() };
        if !self.typed || line.is_none() {
            screen.blank()?;
        }
        line.map(Zeroizing::new).ok_or(Stop::End)
    }

    /// Lines up to an empty one, or to the end of the input: then what was written so far is not lost.
    pub fn lines(&mut self, screen: &mut Screen) -> Go<Written> {
        let mut text = Vec::new();
        loop {
            match self.line(screen, "| ") {
                Ok(line) if line.trim().is_empty() => return Ok(Written { text: text.join("\n"), ended: false }),
                Ok(line) => text.push(line),
                Err(Stop::End) => return Ok(Written { text: text.join("\n"), ended: true }),
                Err(stop) => return Err(stop),
            }
        }
    }

    /// Waits this long, or until a line is typed. A pipe is left alone.
    pub fn wait(&mut self, time: Duration) -> Go<Option<String>> {
        if !self.typed {
            thread::sleep(time);
            return Ok(None);
        }
        self.listen(time)
    }

    /// The next line, from a keyboard or a pipe, if it comes within this time.
    pub fn line_within(&mut self, screen: &mut Screen, time: Duration) -> Go<Option<String>> {
        let line = self.listen(time)?;
        if let Some(line) = line.as_ref().filter(|_| !self.typed) {
            screen.put(&format!("{line}\n"))?;
        }
        Ok(line)
    }

    fn listen(&mut self, time: Duration) -> Go<Option<String>> {
        match self.heard.get_or_insert_with(listen).recv_timeout(time) {
            Ok(line) => Ok(Some(line)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(Stop::End),
        }
    }
}

/// A text of several lines.
pub struct Written {
    /// The text; may be empty.
    pub text: String,
    /// The input ended with it.
    pub ended: bool,
}

fn listen() -> Receiver<String> {
    let (pass_on, heard) = mpsc::channel();
    thread::spawn(move || {
        while let Some(line) = read_line() {
            if pass_on.send(line).is_err() {
                return;
            }
        }
    });
    heard
}

/// A line without its end; odd bytes become `\u{fffd}`, and a fault is the end.
fn read_line() -> Option<String> {
    let mut bytes = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut bytes) {
        Ok(1..) => Some(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned()),
        Ok(0) | Err(_) => None,
    }
}
