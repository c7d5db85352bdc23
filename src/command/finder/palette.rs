//! Everything that the palette finds.

use crate::command::{Args, Workbench};
use crate::model::Id;

use super::index::{Named, is_given};
use super::rank::{Fit, Query};

/// The most rows: nobody reads on.
const MOST: usize = 200;

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundKind {
    /// A command of the table.
    Command(&'static str),
    /// A tag.
    Tag(Id),
    /// An entity.
    Entity(Id),
    /// A document.
    Document(Id),
}

/// A row of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: FoundKind,
    /// Whether it stands here because it was chosen lately.
    pub recent: bool,
}

/// A sign before what is typed: only things of one kind are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefix {
    /// `>`
    Commands,
    /// `#`
    Tags,
    /// `@`
    Entities,
    /// `/`
    Documents,
}

impl Prefix {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Commands, Self::Tags, Self::Entities, Self::Documents];

    /// The sign.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Commands => ">",
            Self::Tags => "#",
            Self::Entities => "@",
            Self::Documents => "/",
        }
    }

    /// The message with what it restricts to.
    pub fn message(self) -> &'static str {
        match self {
            Self::Commands => "palette-commands",
            Self::Tags => "palette-tags",
            Self::Entities => "palette-entities",
            Self::Documents => "palette-documents",
        }
    }

    /// The one that a text begins with.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim_start();
        Self::ALL
            .into_iter()
            .find(|prefix| text.starts_with(prefix.sign()))
    }

    fn holds(self, kind: &FoundKind) -> bool {
        match kind {
            FoundKind::Command(_) => self == Self::Commands,
            FoundKind::Tag(_) => self == Self::Tags,
            FoundKind::Entity(_) => self == Self::Entities,
            FoundKind::Document(_) => self == Self::Documents,
        }
    }
}

/// What a row is sorted by: fit, whether chosen lately, kind, use, order.
type Place = (Fit, usize, u8, usize, usize);

impl Workbench {
    /// What fits the text, the best first; with nothing typed what was chosen
    /// lately, and the commands (or all of the one kind asked for). The names
    /// are as they were when the palette was asked for.
    pub fn find_anything(&self, typed: &str) -> Vec<Found> {
        let prefix = Prefix::of(typed);
        let typed = match prefix {
            Some(prefix) => typed
                .trim_start()
                .strip_prefix(prefix.sign())
                .unwrap_or_default(),
            None => typed,
        };
        let query = Query::new(typed);
        let wants = |which: Prefix| prefix.is_none_or(|prefix| prefix == which);
        let mut found: Vec<(Place, FoundKind)> = Vec::new();
        let finder = &self.keyboard.finder;
        if wants(Prefix::Commands) {
            self.fitting(&query, &finder.commands, 0, &mut found, |id| {
                FoundKind::Command(id)
            });
        }
        let all = !query.is_empty() || prefix.is_some();
        if all && wants(Prefix::Tags) {
            let kind = |id: &Id| FoundKind::Tag(id.clone());
            self.fitting(&query, &finder.tags, 1, &mut found, kind);
        }
        if all && wants(Prefix::Entities) {
            let kind = |id: &Id| FoundKind::Entity(id.clone());
            self.fitting(&query, &finder.entities, 2, &mut found, kind);
        }
        if all && wants(Prefix::Documents) {
            let kind = |id: &Id| FoundKind::Document(id.clone());
            self.fitting(&query, &finder.documents, 3, &mut found, kind);
        }
        found.sort_unstable_by_key(|(place, _)| *place);
        let mut rows: Vec<Found> = Vec::new();
        if query.is_empty() {
            let lately = finder.lately.iter().filter(|kind| self.is_there(kind));
            let fitting = lately.filter(|kind| prefix.is_none_or(|prefix| prefix.holds(kind)));
            rows.extend(fitting.map(|kind| Found {
                kind: kind.clone(),
                recent: true,
            }));
        }
        for (_, kind) in found.into_iter().take(MOST) {
            if !rows.iter().any(|row| row.recent && row.kind == kind) {
                rows.push(Found {
                    kind,
                    recent: false,
                });
            }
        }
        rows
    }

    /// Runs, marks with or goes to what was chosen in the palette.
    pub fn choose_found(&mut self, kind: &FoundKind) {
        self.note_found(kind);
        match kind {
            FoundKind::Command(id) => self.run(id, &Args::None),
            FoundKind::Tag(id) => self.run("annotation.tag", &Args::Id(id.clone())),
            FoundKind::Entity(id) => self.run("go.entity", &Args::Id(id.clone())),
            FoundKind::Document(id) => self.run("go.document", &Args::Id(id.clone())),
        };
    }

    fn fitting<T>(
        &self,
        query: &Query,
        all: &[Named<T>],
        rank: u8,
        found: &mut Vec<(Place, FoundKind)>,
        kind: impl Fn(&T) -> FoundKind,
    ) {
        let lately = &self.keyboard.finder.lately;
        for (order, one) in all.iter().enumerate() {
            let fit = if query.is_empty() {
                Some(Fit::Whole)
            } else {
                query.best(&one.names, &one.menus)
            };
            if let Some(fit) = fit {
                let kind = kind(&one.id);
                let at = lately.iter().position(|known| *known == kind);
                let at = at.unwrap_or(lately.len());
                let place = (fit, at, rank, usize::MAX - one.uses, order);
                found.push((place, kind));
            }
        }
    }

    fn is_there(&self, kind: &FoundKind) -> bool {
        match kind {
            FoundKind::Command(_) => true,
            FoundKind::Tag(id) => self.project().tag(id).is_some_and(is_given),
            FoundKind::Entity(id) => self.project().entity(id).is_some(),
            FoundKind::Document(id) => self.project().document(id).is_some(),
        }
    }
}
