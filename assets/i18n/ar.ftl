## General

button-cancel = إلغاء
button-save = حفظ
button-open = فتح
button-export = تصدير
no = لا

## Counts

count-marks =
    { $count ->
        [zero] لا علامات
        [one] علامة واحدة
        [two] علامتان
        [few] { $count } علامات
        [many] { $count } علامة
       *[other] { $count } علامة
    }
count-code-points =
    { $count ->
        [zero] لا محارف
        [one] محرف واحد
        [two] محرفان
        [few] { $count } محارف
        [many] { $count } محرفًا
       *[other] { $count } محرف
    }

## Menus

menu-file = ملف
menu-edit = تحرير
menu-mark = وسم
menu-review = مراجعة
menu-view = عرض
menu-go = انتقال
menu-help = مساعدة
menu-recent = فتح حديث
menu-recent-empty = لا ملفات حديثة
menu-paragraph-direction = اتجاه الفقرة
menu-tag-with = وسم بـ
menu-select = تحديد

## Commands: File

command-file-open = فتح…
command-file-open-folder = فتح مجلد…
command-file-open-path = فتح بكتابة المسار…
command-file-open-recent = فتح حديث
command-file-save = حفظ
command-file-save-as = حفظ باسم…
command-file-export-json = تصدير مجموعةً موسومة (JSON)…
command-file-export-jsonl = تصدير أسطر JSON…
command-file-export-csv = تصدير جدول (CSV)…
command-file-reload-encoding = إعادة القراءة بترميز آخر…
command-file-close-document = إغلاق المستند
command-file-quit = إنهاء

## Commands: Edit

command-edit-undo = تراجع
command-edit-undo-what = تراجع عن { $action }
command-edit-redo = إعادة
command-edit-redo-what = إعادة { $action }
command-edit-copy = نسخ
command-edit-copy-quote = نسخ اقتباسًا مع المصدر
command-edit-copy-html = نسخ بصيغة HTML مع العلامات
command-edit-select-all = تحديد الكل
command-edit-find = بحث…
command-edit-find-next = النتيجة التالية
command-edit-find-previous = النتيجة السابقة
command-select-word = كلمة، ثم التي تليها
command-select-sentence = جملة، ثم التي تليها
command-select-paragraph = فقرة، ثم التي تليها
command-select-word-less = إنقاص كلمة من التحديد
command-select-sentence-less = إنقاص جملة من التحديد
command-select-paragraph-less = إنقاص فقرة من التحديد
command-select-around = توسيع التحديد إلى ما حوله
command-select-within = العودة إلى التحديد السابق

## Commands: Mark

command-annotation-tag = وسم…
command-annotation-tag-with = وسم بـ«{ $tag }»
command-annotation-add-span = إضافة التحديد إلى العلامة
command-annotation-analyst = اسمك…
command-annotation-remove = إزالة العلامة
command-annotation-note = تحرير الملاحظة
command-annotation-next = العلامة التالية
command-annotation-previous = العلامة السابقة
command-annotation-end-left = تحريك النهاية إلى اليسار
command-annotation-end-right = تحريك النهاية إلى اليمين
command-annotation-start-left = تحريك البداية إلى اليسار
command-annotation-start-right = تحريك البداية إلى اليمين

## Commands: Review

command-suggestion-next = الاقتراح التالي
command-suggestion-previous = الاقتراح السابق
command-suggestion-accept = قبول الاقتراح
command-suggestion-reject = رفض الاقتراح
command-suggestion-reject-here = الرفض في هذا الموضع فقط
command-suggestion-reject-everywhere = رفض هذه الكلمات في كل المستندات…
command-suggestion-retype = القبول بوسم آخر…
command-suggestion-same-as = هو نفسه…
command-suggestion-longer = توسيع بكلمة
command-suggestion-shorter = تضييق بكلمة
command-suggestion-longer-start = توسيع بكلمة من البداية
command-suggestion-shorter-start = تضييق بكلمة من البداية
command-suggestion-accept-surface = قبول هذه الكلمات في هذا المستند…
command-suggestion-accept-surface-everywhere = قبول هذه الكلمات في كل المستندات…
command-suggestion-accept-above = قبول كل الاقتراحات المؤكدة في هذا المستند…
command-suggestion-accept-above-everywhere = قبول كل الاقتراحات المؤكدة في كل المستندات…
command-suggestion-show = الاقتراحات
command-suggestion-run = البحث في كل المستندات من جديد
command-suggestion-stop = إيقاف البحث في المستندات

## Commands: View

command-view-zoom-in = تكبير
command-view-zoom-out = تصغير
command-view-zoom-reset = الحجم الأصلي
command-view-theme-light = مظهر فاتح
command-view-theme-dark = مظهر داكن
command-view-theme-sepia = مظهر ورقي
command-view-theme-system = مظهر النظام
command-view-language-en = English (الإنجليزية)
command-view-language-ar = العربية
command-view-face-naskh = الخط: نوتو نسخ
command-view-face-amiri = الخط: أميري
command-view-face-sans = الخط: نوتو بلا زوائد
command-view-appearance = مظهر الصفحة…
command-view-leading-tight = الأسطر: متقاربة
command-view-leading-normal = الأسطر: كما في المطبوع
command-view-leading-loose = الأسطر: متباعدة
command-view-measure-narrower = تضييق العمود
command-view-measure-wider = توسيع العمود
command-view-measure-full = العمود بعرض اللوحة
command-view-fill-ragged = أواخر الأسطر: حرّة
command-view-fill-spaces = أواخر الأسطر: مضبوطة بالمسافات
command-view-fill-kashida = أواخر الأسطر: مضبوطة بالكشيدة
command-view-paragraphs-close = الفقرات: بلا مسافة بينها
command-view-paragraphs-normal = الفقرات: مسافة يسيرة بينها
command-view-paragraphs-apart = الفقرات: نصف سطر بينها
command-view-digits-latin = أرقام النافذة: 0123
command-view-digits-arabic = أرقام النافذة: ٠١٢٣
menu-page = تنسيق الصفحة
appearance-title = مظهر الصفحة
appearance-sample =
    أعلنت قوات سوريا الديمقراطية يوم الأحد، في بيان نشرته على موقعها الرسمي، أن «المرحلة الأولى» من الاتفاق قد اكتملت، وأن 785 من المدنيين عادوا إلى بيوتهم.
    وقال المتحدث باسمها إن المفاوضات مستمرّةٌ بين الجانبين منذ أسبوعين.
appearance-face = الخط
appearance-naskh = نسخ
appearance-amiri = أميري
appearance-sans = بلا زوائد
appearance-size = الحجم
appearance-percent = { $percent }٪
appearance-measure = العمود
appearance-letters =
    { $count ->
        [zero] بلا حروف
        [one] حرف واحد
        [two] حرفان
        [few] { $count } حروف
        [many] { $count } حرفًا
       *[other] { $count } حرف
    }
appearance-full = بعرض اللوحة
appearance-leading = الأسطر
appearance-tight = متقاربة
appearance-normal = كما في المطبوع
appearance-loose = متباعدة
appearance-fill = أواخر الأسطر
appearance-ragged = حرّة
appearance-spaces = مضبوطة بالمسافات
appearance-kashida = مضبوطة بالكشيدة
appearance-paragraphs = بين الفقرات
appearance-close = لا شيء
appearance-little = مسافة يسيرة
appearance-apart = نصف سطر
appearance-digits = أرقام النافذة
appearance-digits-latin = 0123
appearance-digits-arabic = ٠١٢٣
appearance-done = تم
command-view-line-numbers = أرقام الأسطر
command-view-arrows-as-seen = مفاتيح الأسهم: كما يُرى النص
command-view-arrows-reading-order = مفاتيح الأسهم: بترتيب القراءة
command-view-documents = لوحة المستندات
command-view-inspector = لوحة التفاصيل
command-view-reader-add = إضافة لوح قراءة
command-view-reader-close = إغلاق لوح القراءة
command-view-reader-next = لوح القراءة التالي

## Commands: Go, Document, Help

command-document-next = المستند التالي
command-document-previous = المستند السابق
command-document-next-open = المستند التالي غير المكتمل
command-document-previous-open = المستند السابق غير المكتمل
command-go-document = الانتقال إلى مستند…
command-go-entity = الانتقال إلى كيان…
command-view-walk-marks = الأسهم تنتقل من علامة إلى علامة
command-annotation-next-same = العلامة التالية بالوسم نفسه
command-annotation-previous-same = العلامة السابقة بالوسم نفسه
command-annotation-first = العلامة الأولى
command-annotation-last = العلامة الأخيرة
command-annotation-actions = ما يمكن فعله هنا…
command-name-next = الاسم التالي غير الموسوم
command-name-previous = الاسم السابق غير الموسوم
command-note-next = الملاحظة التالية
command-note-previous = الملاحظة السابقة
command-document-state-new = حالة المستند: جديد
command-document-state-in-progress = حالة المستند: قيد العمل
command-document-state-done = حالة المستند: مكتمل
command-document-direction-auto = اتجاه الفقرات: تلقائي
command-document-direction-rtl = اتجاه الفقرات: من اليمين إلى اليسار
command-document-direction-ltr = اتجاه الفقرات: من اليسار إلى اليمين
command-document-paragraph-auto = اتجاه هذه الفقرة: تلقائي
command-document-paragraph-rtl = اتجاه هذه الفقرة: من اليمين إلى اليسار
command-document-paragraph-ltr = اتجاه هذه الفقرة: من اليسار إلى اليمين
command-document-paragraph-turn = عكس اتجاه هذه الفقرة
command-go-palette = لوحة الأوامر…
command-help-shortcuts = اختصارات لوحة المفاتيح
command-help-change-keys = تغيير اختصارات لوحة المفاتيح…
command-help-default-keys = كل الاختصارات إلى أصلها
command-help-about = حول «حاشية»
command-help-licences = التراخيص

## Actions, as undo and the history name them

action-annotation-tag = الوسم بـ«{ $tag }»
action-annotation-remove = إزالة علامة «{ $tag }»
action-annotation-note = تحرير الملاحظة
action-annotation-add-span = إضافة كلمات إلى علامة
action-annotation-end-left = تحريك نهاية علامة
action-annotation-end-right = تحريك نهاية علامة
action-annotation-start-left = تحريك بداية علامة
action-annotation-start-right = تحريك بداية علامة
action-annotation-resize = تحريك حدّ
action-file-open = فتح مستندات
action-file-close-document = إغلاق مستند
action-file-reload-encoding = تغيير الترميز
action-annotation-analyst = تغيير الاسم
action-document-state-new = تغيير حالة المستند
action-document-state-in-progress = تغيير حالة المستند
action-document-state-done = تغيير حالة المستند
action-document-direction-auto = تغيير اتجاه المستند
action-document-direction-rtl = تغيير اتجاه المستند
action-document-direction-ltr = تغيير اتجاه المستند
action-document-paragraph-auto = تغيير اتجاه فقرة
action-document-paragraph-rtl = تغيير اتجاه فقرة
action-document-paragraph-ltr = تغيير اتجاه فقرة
action-document-paragraph-turn = تغيير اتجاه فقرة
action-suggestion-accept = قبول «{ $tag }»
action-suggestion-retype = قبول «{ $tag }»
action-suggestion-reject = رفض اقتراح
action-suggestion-reject-here = رفض اقتراح
action-suggestion-reject-everywhere = رفض كلمات في كل المستندات
action-suggestion-allow = السماح بكلمات من جديد
action-suggestion-same-as = تحديد المقصود
action-suggestion-accept-surface = قبول الكلمات نفسها
action-suggestion-accept-surface-everywhere = قبول الكلمات نفسها في كل المستندات
action-suggestion-accept-above = قبول كل الاقتراحات المؤكدة
action-suggestion-accept-above-everywhere = قبول كل الاقتراحات المؤكدة في كل المستندات
action-other = التغيير الأخير

## Menu of a text field

field-cut = قص
field-paste = لصق
field-delete = حذف
field-direction = الاتجاه
field-turn = عكس الاتجاه
field-insert = إدراج محرف
field-insert-zwnj = نصف مسافة تفصل بين الحرفين (ZWNJ)
field-insert-zwj = واصل يصل الحرف بما بعده (ZWJ)
field-insert-nbsp = مسافة لا ينكسر عندها السطر (NBSP)
field-insert-rlm = علامة من اليمين إلى اليسار (RLM)
field-insert-lrm = علامة من اليسار إلى اليمين (LRM)
field-insert-alm = علامة الحرف العربي (ALM)
field-insert-rli = عزل من اليمين إلى اليسار (RLI … PDI)
field-insert-lri = عزل من اليسار إلى اليمين (LRI … PDI)
field-insert-fsi = عزل بحسب أول حرف (FSI … PDI)

## What copying adds

copy-source = — { $title }، { $place }
copy-source-with-file = — { $title } ({ $file })، { $place }
copy-place-one = الفقرة { $first }، المحارف { $start }–{ $end }
copy-place-many = الفقرات { $first }–{ $last }، المحارف { $start }–{ $end }
toast-html-as-text = لا تقبل هذه الحافظة HTML من هنا، فنُسخ مصدره نصًا

## Documents panel

documents-title = المستندات
entities-title = الأسماء
documents-empty = لا مستندات بعد
documents-empty-hint = افتح ملفات أو مجلدًا، أو أفلتها هنا.
documents-state-new = جديد
documents-state-in-progress = قيد العمل
documents-state-done = مكتمل
documents-open-here = فتح في هذا اللوح
documents-open-beside = فتح إلى جانبه

## Inspector

inspector-title = التفاصيل
inspector-empty-hint = حدّد كلمات واضغط مفتاح أحد الوسوم، أو اختر علامة.
inspector-note = الملاحظة
inspector-note-hint = اكتب ملاحظة…
inspector-spans = المقاطع
inspector-span = { $start }–{ $end }
inspector-by = وضعها
inspector-when = التاريخ
inspector-origin = المصدر
inspector-origin-manual = يدوية
inspector-origin-suggested = اقترحتها القاعدة { $rule }
inspector-origin-imported = مستوردة من { $format }
inspector-origin-adjudicated =
    { $count ->
        [zero] حُسمت بالتحكيم
        [one] حُسمت بالتحكيم من علامة واحدة
        [two] حُسمت بالتحكيم من علامتين
        [few] حُسمت بالتحكيم من { $count } علامات
        [many] حُسمت بالتحكيم من { $count } علامة
       *[other] حُسمت بالتحكيم من { $count } علامة
    }
inspector-history = السجل
inspector-document = المستند
inspector-document-file = الملف
inspector-document-encoding = الترميز
inspector-document-encoding-guessed = { $encoding } (بالتخمين)
inspector-direction-auto = تلقائي
inspector-document-direction = الاتجاه
inspector-document-length = الطول
inspector-document-state = الحالة
inspector-document-hash = SHA-256
inspector-document-opened = تاريخ الفتح
inspector-remove = إزالة العلامة

## Command palette

palette-title = الأوامر والوسوم والكيانات والمستندات
palette-hint = اكتب جزءًا من الاسم
palette-empty = لا شيء باسم «{ $query }»
palette-commands = الأوامر
palette-tags = الوسوم
palette-entities = الكيانات
palette-documents = المستندات
palette-mentions =
    { $count ->
        [zero] لا ذكر له بعد
        [one] ذِكر واحد
        [two] ذِكران
        [few] { $count } مواضع ذِكر
        [many] { $count } موضع ذِكر
       *[other] { $count } موضع ذِكر
    }
picker-title = الوسوم
picker-hint = اكتب جزءًا من اسم الوسم
picker-marks = بالإدخال توسم «{ $words }»
picker-retags = بالإدخال يتغيّر وسم «{ $words }»
cannot-now = غير ممكن الآن
cannot-read-only = المشروع للقراءة فقط
cannot-no-document = لا مستند مفتوح
cannot-undo = لا شيء للتراجع عنه
cannot-redo = لا شيء لإعادته
cannot-nothing-sought = لا شيء قيد البحث
cannot-no-selection = لا كلمات محددة
cannot-no-mark = لا علامة مختارة
cannot-no-suggestions = لا اقتراحات
cannot-no-suggestion = لا اقتراح قيد المراجعة
cannot-one-document = لا مستند آخر
cannot-readers = لا تسمح به ألواح القراءة المفتوحة
cannot-keys-default = لم يتغير شيء
cannot-not-running = لا شيء قيد التنفيذ

## Status line

status-code-points = المحارف { $start }–{ $end }
status-code-point = المحرف { $at }
status-paragraph = الفقرة { $number }
status-direction-rtl = من اليمين إلى اليسار
status-direction-ltr = من اليسار إلى اليمين
status-saved-at = حُفظ في { $time }
status-saved = محفوظ
status-unsaved = غير محفوظ
status-unsaved-kept = غير محفوظ، والتغييرات مصونة في السجل
status-never-saved = لم يُحفظ في ملف بعد
status-read-only = للقراءة فقط
status-marks = من علامة إلى علامة · Esc للخروج
status-zoom = { $percent }%

## Find

find-hint = البحث في هذا المستند
find-position = { $index } من { $total }
find-none = لا نتائج
find-exact = مطابقة تامة
find-exact-hint = مطابقة الحروف والحركات والأرقام كما كُتبت
find-next = النتيجة التالية
find-previous = النتيجة السابقة
find-close = إغلاق البحث

## Dialogs

dialog-unsaved-title = أتريد حفظ التغييرات في «{ $project }»؟
dialog-unsaved-body =
    { $count ->
        [zero] لا تغييرات غير محفوظة.
        [one] تغيير واحد لم يُحفظ في الملف.
        [two] تغييران لم يُحفظا في الملف.
        [few] { $count } تغييرات لم تُحفظ في الملف.
        [many] { $count } تغييرًا لم تُحفظ في الملف.
       *[other] { $count } تغيير لم تُحفظ في الملف.
    }
dialog-unsaved-new-body = لم يُحفظ هذا المشروع في ملف بعد.
dialog-unsaved-save = حفظ
dialog-unsaved-discard = تجاهل التغييرات
dialog-unsaved-cancel = إلغاء
dialog-name-title = اسمك
dialog-name-body = الاسم الذي تُوقَّع به العلامات. العلامات السابقة تبقى بأسمائها.
dialog-open-title = فتح مستندات أو مشروع
dialog-open-folder-title = فتح مجلد
dialog-save-title = حفظ المشروع
dialog-export-title = تصدير العلامات
dialog-filter-all = كل الملفات
dialog-filter-text = مستندات نصية
dialog-filter-project = مشاريع «حاشية»
dialog-filter-json = JSON
dialog-filter-jsonl = أسطر JSON
dialog-filter-csv = جداول CSV
dialog-path-title = فتح بكتابة المسار
dialog-path-save-title = حفظ بكتابة المسار
dialog-path-export-title = تصدير بكتابة المسار
dialog-path-hint = مسار ملف أو مجلد
dialog-path-missing = لا شيء في هذا المسار.
dialog-path-exists = يوجد ملف بهذا الاسم وسيُستبدل.
dialog-no-file-dialog = لا تتوفر نافذة لاختيار الملفات: لم يُعثر على بوابة سطح المكتب (portal) ولا على zenity. اكتب المسار بدلًا من ذلك.
dialog-encoding-locked = في هذا المستند علامات، فلم يعد تغيير ترميزه ممكنًا.

## Encodings and formats

encoding-utf-8 = يونيكود (UTF-8)
encoding-utf-16le = يونيكود (UTF-16، البايت الأصغر أولًا)
encoding-utf-16be = يونيكود (UTF-16، البايت الأكبر أولًا)
encoding-windows-1256 = العربية، ويندوز (windows-1256)
encoding-iso-8859-6 = العربية، آيزو (ISO-8859-6)
encoding-windows-1252 = أوروبا الغربية (windows-1252)
format-json = مجموعة موسومة (JSON)
format-jsonl = أسطر JSON لأداتي spaCy وProdigy
format-csv = جدول (CSV)

## Toasts

toast-undid = تم التراجع عن { $action }
toast-redid = تمت إعادة { $action }
toast-saved = تم الحفظ في { $path }
toast-exported =
    { $total ->
        [zero] تم التصدير، ولم تكن هناك علامات
        [one] تم التصدير، وتم التحقق من { $verified } من علامة واحدة
        [two] تم التصدير، وتم التحقق من { $verified } من علامتين
        [few] تم التصدير، وتم التحقق من { $verified } من { $total } علامات
        [many] تم التصدير، وتم التحقق من { $verified } من { $total } علامة
       *[other] تم التصدير، وتم التحقق من { $verified } من { $total } علامة
    }
toast-export-mismatch = تم التصدير إلى { $path }، لكن لم يمكن التحقق إلا من { $verified } من أصل { $total } من العلامات
toast-export-lost = لا تحمل هذه الصيغة: { $lost }
toast-opened =
    { $count ->
        [zero] لم يُفتح أي مستند
        [one] فُتح مستند واحد
        [two] فُتح مستندان
        [few] فُتحت { $count } مستندات
        [many] فُتح { $count } مستندًا
       *[other] فُتح { $count } مستند
    }
toast-already-open = المستند «{ $title }» مفتوح أصلًا
toast-read-only-locked = للقراءة فقط: المشروع مفتوح في نافذة أخرى
toast-no-selection = حدّد كلمات أولًا
toast-round-to-start = بلغتَ النهاية، والمتابعة من البداية
toast-round-to-end = بلغتَ البداية، والمتابعة من النهاية
toast-default-keys = عادت كل الاختصارات إلى أصلها
toast-useless-keys =
    { $count ->
        [zero] مفاتيح الإعدادات سليمة.
        [one] في الإعدادات مفاتيح لا تصلح ({ $first })، فاستُعملت المفاتيح الأصلية.
        [two] في الإعدادات مفاتيح لا تصلح في موضعين أولهما { $first }، فاستُعملت المفاتيح الأصلية.
        [few] في الإعدادات مفاتيح لا تصلح في { $count } مواضع أولها { $first }، فاستُعملت المفاتيح الأصلية.
        [many] في الإعدادات مفاتيح لا تصلح في { $count } موضعًا أولها { $first }، فاستُعملت المفاتيح الأصلية.
       *[other] في الإعدادات مفاتيح لا تصلح في { $count } موضع أولها { $first }، فاستُعملت المفاتيح الأصلية.
    }

## Suggestions

toast-suggestions-none = لا اقتراحات للمراجعة.
toast-suggestions-reviewed = تمت مراجعة كل الاقتراحات في هذا المستند. بالمفتاح { $key } تنتقل إلى التالي.
toast-suggestions-end = هذا آخر اقتراح في المستند. بالمفتاح { $key } تتابع.
toast-suggestions-accepted = { $count ->
    [zero] لم يُقبل أي اقتراح
    [one] قُبل اقتراح واحد
    [two] قُبل اقتراحان
    [few] قُبلت { $count } اقتراحات
    [many] قُبل { $count } اقتراحًا
   *[other] قُبل { $count } اقتراح
    }
toast-suggestions-rejected = { $count ->
    [zero] لم يُرفض أي اقتراح
    [one] رُفض اقتراح واحد
    [two] رُفض اقتراحان
    [few] رُفضت { $count } اقتراحات
    [many] رُفض { $count } اقتراحًا
   *[other] رُفض { $count } اقتراح
    }
why-learned = قبلتَ هذه الكلمات من قبل.
why-learned-here = { $count ->
    [zero] قبلتَ هذه الكلمات في «{ $document }».
    [one] قبلتَ هذه الكلمات في «{ $document }».
    [two] قبلتَ هذه الكلمات في موضعين، أولهما في «{ $document }».
    [few] قبلتَ هذه الكلمات في { $count } مواضع، أولها في «{ $document }».
    [many] قبلتَ هذه الكلمات في { $count } موضعًا، أولها في «{ $document }».
   *[other] قبلتَ هذه الكلمات في { $count } موضع، أولها في «{ $document }».
    }
why-learned-surname = قبلتَ اسمًا كاملًا ينتهي هكذا.
why-learned-surname-here = { $count ->
    [zero] قبلتَ اسمًا كاملًا ينتهي هكذا في «{ $document }».
    [one] قبلتَ اسمًا كاملًا ينتهي هكذا في «{ $document }».
    [two] قبلتَ أسماء كاملة تنتهي هكذا في موضعين، أولهما في «{ $document }».
    [few] قبلتَ أسماء كاملة تنتهي هكذا في { $count } مواضع، أولها في «{ $document }».
    [many] قبلتَ أسماء كاملة تنتهي هكذا في { $count } موضعًا، أولها في «{ $document }».
   *[other] قبلتَ أسماء كاملة تنتهي هكذا في { $count } موضع، أولها في «{ $document }».
    }

## What a format does not carry, in the list of toast-export-lost

export-lost-split-marks = وحدة العلامات المجزّأة (تُكتب مقاطع بمعرّف واحد: { $count })
export-lost-empty-marks = العلامات التي بلا نص (محفوظة حيث لا تنظر الأدوات الأخرى: { $count })
export-lost-document-marks = العلامات على وثيقة كاملة (محفوظة حيث لا تنظر الأدوات الأخرى: { $count })
export-lost-edges-inside-words = تمام الكلمات التي تنتهي علامة في داخلها (قُسمت وحدتين: { $count })
export-lost-white-space-edges = علامات تبدأ بفراغ أو تنتهي به، عند تدريب spaCy ({ $count })
export-lost-long-cells = اقتباسات أطول من خانة الجدول ({ $count })
export-lost-documents-without-marks = الوثائق التي بلا علامات ({ $count })
export-lost-texts = النصوص خارج الاقتباسات ({ $count })
export-lost-relations = العلاقات ({ $count })
export-lost-entities = الكيانات والروابط إليها ({ $count })
export-lost-attributes = الصفات ({ $count })
export-lost-grades = درجات الثقة والتقييم ({ $count })
export-lost-origins = مصادر العلامات ({ $count })
export-lost-document-details = حالة الوثائق واتجاهها ونسخها ({ $count })
export-lost-notes = الملاحظات خارج العلامات ({ $count })
export-lost-decisions = الاقتراحات المرفوضة ({ $count })
export-lost-tag-tree = ألوان الوسوم ومفاتيحها وترتيبها ({ $count })

## Errors

error-marked-already = لهذه الكلمات هذا الوسم من قبل.
error-name-taken = يوجد مشروع بهذا الاسم؛ اختر ذلك الملف لاستبداله، أو اسمًا آخر: { $path }
error-no-document = افتح مستندًا أولًا.
error-no-marks = لا علامة من هذا النوع في هذا المستند.
error-no-names = كل الأسماء التي عُثر عليها موسومة.
error-no-notes = لا ملاحظة بعد على علامة أو مستند.
error-no-open-documents = كل المستندات الأخرى مكتملة.
error-no-mentions = لا علامة تذكر هذا الكيان بعد.
error-suggestions-off = الاقتراحات مُطفأة، فلا يُبحث عن أسماء.
error-no-such-command = لا أمر بهذا الاسم.
error-no-such-keys = هذه ليست مفاتيح؛ اكتبها هكذا: Ctrl+Shift+K.
error-span-overlaps = هذه الكلمات من العلامة نفسها، أو من مستند آخر.
error-encoding-changed = الملف على القرص لم يعد هو الذي فُتح: { $path }
error-empty-folder = لا ملفات نصية في هذا المجلد: { $path }

## What the guideline does not allow

refused-overlaps = لم يُنفَّذ: «{ $words }» موسومة بـ«{ $other }»، ولا يجوز أن تتداخل علامات «{ $rule }». اختر كلمات أخرى، أو أزل تلك العلامة أولًا.
refused-crosses = لم يُنفَّذ: ستتقاطع العلامة مع «{ $words }» الموسومة بـ«{ $other }»؛ علامات «{ $rule }» إمّا متداخلة تداخلًا تامًّا وإمّا متباعدة. وسّع التحديد أو ضيّقه.
refused-retired = لم يُنفَّذ: الوسم «{ $tag }» مُهمَل. اختر وسمًا آخر، أو أعِده إلى الاستعمال في دليل الوسوم.
refused-answer = لم يُنفَّذ: «{ $attribute }» في «{ $tag }»: { $reason }
refused-no-mark = لم يُنفَّذ: إحدى علامتي العلاقة «{ $tag }» لم تعد موجودة.
refused-one-mark = لم يُنفَّذ: العلاقة «{ $tag }» تصل بين علامتين، وطرفاها هنا علامة واحدة.
refused-wrong-end = لم يُنفَّذ: العلاقة «{ $tag }» لا تصل علامات «{ $other }»، و«{ $words }» منها.
refused-not-for-marks = لم يُنفَّذ: «{ $tag }» وسم للعلاقات بين علامتين، لا للعلامات.
refused-not-for-relations = لم يُنفَّذ: «{ $tag }» وسم للعلامات، لا للعلاقات.
unfit-wrong-kind = هذه القيمة ليست من النوع المطلوب.
unfit-not-offered = «{ $value }» ليست من الخيارات.
unfit-twice = اختيرت «{ $value }» مرتين.
unfit-too-small = أصغر عدد مسموح به { $least }.
unfit-too-large = أكبر عدد مسموح به { $most }.
unfit-no-date = «{ $value }» ليست تاريخًا؛ اكتب يومًا أو شهرًا أو سنة، مثل 2019-10-12.
unfit-missing = الجواب مطلوب.

## Keyboard shortcuts

shortcuts-title = اختصارات لوحة المفاتيح
shortcuts-tags = الوسوم
shortcuts-mouse = الفأرة
shortcuts-caret = التنقل والتحديد
shortcuts-double-click = نقر مزدوج
shortcuts-triple-click = نقر ثلاثي
shortcuts-shift-click = النقر مع Shift
shortcuts-ctrl-wheel = العجلة مع Ctrl
shortcuts-drag = سحب
shortcuts-select-word = تحديد كلمة
shortcuts-select-sentence = تحديد جملة
shortcuts-extend-selection = توسيع التحديد
shortcuts-select-text = تحديد نص
shortcuts-zoom = تكبير وتصغير
shortcuts-move-letter = التنقل حرفًا حرفًا
shortcuts-move-word = التنقل كلمة كلمة
shortcuts-move-line = التنقل سطرًا سطرًا
shortcuts-move-line-ends = بداية السطر أو نهايته
shortcuts-move-document-ends = بداية المستند أو نهايته
keys-refused-command = { $keys } للأمر «{ $command }».
keys-refused-tag = { $keys } يضع الوسم «{ $tag }».
keys-refused-number = الأرقام من 1 إلى 9 للوسوم التسعة الأولى.
keys-refused-needed = { $keys } لازم في الصفحات والقوائم وحقول النص.
keys-refused-letter = { $keys } وحده مفتاح للوسوم؛ أضف إليه Ctrl أو Alt.
shortcuts-hint = ابحث عن أمر باسمه أو بمفاتيحه
shortcuts-changed = مُغيَّر
shortcuts-add = إضافة مفاتيح
shortcuts-remove = إزالة { $keys }
shortcuts-default = إلى الأصل
shortcuts-press = اضغط المفاتيح الجديدة. Esc يُبقي كل شيء كما هو.
shortcuts-take = نقلها إلى هنا
shortcuts-default-all-sure = نسيان كل التغييرات
shortcuts-keep = إبقاؤها
shortcuts-tag-keys = مفتاح الوسم يُحدَّد في دليل الوسوم؛ وللوسوم التسعة الأولى الأرقام من 1 إلى 9 أيضًا.
shortcuts-fixed = هذه المفاتيح تحتاجها الصفحات والقوائم، فلا تتغير.
shortcuts-page-menu = قائمة الصفحة
shortcuts-marks-walk = من علامة إلى علامة: التالية في هذا الاتجاه
shortcuts-marks-actions = من علامة إلى علامة: ما يمكن فعله
shortcuts-marks-leave = من علامة إلى علامة: العودة إلى الحروف
shortcuts-parts-things = العنصر التالي في النافذة
shortcuts-tags-numbers = الوسم بأحد الوسوم التسعة الأولى
key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-enter = Enter
key-backspace = Backspace
key-delete = Delete
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down

## About and licences

about-title = حول «حاشية»
about-version = الإصدار { $version }
about-body = برنامج لقراءة المستندات العربية والمستندات المختلطة الاتجاه قراءة متأنية ووسمها. يعمل بلا اتصال بالشبكة، وتبقى مستنداتك على هذا الحاسوب.
about-name = الحاشية ما يكتبه القارئ في هامش المخطوط.
about-licence = رخصة MIT أو Apache 2.0 بحسب اختيارك
licences-title = التراخيص
licences-fonts = الخطوط
licences-data = الأسماء والأماكن والكلمات

## Names for screen readers

label-find-query = النص المطلوب
label-path = المسار

## What went wrong with files

store-missing = لا يوجد ملف هنا؛ ربما نُقل أو أُعيدت تسميته أو حُذف: { $path }
store-is-folder = هذا مجلد وليس ملفًا؛ اختر ملفًا منه: { $path }
store-not-a-file = هذا ليس ملفًا عاديًا، فلا يمكن فتحه: { $path }
store-may-not-read = لا تملك إذنًا بقراءة هذا الملف؛ اسأل صاحبه أو انسخه: { $path }
store-may-not-write = لا تملك إذنًا بالكتابة هنا؛ لم يتغير شيء، احفظ في مجلد آخر: { $path }
store-disk-full = القرص ممتلئ؛ الملف كما كان، أفرغ بعض المساحة واحفظ ثانية: { $path }
store-too-large = الملف كبير جدًا ({ $megabytes } ميغابايت؛ أقصى ما يُفتح { $limit } ميغابايت): { $path }
store-read = تعذرت قراءة الملف ({ $reason }): { $path }
store-write = تعذرت كتابة الملف ({ $reason })؛ وهو كما كان، احفظ في مكان آخر: { $path }
store-binary = هذا ليس نصًا، فلا يمكن قراءته مستندًا: { $path }
store-unknown-encoding = لا يوجد ترميز نصوص اسمه { $name }؛ استعمل اسمًا مثل UTF-8 أو windows-1256.
store-not-project = هذا الملف ليس مشروع حاشية؛ افتحه مستندًا أو استورده: { $path }
store-truncated = ملف المشروع ينتهي في وسطه (بعد السطر { $line })، كما بعد نسخ ناقص؛ لم يتغير شيء، استعمل نسخة أخرى منه: { $path }
store-broken = ملف المشروع تالف عند السطر { $line }، العمود { $column } ({ $reason })؛ لم يتغير شيء، أصلح ذلك السطر أو استعمل نسخة أخرى: { $path }
store-newer = كُتب هذا المشروع بإصدار أحدث من حاشية (إصدار الملف { $version }؛ وهذا البرنامج يعرف حتى { $known })؛ لم يتغير شيء، حدّث البرنامج لفتحه: { $path }
store-changed = غيّر برنامج آخر هذا الملف منذ فتحه؛ لم يُستبدل، احفظ باسم آخر أو أعد فتحه: { $path }
store-read-only = المشروع هنا للقراءة فقط؛ احفظ باسم آخر لتغييره.
store-open-elsewhere = هذا المشروع مفتوح في نافذة أخرى؛ أغلقه هناك أو اختر اسمًا آخر: { $path }
store-journal = لم تصل التغييرات الأخيرة إلى القرص بعد ({ $reason })؛ أبق النافذة مفتوحة واحفظ المشروع في مكان آخر: { $path }
store-no-home = لا يبيّن النظام أين مجلدك؛ عيّن HOME وابدأ من جديد.
export-no-folder = لا يوجد مجلد كهذا للتصدير إليه؛ أنشئه أولًا أو اختر غيره: { $path }
export-may-not-write = لا تملك إذنًا بالكتابة هنا؛ لم يتغير شيء، صدّر إلى مجلد آخر: { $path }
export-disk-full = القرص ممتلئ؛ لم يتغير شيء، أفرغ بعض المساحة وصدّر ثانية: { $path }
export-write = تعذرت كتابة الملف المصدَّر ({ $reason })؛ لم يتغير شيء، جرّب مكانًا آخر: { $path }
export-read-back = كُتب الملف المصدَّر ولكن تعذرت قراءته ثانية للتحقق منه ({ $reason }): { $path }
export-is-folder = هذا مجلد وليس ملفًا؛ أعط اسم ملف للتصدير إليه: { $path }
export-over-project = هذا مشروع حاشية، ولا يجوز أن يحلّ التصدير محله؛ اختر اسمًا آخر: { $path }
toast-read-only-newer = للقراءة فقط: كُتب المشروع بإصدار أحدث
toast-read-only-protected = للقراءة فقط: لا يمكن الكتابة في المشروع أو مجلده
toast-not-locked = هذا القرص لا يقفل الملفات، فقد تغيّر نافذة أخرى المشروع نفسه.
toast-recovered =
    { $count ->
        [zero] لم يُستعد أي تغيير
        [one] استُعيد تغيير واحد لم يكن محفوظًا
        [two] استُعيد تغييران لم يكونا محفوظين
        [few] استُعيدت { $count } تغييرات لم تكن محفوظة
        [many] استُعيد { $count } تغييرًا لم يكن محفوظًا
       *[other] استُعيد { $count } تغيير لم يكن محفوظًا
    }

## Suggestions and the panel below the pages

command-view-suggestions = المقترحات
command-view-claims = الادعاءات
lower-suggestions = المقترحات
lower-claims = الادعاءات
tags-more = { $count } أخرى
lower-close = إغلاق اللوحة
review-reading = تجري القراءة: { $done } من { $total } من المستندات
review-stopped = توقفت القراءة بعد { $done } من { $total } من المستندات
review-stop = إيقاف القراءة
review-go-on = متابعة القراءة
review-scope = أي المستندات
review-this-document = هذا المستند
review-all-documents = الكل
review-shape = طريقة سرد المقترحات
review-one-by-one = واحدًا واحدًا
review-by-name = حسب الاسم
review-all-types = كل الأنواع
review-all-sources = المؤكد والمشكوك فيه
review-sure-only = المؤكد فقط
review-at-least = { $percent }% فأكثر
review-percent = { $percent }%
review-times = { $count }×
review-documents =
    { $count ->
        [zero] لا مستندات
        [one] مستند واحد
        [two] مستندان
        [few] { $count } مستندات
        [many] { $count } مستندًا
       *[other] { $count } مستند
    }
review-next = التالي
review-accept = قبول
review-reject = رفض
review-retype = تغيير النوع
review-accept-surface = كل المماثل
review-accept-above = كل المؤكد
review-hidden = المقترحات مخفية (قائمة العرض).
review-not-yet = ما زالت المستندات تُقرأ.
review-none-fits = لا مقترح يوافق هذه الشروط.
review-none-left = لم يبق شيء للمراجعة.
review-none-left-here = لم يبق شيء للمراجعة في هذا المستند.
suggestion-sure = مؤكد · { $percent }%
suggestion-doubtful = مشكوك فيه · { $percent }%
suggestion-source = المصدر
suggestion-sureness = الثقة
suggestion-source-learned = من قراراتك
suggestion-source-list = قائمة أسماء
suggestion-source-pattern = نمط
suggestion-source-place = معجم الأماكن
suggestion-source-nisba = صفة نسبة
suggestion-source-propagated = ورد كاملًا في موضع آخر
suggestion-source-cue = كلمة سابقة له
suggestion-source-title = بعد لقب
suggestion-source-names = تتابع أسماء
suggestion-source-speech = بعد فعل قول
count-suggested =
    { $count ->
        [zero] لا مقترحات
        [one] مقترح واحد
        [two] مقترحان
        [few] { $count } مقترحات
        [many] { $count } مقترحًا
       *[other] { $count } مقترح
    }
suggestion-borders = الحدود

preview-accept-title =
    { $count ->
        [zero] لا موضع للتعليم
        [one] تعليم موضع واحد؟
        [two] تعليم موضعين؟
        [few] تعليم { $count } مواضع؟
        [many] تعليم { $count } موضعًا؟
       *[other] تعليم { $count } موضع؟
    }
preview-reject-title =
    { $count ->
        [zero] لا مقترح للرفض
        [one] رفض مقترح واحد؟
        [two] رفض مقترحين؟
        [few] رفض { $count } مقترحات؟
        [many] رفض { $count } مقترحًا؟
       *[other] رفض { $count } مقترح؟
    }
preview-accept =
    { $count ->
        [zero] لا شيء للتعليم
        [one] تعليم موضع واحد
        [two] تعليم موضعين
        [few] تعليم { $count } مواضع
        [many] تعليم { $count } موضعًا
       *[other] تعليم { $count } موضع
    }
preview-reject =
    { $count ->
        [zero] لا شيء للرفض
        [one] رفض واحد
        [two] رفض اثنين
        [few] رفض { $count } مقترحات
        [many] رفض { $count } مقترحًا
       *[other] رفض { $count } مقترح
    }
preview-hint = أزل العلامة عمّا لا تريده. تراجع واحد يعيد كل شيء.
preview-places = مواضعه

command-words-add = إضافة إلى قائمة الكلمات…
command-words-list = قائمة كلماتك…
command-words-reload = قراءة قائمة كلماتك من جديد
words-title = قائمة كلماتك
words-body = تُقترح كلمات هذه القائمة في كل المستندات بكل صور كتابتها. القائمة جدول نصي بسيط يمكن تحريره وتبادله أيضًا.
words-name = الكلمات
words-variants = صور أخرى
words-english = بالإنجليزية
words-type = النوع
words-add = إضافة
words-remove = إخراج من القائمة
words-reload = قراءة الملف من جديد
words-count =
    { $count ->
        [0] القائمة فارغة
        [one] في القائمة كلمة واحدة
        [two] في القائمة كلمتان
        [few] في القائمة { $count } كلمات
        [many] في القائمة { $count } كلمة
       *[other] في القائمة { $count } كلمة
    }
button-done = تم
toast-words-read =
    { $count ->
        [0] قائمة كلماتك فارغة
        [one] في قائمة كلماتك كلمة واحدة
        [two] في قائمة كلماتك كلمتان
        [few] في قائمة كلماتك { $count } كلمات
        [many] في قائمة كلماتك { $count } كلمة
       *[other] في قائمة كلماتك { $count } كلمة
    }

claims-filter = تصفية الادعاءات
claims-number = العدد
claims-written = كما كُتب
claims-counted = المعدود
claims-speaker = القائل
claims-sentence = الجملة
claims-document = المستند
claims-none = لم يُعثر على أعداد في هذه المستندات.
claims-none-fits = لا ادعاء فيه هذه الكلمات.

why-own = في قائمة كلماتك: { $detail }

card-place = عدد السكان { $count } · { $country }
card-hijri = { $date } (±يوم)
card-date-open = يتوقف على يوم كتابة النص
card-date-relative = محسوب من تاريخ المستند
card-date-conflict = التقويمان المذكوران غير متوافقين

## Why a suggestion was made

why-address = عنوان من صورته.
why-date = تاريخ من صورته.
why-number = عدد من صورته.
why-head = يبدأ بالكلمة «{ $detail }».
why-title = يبدأ بلفظ اللقب «{ $detail }».
why-short-form = المختصر بين قوسين بعد الاسم مباشرة.
why-nisba = صفة نسبة: { $detail }
why-place = في معجم الأماكن.
why-people = في قائمة الأشخاص المعروفين: { $detail }
why-list = في قائمة كلمات: { $detail }
why-list-actors = في قائمة الفاعلين المسلحين والسياسيين: { $detail }
why-list-events = في قائمة الأحداث: { $detail }
why-list-facilities = في قائمة المنشآت: { $detail }
why-list-media = في قائمة وسائل الإعلام: { $detail }
why-list-organisations = في قائمة المنظمات: { $detail }
why-list-people = في قائمة أشخاص الأخبار: { $detail }
why-list-places = في قائمة الأماكن: { $detail }
why-list-weapons = في قائمة الأسلحة: { $detail }
why-name-after-title = جاء بعد اللقب «{ $detail }».
why-name-after-cue = جاء بعد «{ $detail }».
why-name-sequence = كلمات متتالية كلها أسماء.
why-name-announced = كلمات غير معروفة بعد فعل قول أو بجانب لقب.
why-propagated = ورد كاملا في موضع آخر من هذه الوثيقة: { $detail }
suggestion-source-small-place = معجم الأماكن، مكان صغير
## Why something is suggested

list-actors = الجهات الفاعلة
list-events = الأحداث
list-facilities = المنشآت
list-media = وسائل الإعلام
list-organisations = المنظمات
list-people = الأشخاص
list-places = الأماكن
said-by = كلام { $speaker }
said-by-nobody = كلام مقتبس

entity-pick-title = هو نفسه أيّ كيان؟
entity-pick-hint = اكتب اسمًا
entity-pick-none = لا كيان بهذا الاسم بعد؛ الأسماء المقبولة تصبح كيانات.

## الأحرف الخفية

command-view-hidden = الأحرف الخفية
command-view-hidden-list = قائمة الأحرف الخفية
command-hidden-next = الموضع المنبَّه عليه التالي
command-hidden-previous = الموضع المنبَّه عليه السابق
lower-hidden = الخفي
hidden-none = لا شيء خفي في هذا المستند.
hidden-none-flagged = لا تنبيه على شيء في هذا المستند.
hidden-count = × { $count }

hidden-lrm = علامة من اليسار إلى اليمين
hidden-rlm = علامة من اليمين إلى اليسار
hidden-alm = علامة حرف عربي
hidden-lre = تضمين من اليسار إلى اليمين
hidden-rle = تضمين من اليمين إلى اليسار
hidden-pdf = نهاية تضمين أو قسر
hidden-lro = قسر من اليسار إلى اليمين
hidden-rlo = قسر من اليمين إلى اليسار
hidden-lri = عزل من اليسار إلى اليمين
hidden-rli = عزل من اليمين إلى اليسار
hidden-fsi = عزل باتجاه حرفه الأول
hidden-pdi = نهاية عزل
hidden-direction = محرف تحكم بالاتجاه
hidden-nbsp = مسافة غير فاصلة
hidden-nnbsp = مسافة ضيقة غير فاصلة
hidden-wj = واصل كلمات: لا ينتهي السطر هنا
hidden-space = مسافة بعرض غير معتاد
hidden-zwsp = مسافة بلا عرض
hidden-zwnj = فاصل حروف بلا عرض
hidden-zwj = واصل حروف بلا عرض
hidden-bom = علامة ترتيب البايتات (مسافة غير فاصلة بلا عرض)
hidden-shy = واصلة مشروطة
hidden-cgj = رابط محارف مركبة
hidden-zero-width = محرف بلا عرض
hidden-selector = محدد شكل
hidden-tag = محرف وسم
hidden-filler = حرف فارغ
hidden-tatweel = تطويل (كشيدة)
hidden-tab = جدولة
hidden-lf = نهاية سطر (LF)
hidden-crlf = نهاية سطر (CR LF)
hidden-cr = نهاية سطر (CR)
hidden-nel = نهاية سطر (NEL)
hidden-ls = فاصل أسطر
hidden-ps = فاصل فقرات
hidden-line-end = نهاية سطر
hidden-control = محرف تحكم
hidden-presentation-form = شكل حرف من ترميز قديم
hidden-mark-order = حركات على غير الترتيب المعياري
hidden-tanwin = تنوين بعد الألف
hidden-doubled-mark = الحركة نفسها مرتين
hidden-lone-mark = حركة بلا حرف
hidden-private-use = محرف للاستخدام الخاص
hidden-unassigned = رمز غير مخصص في يونيكود

flag-override = حروف تُعرض قسرًا بترتيب غير ترتيب كتابتها
flag-unclosed = محرف اتجاه لم يُغلق في فقرته
flag-stray = نهاية محرف اتجاه لم يبدأ
flag-reordered = محرف اتجاه يغير الترتيب
flag-mixed-letters = حروف متشابهة من أبجديات مختلفة في كلمة واحدة
flag-look-alike-word = كلمة من أبجدية أخرى تبدو لاتينية
flag-mixed-spelling = شكلان عربي وفارسي لحرف واحد في كلمة
flag-styled-letters = حروف رياضية أو عريضة تؤلف كلمة
flag-mixed-digits = أرقام من مجموعات مختلفة في عدد واحد
flag-inside-word = محرف خفي داخل كلمة
flag-hidden-text = محارف خفية قد تحمل نصًّا
flag-many-marks = علامات على الحرف أكثر مما في أي كتابة

flagged-what = { $what }: { $characters }
flagged-name = اسم الملف أو المستند ليس كما يبدو.
flagged-as-typed = كما كُتب:
flagged-do-danger = المعروض غير المكتوب: اقرأه كما كُتب قبل الاعتماد عليه.
flagged-do-notice = البحث والنسخ يبقيانه؛ تحقق من أنه مقصود.
flagged-show = { $keys } لإظهار الأحرف الخفية.
flagged-more =
    { $count ->
        [zero] ولا مزيد
        [one] وواحد آخر
        [two] واثنان آخران
        [few] و{ $count } أخرى
        [many] و{ $count } أخرى
       *[other] و{ $count } أخرى
    }
flagged-document-danger =
    { $count ->
        [zero] لا تنبيه.
        [one] تنبيه على موضع واحد: قد يكون المعروض غير المكتوب.
        [two] تنبيه على موضعين: قد يكون المعروض غير المكتوب.
        [few] تنبيه على { $count } مواضع: قد يكون المعروض غير المكتوب.
        [many] تنبيه على { $count } موضعًا: قد يكون المعروض غير المكتوب.
       *[other] تنبيه على { $count } موضع: قد يكون المعروض غير المكتوب.
    }
flagged-document-notice =
    { $count ->
        [zero] لا شيء خفي.
        [one] في موضع واحد شيء لا يُرى.
        [two] في موضعين شيء لا يُرى.
        [few] في { $count } مواضع شيء لا يُرى.
        [many] في { $count } موضعًا شيء لا يُرى.
       *[other] في { $count } موضع شيء لا يُرى.
    }
# For screen readers: what nothing on the screen says in words
access-furniture = ليس من نص المقال
access-mark = علامة
access-mark-name = { $words }، { $tag }
access-mark-entity-name = { $words }، { $tag }، { $entity }
access-suggestion = اقتراح
access-suggestion-name = اقتراح: { $words }، { $tag }
preview-words = الكلمات
review-progress = الوثائق المقروءة
lower-title = القوائم
part-top = القوائم والبحث
part-status = الحالة
part-tags = الوسوم
command-go-part-next = الجزء التالي من النافذة
command-go-part-previous = الجزء السابق من النافذة
part-border = الحد بين الصفحات

menu-tag-all = وسم الكل: القائمة المفتوحة
command-annotation-tag-all = وسم كل المواضع…
command-annotation-retype-all = تغيير وسم كل المواضع…
command-annotation-untag-all = إزالة الوسم من كل المواضع…
command-annotation-tag-found = وسم ما عُثر عليه…
command-tag-all-apply = تنفيذ ما أُشّر عليه
command-tag-all-all = تأشير الكل
command-tag-all-none = إلغاء تأشير الكل
command-tag-all-document = البحث في هذا المستند
command-tag-all-readers = البحث في المستندات المفتوحة
command-tag-all-project = البحث في المشروع كله
command-tag-all-exact = هذه الحروف بعينها
command-tag-all-clitics = وكذلك بعد و ف ب ل ك ال
command-tag-all-aliases = وكذلك أسماء الكيان الأخرى
command-tag-all-furniture = وكذلك الأسطر التي ليست من المقال
command-tag-all-stop = إيقاف البحث
command-tag-all-close = إغلاق القائمة
action-annotation-tag-all =
    { $count ->
        [zero] وسم «{ $words }» بـ«{ $tag }»
        [one] وسم «{ $words }» بـ«{ $tag }» في موضع واحد
        [two] وسم «{ $words }» بـ«{ $tag }» في موضعين
        [few] وسم «{ $words }» بـ«{ $tag }» في { $count } مواضع
        [many] وسم «{ $words }» بـ«{ $tag }» في { $count } موضعًا
       *[other] وسم «{ $words }» بـ«{ $tag }» في { $count } موضع
    }
action-annotation-retype-all =
    { $count ->
        [zero] تغيير وسم «{ $words }» إلى «{ $tag }»
        [one] تغيير وسم «{ $words }» إلى «{ $tag }» في موضع واحد
        [two] تغيير وسم «{ $words }» إلى «{ $tag }» في موضعين
        [few] تغيير وسم «{ $words }» إلى «{ $tag }» في { $count } مواضع
        [many] تغيير وسم «{ $words }» إلى «{ $tag }» في { $count } موضعًا
       *[other] تغيير وسم «{ $words }» إلى «{ $tag }» في { $count } موضع
    }
action-annotation-untag-all =
    { $count ->
        [zero] إزالة «{ $tag }» عن «{ $words }»
        [one] إزالة «{ $tag }» عن «{ $words }» في موضع واحد
        [two] إزالة «{ $tag }» عن «{ $words }» في موضعين
        [few] إزالة «{ $tag }» عن «{ $words }» في { $count } مواضع
        [many] إزالة «{ $tag }» عن «{ $words }» في { $count } موضعًا
       *[other] إزالة «{ $tag }» عن «{ $words }» في { $count } موضع
    }
toast-tag-all =
    { $count ->
        [zero] لم يوسم شيء
        [one] وُسم «{ $words }» بـ«{ $tag }» في موضع واحد
        [two] وُسم «{ $words }» بـ«{ $tag }» في موضعين
        [few] وُسم «{ $words }» بـ«{ $tag }» في { $count } مواضع
        [many] وُسم «{ $words }» بـ«{ $tag }» في { $count } موضعًا
       *[other] وُسم «{ $words }» بـ«{ $tag }» في { $count } موضع
    }
toast-retype-all =
    { $count ->
        [zero] لم يتغير شيء
        [one] صار وسم «{ $words }» «{ $tag }» في موضع واحد
        [two] صار وسم «{ $words }» «{ $tag }» في موضعين
        [few] صار وسم «{ $words }» «{ $tag }» في { $count } مواضع
        [many] صار وسم «{ $words }» «{ $tag }» في { $count } موضعًا
       *[other] صار وسم «{ $words }» «{ $tag }» في { $count } موضع
    }
toast-untag-all =
    { $count ->
        [zero] لم تُزل أي علامة
        [one] أُزيلت علامة واحدة عن «{ $words }»
        [two] أُزيلت علامتان عن «{ $words }»
        [few] أُزيلت { $count } علامات عن «{ $words }»
        [many] أُزيلت { $count } علامة عن «{ $words }»
       *[other] أُزيلت { $count } علامة عن «{ $words }»
    }
error-nothing-to-tag = لا كلمات هنا للبحث عنها. حدّد كلمات أو ضع المؤشر في كلمة.
error-too-long-to-tag = هذا أطول من أن يُبحث عنه في كل مكان. حدّد اسمًا أو عبارة قصيرة.
error-parts-to-tag = لهذه العلامة عدة أجزاء لا يمكن البحث عنها معًا. حدّد كلمات بدلًا منها.
error-nothing-ticked = لم يُؤشَّر على شيء. أشّر على المواضع المطلوبة بمفتاح المسافة.
error-no-tag-chosen = لم يُختر وسم. اضغط مفتاح الوسم أو اكتب جزءًا من اسمه.
tag-all-title-mark = وسم كل المواضع
tag-all-title-retype = تغيير وسم كل المواضع
tag-all-title-unmark = إزالة الوسم من كل المواضع
tag-all-words = الكلمات المطلوبة
tag-all-task = العمل
tag-all-mark = وسم
tag-all-retype = تغيير الوسم
tag-all-unmark = إزالة
tag-all-scope = أين
tag-all-scope-document = هذا المستند
tag-all-scope-open = المستندات المفتوحة
tag-all-scope-project = المشروع كله
tag-all-exact = مطابقة تامة
tag-all-exact-hint = هذه الحروف والحركات والأرقام بعينها
tag-all-clitics = و ف ب ل ك ال
tag-all-clitics-hint = وكذلك بعد السوابق، وتبقى السوابق خارج العلامة
tag-all-aliases =
    { $count ->
        [zero] لا أسماء أخرى
        [one] اسم آخر
        [two] اسمان آخران
        [few] { $count } أسماء أخرى
        [many] { $count } اسمًا آخر
       *[other] { $count } اسم آخر
    }
tag-all-aliases-hint = وكذلك الأسماء الأخرى لـ«{ $entity }»
tag-all-furniture = خارج المقال
tag-all-furniture-hint = وكذلك في الأسطر التي ليست من المقال، كالروابط والمصادر
tag-all-tag = الوسم
tag-all-tag-hint = اكتب اسم الوسم أو مفتاحه
tag-all-no-tag = لا وسم بهذا الاسم
tag-all-entity = ذكر لـ
tag-all-entity-none = بلا كيان
tag-all-entity-new = كيان جديد «{ $name }»
tag-all-list = المواضع
tag-all-count =
    { $total ->
        [zero] لا مواضع
        [one] أُشّر على { $count } من موضع واحد
        [two] أُشّر على { $count } من موضعين
        [few] أُشّر على { $count } من { $total } مواضع
        [many] أُشّر على { $count } من { $total } موضعًا
       *[other] أُشّر على { $count } من { $total } موضع
    }
tag-all-none-found = لا ترد هذه الكلمات هناك.
tag-all-none-marked = لا علامات على هذه الكلمات هناك.
tag-all-looking = جارٍ البحث: { $done } من { $total } من المستندات
tag-all-stopped = أُوقف بعد { $done } من { $total } من المستندات
tag-all-stop = إيقاف
tag-all-every = الكل
tag-all-nothing = لا شيء
tag-all-hint = ↑ ↓ الصفوف · المسافة للتأشير · ← → للطي · / الوسم
tag-all-go-mark =
    { $count ->
        [zero] لا شيء للوسم
        [one] وسم موضع واحد
        [two] وسم موضعين
        [few] وسم { $count } مواضع
        [many] وسم { $count } موضعًا
       *[other] وسم { $count } موضع
    }
tag-all-go-retype =
    { $count ->
        [zero] لا شيء للتغيير
        [one] تغيير علامة واحدة
        [two] تغيير علامتين
        [few] تغيير { $count } علامات
        [many] تغيير { $count } علامة
       *[other] تغيير { $count } علامة
    }
tag-all-go-unmark =
    { $count ->
        [zero] لا شيء للإزالة
        [one] إزالة علامة واحدة
        [two] إزالة علامتين
        [few] إزالة { $count } علامات
        [many] إزالة { $count } علامة
       *[other] إزالة { $count } علامة
    }
tag-all-ticked = { $count } من { $total }
tag-all-is-marked = موسوم من قبل
tag-all-is-suggested = مقترح
tag-all-is-other = موسوم بـ«{ $tag }»
tag-all-is-inside = داخل «{ $tag }»
tag-all-is-within = يتداخل مع الوسم نفسه
tag-all-is-crossing = يقطع حدود «{ $tag }»
tag-all-is-furniture = خارج المقال
tag-all-is-doubtful = قد تكون كلمة أخرى

## History

menu-history = خطوة من السجل
command-view-history = السجل
command-history-go = إظهار ما غيّرته
command-history-undo-step = التراجع عن هذه الخطوة وحدها
command-history-restore-before = العودة إلى ما قبل هذه الخطوة
command-history-restore-after = العودة إلى ما بعد هذه الخطوة
lower-history = السجل
history-filter = تصفية السجل
history-step = الخطوة
history-kind-marks = العلامات
history-kind-entities = الكيانات
history-kind-tags = الوسوم
history-kind-documents = المستندات
history-kind-notes = الملاحظات
history-kind-relations = العلاقات
history-kind-suggestions = المقترحات
history-with-undo = التراجع والإعادة خطوات أيضًا
history-today = اليوم
history-undone = متراجَع عنها
history-searching = جارٍ البحث في السجل…
history-none = لم يُفعل شيء بعد.
history-none-fits = لا خطوة توافق التصفية.
history-steps =
    { $count ->
        [zero] لا خطوات
        [one] خطوة واحدة
        [two] خطوتان
        [few] { $count } خطوات
        [many] { $count } خطوة
       *[other] { $count } خطوة
    }
history-forgotten =
    { $count ->
        [one] تغيير أقدم في المشروع وليس في سجله: لا يمكن التراجع عنه
        [two] تغييران أقدم في المشروع وليسا في سجله: لا يمكن التراجع عنهما
        [few] { $count } تغييرات أقدم في المشروع وليست في سجله: لا يمكن التراجع عنها
        [many] { $count } تغييرًا أقدم في المشروع وليست في سجله: لا يمكن التراجع عنها
       *[other] { $count } تغيير أقدم في المشروع وليست في سجله: لا يمكن التراجع عنها
    }
history-nothing-to-show = ما غيّرته هذه الخطوة لم يعد موجودًا ليُعرض.
history-nothing-differs = لا شيء يختلف عن تلك اللحظة، فلا شيء يُعاد.
history-undone-already = تم التراجع عن هذه الخطوة من قبل.
history-is-undo = هذه الخطوة تراجعٌ عن خطوة أخرى. تراجَع عن تلك أو أعدها.
history-no-longer-fits = لا يمكن التراجع عن هذه الخطوة وحدها: ما غيّرته تغيّر بعدها.
history-built-on = لا يمكن التراجع عن هذه الخطوة وحدها، لأن خطوة لاحقة مبنية عليها: { $steps }. تراجَع عن تلك أولًا.
history-built-on-more =
    { $count ->
        [one] لا يمكن التراجع عن هذه الخطوة وحدها، لأن خطوات لاحقة مبنية عليها: { $steps } وخطوة أخرى. تراجَع عنها أولًا.
        [two] لا يمكن التراجع عن هذه الخطوة وحدها، لأن خطوات لاحقة مبنية عليها: { $steps } وخطوتان أخريان. تراجَع عنها أولًا.
        [few] لا يمكن التراجع عن هذه الخطوة وحدها، لأن خطوات لاحقة مبنية عليها: { $steps } و{ $count } خطوات أخرى. تراجَع عنها أولًا.
        [many] لا يمكن التراجع عن هذه الخطوة وحدها، لأن خطوات لاحقة مبنية عليها: { $steps } و{ $count } خطوة أخرى. تراجَع عنها أولًا.
       *[other] لا يمكن التراجع عن هذه الخطوة وحدها، لأن خطوات لاحقة مبنية عليها: { $steps } و{ $count } خطوة أخرى. تراجَع عنها أولًا.
    }
toast-restored =
    { $count ->
        [one] تمت العودة، وتغيّر عنصر واحد. التراجع يعيد الحالة اللاحقة.
        [two] تمت العودة، وتغيّر عنصران. التراجع يعيد الحالة اللاحقة.
        [few] تمت العودة، وتغيّرت { $count } عناصر. التراجع يعيد الحالة اللاحقة.
        [many] تمت العودة، وتغيّر { $count } عنصرًا. التراجع يعيد الحالة اللاحقة.
       *[other] تمت العودة، وتغيّر { $count } عنصر. التراجع يعيد الحالة اللاحقة.
    }
toast-step-undone = تم التراجع عن خطوة وحدها: { $step }
toast-forgotten =
    { $count ->
        [one] ينقص السجلَّ التغييرُ الأول: هو في المشروع ولا يمكن التراجع عنه.
        [two] ينقص السجلَّ أول تغييرين: هما في المشروع ولا يمكن التراجع عنهما.
        [few] ينقص السجلَّ أول { $count } تغييرات: هي في المشروع ولا يمكن التراجع عنها.
        [many] ينقص السجلَّ أول { $count } تغييرًا: هي في المشروع ولا يمكن التراجع عنها.
       *[other] ينقص السجلَّ أول { $count } تغيير: هي في المشروع ولا يمكن التراجع عنها.
    }
action-history-restore = العودة إلى حالة سابقة
step-undid = تراجع عن: { $step }
step-redid = إعادة: { $step }
step-restored =
    { $count ->
        [one] العودة إلى حالة سابقة: عنصر واحد
        [two] العودة إلى حالة سابقة: عنصران
        [few] العودة إلى حالة سابقة: { $count } عناصر
        [many] العودة إلى حالة سابقة: { $count } عنصرًا
       *[other] العودة إلى حالة سابقة: { $count } عنصر
    }
step-action = خطوة: { $action }
step-unknown =
    { $count ->
        [one] تغيير في عنصر واحد
        [two] تغيير في عنصرين
        [few] تغيير في { $count } عناصر
        [many] تغيير في { $count } عنصرًا
       *[other] تغيير في { $count } عنصر
    }
step-marked =
    { $count ->
        [one] وسم «{ $words }» بـ«{ $tag }»
        [two] وسم «{ $words }» بـ«{ $tag }» في موضعين
        [few] وسم «{ $words }» بـ«{ $tag }» في { $count } مواضع
        [many] وسم «{ $words }» بـ«{ $tag }» في { $count } موضعًا
       *[other] وسم «{ $words }» بـ«{ $tag }» في { $count } موضع
    }
step-marked-several =
    { $count ->
        [two] وسم موضعين بـ«{ $tag }»: { $words }
        [few] وسم { $count } مواضع بـ«{ $tag }»: { $words }
        [many] وسم { $count } موضعًا بـ«{ $tag }»: { $words }
        [one] وسم { $count } موضع بـ«{ $tag }»: { $words }
       *[other] وسم { $count } موضع بـ«{ $tag }»: { $words }
    }
step-marked-mixed =
    { $count ->
        [two] وسم موضعين بوسوم مختلفة: { $words }
        [few] وسم { $count } مواضع بوسوم مختلفة: { $words }
        [many] وسم { $count } موضعًا بوسوم مختلفة: { $words }
        [one] وسم { $count } موضع بوسوم مختلفة: { $words }
       *[other] وسم { $count } موضع بوسوم مختلفة: { $words }
    }
step-accepted =
    { $count ->
        [one] قبول «{ $words }» بوصفه «{ $tag }»
        [two] قبول «{ $words }» بوصفه «{ $tag }» في موضعين
        [few] قبول «{ $words }» بوصفه «{ $tag }» في { $count } مواضع
        [many] قبول «{ $words }» بوصفه «{ $tag }» في { $count } موضعًا
       *[other] قبول «{ $words }» بوصفه «{ $tag }» في { $count } موضع
    }
step-accepted-several =
    { $count ->
        [two] قبول اقتراحين بوصفهما «{ $tag }»: { $words }
        [few] قبول { $count } اقتراحات بوصفها «{ $tag }»: { $words }
        [many] قبول { $count } اقتراحًا بوصفها «{ $tag }»: { $words }
        [one] قبول { $count } اقتراح بوصفها «{ $tag }»: { $words }
       *[other] قبول { $count } اقتراح بوصفها «{ $tag }»: { $words }
    }
step-imported-marks =
    { $count ->
        [one] استيراد علامة واحدة
        [two] استيراد علامتين
        [few] استيراد { $count } علامات
        [many] استيراد { $count } علامة
       *[other] استيراد { $count } علامة
    }
step-unmarked =
    { $count ->
        [one] إزالة علامة «{ $tag }» عن «{ $words }»
        [two] إزالة علامة «{ $tag }» عن «{ $words }» في موضعين
        [few] إزالة علامة «{ $tag }» عن «{ $words }» في { $count } مواضع
        [many] إزالة علامة «{ $tag }» عن «{ $words }» في { $count } موضعًا
       *[other] إزالة علامة «{ $tag }» عن «{ $words }» في { $count } موضع
    }
step-unmarked-several =
    { $count ->
        [two] إزالة علامتين: { $words }
        [few] إزالة { $count } علامات: { $words }
        [many] إزالة { $count } علامة: { $words }
        [one] إزالة { $count } علامة: { $words }
       *[other] إزالة { $count } علامة: { $words }
    }
step-retagged =
    { $count ->
        [one] تغيير «{ $words }» من «{ $from }» إلى «{ $to }»
        [two] تغيير «{ $words }» من «{ $from }» إلى «{ $to }» في موضعين
        [few] تغيير «{ $words }» من «{ $from }» إلى «{ $to }» في { $count } مواضع
        [many] تغيير «{ $words }» من «{ $from }» إلى «{ $to }» في { $count } موضعًا
       *[other] تغيير «{ $words }» من «{ $from }» إلى «{ $to }» في { $count } موضع
    }
step-retagged-several =
    { $count ->
        [one] تغيير علامة إلى «{ $to }»: { $words }
        [two] تغيير علامتين إلى «{ $to }»: { $words }
        [few] تغيير { $count } علامات إلى «{ $to }»: { $words }
        [many] تغيير { $count } علامة إلى «{ $to }»: { $words }
       *[other] تغيير { $count } علامة إلى «{ $to }»: { $words }
    }
step-moved-borders = تحريك حدود «{ $before }»: صارت «{ $words }»
step-note-mark = ملاحظة على «{ $words }»: { $note }
step-note-mark-removed = إزالة الملاحظة عن «{ $words }»
step-linked =
    { $count ->
        [one] ربط «{ $words }» بالكيان «{ $name }»
        [two] ربط إشارتين بالكيان «{ $name }»: { $words }
        [few] ربط { $count } إشارات بالكيان «{ $name }»: { $words }
        [many] ربط { $count } إشارة بالكيان «{ $name }»: { $words }
       *[other] ربط { $count } إشارة بالكيان «{ $name }»: { $words }
    }
step-unlinked =
    { $count ->
        [one] فك «{ $words }» عن كيانه
        [two] فك إشارتين عن كيانهما: { $words }
        [few] فك { $count } إشارات عن كيانها: { $words }
        [many] فك { $count } إشارة عن كيانها: { $words }
       *[other] فك { $count } إشارة عن كيانها: { $words }
    }
step-answered =
    { $count ->
        [one] تغيير سمات «{ $words }»
        [two] تغيير سمات علامتين: { $words }
        [few] تغيير سمات { $count } علامات: { $words }
        [many] تغيير سمات { $count } علامة: { $words }
       *[other] تغيير سمات { $count } علامة: { $words }
    }
step-graded =
    { $count ->
        [one] تقدير «{ $words }»: { $grade }
        [two] تقدير علامتين { $grade }: { $words }
        [few] تقدير { $count } علامات { $grade }: { $words }
        [many] تقدير { $count } علامة { $grade }: { $words }
       *[other] تقدير { $count } علامة { $grade }: { $words }
    }
step-confidence =
    { $count ->
        [one] درجة الثقة في «{ $words }»: { $percent }
        [two] درجة الثقة في علامتين: { $percent }: { $words }
        [few] درجة الثقة في { $count } علامات: { $percent }: { $words }
        [many] درجة الثقة في { $count } علامة: { $percent }: { $words }
       *[other] درجة الثقة في { $count } علامة: { $percent }: { $words }
    }
step-changed-marks =
    { $count ->
        [one] تغيير العلامة «{ $words }»
        [two] تغيير علامتين: { $words }
        [few] تغيير { $count } علامات: { $words }
        [many] تغيير { $count } علامة: { $words }
       *[other] تغيير { $count } علامة: { $words }
    }
step-entities-merged =
    { $count ->
        [one] دمج الكيان «{ $name }» في «{ $into }»
        [two] دمج كيانين في «{ $into }»: { $name }…
        [few] دمج { $count } كيانات في «{ $into }»: { $name }…
        [many] دمج { $count } كيانًا في «{ $into }»: { $name }…
       *[other] دمج { $count } كيان في «{ $into }»: { $name }…
    }
step-entity-new-linked =
    { $count ->
        [one] كيان جديد «{ $name }» لـ«{ $words }»
        [two] كيان جديد «{ $name }» لإشارتين: «{ $words }»
        [few] كيان جديد «{ $name }» لـ{ $count } إشارات: «{ $words }»
        [many] كيان جديد «{ $name }» لـ{ $count } إشارة: «{ $words }»
       *[other] كيان جديد «{ $name }» لـ{ $count } إشارة: «{ $words }»
    }
step-entity-new =
    { $count ->
        [one] كيان جديد «{ $name }»
        [two] كيانان جديدان: { $name }…
        [few] { $count } كيانات جديدة: { $name }…
        [many] { $count } كيانًا جديدًا: { $name }…
       *[other] { $count } كيان جديد: { $name }…
    }
step-entity-removed =
    { $count ->
        [one] إزالة الكيان «{ $name }»
        [two] إزالة كيانين: { $name }…
        [few] إزالة { $count } كيانات: { $name }…
        [many] إزالة { $count } كيانًا: { $name }…
       *[other] إزالة { $count } كيان: { $name }…
    }
step-entity-renamed = إعادة تسمية الكيان «{ $from }» باسم «{ $to }»
step-entity-changed =
    { $count ->
        [one] تغيير الكيان «{ $name }»
        [two] تغيير كيانين: { $name }…
        [few] تغيير { $count } كيانات: { $name }…
        [many] تغيير { $count } كيانًا: { $name }…
       *[other] تغيير { $count } كيان: { $name }…
    }
step-tag-new =
    { $count ->
        [one] وسم جديد «{ $name }»
        [two] وسمان جديدان: { $name }…
        [few] { $count } وسوم جديدة: { $name }…
        [many] { $count } وسمًا جديدًا: { $name }…
       *[other] { $count } وسم جديد: { $name }…
    }
step-tag-removed =
    { $count ->
        [one] حذف الوسم «{ $name }»
        [two] حذف وسمين: { $name }…
        [few] حذف { $count } وسوم: { $name }…
        [many] حذف { $count } وسمًا: { $name }…
       *[other] حذف { $count } وسم: { $name }…
    }
step-tag-renamed = إعادة تسمية الوسم «{ $from }» باسم «{ $to }»
step-tag-retired =
    { $count ->
        [one] إحالة الوسم «{ $name }» إلى التقاعد
        [two] إحالة وسمين إلى التقاعد: { $name }…
        [few] إحالة { $count } وسوم إلى التقاعد: { $name }…
        [many] إحالة { $count } وسمًا إلى التقاعد: { $name }…
       *[other] إحالة { $count } وسم إلى التقاعد: { $name }…
    }
step-tag-back =
    { $count ->
        [one] عرض الوسم «{ $name }» من جديد
        [two] عرض وسمين من جديد: { $name }…
        [few] عرض { $count } وسوم من جديد: { $name }…
        [many] عرض { $count } وسمًا من جديد: { $name }…
       *[other] عرض { $count } وسم من جديد: { $name }…
    }
step-tag-changed =
    { $count ->
        [one] تغيير الوسم «{ $name }»
        [two] تغيير وسمين: { $name }…
        [few] تغيير { $count } وسوم: { $name }…
        [many] تغيير { $count } وسمًا: { $name }…
       *[other] تغيير { $count } وسم: { $name }…
    }
step-document-opened =
    { $count ->
        [one] فتح «{ $title }»
        [two] فتح مستندين: «{ $title }»…
        [few] فتح { $count } مستندات: «{ $title }»…
        [many] فتح { $count } مستندًا: «{ $title }»…
       *[other] فتح { $count } مستند: «{ $title }»…
    }
step-document-closed =
    { $count ->
        [one] إخراج «{ $title }» من المشروع
        [two] إخراج مستندين من المشروع: «{ $title }»…
        [few] إخراج { $count } مستندات من المشروع: «{ $title }»…
        [many] إخراج { $count } مستندًا من المشروع: «{ $title }»…
       *[other] إخراج { $count } مستند من المشروع: «{ $title }»…
    }
step-document-new =
    { $count ->
        [one] «{ $title }» جديد مرة أخرى
        [two] مستندان جديدان مرة أخرى: «{ $title }»…
        [few] { $count } مستندات جديدة مرة أخرى: «{ $title }»…
        [many] { $count } مستندًا جديدًا مرة أخرى: «{ $title }»…
       *[other] { $count } مستند جديد مرة أخرى: «{ $title }»…
    }
step-document-in-progress =
    { $count ->
        [one] «{ $title }» قيد العمل
        [two] مستندان قيد العمل: «{ $title }»…
        [few] { $count } مستندات قيد العمل: «{ $title }»…
        [many] { $count } مستندًا قيد العمل: «{ $title }»…
       *[other] { $count } مستند قيد العمل: «{ $title }»…
    }
step-document-done =
    { $count ->
        [one] «{ $title }» مكتمل
        [two] مستندان مكتملان: «{ $title }»…
        [few] { $count } مستندات مكتملة: «{ $title }»…
        [many] { $count } مستندًا مكتملًا: «{ $title }»…
       *[other] { $count } مستند مكتمل: «{ $title }»…
    }
step-document-encoding =
    { $count ->
        [one] قراءة «{ $title }» بترميز آخر
        [two] قراءة مستندين بترميز آخر: «{ $title }»…
        [few] قراءة { $count } مستندات بترميز آخر: «{ $title }»…
        [many] قراءة { $count } مستندًا بترميز آخر: «{ $title }»…
       *[other] قراءة { $count } مستند بترميز آخر: «{ $title }»…
    }
step-document-renamed = إعادة تسمية «{ $from }» باسم «{ $to }»
step-document-direction =
    { $count ->
        [one] تغيير اتجاه «{ $title }»
        [two] تغيير اتجاه مستندين: «{ $title }»…
        [few] تغيير اتجاه { $count } مستندات: «{ $title }»…
        [many] تغيير اتجاه { $count } مستندًا: «{ $title }»…
       *[other] تغيير اتجاه { $count } مستند: «{ $title }»…
    }
step-document-paragraph =
    { $count ->
        [one] تغيير اتجاه فقرة في «{ $title }»
        [two] تغيير اتجاه فقرات في مستندين: «{ $title }»…
        [few] تغيير اتجاه فقرات في { $count } مستندات: «{ $title }»…
        [many] تغيير اتجاه فقرات في { $count } مستندًا: «{ $title }»…
       *[other] تغيير اتجاه فقرات في { $count } مستند: «{ $title }»…
    }
step-document-changed =
    { $count ->
        [one] تغيير «{ $title }»
        [two] تغيير مستندين: «{ $title }»…
        [few] تغيير { $count } مستندات: «{ $title }»…
        [many] تغيير { $count } مستندًا: «{ $title }»…
       *[other] تغيير { $count } مستند: «{ $title }»…
    }
step-related =
    { $count ->
        [one] وصل «{ $from }» بـ«{ $to }»: { $tag }
        [two] إنشاء علاقتين «{ $tag }»: «{ $from }» و«{ $to }»…
        [few] إنشاء { $count } علاقات «{ $tag }»: «{ $from }» و«{ $to }»…
        [many] إنشاء { $count } علاقة «{ $tag }»: «{ $from }» و«{ $to }»…
       *[other] إنشاء { $count } علاقة «{ $tag }»: «{ $from }» و«{ $to }»…
    }
step-unrelated =
    { $count ->
        [one] إزالة العلاقة «{ $tag }» بين «{ $from }» و«{ $to }»
        [two] إزالة علاقتين «{ $tag }»: «{ $from }» و«{ $to }»…
        [few] إزالة { $count } علاقات «{ $tag }»: «{ $from }» و«{ $to }»…
        [many] إزالة { $count } علاقة «{ $tag }»: «{ $from }» و«{ $to }»…
       *[other] إزالة { $count } علاقة «{ $tag }»: «{ $from }» و«{ $to }»…
    }
step-relation-changed =
    { $count ->
        [one] تغيير العلاقة بين «{ $from }» و«{ $to }»: { $tag }
        [two] تغيير علاقتين: { $tag }: «{ $from }» و«{ $to }»…
        [few] تغيير { $count } علاقات: { $tag }: «{ $from }» و«{ $to }»…
        [many] تغيير { $count } علاقة: { $tag }: «{ $from }» و«{ $to }»…
       *[other] تغيير { $count } علاقة: { $tag }: «{ $from }» و«{ $to }»…
    }
step-note-written = ملاحظة على «{ $about }»: { $note }
step-note-changed = تغيير الملاحظة على «{ $about }»: { $note }
step-note-removed = إزالة الملاحظة عن «{ $about }»: { $note }
step-rejected =
    { $count ->
        [one] رفض الاقتراح «{ $words }»
        [two] رفض اقتراحين: «{ $words }»…
        [few] رفض { $count } اقتراحات: «{ $words }»…
        [many] رفض { $count } اقتراحًا: «{ $words }»…
       *[other] رفض { $count } اقتراح: «{ $words }»…
    }
step-allowed =
    { $count ->
        [one] السماح باقتراح «{ $words }» من جديد
        [two] السماح باقتراح كلمتين من جديد: «{ $words }»…
        [few] السماح باقتراح { $count } كلمات من جديد: «{ $words }»…
        [many] السماح باقتراح { $count } كلمة من جديد: «{ $words }»…
       *[other] السماح باقتراح { $count } كلمة من جديد: «{ $words }»…
    }
step-analyst = التوقيع باسم «{ $name }»
step-project = تغيير ما يقال عن المشروع «{ $name }»

## Lists of marks, notes and documents

menu-marks = العلامات في القائمة
command-view-marks = العلامات
command-view-notes = الملاحظات
command-marks-pick-all = تحديد كل العلامات في القائمة
command-marks-pick-none = إلغاء التحديد في القائمة
command-marks-retag = تغيير وسم العلامات المحددة
command-marks-remove = إزالة العلامات المحددة
command-marks-documents-done = مستندات العلامات المحددة: مكتملة
command-marks-copy = نسخ العلامات في جدول
command-marks-copy-counts = نسخ الأعداد في جدول
action-marks-retag = تغيير وسوم علامات
action-marks-remove = إزالة علامات
action-marks-documents-done = تغيير حالة مستندات
lower-marks = العلامات
lower-notes = الملاحظات
list-filter = تصفية
list-filter-on = تصفية · { $count }
list-filter-none = إظهار الكل
marks-filter = تصفية العلامات
marks-column-surface = الكلمات
marks-column-tag = الوسم
marks-column-entity = الكيان
marks-column-document = المستند
marks-column-place = الموضع
marks-column-note = ملاحظة
marks-column-by = المحلل
marks-column-at = الوقت
marks-column-grade = التقدير
marks-none = لا علامات بعد.
marks-none-fits = لا علامة توافق التصفية.
marks-picked =
    { $count ->
        [one] علامة محددة
        [two] علامتان محددتان
        [few] { $count } علامات محددة
        [many] { $count } علامة محددة
       *[other] { $count } علامة محددة
    }
marks-this-document = في هذا المستند فقط
marks-this-entity = الإشارات إلى «{ $name }» فقط
marks-with-note = مع ملاحظة
marks-without-note = بلا ملاحظة
marks-with-entity = مع كيان
marks-without-entity = بلا كيان
marks-unanswered = سمات لازمة بلا جواب
marks-retag-how = اختر الوسم من قائمة «العلامات» فوق الجدول: تغيير وسم العلامات المحددة.
toast-marks-retagged =
    { $count ->
        [zero] كان هذا وسمَ العلامات من قبل
        [one] صار الوسم لعلامة واحدة
        [two] صار الوسم لعلامتين
        [few] صار الوسم لـ{ $count } علامات
        [many] صار الوسم لـ{ $count } علامة
       *[other] صار الوسم لـ{ $count } علامة
    }
toast-marks-removed =
    { $count ->
        [one] أزيلت علامة واحدة
        [two] أزيلت علامتان
        [few] أزيلت { $count } علامات
        [many] أزيلت { $count } علامة
       *[other] أزيلت { $count } علامة
    }
toast-documents-done =
    { $count ->
        [zero] كانت هذه المستندات مكتملة من قبل
        [one] اكتمل مستند واحد
        [two] اكتمل مستندان
        [few] اكتملت { $count } مستندات
        [many] اكتمل { $count } مستندًا
       *[other] اكتمل { $count } مستند
    }
notes-filter = تصفية الملاحظات
notes-about-all = كل الملاحظات
notes-about-mark = علامة
notes-about-document = مستند
notes-about-entity = كيان
notes-about-tag = وسم
notes-about-project = المشروع
notes-column-about = على
notes-column-name = الاسم
notes-column-text = الملاحظة
notes-none = لا ملاحظات بعد.
notes-none-fits = لا ملاحظة توافق التصفية.
counts-all = الكل
documents-title-some = المستندات · { $shown } من { $total }
documents-filter = تصفية المستندات
documents-none-fits = لا مستند يوافق التصفية.
documents-progress = اكتمل { $done } من { $total }
documents-begun =
    { $count ->
        [one] واحد قيد العمل
        [two] اثنان قيد العمل
        [few] { $count } قيد العمل
        [many] { $count } قيد العمل
       *[other] { $count } قيد العمل
    }
documents-state-done-empty = مكتمل، لا شيء فيه يوسم
documents-state-all = بكل الحالات
documents-sort = الترتيب والتصفية
documents-sort-order = بترتيب الفتح
documents-sort-title = بالعنوان
documents-sort-state = الحالة
documents-sort-marks = بعدد العلامات
documents-sort-changed = بآخر تغيير
documents-sort-size = بالطول
documents-sort-down = بالعكس
command-document-warn-done = التنبيه على ما بقي عند إكمال مستند
done-unanswered =
    { $unanswered ->
        [one] المستند مكتمل، لكن علامة واحدة ينقصها جواب لازم.
        [two] المستند مكتمل، لكن علامتين ينقصهما جواب لازم.
        [few] المستند مكتمل، لكن { $unanswered } علامات ينقصها جواب لازم.
        [many] المستند مكتمل، لكن { $unanswered } علامة ينقصها جواب لازم.
       *[other] المستند مكتمل، لكن { $unanswered } علامة ينقصها جواب لازم.
    }
done-suggested =
    { $suggested ->
        [one] المستند مكتمل، لكن اقتراحًا واحدًا ما زال مفتوحًا.
        [two] المستند مكتمل، لكن اقتراحين ما زالا مفتوحين.
        [few] المستند مكتمل، لكن { $suggested } اقتراحات ما زالت مفتوحة.
        [many] المستند مكتمل، لكن { $suggested } اقتراحًا ما زالت مفتوحة.
       *[other] المستند مكتمل، لكن { $suggested } اقتراح ما زالت مفتوحة.
    }
done-unanswered-suggested =
    { $unanswered ->
        [one] المستند مكتمل، لكن علامة واحدة ينقصها جواب لازم، ومقترحات ما زالت مفتوحة: { $suggested }.
        [two] المستند مكتمل، لكن علامتين ينقصهما جواب لازم، ومقترحات ما زالت مفتوحة: { $suggested }.
        [few] المستند مكتمل، لكن { $unanswered } علامات ينقصها جواب لازم، ومقترحات ما زالت مفتوحة: { $suggested }.
        [many] المستند مكتمل، لكن { $unanswered } علامة ينقصها جواب لازم، ومقترحات ما زالت مفتوحة: { $suggested }.
       *[other] المستند مكتمل، لكن { $unanswered } علامة ينقصها جواب لازم، ومقترحات ما زالت مفتوحة: { $suggested }.
    }

## Modes

command-view-reading-mode = وضع القراءة: بلا أي تغيير
command-view-focus-mode = التركيز: الصفحة وحدها
status-reading-mode = وضع القراءة
toast-reading-mode = وضع القراءة قائم: لا يتغير شيء. المفتاح F10 ينهيه.
