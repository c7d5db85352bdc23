//! A project with attributes of every kind and tags for relations.

use hashiya::command::Workbench;
use hashiya::model::{
    Annotation, Attribute, AttributeKind, Choice, Edit, Ends, Id, Overlap, Span, Tag, TagKind,
};
use serde_json::json;

use super::window::bench;

/// Two paragraphs of Arabic and one of English.
pub(crate) const TEXT: &str = "سافر أحمد بن علي إلى دمشق مع وفد قوات سوريا الديمقراطية، والتقى هناك وزير الخارجية الذي يقيم في دمشق منذ سنوات طويلة بحسب ما ذكرته وكالات الأنباء.\n\
    وعاد الوفد إلى بغداد بعد اثني عشر يوما من المباحثات، ونقل عن أحمد قوله إن المفاوضات مستمرة.\n\
    Ahmed Ben Ali left Damascus for Baghdad on 12 October 2019.";

fn named(id: &str, english: &str, arabic: &str) -> Choice {
    let mut choice = Choice::new(id);
    choice.names.insert("en".to_owned(), english.to_owned());
    choice.names.insert("ar".to_owned(), arabic.to_owned());
    choice
}

fn asked(id: &str, english: &str, arabic: &str, kind: AttributeKind) -> Attribute {
    let mut attribute = Attribute::new(id, kind);
    attribute.names.insert("en".to_owned(), english.to_owned());
    attribute.names.insert("ar".to_owned(), arabic.to_owned());
    attribute
}

fn relation(id: &str, english: &str, arabic: &str, from: &[&str], to: &[&str]) -> Tag {
    let names = [("en", english), ("ar", arabic)];
    let mut tag = Tag::new(
        Id::new(id),
        TagKind::Relation,
        names
            .map(|(code, name)| (code.to_owned(), name.to_owned()))
            .into(),
    );
    "#7750A5".clone_into(&mut tag.color);
    "#BE9CE6".clone_into(&mut tag.color_dark);
    tag.order = 100;
    tag.ends = Ends {
        from: from.iter().map(|id| Id::new(*id)).collect(),
        to: to.iter().map(|id| Id::new(*id)).collect(),
        symmetric: false,
    };
    tag
}

/// The default tags with: attributes on Person, no overlap of Places, and
/// relations person → place (two), place → place, anything → anything.
pub(crate) fn codebook(wb: &mut Workbench) {
    let change = |wb: &Workbench, id: &str, change: &dyn Fn(&mut Tag)| {
        let before = wb.project().tag(&Id::new(id)).unwrap().clone();
        let mut after = before.clone();
        change(&mut after);
        Edit::change(before, after)
    };
    let person = change(wb, "person", &|tag| {
        let mut role = asked(
            "role",
            "Role",
            "الدور",
            AttributeKind::OneOf {
                choices: vec![
                    named("speaker", "Speaker", "متحدث"),
                    named("victim", "Victim", "ضحية"),
                    named("official", "Official", "مسؤول"),
                    named("witness", "Witness", "شاهد"),
                ],
            },
        );
        role.required = true;
        let mut alive = asked("alive", "Alive", "على قيد الحياة", AttributeKind::YesNo);
        alive.default = Some(json!(true));
        tag.attributes = vec![
            role,
            asked(
                "age",
                "Age",
                "العمر",
                AttributeKind::Number {
                    least: Some(0.0),
                    most: Some(130.0),
                },
            ),
            asked("born", "Born", "تاريخ الميلاد", AttributeKind::Date),
            alive,
            asked("alias", "Known as", "يُعرف بـ", AttributeKind::Text),
            asked(
                "sides",
                "Sides",
                "الأطراف",
                AttributeKind::SomeOf {
                    choices: (1..=9)
                        .map(|n| named(&format!("s{n}"), &format!("Side {n}"), &format!("طرف {n}")))
                        .collect(),
                },
            ),
        ];
    });
    let place = change(wb, "place", &|tag| tag.overlap = Overlap::Forbid);
    let edits = vec![
        person,
        place,
        Edit::create(relation(
            "visits",
            "Visits",
            "يزور",
            &["person"],
            &["place"],
        )),
        Edit::create(relation(
            "lives",
            "Lives in",
            "يقيم في",
            &["person"],
            &["place"],
        )),
        Edit::create(relation("near", "Near", "قرب", &["place"], &["place"])),
        Edit::create(relation("about", "Says about", "يقول عن", &["group"], &[])),
    ];
    wb.commit("test", edits).unwrap();
}

/// A workbench on [`TEXT`] with that codebook and marks: `p1` أحمد بن علي,
/// `l1` دمشق, `g1` قوات سوريا الديمقراطية, `l2` بغداد, `p2` أحمد, and in the
/// English paragraph `p3` Ahmed Ben Ali, `l3` Damascus.
pub(crate) fn with_marks() -> Workbench {
    let mut wb = bench(&[("text", TEXT)], None);
    codebook(&mut wb);
    let document = wb.active_document().unwrap().id.clone();
    let last = TEXT.rfind('\n').unwrap();
    let second = TEXT.find('\n').unwrap();
    let edits = [
        ("p1", "أحمد بن علي", 0, "person"),
        ("l1", "دمشق", 0, "place"),
        ("g1", "قوات سوريا الديمقراطية", 0, "group"),
        ("l2", "بغداد", 0, "place"),
        ("p2", "أحمد", second, "person"),
        ("p3", "Ahmed Ben Ali", last, "person"),
        ("l3", "Damascus", last, "place"),
    ]
    .map(|(id, words, from, tag)| {
        let start = from + TEXT[from..].find(words).unwrap();
        Edit::create(Annotation::new(
            Id::new(id),
            document.clone(),
            vec![Span::new(start, start + words.len())],
            Id::new(tag),
            wb.analyst().clone(),
            hashiya::model::Timestamp::UNIX_EPOCH,
        ))
    });
    wb.commit("test", edits.into()).unwrap();
    wb
}
