//! The translators' template: every text of the course with its id, as gettext tools read it.

use crate::text::Text;
use std::collections::BTreeMap;
use std::fmt::Write;

const HEADER: &str = r#"msgid ""
msgstr ""
"Project-Id-Version: saywell\n"
"PO-Revision-Date: \n"
"Last-Translator: \n"
"Language-Team: \n"
"Language: \n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"#;

/// A `.pot` file of `texts`. The lines of a dialogue share their context; the same line said twice is translated once.
#[must_use]
pub fn template(texts: &[Text]) -> String {
    let mut order: Vec<(&str, &str)> = Vec::new();
    let mut places: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for text in texts {
        let key = (text.context.as_str(), text.english.as_str());
        let all = places.entry(key).or_insert_with(|| {
            order.push(key);
            Vec::new()
        });
        // From the folder that holds `course/` and `locale/`, where translators work.
        let file = text.place.file.split_once('/').map_or(text.place.file.as_str(), |(_, inside)| inside);
        all.push(format!("{file}:{}", text.place.line));
    }
    let mut file = HEADER.to_owned();
    for key in order {
        let places = places.get(&key).map(|all| all.join(" ")).unwrap_or_default();
        // Writing to a text cannot fail.
        let _ = write!(file, "\n#: {places}\nmsgctxt {}\nmsgid {}\nmsgstr \"\"\n", quoted(key.0), quoted(key.1));
    }
    file
}

/// A text in quotation marks, one line of it a row.
fn quoted(text: &str) -> String {
    let escaped = |line: &str| line.replace('\\', "\\\\").replace('"', "\\\"").replace('\t', "\\t");
    let lines: Vec<String> =
        text.split_inclusive('\n').map(|line| format!("\"{}\"", escaped(line).replace('\n', "\\n"))).collect();
    if lines.len() > 1 { format!("\"\"\n{}", lines.join("\n")) } else { lines.concat() }
}
