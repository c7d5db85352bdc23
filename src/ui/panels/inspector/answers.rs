//! The attributes of the chosen mark: a field for each that fits its kind.
//!
//! Few choices are chips, many are a menu. A required attribute says so until
//! it is answered.

use egui::{Popup, Ui};
use serde_json::Value;

use super::drafts::{Drafts, Field, Look, problem_ui};
use super::rows::named_button;
use crate::command::Workbench;
use crate::i18n::Arg;
use crate::model::{Annotation, Attribute, AttributeKind, Choice, Unfit};
use crate::ui::action::Action;
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{
    Chip, Label, MenuRow, chips, drop_down_menu, heading, menu_separator, row, steady,
};

/// More choices than this are a menu.
const MOST_CHIPS: usize = 7;

/// Draws the attributes of a mark. `focus` is the one that takes the keyboard
/// now.
pub(super) fn answers_ui(
    ui: &mut Ui,
    drafts: &mut Drafts,
    focus: Option<&str>,
    wb: &Workbench,
    mark: &Annotation,
    actions: &mut Vec<Action>,
) {
    let mut asked = wb.questions_of(mark).peekable();
    if asked.peek().is_none() {
        return;
    }
    let messages = wb.messages();
    ui.add_space(8.0);
    heading(ui, &messages.text("inspector-attributes"));
    let open = wb.open_questions(mark);
    if open > 0 {
        let text = messages.format("inspector-attributes-open", &[("count", Arg::from(open))]);
        problem_ui(ui, &text);
    }
    let language = messages.language().code();
    for (attribute, value, fits) in asked {
        let one = One {
            mark,
            attribute,
            value,
            name: attribute.name(language),
            focus: focus == Some(attribute.id.as_str()),
        };
        steady(ui, ("answer", &attribute.id), |ui| {
            one.name_ui(ui, wb, &fits);
            one.value_ui(ui, drafts, wb, actions);
            // What is missing is said at the name; what is wrong, here.
            if let Err(unfit) = &fits
                && *unfit != Unfit::Missing
            {
                problem_ui(ui, &wb.unfit_sentence(unfit));
            }
        });
        ui.add_space(2.0);
    }
}

/// One attribute of one mark.
struct One<'a> {
    mark: &'a Annotation,
    attribute: &'a Attribute,
    value: Option<&'a Value>,
    name: &'a str,
    focus: bool,
}

impl One<'_> {
    fn name_ui(&self, ui: &mut Ui, wb: &Workbench, fits: &Result<(), Unfit>) {
        let theme = Theme::get(ui.ctx());
        row(ui, 18.0, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            Label::new(self.name)
                .size(12.5)
                .color(theme.second)
                .elide()
                .show(ui);
            if self.attribute.required && *fits == Err(Unfit::Missing) {
                let required = wb.messages().text("inspector-required");
                Label::new(&required)
                    .size(size::SMALL)
                    .color(theme.rubric)
                    .extend()
                    .show(ui);
            }
        });
        if !self.attribute.description.is_empty() {
            Label::new(&self.attribute.description)
                .size(size::SMALL)
                .second()
                .lines(3)
                .show(ui);
        }
    }

    fn value_ui(
        &self,
        ui: &mut Ui,
        drafts: &mut Drafts,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) {
        let messages = wb.messages();
        match &self.attribute.value {
            AttributeKind::Text => self.field_ui(ui, drafts, wb, "", 2, actions),
            AttributeKind::Date => {
                let hint = messages.text("inspector-date-hint");
                self.field_ui(ui, drafts, wb, &hint, 1, actions);
            }
            AttributeKind::Number { least, most } => {
                let hint = match (least, most) {
                    (Some(least), Some(most)) => messages.format(
                        "inspector-number-range",
                        &[("least", Arg::from(*least)), ("most", Arg::from(*most))],
                    ),
                    (Some(least), None) => {
                        messages.format("inspector-number-from", &[("least", Arg::from(*least))])
                    }
                    (None, Some(most)) => {
                        messages.format("inspector-number-to", &[("most", Arg::from(*most))])
                    }
                    (None, None) => String::new(),
                };
                self.field_ui(ui, drafts, wb, &hint, 1, actions);
            }
            AttributeKind::YesNo => self.yes_no_ui(ui, wb, actions),
            AttributeKind::OneOf { choices } => self.choices_ui(ui, wb, choices, false, actions),
            AttributeKind::SomeOf { choices } => self.choices_ui(ui, wb, choices, true, actions),
        }
    }

    fn field_ui(
        &self,
        ui: &mut Ui,
        drafts: &mut Drafts,
        wb: &Workbench,
        hint: &str,
        rows: usize,
        actions: &mut Vec<Action>,
    ) {
        let field = Field::Answer(self.mark.id.clone(), self.attribute.id.clone());
        let look = Look {
            name: self.name,
            hint,
            rows,
            focus: self.focus,
        };
        drafts.field_ui(ui, wb, &field, look, actions);
    }

    fn answer(&self, value: Option<Value>) -> Action {
        Action::SetAnswer(self.mark.id.clone(), self.attribute.id.clone(), value)
    }

    fn yes_no_ui(&self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let messages = wb.messages();
        let names = [
            (true, messages.text("inspector-yes")),
            (false, messages.text("inspector-no")),
        ];
        let chosen = self.value.and_then(Value::as_bool);
        let shown: Vec<Chip<'_>> = names
            .iter()
            .map(|(value, name)| Chip {
                name,
                selected: chosen == Some(*value),
            })
            .collect();
        if let Some(index) = chips(ui, self.name, &shown, false, wb.can_edit(), self.focus)
            && let Some((value, _)) = names.get(index)
        {
            let same = chosen == Some(*value);
            actions.push(self.answer((!same).then(|| Value::from(*value))));
        }
    }

    /// The ids that are chosen.
    fn chosen(&self) -> Vec<&str> {
        match self.value {
            Some(Value::String(id)) => vec![id],
            Some(Value::Array(ids)) => ids.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// The value after a choice was taken, or taken back.
    fn with(&self, id: &str, several: bool, choices: &[Choice]) -> Option<Value> {
        let chosen = self.chosen();
        let was = chosen.contains(&id);
        if !several {
            return (!was).then(|| Value::from(id));
        }
        // In the order of the codebook; what it does not know stays behind.
        let known = |id: &&&str| choices.iter().any(|choice| choice.id == ***id);
        let mut ids: Vec<&str> = choices
            .iter()
            .map(|choice| choice.id.as_str())
            .filter(|other| (*other == id && !was) || (*other != id && chosen.contains(other)))
            .collect();
        ids.extend(chosen.iter().filter(|id| !known(id)));
        (!ids.is_empty()).then(|| Value::from(ids))
    }

    fn choices_ui(
        &self,
        ui: &mut Ui,
        wb: &Workbench,
        choices: &[Choice],
        several: bool,
        actions: &mut Vec<Action>,
    ) {
        let language = wb.messages().language().code();
        let chosen = self.chosen();
        if choices.len() <= MOST_CHIPS {
            let shown: Vec<Chip<'_>> = choices
                .iter()
                .map(|choice| Chip {
                    name: choice.name(language),
                    selected: chosen.contains(&choice.id.as_str()),
                })
                .collect();
            let clicked = chips(ui, self.name, &shown, several, wb.can_edit(), self.focus);
            if let Some(choice) = clicked.and_then(|index| choices.get(index)) {
                actions.push(self.answer(self.with(&choice.id, several, choices)));
            }
            return;
        }
        let messages = wb.messages();
        let names: Vec<&str> = choices
            .iter()
            .filter(|choice| chosen.contains(&choice.id.as_str()))
            .map(|choice| choice.name(language))
            .collect();
        let shown = if names.is_empty() {
            messages.text("inspector-choose")
        } else {
            messages.list(&names)
        };
        let button = named_button(ui, self.name, &shown, wb.can_edit());
        if self.focus {
            button.request_focus();
            button.scroll_to_me(None);
            Popup::open_id(ui.ctx(), Popup::default_response_id(&button));
        }
        drop_down_menu(ui, &button, |ui| {
            ui.set_max_height(360.0);
            egui::ScrollArea::vertical().show(ui, |ui| {
                ui.with_layout(UiDirection::get(ui.ctx()).column(), |ui| {
                    for choice in choices {
                        let on = chosen.contains(&choice.id.as_str());
                        let row = MenuRow::new(choice.name(language)).checked(on);
                        if row.show(ui).clicked() {
                            actions.push(self.answer(self.with(&choice.id, several, choices)));
                        }
                    }
                    if !chosen.is_empty() {
                        menu_separator(ui);
                        if MenuRow::new(&messages.text("inspector-clear"))
                            .show(ui)
                            .clicked()
                        {
                            actions.push(self.answer(None));
                        }
                    }
                });
            });
        });
    }
}
