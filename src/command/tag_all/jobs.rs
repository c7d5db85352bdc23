//! The work of looking for the words, as values: a job can be run on any
//! thread, and its result is handed back.
//!
//! **Invariant:** a job holds everything it needs and refers to nothing that
//! can change; a result of another search is dropped.

use std::sync::Arc;

use crate::analysis::{Names, Occurrence, Searchable, occurrences};
use crate::command::Workbench;
use crate::language::excluded;
use crate::model::{Id, Span};

/// How much text one job holds, in bytes: some milliseconds' work.
const JOB_BYTES: usize = 256 * 1024;

/// Some documents to be looked through.
#[derive(Debug)]
pub struct TagAllJob {
    texts: Vec<(Id, Arc<str>)>,
    names: Arc<Names>,
    ticket: u64,
    documents: usize,
}

/// What was found in them.
#[derive(Debug)]
pub struct TagAllResult {
    pub(super) found: Vec<(Id, Vec<Place>)>,
    pub(super) ticket: u64,
    pub(super) documents: usize,
}

/// A place where the words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) span: Span,
    /// Whether it may be another word.
    pub(super) doubtful: bool,
    /// Whether it stands in page furniture.
    pub(super) furniture: bool,
}

impl TagAllJob {
    /// How much text there is to look through, in bytes.
    pub fn length(&self) -> usize {
        self.texts.iter().map(|(_, text)| text.len()).sum()
    }

    /// Looks through it.
    pub fn run(self) -> TagAllResult {
        let found = self
            .texts
            .into_iter()
            .filter_map(|(document, text)| {
                let found = occurrences(&Searchable::new(&*text), &self.names);
                (!found.is_empty()).then(|| (document, places(&text, &found)))
            })
            .collect();
        TagAllResult {
            found,
            ticket: self.ticket,
            documents: self.documents,
        }
    }
}

fn places(text: &str, found: &[Occurrence]) -> Vec<Place> {
    let furniture = excluded(text);
    found
        .iter()
        .map(|one| {
            let at = furniture.partition_point(|line| line.end <= one.span.start);
            Place {
                span: one.span,
                doubtful: one.doubtful,
                furniture: furniture
                    .get(at)
                    .is_some_and(|line| line.overlaps(one.span)),
            }
        })
        .collect()
}

/// How far the search is.
#[derive(Debug, Default)]
pub(super) struct Search {
    documents: Vec<Id>,
    next: usize,
    done: usize,
    ticket: u64,
    stopped: bool,
}

impl Search {
    pub(super) fn new(documents: Vec<Id>, ticket: u64) -> Self {
        Self {
            documents,
            ticket,
            ..Self::default()
        }
    }

    pub(super) fn progress(&self) -> (usize, usize) {
        (self.done.min(self.documents.len()), self.documents.len())
    }

    pub(super) fn is_going_on(&self) -> bool {
        !self.stopped && self.done < self.documents.len()
    }

    pub(super) fn stop(&mut self) {
        self.stopped = true;
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stopped
    }
}

impl Workbench {
    /// The documents that are to be looked through next; none when there is
    /// nothing to do. The same ones are not handed out twice.
    pub fn next_tag_all_job(&mut self) -> Option<TagAllJob> {
        let open = self.tag_desk.open.as_ref()?;
        let search = &open.search;
        if search.stopped || search.next >= search.documents.len() {
            return None;
        }
        let mut bytes = 0;
        let mut texts = Vec::new();
        let mut taken = 0;
        for id in search.documents.iter().skip(search.next) {
            if bytes >= JOB_BYTES {
                break;
            }
            taken += 1;
            if let Some(document) = self.project().document(id) {
                bytes += document.text.len();
                texts.push((id.clone(), Arc::clone(&document.text)));
            }
        }
        let job = TagAllJob {
            texts,
            names: Arc::clone(&open.names),
            ticket: search.ticket,
            documents: taken,
        };
        if let Some(open) = &mut self.tag_desk.open {
            open.search.next += taken;
        }
        Some(job)
    }

    /// Takes the result of a job.
    pub fn take_tag_all(&mut self, result: &TagAllResult) {
        let Some(open) = self
            .tag_desk
            .open
            .as_mut()
            .filter(|open| open.search.ticket == result.ticket && !open.search.stopped)
        else {
            return;
        };
        open.search.done += result.documents;
        self.add_tag_places(&result.found);
    }

    /// Looks through everything here and now: for tests, for pictures, and
    /// for work without a window.
    pub fn run_tag_all_now(&mut self) {
        while let Some(job) = self.next_tag_all_job() {
            self.take_tag_all(&job.run());
        }
    }

    /// Looks no further; what was found stays.
    pub fn stop_tag_all(&mut self) {
        if let Some(open) = &mut self.tag_desk.open
            && open.search.is_going_on()
        {
            open.search.stop();
            open.list.take(Vec::new(), true);
            self.tag_desk.revision += 1;
        }
    }
}
