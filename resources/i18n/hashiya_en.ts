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
    <name>ProjectCommands</name>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%Ln problem found</numerusform>
            <numerusform>%Ln problems found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be written to the disk yet.</source>
        <translation>
            <numerusform>%Ln edit could not be written to the disk yet.</numerusform>
            <numerusform>%Ln edits could not be written to the disk yet.</numerusform>
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
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>Size of the text: %Ln point(s)</source>
        <translation>
            <numerusform>Size of the text: %Ln point</numerusform>
            <numerusform>Size of the text: %Ln points</numerusform>
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
