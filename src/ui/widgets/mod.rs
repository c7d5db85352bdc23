//! The small parts panels are built from.
//!
//! Every string is laid out and painted by our own engine
//! ([`crate::ui::paint`]), so Arabic and mixed text are right in all of them;
//! every widget has a name and a role for screen readers and tests; all of
//! them follow the direction of the interface ([`crate::ui::theme::UiDirection`]).
//!
//! **Invariant**: no widget calls egui's own text.

mod button;
mod chip;
mod chips;
mod choice;
mod concordance;
mod dialog;
mod label;
mod list_row;
mod menu;
mod menu_row;
mod scroll;
mod steady;
mod surface;
mod text;
mod text_field;
mod tick_box;
mod toast;
mod tooltip;

pub use button::{Button, icon_button};
pub use chip::{TagChip, key_cap, key_cap_size, paint_key_cap, paint_swatch};
pub use chips::{Chip, chips};
pub use choice::{check_box, segmented, tab};
pub use concordance::{Context, context_letters};
pub use dialog::{DialogResponse, dialog, dialog_at, dialog_from_above, dialog_width};
pub use label::{Label, heading, label, weak_label};
pub use list_row::ListRow;
pub use menu::{
    context_menu, context_menu_at, context_menu_is_open, drop_down_menu, menu, menu_bar,
    menu_separator, submenu,
};
pub use menu_row::MenuRow;
pub use scroll::{ScrollColumn, follow_keyboard, scroll_bar, scroll_column, scroll_rows};
pub use steady::steady;
pub use surface::{column, focus_ring, hairline, row, vertical_hairline};
pub use text::{Place, TextLook, paint_line};
pub use text_field::{Buffer, FieldManners, TextField, TextFieldResponse};
pub use tick_box::{Ticked, tick_box};
pub use toast::{ToastKind, show_toasts, toast};
pub use tooltip::{tooltip, tooltip_with_key};
