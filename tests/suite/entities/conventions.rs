//! Where spans begin and end, by the conventions of tests/fixtures/entities.
//! Every case names all suggestions of its text.

use super::check;

#[test]
fn attached_particles_stay_outside() {
    check(&[
        "انضم ب[داعش|GROUP] ك[دمشق|LOC]",
        "قاتل ل[داعش|GROUP] في [الرقة|LOC]",
        "وصل الوفد إلى [دمشق|LOC] و[بغداد|LOC] و[حلب|LOC]",
        "ب[سوريا|LOC] ول[سوريا|LOC] وفي [سوريا|LOC] وب[دمشق|LOC]",
        "ف[دمشق|LOC] تقول",
    ]);
}

#[test]
fn after_two_lams_the_span_begins_with_the_second() {
    check(&[
        "دعا ل[لأمم المتحدة|ORG] إلى التدخل",
        "قدم ل[لعراق|LOC] و[لبنان|LOC]",
        "وقدم ول[لعراق|LOC]",
        "سلم ل[لجيش [السوري|NORP]|GROUP]",
        "تابع ل[لحكومة [السورية|NORP]|ORG]",
        "[المبعوث الخاص|TITLE] ل[لأمم المتحدة|ORG]",
        "لِ[لأُمَمِ المُتَّحِدَةِ|ORG]",
    ]);
}

#[test]
fn quotation_marks_are_outside_round_a_name_and_inside_a_phrase() {
    check(&[
        "قال «[قسد|GROUP]» في بيان",
        "تحدث عن \"[داعش|GROUP]\" و\"[قسد|GROUP]\" مع \"[رويترز|ORG]\"",
        "هاجم [تنظيم \"داعش\"|GROUP] البلدة",
        "هاجم [تنظيم «الدولة الإسلامية»|GROUP] البلدة",
        "قالت [حركة \"حماس\"|GROUP] في [غزة|LOC]",
        "[عملية \"نبع السلام\"|EVENT]",
    ]);
}

#[test]
fn tatweel_after_a_particle_is_outside_and_within_a_word_inside() {
    check(&[
        "بيان لـ\"[قسد|GROUP]\" [اليوم|DATE]",
        "لـ [قسد|GROUP]",
        "[ســوريا|LOC] و[ســـوريا|LOC]",
        "الـ[35|NUMBER]",
        "بـ[1600|NUMBER] مقاتل",
    ]);
}

#[test]
fn heads_that_belong_to_the_name_are_inside() {
    check(&[
        "[قوات [سوريا|LOC] الديمقراطية|GROUP]",
        "[وزارة الدفاع [الروسية|NORP]|ORG]",
        "[مخيم [الهول|LOC]|FAC]",
        "[سجن [غويران|LOC]|FAC]",
        "[مطار [دمشق|LOC] الدولي|FAC]",
        "[معبر [باب الهوى|LOC]|FAC]",
        "[حقل العمر النفطي|FAC]",
        "[قاعدة [التنف|LOC]|FAC]",
        "[منظمة العفو الدولية|ORG]",
        "[شبكة شام|ORG]",
        "[وكالة رويترز|ORG]",
        "[جبهة النصرة|GROUP]",
        "[كتائب القسام|GROUP]",
        "[جيش الإسلام|GROUP]",
    ]);
}

#[test]
fn heads_that_only_say_what_it_is_are_outside() {
    check(&[
        "في مدينة [الحسكة|LOC]",
        "في ريف [دير الزور|LOC]",
        "في محافظة [إدلب|LOC]",
        "في بلدة [الباغوز|LOC]",
        "مدينة [دير الزور|LOC] ومحافظة [الرقة|LOC]",
        "قتل عناصر [داعش|GROUP]",
        "قتل مقاتلي [قسد|GROUP]",
        "قناة [الجزيرة|ORG]",
        "موقع [تويتر|ORG]",
        "ميليشيا [الحشد الشعبي|GROUP]",
    ]);
}

#[test]
fn a_title_stops_before_basm_li_and_fi() {
    check(&[
        "قال [المتحدث|TITLE] باسم [وزارة الخارجية|ORG]",
        "قال [المتحدث الرسمي|TITLE] باسم [قوات [سوريا|LOC] الديمقراطية|GROUP]",
        "[القائد العام|TITLE] ل[قوات [سوريا|LOC] الديمقراطية|GROUP] [مظلوم عبدي|PERSON]",
        "[الرئيس المشترك|TITLE] ل[مجلس [سوريا|LOC] الديمقراطية|ORG]",
        "[الممثل الخاص|TITLE] ل[لولايات المتحدة|LOC] في [سوريا|LOC]",
    ]);
}

#[test]
fn a_title_runs_over_its_construct_and_adjectives() {
    check(&[
        "قال [الرئيس [الأميركي|NORP]|TITLE] [دونالد ترامب|PERSON]",
        "[وزير الدفاع [التركي|NORP]|TITLE] [خلوصي أكار|PERSON]",
        "قال [وزير الخارجية [الروسي|NORP]|TITLE] [سيرغي لافروف|PERSON]",
        "[قائد [القيادة المركزية [الأميركية|NORP]|ORG]|TITLE]",
        "[أمين عام [حزب الله|GROUP]|TITLE] [حسن نصر الله|PERSON]",
    ]);
}

#[test]
fn dates_and_numbers_carry_their_words_and_units() {
    check(&[
        "[21 كانون الثاني/يناير 2021|DATE]",
        "[ديسمبر (كانون الأول) 2019|DATE]",
        "[يوم الخميس الماضي|DATE]",
        "في [12 أكتوبر|DATE]",
        "[عام 2019|DATE]",
        "([الخميس|DATE])",
        "نحو [60 ألف|NUMBER] شخص",
        "[سبعة آلاف|NUMBER] مقاتل",
        "[50 في المئة|NUMBER]",
        "[3.5 مليون دولار|NUMBER]",
        "[٣٥|NUMBER] قتيلا",
    ]);
}

#[test]
fn addresses_are_whole() {
    check(&[
        "[info@example.org|ADDRESS] وموقع [https://example.org/ar?x=1|ADDRESS]",
        "البريد : [press@example.com|ADDRESS].",
        "[www.example.com|ADDRESS]",
    ]);
}

#[test]
fn names_of_people_are_whole() {
    check(&[
        "[عبد الفتاح السيسي|PERSON]",
        "[أبو بكر البغدادي|PERSON]",
        "[محمد بن سلمان|PERSON]",
        "[قسد|GROUP] بقيادة [مظلوم عبدي|PERSON] وقال [عبدي|PERSON]",
    ]);
}

#[test]
fn a_purpose_and_a_pair_of_tasks_belong_to_a_body() {
    check(&[
        "قالت [الهيئة الوطنية للأرصاد الجوية|ORG]",
        "اجتمعت [وكالة البحث والإنقاذ الوطنية|ORG]",
        "دعم [الاتحاد العام للكتاب|ORG]",
    ]);
}
