//! What is being typed in the fields of a tag's page, until the field is left.
//!
//! **Invariant:** a field shows the project's value unless it has the
//! keyboard; what was typed is handed over exactly once.

use std::collections::BTreeMap;

use egui::Ui;

use crate::model::Id;
use crate::ui::widgets::TextField;

/// How a field is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape<'a> {
    /// In Naskh.
    pub(super) naskh: bool,
    /// Rows of a field of many lines; 0 for one line.
    pub(super) rows: usize,
    /// Width, points; 0 for the width at hand.
    pub(super) width: f32,
    /// Shown while it is empty.
    pub(super) placeholder: &'a str,
    /// Takes the keyboard now.
    pub(super) focus: bool,
    /// Cannot be changed.
    pub(super) locked: bool,
}

/// The texts of fields, by the field's name.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    /// A key that was typed for a tag although another has it.
    pub(super) clash: Option<(Id, String)>,
    texts: BTreeMap<String, String>,
}

impl Drafts {
    /// A field that holds `value`; answers what was typed when it is left or
    /// Enter is pressed. `id` tells it from all others, `name` is what screen
    /// readers say.
    pub(super) fn field(
        &mut self,
        ui: &mut Ui,
        id: &str,
        name: &str,
        value: &str,
        shape: Shape<'_>,
    ) -> Option<String> {
        let text = self
            .texts
            .entry(id.to_owned())
            .or_insert_with(|| value.to_owned());
        let mut field = TextField::new(("codebook", id), name, text)
            .placeholder(shape.placeholder)
            .editable(!shape.locked)
            .request_focus(shape.focus);
        if shape.focus {
            field = field.select_all_on_focus();
        }
        if shape.naskh {
            field = field.naskh(15.0);
        }
        if shape.rows > 1 {
            field = field.multiline(shape.rows);
        }
        if shape.width > 0.0 {
            field = field.width(shape.width);
        }
        let shown = field.show(ui);
        if shown.cancelled {
            value.clone_into(text);
            return None;
        }
        if (shown.response.lost_focus() || shown.submitted) && text != value {
            return Some(text.clone());
        }
        if !shown.response.has_focus() {
            // Undo and other windows change it too.
            value.clone_into(text);
        }
        None
    }
}
