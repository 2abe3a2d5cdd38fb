// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/scalingplot.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

/// Amdahl's law with some noise, from 8 accelerators on.
ScalingPlot::Series series(int number, int points)
{
    ScalingPlot::Series made;
    made.name = QStringLiteral("series %1").arg(number);
    for (int i = 0; i < points; ++i) {
        const double n = std::ldexp(8.0, i), serial = 0.0005 * (number % 7 + 1);
        const double noise = 1 + 0.03 * std::sin(number * 12.9 + i * 7.7);
        made.points.push_back({n, (300.0 + 90 * number) * n / (1 + serial * (n - 1)) * noise});
    }
    return made;
}

} // namespace

class TestScalingPlot : public QObject
{
    Q_OBJECT

    void keep(ScalingPlot &plot, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PACELINE_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            applyColorScheme(*qApp, scheme);
            QCoreApplication::processEvents();
            plot.grab();
            QCoreApplication::processEvents();
            QVERIFY(plot.grab().save(
                QStringLiteral("%1/scaling-%2-%3.png")
                    .arg(folder, name,
                         scheme == ColorScheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))));
        }
        applyColorScheme(*qApp, ColorScheme::Light);
    }
    static void show(ScalingPlot &plot)
    {
        plot.resize(900, 560);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.grab();
    }

private slots:
    void initTestCase() { applyColorScheme(*qApp, ColorScheme::Light); }

    void fewSeries_areNamedOnTheirLines()
    {
        ScalingPlot plot;
        plot.setQuantity(QStringLiteral("Throughput"), Unit::SamplePerSecond, true);
        plot.setIdeal(1);
        ScalingPlot::Series own = series(9, 5);
        own.name = QStringLiteral("your runs");
        own.isOwn = true;
        for (int i = 0; i < 12; ++i) {
            const double n = std::ldexp(8.0, i), law = 1110 * n / (1 + 0.0015 * (n - 1));
            own.curve.push_back({n, law, law * (1 - 0.02 * i), law * (1 + 0.02 * i)});
        }
        own.points.push_back({256, 120'000});
        own.points.back().isSetAside = true;
        plot.setSeries({own, series(1, 8), series(3, 6)});
        show(plot);
        QCOMPARE(plot.shownNames().size(), 3);
        keep(plot, QStringLiteral("few"));
    }

    void fiftySeries_nameNothingOverAnother()
    {
        ScalingPlot plot;
        plot.setQuantity(QStringLiteral("Throughput"), Unit::SamplePerSecond, true);
        std::vector<ScalingPlot::Series> many;
        for (int i = 0; i < 50; ++i)
            many.push_back(series(i, 4 + i % 6));
        plot.setSeries(many);
        show(plot);
        QVERIFY(plot.shownNames().size() >= 8);
        QVERIFY(plot.shownNames().size() < 50);
        keep(plot, QStringLiteral("fifty"));
        plot.setHighlighted(17);
        QCoreApplication::processEvents();
        plot.grab();
        QCOMPARE(plot.shownNames(), QStringList{QStringLiteral("series 17")});
        keep(plot, QStringLiteral("highlighted"));
    }

    void efficiency_beginsAtZero()
    {
        ScalingPlot plot;
        plot.setQuantity(QStringLiteral("Efficiency"), Unit::Percent, false);
        ScalingPlot::Series shown;
        shown.name = QStringLiteral("a");
        for (int i = 0; i < 8; ++i)
            shown.points.push_back({std::ldexp(1.0, i), 100.0 - 6 * i});
        plot.setSeries({shown});
        show(plot);
        keep(plot, QStringLiteral("efficiency"));
    }

    void csv_tellsEveryPoint()
    {
        ScalingPlot plot;
        plot.setQuantity(QStringLiteral("Throughput"), Unit::SamplePerSecond, true);
        ScalingPlot::Series shown = series(2, 3);
        shown.name = QStringLiteral("a \"b\", c");
        shown.points[1].low = 5;
        shown.points[1].high = 9;
        plot.setSeries({shown});
        const QByteArrayList rows = plot.csv().trimmed().split('\n');
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0], QByteArray("series,accelerators,value,low,high,unit"));
        QVERIFY(rows[2].startsWith("\"a \"\"b\"\", c\",16,"));
        QVERIFY(rows[2].endsWith(",5,9,\"samples/s\""));
    }
};

QTEST_MAIN(TestScalingPlot)
#include "tst_scalingplot.moc"
