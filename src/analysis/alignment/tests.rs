//! Alignments by hand, and whatever is drawn.

#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a failed unwrap is a failed test"
)]

use proptest::prelude::*;

use super::corrections::{Side, join, pin, separate};
use super::*;

fn beads(pairs: &[(u32, u32)]) -> Vec<Bead> {
    pairs.iter().map(|pair| Bead::from(*pair)).collect()
}

fn aligned(here: &str, there: &str) -> Vec<Bead> {
    align(&described(here, &[]), &described(there, &[]))
}

fn line(length: usize) -> String {
    "كلمة ".repeat(length / 5 + 1)
}

#[test]
fn paragraphs_without_a_letter_are_not_counted() {
    let text = "أول\n\n  \nثان\r\nثالث";
    let words: Vec<&str> = paragraphs(text)
        .iter()
        .map(|s| &text[s.start..s.end])
        .collect();
    assert_eq!(words, ["أول", "ثان", "ثالث"]);
}

#[test]
fn each_move_is_found_by_length() {
    let here = [300, 80, 420, 150, 200, 260].map(line).join("\n");
    let same = here.clone();
    assert_eq!(aligned(&here, &same), beads(&[(1, 1); 6]));
    // The second and third of the translation are one here.
    let there = [300, 80, 260, 160, 150, 200, 260].map(line).join("\n");
    assert_eq!(
        aligned(&here, &there),
        beads(&[(1, 1), (1, 1), (1, 2), (1, 1), (1, 1), (1, 1)])
    );
    assert_eq!(
        aligned(&there, &here),
        beads(&[(1, 1), (1, 1), (2, 1), (1, 1), (1, 1), (1, 1)])
    );
    // One is left out.
    let there = [300, 80, 150, 200, 260].map(line).join("\n");
    assert_eq!(
        aligned(&here, &there),
        beads(&[(1, 1), (1, 1), (1, 0), (1, 1), (1, 1), (1, 1)])
    );
}

#[test]
fn a_shared_number_decides_where_lengths_do_not() {
    let here =
        "قتل ١٢ شخصا في الهجوم الأول\nوأصيب كثيرون في الهجوم الثاني\nوقال إن 340 عادوا إلى ديارهم";
    let there = "Twelve, that is 12 people died at first\nHe said that 340 went back home";
    let found = aligned(here, there);
    let groups = Aligned::new(
        (&paragraphs(here), &paragraphs(there)),
        &found,
        (here.len(), there.len()),
    )
    .unwrap();
    let at = here.find("340").unwrap();
    let (_, partner) = groups.group(groups.group_at(at).unwrap()).unwrap();
    assert!(
        there[partner.start..partner.end].contains("340"),
        "{found:?}"
    );
    let (_, partner) = groups.group(groups.group_at(0).unwrap()).unwrap();
    assert!(
        there[partner.start..partner.end].contains("12"),
        "{found:?}"
    );
}

#[test]
fn numbers_are_the_same_in_all_digits() {
    let keys = shared_words("في ١٬٢٥٠ و۴۲ مع SDF، و3");
    let expected: BTreeSet<String> = ["1250", "42", "sdf", "3"].map(str::to_owned).into();
    assert_eq!(keys, expected);
}

#[test]
fn places_are_found_on_the_other_side() {
    let (here, there) = ("a\n\nb\nc", "A\nB C\n");
    let lengths = (here.len(), there.len());
    let sides = (&*paragraphs(here), &*paragraphs(there));
    let groups = Aligned::new(sides, &beads(&[(1, 1), (2, 1)]), lengths).unwrap();
    assert_eq!(groups.group_at(0), Some(0));
    assert_eq!(
        groups.group_at(1),
        Some(0),
        "a blank line belongs to what is before it"
    );
    assert_eq!(groups.group_at(5), Some(1));
    assert_eq!(groups.group_at(900), Some(1));
    assert_eq!(groups.group(1), Some((Span::new(3, 6), Span::new(2, 5))));
    assert_eq!(groups.stretch(1), Some((Span::new(3, 6), Span::new(2, 6))));
    assert_eq!(groups.exchanged().group_at(3), Some(1));
    assert_eq!(Aligned::new(sides, &beads(&[(1, 1)]), lengths), None);
}

#[test]
fn what_stands_alone_leads_to_where_it_would_be() {
    let (here, there) = ("a\nb\nc", "A\nC");
    let sides = (&*paragraphs(here), &*paragraphs(there));
    let found = beads(&[(1, 1), (1, 0), (1, 1)]);
    let groups = Aligned::new(sides, &found, (5, 3)).unwrap();
    let group = groups.group_at(2).unwrap();
    assert_eq!(group, 1);
    assert_eq!(
        groups.group(group),
        Some((Span::new(2, 3), Span::new(2, 2)))
    );
    assert_eq!(groups.exchanged().group_at(2), Some(2));
}

#[test]
fn groups_are_joined_and_separated() {
    let start = beads(&[(1, 1), (2, 2), (1, 1)]);
    assert_eq!(join(&start, Side::Here, 0), Some(beads(&[(3, 3), (1, 1)])));
    assert_eq!(
        join(&start, Side::There, 3),
        None,
        "nothing is behind the last"
    );
    let parted = beads(&[(1, 1), (1, 1), (1, 1), (1, 1)]);
    assert_eq!(separate(&start, Side::Here, 2, None), Some(parted.clone()));
    assert_eq!(separate(&start, Side::Here, 1, None), Some(parted));
    assert_eq!(
        separate(&start, Side::There, 2, Some(3)),
        Some(beads(&[(1, 1), (2, 1), (0, 1), (1, 1)])),
    );
    assert_eq!(
        separate(&start, Side::Here, 0, None),
        Some(beads(&[(1, 0), (0, 1), (2, 2), (1, 1)]))
    );
    assert_eq!(separate(&beads(&[(1, 0)]), Side::Here, 0, None), None);
    assert_eq!(separate(&start, Side::Here, 99, None), None);
}

#[test]
fn two_paragraphs_are_said_to_stand_for_one_another() {
    let text = [100, 100, 100, 100].map(line).join("\n");
    let (here, there) = (described(&text, &[]), described(&text, &[]));
    let found = align(&here, &there);
    let pinned = pin(&found, (&here, &there), (1, 2)).unwrap();
    let groups = Aligned::new(
        (&paragraphs(&text), &paragraphs(&text)),
        &pinned,
        (text.len(), text.len()),
    )
    .unwrap();
    let group = groups.group_at(here[1].span.start).unwrap();
    assert_eq!(groups.group(group).unwrap().1.start, there[2].span.start);
    assert_eq!(pin(&found, (&here, &there), (9, 0)), None);
    assert_eq!(
        pin(&found, (&here, &there), (2, 2)),
        None,
        "so it is already"
    );
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![3 => 1_usize..300, 1 => Just(0)], 0..30)
        .prop_map(|lengths| lengths.into_iter().map(line).collect::<Vec<_>>().join("\n"))
}

fn counts(beads: &[Bead]) -> (u32, u32) {
    beads
        .iter()
        .fold((0, 0), |(a, b), bead| (a + bead.here, b + bead.there))
}

proptest! {
    #[test]
    fn every_paragraph_is_in_one_group(here in text(), there in text(), at in 0_usize..40) {
        let (a, b) = (described(&here, &[]), described(&there, &[]));
        let found = align(&a, &b);
        let all = (a.len() as u32, b.len() as u32);
        prop_assert_eq!(counts(&found), all);
        prop_assert_eq!(counts(&nth(a.len(), b.len())), all);
        let steps = [
            join(&found, Side::Here, at),
            join(&found, Side::There, at),
            separate(&found, Side::Here, at, Some(at)),
            separate(&found, Side::There, at, None),
            pin(&found, (&a, &b), (at, at / 2)),
        ];
        for step in steps.into_iter().flatten() {
            prop_assert_eq!(counts(&step), all);
            prop_assert!(step.iter().all(|bead| bead.here + bead.there > 0));
        }
        let (p, q) = (paragraphs(&here), paragraphs(&there));
        let groups = Aligned::new((&p, &q), &found, (here.len(), there.len())).unwrap();
        for paragraph in &p {
            let group = groups.group_at(paragraph.start).unwrap();
            prop_assert!(groups.group(group).unwrap().0.contains_span(*paragraph));
        }
        for paragraph in &q {
            let back = groups.exchanged();
            let group = back.group_at(paragraph.start).unwrap();
            prop_assert!(back.group(group).unwrap().0.contains_span(*paragraph));
        }
    }

    #[test]
    fn a_text_is_aligned_with_itself(here in text()) {
        let a = described(&here, &[]);
        let one = Bead { here: 1, there: 1 };
        let all_one = align(&a, &a).iter().all(|bead| *bead == one);
        prop_assert!(all_one);
    }
}
