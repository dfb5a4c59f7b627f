//! The ink runtime of bladeink, for `./test speed`; see ../speed/ink.rs.
//!
//! `saywell-ink STORY.json CHOICES` answers what inkjs.mjs answers, about the story that inkjs compiled.
#![expect(clippy::disallowed_methods, reason = "this is the stopwatch")]

use bladeink::choice::Choice;
use bladeink::story::Story;
use std::error::Error;
use std::rc::Rc;
use std::time::Instant;

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> Fallible<()> {
    let mut arguments = std::env::args().skip(1);
    let json = std::fs::read_to_string(arguments.next().ok_or("STORY.json")?)?;
    let run: Result<Vec<usize>, _> = arguments.next().ok_or("CHOICES")?.split(',').map(str::parse).collect();
    let mut ink = Ink { story: Story::new(&json)?, run: run?, saved: String::new() };
    for asked in std::io::stdin().lines() {
        let asked = asked?;
        // The first time after a pause only fills the processor's caches.
        ink.answer(&asked)?;
        println!("{}", ink.answer(&asked)?);
    }
    Ok(())
}

/// A story, a run through it, and what was saved at its end.
struct Ink {
    story: Story,
    run: Vec<usize>,
    saved: String,
}

impl Ink {
    fn answer(&mut self, asked: &str) -> Fallible<String> {
        let figure = match asked {
            "walk" => return self.walk(),
            "warm" => {
                self.begin()?;
                self.play()?;
                self.saved = self.story.save_state()?;
                return Ok(String::new());
            }
            "step" => {
                self.begin()?;
                #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
                let steps = self.run.len() as f64;
                self.microseconds(Self::play)? / steps
            }
            "replay" => self.microseconds(|ink| {
                ink.begin()?;
                ink.play()
            })?,
            "save" => self.microseconds(|ink| {
                std::hint::black_box(ink.story.save_state()?);
                Ok(())
            })?,
            "load" => self.microseconds(|ink| {
                ink.story.load_state(&ink.saved)?;
                ink.open().map(drop)
            })?,
            _ => return Err(asked.into()),
        };
        Ok(figure.to_string())
    }

    fn open(&mut self) -> Fallible<Vec<Rc<Choice>>> {
        while self.story.can_continue() {
            self.story.cont()?;
        }
        Ok(self.story.get_current_choices())
    }

    fn begin(&mut self) -> Fallible<Vec<Rc<Choice>>> {
        self.story.reset_state()?;
        self.open()
    }

    fn play(&mut self) -> Fallible<()> {
        for step in 0..self.run.len() {
            self.story.choose_choice_index(self.run[step])?;
            std::hint::black_box(self.open()?);
        }
        Ok(())
    }

    fn walk(&mut self) -> Fallible<String> {
        let mut open = self.begin()?;
        let mut steps = vec![words(&open)];
        for step in 0..self.run.len() {
            if self.run[step] >= open.len() {
                break;
            }
            self.story.choose_choice_index(self.run[step])?;
            open = self.open()?;
            steps.push(words(&open));
        }
        Ok(steps.join("\t"))
    }

    fn microseconds(&mut self, work: impl FnOnce(&mut Self) -> Fallible<()>) -> Fallible<f64> {
        let start = Instant::now();
        work(self)?;
        Ok(start.elapsed().as_secs_f64() * 1e6)
    }
}

fn words(open: &[Rc<Choice>]) -> String {
    open.iter().map(|choice| choice.text.as_str()).collect::<Vec<_>>().join("|")
}
