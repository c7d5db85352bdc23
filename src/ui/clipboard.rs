//! The system's clipboard for what egui cannot put there: HTML.
//!
//! Text goes the way of egui ([`egui::Context::copy_text`]). HTML is put there
//! by arboard, the crate that egui's own window layer uses for text.
//!
//! Invariant: a test or a picture never touches the clipboard of whoever
//! started it.

/// A way to the clipboard, or none.
#[derive(Default)]
pub(super) struct HtmlClipboard {
    system: bool,
    /// Kept as long as the window: on X11 and Wayland a clipboard is served by
    /// the program that owns it.
    open: Option<arboard::Clipboard>,
}

impl HtmlClipboard {
    /// The clipboard of the system, opened when it is first needed.
    pub(super) fn of_the_system() -> Self {
        Self {
            system: true,
            open: None,
        }
    }

    /// Puts HTML there, with the same words as text for programs that take no
    /// HTML. Returns whether the clipboard took it.
    pub(super) fn take_html(&mut self, html: &str, plain: &str) -> bool {
        if !self.system {
            return false;
        }
        if self.open.is_none() {
            match arboard::Clipboard::new() {
                Ok(clipboard) => self.open = Some(clipboard),
                Err(error) => log::warn!("no clipboard for HTML: {error}"),
            }
        }
        let Some(clipboard) = &mut self.open else {
            return false;
        };
        match clipboard.set_html(html, Some(plain)) {
            Ok(()) => true,
            Err(error) => {
                log::warn!("the clipboard takes no HTML: {error}");
                false
            }
        }
    }
}
