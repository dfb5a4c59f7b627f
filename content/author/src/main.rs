//! The binary `course`: check a course, compile it, translate it, list what has to be approved. It works on a broken course.

mod exchange_task;
mod pack_task;
mod translate_task;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use chrono::{Days, NaiveDate};
use clap::{Parser, Subcommand};
use exchange_task::{ExportTask, ImportTask};
use pack_task::PackTask;
use saywell_author::{CardFigures, Drawing, Fault, Figures, Report, Strict};
use saywell_content::Course;
use std::fmt::Write as _;
use std::io::{IsTerminal, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

/// Checks and compiles a course.
///
/// A course is the folder `course` inside DIR: TOML with Markdown, as told in docs/authoring.md.
#[derive(Parser)]
#[command(name = "course")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
    /// The folder that holds `course` [default: content/ of this repository]
    #[arg(long, value_name = "DIR", global = true)]
    home: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Task {
    /// Names every fault with file, line and column, and prints how each part reads
    ///
    /// The table counts words and gives the Flesch-Kincaid grade with and without dialogue, the SMOG grade, and the
    /// average and longest sentence in words. Units, quizzes and scenarios keep to grade 6, SMOG 7 and 12 words a sentence; no
    /// sentence has more than 18. Ends with exit code 1 if there is a fault.
    /// A release may say nothing that no clinician has approved: `--release` lists all that is left to approve, and what else is open.
    Check {
        /// The day on which no claim may be overdue for its review [default: today, UTC]
        #[arg(long, value_name = "YYYY-MM-DD")]
        today: Option<NaiveDate>,
        /// The strict gate before a release
        #[arg(long)]
        release: bool,
        /// Prints how each card reads, with its hardest sentence
        #[arg(long)]
        cards: bool,
    },
    /// Writes the compiled course; refuses a course with faults
    ///
    /// Play it with `saywell --course FILE`.
    Build {
        /// The file to write, JSON
        file: PathBuf,
    },
    /// Draws the lines of a scenario as a graph, also of a course with faults
    ///
    /// In the picture each turn is a box with its lines; where each leads is written at the end of its row and drawn as
    /// an arrow, dashed for a line that hurts or pushes. Endings stand on the right and say what kind they are.
    Graph {
        /// Its id, with or without `scenario/`
        scenario: String,
        /// For Graphviz; so also when left out
        #[arg(long)]
        dot: bool,
        /// A picture for any browser
        #[arg(long, conflicts_with = "dot")]
        svg: bool,
        /// The file to write, instead of printing
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Writes the template for translators, and brings every translation up to date with the English of today
    ///
    /// locale/course.pot has each text of the course and of the apps, with its id and place. In locale/*.po, what a translator
    /// wrote stays: comments, flags, texts that are gone (`#~`). Where the one text of an id has changed, its translation is kept
    /// and marked fuzzy, with the earlier English beside it.
    Extract,
    /// Prints a line a language: how much of the course and of the apps is translated
    ///
    /// What is not translated, fuzzy or unfit is shown in English. Unfit is a translation with other links, claim marks,
    /// paragraphs or arguments than the English, or one that tells too much where others may look; each is named on stderr.
    Status,
    /// Writes the sentences of a phone app in a language
    Strings {
        #[command(subcommand)]
        app: translate_task::App,
    },
    /// Writes the compiled course in a language that nobody speaks, for tests
    Pseudo {
        language: translate_task::PseudoLanguage,
        /// The file to write, JSON
        file: PathBuf,
    },
    /// Prints what a clinician has to approve (Markdown), the gravest first, with all that stands on it
    ///
    /// Kept as docs/clinical-review.md; a test says when it is out of date.
    Review,
    /// Writes a part of the course for another program or for paper; refuses a course with faults
    ///
    /// docs/exchange.md says what each format carries and what it loses.
    Export {
        #[command(subcommand)]
        task: ExportTask,
    },
    /// Reads what another program has written
    Import {
        #[command(subcommand)]
        task: ImportTask,
    },
    /// Makes, signs and looks into packs: the course as one file that travels from phone to phone
    ///
    /// docs/packs.md tells the whole way.
    Pack {
        #[command(subcommand)]
        task: PackTask,
    },
    /// Prints the fingerprint of texts whose wording the course may not use
    ///
    /// Kept as content/author/seeds.fingerprint: a hash for every six words in a row. The texts themselves are not kept.
    Fingerprint {
        /// Plain text files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

fn main() -> ExitCode {
    let Arguments { task, home } = Arguments::parse();
    let home = home.unwrap_or_else(saywell_author::home);
    match task {
        Task::Check { today: day, release, cards } => {
            check(&home, Strict { today: day.or_else(today), release }, cards)
        }
        Task::Build { file } => build(&home, &file),
        Task::Graph { scenario, dot: _, svg, out } => {
            let drawing = if svg { Drawing::Svg } else { Drawing::Dot };
            match (saywell_author::graph(&home, &scenario, drawing), out) {
                (Ok(graph), None) => print(&graph),
                (Ok(graph), Some(file)) => write(&file, graph.as_bytes()),
                (Err(known), _) if known.is_empty() => complain("the course has no scenario"),
                (Err(known), _) => complain(&format!("`{scenario}` is not known; known: {}", known.join(", "))),
            }
        }
        Task::Extract => translate_task::extract(&home),
        Task::Status => translate_task::status(&home),
        Task::Strings { app } => translate_task::strings(&home, &app),
        Task::Pseudo { language, file } => translate_task::pseudo(&home, language, &file),
        Task::Review => match saywell_author::review(&home) {
            Ok(paper) => print(&paper),
            Err(faults) => refuse(&home, &faults),
        },
        Task::Export { task } => exchange_task::export(&home, task),
        Task::Import { task } => exchange_task::import(task),
        Task::Pack { task } => pack_task::run(&home, &task),
        Task::Fingerprint { files } => fingerprint(&files),
    }
}

/// The day of this machine, in UTC.
#[expect(clippy::disallowed_methods, reason = "the one place where the author's tool looks at a clock")]
fn today() -> Option<NaiveDate> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    NaiveDate::default().checked_add_days(Days::new(since.as_secs() / 86_400))
}

fn check(home: &Path, strict: Strict, cards: bool) -> ExitCode {
    let report = saywell_author::report(home, strict);
    let Report { faults, figures, scenarios, .. } = &report;
    show(home, faults);
    print(&table(figures));
    if cards {
        print(&card_table(&report.cards));
    }
    for scenario in scenarios {
        print(&format!("\n{scenario}"));
    }
    print(&format!("\n{}\n", count(faults)));
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn build(home: &Path, file: &Path) -> ExitCode {
    match saywell_author::compile(home) {
        Ok(course) => write_course(file, &course),
        Err(faults) => refuse(home, &faults),
    }
}

fn write_course(file: &Path, course: &Course) -> ExitCode {
    match serde_json::to_vec(course) {
        Ok(json) => write(file, &json),
        Err(error) => complain(&error.to_string()),
    }
}

fn write(file: &Path, bytes: &[u8]) -> ExitCode {
    match std::fs::write(file, bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&format!("{}: {error}", file.display())),
    }
}

fn fingerprint(files: &[PathBuf]) -> ExitCode {
    let mut texts = Vec::new();
    for file in files {
        match std::fs::read_to_string(file) {
            Ok(text) => texts.push(text),
            Err(error) => return complain(&format!("{}: {error}", file.display())),
        }
    }
    print(&saywell_author::fingerprint(&texts))
}

fn refuse(home: &Path, faults: &[Fault]) -> ExitCode {
    show(home, faults);
    complain(&count(faults))
}

fn count(faults: &[Fault]) -> String {
    match faults.len() {
        1 => "1 fault".into(),
        many => format!("{many} faults"),
    }
}

/// To people with the line in question, to programs one line each.
fn show(home: &Path, faults: &[Fault]) {
    let mut errors = std::io::stderr().lock();
    let drawn = errors.is_terminal();
    for fault in faults {
        let picture = if drawn { picture(home, fault) } else { None };
        // Nobody is left to tell if this cannot be written.
        let _ = writeln!(errors, "{}", picture.unwrap_or_else(|| fault.to_string()));
    }
}

/// The fault under the words that it is about, as a compiler shows it.
fn picture(home: &Path, fault: &Fault) -> Option<String> {
    let place = &fault.place;
    let inside = Path::new(&place.file).components().skip(1).collect::<PathBuf>();
    let text = std::fs::read_to_string(home.join(inside)).ok()?;
    let line = text.lines().nth(place.line.checked_sub(1)?)?;
    let start = line.char_indices().nth(place.column.checked_sub(1)?).map_or(line.len(), |(at, _)| at);
    let length = line.get(start..)?.find(char::is_whitespace).unwrap_or(line.len() - start);
    let snippet = Snippet::source(line).path(place.file.as_str()).line_start(place.line);
    let snippet = snippet.annotation(AnnotationKind::Primary.span(start..start + length));
    let group = Level::ERROR.primary_title(fault.reason.as_str()).id(fault.rule.id()).element(snippet);
    Some(Renderer::styled().render(&[group]) + "\n")
}

fn table(figures: &[Figures]) -> String {
    let width = figures.iter().map(|figures| figures.id.len()).max().unwrap_or_default();
    let mut table = format!("{:width$}  min  words    FK  prose  SMOG  average  longest\n", "");
    for Figures { id, minutes, whole, prose } in figures {
        let minutes = minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
        // Writing to a text cannot fail.
        let _ = writeln!(
            table,
            "{id:width$}  {minutes:>3}  {:>5}  {:>4.1}  {:>5.1}  {:>4.1}  {:>7.1}  {:>7}",
            whole.words,
            whole.grade(),
            prose.grade(),
            whole.smog(),
            whole.average(),
            whole.longest,
        );
    }
    table
}

/// The Flesch-Kincaid grade of each card, the hardest first.
fn card_table(cards: &[CardFigures]) -> String {
    let mut cards: Vec<&CardFigures> = cards.iter().collect();
    cards.sort_by(|one, other| other.reading.grade().total_cmp(&one.reading.grade()));
    let mut table = "\n  FK  words  card, and its hardest sentence\n".to_owned();
    for CardFigures { id, reading, hardest } in cards {
        let _ = writeln!(table, "{:>4.1}  {:>5}  {id}: {hardest}", reading.grade(), reading.words);
    }
    table
}

/// Not `print!`, which panics when the reader of a pipe has gone.
fn print(text: &str) -> ExitCode {
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => complain(&error.to_string()),
    }
}

fn complain(reason: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{reason}");
    ExitCode::FAILURE
}
