//! Marks and suggestions for a screen reader: what each is called, and what
//! the letters under it look like.
//!
//! Invariant: a suggestion is said to be one.

use egui::accesskit::{Action as Asked, Color, Node, Role, TextDecoration, TextDecorationStyle};
use egui::{Color32, Context, Rect};

use crate::command::{Reader, Workbench};
use crate::entities::{Suggestion, Type};
use crate::i18n::Arg;
use crate::model::{Annotation, Document, Id, Span};
use crate::ui::access::{announce, bounds, is_listening};
use crate::ui::panels::{short_quote, tag_name};
use crate::ui::theme::{Theme, TintStrength};

use super::Target;
use crate::ui::reader::suggested;

/// Told of one unit at most.
const MOST: usize = 600;
/// What stands for an insertion point between the words beside it.
const POINT: char = '‸';
/// The most of a quote that is a name, bytes.
const LONGEST_QUOTE: usize = 400;

/// A mark or a suggestion as it is told.
pub(super) struct Said {
    /// Its place in the unit, or the first of several: bytes of the document.
    pub(super) span: Span,
    /// Whether it is told here; else it only colours the letters.
    pub(super) begins: bool,
    name: String,
    note: String,
    role: String,
    of: Of,
    chosen: bool,
    ground: Color32,
    line: Color32,
}

enum Of {
    Mark(Id),
    Suggestion(Type),
}

/// The marks and suggestions that touch `told` (bytes of the document), in
/// reading order. A mark that began before is told only in the `first` unit.
pub(super) fn said_in(
    wb: &Workbench,
    (reader, document): (&Reader, &Document),
    told: Span,
    first: bool,
    ctx: &Context,
) -> Vec<Said> {
    let theme = Theme::get(ctx);
    let begins = |start: usize| first || told.start <= start;
    let mut said: Vec<Said> = wb
        .marks_shown(reader, told)
        .take(MOST)
        .flat_map(|mark| {
            let start = mark.hull().map_or(0, |hull| hull.start);
            let first_here = mark
                .spans
                .iter()
                .position(|span| span.end > told.start || span.start >= told.start);
            mark.spans
                .iter()
                .enumerate()
                .filter(move |(_, span)| span.start <= told.end && told.start <= span.end)
                .map(move |(index, span)| {
                    let begins = begins(start) && Some(index) == first_here;
                    of_mark(wb, document, mark, *span, begins, theme)
                })
        })
        .collect();
    said.extend(
        suggested::touching(wb, reader, told)
            .take(MOST)
            .map(|(_, suggestion)| {
                let begins = begins(suggestion.span.start);
                of_suggestion(wb, document, suggestion, begins, theme)
            }),
    );
    said.sort_by_key(|said| (said.span.start, std::cmp::Reverse(said.span.end)));
    said
}

fn of_mark(
    wb: &Workbench,
    document: &Document,
    mark: &Annotation,
    span: Span,
    begins: bool,
    theme: Theme,
) -> Said {
    let tag = wb.project().tag(&mark.tag);
    let hue = tag.map_or(theme.second, |tag| theme.hue(&tag.color, &tag.color_dark));
    let chosen = wb
        .selected_mark()
        .is_some_and(|chosen| chosen.id == mark.id);
    let (mut name, mut note, mut role) = (String::new(), String::new(), String::new());
    if begins {
        let quote = short_quote(mark, document);
        let tag = tag.map_or("", |tag| tag_name(wb, tag));
        let entity = mark
            .entity
            .as_ref()
            .and_then(|id| wb.project().entity(id))
            .map(|entity| entity.name.as_str())
            .filter(|name| *name != quote);
        name = mark_name(wb, &quote, tag, entity);
        note.clone_from(&mark.note);
        role = wb.messages().text("access-mark");
    }
    Said {
        span,
        begins,
        name,
        note,
        role,
        of: Of::Mark(mark.id.clone()),
        chosen,
        ground: theme.tint(hue, TintStrength::Marked),
        line: hue,
    }
}

fn of_suggestion(
    wb: &Workbench,
    document: &Document,
    suggestion: &Suggestion,
    begins: bool,
    theme: Theme,
) -> Said {
    let tag = wb.suggested_tag(suggestion);
    let hue = tag.map_or(theme.second, |tag| theme.hue(&tag.color, &tag.color_dark));
    let chosen = suggested::is_current(wb, document, suggestion);
    let (mut name, mut note, mut role) = (String::new(), String::new(), String::new());
    if begins {
        let tag = tag.map_or(suggestion.kind.code(), |tag| tag_name(wb, tag));
        let words = suggestion.span.of(&document.text).unwrap_or_default();
        name = suggestion_name(wb, words, tag);
        if chosen {
            note = wb.suggestion_reason(&document.id, suggestion);
        }
        role = wb.messages().text("access-suggestion");
    }
    Said {
        span: suggestion.span,
        begins,
        name,
        note,
        role,
        of: Of::Suggestion(suggestion.kind),
        chosen,
        ground: theme.tint(hue, TintStrength::Suggested),
        line: hue,
    }
}

/// Says which mark or suggestion was chosen, whatever chose it.
pub(in crate::ui) fn say_chosen(ctx: &Context, wb: &Workbench) {
    if !is_listening(ctx) {
        return;
    }
    let current = wb.current_suggestion().and_then(|(id, suggestion)| {
        let document = wb.project().document(id)?;
        let words = suggestion.span.of(&document.text)?;
        let tag = wb
            .suggested_tag(suggestion)
            .map_or(suggestion.kind.code(), |tag| tag_name(wb, tag));
        Some(suggestion_name(wb, words, tag))
    });
    let said = current.or_else(|| {
        let mark = wb.selected_mark()?;
        let document = wb.project().document(&mark.document)?;
        let tag = wb.project().tag(&mark.tag);
        let tag = tag.map_or("", |tag| tag_name(wb, tag));
        Some(mark_name(wb, &short_quote(mark, document), tag, None))
    });
    announce(ctx, "chosen", said.as_deref().unwrap_or_default());
}

/// What a mark is called: its words, its tag, whom it names.
fn mark_name(wb: &Workbench, quote: &str, tag: &str, entity: Option<&str>) -> String {
    let quote = shortened(quote);
    let messages = wb.messages();
    if quote.contains(POINT) {
        let point = [("words", Arg::from(quote)), ("tag", Arg::from(tag))];
        return messages.format("access-point-name", &point);
    }
    match entity {
        Some(entity) => messages.format(
            "access-mark-entity-name",
            &[
                ("words", Arg::from(quote)),
                ("tag", Arg::from(tag)),
                ("entity", Arg::from(entity)),
            ],
        ),
        None => messages.format(
            "access-mark-name",
            &[("words", Arg::from(quote)), ("tag", Arg::from(tag))],
        ),
    }
}

/// What a suggestion is called: that it is one, its words, its tag.
fn suggestion_name(wb: &Workbench, words: &str, tag: &str) -> String {
    wb.messages().format(
        "access-suggestion-name",
        &[
            ("words", Arg::from(shortened(words))),
            ("tag", Arg::from(tag)),
        ],
    )
}

fn shortened(words: &str) -> &str {
    let end = words.floor_char_boundary(LONGEST_QUOTE.min(words.len()));
    words.get(..end).unwrap_or_default()
}

impl Said {
    /// Tells its node from the others of the page.
    pub(super) fn salt(&self) -> (&'static str, String) {
        match &self.of {
            Of::Mark(id) => ("mark", id.as_str().to_owned()),
            Of::Suggestion(kind) => {
                let Span { start, end } = self.span;
                ("suggestion", format!("{start}-{end}-{}", kind.code()))
            }
        }
    }

    pub(super) fn target(&self) -> Target {
        match &self.of {
            Of::Mark(id) => Target::Mark(id.clone(), self.span),
            Of::Suggestion(kind) => Target::Suggestion(self.span, *kind),
        }
    }

    /// Its node, without a place.
    pub(super) fn node(&self) -> Node {
        let mut node = Node::new(match self.of {
            Of::Mark(_) => Role::Mark,
            Of::Suggestion(_) => Role::Suggestion,
        });
        node.set_label(self.name.as_str());
        node.set_role_description(self.role.as_str());
        if !self.note.is_empty() {
            node.set_description(self.note.as_str());
        }
        node.set_selected(self.chosen);
        node.set_bounds(bounds(Rect::ZERO));
        for asked in [Asked::Click, Asked::Focus, Asked::ScrollIntoView] {
            node.add_action(asked);
        }
        node
    }

    /// Ground and underline of the letters under it, as they are painted.
    pub(super) fn dress(&self, node: &mut Node) {
        node.set_background_color(color(self.ground));
        node.set_underline(TextDecoration {
            style: match self.of {
                Of::Mark(_) => TextDecorationStyle::Solid,
                Of::Suggestion(_) => TextDecorationStyle::Dashed,
            },
            color: color(self.line),
        });
    }
}

fn color(color: Color32) -> Color {
    let [red, green, blue, alpha] = color.to_srgba_unmultiplied();
    Color {
        red,
        green,
        blue,
        alpha,
    }
}
