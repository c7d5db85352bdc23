//! What stands at a place already: marks, suggestions, the guideline, whose
//! layer is shown.

use super::*;
use crate::model::{Origin, Overlap};

#[test]
fn what_stands_there_already_is_said_and_not_ticked() {
    let mut wb = bench(&["قسد وقسد وقسد وقسد، قوات قسد، في قسد بعد إلى والي"]);
    mark(&mut wb, 0, "قسد", 0, "group");
    mark(&mut wb, 0, "قسد", 1, "organisation");
    mark(&mut wb, 0, "وقسد", 2, "place");
    mark(&mut wb, 0, "قوات قسد", 0, "group");
    mark(&mut wb, 0, "في ق", 0, "event");
    select(&mut wb, 0, "قسد", 3);
    tag_all(&mut wb, "group");
    assert_eq!(
        rows(&wb),
        [
            "d0: قسد Marked",
            "d0: قسد Other",
            "d0: قسد Free*",
            "d0: قسد Inside*",
            "d0: قسد Within",
            "d0: قسد Crossing",
        ]
    );
    // What is marked already cannot be ticked.
    wb.tick_tag_line(TagLine::Row(0), true);
    assert_eq!(wb.tag_all().unwrap().ticked(), 2);
    // One that has another tag can, and gets both.
    wb.tick_tag_line(TagLine::Row(1), true);
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(wb.project().tag_count(&Id::new("group")), 5);
    select(&mut wb, 0, "إلى", 0);
    tag_all(&mut wb, "person");
    assert_eq!(rows(&wb)[1], "d0: الي Doubtful");
}

#[test]
fn what_the_guideline_forbids_is_shown_with_the_reason() {
    let mut wb = bench(&["قسد وقسد، قوات قسد، وقسد"]);
    let before = wb.project().tag(&Id::new("group")).unwrap().clone();
    let mut after = before.clone();
    after.overlap = Overlap::Forbid;
    wb.commit("test", vec![Edit::change(before, after)])
        .unwrap();
    mark(&mut wb, 0, "قوات قسد", 0, "group");
    mark(&mut wb, 0, "قسد", 0, "place");
    select(&mut wb, 0, "قسد", 1);
    tag_all(&mut wb, "group");
    assert_eq!(
        rows(&wb),
        [
            "d0: قسد Other",
            "d0: قسد Free*",
            "d0: قسد Forbidden",
            "d0: قسد Free*",
        ]
    );
    run(&mut wb, "tag-all.all", Args::None);
    assert_eq!(wb.tag_all().unwrap().ticked(), 3, "not what is forbidden");
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(wb.project().tag_count(&Id::new("group")), 4);
    // Nor does the tag of a mark change into a forbidden one.
    mark(&mut wb, 0, "قسد", 2, "person");
    wb.choose_mark(None);
    select(&mut wb, 0, "قسد", 2);
    run(&mut wb, "annotation.retype-all", Args::Id(Id::new("group")));
    let open = wb.tag_all().unwrap();
    assert_eq!((open.row_count(), open.ticked()), (2, 0));
}

#[test]
fn a_readers_layer_is_whose_marks_count() {
    let mut wb = bench(&[A]);
    let other = Analyst::new(Id::new("other"), "Basil");
    wb.commit("test", vec![Edit::create(other)]).unwrap();
    mark(&mut wb, 0, "زنكوبار", 0, "group");
    let reader = wb.active_reader().unwrap().id;
    wb.set_layer(reader, Some(Id::new("other")));
    select(&mut wb, 0, "زنكوبار", 0);
    tag_all(&mut wb, "group");
    assert_eq!(rows(&wb)[0], "d0: زنكوبار Free*");
    run(&mut wb, "annotation.untag-all", Args::Id(Id::new("group")));
    assert_eq!(wb.tag_all().unwrap().row_count(), 0);
}

#[test]
fn open_suggestions_that_agree_are_accepted_with_it() {
    let mut wb = bench(&["زار الوفد دمشق ثم عاد إلى دمشق.\nوقيل في دمشق كلام."]);
    wb.run_suggestions_now();
    let open = |wb: &Workbench| {
        let text = wb.project().document(&d(0)).unwrap().text.to_string();
        let all = wb.suggestions(&d(0));
        all.iter()
            .filter(|one| one.span.of(&text) == Some("دمشق"))
            .count()
    };
    assert_eq!(open(&wb), 3);
    select(&mut wb, 0, "دمشق", 0);
    tag_all(&mut wb, "place");
    assert_eq!(rows(&wb), ["d0: دمشق Suggested*"; 3]);
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(open(&wb), 0);
    let suggested = |mark: &crate::model::Annotation| {
        matches!(mark.origin, Origin::Suggested { .. }) && mark.entity.is_some()
    };
    assert!(wb.project().annotations().all(suggested));
    run(&mut wb, "edit.undo", Args::None);
    assert_eq!(open(&wb), 3);
    // With another tag: the words are suggested with that one from now on.
    tag_all(&mut wb, "organisation");
    assert_eq!(rows(&wb), ["d0: دمشق Free*"; 3]);
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(wb.project().counts().decisions, 1);
    assert_eq!(open(&wb), 0);
}
