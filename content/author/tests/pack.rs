//! `course pack`: from a course to a signed file that a phone takes.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod home;

use assert_cmd::Command;
use home::Home;
use minisign::KeyPair;
use saywell_content::pack::{COMMENT, Key, Refusal, Unread, open, verify};
use std::fs;
use std::path::{Path, PathBuf};

/// A key pair of minisign, in a folder of its own.
struct Signer {
    folder: tempfile::TempDir,
}

impl Signer {
    fn new() -> Self {
        let signer = Self { folder: tempfile::tempdir().unwrap() };
        let KeyPair { pk, sk } = KeyPair::generate_unencrypted_keypair().unwrap();
        fs::write(signer.path("secret"), sk.to_box(None).unwrap().into_string()).unwrap();
        fs::write(signer.path("public"), format!("untrusted comment: the walkers\n{}\n", pk.to_base64())).unwrap();
        signer
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn key(&self) -> Key {
        Key::read(&fs::read_to_string(self.path("public")).unwrap()).unwrap()
    }
}

/// Runs `course pack`, and gives what it said and whether it went well.
fn course(home: &Home, arguments: &[&str]) -> (bool, String, String) {
    let mut command = Command::cargo_bin("course").unwrap();
    let output = command.arg("pack").args(arguments).arg("--home").arg(&home.path).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

fn at(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The signed pack of the small course.
fn packed(home: &Home, signer: &Signer) -> Vec<u8> {
    let (content, file) = (signer.path("content"), signer.path("a.calm"));
    assert_eq!(course(home, &["build", at(&content)]), (true, String::new(), String::new()));
    let done = course(home, &["sign", at(&content), at(&file), "--key", at(&signer.path("secret"))]);
    assert_eq!(done, (true, String::new(), String::new()));
    fs::read(file).unwrap()
}

#[test]
fn a_course_becomes_a_pack_that_is_taken() {
    let (home, signer) = (Home::good(), Signer::new());
    let bytes = packed(&home, &signer);
    let mut seen = Vec::new();
    let pack = verify(&mut bytes.as_slice(), &[signer.key()], |part| {
        seen.extend_from_slice(part);
        Ok(())
    });
    let pack = pack.unwrap();
    assert_eq!(seen, bytes);
    let mut from = bytes.as_slice();
    assert_eq!(open(&mut from).unwrap(), pack);
    assert_eq!(pack.course(&mut from, "en").unwrap(), home.compile().unwrap());

    let (_, said, _) = course(&home, &["verify", at(&signer.path("a.calm")), "--key", at(&signer.path("public"))]);
    let whole = [
        "pack/good 3\n",
        "reviewed: 2026-11-20, by Dr. Sam Field, physician: All of it\n",
        "signed with: the walkers\nok\n",
    ];
    assert!(whole.iter().all(|line| said.contains(line)), "{said}");
    let (good, said, _) = course(&home, &["show", at(&signer.path("a.calm"))]);
    assert!(good && said.contains("part: en ") && !said.contains("signed"), "{said}");
}

#[test]
fn the_same_course_gives_the_same_bytes() {
    let (home, signer) = (Home::good(), Signer::new());
    let (one, other) = (signer.path("one"), signer.path("other"));
    assert!(course(&home, &["build", at(&one)]).0 && course(&home, &["build", at(&other)]).0);
    assert_eq!(fs::read(one).unwrap(), fs::read(other).unwrap());
}

#[test]
fn a_signature_that_was_made_elsewhere_is_attached() {
    let (home, signer) = (Home::good(), Signer::new());
    let content = signer.path("content");
    assert!(course(&home, &["build", at(&content)]).0);
    let secret = minisign::SecretKeyBox::from_string(&fs::read_to_string(signer.path("secret")).unwrap()).unwrap();
    let secret = secret.into_unencrypted_secret_key().unwrap();
    for (comment, fits) in [(COMMENT, true), ("timestamp:1", false)] {
        let signature = minisign::sign(None, &secret, fs::File::open(&content).unwrap(), Some(comment), None).unwrap();
        fs::write(signer.path("signature"), signature.into_string()).unwrap();
        let file = signer.path("b.calm");
        let done = course(&home, &["sign", at(&content), at(&file), "--signature", at(&signer.path("signature"))]);
        assert_eq!(done.0, fits, "{comment}: {}", done.2);
        assert!(!fits || verify(&mut fs::read(file).unwrap().as_slice(), &[signer.key()], |_| Ok(())).is_ok());
    }
}

#[test]
fn only_those_who_may_sign_are_believed() {
    let (home, signer) = (Home::good(), Signer::new());
    let bytes = packed(&home, &signer);
    let refusal = |bytes: &[u8], keys: &[Key]| match verify(&mut &*bytes, keys, |_| Ok(())) {
        Err(Unread::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refusal(&bytes, &[Signer::new().key()]), Refusal::UnknownSigner);
    assert_eq!(refusal(&bytes, &[]), Refusal::UnknownSigner);
    // The key after the current one counts as much.
    assert!(verify(&mut bytes.as_slice(), &[Signer::new().key(), signer.key()], |_| Ok(())).is_ok());
    assert_eq!(refusal(&[bytes.as_slice(), b" "].concat(), &[signer.key()]), Refusal::Changed);
    assert_eq!(refusal(b"", &[signer.key()]), Refusal::NotAPack);
    assert_eq!(refusal(b"%PDF-1.7", &[signer.key()]), Refusal::NotAPack);
    let (good, _, why) = course(&home, &["verify", at(&signer.path("a.calm"))]);
    assert!(!good && why.contains("it was signed with another key"), "{why}");
}

/// A pack of this content, signed.
fn forged(signer: &Signer, manifest: &str, parts: &[u8]) -> Vec<u8> {
    let secret = minisign::SecretKeyBox::from_string(&fs::read_to_string(signer.path("secret")).unwrap()).unwrap();
    let length = |bytes: usize| u32::try_from(bytes).unwrap().to_le_bytes();
    let lengths = [length(8 + manifest.len() + parts.len()), length(manifest.len())].concat();
    let content = [&lengths, manifest.as_bytes(), parts].concat();
    let secret = secret.into_unencrypted_secret_key().unwrap();
    saywell_author::sign(&content, &secret).unwrap()
}

const MANIFEST: &str = r#"{"min_app_schema":1,"course_format":1,"edition":{"id":"pack/a","version":1,"title":"A","publisher":"B","licence":"C","reviews":[],"news":[]},"parts":[{"language":"en","bytes":2,"sha256":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}]}"#;

#[test]
fn what_is_signed_may_still_be_wrong() {
    let signer = Signer::new();
    let answer = |manifest: &str, parts: &[u8]| {
        let pack = verify(&mut forged(&signer, manifest, parts).as_slice(), &[signer.key()], |_| Ok(()));
        pack.map(|_| ()).map_err(|unread| match unread {
            Unread::Refused(refusal) => refusal,
            Unread::Failed(fault) => panic!("{fault}"),
        })
    };
    assert_eq!(answer(MANIFEST, b"{}"), Ok(()));
    let mut from = &forged(&signer, MANIFEST, b"{}")[..];
    let pack = open(&mut from).unwrap();
    assert!(matches!(pack.course(&mut from, "en"), Err(Unread::Refused(Refusal::Malformed { .. }))));

    let newer = MANIFEST.replace("\"min_app_schema\":1", "\"min_app_schema\":2,\"colour\":1");
    assert_eq!(answer(&newer, b"{}"), Err(Refusal::NewerApp));
    for (from, to) in [
        ("\"min", "\"colour\":1,\"min"),
        ("pack/a", "pack/A"),
        ("pack/a", "lesson/a"),
        ("\"version\":1", "\"version\":0"),
        ("\"title\":\"A\"", "\"title\":\" \""),
        ("\"course_format\":1", "\"course_format\":9"),
        ("\"bytes\":2", "\"bytes\":3"),
        ("\"bytes\":2", "\"bytes\":4194305"),
        ("\"en\"", "\"../en\""),
    ] {
        let refused = answer(&MANIFEST.replacen(from, to, 1), b"{}");
        assert!(matches!(refused, Err(Refusal::Malformed { .. })), "{from} -> {to}: {refused:?}");
    }
    assert!(matches!(answer(MANIFEST, b"{} "), Err(Refusal::Malformed { .. })));
    let large = format!("{MANIFEST}{}", " ".repeat(256 * 1024));
    assert_eq!(answer(&large, b"{}"), Err(Refusal::TooLarge));
}

#[test]
fn a_pack_that_says_it_is_larger_than_it_may_be_is_not_read() {
    let signer = Signer::new();
    let mut bytes = forged(&signer, MANIFEST, b"{}");
    bytes[144..148].copy_from_slice(&(20 * 1024 * 1024 + 1_u32).to_le_bytes());
    let mut from = bytes.as_slice();
    assert!(matches!(verify(&mut from, &[signer.key()], |_| Ok(())), Err(Unread::Refused(Refusal::TooLarge))));
    assert_eq!(from.len(), bytes.len() - 152);
}

#[test]
fn a_course_beside_this_repository_s_may_lead_there_and_takes_none_of_its_ids() {
    let home = Home::empty();
    let page = "id = \"pack/beside\"\nversion = 1\ntitle = \"More walks\"\npublisher = \"The walkers\"\nlicence = \"CC0-1.0\"\n";
    home.write("pack.toml", format!("{page}beside = \"pack/saywell\"\n"))
        .write("lesson/1-more/chapter.toml", "id = \"chapter/more-walks\"\ntitle = \"More walks\"\n")
        .write(
            "lesson/1-more/1.toml",
            "id = \"lesson/a-walk\"\ntitle = \"A walk\"\nminutes = 3\ngoal = \"After this you can walk.\"\nteaches = \
             [\"talk-early\"]\n\n[[card]]\nid = \"one\"\nread = \"One\"\ntext = \"Go for a [talk](lesson/talk-early).\"\n",
        );
    assert_eq!(home.faults(), Vec::<String>::new());
    let course = home.compile().unwrap();
    assert_eq!((course.chapters.len(), course.techniques.len(), course.reminders.len()), (1, 0, 0));

    home.write(
        "help/1.toml",
        "id = \"help/low-mood\"\ntitle = \"More\"\nlead = \"Go on.\"\nparts = [{ title = \"Now\", text = \"Go.\" }]\n",
    );
    let faults = home.faults();
    assert!(
        matches!(faults.as_slice(), [fault] if fault.contains("the id `help/low-mood` was already used in")),
        "{faults:?}"
    );
    home.remove("help/1.toml").write("pack.toml", format!("{page}beside = \"pack/other\"\n"));
    let faults = home.faults();
    assert!(faults.iter().any(|fault| fault.contains("`beside` is the course of this repository")), "{faults:?}");
}
