//! Why a command cannot be run at present.

use crate::command::Workbench;
use crate::command::table::{Command, Menu};

impl Workbench {
    /// Why a command cannot be run now, in a few words; nothing for one that
    /// can.
    pub fn why_not(&self, command: &Command) -> Option<String> {
        if (command.enabled)(self) {
            return None;
        }
        Some(self.messages().text(self.obstacle(command)))
    }

    /// The message that names what is in the way.
    fn obstacle(&self, command: &Command) -> &'static str {
        let id = command.id;
        let changes = matches!(command.menu, Menu::Mark | Menu::Review)
            || matches!(id, "edit.undo" | "edit.redo")
            || id.starts_with("document.state")
            || id.starts_with("document.direction")
            || id.starts_with("document.paragraph");
        if changes && !self.can_edit() {
            return "cannot-read-only";
        }
        match id {
            "edit.undo" => return "cannot-undo",
            "edit.redo" => return "cannot-redo",
            "help.default-keys" => return "cannot-keys-default",
            "suggestion.stop" => return "cannot-not-running",
            _ => {}
        }
        if self.active_reader().is_none() {
            return "cannot-no-document";
        }
        if id == "file.reload-encoding" {
            return "dialog-encoding-locked";
        }
        if id.starts_with("edit.find") {
            return "cannot-nothing-sought";
        }
        let needs_words = id.starts_with("edit.copy")
            || id.starts_with("select.")
            || (id == "annotation.add-span" && self.recent_mark().is_some());
        if needs_words && self.selected_text().is_none() {
            return "cannot-no-selection";
        }
        match id {
            "annotation.answer" if self.selected_mark().is_some() => return "cannot-not-asked",
            "annotation.close-gaps" if self.mark_at_hand().is_some() => return "cannot-one-piece",
            _ if id.starts_with("marks.") && self.picked_count() == 0 => {
                return "cannot-none-picked";
            }
            _ if id.starts_with("tag-all.") && self.tag_all().is_none() => {
                return "cannot-no-list";
            }
            _ if id.starts_with("relation.") && self.selected_mark().is_some() => {
                return "cannot-no-relation";
            }
            _ => {}
        }
        if command.menu == Menu::Review && self.suggestion_total() == 0 {
            return "cannot-no-suggestions";
        }
        if command.menu == Menu::Review && self.current_suggestion().is_none() {
            return "cannot-no-suggestion";
        }
        if (command.menu == Menu::Mark || id.starts_with("annotation."))
            && self.selected_mark().is_none()
        {
            return "cannot-no-mark";
        }
        if id.starts_with("document.next") || id.starts_with("document.previous") {
            return "cannot-one-document";
        }
        if id.starts_with("view.reader") {
            return "cannot-readers";
        }
        "cannot-now"
    }
}
