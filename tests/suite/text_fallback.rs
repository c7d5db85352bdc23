//! Which scripts a page can show: no character of these is an empty box,
//! whatever face the page is set in.

use hashiya::text::{Face, FontSet, ParagraphLayout, PositionedGlyph};

use super::text_rows::on_one_line;

const FACES: [Face; 4] = [Face::Naskh, Face::Amiri, Face::Sans, Face::Mono];

/// What stands in reports, by script.
const TEXTS: [(&str, &str); 34] = [
    ("Persian", "پژوهشگاه گفت\u{200C}وگو چهار۴۵۶"),
    ("Urdu", "ٹیلی ڈرامہ پڑھے لکھے ہیں نہیں ۓ ۂ ۃ ۱۲۳۴۵۶۷۸۹۰ ؔ ؒ ؓ"),
    ("Kurdish", "ڕێکخراوی گەل ڵ ۆ ە ڤ ێ ھەولێر"),
    ("Pashto", "ټول ډېر ړوند ښه ږ ې ۍ ګ ځ څ ڼ"),
    ("Uyghur", "ئۇيغۇر ئۆ ئې ۋ ڭ ھ"),
    ("Sindhi", "ٻ ڀ ٿ ٽ ٺ ڄ ڃ ڇ ڊ ڌ ڏ ڍ ڙ ڦ ڪ ڳ ڱ ڻ ۾ ۽"),
    ("Maghrebi", "ڢ ڧ ڥ ڨ ࢪ ࢫ"),
    ("Quran", "وَٱلَّٰتِي ۖ ۗ ۘ ۙ ۚ ۛ ۜ ۝١٢ ۞ ۟ ۠ ۡ ۢ ۣ ۤ ۥ ۦ ۧ ۨ ۩ ۪ ۫ ۬ ۭ"),
    (
        "Arabic beyond the first block",
        "ࢠ ࢡ ࢢ ࢽ ࣈ ࣰ ࣱ ࣲ ࢭ ݐ ݿ \u{8BF}",
    ),
    ("honorifics", "ﷺ ﷽ ﷲ ﷳ ﷴ ﷻ ﷼ ؐ ؑ ؒ ؓ"),
    ("presentation forms", "ﻻ ﻷ ﻹ ﺍﻟﺴﻼﻡ ﭐ ﯿ ﰀ ﱞ ﴾﴿"),
    ("Hebrew", "שָׁלוֹם עֲלֵיכֶם ״צה״ל״ ־ ׀ ײַ ₪"),
    ("Syriac", "ܣܘܪܝܐ ܣܽܘܪܝܳܝܳܐ ܀ ܁ ܂ ܰ ܳ ܶ"),
    ("Cyrillic", "Сирия Україна їєґі Қазақстан ңғүұқөһ ѝъ ё"),
    ("Greek", "Ἑλλάς ᾳ ᾧ ὤ Δαμασκός"),
    ("Vietnamese", "Việt Nam Nguyễn Đặng ơ ư ặ"),
    ("Turkish", "İstanbul ığüşöç Ğ"),
    (
        "transliteration",
        "Muḥammad Ṣāliḥ ʿAlī ʾĀdam Ḏū al-Ḫiǧǧa ẓ ṭ ḍ ġ ṯ š",
    ),
    (
        "decomposed",
        "Mu\u{68}\u{323}ammad a\u{304} s\u{323} e\u{301}",
    ),
    ("Armenian", "Հայաստան Երևան ։ ՞"),
    ("Georgian", "საქართველო თბილისი ႠႡ"),
    ("Amharic", "ኢትዮጵያ አዲስ አበባ ፡፡"),
    ("Tifinagh", "ⵜⴰⵎⴰⵣⵉⵖⵜ ⵢⴰⵣ"),
    ("Dhivehi", "ދިވެހި"),
    ("Coptic", "ⲘⲉⲧⲢⲉⲙⲛ̀ⲭⲏⲙⲓ"),
    ("Hindi", "हिन्दी दिल्ली"),
    (
        "Chinese",
        "中国 习近平 北京 臺灣 習近平 「」、。《》，：；！？（）",
    ),
    ("Japanese", "日本 東京 かな カナ ー 々 〒"),
    ("Korean", "대한민국 서울 김정은 ㄱㅏ"),
    ("currency", "₽ ₺ ﷼ € £ ¥ ₪ ₹ $ ₿ ₴ ₸ ₾ ֏"),
    (
        "signs of the news",
        "• ▪ ► ▶ ◄ ◀ ✓ ✔ ✗ ✘ ★ ☆ © ® ™ … – — № ° ‰ † ‡ § ¶ → ← ↑ ↓ ↔ ⇒ ↩ ■ □ ● ○ ◆ ◊ ☎ ✉ ☑ ① ② Ⅳ ½ ² µ ± × ÷ ≈ ≠ ≤ ≥ ∞ √ ∑ ❝ ❞ ➤ ➜ ⬇ ⏳ 𝐁𝑜𝓁𝒹",
    ),
    ("emoji", "😀 🙏 🔴 📌 📍 🚨 💔 🕊 ⚡ ✅ ❌ ⭐ 🏴 🫡"),
    (
        "emoji in sequences",
        "👨\u{200D}👩\u{200D}👧 👍🏽 🇸🇾 🇱🇧 ❤️\u{200D}🔥 1️⃣ ☎️ ✔️ 👩🏽\u{200D}⚕️ 🏳️\u{200D}🌈",
    ),
    (
        "punctuation",
        "« » “ ” ‘ ’ „ ‹ › ‐ ‑ ‒ – — ― … ‥ ⁄ ؟ ؛ ، ٪ ٫ ٬ ٭ ۔ ؉ ؊ ؆ ؇",
    ),
];

fn boxes(layout: &ParagraphLayout) -> Vec<char> {
    let text = layout.shaped().text();
    layout
        .glyphs()
        .filter(|glyph| glyph.glyph == 0)
        .filter_map(|glyph| text[glyph.cluster..].chars().next())
        .collect()
}

#[test]
fn every_script_of_reports_has_its_letters() {
    for face in FACES {
        for (name, text) in TEXTS {
            let missing = boxes(&on_one_line(text, face));
            assert!(missing.is_empty(), "{name} in {face:?}: {missing:?}");
        }
    }
}

/// The blocks that are promised whole.
#[test]
fn whole_blocks_are_there() {
    let blocks = [
        0x20..=0x7E,
        0xA0..=0x24F,
        0x400..=0x52F,
        0x591..=0x5C7,
        0x5D0..=0x5EA,
        0x600..=0x604,
        0x606..=0x61A,
        0x61E..=0x6FF,
        0x710..=0x74A,
        0x750..=0x77F,
        0x8A0..=0x8D2,
        0x1E00..=0x1EFF,
        0x2010..=0x2027,
        0x2030..=0x205E,
        0x20A0..=0x20BF,
        0x2190..=0x21FF,
        0x2500..=0x25FF,
        0x2600..=0x26FF,
        0x2701..=0x27BF,
        0x3041..=0x3096,
        0x30A1..=0x30FF,
        0xAC00..=0xD7A3,
        0x1F600..=0x1F64F,
    ];
    for code in blocks.into_iter().flatten() {
        let Some(c) = char::from_u32(code) else {
            continue;
        };
        let layout = on_one_line(&c.to_string(), Face::Naskh);
        assert!(boxes(&layout).is_empty(), "U+{code:04X}");
    }
}

#[test]
fn syriac_letters_join() {
    let joined = on_one_line("ܣܘܪܝܐ", Face::Naskh);
    let glyphs: Vec<PositionedGlyph> = joined.glyphs().collect();
    let set = FontSet::bundled();
    assert!(
        glyphs
            .iter()
            .all(|glyph| set.name(glyph.font) == "Noto Sans Syriac")
    );
    let alone: Vec<u16> = "ܣܘܪܝܐ"
        .chars()
        .flat_map(|c| super::text_rows::ids(&on_one_line(&c.to_string(), Face::Naskh)))
        .collect();
    let mut found: Vec<(usize, u16)> = glyphs.iter().map(|g| (g.cluster, g.glyph)).collect();
    found.sort_unstable();
    let found: Vec<u16> = found.into_iter().map(|(_, id)| id).collect();
    assert_ne!(found, alone);
}

#[test]
fn an_emoji_sequence_is_one_cell_and_one_sign() {
    for face in FACES {
        for sign in [
            "👨\u{200D}👩\u{200D}👧",
            "👍🏽",
            "🇸🇾",
            "❤️\u{200D}🔥",
            "👩🏽\u{200D}⚕️",
            "🏳️\u{200D}🌈",
        ] {
            let layout = on_one_line(sign, face);
            assert_eq!(layout.stops(0).len(), 2, "{sign} {face:?}");
            let drawn = layout.glyphs().filter(|glyph| glyph.advance > 0.0).count();
            assert_eq!(drawn, 1, "{sign} {face:?}");
        }
    }
}

#[test]
fn what_no_face_has_keeps_a_width() {
    for face in FACES {
        for text in ["\u{E000}", "\u{10FFFD}", "\u{12000}"] {
            let layout = on_one_line(text, face);
            assert_eq!(boxes(&layout).len(), 1, "{text:?}");
            assert!(layout.shaped().width() > 4.0);
        }
    }
}

#[test]
fn the_number_of_a_verse_stands_in_its_sign() {
    for face in FACES {
        for text in ["\u{6DD}١", "\u{6DD}١٢", "\u{6DD}٢٨٦"] {
            let layout = on_one_line(text, face);
            let wide = layout.glyphs().filter(|glyph| glyph.advance > 0.1);
            assert_eq!(wide.count(), 1, "{text} {face:?}");
            let sign = layout.glyphs().next().unwrap();
            assert!(layout.glyphs().all(|glyph| glyph.font == sign.font));
            for digit in layout.glyphs().skip(1) {
                assert!(digit.x > sign.x && digit.x < sign.x + sign.advance);
            }
        }
    }
}
