//! The words that say that somebody said something.
//!
//! Here: verbs of speech with their forms, participles, nouns and the phrases
//! that name a source; nouns for people and papers that speak without a name.
//! Written for Hashiya from general knowledge of news Arabic. Not here: who
//! the speaker is (speaker).
//!
//! **Invariant:** every form is folded to [`Level::Letters`] and stands
//! without its conjunction.
//!
//! [`Level::Letters`]: crate::language::Level::Letters

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a cue word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// A verb that is nearly always speech (قال, أضاف, أوضح).
    Says,
    /// A verb that is speech when words follow: أن, a colon, a quotation.
    MaySay,
    /// نقل, of speech only with عن: what follows عن is the speaker.
    Relays,
    /// قيل, أُفيد: nobody says it.
    Impersonal,
    /// قائلا, مضيفا: the subject of the sentence speaks.
    Participle,
    /// بحسب, وفقا: what follows is the source.
    According,
    /// قوله, تعبيره: speech of whoever was named before.
    Noun,
}

/// Whom a form of a verb agrees with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Agreement {
    /// One man, or anything with a masculine noun.
    Masculine,
    /// One woman, or anything with a feminine noun or plural of things.
    Feminine,
    /// Several people.
    Plural,
    /// The word does not tell.
    Any,
}

/// One cue word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cue {
    pub(super) class: Class,
    pub(super) agreement: Agreement,
}

/// Verbs nearly always of speech: third person masculine, past and present.
const SAYS: &[(&str, &str)] = &[
    ("قال", "يقول"),
    ("اضاف", "يضيف"),
    ("اكد", "يوكد"),
    ("اوضح", "يوضح"),
    ("صرح", "يصرح"),
    ("اردف", "يردف"),
    ("استطرد", "يستطرد"),
    ("نوه", "ينوه"),
    ("شدد", "يشدد"),
    ("زعم", "يزعم"),
    ("افاد", "يفيد"),
    ("تساءل", "يتساءل"),
    ("اجاب", "يجيب"),
    ("استدرك", "يستدرك"),
    ("غرد", "يغرد"),
    ("هتف", "يهتف"),
    ("همس", "يهمس"),
    ("اعترف", "يعترف"),
    ("جزم", "يجزم"),
];

/// Verbs that are speech when words follow. (يبلغ is left out: of age and
/// number far more often.)
const MAY_SAY: &[(&str, &str)] = &[
    ("اعلن", "يعلن"),
    ("ذكر", "يذكر"),
    ("اشار", "يشير"),
    ("لفت", "يلفت"),
    ("تابع", "يتابع"),
    ("واصل", "يواصل"),
    ("اكمل", "يكمل"),
    ("اعتبر", "يعتبر"),
    ("راي", "يري"),
    ("كشف", "يكشف"),
    ("حذر", "يحذر"),
    ("نفي", "ينفي"),
    ("طالب", "يطالب"),
    ("دعا", "يدعو"),
    ("ادعي", "يدعي"),
    ("ادلي", "يدلي"),
    ("اعرب", "يعرب"),
    ("عبر", "يعبر"),
    ("اقر", "يقر"),
    ("هدد", "يهدد"),
    ("توعد", "يتوعد"),
    ("تعهد", "يتعهد"),
    ("وعد", "يعد"),
    ("ندد", "يندد"),
    ("ادان", "يدين"),
    ("رفض", "يرفض"),
    ("انتقد", "ينتقد"),
    ("اتهم", "يتهم"),
    ("رد", "يرد"),
    ("علق", "يعلق"),
    ("كتب", "يكتب"),
    ("نشر", "ينشر"),
    ("ختم", "يختم"),
    ("اختتم", "يختتم"),
    ("خلص", "يخلص"),
    ("استنكر", "يستنكر"),
    ("شكك", "يشكك"),
    ("رجح", "يرجح"),
    ("توقع", "يتوقع"),
    ("قدر", "يقدر"),
    ("المح", "يلمح"),
    ("لمح", "يلمح"),
    ("لوح", "يلوح"),
    ("ابدي", "يبدي"),
    ("ابلغ", ""),
    ("اخبر", "يخبر"),
    ("بين", "يبين"),
    ("اظهر", "يظهر"),
    ("اورد", "يورد"),
    ("تحدث", "يتحدث"),
    ("خاطب", "يخاطب"),
    ("استبعد", "يستبعد"),
    ("اشتكي", "يشتكي"),
    ("شكا", "يشكو"),
    ("اوصي", "يوصي"),
    ("ناشد", "يناشد"),
    ("حث", "يحث"),
    ("نبه", "ينبه"),
    ("عزا", "يعزو"),
    ("برر", "يبرر"),
    ("فسر", "يفسر"),
    ("وصف", "يصف"),
    ("احتج", "يحتج"),
    ("صاح", "يصيح"),
    ("صرخ", "يصرخ"),
    ("روي", "يروي"),
    ("حكي", "يحكي"),
    ("شرح", "يشرح"),
    ("لخص", "يلخص"),
    ("جدد", "يجدد"),
    ("كرر", "يكرر"),
    ("اقترح", "يقترح"),
    ("طلب", "يطلب"),
    ("هاجم", "يهاجم"),
    ("اشاد", "يشيد"),
    ("رحب", "يرحب"),
    ("هنا", "يهني"),
    ("ناقش", "يناقش"),
    ("قرر", "يقرر"),
    ("استشهد", "يستشهد"),
    ("تمني", "يتمني"),
    ("امل", "يامل"),
    ("اسف", "ياسف"),
    ("عارض", "يعارض"),
    ("تبني", "يتبني"),
    ("اثبت", "يثبت"),
    ("افتي", "يفتي"),
    ("سجل", "يسجل"),
    ("وثق", "يوثق"),
    ("رصد", "يرصد"),
    ("احصي", "يحصي"),
    ("مضي", "يمضي"),
    ("اسهب", "يسهب"),
    ("انكر", "ينكر"),
    ("كذب", "يكذب"),
    ("دافع", "يدافع"),
    ("سخر", "يسخر"),
    ("تعجب", "يتعجب"),
    ("تذمر", "يتذمر"),
    ("اقسم", "يقسم"),
    ("حدد", "يحدد"),
    ("اشترط", "يشترط"),
    ("حض", "يحض"),
    ("توسل", "يتوسل"),
    ("لاحظ", "يلاحظ"),
    ("ايد", "يويد"),
    ("قاطع", "يقاطع"),
    ("استذكر", "يستذكر"),
    ("وضح", "يوضح"),
    ("صدق", "يصدق"),
    ("ظن", "يظن"),
    ("اعتقد", "يعتقد"),
];

const RELAYS: &[(&str, &str)] = &[("نقل", "ينقل"), ("اقتبس", "يقتبس"), ("تناقل", "يتناقل")];

const IMPERSONAL: &[&str] = &["قيل", "يقال", "علم", "افيد", "تردد", "يتردد"];

/// Participles in the accusative, masculine singular without tanwin alef; the
/// feminine takes ة, the plural ين and ون, the dual ين and ان.
const PARTICIPLES: &[&str] = &[
    "قايل",
    "مضيف",
    "موكد",
    "موضح",
    "مشير",
    "منوه",
    "معتبر",
    "مشدد",
    "لافت",
    "متابع",
    "مردف",
    "مستطرد",
    "محذر",
    "نافي",
    "ناف",
    "مطالب",
    "داعي",
    "كاشف",
    "معلن",
    "معرب",
    "زاعم",
    "متهم",
    "مهدد",
    "متوعد",
    "منتقد",
    "مندد",
    "مستنكر",
    "مرجح",
    "متوقع",
    "ملمح",
    "مبين",
    "مصرح",
    "متسايل",
    "معلق",
    "معقب",
    "ذاكر",
    "مستدرك",
    "مبرر",
    "واصف",
    "مجدد",
    "مكرر",
    "مدعي",
    "مذكر",
    "معترف",
    "مقر",
    "مستبعد",
    "مناشد",
    "محث",
    "منبه",
    "ملوح",
    "مشكك",
    "متعهد",
    "معبر",
    "مطمين",
    "مستشهد",
    "جازم",
    "مبدي",
    "منكر",
    "متمني",
    "راويا",
    "شارح",
    "مقترح",
    "مجيب",
];

const ACCORDING: &[&str] = &[
    "بحسب",
    "حسب",
    "حسبما",
    "بحسبما",
    "وفق",
    "وفقا",
    "وفقما",
    "طبقا",
    "نقلا",
    "استنادا",
];

/// Nouns with a pronoun that stand for speech named before.
const NOUNS: &[&str] = &[
    "قوله",
    "قولها",
    "قولهم",
    "قولهما",
    "تعبيره",
    "تعبيرها",
    "تعبيرهم",
    "وصفه",
    "وصفها",
    "وصفهم",
    "زعمه",
    "زعمها",
    "زعمهم",
    "تصريحه",
];

/// Nouns for those who speak, singular and plural, without the article. With
/// it, and with adjectives after it, each is a speaker without a name.
const SPEAKERS: &str = "
    عده جميع معظم دول دوله
    مسوول مسوولون مسوولين مسووله مصدر مصادر متحدث متحدثه متحدثون ناطق ناطقه مراسل مراسله مراسلون
    وزير وزيره وزراء رييس رييسه ملك ملكه امير اميره امين سفير سفيره مبعوث مبعوثه
    قايد قاده قياده قيادي قياديه قياديون زعيم زعيمه زعماء مدير مديره مندوب مندوبه نايب نواب نايبه
    عضو اعضاء ممثل ممثله ممثلون وكيل خبير خبيره خبراء محلل محلله محللون باحث باحثه باحثون
    ناشط ناشطه ناشطون ناشطين نشطاء طبيب طبيبه اطباء محام محامي محاميه محامون شاهد شهود سكان اهالي
    مواطن مواطنه مواطنون مقيم لاجي لاجيه لاجيون نازح نازحه نازحون معتقل متظاهر متظاهرون محتجون
    صحيفه صحف جريده مجله قناه وكاله وكالات اذاعه تلفزيون موقع شبكه وسايل اعلام منصه صحفي صحفيه صحافي
    صحافيون كاتب كاتبه مولف استاذ استاذه دكتور شيخ كاهن بابا مطران بطريرك مفتي امام
    بيان تقرير تقارير دراسه دراسات استطلاع وثيقه وثايق رساله تصريح احصاء بيانات احصاييات ارقام
    حكومه وزاره هييه منظمه منظمات مفوضيه لجنه مجلس برلمان محكمه نيابه ادعاء شرطه جيش قوات
    رياسه سلطات سلطه اداره بلديه محافظ محافظه عمده مجموعه جماعه حركه تنظيم حزب اتحاد نقابه ايتلاف
    معارضه نظام فصايل تحالف تكتل كتله جمعيه موسسه مركز مرصد معهد جامعه شركه بنك صندوق مكتب
    طرف طرفان طرفين جانب جانبان جانبين مراقب مراقبون دبلوماسي دبلوماسيون ضابط ضباط جندي جنود عقيد عميد لواء فريق
    جنرال نقيب مقدم رايد ادميرال مستشار مستشاره مساعد مساعده مدرب لاعب مخرج فنان فنانه ممثل
    مرشح مرشحه ابن زوجه زوج والد والده اب ام شقيق اقارب عايله ضحايا رجل سيده امراه شاب
    خارجيه داخليه دفاع صحه كرملين بنتاغون فيفا بعثه ديوان محقق محققون قاضي قضاه
    مسيول مسيولون انباء وزاره عالم علماء مورخ مورخون اقتصادي اقتصاديون معلق معلقون مشارك مشاركون موتمرون منظمون متحدثان مسوولان
    فيلق كتيبه لواء غرفه هيات راوي قاضيه مندوبون وفد مجاهدون معلمون احد احدي بعض
";

/// Words that govern the noun after them, folded.
const PREPOSITIONS: &[&str] = &[
    "في",
    "من",
    "الي",
    "علي",
    "عن",
    "مع",
    "لدي",
    "خلال",
    "بعد",
    "قبل",
    "امام",
    "عبر",
    "حول",
    "بشان",
    "ضد",
    "نحو",
    "منذ",
    "تجاه",
    "بين",
    "عند",
    "تحت",
    "فوق",
    "وراء",
    "اثر",
    "عقب",
    "حتي",
    "دون",
    "بدون",
    "اثناء",
    "ل",
    "ب",
    "ك",
    "عبر",
    "حيال",
    "ازاء",
    "وسط",
    "قرب",
    "لصالح",
    "بسبب",
    "بخصوص",
    "رغم",
    "ضمن",
    "بواسطه",
    "بحضور",
    "برفقه",
    "بقياده",
    "نتيجه",
    "سوي",
    "باستثناء",
    "مقابل",
];

/// Words before أن that make it no beginning of speech.
const NOT_THAT: &[&str] = &[
    "علما",
    "قبل",
    "بعد",
    "دون",
    "منذ",
    "يجب",
    "يمكن",
    "ينبغي",
    "الا",
    "غير",
    "كما",
    "بيد",
    "حيث",
    "حين",
    "رغم",
    "بما",
    "بد",
    "شرط",
    "بشرط",
    "شريطه",
    "اجل",
    "خشيه",
    "المتوقع",
    "المقرر",
    "المفترض",
    "الممكن",
    "المرجح",
    "كاد",
    "يكاد",
    "يريد",
    "تريد",
    "لبث",
    "لو",
    "كون",
    "مجرد",
    "بمجرد",
    "طالما",
    "ريثما",
    "عسي",
    "يفترض",
    "كان",
    "مع",
    "بدل",
    "بدلا",
    "لولا",
    "المقدر",
    "المنتظر",
    "يتعين",
    "يستطيع",
    "حد",
    "لدرجه",
];

/// Nouns between a verb and its أن that are part of what is said.
const SAID_NOUNS: &[&str] = &[
    "ضروره",
    "اهميه",
    "احتمال",
    "امكانيه",
    "وجوب",
    "استحاله",
    "ثقته",
    "ثقتها",
    "قناعته",
    "قناعتها",
    "امله",
    "املها",
    "خشيته",
    "خشيتها",
    "قلقه",
    "قلقها",
    "اعتقاده",
    "اعتقادها",
    "عدم",
    "وجود",
    "رفض",
    "رفضه",
    "رفضها",
    "حقيقه",
];

/// Words for works and undertakings: a long quotation after one is its title.
const TITLED: &[&str] = &[
    "بعنوان",
    "عنوان",
    "عنوانه",
    "عنوانها",
    "شعار",
    "كتاب",
    "كتابه",
    "كتابها",
    "روايه",
    "روايته",
    "روايتها",
    "فيلم",
    "فيلمه",
    "فيلمها",
    "مسلسل",
    "برنامج",
    "اغنيه",
    "قصيده",
    "ديوان",
    "مسرحيه",
    "لوحه",
    "البوم",
    "عمليه",
    "حمله",
    "مبادره",
    "مشروع",
    "وسم",
    "هاشتاغ",
    "هاشتاج",
    "اسم",
    "باسم",
    "مسمي",
    "يسمي",
    "تسمي",
    "يدعي",
    "تدعي",
    "معركه",
    "مهرجان",
    "جايزه",
    "منظمه",
    "حركه",
    "حزب",
    "تنظيم",
    "جماعه",
    "موسسه",
    "صحيفه",
    "مجله",
    "موقع",
    "قناه",
    "شركه",
    "يحمل",
    "تحمل",
    "عباره",
    "كلمه",
    "مصطلح",
    "كتيبه",
    "غرفه",
    "جمعيه",
    "موتمر",
    "ندوه",
    "معرض",
    "متحف",
    "ماده",
];

static CUES: LazyLock<HashMap<String, Cue>> = LazyLock::new(|| {
    let mut cues = HashMap::new();
    let mut add = |form: String, class, agreement| {
        cues.entry(form).or_insert(Cue { class, agreement });
    };
    for (class, verbs) in [
        (Class::Says, SAYS),
        (Class::MaySay, MAY_SAY),
        (Class::Relays, RELAYS),
    ] {
        for (past, present) in verbs {
            for (form, agreement) in past_forms(past).into_iter().chain(present_forms(present)) {
                add(form, class, agreement);
            }
        }
    }
    for verb in IMPERSONAL {
        add((*verb).to_owned(), Class::Impersonal, Agreement::Any);
    }
    for word in ACCORDING {
        add((*word).to_owned(), Class::According, Agreement::Any);
    }
    for word in NOUNS {
        add((*word).to_owned(), Class::Noun, Agreement::Any);
    }
    for stem in PARTICIPLES {
        let bare = stem.trim_end_matches('ي');
        for (form, agreement) in [
            (format!("{stem}ا"), Agreement::Masculine),
            (format!("{stem}ة"), Agreement::Feminine),
            (format!("{stem}ه"), Agreement::Feminine),
            (format!("{stem}تين"), Agreement::Plural),
            (format!("{bare}ين"), Agreement::Plural),
            (format!("{bare}ون"), Agreement::Plural),
            (format!("{stem}ان"), Agreement::Plural),
        ] {
            add(form, Class::Participle, agreement);
        }
    }
    cues
});

static SPEAKER_NOUNS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| SPEAKERS.split_ascii_whitespace().collect());

static GOVERNING: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| PREPOSITIONS.iter().copied().collect());

/// The forms of the third person of a verb in the past: قال, قالت, قالوا,
/// قالا, قالتا.
fn past_forms(past: &str) -> Vec<(String, Agreement)> {
    // The last root letter goes before an ending in دعا, أدلى.
    let stem = past.strip_suffix(['ي', 'ا']).unwrap_or(past);
    let is_weak = stem.len() < past.len();
    let dual = if is_weak {
        format!("{stem}يا")
    } else {
        format!("{past}ا")
    };
    vec![
        (past.to_owned(), Agreement::Masculine),
        (format!("{stem}ت"), Agreement::Feminine),
        (format!("{stem}وا"), Agreement::Plural),
        (dual, Agreement::Plural),
        (format!("{stem}تا"), Agreement::Plural),
        (format!("{past}ن"), Agreement::Plural),
    ]
}

/// The forms of the third person in the present: يقول, تقول, يقولون, يقولان,
/// تقولان.
fn present_forms(present: &str) -> Vec<(String, Agreement)> {
    let Some(rest) = present.strip_prefix('ي') else {
        return Vec::new();
    };
    let stem = rest.strip_suffix(['ي', 'و']).unwrap_or(rest);
    vec![
        (format!("ي{rest}"), Agreement::Masculine),
        (format!("ت{rest}"), Agreement::Feminine),
        (format!("ي{stem}ون"), Agreement::Plural),
        (format!("ي{rest}ان"), Agreement::Plural),
        (format!("ت{rest}ان"), Agreement::Plural),
    ]
}

/// The cue that a folded word is, and the bytes of the conjunction before it.
/// Words that are only a cue with their own first letter (وصف, وفقا) are
/// looked up whole first.
pub(super) fn cue(word: &str) -> Option<(Cue, usize)> {
    if let Some(cue) = CUES.get(word) {
        return Some((*cue, 0));
    }
    let rest = word.strip_prefix(['و', 'ف'])?;
    CUES.get(rest).map(|cue| (*cue, word.len() - rest.len()))
}

/// Whether a folded word, without its article, speaks without a name.
pub(super) fn is_speaker_noun(word: &str) -> bool {
    let noun = word.strip_prefix("ال").unwrap_or(word);
    if SPEAKER_NOUNS.contains(noun) {
        return true;
    }
    // The list has ه for ة.
    noun.strip_suffix('ة').is_some_and(|stem| {
        let mut spelt = String::with_capacity(noun.len());
        spelt.push_str(stem);
        spelt.push('ه');
        SPEAKER_NOUNS.contains(spelt.as_str())
    })
}

/// Whether a folded word governs the noun after it.
pub(super) fn is_preposition(word: &str) -> bool {
    let bare = |word: &str| GOVERNING.contains(word) || GOVERNING.contains(normal(word).as_ref());
    bare(word)
        || word
            .strip_prefix(['و', 'ف'])
            .is_some_and(|rest| !rest.is_empty() && bare(rest))
}

/// Whether a folded word is أن or إن, alone or with a pronoun or ب.
pub(super) fn is_that(word: &str) -> bool {
    matches!(
        word,
        "ان" | "انه"
            | "انها"
            | "انهم"
            | "انهما"
            | "انهن"
            | "اننا"
            | "انا"
            | "انني"
            | "اني"
            | "انك"
            | "بان"
            | "بانه"
            | "بانها"
            | "بانهم"
            | "بانهما"
            | "باننا"
            | "بانني"
    )
}

/// Whether أن after this folded word is no beginning of speech.
pub(super) fn forbids_that(word: &str) -> bool {
    NOT_THAT.contains(&word) || NOT_THAT.contains(&normal(word).as_ref())
}

/// Whether a folded word before أن is part of what is said.
pub(super) fn is_said_noun(word: &str) -> bool {
    SAID_NOUNS.contains(&normal(word).as_ref())
}

/// Whether a quotation after this folded word is a title or a name.
pub(super) fn announces_title(word: &str) -> bool {
    let plain = normal(word);
    let plain = plain.as_ref();
    let is_listed = |word: &str| TITLED.contains(&word);
    is_listed(plain)
        || plain.strip_prefix("ال").is_some_and(is_listed)
        || plain.strip_prefix(['ب', 'ل', 'و']).is_some_and(is_listed)
}

/// A word with ة at its end as ه, as the lists here have it.
fn normal(word: &str) -> std::borrow::Cow<'_, str> {
    match word.strip_suffix('ة') {
        Some(stem) => format!("{stem}ه").into(),
        None => word.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold::{Level, key};

    fn class(word: &str) -> Option<Class> {
        cue(&key(word, Level::Letters)).map(|(cue, _)| cue.class)
    }

    #[test]
    fn verbs_in_all_their_forms() {
        for word in [
            "قال",
            "وقال",
            "فقالت",
            "قالوا",
            "يقول",
            "وتقول",
            "يقولون",
            "قالا",
            "أضاف",
            "وأضافت",
            "أكّدت",
            "يؤكدون",
            "أوضحا",
            "اعترفت",
            "وتضيف",
        ] {
            assert_eq!(class(word), Some(Class::Says), "{word}");
        }
        for word in [
            "دعا",
            "دعت",
            "دعوا",
            "يدعون",
            "أدلت",
            "رأى",
            "رأت",
            "يرى",
            "وصف",
            "ووصفت",
            "أشارت",
            "تشير",
            "لفتت",
        ] {
            assert_eq!(class(word), Some(Class::MaySay), "{word}");
        }
        for word in [
            "قائلاً",
            "مضيفة",
            "مؤكدين",
            "موضحًا",
            "مشيرا",
            "ومشددا",
            "لافتةً",
            "داعيا",
        ] {
            assert_eq!(class(word), Some(Class::Participle), "{word}");
        }
        for word in ["بحسب", "وفقاً", "ووفقا", "حسبما"] {
            assert_eq!(class(word), Some(Class::According), "{word}");
        }
        assert_eq!(class("نقلت"), Some(Class::Relays));
        assert_eq!(class("على"), None);
        assert_eq!(class(""), None);
    }

    #[test]
    fn every_list_is_folded() {
        let lists = [PREPOSITIONS, NOT_THAT, ACCORDING, NOUNS, IMPERSONAL];
        for word in lists.into_iter().flatten() {
            assert_eq!(&key(word, Level::Letters), word);
        }
        for word in SPEAKERS.split_ascii_whitespace() {
            assert_eq!(key(word, Level::Letters), word);
        }
    }
}
