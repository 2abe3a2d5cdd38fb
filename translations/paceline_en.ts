<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BaselineWords</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n record(s)</source>
        <translation>
            <numerusform>%1 of %n record</numerusform>
            <numerusform>%1 of %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n benchmark(s)</source>
        <translation>
            <numerusform>%n benchmark</numerusform>
            <numerusform>%n benchmarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of accelerator</source>
        <translation>
            <numerusform>%n kind of accelerator</numerusform>
            <numerusform>%n kinds of accelerator</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your own</source>
        <translation>
            <numerusform>%n of your own</numerusform>
            <numerusform>%n of your own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n curve(s)</source>
        <translation>
            <numerusform>%1 of %n curve</numerusform>
            <numerusform>%1 of %n curves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n curve(s)</source>
        <translation>
            <numerusform>%n curve</numerusform>
            <numerusform>%n curves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in other units left out</source>
        <translation>
            <numerusform>%n in another unit left out</numerusform>
            <numerusform>%n in other units left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatternDialog</name>
    <message numerus="yes">
        <source>▲ %n of these line(s) are read already, as %1. Your pattern comes first: what is not chosen here is no longer read from them.</source>
        <translation>
            <numerusform>▲ %n of these lines is read already, as %1. Your pattern comes first: what is not chosen here is no longer read from it.</numerusform>
            <numerusform>▲ %n of these lines are read already, as %1. Your pattern comes first: what is not chosen here is no longer read from them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summaries</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paceline::BaselinesDesk</name>
    <message numerus="yes">
        <source>%n record(s) imported from %1.</source>
        <translation>
            <numerusform>%n record imported from %1.</numerusform>
            <numerusform>%n records imported from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out (%1).</source>
        <translation>
            <numerusform>%n row was left out (%1).</numerusform>
            <numerusform>%n rows were left out (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paceline::CurvesPage</name>
    <message numerus="yes">
        <source>Metrics (%n hidden)</source>
        <translation>
            <numerusform>Metrics (%n hidden)</numerusform>
            <numerusform>Metrics (%n hidden)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paceline::FilesPanel</name>
    <message numerus="yes">
        <source>%n curve(s)</source>
        <translation>
            <numerusform>%n curve</numerusform>
            <numerusform>%n curves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged record(s)</source>
        <translation>
            <numerusform>%n damaged record</numerusform>
            <numerusform>%n damaged records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paceline::PaneExporter</name>
    <message numerus="yes">
        <source>%n file(s) written to %1</source>
        <translation>
            <numerusform>%n file written to %1</numerusform>
            <numerusform>%n files written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paceline::PatternDesk</name>
    <message numerus="yes">
        <source>%n pattern(s) imported.</source>
        <translation>
            <numerusform>%n pattern imported.</numerusform>
            <numerusform>%n patterns imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paceline::cli</name>
    <message numerus="yes">
        <source>%n path(s) held no record of a known format.</source>
        <translation>
            <numerusform>%n path held no record of a known format.</numerusform>
            <numerusform>%n paths held no record of a known format.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read.</source>
        <translation>
            <numerusform>%n row could not be read.</numerusform>
            <numerusform>%n rows could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s) are damaged and left out.</source>
        <translation>
            <numerusform>%1: %n record is damaged and left out.</numerusform>
            <numerusform>%1: %n records are damaged and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) hold an error of the tool.</source>
        <translation>
            <numerusform>%n line holds an error of the tool.</numerusform>
            <numerusform>%n lines hold an error of the tool.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s) were left out.</source>
        <translation>
            <numerusform>%1: one record was left out.</numerusform>
            <numerusform>%1: %n records were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: no score, for %n run(s) failed.</source>
        <translation>
            <numerusform>%1: no score, for one run failed.</numerusform>
            <numerusform>%1: no score, for %n runs failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: the rules ask for %n run(s).</source>
        <translation>
            <numerusform>%1: the rules ask for one run.</numerusform>
            <numerusform>%1: the rules ask for %n runs.</numerusform>
        </translation>
    </message>
</context>
</TS>
