//! What is counted, under one key for all its forms: شخصا, أشخاص, الأشخاص.
//!
//! Here: a light stem for nouns that stand with numbers: clitic article and
//! the endings of case, feminine and sound plural go, and a list gives the
//! singular of broken plurals. Written for Hashiya from general knowledge.
//! Not here: a stem for any word; other words keep their spelling.
//!
//! **Invariant:** the key of a key is the key.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::fold::{Level, key};

/// A key and, folded, the forms the endings do not lead to it.
const FORMS: &[(&str, &str)] = &[
    ("شخص", "اشخاص شخوص"),
    ("قتيل", "قتلي"),
    ("جريح", "جرحي"),
    ("مصاب", "مصابين مصابون"),
    ("ضحي", "ضحايا"),
    ("شهيد", "شهداء"),
    ("اسير", "اسري"),
    ("سجين", "سجناء"),
    ("رهين", "رهاين"),
    ("طفل", "اطفال"),
    ("رجل", "رجال"),
    ("امرا", "نساء نسوة نسوه"),
    ("شاب", "شبان شباب"),
    ("فتا", "فتيات"),
    ("جندي", "جنود"),
    ("ضابط", "ضباط"),
    ("عنصر", "عناصر"),
    ("فرد", "افراد"),
    ("قايد", "قادة قاده"),
    ("عامل", "عمال"),
    ("طالب", "طلاب طلبة طلبه"),
    ("طبيب", "اطباء"),
    ("ناشط", "نشطاء ناشطي"),
    ("اجنبي", "اجانب"),
    ("كردي", "اكراد"),
    ("تركي", "اتراك"),
    ("روسي", "روس"),
    ("عربي", "عرب"),
    ("مريض", "مرضي"),
    ("ميت", "اموات موتي"),
    ("وفا", "وفيات"),
    ("جثة", "جثث جثه جثث جثثا"),
    ("اصاب", "اصابات"),
    ("يوم", "ايام"),
    (
        "سنة",
        "سنوات سنين سنه سنتين سنتان عام اعوام عاما عامين عامان",
    ),
    ("شهر", "اشهر شهور"),
    ("اسبوع", "اسابيع"),
    ("ساعة", "ساعات ساعه ساعتين"),
    ("دول", "دول"),
    ("بلد", "بلدان بلاد"),
    ("مدينة", "مدن مدينه مدينتين"),
    ("قرية", "قري قريه قريتين"),
    ("بلدة", "بلدات بلده بلدتين"),
    ("منزل", "منازل"),
    ("بيت", "بيوت"),
    ("مبني", "مبان مباني"),
    ("عايل", "عوايل"),
    ("اسرة", "اسر اسره"),
    ("مدرسة", "مدارس مدرسه"),
    ("مستشفي", "مستشفيات مشفي مشافي مشاف"),
    ("مسجد", "مساجد"),
    ("كنيسة", "كنايس كنيسه"),
    ("صاروخ", "صواريخ"),
    ("قذيفة", "قذايف قذيفه"),
    ("قنبلة", "قنابل قنبله"),
    ("لغم", "الغام"),
    ("برميل", "براميل"),
    ("غارة", "غارات غاره"),
    ("هجوم", "هجمات"),
    ("انفجار", "انفجارات"),
    ("مركبة", "مركبات مركبه"),
    ("الية", "اليات اليه"),
    ("شاحنة", "شاحنات شاحنه"),
    ("قارب", "قوارب"),
    ("سفينة", "سفن سفينه"),
    ("موقع", "مواقع"),
    ("هدف", "اهداف"),
    ("مركز", "مراكز"),
    ("معبر", "معابر"),
    ("حاجز", "حواجز"),
    ("مخيم", "مخيمات"),
    ("سجن", "سجون"),
    ("فصيل", "فصايل"),
    ("كتيبة", "كتايب كتيبه"),
    ("لواء", "الوية الويه"),
    ("حزب", "احزاب"),
    ("نايب", "نواب"),
    ("عضو", "اعضاء عضوا"),
    ("مقعد", "مقاعد"),
    ("صوت", "اصوات"),
    ("وزير", "وزراء"),
    ("قاض", "قضاة قضاه قاضي"),
    ("محام", "محامين محامون محامي"),
    ("صحافي", "صحفي صحافيين صحفيين صحافيون صحفيون"),
    ("لاجي", "لاجيين لاجيون لاجء"),
    ("ارهابي", "ارهابيين"),
    ("حالة", "حالات حاله"),
    ("حادث", "حوادث حادثة حادثه"),
    ("عملية", "عمليات عمليه"),
    ("جرعة", "جرعات جرعه"),
    ("طن", "اطنان"),
    ("كيلومتر", "كيلومترات كلم كم"),
    ("متر", "امتار"),
    ("دولار", "دولارات"),
    ("ليرة", "ليرات ليره"),
    ("يورو", "يورو"),
    ("مرة", "مرات مره مرتين"),
    ("شركة", "شركات شركه"),
    ("بند", "بنود"),
    ("نقطة", "نقاط نقطه"),
    ("هدف", "اهداف"),
    ("فريق", "فرق"),
    ("لاعب", "لاعبين لاعبون"),
    ("كتاب", "كتب"),
    ("تقرير", "تقارير"),
    ("دعوي", "دعاوي"),
    ("حريق", "حرايق"),
    ("زلزال", "زلازل"),
    ("سكان", "سكان"),
    ("انسان", "انسان"),
    ("حيوان", "حيوانات"),
    ("ملف", "ملفات"),
    ("عربة", "عربات عربه"),
    ("مقاتل", "مقاتلي"),
    ("معتقل", "معتقلي"),
    ("مسلح", "مسلحي"),
    ("نازح", "نازحي"),
    ("موظف", "موظفي"),
    ("مسوول", "مسوولي"),
    ("متظاهر", "متظاهري"),
    ("محتج", "محتجي"),
    ("مدني", "مدنيي"),
    ("مهاجر", "مهاجري"),
    ("مراقب", "مراقبي"),
    ("مواطن", "مواطني"),
    ("مشارك", "مشاركي"),
    ("مشجع", "مشجعي"),
    ("منتسب", "منتسبي"),
];

/// Words whose last letters look like an ending and are not.
const WHOLE: &[&str] = &[
    "قانون",
    "انسان",
    "سكان",
    "حيوان",
    "بستان",
    "ميدان",
    "لبنان",
    "مليون",
    "دين",
    "طين",
    "عنوان",
    "برلمان",
    "مكان",
    "زمان",
    "خزان",
    "فنان",
    "ديوان",
    "بركان",
    "فستان",
    "سلطان",
    "قبطان",
    "حزيران",
    "نيسان",
    "تلفزيون",
    "كربون",
    "بنزين",
    "ملايين",
    "مساكين",
    "بساتين",
    "قوانين",
    "عناوين",
    "شياطين",
    "سكاكين",
    "تامين",
    "تعيين",
    "لتر",
    "ذات",
    "بنات",
    "نبات",
    "وقت",
    "بيت",
    "صوت",
    "زيت",
    "موت",
    "هيية",
    "ميناء",
];

static SINGULAR: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut singular = HashMap::new();
    for (key, forms) in FORMS {
        singular.entry(*key).or_insert(*key);
        for form in forms.split_ascii_whitespace() {
            singular.entry(form).or_insert(*key);
        }
    }
    singular
});

/// Fewest letters an ending leaves.
const SHORTEST: usize = 3;

/// The key of a counted noun, the first word of what is given: forms of one
/// noun have one key. Nothing for a text without a word.
pub fn counted_key(noun: &str) -> String {
    // Endings stand on endings (…اتا): until nothing more comes off.
    let mut word = stripped(noun);
    loop {
        let shorter = stripped(&word);
        if shorter == word {
            return word;
        }
        word = shorter;
    }
}

/// The word without its article and one ending.
fn stripped(noun: &str) -> String {
    let folded = key(noun, Level::Letters);
    let word = folded
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())
        .unwrap_or_default();
    let bare = word
        .strip_prefix("ال")
        .filter(|bare| bare.chars().count() >= SHORTEST)
        .unwrap_or(word);
    let known = |form: &str| SINGULAR.get(form).map(|key| (*key).to_owned());
    if let Some(key) = known(bare) {
        return key;
    }
    // The alef of the accusative first: شخصا, معتقلا.
    let nominative = bare
        .strip_suffix('ا')
        .filter(|stem| stem.chars().count() >= SHORTEST)
        .unwrap_or(bare);
    if let Some(key) = known(nominative) {
        return key;
    }
    if WHOLE.contains(&nominative) {
        return nominative.to_owned();
    }
    for ending in ["تين", "تان", "ين", "ون", "ان", "ات", "ة", "ه"] {
        if let Some(stem) = nominative
            .strip_suffix(ending)
            .filter(|stem| stem.chars().count() >= SHORTEST)
        {
            return known(stem).unwrap_or_else(|| stem.to_owned());
        }
    }
    nominative.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_noun_have_one_key() {
        for forms in [
            &["شخص", "شخصا", "شخصًا", "أشخاص", "الأشخاص", "شخصين"][..],
            &["معتقل", "معتقلا", "معتقلين", "المعتقلون", "معتقلات", "معتقلي"],
            &["قتيل", "قتلى", "قتيلا", "القتلى"],
            &["لاجئ", "لاجئا", "لاجئين", "اللاجئين"],
            &["دولة", "دول", "دولتين", "الدول"],
            &["سنة", "سنوات", "عاما", "أعوام"],
            &["طائرة", "طائرات", "طائرتين"],
            &["مقاتل", "مقاتلا", "مقاتلين", "المقاتلون"],
            &["كيلومتراً", "كيلومترات", "كم"],
            &["عراقي", "عراقيا", "عراقيين"],
            &["جنسية", "جنسيات"],
        ] {
            let first = counted_key(forms[0]);
            for form in forms {
                assert_eq!(counted_key(form), first, "{form}");
                assert_eq!(counted_key(&counted_key(form)), first, "{form}");
            }
        }
    }

    #[test]
    fn other_nouns_stay_apart() {
        let keys: std::collections::BTreeSet<String> = [
            "سكان",
            "شخص",
            "طفل",
            "قانون",
            "دولار",
            "مدينة",
            "جندي",
            "مدني",
            "منزل",
            "صاروخ",
            "بيت",
            "بنات",
        ]
        .iter()
        .map(|noun| counted_key(noun))
        .collect();
        assert_eq!(keys.len(), 12);
        assert_eq!(counted_key(""), "");
        assert_eq!(counted_key("…"), "");
        // An ending on an ending: found by the property below.
        assert_eq!(counted_key("ءءءآا "), counted_key("ءءءا"));
    }

    proptest::proptest! {
        #[test]
        fn the_key_of_a_key_is_the_key(noun in "[ء-ي\u{64B}-\u{652} ]{0,12}") {
            let once = counted_key(&noun);
            proptest::prop_assert_eq!(counted_key(&once), once);
        }
    }
}
