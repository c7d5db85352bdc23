//! The conjunction and the preposition that Arabic writes as part of a word.
//!
//! Here: a guess at where the word proper begins, without a dictionary: a
//! letter pattern and a list of words that only look prefixed. Not here:
//! pronouns at the end of a word, and any certainty: on news text the first
//! letter و is the conjunction in four words of five, ل the preposition in
//! three of four, ب in three of five, and ف and ك seldom.
//!
//! **Invariant:** what is left begins on a letter of the word and ends where
//! the word ends, and at least [`SHORTEST`] letters are left.

use super::fold::{Level, fold};
use super::letters::{TATWEEL, is_arabic_letter, is_mark};
use crate::model::Span;

/// Fewest letters a word keeps.
pub const SHORTEST: usize = 3;

/// Frequent words (folded, without the article) whose first letter looks like
/// a clitic and is not. Endings are stripped before a word is looked up.
const WHOLE_WORDS: &str = "
    وزير وزار وفا واحد وجود وقت وكال وسط وضع وفق وصول وحد وثيق وطن وفد واقع واجب والد والي وقف وقود ورق
    وادي واشنطن ولاي ولايات وسيل وسائل وسيط وساط وباء ويلات وظيف وظائف وعد وعي ورش وشيك وثائق وصف وزن وجه
    وجبات وجب وافق واصل وقع وصل وزع وجد وصي ورد وفر ولد ولي ولا وهم وهي وهو وراء وبال ولاء وليام وليد
    فيها فيما فتر فريق فتح فرض فقط فوز فرع فكر فبراير فرنسا فيسبوك فرنسي فلسطين فصيل فصائل فرصه فرص فرار
    فهم فوق فضل فساد فندق فنان فيديو فيلم فيروس فئات فرد فعل فوضي فشل فني فقير فقر فجر فيلق فئ فاعل فرات
    بعد بين بعض برنامج برامج بريطاني بدا بيان بلد بناء بحث بشار بيروت بغداد بومبيو بايدن براد بلاد بحر
    باكستان برلين بلجيكا بنغازي بنغلاديش بشر بطل بقاء بنك بنوك برلمان بيت بيوت بوتين باريس برقي برادلي بريد
    بلغ بقي بحري بدور بري بوابات بواب بحوز بطار بدر بصر باص بابا بندقي بند بنود بالغ باحث باقي بارز بارد
    بديل بدائل بدون برز برهان بشكل بكين بلدي بلدات بندر بوسن بوليس بيئ بيض بيع باسم بسبب بشان بطول بصف بدل
    لكن لقد ليس لندن لجن لواء لقاء ليبيا لبنان ليل لدي لغ لاجئ لاجي لازم لافت لاحق لحظ لحوم لحم لذلك لطيف
    لعب لقب لسان لون لوح ليرا لير لاتين لفت لقي لبناني ليبي لوكسمبورغ لاعب لقاح لجوء لجوي لقاءات لما لها لهم له
    كما كان كل كبير كلم كشف كوسوفو كوبر كندا كانون كردي كاس كيني كانت كتاب كتب كتائب كثير كامل كاظمي كرد كره
    كذلك كنيس كلي كوري كهرب كهرباء كويت كيان كيف كيمياء كيميائي كفاء كلاب كلب كميات كمي كون كيلومتر كتيب كرم
    كريم كرامه كوكب كونكو كيلو كاتب كادر كوادر كارث كاف كاميرا كابتن كبش كسر كرسي كمال كابول
    لله بالله والله
    فاز فلل بات باع باب بني وان وانغ ويب ويكيبيديا بوليفيا برازيل بلغاريا بولند بوركينا بحرين بصر بلوشستان
";

/// Endings that do not make a listed word another one.
const ENDINGS: [&str; 22] = [
    "يه", "ية", "هما", "ها", "هم", "هن", "نا", "كم", "ات", "ان", "ون", "ين", "وا", "تهم", "ته",
    "تها", "ه", "ة", "ي", "ا", "ت", "يا",
];

/// The word `word` of `text` without its conjunction and preposition (بداعش →
/// داعش, للولايات → لولايات, وبغداد → بغداد), or `word` itself when there are
/// none to be seen. A tatweel or a quotation mark after the clitic goes with
/// it. The article stays.
pub fn without_clitics(text: &str, word: Span) -> Span {
    let Some(written) = word.of(text) else {
        return word;
    };
    let folded = fold(written, Level::Letters);
    // A tatweel within two or three letters from the start sets a clitic off.
    if let Some(after) = after_tatweel(written) {
        return Span::new(word.start + after, word.end);
    }
    let rest = stripped(folded.text());
    if rest.len() == folded.text().len() {
        return word;
    }
    let start = folded.text().len() - rest.len();
    let kept = folded.span_of(start..folded.text().len());
    Span::new(word.start + kept.start, word.end)
}

/// Where the word goes on after a clitic that a tatweel sets off from it
/// (بـداعش), in bytes.
fn after_tatweel(written: &str) -> Option<usize> {
    let tatweel = written.find(TATWEEL)?;
    let before = written.get(..tatweel)?;
    let clitic: String = before.chars().filter(|c| !is_mark(*c)).collect();
    if !matches!(
        clitic.as_str(),
        "و" | "ف" | "ب" | "ل" | "ك" | "وب" | "ول" | "وك" | "فل" | "فب"
    ) {
        return None;
    }
    let after = written.get(tatweel..)?.trim_start_matches(TATWEEL);
    let letters = after.chars().filter(|c| is_arabic_letter(*c)).count();
    (letters >= SHORTEST).then_some(written.len() - after.len())
}

/// A folded word without conjunction and preposition.
fn stripped(word: &str) -> &str {
    let mut rest = word;
    for step in [conjunction, preposition] {
        if is_whole(rest) {
            return rest;
        }
        if let Some(shorter) = step(rest)
            && shorter.chars().count() >= SHORTEST
        {
            rest = shorter;
        }
    }
    rest
}

fn conjunction(word: &str) -> Option<&str> {
    if let Some(rest) = word.strip_prefix('و') {
        return Some(rest);
    }
    // ف begins too many words to be taken off before anything but a clitic or
    // the article.
    word.strip_prefix('ف').filter(|rest| {
        ["ال", "لل", "بال", "كال", "لا", "ان"]
            .iter()
            .any(|start| rest.starts_with(start))
    })
}

fn preposition(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['ب', 'ل', 'ك'])?;
    // ك before anything but the article begins a word of its own more often.
    (!word.starts_with('ك') || rest.starts_with("ال")).then_some(rest)
}

/// Whether a folded word is on the list, with or without article and ending.
fn is_whole(word: &str) -> bool {
    let listed = |stem: &str| {
        WHOLE_WORDS
            .split_ascii_whitespace()
            .any(|whole| whole == stem)
    };
    listed(word)
        || ENDINGS
            .iter()
            .filter_map(|ending| word.strip_suffix(ending))
            .any(listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(word: &str) -> &str {
        without_clitics(word, Span::new(0, word.len()))
            .of(word)
            .unwrap_or("?")
    }

    #[test]
    fn conjunctions_and_prepositions_go() {
        for (word, rest) in [
            ("بداعش", "داعش"),
            ("وفرنسا", "فرنسا"),
            ("للولايات", "لولايات"),
            ("وللولايات", "لولايات"),
            ("لقسد", "قسد"),
            ("والعراق", "العراق"),
            ("وبغداد", "بغداد"),
            ("وروسيا", "روسيا"),
            ("بوزارة", "وزارة"),
            ("لمجلس", "مجلس"),
            ("فالحكومة", "الحكومة"),
            ("كالرئيس", "الرئيس"),
            ("وبالتوازي", "التوازي"),
            ("بـداعش", "داعش"),
            ("وَبِدَاعِشَ", "دَاعِشَ"),
        ] {
            assert_eq!(bare(word), rest, "{word}");
        }
    }

    #[test]
    fn words_that_only_look_prefixed_stay() {
        for word in [
            "وزير",
            "وزارة",
            "الوزير",
            "واشنطن",
            "بغداد",
            "بيروت",
            "بريطانيا",
            "لبنان",
            "ليبيا",
            "لندن",
            "كانون",
            "كردية",
            "الكردية",
            "فرنسا",
            "فريق",
            "فبراير",
            "بعد",
            "كما",
            "وكالات",
            "ولد",
            "وهي",
            "لله",
            "بومبيو",
            "بايدن",
            "قسد",
            "SDF",
            "1600",
            "بـ",
            "لـ",
            "و",
            "",
            "لاجئين",
            "بيان",
            "بيانات",
        ] {
            assert_eq!(bare(word), word, "{word}");
        }
    }

    #[test]
    fn a_span_that_does_not_fit_is_left_alone() {
        assert_eq!(without_clitics("بداعش", Span::new(1, 4)), Span::new(1, 4));
        assert_eq!(without_clitics("", Span::new(5, 9)), Span::new(5, 9));
    }
}
