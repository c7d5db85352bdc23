//! The tags a new project starts with.
//!
//! **Invariant:** no two of them share a key, and each has an English and an
//! Arabic name and a colour for light and for dark grounds; no two colours of
//! tags that are drawn alike are hard to tell apart for anybody (tested in
//! `analysis::hues`, which says how far apart that is).

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
    ("person",       Entity,  "P", "Person",       "شخص",     "#225688", "#8AB3E4"),
    ("group",        Entity,  "G", "Group",        "جماعة",   "#C03918", "#EC805B"),
    ("organisation", Entity,  "O", "Organisation", "منظمة",   "#7C54B6", "#A284D8"),
    ("place",        Entity,  "L", "Place",        "مكان",    "#508C61", "#7ED3A7"),
    ("facility",     Entity,  "F", "Facility",     "منشأة",   "#0F7372", "#56ACAC"),
    ("people",       Entity,  "B", "People",       "قوم",     "#B07C12", "#E5BA5A"),
    ("date",         Entity,  "D", "Date",         "تاريخ",   "#6C7D8D", "#B3C0CF"),
    ("number",       Entity,  "N", "Number",       "عدد",     "#776251", "#C1A382"),
    ("title",        Entity,  "T", "Title",        "لقب",     "#5C8DC2", "#AFD3F9"),
    ("event",        Entity,  "E", "Event",        "حدث",     "#A3436E", "#CA7E9C"),
    ("weapon",       Entity,  "W", "Weapon",       "سلاح",    "#4C4B47", "#D2D0CC"),
    ("address",      Entity,  "A", "Address",      "عنوان",   "#5A7535", "#B2DC91"),
    ("claim",        Passage, "C", "Claim",        "ادعاء",   "#A3436E", "#CA7E9C"),
    ("quotation",    Passage, "Q", "Quotation",    "اقتباس",  "#7C54B6", "#A284D8"),
    ("context",      Passage, "X", "Context",      "سياق",    "#6C7D8D", "#B3C0CF"),
    ("verify",       Passage, "V", "To verify",    "للتحقق",  "#C03918", "#EC805B"),
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
