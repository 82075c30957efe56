<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Hashiya</source>
        <translation>عن حاشية</translation>
    </message>
    <message>
        <source>Hashiya</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>Annotation of Arabic political texts</source>
        <translation>وسم النصوص السياسية العربية</translation>
    </message>
    <message>
        <source>Named after the ḥāshiya, the gloss in the margin of a manuscript: it explains the text and never touches it.</source>
        <translation>سُمّي البرنامج باسم الحاشية التي تُكتب على هامش المخطوط: تشرح المتن ولا تمسّه.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Its fonts are renamed copies of Amiri and Noto, under the SIL Open Font License.</source>
        <translation>برنامج حرّ برخصة MIT. وخطوطه نسخ من Amiri وNoto غُيّرت أسماؤها، وهي برخصة SIL للخطوط المفتوحة.</translation>
    </message>
    <message>
        <source>&amp;Copy report for support</source>
        <translation>&amp;نسخ تقرير للدعم</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>&amp;وسم</translation>
    </message>
    <message>
        <source>Ar&amp;ticle</source>
        <translation>م&amp;قال</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>مرا&amp;جعة</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>O&amp;ut of scope as</source>
        <translation>خارج النطاق بوص&amp;فه</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>مشروع &amp;جديد…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>&amp;فتح مشروع…</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple project</source>
        <translation>فتح المشروع ال&amp;نموذجي</translation>
    </message>
    <message>
        <source>&amp;Import articles…</source>
        <translation>ا&amp;ستيراد مقالات…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;تصدير…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>حفظ بصيغة &amp;PDF…</translation>
    </message>
    <message>
        <source>Save as &amp;web page…</source>
        <translation>حفظ صفحة &amp;ويب…</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>&amp;حفظ الآن</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>&amp;النسخ الاحتياطية…</translation>
    </message>
    <message>
        <source>Chec&amp;k and mend…</source>
        <translation>الفح&amp;ص والإصلاح…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>إ&amp;غلاق المشروع</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إ&amp;عادة</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>Copy &amp;with tags</source>
        <translation>نس&amp;خ مع الوسوم</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;بحث…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>النتيجة الت&amp;الية</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>النتيجة ال&amp;سابقة</translation>
    </message>
    <message>
        <source>Find in all articl&amp;es…</source>
        <translation>البحث في كل ال&amp;مقالات…</translation>
    </message>
    <message>
        <source>Take the &amp;last word off</source>
        <translation>إ&amp;خراج الكلمة الأخيرة من التحديد</translation>
    </message>
    <message>
        <source>&amp;Let go of edge, selection or annotation</source>
        <translation>تر&amp;ك الحدّ أو التحديد أو الوسم</translation>
    </message>
    <message>
        <source>Da&amp;tasheet…</source>
        <translation>&amp;بطاقة البيانات…</translation>
    </message>
    <message>
        <source>&amp;Annotator name…</source>
        <translation>اسم ال&amp;واسم…</translation>
    </message>
    <message>
        <source>La&amp;bels…</source>
        <translation>الت&amp;صنيفات…</translation>
    </message>
    <message>
        <source>Canonical na&amp;mes…</source>
        <translation>الأسماء المعيا&amp;رية…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>الإع&amp;دادات…</translation>
    </message>
    <message>
        <source>&amp;Word; again: the next as well</source>
        <translation>ال&amp;كلمة؛ وثانيةً: التالية أيضًا</translation>
    </message>
    <message>
        <source>The word &amp;before as well</source>
        <translation>الكلمة الساب&amp;قة أيضًا</translation>
    </message>
    <message>
        <source>Take the &amp;first word off</source>
        <translation>إخراج الكلمة الأو&amp;لى من التحديد</translation>
    </message>
    <message>
        <source>&amp;Phrase, up to the punctuation</source>
        <translation>ال&amp;عبارة حتى علامة الترقيم</translation>
    </message>
    <message>
        <source>Phrase: back, or the last &amp;one off</source>
        <translation>العبارة: رجوع، أو دون الأخي&amp;رة</translation>
    </message>
    <message>
        <source>&amp;Quotation, without its marks</source>
        <translation>الاقتبا&amp;س دون علامتيه</translation>
    </message>
    <message>
        <source>Quotation: ba&amp;ck, or the last one off</source>
        <translation>الاقتباس: رج&amp;وع، أو دون الأخير</translation>
    </message>
    <message>
        <source>&amp;Sentence</source>
        <translation>ال&amp;جملة</translation>
    </message>
    <message>
        <source>Sentence: bac&amp;k, or the last one off</source>
        <translation>الجملة: رجوع، أو &amp;دون الأخيرة</translation>
    </message>
    <message>
        <source>&amp;Next name, date or quotation without a label</source>
        <translation>الاسم أو التاريخ أو الاقتباس ال&amp;تالي بلا تصنيف</translation>
    </message>
    <message>
        <source>Pre&amp;vious name, date or quotation without a label</source>
        <translation>الاسم أو التاريخ أو الاقتباس السا&amp;بق بلا تصنيف</translation>
    </message>
    <message>
        <source>&amp;Go to a word by its first letters</source>
        <translation>ال&amp;انتقال إلى كلمة بحروفها الأولى</translation>
    </message>
    <message>
        <source>&amp;Repeat the last label</source>
        <translation>ت&amp;كرار آخر تصنيف</translation>
    </message>
    <message>
        <source>&amp;Keep tagging with the last label</source>
        <translation>مو&amp;اصلة الوسم بآخر تصنيف</translation>
    </message>
    <message>
        <source>Move the &amp;start with the arrow keys</source>
        <translation>تحريك ال&amp;بداية بالأسهم</translation>
    </message>
    <message>
        <source>Move the &amp;end with the arrow keys</source>
        <translation>تحريك ال&amp;نهاية بالأسهم</translation>
    </message>
    <message>
        <source>Take the next &amp;clitic off</source>
        <translation>&amp;ترك الحرف المتصل التالي خارج الوسم</translation>
    </message>
    <message>
        <source>Give the clitic &amp;back</source>
        <translation>إ&amp;عادة الحرف المتصل إلى الوسم</translation>
    </message>
    <message>
        <source>&amp;Next annotation</source>
        <translation>الوسم ال&amp;تالي</translation>
    </message>
    <message>
        <source>&amp;Previous annotation</source>
        <translation>الوسم ال&amp;سابق</translation>
    </message>
    <message>
        <source>Next &amp;overlapping annotation</source>
        <translation>الوسم المتدا&amp;خل التالي</translation>
    </message>
    <message>
        <source>Edit no&amp;te</source>
        <translation>تحرير ال&amp;ملاحظة</translation>
    </message>
    <message>
        <source>Link the speaker; again: the ne&amp;xt one</source>
        <translation>ربط القائل؛ وثانيةً: القائل التالي</translation>
    </message>
    <message>
        <source>Link one more s&amp;peaker</source>
        <translation>ربط قائل آخر أيضًا</translation>
    </message>
    <message>
        <source>&amp;Unlink a speaker</source>
        <translation>فكّ ربط قائل</translation>
    </message>
    <message>
        <source>Link speakers by clickin&amp;g them</source>
        <translation>ربط القائلين بالنقر عليهم</translation>
    </message>
    <message>
        <source>&amp;History of the annotation…</source>
        <translation>س&amp;جلّ الوسم…</translation>
    </message>
    <message>
        <source>&amp;Delete annotation</source>
        <translation>&amp;حذف الوسم</translation>
    </message>
    <message>
        <source>Tag every&amp;where…</source>
        <translation>وسم كل الموا&amp;ضع…</translation>
    </message>
    <message>
        <source>Out of scope / &amp;back in scope</source>
        <translation>خارج النطاق / إ&amp;عادة إلى النطاق</translation>
    </message>
    <message>
        <source>&amp;Boilerplate</source>
        <translation>نص &amp;متكرر</translation>
    </message>
    <message>
        <source>&amp;Credits</source>
        <translation>م&amp;صادر وحقوق</translation>
    </message>
    <message>
        <source>&amp;Another article</source>
        <translation>مقال &amp;آخر</translation>
    </message>
    <message>
        <source>&amp;Navigation</source>
        <translation>&amp;تنقّل في الموقع</translation>
    </message>
    <message>
        <source>Next &amp;finding</source>
        <translation>التنبيه ال&amp;لاحق</translation>
    </message>
    <message>
        <source>Previous findin&amp;g</source>
        <translation>التنبيه &amp;قبله</translation>
    </message>
    <message>
        <source>F&amp;ix the finding</source>
        <translation>إ&amp;صلاح التنبيه</translation>
    </message>
    <message>
        <source>Fix all findings of this kin&amp;d</source>
        <translation>إصلاح كل تنبيهات هذا النو&amp;ع</translation>
    </message>
    <message>
        <source>As&amp;k about it</source>
        <translation>ا&amp;سأل عنه</translation>
    </message>
    <message>
        <source>Flag it to come back</source>
        <translation>ضع علامة متابعة عليه</translation>
    </message>
    <message>
        <source>Next question or flag</source>
        <translation>السؤال أو علامة المتابعة التالية</translation>
    </message>
    <message>
        <source>Previous question or flag</source>
        <translation>السؤال أو علامة المتابعة السابقة</translation>
    </message>
    <message>
        <source>&amp;Done, and next</source>
        <translation>من&amp;جز، ثم التالي</translation>
    </message>
    <message>
        <source>Mark as &amp;in progress</source>
        <translation>إعادة إلى «&amp;قيد العمل»</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>المقال ال&amp;تالي</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>المقال ال&amp;سابق</translation>
    </message>
    <message>
        <source>Next &amp;unfinished article</source>
        <translation>المقال &amp;غير المنجز التالي</translation>
    </message>
    <message>
        <source>Previous un&amp;finished article</source>
        <translation>المقال غير المنج&amp;ز السابق</translation>
    </message>
    <message>
        <source>&amp;Back to the article before</source>
        <translation>ال&amp;رجوع إلى المقال الذي قبله</translation>
    </message>
    <message>
        <source>F&amp;orward again</source>
        <translation>التق&amp;دّم ثانيةً</translation>
    </message>
    <message>
        <source>Find an &amp;article</source>
        <translation>ال&amp;بحث عن مقال</translation>
    </message>
    <message>
        <source>Article d&amp;etails…</source>
        <translation>بيا&amp;نات المقال…</translation>
    </message>
    <message>
        <source>As&amp;k about the article</source>
        <translation>اسأ&amp;ل عن المقال</translation>
    </message>
    <message>
        <source>F&amp;lag the article</source>
        <translation>ضع علامة &amp;متابعة على المقال</translation>
    </message>
    <message>
        <source>Larger &amp;text</source>
        <translation>ت&amp;كبير النص</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>ت&amp;صغير النص</translation>
    </message>
    <message>
        <source>Text in &amp;usual size</source>
        <translation>النص بحجمه ال&amp;معتاد</translation>
    </message>
    <message>
        <source>Next line spa&amp;cing</source>
        <translation>تباعد الأس&amp;طر التالي</translation>
    </message>
    <message>
        <source>&amp;Compact</source>
        <translation>&amp;متقارب</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;عادي</translation>
    </message>
    <message>
        <source>&amp;Wide, with the names of labels</source>
        <translation>م&amp;تباعد مع أسماء التصنيفات</translation>
    </message>
    <message>
        <source>Next column widt&amp;h</source>
        <translation>عرض العمود ال&amp;تالي</translation>
    </message>
    <message>
        <source>&amp;60 letters</source>
        <translation>&amp;60 حرفًا</translation>
    </message>
    <message>
        <source>&amp;75 letters</source>
        <translation>&amp;75 حرفًا</translation>
    </message>
    <message>
        <source>&amp;90 letters</source>
        <translation>&amp;90 حرفًا</translation>
    </message>
    <message>
        <source>As &amp;wide as the window</source>
        <translation>&amp;بعرض النافذة</translation>
    </message>
    <message>
        <source>List of a&amp;rticles</source>
        <translation>&amp;قائمة المقالات</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>اللوحة ال&amp;جانبية</translation>
    </message>
    <message>
        <source>Ann&amp;otations</source>
        <translation>ال&amp;وسوم</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>الت&amp;نبيهات</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>الأ&amp;سئلة</translation>
    </message>
    <message>
        <source>The te&amp;xt alone</source>
        <translation>النص و&amp;حده</translation>
    </message>
    <message>
        <source>Make the pane larger</source>
        <translation>تكبير اللوحة</translation>
    </message>
    <message>
        <source>Make the pane smaller</source>
        <translation>تصغير اللوحة</translation>
    </message>
    <message>
        <source>&amp;Guideline decisions…</source>
        <translation>&amp;قرارات دليل الوسم…</translation>
    </message>
    <message>
        <source>What the guidelines say of the &amp;label</source>
        <translation>ما يقوله ال&amp;دليل عن التصنيف</translation>
    </message>
    <message>
        <source>Select and &amp;go to</source>
        <translation>تحديد وانت&amp;قال</translation>
    </message>
    <message>
        <source>Ta&amp;g as</source>
        <translation>الوسم &amp;بتصنيف</translation>
    </message>
    <message>
        <source>&amp;Edges and clitics</source>
        <translation>الح&amp;دود والحروف المتصلة</translation>
    </message>
    <message>
        <source>&amp;Speakers of a quote</source>
        <translation>ال&amp;قائلون</translation>
    </message>
    <message>
        <source>&amp;Findings and questions</source>
        <translation>التنبيهات والأسئ&amp;لة</translation>
    </message>
    <message>
        <source>Pa&amp;ges of the side panel</source>
        <translation>ص&amp;فحات اللوحة الجانبية</translation>
    </message>
    <message>
        <source>&amp;Line spacing</source>
        <translation>ت&amp;باعد الأسطر</translation>
    </message>
    <message>
        <source>Column &amp;width</source>
        <translation>عر&amp;ض العمود</translation>
    </message>
    <message>
        <source>&amp;Invisible characters</source>
        <translation>الأحرف غير المر&amp;ئية</translation>
    </message>
    <message>
        <source>Edit the &amp;annotation</source>
        <translation>تحرير ال&amp;وسم</translation>
    </message>
    <message>
        <source>Take the proposed &amp;value; again: the next one</source>
        <translation>أخذ القيمة المقت&amp;رحة؛ وثانيةً: التالية</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>م&amp;ظهر داكن</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>اللوحة التا&amp;لية</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>اللوحة ال&amp;سابقة</translation>
    </message>
    <message>
        <source>&amp;Agreement and decisions…</source>
        <translation>التوا&amp;فق والقرارات…</translation>
    </message>
    <message>
        <source>&amp;Your pace…</source>
        <translation>&amp;وتيرة عملك…</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>الأ&amp;وامر…</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>ا&amp;ختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>&amp;Guidelines</source>
        <translation>&amp;دليل الوسم</translation>
    </message>
    <message>
        <source>Copy report for &amp;support</source>
        <translation>&amp;نسخ تقرير للدعم الفني</translation>
    </message>
    <message>
        <source>Open log &amp;folder</source>
        <translation>فتح م&amp;جلد السجل</translation>
    </message>
    <message>
        <source>&amp;About Hashiya</source>
        <translation>&amp;عن حاشية</translation>
    </message>
</context>
<context>
    <name>AgreementCard</name>
    <message>
        <source>How far do the annotators agree?</source>
        <translation>ما مدى توافق الواسمين؟</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha</source>
        <translation>ألفا كريبندورف</translation>
    </message>
</context>
<context>
    <name>AnnotationChooser</name>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Filter annotations</source>
        <translation>تصفية الوسوم</translation>
    </message>
    <message>
        <source>Annotations to choose from</source>
        <translation>الوسوم المتاحة للاختيار</translation>
    </message>
</context>
<context>
    <name>AnnotationsList</name>
    <message>
        <source>Filter annotations</source>
        <translation>تصفية الوسوم</translation>
    </message>
    <message>
        <source>Filter annotations by text, value or note</source>
        <translation>تصفية الوسوم بالنص أو القيمة أو الملاحظة</translation>
    </message>
    <message>
        <source>Show annotations of this label</source>
        <translation>عرض وسوم هذا التصنيف</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>كل التصنيفات</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>annotations shown of all</comment>
        <translation>%1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%Ln وسوم</numerusform>
            <numerusform>%Ln وسمًا</numerusform>
            <numerusform>%Ln وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>No annotation matches the filter.</source>
        <translation>لا وسم يطابق التصفية.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>Nothing is annotated yet. Select words in the article and press a label&apos;s key.</source>
        <translation>لا وسوم بعد. حدّد كلمات في المقال واضغط مفتاح تصنيف.</translation>
    </message>
</context>
<context>
    <name>AnnotationsModel</name>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken row</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>ملاحظة: %1</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>مربوط</translation>
    </message>
</context>
<context>
    <name>AnnotationsPanel</name>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
</context>
<context>
    <name>AnnotatorDialog</name>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Who is annotating?</source>
        <translation>من يقوم بالوسم؟</translation>
    </message>
    <message>
        <source>Your annotations are kept under this name, apart from everybody else’s. Use the same name on every computer; you can change it in the settings.</source>
        <translation>تُحفظ وسومك بهذا الاسم منفصلةً عن وسوم غيرك. استعمل الاسم نفسه على كل حاسوب، ويمكنك تغييره من الإعدادات.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>Start annotating</source>
        <translation>بدء الوسم</translation>
    </message>
    <message>
        <source>You will continue the work already kept under this name.</source>
        <translation>ستواصل العمل المحفوظ بهذا الاسم.</translation>
    </message>
    <message>
        <source>There is already work under %1, written differently.</source>
        <translation>يوجد عمل محفوظ باسم %1 مكتوبًا بصورة مختلفة.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Names in this project: %1</source>
        <translation>الأسماء في هذا المشروع: %1</translation>
    </message>
</context>
<context>
    <name>AnnotatorName</name>
    <message>
        <source>Please type a name: your own, or the one your lead gave you.</source>
        <translation>اكتب اسمًا: اسمك أو الاسم الذي أعطاك إياه المشرف.</translation>
    </message>
    <message>
        <source>“gold” is the reviewed layer of the project. Please choose another name.</source>
        <translation>الاسم «gold» محجوز للطبقة المرجعية في المشروع. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>This name is too long. Please use %1 characters at most.</source>
        <translation>الاسم طويل جدًا. الحدّ الأقصى %1 حرفًا.</translation>
    </message>
    <message>
        <source>The name holds an invisible control character. Please type it again.</source>
        <translation>في الاسم حرف تحكّم غير مرئي. اكتبه من جديد.</translation>
    </message>
</context>
<context>
    <name>ArticleCommands</name>
    <message>
        <source>Article done</source>
        <translation>أُنجز المقال</translation>
    </message>
    <message>
        <source>There is no article yet: import some first.</source>
        <translation>لا مقالات بعد: استورد بعضها أولًا.</translation>
    </message>
    <message>
        <source>Every article that the filter shows is done.</source>
        <translation>كل المقالات التي تُظهرها التصفية منجزة.</translation>
    </message>
    <message>
        <source>Every article is done.</source>
        <translation>كل المقالات منجزة.</translation>
    </message>
</context>
<context>
    <name>ArticleDetailsDialog</name>
    <message>
        <source>Article details</source>
        <translation>بيانات المقال</translation>
    </message>
    <message>
        <source>The text itself never changes; dates in it are read against the published date.</source>
        <translation>لا يتغيّر النص نفسه أبدًا، وتُحسب التواريخ الواردة فيه من تاريخ النشر.</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>تاريخ ال&amp;نشر</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>ال&amp;مصدر</translation>
    </message>
    <message>
        <source>The newspaper, agency or site.</source>
        <translation>الصحيفة أو الوكالة أو الموقع.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>ال&amp;رابط</translation>
    </message>
    <message>
        <source>Save details</source>
        <translation>حفظ البيانات</translation>
    </message>
    <message>
        <source>An article needs a title, so that it can be found in the list.</source>
        <translation>لا بدّ للمقال من عنوان ليُعثر عليه في القائمة.</translation>
    </message>
    <message>
        <source>Write the date as year-month-day, for example %1, or leave it empty.</source>
        <translation>اكتب التاريخ على صورة سنة-شهر-يوم، مثل %1، أو اتركه فارغًا.</translation>
    </message>
    <message>
        <source>A web address begins with https:// or http:// and names a site.</source>
        <translation>يبدأ رابط الويب بـ https:// أو http:// ويليه اسم الموقع.</translation>
    </message>
    <message>
        <source>Write the date like %1, or leave it empty.</source>
        <translation>اكتب التاريخ على نحو %1، أو اتركه فارغًا.</translation>
    </message>
    <message>
        <source>Year-month-day; empty when unknown.</source>
        <translation>سنة-شهر-يوم، ويُترك فارغًا إن كان مجهولًا.</translation>
    </message>
</context>
<context>
    <name>ArticleFields</name>
    <message>
        <source>News report</source>
        <translation>خبر</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>تحليل</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>رأي</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>مقابلة</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>بيان</translation>
    </message>
</context>
<context>
    <name>ArticleFieldsDialog</name>
    <message>
        <source>Article fields</source>
        <translation>حقول المقال</translation>
    </message>
    <message>
        <source>What is asked of every article</source>
        <translation>ما يُطلب عن كل مقال</translation>
    </message>
    <message>
        <source>Beside title, date, source and address. It is filled in under Article details, and lists can be filtered by it.</source>
        <translation>إضافةً إلى العنوان والتاريخ والمصدر والرابط. يُملأ في «بيانات المقال»، ويمكن ترشيح القوائم به.</translation>
    </message>
    <message>
        <source>Add a &amp;field</source>
        <translation>أضف &amp;حقلًا</translation>
    </message>
    <message>
        <source>Use these fields</source>
        <translation>اعتمد هذه الحقول</translation>
    </message>
    <message>
        <source>Every article has %1 already: give the field another English name.</source>
        <translation>لكل مقال %1 أصلًا: اختر للحقل اسمًا إنجليزيًا آخر.</translation>
    </message>
</context>
<context>
    <name>ArticleFind</name>
    <message>
        <source>Not an expression</source>
        <translation>تعبير غير صالح</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
</context>
<context>
    <name>ArticleText</name>
    <message>
        <source>Article text</source>
        <translation>نص المقال</translation>
    </message>
</context>
<context>
    <name>ArticlesModel</name>
    <message>
        <source>Article %1</source>
        <translation>المقال %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%Ln وسوم</numerusform>
            <numerusform>%Ln وسمًا</numerusform>
            <numerusform>%Ln وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <comment>this article is in the article view</comment>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken row</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Without a source</source>
        <translation>بلا مصدر</translation>
    </message>
    <message>
        <source>no. %1</source>
        <comment>an article&apos;s number in the project</comment>
        <translation>رقم %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>بلا ملاحظات</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%Ln ملاحظات</numerusform>
            <numerusform>%Ln ملاحظة</numerusform>
            <numerusform>%Ln ملاحظة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open question(s)</source>
        <translation>
            <numerusform>بلا أسئلة</numerusform>
            <numerusform>سؤال مفتوح واحد</numerusform>
            <numerusform>سؤالان مفتوحان</numerusform>
            <numerusform>%Ln أسئلة مفتوحة</numerusform>
            <numerusform>%Ln سؤالًا مفتوحًا</numerusform>
            <numerusform>%Ln سؤال مفتوح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open flag(s)</source>
        <translation>
            <numerusform>بلا علامات</numerusform>
            <numerusform>علامة مفتوحة واحدة</numerusform>
            <numerusform>علامتان مفتوحتان</numerusform>
            <numerusform>%Ln علامات مفتوحة</numerusform>
            <numerusform>%Ln علامة مفتوحة</numerusform>
            <numerusform>%Ln علامة مفتوحة</numerusform>
        </translation>
    </message>
    <message>
        <source>finished under older guidelines</source>
        <translation>أُنجز وفق دليل وسم أقدم</translation>
    </message>
    <message>
        <source>New</source>
        <comment>article status</comment>
        <translation>جديد</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>article status</comment>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>article status</comment>
        <translation>منجز</translation>
    </message>
</context>
<context>
    <name>ArticlesPage</name>
    <message>
        <source>Articles, worst first</source>
        <translation>المقالات، أضعفها توافقًا أولًا</translation>
    </message>
    <message>
        <source>Enter compares the annotators on an article.</source>
        <translation>مفتاح Enter يقارن بين الواسمين في المقال.</translation>
    </message>
</context>
<context>
    <name>ArticlesPanel</name>
    <message>
        <source>Filter articles</source>
        <translation>تصفية المقالات</translation>
    </message>
    <message>
        <source>Filter articles by title or number</source>
        <translation>تصفية المقالات بالعنوان أو الرقم</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Filter by what is known of articles and how far they are</source>
        <translation>تصفية بحسب بيانات المقالات ومدى إنجازها</translation>
    </message>
    <message>
        <source>Sort and group</source>
        <translation>الترتيب والتجميع</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>أُنجز %1 من %2</translation>
    </message>
    <message>
        <source>Filter on: %1 of %2 shown, Esc clears</source>
        <translation>التصفية قائمة: %1 من %2 معروضة، ويزيلها Esc</translation>
    </message>
    <message>
        <source>No article matches the filter.</source>
        <translation>لا مقال يطابق التصفية.</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>عرض كل المقالات</translation>
    </message>
    <message>
        <source>No articles yet. Import text files, or drop them on the window.</source>
        <translation>لا مقالات بعد. استورد ملفات نصية أو أفلتها على النافذة.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
</context>
<context>
    <name>AskedModel</name>
    <message>
        <source>the whole article</source>
        <translation>المقال كله</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>محسوم</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>الواسم</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Question or flag</source>
        <translation>السؤال أو علامة المتابعة</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الجواب</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>answer</source>
        <translation>الجواب</translation>
    </message>
</context>
<context>
    <name>AttributeForm</name>
    <message>
        <source>Other</source>
        <comment>attributes that the schema does not have</comment>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>required</source>
        <translation>مطلوبة</translation>
    </message>
    <message>
        <source>Not a date. Write it like %1</source>
        <translation>ليس تاريخًا. اكتبه هكذا: %1</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>English name</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Arabic name</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>مطلوبة</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>الخيارات</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>الخصائص</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) carry this attribute; empty it there first.</source>
        <translation>
            <numerusform>لا وسم يحمل هذه الخاصية.</numerusform>
            <numerusform>يحمل وسم واحد هذه الخاصية، فأفرغها فيه أولًا.</numerusform>
            <numerusform>يحمل وسمان هذه الخاصية، فأفرغها فيهما أولًا.</numerusform>
            <numerusform>تحمل %Ln وسوم هذه الخاصية، فأفرغها فيها أولًا.</numerusform>
            <numerusform>يحمل %Ln وسمًا هذه الخاصية، فأفرغها فيها أولًا.</numerusform>
            <numerusform>يحمل %Ln وسم هذه الخاصية، فأفرغها فيها أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>a, b, c</source>
        <translation>أ، ب، ج</translation>
    </message>
    <message>
        <source>Remove this attribute</source>
        <translation>إزالة هذه الخاصية</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>اسم</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاريخ</translation>
    </message>
    <message>
        <source>One of</source>
        <translation>اختيار</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Hashiya makes them by itself outside the project: every half hour while you work, on closing, and before anything large. Bringing one back adds edits that you can undo; work done since stays.</source>
        <translation>تصنعها حاشية من تلقاء نفسها خارج المشروع: كل نصف ساعة أثناء العمل، وعند الإغلاق، وقبل كل عملية كبيرة. واستعادة نسخة تضيف تعديلات يمكن التراجع عنها، ويبقى ما عُمل بعدها.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Another copy, in</source>
        <translation>من نسخة أخرى، في</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>لا توجد نسخة احتياطية بعد.</translation>
    </message>
    <message>
        <source>&amp;Make one now</source>
        <translation>إ&amp;نشاء نسخة الآن</translation>
    </message>
    <message>
        <source>&amp;Bring back…</source>
        <translation>ا&amp;ستعادة…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>on closing</source>
        <translation>عند الإغلاق</translation>
    </message>
    <message>
        <source>half an hour of work</source>
        <translation>بعد نصف ساعة من العمل</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>قبل استيراد</translation>
    </message>
    <message>
        <source>before bringing one back</source>
        <translation>قبل استعادة نسخة</translation>
    </message>
    <message>
        <source>before a change of format</source>
        <translation>قبل تغيير صيغة الملفات</translation>
    </message>
    <message>
        <source>before deleting many</source>
        <translation>قبل حذف وسوم كثيرة</translation>
    </message>
    <message>
        <source>before collecting work</source>
        <translation>قبل جمع العمل</translation>
    </message>
</context>
<context>
    <name>BottomPane</name>
    <message>
        <source>Close this panel</source>
        <translation>إغلاق هذه اللوحة</translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message>
        <source>Links</source>
        <translation>الروابط</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>كل الاختلافات</translation>
    </message>
    <message>
        <source>Fewer than two annotators have finished this article.</source>
        <translation>لم ينجز هذا المقال واسمان.</translation>
    </message>
    <message>
        <source>Read-only: %1</source>
        <translation>للقراءة فقط: %1</translation>
    </message>
    <message>
        <source>Everybody who has finished this article counts for gold.</source>
        <translation>كل من أنجز هذا المقال يُحتسب عمله في المرجع.</translation>
    </message>
    <message>
        <source>Looking for the next article</source>
        <translation>البحث عن المقال التالي</translation>
    </message>
    <message>
        <source>There is nothing more that way.</source>
        <translation>لا شيء بعد في هذا الاتجاه.</translation>
    </message>
    <message>
        <source>No article after this one has anything open like this.</source>
        <translation>ليس في المقالات التالية شيء مفتوح من هذا النوع.</translation>
    </message>
    <message>
        <source>Looking for what is open</source>
        <translation>البحث عما لم يُحسم</translation>
    </message>
    <message>
        <source>Somebody has not finished this article, so this is no row to decide yet.</source>
        <translation>لم ينجز أحدهم هذا المقال بعد، فليس هذا صفًّا يُحسم الآن.</translation>
    </message>
    <message>
        <source>Finish this article first: in this project nobody sees others&apos; work before.</source>
        <translation>أنجز هذا المقال أولًا: في هذا المشروع لا يرى أحد عمل غيره قبل ذلك.</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>يصير</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>الموضع</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Not enough data</source>
        <translation>البيانات غير كافية</translation>
    </message>
</context>
<context>
    <name>ChartPage</name>
    <message>
        <source>Show as a &amp;table</source>
        <translation>عرضها &amp;جدولًا</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Every file is whole</source>
        <translation>كل الملفات سليمة</translation>
    </message>
    <message>
        <source>Something is not as it should be</source>
        <translation>ثمة ما ليس على ما ينبغي</translation>
    </message>
    <message>
        <source>&amp;Mend…</source>
        <translation>إ&amp;صلاح…</translation>
    </message>
    <message>
        <source>Damaged files are kept beside what replaces them; nothing is thrown away.</source>
        <translation>تبقى الملفات التالفة إلى جانب ما يحلّ محلّها، ولا يُرمى شيء.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ChoiceButton</name>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>&amp;Articles</source>
        <translation>ال&amp;مقالات</translation>
    </message>
    <message>
        <source>&amp;Whose annotations</source>
        <translation>و&amp;سوم من</translation>
    </message>
    <message>
        <source>&amp;Names of the labels under the text</source>
        <translation>&amp;أسماء التصنيفات تحت النص</translation>
    </message>
    <message>
        <source>&amp;Values, links and notes after each article</source>
        <translation>ال&amp;قيم والروابط والملاحظات بعد كل مقال</translation>
    </message>
    <message>
        <source>Write &amp;to</source>
        <translation>&amp;اكتب في</translation>
    </message>
    <message>
        <source>Choose whose work has to be so far.</source>
        <translation>اختر الواسم الذي يُنظر إلى حالة عمله.</translation>
    </message>
    <message>
        <source>Please choose the file to write.</source>
        <translation>اختر الملف الذي يُكتب.</translation>
    </message>
    <message>
        <source>This is a folder. Please add the name of a file.</source>
        <translation>هذا مجلد. أضف اسم ملف.</translation>
    </message>
    <message>
        <source>The folder of this file does not exist. Choose another one.</source>
        <translation>مجلد هذا الملف غير موجود. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>You see the sheets before anything is printed.</source>
        <translation>تُعرض الصفحات قبل طباعة أي شيء.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Sheets that look like the window. To search or copy Arabic words, save a web page: PDF readers lose some letters.</source>
        <translation>صفحات كما تظهر في النافذة. للبحث في الكلمات العربية أو نسخها احفظ صفحة ويب، فقارئات PDF تُسقط بعض الحروف.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>One file for any browser, with its font: to read, search, print or send. It fetches nothing.</source>
        <translation>ملف واحد لأي متصفّح وخطّه فيه: للقراءة والبحث والطباعة والإرسال. لا يجلب شيئًا من الشبكة.</translation>
    </message>
    <message>
        <source>Save as web page</source>
        <translation>حفظ صفحة ويب</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>ملفات PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>صفحات ويب (*.html)</translation>
    </message>
    <message>
        <source>The open article</source>
        <translation>المقال المفتوح</translation>
    </message>
    <message>
        <source>Those that the list shows (%1)</source>
        <translation>ما تعرضه القائمة (%1)</translation>
    </message>
    <message>
        <source>All articles (%1)</source>
        <translation>كل المقالات (%1)</translation>
    </message>
    <message>
        <source>Those that are done</source>
        <translation>المقالات المنجزة</translation>
    </message>
    <message>
        <source>Those that are in progress</source>
        <translation>المقالات قيد العمل</translation>
    </message>
    <message>
        <source>Gold: the reviewed annotations</source>
        <translation>المرجع: الوسوم المراجَعة</translation>
    </message>
    <message>
        <source>Nobody’s: the bare text</source>
        <translation>بلا وسوم: النص وحده</translation>
    </message>
    <message>
        <source>A file of this name exists and will be replaced.</source>
        <translation>يوجد ملف بهذا الاسم وسيُستبدل.</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>Take %1, %2</source>
        <comment>a value and the key for it</comment>
        <translation>أخذ %1، %2</translation>
    </message>
</context>
<context>
    <name>ChoicesPanel</name>
    <message>
        <source>Decide: %1</source>
        <translation>الحسم: %1</translation>
    </message>
    <message>
        <source>Put into gold: %1</source>
        <translation>إضافة إلى المرجع: %1</translation>
    </message>
    <message>
        <source>A label&apos;s key labels the selection; Esc lets it go.</source>
        <translation>مفتاح التصنيف يسِم المحدَّد؛ وEsc يلغي التحديد.</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>الأغلبية</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Edit gold</source>
        <translation>تحرير المرجع</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>غير محسوم</translation>
    </message>
    <message>
        <source>Same elsewhere</source>
        <translation>مثله في غيره</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>الس&amp;بب</translation>
    </message>
    <message>
        <source>why, for the annotators</source>
        <translation>لماذا، ليقرأه الواسمون</translation>
    </message>
    <message>
        <source>Next article with open rows</source>
        <translation>المقال التالي الذي فيه صفوف مفتوحة</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>The value needs the article&apos;s day of publication: press Ctrl+D.</source>
        <translation>تحتاج القيمة إلى يوم نشر المقال: اضغط ⁦Ctrl+D⁩.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>CliticEdges</name>
    <message>
        <source>Select a word or put the caret into an annotation first.</source>
        <translation>حدّد كلمة أو ضع المؤشر داخل وسم أولًا.</translation>
    </message>
    <message>
        <source>No letters can be taken off the start here.</source>
        <translation>لا حروف متصلة تُترك هنا من البداية.</translation>
    </message>
    <message>
        <source>It will be tagged as it is selected.</source>
        <translation>ستوسم كما حُدّدت.</translation>
    </message>
    <message>
        <source>The annotation begins where its word begins.</source>
        <translation>يبدأ الوسم حيث تبدأ الكلمة.</translation>
    </message>
</context>
<context>
    <name>ClosingCommands</name>
    <message>
        <source>Not saved</source>
        <translation>لم يُحفظ</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be written to the disk yet.</source>
        <translation>
            <numerusform>كل التعديلات على القرص.</numerusform>
            <numerusform>تعديل واحد لم يُكتب على القرص بعد.</numerusform>
            <numerusform>تعديلان لم يُكتبا على القرص بعد.</numerusform>
            <numerusform>%Ln تعديلات لم تُكتب على القرص بعد.</numerusform>
            <numerusform>%Ln تعديلًا لم تُكتب على القرص بعد.</numerusform>
            <numerusform>%Ln تعديل لم تُكتب على القرص بعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk said: %1
Make room or connect the drive, then try again. Closing now loses them.</source>
        <translation>رسالة القرص: %1
أفرغ مكانًا أو وصّل القرص ثم أعد المحاولة. الإغلاق الآن يُضيعها.</translation>
    </message>
    <message>
        <source>&amp;Stay and try again</source>
        <translation>ال&amp;بقاء وإعادة المحاولة</translation>
    </message>
    <message>
        <source>&amp;Close and lose them</source>
        <translation>ال&amp;إغلاق وفقدانها</translation>
    </message>
</context>
<context>
    <name>ClusterView</name>
    <message>
        <source>Article text with everybody&apos;s annotations</source>
        <translation>نص المقال مع وسوم الجميع</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>المرجع</translation>
    </message>
</context>
<context>
    <name>ColourGrid</name>
    <message>
        <source>Colour %1</source>
        <translation>اللون %1</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>اكتب أمرًا</translation>
    </message>
    <message>
        <source>No command answers to this. Try another word, or see all keys with Shift+F1.</source>
        <translation>لا أمر بهذا الاسم. جرّب كلمة أخرى، أو انظر كل المفاتيح بـ Shift+F1.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open a project first.</source>
        <translation>افتح مشروعًا أولًا.</translation>
    </message>
</context>
<context>
    <name>CompareParts</name>
    <message>
        <source>Previous article</source>
        <translation>المقال السابق</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>المقال التالي</translation>
    </message>
    <message>
        <source>Merge by rule…</source>
        <translation>دمج بقاعدة…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Decide all shown…</source>
        <translation>حسم كل الظاهر…</translation>
    </message>
    <message>
        <source>Rows to decide</source>
        <translation>الصفوف التي تُحسم</translation>
    </message>
    <message>
        <source>Nothing waits to be decided here. Choose an article from the list of articles, or a line from a list of differences.</source>
        <translation>لا شيء ينتظر الحسم هنا. اختر مقالًا من قائمة المقالات، أو سطرًا من قائمة الاختلافات.</translation>
    </message>
    <message>
        <source>Look for open rows</source>
        <translation>بحث عن صفوف مفتوحة</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>%1 open of %2 shown</source>
        <translation>%1 مفتوح من %2 ظاهر</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of lanes</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>lines under the text, from the top: %1</source>
        <translation>الخطوط تحت النص من أعلى إلى أسفل: %1</translation>
    </message>
    <message>
        <source>Nobody has marked anything here.</source>
        <translation>لم يسِم أحد شيئًا هنا.</translation>
    </message>
    <message>
        <source>Everything in this article is decided.</source>
        <translation>حُسم كل ما في هذا المقال.</translation>
    </message>
    <message>
        <source>Nothing that is shown is open; X shows all rows.</source>
        <translation>لا شيء مفتوح في الظاهر؛ ومفتاح X يُظهر كل الصفوف.</translation>
    </message>
    <message>
        <source>Choose a row.</source>
        <translation>اختر صفًّا.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of this article are open.</source>
        <translation>
            <numerusform>لا صفوف مفتوحة في هذا المقال.</numerusform>
            <numerusform>صف واحد مفتوح في هذا المقال.</numerusform>
            <numerusform>صفان مفتوحان في هذا المقال.</numerusform>
            <numerusform>%Ln صفوف مفتوحة في هذا المقال.</numerusform>
            <numerusform>%Ln صفًّا مفتوحًا في هذا المقال.</numerusform>
            <numerusform>%Ln صف مفتوح في هذا المقال.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfusionPage</name>
    <message>
        <source>Confusion</source>
        <translation>الخلط بين التصنيفات</translation>
    </message>
    <message>
        <source>Rows: what the first annotator gave. Columns: what the second gave there. None: nothing was marked.</source>
        <translation>في الصفوف تصنيف الواسم الأول، وفي الأعمدة تصنيف الثاني للموضع نفسه. «لا شيء»: لم يوسم الموضع.</translation>
    </message>
    <message>
        <source>Shares of a &amp;row</source>
        <translation>حصص من الص&amp;ف</translation>
    </message>
    <message>
        <source>Pair of annotators</source>
        <translation>الواسمان المقارَن بينهما</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>Comparing the annotators…</source>
        <translation>تجري المقارنة بين الواسمين…</translation>
    </message>
    <message>
        <source>Stopped. F5 counts again.</source>
        <translation>أُوقف الحساب. مفتاح F5 يعيده.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>حدث خطأ</translation>
    </message>
    <message>
        <source>Hashiya made a mistake</source>
        <translation>أخطأ برنامج حاشية</translation>
    </message>
    <message>
        <source>Please send the report to whoever looks after Hashiya for you. Look through it first: a message in it may quote a few words of an article.</source>
        <translation>أرسل التقرير إلى من يتولّى البرنامج عندكم. واطّلع عليه أولًا، فقد تَرِد فيه كلمات من أحد المقالات.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;نسخ التقرير</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>فتح مجلد ال&amp;سجلّات</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Changes that the window showed as saved are on the disk. The last one may be lost.</source>
        <translation>التغييرات التي ظهرت محفوظةً في النافذة موجودة على القرص، وقد يكون التغيير الأخير ضاع.</translation>
    </message>
    <message>
        <source>Your work is saved: every change is on the disk.</source>
        <translation>عملك محفوظ: كل تغيير موجود على القرص.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) had not reached the disk; everything before is saved. “Go on” lets Hashiya try again.</source>
        <translation>
            <numerusform>عملك محفوظ: كل تغيير موجود على القرص.</numerusform>
            <numerusform>تغيير واحد لم يصل إلى القرص، وما قبله محفوظ. زر «متابعة» يعيد المحاولة.</numerusform>
            <numerusform>تغييران لم يصلا إلى القرص، وما قبلهما محفوظ. زر «متابعة» يعيد المحاولة.</numerusform>
            <numerusform>%Ln تغييرات لم تصل إلى القرص، وما قبلها محفوظ. زر «متابعة» يعيد المحاولة.</numerusform>
            <numerusform>%Ln تغييرًا لم تصل إلى القرص، وما قبلها محفوظ. زر «متابعة» يعيد المحاولة.</numerusform>
            <numerusform>%Ln تغيير لم تصل إلى القرص، وما قبلها محفوظ. زر «متابعة» يعيد المحاولة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>DatasheetDialog</name>
    <message>
        <source>Datasheet</source>
        <translation>بطاقة البيانات</translation>
    </message>
    <message>
        <source>Datasheet of the project</source>
        <translation>بطاقة بيانات المشروع</translation>
    </message>
    <message>
        <source>What the dataset is, for those who will use it: sizes, labels, annotators, agreement, gold and losses, as Markdown.</source>
        <translation>ما هي هذه البيانات، لمن سيستعملها: الأحجام والتصنيفات والواسمون والتوافق والمرجع وما يضيع في التصدير، بصيغة Markdown.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Pseudonyms for the annotators: A1, A2…</source>
        <translation>أسماء &amp;مستعارة للواسمين: A1 وA2…</translation>
    </message>
    <message>
        <source>Show the &amp;Markdown that is saved</source>
        <translation>عرض نص &amp;Markdown الذي يُحفظ</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>ما يُكتب</translation>
    </message>
    <message>
        <source>What is w&amp;ritten</source>
        <translation>ما &amp;يُكتب</translation>
    </message>
    <message>
        <source>Text (*.md)</source>
        <translation>نص (*.md)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>المل&amp;ف</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Say where to write it.</source>
        <translation>اذكر أين يُكتب.</translation>
    </message>
</context>
<context>
    <name>DatasheetLauncher</name>
    <message>
        <source>Open a project first.</source>
        <translation>افتح مشروعًا أولًا.</translation>
    </message>
    <message>
        <source>Reading the project</source>
        <translation>قراءة المشروع</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>كُتب: %1</translation>
    </message>
</context>
<context>
    <name>Dating</name>
    <message>
        <source>Dates told from the day of publication</source>
        <translation>تواريخ محسوبة من يوم النشر</translation>
    </message>
    <message>
        <source>These values were reached from the old day. Uncheck what should stay.</source>
        <translation>حُسبت هذه القيم من اليوم السابق. أزل العلامة عمّا يبقى كما هو.</translation>
    </message>
    <message>
        <source>Change the values</source>
        <translation>تغيير القيم</translation>
    </message>
    <message>
        <source>change date values</source>
        <translation>تغيير قيم التواريخ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) changed</source>
        <translation>
            <numerusform>لم تتغير أي قيمة</numerusform>
            <numerusform>تغيرت قيمة واحدة</numerusform>
            <numerusform>تغيرت قيمتان</numerusform>
            <numerusform>تغيرت %Ln قيم</numerusform>
            <numerusform>تغيرت %Ln قيمة</numerusform>
            <numerusform>تغيرت %Ln قيمة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayOrderBox</name>
    <message>
        <source>Every day of publication that is written like %1 is read so.</source>
        <translation>تُقرأ على هذا النحو كل أيام النشر المكتوبة مثل %1.</translation>
    </message>
    <message>
        <source>Please choose…</source>
        <translation>اختر القراءة الصحيحة…</translation>
    </message>
    <message>
        <source>The files do not tell whether the day or the month comes first in %1.</source>
        <translation>لا يتبيّن من الملفات هل يأتي اليوم أولًا أم الشهر في %1.</translation>
    </message>
    <message>
        <source>%1, the day first</source>
        <translation>%1، اليوم أولًا</translation>
    </message>
    <message>
        <source>%1, the month first</source>
        <translation>%1، الشهر أولًا</translation>
    </message>
    <message>
        <source>Leave such days out</source>
        <translation>ترك هذه الأيام</translation>
    </message>
    <message>
        <source>The articles come without a day of publication, so that “yesterday” has no value in them.</source>
        <translation>تأتي المقالات بلا يوم نشر، فلا تكون لكلمة «أمس» فيها قيمة.</translation>
    </message>
    <message>
        <source>Please say which day %1 is.</source>
        <translation>يُرجى تحديد اليوم المقصود من %1.</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>As this annotator has it; nothing, where they made nothing</source>
        <translation>كما عند هذا الواسم؛ ولا شيء حيث لم يسِم شيئًا</translation>
    </message>
    <message>
        <source>What most have</source>
        <translation>ما عند الأغلبية</translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation>لا شيء البتة</translation>
    </message>
    <message>
        <source>Everything that anybody made</source>
        <translation>كل ما وسمه أي أحد</translation>
    </message>
    <message>
        <source>Edit gold: span, label, values, links, note</source>
        <translation>تحرير المرجع: المقطع والتصنيف والقيم والروابط والملاحظة</translation>
    </message>
    <message>
        <source>On to the row&apos;s values, one by one</source>
        <translation>إلى قيم الصف واحدةً واحدة</translation>
    </message>
    <message>
        <source>Keep what was decided, although it changed since</source>
        <translation>إبقاء ما حُسم وإن تغيّر عمل الواسمين بعده</translation>
    </message>
    <message>
        <source>Undecided again</source>
        <translation>إعادته غير محسوم</translation>
    </message>
    <message>
        <source>Give a reason with the next decision</source>
        <translation>كتابة سبب للقرار التالي</translation>
    </message>
    <message>
        <source>Next row; at the end, the next article</source>
        <translation>الصف التالي؛ وفي النهاية المقال التالي</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>الصف السابق</translation>
    </message>
    <message>
        <source>Next open row, or the next article that has one</source>
        <translation>الصف المفتوح التالي، أو المقال التالي الذي فيه صف مفتوح</translation>
    </message>
    <message>
        <source>Previous open row</source>
        <translation>الصف المفتوح السابق</translation>
    </message>
    <message>
        <source>Take all that everybody agrees on in this article</source>
        <translation>أخذ كل ما توافق عليه الجميع في هذا المقال</translation>
    </message>
    <message>
        <source>Decide the same words elsewhere alike</source>
        <translation>حسم الكلمات نفسها في مواضع أخرى بالمثل</translation>
    </message>
    <message>
        <source>Decide all rows shown, here or in all articles</source>
        <translation>حسم كل الصفوف الظاهرة، هنا أو في كل المقالات</translation>
    </message>
    <message>
        <source>Merge by a rule, with a look at it first</source>
        <translation>دمج بقاعدة، بعد معاينة أثرها</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>إظهار كل الصفوف</translation>
    </message>
    <message>
        <source>Lanes of those whose work does not count for gold, or none of them</source>
        <translation>إظهار خطوط من لا يُحتسب عملهم في المرجع أو إخفاؤها</translation>
    </message>
    <message>
        <source>In the text: move the start of gold&apos;s annotation with the arrow keys</source>
        <translation>في النص: تحريك بداية وسم المرجع بمفاتيح الأسهم</translation>
    </message>
    <message>
        <source>In the text: move the end of gold&apos;s annotation with the arrow keys</source>
        <translation>في النص: تحريك نهاية وسم المرجع بمفاتيح الأسهم</translation>
    </message>
    <message>
        <source>In the text: select the word, then the next; a label&apos;s key puts it into gold</source>
        <translation>في النص: تحديد الكلمة ثم التي تليها؛ ومفتاح التصنيف يضيفها إلى المرجع</translation>
    </message>
    <message>
        <source>In the text: take the last word off the selection</source>
        <translation>في النص: إخراج الكلمة الأخيرة من التحديد</translation>
    </message>
    <message>
        <source>Take gold&apos;s annotation away</source>
        <translation>حذف وسم المرجع</translation>
    </message>
    <message>
        <source>In the text: mark the selection as out of scope in gold, or back in scope</source>
        <translation>في النص: إخراج المحدَّد من النطاق في المرجع، أو إعادته إليه</translation>
    </message>
    <message>
        <source>Let go of the edge or the selection; back to the rows</source>
        <translation>ترك الحد أو التحديد؛ والعودة إلى الصفوف</translation>
    </message>
    <message>
        <source>Compare and decide</source>
        <translation>المقارنة والحسم</translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>First</source>
        <translation>الأول</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>الثاني</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>القرار</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>There is no annotation after this place.</source>
        <translation>لا وسم بعد هذا الموضع.</translation>
    </message>
    <message>
        <source>There is no annotation before this place.</source>
        <translation>لا وسم قبل هذا الموضع.</translation>
    </message>
    <message>
        <source>No other annotation is around the caret.</source>
        <translation>لا وسم آخر حول المؤشر.</translation>
    </message>
    <message>
        <source>Nothing is annotated here yet: a label&apos;s key tags the word at the caret.</source>
        <translation>لا وسوم هنا بعد: مفتاح التصنيف يَسِم الكلمة عند المؤشر.</translation>
    </message>
    <message>
        <source>No annotation is current: put the caret into one, or press %1.</source>
        <translation>لا وسم محدد: ضع المؤشر في وسم، أو اضغط %1.</translation>
    </message>
</context>
<context>
    <name>Enabling</name>
    <message>
        <source>the article is open for reading only</source>
        <translation>المقال مفتوح للقراءة فقط</translation>
    </message>
    <message>
        <source>there is no article yet</source>
        <translation>لا مقالات بعد</translation>
    </message>
    <message>
        <source>open a project first</source>
        <translation>افتح مشروعًا أولًا</translation>
    </message>
    <message>
        <source>open an article first</source>
        <translation>افتح مقالًا أولًا</translation>
    </message>
    <message>
        <source>no article is open that can be edited</source>
        <translation>لا يوجد مقال مفتوح يمكن تعديله</translation>
    </message>
    <message>
        <source>put the caret into an annotation first</source>
        <translation>ضع المؤشر في وسم أولًا</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>لا شيء للتراجع عنه</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>لا شيء لإعادته</translation>
    </message>
    <message>
        <source>this is the last article</source>
        <translation>هذا آخر مقال</translation>
    </message>
    <message>
        <source>this is the first article</source>
        <translation>هذا أول مقال</translation>
    </message>
    <message>
        <source>no article was visited before this one</source>
        <translation>لم يُفتح مقال قبل هذا</translation>
    </message>
    <message>
        <source>go back first</source>
        <translation>ارجع أولًا</translation>
    </message>
    <message>
        <source>nothing to mend in this article</source>
        <translation>لا شيء يحتاج إلى إصلاح في هذا المقال</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
</context>
<context>
    <name>ErrorBox</name>
    <message>
        <source>Not done</source>
        <translation>لم يتمّ الأمر</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Somebody is already working here</source>
        <translation>هناك من يعمل هنا الآن</translation>
    </message>
    <message>
        <source>This was written by a newer Hashiya</source>
        <translation>كُتب هذا بإصدار أحدث من حاشية</translation>
    </message>
    <message>
        <source>A file of the project is damaged</source>
        <translation>أحد ملفات المشروع تالف</translation>
    </message>
    <message>
        <source>The project is open for reading only</source>
        <translation>المشروع مفتوح للقراءة فقط</translation>
    </message>
    <message>
        <source>Somebody else may be writing here now</source>
        <translation>ربما يكتب شخص آخر هنا الآن</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile</source>
        <translation>غيّره شخص آخر في هذه الأثناء</translation>
    </message>
    <message>
        <source>The change is not on the disk yet</source>
        <translation>لم يُكتب التغيير على القرص بعد</translation>
    </message>
    <message>
        <source>Two annotators are needed to compare</source>
        <translation>لا تتم المقارنة إلا بواسمين</translation>
    </message>
    <message>
        <source>There is a problem with the project</source>
        <translation>في المشروع مشكلة</translation>
    </message>
    <message>
        <source>The format cannot do this</source>
        <translation>لا تستطيع الصيغة ذلك</translation>
    </message>
    <message>
        <source>This cannot be searched for</source>
        <translation>لا يمكن البحث عن هذا</translation>
    </message>
    <message>
        <source>The file was not imported</source>
        <translation>لم يُستورد الملف</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>لم يُصدَّر شيء</translation>
    </message>
    <message>
        <source>The text cannot be used</source>
        <translation>لا يمكن استعمال هذا النص</translation>
    </message>
    <message>
        <source>The labels contradict each other</source>
        <translation>التصنيفات متعارضة</translation>
    </message>
    <message>
        <source>The change does not fit the article</source>
        <translation>التغيير لا يلائم المقال</translation>
    </message>
    <message>
        <source>The selection does not fit the text</source>
        <translation>التحديد لا يلائم النص</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>تعذّر تنفيذ ذلك</translation>
    </message>
    <message>
        <source>Close the other window, or open the project for reading only. Nothing was changed.</source>
        <translation>أغلق النافذة الأخرى أو افتح المشروع للقراءة فقط. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Update Hashiya on this computer; until then you can read the project.</source>
        <translation>حدّث برنامج حاشية على هذا الحاسوب، وإلى ذلك الحين يمكنك قراءة المشروع.</translation>
    </message>
    <message>
        <source>The file was left exactly as it is. Run “hashiya check” on the project before going on.</source>
        <translation>تُرك الملف كما هو تمامًا. افحص المشروع بالأمر «hashiya check» قبل المتابعة.</translation>
    </message>
    <message>
        <source>Nothing was written. What was saved before is safe: close the project and open it again.</source>
        <translation>لم يُكتب شيء. ما حُفظ من قبل سليم: أغلق المشروع وافتحه من جديد.</translation>
    </message>
    <message>
        <source>Your change stays on the screen and is tried again. Make room on the disk, or reconnect it.</source>
        <translation>يبقى تغييرك على الشاشة وتُعاد محاولة حفظه. أفرغ مكانًا على القرص أو أعد توصيله.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export annotations</source>
        <translation>تصدير الوسوم</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>ال&amp;صيغة</translation>
    </message>
    <message>
        <source>&amp;Whose annotations</source>
        <translation>وسوم &amp;مَن</translation>
    </message>
    <message>
        <source>&amp;Articles</source>
        <translation>الم&amp;قالات</translation>
    </message>
    <message>
        <source>Write &amp;to</source>
        <translation>ال&amp;كتابة إلى</translation>
    </message>
    <message>
        <source>Nobody has annotated anything in this project yet.</source>
        <translation>لم يضع أحد وسمًا في هذا المشروع بعد.</translation>
    </message>
    <message>
        <source>Please choose the file to write.</source>
        <translation>اختر الملف الذي يُكتب.</translation>
    </message>
    <message>
        <source>This is a file. Please add the name of a folder.</source>
        <translation>هذا ملف. أضف اسم مجلد.</translation>
    </message>
    <message>
        <source>This is a folder. Please add the name of a file.</source>
        <translation>هذا مجلد. أضف اسم ملف.</translation>
    </message>
    <message>
        <source>The folder of this file does not exist. Choose another one.</source>
        <translation>مجلد هذا الملف غير موجود. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Everybody’s</source>
        <translation>وسوم الجميع</translation>
    </message>
    <message>
        <source>Gold: the reviewed annotations</source>
        <translation>المرجع: الوسوم بعد المراجعة</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>A file of this name exists and will be replaced.</source>
        <translation>يوجد ملف بهذا الاسم وسيُستبدَل.</translation>
    </message>
    <message>
        <source>A folder; an earlier export in it will be replaced.</source>
        <translation>مجلد، ويُستبدَل ما صُدّر إليه من قبل.</translation>
    </message>
    <message numerus="yes">
        <source>Writes %Ln files: %1…</source>
        <translation>
            <numerusform>لا يُكتب شيء: %1…</numerusform>
            <numerusform>يُكتب ملف واحد: %1…</numerusform>
            <numerusform>يُكتب ملفان: %1…</numerusform>
            <numerusform>تُكتب %Ln ملفات: %1…</numerusform>
            <numerusform>يُكتب %Ln ملفًا: %1…</numerusform>
            <numerusform>يُكتب %Ln ملف: %1…</numerusform>
        </translation>
    </message>
    <message>
        <source>Writes %1</source>
        <translation>يُكتب: %1</translation>
    </message>
</context>
<context>
    <name>ExportResult</name>
    <message>
        <source>Export finished</source>
        <translation>انتهى التصدير</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) written.</source>
        <translation>
            <numerusform>لم يُكتب أي وسم.</numerusform>
            <numerusform>كُتب وسم واحد.</numerusform>
            <numerusform>كُتب وسمان.</numerusform>
            <numerusform>كُتبت %Ln وسوم.</numerusform>
            <numerusform>كُتب %Ln وسمًا.</numerusform>
            <numerusform>كُتب %Ln وسم.</numerusform>
        </translation>
    </message>
    <message>
        <source>None was left out.</source>
        <translation>ولم يُترك أيٌّ منها.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out, because the format has no place for them; the report says which.</source>
        <translation>
            <numerusform>ولم يُترك أيٌّ منها.</numerusform>
            <numerusform>وتُرك وسم واحد لأن الصيغة لا تتّسع له، والتقرير يذكره.</numerusform>
            <numerusform>وتُرك وسمان لأن الصيغة لا تتّسع لهما، والتقرير يذكرهما.</numerusform>
            <numerusform>وتُركت %Ln وسوم لأن الصيغة لا تتّسع لها، والتقرير يذكر بعضها.</numerusform>
            <numerusform>وتُرك %Ln وسمًا لأن الصيغة لا تتّسع لها، والتقرير يذكر بعضها.</numerusform>
            <numerusform>وتُرك %Ln وسم لأن الصيغة لا تتّسع لها، والتقرير يذكر بعضها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportTexts</name>
    <message>
        <source>Finished articles only</source>
        <translation>المقالات المنجزة فقط</translation>
    </message>
    <message>
        <source>Articles marked as done.</source>
        <translation>المقالات التي عُلّمت منجزةً.</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>Reviewed articles only</source>
        <translation>المقالات المراجَعة فقط</translation>
    </message>
    <message>
        <source>Articles whose review is finished; the report counts the others.</source>
        <translation>المقالات التي اكتملت مراجعتها، ويُحصي التقرير ما سواها.</translation>
    </message>
    <message>
        <source>Also articles that nobody reviewed, without annotations: a program trained on them learns that there is nothing to find.</source>
        <translation>وكذلك المقالات التي لم يراجعها أحد، بلا وسوم: فيتعلّم البرنامج المدرَّب عليها أن ليس فيها ما يُوجد.</translation>
    </message>
    <message>
        <source>Also those still in progress or not begun.</source>
        <translation>ومعها ما هو قيد العمل وما لم يبدأ.</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>other edges</source>
        <translation>حدود أخرى</translation>
    </message>
    <message>
        <source>another label</source>
        <translation>تصنيف آخر</translation>
    </message>
    <message>
        <source>other label and edges</source>
        <translation>تصنيف وحدود أخرى</translation>
    </message>
    <message>
        <source>one piece or several</source>
        <translation>قطعة واحدة أو قطع</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>فات وسمه</translation>
    </message>
    <message>
        <source>not in gold</source>
        <translation>ليس في المرجع</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>قيمة أخرى</translation>
    </message>
    <message>
        <source>another link</source>
        <translation>رابط آخر</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>أُخذ به</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>تغيّر بعده</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>by %1 on %2</source>
        <translation>قرره %1 في %2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>right</source>
        <translation>مطابق</translation>
    </message>
    <message>
        <source>made</source>
        <translation>ما وُسم</translation>
    </message>
    <message>
        <source>in gold</source>
        <translation>في المرجع</translation>
    </message>
    <message>
        <source>count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>الضبط</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>الاستدعاء</translation>
    </message>
</context>
<context>
    <name>FeedbackModel</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>In what</source>
        <translation>في ماذا</translation>
    </message>
    <message>
        <source>You</source>
        <translation>وسمك</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بقرار</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>You</source>
        <translation>ما وسمته</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>ما تقرر</translation>
    </message>
    <message>
        <source>None of these articles has finished gold yet, so there is nothing to compare with.</source>
        <translation>لم يُنجز المرجع في أي من هذه المقالات بعد، فلا شيء يُقارن به.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) compared with gold.</source>
        <translation>
            <numerusform>لم يُقارن أي مقال بالمرجع.</numerusform>
            <numerusform>قورن مقال واحد بالمرجع.</numerusform>
            <numerusform>قورن مقالان بالمرجع.</numerusform>
            <numerusform>قورنت %Ln مقالات بالمرجع.</numerusform>
            <numerusform>قورن %Ln مقالًا بالمرجع.</numerusform>
            <numerusform>قورن %Ln مقال بالمرجع.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was decided otherwise so far.</source>
        <translation>لا قرار مخالفًا حتى الآن.</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) were decided otherwise.</source>
        <translation>
            <numerusform>لا وسوم تقرر خلافها.</numerusform>
            <numerusform>وسم واحد تقرر خلافه.</numerusform>
            <numerusform>وسمان تقرر خلافهما.</numerusform>
            <numerusform>تقرر خلاف %Ln وسوم.</numerusform>
            <numerusform>تقرر خلاف %Ln وسمًا.</numerusform>
            <numerusform>تقرر خلاف %Ln وسم.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>ما تقرر</translation>
    </message>
    <message>
        <source>&amp;Annotations of</source>
        <translation>&amp;وسوم</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;حفظ باسم…</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>المطابقة للمرجع</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>عبر الزمن</translation>
    </message>
    <message>
        <source>Guideline decisions</source>
        <translation>قرارات دليل الوسم</translation>
    </message>
    <message>
        <source>Parts of the feedback</source>
        <translation>أجزاء ما تقرر</translation>
    </message>
    <message>
        <source>&amp;Remove the guideline decision</source>
        <translation>ح&amp;ذف قرار دليل الوسم</translation>
    </message>
    <message>
        <source>There is no guideline decision yet. Deciding many differences of one cause at once makes one.</source>
        <translation>لا قرار في دليل الوسم بعد. يُصنع حين تُحسم اختلافات كثيرة لها سبب واحد معًا.</translation>
    </message>
    <message>
        <source>F1 against gold by the week in which the articles were finished. A dashed line is a guideline decision.</source>
        <translation>المقياس F1 مقابل المرجع بحسب الأسبوع الذي أُنجزت فيه المقالات. والخط المتقطع قرار في دليل الوسم.</translation>
    </message>
</context>
<context>
    <name>FieldTable</name>
    <message>
        <source>Article fields</source>
        <translation>حقول المقال</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) have a value for this; empty it there first.</source>
        <translation>
            <numerusform>ليس في أي مقال قيمة لهذا.</numerusform>
            <numerusform>في مقال واحد قيمة لهذا؛ أفرغها هناك أولًا.</numerusform>
            <numerusform>في مقالين قيمة لهذا؛ أفرغها هناك أولًا.</numerusform>
            <numerusform>في %Ln مقالات قيمة لهذا؛ أفرغها هناك أولًا.</numerusform>
            <numerusform>في %Ln مقالًا قيمة لهذا؛ أفرغها هناك أولًا.</numerusform>
            <numerusform>في %Ln مقال قيمة لهذا؛ أفرغها هناك أولًا.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>without a source</source>
        <translation>بلا مصدر</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>الواسمون</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Published from</source>
        <translation>المنشور من</translation>
    </message>
    <message>
        <source>to</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Published to</source>
        <translation>المنشور إلى</translation>
    </message>
    <message>
        <source>With articles in progress</source>
        <translation>مع المقالات قيد العمل</translation>
    </message>
    <message>
        <source>With text out of scope</source>
        <translation>مع النص خارج النطاق</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>any day</source>
        <translation>أي يوم</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>كما هي</translation>
    </message>
    <message>
        <source>without punctuation at the ends</source>
        <translation>دون علامات الترقيم في الطرفين</translation>
    </message>
    <message>
        <source>without punctuation and clitics</source>
        <translation>دون علامات الترقيم والسوابق</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>البحث في المقال</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>النتيجة السابقة (⁦Shift+Enter⁩)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>النتيجة التالية (⁦Enter⁩)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (⁦Esc⁩)</translation>
    </message>
</context>
<context>
    <name>FindCommands</name>
    <message>
        <source>No annotation is current: put the caret into one.</source>
        <translation>لا وسم محدَّد: ضع المؤشر داخل وسم.</translation>
    </message>
</context>
<context>
    <name>FindingsCommands</name>
    <message>
        <source>Nothing to mend in this article.</source>
        <translation>لا شيء يحتاج إلى إصلاح في هذا المقال.</translation>
    </message>
    <message>
        <source>This one needs your eye: nothing can mend it by itself.</source>
        <translation>هذا التنبيه يحتاج إلى نظرك: لا إصلاح تلقائيًّا له.</translation>
    </message>
    <message>
        <source>fix: %1</source>
        <translation>إصلاح: %1</translation>
    </message>
    <message>
        <source>There is nothing of this kind to mend.</source>
        <translation>لا شيء من هذا النوع يمكن إصلاحه.</translation>
    </message>
    <message>
        <source>fix all: %1</source>
        <translation>إصلاح الكل: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s) mended</source>
        <translation>
            <numerusform>لم يُصلَح شيء</numerusform>
            <numerusform>أُصلح تنبيه واحد</numerusform>
            <numerusform>أُصلح تنبيهان</numerusform>
            <numerusform>أُصلحت %Ln تنبيهات</numerusform>
            <numerusform>أُصلح %Ln تنبيهًا</numerusform>
            <numerusform>أُصلح %Ln تنبيه</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message numerus="yes">
        <source>Fix all %Ln of this kind</source>
        <translation>
            <numerusform>لا إصلاح من هذا النوع</numerusform>
            <numerusform>إصلاح التنبيه الوحيد من هذا النوع</numerusform>
            <numerusform>إصلاح التنبيهين من هذا النوع</numerusform>
            <numerusform>إصلاح %Ln تنبيهات من هذا النوع</numerusform>
            <numerusform>إصلاح %Ln تنبيهًا من هذا النوع</numerusform>
            <numerusform>إصلاح %Ln تنبيه من هذا النوع</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>التنبيهات</translation>
    </message>
    <message>
        <source>Nothing to mend.</source>
        <translation>لا شيء يحتاج إلى إصلاح.</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>إصلاح</translation>
    </message>
</context>
<context>
    <name>FindingsWords</name>
    <message>
        <source>No speaker is linked</source>
        <translation>لم يُربط قائل</translation>
    </message>
    <message>
        <source>No speaker is linked: %1?</source>
        <translation>لم يُربط قائل: أهو %1؟</translation>
    </message>
    <message>
        <source>Runs past the end of the text</source>
        <translation>يتجاوز نهاية النص</translation>
    </message>
    <message>
        <source>A letter is parted from its marks</source>
        <translation>حرف مفصول عن حركاته</translation>
    </message>
    <message>
        <source>A space at the edge</source>
        <translation>مسافة عند الحدّ</translation>
    </message>
    <message>
        <source>Punctuation at the edge</source>
        <translation>علامة ترقيم عند الحدّ</translation>
    </message>
    <message>
        <source>A quotation mark at the edge</source>
        <translation>علامة تنصيص عند الحدّ</translation>
    </message>
    <message>
        <source>The project has no label %1</source>
        <translation>لا تصنيف %1 في المشروع</translation>
    </message>
    <message>
        <source>These labels cannot be linked (%1)</source>
        <translation>لا رابط بين هذين التصنيفين (%1)</translation>
    </message>
    <message>
        <source>%1 belongs outside</source>
        <translation>مكان «%1» خارج الوسم</translation>
    </message>
    <message>
        <source>A title before the name: %1</source>
        <translation>لقب قبل الاسم: %1</translation>
    </message>
    <message>
        <source>Cuts a word: %1</source>
        <translation>يقطع كلمة: %1</translation>
    </message>
    <message>
        <source>Crosses %1</source>
        <translation>يتقاطع مع %1</translation>
    </message>
    <message>
        <source>Annotated twice with the same label</source>
        <translation>موسوم مرتين بالتصنيف نفسه</translation>
    </message>
    <message>
        <source>Lies in text that is out of scope</source>
        <translation>يقع في نص خارج النطاق</translation>
    </message>
    <message>
        <source>A value is missing: %1</source>
        <translation>قيمة ناقصة: %1</translation>
    </message>
    <message>
        <source>%1 is no date (ISO 8601)</source>
        <translation>ليست «%1» تاريخًا (ISO 8601)</translation>
    </message>
    <message>
        <source>%1 is far from the day of publication, %2</source>
        <translation>%1 بعيد عن يوم النشر %2</translation>
    </message>
    <message>
        <source>The date is %1</source>
        <translation>التاريخ هو %1</translation>
    </message>
    <message>
        <source>Holds a mark of another quote</source>
        <translation>فيه علامة من اقتباس آخر</translation>
    </message>
    <message>
        <source>Quotation mark without a partner</source>
        <translation>علامة تنصيص بلا قرينة</translation>
    </message>
    <message>
        <source>Past the end of the text</source>
        <translation>بعد نهاية النص</translation>
    </message>
    <message>
        <source>Letters parted from their marks</source>
        <translation>حروف مفصولة عن حركاتها</translation>
    </message>
    <message>
        <source>Spaces at an edge</source>
        <translation>مسافات عند الحدود</translation>
    </message>
    <message>
        <source>Punctuation at an edge</source>
        <translation>علامات ترقيم عند الحدود</translation>
    </message>
    <message>
        <source>Quotation marks at an edge</source>
        <translation>علامات تنصيص عند الحدود</translation>
    </message>
    <message>
        <source>Unknown labels</source>
        <translation>تصنيفات غير معروفة</translation>
    </message>
    <message>
        <source>Wrong links</source>
        <translation>روابط غير صحيحة</translation>
    </message>
    <message>
        <source>Clitics inside</source>
        <translation>لواصق داخل الوسم</translation>
    </message>
    <message>
        <source>Titles before names</source>
        <translation>ألقاب قبل الأسماء</translation>
    </message>
    <message>
        <source>Cut words</source>
        <translation>كلمات مقطوعة</translation>
    </message>
    <message>
        <source>Crossing annotations</source>
        <translation>وسوم متقاطعة</translation>
    </message>
    <message>
        <source>Annotated twice</source>
        <translation>وسوم مكررة</translation>
    </message>
    <message>
        <source>Annotations out of scope</source>
        <translation>وسوم خارج النطاق</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>قيم ناقصة</translation>
    </message>
    <message>
        <source>Values that are no dates</source>
        <translation>قيم ليست تواريخ</translation>
    </message>
    <message>
        <source>Unlikely dates</source>
        <translation>تواريخ مستبعدة</translation>
    </message>
    <message>
        <source>Edges of dates</source>
        <translation>حدود التواريخ</translation>
    </message>
    <message>
        <source>Quotes without a speaker</source>
        <translation>اقتباسات بلا قائل</translation>
    </message>
    <message>
        <source>Marks of other quotes</source>
        <translation>علامات من اقتباسات أخرى</translation>
    </message>
    <message>
        <source>Marks without a partner</source>
        <translation>علامات بلا قرينة</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Gold</name>
    <message>
        <source>Open a project first.</source>
        <translation>افتح مشروعًا أولًا.</translation>
    </message>
    <message>
        <source>Nothing can be decided here: %1</source>
        <translation>لا يمكن الحسم هنا: %1</translation>
    </message>
    <message>
        <source>You are annotating as gold yourself. Choose another annotator name, then decide in the review.</source>
        <translation>أنت تسِم باسم المرجع gold نفسه. اختر اسم واسم آخر، ثم احسم في المراجعة.</translation>
    </message>
</context>
<context>
    <name>GoldEdits</name>
    <message>
        <source>put into gold</source>
        <translation>إضافة إلى المرجع</translation>
    </message>
    <message>
        <source>In gold</source>
        <translation>في المرجع</translation>
    </message>
    <message>
        <source>move gold&apos;s edge</source>
        <translation>تحريك حد في المرجع</translation>
    </message>
    <message>
        <source>take out of gold</source>
        <translation>حذف من المرجع</translation>
    </message>
    <message>
        <source>There is nothing in gold here to take away.</source>
        <translation>ليس في المرجع هنا ما يُحذف.</translation>
    </message>
    <message>
        <source>put back in scope in gold</source>
        <translation>إعادة إلى النطاق في المرجع</translation>
    </message>
    <message>
        <source>mark out of scope in gold</source>
        <translation>إخراج من النطاق في المرجع</translation>
    </message>
    <message>
        <source>Select the text that is out of scope first.</source>
        <translation>حدّد أولًا النص الخارج عن النطاق.</translation>
    </message>
    <message>
        <source>A region has no label: 1–8 or 0 decides it.</source>
        <translation>لا تصنيف للمنطقة: تُحسم بالمفاتيح ١ إلى ٨ أو ٠.</translation>
    </message>
    <message>
        <source>edit gold</source>
        <translation>تحرير المرجع</translation>
    </message>
    <message>
        <source>decide with an edit</source>
        <translation>حسم بتحرير</translation>
    </message>
</context>
<context>
    <name>GuideEditor</name>
    <message>
        <source>Until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>There is no earlier version</source>
        <translation>لا توجد نسخة سابقة</translation>
    </message>
    <message>
        <source>Guidelines in Markdown</source>
        <translation>الدليل بصيغة Markdown</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>النسخ السابقة</translation>
    </message>
    <message>
        <source>Somebody else changed the guidelines meanwhile. Whichever you do not keep stays among the earlier versions.</source>
        <translation>غيّر شخص آخر الدليل في هذه الأثناء. والنص الذي لا تُبقيه يبقى بين النسخ السابقة.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>أبقِ نصي</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>خذ نصه</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>From gold:</source>
        <translation>من المرجع:</translation>
    </message>
    <message>
        <source>From your own work:</source>
        <translation>من عملك:</translation>
    </message>
</context>
<context>
    <name>GuidelinesCommands</name>
    <message>
        <source>The guidelines have no section about %1.</source>
        <translation>ليس في الدليل قسم عن %1.</translation>
    </message>
    <message>
        <source>The guidelines are saved.</source>
        <translation>حُفظ الدليل.</translation>
    </message>
    <message>
        <source>Your text is among the earlier versions.</source>
        <translation>نصك بين النسخ السابقة.</translation>
    </message>
    <message>
        <source>Nothing was changed; your text is among the earlier versions.</source>
        <translation>لم يتغير شيء، ونصك بين النسخ السابقة.</translation>
    </message>
</context>
<context>
    <name>GuidelinesPanel</name>
    <message numerus="yes">
        <source>%Ln edit(s) of guideline decisions wait</source>
        <translation>
            <numerusform>لا تعديل من قرارات دليل الوسم ينتظر ردّك</numerusform>
            <numerusform>تعديل واحد من قرارات دليل الوسم ينتظر ردّك</numerusform>
            <numerusform>تعديلان من قرارات دليل الوسم ينتظران ردّك</numerusform>
            <numerusform>%Ln تعديلات من قرارات دليل الوسم تنتظر ردّك</numerusform>
            <numerusform>%Ln تعديلًا من قرارات دليل الوسم ينتظر ردّك</numerusform>
            <numerusform>%Ln تعديل من قرارات دليل الوسم ينتظر ردّك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln guideline decision(s)</source>
        <translation>
            <numerusform>لا قرارات في دليل الوسم</numerusform>
            <numerusform>قرار واحد في دليل الوسم</numerusform>
            <numerusform>قراران في دليل الوسم</numerusform>
            <numerusform>%Ln قرارات في دليل الوسم</numerusform>
            <numerusform>%Ln قرارًا في دليل الوسم</numerusform>
            <numerusform>%Ln قرار في دليل الوسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>دليل الوسم</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>المحتويات</translation>
    </message>
    <message>
        <source>Find in the guidelines</source>
        <translation>ابحث في الدليل</translation>
    </message>
    <message>
        <source>Edit the guidelines</source>
        <translation>حرّر الدليل</translation>
    </message>
    <message>
        <source>Write guidelines</source>
        <translation>اكتب دليلًا</translation>
    </message>
    <message>
        <source>This project has no guidelines yet.</source>
        <translation>ليس لهذا المشروع دليل وسم بعد.</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>The report is on the clipboard. Look through it, then paste it into a message.</source>
        <translation>نُسخ التقرير إلى الحافظة. راجعه ثم الصقه في رسالة.</translation>
    </message>
    <message>
        <source>The log is in %1</source>
        <translation>السجل في %1</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>السجلّ</translation>
    </message>
    <message>
        <source>History of this annotation</source>
        <translation>سجلّ هذا الوسم</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>The journal does not reach back to this annotation.</source>
        <translation>لا يعود السجلّ إلى هذا الوسم.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>على الجهاز %1</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>أُضيف: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>حُذف: %1</translation>
    </message>
    <message>
        <source>%1: was %2, became %3</source>
        <translation>%1: كان %2 وصار %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>note</source>
        <translation>الملاحظة</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>استيراد مقالات</translation>
    </message>
    <message>
        <source>Choose texts or a whole folder, or drop them here. The same text twice is one article, so importing again does no harm.</source>
        <translation>اختر نصوصًا أو مجلدًا كاملًا أو أفلتها هنا. النص المكرّر مقال واحد، فلا ضرر من إعادة الاستيراد.</translation>
    </message>
    <message>
        <source>&amp;Day of publication</source>
        <translation>ي&amp;وم النشر</translation>
    </message>
    <message>
        <source>Please add at least one file or folder.</source>
        <translation>أضف ملفًا أو مجلدًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>%1 is no longer there. Remove it from the list or put it back.</source>
        <translation>لم يعد %1 موجودًا. أزله من القائمة أو أعده إلى مكانه.</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>إضافة &amp;ملفات…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>إضافة م&amp;جلد…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>الملفات والمجلدات</translation>
    </message>
    <message>
        <source>By what is in each file</source>
        <translation>بحسب محتوى كل ملف</translation>
    </message>
    <message>
        <source>Where that does not say, the ending of the file’s name does.</source>
        <translation>وإن لم يُعرف من المحتوى فبحسب امتداد اسم الملف.</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>ال&amp;صيغة</translation>
    </message>
    <message>
        <source>Looking into the files…</source>
        <translation>يُنظر في الملفات…</translation>
    </message>
    <message>
        <source>Otherwise the file’s name becomes the title.</source>
        <translation>وإلا صار اسم الملف عنوانًا.</translation>
    </message>
    <message>
        <source>%1 would be called: %2</source>
        <translation>سيكون عنوان %1: %2</translation>
    </message>
    <message>
        <source>%1 would be called after its file.</source>
        <translation>سيُسمّى %1 باسم ملفه.</translation>
    </message>
    <message>
        <source>Texts and annotations (%1)</source>
        <translation>نصوص ووسوم (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>كل الملفات (%1)</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>إضافة ملفات</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>إضافة مجلد</translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message>
        <source>Import finished</source>
        <translation>انتهى الاستيراد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new article(s)</source>
        <translation>
            <numerusform>لا مقالات جديدة</numerusform>
            <numerusform>مقال جديد واحد</numerusform>
            <numerusform>مقالان جديدان</numerusform>
            <numerusform>%Ln مقالات جديدة</numerusform>
            <numerusform>%Ln مقالًا جديدًا</numerusform>
            <numerusform>%Ln مقال جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>لا شيء موجود من قبل</numerusform>
            <numerusform>واحد موجود من قبل</numerusform>
            <numerusform>اثنان موجودان من قبل</numerusform>
            <numerusform>%Ln موجودة من قبل</numerusform>
            <numerusform>%Ln موجودة من قبل</numerusform>
            <numerusform>%Ln موجودة من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>لا مرفوض</numerusform>
            <numerusform>مرفوض واحد</numerusform>
            <numerusform>مرفوضان</numerusform>
            <numerusform>%Ln مرفوضة</numerusform>
            <numerusform>%Ln مرفوضة</numerusform>
            <numerusform>%Ln مرفوضة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%Ln مقالات</numerusform>
            <numerusform>%Ln مقالًا</numerusform>
            <numerusform>%Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>لا طبقات</numerusform>
            <numerusform>طبقة واحدة</numerusform>
            <numerusform>طبقتان</numerusform>
            <numerusform>%Ln طبقات</numerusform>
            <numerusform>%Ln طبقة</numerusform>
            <numerusform>%Ln طبقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%Ln وسوم</numerusform>
            <numerusform>%Ln وسمًا</numerusform>
            <numerusform>%Ln وسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) with the same text</source>
        <translation>
            <numerusform>لا مقال بالنص نفسه</numerusform>
            <numerusform>مقال واحد بالنص نفسه</numerusform>
            <numerusform>مقالان بالنص نفسه</numerusform>
            <numerusform>%Ln مقالات بالنص نفسه</numerusform>
            <numerusform>%Ln مقالًا بالنص نفسه</numerusform>
            <numerusform>%Ln مقال بالنص نفسه</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>JumpLine</name>
    <message>
        <source>No word on the screen begins with this</source>
        <translation>لا كلمة على الشاشة تبدأ بهذا</translation>
    </message>
    <message>
        <source>First letters of a word</source>
        <translation>الحروف الأولى من كلمة</translation>
    </message>
    <message>
        <source>Go to a word on the screen by its first letters</source>
        <translation>الانتقال إلى كلمة على الشاشة بحروفها الأولى</translation>
    </message>
</context>
<context>
    <name>KnownNames</name>
    <message>
        <source>Open a project first.</source>
        <translation>افتح مشروعًا أولًا.</translation>
    </message>
    <message>
        <source>The list of names can only be read: %1</source>
        <translation>قائمة الأسماء للقراءة فقط: %1</translation>
    </message>
</context>
<context>
    <name>LabelButton</name>
    <message>
        <source>key %1</source>
        <translation>المفتاح %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%Ln وسوم</numerusform>
            <numerusform>%Ln وسمًا</numerusform>
            <numerusform>%Ln وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>label of the annotation at the caret</source>
        <translation>تصنيف الوسم عند المؤشر</translation>
    </message>
    <message>
        <source>every selection is tagged with it</source>
        <translation>يُوسم به كل تحديد</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken row</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>%1: %2
Click: tag the selection, or the word at the caret
Right click: keep tagging with it</source>
        <translation>%1: %2
النقر: وسم التحديد أو الكلمة عند المؤشر
النقر بالزر الأيمن: مواصلة الوسم به</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>Add a&amp;ttribute</source>
        <translation>إ&amp;ضافة خاصية</translation>
    </message>
    <message>
        <source>&amp;English name</source>
        <translation>الاسم بالإن&amp;جليزية</translation>
    </message>
    <message>
        <source>&amp;Arabic name</source>
        <translation>الاسم بال&amp;عربية</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>الم&amp;فتاح</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>ال&amp;خط تحت النص</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>ال&amp;لون</translation>
    </message>
    <message>
        <source>&amp;Letters in front of a word</source>
        <translation>اللوا&amp;صق في أول الكلمة</translation>
    </message>
    <message>
        <source>What each annotation carries</source>
        <translation>ما يحمله كل وسم</translation>
    </message>
    <message>
        <source>none</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>line</source>
        <translation>متّصل</translation>
    </message>
    <message>
        <source>dashes</source>
        <translation>شرطات</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>نقاط</translation>
    </message>
    <message>
        <source>dashes and dots</source>
        <translation>شرطات ونقاط</translation>
    </message>
    <message>
        <source>wave</source>
        <translation>متموّج</translation>
    </message>
    <message>
        <source>double line</source>
        <translation>مزدوج</translation>
    </message>
    <message>
        <source>stay outside: و ف ب ل ك س are not marked</source>
        <translation>تبقى خارج الوسم: و ف ب ل ك س</translation>
    </message>
    <message>
        <source>are marked as they are selected</source>
        <translation>توسَم كما حُدّدت</translation>
    </message>
</context>
<context>
    <name>LabelMenu</name>
    <message>
        <source>Tag as %1</source>
        <translation>وسم بتصنيف %1</translation>
    </message>
</context>
<context>
    <name>LabelStrip</name>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>More labels</source>
        <translation>تصنيفات أخرى</translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message>
        <source>Labels in the files and here</source>
        <translation>التصنيفات في الملفات وهنا</translation>
    </message>
    <message>
        <source>Your choice is remembered for this project.</source>
        <translation>يُحفظ اختيارك لهذا المشروع.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln)</source>
        <translation>
            <numerusform>%1 (%Ln)</numerusform>
            <numerusform>%1 (%Ln)</numerusform>
            <numerusform>%1 (%Ln)</numerusform>
            <numerusform>%1 (%Ln)</numerusform>
            <numerusform>%1 (%Ln)</numerusform>
            <numerusform>%1 (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Add %1 as a new label</source>
        <translation>إضافة %1 تصنيفًا جديدًا</translation>
    </message>
    <message>
        <source>Leave these annotations out</source>
        <translation>ترك هذه الوسوم</translation>
    </message>
</context>
<context>
    <name>LabelsCard</name>
    <message>
        <source>By label: exact F1, its target, annotations</source>
        <translation>بحسب التصنيف: مقياس F1 الدقيق وهدفه وعدد الوسوم</translation>
    </message>
</context>
<context>
    <name>LinksBox</name>
    <message>
        <source>%1 of</source>
        <comment>heading of the quotes an actor is the speaker of</comment>
        <translation>%1 لـ</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>انتقال إلى %1</translation>
    </message>
    <message>
        <source>Unlink %1: %2</source>
        <translation>فكّ ربط %1: %2</translation>
    </message>
    <message>
        <source>Link %1…</source>
        <translation>ربط %1…</translation>
    </message>
</context>
<context>
    <name>ListMenus</name>
    <message>
        <source>&amp;Status</source>
        <translation>ال&amp;حالة</translation>
    </message>
    <message>
        <source>With the &amp;label</source>
        <translation>فيها ال&amp;تصنيف</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>ال&amp;مصدر</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>تاريخ ال&amp;نشر</translation>
    </message>
    <message>
        <source>With a &amp;note</source>
        <translation>عليها م&amp;لاحظة</translation>
    </message>
    <message>
        <source>With an open &amp;question or flag</source>
        <translation>فيها &amp;سؤال مفتوح أو علامة</translation>
    </message>
    <message>
        <source>Finished under older &amp;guidelines</source>
        <translation>أُنجزت وفق دليل وسم أ&amp;قدم</translation>
    </message>
    <message>
        <source>Show &amp;all articles</source>
        <translation>إظهار &amp;كل المقالات</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>تنا&amp;زليًا</translation>
    </message>
    <message>
        <source>&amp;Grouped by source</source>
        <translation>مجموعةً &amp;حسب المصدر</translation>
    </message>
    <message>
        <source>Nothing said</source>
        <translation>بلا قيمة</translation>
    </message>
    <message>
        <source>By &amp;number</source>
        <translation>بال&amp;رقم</translation>
    </message>
    <message>
        <source>By day of &amp;publication</source>
        <translation>بيوم ال&amp;نشر</translation>
    </message>
    <message>
        <source>By &amp;title</source>
        <translation>بال&amp;عنوان</translation>
    </message>
    <message>
        <source>By &amp;status</source>
        <translation>بالحا&amp;لة</translation>
    </message>
    <message>
        <source>By number of &amp;annotations</source>
        <translation>بعدد ال&amp;وسوم</translation>
    </message>
    <message>
        <source>By last &amp;change</source>
        <translation>بآخر ت&amp;غيير</translation>
    </message>
    <message>
        <source>New</source>
        <comment>article status</comment>
        <translation>جديد</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>article status</comment>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>article status</comment>
        <translation>منجز</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>%1 and more; scroll for the rest</source>
        <translation>%1 وأكثر؛ مرّر القائمة لرؤية الباقي</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>لا اختلافات</numerusform>
            <numerusform>اختلاف واحد</numerusform>
            <numerusform>اختلافان</numerusform>
            <numerusform>%Ln اختلافات</numerusform>
            <numerusform>%Ln اختلافًا</numerusform>
            <numerusform>%Ln اختلاف</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>ال&amp;نوع</translation>
    </message>
    <message>
        <source>Ca&amp;use</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>الأول</translation>
    </message>
    <message>
        <source>the second</source>
        <translation>الثاني</translation>
    </message>
    <message>
        <source>any kind</source>
        <translation>أي نوع</translation>
    </message>
    <message>
        <source>any cause</source>
        <translation>أي سبب</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>الاختلافات</translation>
    </message>
</context>
<context>
    <name>LossPreview</name>
    <message>
        <source>Counting what would be lost</source>
        <translation>عدّ ما سيُفقد</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>إيقاف العدّ</translation>
    </message>
    <message>
        <source>Counting what would be lost…</source>
        <translation>يجري عدّ ما سيُفقد…</translation>
    </message>
    <message>
        <source>Not counted to the end.</source>
        <translation>لم يكتمل العدّ.</translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message>
        <source>The articles chosen have no annotations.</source>
        <translation>لا وسوم في المقالات المختارة.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln مقال</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالين</numerusform>
            <numerusform>%Ln مقالات</numerusform>
            <numerusform>%Ln مقالًا</numerusform>
            <numerusform>%Ln مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1 annotations in %2 would be written as they are.</source>
        <translation>ستُكتب الوسوم كلها كما هي، وعددها %1 في %2.</translation>
    </message>
    <message>
        <source>%1 of %2 annotations in %3 would be left out.</source>
        <translation>سيُترك %1 من الوسوم البالغ عددها %2 في %3.</translation>
    </message>
    <message>
        <source>All %2 annotations in %3 would be written.</source>
        <translation>ستُكتب الوسوم كلها، وعددها %2 في %3.</translation>
    </message>
    <message>
        <source>%1 would be changed.</source>
        <translation>وسيتغيّر منها %1.</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between reasons</comment>
        <translation>؛ </translation>
    </message>
    <message>
        <source>would stop the export</source>
        <translation>يوقف التصدير</translation>
    </message>
    <message>
        <source>%1 of %2 would be left out, %3 changed</source>
        <translation>يُترك %1 من %2، ويتغيّر %3</translation>
    </message>
    <message>
        <source>%1 of %2 would be left out</source>
        <translation>يُترك %1 من %2</translation>
    </message>
    <message>
        <source>inside or around another</source>
        <translation>داخل وسم آخر أو حوله</translation>
    </message>
    <message>
        <source>crossing another</source>
        <translation>متقاطع مع وسم آخر</translation>
    </message>
    <message>
        <source>over the very words of another</source>
        <translation>على كلمات وسم آخر نفسها</translation>
    </message>
    <message>
        <source>in one word with a longer one</source>
        <translation>في كلمة واحدة مع وسم أطول</translation>
    </message>
    <message>
        <source>with an edge inside a word</source>
        <translation>يبدأ أو ينتهي داخل كلمة</translation>
    </message>
    <message>
        <source>over nothing that is seen</source>
        <translation>على ما لا يُرى</translation>
    </message>
    <message>
        <source>out of scope</source>
        <translation>خارج النطاق</translation>
    </message>
    <message>
        <source>widened to whole words</source>
        <translation>وُسِّع إلى كلمات كاملة</translation>
    </message>
    <message>
        <source>kept by cutting a word</source>
        <translation>حُفظ بقطع كلمة</translation>
    </message>
    <message>
        <source>without white space at an edge</source>
        <translation>من دون الفراغ عند حدّه</translation>
    </message>
    <message>
        <source>cut at the ends of sentences</source>
        <translation>قُطع عند نهايات الجمل</translation>
    </message>
    <message>
        <source>with a row for white space</source>
        <translation>له سطر للفراغ</translation>
    </message>
    <message>
        <source>articles without annotations, not in this format</source>
        <translation>مقالات بلا وسوم لا تتّسع لها الصيغة</translation>
    </message>
    <message>
        <source>values, not in this format</source>
        <translation>قيم لا تتّسع لها الصيغة</translation>
    </message>
    <message>
        <source>notes, not in this format</source>
        <translation>ملاحظات لا تتّسع لها الصيغة</translation>
    </message>
    <message>
        <source>links, not in this format</source>
        <translation>روابط لا تتّسع لها الصيغة</translation>
    </message>
    <message>
        <source>regions out of scope, not in this format</source>
        <translation>مناطق خارج النطاق لا تتّسع لها الصيغة</translation>
    </message>
    <message>
        <source>flags and questions, not in this format</source>
        <translation>علامات وأسئلة لا تتّسع لها الصيغة</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>المشاريع الأ&amp;خيرة</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>الأدوات</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>التنبيهات</translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message>
        <source>decide many</source>
        <translation>حسم صفوف كثيرة</translation>
    </message>
    <message numerus="yes">
        <source>Decided alike: %n row(s).</source>
        <translation>
            <numerusform>لم يُحسم أي صف.</numerusform>
            <numerusform>حُسم صف واحد.</numerusform>
            <numerusform>حُسم صفان بالمثل.</numerusform>
            <numerusform>حُسمت %Ln صفوف بالمثل.</numerusform>
            <numerusform>حُسم %Ln صفًّا بالمثل.</numerusform>
            <numerusform>حُسم %Ln صف بالمثل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be decided so.</source>
        <translation>
            <numerusform>ولم يتعذر شيء.</numerusform>
            <numerusform>وتعذر حسم صف واحد هكذا.</numerusform>
            <numerusform>وتعذر حسم صفين هكذا.</numerusform>
            <numerusform>وتعذر حسم %Ln صفوف هكذا.</numerusform>
            <numerusform>وتعذر حسم %Ln صفًّا هكذا.</numerusform>
            <numerusform>وتعذر حسم %Ln صف هكذا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting what the guideline decision buys</source>
        <translation>حساب ما يكسبه القرار</translation>
    </message>
    <message numerus="yes">
        <source>Kept as a guideline decision with %n edit(s) for annotators.</source>
        <translation>
            <numerusform>حُفظ قرارًا في دليل الوسم بلا تعديلات للواسمين.</numerusform>
            <numerusform>حُفظ قرارًا في دليل الوسم مع تعديل واحد للواسمين.</numerusform>
            <numerusform>حُفظ قرارًا في دليل الوسم مع تعديلين للواسمين.</numerusform>
            <numerusform>حُفظ قرارًا في دليل الوسم مع %n تعديلات للواسمين.</numerusform>
            <numerusform>حُفظ قرارًا في دليل الوسم مع %n تعديلًا للواسمين.</numerusform>
            <numerusform>حُفظ قرارًا في دليل الوسم مع %n تعديل للواسمين.</numerusform>
        </translation>
    </message>
    <message>
        <source>It buys %1 of exact F1.</source>
        <translation>يزيد مقياس F1 الدقيق بمقدار %1.</translation>
    </message>
    <message>
        <source>Looking for rows like these</source>
        <translation>البحث عن صفوف مثل هذه</translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message>
        <source>Decide all shown</source>
        <translation>حسم كل الظاهر</translation>
    </message>
    <message>
        <source>One decision for every line that stays ticked, undone as one. Space takes a line out or in.</source>
        <translation>قرار واحد لكل سطر يبقى مؤشَّرًا، يُتراجع عنه دفعة واحدة. مفتاح المسافة يستبعد السطر أو يعيده.</translation>
    </message>
    <message>
        <source>what most have</source>
        <translation>ما عند الأغلبية</translation>
    </message>
    <message>
        <source>the shorter span (titles, clitics, signs stay outside)</source>
        <translation>المقطع الأقصر (تبقى الألقاب والسوابق والعلامات خارجه)</translation>
    </message>
    <message>
        <source>the longer span (titles, clitics, signs are part of it)</source>
        <translation>المقطع الأطول (تدخل فيه الألقاب والسوابق والعلامات)</translation>
    </message>
    <message>
        <source>everything that anybody made</source>
        <translation>كل ما وسمه أي أحد</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>كما عند %1</translation>
    </message>
    <message>
        <source>this article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>all articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>e.g. titles stay outside</source>
        <translation>مثلًا: الألقاب تبقى خارج الوسم</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>ال&amp;مأخوذ</translation>
    </message>
    <message>
        <source>&amp;In</source>
        <translation>&amp;في</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>الس&amp;بب</translation>
    </message>
    <message>
        <source>The annotators read it.</source>
        <translation>يقرؤه الواسمون.</translation>
    </message>
    <message>
        <source>&amp;Guideline</source>
        <translation>&amp;دليل الوسم</translation>
    </message>
    <message>
        <source>With a name it is kept as a guideline decision: annotators read it beside the edits that it means for their own work.</source>
        <translation>إن سمّيته حُفظ قرارًا في دليل الوسم: يقرؤه الواسمون ومعه التعديلات التي يقتضيها في عملهم.</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>&amp;حسم</translation>
    </message>
    <message>
        <source>No line is ticked.</source>
        <translation>لا سطر مؤشَّرًا.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) ticked</source>
        <translation>
            <numerusform>لا صفوف مؤشَّرة</numerusform>
            <numerusform>صف واحد مؤشَّر</numerusform>
            <numerusform>صفان مؤشَّران</numerusform>
            <numerusform>%Ln صفوف مؤشَّرة</numerusform>
            <numerusform>%Ln صفًّا مؤشَّرًا</numerusform>
            <numerusform>%Ln صف مؤشَّر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be decided so and are not listed</source>
        <translation>
            <numerusform>لا صفوف غير قابلة للحسم هكذا</numerusform>
            <numerusform>صف واحد لا يُحسم هكذا ولا يظهر</numerusform>
            <numerusform>صفان لا يُحسمان هكذا ولا يظهران</numerusform>
            <numerusform>%Ln صفوف لا تُحسم هكذا ولا تظهر</numerusform>
            <numerusform>%Ln صفًّا لا تُحسم هكذا ولا تظهر</numerusform>
            <numerusform>%Ln صف لا تُحسم هكذا ولا تظهر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeaningWords</name>
    <message>
        <source>%1: «%2»</source>
        <comment>a label and the words it covers</comment>
        <translation>%1: «%2»</translation>
    </message>
    <message>
        <source>%1 to edit</source>
        <translation>%1 للتحرير</translation>
    </message>
    <message>
        <source>%1 to look</source>
        <translation>%1 للاطلاع</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>merge by rule</source>
        <translation>دمج بقاعدة</translation>
    </message>
    <message>
        <source>Gold was changed since you looked. Nothing was done: look again.</source>
        <translation>تغيّر المرجع منذ المعاينة. لم يحدث شيء: عاين مرة أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>Merged into gold: %n article(s) changed.</source>
        <translation>
            <numerusform>لم يتغير المرجع في أي مقال.</numerusform>
            <numerusform>دُمج في المرجع: تغيّر مقال واحد.</numerusform>
            <numerusform>دُمج في المرجع: تغيّر مقالان.</numerusform>
            <numerusform>دُمج في المرجع: تغيّرت %Ln مقالات.</numerusform>
            <numerusform>دُمج في المرجع: تغيّر %Ln مقالًا.</numerusform>
            <numerusform>دُمج في المرجع: تغيّر %Ln مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking what the rule would do</source>
        <translation>معاينة أثر القاعدة</translation>
    </message>
    <message>
        <source>out of scope</source>
        <translation>خارج النطاق</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>A project is a folder with the articles, everybody’s annotations and the labels. You can copy, send and back it up like any folder.</source>
        <translation>المشروع مجلد فيه المقالات ووسوم الجميع والتصنيفات، يمكنك نسخه وإرساله وحفظ نسخة احتياطية منه كأي مجلد.</translation>
    </message>
    <message>
        <source>for example: Karabakh 2021</source>
        <translation>مثلًا: قره باغ ٢٠٢١</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>&amp;Inside the folder</source>
        <translation>&amp;داخل المجلد</translation>
    </message>
    <message>
        <source>Actors, dates, quotes and agreements</source>
        <translation>الفاعلون والتواريخ والاقتباسات والاتفاقات</translation>
    </message>
    <message>
        <source>From a file or another project</source>
        <translation>من ملف أو من مشروع آخر</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>الت&amp;صنيفات</translation>
    </message>
    <message>
        <source>Labels of a project (%1)</source>
        <translation>تصنيفات مشروع (%1)</translation>
    </message>
    <message>
        <source>Labels &amp;file</source>
        <translation>م&amp;لف التصنيفات</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>إنشاء المشروع</translation>
    </message>
    <message>
        <source>Please give the project a title.</source>
        <translation>أعطِ المشروع عنوانًا.</translation>
    </message>
    <message>
        <source>Please choose the folder that the project goes into.</source>
        <translation>اختر المجلد الذي يوضع فيه المشروع.</translation>
    </message>
    <message>
        <source>This folder does not exist. Choose another one, or make it first.</source>
        <translation>هذا المجلد غير موجود. اختر غيره أو أنشئه أولًا.</translation>
    </message>
    <message>
        <source>You may not write into this folder. Choose another one.</source>
        <translation>لا يحقّ لك الكتابة في هذا المجلد. اختر غيره.</translation>
    </message>
    <message>
        <source>There is already a file of that name here. Choose another title.</source>
        <translation>يوجد هنا ملف بهذا الاسم. اختر عنوانًا آخر.</translation>
    </message>
    <message>
        <source>That folder exists and is not empty. Choose another title or folder.</source>
        <translation>هذا المجلد موجود وليس فارغًا. اختر عنوانًا أو مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Please choose the file that holds the labels.</source>
        <translation>اختر الملف الذي فيه التصنيفات.</translation>
    </message>
    <message>
        <source>The folder will be %1</source>
        <translation>سيكون المجلد %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>%1. You can change labels later.</source>
        <translation>%1. يمكنك تغيير التصنيفات لاحقًا.</translation>
    </message>
</context>
<context>
    <name>NothingOpen</name>
    <message>
        <source>No article is open.</source>
        <translation>لا مقال مفتوح.</translation>
    </message>
    <message>
        <source>Find an article</source>
        <translation>البحث عن مقال</translation>
    </message>
    <message>
        <source>No articles yet. Import text files, or drop them on the window.</source>
        <translation>لا مقالات بعد. استورد ملفات نصية أو أفلتها على النافذة.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
</context>
<context>
    <name>NumbersView</name>
    <message>
        <source>Precision</source>
        <translation>الضبط</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>الاستدعاء</translation>
    </message>
    <message>
        <source>Annotations an hour</source>
        <translation>وسوم في الساعة</translation>
    </message>
    <message>
        <source>Same edges and same label as gold.</source>
        <translation>الحدود نفسها والتصنيف نفسه كما في المرجع.</translation>
    </message>
    <message>
        <source>Of what was made, the share that gold has so.</source>
        <translation>من كل ما وُسم، نسبة ما هو كذلك في المرجع.</translation>
    </message>
    <message>
        <source>Of gold, the share that was made so.</source>
        <translation>من كل ما في المرجع، نسبة ما وُسم كذلك.</translation>
    </message>
    <message>
        <source>Same label and an overlap.</source>
        <translation>التصنيف نفسه مع تداخل المقطعين.</translation>
    </message>
    <message>
        <source>Of active time, from the journal; pauses over five minutes count nothing.</source>
        <translation>من وقت العمل بحسب السجل؛ ولا تُحسب وقفة تزيد على خمس دقائق.</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>بحسب التصنيف</translation>
    </message>
    <message>
        <source>By cause, the dearest first</source>
        <translation>بحسب السبب، والأعلى كلفة أولًا</translation>
    </message>
    <message>
        <source>The scores are what they would be without this cause.</source>
        <translation>المقاييس كما تصير لو زال هذا السبب.</translation>
    </message>
</context>
<context>
    <name>OpenArticles</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Exact F1</source>
        <translation>مقياس F1 الدقيق</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>المفتوح</translation>
    </message>
    <message>
        <source>of which</source>
        <translation>ومنه</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>المتوافق عليه</translation>
    </message>
</context>
<context>
    <name>OpenProject</name>
    <message>
        <source>Some edits are not on disk yet: %1</source>
        <translation>تعديلات لم تصل إلى القرص بعد: %1</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>All &amp;differences</source>
        <translation>كل الا&amp;ختلافات</translation>
    </message>
    <message>
        <source>&amp;Merge into gold</source>
        <translation>&amp;دمج في المرجع</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>الإ&amp;عدادات…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>Articles with open differences</source>
        <translation>مقالات فيها اختلافات مفتوحة</translation>
    </message>
    <message>
        <source>Counting what is open…</source>
        <translation>حساب المفتوح…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>What is open has not been counted.</source>
        <translation>لم يُحسب المفتوح بعد.</translation>
    </message>
    <message>
        <source>Gold can be decided once two annotators have finished an article.</source>
        <translation>يبدأ حسم المرجع حين ينجز واسمان مقالًا.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>لا شيء مفتوح.</translation>
    </message>
    <message>
        <source>then:</source>
        <translation>ثم:</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Counting gold: %1 of %2 articles</source>
        <translation>حساب المرجع: %1 من %2 من المقالات</translation>
    </message>
    <message>
        <source>Stopped. F5 counts again.</source>
        <translation>أُوقف الحساب. مفتاح F5 يعيده.</translation>
    </message>
</context>
<context>
    <name>PaceDialog</name>
    <message>
        <source>Your pace</source>
        <translation>وتيرة عملك</translation>
    </message>
    <message>
        <source>Counted here and now from the times of your own edits. Hashiya sends it to nobody and keeps it nowhere; the journal it is counted from is part of the project folder.</source>
        <translation>تُحسب هنا والآن من أوقات تعديلاتك أنت. لا ترسلها حاشية إلى أحد ولا تحفظها في مكان؛ أما سجلّ التعديلات الذي تُحسب منه فهو جزء من مجلد المشروع.</translation>
    </message>
    <message>
        <source>You have not edited anything in this project yet.</source>
        <translation>لم تعدّل شيئًا في هذا المشروع بعد.</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s)</source>
        <translation>
            <numerusform>لا أيام</numerusform>
            <numerusform>آخر يوم</numerusform>
            <numerusform>آخر يومين</numerusform>
            <numerusform>آخر %Ln أيام</numerusform>
            <numerusform>آخر %Ln يومًا</numerusform>
            <numerusform>آخر %Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Active minutes a &amp;day</source>
        <translation>دقائق العمل في ال&amp;يوم</translation>
    </message>
    <message>
        <source>Active minutes a day</source>
        <translation>دقائق العمل في اليوم</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Active: the time between edits that are no more than %1 apart (a time-out between events, after Catledge and Pitkow 1995). Longer gaps are pauses; what comes before the first edit after one is not counted.</source>
        <translation>وقت العمل: ما بين تعديلين لا يفصل بينهما أكثر من %1 (مهلة بين الأحداث، على طريقة كاتلدج وبيتكو 1995). الفواصل الأطول استراحات، ولا يُحسب ما يسبق أول تعديل بعدها.</translation>
    </message>
    <message>
        <source>Annotations: those you first made that day and that were still there at its end. Imports, and edits that add more than %1 at once, do not count.</source>
        <translation>الوسوم: ما أنشأته أول مرة في ذلك اليوم وبقي إلى نهايته. لا يُحسب المستورد ولا تعديل يضيف أكثر من %1 دفعة واحدة.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>Active: %1 · annotations: %2 · an hour: %3</source>
        <translation>وقت العمل: %1 · الوسوم: %2 · في الساعة: %3</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>وقت العمل</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>في الساعة</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>في هذا المشروع</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 س %2 د</translation>
    </message>
    <message>
        <source>Pace by article</source>
        <translation>الوتيرة في كل مقال</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
</context>
<context>
    <name>PaceLauncher</name>
    <message>
        <source>Open a project first.</source>
        <translation>افتح مشروعًا أولًا.</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>قراءة سجلّ التعديلات</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>اختيار مجلد</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>Choose where to write</source>
        <translation>اختيار مكان الكتابة</translation>
    </message>
</context>
<context>
    <name>PathList</name>
    <message>
        <source>Drop files or a folder here</source>
        <translation>أفلِت ملفات أو مجلدًا هنا</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>Who counts</source>
        <translation>من يُحتسب عمله</translation>
    </message>
    <message>
        <source>Work that does not count stays where it is: it only has no vote, and no share in the numbers.</source>
        <translation>العمل الذي لا يُحتسب يبقى في مكانه: لا صوت له ولا نصيب في الأرقام فحسب.</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>الواسم</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>صفته</translation>
    </message>
    <message>
        <source>For gold</source>
        <translation>للمرجع</translation>
    </message>
    <message>
        <source>For agreement</source>
        <translation>للتوافق بين الواسمين</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>واسم</translation>
    </message>
    <message>
        <source>trainee</source>
        <translation>متدرب</translation>
    </message>
    <message>
        <source>no longer here</source>
        <translation>لم يعد معنا</translation>
    </message>
    <message>
        <source>a machine</source>
        <translation>آلة</translation>
    </message>
    <message>
        <source>%1 counts for gold</source>
        <translation>%1 يُحتسب للمرجع</translation>
    </message>
    <message>
        <source>%1 counts for agreement</source>
        <translation>%1 يُحتسب للتوافق بين الواسمين</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>Effect</source>
        <translation>الأثر</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
</context>
<context>
    <name>PointBox</name>
    <message>
        <source>nothing there</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>بلا قيمة</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>مربوط</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>غير مربوط</translation>
    </message>
    <message>
        <source>out of scope</source>
        <translation>خارج النطاق</translation>
    </message>
    <message>
        <source>in scope</source>
        <translation>داخل النطاق</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Print preview</source>
        <translation>معاينة الطباعة</translation>
    </message>
    <message>
        <source>Sheet %1</source>
        <translation>الصفحة %1</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>الصفحات</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln sheet(s); all of them are printed.</source>
        <translation>
            <numerusform>لا صفحات.</numerusform>
            <numerusform>الصفحة الأولى؛ وتُطبع كلها.</numerusform>
            <numerusform>الصفحتان الأوليان؛ وتُطبع كلها.</numerusform>
            <numerusform>أول %Ln صفحات؛ وتُطبع كلها.</numerusform>
            <numerusform>أول %Ln صفحة؛ وتُطبع كلها.</numerusform>
            <numerusform>أول %Ln صفحة؛ وتُطبع كلها.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Values, links and notes</source>
        <translation>القيم والروابط والملاحظات</translation>
    </message>
    <message>
        <source>Flags and questions</source>
        <translation>الأسئلة وعلامات المتابعة</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>الجواب</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>المرجع</translation>
    </message>
</context>
<context>
    <name>PrintingLauncher</name>
    <message>
        <source>Laying out the sheets</source>
        <translation>ترتيب الصفحات</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>الطباعة</translation>
    </message>
    <message>
        <source>Writing the PDF</source>
        <translation>كتابة ملف PDF</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>أُوقف ولم يُكتب ملف.</translation>
    </message>
    <message>
        <source>Writing the page</source>
        <translation>كتابة الصفحة</translation>
    </message>
    <message>
        <source>The article was copied with its tags.</source>
        <translation>نُسخ المقال مع وسومه.</translation>
    </message>
    <message>
        <source>The selection was copied with its tags.</source>
        <translation>نُسخ التحديد مع وسومه.</translation>
    </message>
    <message>
        <source>There is no article yet. Import some first.</source>
        <translation>لا مقالات بعد. استورد بعضها أولًا.</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>افتح مشروعًا أولًا.</translation>
    </message>
    <message>
        <source>No article is so far. Choose others.</source>
        <translation>لا مقال بلغ هذه الحالة. اختر غيرها.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) written into %1.</source>
        <translation>
            <numerusform>لم يُكتب مقال في %1.</numerusform>
            <numerusform>كُتب مقال واحد في %1.</numerusform>
            <numerusform>كُتب مقالان في %1.</numerusform>
            <numerusform>كُتبت %Ln مقالات في %1.</numerusform>
            <numerusform>كُتب %Ln مقالًا في %1.</numerusform>
            <numerusform>كُتب %Ln مقال في %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Starting…</source>
        <translation>جارٍ البدء…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Stopping; what was begun is being undone…</source>
        <translation>جارٍ الإيقاف والتراجع عمّا بدأ…</translation>
    </message>
</context>
<context>
    <name>ProjectCommands</name>
    <message>
        <source>Open a project folder</source>
        <translation>فتح مجلد مشروع</translation>
    </message>
    <message>
        <source>Everything is saved; Hashiya saves each edit by itself.</source>
        <translation>كل شيء محفوظ، فحاشية تحفظ كل تعديل من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>Counting annotations</source>
        <translation>جارٍ عدّ الوسوم</translation>
    </message>
    <message>
        <source>Already open</source>
        <translation>مفتوح من قبل</translation>
    </message>
    <message>
        <source>%1 is already at work on this project, in another window.</source>
        <translation>يعمل %1 في هذا المشروع الآن، في نافذة أخرى.</translation>
    </message>
    <message>
        <source>You can look at the project without changing anything.</source>
        <translation>يمكنك الاطّلاع على المشروع دون تغيير شيء.</translation>
    </message>
    <message>
        <source>Open &amp;read-only</source>
        <translation>فتح لل&amp;قراءة فقط</translation>
    </message>
</context>
<context>
    <name>ProjectFind</name>
    <message numerus="yes">
        <source>%Ln article(s) cannot be read; “Check and mend” says why.</source>
        <translation>
            <numerusform>تعذّرت قراءة %Ln مقال؛ انظر «الفحص والإصلاح».</numerusform>
            <numerusform>تعذّرت قراءة مقال واحد؛ انظر «الفحص والإصلاح».</numerusform>
            <numerusform>تعذّرت قراءة مقالين؛ انظر «الفحص والإصلاح».</numerusform>
            <numerusform>تعذّرت قراءة %Ln مقالات؛ انظر «الفحص والإصلاح».</numerusform>
            <numerusform>تعذّرت قراءة %Ln مقالًا؛ انظر «الفحص والإصلاح».</numerusform>
            <numerusform>تعذّرت قراءة %Ln مقال؛ انظر «الفحص والإصلاح».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectPanel</name>
    <message>
        <source>Reading the articles…</source>
        <translation>قراءة المقالات…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%Ln نتائج</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s)</source>
        <translation>
            <numerusform>في أي مقال</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين</numerusform>
            <numerusform>في %Ln مقالات</numerusform>
            <numerusform>في %Ln مقالًا</numerusform>
            <numerusform>في %Ln مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Type words to find them in all articles, however they are spelled.</source>
        <translation>اكتب كلمات للبحث عنها في كل المقالات، أيًّا كانت طريقة كتابتها.</translation>
    </message>
    <message>
        <source>Nothing so far; the articles are still being read.</source>
        <translation>لا شيء حتى الآن؛ ما زالت المقالات تُقرأ.</translation>
    </message>
    <message>
        <source>No article holds %1.</source>
        <translation>لا يوجد %1 في أي مقال.</translation>
    </message>
    <message>
        <source>Find in all articles</source>
        <translation>البحث في كل المقالات</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>النتائج</translation>
    </message>
</context>
<context>
    <name>ProposalsModel</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>المقترح</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>ProposeCommands</name>
    <message>
        <source>Nothing is proposed here.</source>
        <translation>لا اقتراح هنا.</translation>
    </message>
    <message>
        <source>take proposed value</source>
        <translation>أخذ القيمة المقترحة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a value and why it is right</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>QueryLine</name>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>ما يُبحث عنه</translation>
    </message>
    <message>
        <source>E&amp;xact</source>
        <translation>مطا&amp;بق</translation>
    </message>
    <message>
        <source>Compare case, vowel marks and spelling as typed; otherwise أ is ا and ة is ه</source>
        <translation>مطابقة الحركات والرسم كما كُتبا؛ وإلا فإن أ تساوي ا، وة تساوي ه</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>نم&amp;ط</translation>
    </message>
    <message>
        <source>Take the words as a regular expression</source>
        <translation>اعتبار الكلمات تعبيرًا نمطيًّا (regular expression)</translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation>كلمات &amp;كاملة</translation>
    </message>
    <message>
        <source>Leave out parts of words; و ف ب ل ك in front do not count</source>
        <translation>استبعاد أجزاء الكلمات؛ ولا تُحسب و ف ب ل ك في أولها</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>everybody</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>Settled by the annotator: %1</source>
        <translation>حسمه الواسم: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait(s) for an answer. Enter goes to the place.</source>
        <translation>
            <numerusform>لا شيء ينتظر جوابًا. Enter يذهب إلى الموضع.</numerusform>
            <numerusform>واحد ينتظر جوابًا. Enter يذهب إلى الموضع.</numerusform>
            <numerusform>اثنان ينتظران جوابًا. Enter يذهب إلى الموضع.</numerusform>
            <numerusform>%Ln تنتظر جوابًا. Enter يذهب إلى الموضع.</numerusform>
            <numerusform>%Ln ينتظر جوابًا. Enter يذهب إلى الموضع.</numerusform>
            <numerusform>%Ln ينتظر جوابًا. Enter يذهب إلى الموضع.</numerusform>
        </translation>
    </message>
    <message>
        <source>No annotator has asked or flagged anything yet.</source>
        <translation>لم يسأل أي واسم ولم يضع علامة متابعة بعد.</translation>
    </message>
    <message>
        <source>Nothing of this annotator&apos;s waits for an answer.</source>
        <translation>لا شيء لهذا الواسم ينتظر جوابًا.</translation>
    </message>
    <message>
        <source>Everything is answered or settled.</source>
        <translation>كل شيء أُجيب عنه أو حُسم.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>الأسئلة</translation>
    </message>
    <message>
        <source>&amp;Asked by</source>
        <translation>&amp;صاحب السؤال</translation>
    </message>
    <message>
        <source>Answered and settled ones too</source>
        <translation>المُجاب عنها والمحسومة أيضًا</translation>
    </message>
    <message>
        <source>Questions and flags of the annotators</source>
        <translation>أسئلة الواسمين وعلامات متابعتهم</translation>
    </message>
    <message>
        <source>Answer; the annotator sees it at the place</source>
        <translation>الجواب، ويراه الواسم في موضعه</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الجواب</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>أظهر الموضع</translation>
    </message>
</context>
<context>
    <name>ReachCommands</name>
    <message>
        <source>Nothing more looks like a name, a date or a quotation without a label.</source>
        <translation>لا شيء بعدُ يبدو اسمًا أو تاريخًا أو اقتباسًا بلا تصنيف.</translation>
    </message>
    <message>
        <source>Nothing before this looks like a name, a date or a quotation without a label.</source>
        <translation>لا شيء قبل هذا يبدو اسمًا أو تاريخًا أو اقتباسًا بلا تصنيف.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>لم يُحدَّد شيء.</translation>
    </message>
    <message>
        <source>There is no further word.</source>
        <translation>لا كلمة أخرى.</translation>
    </message>
    <message>
        <source>There is no further phrase.</source>
        <translation>لا عبارة أخرى.</translation>
    </message>
    <message>
        <source>There is no quotation here or further on.</source>
        <translation>لا اقتباس هنا ولا بعده.</translation>
    </message>
    <message>
        <source>There is no further sentence.</source>
        <translation>لا جملة أخرى.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>from the list of names</source>
        <translation>من قائمة الأسماء</translation>
    </message>
    <message>
        <source>named by the text</source>
        <translation>يسمّيه النص</translation>
    </message>
    <message>
        <source>named by the text, marked elsewhere</source>
        <translation>يسمّيه النص، وهو موسوم في موضع آخر</translation>
    </message>
    <message>
        <source>a verb of saying beside the name</source>
        <translation>بجوار الاسم فعل قول</translation>
    </message>
    <message>
        <source>the nearest before the quote</source>
        <translation>الأقرب قبل الاقتباس</translation>
    </message>
    <message>
        <source>before the quote</source>
        <translation>قبل الاقتباس</translation>
    </message>
    <message>
        <source>after the quote</source>
        <translation>بعد الاقتباس</translation>
    </message>
    <message>
        <source>the day of publication, %1</source>
        <translation>يوم النشر، %1</translation>
    </message>
    <message>
        <source>the day before publication, %1</source>
        <translation>اليوم السابق للنشر، %1</translation>
    </message>
    <message>
        <source>the day after publication, %1</source>
        <translation>اليوم التالي للنشر، %1</translation>
    </message>
    <message numerus="yes">
        <source>given to the same words %Ln time(s)</source>
        <translation>
            <numerusform>لم يُعطَ للكلمات نفسها قبلُ</numerusform>
            <numerusform>أُعطي للكلمات نفسها مرة واحدة</numerusform>
            <numerusform>أُعطي للكلمات نفسها مرتين</numerusform>
            <numerusform>أُعطي للكلمات نفسها %Ln مرات</numerusform>
            <numerusform>أُعطي للكلمات نفسها %Ln مرة</numerusform>
            <numerusform>أُعطي للكلمات نفسها %Ln مرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) before %1</source>
        <translation>
            <numerusform>في اليوم نفسه، %1</numerusform>
            <numerusform>قبل %1 بيوم واحد</numerusform>
            <numerusform>قبل %1 بيومين</numerusform>
            <numerusform>قبل %1 بـ%Ln أيام</numerusform>
            <numerusform>قبل %1 بـ%Ln يومًا</numerusform>
            <numerusform>قبل %1 بـ%Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) after %1</source>
        <translation>
            <numerusform>في اليوم نفسه، %1</numerusform>
            <numerusform>بعد %1 بيوم واحد</numerusform>
            <numerusform>بعد %1 بيومين</numerusform>
            <numerusform>بعد %1 بـ%Ln أيام</numerusform>
            <numerusform>بعد %1 بـ%Ln يومًا</numerusform>
            <numerusform>بعد %1 بـ%Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>صفر يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>صفر أسبوع</numerusform>
            <numerusform>أسبوع واحد</numerusform>
            <numerusform>أسبوعان</numerusform>
            <numerusform>%Ln أسابيع</numerusform>
            <numerusform>%Ln أسبوعًا</numerusform>
            <numerusform>%Ln أسبوع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>صفر شهر</numerusform>
            <numerusform>شهر واحد</numerusform>
            <numerusform>شهران</numerusform>
            <numerusform>%Ln أشهر</numerusform>
            <numerusform>%Ln شهرًا</numerusform>
            <numerusform>%Ln شهر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>صفر سنة</numerusform>
            <numerusform>سنة واحدة</numerusform>
            <numerusform>سنتان</numerusform>
            <numerusform>%Ln سنوات</numerusform>
            <numerusform>%Ln سنة</numerusform>
            <numerusform>%Ln سنة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decade(s)</source>
        <translation>
            <numerusform>صفر عقد</numerusform>
            <numerusform>عقد واحد</numerusform>
            <numerusform>عقدان</numerusform>
            <numerusform>%Ln عقود</numerusform>
            <numerusform>%Ln عقدًا</numerusform>
            <numerusform>%Ln عقد</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 before %2</source>
        <translation>%1 قبل %2</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 بعد %2</translation>
    </message>
    <message>
        <source>as it is written</source>
        <translation>كما هو مكتوب</translation>
    </message>
    <message>
        <source>a name in use that shares a word</source>
        <translation>اسم مستعمل يشترك في كلمة</translation>
    </message>
    <message>
        <source>a name that sounds alike in other letters</source>
        <translation>اسم يشبهه نطقا بحروف أخرى</translation>
    </message>
    <message>
        <source>from the Hijri date %1</source>
        <translation>من التاريخ الهجري %1</translation>
    </message>
    <message>
        <source>the Hijri date %1 is beyond the tables of the calendar</source>
        <translation>التاريخ الهجري %1 خارج جداول التقويم</translation>
    </message>
    <message>
        <source>it comes back every week</source>
        <translation>يتكرر كل أسبوع</translation>
    </message>
    <message>
        <source>%w before %1</source>
        <translation>%w قبل %1</translation>
    </message>
    <message>
        <source>%w after %1</source>
        <translation>%w بعد %1</translation>
    </message>
    <message>
        <source>%w, the day of publication, %1</source>
        <translation>%w، يوم النشر، %1</translation>
    </message>
    <message>
        <source>the time before %1</source>
        <translation>المدة قبل %1</translation>
    </message>
    <message>
        <source>the week before that of %1</source>
        <translation>الأسبوع السابق لأسبوع %1</translation>
    </message>
    <message>
        <source>the week of %1</source>
        <translation>أسبوع %1</translation>
    </message>
    <message>
        <source>the week after that of %1</source>
        <translation>الأسبوع التالي لأسبوع %1</translation>
    </message>
    <message>
        <source>the month before that of %1</source>
        <translation>الشهر السابق لشهر %1</translation>
    </message>
    <message>
        <source>the month of %1</source>
        <translation>شهر %1</translation>
    </message>
    <message>
        <source>the month after that of %1</source>
        <translation>الشهر التالي لشهر %1</translation>
    </message>
    <message>
        <source>the year before that of %1</source>
        <translation>السنة السابقة لسنة %1</translation>
    </message>
    <message>
        <source>the year of %1</source>
        <translation>سنة %1</translation>
    </message>
    <message>
        <source>the year after that of %1</source>
        <translation>السنة التالية لسنة %1</translation>
    </message>
    <message>
        <source>the last such season before %1</source>
        <translation>آخر هذا الفصل قبل %1</translation>
    </message>
    <message>
        <source>this season, seen from %1</source>
        <translation>هذا الفصل بالنظر من %1</translation>
    </message>
    <message>
        <source>the next such season after %1</source>
        <translation>هذا الفصل أول ما يأتي بعد %1</translation>
    </message>
    <message>
        <source>the decade before that of %1</source>
        <translation>العقد السابق لعقد %1</translation>
    </message>
    <message>
        <source>the decade of %1</source>
        <translation>عقد %1</translation>
    </message>
    <message>
        <source>the decade after that of %1</source>
        <translation>العقد التالي لعقد %1</translation>
    </message>
    <message>
        <source>the year named before, %1</source>
        <translation>السنة المذكورة قبله، %1</translation>
    </message>
    <message>
        <source>the month named before, %1</source>
        <translation>الشهر المذكور قبله، %1</translation>
    </message>
    <message>
        <source>the week of the day named before, %1</source>
        <translation>أسبوع اليوم المذكور قبله، %1</translation>
    </message>
    <message>
        <source>the year of the paragraph, %1</source>
        <translation>سنة الفقرة، %1</translation>
    </message>
    <message>
        <source>the year nearest to publication, %1</source>
        <translation>أقرب سنة إلى النشر، %1</translation>
    </message>
</context>
<context>
    <name>RegistryDialog</name>
    <message>
        <source>Canonical names</source>
        <translation>الأسماء المعيارية</translation>
    </message>
    <message>
        <source>One name for each person, institution or agreement, however a text spells it. What is typed and what is tagged finds the name by any of its spellings.</source>
        <translation>اسم واحد لكل شخص أو مؤسسة أو اتفاق، كيفما كتبه النص. ما يُكتب وما يوسم يهتدي إلى الاسم من أيّ كتابة له.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>&amp;Apply…</source>
        <translation>&amp;تطبيق…</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;حذف من القائمة</translation>
    </message>
    <message>
        <source>A name cannot be empty.</source>
        <translation>لا يكون الاسم فارغًا.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>ال&amp;اسم</translation>
    </message>
    <message>
        <source>Also &amp;written</source>
        <translation>يُ&amp;كتب أيضًا</translation>
    </message>
    <message>
        <source>One spelling a line, without clitics.</source>
        <translation>كتابة واحدة في كل سطر، بلا حروف متصلة.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) have this name.</source>
        <translation>
            <numerusform>لا وسم يحمل هذا الاسم.</numerusform>
            <numerusform>وسم واحد يحمل هذا الاسم.</numerusform>
            <numerusform>وسمان يحملان هذا الاسم.</numerusform>
            <numerusform>%Ln وسوم تحمل هذا الاسم.</numerusform>
            <numerusform>%Ln وسمًا تحمل هذا الاسم.</numerusform>
            <numerusform>%Ln وسم تحمل هذا الاسم.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is %1 already: both become one name.</source>
        <translation>الاسم %1 موجود: يصير الاثنان اسمًا واحدًا.</translation>
    </message>
</context>
<context>
    <name>RemarkCard</name>
    <message>
        <source>Flag on «%1»</source>
        <translation>علامة متابعة على «%1»</translation>
    </message>
    <message>
        <source>Flag on the article</source>
        <translation>علامة متابعة على المقال</translation>
    </message>
    <message>
        <source>Why? May stay empty</source>
        <translation>لماذا؟ يجوز أن يبقى فارغًا</translation>
    </message>
    <message>
        <source>Question about «%1»</source>
        <translation>سؤال عن «%1»</translation>
    </message>
    <message>
        <source>Question about the article</source>
        <translation>سؤال عن المقال</translation>
    </message>
    <message>
        <source>What is unclear?</source>
        <translation>ما غير الواضح؟</translation>
    </message>
    <message>
        <source>The lead: %1</source>
        <translation>المشرف: %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الجواب</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>محسوم</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>أزِل</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>احفظ</translation>
    </message>
</context>
<context>
    <name>RemarkCommands</name>
    <message>
        <source>No question and no flag is open.</source>
        <translation>لا سؤال مفتوح ولا علامة متابعة.</translation>
    </message>
    <message>
        <source>From the first again: %1</source>
        <translation>عودة إلى الأول: %1</translation>
    </message>
    <message>
        <source>From the last again: %1</source>
        <translation>عودة إلى الأخير: %1</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>Flag</source>
        <translation>علامة متابعة</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>The lead: %1</source>
        <translation>المشرف: %1</translation>
    </message>
    <message>
        <source>the whole article</source>
        <translation>المقال كله</translation>
    </message>
</context>
<context>
    <name>RemarksPanel</name>
    <message>
        <source>Reopen</source>
        <translation>أعِد فتحه</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>احسمه</translation>
    </message>
    <message>
        <source>Nothing is open: every question and flag is settled.</source>
        <translation>لا شيء مفتوح: كل سؤال وكل علامة متابعة محسوم.</translation>
    </message>
    <message>
        <source>No questions and no flags. Q asks about the annotation or word at the caret, F flags it.</source>
        <translation>لا أسئلة ولا علامات متابعة. المفتاح Q يسأل عن الوسم أو الكلمة عند المؤشر، وF يضع عليه علامة متابعة.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>الأسئلة</translation>
    </message>
    <message>
        <source>Questions and flags</source>
        <translation>الأسئلة وعلامات المتابعة</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>أجب…</translation>
    </message>
    <message>
        <source>Settled ones too</source>
        <translation>والمحسوم أيضًا</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>أزِل</translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message>
        <source>Open a project first.</source>
        <translation>افتح مشروعًا أولًا.</translation>
    </message>
    <message>
        <source>Looking for the name</source>
        <translation>البحث عن الاسم</translation>
    </message>
    <message>
        <source>Annotations that get another name</source>
        <translation>وسوم يتغير اسمها</translation>
    </message>
    <message>
        <source>These annotations of yours change together, and one undo brings them back. Other annotators keep theirs; the old spelling leads to the new name for them too.</source>
        <translation>تتغير وسومك هذه معًا، ويعيدها تراجع واحد. ويبقى للواسمين الآخرين ما لهم؛ والكتابة القديمة تقودهم هم أيضًا إلى الاسم الجديد.</translation>
    </message>
    <message>
        <source>Change the names</source>
        <translation>تغيير الأسماء</translation>
    </message>
    <message>
        <source>rename to %1</source>
        <translation>تغيير الاسم إلى %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) renamed</source>
        <translation>
            <numerusform>لم يتغير اسم أي وسم</numerusform>
            <numerusform>تغير اسم وسم واحد</numerusform>
            <numerusform>تغير اسم وسمين</numerusform>
            <numerusform>تغير اسم %Ln وسوم</numerusform>
            <numerusform>تغير اسم %Ln وسمًا</numerusform>
            <numerusform>تغير اسم %Ln وسم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairBox</name>
    <message>
        <source>Damaged project</source>
        <translation>مشروع تالف</translation>
    </message>
    <message>
        <source>Hashiya can mend it from its journals and backups. What is damaged is kept beside what replaces it.</source>
        <translation>تستطيع حاشية إصلاحه من سجلّاته ونسخه الاحتياطية. ويبقى التالف إلى جانب ما يحلّ محلّه.</translation>
    </message>
    <message>
        <source>&amp;Mend it</source>
        <translation>إ&amp;صلاحه</translation>
    </message>
</context>
<context>
    <name>RepairView</name>
    <message>
        <source>As it is stored</source>
        <translation>كما هو مخزَّن</translation>
    </message>
    <message>
        <source>After the repair</source>
        <translation>بعد الإصلاح</translation>
    </message>
    <message>
        <source>%1 looks as if it came from a PDF: its letters are stored in the order they are drawn, so searching and tagging would go wrong. Does the repaired text read correctly?</source>
        <translation>يبدو أن %1 مأخوذ من ملف PDF: حروفه مخزَّنة بترتيب رسمها، فيختلّ البحث والوسم. هل يُقرأ النص بعد الإصلاح قراءةً صحيحة؟</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;نسخ التقرير</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>What happened to each file</source>
        <translation>ما جرى لكل ملف</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
</context>
<context>
    <name>ReportModel</name>
    <message>
        <source>taken</source>
        <translation>أُخذ</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>موجود من قبل</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>mean</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>الواسم</translation>
    </message>
    <message>
        <source>label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>mean of the pairs</source>
        <translation>متوسط الأزواج</translation>
    </message>
    <message>
        <source>%1 against the rest</source>
        <translation>%1 مقابل الباقين</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>الأول</translation>
    </message>
    <message>
        <source>the second</source>
        <translation>الثاني</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>تغيّر بعدها</translation>
    </message>
    <message>
        <source>all agree</source>
        <translation>متوافق عليه</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>بقاعدة</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>محسوم</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>متطابق</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>تصنيف آخر</translation>
    </message>
    <message>
        <source>Other edges</source>
        <translation>حدود أخرى</translation>
    </message>
    <message>
        <source>Other label and edges</source>
        <translation>تصنيف وحدود أخرى</translation>
    </message>
    <message>
        <source>One piece or several</source>
        <translation>قطعة واحدة أو قطع</translation>
    </message>
    <message>
        <source>Not made by all</source>
        <translation>لم يسِمه الجميع</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>قيم أخرى</translation>
    </message>
    <message>
        <source>A link</source>
        <translation>رابط</translation>
    </message>
    <message>
        <source>A region out of scope</source>
        <translation>منطقة خارج النطاق</translation>
    </message>
    <message>
        <source>In gold only</source>
        <translation>في المرجع فقط</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of annotators</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Merged by rule: %1</source>
        <translation>دُمج بقاعدة: %1</translation>
    </message>
    <message>
        <source>Decided by %1 on %2</source>
        <translation>حسمه %1 في %2</translation>
    </message>
    <message>
        <source>all who finished agree</source>
        <translation>توافق كل من أنجز</translation>
    </message>
    <message>
        <source>more than half agree</source>
        <translation>توافق أكثر من النصف</translation>
    </message>
    <message>
        <source>at least %1 agree</source>
        <translation>توافق %1 على الأقل</translation>
    </message>
    <message>
        <source>as %1 has it</source>
        <translation>كما عند %1</translation>
    </message>
    <message>
        <source>%1 had %2, now has %3</source>
        <translation>كان عند %1: %2، والآن: %3</translation>
    </message>
    <message>
        <source>%1 finished since, and has %3</source>
        <translation>أنجز %1 بعدها، وعنده: %3</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>عند %1 فقط</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>وسمه</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>قيمة أخرى</translation>
    </message>
    <message>
        <source>Linked only by %1</source>
        <translation>رابط عند %1 وحده</translation>
    </message>
    <message>
        <source>only a clitic (و ف ب ل ك س)</source>
        <translation>سابقة فقط (و ف ب ل ك س)</translation>
    </message>
    <message>
        <source>only ال</source>
        <translation>ال التعريف فقط</translation>
    </message>
    <message>
        <source>only punctuation, spaces or marks</source>
        <translation>ترقيم أو فراغ أو حركات فقط</translation>
    </message>
    <message>
        <source>only a title before the name</source>
        <translation>لقب قبل الاسم فقط</translation>
    </message>
    <message>
        <source>one outer word</source>
        <translation>كلمة واحدة في الطرف</translation>
    </message>
    <message>
        <source>clitic</source>
        <translation>سابقة</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>ترقيم</translation>
    </message>
    <message>
        <source>title</source>
        <translation>لقب</translation>
    </message>
    <message>
        <source>outer word</source>
        <translation>كلمة في الطرف</translation>
    </message>
    <message>
        <source>trainee</source>
        <translation>متدرب</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>غادر</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>آلة</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>بلا صوت</translation>
    </message>
    <message>
        <source>Agreement needs two annotators: choose another one as well, or all.</source>
        <translation>لا يُقاس التوافق بين الواسمين إلا باثنين: اختر واسمًا آخر معه، أو اختر الجميع.</translation>
    </message>
    <message>
        <source>None of these articles has been finished by two of these annotators: choose more sources, days or annotators.</source>
        <translation>لم ينجز اثنان من هؤلاء الواسمين أيًّا من هذه المقالات: اختر مصادر أو أيامًا أو واسمين أكثر.</translation>
    </message>
    <message>
        <source>Nobody has marked anything with these labels in these articles: choose more labels or articles.</source>
        <translation>لم يسِم أحد شيئًا بهذه التصنيفات في هذه المقالات: اختر تصنيفات أو مقالات أكثر.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>كل التصنيفات</translation>
    </message>
    <message>
        <source>Exact F1</source>
        <translation>مقياس F1 الدقيق</translation>
    </message>
    <message>
        <source>Relaxed F1</source>
        <translation>مقياس F1 المتساهل</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>ألفا</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>متساوية</translation>
    </message>
    <message>
        <source>Same days</source>
        <translation>الأيام نفسها</translation>
    </message>
    <message>
        <source>Overlapping days</source>
        <translation>أيام مشتركة</translation>
    </message>
    <message>
        <source>Strict F1</source>
        <translation>مقياس F1 الصارم</translation>
    </message>
    <message>
        <source>Overlapping F1</source>
        <translation>مقياس F1 المتداخل</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>Alpha of all labels together is %1, but %2 has %3.</source>
        <translation>ألفا كل التصنيفات معًا %1، لكنها في %2 تساوي %3.</translation>
    </message>
    <message>
        <source>Exact F1 of all labels together is %1, but %2 has %3.</source>
        <translation>مقياس F1 الدقيق لكل التصنيفات معًا %1، لكنه في %2 يساوي %3.</translation>
    </message>
    <message>
        <source>rough: fewer than 30 articles</source>
        <translation>تقريبي: أقل من ٣٠ مقالًا</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>كما عند %1</translation>
    </message>
    <message>
        <source>both kept</source>
        <translation>أُبقيا معًا</translation>
    </message>
    <message>
        <source>neither kept</source>
        <translation>لم يُبقَ أيهما</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>معدَّل</translation>
    </message>
    <message>
        <source>merged by itself</source>
        <translation>دُمج تلقائيًا</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>الخاصية</translation>
    </message>
    <message>
        <source>link</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>puts in</source>
        <translation>يضيف</translation>
    </message>
    <message>
        <source>takes out</source>
        <translation>يحذف</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>يغيّر</translation>
    </message>
    <message>
        <source>reopens</source>
        <translation>يعيد فتح</translation>
    </message>
</context>
<context>
    <name>ReviewSettingsDialog</name>
    <message>
        <source>Settings of the review</source>
        <translation>إعدادات المراجعة</translation>
    </message>
    <message>
        <source>They belong to the project and hold for everybody who reviews it.</source>
        <translation>تخص المشروع وتسري على كل من يراجعه.</translation>
    </message>
    <message>
        <source>Blind: nobody sees others&apos; work on an article before finishing their own</source>
        <translation>وضع الحجب: لا يرى أحد عمل غيره على مقال قبل أن ينجز عمله عليه</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Pages of the review</source>
        <translation>صفحات المراجعة</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Annotator pairs</source>
        <translation>أزواج الواسمين</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>أنواع الاختلاف</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>الخلط بين التصنيفات</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>الأصوات</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>الروابط</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>عبر الزمن</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>الاختلافات</translation>
    </message>
    <message>
        <source>Compare and decide</source>
        <translation>المقارنة والحسم</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>ما تقرر</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>الأسئلة</translation>
    </message>
    <message>
        <source>Exact F1 of each two annotators. One pale row: that person needs training. All pale: the guidelines do.</source>
        <translation>مقياس F1 الدقيق لكل واسمين. صف باهت وحده: صاحبه يحتاج إلى تدريب. كلها باهتة: دليل الوسم يحتاج إلى توضيح.</translation>
    </message>
    <message>
        <source>F1 of each label, the lowest first, with 95 % intervals; alpha is corrected for chance. The notch is the project&apos;s target.</source>
        <translation>مقياس F1 لكل تصنيف، الأدنى أولًا، مع مجال الثقة ٩٥٪؛ وألفا مصحَّحة من أثر المصادفة. والعلامة الحمراء هدف المشروع.</translation>
    </message>
    <message>
        <source>In what way annotations differ, all pairs added up.</source>
        <translation>كيف تختلف الوسوم، مجموعةً لكل الأزواج.</translation>
    </message>
    <message>
        <source>How many annotators made each unique annotation.</source>
        <translation>كم واسمًا وضع كل وسم بعينه.</translation>
    </message>
    <message>
        <source>Attributes of aligned annotations with the same label: how many pairs have equal values, of those in which either has one; dates also as days. Alpha leaves out what nobody gave.</source>
        <translation>خصائص الوسوم المتناظرة ذات التصنيف نفسه: كم زوجًا تساوت قيمتاه من الأزواج التي في أحد طرفيها قيمة؛ وتُقارن التواريخ بالأيام أيضًا. أما ألفا فتترك ما لم يُعطَ.</translation>
    </message>
    <message>
        <source>F1 of links of the same type: strict where both ends are equal, overlapping where both ends overlap with the same label.</source>
        <translation>مقياس F1 في روابط النوع نفسه: صارم حيث تطابق الطرفان، ومتداخل حيث تداخل الطرفان والتصنيف نفسه.</translation>
    </message>
    <message>
        <source>Exact F1 by the week in which the second annotator finished an article. Imported work has no such day.</source>
        <translation>مقياس F1 الدقيق بحسب الأسبوع الذي أنجز فيه الواسم الثاني المقال. لا يوم كهذا للعمل المستورد.</translation>
    </message>
</context>
<context>
    <name>RowFilterBar</name>
    <message>
        <source>Lanes of those whose work does not count for gold: %1</source>
        <translation>خطوط من لا يُحتسب عملهم في المرجع: %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>بين</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Without a vote</source>
        <translation>بلا صوت</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>الأصوات</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Merge by rule</source>
        <translation>دمج بقاعدة</translation>
    </message>
    <message>
        <source>A rule never touches what a person decided. What it no longer settles stays in gold and is shown as changed.</source>
        <translation>لا تمس القاعدة ما حسمه شخص. وما لم تعد تحسمه يبقى في المرجع ويظهر متغيّرًا.</translation>
    </message>
    <message>
        <source>what all who finished agree on</source>
        <translation>ما توافق عليه كل من أنجز المقال</translation>
    </message>
    <message>
        <source>what more than half agree on</source>
        <translation>ما توافق عليه أكثر من النصف</translation>
    </message>
    <message>
        <source>what so many agree on:</source>
        <translation>ما توافق عليه هذا العدد:</translation>
    </message>
    <message>
        <source>what this annotator made:</source>
        <translation>ما وسمه هذا الواسم:</translation>
    </message>
    <message>
        <source>How many must agree</source>
        <translation>العدد اللازم للتوافق</translation>
    </message>
    <message>
        <source>the same span and label</source>
        <translation>المقطع والتصنيف معًا</translation>
    </message>
    <message>
        <source>the label, then its most frequent edges</source>
        <translation>التصنيف، ثم أكثر حدوده تكرارًا</translation>
    </message>
    <message>
        <source>Trusted annotator</source>
        <translation>الواسم الموثوق</translation>
    </message>
    <message>
        <source>&amp;Who counts…</source>
        <translation>م&amp;ن يُحتسب…</translation>
    </message>
    <message>
        <source>&amp;Look first</source>
        <translation>&amp;معاينة أولًا</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;دمج</translation>
    </message>
    <message numerus="yes">
        <source>In %n article(s):</source>
        <translation>
            <numerusform>لا في أي مقال:</numerusform>
            <numerusform>في مقال واحد:</numerusform>
            <numerusform>في مقالين:</numerusform>
            <numerusform>في %Ln مقالات:</numerusform>
            <numerusform>في %Ln مقالًا:</numerusform>
            <numerusform>في %Ln مقال:</numerusform>
        </translation>
    </message>
    <message>
        <source>Gold stays as it is; what was asked again is settled.</source>
        <translation>يبقى المرجع كما هو، ويُحسم ما أُعيد فتحه.</translation>
    </message>
    <message>
        <source>This rule changes nothing now.</source>
        <translation>لا تغيّر هذه القاعدة شيئًا الآن.</translation>
    </message>
    <message>
        <source>Look first: nothing is changed by that.</source>
        <translation>عاين أولًا: لا يتغير شيء بالمعاينة.</translation>
    </message>
    <message>
        <source>W&amp;hat merges</source>
        <translation>ما &amp;يُدمج</translation>
    </message>
    <message>
        <source>&amp;Counted over</source>
        <translation>ال&amp;عدّ على</translation>
    </message>
    <message>
        <source>What the rule would do</source>
        <translation>ما ستفعله القاعدة</translation>
    </message>
</context>
<context>
    <name>RulingsDialog</name>
    <message numerus="yes">
        <source>%Ln edit(s) wait</source>
        <translation>
            <numerusform>لا تعديل ينتظر</numerusform>
            <numerusform>تعديل واحد ينتظر</numerusform>
            <numerusform>تعديلان ينتظران</numerusform>
            <numerusform>%Ln تعديلات تنتظر</numerusform>
            <numerusform>%Ln تعديلًا ينتظر</numerusform>
            <numerusform>%Ln تعديل ينتظر</numerusform>
        </translation>
    </message>
    <message>
        <source>Exact F1 of all pairs: %1</source>
        <translation>مقياس F1 الدقيق لكل الأزواج: %1</translation>
    </message>
    <message>
        <source>It proposes nothing to you.</source>
        <translation>لا يقترح عليك شيئًا.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>المقترح</translation>
    </message>
    <message>
        <source>Take the &amp;refusal back</source>
        <translation>ال&amp;رجوع عن الرفض</translation>
    </message>
    <message>
        <source>&amp;Refuse (R)</source>
        <translation>&amp;رفض (R)</translation>
    </message>
    <message>
        <source>Guideline decisions</source>
        <translation>قرارات دليل الوسم</translation>
    </message>
    <message>
        <source>What was ruled about a kind of case, and what that means for your annotations. Nothing is changed without you; Ctrl+Z takes a step back.</source>
        <translation>ما حُكم به في نوع من الحالات، وما يعنيه لوسومك. لا يتغير شيء من دونك، والمفتاح Ctrl+Z يتراجع خطوة.</translation>
    </message>
    <message>
        <source>&amp;Guideline decision</source>
        <translation>&amp;قرار دليل الوسم</translation>
    </message>
    <message>
        <source>Proposed edits</source>
        <translation>التعديلات المقترحة</translation>
    </message>
    <message>
        <source>&amp;Accept (A)</source>
        <translation>&amp;أخذ به (A)</translation>
    </message>
    <message>
        <source>Show the &amp;place</source>
        <translation>إظهار ال&amp;موضع</translation>
    </message>
    <message>
        <source>Accept a&amp;ll that wait</source>
        <translation>الأخذ ب&amp;كل ما ينتظر</translation>
    </message>
    <message>
        <source>No guideline decision has been made in this project yet.</source>
        <translation>لم يُتخذ في هذا المشروع قرار لدليل الوسم بعد.</translation>
    </message>
</context>
<context>
    <name>RulingsLauncher</name>
    <message>
        <source>Open a project first.</source>
        <translation>افتح مشروعًا أولًا.</translation>
    </message>
    <message>
        <source>Reading the guideline decisions</source>
        <translation>قراءة قرارات دليل الوسم</translation>
    </message>
    <message>
        <source>follow a guideline decision</source>
        <translation>الأخذ بقرار دليل الوسم</translation>
    </message>
    <message>
        <source>refuse a guideline decision</source>
        <translation>رفض قرار دليل الوسم</translation>
    </message>
    <message>
        <source>take a refusal back</source>
        <translation>الرجوع عن رفض</translation>
    </message>
</context>
<context>
    <name>RulingsModel</name>
    <message>
        <source>Guideline decision</source>
        <translation>قرار دليل الوسم</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>By</source>
        <translation>قرره</translation>
    </message>
    <message>
        <source>Exact F1 of all pairs</source>
        <translation>مقياس F1 الدقيق لكل الأزواج</translation>
    </message>
    <message>
        <source>Proposed edits</source>
        <translation>التعديلات المقترحة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>SafetyCommands</name>
    <message>
        <source>Checking the project</source>
        <translation>جارٍ فحص المشروع</translation>
    </message>
    <message>
        <source>Mending the project</source>
        <translation>جارٍ إصلاح المشروع</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) mended.</source>
        <translation>
            <numerusform>لم يحتج شيء إلى إصلاح.</numerusform>
            <numerusform>أُصلح شيء واحد.</numerusform>
            <numerusform>أُصلح شيئان.</numerusform>
            <numerusform>أُصلحت %Ln أشياء.</numerusform>
            <numerusform>أُصلح %Ln شيئًا.</numerusform>
            <numerusform>أُصلح %Ln شيء.</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair finished</source>
        <translation>انتهى الإصلاح</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>جارية الاستعادة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) restored.</source>
        <translation>
            <numerusform>لم تُستعَد أي طبقة.</numerusform>
            <numerusform>استُعيدت طبقة واحدة.</numerusform>
            <numerusform>استُعيدت طبقتان.</numerusform>
            <numerusform>استُعيدت %Ln طبقات.</numerusform>
            <numerusform>استُعيدت %Ln طبقة.</numerusform>
            <numerusform>استُعيدت %Ln طبقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore finished</source>
        <translation>انتهت الاستعادة</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>جارٍ إنشاء نسخة احتياطية</translation>
    </message>
    <message>
        <source>No annotation is current: put the caret into one.</source>
        <translation>لا وسم محدَّد: ضع المؤشر داخل وسم.</translation>
    </message>
    <message>
        <source>Changed from outside</source>
        <translation>تغيير من خارج النافذة</translation>
    </message>
    <message>
        <source>Something other than this window changed files of the project while it was open. Nothing of either was lost; this is what came of it:</source>
        <translation>غيّر شيء آخر غير هذه النافذة ملفات من المشروع وهو مفتوح. لم يضع شيء من أي الطرفين؛ وهذا ما آل إليه الأمر:</translation>
    </message>
    <message>
        <source>Mended while opening</source>
        <translation>أُصلح عند الفتح</translation>
    </message>
    <message>
        <source>Some files were damaged and have been made whole again from the journal.</source>
        <translation>كانت بعض الملفات تالفة، وقد أُعيدت سليمة من السجلّ.</translation>
    </message>
</context>
<context>
    <name>SameDialog</name>
    <message>
        <source>The same words elsewhere</source>
        <translation>الكلمات نفسها في مواضع أخرى</translation>
    </message>
    <message>
        <source>Decide these alike: %1</source>
        <translation>حسم هذه المواضع بالمثل: %1</translation>
    </message>
    <message>
        <source>Space takes a line out or in. Nothing is changed where a person has decided already.</source>
        <translation>مفتاح المسافة يستبعد السطر أو يعيده. ولا يتغير شيء حيث حسم أحد الأمر من قبل.</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>&amp;حسم</translation>
    </message>
</context>
<context>
    <name>SaveFeedbackDialog</name>
    <message>
        <source>Save feedback</source>
        <translation>حفظ ما تقرر</translation>
    </message>
    <message>
        <source>Save what was decided about %1</source>
        <translation>حفظ ما تقرر في عمل %1</translation>
    </message>
    <message>
        <source>A page for any browser (.html) or text with signs (.md); it needs nothing else.</source>
        <translation>صفحة لأي متصفح (.html) أو نص بعلامات (.md)، ولا تحتاج إلى غيرها.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>صفحة (*.html)</translation>
    </message>
    <message>
        <source>Text (*.md)</source>
        <translation>نص (*.md)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>المل&amp;ف</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Say where to write it.</source>
        <translation>اذكر أين يُكتب.</translation>
    </message>
    <message>
        <source>End the name in .html or .md.</source>
        <translation>اجعل امتداد الاسم .html أو .md.</translation>
    </message>
</context>
<context>
    <name>SaveLabel</name>
    <message>
        <source>Try again now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>Please give the label an English name.</source>
        <translation>أعطِ التصنيف اسمًا بالإنجليزية.</translation>
    </message>
    <message>
        <source>Please give the label an Arabic name.</source>
        <translation>أعطِ التصنيف اسمًا بالعربية.</translation>
    </message>
    <message>
        <source>%1 already has this key.</source>
        <translation>هذا المفتاح مستعمل في %1.</translation>
    </message>
    <message>
        <source>Every attribute needs an English and an Arabic name.</source>
        <translation>لا بدّ لكل خاصية من اسم بالإنجليزية واسم بالعربية.</translation>
    </message>
    <message>
        <source>Please write the choices of %1, with commas between them.</source>
        <translation>اكتب خيارات %1 مفصولةً بفواصل.</translation>
    </message>
</context>
<context>
    <name>SchemaDialog</name>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Labels of this project</source>
        <translation>تصنيفات هذا المشروع</translation>
    </message>
    <message>
        <source>Everybody in the project uses these labels. Names, keys and colours may change at any time.</source>
        <translation>يستعمل هذه التصنيفات كل من في المشروع. ويمكن تغيير الأسماء والمفاتيح والألوان في أي وقت.</translation>
    </message>
    <message>
        <source>Annotations may cross each other</source>
        <translation>يجوز تقاطع الوسوم</translation>
    </message>
    <message>
        <source>One begins inside another and ends after it. Most guidelines forbid this.</source>
        <translation>يبدأ أحدها داخل الآخر وينتهي بعده. ومعظم أدلّة الوسم تمنع ذلك.</translation>
    </message>
    <message>
        <source>Save labels</source>
        <translation>حفظ التصنيفات</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) use %1. Give them another label first.</source>
        <translation>
            <numerusform>لا وسم يستعمل %1.</numerusform>
            <numerusform>وسم واحد يستعمل %1. أعطه تصنيفًا آخر أولًا.</numerusform>
            <numerusform>وسمان يستعملان %1. أعطهما تصنيفًا آخر أولًا.</numerusform>
            <numerusform>%Ln وسوم تستعمل %1. أعطها تصنيفًا آخر أولًا.</numerusform>
            <numerusform>%Ln وسمًا تستعمل %1. أعطها تصنيفًا آخر أولًا.</numerusform>
            <numerusform>%Ln وسم تستعمل %1. أعطها تصنيفًا آخر أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>A project needs at least one label.</source>
        <translation>لا بدّ للمشروع من تصنيف واحد على الأقل.</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>إضافة تصنيف</translation>
    </message>
    <message>
        <source>Remove this label</source>
        <translation>إزالة هذا التصنيف</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>نقل إلى أعلى</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>نقل إلى أسفل</translation>
    </message>
    <message>
        <source>&amp;What is asked of every article…</source>
        <translation>ما يُطلب عن كل &amp;مقال…</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(بلا اسم بعد)</translation>
    </message>
</context>
<context>
    <name>ScoresModel</name>
    <message>
        <source>Fewer than 10 annotations each: the score of one article says little.</source>
        <translation>أقل من ١٠ وسوم لكل واسم: لا تدل درجة مقال واحد على الكثير.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>منجز</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>بُدئ به</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Exact F1</source>
        <translation>مقياس F1 الدقيق</translation>
    </message>
    <message>
        <source>Relaxed F1</source>
        <translation>مقياس F1 المتساهل</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>الاختلافات</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>المرجع</translation>
    </message>
</context>
<context>
    <name>SeenWords</name>
    <message>
        <source>%1 looks like %2, which cannot be read yet: it would be refused.</source>
        <translation>يبدو أن %1 هو %2، ولا يمكن قراءته بعد: سيُرفض.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%Ln مقالات</numerusform>
            <numerusform>%Ln مقالًا</numerusform>
            <numerusform>%Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>أول مقال</numerusform>
            <numerusform>أول مقالين</numerusform>
            <numerusform>أول %Ln مقالات</numerusform>
            <numerusform>أول %Ln مقالًا</numerusform>
            <numerusform>أول %Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%Ln وسوم</numerusform>
            <numerusform>%Ln وسمًا</numerusform>
            <numerusform>%Ln وسم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>No interval: it takes at least 10 articles.</source>
        <translation>لا مجال ثقة: يلزم ١٠ مقالات على الأقل.</translation>
    </message>
    <message>
        <source>95 % interval: %1</source>
        <translation>مجال الثقة ٩٥٪: %1</translation>
    </message>
    <message>
        <source>Of 100 annotations of two annotators, %1 are the same: start, end and label. %2 more differ in their edges alone.</source>
        <translation>من كل ١٠٠ وسم عند واسمَين يتطابق %1 بدايةً ونهايةً وتصنيفًا. ويختلف %2 غيرها في الحدود وحدها.</translation>
    </message>
    <message>
        <source>Do not rely on it: the interval of alpha begins at %1, below %2.</source>
        <translation>لا يُعتمد عليه: يبدأ مجال ألفا من %1، دون %2.</translation>
    </message>
    <message>
        <source>Do not rely on it: alpha is %1, below %2.</source>
        <translation>لا يُعتمد عليه: ألفا %1، دون %2.</translation>
    </message>
    <message>
        <source>Too few joint articles for a judgement: it takes at least 10.</source>
        <translation>المقالات المشتركة أقل من أن يُحكم بها: يلزم ١٠ على الأقل.</translation>
    </message>
    <message>
        <source>For tentative conclusions only: the interval of alpha begins at %1, below %2.</source>
        <translation>لاستنتاجات أولية فقط: يبدأ مجال ألفا من %1، دون %2.</translation>
    </message>
    <message>
        <source>Reliable, label by label: the interval of alpha begins at %1.</source>
        <translation>موثوق في كل تصنيف: يبدأ مجال ألفا من %1.</translation>
    </message>
    <message>
        <source>Not enough data.</source>
        <translation>البيانات غير كافية.</translation>
    </message>
    <message>
        <source>%1 falls short: its exact F1 is %2, wanted is %3.</source>
        <translation>التصنيف %1 دون المطلوب: مقياس F1 الدقيق فيه %2، والهدف %3.</translation>
    </message>
    <message>
        <source>%1 may fall short: its exact F1 is %2, but the interval begins at %3, and %4 is wanted.</source>
        <translation>قد يكون التصنيف %1 دون المطلوب: مقياس F1 الدقيق فيه %2، لكن المجال يبدأ من %3، والهدف %4.</translation>
    </message>
    <message>
        <source>%1 falls short: its alpha is %2, below %3.</source>
        <translation>التصنيف %1 دون المطلوب: ألفا فيه %2، دون %3.</translation>
    </message>
    <message>
        <source>%1 falls short: its alpha is %2, the interval begins at %3, below %4.</source>
        <translation>التصنيف %1 دون المطلوب: ألفا فيه %2، ويبدأ المجال من %3، دون %4.</translation>
    </message>
    <message>
        <source>%1: mostly other edges (%2 of %3 differences)</source>
        <translation>التصنيف %1: أكثر الاختلاف في الحدود (%2 من %3)</translation>
    </message>
    <message>
        <source>%1: mostly one piece or several (%2 of %3 differences)</source>
        <translation>التصنيف %1: أكثر الاختلاف في كونه قطعة أو قطعًا (%2 من %3)</translation>
    </message>
    <message>
        <source>%1: mostly marked by only one of two (%2 of %3 differences)</source>
        <translation>التصنيف %1: أكثر الاختلاف أن أحدهما وحده وسمه (%2 من %3)</translation>
    </message>
    <message>
        <source>%1: mostly called %4 by the other (%2 of %3 differences)</source>
        <translation>التصنيف %1: أكثر الاختلاف أن الآخر صنّفه %4 (%2 من %3)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) in the project</source>
        <translation>
            <numerusform>لا مقالات في المشروع</numerusform>
            <numerusform>مقال واحد في المشروع</numerusform>
            <numerusform>مقالان في المشروع</numerusform>
            <numerusform>%Ln مقالات في المشروع</numerusform>
            <numerusform>%Ln مقالًا في المشروع</numerusform>
            <numerusform>%Ln مقال في المشروع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotator(s) compared</source>
        <translation>
            <numerusform>لا واسمين للمقارنة</numerusform>
            <numerusform>واسم واحد للمقارنة</numerusform>
            <numerusform>قورن بين واسمين</numerusform>
            <numerusform>قورن بين %Ln واسمين</numerusform>
            <numerusform>قورن بين %Ln واسمًا</numerusform>
            <numerusform>قورن بين %Ln واسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln joint article(s)</source>
        <translation>
            <numerusform>لا مقالات مشتركة</numerusform>
            <numerusform>مقال مشترك واحد</numerusform>
            <numerusform>مقالان مشتركان</numerusform>
            <numerusform>%Ln مقالات مشتركة</numerusform>
            <numerusform>%Ln مقالًا مشتركًا</numerusform>
            <numerusform>%Ln مقال مشترك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated annotation(s) counted once</source>
        <translation>
            <numerusform>لا وسوم مكررة</numerusform>
            <numerusform>وسم مكرر احتُسب مرة</numerusform>
            <numerusform>وسمان مكرران احتُسب كل منهما مرة</numerusform>
            <numerusform>%Ln وسوم مكررة احتُسب كل منها مرة</numerusform>
            <numerusform>%Ln وسمًا مكررًا احتُسب كل منها مرة</numerusform>
            <numerusform>%Ln وسم مكرر احتُسب كل منها مرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other label(s) as well.</source>
        <translation>
            <numerusform>ولا تصنيف غيره.</numerusform>
            <numerusform>ومعه تصنيف آخر.</numerusform>
            <numerusform>ومعه تصنيفان آخران.</numerusform>
            <numerusform>ومعه %Ln تصنيفات أخرى.</numerusform>
            <numerusform>ومعه %Ln تصنيفًا آخر.</numerusform>
            <numerusform>ومعه %Ln تصنيف آخر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان مختلفان</numerusform>
            <numerusform>%Ln وسوم مختلفة</numerusform>
            <numerusform>%Ln وسمًا مختلفًا</numerusform>
            <numerusform>%Ln وسم مختلف</numerusform>
        </translation>
    </message>
    <message>
        <source>target %1: reached</source>
        <translation>الهدف %1: تحقق</translation>
    </message>
    <message>
        <source>target %1: not surely reached</source>
        <translation>الهدف %1: تحققه غير مؤكد</translation>
    </message>
    <message>
        <source>target %1: not reached</source>
        <translation>الهدف %1: لم يتحقق</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>بلا هدف</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>البيانات غير كافية</translation>
    </message>
    <message>
        <source>Nobody has annotated anything yet.</source>
        <translation>لم يسِم أحد شيئًا بعد.</translation>
    </message>
    <message>
        <source>Only %1 has annotated so far: agreement needs a second annotator.</source>
        <translation>لم يسِم حتى الآن إلا %1: لا يُقاس التوافق بين الواسمين إلا بواسم ثانٍ.</translation>
    </message>
    <message>
        <source>Agreement needs two annotators who count for it.</source>
        <translation>لا يُقاس التوافق بين الواسمين إلا باثنين يُحتسبان فيه.</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>أُنجز %1 من %2</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>منجز: %1</translation>
    </message>
    <message>
        <source>%1 begun</source>
        <translation>قيد العمل: %1</translation>
    </message>
    <message>
        <source>%1 not begun</source>
        <translation>لم يبدأ: %1</translation>
    </message>
    <message>
        <source>does not count for gold</source>
        <translation>لا يُحتسب في المرجع</translation>
    </message>
    <message>
        <source>%1 of %2 closed</source>
        <translation>أُغلق %1 من %2</translation>
    </message>
    <message>
        <source>%1 decided</source>
        <translation>محسوم: %1</translation>
    </message>
    <message>
        <source>%1 merged</source>
        <translation>مدموج بقاعدة: %1</translation>
    </message>
    <message>
        <source>%1 agreed, waiting for one command</source>
        <translation>متوافق عليه ينتظر أمرًا واحدًا: %1</translation>
    </message>
    <message>
        <source>spans %1</source>
        <translation>مقاطع %1</translation>
    </message>
    <message>
        <source>values %1</source>
        <translation>قيم %1</translation>
    </message>
    <message>
        <source>links %1</source>
        <translation>روابط %1</translation>
    </message>
    <message>
        <source>zones %1</source>
        <translation>خارج النطاق %1</translation>
    </message>
    <message>
        <source>changed since %1</source>
        <translation>تغيّر بعدها %1</translation>
    </message>
    <message>
        <source>agreed, not settled by the rule %1</source>
        <translation>متفق عليه لا تحسمه القاعدة %1</translation>
    </message>
    <message>
        <source>No article has been finished by two annotators yet.</source>
        <translation>لم ينجز واسمان أي مقال بعد.</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>المفتوح: %1</translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <translation>لم يبقَ شيء للحسم.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>لا شيء مفتوح.</translation>
    </message>
    <message>
        <source>Merge what all agree on (%1)…</source>
        <translation>دمج ما توافق عليه الجميع (%1)…</translation>
    </message>
    <message numerus="yes">
        <source>Decide %Ln open difference(s)</source>
        <translation>
            <numerusform>حسم الاختلافات المفتوحة</numerusform>
            <numerusform>حسم اختلاف مفتوح واحد</numerusform>
            <numerusform>حسم اختلافين مفتوحين</numerusform>
            <numerusform>حسم %Ln اختلافات مفتوحة</numerusform>
            <numerusform>حسم %Ln اختلافًا مفتوحًا</numerusform>
            <numerusform>حسم %Ln اختلاف مفتوح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export gold of %Ln article(s)…</source>
        <translation>
            <numerusform>تصدير المرجع…</numerusform>
            <numerusform>تصدير مرجع مقال واحد…</numerusform>
            <numerusform>تصدير مرجع مقالين…</numerusform>
            <numerusform>تصدير مرجع %Ln مقالات…</numerusform>
            <numerusform>تصدير مرجع %Ln مقالًا…</numerusform>
            <numerusform>تصدير مرجع %Ln مقال…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s), after a look at what it does</source>
        <translation>
            <numerusform>بعد معاينة ما سيحدث</numerusform>
            <numerusform>في مقال واحد، بعد معاينة ما سيحدث</numerusform>
            <numerusform>في مقالين، بعد معاينة ما سيحدث</numerusform>
            <numerusform>في %Ln مقالات، بعد معاينة ما سيحدث</numerusform>
            <numerusform>في %Ln مقالًا، بعد معاينة ما سيحدث</numerusform>
            <numerusform>في %Ln مقال، بعد معاينة ما سيحدث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) fall short</source>
        <translation>
            <numerusform>كل التصنيفات كما يُراد</numerusform>
            <numerusform>تصنيف واحد دون المطلوب</numerusform>
            <numerusform>تصنيفان دون المطلوب</numerusform>
            <numerusform>%Ln تصنيفات دون المطلوب</numerusform>
            <numerusform>%Ln تصنيفًا دون المطلوب</numerusform>
            <numerusform>%Ln تصنيف دون المطلوب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>لا أحد غيرهم</numerusform>
            <numerusform>وواحد غيرهم</numerusform>
            <numerusform>واثنان غيرهم</numerusform>
            <numerusform>و%Ln غيرهم</numerusform>
            <numerusform>و%Ln غيرهم</numerusform>
            <numerusform>و%Ln غيرهم</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for new work</source>
        <translation>البحث عن عمل جديد</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>في %1</translation>
    </message>
    <message>
        <source>Gold waits for %1</source>
        <translation>المرجع ينتظر %1</translation>
    </message>
    <message>
        <source>Nothing is open and nobody is waited for.</source>
        <translation>لا شيء مفتوح ولا أحد يُنتظر.</translation>
    </message>
    <message>
        <source>merge what all agree on (%1)</source>
        <translation>دمج ما توافق عليه الجميع (%1)</translation>
    </message>
    <message>
        <source>decide %1 in %2</source>
        <translation>حسم %1 في %2</translation>
    </message>
    <message>
        <source>wait for %1</source>
        <translation>انتظار %1</translation>
    </message>
    <message>
        <source>export gold (%1)</source>
        <translation>تصدير المرجع (%1)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>tag %1</source>
        <translation>وسم %1</translation>
    </message>
    <message>
        <source>relabel as %1</source>
        <translation>تغيير التصنيف إلى %1</translation>
    </message>
    <message>
        <source>move edge</source>
        <translation>تحريك الحدّ</translation>
    </message>
    <message>
        <source>change attribute</source>
        <translation>تغيير خاصية</translation>
    </message>
    <message>
        <source>change note</source>
        <translation>تغيير ملاحظة</translation>
    </message>
    <message>
        <source>delete annotation</source>
        <translation>حذف وسم</translation>
    </message>
    <message>
        <source>delete annotations</source>
        <translation>حذف وسوم</translation>
    </message>
    <message>
        <source>link</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>unlink</source>
        <translation>فكّ ربط</translation>
    </message>
    <message>
        <source>mark out of scope</source>
        <translation>إخراج من النطاق</translation>
    </message>
    <message>
        <source>put back in scope</source>
        <translation>إعادة إلى النطاق</translation>
    </message>
    <message>
        <source>change status</source>
        <translation>تغيير الحالة</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>علامة متابعة</translation>
    </message>
    <message>
        <source>settle</source>
        <translation>حسم</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>إعادة فتح</translation>
    </message>
    <message>
        <source>change what was asked</source>
        <translation>تغيير السؤال</translation>
    </message>
    <message>
        <source>remove question</source>
        <translation>إزالة السؤال</translation>
    </message>
    <message>
        <source>remove flag</source>
        <translation>إزالة علامة المتابعة</translation>
    </message>
    <message>
        <source>change article details</source>
        <translation>تغيير بيانات المقال</translation>
    </message>
    <message>
        <source>This article is open for reading only: %1</source>
        <translation>هذا المقال مفتوح للقراءة فقط: %1</translation>
    </message>
    <message>
        <source>edit of %1</source>
        <translation>تعديل بتاريخ %1</translation>
    </message>
    <message>
        <source>Open an article first.</source>
        <translation>افتح مقالًا أولًا.</translation>
    </message>
    <message>
        <source>This project is open for reading only: %1</source>
        <translation>هذا المشروع مفتوح للقراءة فقط: %1</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>Size of the text: %Ln point(s)</source>
        <translation>
            <numerusform>حجم النص: %Ln نقطة</numerusform>
            <numerusform>حجم النص: نقطة واحدة</numerusform>
            <numerusform>حجم النص: نقطتان</numerusform>
            <numerusform>حجم النص: %Ln نقاط</numerusform>
            <numerusform>حجم النص: %Ln نقطة</numerusform>
            <numerusform>حجم النص: %Ln نقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>&amp;Name of the annotator</source>
        <translation>ا&amp;سم الواسم</translation>
    </message>
    <message>
        <source>Another name opens another set of annotations; nothing is renamed.</source>
        <translation>اسم آخر يفتح وسومًا أخرى، ولا يُعاد تسمية شيء.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <source>Region of &amp;digits and dates</source>
        <translation>منطقة الأ&amp;رقام والتواريخ</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>الم&amp;ظهر</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>&amp;Font of the text</source>
        <translation>خ&amp;ط النص</translation>
    </message>
    <message>
        <source>Line &amp;spacing</source>
        <translation>ت&amp;باعد الأسطر</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>متقارب</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Wide, with the names of labels</source>
        <translation>متباعد مع أسماء التصنيفات</translation>
    </message>
    <message>
        <source>&amp;Column of text</source>
        <translation>&amp;عمود النص</translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>لا حروف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%Ln حروف</numerusform>
            <numerusform>%Ln حرفًا</numerusform>
            <numerusform>%Ln حرف</numerusform>
        </translation>
    </message>
    <message>
        <source>As wide as the window</source>
        <translation>بعرض النافذة</translation>
    </message>
    <message>
        <source>Fill in &amp;proposed values, of dates and names, while tagging</source>
        <translation>ملء القيم ال&amp;مقترحة للتواريخ والأسماء عند الوسم</translation>
    </message>
    <message>
        <source>Show today&apos;s pac&amp;e in the status line, to yourself only</source>
        <translation>أظهر &amp;وتيرة اليوم في شريط الحالة، لك وحدك</translation>
    </message>
    <message>
        <source>Restore looks</source>
        <translation>استعادة المظهر</translation>
    </message>
    <message>
        <source>Keep settings</source>
        <translation>حفظ الإعدادات</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>This row is not there any more.</source>
        <translation>لم يعد هذا الصف موجودًا.</translation>
    </message>
    <message>
        <source>take what all agree on</source>
        <translation>أخذ ما توافق عليه الجميع</translation>
    </message>
    <message>
        <source>There is nothing here that all agree on and gold has not.</source>
        <translation>ليس هنا شيء توافق عليه الجميع ولم يدخل المرجع.</translation>
    </message>
    <message>
        <source>how far gold is</source>
        <translation>حالة المرجع</translation>
    </message>
    <message>
        <source>Decide this row first, then the same words elsewhere.</source>
        <translation>احسم هذا الصف أولًا، ثم الكلمات نفسها في مواضع أخرى.</translation>
    </message>
    <message>
        <source>Looking for the same words</source>
        <translation>البحث عن الكلمات نفسها</translation>
    </message>
    <message>
        <source>Nowhere else do these words differ in this way.</source>
        <translation>لا اختلاف من هذا النوع في هذه الكلمات في موضع آخر.</translation>
    </message>
    <message>
        <source>decide the same elsewhere</source>
        <translation>القرار نفسه في مواضع أخرى</translation>
    </message>
    <message numerus="yes">
        <source>Decided alike in %n article(s).</source>
        <translation>
            <numerusform>لم يُحسم شيء بالمثل.</numerusform>
            <numerusform>حُسم بالمثل في مقال واحد.</numerusform>
            <numerusform>حُسم بالمثل في مقالين.</numerusform>
            <numerusform>حُسم بالمثل في %Ln مقالات.</numerusform>
            <numerusform>حُسم بالمثل في %Ln مقالًا.</numerusform>
            <numerusform>حُسم بالمثل في %Ln مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open an article first.</source>
        <translation>افتح مقالًا أولًا.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>ابحث عن أمر أو مفتاح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>No command matches %1.</source>
        <translation>لا أمر يطابق %1.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Side panel</source>
        <translation>اللوحة الجانبية</translation>
    </message>
    <message>
        <source>Close the side panel</source>
        <translation>إغلاق اللوحة الجانبية</translation>
    </message>
</context>
<context>
    <name>SpanPopover</name>
    <message>
        <source>Open for reading only · Esc return</source>
        <translation>للقراءة فقط · ⁦Esc⁩ رجوع</translation>
    </message>
    <message>
        <source>%1 store · %2 return · %3 next field · %4 label · %5 next</source>
        <comment>keys of the popover</comment>
        <translation>%1 حفظ · %2 رجوع · %3 الحقل التالي · %4 التصنيف · %5 التالي</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>Delete the annotation</source>
        <translation>حذف الوسم</translation>
    </message>
    <message>
        <source>Delete the annotation (in the text: Del)</source>
        <translation>حذف الوسم (في النص: ⁦Del⁩)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Add a note; Shift+Enter starts a line</source>
        <translation>أضف ملاحظة؛ ⁦Shift+Enter⁩ سطر جديد</translation>
    </message>
</context>
<context>
    <name>Speaking</name>
    <message>
        <source>Click the speakers, again to unlink them; Esc ends it.</source>
        <translation>انقر على القائلين لربطهم، وثانيةً لفكّ ربطهم؛ وبالمفتاح Esc ينتهي ذلك.</translation>
    </message>
    <message>
        <source>Put the caret into a quote first.</source>
        <translation>ضع المؤشر داخل اقتباس أولًا.</translation>
    </message>
    <message>
        <source>link speaker</source>
        <translation>ربط القائل</translation>
    </message>
    <message>
        <source>unlink speaker</source>
        <translation>فكّ ربط القائل</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Unlinked: %1</source>
        <translation>فُكّ ربط: %1</translation>
    </message>
    <message>
        <source>Speaker: %1 (%2)</source>
        <translation>القائل: %1 (%2)</translation>
    </message>
    <message>
        <source>Nobody near this quote is tagged yet: tag who speaks first.</source>
        <translation>لا أحد موسوم بعدُ قرب هذا الاقتباس: سِم القائل أولًا.</translation>
    </message>
    <message>
        <source>There is nobody else near this quote.</source>
        <translation>لا أحد سواه قرب هذا الاقتباس.</translation>
    </message>
    <message>
        <source>This quote has no speaker.</source>
        <translation>ليس لهذا الاقتباس قائل.</translation>
    </message>
</context>
<context>
    <name>SplitField</name>
    <message>
        <source>&amp;Split into training, development and test files</source>
        <translation>تقسيم إلى ملفات ت&amp;دريب وتطوير واختبار</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>التطوير</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>By whole articles: nearly identical texts stay together, so that no test text was learnt from. The same seed always draws the same split.</source>
        <translation>بالمقالات الكاملة: تبقى النصوص شبه المتطابقة معًا كيلا يُختبر نصٌّ جرى التدرّب عليه. والبذرة نفسها تعطي التقسيم نفسه دائمًا.</translation>
    </message>
    <message>
        <source>The three shares make %1 %3; they must make %2 %3.</source>
        <comment>%3 is the per cent sign</comment>
        <translation>مجموع الحصص الثلاث %1 %3، ويجب أن يكون %2 %3.</translation>
    </message>
    <message>
        <source>The training share cannot be empty.</source>
        <translation>لا يجوز أن تكون حصة التدريب فارغة.</translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>Change the annotator</source>
        <translation>تغيير الواسم</translation>
    </message>
    <message>
        <source>Annotator: %1</source>
        <translation>الواسم: %1</translation>
    </message>
    <message>
        <source>Par. %1, col. %2</source>
        <comment>position of the caret</comment>
        <translation>ف %1، م %2</translation>
    </message>
    <message>
        <source>Paragraph %1, column %2</source>
        <translation>الفقرة %1، الموضع %2</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>relabel</source>
        <translation>تغيير التصنيف</translation>
    </message>
    <message>
        <source>change attribute</source>
        <translation>تغيير خاصية</translation>
    </message>
    <message>
        <source>change note</source>
        <translation>تغيير ملاحظة</translation>
    </message>
    <message>
        <source>change links</source>
        <translation>تغيير الروابط</translation>
    </message>
    <message>
        <source>edit annotation</source>
        <translation>تحرير الوسم</translation>
    </message>
</context>
<context>
    <name>StepsMeant</name>
    <message>
        <source>keep a decision</source>
        <translation>إبقاء قرار</translation>
    </message>
    <message>
        <source>take a decision back</source>
        <translation>سحب قرار</translation>
    </message>
    <message>
        <source>decide: what most have</source>
        <translation>حسم: ما عند الأغلبية</translation>
    </message>
    <message>
        <source>decide: nothing</source>
        <translation>حسم: لا شيء</translation>
    </message>
    <message>
        <source>decide: all</source>
        <translation>حسم: الكل</translation>
    </message>
    <message>
        <source>decide: as %1</source>
        <translation>حسم: كما عند %1</translation>
    </message>
    <message>
        <source>Somebody&apos;s work or gold has changed here: look again.</source>
        <translation>تغيّر هنا عمل أحدهم أو المرجع: انظر مرة أخرى.</translation>
    </message>
    <message>
        <source>This annotator has no vote here.</source>
        <translation>لا صوت لهذا الواسم هنا.</translation>
    </message>
    <message>
        <source>No more than half have the same here: choose by the key of an annotator.</source>
        <translation>لا شيء هنا عند أكثر من النصف: اختر بمفتاح أحد الواسمين.</translation>
    </message>
    <message>
        <source>No more than half gave the same value: choose by the key of an annotator.</source>
        <translation>لا قيمة ذكرها أكثر من النصف: اختر بمفتاح أحد الواسمين.</translation>
    </message>
    <message>
        <source>There is no decision here yet to be kept.</source>
        <translation>لا قرار هنا بعد ليُبقى.</translation>
    </message>
    <message>
        <source>Gold has nothing here yet that could have a value: decide the span first.</source>
        <translation>ليس في المرجع هنا بعد ما تكون له قيمة: احسم المقطع أولًا.</translation>
    </message>
    <message>
        <source>This row cannot be decided so.</source>
        <translation>لا يُحسم هذا الصف هكذا.</translation>
    </message>
    <message>
        <source>No annotator has anything here any more: keep it, take it away, or edit it.</source>
        <translation>لم يعد عند أي واسم شيء هنا: أبقِه أو احذفه أو حرّره.</translation>
    </message>
    <message>
        <source>As many say one as the other: choose one by its key.</source>
        <translation>الأصوات متعادلة: اختر بمفتاح.</translation>
    </message>
    <message>
        <source>%1 gave no value here.</source>
        <translation>لم يذكر %1 قيمة هنا.</translation>
    </message>
    <message>
        <source>%1 has no say here: they made not both of what is linked.</source>
        <translation>لا صوت لـ%1 هنا: لم يسِم طرفي الرابط كليهما.</translation>
    </message>
</context>
<context>
    <name>TagCommands</name>
    <message>
        <source>Open an article first.</source>
        <translation>افتح مقالًا أولًا.</translation>
    </message>
    <message>
        <source>There is no word here to tag: select some text first.</source>
        <translation>لا كلمة هنا لتُوسَم: حدّد نصًّا أولًا.</translation>
    </message>
    <message>
        <source>No label to repeat yet: tag something first.</source>
        <translation>لا تصنيف لتكراره بعد: ضع وسمًا أولًا.</translation>
    </message>
    <message>
        <source>No label to keep yet: tag something first.</source>
        <translation>لا تصنيف للمواصلة به بعد: ضع وسمًا أولًا.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>حُذف</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>حُذف: %1</translation>
    </message>
    <message>
        <source>No annotation is current: put the caret into one.</source>
        <translation>لا وسم محدَّد: ضع المؤشر داخل وسم.</translation>
    </message>
    <message>
        <source>%1 tagged %2</source>
        <translation>وُسم %1: %2</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tag everywhere</source>
        <translation>وسم كل المواضع</translation>
    </message>
    <message>
        <source>Tag %1 as %2</source>
        <translation>وسم %1 بتصنيف %2</translation>
    </message>
    <message>
        <source>Every place where these words stand, in any spelling and behind و ف ب ل ك. Space checks a place; what is checked is tagged at once, and one undo takes it all back.</source>
        <translation>كل موضع ترد فيه هذه الكلمات، بأي رسم وبعد و ف ب ل ك. مفتاح المسافة يختار الموضع؛ وما اختير يوسَم دفعة واحدة، وتراجع واحد يعيد كل شيء.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>This &amp;article</source>
        <translation>هذا المقا&amp;ل</translation>
    </message>
    <message>
        <source>All articles of the &amp;project</source>
        <translation>كل مقالات ال&amp;مشروع</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>A&amp;ll</source>
        <translation>ال&amp;كل</translation>
    </message>
    <message>
        <source>Pr&amp;oposed</source>
        <translation>ال&amp;مقترح</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;لا شيء</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more place(s) out of scope were left out.</source>
        <translation>
            <numerusform>تُرك %Ln موضع آخر خارج النطاق.</numerusform>
            <numerusform>تُرك موضع آخر خارج النطاق.</numerusform>
            <numerusform>تُرك موضعان آخران خارج النطاق.</numerusform>
            <numerusform>تُركت %Ln مواضع أخرى خارج النطاق.</numerusform>
            <numerusform>تُرك %Ln موضعًا آخر خارج النطاق.</numerusform>
            <numerusform>تُرك %Ln موضع آخر خارج النطاق.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln place(s) checked</source>
        <translation>
            <numerusform>من المواضع مختارة</numerusform>
            <numerusform>من موضع واحد</numerusform>
            <numerusform>من موضعين</numerusform>
            <numerusform>من %Ln مواضع مختارة</numerusform>
            <numerusform>من %Ln موضعًا مختارة</numerusform>
            <numerusform>من %Ln موضع مختارة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln place(s)</source>
        <translation>
            <numerusform>وسم</numerusform>
            <numerusform>وسم موضع واحد</numerusform>
            <numerusform>وسم موضعين</numerusform>
            <numerusform>وسم %Ln مواضع</numerusform>
            <numerusform>وسم %Ln موضعًا</numerusform>
            <numerusform>وسم %Ln موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy to each: %1</source>
        <translation>&amp;نسخ إلى كل وسم: %1</translation>
    </message>
</context>
<context>
    <name>TagEverywhere</name>
    <message>
        <source>This project is open for reading only: %1</source>
        <translation>هذا المشروع مفتوح للقراءة فقط: %1</translation>
    </message>
    <message>
        <source>tag everywhere</source>
        <translation>وسم كل المواضع</translation>
    </message>
    <message numerus="yes">
        <source>Tagged %Ln place(s); one undo takes it all back.</source>
        <translation>
            <numerusform>لم يوسَم شيء.</numerusform>
            <numerusform>وُسم موضع واحد؛ وتراجع واحد يعيده.</numerusform>
            <numerusform>وُسم موضعان؛ وتراجع واحد يعيدهما.</numerusform>
            <numerusform>وُسمت %Ln مواضع؛ وتراجع واحد يعيدها كلها.</numerusform>
            <numerusform>وُسم %Ln موضعًا؛ وتراجع واحد يعيدها كلها.</numerusform>
            <numerusform>وُسم %Ln موضع؛ وتراجع واحد يعيدها كلها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking in all articles</source>
        <translation>البحث في كل المقالات</translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>checked</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>غير مختار</translation>
    </message>
    <message>
        <source>already tagged</source>
        <translation>موسوم من قبل</translation>
    </message>
    <message>
        <source>has another label</source>
        <translation>له تصنيف آخر</translation>
    </message>
    <message>
        <source>inside a longer one</source>
        <translation>داخل وسم أطول</translation>
    </message>
    <message>
        <source>crosses another</source>
        <translation>يقطع وسمًا آخر</translation>
    </message>
    <message>
        <source>other spelling</source>
        <translation>رسم آخر</translation>
    </message>
    <message>
        <source>behind a clitic</source>
        <translation>بعد حرف متصل</translation>
    </message>
</context>
<context>
    <name>TargetTable</name>
    <message>
        <source>not enough data</source>
        <translation>البيانات غير كافية</translation>
    </message>
    <message>
        <source>%1: below the target</source>
        <translation>%1: دون الهدف</translation>
    </message>
    <message>
        <source>%1: reached</source>
        <translation>%1: تحقق</translation>
    </message>
    <message>
        <source>Targets of the project</source>
        <translation>أهداف المشروع</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Written: %1</source>
        <translation>كُتب: %1</translation>
    </message>
    <message>
        <source>Remove the guideline decision %1? What was decided stays decided, and edits that were accepted stay.</source>
        <translation>أتريد حذف قرار دليل الوسم %1؟ يبقى ما حُسم محسومًا، وتبقى التعديلات التي أُخذ بها.</translation>
    </message>
    <message>
        <source>Remove a guideline decision</source>
        <translation>حذف قرار من دليل الوسم</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>بالقاعدة</translation>
    </message>
</context>
<context>
    <name>TodayPace</name>
    <message>
        <source>Today: %1 min</source>
        <comment>active minutes</comment>
        <translation>اليوم: %1 د</translation>
    </message>
    <message>
        <source>Today: %1 min, %2 an hour</source>
        <comment>active minutes, annotations</comment>
        <translation>اليوم: %1 د، %2 في الساعة</translation>
    </message>
</context>
<context>
    <name>TransferCommands</name>
    <message>
        <source>Importing articles</source>
        <translation>استيراد المقالات</translation>
    </message>
    <message>
        <source>Import stopped; nothing was taken.</source>
        <translation>أُوقف الاستيراد ولم يؤخذ شيء.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>جارٍ التصدير</translation>
    </message>
    <message>
        <source>Export stopped; no file was written.</source>
        <translation>أُوقف التصدير ولم يُكتب أي ملف.</translation>
    </message>
</context>
<context>
    <name>UndoCommands</name>
    <message>
        <source>The next undo is in article %1: press again to go there.</source>
        <translation>التراجع التالي في المقال %1: اضغط ثانيةً للانتقال إليه.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>تُراجع عن: %1</translation>
    </message>
    <message>
        <source>The next redo is in article %1: press again to go there.</source>
        <translation>الإعادة التالية في المقال %1: اضغط ثانيةً للانتقال إليه.</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>أُعيد: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا وسوم</numerusform>
            <numerusform>وسم واحد</numerusform>
            <numerusform>وسمان</numerusform>
            <numerusform>%Ln وسوم</numerusform>
            <numerusform>%Ln وسمًا</numerusform>
            <numerusform>%Ln وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>article %1</source>
        <translation>المقال %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers of articles</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>articles %1</source>
        <translation>المقالات %1</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undone: %1</source>
        <translation>تُراجع عن: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>أُعيد: %1</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Go to a pane first (F6): the text takes what the panes leave.</source>
        <translation>انتقل أولًا إلى لوحة (F6)، فالنص يشغل ما تتركه اللوحات.</translation>
    </message>
</context>
<context>
    <name>WaitingProposals</name>
    <message numerus="yes">
        <source>%Ln edit(s) of guideline decisions wait for your answer: %1</source>
        <translation>
            <numerusform>لا يوجد تعديل من قرارات دليل الوسم ينتظر ردّك: %1</numerusform>
            <numerusform>تعديل واحد من قرارات دليل الوسم ينتظر ردّك: %1</numerusform>
            <numerusform>تعديلان من قرارات دليل الوسم ينتظران ردّك: %1</numerusform>
            <numerusform>%Ln تعديلات من قرارات دليل الوسم تنتظر ردّك: %1</numerusform>
            <numerusform>%Ln تعديلًا من قرارات دليل الوسم ينتظر ردّك: %1</numerusform>
            <numerusform>%Ln تعديل من قرارات دليل الوسم ينتظر ردّك: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePanel</name>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (غير موجود)</translation>
    </message>
    <message>
        <source>Annotate Arabic news, exactly and right to left</source>
        <translation>وسم الأخبار العربية بدقّة، من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>فتح المشروع النموذجي</translation>
    </message>
    <message>
        <source>Import texts…</source>
        <translation>استيراد نصوص…</translation>
    </message>
    <message>
        <source>You can also drop a project folder or text files here.</source>
        <translation>يمكنك أيضًا إفلات مجلد مشروع أو ملفات نصية هنا.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>المشاريع الأخيرة</translation>
    </message>
</context>
<context>
    <name>WorkBars</name>
    <message>
        <source>gold</source>
        <translation>المرجع</translation>
    </message>
</context>
<context>
    <name>ZoneCommands</name>
    <message>
        <source>Select the text that is out of scope first.</source>
        <translation>حدّد أولًا النص الخارج عن النطاق.</translation>
    </message>
</context>
<context>
    <name>ZoneWords</name>
    <message>
        <source>Boilerplate</source>
        <translation>نص متكرر</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>مصادر وحقوق</translation>
    </message>
    <message>
        <source>Another article</source>
        <translation>مقال آخر</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>تنقّل في الموقع</translation>
    </message>
</context>
<context>
    <name>ZonesList</name>
    <message>
        <source>Out of scope</source>
        <translation>خارج النطاق</translation>
    </message>
    <message>
        <source>Text out of scope</source>
        <translation>النص الخارج عن النطاق</translation>
    </message>
    <message>
        <source>Put back in scope</source>
        <translation>إعادة إلى النطاق</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n joint article(s)</source>
        <translation>
            <numerusform>لا مقالات مشتركة</numerusform>
            <numerusform>مقال مشترك واحد</numerusform>
            <numerusform>مقالان مشتركان</numerusform>
            <numerusform>%Ln مقالات مشتركة</numerusform>
            <numerusform>%Ln مقالًا مشتركًا</numerusform>
            <numerusform>%Ln مقال مشترك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>made by %n annotator(s)</source>
        <translation>
            <numerusform>لم يضعه أحد</numerusform>
            <numerusform>وضعه واسم واحد</numerusform>
            <numerusform>وضعه واسمان</numerusform>
            <numerusform>وضعه %Ln واسمين</numerusform>
            <numerusform>وضعه %Ln واسمًا</numerusform>
            <numerusform>وضعه %Ln واسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aligned pair(s) with a value</source>
        <translation>
            <numerusform>لا أزواج متناظرة لها قيمة</numerusform>
            <numerusform>زوج متناظر واحد له قيمة</numerusform>
            <numerusform>زوجان متناظران لهما قيمة</numerusform>
            <numerusform>%n أزواج متناظرة لها قيمة</numerusform>
            <numerusform>%n زوجًا متناظرًا له قيمة</numerusform>
            <numerusform>%n زوج متناظر له قيمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) compared</source>
        <translation>
            <numerusform>لا قيم للمقارنة</numerusform>
            <numerusform>قورنت قيمة واحدة</numerusform>
            <numerusform>قورنت قيمتان</numerusform>
            <numerusform>قورنت %n قيم</numerusform>
            <numerusform>قورنت %n قيمة</numerusform>
            <numerusform>قورنت %n قيمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <comment>annotations</comment>
        <translation>
            <numerusform>لا شيء مفتوح</numerusform>
            <numerusform>واحد مفتوح</numerusform>
            <numerusform>اثنان مفتوحان</numerusform>
            <numerusform>%Ln مفتوحة</numerusform>
            <numerusform>%Ln مفتوحًا</numerusform>
            <numerusform>%Ln مفتوح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed since</source>
        <translation>
            <numerusform>لا شيء تغيّر بعدها</numerusform>
            <numerusform>واحد تغيّر بعدها</numerusform>
            <numerusform>اثنان تغيّرا بعدها</numerusform>
            <numerusform>%Ln تغيّرت بعدها</numerusform>
            <numerusform>%Ln تغيّرت بعدها</numerusform>
            <numerusform>%Ln تغيّرت بعدها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agreed and not taken yet</source>
        <translation>
            <numerusform>لا متوافق عليه ينتظر</numerusform>
            <numerusform>واحد متوافق عليه ولم يؤخذ</numerusform>
            <numerusform>اثنان متوافق عليهما ولم يؤخذا</numerusform>
            <numerusform>%Ln متوافق عليها ولم تؤخذ</numerusform>
            <numerusform>%Ln متوافقًا عليها ولم تؤخذ</numerusform>
            <numerusform>%Ln متوافق عليها ولم تؤخذ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) open</source>
        <translation>
            <numerusform>لا قيم مفتوحة</numerusform>
            <numerusform>قيمة مفتوحة</numerusform>
            <numerusform>قيمتان مفتوحتان</numerusform>
            <numerusform>%Ln قيم مفتوحة</numerusform>
            <numerusform>%Ln قيمة مفتوحة</numerusform>
            <numerusform>%Ln قيمة مفتوحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) open</source>
        <translation>
            <numerusform>لا روابط مفتوحة</numerusform>
            <numerusform>رابط مفتوح</numerusform>
            <numerusform>رابطان مفتوحان</numerusform>
            <numerusform>%Ln روابط مفتوحة</numerusform>
            <numerusform>%Ln رابطًا مفتوحًا</numerusform>
            <numerusform>%Ln رابط مفتوح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln region(s) open</source>
        <translation>
            <numerusform>لا مناطق مفتوحة</numerusform>
            <numerusform>منطقة مفتوحة</numerusform>
            <numerusform>منطقتان مفتوحتان</numerusform>
            <numerusform>%Ln مناطق مفتوحة</numerusform>
            <numerusform>%Ln منطقة مفتوحة</numerusform>
            <numerusform>%Ln منطقة مفتوحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by rule</source>
        <translation>
            <numerusform>لا شيء بقاعدة</numerusform>
            <numerusform>واحد بقاعدة</numerusform>
            <numerusform>اثنان بقاعدة</numerusform>
            <numerusform>%Ln بقاعدة</numerusform>
            <numerusform>%Ln بقاعدة</numerusform>
            <numerusform>%Ln بقاعدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decided</source>
        <translation>
            <numerusform>لا شيء محسوم</numerusform>
            <numerusform>واحد محسوم</numerusform>
            <numerusform>اثنان محسومان</numerusform>
            <numerusform>%Ln محسومة</numerusform>
            <numerusform>%Ln محسومًا</numerusform>
            <numerusform>%Ln محسوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_LabelChoice</name>
    <message>
        <source>%1, Ctrl+%2</source>
        <comment>a label and its key</comment>
        <translation>%1، ⁦Ctrl+%2⁩</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <comment>the label an annotation has</comment>
        <translation>%1، مختار</translation>
    </message>
</context>
<context>
    <name>_SaveState</name>
    <message>
        <source>Saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>Saved at %1</source>
        <translation>حُفظ في %1</translation>
    </message>
    <message numerus="yes">
        <source>Saving %Ln edit(s)…</source>
        <translation>
            <numerusform>جارٍ الحفظ…</numerusform>
            <numerusform>جارٍ حفظ تعديل واحد…</numerusform>
            <numerusform>جارٍ حفظ تعديلين…</numerusform>
            <numerusform>جارٍ حفظ %Ln تعديلات…</numerusform>
            <numerusform>جارٍ حفظ %Ln تعديلًا…</numerusform>
            <numerusform>جارٍ حفظ %Ln تعديل…</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>لم يُحفظ: %1</translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %1. Next try in %Ln s</source>
        <translation>
            <numerusform>لم يُحفظ: %1. المحاولة التالية الآن</numerusform>
            <numerusform>لم يُحفظ: %1. المحاولة التالية بعد ثانية</numerusform>
            <numerusform>لم يُحفظ: %1. المحاولة التالية بعد ثانيتين</numerusform>
            <numerusform>لم يُحفظ: %1. المحاولة التالية بعد %Ln ثوانٍ</numerusform>
            <numerusform>لم يُحفظ: %1. المحاولة التالية بعد %Ln ثانية</numerusform>
            <numerusform>لم يُحفظ: %1. المحاولة التالية بعد %Ln ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Read-only: %1</source>
        <translation>للقراءة فقط: %1</translation>
    </message>
</context>
</TS>
