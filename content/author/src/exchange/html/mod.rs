//! HTML to be printed: a chapter, the role cards of a scenario, the plan-the-talk sheet.
//!
//! One file each, with a print style sheet, without a script and without anything from outside; the page's own policy
//! forbids both. At the end stand the facts with their sources, dates and review, numbered as the text names them. The
//! browser's title, which stands in a window's bar and at the head of printed pages, names no condition.

mod chapter;
mod page;
mod sheet;

use page::Page;
use saywell_content::Course;

const STYLE: &str = include_str!("style.css");

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur"];

/// The page of a chapter, of a scenario's role cards or of the plan; none where the id is that of something else.
pub(super) fn write(course: &Course, id: &str) -> Option<String> {
    let mut page = Page::new(course);
    let title = if let Some(chapter) = course.chapters.iter().find(|chapter| chapter.id == id) {
        page.chapter(chapter);
        chapter.outside_title()
    } else if let Some(scenario) = course.scenario(id) {
        page.cards(scenario);
        scenario.outside_title()
    } else if course.plan.id == id {
        page.plan(&course.plan);
        &course.plan.share_title
    } else {
        return None;
    };
    Some(document(course, title, &page.finished()))
}

/// The ids that [`write()`] knows.
pub(super) fn known(course: &Course) -> Vec<String> {
    let chapters = course.chapters.iter().map(|chapter| &chapter.id);
    let scenarios = course.scenarios.iter().map(|scenario| &scenario.id);
    chapters.chain(scenarios).chain([&course.plan.id]).cloned().collect()
}

fn document(course: &Course, title: &str, body: &str) -> String {
    let tag = course.language.split('-').next().unwrap_or_default();
    let direction = if RIGHT_TO_LEFT.contains(&tag) { "rtl" } else { "ltr" };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n",
        escaped(&course.language),
        escaped(title),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
