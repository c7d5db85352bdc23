//! The palette: a chip for each tag, with its colour and key.

use egui::{Rect, Ui, vec2};

use crate::command::{Args, CountOf, Workbench};
use crate::language::invisible::label_level;
use crate::model::Tag;
use crate::ui::action::Action;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::unseen::label_warning;
use crate::ui::widgets::{Button, TagChip, drop_down_menu, tooltip};

use super::top::{all_tags_row, tag_row};
use super::{counted, flag_color, marking_tags, tag_hue, tag_name};

/// Height of a row of chips, and the width kept for the button with the tags
/// that have no room, points.
const ROW: f32 = 28.0;
const MORE: f32 = 96.0;
/// How many tags a digit marks with.
const NUMBERED: usize = 9;
/// The most chips there can be room for, and the most rows a menu has.
const MOST_CHIPS: usize = 90;
const MOST_ROWS: usize = 18;

/// Draws the palette in at most `rows` rows; tags for which there is no room
/// are behind a button at the end. Returns its height, points.
pub(in crate::ui) fn tags_ui(
    ui: &mut Ui,
    wb: &Workbench,
    rows: usize,
    actions: &mut Vec<Action>,
) -> f32 {
    let direction = UiDirection::get(ui.ctx());
    let chosen = wb.selected_mark().map(|mark| mark.tag.clone());
    let room = ui.available_rect_before_wrap();
    let tags: Vec<&Tag> = marking_tags(wb).collect();
    let numbers: Vec<String> = (1..=NUMBERED)
        .map(|number| wb.messages().number(number))
        .collect();
    // Of a thousand tags only those are laid out for which there may be room.
    let widths: Vec<f32> = tags
        .iter()
        .take(MOST_CHIPS)
        .enumerate()
        .map(|(index, tag)| chip(ui, wb, tag, numbers.get(index)).width(ui))
        .collect();
    let more = tags.len() > widths.len();
    let places = pack(&widths, room.width(), rows.max(1), more);
    let height = places.last().map_or(1, |place| place.row + 1) as f32 * ROW;
    let mut end = (0, 0.0);
    for (index, (tag, place)) in tags.iter().zip(&places).enumerate() {
        let rect = direction.place(
            room,
            place.x,
            place.row as f32 * ROW,
            vec2(place.width, ROW),
        );
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        let mut shown = chip(ui, wb, tag, numbers.get(index))
            .selected(chosen.as_ref() == Some(&tag.id))
            .show(&mut inner);
        let name = tag_name(wb, tag);
        if label_level(name).is_some() {
            shown = tooltip(shown, &label_warning(wb.messages(), name));
        } else {
            let of = CountOf::Tag(&tag.id);
            let count = counted(wb, "count-marks", wb.marks_counted(of));
            let mut said = format!("\u{2068}{name}\u{2069} · {count}");
            if shown.hovered()
                && let Some(people) = wb.marks_by_person(of)
            {
                said.push('\n');
                said.push_str(&people);
            }
            shown = tooltip(shown, &said);
        }
        if shown.clicked() {
            actions.push(Action::Run("annotation.tag", Args::Id(tag.id.clone())));
        }
        end = (place.row, place.x + place.width);
    }
    let others = tags.get(places.len()..).unwrap_or_default();
    if !others.is_empty() {
        let rect = direction.place(room, end.1, end.0 as f32 * ROW, vec2(MORE, ROW));
        let mut inner = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(rect)
                .layout(direction.row()),
        );
        let more = counted(wb, "tags-more", others.len());
        let button = Button::new(&more).quiet().show(&mut inner);
        drop_down_menu(&inner, &button, |ui| {
            for tag in others.iter().take(MOST_ROWS) {
                tag_row(ui, wb, tag, actions);
            }
            all_tags_row(ui, wb, actions);
        });
    }
    ui.allocate_rect(
        Rect::from_min_size(room.min, vec2(room.width(), height)),
        egui::Sense::hover(),
    );
    height
}

fn chip<'a>(ui: &Ui, wb: &Workbench, tag: &'a Tag, number: Option<&'a String>) -> TagChip<'a> {
    let name = tag_name(wb, tag);
    let mut chip = TagChip::new(name, tag_hue(ui, tag));
    if let Some(level) = label_level(name) {
        chip = chip.warning(flag_color(&Theme::get(ui.ctx()), level));
    }
    if let Some(key) = &tag.key {
        chip = chip.key(key);
    }
    match number {
        Some(number) => chip.number(number),
        None => chip,
    }
}

/// Where a chip stands: its row, and its distance from the start, points.
#[derive(Copy, Clone, PartialEq, Debug)]
struct ChipPlace {
    row: usize,
    x: f32,
    width: f32,
}

/// Packs chips of these widths into rows of `room` points, as many as have
/// room; where some have none, or there are `more`, the last row ends with
/// space for a button.
fn pack(widths: &[f32], room: f32, rows: usize, more: bool) -> Vec<ChipPlace> {
    let fill = |last: f32| {
        let mut places = Vec::with_capacity(widths.len());
        let (mut row, mut x) = (0, 0.0_f32);
        for &width in widths {
            let limit = if row + 1 == rows { last } else { room };
            if x > 0.0 && x + width > limit {
                row += 1;
                x = 0.0;
            }
            if row == rows || (row + 1 == rows && x + width > last && last < room) {
                break;
            }
            places.push(ChipPlace { row, x, width });
            x += width;
        }
        places
    };
    let all = fill(room);
    if all.len() == widths.len() && !more {
        all
    } else {
        fill((room - MORE).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chips_fill_rows_and_leave_room_for_the_rest() {
        let one = [100.0, 100.0, 100.0];
        assert_eq!(pack(&one, 300.0, 1, false).len(), 3);
        let places = pack(&one, 299.0, 2, false);
        assert_eq!(places.len(), 3);
        assert_eq!((places[2].row, places[2].x), (1, 0.0));
        // One row only: the third has no room, nor has the second beside the
        // button.
        assert_eq!(pack(&one, 290.0, 1, false).len(), 1);
        assert_eq!(pack(&one, 299.0, 1, false).len(), 2);
        assert!(pack(&[100.0], 50.0, 1, false).len() <= 1);
        assert!(pack(&[], 50.0, 1, false).is_empty());
    }
}
