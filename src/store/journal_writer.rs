//! Bringing transactions to the disk, off the thread that draws.
//!
//! One named thread takes whatever has been committed since it last looked,
//! writes it in one go and syncs once for all of it. A project that has no file
//! yet gets one from this thread too, before its first line. If the disk
//! refuses, it keeps everything, says so, and tries again.
//!
//! **Invariant:** a number is reported durable only after its line and all
//! before it have been synced; lines reach the file in order and whole, or
//! are cut off again.

use super::{
    Header, StoreError,
    journal_lines::{LineWriter, header_line},
    project_file,
};
use crate::model::{Id, Project, Transaction};
use std::{
    collections::BTreeSet,
    fs::{File, OpenOptions},
    io::{self, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread::JoinHandle,
    time::Duration,
};

/// How long the writer waits before it tries again after a failure.
const RETRY: Duration = Duration::from_millis(500);

/// Called from the writer's thread whenever its [`Progress`] has changed.
pub(super) type Waker = Box<dyn Fn() + Send>;

/// How far the writer is.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress {
    /// The greatest number that is on the disk.
    pub(super) durable: u64,
    /// Why the rest is not.
    pub(super) problem: Option<String>,
}

#[derive(Default)]
struct Shared {
    progress: Mutex<Progress>,
    changed: Condvar,
    waker: Mutex<Option<Waker>>,
}

/// Where the writer starts.
pub(super) struct Start {
    pub(super) path: PathBuf,
    /// The project file, whose permissions a new journal gets.
    pub(super) beside: PathBuf,
    pub(super) project: Id,
    /// Bytes of the journal that stand; the rest is cut off. None: the journal
    /// is made when the first line is written.
    pub(super) whole_bytes: u64,
    /// The number of the last transaction that is safe.
    pub(super) durable: u64,
    /// Hashes of the texts that stand in the journal.
    pub(super) written: BTreeSet<String>,
    /// The project as it was before the first line, when its file is still to
    /// be written.
    pub(super) base: Option<Box<(Project, Header)>>,
}

/// The handle of the writer's thread. Dropping it waits for the last line.
pub(super) struct JournalWriter {
    path: PathBuf,
    sender: Option<Sender<(u64, Transaction)>>,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl std::fmt::Debug for JournalWriter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("JournalWriter")
            .field("path", &self.path)
            .field("progress", &self.progress())
            .finish_non_exhaustive()
    }
}

impl JournalWriter {
    /// Starts the thread; the file is not touched before the first line.
    pub(super) fn start(start: Start) -> Result<Self, StoreError> {
        let shared = Arc::new(Shared::default());
        lock(&shared.progress).durable = start.durable;
        let (sender, receiver) = channel();
        let path = start.path.clone();
        let worker = Worker {
            lines: LineWriter::after(start.written),
            file: None,
            base: start.base,
            good_bytes: start.whole_bytes,
            pending: Vec::new(),
            pending_seq: start.durable,
            shared: Arc::clone(&shared),
            path: start.path,
            beside: start.beside,
            project: start.project,
        };
        let thread = std::thread::Builder::new()
            .name("hashiya-journal".to_owned())
            .spawn(move || worker.run(&receiver))
            .map_err(|error| StoreError::writing(&path, error))?;
        Ok(Self {
            path,
            sender: Some(sender),
            shared,
            thread: Some(thread),
        })
    }

    /// Hands a transaction over; returns at once.
    pub(super) fn append(&self, seq: u64, transaction: Transaction) {
        let sent = self
            .sender
            .as_ref()
            .is_some_and(|sender| sender.send((seq, transaction)).is_ok());
        if !sent {
            // The thread lives as long as this handle unless it panicked.
            lock(&self.shared.progress).problem =
                Some("the journal's writer has stopped".to_owned());
        }
    }

    pub(super) fn progress(&self) -> Progress {
        lock(&self.shared.progress).clone()
    }

    pub(super) fn set_waker(&self, waker: Waker) {
        *lock(&self.shared.waker) = Some(waker);
    }

    /// Waits until the number is on the disk, the disk has refused, or the
    /// time is over; whether it is on the disk.
    pub(super) fn wait_for(&self, seq: u64, longest: Duration) -> bool {
        let progress = lock(&self.shared.progress);
        let (progress, _) = self
            .shared
            .changed
            .wait_timeout_while(progress, longest, |progress| {
                progress.durable < seq && progress.problem.is_none()
            })
            .unwrap_or_else(PoisonError::into_inner);
        progress.durable >= seq
    }
}

impl Drop for JournalWriter {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the journal's writer panicked: {}", self.path.display());
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Each holder leaves the value whole, so a panic elsewhere spoils nothing.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Worker {
    path: PathBuf,
    beside: PathBuf,
    project: Id,
    lines: LineWriter,
    base: Option<Box<(Project, Header)>>,
    file: Option<File>,
    /// Where the last synced line ends.
    good_bytes: u64,
    /// Lines that are not on the disk yet.
    pending: Vec<u8>,
    /// The number of the last of them.
    pending_seq: u64,
    shared: Arc<Shared>,
}

impl Worker {
    fn run(mut self, receiver: &Receiver<(u64, Transaction)>) {
        loop {
            self.write_base();
            let next = if self.pending.is_empty() && self.base.is_none() {
                receiver.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                receiver.recv_timeout(RETRY)
            };
            let closing = matches!(next, Err(RecvTimeoutError::Disconnected));
            for (seq, transaction) in next.into_iter().chain(receiver.try_iter()) {
                self.pending.extend(self.lines.line(seq, &transaction));
                self.pending_seq = seq;
            }
            if !self.pending.is_empty() && self.base.is_none() {
                let written = self.write_pending();
                self.report(written);
            }
            if closing {
                return;
            }
        }
    }

    /// Writes the project file that the journal goes on from, if it is not
    /// there yet. Without it no line is safe.
    fn write_base(&mut self) {
        let Some((project, header)) = self.base.as_deref() else {
            return;
        };
        match project_file::save(project, header, &self.beside) {
            Ok(_) => self.base = None,
            Err(error) => self.report(Err(io::Error::other(error))),
        }
    }

    fn write_pending(&mut self) -> io::Result<()> {
        let written = self.try_write();
        match &written {
            Ok(end) => {
                self.good_bytes = *end;
                self.pending.clear();
            }
            // After a failed sync the system may have forgotten what it was
            // given: the file is opened, cut and written anew next time.
            Err(_) => self.file = None,
        }
        written.map(drop)
    }

    fn try_write(&mut self) -> io::Result<u64> {
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(open_at(&self.path, self.good_bytes)?),
        };
        let mut end = self.good_bytes;
        if end == 0 {
            if let Ok(project) = std::fs::metadata(&self.beside) {
                keep_private(file, &project);
            }
            let header = header_line(&self.project);
            file.write_all(&header)?;
            end += header.len() as u64;
        }
        file.write_all(&self.pending)?;
        file.sync_data()?;
        if self.good_bytes == 0 {
            super::atomic::sync_folder(super::atomic::folder_of(&self.path));
        }
        Ok(end + self.pending.len() as u64)
    }

    fn report(&self, written: io::Result<()>) {
        {
            let mut progress = lock(&self.shared.progress);
            match written {
                Ok(()) => {
                    progress.durable = self.pending_seq;
                    progress.problem = None;
                }
                Err(error) => progress.problem = Some(error.to_string()),
            }
        }
        self.shared.changed.notify_all();
        if let Some(waker) = &*lock(&self.shared.waker) {
            waker();
        }
    }
}

/// Whoever may not read the project may not read its journal.
fn keep_private(file: &File, project: &std::fs::Metadata) {
    let own = file.metadata().map(|own| own.permissions());
    if own.is_ok_and(|own| own != project.permissions())
        && let Err(error) = file.set_permissions(project.permissions())
    {
        log::warn!("the journal's permissions cannot be set: {error}");
    }
}

/// Opens a journal for writing behind its first `good_bytes` bytes, cutting
/// off what follows them.
fn open_at(path: &Path, good_bytes: u64) -> io::Result<File> {
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    let bytes = file.metadata()?.len();
    if bytes < good_bytes {
        return Err(io::Error::other(
            "the journal was shortened by another program",
        ));
    }
    if bytes > good_bytes {
        file.set_len(good_bytes)?;
    }
    file.seek(SeekFrom::End(0))?;
    Ok(file)
}
