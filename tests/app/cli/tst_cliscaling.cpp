// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cliprocess.h"

#include <QJsonArray>
#include <QTest>

using namespace paceline;

static CliRun scaling(const QByteArray &table, const QString &options = {})
{
    QStringList arguments{QStringLiteral("scaling"), QStringLiteral("-")};
    arguments += options.split(u' ', Qt::SkipEmptyParts);
    return runCli(arguments, table);
}

static const QByteArray kAmdahl = "accelerators,throughput,global_batch\n1,100,256\n2,196,256\n4,377,256\n8,702,256\n"
                                  "16,1231,256\n32,1975,256\n64,2832,256\n";

class TestCliScaling : public QObject
{
    Q_OBJECT
private slots:
    void usage();
    void series_hasThePromisedKeys();
    void series_areOneLineEach();
    void fewPoints_saySo();
    void badRows_areNamedAndLeaveTheRest();
    void strongAndWeak_areKeptApart();
};

void TestCliScaling::usage()
{
    QCOMPARE(scaling(kAmdahl, QStringLiteral("--at -5")).exitStatus, 2);
    QCOMPARE(scaling(kAmdahl, QStringLiteral("--at x")).exitStatus, 2);
    QCOMPARE(scaling(kAmdahl, QStringLiteral("--kind none")).exitStatus, 2);
    QCOMPARE(runCli({QStringLiteral("scaling")}).exitStatus, 2);
    QCOMPARE(runCli({QStringLiteral("scaling"), QStringLiteral("/no/such/file")}).exitStatus, 1);
    const CliRun none = scaling("a,b\n1,2\n");
    QVERIFY(none.exitStatus == 1 && none.out.isEmpty() && none.err.count('\n') == 1);
    QCOMPARE(scaling("gpus,throughput\n").exitStatus, 1);
    QCOMPARE(scaling(kAmdahl, QStringLiteral("--reference 3")).exitStatus, 1);
}

void TestCliScaling::series_hasThePromisedKeys()
{
    const CliRun run = scaling(kAmdahl, QStringLiteral("--at 128,256 --samples 1e6"));
    QVERIFY2(run.exitStatus == 0 && run.lines().size() == 1, run.err);
    const QJsonObject line = run.lines().first();
    QCOMPARE(line.value(QStringLiteral("scaling")).toString(), QStringLiteral("strong"));
    QCOMPARE(line.value(QStringLiteral("model")).toString(), QStringLiteral("amdahl"));
    const QJsonObject fraction =
        line.value(QStringLiteral("parameters")).toObject().value(QStringLiteral("serial_fraction")).toObject();
    QVERIFY(fraction.value(QStringLiteral("low")).toDouble() <= 0.02);
    QVERIFY(fraction.value(QStringLiteral("high")).toDouble() >= 0.02);
    const QJsonArray points = line.value(QStringLiteral("points")).toArray();
    QCOMPARE(points.size(), 7);
    QVERIFY(points.at(0).toObject().value(QStringLiteral("karp_flatt")).isNull());
    const QJsonObject point = points.at(3).toObject();
    QCOMPARE(point.value(QStringLiteral("speedup")).toDouble(), 7.02);
    QCOMPARE(point.value(QStringLiteral("efficiency")).toDouble(), 0.8775);
    QVERIFY(qAbs(point.value(QStringLiteral("karp_flatt")).toDouble() - 0.01994) < 1e-4);
    QVERIFY(qAbs(point.value(QStringLiteral("residual")).toDouble()) < 0.01);
    const QJsonArray forecasts = line.value(QStringLiteral("forecasts")).toArray();
    QCOMPARE(forecasts.size(), 2);
    const QJsonObject forecast = forecasts.at(0).toObject();
    QVERIFY(qAbs(forecast.value(QStringLiteral("throughput")).toDouble() - 100 / (0.02 + 0.98 / 128)) < 20);
    QVERIFY(forecast.value(QStringLiteral("low")).toDouble() < forecast.value(QStringLiteral("high")).toDouble());
    QVERIFY(qAbs(forecast.value(QStringLiteral("efficiency")).toDouble() - 0.2825) < 0.01);
    QVERIFY(forecast.value(QStringLiteral("hours")).toObject().value(QStringLiteral("value")).toDouble() > 0);
    QCOMPARE(line.value(QStringLiteral("candidates")).toArray().size(), 3);
    QVERIFY(!line.value(QStringLiteral("why")).toString().isEmpty());
    QCOMPARE(line.value(QStringLiteral("limits")).toArray().size(), 3);
}

void TestCliScaling::series_areOneLineEach()
{
    const CliRun run = scaling("benchmark;gpus;images/sec\na;1;100,5\nb;1;7\na;2;200\nb;2;13,5\na;4;396\nb;4;26\n");
    QCOMPARE(run.exitStatus, 0);
    QCOMPARE(run.lines().size(), 2);
    QCOMPARE(run.lines().at(0).value(QStringLiteral("benchmark")).toString(), QStringLiteral("a"));
    QCOMPARE(run.lines().at(1).value(QStringLiteral("scaling")).toString(), QStringLiteral("unknown"));
}

void TestCliScaling::fewPoints_saySo()
{
    const CliRun run = scaling("gpus,throughput\n1,100\n8,700\n", QStringLiteral("--at 16"));
    QCOMPARE(run.exitStatus, 0);
    const QJsonObject line = run.lines().first();
    QVERIFY(line.value(QStringLiteral("model")).isNull());
    QCOMPARE(line.value(QStringLiteral("status")).toString(), QStringLiteral("too_few_points"));
    QVERIFY(line.value(QStringLiteral("forecasts")).toArray().isEmpty());
    QCOMPARE(
        line.value(QStringLiteral("points")).toArray().at(1).toObject().value(QStringLiteral("efficiency")).toDouble(),
        0.875);
    QVERIFY(line.value(QStringLiteral("why")).toString().startsWith(QLatin1String("Too few points")));
}

void TestCliScaling::badRows_areNamedAndLeaveTheRest()
{
    const CliRun run = scaling(kAmdahl + "128,OOM,256\nmany,5,256\n");
    QCOMPARE(run.exitStatus, 3);
    QCOMPARE(run.lines().size(), 1);
    QCOMPARE(run.lines().first().value(QStringLiteral("points")).toArray().size(), 7);
    QVERIFY2(run.err.contains("2 rows") && run.err.contains("line 9") && run.err.contains("line 10"), run.err);
    QCOMPARE(run.err.count('\n'), 1);
}

void TestCliScaling::strongAndWeak_areKeptApart()
{
    const CliRun run =
        scaling("gpus,throughput,batch\n1,100,64\n2,190,64\n4,350,64\n8,600,64\n2,198,128\n4,392,256\n8,770,512\n");
    QCOMPARE(run.lines().size(), 2);
    QStringList kinds;
    for (const QJsonObject &line : run.lines())
        kinds.append(line.value(QStringLiteral("scaling")).toString());
    kinds.sort();
    QCOMPARE(kinds, (QStringList{QStringLiteral("strong"), QStringLiteral("weak")}));
}

QTEST_GUILESS_MAIN(TestCliScaling)
#include "tst_cliscaling.moc"
