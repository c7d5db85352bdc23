//! Pairs and figures: by hand, by another program, and whatever is drawn.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use proptest::prelude::*;

use super::figures::Characters;
use super::*;

/// A mark that owns its places.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Own {
    spans: Vec<Span>,
    tag: &'static str,
}

fn own(tag: &'static str, places: &[(usize, usize)]) -> Own {
    Own {
        spans: places.iter().map(|(a, b)| Span::new(*a, *b)).collect(),
        tag,
    }
}

fn lent(marks: &[Own]) -> Vec<Marked<'_>> {
    marks
        .iter()
        .map(|mark| Marked {
            spans: &mark.spans,
            tag: mark.tag,
            kind: match mark.tag {
                "passage" => TagKind::Passage,
                "whole" => TagKind::Document,
                _ => TagKind::Entity,
            },
        })
        .collect()
}

fn compared(first: &[Own], second: &[Own]) -> Vec<(Option<usize>, Option<usize>, Agreement)> {
    pairs(&lent(first), &lent(second))
        .into_iter()
        .map(|pair| (pair.first, pair.second, pair.agreement))
        .collect()
}

#[test]
fn each_kind_of_difference_by_hand() {
    let first = [
        own("person", &[(0, 5)]),
        own("person", &[(10, 15)]),
        own("group", &[(20, 26)]),
        own("place", &[(30, 36)]),
        own("person", &[(50, 55)]),
    ];
    let second = [
        own("person", &[(0, 5)]),
        own("person", &[(12, 18)]),
        own("organisation", &[(20, 26)]),
        own("facility", &[(30, 38)]),
        own("place", &[(70, 75)]),
    ];
    assert_eq!(
        compared(&first, &second),
        [
            (Some(0), Some(0), Agreement::Same),
            (Some(1), Some(1), Agreement::Span),
            (Some(2), Some(2), Agreement::Tag),
            (Some(3), Some(3), Agreement::SpanAndTag),
            (Some(4), None, Agreement::OnlyFirst),
            (None, Some(4), Agreement::OnlySecond),
        ]
    );
}

#[test]
fn the_best_pairs_are_found_where_the_first_best_is_not() {
    // Taken one by one, the middle ones would go together and leave two alone.
    let first = [own("a", &[(0, 10)]), own("a", &[(8, 20)])];
    let second = [own("a", &[(7, 19)]), own("a", &[(18, 30)])];
    let found = compared(&first, &second);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|(.., how)| *how == Agreement::Span));
}

#[test]
fn same_marks_are_paired_before_anything_else() {
    let first = [own("a", &[(0, 10)]), own("a", &[(0, 4)])];
    let second = [own("a", &[(0, 4)]), own("a", &[(0, 4)])];
    assert_eq!(
        compared(&first, &second),
        [
            (Some(0), Some(1), Agreement::Span),
            (Some(1), Some(0), Agreement::Same),
        ]
    );
}

#[test]
fn other_tags_need_half_of_the_place_and_other_kinds_never_pair() {
    let first = [own("a", &[(0, 100)]), own("passage", &[(200, 300)])];
    let second = [own("b", &[(0, 10)]), own("a", &[(200, 300)])];
    assert_eq!(compared(&first, &second).len(), 4);
    let first = [own("a", &[(0, 6)])];
    let second = [own("b", &[(0, 9)])];
    assert_eq!(compared(&first, &second)[0].2, Agreement::SpanAndTag);
}

#[test]
fn parts_and_places_without_length_are_compared_too() {
    let first = [
        own("a", &[(0, 4), (10, 14)]),
        own("a", &[(20, 20)]),
        own("whole", &[]),
    ];
    let second = [
        own("a", &[(0, 4), (10, 16)]),
        own("a", &[(20, 20)]),
        own("whole", &[]),
    ];
    let kinds: Vec<Agreement> = compared(&first, &second).iter().map(|p| p.2).collect();
    assert_eq!(kinds, [Agreement::Same, Agreement::Span, Agreement::Same]);
}

#[test]
fn figures_are_those_of_another_program() {
    // Reckoned in Python, character by character, from the definitions.
    let first = [own("a", &[(0, 5)]), own("a", &[(10, 15)])];
    let second = [
        own("a", &[(0, 5)]),
        own("a", &[(12, 18)]),
        own("a", &[(30, 32)]),
    ];
    let (a, b) = (lent(&first), lent(&second));
    let mut figures = Figures::default();
    figures.add((&a, &b), &pairs(&a, &b), 40, Span::len);
    let of = &figures.tags["a"];
    assert_eq!((of.first, of.second, of.same, of.span), (2, 3, 1, 1));
    assert!((of.strict_f1().unwrap() - 0.4).abs() < 1e-12);
    assert!((of.lenient_f1().unwrap() - 0.8).abs() < 1e-12);
    assert!((of.characters.kappa().unwrap() - KAPPA).abs() < 1e-12);
    assert!((of.characters.alpha().unwrap() - ALPHA).abs() < 1e-12);
    assert_eq!(figures.differences(), 2);
}

const KAPPA: f64 = 0.575_757_575_757_575_5;
const ALPHA: f64 = 0.578_184_591_914_669_1;

#[test]
fn a_text_without_the_tag_counts_for_it_as_well() {
    let first = [own("a", &[(0, 4)])];
    let second = [own("a", &[(2, 6)])];
    let (a, b) = (lent(&first), lent(&second));
    let mut figures = Figures::default();
    figures.add((&[], &[]), &[], 4, Span::len);
    figures.add((&a, &b), &pairs(&a, &b), 6, Span::len);
    let of = figures.tags["a"].characters;
    assert_eq!((of.both, of.first, of.second, of.all), (2, 2, 2, 10));
    // (0.6 − 0.52) / 0.48
    assert!((of.kappa().unwrap() - 1.0 / 6.0).abs() < 1e-12);
}

#[test]
fn what_is_not_defined_is_none() {
    let nothing = Characters {
        all: 10,
        ..Characters::default()
    };
    assert_eq!((nothing.kappa(), nothing.alpha()), (None, None));
    let everything = Characters {
        both: 10,
        all: 10,
        ..nothing
    };
    assert_eq!((everything.kappa(), everything.alpha()), (None, None));
    assert_eq!(Characters::default().kappa(), None);
    assert_eq!(TagFigures::default().strict_f1(), None);
    let perfect = Characters { both: 3, ..nothing };
    assert_eq!((perfect.kappa(), perfect.alpha()), (Some(1.0), Some(1.0)));
}

fn drawn() -> impl Strategy<Value = Vec<Own>> {
    let span = (0_usize..40, 0_usize..12);
    let mark = (
        prop_oneof![Just("a"), Just("b"), Just("passage"), Just("whole")],
        prop::collection::vec(span, 0..3),
    )
        .prop_map(|(tag, places)| {
            let mut spans: Vec<Span> = places
                .into_iter()
                .map(|(start, length)| Span::new(start, start + length))
                .collect();
            spans.sort_unstable();
            spans.dedup_by(|b, a| b.start < a.end || a == b);
            if spans.is_empty() && tag != "whole" {
                spans.push(Span::new(3, 5));
            }
            Own { spans, tag }
        });
    prop::collection::vec(mark, 0..14)
}

proptest! {
    #[test]
    fn every_mark_is_in_one_pair(first in drawn(), second in drawn()) {
        let found = compared(&first, &second);
        let mut of_first: Vec<usize> = found.iter().filter_map(|pair| pair.0).collect();
        let mut of_second: Vec<usize> = found.iter().filter_map(|pair| pair.1).collect();
        of_first.sort_unstable();
        of_second.sort_unstable();
        prop_assert_eq!(of_first, (0..first.len()).collect::<Vec<_>>());
        prop_assert_eq!(of_second, (0..second.len()).collect::<Vec<_>>());
        for (a, b, how) in found {
            let same = a.zip(b).map(|(a, b)| {
                (first[a].spans == second[b].spans, first[a].tag == second[b].tag)
            });
            prop_assert_eq!(how == Agreement::Same, same == Some((true, true)));
        }
    }

    #[test]
    fn exchanged_sides_give_exchanged_pairs(first in drawn(), second in drawn()) {
        let there = compared(&first, &second);
        let back = compared(&second, &first);
        let as_marks = |found: &[(Option<usize>, Option<usize>, Agreement)], turned: bool| {
            let mut list: Vec<String> = found
                .iter()
                .map(|(a, b, how)| {
                    let (a, b, how) = if turned { (b, a, how.exchanged()) } else { (a, b, *how) };
                    let (a, b) = (a.map(|i| &first[i]), b.map(|i| &second[i]));
                    format!("{a:?} {b:?} {how:?}")
                })
                .collect();
            list.sort();
            list
        };
        prop_assert_eq!(as_marks(&there, false), as_marks(&back, true));
    }

    #[test]
    fn the_order_of_marks_is_nothing(first in drawn(), second in drawn()) {
        let turned: Vec<Own> = first.iter().rev().cloned().collect();
        let list = |first: &[Own]| {
            let mut list: Vec<String> = compared(first, &second)
                .iter()
                .map(|(a, b, how)| {
                    format!("{:?} {:?} {how:?}", a.map(|i| &first[i]), b.map(|i| &second[i]))
                })
                .collect();
            list.sort();
            list
        };
        prop_assert_eq!(list(&first), list(&turned));
    }

    #[test]
    fn whoever_agrees_with_themselves_agrees_wholly(marks in drawn()) {
        prop_assert!(compared(&marks, &marks).iter().all(|pair| pair.2 == Agreement::Same));
    }
}
