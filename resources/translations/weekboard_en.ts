<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>NotesWords</name>
    <message numerus="yes">
        <source>%n note(s) with “%1”</source>
        <translation>
            <numerusform>%n note with “%1”</numerusform>
            <numerusform>%n notes with “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message numerus="yes">
        <source>Batch %1 was reverted; %n figure(s) changed.</source>
        <translation>
            <numerusform>Batch %1 was reverted; %n figure changed.</numerusform>
            <numerusform>Batch %1 was reverted; %n figures changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) imported.</source>
        <translation>
            <numerusform>%n exhibit imported.</numerusform>
            <numerusform>%n exhibits imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) written, batch %1.</source>
        <translation>
            <numerusform>%n figure written, batch %1.</numerusform>
            <numerusform>%n figures written, batch %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) left out: they cannot have been public on that day.</source>
        <translation>
            <numerusform>%n figure left out: it cannot have been public on that day.</numerusform>
            <numerusform>%n figures left out: they cannot have been public on that day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekWords</name>
    <message numerus="yes">
        <source>%n trading day(s)</source>
        <translation>
            <numerusform>%n trading day</numerusform>
            <numerusform>%n trading days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::BatchesPage</name>
    <message numerus="yes">
        <source>Batch %1: %n row(s)</source>
        <translation>
            <numerusform>Batch %1: %n row</numerusform>
            <numerusform>Batch %1: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them not shown</source>
        <translation>
            <numerusform>, %n of them not shown</numerusform>
            <numerusform>, %n of them not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The batch is taken back; %n figure(s) changed.</source>
        <translation>
            <numerusform>The batch is taken back; %n figure changed.</numerusform>
            <numerusform>The batch is taken back; %n figures changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::ChangeMapCard</name>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::Checklist</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not due yet</source>
        <translation>
            <numerusform>%n not due yet</numerusform>
            <numerusform>%n not due yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::EditionBar</name>
    <message numerus="yes">
        <source>%n thing(s) read otherwise now</source>
        <translation>
            <numerusform>%n thing reads otherwise now</numerusform>
            <numerusform>%n things read otherwise now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::EntryPage</name>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>%n row saved.</numerusform>
            <numerusform>%n rows saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved; what cannot be read or lacks a reason stays.</source>
        <translation>
            <numerusform>%n row saved; what cannot be read or lacks a reason stays.</numerusform>
            <numerusform>%n rows saved; what cannot be read or lacks a reason stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::ExhibitTile</name>
    <message numerus="yes">
        <source>%n change(s) since</source>
        <translation>
            <numerusform>%n change since</numerusform>
            <numerusform>%n changes since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%n file written to %1.</numerusform>
            <numerusform>%n files written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::HeatCard</name>
    <message numerus="yes">
        <source>%n board(s)</source>
        <translation>
            <numerusform>%n board</numerusform>
            <numerusform>%n boards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Held for %n rated week(s)</source>
        <translation>
            <numerusform>Held for %n rated week</numerusform>
            <numerusform>Held for %n rated weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::HeatLedgerCard</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::HeatMatrixCard</name>
    <message numerus="yes">
        <source>%n rated week(s)</source>
        <translation>
            <numerusform>%n rated week</numerusform>
            <numerusform>%n rated weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::ImportDialog</name>
    <message numerus="yes">
        <source>%n figure(s) imported, batch %1.</source>
        <translation>
            <numerusform>%n figure imported, batch %1.</numerusform>
            <numerusform>%n figures imported, batch %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n figure(s)</source>
        <translation>
            <numerusform>Import %n figure</numerusform>
            <numerusform>Import %n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::OverviewPage</name>
    <message numerus="yes">
        <source>%n industry(ies)</source>
        <translation>
            <numerusform>%n industry</numerusform>
            <numerusform>%n industries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::PublishMenu</name>
    <message numerus="yes">
        <source>%n finding(s) in the week and its figures.</source>
        <translation>
            <numerusform>%n finding in the week and its figures.</numerusform>
            <numerusform>%n findings in the week and its figures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) from edition %1.</source>
        <translation>
            <numerusform>%n difference from edition %1.</numerusform>
            <numerusform>%n differences from edition %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::RatingModel</name>
    <message numerus="yes">
        <source>%1, %n week(s)</source>
        <translation>
            <numerusform>%1, %n week</numerusform>
            <numerusform>%1, %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::SeriesPage</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::ViewpointsCard</name>
    <message numerus="yes">
        <source>%n viewpoint(s)</source>
        <translation>
            <numerusform>%n viewpoint</numerusform>
            <numerusform>%n viewpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
