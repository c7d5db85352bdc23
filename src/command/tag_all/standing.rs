//! What stands at a place already, and whether it is ticked to begin with.
//!
//! **Invariant:** only places at which nothing speaks against the step are
//! ticked without being asked for; each of the others says why not.

use std::collections::HashMap;

use crate::command::rules::Judge;
use crate::command::{Workbench, sentences};
use crate::model::{Annotation, Document, Id, Span, TagKind, Timestamp};

use super::jobs::Place;
use super::{TagAll, TagTask};

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Free,
    /// An open suggestion of the same, which is accepted with it.
    Suggested,
    /// It lies inside a mark with another tag.
    Inside(Id),
    /// A mark with the same tag: nothing is to be done.
    Marked(Id),
    /// A mark with another tag.
    Other(Id),
    /// Inside a longer mark with the same tag, or it holds a shorter one.
    Within(Id),
    /// It would cross the borders of a mark.
    Crossing(Id),
    /// In page furniture, which is left out of everything.
    Furniture,
    /// It may be another word.
    Doubtful,
    /// The guideline forbids it.
    Forbidden {
        /// Why, in a sentence of the interface.
        why: String,
        /// The mark that may not become so, if there is one already.
        mark: Option<Id>,
    },
}

impl Standing {
    /// Whether it is ticked to begin with.
    pub(super) fn is_ticked(&self, task: TagTask, furniture: bool) -> bool {
        match self {
            Self::Free | Self::Suggested | Self::Inside(_) => true,
            Self::Marked(_) | Self::Other(_) => task != TagTask::Mark,
            Self::Furniture => furniture,
            Self::Within(_) | Self::Crossing(_) | Self::Doubtful | Self::Forbidden { .. } => false,
        }
    }

    /// Whether it can be ticked at all.
    pub(super) fn can_be_ticked(&self, task: TagTask) -> bool {
        match self {
            Self::Marked(_) => task != TagTask::Mark,
            Self::Forbidden { .. } => false,
            _ => true,
        }
    }

    /// The mark that stands there.
    pub fn mark(&self) -> Option<&Id> {
        match self {
            Self::Inside(id)
            | Self::Marked(id)
            | Self::Other(id)
            | Self::Within(id)
            | Self::Crossing(id) => Some(id),
            Self::Forbidden { mark, .. } => mark.as_ref(),
            Self::Free | Self::Suggested | Self::Furniture | Self::Doubtful => None,
        }
    }
}

impl Workbench {
    /// What stands at a place of a document where the words were found, the
    /// guideline included.
    pub(super) fn standing(
        &self,
        open: &TagAll,
        document: &Document,
        place: Place,
        judge: &mut Judge<'_>,
    ) -> Standing {
        let standing = self.standing_by_itself(open, document, place);
        let Some(tag) = open.tag.as_ref() else {
            return standing;
        };
        if matches!(standing, Standing::Marked(_)) {
            return standing;
        }
        let mark = Annotation::new(
            Id::new(""),
            document.id.clone(),
            vec![place.span],
            tag.clone(),
            self.signer().clone(),
            Timestamp::UNIX_EPOCH,
        );
        match judge.admit(&mark) {
            Ok(()) => standing,
            Err(refusal) => Standing::Forbidden {
                why: sentences::refused(self.messages(), &refusal),
                mark: None,
            },
        }
    }

    /// The same for a mark that is to get another tag.
    pub(super) fn standing_of_mark(
        &self,
        open: &TagAll,
        mark: &Annotation,
        judge: &mut Judge<'_>,
    ) -> Standing {
        let id = mark.id.clone();
        match &open.tag {
            Some(tag) if *tag == mark.tag => return Standing::Marked(id),
            Some(tag) if open.task == TagTask::Retype => {
                let mut after = mark.clone();
                after.tag = tag.clone();
                if let Err(refusal) = judge.admit(&after) {
                    return Standing::Forbidden {
                        why: sentences::refused(self.messages(), &refusal),
                        mark: Some(id),
                    };
                }
            }
            _ => {}
        }
        Standing::Other(id)
    }

    fn standing_by_itself(&self, open: &TagAll, document: &Document, place: Place) -> Standing {
        let project = self.project();
        let tag = open.tag.as_ref();
        let span = place.span;
        let mut found: Option<(u8, Standing)> = None;
        let mut note = |rank: u8, standing: Standing| {
            if found.as_ref().is_none_or(|(best, _)| rank < *best) {
                found = Some((rank, standing));
            }
        };
        let shown = |mark: &&Annotation| open.shows(mark);
        for mark in project.annotations_in(&document.id, span).filter(shown) {
            let is_name = project
                .tag(&mark.tag)
                .is_some_and(|tag| tag.kind == TagKind::Entity);
            let Some(hull) = mark.hull().filter(|hull| !hull.is_empty()) else {
                continue;
            };
            let same = tag == Some(&mark.tag);
            let id = || mark.id.clone();
            if mark.spans == [span] {
                if same {
                    note(0, Standing::Marked(id()));
                } else if is_name {
                    note(2, Standing::Other(id()));
                }
            } else if same {
                note(1, Standing::Within(id()));
            } else if is_name && hull.contains_span(span) {
                note(6, Standing::Inside(id()));
            } else if is_name && !span.contains_span(hull) {
                note(3, Standing::Crossing(id()));
            }
        }
        if place.furniture {
            note(4, Standing::Furniture);
        }
        if place.doubtful {
            note(5, Standing::Doubtful);
        }
        if let Some(tag) = tag
            && found.is_none()
            && self.suggests(&document.id, span, tag)
        {
            return Standing::Suggested;
        }
        found.map_or(Standing::Free, |(_, standing)| standing)
    }

    /// Whether just this is suggested, and open.
    fn suggests(&self, document: &Id, span: Span, tag: &Id) -> bool {
        let all = self.suggestions(document);
        all.from(all.index_at(span.start))
            .take_while(|one| one.span.start == span.start)
            .any(|one| one.span == span && one.tag_id() == *tag)
    }

    /// The marks of a document that get another tag or go: those on these
    /// words, each once.
    pub(super) fn marks_on_words(&self, open: &TagAll, document: &Document) -> Vec<(Span, Id)> {
        let wanted = |mark: &&Annotation| match (open.task, &open.tag) {
            (TagTask::Mark, _) => false,
            (TagTask::Retype, Some(tag)) => mark.tag != *tag,
            (TagTask::Unmark, Some(tag)) => mark.tag == *tag,
            (TagTask::Retype | TagTask::Unmark, None) => true,
        };
        // The same words are marked again and again.
        let mut known: HashMap<(&str, bool), bool> = HashMap::new();
        let mut found = Vec::new();
        let marks = self.project().annotations_of(&document.id);
        for mark in marks.filter(|mark| open.shows(mark)).filter(wanted) {
            let [span] = mark.spans.as_slice() else {
                continue;
            };
            let Some(words) = span.of(&document.text).filter(|words| !words.is_empty()) else {
                continue;
            };
            if let Some(given) = &open.given {
                if given.contains(&(document.id.clone(), *span)) {
                    found.push((*span, mark.id.clone()));
                }
                continue;
            }
            // للتحالف holds لتحالف, which is التحالف.
            let before = document.text.get(..span.start).unwrap_or_default();
            let behind_lam = words.starts_with('ل') && before.ends_with('ل');
            if *known.entry((words, behind_lam)).or_insert_with(|| {
                open.names.names(words) || behind_lam && open.names.names(&format!("ا{words}"))
            }) {
                found.push((*span, mark.id.clone()));
            }
        }
        found
    }
}
