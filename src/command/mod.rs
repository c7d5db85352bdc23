//! The one table of commands, and the [`Workbench`] they act on.
//!
//! Lives here: what a person can do ([`table`]), the state it is done to
//! ([`Workbench`]), and what the window is asked for in return ([`Request`]).
//! Does not live here: anything that draws, lays out or waits for a dialog.
//!
//! Invariant: every change to the project goes through
//! [`Workbench::commit`], so that it is checked, journalled and undoable; and
//! everything here runs and is tested without a window.

mod ahead;
mod annotation;
mod appearance;
mod caps;
mod copying;
mod document;
mod edit;
mod error;
mod file;
mod find;
mod finder;
mod go;
mod hidden;
mod history;
mod keeping;
mod keyboard;
mod keymap;
mod lists;
mod look;
mod modes;
mod moving;
mod notice;
mod opening;
mod page_look;
mod paragraph;
mod progress;
mod reader;
mod refusal;
mod remembered;
mod request;
pub mod rules;
mod sample;
mod selecting;
mod sentences;
mod suggestions;
mod surroundings;
pub mod table;
mod tag_all;
mod view;
mod words;
mod workbench;

pub use ahead::Ahead;
pub use caps::key_caps;
pub use error::CommandError;
pub use find::FindState;
pub use finder::{Found, FoundKind, Prefix, name_fits};
pub use hidden::{DocumentFlag, HiddenIn, HiddenJob, HiddenResult, file_name_of, shown_path};
pub use history::{HistoryFilter, HistoryRow, Lit, StepKind};
pub use keeping::SavedState;
pub use keyboard::Walk;
pub use keymap::{KeyOwner, KeyRefusal, Keymap, pressed_keys, read_keys, written_keys};
pub use lists::{
    DocumentFilter, DocumentSort, MarkColumn, MarkFilter, NoteAbout, NoteColumn, NoteFilter,
    NoteRow, Pick, Progress,
};
pub use look::{ArrowKeys, Look, LowerTab, PageFace, ThemeChoice};
pub use modes::Modes;
pub use notice::{Notice, NoticeKind};
pub use page_look::{Leading, LineFill, Measure, PageLook, ParagraphSpace};
pub use paragraph::direction_of_paragraph;
pub use progress::{DocumentStanding, is_unanswered, standing_of};
pub use reader::{Reader, ReaderId, Selection};
pub use refusal::{Called, Refusal};
pub use remembered::Scroll;
pub use request::{PathPurpose, Request};
pub use suggestions::{
    BulkPlace, BulkPreview, BulkSurface, SuggestionFilter, SuggestionJob, SuggestionResult,
    Suggestions,
};
pub use surroundings::{FixedSurroundings, Surroundings, SystemSurroundings, local_time};
pub use table::{Args, Command, Menu};
pub use tag_all::{
    EntityChoice, Standing, TagAll, TagAllJob, TagAllResult, TagChoices, TagDocument, TagGroup,
    TagLine, TagRow, TagScope, TagTask, Tick,
};
pub use words::{OwnWord, OwnWords};
pub use workbench::{Layer, MOST_READERS, Workbench};
