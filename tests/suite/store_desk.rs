//! What a window does with a project, for the tests of sessions: apply,
//! commit, record.

use hashiya::model::notation::{ANALYST, DOCUMENT, marked};
use hashiya::model::{Annotation, Edit, History, Id, Project, Span, Timestamp, Transaction};
use hashiya::store::{Session, Warning};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(super) const LONG: Duration = Duration::from_secs(20);

/// What a window holds: a project, its history and its session.
pub(super) struct Desk {
    pub(super) project: Project,
    pub(super) history: History,
    pub(super) session: Session,
    pub(super) next: usize,
}

impl Desk {
    pub(super) fn create(path: &Path) -> Self {
        let project = marked("قالت قوات سوريا الديمقراطية إن 1600 مقاتل عادوا");
        Self {
            session: Session::create(path, &project).unwrap(),
            project,
            history: History::new(),
            next: 0,
        }
    }

    pub(super) fn open(path: &Path) -> (Self, Vec<Warning>) {
        let opened = Session::open(path).unwrap();
        let next = 1000 + opened.project.counts().annotations * 10;
        let desk = Self {
            project: opened.project,
            history: opened.history,
            session: opened.session,
            next,
        };
        (desk, opened.report.warnings)
    }

    pub(super) fn id(&mut self) -> Id {
        self.next += 1;
        Id::new(format!("n{}", self.next))
    }

    pub(super) fn take(&mut self, transaction: Transaction) {
        self.project.apply(&transaction).unwrap();
        self.session.commit(&transaction).unwrap();
        self.history.record(transaction);
    }

    pub(super) fn edit(&mut self, edits: Vec<Edit>) {
        let id = self.id();
        let by = Id::new(ANALYST);
        self.take(Transaction::new(
            id,
            Timestamp::UNIX_EPOCH,
            by,
            "test",
            edits,
        ));
    }

    pub(super) fn mark(&mut self) {
        let id = self.id();
        let mark = Annotation::new(
            id,
            Id::new(DOCUMENT),
            vec![Span::new(0, 8)],
            Id::new("group"),
            Id::new(ANALYST),
            Timestamp::UNIX_EPOCH,
        );
        self.edit(vec![Edit::create(mark)]);
    }

    pub(super) fn undo(&mut self) {
        let id = self.id();
        let undo = self
            .history
            .undo(id, Timestamp::UNIX_EPOCH, Id::new(ANALYST))
            .unwrap();
        self.take(undo);
    }

    pub(super) fn redo(&mut self) {
        let id = self.id();
        let redo = self
            .history
            .redo(id, Timestamp::UNIX_EPOCH, Id::new(ANALYST))
            .unwrap();
        self.take(redo);
    }

    pub(super) fn marks(&self) -> usize {
        self.project.counts().annotations
    }

    pub(super) fn settle(&self) {
        assert!(
            self.session.wait_until_durable(LONG),
            "{:?}",
            self.session.state()
        );
    }

    /// As if the power went: what is on the disk is all there is.
    pub(super) fn crash(self) {
        self.settle();
        drop(self);
    }
}

pub(super) fn folder_and_path() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("قضية.hashiya.json");
    (folder, path)
}

pub(super) fn log_of(path: &Path) -> PathBuf {
    path.with_file_name("قضية.hashiya.log")
}

pub(super) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

pub(super) fn is_leftover(name: &str) -> bool {
    [Some("lock"), Some("tmp")].contains(&Path::new(name).extension().and_then(|e| e.to_str()))
}
