//! A scenario as a graph in DOT, for Graphviz and its many readers.

use super::look::{colours, is_dashed, name, notes, order, own};
use saywell_content::Scenario;
use std::fmt::Write;

/// Turns are boxes and lines their arrows; endings say what kind they are.
pub(crate) fn dot(scenario: &Scenario) -> String {
    // Writing to a text cannot fail, here and below.
    let mut dot = format!("digraph {} {{\n", quoted(&scenario.id));
    dot += "  node [fontname=\"sans-serif\", fontsize=11]\n  edge [fontname=\"sans-serif\", fontsize=9]\n";
    for turn in order(scenario) {
        let by = scenario.lines.iter().find(|line| line.at == turn).map(|line| scenario.role(line.by).name.as_str());
        let label = format!("{turn}\n{}", by.unwrap_or_default());
        let start = if turn == scenario.start { ", penwidth=3" } else { "" };
        let _ = writeln!(dot, "  {} [shape=box, label={}{start}]", quoted(turn), quoted(&label));
    }
    for ending in &scenario.endings {
        let [fill, outline, ink] = colours(ending.kind);
        let label = format!("{}\n{}", ending.name, name(ending.kind));
        let _ = writeln!(
            dot,
            "  {} [shape=ellipse, label={}, style=filled, fillcolor=\"{fill}\", color=\"{outline}\", fontcolor=\"{ink}\"]",
            quoted(&ending.name),
            quoted(&label)
        );
    }
    for line in &scenario.lines {
        let label: Vec<String> = std::iter::once(own(&line.id).to_owned()).chain(notes(line)).collect();
        let style = if is_dashed(line) { ", style=dashed" } else { "" };
        let (at, go) = (quoted(&line.at), quoted(&line.go));
        let _ = writeln!(dot, "  {at} -> {go} [label={}{style}]", quoted(&label.join("\n")));
    }
    let way_out = own(&scenario.any_time.id);
    let _ = writeln!(dot, "  \"at every turn\" [shape=box, style=dotted]");
    let _ = writeln!(dot, "  \"at every turn\" -> {} [label={}]", quoted(&scenario.any_time.go), quoted(way_out));
    dot + "}\n"
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
