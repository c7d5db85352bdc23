//! The find field: words looked for in the active document.

use egui::Ui;

use crate::command::{Args, Workbench};
use crate::i18n::Arg;
use crate::ui::access::live;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::Theme;
use crate::ui::widgets::{Button, Label, TextField, icon_button, tooltip};

/// What is being typed.
#[derive(Debug, Default)]
pub(in crate::ui) struct FindField {
    text: String,
    given: String,
    focus: bool,
}

impl FindField {
    /// Puts the keyboard into the field in the next frame.
    pub(in crate::ui) fn request_focus(&mut self) {
        self.focus = true;
    }

    /// Draws the field and its buttons from the end of the row.
    pub(super) fn find_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let messages = wb.messages();
        let find = wb.find();
        if find.query != self.given {
            // The query was set from elsewhere: the selection, a command.
            self.text.clone_from(&find.query);
            self.given.clone_from(&find.query);
        }
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add_space(14.0);
        if find.open {
            if icon_button(ui, Icon::Close, &messages.text("find-close"), false).clicked() {
                actions.push(Action::CloseFind);
            }
            if icon_button(ui, Icon::ChevronDown, &messages.text("find-next"), false).clicked() {
                actions.push(Action::Run("edit.find-next", Args::None));
            }
            if icon_button(ui, Icon::ChevronUp, &messages.text("find-previous"), false).clicked() {
                actions.push(Action::Run("edit.find-previous", Args::None));
            }
            let exact = messages.text("find-exact");
            let response = Button::new(&exact).quiet().selected(find.exact).show(ui);
            let response = tooltip(response, &messages.text("find-exact-hint"));
            if response.clicked() {
                actions.push(Action::FindExact(!find.exact));
            }
            if !find.query.is_empty() {
                count_ui(ui, wb);
            }
            if find.count() > 0 && wb.can_edit() {
                let tag = wb.messages().command_title("annotation.tag-found");
                if icon_button(ui, Icon::Tag, &tag, false).clicked() {
                    actions.push(Action::Run("annotation.tag-found", Args::None));
                }
            }
        }
        let hint = messages.text("find-hint");
        let label = messages.text("label-find-query");
        let width = ui.available_width().max(80.0);
        let field = TextField::new("find", &label, &mut self.text)
            .width(width)
            .placeholder(&hint)
            .search()
            .select_all_on_focus()
            .request_focus(std::mem::take(&mut self.focus))
            .show(ui);
        if field.response.gained_focus() && !find.open {
            actions.push(Action::Run("edit.find", Args::Text(self.text.clone())));
        }
        if field.submitted {
            let back = ui.input(|input| input.modifiers.shift);
            let step = if back {
                "edit.find-previous"
            } else {
                "edit.find-next"
            };
            actions.push(Action::Run(step, Args::None));
        }
        if field.cancelled {
            field.response.surrender_focus();
            actions.push(Action::CloseFind);
        }
        if self.text != self.given {
            self.given.clone_from(&self.text);
            actions.push(Action::FindQuery(self.text.clone()));
        }
    }
}

/// Which of how many matches is selected.
fn count_ui(ui: &mut Ui, wb: &Workbench) {
    let find = wb.find();
    let messages = wb.messages();
    let theme = Theme::get(ui.ctx());
    let (text, color) = if find.count() == 0 {
        (messages.text("find-none"), theme.rubric)
    } else {
        let index = wb
            .active_reader()
            .and_then(|reader| find.position(&reader.selection))
            .unwrap_or(0);
        let numbers = [
            ("index", Arg::from(index)),
            ("total", Arg::from(find.count())),
        ];
        (messages.format("find-position", &numbers), theme.second)
    };
    let response = Label::new(&text).size(11.5).color(color).extend().show(ui);
    live(&response, false);
}
