//! A disk that power can be cut from: what was synced is there; of the rest there is nothing, a beginning, any part, or
//! any sectors of any part. Names come and go in their order, as far as a folder was synced, or farther.

use crate::dice::Dice;
use std::collections::{BTreeMap, HashMap};

/// What a disk writes whole.
const SECTOR: usize = 512;

/// One entry of a record; `record.c` says how it is written.
pub enum Entry {
    Open {
        fd: u16,
        name: String,
        created: bool,
        emptied: bool,
    },
    Write {
        fd: u16,
        write: Change,
    },
    Sync {
        fd: u16,
    },
    Name(Named),
    /// An acknowledgement.
    Said(Vec<u8>),
}

#[derive(Clone)]
pub enum Change {
    Bytes { place: usize, bytes: Vec<u8> },
    Length(usize),
}

#[derive(Clone)]
pub enum Named {
    Gone(String),
    Moved { from: String, to: String },
    Made { name: String, file: usize },
}

/// The entries of a record.
pub fn entries(mut record: &[u8]) -> Vec<Entry> {
    let mut entries = Vec::new();
    while !record.is_empty() {
        let (head, rest) = record.split_at(15);
        let fd = u16::from_ne_bytes(head[1..3].try_into().unwrap());
        let place = usize::try_from(u64::from_ne_bytes(head[3..11].try_into().unwrap())).unwrap();
        let length = u32::from_ne_bytes(head[11..15].try_into().unwrap());
        let (bytes, rest) = rest.split_at(usize::try_from(length).unwrap());
        record = rest;
        let text = || String::from_utf8(bytes.to_vec()).unwrap();
        entries.push(match head[0] {
            b'o' => Entry::Open { fd, name: text(), created: place & 1 != 0, emptied: place & 2 != 0 },
            b'w' => Entry::Write { fd, write: Change::Bytes { place, bytes: bytes.to_vec() } },
            b't' => Entry::Write { fd, write: Change::Length(place) },
            b's' => Entry::Sync { fd },
            b'u' => Entry::Name(Named::Gone(text())),
            b'r' => {
                let both = text();
                let (from, to) = both.trim_end_matches('\0').split_once('\0').unwrap();
                Entry::Name(Named::Moved { from: from.into(), to: to.into() })
            }
            b'a' => Entry::Said(bytes.to_vec()),
            other => panic!("no entry begins with {other}"),
        });
    }
    entries
}

#[derive(Default)]
struct Stored {
    synced: Vec<u8>,
    not_synced: Vec<Change>,
}

#[derive(Default)]
pub struct Disk {
    files: Vec<Stored>,
    /// What a program sees.
    names: BTreeMap<String, usize>,
    synced_names: BTreeMap<String, usize>,
    not_synced_names: Vec<Named>,
    /// The file, or none for the folder itself.
    open: HashMap<u16, Option<usize>>,
}

impl Disk {
    pub fn take(&mut self, entry: &Entry) {
        match entry {
            Entry::Open { fd, name, .. } if name.is_empty() => drop(self.open.insert(*fd, None)),
            Entry::Open { fd, name, created, emptied } => {
                if *created {
                    self.files.push(Stored::default());
                    let file = self.files.len() - 1;
                    self.rename(Named::Made { name: name.clone(), file });
                }
                let file = self.names[name];
                if *emptied && !created {
                    self.files[file].not_synced.push(Change::Length(0));
                }
                self.open.insert(*fd, Some(file));
            }
            Entry::Write { fd, write } => {
                let file = self.open[fd].unwrap();
                self.files[file].not_synced.push(write.clone());
            }
            Entry::Sync { fd } => self.sync(*fd),
            Entry::Name(named) => self.rename(named.clone()),
            Entry::Said(_) => {}
        }
    }

    fn rename(&mut self, named: Named) {
        apply_name(&mut self.names, &named);
        self.not_synced_names.push(named);
    }

    fn sync(&mut self, fd: u16) {
        if let Some(file) = self.open[&fd] {
            let Stored { synced, not_synced } = &mut self.files[file];
            not_synced.drain(..).for_each(|change| apply(synced, &change, |_| true));
            return;
        }
        for named in self.not_synced_names.drain(..) {
            apply_name(&mut self.synced_names, &named);
        }
    }

    /// The files as they may be found when power goes now.
    pub fn cut(&self, dice: &mut Dice) -> Vec<(String, Vec<u8>)> {
        let mut names = self.synced_names.clone();
        let lasting = dice.below(self.not_synced_names.len() + 1);
        self.not_synced_names.iter().take(lasting).for_each(|named| apply_name(&mut names, named));
        let way = dice.below(4);
        // What processes share about a log is in memory.
        let files = names.into_iter().filter(|(name, _)| !name.ends_with("-shm"));
        files.map(|(name, file)| (name, self.files[file].cut(way, dice))).collect()
    }
}

impl Stored {
    fn cut(&self, way: usize, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        let first = dice.below(self.not_synced.len() + 1);
        for (at, change) in self.not_synced.iter().enumerate() {
            match way {
                1 if at < first => apply(&mut bytes, change, |_| true),
                2 if dice.heads() => apply(&mut bytes, change, |_| true),
                3 => apply(&mut bytes, change, |_| dice.heads()),
                _ => {}
            }
        }
        bytes
    }
}

/// Does a change to those sectors that `lasts` says yes to.
fn apply(to: &mut Vec<u8>, change: &Change, mut lasts: impl FnMut(usize) -> bool) {
    match change {
        Change::Length(length) => {
            if lasts(0) {
                to.resize(*length, 0);
            }
        }
        Change::Bytes { place, bytes } => {
            let mut from = 0;
            while from < bytes.len() {
                let at = place + from;
                let part = (SECTOR - at % SECTOR).min(bytes.len() - from);
                if lasts(at / SECTOR) {
                    to.resize(to.len().max(at + part), 0);
                    to[at..at + part].copy_from_slice(&bytes[from..from + part]);
                }
                from += part;
            }
        }
    }
}

fn apply_name(names: &mut BTreeMap<String, usize>, change: &Named) {
    match change {
        Named::Made { name, file } => drop(names.insert(name.clone(), *file)),
        Named::Gone(name) => drop(names.remove(name)),
        Named::Moved { from, to } => {
            if let Some(file) = names.remove(from) {
                names.insert(to.clone(), file);
            }
        }
    }
}
