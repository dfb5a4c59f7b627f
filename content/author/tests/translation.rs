//! A translation: what of it is shown, what is counted, and what translators get.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::indexing_slicing, reason = "a test may fail loudly")]

mod home;

use home::Home;
use saywell_author::{Completeness, Language, Status};
use saywell_content::{Block, Course, Span};
use std::fs;

const HEADER: &str = "msgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\"X-Language-Name: Español\\n\"\n\"X-Language-Aliases: spa es-419\\n\"\n";

/// A home with this translation into Spanish: id, English, what it became.
fn translated(entries: &[(&str, &str, &str)]) -> Home {
    let home = Home::good();
    // Rust and gettext escape what stands here alike.
    let quoted = |text: &str| format!("{text:?}").replace("\\'", "'");
    let entry = |(id, english, spanish): &(&str, &str, &str)| {
        format!("\nmsgctxt {}\nmsgid {}\nmsgstr {}\n", quoted(id), quoted(english), quoted(spanish))
    };
    put(&home, &format!("{HEADER}{}", entries.iter().map(entry).collect::<String>()));
    home
}

fn put(home: &Home, spanish: &str) {
    fs::create_dir_all(home.path.join("locale")).unwrap();
    fs::write(home.path.join("locale/es.po"), spanish).unwrap();
}

fn spanish(home: &Home) -> Language {
    let mut languages = saywell_author::languages(&home.path).unwrap();
    assert_eq!(languages[0].course, home.compile().unwrap(), "the first is as it was written");
    assert_eq!(languages.len(), 2);
    languages.remove(1)
}

fn status(home: &Home) -> Status {
    saywell_author::status(&home.path).unwrap().remove(0)
}

fn reasons(home: &Home) -> Vec<String> {
    status(home).unfit.iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_translated_is_shown_and_the_rest_is_english() {
    let home = translated(&[
        ("lesson/walk#title", "A walk", "Un paseo"),
        (
            "lesson/walk/why#text",
            WHY,
            "Un paseo da [calma](term/calm). [^W1]\nEs *gratis*.\n\n- **Corto.** Diez minutos.\n- Lento",
        ),
        ("term/calm#aliases", "at ease", "en calma"),
    ]);
    let Language { name, aliases, course } = spanish(&home);
    assert_eq!(
        (name.as_str(), aliases.as_slice(), course.language.as_str()),
        ("Español", ["spa".into(), "es-419".into()].as_slice(), "es")
    );
    let unit = course.unit("lesson/walk").unwrap();
    assert_eq!((unit.title.as_str(), unit.goal.as_str()), ("Un paseo", "After this you can ask for a walk."));
    let json = serde_json::to_string(&course).unwrap();
    assert!(json.contains("Un paseo da ") && json.contains("Diez minutos."), "{json}");
    assert_eq!(ids(&course), ids(&home.compile().unwrap()));
}

const WHY: &str = "A walk is [calm](term/calm). [^W1]\nIt is *free*.\n\n- **Short.** Ten minutes.\n- Slow";

/// Every id, in order.
fn ids(course: &Course) -> Vec<String> {
    let json = serde_json::to_value(course).unwrap();
    let mut ids = Vec::new();
    let mut rest = vec![&json];
    while let Some(value) = rest.pop() {
        match value {
            serde_json::Value::Object(object) => {
                ids.extend(object.get("id").and_then(|id| id.as_str()).map(Into::into));
                rest.extend(object.values());
            }
            serde_json::Value::Array(list) => rest.extend(list),
            _ => {}
        }
    }
    ids.sort();
    ids
}

#[test]
fn fuzzy_empty_stale_and_unknown_entries_are_counted_and_english() {
    let home = translated(&[
        ("lesson/walk#title", "A walk in the rain", "Un paseo bajo la lluvia"),
        ("lesson/walk#goal", "After this you can ask for a walk.", ""),
        ("lesson/nothing#title", "Nothing", "Nada"),
    ]);
    let file = home.path.join("locale/es.po");
    let more = "\n#, fuzzy\nmsgctxt \"lesson/rest#home_title\"\nmsgid \"Rest\"\nmsgstr \"Resto\"\n";
    fs::write(&file, fs::read_to_string(&file).unwrap() + more).unwrap();
    let Completeness { translated, fuzzy, untranslated, unfit, total, stale } = status(&home).completeness;
    assert_eq!((translated, fuzzy, unfit, stale), (0, 1, 0, 2));
    assert_eq!(fuzzy + untranslated, total);
    assert_eq!(saywell_author::languages(&home.path).unwrap().len(), 1, "nothing of it is shown");
}

#[test]
fn a_translation_with_other_marks_is_unfit() {
    for (spanish, reason) in [
        ("Un paseo da calma. [^W1]\nEs *gratis*.\n\n- Corto.\n- Lento", "its links are term/calm, not none"),
        ("Un paseo da [calma](term/clam). [^W1]\n\n- Corto.\n- Lento", "its links are term/calm, not term/clam"),
        ("Un paseo da [calma](term/calm).\n\n- Corto.\n- Lento", "its claim marks are W1, not none"),
        ("Un paseo da [calma](term/calm). [^W1] [^W1]\n\n- Corto.\n- Lento", "its claim marks are W1, not W1 W1"),
        (
            "Un paseo da [calma](term/calm). [^W1]\n\n- Lento",
            "the paragraphs and points are others than in English: 1 -2, not 1 -1",
        ),
        ("[calma](term/calm) [^W1] <b>x</b>\n\n- Corto.\n- Lento", "HTML is not used in a course"),
    ] {
        let home = translated(&[("lesson/walk/why#text", WHY, spanish)]);
        assert_eq!(reasons(&home), [format!("content/locale/es.po:7:1: {reason}")], "{spanish}");
        assert_eq!(saywell_author::languages(&home.path).unwrap().len(), 1);
    }
    let home = translated(&[("lesson/walk#title", "A walk", "*Un* paseo")]);
    assert_eq!(reasons(&home), ["content/locale/es.po:7:1: these are plain words on one line: no marks"]);
}

#[test]
fn what_stands_outside_tells_nothing_in_any_language() {
    let home = translated(&[
        ("lesson/walk#title", "A walk", "Un paseo con condones"),
        // It has a neutral title besides.
        ("lesson/rest#title", "Sex and rest", "Sexo y descanso"),
        ("lesson/rest#home_title", "Rest", "Descanso del sexo"),
        ("reminder/walk#text", "Time for a walk?", "¿Un rato para tu salud?"),
    ]);
    let reasons = reasons(&home);
    assert!(
        reasons
            .iter()
            .any(|reason| reason.ends_with("`condones` names the topic: these words stand where others may look")),
        "{reasons:?}"
    );
    assert!(reasons.iter().any(|reason| reason.contains("`sexo` names the topic")), "{reasons:?}");
    assert!(reasons.iter().any(|reason| reason.contains("`salud` tells too much")), "{reasons:?}");
    let course = spanish(&home).course;
    let unit = course.unit("lesson/rest").unwrap();
    assert_eq!((unit.title.as_str(), unit.home_title.as_deref()), ("Sexo y descanso", Some("Rest")));
    assert!(course.telling.iter().any(|word| word == "condón") && course.telling.iter().any(|word| word == "hiv"));
}

#[test]
fn a_language_without_a_list_of_such_words_keeps_them_in_english() {
    let home =
        translated(&[("lesson/walk#title", "A walk", "Matembezi"), ("lesson/rest#title", "Sex and rest", "Pumziko")]);
    let locale = home.path.join("locale");
    fs::rename(locale.join("es.po"), locale.join("sw.po")).unwrap();
    let reason = "words.toml has no words that tell in this language: what stands outside stays English";
    assert_eq!(reasons(&home), [format!("content/locale/sw.po:7:1: {reason}")]);
    let course = saywell_author::languages(&home.path).unwrap().remove(1).course;
    assert_eq!(course.unit("lesson/rest").unwrap().title, "Pumziko");
}

#[test]
fn a_broken_file_stops_no_build_and_is_not_written_over() {
    let home = Home::good();
    let broken =
        format!("{HEADER}\nmsgctxt \"lesson/walk#title\"\nmsgid \"A walk\"\nmsgtr \"x\"\nmsgstr \"Un paseo\"\n");
    put(&home, &broken);
    assert_eq!(spanish(&home).course.unit("lesson/walk").unwrap().title, "Un paseo");
    let unread: Vec<String> = status(&home).unread.iter().map(ToString::to_string).collect();
    assert_eq!(unread, ["content/locale/es.po:9:1: this is no line of a PO file"]);
    assert!(saywell_author::extract(&home.path).is_err());
    fs::write(home.path.join("locale/es.po"), [0xff, 0xfe]).unwrap();
    assert_eq!(saywell_author::languages(&home.path).unwrap().len(), 1);
}

#[test]
fn extract_changes_nothing_twice() {
    let home = translated(&[("lesson/walk#title", "A walk in the rain", "Un paseo bajo la lluvia")]);
    let write = || {
        for (name, text) in saywell_author::extract(&home.path).unwrap() {
            fs::write(home.path.join(name), text).unwrap();
        }
        fs::read_to_string(home.path.join("locale/es.po")).unwrap()
    };
    let once = write();
    assert!(once.contains("#, fuzzy\n#| msgid \"A walk in the rain\"\nmsgctxt \"lesson/walk#title\"\nmsgid \"A walk\"\nmsgstr \"Un paseo bajo la lluvia\"\n"), "{once}");
    assert_eq!(write(), once);
    assert_eq!(status(&home).completeness.fuzzy, 1);
}

/// The sentences of an app, in both forms that it is kept in.
fn with_apps(home: &Home, spanish: &str) {
    let root = home.path.parent().unwrap();
    let android = root.join("android/src/main/res/values");
    fs::create_dir_all(&android).unwrap();
    let strings = "<resources>\n  <string name=\"go\">Don\\'t go,\\n%1$s</string>\n  <plurals name=\"days\"><item \
                   quantity=\"one\">%1$d day</item><item quantity=\"other\">%1$d days</item></plurals>\n</resources>\n";
    fs::write(android.join("strings.xml"), strings).unwrap();
    let ios = root.join("ios/SaywellKit/Sources/AppUI/resources/words");
    fs::create_dir_all(&ios).unwrap();
    let english = |said: &str| serde_json::json!({ "localizations": { "en": { "stringUnit": { "state": "translated", "value": said } } } });
    let catalog = serde_json::json!({ "sourceLanguage": "en", "version": "1.0", "strings": { "go": english("Don't go,\n%1$@"), "own": english("Focus") } });
    fs::write(ios.join("A.xcstrings"), catalog.to_string()).unwrap();
    put(home, &format!("{HEADER}{spanish}"));
}

#[test]
fn the_apps_get_their_sentences() {
    let home = Home::good();
    with_apps(
        &home,
        "\nmsgctxt \"app#go\"\nmsgid \"\"\n\"Don't go,\\n\"\n\"%1$s\"\nmsgstr \"No te vayas,\\n\"\n\"%1$s 'ya'\"\n\n\
         msgctxt \"app#days\"\nmsgid \"%1$d day\"\nmsgid_plural \"%1$d days\"\nmsgstr[0] \"un día\"\nmsgstr[1] \"%1$d días\"\n",
    );
    assert_eq!(reasons(&home), ["content/locale/es.po:14:1: its arguments are not %1$d"]);
    let (file, strings) = saywell_author::android_strings(&home.path, "es").unwrap().remove(0);
    assert_eq!(file.to_str(), Some("values-es/strings.xml"));
    assert!(
        strings.contains("<string name=\"go\">No te vayas,\\n%1$s \\'ya\\'</string>") && !strings.contains("days"),
        "{strings}"
    );
    put(&home, &fs::read_to_string(home.path.join("locale/es.po")).unwrap().replace("un día", "%1$d día"));
    let strings = saywell_author::android_strings(&home.path, "es").unwrap().remove(0).1;
    let days = "<plurals name=\"days\"><item quantity=\"one\">%1$d día</item><item quantity=\"other\">%1$d días</item></plurals>";
    assert!(strings.contains(days), "{strings}");
    let (file, catalog) = saywell_author::ios_strings(&home.path, "es").unwrap().remove(0);
    assert_eq!(file.to_str(), Some("ios/SaywellKit/Sources/AppUI/resources/words/A.xcstrings"));
    let catalog: serde_json::Value = serde_json::from_str(&catalog).unwrap();
    let unit = |key: &str| catalog["strings"][key]["localizations"]["es"]["stringUnit"].clone();
    assert_eq!(unit("go"), serde_json::json!({ "state": "translated", "value": "No te vayas,\n%1$@ 'ya'" }));
    assert_eq!(unit("own"), serde_json::json!({ "state": "needs_review", "value": "Focus" }));
    let template = saywell_author::extract(&home.path).unwrap().remove(0).1;
    assert!(template.contains("#: ../android/src/main/res/values/strings.xml:2\nmsgctxt \"app#go\"\n"), "{template}");
    assert!(template.contains("msgctxt \"app-ios#own\"\n") && !template.contains("app-ios#go"), "{template}");
    assert!(saywell_author::android_strings(&home.path, "xx").is_err());
}

#[test]
fn nothing_that_nobody_speaks_stays_english() {
    let home = Home::with_scenario();
    let english = home.compile().unwrap();
    for pseudo in [saywell_author::Pseudo::Long, saywell_author::Pseudo::RightToLeft] {
        let course = saywell_author::pseudo(&home.path, pseudo).unwrap();
        let json = serde_json::to_vec(&course).unwrap();
        assert_eq!(saywell_content::load(&json).unwrap(), course);
        assert_eq!(ids(&course), ids(&english));
        assert_eq!(unchanged(&english, &course), [""; 0], "{pseudo:?}");
    }
}

/// The texts that are the same in both.
fn unchanged(one: &Course, other: &Course) -> Vec<String> {
    let texts = |course: &Course| -> Vec<String> {
        let titles = course.units().flat_map(|unit| [unit.title.clone(), unit.goal.clone()]);
        let bodies =
            course.help.iter().flat_map(|card| card.parts.iter().flat_map(|part| &part.body).chain(&card.lead));
        let words = bodies.flat_map(Block::lines).map(|line| line.iter().map(Span::words).collect());
        let lines = course.scenarios.iter().flat_map(|scenario| &scenario.lines);
        let said = lines.map(|line| line.say.iter().map(Span::words).collect());
        titles.chain(words).chain(said).chain(course.reminders.iter().map(|text| text.text.clone())).collect()
    };
    texts(one).into_iter().zip(texts(other)).filter(|(one, other)| one == other).map(|(one, _)| one).collect()
}

#[test]
fn this_repositorys_translations_can_be_read_and_are_in_the_catalogs() {
    let home = saywell_author::home();
    for Status { language, unread, .. } in saywell_author::status(&home).unwrap() {
        assert_eq!(unread, []);
        for (file, text) in saywell_author::ios_strings(&home, &language).unwrap() {
            let there = fs::read_to_string(home.parent().unwrap().join(&file)).unwrap();
            let file = file.display();
            assert!(there == text, "{file} is out of date. To write it: ./run course strings ios {language}");
        }
    }
}
