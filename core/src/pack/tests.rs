//! Packs on a phone that is opened anew between any two verbs.

use super::*;
use crate::quiz::QuizStep;
use crate::scenario::Begin;
use crate::vault::{Cost, Passphrase, Pin, Secret, Unlock};
use crate::{Moment, lesson::LessonStep};
use minisign::KeyPair;
use saywell_content::Course;
use saywell_content::{Block, Chapter, Line, Side, Span};
use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

/// Who signs, and a phone that believes them.
struct Desk {
    folder: tempfile::TempDir,
    pair: KeyPair,
}

const SECRET: [u8; 32] = [7; 32];

fn now() -> Moment {
    Moment("2026-11-23T20:00:00+01:00".parse().unwrap())
}

fn tomorrow() -> Moment {
    Moment("2026-11-24T20:00:00+01:00".parse().unwrap())
}

fn key_of(pair: &KeyPair) -> Key {
    Key::read(&format!("untrusted comment: the desk\n{}\n", pair.pk.to_base64())).unwrap()
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), pair: KeyPair::generate_unencrypted_keypair().unwrap() }
    }

    fn open(&self, course: Course) -> Engine {
        crate::vault::opened(self.folder.path(), course).trusting(vec![key_of(&self.pair)])
    }

    /// The phone, with the first edition built in.
    fn phone(&self) -> Engine {
        self.open(edition(1))
    }

    fn sign(&self, course: &Course) -> Vec<u8> {
        saywell_author::sign(&saywell_author::pack(std::slice::from_ref(course)).unwrap(), &self.pair.sk).unwrap()
    }

    fn install(&self, course: &Course) -> Result<PackRow> {
        let packs = self.phone().install_pack(&mut self.sign(course).as_slice())?;
        Ok(packs.into_iter().find(|row| row.id == course.edition.id).unwrap())
    }

    /// The files beside the vault.
    fn files(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        files.filter(|path| path.to_str().unwrap().contains(".added-")).collect()
    }
}

/// An edition of a part of the real course.
fn edition(version: u32) -> Course {
    let mut course = crate::course().unwrap();
    course.chapters.truncate(1);
    course.chapters[0].units.truncate(4);
    course.quizzes.truncate(1);
    course.scenarios.truncate(1);
    course.edition.version = version;
    course
}

/// The same with another title for its first unit, and without its second one.
fn second() -> Course {
    let mut course = edition(2);
    let units = &mut course.chapters[0].units;
    units[0].title = "Another title".into();
    units[0].home_title = None;
    units.remove(1);
    course
}

/// Another organisation's course.
fn beside(version: u32) -> Course {
    let whole = edition(version);
    let mut unit = whole.chapters[0].units[0].clone();
    unit.id = "lesson/kingfisher".into();
    unit.title = "Kingfisher".into();
    unit.home_title = None;
    unit.cards.truncate(1);
    unit.cards[0].id = "lesson/kingfisher/one".into();
    unit.cards[0].kind = saywell_content::CardKind::Read {
        title: "One".into(),
        body: vec![Block::Paragraph(Line::from([Span::Text("By the river.".into())]))],
    };
    let chapter = Chapter { id: "chapter/birds".into(), title: "Birds".into(), home_title: None, units: vec![unit] };
    let mut course = Course { chapters: vec![chapter], ..whole };
    (course.quizzes, course.scenarios, course.relaxations, course.help) = Default::default();
    (course.terms, course.techniques, course.claims, course.sources) = Default::default();
    course.edition.id = "pack/birds".into();
    course
}

fn refused<T: std::fmt::Debug>(answer: Result<T>) -> Refusal {
    match answer {
        Err(Error::PackRefused { why }) => why,
        other => panic!("{other:?}"),
    }
}

fn title(engine: &Engine) -> String {
    engine.course().chapters[0].units[0].outside_title().to_owned()
}

#[test]
fn a_newer_edition_is_shown_from_then_on() {
    let desk = Desk::new();
    let phone = desk.phone();
    let old = title(&phone);
    let mut file = Cursor::new(desk.sign(&second()));
    let preview = phone.preview_pack(&mut file).unwrap();
    assert_eq!(preview.step, PackStep::Newer { than: 1 });
    let gone = edition(1).chapters[0].units[1].outside_title().to_owned();
    let wanted = PackChanges { added: vec![], changed: vec!["Another title".into()], gone: vec![gone] };
    assert_eq!(preview.changes, wanted);
    assert_eq!((preview.page.signer.as_str(), preview.page.version), ("the desk", 2));
    assert!(preview.approval.of > 100);
    // Looking changes nothing.
    assert_eq!((title(&phone), desk.files().len(), phone.packs().len()), (old, 0, 0));

    let row = phone.install_pack(&mut desk.sign(&second()).as_slice()).unwrap().remove(0);
    assert_eq!((row.version, row.state, row.page), (2, PackState::Shown, Some(preview.page)));
    assert_eq!(title(&phone), "Another title");
    drop(phone);
    assert_eq!(title(&desk.phone()), "Another title");
    // An app that brings a newer edition itself shows that.
    let newer = desk.open(edition(3));
    assert_ne!(title(&newer), "Another title");
    assert_eq!(newer.packs()[0].state, PackState::Outdated);
}

#[test]
fn what_was_begun_goes_on() {
    let desk = Desk::new();
    let phone = desk.phone();
    let course = phone.course();
    let (unit, quiz, talk) = (&course.chapters[0].units[0], &course.quizzes[0], &course.scenarios[0]);
    phone.open_unit(&unit.id, now()).unwrap();
    let QuizStep::Question(asked) = phone.open_quiz(&quiz.id, "attempt", 3, now()).unwrap() else { panic!() };
    let begin = Begin { id: "run".into(), scenario: talk.id.clone(), side: Side::A, setup: None, gate: None };
    let said = phone.begin_talk(&begin, 5, now()).unwrap();
    let note = course
        .units()
        .flat_map(|unit| &unit.cards)
        .find(|card| matches!(card.kind, saywell_content::CardKind::Reflect { .. }));
    let noted = note.map(|card| phone.write_card_note("note", &card.id, "by the river", now()).unwrap());

    // The question that is asked has gone in the new edition, and the first line has other words.
    let mut next = second();
    next.quizzes[0].items.retain(|item| item.id != asked.item);
    desk.install(&next).unwrap();
    let phone = desk.phone();
    let LessonStep::Card(card) = phone.open_unit(&unit.id, now()).unwrap() else { panic!() };
    assert_eq!(card.card.id, unit.cards[0].id);
    let QuizStep::Question(other) = phone.quiz_step("attempt").unwrap() else { panic!() };
    assert_ne!(other.item, asked.item);
    assert_eq!(phone.talk("run", now()).unwrap().said, said.said);
    assert_eq!(
        noted.map(|note| phone
            .notes(None, 9)
            .unwrap()
            .into_iter()
            .find(|kept| kept.id == note.id)
            .map(|note| note.text)),
        Some(Some("by the river".into()))
    );

    // And back.
    phone.remove_pack("pack/saywell").unwrap();
    let QuizStep::Question(again) = phone.quiz_step("attempt").unwrap() else { panic!() };
    assert_eq!(again.item, asked.item);
}

#[test]
fn an_older_edition_never_comes_back() {
    let desk = Desk::new();
    desk.install(&edition(5)).unwrap();
    assert_eq!(refused(desk.install(&edition(4))), Refusal::Older { newest: 5 });
    assert_eq!(
        refused(desk.phone().preview_pack(&mut Cursor::new(desk.sign(&edition(4))))),
        Refusal::Older { newest: 5 }
    );
    assert_eq!(desk.phone().remove_pack("pack/saywell").unwrap(), []);
    assert_eq!(refused(desk.install(&edition(4))), Refusal::Older { newest: 5 });
    assert!(desk.files().is_empty());
    // The same one may.
    assert_eq!(desk.install(&edition(5)).unwrap().state, PackState::Shown);
    // Nor one that is older than what came with the app.
    let other = Desk::new();
    let phone = other.open(edition(3));
    assert_eq!(refused(phone.install_pack(&mut other.sign(&edition(2)).as_slice())), Refusal::Older { newest: 3 });
}

#[test]
fn the_same_edition_again_changes_nothing() {
    let desk = Desk::new();
    let first = desk.install(&second()).unwrap();
    let files = desk.files();
    // Not even if it is another one that says so.
    assert_eq!(desk.install(&edition(2)).unwrap(), first);
    assert_eq!(desk.files(), files);
    assert_eq!(desk.phone().preview_pack(&mut Cursor::new(desk.sign(&second()))).unwrap().step, PackStep::Same);
    let base = Desk::new();
    assert_eq!(base.phone().preview_pack(&mut Cursor::new(base.sign(&edition(1)))).unwrap().step, PackStep::Same);
    assert_eq!(base.phone().install_pack(&mut base.sign(&edition(1)).as_slice()), Ok(vec![]));
    assert!(base.files().is_empty());
}

#[test]
fn another_course_stands_beside() {
    let desk = Desk::new();
    let preview = desk.phone().preview_pack(&mut Cursor::new(desk.sign(&beside(1)))).unwrap();
    assert_eq!((preview.step, preview.changes.added), (PackStep::Beside, vec!["Kingfisher".to_owned()]));
    desk.install(&beside(1)).unwrap();
    let phone = desk.phone();
    assert_eq!(phone.course().chapters.last().unwrap().id, "chapter/birds");
    phone.open_unit("lesson/kingfisher", now()).unwrap();
    phone.next_card("lesson/kingfisher", "lesson/kingfisher/one", now()).unwrap();
    let done = |phone: &Engine| {
        phone.outline().unwrap().chapters.iter().flat_map(|chapter| &chapter.units).filter(|row| row.done).count()
    };
    assert_eq!(done(&phone), 1);
    // A newer edition of the built-in course leaves it there.
    desk.install(&second()).unwrap();
    let phone = desk.phone();
    assert_eq!((title(&phone).as_str(), phone.course().chapters.len()), ("Another title", 2));
    // A newer edition of its own takes its place.
    let mut newer = beside(2);
    newer.chapters[0].units[0].title = "Heron".into();
    let preview = phone.preview_pack(&mut Cursor::new(desk.sign(&newer))).unwrap();
    assert_eq!((preview.step, preview.changes.changed), (PackStep::Newer { than: 1 }, vec!["Heron".to_owned()]));
    desk.install(&newer).unwrap();
    assert_eq!((desk.files().len(), done(&desk.phone())), (2, 1));
    // It goes, and what was done with it comes back with it.
    desk.phone().remove_pack("pack/birds").unwrap();
    assert_eq!(done(&desk.phone()), 0);
    desk.install(&newer).unwrap();
    assert_eq!(done(&desk.phone()), 1);
}

#[test]
fn an_id_that_another_course_has_is_named() {
    let desk = Desk::new();
    let taken = edition(1).chapters[0].units[0].cards[0].id.clone();
    let mut thief = beside(1);
    thief.chapters[0].units[0].cards[0].id = taken.clone();
    assert_eq!(refused(desk.install(&thief)), Refusal::Taken { id: taken.clone() });
    assert_eq!(refused(desk.phone().preview_pack(&mut Cursor::new(desk.sign(&thief)))), Refusal::Taken { id: taken });
    // Two that stand beside.
    desk.install(&beside(1)).unwrap();
    let mut other = beside(1);
    other.edition.id = "pack/other-birds".into();
    assert_eq!(refused(desk.install(&other)), Refusal::Taken { id: "chapter/birds".into() });
    assert_eq!(desk.files().len(), 1);
    // What is newly known about health comes first.
    let mut next = edition(2);
    next.chapters[0].id = "chapter/birds".into();
    desk.install(&next).unwrap();
    let states: Vec<PackState> = desk.phone().packs().into_iter().map(|row| row.state).collect();
    assert_eq!(states, [PackState::Clashes { id: "chapter/birds".into() }, PackState::Shown]);
}

#[test]
fn only_whom_the_app_believes_is_believed() {
    let desk = Desk::new();
    let stranger = Desk::new();
    let refusal = |bytes: &[u8]| refused(desk.phone().install_pack(&mut &*bytes));
    assert_eq!(refusal(&stranger.sign(&second())), Refusal::UnknownSigner);
    let mut bytes = desk.sign(&second());
    assert_eq!(refusal(&bytes[..bytes.len() - 1]), Refusal::CutOff);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    assert_eq!(refusal(&bytes), Refusal::Changed);
    assert_eq!(refusal(b"<html>"), Refusal::NotAPack);
    assert!(desk.files().is_empty() && desk.phone().packs().is_empty());

    // The next key counts as much; and what a key has signed that is believed no more is not shown any more.
    let both = || desk.phone().trusting(vec![key_of(&stranger.pair), key_of(&desk.pair)]);
    both().install_pack(&mut stranger.sign(&second()).as_slice()).unwrap();
    assert_eq!(title(&both()), "Another title");
    let phone = desk.phone();
    assert_eq!(phone.packs()[0].state, PackState::Untrusted);
    assert_ne!(title(&phone), "Another title");
}

/// After a key was lost, the editors sign the same edition with another one; and no number that the thief wrote stands in the way.
#[test]
fn what_a_lost_key_has_signed_stands_in_the_way_of_nothing() {
    let (desk, thief) = (Desk::new(), Desk::new());
    let before = || desk.phone().trusting(vec![key_of(&thief.pair)]);
    for edition in
        [second(), Course { edition: saywell_content::Edition { version: u32::MAX, ..second().edition }, ..second() }]
    {
        before().install_pack(&mut thief.sign(&edition).as_slice()).unwrap();
    }
    assert_eq!(desk.phone().packs()[0].state, PackState::Untrusted);
    let row = desk.install(&second()).unwrap();
    assert_eq!((row.version, row.state), (2, PackState::Shown));
    assert_eq!(desk.files().len(), 1);
    assert_eq!(title(&desk.phone()), "Another title");
}

#[test]
fn without_a_vault_nothing_is_taken() {
    let desk = Desk::new();
    let phone = Engine::without_vault(edition(1)).unwrap().trusting(vec![key_of(&desk.pair)]);
    assert_eq!(phone.preview_pack(&mut Cursor::new(desk.sign(&second()))).unwrap().step, PackStep::Newer { than: 1 });
    let answer = phone.install_pack(&mut desk.sign(&second()).as_slice());
    assert_eq!(answer, Err(Error::NotFound { kind: "vault" }));
}

#[test]
fn damage_stops_nobody_and_is_mended_by_the_same_pack() {
    let desk = Desk::new();
    for (damage, state) in
        [(0, PackState::Missing), (1, PackState::Unreadable), (2, PackState::Unreadable), (3, PackState::Unreadable)]
    {
        desk.install(&second()).unwrap();
        let file = desk.files().remove(0);
        let mut bytes = fs::read(&file).unwrap();
        match damage {
            0 => fs::remove_file(&file).unwrap(),
            1 => fs::write(&file, b"").unwrap(),
            2 => fs::write(&file, &bytes[..bytes.len() / 2]).unwrap(),
            _ => {
                bytes[200] ^= 4;
                fs::write(&file, bytes).unwrap();
            }
        }
        let phone = desk.phone();
        assert_ne!(title(&phone), "Another title");
        assert_eq!(phone.packs()[0].state, state);
        assert!(phone.hand_on_pack("pack/saywell", &mut Vec::new()).is_err());
        // An older one is refused as ever.
        assert_eq!(
            refused(desk.open(edition(1)).install_pack(&mut desk.sign(&edition(1)).as_slice())),
            Refusal::Older { newest: 2 }
        );
        assert_eq!(desk.install(&second()).unwrap().state, PackState::Shown);
        assert_eq!(desk.files().len(), 1);
    }
}

#[test]
fn a_pack_is_handed_on_as_it_came() {
    let desk = Desk::new();
    let bytes = desk.sign(&second());
    desk.phone().install_pack(&mut bytes.as_slice()).unwrap();
    let file = desk.folder.path().join("river.calm");
    desk.phone().hand_on_pack_to("pack/saywell", &file).unwrap();
    assert_eq!(fs::read(file).unwrap(), bytes);
    assert_eq!(desk.phone().hand_on_pack("pack/none", &mut Vec::new()), Err(Error::NotFound { kind: "pack" }));
}

#[test]
fn nothing_of_it_lies_in_the_clear() {
    let desk = Desk::new();
    desk.install(&beside(1)).unwrap();
    for file in fs::read_dir(desk.folder.path()).unwrap() {
        let file = file.unwrap().path();
        assert!(!file.to_str().unwrap().contains("birds"));
        let bytes = fs::read(&file).unwrap();
        for clear in ["kingfisher", "Kingfisher", "pack/birds", "SAYWPACK", "river"] {
            assert!(
                !bytes.windows(clear.len()).any(|window| window == clear.as_bytes()),
                "{clear} in {}",
                file.display()
            );
        }
    }
}

#[test]
fn a_backup_brings_no_pack_and_says_so() {
    let desk = Desk::new();
    let passphrase = Passphrase::new(b"a heron by the river".to_vec()).unwrap();
    desk.install(&second()).unwrap();
    let mut backup = Vec::new();
    desk.phone().back_up(&mut backup, &passphrase, Cost::new(8, 1).unwrap(), now()).unwrap();

    let other = Desk { folder: tempfile::tempdir().unwrap(), pair: desk.pair };
    other.install(&beside(1)).unwrap();
    let phone = other.phone();
    phone.restore(&mut backup.as_slice(), &passphrase, now()).unwrap();
    assert_eq!(phone.packs().iter().map(|row| &row.state).collect::<Vec<_>>(), [&PackState::Missing]);
    assert_eq!(phone.course().chapters.len(), 1);
    phone.undo_restore().unwrap();
    assert_eq!((phone.packs()[0].state.clone(), phone.course().chapters.len()), (PackState::Shown, 2));

    // The next day it cannot be undone, and what nobody needs goes.
    phone.restore(&mut backup.as_slice(), &passphrase, now()).unwrap();
    assert_eq!(other.files().len(), 1);
    phone.daily_check(tomorrow()).unwrap();
    assert_eq!(other.files().len(), 0);
    assert_eq!(other.install(&second()).unwrap().state, PackState::Shown);
}

#[test]
fn packs_go_with_their_space() {
    let desk = Desk::new();
    desk.install(&beside(1)).unwrap();
    let pin = |digits: &[u8]| Pin::new(digits).unwrap();
    let secret = Secret::new(&SECRET);
    let phone = desk.phone();
    let open = Unlock { secret: &secret, pin: None, uptime_ms: 0 };
    phone.set_pin(&open, &pin(b"2580"), Cost::new(8, 1).unwrap()).unwrap();
    let own = pin(b"2580");
    let other = [b"1470", b"3690", b"1590"]
        .into_iter()
        .map(|digits| pin(digits))
        .find(|other| phone.add_space(&Unlock { secret: &secret, pin: Some(&own), uptime_ms: 0 }, other).is_ok());
    let other = other.unwrap();
    drop(phone);
    let enter = |pin: &Pin| {
        let unlock = Unlock { secret: &secret, pin: Some(pin), uptime_ms: 0 };
        Engine::open(desk.folder.path(), &unlock, edition(1)).unwrap().trusting(vec![key_of(&desk.pair)])
    };
    let guest = enter(&other);
    assert!(guest.packs().is_empty());
    guest.install_pack(&mut desk.sign(&second()).as_slice()).unwrap();
    assert_eq!(desk.files().len(), 2);
    // The daily check of one leaves the files of the other alone.
    guest.daily_check(now()).unwrap();
    assert_eq!(desk.files().len(), 2);
    guest.wipe(&[]).unwrap();
    assert_ne!(title(&guest), "Another title");
    assert!(guest.packs().is_empty());
    assert_eq!(desk.files().len(), 1);
    let owner = enter(&own);
    assert_eq!(owner.packs()[0].state, PackState::Shown);
    owner.wipe(&[]).unwrap();
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 0);
}

#[test]
fn an_edition_in_another_language_rests() {
    let desk = Desk::new();
    let mut spanish = second();
    spanish.language = "es".into();
    desk.install(&spanish).unwrap();
    assert_eq!(desk.phone().packs()[0].state, PackState::OtherLanguage);
    let mut birds = beside(1);
    birds.language = "es".into();
    assert_eq!(desk.install(&birds).unwrap().state, PackState::Shown);
    // Both languages in one pack.
    let mut english = edition(3);
    english.chapters[0].units[0].title = "In English".into();
    english.chapters[0].units[0].home_title = None;
    let spanish = Course { language: "es".into(), ..edition(3) };
    let content = saywell_author::pack(&[spanish, english]).unwrap();
    let bytes = saywell_author::sign(&content, &desk.pair.sk).unwrap();
    let row = desk.phone().install_pack(&mut bytes.as_slice()).unwrap().remove(0);
    assert_eq!(row.page.unwrap().languages, ["es", "en"]);
    assert_eq!(title(&desk.phone()), "In English");
}

/// The second edition, in Spanish.
fn second_in_spanish() -> Course {
    let mut course = second();
    course.language = "es".into();
    course.chapters[0].units[0].title = "Otro título".into();
    course
}

#[test]
fn the_language_goes_through_to_the_pack() {
    let desk = Desk::new();
    let phone = desk.phone();
    let both = saywell_author::pack(&[second(), second_in_spanish()]).unwrap();
    phone.install_pack(&mut saywell_author::sign(&both, &desk.pair.sk).unwrap().as_slice()).unwrap();
    phone.install_pack(&mut desk.sign(&beside(1)).as_slice()).unwrap();
    let states = |phone: &Engine| phone.packs().into_iter().map(|row| row.state).collect::<Vec<_>>();
    assert_eq!(title(&phone), "Another title");
    for (language, wanted) in [("es", "Otro título"), ("en", "Another title")] {
        phone.speak(&[language]).unwrap();
        assert_eq!((title(&phone).as_str(), phone.course().language.as_str()), (wanted, language));
        assert_eq!(states(&phone), [PackState::Shown, PackState::Shown]);
        assert!(phone.course().unit("lesson/kingfisher").is_some());
    }
}

#[test]
fn a_pack_without_the_language_gives_way_to_it() {
    let desk = Desk::new();
    desk.install(&second()).unwrap();
    let phone = desk.phone();
    assert_eq!(title(&phone), "Another title");
    phone.speak(&["es"]).unwrap();
    assert_eq!(phone.packs()[0].state, PackState::OtherLanguage);
    assert_eq!((phone.course().language.as_str(), phone.course().edition.version), ("es", 1));
    phone.speak(&["en"]).unwrap();
    assert_eq!((title(&phone).as_str(), phone.packs()[0].state.clone()), ("Another title", PackState::Shown));
}
