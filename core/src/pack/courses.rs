//! The courses that are here: the one that came with the app, and those of the packs, as far as they can be opened.

use super::shown::{Opened, Shown, show};
use super::{Key, PackPage, PackRow, PackState, PackStep, Refusal, rows};
use crate::error::OrNotFound;
use crate::vault::{Attached, Vault};
use crate::{Engine, Error, Result};
use rows::Kept;
use rusqlite::Connection;
use saywell_content::pack::{self, Pack};
use saywell_content::{Course, Edition};
use std::sync::{Arc, PoisonError};

/// The courses that are here.
#[derive(Clone)]
pub(crate) struct Courses {
    /// The one that came with the app.
    pub(super) base: Arc<Course>,
    /// Its newest edition, alone.
    main: Arc<Course>,
    /// Who may sign others.
    pub(super) keys: Vec<Key>,
    pub(super) packs: Vec<PackRow>,
}

/// A pack that is here, its title page, and its course.
type Looked = (Kept, (Option<PackPage>, Opened));

impl Courses {
    pub fn new(base: Arc<Course>) -> Self {
        // A test says that they can be read. Without keys no pack is taken.
        let keys = pack::trusted().unwrap_or_default();
        Self { main: Arc::clone(&base), base, keys, packs: Vec::new() }
    }

    /// What this edition is to what is here. What a key has signed that is trusted no more counts for nothing.
    pub(super) fn step(&self, connection: &Connection, edition: &Edition) -> Result<PackStep> {
        let kept = rows::by_id(connection, &edition.id)?.filter(|kept| self.trusts(kept));
        let is_whole = |row: &PackRow| !matches!(row.state, PackState::Missing | PackState::Unreadable);
        let here = kept
            .as_ref()
            .filter(|kept| kept.file.is_some() && self.packs.iter().any(|row| row.id == kept.id && is_whole(row)));
        let of_base = (edition.id == self.base.edition.id).then_some(self.base.edition.version);
        let here = here.map(|kept| kept.version).max(of_base);
        let newest = kept.map(|kept| kept.version).max(of_base).unwrap_or_default();
        match here {
            _ if edition.version < newest => Err(Refusal::Older { newest }.into()),
            Some(here) if here == edition.version => Ok(PackStep::Same),
            Some(than) => Ok(PackStep::Newer { than }),
            None => Ok(PackStep::Beside),
        }
    }

    /// A pack that is here, as far as it can be opened.
    fn open(&self, vault: &Vault, kept: &Kept) -> (Option<PackPage>, Opened) {
        if !self.trusts(kept) {
            return (None, Opened::None(PackState::Untrusted));
        }
        let file = kept.file.as_ref().or_not_found("file");
        let read = file.and_then(|file| {
            vault.attached(file, |from| {
                let pack = pack::open(from)?;
                let course = pack.course(from, spoken(&pack, &self.base))?;
                Ok((self.page(&pack, &course.edition), course))
            })
        });
        match read {
            Ok((page, course)) => (Some(page), Opened::Course(Arc::new(course))),
            Err(Error::NotFound { .. }) => (None, Opened::None(PackState::Missing)),
            Err(_) => (None, Opened::None(PackState::Unreadable)),
        }
    }

    fn trusts(&self, kept: &Kept) -> bool {
        self.keys.iter().any(|key| key.id() == kept.signer)
    }

    pub(super) fn page(&self, pack: &Pack, edition: &Edition) -> PackPage {
        let signer = self.keys.iter().find(|key| key.id() == pack.signer).map_or("", Key::name);
        let Edition { id, version, title, publisher, licence, reviews, news } = edition.clone();
        let languages = pack.manifest.languages().map(ToOwned::to_owned).collect();
        PackPage { id, version, title, publisher, licence, signer: signer.into(), languages, reviews, news }
    }
}

impl Engine {
    /// What is here now.
    pub(super) fn courses(&self) -> Courses {
        self.courses.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The language in which the course that came with the app is taught.
    pub(crate) fn language(&self) -> String {
        self.courses().base.language.clone()
    }

    /// Puts another course in the place of the one that came with the app: the same one, in another language.
    pub(crate) fn teach(&self, base: Course) {
        self.courses.lock().unwrap_or_else(PoisonError::into_inner).base = Arc::new(base);
        self.show_courses();
    }

    /// Looks again which courses are shown.
    pub(crate) fn show_courses(&self) {
        let mut courses = self.courses.lock().unwrap_or_else(PoisonError::into_inner);
        // Where not even the rows can be read, the verb that needs them says so.
        let looked = self.look_at_all(&courses).unwrap_or_default();
        let (mut rows, mut opened) = (Vec::new(), Vec::new());
        for (Kept { id, version, .. }, (page, course)) in looked {
            // What becomes of it is known in a moment.
            rows.push(PackRow { id, version, state: PackState::Shown, page });
            opened.push(course);
        }
        let Shown { main, all, states } = show(&courses.base, opened);
        rows.iter_mut().zip(states).for_each(|(row, state)| row.state = state);
        courses.packs = rows;
        courses.main = main;
        *self.course.write().unwrap_or_else(PoisonError::into_inner) = all;
    }

    /// Every pack that is here, opened as far as that goes.
    fn look_at_all(&self, courses: &Courses) -> Result<Vec<Looked>> {
        let mut kept = self.vault.read(rows::all)?;
        kept.retain(|kept| kept.file.is_some());
        let look = |kept| {
            let opened = courses.open(&self.vault, &kept);
            (kept, opened)
        };
        Ok(kept.into_iter().map(look).collect())
    }

    /// Whether this course may stand where it would. The edition that it replaces, where one is here.
    pub(super) fn check_beside(&self, courses: &Courses, course: &Arc<Course>) -> Result<Option<Arc<Course>>> {
        if course.edition.id == courses.base.edition.id {
            // A course that stands beside it gives way: what is newly known about health comes first.
            return Ok(Some(Arc::clone(&courses.main)));
        }
        let (mut opened, mut place, mut old) = (Vec::new(), None, None);
        for (kept, (_, other)) in self.look_at_all(courses)? {
            if kept.id == course.edition.id {
                place = Some(opened.len());
                old = other.into_course();
                opened.push(Opened::Course(Arc::clone(course)));
            } else {
                opened.push(other);
            }
        }
        if place.is_none() {
            opened.push(Opened::Course(Arc::clone(course)));
        }
        for (at, state) in show(&courses.base, opened).states.into_iter().enumerate() {
            // What clashed before is none of its business.
            let clashed = courses.packs.get(at).is_some_and(|row| matches!(row.state, PackState::Clashes { .. }));
            match state {
                PackState::Clashes { id } if !clashed || place == Some(at) => return Err(Refusal::Taken { id }.into()),
                _ => {}
            }
        }
        Ok(old)
    }

    /// Makes a pack that lies beside the vault the one that counts. The name of the file that nobody needs any more, if there
    /// is one: its own if the same edition is here already.
    pub(super) fn take(&self, courses: &Courses, pack: &Pack, file: Attached) -> Result<Option<String>> {
        let edition = &pack.manifest.edition;
        if self.vault.read(|connection| courses.step(connection, edition))? == PackStep::Same {
            return Ok(Some(file.name));
        }
        let spoken = spoken(pack, &courses.base);
        self.vault.attached(&file, |from| {
            let pack = pack::open(from)?;
            pack.each(from, |course| {
                if course.language == spoken {
                    self.check_beside(courses, &Arc::new(course))?;
                }
                Ok::<_, Error>(())
            })
        })?;
        let kept = Kept { id: edition.id.clone(), version: edition.version, signer: pack.signer, file: Some(file) };
        self.vault.write(|tx| {
            // Another one may have come meanwhile.
            courses.step(tx, edition)?;
            rows::take(tx, &kept)
        })
    }
}

/// The language in which this pack is read: the chosen one, or its own.
pub(super) fn spoken<'a>(pack: &'a Pack, base: &'a Course) -> &'a str {
    let mut languages = pack.manifest.languages();
    let own = languages.next().unwrap_or_default();
    if languages.any(|language| language == base.language) { &base.language } else { own }
}
