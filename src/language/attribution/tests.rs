//! Texts written for these tests, with their names marked: `[name|P]` for a
//! person, B a body, T a title, L a place.

use super::*;

/// The text without the notation, and its names.
fn marked(notation: &str) -> (String, Vec<Named>) {
    let mut text = String::new();
    let mut names = Vec::new();
    let mut open = Vec::new();
    let mut chars = notation.chars();
    while let Some(c) = chars.next() {
        match c {
            '[' => open.push(text.len()),
            '|' if !open.is_empty() => {
                let voice = match chars.next() {
                    Some('P') => Voice::Person,
                    Some('B') => Voice::Body,
                    Some('T') => Voice::Title,
                    _ => Voice::Place,
                };
                names.push(Named {
                    span: Span::new(open.pop().unwrap(), text.len()),
                    voice,
                });
                assert_eq!(chars.next(), Some(']'));
            }
            _ => text.push(c),
        }
    }
    (text, names)
}

/// What is found, as `kind: words < speaker (cue)`.
fn said(notation: &str) -> Vec<String> {
    let (text, names) = marked(notation);
    let of = |span: Option<Span>| span.map_or("-", |span| span.of(&text).unwrap()).to_owned();
    attributions(&text, &names)
        .into_iter()
        .map(|said| {
            let kind = match said.kind {
                Kind::Direct => "D",
                Kind::Indirect => "I",
                Kind::Announced => "A",
                Kind::Scare => "S",
                Kind::Heading => "H",
            };
            format!(
                "{kind}: {} < {}{} ({})",
                of(Some(said.quote)),
                of(said.speaker),
                if said.inherited { "~" } else { "" },
                of(said.cue)
            )
        })
        .collect()
}

#[test]
fn the_verb_first() {
    assert_eq!(
        said("وقال [سامي الخطيب|P] للصحفيين: «لن نغادر هذه الأرض مهما حدث».\n"),
        ["D: لن نغادر هذه الأرض مهما حدث < سامي الخطيب (قال)"]
    );
    assert_eq!(
        said("أكدت [وزيرة الصحة|T] [هالة زايد|P]، أمس الأحد، أن اللقاح متوفر في كل المراكز."),
        ["I: أن اللقاح متوفر في كل المراكز < هالة زايد (أكدت)"]
    );
    assert_eq!(
        said(
            "وأوضح [المتحدث الرسمي|T] باسم [التحالف الدولي|B]، [العقيد|T] [جون سميث|P]، لوكالة [رويترز|B]، أن القوات باقية."
        ),
        ["I: أن القوات باقية < جون سميث (أوضح)"]
    );
    assert_eq!(
        said("وقال المسؤول الأميركي في مؤتمر صحفي: “في الأيام الأولى رأينا سلسلة من الإجراءات”."),
        ["D: في الأيام الأولى رأينا سلسلة من الإجراءات < المسؤول الأميركي (قال)"]
    );
    assert_eq!(
        said("أعلنت [تركيا|L] أنها ستسحب قواتها."),
        ["I: أنها ستسحب قواتها < تركيا (أعلنت)"]
    );
    assert_eq!(
        said("قال كوفاتش إن الفريق جاهز."),
        ["I: إن الفريق جاهز < كوفاتش (قال)"],
        "a name nobody knows"
    );
    assert_eq!(
        said("وأوضحت \"قسد\" أن نقلهم تم عبر الحدود."),
        ["S: قسد < - (-)", "I: أن نقلهم تم عبر الحدود < قسد (أوضحت)"]
    );
    assert_eq!(
        said("وذكر مصدر في [وزارة الدفاع|B] لـ[رويترز|B] أن الهجوم فشل."),
        ["I: أن الهجوم فشل < مصدر في وزارة الدفاع (ذكر)"]
    );
}

#[test]
fn the_subject_first() {
    assert_eq!(
        said("[جيفري|P] قال إنهم يواصلون العمل مع شركائهم."),
        ["I: إنهم يواصلون العمل مع شركائهم < جيفري (قال)"]
    );
    assert_eq!(
        said("إلا أن [مايا كوستا|P]، المتحدثة باسم [المفوضية|B]، نفت أن يكون للخطة جدول زمني."),
        ["I: أن يكون للخطة جدول زمني < مايا كوستا (نفت)"]
    );
    assert_eq!(
        said("أما [خالد حمدان|P] الذي وصل أمس فقال إن المحادثات ناجحة."),
        ["I: إن المحادثات ناجحة < خالد حمدان~ (فقال)".replace("فقال", "قال")]
    );
    assert_eq!(
        said("لكن المسؤول الأميركي قال إن الإدارة ستستمر في العمل."),
        ["I: إن الإدارة ستستمر في العمل < المسؤول الأميركي (قال)"]
    );
}

#[test]
fn verbs_without_a_subject_go_on() {
    assert_eq!(
        said(
            "قال [نبيل عمرو|P] إن الوضع صعب. وأضاف: \"نحتاج إلى مساعدة عاجلة من الجميع\".\n\nوتابع أن الشتاء قادم."
        ),
        [
            "I: إن الوضع صعب < نبيل عمرو (قال)",
            "D: نحتاج إلى مساعدة عاجلة من الجميع < نبيل عمرو~ (أضاف)",
            "I: أن الشتاء قادم < نبيل عمرو~ (تابع)"
        ]
    );
    assert_eq!(
        said("قال [نبيل عمرو|P] إن الوضع صعب.\nوأضافت أن الشتاء قادم."),
        [
            "I: إن الوضع صعب < نبيل عمرو (قال)",
            "I: أن الشتاء قادم < - (أضافت)"
        ],
        "a woman does not go on for a man"
    );
    assert_eq!(
        said(
            "قدم [الوزير|T] [رامي نصر|P] عرضا للحكومة، مؤكدا أن العمل مستمر، ومشيرا إلى أن الميزانية كافية."
        ),
        [
            "I: أن العمل مستمر < رامي نصر~ (مؤكدا)",
            "I: أن الميزانية كافية < رامي نصر~ (مشيرا)"
        ]
    );
}

#[test]
fn the_subject_stands_elsewhere_in_the_sentence() {
    assert_eq!(
        said("أصدر [الاتحاد الدولي|B] بيانا أكد فيه أن البطولة قائمة."),
        ["I: أن البطولة قائمة < الاتحاد الدولي~ (أكد)"]
    );
    assert_eq!(
        said("وأدلى [المتحدث|T] باسم [الخارجية|B] بتصريح قال فيه: إن الخطوة مرفوضة."),
        ["I: إن الخطوة مرفوضة < المتحدث~ (قال)"]
    );
    assert_eq!(
        said(
            "وهذا ما أكده [مستشار الرئيس|T] [صبري حداد|P]، حيث قال على صفحته: \"تقوم جهات مجهولة بتعطيل بعض المواقع\"."
        ),
        ["D: تقوم جهات مجهولة بتعطيل بعض المواقع < صبري حداد (قال)"]
    );
    assert_eq!(
        said(
            "عقد [السفير|T] [جيمس جيفري|P] مؤتمرا صحفيا حول التعاون: “نحن ملتزمون بما وعدنا به الجميع”"
        ),
        ["D: نحن ملتزمون بما وعدنا به الجميع < جيمس جيفري~ (-)"]
    );
    assert_eq!(
        said("أضاف [سالم|P] أن الوزير قال إن المعبر مغلق."),
        [
            "I: أن الوزير قال إن المعبر مغلق < سالم (أضاف)",
            "I: إن المعبر مغلق < الوزير (قال)"
        ],
        "one report within another"
    );
    assert_eq!(
        said("قدم [الأدميرال|T] [كوبر|P] إحاطة للرئيس، مؤكدا ضرورة أن تتجنب القوات التصعيد."),
        ["I: ضرورة أن تتجنب القوات التصعيد < كوبر~ (مؤكدا)"]
    );
}

#[test]
fn nouns_beside_a_verb_that_do_not_speak() {
    assert_eq!(
        said("قال المصدر ل[وكالة شفق|B]: \"القوى الكبرى رشحت أربعة أسماء جديدة\"."),
        ["D: القوى الكبرى رشحت أربعة أسماء جديدة < المصدر (قال)"],
        "who is told"
    );
    assert_eq!(
        said("قال مركز رصد الزلازل إن الهزة كانت قوية."),
        ["I: إن الهزة كانت قوية < مركز رصد الزلازل (قال)"],
        "a noun that could be a verb"
    );
    assert_eq!(
        said("قالت [ريم|P] إنها حزينة. ووصفت الموازنة بأنها \"رصاصة الرحمة على الطبقة الوسطى\"."),
        [
            "I: إنها حزينة < ريم (قالت)",
            "D: رصاصة الرحمة على الطبقة الوسطى < ريم~ (وصفت)"
        ]
    );
    assert_eq!(
        said("سجل التضخم السنوي 31.9% في الشهر الماضي."),
        Vec::<String>::new(),
        "an object or a thing"
    );
    assert_eq!(
        said("قال [كريم|P] إن الوضع صعب. وحذر الأسبوع الماضي من أن الاحتياطي هبط."),
        [
            "I: إن الوضع صعب < كريم (قال)",
            "I: أن الاحتياطي هبط < كريم~ (حذر)"
        ],
        "when and not who"
    );
}

#[test]
fn names_that_nobody_found() {
    assert_eq!(
        said(
            "قال [زيد|P] إنه باق.\nوقال ترامب للصحافيين خارج البيت: \"لدينا آلاف المقاتلين في سجوننا\"."
        ),
        [
            "I: إنه باق < زيد (قال)",
            "D: لدينا آلاف المقاتلين في سجوننا < ترامب (قال)"
        ]
    );
    assert_eq!(
        said("جيفري قال إنهم باقون."),
        ["I: إنهم باقون < جيفري (قال)"]
    );
    assert_eq!(
        said("أكد القائد العام لمجلس المدينة أنهم دخلوا."),
        ["I: أنهم دخلوا < القائد العام (أكد)"]
    );
    assert_eq!(
        said("قالت صحيفة \"الأيام\" المحلية إن السد امتلأ."),
        [
            "S: الأيام < - (-)",
            "I: إن السد امتلأ < صحيفة \"الأيام\" (قالت)"
        ]
    );
}

#[test]
fn numbers_announced_without_that() {
    assert_eq!(
        said("أعلنت [وزارة الصحة|B] وفاة 12 شخصا وإصابة 40 آخرين."),
        ["A: وفاة 12 شخصا وإصابة 40 آخرين < وزارة الصحة (أعلنت)"]
    );
    assert_eq!(
        said("وتقدر تقارير ل[لأمم المتحدة|B] أعدادهم بـ1600 معتقل."),
        ["A: أعدادهم بـ1600 معتقل < تقارير للأمم المتحدة (تقدر)"]
    );
    assert_eq!(
        said("أعلنت [الولايات المتحدة|L] بدء نقل آلاف المعتقلين."),
        ["A: بدء نقل آلاف المعتقلين < الولايات المتحدة (أعلنت)"]
    );
    assert_eq!(
        said("أعلنت [الحكومة|B] استقالتها."),
        Vec::<String>::new(),
        "an act and no claim"
    );
}

#[test]
fn relayed_words_and_sources_after_them() {
    assert_eq!(
        said("ونقلت [رويترز|B] عن [وليد جنبلاط|P] قوله إن الحل قريب."),
        ["I: إن الحل قريب < وليد جنبلاط (نقلت)"]
    );
    assert_eq!(
        said("نقلت الشاحنات القمح من المرفأ إلى المخازن."),
        Vec::<String>::new()
    );
    assert_eq!(
        said(
            "طالب السكان بتكثيف الدوريات \"لمنع عودة الخلايا إلى القرى والبلدات\"، بحسب المصدر ذاته."
        ),
        ["D: لمنع عودة الخلايا إلى القرى والبلدات < المصدر ذاته (بحسب)"]
    );
    assert_eq!(
        said("قتل سبعة أشخاص في القصف، وفقاً لمصدر طبي."),
        ["I: قتل سبعة أشخاص في القصف < مصدر طبي (وفقاً)"]
    );
    assert_eq!(
        said("وبحسب [الأمم المتحدة|B]، نزح نحو 300 ألف شخص."),
        ["I: نزح نحو 300 ألف شخص < الأمم المتحدة (بحسب)"]
    );
    assert_eq!(
        said("انسحبت القوات وفقا للاتفاق بين الطرفين."),
        Vec::<String>::new()
    );
    assert_eq!(
        said("«سنعود إلى بيوتنا عاجلا أم آجلا»، قال [فادي حنا|P]."),
        ["D: سنعود إلى بيوتنا عاجلا أم آجلا < فادي حنا (قال)"]
    );
    assert_eq!(
        said("قال [حسن رعد|P] إن العدو \"لن يمر من هنا أبدا ما دمنا\"، على حد تعبيره."),
        [
            "I: إن العدو \"لن يمر من هنا أبدا ما دمنا\" < حسن رعد (قال)".to_owned(),
            "D: لن يمر من هنا أبدا ما دمنا < حسن رعد (قال)".to_owned()
        ]
    );
}

#[test]
fn few_words_in_marks_are_no_speech() {
    assert_eq!(
        said("استولت على “نافورة السلام” أمس"),
        ["S: نافورة السلام < - (-)"]
    );
    assert_eq!(
        said("\"تقديم المشورة والمساعدة\""),
        ["H: تقديم المشورة والمساعدة < - (-)"]
    );
    assert_eq!(said("قال [زيد|P]: «لا»."), ["D: لا < زيد (قال)"]);
    assert_eq!(
        said("صدر له كتاب «قصة مدينة لا تعرف النوم أبدا» قبل عام"),
        ["S: قصة مدينة لا تعرف النوم أبدا < - (-)"]
    );
}

#[test]
fn the_same_marks_within_and_across_lines() {
    assert_eq!(
        said(
            "وبحسب مصدر عسكري، جاء النقل \"في إطار الخطوات المشتركة لحماية عناصر \"داعش\" في سوريا\"."
        ),
        [
            "D: في إطار الخطوات المشتركة لحماية عناصر \"داعش\" في سوريا < مصدر عسكري (بحسب)",
            "S: داعش < - (-)"
        ]
    );
    assert_eq!(
        said("قال [زيد|P]: ” نريد أن يعود الجميع إلى بيوتهم الآن\nثم خرج”"),
        ["D: نريد أن يعود الجميع إلى بيوتهم الآن < زيد (قال)"],
        "a mark without a partner does not pass the line"
    );
}

#[test]
fn headlines_with_a_colon() {
    assert_eq!(
        said("[نتنياهو|P]: لن ننسحب من الممر"),
        ["I: لن ننسحب من الممر < نتنياهو (-)"]
    );
    assert_eq!(said("[دمشق|L]: انفجار يهز المدينة"), Vec::<String>::new());
}

#[test]
fn nothing_to_find() {
    assert_eq!(said(""), Vec::<String>::new());
    assert_eq!(
        said("يذكر أن المباراة ألغيت."),
        ["I: أن المباراة ألغيت < - (يذكر)"]
    );
    assert_eq!(said("دون أن يقول شيئا"), Vec::<String>::new());
    assert_eq!(said("عاد قبل أن تعلن النتائج"), Vec::<String>::new());
}

proptest::proptest! {
    #[test]
    fn any_text_and_names(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "قال", "وأضاف", "أن", "إن", "إنه", "\"", "“", "”", "«", "»", ":", ".", "،", "بحسب", "وفقا",
                "لـ", "زيد", "مصدر", "عن", "نقل", "قوله", "على", "حد", "تعبيره", "مضيفا", "\n", "الوزير",
                "كَتَبَ", "x", "🙂", "ﷺ", "\u{200F}", "أما", "فقال", "بين", "حسبما",
            ]),
            0..60,
        ),
        spaces in proptest::collection::vec(proptest::bool::ANY, 60),
        cuts in proptest::collection::vec((0usize..400, 0usize..400), 0..8),
    ) {
        let mut text = String::new();
        for (word, space) in words.iter().zip(spaces) {
            text.push_str(word);
            if space {
                text.push(' ');
            }
        }
        let names: Vec<Named> = cuts
            .into_iter()
            .enumerate()
            .map(|(place, (a, b))| Named {
                span: Span::new(a, b),
                voice: [Voice::Person, Voice::Body, Voice::Title, Voice::Place][place % 4],
            })
            .collect();
        let found = attributions(&text, &names);
        for said in &found {
            let words = said.quote.of(&text);
            proptest::prop_assert!(words.is_some_and(|words| !words.is_empty() && !words.contains('\n')));
            for span in [said.cue, said.speaker].into_iter().flatten() {
                proptest::prop_assert!(span.of(&text).is_some_and(|words| !words.is_empty()), "{:?}", said);
            }
        }
        proptest::prop_assert!(found.is_sorted_by_key(|said| said.quote.start));
    }
}
