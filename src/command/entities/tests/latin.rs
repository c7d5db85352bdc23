//! Names in Latin letters, written before they are asked for.

use super::*;

fn three() -> Workbench {
    let mut wb = bench(&[A]);
    for (words, tag) in [
        ("أحمد الشرع", "person"),
        ("دمشق", "place"),
        ("قوات سوريا الديمقراطية", "group"),
    ] {
        let of = mark(&mut wb, 0, words, 0, tag);
        new(&mut wb, &of);
    }
    wb.finish_reading_entities();
    wb
}

#[test]
fn names_written_ahead_are_found_like_those_written_when_asked_for() {
    let (ahead, asked) = (three(), three());
    assert!(ahead.romanise_ahead(2), "one is left");
    assert!(!ahead.romanise_ahead(2), "none is left");
    assert!(!ahead.romanise_ahead(2));
    for typed in [
        "damas", "ahmad", "qwat", "sh", "d", "s", "a", "zzz", "دمشق", "",
    ] {
        let found = |wb: &Workbench| -> Vec<String> {
            let all = wb.find_entities(typed);
            let name = |id: &Id| wb.project().entity(id).unwrap().name.clone();
            all.iter().map(name).collect()
        };
        assert_eq!(found(&ahead), found(&asked), "{typed}");
    }
}
