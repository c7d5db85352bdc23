## General

app-name = حاشية
app-tagline = قراءة المستندات العربية قراءة متأنية ووسمها
button-ok = موافق
button-cancel = إلغاء
button-close = إغلاق
button-save = حفظ
button-save-as = حفظ باسم…
button-discard = تجاهل التغييرات
button-open = فتح
button-export = تصدير
button-retry = إعادة المحاولة
button-show = إظهار
button-copy = نسخ
button-continue = متابعة
yes = نعم
no = لا
none = بلا
unknown = غير معروف
untitled-project = مشروع بلا اسم
untitled-document = مستند بلا عنوان
unnamed-analyst = المحلِّل

## Counts

count-documents =
    { $count ->
        [zero] لا مستندات
        [one] مستند واحد
        [two] مستندان
        [few] { $count } مستندات
        [many] { $count } مستندًا
       *[other] { $count } مستند
    }
count-marks =
    { $count ->
        [zero] لا علامات
        [one] علامة واحدة
        [two] علامتان
        [few] { $count } علامات
        [many] { $count } علامة
       *[other] { $count } علامة
    }
count-words =
    { $count ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $count } كلمات
        [many] { $count } كلمة
       *[other] { $count } كلمة
    }
count-paragraphs =
    { $count ->
        [zero] لا فقرات
        [one] فقرة واحدة
        [two] فقرتان
        [few] { $count } فقرات
        [many] { $count } فقرة
       *[other] { $count } فقرة
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
count-notes =
    { $count ->
        [zero] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
        [many] { $count } ملاحظة
       *[other] { $count } ملاحظة
    }
count-changes =
    { $count ->
        [zero] لا تغييرات
        [one] تغيير واحد
        [two] تغييران
        [few] { $count } تغييرات
        [many] { $count } تغييرًا
       *[other] { $count } تغيير
    }
count-files =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفًا
       *[other] { $count } ملف
    }
count-matches =
    { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }

## Menus

menu-file = ملف
menu-edit = تحرير
menu-mark = وسم
menu-view = عرض
menu-go = انتقال
menu-help = مساعدة
menu-recent = فتح حديث
menu-recent-empty = لا ملفات حديثة
menu-recent-clear = مسح هذه القائمة
menu-export = تصدير العلامات
menu-theme = السمة
menu-language = لغة الواجهة
menu-face = خط القراءة
menu-document-state = حالة المستند
menu-document-direction = اتجاه المستند
menu-tag-with = وسم بـ
menu-boundaries = تحريك أحد الطرفين
menu-readers = ألواح القراءة

## Commands: File

command-file-open = فتح…
command-file-open-folder = فتح مجلد…
command-file-open-path = فتح بكتابة المسار…
command-file-open-recent = فتح حديث
command-file-open-sample = فتح مقالات العيّنة
command-file-save = حفظ
command-file-save-as = حفظ باسم…
command-file-export = تصدير العلامات…
command-file-export-json = تصدير مجموعةً موسومة (JSON)…
command-file-export-jsonl = تصدير أسطر JSON…
command-file-export-csv = تصدير جدول (CSV)…
command-file-import = استيراد علامات…
command-file-reload-encoding = إعادة القراءة بترميز آخر…
command-file-close-document = إغلاق المستند
command-file-close-window = إغلاق النافذة
command-file-quit = إنهاء

## Commands: Edit

command-edit-undo = تراجع
command-edit-undo-what = تراجع عن { $action }
command-edit-redo = إعادة
command-edit-redo-what = إعادة { $action }
command-edit-cut = قص
command-edit-copy = نسخ
command-edit-paste = لصق
command-edit-select-all = تحديد الكل
command-edit-find = بحث…
command-edit-find-next = النتيجة التالية
command-edit-find-previous = النتيجة السابقة
command-edit-find-close = إغلاق البحث

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
command-annotation-resize = تحريك حدّ
command-annotation-start-earlier = توسيع البداية
command-annotation-start-later = تضييق البداية
command-annotation-end-earlier = تضييق النهاية
command-annotation-end-later = توسيع النهاية

## Commands: View

command-view-zoom-in = تكبير
command-view-zoom-out = تصغير
command-view-zoom-reset = الحجم الأصلي
command-view-theme-light = فاتحة
command-view-theme-dark = داكنة
command-view-theme-sepia = ورقية
command-view-theme-system = كسمة النظام
command-view-language-en = English
command-view-language-ar = العربية
command-view-face-naskh = نسخ
command-view-face-amiri = أميري
command-view-line-numbers = أرقام الأسطر
command-view-paragraph-numbers = أرقام الفقرات
command-view-digits-latin = الأرقام 123
command-view-digits-arabic-indic = الأرقام ١٢٣
command-view-documents = لوحة المستندات
command-view-inspector = لوحة التفاصيل
command-view-tags = لوحة الوسوم
command-view-full-screen = ملء الشاشة
command-view-reader-add = إضافة لوح قراءة
command-view-reader-close = إغلاق لوح القراءة
command-view-reader-next = لوح القراءة التالي

## Commands: Go, Document, Help

command-document-next = المستند التالي
command-document-previous = المستند السابق
command-document-state-new = جديد
command-document-state-in-progress = قيد العمل
command-document-state-done = مكتمل
command-document-direction-auto = تلقائي
command-document-direction-rtl = من اليمين إلى اليسار
command-document-direction-ltr = من اليسار إلى اليمين
command-go-palette = لوحة الأوامر…
command-help-shortcuts = اختصارات لوحة المفاتيح
command-help-about = حول «حاشية»
command-help-licences = التراخيص

## Actions, as undo and the history name them

action-annotation-tag = الوسم بـ«{ $tag }»
action-annotation-remove = إزالة علامة «{ $tag }»
action-annotation-note = تحرير الملاحظة
action-annotation-retag = تغيير الوسم إلى «{ $tag }»
action-annotation-start-earlier = توسيع البداية
action-annotation-start-later = تضييق البداية
action-annotation-end-earlier = تضييق النهاية
action-annotation-end-later = توسيع النهاية
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
action-annotation-move = تحريك أحد الطرفين
action-document-add =
    { $count ->
        [zero] إضافة مستندات
        [one] إضافة مستند
        [two] إضافة مستندين
        [few] إضافة { $count } مستندات
        [many] إضافة { $count } مستندًا
       *[other] إضافة { $count } مستند
    }
action-document-remove = إزالة المستند «{ $title }»
action-document-state-new = تغيير حالة المستند
action-document-state-in-progress = تغيير حالة المستند
action-document-state-done = تغيير حالة المستند
action-document-direction-auto = تغيير اتجاه المستند
action-document-direction-rtl = تغيير اتجاه المستند
action-document-direction-ltr = تغيير اتجاه المستند
action-tag-edit = تعديل الوسم «{ $tag }»
action-file-import = استيراد العلامات
action-other = التغيير الأخير

## Documents panel

documents-title = المستندات
entities-title = الأسماء
documents-filter = تصفية المستندات
documents-empty = لا مستندات بعد
documents-empty-hint = افتح ملفات أو مجلدًا، أو أفلتها هنا.
documents-state-new = جديد
documents-state-in-progress = قيد العمل
documents-state-done = مكتمل
documents-progress = اكتمل { $done } من { $total }
documents-open-here = فتح في هذا اللوح
documents-open-beside = فتح إلى جانبه

## Reader

reader-title = لوح القراءة { $number }
reader-empty = لا مستند في هذا اللوح
reader-empty-hint = اختر مستندًا من لوحة المستندات.
reader-empty-document = هذا المستند خالٍ من النص.
reader-choose-document = اختيار مستند
reader-caret-mode = المؤشر
reader-drop-here = أفلت الملفات لفتحها
reader-more-below = للنص بقية

## Inspector

inspector-title = التفاصيل
inspector-empty = لم يُحدَّد شيء
inspector-empty-hint = حدّد كلمات واضغط مفتاح أحد الوسوم، أو اختر علامة.
inspector-selection = النص المحدَّد
inspector-mark = العلامة
inspector-marks-here = العلامات هنا
inspector-tag = الوسم
inspector-quote = الاقتباس
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
inspector-confidence = درجة الثقة
inspector-history = السجل
inspector-history-empty = لا تغييرات بعد
inspector-document = المستند
inspector-document-title = العنوان
inspector-document-file = الملف
inspector-document-encoding = الترميز
inspector-document-encoding-guessed = { $encoding } (بالتخمين)
inspector-document-direction = الاتجاه
inspector-document-length = الطول
inspector-document-state = الحالة
inspector-document-hash = SHA-256
inspector-document-opened = تاريخ الفتح
inspector-remove = إزالة العلامة

## Tags

tags-title = الوسوم
tags-filter = البحث عن وسم
tags-entities = الكيانات
tags-passages = المقاطع
tags-document-tags = وسوم المستند
tags-none-found = لا وسم باسم «{ $query }»
tags-select-first = حدّد كلمات أولًا
tags-key = المفتاح { $key }
tag-person = شخص
tag-group = جماعة
tag-organisation = منظمة
tag-place = مكان
tag-facility = منشأة
tag-people = قوم
tag-date = تاريخ
tag-number = عدد
tag-title = لقب
tag-event = حدث
tag-weapon = سلاح
tag-address = عنوان
tag-claim = ادعاء
tag-quotation = اقتباس
tag-context = سياق
tag-verify = للتحقق

## Command palette

palette-title = الأوامر والوسوم والمستندات
palette-hint = اكتب اسم أمر أو وسم أو مستند
palette-empty = لا شيء باسم «{ $query }»
palette-commands = الأوامر
palette-tags = الوسوم
palette-documents = المستندات
palette-recent = المستخدمة حديثًا
palette-disabled = غير متاح الآن

## Status line

status-code-points = المحارف { $start }–{ $end }
status-code-point = المحرف { $at }
status-selected =
    { $count ->
        [zero] لا محارف محدَّدة
        [one] محرف واحد محدَّد
        [two] محرفان محدَّدان
        [few] { $count } محارف محدَّدة
        [many] { $count } محرفًا محدَّدًا
       *[other] { $count } محرف محدَّد
    }
status-paragraph = الفقرة { $number }
status-paragraph-of = الفقرة { $number } من { $total }
status-line = السطر { $number }
status-direction-rtl = من اليمين إلى اليسار
status-direction-ltr = من اليسار إلى اليمين
status-direction-auto = اتجاه تلقائي
status-saved-at = حُفظ في { $time }
status-saving = جارٍ الحفظ…
status-saved = محفوظ
status-unsaved = غير محفوظ
status-unsaved-kept = غير محفوظ، والتغييرات مصونة في السجل
status-never-saved = لم يُحفظ في ملف بعد
status-recovered = مستعاد
status-read-only = للقراءة فقط
status-save-failed = تعذّر الحفظ: { $reason }
status-zoom = { $percent }%
status-encoding = { $encoding }

## Find

find-hint = البحث في هذا المستند
find-position = { $index } من { $total }
find-no-match = لا نتائج عن «{ $query }»
find-none = لا نتائج
find-exact = مطابقة تامة
find-exact-hint = مطابقة الحروف والحركات والأرقام كما كُتبت
find-regex = تعبير نمطي
find-regex-error = هذا ليس تعبيرًا نمطيًا صحيحًا: { $reason }
find-next = النتيجة التالية
find-previous = النتيجة السابقة
find-close = إغلاق البحث
find-wrapped-to-start = تابع البحث من البداية
find-wrapped-to-end = تابع البحث من النهاية
find-also-loose =
    { $count ->
        [zero] لا نتائج أخرى برسم مختلف
        [one] نتيجة أخرى برسم مختلف
        [two] نتيجتان أخريان برسم مختلف
        [few] { $count } نتائج أخرى برسم مختلف
        [many] { $count } نتيجة أخرى برسم مختلف
       *[other] { $count } نتيجة أخرى برسم مختلف
    }
find-level-exact = تامة
find-level-spelling = رسم مختلف
find-level-word = صيغة أخرى

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
dialog-import-title = استيراد علامات
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
dialog-encoding-title = ترميز { $file }
dialog-encoding-body = خُمِّن الترميز تخمينًا. اختر غيره إن لم يكن النص أدناه مقروءًا.
dialog-encoding-preview = معاينة
dialog-encoding-locked = في هذا المستند علامات، فلم يعد تغيير ترميزه ممكنًا.
dialog-replace-title = أتريد استبدال { $file }؟
dialog-replace-body = يوجد ملف بهذا الاسم.
dialog-replace-confirm = استبدال
dialog-changed-title = غيّر برنامج آخر الملف { $file }
dialog-changed-body = سيمحو الحفظ تلك التغييرات. احفظ باسم آخر أو استبدل الملف.
dialog-close-document-title = أتريد إغلاق «{ $title }»؟
dialog-close-document-body =
    { $count ->
        [zero] ليس فيه علامات. يعيده أمر التراجع.
        [one] فيه علامة واحدة تُزال معه. يعيدهما أمر التراجع.
        [two] فيه علامتان تُزالان معه. يعيدها أمر التراجع جميعًا.
        [few] فيه { $count } علامات تُزال معه. يعيدها أمر التراجع جميعًا.
        [many] فيه { $count } علامة تُزال معه. يعيدها أمر التراجع جميعًا.
       *[other] فيه { $count } علامة تُزال معه. يعيدها أمر التراجع جميعًا.
    }
dialog-recovery-title = عُثر على عمل غير محفوظ
dialog-recovery-body =
    { $count ->
        [zero] لا تغييرات يمكن استعادتها من الجلسة السابقة.
        [one] يمكن استعادة تغيير واحد من الجلسة السابقة.
        [two] يمكن استعادة تغييرين من الجلسة السابقة.
        [few] يمكن استعادة { $count } تغييرات من الجلسة السابقة.
        [many] يمكن استعادة { $count } تغييرًا من الجلسة السابقة.
       *[other] يمكن استعادة { $count } تغيير من الجلسة السابقة.
    }
dialog-recovery-accept = استعادة
dialog-recovery-discard = تجاهل

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
toast-nothing-to-undo = لا شيء للتراجع عنه
toast-nothing-to-redo = لا شيء لإعادته
toast-tagged = تم الوسم بـ«{ $tag }»
toast-mark-removed = أُزيلت علامة «{ $tag }»
toast-copied = تم النسخ
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
toast-imported =
    { $count ->
        [zero] لم تُستورد أي علامة
        [one] استُوردت علامة واحدة
        [two] استُوردت علامتان
        [few] استُوردت { $count } علامات
        [many] استُوردت { $count } علامة
       *[other] استُوردت { $count } علامة
    }
toast-recovered =
    { $count ->
        [zero] لم يُستعد أي تغيير
        [one] استُعيد تغيير واحد
        [two] استُعيد تغييران
        [few] استُعيدت { $count } تغييرات
        [many] استُعيد { $count } تغييرًا
       *[other] استُعيد { $count } تغيير
    }
toast-opened =
    { $count ->
        [zero] لم يُفتح أي مستند
        [one] فُتح مستند واحد
        [two] فُتح مستندان
        [few] فُتحت { $count } مستندات
        [many] فُتح { $count } مستندًا
       *[other] فُتح { $count } مستند
    }
toast-opened-some = فُتح { $opened } من أصل { $total } من الملفات
toast-already-open = المستند «{ $title }» مفتوح أصلًا
toast-read-only-locked = للقراءة فقط: المشروع مفتوح في نافذة أخرى
toast-read-only-permission = للقراءة فقط: لا تملك إذن الكتابة في { $path }
toast-read-only-newer = للقراءة فقط: كتب المشروعَ إصدارٌ أحدث
toast-encoding-changed = أُعيدت القراءة بترميز { $encoding }
toast-no-selection = حدّد كلمات أولًا
toast-no-mark = اختر علامة أولًا
toast-boundary-at-limit = لا يمكن تحريك الطرف أبعد من ذلك
toast-reader-limit = لا تتسع النافذة لمزيد من ألواح القراءة

## Errors

error-marked-already = لهذه الكلمات هذا الوسم من قبل.
error-no-document = افتح مستندًا أولًا.
error-span-overlaps = هذه الكلمات من العلامة نفسها، أو من مستند آخر.
error-encoding-source = لم يعد الملف يُقرأ من حيث فُتح: { $path }
error-encoding-changed = الملف على القرص لم يعد هو الذي فُتح: { $path }
error-title = حدث خطأ
error-open-title = تعذّر فتح الملف
error-save-title = تعذّر حفظ المشروع
error-export-title = تعذّر تصدير العلامات
error-import-title = تعذّر استيراد العلامات
error-project-title = تعذّر فتح المشروع
error-command-title = تعذّر تنفيذ الأمر
error-details = التفاصيل
error-not-found = لا ملف هنا: { $path }
error-is-directory = هذا مجلد وليس ملفًا: { $path }
error-not-directory = هذا ملف وليس مجلدًا: { $path }
error-permission = لا تملك إذن القراءة أو الكتابة هنا: { $path }
error-disk-full = امتلأ القرص ولم يُستبدل شيء: { $path }
error-binary = هذا ليس ملفًا نصيًا: { $path }
error-empty-folder = لا ملفات نصية في هذا المجلد: { $path }
error-encoding = لا يُقرأ هذا الملف بترميز { $encoding }؛ اختر ترميزًا آخر: { $path }
error-project-broken = ملف المشروع تالف عند السطر { $line }، وقد تُرك كما هو: { $path }
error-project-foreign = هذا ليس مشروعًا من مشاريع «حاشية»: { $path }
error-project-newer = كتب هذا المشروعَ إصدارٌ أحدث من «حاشية»؛ حدّث البرنامج لفتحه: { $path }
error-project-locked = المشروع مفتوح في نافذة أخرى: { $path }
error-journal = تعذّرت الكتابة في سجل التغييرات؛ احفظ المشروع باسم آخر: { $path }
error-unknown = { $reason }

## Empty states and first steps

welcome-title = مرحبًا بك في «حاشية»
welcome-body = افتح المستندات التي تريد قراءتها، أو ابدأ بمقالات العيّنة الخمس.
welcome-open-files = فتح ملفات…
welcome-open-folder = فتح مجلد…
welcome-open-sample = فتح مقالات العيّنة
welcome-recent = الحديثة
welcome-hint = حدّد كلمات ثم اضغط مفتاح أحد الوسوم.

## Keyboard shortcuts

shortcuts-title = اختصارات لوحة المفاتيح
shortcuts-filter = البحث عن اختصار
shortcuts-tags = مفاتيح الوسوم
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
shortcuts-none = بلا مفتاح
key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-command = Cmd
key-enter = Enter
key-escape = Esc
key-space = مسافة
key-tab = Tab
key-backspace = Backspace
key-delete = Delete
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down
key-up = أعلى
key-down = أسفل
key-left = يسار
key-right = يمين

## About and licences

about-title = حول «حاشية»
about-version = الإصدار { $version }
about-body = برنامج لقراءة المستندات العربية والمستندات المختلطة الاتجاه قراءة متأنية ووسمها. يعمل بلا اتصال بالشبكة، وتبقى مستنداتك على هذا الحاسوب.
about-name = الحاشية ما يكتبه القارئ في هامش المخطوط.
about-licence = رخصة MIT أو Apache 2.0 بحسب اختيارك
licences-title = التراخيص
licences-fonts = الخطوط
licences-libraries = المكتبات البرمجية

## Names for screen readers

label-menu-bar = شريط القوائم
label-documents = لوحة المستندات
label-reader = لوح القراءة { $number }: { $title }
label-inspector = التفاصيل
label-tags = الوسوم
label-status = شريط الحالة
label-find = شريط البحث
label-find-query = النص المطلوب
label-find-exact = المطابقة التامة فقط
label-page = نص «{ $title }»
label-mark = { $tag }: { $quote }
label-mark-by = { $tag }: { $quote }، وضعها { $by }
label-tag-with-key = { $tag }، المفتاح { $key }
label-document-row = { $title }، { $state }، { $marks }
label-note = ملاحظة على «{ $quote }»
label-path = المسار
label-close-toast = إخفاء هذه الرسالة
label-splitter = فاصل بين اللوحات
label-scroll-bar = شريط التمرير
