//! Which lines of a saved web page are not part of the article.
//!
//! Here: the lines that are dimmed and left out of counts and suggestions
//! (never deleted): share buttons, counters, credits, notices, newsletters,
//! menus, links to other articles, repeated headlines. Not here: headings,
//! captions and bylines, which read like text and stay.
//!
//! The lists are written for Hashiya from general knowledge of Arabic news
//! sites. Since a sentence of the article may begin with the word on a button
//! (شارك الرئيس في …), every entry says how long its line may be.
//!
//! **Invariant:** the kinds of [`line_kinds`] cover every line of the text
//! once, in order; a line of more than [`LONGEST_FURNITURE_WORDS`] words is
//! text unless it begins with © or was said before.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::fold::{Level, key};
use super::letters::is_invisible;
use super::lines::{lines, trimmed};
use super::words::words;
use crate::model::Span;

/// Credit lines that captions are compared with; an article has one or two,
/// and every line is compared with each.
const MOST_CREDITS: usize = 16;

/// What a line of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// Text of the article, its headings and captions.
    Body,
    /// Nothing that is seen.
    Blank,
    /// Part of the web page around the article.
    Boilerplate,
}

/// Lines that are nothing else, whatever punctuation stands around them:
/// buttons, labels, headings of side columns. Folded, ة as ه; `|` parts them.
const WHOLE: &str = "
شارك|شاركها|شاركه|شارك مع|مشاركه|مشاركه عبر|شارك عبر|شارك علي|انشر|غرد|تغريد|ارسل|ارسال|ارسل لصديق|طباعه|اطبع|نسخ|نسخ الرابط|انسخ الرابط|تم النسخ|تم نسخ الرابط|رابط المقال|رابط مختصر|الرابط المختصر
حفظ|احفظ|حفظ المقال|حجم الخط|تكبير الخط|تصغير الخط|استمع|استمع الي المقال|استمع للمقال|استمع الي الخبر|اغلاق|اغلق|الغاء|موافق|اوافق|قبول|قبول الكل|رفض|تخطي|تخطي الي المحتوي|تخط الي المحتوي|انتقل الي المحتوي|الانتقال الي المحتوي|اخفاء|اظهار|عرض|جار التحميل|جاري التحميل|تحميل|تحميل المزيد|عرض المزيد|عرض الكل|شاهد الكل|اقرا الكل
الرييسيه|الصفحه الرييسيه|القايمه|القايمه الرييسيه|الصفحه الاولي|بحث|ابحث|ابحث هنا|البحث|بحث متقدم|من نحن|عن الموقع|اتصل بنا|اتصلوا بنا|تواصل معنا|للتواصل|للتواصل معنا|اعلن معنا|للاعلان|خريطه الموقع|فريق العمل|سياسه الخصوصيه|شروط الاستخدام|الشروط والاحكام|سياسه ملفات تعريف الارتباط|اخلاء مسووليه|ارشيف|الارشيف
تسجيل الدخول|تسجيل|سجل الان|سجل دخولك|دخول|تسجيل الخروج|انشاء حساب|حسابي|نسيت كلمه المرور|نسيت كلمه السر|اشترك|اشترك الان|اشتراك|الاشتراك|النشره البريديه|القايمه البريديه|نشرتنا البريديه|تفعيل الاشعارات|الاشعارات
اعلان|اعلانات|اعلان ممول|محتوي ممول|محتوي برعايه|مساحه اعلانيه|اخفاء الاعلان|يستمر المحتوي بعد الاعلان|تتمه المقال بعد الاعلان|القصه تستمر بعد الاعلان
اخر الاخبار|احدث الاخبار|اخر الانباء|عاجل|اهم الاخبار|ابرز الاخبار|اخبار عاجله|الاخبار العاجله|الاكثر قراءه|الاكثر مشاهده|الاكثر تعليقا|الاكثر تداولا|الاكثر شعبيه|الاكثر زياره|الاكثر مشاركه|الاحدث|الاكثر قراءه اليوم|اختيارات المحرر|اخترنا لك|اخترنا لكم|مختارات|مختارات لك|موصي به|موصي به لك|مقترحات لك
اقرا ايضا|اقرا كذلك|اقرا المزيد|اقرا اكثر|المزيد|المزيد من الاخبار|للمزيد|لقراءه المزيد|لمزيد من التفاصيل|التفاصيل|تفاصيل|متابعه القراءه|تابع القراءه|اكمل القراءه|اكمل قراءه المقال|اقرا الخبر كاملا|اقرا المقال كاملا|شاهد ايضا|شاهد المزيد|شاهد|مشاهده|طالع ايضا|طالع المزيد|انظر ايضا|تابع ايضا|قد يهمك|قد يهمك ايضا|قد يعجبك|قد يعجبك ايضا|ربما يعجبك|ربما يهمك ايضا|من نفس القسم|من نفس الكاتب|مقالات الكاتب|مقالات اخري للكاتب|المزيد للكاتب|كل المقالات
ذات صله|ذو صله|مقالات ذات صله|مقال ذو صله|مواضيع ذات صله|موضوعات ذات صله|اخبار ذات صله|خبر ذو صله|منشور ذو صله|منشورات ذات صله|روابط ذات صله|قصص ذات صله|تقارير ذات صله|مواد ذات صله|مقالات مشابهه|مواضيع مشابهه|اخبار مشابهه|موضوعات متعلقه|مواضيع متعلقه|اخبار متعلقه|مقالات متعلقه|اخبار اخري|مواضيع اخري|مقالات اخري|روابط خارجيه
السابق|التالي|المقال السابق|المقال التالي|المقاله السابقه|المقاله التاليه|الخبر السابق|الخبر التالي|الموضوع السابق|الموضوع التالي|الصفحه التاليه|الصفحه السابقه|التالي بعد|العوده الي الاعلي|الي الاعلي|اعلي الصفحه|العوده|رجوع|عوده
تعليقات|التعليقات|تعليق|لا تعليقات|لا تعليق|لا توجد تعليقات|لا يوجد تعليقات|التعليقات مغلقه|اضف تعليق|اضف تعليقا|اضف تعليقك|اترك تعليق|اترك تعليقا|اترك تعليقك|اترك ردا|اترك رد|الغاء الرد|رد|الرد|اكتب تعليقا|اكتب تعليقك|ارسل تعليقك|علق|شاركنا رايك|شاركنا برايك|ما رايك|رايك يهمنا|الاسم|البريد الالكتروني|الموقع الالكتروني|كلمه المرور|كلمه السر|رساله|العنوان|الهاتف|كود التحقق|رمز التحقق
الوسوم|وسوم|الوسم|هاشتاغ|هاشتاج|تصنيفات|التصنيفات|التصنيف|الاقسام|اقسام|كلمات مفتاحيه|الكلمات المفتاحيه|كلمات دلاليه|الكلمات الدلاليه|دلالات|الكاتب|المصدر|المصادر|تاريخ النشر|اخر تحديث|وقت القراءه|مده القراءه|المشاهدات|عدد المشاهدات|عدد القراءات|صوره ارشيفيه|صور ارشيفيه|صوره من الارشيف|ارشيفيه|صوره تعبيريه|تعبيريه|صوره توضيحيه|توضيحيه|بث مباشر|البث المباشر|البث الحي|تابعنا|تابعونا|تابعنا علي|حمل التطبيق|حملوا التطبيق|حمل تطبيقنا|تطبيقاتنا|تعليق الصوره|مصدر الصوره|التعليق علي الصوره
share|tweet|share this|share on|follow|follow us|print|email|copy link|link copied|read more|more|load more|see more|show more|view all|see all|see also|read also|related|related articles|related posts|related news|related stories|related topics|you may also like|most read|most popular|trending|latest news|breaking news|recommended|editors picks|advertisement|advertisements|ad|sponsored|sponsored content|comments|comment|no comments|leave a comment|leave a reply|post a comment|add a comment|reply|subscribe|subscribe now|sign up|sign in|log in|login|logout|register|newsletter|search|menu|home|about|about us|contact|contact us|privacy|privacy policy|cookie policy|terms|terms of use|terms of service|terms and conditions|accept|accept all|accept cookies|reject all|i agree|ok|close|skip to content|skip to main content|skip to navigation|back to top|next|previous|next article|previous article|tags|categories|loading|english|english version|source|sources|getty images|watch live|live|download the app|app store|google play|rss|copyright
";

/// How page furniture begins and how many words its line has at most. Folded,
/// ة as ه.
const BEGINNINGS: &[(&str, usize)] = &[
    // Sharing and following.
    ("شارك", 2),
    ("شارك المقال", 6),
    ("شارك الخبر", 6),
    ("شارك الموضوع", 6),
    ("مشاركه", 2),
    ("مشاركه المقال", 6),
    ("مشاركه الخبر", 6),
    ("مشاركه عبر", 6),
    ("مشاركه علي", 6),
    ("تابعنا", 12),
    ("تابعونا", 16),
    ("تابعوا صفحتنا", 12),
    ("تابعوا قناتنا", 12),
    ("تابع قناتنا", 12),
    ("تابعوا اخر", 16),
    ("لمتابعه اخر", 20),
    ("لمتابعه اهم", 20),
    ("لمتابعه كل", 20),
    ("انضم الينا", 12),
    ("صفحتنا علي", 8),
    ("قناتنا علي", 8),
    ("حسابنا علي", 8),
    // Applications and newsletters.
    ("حمل تطبيق", 12),
    ("حملوا تطبيق", 12),
    ("حمل التطبيق", 12),
    ("نزل تطبيق", 12),
    ("اشترك معنا", 20),
    ("اشترك الان", 16),
    ("اشترك لتصلك", 20),
    ("سجل بريدك", 16),
    ("ادخل بريدك", 16),
    ("ادخل عنوان بريدك", 16),
    ("تصلك اخر", 20),
    ("فعل الاشعارات", 16),
    ("النشره البريديه", 12),
    ("القايمه البريديه", 12),
    // Links to other articles.
    ("اقرا المزيد", 24),
    ("اقرا ايضا", 24),
    ("اقرا كذلك", 24),
    ("اقراوا ايضا", 24),
    ("اقرا في", 8),
    ("اقرا عن", 8),
    ("اقرا اكثر", 24),
    ("اقرا المزيد عن", 24),
    ("شاهد ايضا", 24),
    ("شاهدوا ايضا", 24),
    ("شاهد المزيد", 12),
    ("شاهد بالفيديو", 16),
    ("طالع ايضا", 24),
    ("طالع المزيد", 12),
    ("انظر ايضا", 24),
    ("تابع ايضا", 24),
    ("قد يهمك", 24),
    ("قد يعجبك", 24),
    ("ربما يعجبك", 24),
    ("ربما يهمك", 24),
    ("قد ترغب في قراءه", 24),
    ("موضوعات ذات صله", 24),
    ("مواضيع ذات صله", 24),
    ("مقالات ذات صله", 24),
    ("مقال ذو صله", 24),
    ("اخبار ذات صله", 24),
    ("خبر ذو صله", 24),
    ("منشور ذو صله", 24),
    ("اخر الاخبار", 3),
    ("الاكثر قراءه", 4),
    ("الاكثر مشاهده", 4),
    ("المزيد من", 3),
    ("المزيد حول", 6),
    ("المزيد عن", 6),
    ("للمزيد من", 8),
    ("للمزيد حول", 12),
    ("لمزيد من الاخبار", 16),
    ("لقراءه المزيد", 12),
    ("لقراءه المقال", 12),
    ("لقراءه الخبر", 12),
    ("المقال السابق", 24),
    ("المقال التالي", 24),
    ("الخبر السابق", 24),
    ("الخبر التالي", 24),
    ("الموضوع السابق", 24),
    ("الموضوع التالي", 24),
    ("روابط ذات صله", 24),
    ("يحتوي هذا القسم", 24),
    ("اضغط هنا", 12),
    ("انقر هنا", 12),
    // Comments and forms.
    ("تعليقات", 3),
    ("التعليقات", 3),
    ("التعليقات مغلقه", 8),
    ("لا توجد تعليقات", 8),
    ("اضف تعليق", 6),
    ("اترك تعليق", 6),
    ("اترك رد", 6),
    ("اكتب تعليق", 6),
    ("شارك برايك", 8),
    ("شاركنا رايك", 8),
    ("شاركونا اراءكم", 8),
    ("لن يتم نشر عنوان بريدك", 24),
    ("لن ينشر بريدك", 24),
    ("الحقول الالزاميه", 16),
    ("الحقول المطلوبه", 16),
    ("احفظ اسمي", 24),
    ("يجب ان تكون مسجلا", 16),
    ("يجب تسجيل الدخول", 16),
    ("سجل الدخول", 12),
    ("التعليقات المنشوره", 24),
    ("الاراء الوارده", 24),
    ("المقالات المنشوره لا تعبر", 24),
    ("المقال لا يعبر", 24),
    ("هذا المقال لا يعبر", 24),
    ("هذا المقال يعبر عن راي", 24),
    ("الاراء المنشوره", 24),
    ("ملاحظاتك", 16),
    ("هل وجدت خطا", 16),
    ("بلغ عن خطا", 12),
    ("ابلغ عن خطا", 12),
    // Sources, counters, dates of the page.
    ("المصدر:", 8),
    ("المصدر :", 8),
    ("مصدر الصوره", 10),
    ("الصوره:", 6),
    ("تصوير:", 8),
    ("تصوير :", 8),
    ("كلمات مفتاحيه", 24),
    ("الكلمات المفتاحيه", 24),
    ("كلمات دلاليه", 24),
    ("الكلمات الدلاليه", 24),
    ("الوسوم:", 24),
    ("وسوم:", 24),
    ("الوسوم :", 24),
    ("اخر تحديث", 12),
    ("تاريخ النشر", 12),
    ("تم النشر", 8),
    ("نشر في:", 12),
    ("نشر بتاريخ", 10),
    ("نشرت في:", 12),
    ("تاريخ التحديث", 12),
    ("وقت القراءه", 6),
    ("مده القراءه", 6),
    ("زمن القراءه", 6),
    ("عدد المشاهدات", 6),
    ("عدد القراءات", 6),
    ("عدد الزيارات", 6),
    ("مشاهدات:", 4),
    ("رابط المقال", 8),
    ("الرابط المختصر", 8),
    ("الرابط:", 6),
    // Notices.
    ("جميع الحقوق محفوظه", 24),
    ("كل الحقوق محفوظه", 24),
    ("هذا الموقع يستخدم", 24),
    ("يستخدم هذا الموقع", 24),
    ("يستخدم موقعنا", 24),
    ("نحن نستخدم ملفات", 24),
    ("نحن نستخدم الكوكيز", 24),
    ("باستخدامك لهذا الموقع", 24),
    ("باستخدامك هذا الموقع", 24),
    ("متصفحك لا يدعم", 24),
    ("المتصفح لا يدعم", 24),
    ("يرجي تفعيل", 16),
    ("الرجاء تفعيل", 16),
    ("جار تحميل", 6),
    ("جاري تحميل", 6),
    ("جار التحميل", 6),
    ("جاري التحميل", 6),
    ("الصفحه غير موجوده", 6),
    ("بدعم من ووردبريس", 6),
    ("هاتف:", 12),
    ("فاكس:", 12),
    ("ص.ب", 12),
    // English.
    ("sorry, you need to enable javascript", 24),
    ("please enable javascript", 24),
    ("you need to enable javascript", 24),
    ("javascript is", 24),
    ("this site requires javascript", 24),
    ("enable javascript", 24),
    ("your browser does not support", 24),
    ("your browser doesn't support", 24),
    ("this website uses cookies", 24),
    ("this site uses cookies", 24),
    ("this site uses akismet", 24),
    ("we use cookies", 24),
    ("by continuing to", 24),
    ("by clicking", 24),
    ("by signing up", 24),
    ("all rights reserved", 24),
    ("powered by", 8),
    ("designed by", 8),
    ("developed by", 8),
    ("share this", 6),
    ("share on", 4),
    ("share via", 4),
    ("follow us", 10),
    ("follow on", 4),
    ("subscribe to", 20),
    ("sign up for", 20),
    ("sign up to", 20),
    ("join our", 12),
    ("download our", 10),
    ("download the", 10),
    ("get it on", 6),
    ("read more", 24),
    ("read also", 24),
    ("also read", 24),
    ("see also", 24),
    ("related:", 24),
    ("related articles", 6),
    ("related topics", 24),
    ("you may also", 8),
    ("you might also", 8),
    ("most read", 4),
    ("most popular", 4),
    ("leave a", 4),
    ("your email address will not be published", 24),
    ("required fields are marked", 12),
    ("save my name", 24),
    ("notify me of", 24),
    ("comments are closed", 8),
    ("tags:", 24),
    ("tagged", 16),
    ("filed under", 16),
    ("posted in", 16),
    ("posted by", 10),
    ("posted on", 10),
    ("published:", 10),
    ("updated:", 10),
    ("last updated", 10),
    ("last modified", 10),
    ("click here", 12),
    ("skip to", 5),
    ("photo:", 10),
    ("photo by", 10),
    ("image credit", 12),
    ("photo credit", 12),
    ("advertisement", 6),
    ("page not found", 4),
    ("protected by recaptcha", 16),
    ("this site is protected", 24),
];

/// Beginnings that are furniture only with one of the [`HINTS`] later in the
/// line: a sentence may well begin so.
const HINTED: &[(&str, usize)] = &[
    ("اشترك في", 20),
    ("اشتركوا في", 20),
    ("سجل في", 16),
    ("انضم الي", 12),
    ("انضموا الي", 12),
    ("احصل علي اخر", 20),
    ("احصل علي احدث", 20),
    ("احصل علي نشر", 20),
    ("لا تفوت", 12),
    ("الصوره من", 8),
    ("يمنع نسخ", 24),
    ("يحظر نشر", 24),
    ("تصميم وبرمجه", 12),
    ("تصميم وتطوير", 12),
    ("تطوير وتصميم", 12),
    ("حقوق النشر", 12),
    ("حقوق الطبع", 12),
    ("ارسل هذا", 8),
    ("شارك هذا", 6),
    ("شارك هذه", 6),
    ("انشر هذا", 6),
    ("تابع اخر", 16),
    ("copyright", 24),
    ("قم بتحميل", 12),
    ("للاشتراك في", 20),
    ("تابع صفحتنا", 12),
    ("حمل الان", 8),
    ("سجل الان", 16),
    ("شاركه مع", 4),
    ("شاركها مع", 4),
    ("نستخدم ملفات", 24),
    ("باستمرارك في تصفح", 24),
    ("بمتابعه تصفح", 24),
];

/// What furniture speaks of, folded, ة as ه.
const HINTS: &[&str] = &[
    "نشرتنا",
    "النشره",
    "بريد",
    "قناتنا",
    "قناه",
    "تطبيق",
    "موقعنا",
    "الموقع",
    "خدم",
    "تلغرام",
    "تيليغرام",
    "تليجرام",
    "واتساب",
    "يوتيوب",
    "فيسبوك",
    "تويتر",
    "مجان",
    "المقال",
    "الخبر",
    "الموضوع",
    "المنشور",
    "الصفحه",
    "التقرير",
    "الفيديو",
    "الاصدقاء",
    "اصدقاي",
    "صديق",
    "الاخبار",
    "اخبار",
    "مستجدات",
    "محفوظ",
    "المحتوي",
    "محتوي",
    "المواد",
    "رويترز",
    "غيتي",
    "ا ف ب",
    "الارشيف",
    "ارشيف",
    "شركه",
    "ارتباط",
    "كوكيز",
    "reserved",
    "\u{A9}",
    "20",
];

/// Words that make a line furniture wherever they stand in it, when the line
/// has at most so many words. Folded, ة as ه.
const ANYWHERE: &[(&str, usize)] = &[
    ("المصدر:", 6),
    ("جميع الحقوق محفوظه", 24),
    ("ملفات تعريف الارتباط", 24),
    ("سياسه الخصوصيه", 24),
    ("نشرتنا البريديه", 24),
    ("نشرتنا الاخباريه", 24),
    ("قناتنا علي تلغرام", 24),
    ("قناتنا علي تيليغرام", 24),
    ("قناتنا علي واتساب", 24),
    ("قناتنا علي اليوتيوب", 24),
    ("قناتنا علي يوتيوب", 24),
    ("صفحتنا علي فيسبوك", 24),
    ("صفحتنا علي الفيسبوك", 24),
    ("عبر اخبار جوجل", 24),
    ("علي اخبار جوجل", 24),
    ("google news", 16),
    ("all rights reserved", 24),
    ("privacy policy", 24),
    ("getty images", 8),
];

/// Networks, agencies and buttons: a line of nothing but these is furniture.
/// Folded, ة as ه.
const NETWORKS: &str = "
فيسبوك الفيسبوك تويتر اكس واتساب واتس اب تلغرام تيليغرام تليجرام تيلجرام تلجرام لينكد لينكدان لينكدين انستغرام انستجرام انستقرام
يوتيوب تيك توك تيكتوك سناب شات سنابشات بينتريست ماسنجر مسنجر فايبر ريديت ثريدز ايميل البريد الالكتروني بريد طباعه مشاركه شارك نسخ الرابط عبر علي
facebook twitter x whatsapp telegram linkedin instagram youtube tiktok snapchat pinterest messenger viber reddit tumblr email mail print share threads
copy link rss google plus on via by tweet pocket skype vk odnoklassniki line flipboard
رويترز reuters afp ap فرانس برس ا ف ب اف اسوشيتد اسوشييتد الاناضول سانا وكالات غيتي getty images epa shutterstock سبوتنيك
";

/// Words of sections: a line of several of these between strokes is a menu.
/// Folded, ة as ه, without article.
const SECTIONS: &str = "
رييسيه اخبار سياسه اقتصاد رياضه ثقافه فن فنون منوعات صحه تكنولوجيا تقنيه علوم مقالات راي اراء تقارير تحقيقات حوارات فيديو صور
محليات عربي دولي عالم مجتمع اعمال سيارات سفر طقس مراه بودكاست ملفات مال صحافه وثايقي برامج اسره تحليلات كاريكاتير انفوغراف انفوجراف
home news politics business economy sports sport culture opinion world local technology tech health science video videos photos lifestyle
";

/// What pages count: مشاهدة, قراءة, and the units of time since.
const COUNTED: &str = "
مشاهده مشاهدات قراءه قراءات زياره زيارات تعليق تعليقات اعجاب اعجابات مشاركه مشاركات متابع متابعين views view reads shares share comments comment likes
";

/// Words of a line that says how long ago, or how long it takes to read.
const AGES: &str = "
منذ قبل ثانيه ثواني ثوان ثانيتين دقيقه دقايق دقيقتين ساعه ساعات ساعتين يوم يومين ايام اسبوع اسبوعين اسابيع شهر شهرين اشهر سنه سنتين سنوات عام عامين
قراءه للقراءه من واحد واحده
ago min mins minute minutes hour hours day days week weeks month months year years read
";

/// Most words of such a line.
const AGE_WORDS: usize = 5;

/// Most words of page furniture without ©, such as a call to write to an
/// e-mail address.
pub const LONGEST_FURNITURE_WORDS: usize = 24;

/// Fewest words of a line that may count as said before.
const REPEATED_WORDS: usize = 4;

/// Fewest words of a caption that repeats part of a credit line.
const CAPTION_WORDS: usize = 3;

/// Fewest parts of a menu line.
const MENU_PARTS: usize = 3;

static WHOLE_LINES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    WHOLE
        .split(['|', '\n'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect()
});

/// The beginnings by their first three characters, so that a line is compared
/// with a few.
static BY_START: LazyLock<HashMap<String, Vec<Beginning>>> = LazyLock::new(|| {
    let mut by_start: HashMap<String, Vec<Beginning>> = HashMap::new();
    let sure = BEGINNINGS.iter().map(|row| (row, false));
    for ((words, most), is_hinted) in sure.chain(HINTED.iter().map(|row| (row, true))) {
        by_start
            .entry(words.chars().take(START).collect())
            .or_default()
            .push(Beginning {
                words,
                most: *most,
                is_hinted,
            });
    }
    by_start
});

/// A row of [`BEGINNINGS`] or [`HINTED`].
struct Beginning {
    words: &'static str,
    most: usize,
    is_hinted: bool,
}

/// Characters by which the beginnings are told apart.
const START: usize = 3;

static NETWORK_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(NETWORKS));
static SECTION_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(SECTIONS));
static COUNTED_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(COUNTED));
static AGE_UNITS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(AGES));

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}

/// Whether a line is page furniture by itself, whatever stands around it. A
/// line without a letter is (a rule, a counter), and so is one without
/// anything.
pub fn is_boilerplate(line: &str) -> bool {
    if !line.chars().any(char::is_alphabetic) {
        return true;
    }
    // A page's own lines are short: longer ones need not be folded.
    let count = words(line).take(LONGEST_FURNITURE_WORDS + 1).count();
    if count > LONGEST_FURNITURE_WORDS {
        return begins_credit(line);
    }
    let folded = line_key(line);
    is_label(&folded)
        || begins_as_furniture(&folded, count)
        || ANYWHERE
            .iter()
            .any(|(words, most)| count <= *most && folded.contains(words))
        || begins_credit(line)
        || holds_mail(line)
        || is_list_of_networks(&folded)
        || is_counter(&folded)
        || is_menu(&folded)
        || is_tags(line)
}

/// A button or heading, whatever punctuation and figures stand around it.
fn is_label(folded: &str) -> bool {
    let label = folded.trim_matches(|c: char| !c.is_alphabetic());
    WHOLE_LINES.contains(label)
}

fn begins_as_furniture(folded: &str, count: usize) -> bool {
    // Arrows and bullets before it.
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '#');
    let start: String = folded.chars().take(START).collect();
    BY_START.get(&start).is_some_and(|beginnings| {
        beginnings.iter().any(|beginning| {
            count <= beginning.most
                && folded.strip_prefix(beginning.words).is_some_and(|rest| {
                    (beginning.words.ends_with(':') || !rest.starts_with(char::is_alphabetic))
                        && (!beginning.is_hinted || HINTS.iter().any(|hint| rest.contains(hint)))
                })
        })
    })
}

/// تويتر - تلغرام - فيسبوك; (رويترز).
fn is_list_of_networks(folded: &str) -> bool {
    let mut parts = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && !part.chars().all(char::is_numeric))
        .peekable();
    parts.peek().is_some() && parts.all(|part| NETWORK_WORDS.contains(part))
}

/// 1,234 مشاهدة; منذ 3 ساعات; 5 دقائق قراءة.
fn is_counter(folded: &str) -> bool {
    let parts: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let (figures, words): (Vec<&str>, Vec<&str>) = parts
        .iter()
        .partition(|part| part.chars().all(char::is_numeric));
    if words.is_empty() || words.len() > AGE_WORDS {
        return false;
    }
    let counts = !figures.is_empty() && words.iter().all(|word| COUNTED_WORDS.contains(word));
    let is_age = words.iter().all(|word| AGE_UNITS.contains(word))
        && matches!(words.first(), Some(&("منذ" | "قبل")))
        && (!figures.is_empty()
            || matches!(
                words.get(1),
                Some(
                    &("ساعه"
                        | "ساعتين"
                        | "دقيقه"
                        | "دقيقتين"
                        | "يوم"
                        | "يومين"
                        | "اسبوع"
                        | "اسبوعين")
                )
            ));
    let is_reading = !figures.is_empty()
        && words.iter().all(|word| AGE_UNITS.contains(word))
        && words
            .iter()
            .any(|word| matches!(*word, "قراءه" | "للقراءه" | "read" | "ago"));
    counts || is_age || is_reading
}

/// الرئيسية | أخبار | رياضة
fn is_menu(folded: &str) -> bool {
    let parts: Vec<&str> = folded
        .split(['|', '/', '»', '>', '•', '·', '›', '-', '"'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let is_section = |part: &&str| {
        let bare = part.strip_prefix("ال").unwrap_or(part);
        SECTION_WORDS.contains(bare)
    };
    let sections = parts.iter().filter(|part| is_section(part)).count();
    parts.len() >= MENU_PARTS && sections * 2 >= parts.len() || parts.len() == 2 && sections == 2
}

/// #سوريا #داعش
fn is_tags(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| word.starts_with('#'))
}

/// Every line of a text with its kind: what [`is_boilerplate`] says, and also
/// lines that repeat an earlier one or are part of a credit line (©).
pub fn line_kinds(text: &str) -> Vec<(Span, LineKind)> {
    let credits: Vec<String> = if text.contains('©') {
        lines(text)
            .filter_map(|line| line.of(text))
            .filter(|line| begins_credit(line))
            .take(MOST_CREDITS)
            .map(line_key)
            .collect()
    } else {
        Vec::new()
    };
    let mut seen: HashSet<String> = HashSet::new();
    lines(text)
        .map(|line| {
            let written = line.of(text).unwrap_or_default();
            let kind = if trimmed(text, line).is_empty() {
                LineKind::Blank
            } else if is_boilerplate(written) || repeats(written, &mut seen, &credits) {
                LineKind::Boilerplate
            } else {
                LineKind::Body
            };
            (line, kind)
        })
        .collect()
}

/// The lines that are page furniture, in order: left out of counts, search
/// ranking and suggestions.
pub fn excluded(text: &str) -> Vec<Span> {
    line_kinds(text)
        .into_iter()
        .filter(|(_, kind)| *kind == LineKind::Boilerplate)
        .map(|(line, _)| line)
        .collect()
}

/// A line as it is compared: folded, ة as ه, without white space around it.
fn line_key(line: &str) -> String {
    key(line, Level::Letters)
        .replace('ة', "ه")
        .trim()
        .to_owned()
}

fn begins_credit(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
    line.starts_with('©') || line.starts_with("(c) ") || line.starts_with("(C) ")
}

fn holds_mail(line: &str) -> bool {
    line.contains('@')
        && words(line).any(|word| {
            word.of(line)
                .is_some_and(|word| word.contains('@') && !word.contains("://"))
        })
}

fn repeats(line: &str, seen: &mut HashSet<String>, credits: &[String]) -> bool {
    let count = words(line).take(REPEATED_WORDS).count();
    if count < CAPTION_WORDS {
        return false;
    }
    let folded = line_key(line);
    if credits.iter().any(|credit| credit.contains(&folded)) {
        return true;
    }
    count >= REPEATED_WORDS && !seen.insert(folded)
}

#[cfg(test)]
mod tests {
    use super::LineKind::{Blank, Body, Boilerplate};
    use super::*;

    #[test]
    fn furniture_is_known_by_its_beginning_and_its_length() {
        for line in [
            "شارك",
            "إغلاق",
            "تعليقات (0)",
            "التعليقات مغلقة.",
            "اقرأ المزيد",
            "إقرأ أيضا",
            "آخر الأخبار",
            "المزيد من تقارير",
            "المصدر: وكالات",
            "شبكة شام المصدر: شبكة شام",
            "تابعنا : تويتر - فيسبوك",
            "© سبوتنيك / خبر",
            "52",
            "------",
            "",
            "\u{A0}",
            "Sorry, you need to enable JavaScript to visit this website.",
            "راسلونا على البريد : a@example.org",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn furniture_of_other_pages() {
        for line in [
            "شارك هذا المقال على فيسبوك",
            "تويتر - تلغرام - فيسبوك",
            "Facebook Twitter WhatsApp",
            "مشاركة عبر البريد",
            "نسخ الرابط",
            "1,234 مشاهدة",
            "٣ تعليقات",
            "منذ 3 ساعات",
            "قبل يومين",
            "5 دقائق قراءة",
            "مدة القراءة: 4 دقائق",
            "3 min read",
            "الرئيسية | أخبار | رياضة | اقتصاد",
            "أخبار » سياسة",
            "#سوريا #العراق",
            "الوسوم: سوريا، العراق، الأمم المتحدة",
            "الكلمات المفتاحية: أوكرانيا روسيا",
            "منشور ذو صلة",
            "مقالات ذات صلة",
            "▼ اقرأ أيضاً: انطلاق أعمال القمة في العاصمة",
            "قد يعجبك أيضاً",
            "شاهد أيضا: كيف تغير الطقس هذا العام",
            "الأكثر قراءة",
            "اشترك في نشرتنا البريدية ليصلك كل جديد",
            "انضم إلى قناتنا على تلغرام",
            "لمتابعة آخر الأخبار عبر تطبيقنا",
            "تابعوا آخر أخبارنا عبر Google News",
            "حمّل تطبيق الجريدة الآن",
            "يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك",
            "سياسة الخصوصية",
            "جميع الحقوق محفوظة © 2024",
            "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
            "اترك تعليقاً",
            "إلغاء الرد",
            "صورة أرشيفية",
            "(رويترز)",
            "رويترز / أ ف ب",
            "تصوير: سامر علي",
            "آخر تحديث: 12/10/2019 - 10:30",
            "إعلان",
            "تخطي إلى المحتوى",
            "We use cookies to improve your experience.",
            "Read more",
            "Share on Facebook",
            "All rights reserved",
            "المقال السابق انتخابات مبكرة في البلاد",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn lines_of_the_article_stay() {
        for line in [
            "شارك الرئيس السوري في المؤتمر",
            "شاركت روسيا",
            "إغلاق المعبر الحدودي",
            "المزيد من القوات الأميركية تصل إلى سوريا",
            "التعليقات التي أدلى بها الوزير أمس",
            "الخارجية سعيدة",
            "“عودة الدواعش”",
            "100 إرهابي عراقي",
            "* الدولة الإسلامية المعلنة ذاتيا ، المحظورة",
            "قال المصدر: إن القوات دخلت المدينة مساء أمس",
            "3 قتلى في انفجار",
            "قبل الحرب",
            "منذ عام",
            "إعلان الحرب على الفساد",
            "بحث الوزير مع نظيره التركي ملف الحدود",
            "بحث العلاقات الثنائية",
            "تابع الرئيس سير العمليات العسكرية في الشمال",
            "مشاركة واسعة في الانتخابات المحلية",
            "حمل الوزير إيران المسؤولية عن الهجوم",
            "سجل في العراق انخفاض في الإصابات خلال الأسبوع الماضي كما أعلنت الوزارة",
            "الهاتف المحمول يغير حياة الناس في القرى",
            "عاجل: انفجار في العاصمة",
            "واشنطن - رويترز - قال مسؤول أمس إن المحادثات ستستأنف قريبا",
            "الرئيس التركي: سنواصل العمليات",
            "كتب: محمد الأحمد",
            "بقلم سامي الخطيب",
            "السابق والتالي في تاريخ المدينة",
            "تفاصيل الاتفاق بين الحكومة والمعارضة",
            "الموقع الإلكتروني للوزارة يتعرض لهجوم",
            "اشترك في المعارك نحو ألف مقاتل من الفصائل خلال ثلاثة أيام متواصلة من القتال العنيف في الأحياء الشرقية من المدينة قبل الهدنة",
            "انضم إلى الجبهة مئات المقاتلين الأجانب منذ بداية الحرب بحسب تقرير أصدره مركز أبحاث مقره لندن يوم الخميس الماضي",
            "سوريا - العراق - لبنان",
            "أخبار جيدة من الجبهة الشرقية - تقدم جديد",
            "شارك هذا اللاعب في المباراة",
            "يحظر نشر القوات في المنطقة العازلة بحسب الاتفاق",
            "انضم إلى الائتلاف ثلاثة أحزاب",
            "Downing Street said talks would go on",
            "Share prices fell sharply in Tokyo on Monday",
            "Follow the money, an investigation",
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn lists_are_folded() {
        let lists = BEGINNINGS
            .iter()
            .chain(HINTED)
            .chain(ANYWHERE)
            .map(|(words, _)| *words);
        for entry in lists.chain(WHOLE_LINES.iter().copied()) {
            assert_eq!(line_key(entry), entry);
        }
    }

    #[test]
    fn a_line_said_before_is_furniture() {
        let text = "خبر عن سوريا والعراق اليوم\n\nخبرٌ عن سوريا  والعراق اليوم\nنعم\nنعم";
        let kinds: Vec<LineKind> = line_kinds(text).into_iter().map(|(_, kind)| kind).collect();
        assert_eq!(kinds, [Body, Blank, Boilerplate, Body, Body]);
        assert_eq!(excluded(text).len(), 1);
    }
}
