//! The panel below the pages: what is to be looked through over all
//! documents, one tab for each kind.
//!
//! Lives here: the tabs, how far the reading of the documents is, and the
//! tabs' contents. Does not live here: what a command does to a suggestion,
//! and how a claim is found.
//!
//! Invariant: lists are gathered anew only when what they show has changed,
//! and only rows in sight are laid out.

mod agreement;
mod cells;
mod claims;
mod contradiction;
mod figures;
mod filters;
mod found;
mod hidden;
mod history;
mod marks;
mod marks_menus;
mod notes;
mod queue;
mod review;
mod search;
mod walking;

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::command::{Args, LowerTab, Workbench};
use crate::i18n::Arg;
use crate::ui::access::{listed, say_place};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{Label, icon_button, tab};

pub(in crate::ui) use agreement::place_name;
use agreement::{AgreementTab, open_differences};
use claims::Claims;
use history::History;
use marks::Marks;
use notes::Notes;
use review::Review;

/// Height of the row of tabs, points.
const TABS: f32 = 36.0;
/// Space at both sides, points.
const PADDING: f32 = 14.0;

/// What the tabs keep between frames.
#[derive(Debug, Default)]
pub(in crate::ui) struct Lower {
    review: Review,
    claims: Claims,
    marks: Marks,
    notes: Notes,
    history: History,
    agreement: AgreementTab,
}

impl Lower {
    /// Draws the panel into all of `ui`.
    pub(in crate::ui) fn lower_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) {
        let seen = wb.look().lower_tab == LowerTab::Claims;
        self.claims.read_on(ui.ctx(), wb, seen);
        let full = ui.available_rect_before_wrap();
        let (head, body) = full.split_top_bottom_at_y(full.top() + TABS);
        self.head_ui(ui, head, wb, actions);
        let title = wb.messages().text(match wb.look().lower_tab {
            LowerTab::Suggestions => "lower-suggestions",
            LowerTab::Claims => "lower-claims",
            LowerTab::Hidden => "lower-hidden",
            LowerTab::Marks => "lower-marks",
            LowerTab::Notes => "lower-notes",
            LowerTab::History => "lower-history",
            LowerTab::Agreement => "lower-agreement",
        });
        let panel = UiBuilder::new()
            .max_rect(body)
            .accessibility_role(egui::Role::TabPanel);
        let mut inner = ui.new_child(panel);
        inner.set_clip_rect(body.intersect(ui.clip_rect()));
        say_place(&inner, inner.unique_id(), &title);
        match wb.look().lower_tab {
            LowerTab::Suggestions => self.review.review_ui(&mut inner, wb, actions),
            LowerTab::Claims => self.claims.table_ui(&mut inner, wb, actions),
            LowerTab::Hidden => hidden::hidden_ui(&mut inner, wb, actions),
            LowerTab::Marks => self.marks.table_ui(&mut inner, wb, actions),
            LowerTab::Notes => self.notes.table_ui(&mut inner, wb, actions),
            LowerTab::History => self.history.list_ui(&mut inner, wb, actions),
            LowerTab::Agreement => self.agreement.agreement_ui(&mut inner, wb, actions),
        }
        ui.allocate_rect(full, egui::Sense::hover());
    }

    /// The tabs, and at the end what chooses among the rows of the one shown.
    fn head_ui(&mut self, ui: &mut Ui, rect: Rect, wb: &Workbench, actions: &mut Vec<Action>) {
        let theme = Theme::get(ui.ctx());
        let direction = UiDirection::get(ui.ctx());
        let y = rect.bottom() - 0.5;
        ui.painter()
            .hline(rect.x_range(), y, egui::Stroke::new(1.0, theme.hairline));
        let rect = rect.shrink2(vec2(PADDING - 4.0, 0.0));
        let tabs = ui
            .scope_builder(
                UiBuilder::new().max_rect(rect).layout(direction.row()),
                |ui| {
                    let name = wb.messages().text("lower-title");
                    let (suggestions, claims) = (self.review.count(wb), self.claims.count());
                    listed(ui, egui::Role::TabList, &name, 7, |ui| {
                        tabs_ui(ui, wb, suggestions, claims, actions);
                    });
                    ui.min_rect().width()
                },
            )
            .inner;
        ui.scope_builder(
            UiBuilder::new()
                .max_rect(rect)
                .layout(direction.row_from_end()),
            |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let close = wb.messages().text("lower-close");
                if icon_button(ui, Icon::Close, &close, false).clicked() {
                    let command = match wb.look().lower_tab {
                        LowerTab::Suggestions => "view.suggestions",
                        LowerTab::Claims => "view.claims",
                        LowerTab::Hidden => "view.hidden-list",
                        LowerTab::Marks => "view.marks",
                        LowerTab::Notes => "view.notes",
                        LowerTab::History => "view.history",
                        LowerTab::Agreement => "view.agreement",
                    };
                    actions.push(Action::Run(command, Args::None));
                }
                let room = rect.width() - tabs - 60.0;
                match wb.look().lower_tab {
                    LowerTab::Suggestions => self.review.filters_ui(ui, room, wb, actions),
                    LowerTab::Claims => self.claims.filter_ui(ui, room, wb, actions),
                    LowerTab::Hidden => {}
                    LowerTab::Marks => self.marks.filters_ui(ui, room, wb, actions),
                    LowerTab::Notes => self.notes.filters_ui(ui, room, wb, actions),
                    LowerTab::History => self.history.filters_ui(ui, room, wb, actions),
                    LowerTab::Agreement => self.agreement.filters_ui(ui, room, wb),
                }
            },
        );
    }
}

fn tabs_ui(
    ui: &mut Ui,
    wb: &Workbench,
    suggestions: usize,
    claims: usize,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.x = 10.0;
    for (which, command, title) in [
        (
            LowerTab::Suggestions,
            "view.suggestions",
            super::titled(wb, "lower-suggestions", suggestions),
        ),
        (
            LowerTab::Claims,
            "view.claims",
            match claims {
                0 => wb.messages().text("lower-claims"),
                _ => super::titled(wb, "lower-claims", claims),
            },
        ),
        (
            LowerTab::Hidden,
            "view.hidden-list",
            match hidden::count(wb) {
                0 => wb.messages().text("lower-hidden"),
                flagged => super::titled(wb, "lower-hidden", flagged),
            },
        ),
        (
            LowerTab::Marks,
            "view.marks",
            wb.messages().text("lower-marks"),
        ),
        (
            LowerTab::Notes,
            "view.notes",
            wb.messages().text("lower-notes"),
        ),
        (
            LowerTab::History,
            "view.history",
            wb.messages().text("lower-history"),
        ),
        (
            LowerTab::Agreement,
            "view.agreement",
            match open_differences(wb) {
                0 => wb.messages().text("lower-agreement"),
                open => super::titled(wb, "lower-agreement", open),
            },
        ),
    ] {
        let shown = wb.look().lower_tab == which;
        if tab(ui, &title, shown).clicked() && !shown {
            actions.push(Action::Run(command, Args::None));
        }
    }
}

/// How many documents have been read through, while some have not.
pub(super) fn progress_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let (done, total) = wb.suggestion_progress();
    if done >= total {
        return;
    }
    let messages = wb.messages();
    let theme = Theme::get(ui.ctx());
    let running = wb.suggestions_running();
    let (icon, title, command) = if running {
        (Icon::Close, "review-stop", "suggestion.stop")
    } else {
        (Icon::Redo, "review-go-on", "suggestion.run")
    };
    if icon_button(ui, icon, &messages.text(title), false).clicked() {
        actions.push(Action::Run(command, Args::None));
    }
    let (rect, response) = ui.allocate_exact_size(vec2(96.0, 4.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 2.0, theme.hairline);
    response.widget_info(|| {
        let name = messages.text("review-progress");
        egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, name)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(total as f64);
        node.set_numeric_value(done as f64);
    });
    let part = done as f32 / total.max(1) as f32 * rect.width();
    let direction = UiDirection::get(ui.ctx());
    let from = direction.start_x(rect);
    let to = from + direction.sign() * part;
    let bar = Rect::from_min_max(
        pos2(from.min(to), rect.top()),
        pos2(from.max(to), rect.bottom()),
    );
    let color = if running { theme.accent } else { theme.faint };
    ui.painter().rect_filled(bar, 2.0, color);
    let id = if running {
        "review-reading"
    } else {
        "review-stopped"
    };
    let numbers = [("done", Arg::from(done)), ("total", Arg::from(total))];
    Label::new(&messages.format(id, &numbers))
        .size(11.5)
        .second()
        .extend()
        .show(ui);
}
