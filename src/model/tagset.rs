//! The tags a new project starts with.
//!
//! **Invariant:** no two of them share a key, and each has an English and an
//! Arabic name and a colour for light and for dark grounds.

use super::{Id, Tag, TagKind};
use TagKind::{Entity, Passage};

type Row = (
    &'static str,
    TagKind,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// Id, kind, key, English, Arabic, colour on light, colour on dark.
#[rustfmt::skip]
const ROWS: [Row; 16] = [
    ("person",       Entity,  "P", "Person",       "شخص",     "#2F6BB3", "#7FB2EE"),
    ("group",        Entity,  "G", "Group",        "جماعة",   "#B4472C", "#EE9478"),
    ("organisation", Entity,  "O", "Organisation", "منظمة",   "#7750A5", "#BE9CE6"),
    ("place",        Entity,  "L", "Place",        "مكان",    "#3A8253", "#84CE9C"),
    ("facility",     Entity,  "F", "Facility",     "منشأة",   "#1F868C", "#6FCFD4"),
    ("people",       Entity,  "B", "People",       "قوم",     "#AE7C19", "#E5BE6A"),
    ("date",         Entity,  "D", "Date",         "تاريخ",   "#67737E", "#A9B6C2"),
    ("number",       Entity,  "N", "Number",       "عدد",     "#8A6A4A", "#D0AE8A"),
    ("title",        Entity,  "T", "Title",        "لقب",     "#5B8EC4", "#A5CBF2"),
    ("event",        Entity,  "E", "Event",        "حدث",     "#A33E7B", "#E58FC2"),
    ("weapon",       Entity,  "W", "Weapon",       "سلاح",    "#4C4A46", "#C9C5BD"),
    ("address",      Entity,  "A", "Address",      "عنوان",   "#5E7A2E", "#B6D08A"),
    ("claim",        Passage, "C", "Claim",        "ادعاء",   "#A33E7B", "#E58FC2"),
    ("quotation",    Passage, "Q", "Quotation",    "اقتباس",  "#7750A5", "#BE9CE6"),
    ("context",      Passage, "X", "Context",      "سياق",    "#67737E", "#A9B6C2"),
    ("verify",       Passage, "V", "To verify",    "للتحقق",  "#B4472C", "#EE9478"),
];

/// The tags a new project starts with, in order.
pub fn default_tags() -> Vec<Tag> {
    ROWS.iter()
        .zip(0..)
        .map(
            |(&(id, kind, key, english, arabic, color, color_dark), order)| Tag {
                color: color.to_owned(),
                color_dark: color_dark.to_owned(),
                key: Some(key.to_owned()),
                order,
                ..Tag::new(
                    Id::new(id),
                    kind,
                    [("en", english), ("ar", arabic)]
                        .map(|(language, name)| (language.to_owned(), name.to_owned()))
                        .into(),
                )
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn keys_and_ids_are_unique() {
        let tags = default_tags();
        let keys: BTreeSet<_> = tags.iter().filter_map(|tag| tag.key.clone()).collect();
        let ids: BTreeSet<_> = tags.iter().map(|tag| tag.id.clone()).collect();
        assert_eq!((keys.len(), ids.len()), (tags.len(), tags.len()));
        assert!(
            tags.iter()
                .all(|tag| tag.color.len() == 7 && tag.color_dark.len() == 7)
        );
        assert_eq!(tags[5].name("ar"), "قوم");
        assert_eq!(tags[15].name("fr"), "To verify");
    }
}
