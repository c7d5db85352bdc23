//! Relations in the window: drawn by keyboard and by mouse, seen as arcs that
//! run as the text is read.

use egui::{Key, Modifiers, Pos2, Rect, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hashiya::command::Args;
use hashiya::model::{Id, Span};

use super::support::values::with_marks;
use super::support::window::{WIDE, Window};

fn window() -> Window {
    Window::of(with_marks(), WIDE)
}

/// The heads of the arcs on the page with what they say.
fn arcs(window: &Window) -> Vec<(String, Rect)> {
    window
        .harness
        .query_all_by_role(Role::Link)
        .filter_map(|node| {
            let label = node.accesskit_node().label()?;
            Some((label.replace(['\u{2068}', '\u{2069}'], ""), node.rect()))
        })
        .collect()
}

fn span_of_mark(window: &Window, id: &str) -> Span {
    window
        .wb()
        .project()
        .annotation(&Id::new(id))
        .unwrap()
        .spans[0]
}

/// The middle of a mark on one line.
fn middle(window: &mut Window, id: &str) -> Pos2 {
    let span = span_of_mark(window, id);
    let (from, to) = window.ends(span);
    from.lerp(to, 0.5)
}

fn relate(window: &mut Window, from: &str, to: &str, tag: &str) {
    let (from, to, tag) = (Id::new(from), Id::new(to), Id::new(tag));
    window.wb_mut().relate(&from, &to, &tag).unwrap();
    window.rest();
}

#[test]
fn a_relation_is_drawn_with_the_keyboard_alone() {
    let mut window = window();
    window.plain_key(Key::F8);
    assert_eq!(window.chosen(), "أحمد بن علي");
    window.key(Modifiers::ALT, Key::R);
    window.plain_key(Key::F8);
    assert_eq!(window.chosen(), "دمشق");
    window.keep_picture("relation-strip");
    window.plain_key(Key::Enter);
    window.keep_picture("relation-list");
    // Both relations of a person and a place are offered; typing finds one.
    window.type_text("lives");
    window.plain_key(Key::Enter);
    let relation = window.wb().project().relations().next().unwrap().clone();
    assert_eq!(
        (
            relation.from.as_str(),
            relation.to.as_str(),
            relation.tag.as_str()
        ),
        ("p1", "l1", "lives")
    );
    window.keep_picture("relation-drawn");
    assert!(window.sees("Lives in"));
    // Escape leaves one that is begun and keeps the mark.
    window.key(Modifiers::ALT, Key::R);
    assert!(window.wb().relation_from().is_some());
    window.plain_key(Key::Escape);
    assert!(window.wb().relation_from().is_none());
    assert_eq!(window.chosen(), "دمشق");
    // And it is undone as one step.
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.wb().project().counts().relations, 0);
}

#[test]
fn a_relation_is_drawn_with_the_mouse_alone() {
    let mut window = Window::of(with_marks(), [1440.0, 1400.0]);
    let place = middle(&mut window, "l1");
    let person = middle(&mut window, "p1");
    window.pause();
    window.click(person);
    assert_eq!(window.chosen(), "أحمد بن علي");
    window.press(Role::Button, "Relate…");
    window.click(place);
    window.press(Role::Button, "Visits");
    let relation = window.wb().project().relations().next().unwrap().clone();
    assert_eq!(
        (relation.to.as_str(), relation.tag.as_str()),
        ("l1", "visits")
    );
    // A press on the arrow's head chooses the relation.
    window.wb_mut().choose_mark(None);
    window.rest();
    let (said, head) = arcs(&window).pop().unwrap();
    assert_eq!(said, "Visits: أحمد بن علي → دمشق");
    window.click(head.center());
    let chosen = window.wb().chosen_relation().map(|one| one.id.clone());
    assert_eq!(chosen, Some(relation.id));
}

#[test]
fn r24_the_head_of_an_arc_stands_over_the_mark_it_leads_to_in_both_directions() {
    for (from, to) in [("p1", "l1"), ("p3", "l3")] {
        let mut window = window();
        relate(&mut window, from, to, "lives");
        let (start, end) = window.ends(span_of_mark(&window, to));
        let (said, head) = arcs(&window).pop().unwrap();
        let target = Rect::from_two_pos(start, end);
        assert!(
            target.x_range().contains(head.center().x),
            "{said}: {head:?}"
        );
        assert!(head.bottom() <= start.y, "{said}");
        // In Arabic it leads to the left, in English to the right.
        let source = middle(&mut window, from);
        let leftwards = head.center().x < source.x;
        assert_eq!(leftwards, from == "p1", "{said}");
    }
}

#[test]
fn r26_relations_are_drawn_both_ways_and_over_lines_and_move_no_letter() {
    for language in ["en", "ar"] {
        let mut window = window();
        window.run(&format!("view.language-{language}"), Args::None);
        let before = middle(&mut window, "l2");
        relate(&mut window, "l1", "l2", "near");
        relate(&mut window, "l2", "l1", "near");
        relate(&mut window, "g1", "l3", "about");
        assert_eq!(middle(&mut window, "l2"), before, "no letter moved");
        let heads = arcs(&window);
        assert_eq!(heads.len(), 3);
        for to in ["l1", "l2", "l3"] {
            let (start, end) = window.ends(span_of_mark(&window, to));
            let range = Rect::from_two_pos(start, end).x_range();
            let over = |head: &Rect| {
                range.contains(head.center().x)
                    && head.bottom() <= start.y + 1.0
                    && start.y - head.bottom() < 20.0
            };
            assert!(heads.iter().any(|(_, head)| over(head)), "{to}: {heads:?}");
        }
        window.keep_picture(&format!("relations-over-lines-{language}"));
    }
}

#[test]
fn relations_are_hidden_by_a_switch_and_listed_at_both_ends() {
    let mut window = window();
    relate(&mut window, "p1", "l1", "lives");
    window.wb_mut().choose_mark(None);
    window.rest();
    assert_eq!(arcs(&window).len(), 1);
    window.run("view.relations-chosen", Args::None);
    assert!(arcs(&window).is_empty());
    window.wb_mut().go_to_mark(&Id::new("l1"));
    window.rest();
    assert_eq!(arcs(&window).len(), 1);
    assert!(window.sees("Lives in"));
    window.run("view.relations-never", Args::None);
    assert!(arcs(&window).is_empty());
}

#[test]
fn the_key_of_a_relation_finishes_it_and_means_nothing_else_otherwise() {
    let mut window = window();
    let before = window
        .wb()
        .project()
        .tag(&Id::new("lives"))
        .unwrap()
        .clone();
    let mut after = before.clone();
    after.key = Some("Z".to_owned());
    let given = vec![hashiya::model::Edit::change(before, after)];
    window.wb_mut().commit("test", given).unwrap();
    window.plain_key(Key::F8);
    window.plain_key(Key::Z);
    assert_eq!(window.wb().project().relations().count(), 0);
    window.key(Modifiers::ALT, Key::R);
    window.plain_key(Key::F8);
    window.plain_key(Key::Z);
    let relation = window.wb().project().relations().next().unwrap();
    assert_eq!(relation.tag.as_str(), "lives");
    assert!(window.wb().relation_from().is_none());
}
