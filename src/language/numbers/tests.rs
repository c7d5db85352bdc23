//! Sentences with their dates and numbers marked: what belongs to a span, and
//! what is neither. Written for these tests.

use super::*;

/// The text without its marks, and the marks: `[60 ألف|N]`, `[أمس|D]`; V is a
/// number without a definite value.
fn marks(marked: &str) -> (String, Vec<(String, usize, char)>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        text.push_str(&rest[..open]);
        let close = open + rest[open..].find('|').unwrap();
        let body = &rest[open + 1..close];
        let kind = rest[close + 1..].chars().next().unwrap();
        marks.push((body.to_owned(), text.len(), kind));
        text.push_str(body);
        rest = &rest[close + 3..];
    }
    text.push_str(rest);
    (text, marks)
}

fn found(text: &str) -> Vec<(String, usize, char)> {
    let (dates, numbers) = dates_and_numbers(text, DateOptions::default());
    let mut all: Vec<_> = dates
        .iter()
        .map(|date| (date.span, 'D'))
        .chain(
            numbers
                .iter()
                .map(|number| (number.span, if number.vague { 'V' } else { 'N' })),
        )
        .map(|(span, kind)| (span.of(text).unwrap().to_owned(), span.start, kind))
        .collect();
    all.sort_by_key(|(_, start, _)| *start);
    all
}

/// Checks every line and reports all that differ at once.
fn check(lines: &[&str]) {
    let mut wrong = String::new();
    for line in lines {
        let (text, expected) = marks(line);
        let found = found(&text);
        if found != expected {
            let show = |marks: &[(String, usize, char)]| {
                marks
                    .iter()
                    .map(|(text, _, kind)| format!("[{text}|{kind}]"))
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            wrong.push_str(&format!(
                "{text}\n  expected {}\n  found    {}\n",
                show(&expected),
                show(&found)
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn figures() {
    check(&[
        "قتل [12|N] شخصا وأصيب [1,600|N] آخرون",
        "نقل [١٢٬٣٤٥|N] لاجئا و[۷|N] أطفال",
        "بلغ العدد [1.250.000|N] نسمة في [3.5|N] ساعات",
        "يقدر عددهم بـ[1600|N] معتقل و[60 ألف|N] شخص",
        "الدول الـ[35|N] المشاركة",
        "نحو [12 300|N] مقاتل",
        "ما بين [10-15|N] شخصا",
        "فاز [2-1|N] على ضيفه",
        "نسبة [40%|N] و[%35|N] و[٪12|N] و[98.9 %|N] و[15 بالمئة|N] و[3,5 في المائة|N] و[ثلاثون في المئة|N]",
        "بنسبة [37، 13 في المائة|N] و[5ر4 في المائة|N]",
        "القرار [2254|N] والمادة [140|N] من الدستور",
        "قرابة [785|N] (أجنبيا)",
        "من [4|N] إلى [5|N] ساعات",
    ]);
}

#[test]
fn words() {
    check(&[
        "قتل [ثلاثة|N] مدنيين وجرح [سبعة عشر|N] آخرون",
        "نقل [سبعة آلاف|N] معتقل و[ثلاثمئة|N] طفل و[خمس|N] نساء",
        "حوالي [مئة وخمسة وعشرين ألف|N] شخص",
        "[ألف وخمسمئة|N] مقاتل و[ألفان|N] آخرون و[مليونا|N] لاجئ",
        "[ثلاثة ملايين وخمسمئة ألف|N] نسمة",
        "[إحدى عشرة|N] دولة و[اثنا عشر|N] وزيرا و[اثنتين وعشرين|N] قرية",
        "اعتقال [عشرين|N] شخصا",
        "بين [عشرين وثلاثين ألف|N] متظاهر",
        "بين [20 و30 ألف|N] متظاهر",
        "[مليون ونصف المليون|N] لاجئ و[نصف مليون|N] نازح و[3 ملايين و200 ألف|N] طفل",
        "[آلاف|V] اللاجئين و[عشرات|V] القتلى و[مئات الآلاف|V] من النازحين",
        "[ثلث|V] السكان و[نصف|V] المساحة",
        "قُتِلَ [خَمْسَةُ|N] أَشْخَاصٍ وَ[سِتَّةَ عَشَرَ|N] جَرِيحًا",
        "لدى [مائتي|N] شخص و[مئتين وأربعين|N] مدرسة",
        "مقتل [اثنين|N] من الجنود",
        "حضر ممثلو الدول [الخمس|N] والمحافظات [الثلاث|N]",
        "مؤتمر حضره [ستون|N] وزيرا و[ثمان وأربعون|N] منظمة",
        "تجاوز عددهم [المليون|N]",
        "[سبعه|N] قتلى و[ثلاثه الاف|N] جريح",
    ]);
}

#[test]
fn units() {
    check(&[
        "بقيمة [40 مليون دولار|N] و[3 مليارات يورو|N] و[500 ليرة سورية|N] و[مئة دولار أمريكي|N]",
        "دفع [$40|N] ثم [50€|N]",
        "على بعد [30 كيلومترا|N] و[12 كم|N] و[عشرة كيلومترات|N] ومساحة [5 كيلومترات مربعة|N]",
        "وزن [200 كيلوغرام|N] و[مليون ونصف طن|N] من القمح",
        "تبلغ من العمر [25 عاما|N] وهو البالغ [ثلاثين عاما|N]",
        "محمد ([25 عاما|N]) وطفلة عمرها [ستة أشهر|N]",
        "لمن هم دون [18 عاما|N]",
        "بعد [25|N] عاما من الحرب",
        "كان عمره [خمسة وأربعين عاما|N] حين مات",
    ]);
}

#[test]
fn what_is_no_number() {
    check(&[
        "فيروس كوفيد-19 وطائرة F-16 ومنظومة إس-400 وقمة G20",
        "مجموعة العشرين ومجموعة السبع ومجموعة الثماني",
        "الدورة الحادية عشرة والطابق الأول والمرتبة الثانية عشرة",
        "أحد المسؤولين وإحدى الدول وكل واحد منهم وشرطي واحد",
        "عند الساعة 10 والساعة 10:30 و8 مساء والساعة الرابعة وخمس وعشرين دقيقة",
        "هاتف 963-11-123456 و 0933123456 و 17 17 71 37 05",
        "الدور نصف النهائي وربع نهائي الكأس",
        "على https://example.com/a/2019/123 وعبر user12@example.com",
        "بكميات كبيرة وكمية قليلة ولمس الباب",
        "أثنى على الجهود ومات الرجل",
        "خاض حرب الوطن",
        "شارع 20 غشت وحركة 6 أبريل وجسر 14 رمضان",
    ]);
}

#[test]
fn days() {
    check(&[
        "قال [الأربعاء|D] إن [أمس الجمعة|D] و[يوم الأحد|D] و([الخميس|D])",
        "[مساء الخميس الماضي|D] و[فجر اليوم السبت|D] و[ليلة أمس السبت|D] و[بعد ظهر الثلاثاء|D]",
        "[أول أمس|D] و[أمس الأول|D] و[أول من أمس الاثنين|D] و[غدا الأحد|D] و[بعد غد|D] و[يوم أمس|D]",
        "وصل ل[لأحد المقبل|D]",
        "[يومي الجمعة والسبت|D] و[ليل السبت - الأحد|D]",
        "[الأحد الماضي|D] ثم [الأحد من الأسبوع الماضي|D]",
        "هاجموا [اليوم|D] و[صباح اليوم|D] ومنذ [الأمس|D]",
        "[يوم الأحد|D] في [7 أبريل الجاري|D]",
        "وب[الأمس|D] قال",
    ]);
}

#[test]
fn what_is_no_day() {
    check(&[
        "في اليوم التالي وفي اليوم الأول من اليوم العالمي للمرأة",
        "صحيفة اليوم السابع والمصري اليوم وقناة روسيا اليوم",
        "صلاة الجمعة وخطبة الجمعة",
        "وهم في أمس الحاجة إليه وأحد الناس",
        "صحيفة الغد وحزب الغد",
        "مستشفى الأحد",
    ]);
}

#[test]
fn months() {
    check(&[
        "في [12 أكتوبر|D] و[9 تشرين الأول 2019|D] و[21 كانون الثاني/يناير|D]",
        "[السادس من ديسمبر (كانون الأول)|D] و[فبراير (شباط) الماضي|D]",
        "[الأربعاء 9 تشرين الأول 2019|D] و[الخميس الموافق 12 أكتوبر|D]",
        "[الخميس، 12 أكتوبر/تشرين الأول 2019|D]",
        "[منتصف شهر أيار|D] و[أوائل أكتوبر|D] و[مطلع آذار المقبل|D] و[نهاية يونيو/حزيران|D]",
        "[شهري مايو ويونيو الماضيين|D]",
        "بين [9 و12 أكتوبر|D] ومن [5 إلى 8 مارس الجاري|D] و[9-12 نيسان|D]",
        "[السابع والعشرين من رجب|D] و[الأول من مايو|D] و[أول أكتوبر|D] و[الحادي عشر من شهر سبتمبر 2001|D]",
        "[أكتوبر من العام الماضي|D] و[مايو من عام 2018|D]",
        "[13 دِيسِمْبِرَ الْجَارِي|D] و[١٢ آب ٢٠١٢|D]",
        "[جويلية 2015|D] و[22 ماي الماضي|D] و[3 غشت|D] و[10 دجنبر|D] و[1 أوت|D] و[5 جانفي|D]",
        "[10 صفر 1441 هـ الموافق ل9 أكتوبر 2019|D]",
        "في [شهر رمضان|D] وفي [رمضان الماضي|D] و[3 ذي الحجة 1440هـ|D]",
        "[7 أبريل 2013 م|D]",
        "منذ [17 تشرين|D]",
        "في [آب|D] وفي [مارس|D] ومنذ [نيسان|D]",
    ]);
}

#[test]
fn what_is_no_month() {
    check(&[
        "مارس ضغوطا على الحكومة",
        "رجب طيب أردوغان وشعبان عبد الرحيم وحميد شباط ومحمد رمضان",
        "محرم دوليا",
        "تيريزا ماي وأب الأسرة",
        "الربيع العربي",
        "صحيفة تشرين وجامعة تشرين",
        "سيارة نيسان",
        "صفر اليدين",
    ]);
}

#[test]
fn years_and_periods() {
    check(&[
        "[عام 1959|D] و[سنة 2011|D] و[العام 2019|D] و[عامي 2011 و2015|D]",
        "في [2019|D] ومنذ [2011|D] و([2003|D])",
        "حرب [1967|D] ومونديال [2022|D] وانتخابات [2020|D]",
        "لدى [2000|N] معتقل و[2015|N] شخصا",
        "القرار [2042|N]",
        "[2011-2019|D]",
        "[العام الماضي|D] و[السنة الجارية|D] و[الشهر المقبل|D] و[الأسبوع الماضي|D] و[نهاية العام الجاري|D]",
        "[مطلع العام|D] و[أواخر 2018|D] و[بداية عام 2020|D] و[نهاية الشهر|D] و[هذا العام|D]",
        "[الثمانينات|D] و[ثمانينات القرن الماضي|D] و[القرن التاسع عشر|D] و[القرن العشرين|D]",
        "[موسم 2015|D] و[صيف 2014|D] و[الصيف الماضي|D] و[صيف عام 2014|D]",
        "[العام الدراسي 2019-2020|D] و[العام المالي المقبل|D]",
        "ولد [عام ألف وتسعمئة وسبعة وستين|D]",
        "كأس العالم ل[ألفين واثنين وعشرين|D] كان",
        "[سنة 632 م|D] و[عام 1441 هـ|D]",
        "بتاريخ [12/10/2019|D] و[2019-10-12|D] و[12.10.2019|D] و[يوم 12/10|D]",
        "[عام 67|D]",
    ]);
}

#[test]
fn what_is_no_period() {
    check(&[
        "الأمين العام الحالي والمدير العام والرأي العام والنائب العام",
        "وهو في الأربعينات من عمره",
        "نهاية الأسبوع",
        "العام الجديد",
        "في العام",
    ]);
}

#[test]
fn values() {
    for (text, expected) in [
        ("سبعة آلاف معتقل", 7000.0),
        ("60 ألف شخص", 60_000.0),
        ("١٬٦٠٠ معتقل", 1600.0),
        ("3.5 ملايين طن", 3.5e6),
        ("1.250.000 نسمة", 1.25e6),
        ("1.635.092,25 دولار", 1_635_092.25),
        ("مليون ونصف المليون", 1.5e6),
        ("نصف مليار دولار", 0.5e9),
        ("ربع مليون", 250_000.0),
        ("ثلاثة ملايين وخمسمئة وعشرون ألفا", 3_520_000.0),
        ("مئتين وأربعين", 240.0),
        ("سبعمائة وخمسين ألف درهم", 750_000.0),
        ("ألف وتسعمئة وسبعة وستون ناخبا", 1967.0),
        ("ثلاث مئة طفل", 300.0),
        ("12 ألفا و345 ناخبا", 12_345.0),
        ("5ر4 في المائة", 5.4),
        ("خمس وعشرون امرأة", 25.0),
        ("مليون و309 ألف مسافر", 1_309_000.0),
    ] {
        let found = numbers(text);
        assert_eq!(
            found.first().and_then(|number| number.value),
            Some(expected),
            "{text}"
        );
    }
}

#[test]
fn bounds_and_what_is_counted() {
    let bounds = |text: &str| {
        let found = numbers(text);
        let first = &found[0];
        (first.bound, first.low, first.high)
    };
    assert_eq!(
        bounds("نحو 60 ألف شخص"),
        (Bound::About, Some(60e3), Some(60e3))
    );
    assert_eq!(
        bounds("قرابة ألف من المقاتلين"),
        (Bound::About, Some(1e3), Some(1e3))
    );
    assert_eq!(
        bounds("أكثر من 50 جنسية"),
        (Bound::AtLeast, Some(50.0), None)
    );
    assert_eq!(
        bounds("ما لا يقل عن 785 أجنبيا"),
        (Bound::AtLeast, Some(785.0), None)
    );
    assert_eq!(bounds("أقل من 20 شخصا"), (Bound::AtMost, None, Some(20.0)));
    assert_eq!(
        bounds("28 شخصا على الأقل"),
        (Bound::AtLeast, Some(28.0), None)
    );
    assert_eq!(
        bounds("بنحو 507 أشخاص"),
        (Bound::About, Some(507.0), Some(507.0))
    );
    assert_eq!(
        bounds("ما يصل إلى سبعة آلاف معتقل"),
        (Bound::AtMost, None, Some(7e3))
    );
    assert_eq!(bounds("10-15 شخصا"), (Bound::Exact, Some(10.0), Some(15.0)));
    assert_eq!(
        bounds("مئة ومئتي ألف متظاهر"),
        (Bound::Exact, Some(1e5), Some(2e5))
    );

    let counted = |text: &'static str| {
        let found = numbers(text);
        found[0]
            .counted
            .and_then(|span| span.of(text))
            .map(str::to_owned)
    };
    assert_eq!(counted("12 شخصا قتلوا").as_deref(), Some("شخصا"));
    assert_eq!(
        counted("قرابة ألف من المقاتلين الأجانب").as_deref(),
        Some("المقاتلين")
    );
    assert_eq!(counted("آلاف اللاجئين").as_deref(), Some("اللاجئين"));
    assert_eq!(counted("40% من السكان"), None);
    assert_eq!(counted("بلغ العدد 12، ثم قال"), None);
}

mod any_text {
    use proptest::prelude::*;

    use super::*;

    /// Words that meet in odd ways.
    const PIECES: [&str; 40] = [
        "و",
        "ب",
        "لل",
        "ال",
        "ـ",
        " ",
        "\n",
        "-",
        "/",
        ".",
        ",",
        "(",
        ")",
        "%",
        "$",
        "12",
        "2019",
        "٣",
        "0",
        "5",
        "كانون",
        "الثاني",
        "يناير",
        "صفر",
        "هـ",
        "م",
        "عام",
        "العام",
        "الماضي",
        "يوم",
        "الأحد",
        "أمس",
        "أول",
        "ألف",
        "مئة",
        "عشرون",
        "ونصف",
        "نصف",
        "من",
        "القرن",
    ];

    fn holds(text: &str) {
        let options = DateOptions {
            document_date: Some(jiff::civil::date(2019, 10, 9)),
        };
        let (dates, numbers) = dates_and_numbers(text, options);
        let mut spans: Vec<_> = dates
            .iter()
            .map(|date| date.span)
            .chain(numbers.iter().map(|number| number.span))
            .collect();
        spans.sort_by_key(|span| span.start);
        let mut end = 0;
        for span in spans {
            assert!(!span.is_empty());
            assert!(span.start >= end, "overlap in {text:?}");
            assert!(span.of(text).is_some(), "{span:?} in {text:?}");
            end = span.end;
        }
        for number in numbers {
            if let Some(counted) = number.counted {
                assert!(counted.of(text).is_some());
            }
        }
        let _ = crate::language::document_date(text);
    }

    proptest! {
        #[test]
        fn any_characters(text in "\\PC{0,60}") {
            holds(&text);
        }

        #[test]
        fn arabic_letters_marks_and_digits(text in "[ا-يً-ْ0-9٠-٩۰-۹ .,،/()%ـ-]{0,60}") {
            holds(&text);
        }

        #[test]
        fn pieces_of_dates_and_numbers(pieces in proptest::collection::vec(0..PIECES.len(), 0..25), spaced in any::<u32>()) {
            let mut text = String::new();
            for (index, piece) in pieces.iter().enumerate() {
                text.push_str(PIECES[*piece]);
                if spaced >> (index % 32) & 1 == 1 {
                    text.push(' ');
                }
            }
            holds(&text);
        }
    }
}
