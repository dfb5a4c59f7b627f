//! Which courses are shown, out of the built-in one and those of the packs: the rule.
//!
//! The newest edition of the built-in course is shown, and beside it all others that share no id with what is there, in the
//! order in which they came. Whatever is wrong with a pack, the built-in course is shown.

use saywell_content::Course;
use std::sync::Arc;

/// How a pack that is here comes to be seen, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackState {
    /// It is shown.
    Shown,
    /// The course that came with the app is as new or newer.
    Outdated,
    /// It is an edition of the built-in course, and not in the language that was chosen.
    OtherLanguage,
    /// It was signed with a key that this version of the app takes no more.
    Untrusted,
    /// Its file is gone, as after a restored backup, which carries none: install it again.
    Missing,
    /// Its file is damaged, or this version of the app cannot read it any more: install it or a newer edition again.
    Unreadable,
    /// Another course has this id.
    Clashes {
        /// The first one.
        id: String,
    },
}

/// A pack that was opened, as far as that went.
pub(super) enum Opened {
    /// With its course, in the chosen language or in its own.
    Course(Arc<Course>),
    /// It has none to show.
    None(PackState),
}

impl Opened {
    pub fn into_course(self) -> Option<Arc<Course>> {
        match self {
            Self::Course(course) => Some(course),
            Self::None(_) => None,
        }
    }
}

/// What is shown.
pub(super) struct Shown {
    /// The newest edition of the built-in course.
    pub main: Arc<Course>,
    /// It, with all that stands beside it.
    pub all: Arc<Course>,
    /// How each pack comes to it.
    pub states: Vec<PackState>,
}

/// Looks at each pack, in the order in which they came.
pub(super) fn show(base: &Arc<Course>, packs: Vec<Opened>) -> Shown {
    let mut main = Arc::clone(base);
    let mut beside = Vec::new();
    let mut states = Vec::with_capacity(packs.len());
    for (place, pack) in packs.into_iter().enumerate() {
        match pack {
            Opened::None(state) => states.push(state),
            Opened::Course(course) if course.edition.id != base.edition.id => {
                states.push(PackState::Shown);
                beside.push((place, course));
            }
            Opened::Course(course) if course.edition.version <= base.edition.version => {
                states.push(PackState::Outdated);
            }
            Opened::Course(course) if course.language != base.language => states.push(PackState::OtherLanguage),
            Opened::Course(course) => {
                states.push(PackState::Shown);
                main = course;
            }
        }
    }
    let mut all = Arc::clone(&main);
    for (place, course) in beside {
        if let Some(id) = course.clash(Some(&all)) {
            if let Some(state) = states.get_mut(place) {
                *state = PackState::Clashes { id: id.to_owned() };
            }
        } else {
            Arc::make_mut(&mut all).add(Arc::unwrap_or_clone(course));
        }
    }
    Shown { main, all, states }
}
