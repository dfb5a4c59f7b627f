//! A scenario as a picture: turns from top to bottom, each with its lines; endings on the right.
//!
//! All lines that lead to one place join on one way, which runs down between the turns and the endings; so sixty lines
//! need no more than a dozen ways. Everything stands on a grid, rows of text on its lines and endings between them: no
//! two ways ever lie on each other, and the same scenario always gives the same picture.

use super::look::{colours, is_dashed, name, notes, order, own};
use saywell_content::Scenario;
use std::fmt::Write;

/// Half of the height of a row.
const STEP: usize = 10;
const EDGE: usize = 20;
/// Of a letter.
const WIDTH: usize = 7;
/// Between two ways.
const LANE: usize = 12;
const INKS: [&str; 4] = ["#20282B", "#9A6A2F", "#555C5E", "#17606B"];

/// A row of text with an arrow.
struct Row<'a> {
    text: String,
    notes: String,
    to: &'a str,
    is_dashed: bool,
    y: usize,
}

/// A turn, or what can be said at every turn.
struct Turn<'a> {
    name: &'a str,
    head: String,
    rows: Vec<Row<'a>>,
    y: usize,
}

/// The way that all lines to one place share.
struct Path<'a> {
    to: &'a str,
    /// Where it ends.
    end: usize,
    top: usize,
    bottom: usize,
    lane: usize,
    ink: &'static str,
}

pub(crate) fn svg(scenario: &Scenario) -> String {
    let turns = turns(scenario);
    let bottom = turns.last().map_or(EDGE, |turn| turn.y + height(turn));
    let endings = endings(scenario, &turns);
    let paths = paths(scenario, &turns, &endings);
    let letters = |row: &Row| row.text.len() + row.notes.chars().count() + row.to.len() + 8;
    let rows = turns.iter().flat_map(|turn| &turn.rows).map(letters);
    let heads = turns.iter().map(|turn| turn.head.chars().count() + 4);
    let right = EDGE + WIDTH * rows.chain(heads).max().unwrap_or_default();
    let lanes = paths.iter().map(|path| path.lane + 1).max().unwrap_or_default();
    let edge = right + LANE * (lanes + 3);
    let widest = scenario.endings.iter().map(|ending| ending.name.len()).max().unwrap_or_default().max(12);
    let (width, height) = (
        edge + WIDTH * (widest + 3) + EDGE,
        endings.iter().map(|(_, y)| y + 4 * STEP).chain([bottom]).max().unwrap_or_default() + EDGE,
    );
    // Writing to a text cannot fail, here and below.
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"monospace\" font-size=\"11\" fill=\"#20282B\">\n<title>{}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#F6F4F0\"/>\n",
        escaped(&scenario.id)
    );
    for turn in &turns {
        draw_turn(&mut svg, turn, right);
    }
    for path in &paths {
        let is_ending =
            endings.iter().any(|(index, _)| scenario.endings.get(*index).is_some_and(|it| it.name == path.to));
        draw_path(&mut svg, path, &turns, right, if is_ending { edge } else { right });
    }
    for (index, y) in endings {
        let Some(ending) = scenario.endings.get(index) else { continue };
        let [fill, outline, ink] = colours(ending.kind);
        let (top, wide, x) = (y - 2 * STEP, WIDTH * (widest + 3), edge + WIDTH);
        let _ = write!(
            svg,
            "<rect x=\"{edge}\" y=\"{top}\" width=\"{wide}\" height=\"40\" rx=\"20\" fill=\"{fill}\" stroke=\"{outline}\"/>\n\
             <text x=\"{x}\" y=\"{}\" fill=\"{ink}\" font-weight=\"bold\">{}</text>\n\
             <text x=\"{x}\" y=\"{}\" fill=\"{ink}\">{}</text>\n",
            y - 2,
            escaped(&ending.name),
            y + 13,
            name(ending.kind)
        );
    }
    svg + "</svg>\n"
}

/// The turns with their places, and the way out below them.
fn turns(scenario: &Scenario) -> Vec<Turn<'_>> {
    let mut turns: Vec<Turn> = Vec::new();
    for name in order(scenario) {
        let lines = || scenario.lines.iter().filter(|line| line.at == name);
        let by = lines().next().map(|line| scenario.role(line.by).name.as_str()).unwrap_or_default();
        let start = if name == scenario.start { ", who begins" } else { "" };
        let rows = lines().map(|line| Row {
            text: own(&line.id).into(),
            notes: notes(line).join(", "),
            to: &line.go,
            is_dashed: is_dashed(line),
            y: 0,
        });
        turns.push(Turn { name, head: format!("{name}: {by}{start}"), rows: rows.collect(), y: 0 });
    }
    let (text, to) = (own(&scenario.any_time.id).into(), scenario.any_time.go.as_str());
    let row = Row { text, notes: String::new(), to, is_dashed: false, y: 0 };
    turns.push(Turn { name: "", head: "at every turn".into(), rows: vec![row], y: 0 });
    let mut y = EDGE;
    for turn in &mut turns {
        turn.y = y;
        for (number, row) in (2..).zip(&mut turn.rows) {
            row.y = y + 2 * STEP * number;
        }
        y += height(turn) + 2 * STEP;
    }
    turns
}

/// A head, its rows, and half a row above and below.
fn height(turn: &Turn) -> usize {
    2 * STEP * (turn.rows.len() + 2)
}

/// Each ending by its index, and where it stands: beside the lines that lead to it, but never on another one.
fn endings(scenario: &Scenario, turns: &[Turn]) -> Vec<(usize, usize)> {
    let rows = || turns.iter().flat_map(|turn| &turn.rows);
    let middle = |name: &str| {
        let from: Vec<usize> = rows().filter(|row| row.to == name).map(|row| row.y).collect();
        from.iter().sum::<usize>() / from.len().max(1)
    };
    let mut endings: Vec<(usize, usize)> =
        scenario.endings.iter().enumerate().map(|(index, ending)| (index, middle(&ending.name))).collect();
    endings.sort_by_key(|(index, y)| (*y, *index));
    let mut free = EDGE + 3 * STEP;
    for (_, y) in &mut endings {
        *y = (*y / (2 * STEP) * (2 * STEP) + STEP).max(free);
        free = *y + 6 * STEP;
    }
    endings
}

/// A way to every place that a line leads to. Short ways stay near the turns.
fn paths<'a>(scenario: &'a Scenario, turns: &[Turn<'a>], endings: &[(usize, usize)]) -> Vec<Path<'a>> {
    let rows = || turns.iter().flat_map(|turn| &turn.rows);
    let heads = turns.iter().map(|turn| (turn.name, turn.y + 2 * STEP, None));
    let ends = endings.iter().filter_map(|(index, y)| {
        let ending = scenario.endings.get(*index)?;
        let [_, outline, _] = colours(ending.kind);
        Some((ending.name.as_str(), *y, Some(outline)))
    });
    let mut paths: Vec<Path> = Vec::new();
    for (number, (to, end, ink)) in heads.chain(ends).enumerate() {
        let from = || rows().filter(|row| row.to == to).map(|row| row.y);
        let (Some(first), Some(last)) = (from().min(), from().max()) else { continue };
        let ink = ink.or_else(|| INKS.get(number % INKS.len()).copied()).unwrap_or_default();
        paths.push(Path { to, end, top: first.min(end), bottom: last.max(end), lane: 0, ink });
    }
    paths.sort_by_key(|path| (path.bottom - path.top, path.top));
    let mut laid: Vec<Path> = Vec::new();
    for mut path in paths {
        let meets = |other: &&Path| other.top <= path.bottom + STEP && path.top <= other.bottom + STEP;
        let taken: Vec<usize> = laid.iter().filter(meets).map(|other| other.lane).collect();
        path.lane = (0..=taken.len()).find(|lane| !taken.contains(lane)).unwrap_or_default();
        laid.push(path);
    }
    laid
}

fn draw_turn(svg: &mut String, turn: &Turn, right: usize) {
    let (y, width, height, x) = (turn.y + STEP, right - EDGE, height(turn) - 2 * STEP, EDGE + WIDTH);
    let _ = write!(
        svg,
        "<rect x=\"{EDGE}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"4\" fill=\"#FFFFFF\" stroke=\"#7D7A70\"/>\n\
         <text x=\"{x}\" y=\"{}\" font-weight=\"bold\">{}</text>\n",
        turn.y + 2 * STEP + 4,
        escaped(&turn.head)
    );
    for row in &turn.rows {
        let (y, end) = (row.y + 4, right - WIDTH);
        let notes = if row.notes.is_empty() {
            String::new()
        } else {
            format!(" <tspan fill=\"#555C5E\">{}</tspan>", escaped(&row.notes))
        };
        let _ = write!(
            svg,
            "<text x=\"{x}\" y=\"{y}\">{}{notes}</text>\n\
             <text x=\"{end}\" y=\"{y}\" text-anchor=\"end\" fill=\"#555C5E\">{}</text>\n",
            escaped(&row.text),
            escaped(row.to)
        );
    }
}

/// `target`: the edge of the box that the way ends at.
fn draw_path(svg: &mut String, path: &Path, turns: &[Turn], right: usize, target: usize) {
    let Path { end, top, bottom, ink, .. } = *path;
    let x = right + LANE * (path.lane + 2);
    for row in turns.iter().flat_map(|turn| &turn.rows).filter(|row| row.to == path.to) {
        let dashes = if row.is_dashed { " stroke-dasharray=\"4 3\"" } else { "" };
        let y = row.y;
        let _ = write!(
            svg,
            "<path d=\"M{right} {y}H{x}\" stroke=\"{ink}\"{dashes}/>\n<circle cx=\"{x}\" cy=\"{y}\" r=\"2.5\" fill=\"{ink}\"/>\n"
        );
    }
    let (near, far) = if target > x { (target - 7, target) } else { (target + 7, target) };
    let _ = write!(
        svg,
        "<path d=\"M{x} {top}V{bottom}M{x} {end}H{near}\" fill=\"none\" stroke=\"{ink}\"/>\n\
         <path d=\"M{far} {end}L{near} {}V{}Z\" fill=\"{ink}\"/>\n",
        end - 4,
        end + 4
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
