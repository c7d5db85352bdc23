//! The words of page furniture, as plain lists.
//!
//! Written for Hashiya from general knowledge of Arabic news sites. Not here:
//! how a line is compared with them (boilerplate).
//!
//! **Invariant:** every entry is folded to [`Level::Letters`], ة as ه, and in
//! lower case. `|` parts entries; a number before a row of them is the most
//! words their lines may have.
//!
//! [`Level::Letters`]: crate::language::Level::Letters

/// Lines that are nothing else, whatever punctuation stands around them:
/// buttons, labels, headings of side columns. Folded, ة as ه; `|` parts them.
pub(super) const WHOLE: &str = "
شارك|شاركها|شاركه|شارك مع|مشاركه|مشاركه عبر|شارك عبر|شارك علي|انشر|غرد|تغريد|ارسل|ارسال|ارسل لصديق|طباعه|اطبع
نسخ|نسخ الرابط|انسخ الرابط|تم النسخ|تم نسخ الرابط|رابط المقال|رابط مختصر|الرابط المختصر|حفظ|احفظ|حفظ المقال
حجم الخط|تكبير الخط|تصغير الخط|استمع|استمع الي المقال|استمع للمقال|استمع الي الخبر|اغلاق|اغلق|الغاء|موافق
اوافق|قبول|قبول الكل|رفض|تخطي|تخطي الي المحتوي|تخط الي المحتوي|انتقل الي المحتوي|الانتقال الي المحتوي|اخفاء
اظهار|عرض|جار التحميل|جاري التحميل|تحميل|تحميل المزيد|عرض المزيد|عرض الكل|شاهد الكل|اقرا الكل|الرييسيه
الصفحه الرييسيه|القايمه|القايمه الرييسيه|الصفحه الاولي|بحث|ابحث|ابحث هنا|البحث|بحث متقدم|من نحن|عن الموقع
اتصل بنا|اتصلوا بنا|تواصل معنا|للتواصل|للتواصل معنا|اعلن معنا|للاعلان|خريطه الموقع|فريق العمل|سياسه الخصوصيه
شروط الاستخدام|الشروط والاحكام|سياسه ملفات تعريف الارتباط|اخلاء مسووليه|ارشيف|الارشيف|تسجيل الدخول|تسجيل
سجل الان|سجل دخولك|دخول|تسجيل الخروج|انشاء حساب|حسابي|نسيت كلمه المرور|نسيت كلمه السر|اشترك|اشترك الان|اشتراك
الاشتراك|النشره البريديه|القايمه البريديه|نشرتنا البريديه|تفعيل الاشعارات|الاشعارات|اعلان|اعلانات|اعلان ممول
محتوي ممول|محتوي برعايه|مساحه اعلانيه|اخفاء الاعلان|يستمر المحتوي بعد الاعلان|تتمه المقال بعد الاعلان
القصه تستمر بعد الاعلان|اخر الاخبار|احدث الاخبار|اخر الانباء|عاجل|اهم الاخبار|ابرز الاخبار|اخبار عاجله
الاخبار العاجله|الاكثر قراءه|الاكثر مشاهده|الاكثر تعليقا|الاكثر تداولا|الاكثر شعبيه|الاكثر زياره|الاكثر مشاركه
الاحدث|الاكثر قراءه اليوم|اختيارات المحرر|اخترنا لك|اخترنا لكم|مختارات|مختارات لك|موصي به|موصي به لك
مقترحات لك|اقرا ايضا|اقرا كذلك|اقرا المزيد|اقرا اكثر|المزيد|المزيد من الاخبار|للمزيد|لقراءه المزيد
لمزيد من التفاصيل|التفاصيل|تفاصيل|متابعه القراءه|تابع القراءه|اكمل القراءه|اكمل قراءه المقال|اقرا الخبر كاملا
اقرا المقال كاملا|شاهد ايضا|شاهد المزيد|شاهد|مشاهده|طالع ايضا|طالع المزيد|انظر ايضا|تابع ايضا|قد يهمك
قد يهمك ايضا|قد يعجبك|قد يعجبك ايضا|ربما يعجبك|ربما يهمك ايضا|من نفس القسم|من نفس الكاتب|مقالات الكاتب
مقالات اخري للكاتب|المزيد للكاتب|كل المقالات|ذات صله|ذو صله|مقالات ذات صله|مقال ذو صله|مواضيع ذات صله
موضوعات ذات صله|اخبار ذات صله|خبر ذو صله|منشور ذو صله|منشورات ذات صله|روابط ذات صله|قصص ذات صله|تقارير ذات صله
مواد ذات صله|مقالات مشابهه|مواضيع مشابهه|اخبار مشابهه|موضوعات متعلقه|مواضيع متعلقه|اخبار متعلقه|مقالات متعلقه
اخبار اخري|مواضيع اخري|مقالات اخري|روابط خارجيه|السابق|التالي|المقال السابق|المقال التالي|المقاله السابقه
المقاله التاليه|الخبر السابق|الخبر التالي|الموضوع السابق|الموضوع التالي|الصفحه التاليه|الصفحه السابقه
التالي بعد|العوده الي الاعلي|الي الاعلي|اعلي الصفحه|العوده|رجوع|عوده|تعليقات|التعليقات|تعليق|لا تعليقات
لا تعليق|لا توجد تعليقات|لا يوجد تعليقات|التعليقات مغلقه|اضف تعليق|اضف تعليقا|اضف تعليقك|اترك تعليق
اترك تعليقا|اترك تعليقك|اترك ردا|اترك رد|الغاء الرد|رد|الرد|اكتب تعليقا|اكتب تعليقك|ارسل تعليقك|علق
شاركنا رايك|شاركنا برايك|ما رايك|رايك يهمنا|الاسم|البريد الالكتروني|الموقع الالكتروني|كلمه المرور|كلمه السر
رساله|العنوان|الهاتف|كود التحقق|رمز التحقق|الوسوم|وسوم|الوسم|هاشتاغ|هاشتاج|تصنيفات|التصنيفات|التصنيف|الاقسام
اقسام|كلمات مفتاحيه|الكلمات المفتاحيه|كلمات دلاليه|الكلمات الدلاليه|دلالات|الكاتب|المصدر|المصادر|تاريخ النشر
اخر تحديث|وقت القراءه|مده القراءه|المشاهدات|عدد المشاهدات|عدد القراءات|صوره ارشيفيه|صور ارشيفيه
صوره من الارشيف|ارشيفيه|صوره تعبيريه|تعبيريه|صوره توضيحيه|توضيحيه|بث مباشر|البث المباشر|البث الحي|تابعنا
تابعونا|تابعنا علي|حمل التطبيق|حملوا التطبيق|حمل تطبيقنا|تطبيقاتنا|تعليق الصوره|مصدر الصوره|التعليق علي الصوره
share|tweet|share this|share on|follow|follow us|print|email|copy link|link copied|read more|more|load more
see more|show more|view all|see all|see also|read also|related|related articles|related posts|related news
related stories|related topics|you may also like|most read|most popular|trending|latest news|breaking news
recommended|editors picks|advertisement|advertisements|ad|sponsored|sponsored content|comments|comment
no comments|leave a comment|leave a reply|post a comment|add a comment|reply|subscribe|subscribe now|sign up
sign in|log in|login|logout|register|newsletter|search|menu|home|about|about us|contact|contact us|privacy
privacy policy|cookie policy|terms|terms of use|terms of service|terms and conditions|accept|accept all
accept cookies|reject all|i agree|ok|close|skip to content|skip to main content|skip to navigation|back to top
next|previous|next article|previous article|tags|categories|loading|english|english version|source|sources
getty images|watch live|live|download the app|app store|google play|rss|copyright
";

/// How page furniture begins and how many words its line has at most. Folded,
/// ة as ه.
pub(super) const BEGINNINGS: &str = "
2 شارك|مشاركه
3 اخر الاخبار|المزيد من|تعليقات|التعليقات
4 الاكثر قراءه|الاكثر مشاهده|مشاهدات:|share on|share via|follow on|most read|most popular|leave a
4 page not found
5 skip to
6 شارك المقال|شارك الخبر|شارك الموضوع|مشاركه المقال|مشاركه الخبر|مشاركه عبر|مشاركه علي|المزيد حول
6 المزيد عن|اضف تعليق|اترك تعليق|اترك رد|اكتب تعليق|الصوره:|وقت القراءه|مده القراءه|زمن القراءه
6 عدد المشاهدات|عدد القراءات|عدد الزيارات|الرابط:|جار تحميل|جاري تحميل|جار التحميل|جاري التحميل
6 الصفحه غير موجوده|بدعم من ووردبريس|share this|get it on|related articles|advertisement
8 صفحتنا علي|قناتنا علي|حسابنا علي|اقرا في|اقرا عن|للمزيد من|التعليقات مغلقه|لا توجد تعليقات|شارك برايك
8 شاركنا رايك|شاركونا اراءكم|المصدر:|المصدر :|تصوير:|تصوير :|تم النشر|رابط المقال|الرابط المختصر
8 powered by|designed by|developed by|you may also|you might also|comments are closed
10 مصدر الصوره|نشر بتاريخ|follow us|download our|download the|posted by|posted on|published:|updated:
10 last updated|last modified|photo:|photo by
12 تابعنا|تابعوا صفحتنا|تابعوا قناتنا|تابع قناتنا|انضم الينا|حمل تطبيق|حملوا تطبيق|حمل التطبيق|نزل تطبيق
12 النشره البريديه|القايمه البريديه|شاهد المزيد|طالع المزيد|للمزيد حول|لقراءه المزيد|لقراءه المقال
12 لقراءه الخبر|اضغط هنا|انقر هنا|سجل الدخول|بلغ عن خطا|ابلغ عن خطا|اخر تحديث|تاريخ النشر|نشر في:
12 نشرت في:|تاريخ التحديث|هاتف:|فاكس:|ص.ب|join our|required fields are marked|click here|image credit
12 photo credit
16 تابعونا|تابعوا اخر|اشترك الان|سجل بريدك|ادخل بريدك|ادخل عنوان بريدك|فعل الاشعارات|شاهد بالفيديو
16 لمزيد من الاخبار|الحقول الالزاميه|الحقول المطلوبه|يجب ان تكون مسجلا|يجب تسجيل الدخول|ملاحظاتك
16 هل وجدت خطا|يرجي تفعيل|الرجاء تفعيل|tagged|filed under|posted in|protected by recaptcha
20 لمتابعه اخر|لمتابعه اهم|لمتابعه كل|اشترك معنا|اشترك لتصلك|تصلك اخر|subscribe to|sign up for|sign up to
24 اقرا المزيد|اقرا ايضا|اقرا كذلك|اقراوا ايضا|اقرا اكثر|اقرا المزيد عن|شاهد ايضا|شاهدوا ايضا|طالع ايضا
24 انظر ايضا|تابع ايضا|قد يهمك|قد يعجبك|ربما يعجبك|ربما يهمك|قد ترغب في قراءه|موضوعات ذات صله
24 مواضيع ذات صله|مقالات ذات صله|مقال ذو صله|اخبار ذات صله|خبر ذو صله|منشور ذو صله|المقال السابق
24 المقال التالي|الخبر السابق|الخبر التالي|الموضوع السابق|الموضوع التالي|روابط ذات صله|يحتوي هذا القسم
24 لن يتم نشر عنوان بريدك|لن ينشر بريدك|احفظ اسمي|التعليقات المنشوره|الاراء الوارده
24 المقالات المنشوره لا تعبر|المقال لا يعبر|هذا المقال لا يعبر|هذا المقال يعبر عن راي|الاراء المنشوره
24 كلمات مفتاحيه|الكلمات المفتاحيه|كلمات دلاليه|الكلمات الدلاليه|الوسوم:|وسوم:|الوسوم :
24 جميع الحقوق محفوظه|كل الحقوق محفوظه|هذا الموقع يستخدم|يستخدم هذا الموقع|يستخدم موقعنا|نحن نستخدم ملفات
24 نحن نستخدم الكوكيز|باستخدامك لهذا الموقع|باستخدامك هذا الموقع|متصفحك لا يدعم|المتصفح لا يدعم
24 sorry, you need to enable javascript|please enable javascript|you need to enable javascript
24 javascript is|this site requires javascript|enable javascript|your browser does not support
24 your browser doesn't support|this website uses cookies|this site uses cookies|this site uses akismet
24 we use cookies|by continuing to|by clicking|by signing up|all rights reserved|read more|read also
24 also read|see also|related:|related topics|your email address will not be published|save my name
24 notify me of|tags:|this site is protected
";

/// Beginnings that are furniture only with one of the `HINTS` later in the
/// line: a sentence may well begin so.
pub(super) const HINTED: &str = "
4 شاركه مع|شاركها مع
6 شارك هذا|شارك هذه|انشر هذا
8 الصوره من|ارسل هذا|حمل الان
12 انضم الي|انضموا الي|لا تفوت|تصميم وبرمجه|تصميم وتطوير|تطوير وتصميم|حقوق النشر|حقوق الطبع|قم بتحميل
12 تابع صفحتنا
16 سجل في|تابع اخر|سجل الان
20 اشترك في|اشتركوا في|احصل علي اخر|احصل علي احدث|احصل علي نشر|للاشتراك في
24 يمنع نسخ|يحظر نشر|copyright|نستخدم ملفات|باستمرارك في تصفح|بمتابعه تصفح
";

/// What furniture speaks of, folded, ة as ه.
pub(super) const HINTS: &str = "
نشرتنا|النشره|بريد|قناتنا|قناه|تطبيق|موقعنا|الموقع|خدم|تلغرام|تيليغرام|تليجرام|واتساب|يوتيوب|فيسبوك|تويتر|مجان
المقال|الخبر|الموضوع|المنشور|الصفحه|التقرير|الفيديو|الاصدقاء|اصدقاي|صديق|الاخبار|اخبار|مستجدات|محفوظ|المحتوي
محتوي|المواد|رويترز|غيتي|ا ف ب|الارشيف|ارشيف|شركه|ارتباط|كوكيز|reserved|©|20
";

/// Words that make a line furniture wherever they stand in it, when the line
/// has at most so many words. Folded, ة as ه.
pub(super) const ANYWHERE: &str = "
6 المصدر:
8 getty images
16 google news
24 جميع الحقوق محفوظه|ملفات تعريف الارتباط|سياسه الخصوصيه|نشرتنا البريديه|نشرتنا الاخباريه
24 قناتنا علي تلغرام|قناتنا علي تيليغرام|قناتنا علي واتساب|قناتنا علي اليوتيوب|قناتنا علي يوتيوب
24 صفحتنا علي فيسبوك|صفحتنا علي الفيسبوك|عبر اخبار جوجل|علي اخبار جوجل|all rights reserved|privacy policy
";

/// Networks, agencies and buttons: a line of nothing but these is furniture.
/// Folded, ة as ه.
pub(super) const NETWORKS: &str = "
فيسبوك الفيسبوك تويتر اكس واتساب واتس اب تلغرام تيليغرام تليجرام تيلجرام تلجرام لينكد لينكدان لينكدين انستغرام انستجرام انستقرام
يوتيوب تيك توك تيكتوك سناب شات سنابشات بينتريست ماسنجر مسنجر فايبر ريديت ثريدز ايميل البريد الالكتروني بريد طباعه مشاركه شارك نسخ الرابط عبر علي
facebook twitter x whatsapp telegram linkedin instagram youtube tiktok snapchat pinterest messenger viber reddit tumblr email mail print share threads
copy link rss google plus on via by tweet pocket skype vk odnoklassniki line flipboard
رويترز reuters afp ap فرانس برس ا ف ب اف اسوشيتد اسوشييتد الاناضول سانا وكالات غيتي getty images epa shutterstock سبوتنيك
";

/// Words of sections: a line of several of these between strokes is a menu.
/// Folded, ة as ه, without article.
pub(super) const SECTIONS: &str = "
رييسيه اخبار سياسه اقتصاد رياضه ثقافه فن فنون منوعات صحه تكنولوجيا تقنيه علوم مقالات راي اراء تقارير تحقيقات حوارات فيديو صور
محليات عربي دولي عالم مجتمع اعمال سيارات سفر طقس مراه بودكاست ملفات مال صحافه وثايقي برامج اسره تحليلات كاريكاتير انفوغراف انفوجراف
home news politics business economy sports sport culture opinion world local technology tech health science video videos photos lifestyle
";

/// What pages count: مشاهدة, قراءة, and the units of time since.
pub(super) const COUNTED: &str = "
مشاهده مشاهدات قراءه قراءات زياره زيارات تعليق تعليقات اعجاب اعجابات مشاركه مشاركات متابع متابعين views view reads shares share comments comment likes
";

/// Words of a line that says how long ago, or how long it takes to read.
pub(super) const AGES: &str = "
منذ قبل ثانيه ثواني ثوان ثانيتين دقيقه دقايق دقيقتين ساعه ساعات ساعتين يوم يومين ايام اسبوع اسبوعين اسابيع شهر شهرين اشهر سنه سنتين سنوات عام عامين
قراءه للقراءه من واحد واحده
ago min mins minute minutes hour hours day days week weeks month months year years read
";
