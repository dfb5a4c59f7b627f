//! String resources of Android.

use super::text;
use crate::fault::{Fault, Source};
use crate::rule::Rule;
use crate::text::Text;
use crate::translation::{Fitting, Translation};
use roxmltree::{Document, Node};
use std::fmt::Write;
use std::path::{Path, PathBuf};

const FOLDER: &str = "android/src/main/res/values";

/// The sentences in `strings*.xml`, by file.
pub(crate) fn texts(root: &Path) -> Result<Vec<Text>, Vec<Fault>> {
    let there = std::fs::read_dir(root.join(FOLDER)).into_iter().flatten().flatten().map(|entry| entry.path());
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut names: Vec<String> = there.map(|path| name(&path)).filter(|name| name.starts_with("strings")).collect();
    names.sort();
    let (mut texts, mut faults) = (Vec::new(), Vec::new());
    for name in names {
        let shown = format!("{FOLDER}/{name}");
        match Source::read(&root.join(&shown), shown).map(|source| of_file(&source)) {
            Ok(Ok(here)) => texts.extend(here),
            Ok(Err(fault)) | Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(texts) } else { Err(faults) }
}

fn of_file(source: &Source) -> Result<Vec<Text>, Fault> {
    let fault = |error: roxmltree::Error| Fault::in_file(source.name(), Rule::Syntax, error.to_string());
    let document = Document::parse(source.text()).map_err(fault)?;
    let translated = |node: &Node| node.is_element() && node.attribute("translatable") != Some("false");
    let strings = document.root_element().children().filter(translated);
    Ok(strings.filter_map(|node| of_node(&node, source)).collect())
}

/// A `string`, or `plurals` with a form for one and one for others.
fn of_node(node: &Node, source: &Source) -> Option<Text> {
    let context = format!("app#{}", node.attribute("name")?);
    let place = source.place(node.range().start);
    let form = |quantity| node.children().find(|item| item.attribute("quantity") == Some(quantity));
    match node.tag_name().name() {
        "string" => Some(text(context, said(node), None, place)),
        "plurals" => Some(text(context, said(&form("one")?), Some(said(&form("other")?)), place)),
        _ => None,
    }
}

/// The words of an element, without the marks of Android.
fn said(node: &Node) -> String {
    let words: String = node.descendants().filter_map(|node| node.is_text().then(|| node.text()).flatten()).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut said = String::new();
    let mut letters = words.chars();
    while let Some(letter) = letters.next() {
        said.push(match letter {
            '\\' => match letters.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some(same) => same,
                None => break,
            },
            letter => letter,
        });
    }
    said
}

/// The resources of a language: where they belong inside `res`, and the file.
pub(crate) fn resources(translation: &Translation, fitting: &Fitting, texts: &[Text]) -> (PathBuf, String) {
    let mut file = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<resources>\n".to_owned();
    let categories = translation.plural_categories();
    for text in texts {
        let Some(name) = text.context.strip_prefix("app#") else { continue };
        let Some(forms) = fitting.texts.get(&(text.context.clone(), text.english.clone())) else { continue };
        // Writing to a text cannot fail.
        let _ = match (&text.plural, forms.first()) {
            (None, Some(said)) => writeln!(file, "  <string name=\"{name}\">{}</string>", marked(said)),
            _ => writeln!(file, "  <plurals name=\"{name}\">{}</plurals>", items(&categories, forms)),
        };
    }
    file.push_str("</resources>\n");
    (Path::new(&folder(&translation.tag)).join("strings.xml"), file)
}

fn items(categories: &[String], forms: &[String]) -> String {
    let item = |category: &str, said: &str| format!("<item quantity=\"{category}\">{}</item>", marked(said));
    let mut items: String = categories.iter().zip(forms).map(|(category, said)| item(category, said)).collect();
    if !categories.iter().any(|category| category == "other") {
        // Android asks for it where CLDR has none for whole numbers.
        items.extend(forms.last().map(|said| item("other", said)));
    }
    items
}

/// The name that Android has for a language tag.
fn folder(tag: &str) -> String {
    if tag.contains('-') { format!("values-b+{}", tag.replace('-', "+")) } else { format!("values-{tag}") }
}

/// As Android and XML read it.
fn marked(said: &str) -> String {
    let mut marked = String::new();
    for letter in said.chars() {
        match letter {
            '\\' => marked.push_str("\\\\"),
            '\'' => marked.push_str("\\'"),
            '"' => marked.push_str("\\\""),
            '\n' => marked.push_str("\\n"),
            '\t' => marked.push_str("\\t"),
            '&' => marked.push_str("&amp;"),
            '<' => marked.push_str("&lt;"),
            '@' | '?' if marked.is_empty() => marked.extend(['\\', letter]),
            letter => marked.push(letter),
        }
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_the_same() {
        for words in ["Don't \"go\"\n\nA & B < C", "?", "@home", "a\\b", "50 % of %1$d"] {
            let file = format!("<resources><string name=\"a\">{}</string></resources>", marked(words));
            let texts = of_file(&Source::new("t.xml", &file)).unwrap();
            assert_eq!(texts[0].english, words, "{file}");
        }
    }

    #[test]
    fn both_forms_of_a_plural_and_nothing_that_stays() {
        let file = "<resources>\n<string name=\"a\" translatable=\"false\">A</string>\n<plurals name=\"b\">\n<item \
                    quantity=\"one\">One\n   b</item><item quantity=\"other\">%1$d b</item></plurals></resources>";
        let texts = of_file(&Source::new("t.xml", file)).unwrap();
        let [text] = texts.as_slice() else { panic!("{texts:?}") };
        assert_eq!((text.context.as_str(), text.english.as_str()), ("app#b", "One b"));
        assert_eq!((text.plural.as_deref(), text.place.line), (Some("%1$d b"), 3));
    }

    #[test]
    fn folders_are_named_as_android_does() {
        assert_eq!((folder("es").as_str(), folder("pt-BR").as_str()), ("values-es", "values-b+pt+BR"));
    }
}
