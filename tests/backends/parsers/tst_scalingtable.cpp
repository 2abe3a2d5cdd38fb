// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/scalingcolumns.h"
#include "backends/parsers/scalingtable.h"

#include <QTest>
#include <cmath>

using namespace paceline;
using Role = ScalingColumn::Role;

class TestScalingTable : public QObject
{
    Q_OBJECT
private slots:
    void column_isKnownByItsHeader_data();
    void column_isKnownByItsHeader();
    void number_isReadAsPeopleWriteIt();
    void table_isReadInManyForms_data();
    void table_isReadInManyForms();
    void table_badRowsAreNamedAndCostThemselvesOnly();
    void table_benchmarksAndConditionsAreSeries();
    void table_settingsThatChangeAreNamed();
    void table_timesStandInForThroughput();
    void table_withoutHeadingIsMalformed();
    void table_everyPrefixGivesAValueOrAnError();
};

void TestScalingTable::column_isKnownByItsHeader_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<bool>("perAccelerator");
    const auto row = [](const char *header, Role role, bool perAccelerator = false) {
        QTest::newRow(header) << role << perAccelerator;
    };
    for (const char *header : {"accelerators", "GPUs", "# of GPUs", "num_gpus", "nGPUs", "Number of GPUs", "GPU count",
                               "world_size", "workers", "n", "p", "Devices", "chips"})
        row(header, Role::Accelerators);
    for (const char *header : {"throughput", "Throughput (images/sec)", "samples_per_second", "images/sec", "tokens/s",
                               "img/s", "Total throughput", "samples_s", "speed"})
        row(header, Role::Throughput);
    row("tokens/s/GPU", Role::Throughput, true);
    row("Throughput per GPU", Role::Throughput, true);
    for (const char *header : {"global_batch", "Global Batch Size", "batch", "batch_size", "GBS"})
        row(header, Role::Batch);
    row("local batch size", Role::Batch, true);
    row("batch per GPU", Role::Batch, true);
    for (const char *header : {"seconds", "time [min]", "time_to_train", "duration (s)", "hours"})
        row(header, Role::Seconds);
    for (const char *header : {"step time (ms)", "seconds per step", "iteration_time"})
        row(header, Role::StepTime);
    row("watts", Role::Watts);
    row("power (W)", Role::Watts);
    row("benchmark", Role::Benchmark);
    row("Model", Role::Benchmark);
    row("precision", Role::Condition);
    row("learning_rate", Role::Setting);
    for (const char *header : {"efficiency", "speedup", "micro batch size", "loss", "GPU memory used by hosts, note"})
        QVERIFY(scalingColumn(header).role != Role::Accelerators && scalingColumn(header).role != Role::Throughput &&
                scalingColumn(header).role != Role::Batch);
}

void TestScalingTable::column_isKnownByItsHeader()
{
    QFETCH(Role, role);
    QFETCH(bool, perAccelerator);
    const ScalingColumn column = scalingColumn(QTest::currentDataTag());
    QCOMPARE(int(column.role), int(role));
    QCOMPARE(column.isPerAccelerator, perAccelerator);
}

void TestScalingTable::number_isReadAsPeopleWriteIt()
{
    QCOMPARE(scalingNumber("1,024", false), 1024.0);
    QCOMPARE(scalingNumber("12,345,678.5", false), 12345678.5);
    QCOMPARE(scalingNumber("1 024", false), 1024.0);
    QCOMPARE(scalingNumber("1,5", true), 1.5);
    QCOMPARE(scalingNumber("12.5k", false), 12500.0);
    QCOMPARE(scalingNumber(" ~8 GPUs ", false), 8.0);
    QCOMPARE(scalingNumber("1e3", false), 1000.0);
    QCOMPARE(scalingNumber("-3", false), -3.0);
    for (const char *text : {"", "-", "N/A", "OOM", "8/16", "1,2", "x8"})
        QVERIFY2(std::isnan(scalingNumber(text, false)), text);
}

void TestScalingTable::table_isReadInManyForms_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QByteArray(text); };
    row("plain", "accelerators,throughput,global_batch\n1,100.5,32\n8,750,256\n");
    row("other order and case", "GLOBAL_BATCH,Throughput,ACCELERATORS\n32,100.5,1\n256,750,8\n");
    row("quotes, blanks, other columns",
        "note , \"GPUs\" , \"Images/sec\" , \"Batch size\"\n\"a, b\", 1 , \"100.5\" , 32\nx,8,750,\"256\"\n");
    row("semicolons and decimal commas", "gpus;samples/s;batch\r\n1;100,5;32\r\n8;750;256\r\n");
    row("tabs", "n\timages_per_second\tbatch\n1\t100.5\t32\n8\t750\t256\n");
    row("blanks", "n  throughput  batch\n1   100.5  32\n8 750 256\n");
    row("bars", "| GPUs | throughput | batch |\n|---:|:---|---|\n| 1 | 100.5 | 32 |\n| 8 | 750 | 256 |\n");
    row("comments, blank lines, heading again", "\xEF\xBB\xBF# measured in May\n\nGPUs,throughput,batch\n# "
                                                "one\n1,100.5,32\n\nGPUs,throughput,batch\n8,750,256\n");
    row("heading in a comment", "# GPUs,throughput,batch\n1,100.5,32\n8,750,256\n");
    row("each accelerator's", "GPUs,images/s/GPU,local batch\n1,100.5,32\n8,93.75,32\n");
    row("name and number", "accelerator,GPUs,throughput,batch\nV100,1,100.5,32\nV100,8,750,256\n");
}

void TestScalingTable::table_isReadInManyForms()
{
    QFETCH(QByteArray, text);
    const auto table = parseScalingTable(text);
    QVERIFY2(table, table ? "" : qPrintable(table.error().detail));
    QVERIFY(table->errors.empty());
    QCOMPARE(table->series.size(), std::size_t(1));
    const std::vector<ScalingPoint> &points = table->series[0].points;
    QCOMPARE(points.size(), std::size_t(2));
    QCOMPARE(points[0].accelerators, 1.0);
    QCOMPARE(points[0].throughput, 100.5);
    QCOMPARE(points[0].globalBatch, 32.0);
    QCOMPARE(points[1].accelerators, 8.0);
    QCOMPARE(points[1].throughput, 750.0);
    QCOMPARE(points[1].globalBatch, 256.0);
    QVERIFY(std::isnan(points[0].seconds));
}

void TestScalingTable::table_badRowsAreNamedAndCostThemselvesOnly()
{
    const auto table = parseScalingTable("gpus,throughput\n1,100\nx,200\n4,OOM\n8\n-2,5\n16,1500\n");
    QVERIFY(table);
    QCOMPARE(table->series.at(0).points.size(), std::size_t(2));
    QCOMPARE(table->errors.size(), std::size_t(4));
    using Reason = ScalingRowError::Reason;
    const std::pair<qsizetype, Reason> expected[] = {
        {3, Reason::Accelerators}, {4, Reason::Throughput}, {5, Reason::Cells}, {6, Reason::Accelerators}};
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        QCOMPARE(table->errors[i].line, expected[i].first);
        QVERIFY(table->errors[i].reason == expected[i].second);
    }
    QCOMPARE(table->errors[1].text, QStringLiteral("4,OOM"));
}

void TestScalingTable::table_benchmarksAndConditionsAreSeries()
{
    const auto table = parseScalingTable("model,precision,gpus,throughput\nbert,fp16,1,10\nbert,fp16,8,70\n"
                                         "bert,fp32,1,5\nbert,fp32,8,38\nresnet,fp16,1,300\nresnet,fp32,8,2000\n");
    QVERIFY(table);
    QStringList names;
    for (const ScalingSeries &series : table->series)
        names.append(series.name);
    QCOMPARE(names, (QStringList{QStringLiteral("bert fp16"), QStringLiteral("bert fp32"), QStringLiteral("resnet")}));
    QCOMPARE(table->series[2].changes, QStringList{QStringLiteral("precision")});
    QVERIFY(table->series[0].changes.isEmpty());
}

void TestScalingTable::table_settingsThatChangeAreNamed()
{
    const auto table = parseScalingTable("gpus,throughput,lr,tp,scaling\n1,10,0.1,1,weak\n8,70,0.8,1,weak\n");
    QVERIFY(table);
    QCOMPARE(table->series.at(0).changes, QStringList{QStringLiteral("lr")});
    QVERIFY(table->series[0].kind == ScalingKind::Weak);
}

void TestScalingTable::table_timesStandInForThroughput()
{
    const auto runs = parseScalingTable("gpus,time (min)\n8,60\n16,30\n");
    QVERIFY(runs && runs->isRateFromSeconds);
    QCOMPARE(runs->series.at(0).points.at(1).throughput, 1 / 1800.0);
    QCOMPARE(runs->series[0].points[1].seconds, 1800.0);
    const auto steps = parseScalingTable("nodes,step time (ms),global batch\n1,500,64\n2,500,128\n");
    QVERIFY(steps && steps->isRateFromSteps && steps->isOfNodes);
    QCOMPARE(steps->series.at(0).points.at(1).throughput, 256.0);
}

void TestScalingTable::table_withoutHeadingIsMalformed()
{
    for (const char *text : {"", "1,2\n3,4\n", "gpus,loss\n1,2\n", "\n\n"})
        QVERIFY2(parseScalingTable(text).error().kind == ErrorKind::Malformed, text);
}

void TestScalingTable::table_everyPrefixGivesAValueOrAnError()
{
    const QByteArray whole =
        "# x\n| GPUs | img/s | \"batch\" |\n|--|--|--|\n| 1,024 | \"1e3 k | 3 |\n|||\n;;;\n\xff\xfe,\n";
    for (qsizetype i = 0; i <= whole.size(); ++i) {
        const auto table = parseScalingTable(QByteArrayView(whole).first(i));
        QVERIFY(table ? table->series.size() <= 1 : table.error().kind == ErrorKind::Malformed);
    }
}

QTEST_GUILESS_MAIN(TestScalingTable)
#include "tst_scalingtable.moc"
