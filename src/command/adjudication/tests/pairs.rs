//! What is kept of two layers that are compared.

use std::sync::Arc;

use super::*;
use crate::analysis::agreement::Agreement;
use crate::command::Comparison;

/// The comparison as it would be without anything kept.
fn compared_anew(wb: &Workbench) -> Arc<Comparison> {
    let kept = wb.compared.borrow_mut().take();
    let anew = wb.comparison().unwrap();
    *wb.compared.borrow_mut() = kept;
    anew
}

#[test]
fn marks_are_paired_anew_only_when_one_of_the_two_layers_changes() {
    let mut wb = workbench();
    let same_as_anew = |wb: &Workbench| {
        let (known, anew) = (wb.comparison().unwrap(), compared_anew(wb));
        assert_eq!(known.rows, anew.rows);
        assert_eq!(known.figures(), anew.figures());
        assert_eq!(known.progress(), anew.progress());
        assert_eq!(known.agreed_waiting(), anew.agreed_waiting());
        for mark in wb.project().annotations() {
            assert_eq!(known.row_of(&mark.id), anew.row_of(&mark.id), "{}", mark.id);
        }
    };
    // Where the figures lie: they are kept with the pairs.
    let pairs = |wb: &Workbench| std::ptr::from_ref(wb.comparison().unwrap().figures());
    let before = pairs(&wb);
    for command in [
        "layers.take-first",
        "layers.take-neither",
        "layers.take-both",
        "edit.undo",
        "layers.take-agreed",
        "edit.undo",
        "edit.redo",
        "layers.previous",
        "layers.take-second",
    ] {
        assert!(wb.run(command, &Args::None), "{command}");
        same_as_anew(&wb);
        assert_eq!(pairs(&wb), before, "{command}");
    }
    // A mark of one of the two changes.
    let mark = wb.project().annotation(&Id::new("a2")).unwrap().clone();
    let mut longer = mark.clone();
    longer.spans = vec![Span::new(5, 14)];
    let edit = Edit::change(mark, longer);
    wb.commit("annotation.tag", vec![edit]).unwrap();
    same_as_anew(&wb);
    let row = wb.comparison().unwrap().row_of(&Id::new("a2")).unwrap();
    assert_eq!(
        wb.comparison().unwrap().rows[row].agreement,
        Agreement::Same
    );
    assert!(wb.run("edit.undo", &Args::None));
    same_as_anew(&wb);
    let row = wb.comparison().unwrap().row_of(&Id::new("a2")).unwrap();
    assert_eq!(
        wb.comparison().unwrap().rows[row].agreement,
        Agreement::Span
    );
}
