//! `course pack`: a course as one signed file.

use crate::{complain, print, refuse, write};
use clap::Subcommand;
use minisign::{PublicKey, SecretKey, SecretKeyBox};
use saywell_content::pack::{Key, Manifest, Pack, Refusal, Unread, open, trusted, verify};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufReader, Seek};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum PackTask {
    /// Writes what is to be signed: the course in all its languages; the same course gives the same bytes
    ///
    /// Sign it with `course pack sign`, or with `minisign -S -t 'saywell pack 1' -m FILE`.
    Build {
        /// The file to write
        file: PathBuf,
    },
    /// Writes the signed pack, which a phone takes
    Sign {
        /// What `course pack build` has written
        content: PathBuf,
        /// The pack to write; give it a name that says nothing
        file: PathBuf,
        /// The secret key, in a file of minisign; its password is asked for, if it has one
        #[arg(long, value_name = "FILE", required_unless_present = "signature")]
        key: Option<PathBuf>,
        /// Or the signature that minisign has written
        #[arg(long, value_name = "FILE", conflicts_with = "key")]
        signature: Option<PathBuf>,
    },
    /// Says whether a phone would take a pack: each byte, each part, and who has signed it
    Verify {
        /// A signed pack
        file: PathBuf,
        /// Public keys, in files of minisign [default: those in content/keys]
        #[arg(long, value_name = "FILE")]
        key: Vec<PathBuf>,
    },
    /// Prints what a pack says of itself, whoever has signed it; nothing of it is verified
    Show {
        /// A signed pack
        file: PathBuf,
    },
}

pub fn run(home: &Path, task: &PackTask) -> ExitCode {
    let ended = |done: Result<String, String>| match done {
        Ok(said) => print(&said),
        Err(reason) => complain(&reason),
    };
    match task {
        PackTask::Build { file } => build(home, file),
        PackTask::Sign { content, file, key, signature } => {
            ended(signed(content, key.as_deref(), signature.as_deref()).and_then(|pack| put(file, &pack)))
        }
        PackTask::Verify { file, key } => ended(look(file, key)),
        PackTask::Show { file } => ended(show(file)),
    }
}

fn build(home: &Path, file: &Path) -> ExitCode {
    let languages = match saywell_author::languages(home) {
        Ok(languages) => languages,
        Err(faults) => return refuse(home, &faults),
    };
    let courses: Vec<_> = languages.into_iter().map(|language| language.course).collect();
    match saywell_author::pack(&courses) {
        Ok(content) => write(file, &content),
        Err(reason) => complain(&reason),
    }
}

/// The pack, signed with this key or with a signature that was made elsewhere.
fn signed(content: &Path, key: Option<&Path>, signature: Option<&Path>) -> Result<Vec<u8>, String> {
    match (key, signature) {
        (Some(key), _) => sign(content, key),
        (None, Some(signature)) => attach(content, signature),
        (None, None) => Err("a key or a signature is needed".into()),
    }
}

fn sign(content: &Path, key: &Path) -> Result<Vec<u8>, String> {
    let content = read(content)?;
    let secret = secret(key)?;
    let public = PublicKey::from_secret_key(&secret).map_err(|fault| fault.to_string())?;
    let pack = saywell_author::sign(&content, &secret)?;
    let known = format!("untrusted comment: this key\n{}\n", public.to_base64());
    let known = Key::read(&known).map_err(|_| "the key is no key of minisign")?;
    verify(&mut pack.as_slice(), &[known], |_| Ok(())).map_err(|unread| reason(&unread))?;
    Ok(pack)
}

fn secret(file: &Path) -> Result<SecretKey, String> {
    let text = fs::read_to_string(file).map_err(|fault| format!("{}: {fault}", file.display()))?;
    let boxed = || SecretKeyBox::from_string(&text).map_err(|fault| fault.to_string());
    if let Ok(secret) = boxed()?.into_unencrypted_secret_key() {
        return Ok(secret);
    }
    boxed()?.into_secret_key(None).map_err(|fault| fault.to_string())
}

fn attach(content: &Path, signature: &Path) -> Result<Vec<u8>, String> {
    let text = fs::read_to_string(signature).map_err(|fault| format!("{}: {fault}", signature.display()))?;
    saywell_author::signed(&read(content)?, &text)
}

fn look(file: &Path, keys: &[PathBuf]) -> Result<String, String> {
    let keys = match keys {
        [] => trusted().map_err(|_| "content/keys holds no keys".to_owned())?,
        files => files.iter().map(|file| public(file)).collect::<Result<_, _>>()?,
    };
    let mut from = BufReader::new(File::open(file).map_err(|fault| format!("{}: {fault}", file.display()))?);
    let refused = |unread: Unread| format!("{}: {}", file.display(), reason(&unread));
    let pack = verify(&mut from, &keys, |_| Ok(())).map_err(refused)?;
    from.rewind().map_err(|fault| fault.to_string())?;
    open(&mut from).and_then(|pack| pack.each(&mut from, |_| Ok(()))).map_err(refused)?;
    let signer = keys.iter().find(|key| key.id() == pack.signer).map_or("", Key::name);
    Ok(format!("{}signed with: {signer}\nok\n", said(&pack.manifest)))
}

fn public(file: &Path) -> Result<Key, String> {
    let text = fs::read_to_string(file).map_err(|fault| format!("{}: {fault}", file.display()))?;
    Key::read(&text).map_err(|_| format!("{}: this is no public key of minisign", file.display()))
}

fn show(file: &Path) -> Result<String, String> {
    let from = File::open(file).map_err(|fault| format!("{}: {fault}", file.display()))?;
    let Pack { manifest, .. } =
        open(&mut BufReader::new(from)).map_err(|unread| format!("{}: {}", file.display(), reason(&unread)))?;
    Ok(said(&manifest))
}

fn said(manifest: &Manifest) -> String {
    let Manifest { min_app_schema, course_format, edition, parts } = manifest;
    let mut said = format!(
        "{} {}\ntitle: {}\npublisher: {}\nlicence: {}\nneeds: app schema {min_app_schema}, course format {course_format}\n",
        edition.id, edition.version, edition.title, edition.publisher, edition.licence
    );
    // Writing to a text cannot fail.
    for review in &edition.reviews {
        let _ = writeln!(said, "reviewed: {}, by {}: {}", review.on, review.by, review.what);
    }
    if edition.reviews.is_empty() {
        said.push_str("reviewed: by nobody yet\n");
    }
    for part in parts {
        let _ = writeln!(said, "part: {} {} bytes sha256 {}", part.language, part.bytes, part.sha256);
    }
    said
}

fn reason(unread: &Unread) -> String {
    match unread {
        Unread::Failed(fault) => fault.to_string(),
        Unread::Refused(refusal) => match refusal {
            Refusal::NotAPack => "this is no signed pack".into(),
            Refusal::CutOff => "it ends too early".into(),
            Refusal::Changed => "it is not as it was signed".into(),
            Refusal::TooLarge => "it is too large".into(),
            Refusal::UnknownSigner => "it was signed with another key".into(),
            Refusal::NewerApp => "it is for a newer version of the app".into(),
            Refusal::Malformed { what } => format!("it is not true that {what}"),
            Refusal::Older { newest } => format!("edition {newest} is there already"),
            Refusal::Taken { id } => format!("another course has `{id}`"),
        },
    }
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|fault| format!("{}: {fault}", file.display()))
}

fn put(file: &Path, pack: &[u8]) -> Result<String, String> {
    fs::write(file, pack).map_err(|fault| format!("{}: {fault}", file.display()))?;
    Ok(String::new())
}
