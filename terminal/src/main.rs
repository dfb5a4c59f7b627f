//! `saywell`: the shell for a keyboard. It shows what the engine says and passes on what is typed; it computes no score,
//! no order and no date rule of its own.
//!
//! Line by line, so that it works in any terminal, with a screen reader and over a pipe. Each verb is on disk when its
//! screen shows, so the end of the input, a closed window or Ctrl-C lose nothing.

mod backup;
mod card;
mod check;
mod clock;
mod dice;
mod doors;
mod form;
mod help;
mod home;
mod journal;
mod lesson;
mod log;
mod pack;
mod pep;
mod pin;
mod player;
mod plot;
mod prompt;
mod prose;
mod quiz;
mod relaxation;
mod reminder;
mod resource;
mod review;
mod scenario;
mod screen;
mod search;
mod shell;
mod sources;
mod stop;
mod vault;
mod wipe;
mod words;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use clock::Clock;
use dice::Dice;
use prompt::Prompt;
use saywell_core::content::Course;
use saywell_core::relaxation::Form;
use saywell_core::{Engine, Error, course_in, language_for, languages};
use screen::Screen;
use shell::Shell;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stop::{Go, Stop};

const EXAMPLES: &str = "\
Examples:
  saywell                      Home: go on where you were
  saywell learn talk-early     one unit; `saywell learn` shows all of them
  saywell rehearse             talks to rehearse, alone or by two at one keyboard
  saywell relax --short        quick calm, three minutes
  saywell relax body-tour --render tour.wav   its bells and breaths, as a sound file
  saywell now                  urgent help; needs no saved data
  saywell remind plan          when the next reminders come
  saywell log | less           what you have practised
  saywell pack install river.calm   a newer edition of the course, from somebody's phone
  saywell backup talks.bak     all of it in one file, under a passphrase
  saywell --language es learn  the course in Spanish; what the shell itself says stays English
  saywell --course en.json     play a compiled course; nothing is kept

On every screen: numbers choose, Enter goes on, q goes back, h is help now, x leaves at once.
Your data is one encrypted file and its key, in one folder. SAYWELL_DATA names the folder too.
Leaving locks it: where a PIN is set (saywell pin), each start asks for it.
For authors and tests: SAYWELL_NOW=2026-11-23T20:00:00+01:00 stops the clock (nothing waits),
SAYWELL_SEED=1 fixes how quizzes are shuffled and talks answered.";

/// Rehearse hard conversations, privately, offline.
#[derive(Parser)]
#[command(name = "saywell", version, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Play this compiled course; nothing is kept, unless --data names a folder
    #[arg(long, global = true, value_name = "FILE")]
    course: Option<PathBuf>,
    /// Teach in this language, such as es-MX; English as shipped
    #[arg(long, global = true, value_name = "TAG", value_parser = language, conflicts_with = "course")]
    language: Option<String>,
    /// Keep data in this folder
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Open no saved data; nothing is kept
    #[arg(long, global = true, conflicts_with = "data")]
    unsaved: bool,
    #[arg(long, global = true, help = "No bold and no dim; NO_COLOR does the same")]
    no_color: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Read a unit, or pick one
    Learn {
        /// Such as talk-early
        unit: Option<String>,
    },
    /// Take a quiz, or pick one
    Quiz {
        /// Such as talk-it-through
        quiz: Option<String>,
    },
    /// Rehearse a hard talk, alone or by two at one keyboard
    Rehearse {
        /// Such as a-new-start
        scenario: Option<String>,
        /// Play a, b (or the person's name), or together
        #[arg(long)]
        side: Option<String>,
        /// Go back to one of your lines in the last talk
        #[arg(long, conflicts_with = "side")]
        rewind: bool,
        /// Hold two tries of the last talk side by side
        #[arg(long, conflicts_with_all = ["side", "rewind"])]
        compare: bool,
    },
    /// Look back at what comes up again today
    Review,
    /// Relax for five, ten or fifteen minutes
    #[command(
        after_help = "While it runs: Enter pauses, o shows the way out, q ends it.\nTERM=dumb shows no moving line."
    )]
    Relax {
        /// Such as slow-breath
        script: Option<String>,
        /// Quick calm: three minutes, for a hard moment
        #[arg(long, conflicts_with = "minutes")]
        short: bool,
        /// How long: 5, 10 or 15
        #[arg(long, value_name = "MINUTES", value_parser = minutes)]
        minutes: Option<Form>,
        /// Do not wait between the cues (for authors and tests)
        #[arg(long, conflicts_with = "render")]
        fast: bool,
        /// Write its bells and breaths to this WAV file instead
        #[arg(long, value_name = "FILE")]
        render: Option<PathBuf>,
    },
    /// Plan a talk: write, see, share, delete
    Plan,
    /// Private notes: write, read, change, delete
    Notes,
    /// Reminders: which, when, and with which words
    Remind {
        #[command(subcommand)]
        what: Option<reminder::What>,
    },
    /// What you have practised
    Log {
        /// Show this month, such as 2026-11
        #[arg(long, value_name = "MONTH", value_parser = month)]
        month: Option<NaiveDate>,
        /// Delete a session or a day
        #[arg(long)]
        delete: bool,
        /// From now on a day begins at this hour, 0 to 23; it is 4 as shipped
        #[arg(long, value_name = "HOUR", conflicts_with = "delete")]
        day_starts: Option<u8>,
    },
    /// Set a PIN, change it, remove it; make a space for another person
    Pin,
    /// Start locked: ask for a PIN, also where none is needed, and open what it opens
    Lock,
    /// Erase everything in the folder for good, key first
    Wipe {
        /// Erase only the space that your PIN opens
        #[arg(long)]
        mine: bool,
    },
    /// Write all that is kept into one file, under a passphrase
    Backup {
        /// A new file
        file: PathBuf,
    },
    /// Put a backup in the place of all that is kept; shows first what is in it
    Restore {
        /// A file that `saywell backup` has made
        #[arg(required_unless_present = "undo")]
        file: Option<PathBuf>,
        /// Bring back what a restore of today has replaced
        #[arg(long, conflicts_with = "file")]
        undo: bool,
    },
    /// Look after what is kept: check it, mend it, and what to do when it is damaged
    Check,
    /// How long entries are kept, and deleting a day
    Keep {
        /// Delete entries that are older than this many days, now and from now on: 7 to 3650
        #[arg(long, value_name = "DAYS", conflicts_with_all = ["forever", "delete_day"])]
        days: Option<u16>,
        /// Keep entries for as long as you do not delete them
        #[arg(long, conflicts_with = "delete_day")]
        forever: bool,
        /// Delete all that you did on this day, such as 2026-11-23
        #[arg(long, value_name = "DAY")]
        delete_day: Option<NaiveDate>,
    },
    /// Newer editions of the course, and courses beside it, from files that were handed on
    Pack {
        #[command(subcommand)]
        what: pack::What,
    },
    /// Find units, words and help
    Search {
        /// All of them must occur
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Urgent help
    Now {
        /// Such as pep
        card: Option<String>,
    },
    /// What a word means
    Terms {
        /// Such as "viral load"
        word: Option<String>,
    },
    /// Where each fact comes from
    Sources {
        /// Such as M8
        claim: Option<String>,
    },
}

impl Command {
    /// Whether it reads the course only.
    fn needs_no_data(&self) -> bool {
        matches!(self, Self::Now { .. } | Self::Terms { .. } | Self::Sources { .. })
    }
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(usage) => {
            // Whoever closed the pipe does not read the help.
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
        }
    };
    let environment = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let (clock, dice) = match (Clock::of(environment("SAYWELL_NOW")), Dice::of(environment("SAYWELL_SEED"))) {
        (Ok(clock), Ok(dice)) => (clock, dice),
        (Err(fault), _) | (_, Err(fault)) => return told(&fault, 2),
    };
    let asked =
        cli.data.clone().or_else(|| std::env::var_os("SAYWELL_DATA").filter(|dir| !dir.is_empty()).map(PathBuf::from));
    let unsaved = cli.unsaved
        || (cli.course.is_some() && cli.data.is_none())
        || cli.command.as_ref().is_some_and(Command::needs_no_data);
    let data = match if unsaved { Ok(None) } else { vault::Home::of(asked).map(Some) } {
        Ok(data) => data,
        Err(stop) => return ended(&stop, None),
    };
    match run(cli, clock, dice, data.as_ref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => ended(&stop, data.as_ref()),
    }
}

fn run(cli: Cli, clock: Clock, dice: Dice, data: Option<&vault::Home>) -> Go {
    let course = course(cli.course.as_deref(), cli.language.as_ref())?;
    // Help is there before anything is opened.
    let engine = Engine::without_vault(course.clone())?;
    let mut shell = Shell { engine, screen: Screen::new(cli.no_color), prompt: Prompt::new(), clock, dice };
    let done = match data {
        None => unsaved(&mut shell, cli),
        Some(home) => saved(&mut shell, cli.command, home, &course),
    };
    if matches!(done, Err(Stop::Exit)) {
        shell.screen.clear();
    }
    done
}

/// Nothing is opened and nothing is kept.
fn unsaved(shell: &mut Shell, cli: Cli) -> Go {
    if let Some(file) = &cli.course {
        let file = file.display();
        shell.screen.text(&format!("Playing {file}. Nothing is kept: what you do here is gone when you leave."))?;
    } else if cli.unsaved {
        shell.screen.text("Without saved data. Nothing is kept: what you do here is gone when you leave.")?;
    }
    match cli.command {
        None => home::run(shell),
        Some(command) => dispatch(shell, command),
    }
}

fn saved(shell: &mut Shell, command: Option<Command>, home: &vault::Home, course: &Course) -> Go {
    if let Some(Command::Wipe { mine: false }) = command {
        return wipe::everything(shell, home);
    }
    let is_new = home.is_new();
    let pin = match home.open(shell, course, matches!(command, Some(Command::Lock))) {
        Err(Stop::Engine(Error::Damaged)) if matches!(command, Some(Command::Check)) => {
            return check::ladder(shell, home, None);
        }
        opened => opened?,
    };
    check::daily(shell)?;
    if !matches!(command, Some(Command::Pack { .. })) {
        pack::resting(shell)?;
    }
    match command {
        None if is_new => home::welcome(shell, &home.folder).and_then(|()| home::run(shell)),
        None => home::run(shell),
        Some(Command::Lock) => {
            if pin.is_none() {
                shell.screen.text(
                    "There is no PIN yet: whoever can use your account can start Saywell. To set one: saywell pin",
                )?;
            }
            home::run(shell)
        }
        Some(Command::Pin) => pin::run(shell, home, pin),
        Some(Command::Check) => check::run(shell, home, pin),
        Some(Command::Wipe { .. }) => wipe::mine(shell),
        Some(command) => dispatch(shell, command),
    }
}

fn dispatch(shell: &mut Shell, command: Command) -> Go {
    match command {
        Command::Learn { unit } => lesson::run(shell, unit.as_deref()),
        Command::Quiz { quiz } => quiz::run(shell, quiz.as_deref()),
        Command::Rehearse { scenario, rewind: true, .. } => scenario::rewind(shell, scenario.as_deref()),
        Command::Rehearse { scenario, compare: true, .. } => scenario::compare(shell, scenario.as_deref()),
        Command::Rehearse { scenario, side, .. } => scenario::run(shell, scenario.as_deref(), side.as_deref()),
        Command::Review => review::run(shell),
        Command::Relax { script, short, minutes, fast, render } => {
            let form = if short { Some(Form::Short) } else { minutes };
            let asked = relaxation::Asked { script: script.as_deref(), form, fast, render: render.as_deref() };
            relaxation::run(shell, &asked)
        }
        Command::Plan => journal::plans(shell),
        Command::Notes => journal::notes(shell),
        Command::Remind { what: None } => reminder::back(shell).and_then(|()| reminder::run(shell)),
        Command::Remind { what: Some(reminder::What::Plan { days }) } => reminder::plan(shell, days),
        Command::Log { delete: true, .. } => log::delete(shell),
        Command::Log { day_starts: Some(hour), .. } => log::day_starts(shell, hour),
        Command::Log { month, .. } => log::run(shell, month),
        // Where data is saved, `saved` has seen to these.
        Command::Pin | Command::Lock | Command::Wipe { .. } | Command::Check => {
            Err(Stop::Say("This is about saved data, and none is open. Nothing was changed.".into()))
        }
        Command::Backup { file } => backup::back_up(shell, &file),
        Command::Restore { undo: true, .. } => backup::undo(shell),
        Command::Restore { file, .. } => backup::restore(shell, &file.unwrap_or_default()),
        Command::Keep { days, forever, delete_day } => check::keep(shell, days, forever, delete_day),
        Command::Pack { what } => pack::run(shell, &what),
        Command::Search { words } => search::run(shell, &words.join(" ")),
        Command::Now { card } => help::run(shell, card.as_deref()),
        Command::Terms { word } => help::terms(shell, word.as_deref()),
        Command::Sources { claim } => sources::run(shell, claim.as_deref()),
    }
}

/// A length of practice.
fn minutes(typed: &str) -> Result<Form, &'static str> {
    let form = typed.parse().ok().and_then(Form::of_minutes).filter(|form| form.is_practice());
    form.ok_or("it is 5, 10 or 15")
}

/// The first day of a month such as `2026-11`.
fn month(typed: &str) -> Result<NaiveDate, &'static str> {
    format!("{typed}-01").parse().map_err(|_| "it is a year and a month, such as 2026-11")
}

/// The tag of the language that this one asks for.
fn language(typed: &str) -> Result<String, String> {
    let (found, fallback) = (language_for(&[typed]).tag, language_for::<&str>(&[]).tag);
    if found != fallback || typed.starts_with(&fallback) {
        return Ok(found);
    }
    let tags: Vec<String> = languages().into_iter().map(|language| language.tag).collect();
    Err(format!("the course is here in: {}", tags.join(", ")))
}

fn course(file: Option<&Path>, language: Option<&String>) -> Go<Course> {
    let Some(file) = file else { return Ok(course_in(language.as_slice())?) };
    let name = file.display();
    let json =
        std::fs::read(file).map_err(|fault| Stop::Say(format!("Cannot read {name}: {}.", stop::plain(&fault))))?;
    saywell_core::load_course(&json).map_err(|_| {
        Stop::Say(format!("{name} is not a compiled course of this version. To make one: course build FILE"))
    })
}

/// Says why it stops, where there is something to say.
fn ended(stop: &Stop, data: Option<&vault::Home>) -> ExitCode {
    match stop {
        Stop::End if data.is_some() => {
            eprintln!("Bye for now. All that you did is kept.");
            ExitCode::SUCCESS
        }
        Stop::End | Stop::Left | Stop::Exit | Stop::Closed => ExitCode::SUCCESS,
        Stop::Say(sentence) => told(sentence, 1),
        Stop::Engine(error) => told(&stop::sentence(error, data.map_or(Path::new(""), |home| &home.folder)), 1),
    }
}

fn told(sentence: &str, code: u8) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::from(code)
}
