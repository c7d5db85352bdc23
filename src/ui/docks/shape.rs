//! In how many rows the readers stand.
//!
//! **Invariant:** the shape follows from the choice, the number of readers and
//! the room, and from nothing else.

use egui::Vec2;
use egui_tiles::{TileId, Tiles, Tree};

use crate::command::Arrangement;

/// Readers that choose for themselves how to stand are no narrower and no
/// lower than this, points.
const LEAST: Vec2 = Vec2::new(250.0, 190.0);

/// How the readers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// In rows, so many in each.
    Rows(usize),
    /// One behind the other.
    Tabs,
}

/// How so many readers stand in so much room (points).
pub(super) fn shape_of(arrangement: Arrangement, count: usize, room: Vec2) -> Shape {
    let count = count.max(1);
    match arrangement {
        Arrangement::Columns => Shape::Rows(count),
        Arrangement::Rows => Shape::Rows(1),
        Arrangement::Tabs => Shape::Tabs,
        Arrangement::Grid => {
            // As square as can be, wider than high.
            let columns = (1..=count).find(|columns| columns * columns >= count);
            Shape::Rows(columns.unwrap_or(1))
        }
        Arrangement::Fitting => {
            let most = ((room.x / LEAST.x) as usize).max(1);
            let rows = count.div_ceil(most);
            if rows > 1 && room.y / (rows as f32) < LEAST.y {
                return Shape::Tabs;
            }
            // The last row is nearly as full as the others.
            Shape::Rows(count.div_ceil(rows))
        }
    }
}

/// A tree of these panes in this shape; in a mirrored window the first one
/// stands on the right.
pub(super) fn tree_of(id: egui::Id, panes: &[u64], shape: Shape, mirrored: bool) -> Tree<u64> {
    let mut tiles = Tiles::default();
    let children: Vec<TileId> = panes.iter().map(|pane| tiles.insert_pane(*pane)).collect();
    let ordered = |row: &[TileId]| {
        let mut row = row.to_vec();
        if mirrored {
            row.reverse();
        }
        row
    };
    let root = match shape {
        Shape::Tabs => {
            let root = tiles.insert_tab_tile(ordered(&children));
            if let Some(egui_tiles::Tile::Container(egui_tiles::Container::Tabs(tabs))) =
                tiles.get_mut(root)
            {
                tabs.active = children.first().copied();
            }
            root
        }
        Shape::Rows(columns) => {
            let rows: Vec<TileId> = children
                .chunks(columns.max(1))
                .map(|row| tiles.insert_horizontal_tile(ordered(row)))
                .collect();
            match rows.as_slice() {
                [only] => *only,
                _ => tiles.insert_vertical_tile(rows),
            }
        }
    };
    Tree::new(id, root, tiles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_stand_as_there_is_room() {
        let shape = |count, x, y| shape_of(Arrangement::Fitting, count, Vec2::new(x, y));
        assert_eq!(shape(2, 900.0, 600.0), Shape::Rows(2));
        assert_eq!(shape(3, 900.0, 600.0), Shape::Rows(3));
        assert_eq!(shape(4, 900.0, 600.0), Shape::Rows(2));
        assert_eq!(shape(5, 900.0, 600.0), Shape::Rows(3));
        assert_eq!(shape(7, 900.0, 600.0), Shape::Rows(3));
        assert_eq!(shape(12, 900.0, 600.0), Shape::Tabs);
        assert_eq!(shape(2, 100.0, 100.0), Shape::Tabs);
        assert_eq!(shape(1, 10.0, 10.0), Shape::Rows(1));
        assert_eq!(shape(0, 900.0, 600.0), Shape::Rows(1));
    }

    #[test]
    fn a_choice_holds_whatever_the_room() {
        let room = Vec2::new(100.0, 100.0);
        assert_eq!(shape_of(Arrangement::Columns, 6, room), Shape::Rows(6));
        assert_eq!(shape_of(Arrangement::Rows, 6, room), Shape::Rows(1));
        assert_eq!(shape_of(Arrangement::Grid, 6, room), Shape::Rows(3));
        assert_eq!(shape_of(Arrangement::Grid, 4, room), Shape::Rows(2));
        assert_eq!(shape_of(Arrangement::Tabs, 2, room), Shape::Tabs);
    }

    #[test]
    fn every_pane_has_one_place() {
        for count in 1..9_u64 {
            let panes: Vec<u64> = (0..count).collect();
            for shape in [Shape::Tabs, Shape::Rows(1), Shape::Rows(3)] {
                let id = egui::Id::unique("test");
                let tree = tree_of(id, &panes, shape, count % 2 == 0);
                let mut found: Vec<u64> = tree
                    .tiles
                    .tiles()
                    .filter_map(|tile| match tile {
                        egui_tiles::Tile::Pane(pane) => Some(*pane),
                        egui_tiles::Tile::Container(_) => None,
                    })
                    .collect();
                found.sort_unstable();
                assert_eq!(found, panes);
            }
        }
    }
}
