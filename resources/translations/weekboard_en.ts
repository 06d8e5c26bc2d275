<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
