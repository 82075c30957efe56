<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnnotationsList</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlesModel</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open question(s)</source>
        <translation>
            <numerusform>%Ln open question</numerusform>
            <numerusform>%Ln open questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open flag(s)</source>
        <translation>
            <numerusform>%Ln open flag</numerusform>
            <numerusform>%Ln open flags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message numerus="yes">
        <source>%Ln annotation(s) carry this attribute; empty it there first.</source>
        <translation>
            <numerusform>%Ln annotation carries this attribute; empty it there first.</numerusform>
            <numerusform>%Ln annotations carry this attribute; empty it there first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingCommands</name>
    <message numerus="yes">
        <source>%n edit(s) could not be written to the disk yet.</source>
        <translation>
            <numerusform>%Ln edit could not be written to the disk yet.</numerusform>
            <numerusform>%Ln edits could not be written to the disk yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message numerus="yes">
        <source>%Ln row(s) of this article are open.</source>
        <translation>
            <numerusform>%Ln row of this article is open.</numerusform>
            <numerusform>%Ln rows of this article are open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message numerus="yes">
        <source>%Ln change(s) had not reached the disk; everything before is saved. “Go on” lets Hashiya try again.</source>
        <translation>
            <numerusform>%Ln change had not reached the disk; everything before is saved. “Go on” lets Hashiya try again.</numerusform>
            <numerusform>%Ln changes had not reached the disk; everything before is saved. “Go on” lets Hashiya try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dating</name>
    <message numerus="yes">
        <source>%Ln value(s) changed</source>
        <translation>
            <numerusform>%Ln value changed</numerusform>
            <numerusform>%Ln values changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Writes %Ln files: %1…</source>
        <translation>
            <numerusform>Writes %Ln file: %1…</numerusform>
            <numerusform>Writes %Ln files: %1…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportResult</name>
    <message numerus="yes">
        <source>%Ln annotation(s) written.</source>
        <translation>
            <numerusform>%Ln annotation written.</numerusform>
            <numerusform>%Ln annotations written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out, because the format has no place for them; the report says which.</source>
        <translation>
            <numerusform>%Ln left out, because the format has no place for it; the report says which.</numerusform>
            <numerusform>%Ln left out, because the format has no place for them; the report says which.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message numerus="yes">
        <source>%Ln article(s) compared with gold.</source>
        <translation>
            <numerusform>%Ln article compared with gold.</numerusform>
            <numerusform>%Ln articles compared with gold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) were decided otherwise.</source>
        <translation>
            <numerusform>%n annotation was decided otherwise.</numerusform>
            <numerusform>%n annotations were decided otherwise.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldTable</name>
    <message numerus="yes">
        <source>%Ln article(s) have a value for this; empty it there first.</source>
        <translation>
            <numerusform>%Ln article has a value for this; empty it there first.</numerusform>
            <numerusform>%Ln articles have a value for this; empty it there first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsCommands</name>
    <message numerus="yes">
        <source>%Ln finding(s) mended</source>
        <translation>
            <numerusform>1 finding mended</numerusform>
            <numerusform>%Ln findings mended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message numerus="yes">
        <source>Fix all %Ln of this kind</source>
        <translation>
            <numerusform>Fix the one of this kind</numerusform>
            <numerusform>Fix all %Ln of this kind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuidelinesPanel</name>
    <message numerus="yes">
        <source>%Ln edit(s) of guideline decisions wait</source>
        <translation>
            <numerusform>%Ln edit of guideline decisions waits</numerusform>
            <numerusform>%Ln edits of guideline decisions wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln guideline decision(s)</source>
        <translation>
            <numerusform>%Ln guideline decision</numerusform>
            <numerusform>%Ln guideline decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message numerus="yes">
        <source>%Ln new article(s)</source>
        <translation>
            <numerusform>%Ln new article</numerusform>
            <numerusform>%Ln new articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>%Ln already there</numerusform>
            <numerusform>%Ln already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>%Ln layer</numerusform>
            <numerusform>%Ln layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) with the same text</source>
        <translation>
            <numerusform>%Ln article with the same text</numerusform>
            <numerusform>%Ln articles with the same text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelButton</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message numerus="yes">
        <source>%1 (%Ln)</source>
        <translation>
            <numerusform>%1 (%Ln)</numerusform>
            <numerusform>%1 (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message numerus="yes">
        <source>Decided alike: %n row(s).</source>
        <translation>
            <numerusform>Decided alike: %Ln row.</numerusform>
            <numerusform>Decided alike: %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be decided so.</source>
        <translation>
            <numerusform>%Ln could not be decided so.</numerusform>
            <numerusform>%Ln could not be decided so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept as a guideline decision with %n edit(s) for annotators.</source>
        <translation>
            <numerusform>Kept as a guideline decision with %n edit for annotators.</numerusform>
            <numerusform>Kept as a guideline decision with %n edits for annotators.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) ticked</source>
        <translation>
            <numerusform>%Ln row ticked</numerusform>
            <numerusform>%Ln rows ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be decided so and are not listed</source>
        <translation>
            <numerusform>%Ln cannot be decided so and is not listed</numerusform>
            <numerusform>%Ln cannot be decided so and are not listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message numerus="yes">
        <source>Merged into gold: %n article(s) changed.</source>
        <translation>
            <numerusform>Merged into gold: %Ln article changed.</numerusform>
            <numerusform>Merged into gold: %Ln articles changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaceDialog</name>
    <message numerus="yes">
        <source>The last %Ln day(s)</source>
        <translation>
            <numerusform>The last day</numerusform>
            <numerusform>The last %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>The first %Ln sheet(s); all of them are printed.</source>
        <translation>
            <numerusform>The first sheet; all of them are printed.</numerusform>
            <numerusform>The first %Ln sheets; all of them are printed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintingLauncher</name>
    <message numerus="yes">
        <source>%Ln article(s) written into %1.</source>
        <translation>
            <numerusform>%Ln article written into %1.</numerusform>
            <numerusform>%Ln articles written into %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectFind</name>
    <message numerus="yes">
        <source>%Ln article(s) cannot be read; “Check and mend” says why.</source>
        <translation>
            <numerusform>%Ln article cannot be read; “Check and mend” says why.</numerusform>
            <numerusform>%Ln articles cannot be read; “Check and mend” says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectPanel</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s)</source>
        <translation>
            <numerusform>in %Ln article</numerusform>
            <numerusform>in %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message numerus="yes">
        <source>%Ln wait(s) for an answer. Enter goes to the place.</source>
        <translation>
            <numerusform>%Ln waits for an answer. Enter goes to the place.</numerusform>
            <numerusform>%Ln wait for an answer. Enter goes to the place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message numerus="yes">
        <source>given to the same words %Ln time(s)</source>
        <translation>
            <numerusform>given to the same words once</numerusform>
            <numerusform>given to the same words %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) before %1</source>
        <translation>
            <numerusform>%Ln day before %1</numerusform>
            <numerusform>%Ln days before %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) after %1</source>
        <translation>
            <numerusform>%Ln day after %1</numerusform>
            <numerusform>%Ln days after %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decade(s)</source>
        <translation>
            <numerusform>%Ln decade</numerusform>
            <numerusform>%Ln decades</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistryDialog</name>
    <message numerus="yes">
        <source>%Ln annotation(s) have this name.</source>
        <translation>
            <numerusform>%Ln annotation has this name.</numerusform>
            <numerusform>%Ln annotations have this name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message numerus="yes">
        <source>%Ln annotation(s) renamed</source>
        <translation>
            <numerusform>%Ln annotation renamed</numerusform>
            <numerusform>%Ln annotations renamed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message numerus="yes">
        <source>In %n article(s):</source>
        <translation>
            <numerusform>In %Ln article:</numerusform>
            <numerusform>In %Ln articles:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulingsDialog</name>
    <message numerus="yes">
        <source>%Ln edit(s) wait</source>
        <translation>
            <numerusform>%Ln edit waits</numerusform>
            <numerusform>%Ln edits wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyCommands</name>
    <message numerus="yes">
        <source>%Ln thing(s) mended.</source>
        <translation>
            <numerusform>%Ln thing mended.</numerusform>
            <numerusform>%Ln things mended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s) restored.</source>
        <translation>
            <numerusform>%Ln layer restored.</numerusform>
            <numerusform>%Ln layers restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemaDialog</name>
    <message numerus="yes">
        <source>%Ln annotation(s) use %1. Give them another label first.</source>
        <translation>
            <numerusform>%Ln annotation uses %1. Give it another label first.</numerusform>
            <numerusform>%Ln annotations use %1. Give them another label first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeenWords</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln article(s)</source>
        <translation>
            <numerusform>the first %Ln article</numerusform>
            <numerusform>the first %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%Ln article(s) in the project</source>
        <translation>
            <numerusform>%Ln article in the project</numerusform>
            <numerusform>%Ln articles in the project</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotator(s) compared</source>
        <translation>
            <numerusform>%Ln annotator compared</numerusform>
            <numerusform>%Ln annotators compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln joint article(s)</source>
        <translation>
            <numerusform>%Ln joint article</numerusform>
            <numerusform>%Ln joint articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated annotation(s) counted once</source>
        <translation>
            <numerusform>%Ln repeated annotation counted once</numerusform>
            <numerusform>%Ln repeated annotations counted once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other label(s) as well.</source>
        <translation>
            <numerusform>%Ln other label as well.</numerusform>
            <numerusform>%Ln other labels as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln different annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %Ln open difference(s)</source>
        <translation>
            <numerusform>Decide %Ln open difference</numerusform>
            <numerusform>Decide %Ln open differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export gold of %Ln article(s)…</source>
        <translation>
            <numerusform>Export gold of %Ln article…</numerusform>
            <numerusform>Export gold of %Ln articles…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s), after a look at what it does</source>
        <translation>
            <numerusform>in %Ln article, after a look at what it does</numerusform>
            <numerusform>in %Ln articles, after a look at what it does</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) fall short</source>
        <translation>
            <numerusform>%Ln label falls short</numerusform>
            <numerusform>%Ln labels fall short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>Size of the text: %Ln point(s)</source>
        <translation>
            <numerusform>Size of the text: %Ln point</numerusform>
            <numerusform>Size of the text: %Ln points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln letter</numerusform>
            <numerusform>%Ln letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message numerus="yes">
        <source>Decided alike in %n article(s).</source>
        <translation>
            <numerusform>Decided alike in %n article.</numerusform>
            <numerusform>Decided alike in %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>%Ln more place(s) out of scope were left out.</source>
        <translation>
            <numerusform>%Ln more place out of scope was left out.</numerusform>
            <numerusform>%Ln more places out of scope were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln place(s) checked</source>
        <translation>
            <numerusform>of %Ln place checked</numerusform>
            <numerusform>of %Ln places checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln place(s)</source>
        <translation>
            <numerusform>Tag %Ln place</numerusform>
            <numerusform>Tag %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagEverywhere</name>
    <message numerus="yes">
        <source>Tagged %Ln place(s); one undo takes it all back.</source>
        <translation>
            <numerusform>Tagged %Ln place; one undo takes it back.</numerusform>
            <numerusform>Tagged %Ln places; one undo takes them all back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoCommands</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingProposals</name>
    <message numerus="yes">
        <source>%Ln edit(s) of guideline decisions wait for your answer: %1</source>
        <translation>
            <numerusform>%Ln edit of guideline decisions waits for your answer: %1</numerusform>
            <numerusform>%Ln edits of guideline decisions wait for your answer: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n joint article(s)</source>
        <translation>
            <numerusform>%n joint article</numerusform>
            <numerusform>%n joint articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>made by %n annotator(s)</source>
        <translation>
            <numerusform>made by %n annotator</numerusform>
            <numerusform>made by %n annotators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aligned pair(s) with a value</source>
        <translation>
            <numerusform>%n aligned pair with a value</numerusform>
            <numerusform>%n aligned pairs with a value</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) compared</source>
        <translation>
            <numerusform>%n value compared</numerusform>
            <numerusform>%n values compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <comment>annotations</comment>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed since</source>
        <translation>
            <numerusform>%Ln changed since</numerusform>
            <numerusform>%Ln changed since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agreed and not taken yet</source>
        <translation>
            <numerusform>%Ln agreed and not taken yet</numerusform>
            <numerusform>%Ln agreed and not taken yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) open</source>
        <translation>
            <numerusform>%Ln value open</numerusform>
            <numerusform>%Ln values open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) open</source>
        <translation>
            <numerusform>%Ln link open</numerusform>
            <numerusform>%Ln links open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln region(s) open</source>
        <translation>
            <numerusform>%Ln region open</numerusform>
            <numerusform>%Ln regions open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by rule</source>
        <translation>
            <numerusform>%Ln by rule</numerusform>
            <numerusform>%Ln by rule</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decided</source>
        <translation>
            <numerusform>%Ln decided</numerusform>
            <numerusform>%Ln decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_SaveState</name>
    <message numerus="yes">
        <source>Saving %Ln edit(s)…</source>
        <translation>
            <numerusform>Saving %Ln edit…</numerusform>
            <numerusform>Saving %Ln edits…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %1. Next try in %Ln s</source>
        <translation>
            <numerusform>Not saved: %1. Next try in %Ln s</numerusform>
            <numerusform>Not saved: %1. Next try in %Ln s</numerusform>
        </translation>
    </message>
</context>
</TS>
