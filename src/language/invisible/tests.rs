//! Every control and trick with the exact text, and what honest texts do.

#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test stops at the first thing that is not there"
)]

use super::*;

fn found(text: &str) -> Vec<(Kind, Level, &str)> {
    inspect(text)
        .findings
        .into_iter()
        .map(|one| (one.kind, one.level, one.span.of(text).unwrap()))
        .collect()
}

/// The grave ones: kind and words.
fn dangers(text: &str) -> Vec<(Kind, &str)> {
    found(text)
        .into_iter()
        .filter(|(_, level, _)| *level == Level::Danger)
        .map(|(kind, _, words)| (kind, words))
        .collect()
}

#[test]
fn trojan_source_commenting_out() {
    let text = "/*\u{202E} }\u{2066}if (isAdmin)\u{2069} \u{2066} begin admins only */";
    assert_eq!(
        dangers(text),
        [(Kind::Override, "\u{202E}"), (Kind::Unclosed, "\u{2066}")]
    );
    let text = "/* end admins only \u{202E} { \u{2066}*/";
    assert_eq!(dangers(text).len(), 2);
}

#[test]
fn trojan_source_stretched_string() {
    let text = "if accessLevel != \"user\u{202E} \u{2066}// Check if admin\u{2069} \u{2066}\" {";
    assert_eq!(
        dangers(text),
        [(Kind::Override, "\u{202E}"), (Kind::Unclosed, "\u{2066}")]
    );
}

#[test]
fn trojan_source_early_return() {
    let text = "''' Subtract funds from bank account then \u{2067}''' ;return";
    assert_eq!(dangers(text), [(Kind::Unclosed, "\u{2067}")]);
}

#[test]
fn trojan_source_homoglyphs_and_invisible_functions() {
    assert_eq!(
        dangers("void say\u{41D}ello() {}"),
        [(Kind::MixedLetters, "say\u{41D}ello")]
    );
    assert_eq!(
        found("const { timeout,\u{3164}} = req.query;"),
        [(Kind::HiddenText, Level::Notice, "\u{3164}")]
    );
    assert_eq!(
        found("is\u{200B}Admin"),
        [(Kind::InsideWord, Level::Notice, "\u{200B}")]
    );
}

#[test]
fn letters_of_several_scripts_in_a_word() {
    for word in [
        "pаypal",
        "Моscow",
        "ΑTM",
        "gοοgle",
        "Օpen",
        "ro\u{43E}t\u{301}",
    ] {
        let text = format!("قال {word}، ثم");
        assert_eq!(dangers(&text), [(Kind::MixedLetters, word)], "{word}");
    }
    // What is not seen does not part the word.
    assert_eq!(dangers("p\u{200D}\u{430}y").len(), 1);
    assert_eq!(found("αpple")[0].1, Level::Notice);
    assert_eq!(
        dangers("https://аррӏе.com"),
        [(Kind::LookAlikeWord, "аррӏе")]
    );
    assert_eq!(found("The agency ТАСС said so")[0].0, Kind::LookAlikeWord);
    let text = "pаypal";
    assert_eq!(inspect(text).findings[0].characters(text, 9), ['\u{430}']);
}

#[test]
fn honest_letters_of_several_scripts() {
    for text in [
        "غاز α-سارين",
        "10 μm و5 µm و220 kΩ وΔt",
        "نظام تشغيل TSO وبـSDF والـGPS",
        "طائرة Су-35 وT-72",
        "агентство ТАСС сообщило",
        "وكالة ТАСС الروسية",
        "Ελλάδα Ἀθῆναι",
        "Ｔｏｋｙｏ 東京",
        "𝑥 + 𝑦",
        "Straße ỹ ffi",
        "the word тема and the words και, кот",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn forms_of_kaf_and_ya_in_one_word() {
    let honest = "قال الكاتب إن المدينة كبيرة وإن الطريق إليها طويل ";
    let text = format!("{honest}والکبير");
    assert_eq!(
        found(&text),
        [(Kind::MixedSpelling, Level::Notice, "والکبير")]
    );
    let finding = inspect(&text).findings[0];
    assert_eq!(finding.characters(&text, 9), ['\u{6A9}']);
    for text in [
        // A text that does it everywhere has a keyboard, not a trick.
        "کتابي کبير في کل يکون کثير",
        "می\u{200C}شود که این کتاب\u{200C}ها بزرگ است",
        "ههولێر پایتەختی هەرێمی کوردستانە",
        "یہ کتاب بہت اچھی ہے",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn numbers_with_digits_of_several_sets() {
    for (text, number) in [("سنة ٢٠1٩", "٢٠1٩"), ("٤۴", "٤۴"), ("١.5", "١.5")] {
        assert_eq!(found(text), [(Kind::MixedDigits, Level::Notice, number)]);
    }
    for honest in ["2019/٠٥", "١٦٠٠ و1600", "١٬٢٣٤٫٥", "۱۲۳", "1.5.", "5 ٥"] {
        assert_eq!(found(honest), [], "{honest}");
    }
}

#[test]
fn characters_inside_a_word_that_are_not_seen() {
    for c in [
        '\u{200B}', '\u{AD}', '\u{2060}', '\u{FEFF}', '\u{180E}', '\u{FE0F}', '\u{2063}', '\u{34F}',
    ] {
        for (before, after) in [("دم", "شق"), ("pass", "word")] {
            let text = format!("في {before}{c}{after}.");
            let findings = inspect(&text).findings;
            assert_eq!(findings.len(), 1, "{c:?} {before}");
            assert_eq!(findings[0].kind, Kind::InsideWord);
            assert_eq!(findings[0].level, Level::Notice);
            assert_eq!(findings[0].characters(&text, 9), [c]);
        }
    }
    assert_eq!(found("pass\u{200C}word").len(), 1);
    assert_eq!(found("a\u{200F}b")[0].1, Level::Notice);
}

#[test]
fn honest_characters_that_are_not_seen() {
    for text in [
        "می\u{200C}خواهم خانه\u{200C}ها",
        "نه\u{200C}بوو",
        "١٤٤٠ه\u{200D} وهـ",
        "👩\u{200D}💻 ❤\u{FE0F} 1\u{FE0F}\u{20E3} 🏳\u{FE0F}\u{200D}🌈",
        "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        "قال\u{200F}: «نعم\u{200F}»\u{200F}.",
        "100\u{A0}كم\u{202F}؛",
        "\u{FEFF}نص",
        "\u{200B}فقرة\u{200B} ثم",
        "क्\u{200D}ष ខ្មែរ\u{200B}ភាសា",
        "葛\u{E0100}飾",
        "អាណាចក្រ\u{200B}\u{200B}\u{200B}\u{200B}អង់",
        "ת\u{5BC}\u{34F}\u{5B9}",
        "كتـاب ﷺ ﻻ",
        "C\u{200E}++\u{200E}",
    ] {
        let flagged: Vec<_> = found(text)
            .into_iter()
            .filter(|(_, level, _)| *level > Level::Info)
            .collect();
        assert_eq!(flagged, [], "{text}");
    }
}

#[test]
fn text_written_in_characters_that_are_not_seen() {
    let tags: String = "hi"
        .chars()
        .map(|c| char::from_u32(0xE0000 + u32::from(c)).unwrap())
        .collect();
    assert_eq!(
        dangers(&format!("قسد{tags} تعلن")),
        [(Kind::HiddenText, tags.as_str())]
    );
    let bits = "\u{200B}\u{200C}\u{200B}\u{200B}\u{200C}";
    assert_eq!(dangers(&format!("a {bits} b")), [(Kind::HiddenText, bits)]);
    let bytes = "\u{FE00}\u{E0101}\u{E0110}";
    assert_eq!(dangers(&format!("😀{bytes}")), [(Kind::HiddenText, bytes)]);
    assert_eq!(
        found("ا\u{200B}\u{200B}\u{200B}\u{200B}")[0].1,
        Level::Notice
    );
}

#[test]
fn more_marks_than_any_script_has() {
    let zalgo = format!("Z{}", "\u{300}\u{301}\u{302}".repeat(4));
    assert_eq!(
        found(&format!("{zalgo}algo")),
        [(Kind::ManyMarks, Level::Notice, zalgo.as_str())]
    );
    let quran = "ٱلرَّحۡمَٰنِ ٱلرَّحِيمِ أُوْلَٰٓئِكَ بِ\u{64F}\u{64B}";
    assert_eq!(found(quran), []);
}

#[test]
fn styled_letters_are_noticed() {
    assert_eq!(
        found("𝐇𝐞𝐥𝐥𝐨 قسد"),
        [(Kind::StyledLetters, Level::Notice, "𝐇𝐞𝐥𝐥𝐨")]
    );
    assert_eq!(found("قال ｐａｙｐａｌ")[0].0, Kind::StyledLetters);
}

#[test]
fn what_is_kept_can_be_asked_by_place() {
    let text = "قسد a\u{202E}b\nسطر\nc\u{202E}d aаb";
    let inspection = inspect(text);
    assert_eq!(inspection.dangers, 3);
    assert_eq!(inspection.level(), Some(Level::Danger));
    let second = text.rfind('\u{202E}').unwrap();
    let first = text.find('\u{202E}').unwrap();
    let at = |byte, forward| inspection.next_flagged(byte, forward).unwrap().span.start;
    assert_eq!((at(0, true), at(first, true)), (first, first));
    assert_eq!(at(first + 1, true), second);
    assert_eq!(at(text.len(), true), first);
    assert_eq!(at(second, false), first);
    assert_eq!(at(0, false), text.rfind("aаb").unwrap());
    assert_eq!(inspection.within(Span::new(0, second)).count(), 1);
    assert_eq!(inspection.within(Span::new(second, text.len())).count(), 2);
    assert!(Inspection::default().next_flagged(3, true).is_none());
}

#[test]
fn labels_and_file_names_are_judged_alone() {
    assert_eq!(label_level("قوات سوريا الديمقراطية"), None);
    assert_eq!(label_level("Person"), None);
    assert_eq!(label_level("Рerson"), Some(Level::Danger));
    assert_eq!(label_level("\u{2067}قسد\u{2069}"), None);
    assert_eq!(
        file_name_level("\u{2067}قسد\u{2069}.txt"),
        Some(Level::Danger)
    );
    assert_eq!(file_name_level("a\u{200F}.txt"), Some(Level::Notice));
    assert_eq!(file_name_level("evil\u{202E}txt.exe"), Some(Level::Danger));
    assert_eq!(file_name_level("تقرير 2019.txt"), None);
}

#[test]
fn findings_are_capped_and_counted() {
    let text = "a\u{202E}\n".repeat(MOST_FINDINGS + 10);
    let inspection = inspect(&text);
    assert_eq!(inspection.findings.len(), MOST_FINDINGS);
    assert_eq!(inspection.dangers, MOST_FINDINGS + 10);
}

#[test]
fn nothing_stops_on_odd_texts() {
    for text in [
        "",
        "\n",
        "\r\n\r\n",
        "\u{202E}",
        "\u{E0041}",
        "\u{300}",
        "\u{2029}\u{2069}",
        "\u{1D}\u{2067}",
    ] {
        for finding in inspect(text).findings {
            assert!(finding.span.of(text).is_some());
            assert!(!finding.characters(text, 3).is_empty());
        }
    }
}
