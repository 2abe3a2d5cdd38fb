// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/catalogue/metriccatalogue.h"
#include "resources/resources.h"
#include "widgets/format/metrictext.h"
#include "widgets/format/units.h"

#include <QTest>

using namespace paceline;

class TestMetricText : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { initResources(); }
    void everyMetric_hasWords()
    {
        const auto catalogue = MetricCatalogue::builtIn();
        QVERIFY(catalogue.has_value());
        for (const Metric &metric : catalogue->metrics())
            QVERIFY2(metricText(metric.id) != metric.id.value, qPrintable(metric.id.value));
        QCOMPARE(metricText(MetricId(QStringLiteral("new.one"))), QStringLiteral("new.one"));
    }
    void throttleReasons_areSaidInWords_data()
    {
        QTest::addColumn<double>("bits");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << QStringLiteral("nothing");
        QTest::newRow("idle") << 1.0 << QStringLiteral("idle");
        QTest::newRow("power cap of a loaded H100") << 4.0 << QStringLiteral("power limit");
        QTest::newRow("thermal, both kinds") << 96.0 << QStringLiteral("warm, too hot");
        QTest::newRow("brake and slowdown") << 136.0 << QStringLiteral("hardware slowdown, power brake of the node");
        QTest::newRow("a bit of a newer driver") << 516.0 << QStringLiteral("power limit, 0x200");
        QTest::newRow("missing") << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("–");
    }
    void throttleReasons_areSaidInWords()
    {
        QFETCH(double, bits);
        QFETCH(QString, text);
        const auto catalogue = MetricCatalogue::builtIn();
        QCOMPARE(metricValueText(*catalogue->find(MetricId(QStringLiteral("gpu.throttle"))), bits), text);
    }
    void otherValues_carryTheirUnit()
    {
        const auto catalogue = MetricCatalogue::builtIn();
        const Metric *power = catalogue->find(MetricId(QStringLiteral("gpu.power")));
        QCOMPARE(metricValueText(*power, 300), formatValue(300, Unit::Watt));
    }
};

QTEST_GUILESS_MAIN(TestMetricText)
#include "tst_metrictext.moc"
