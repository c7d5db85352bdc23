//! What the window is told and asked for: notices, requests, commands run.

use crate::command::{
    Args, CommandError, FindState, Menu, Notice, NoticeKind, Request, sentences, table,
};

use super::Workbench;
use crate::i18n::Arg;

impl Workbench {
    /// What is looked for and where it was found.
    pub fn find(&self) -> &FindState {
        &self.find
    }

    pub(in crate::command) fn find_mut(&mut self) -> &mut FindState {
        &mut self.find
    }

    /// Puts the find field away.
    pub fn close_find(&mut self) {
        self.find.close();
    }

    /// Says a sentence in the window.
    pub fn notify(&mut self, kind: NoticeKind, text: String) {
        self.next_notice += 1;
        self.notices.push_back(Notice {
            kind,
            text,
            number: self.next_notice,
        });
        // More than a handful at once is noise; problems are kept longest.
        while self.notices.len() > 5 {
            let index = self
                .notices
                .iter()
                .position(|notice| notice.kind == NoticeKind::Done)
                .unwrap_or(0);
            self.notices.remove(index);
        }
    }

    /// The sentences to be shown, oldest first.
    pub fn notices(&self) -> impl Iterator<Item = &Notice> {
        self.notices.iter()
    }

    /// Puts a sentence away.
    pub fn dismiss(&mut self, number: u64) {
        self.notices.retain(|notice| notice.number != number);
    }

    /// Asks the window for something.
    pub fn request(&mut self, request: Request) {
        if matches!(request, Request::ShowPalette(_) | Request::PickTag(_)) {
            self.refresh_finder();
        }
        self.requests.push(request);
    }

    /// What the window is asked for since it last looked.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    /// Runs a command of the table; what goes wrong becomes a notice.
    /// Returns whether it was carried out.
    pub fn run(&mut self, id: &str, args: &Args) -> bool {
        let Some(command) = table::command(id) else {
            return false;
        };
        if !(command.enabled)(self) {
            let changes = matches!(command.menu, Menu::Mark | Menu::Review)
                || matches!(id, "edit.undo" | "edit.redo")
                || id.starts_with("document.state");
            // A key that does nothing would look like a broken key.
            if changes && !self.can_edit() {
                self.report(&self.why_read_only());
            } else if let Some(why) = self.why_not(command) {
                let title = self.messages.text(&command.message());
                let text = self.messages.format(
                    "cannot-run",
                    &[
                        ("command", Arg::from(title.trim_end_matches('…'))),
                        ("why", Arg::from(why)),
                    ],
                );
                self.notify(NoticeKind::Problem, text);
            }
            return false;
        }
        match (command.run)(self, args) {
            Ok(()) => true,
            Err(error) => {
                self.report(&error);
                false
            }
        }
    }

    /// Shows why something was not done.
    pub fn report(&mut self, error: &CommandError) {
        let text = sentences::sentence(&self.messages, error);
        self.notify(NoticeKind::Problem, text);
    }
}
