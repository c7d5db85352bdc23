//! One open reader: which document it shows and what is selected in it.

use super::remembered::Scroll;
use crate::model::Id;
use crate::model::Span;
use crate::text::{Affinity, Caret};

/// Names a reader for as long as it is open; never used again afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReaderId(pub u64);

/// A selection in one document: where it was begun and where it is now.
///
/// Both ends are bytes of the document's text, on character boundaries, in
/// logical order; `head` may stand before `anchor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Where the selection was begun.
    pub anchor: Caret,
    /// Where it is extended to: the caret.
    pub head: Caret,
}

impl Selection {
    /// A caret at `byte` with nothing selected.
    pub fn caret(byte: usize) -> Self {
        let caret = Caret {
            byte,
            affinity: Affinity::Downstream,
        };
        Self {
            anchor: caret,
            head: caret,
        }
    }

    /// Everything in `span` (bytes), with the caret at its end.
    pub fn over(span: Span) -> Self {
        Self {
            anchor: Caret {
                byte: span.start,
                affinity: Affinity::Downstream,
            },
            head: Caret {
                byte: span.end,
                affinity: Affinity::Upstream,
            },
        }
    }

    /// The selected bytes, end exclusive; empty when there is only a caret.
    pub fn span(&self) -> Span {
        Span::new(self.anchor.byte, self.head.byte)
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.anchor.byte == self.head.byte
    }
}

/// An open reader.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Its name among the open readers.
    pub id: ReaderId,
    /// The document it shows.
    pub document: Id,
    /// Whose marks it shows, by the analyst's id; all marks if nobody's.
    pub layer: Option<Id>,
    /// The selection and caret in that document.
    pub selection: Selection,
    /// Bytes that the window should bring into view, until it has done so.
    pub reveal: Option<Span>,
    /// Where the page is scrolled to, as the window says; where it begins
    /// when it is shown for the first time.
    pub scroll: Option<Scroll>,
}

impl Reader {
    /// A reader at the beginning of `document`.
    pub fn new(id: ReaderId, document: Id) -> Self {
        Self {
            id,
            document,
            layer: None,
            selection: Selection::caret(0),
            reveal: None,
            scroll: None,
        }
    }
}
