// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/catalogue/metriccatalogue.h"
#include "backends/parsers/probevalues.h"
#include "resources/resources.h"

#include <QTest>
#include <cmath>

using namespace paceline;

class TestMetricCatalogue : public QObject
{
    Q_OBJECT
private slots:
    void builtIn_knowsEveryMetricOfTheProbe();
    void row_isReadWhole();
    void badCatalogue_isMalformed_data();
    void badCatalogue_isMalformed();
};

void TestMetricCatalogue::builtIn_knowsEveryMetricOfTheProbe()
{
    QCOMPARE(MetricCatalogue::builtIn().has_value(), true);
    const MetricCatalogue catalogue = *MetricCatalogue::builtIn();
    for (const MetricId &metric : probeMetrics())
        QVERIFY2(catalogue.find(metric), qPrintable(metric.value));
    QCOMPARE(catalogue.find(MetricId(QStringLiteral("cpu.busy")))->unit, Unit::Percent);
    QCOMPARE(catalogue.find(MetricId(QStringLiteral("no.such"))), nullptr);
}

void TestMetricCatalogue::row_isReadWhole()
{
    const auto catalogue = MetricCatalogue::parse(
        R"([{"id":"a.b","unit":"byte/s","kind":"counter","aggregation":"sum","better":"lower","min":-1.5},
            {"id":"c","unit":"load","kind":"gauge","aggregation":"max","better":"neither","max":7}])");
    QVERIFY(catalogue.has_value());
    QCOMPARE(catalogue->metrics().size(), std::size_t(2));
    const Metric &first = catalogue->metrics()[0], &second = catalogue->metrics()[1];
    QCOMPARE(first.id, MetricId(QStringLiteral("a.b")));
    QCOMPARE(first.unit, Unit::BytePerSecond);
    QCOMPARE(first.kind, MetricKind::Counter);
    QCOMPARE(first.aggregation, Aggregation::Sum);
    QCOMPARE(first.better, Better::Lower);
    QCOMPARE(first.rangeMin, -1.5);
    QVERIFY(std::isnan(first.rangeMax));
    QCOMPARE(second.aggregation, Aggregation::Maximum);
    QCOMPARE(second.rangeMax, 7.0);
}

void TestMetricCatalogue::badCatalogue_isMalformed_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = R"({"id":"a","unit":"byte","kind":"gauge","aggregation":"sum","better":"lower"})";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no list") << good;
    QTest::newRow("cut off") << "[" + good;
    QTest::newRow("not a row") << QByteArray("[3]");
    QTest::newRow("twice") << "[" + good + "," + good + "]";
    for (const char *word : {"\"a\"", "byte", "gauge", "sum", "lower"})
        QTest::addRow("other %s", word) << "[" + QByteArray(good).replace(word, word[0] == '"' ? "\"\"" : "\xff") + "]";
    QTest::newRow("limits") << "[" + QByteArray(good).replace("}", ",\"min\":2,\"max\":1}") + "]";
    QTest::newRow("limit as text") << "[" + QByteArray(good).replace("}", ",\"min\":\"2\"}") + "]";
}

void TestMetricCatalogue::badCatalogue_isMalformed()
{
    QFETCH(QByteArray, json);
    const auto catalogue = MetricCatalogue::parse(json);
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error().kind, ErrorKind::Malformed);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    initResources();
    TestMetricCatalogue test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_metriccatalogue.moc"
