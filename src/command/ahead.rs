//! Reading files before the workbench wants them: while the window is being
//! made, on another thread (which is the window's business).
//!
//! **Invariant:** opening finds the same whether something was read ahead or
//! not; each file is read once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::entities::Learned;
use crate::store::{self, Opened, ReadDocument, Session, StoreError};

use super::opening::looks_like_project;

/// Files that have been read already, waiting to be asked for.
#[derive(Debug, Default)]
pub struct Ahead {
    projects: BTreeMap<PathBuf, Result<(Opened, Learned), StoreError>>,
    texts: BTreeMap<PathBuf, Result<ReadDocument, StoreError>>,
}

impl Ahead {
    /// Reads what [`Workbench::start`](super::Workbench::start) will want for
    /// these paths: the project among them, or the texts. Folders are left to
    /// it.
    pub fn of(paths: &[PathBuf]) -> Self {
        let mut ahead = Self::default();
        let files = paths.iter().filter(|path| !path.is_dir());
        let (projects, texts): (Vec<&PathBuf>, Vec<&PathBuf>) =
            files.partition(|path| looks_like_project(path));
        if let Some(path) = projects.first() {
            let opened = Session::open(path).map(|opened| {
                let learned = Learned::from_project(&opened.project);
                (opened, learned)
            });
            ahead.projects.insert((*path).clone(), opened);
        }
        for path in texts {
            let read = store::read_document(path, None);
            ahead.texts.insert(path.clone(), read);
        }
        ahead
    }

    /// A project, with what can be learned from it where that is known.
    pub(super) fn project(&mut self, path: &Path) -> Result<(Opened, Option<Learned>), StoreError> {
        match self.projects.remove(path) {
            Some(read) => read.map(|(opened, learned)| (opened, Some(learned))),
            None => Session::open(path).map(|opened| (opened, None)),
        }
    }

    /// A text.
    pub(super) fn text(&mut self, path: &Path) -> Result<ReadDocument, StoreError> {
        self.texts
            .remove(path)
            .unwrap_or_else(|| store::read_document(path, None))
    }
}
