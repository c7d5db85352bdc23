//! Where lines break beside punctuation, signs and in addresses.

use std::collections::BTreeSet;

use hashiya::text::Face;

use super::text_rows::{FACES, lay_out, on_one_line};

/// All places at which the text breaks in columns between two widths, points.
fn breaks(text: &str, face: Face, from: f32, to: f32) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut width = from;
    while width < to {
        let layout = lay_out(text, face, width);
        let ends = layout.lines().iter().map(|line| line.span.end);
        found.extend(ends.filter(|end| *end < text.len()));
        width += 3.0;
    }
    found
}

/// The text with `|` wherever a column wide enough for its longest word can
/// break it.
fn broken(text: &str, face: Face) -> String {
    // Words that glue keeps together are at most three of these.
    let longest = text
        .split(' ')
        .map(|word| on_one_line(word, face).shaped().width())
        .fold(0.0, f32::max);
    let whole = on_one_line(text, face).shaped().width();
    let breaks = breaks(text, face, longest + 24.0, whole);
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        if breaks.contains(&at) {
            out.push('|');
        }
        out.push(c);
    }
    out
}

#[test]
fn punctuation_with_spaces_around_stays_with_its_words() {
    for face in FACES {
        for text in [
            "قال المتحدث : إن الأمر قد انتهى ، ثم سكت .",
            "سأل المراسل ؟ ثم مضى ! ولم يعد ؛ انتهى",
            "كتب المراسل « هذا الكلام » ثم ( ذلك الكلام ) وانتهى",
        ] {
            let shown = broken(text, face);
            for mark in [':', '،', '.', '؟', '!', '؛', '»', ')'] {
                assert!(!shown.contains(&format!("|{mark}")), "{shown}");
            }
            for mark in ["« |", "( |"] {
                assert!(!shown.contains(mark), "{shown}");
            }
        }
    }
}

#[test]
fn lone_quotation_marks_stay_with_what_they_quote() {
    for (text, never) in [
        (
            "خارج البيت الأبيض: ” لدينا آلاف من المقاتلين “ وقال الرئيس",
            ["” |ل", "|“ و"],
        ),
        (
            "خارج البيت الأبيض: “ لدينا آلاف من المقاتلين ” وقال الرئيس",
            ["“ |ل", "|” و"],
        ),
        (
            "كتب المراسل \" هذا كلام منقول \" ثم مضى إلى بيته",
            ["\" |ه", "|\" ث"],
        ),
        (
            "ذكر المركز الإعلامي لـ\"قسد\" بأنه وقع أمس هناك",
            ["ـ|\"", "\"|ق"],
        ),
    ] {
        for face in FACES {
            let shown = broken(text, face);
            for never in never {
                assert!(!shown.contains(never), "{shown}");
            }
            assert!(shown.matches('|').count() >= 3, "{shown}");
        }
    }
    // After the closing mark and before the opening one a line may break.
    let shown = broken(
        "خارج البيت الأبيض: ” لدينا آلاف من المقاتلين “ وقال الرئيس",
        Face::Naskh,
    );
    assert!(
        shown.contains("“ |وقال") && shown.contains("|” لدينا"),
        "{shown}"
    );
}

#[test]
fn signs_stay_with_their_numbers() {
    for (text, never, still) in [
        ("بلغت النسبة 25 % من مجموع 60 ألف نازح", "|%", "60 |ألف"),
        ("بلغت النسبة 25 ٪ من مجموع السكان هنا", "|٪", "٪ |من"),
        ("السعر اليوم 25 € أو أقل من ذلك قليلا", "|€", "€ |أو"),
        ("السعر اليوم $ 25 أو أقل من ذلك قليلا", "$ |2", "|$ 25"),
        ("سكت طويلا … ثم تكلم بعد ذلك بقليل", "|…", "… |ثم"),
    ] {
        let shown = broken(text, Face::Naskh);
        assert!(!shown.contains(never), "{shown}");
        assert!(shown.contains(still), "{shown}");
    }
}

#[test]
fn addresses_break_only_where_they_must_and_then_well() {
    for address in [
        "https://www.example.com/path/to/page-one?x=1&y=2",
        "www.example.org/a/b/c/some-long-name",
        "some.person-name@mail.example.org",
    ] {
        let text = format!("زوروا موقعنا {address} اليوم");
        let own = on_one_line(address, Face::Naskh).shaped().width();
        let whole = on_one_line(&text, Face::Naskh).shaped().width();
        let start = text.find(address).unwrap();
        let inside = |at: &&usize| **at > start && **at < start + address.len();
        // Where a line can hold it, it is whole.
        let wide = breaks(&text, Face::Naskh, own + 8.0, whole);
        assert_eq!(wide.iter().find(inside), None, "{address}");
        // Where none can, it breaks after one of its joints.
        let narrow = breaks(&text, Face::Naskh, own * 0.4, own * 0.9);
        let seams: Vec<usize> = narrow.iter().filter(inside).copied().collect();
        assert!(!seams.is_empty());
        for at in seams {
            let before = text[..at].chars().next_back().unwrap();
            assert!(
                "/.@-_?&=#".contains(before),
                "{}|{}",
                &text[..at],
                &text[at..]
            );
        }
    }
}

#[test]
fn words_glued_by_no_break_spaces_come_apart_between_words() {
    let text = "كلمة\u{A0}أخرى\u{A0}وثالثة\u{A0}ورابعة\u{A0}وخامسة\u{A0}وسادسة";
    for face in FACES {
        for at in breaks(text, face, 120.0, 300.0) {
            assert!(text[..at].ends_with('\u{A0}'), "{}|", &text[..at]);
        }
    }
    // Where there is a choice, the glue holds.
    let shown = broken(
        "وقال الناطق باسمهم\u{A0}: نعم هذا صحيح\u{A0}! ثم مضى",
        Face::Naskh,
    );
    assert!(
        !shown.contains("|\u{A0}") && !shown.contains("\u{A0}|"),
        "{shown}"
    );
}
