// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplejob.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/branches.h"
#include "widgets/plots/curveplot.h"
#include "widgets/plots/heatmapplot.h"
#include "widgets/plots/linesplot.h"
#include "widgets/plots/timecursor.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

namespace {

const QString kLoss = QStringLiteral("loss");

/// Pixels of one row of the picture that are near a colour.
int pixelsLike(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = PlotPane::kTitleHeight; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            count += std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) +
                         std::abs(c.blue() - colour.blue()) <
                     40;
        }
    }
    return count;
}

/// As it looks on the panel.
QColor blended(const QColor &ink, const QColor &ground)
{
    const double a = double(ink.alphaF());
    const auto mix = [a](int over, int under) { return int(over * a + under * (1 - a)); };
    return {mix(ink.red(), ground.red()), mix(ink.green(), ground.green()), mix(ink.blue(), ground.blue())};
}

} // namespace

class TestCurvePlot : public QObject
{
    Q_OBJECT

    SampleJob m_sample;
    AxisView m_view;

    void show(CurvePlot &plot, double smoothing = 0)
    {
        plot.setSeries({{kLoss, 0, smoothing}});
        plot.setAxis(RunAxis::Step, &m_view);
        plot.setRun(m_sample.run());
        m_view.setExtent(0, double(m_sample.records) * 10, false);
        plot.resize(500, 220);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QTRY_VERIFY(plot.paintings() > 0);
    }

private slots:
    void initTestCase() { applyColorScheme(*qApp, ColorScheme::Light); }
    void init()
    {
        m_sample = {};
        m_view.reset();
    }

    void curve_isPainted()
    {
        CurvePlot plot;
        show(plot);
        QVERIFY(pixelsLike(plot.grab().toImage(), themeOf(plot.palette()).series[0]) > 300);
    }
    void oneSampleSpike_isSeenAtEveryZoom()
    {
        RunBuilder builder;
        std::vector<LogRecord> records(200'000);
        for (std::size_t i = 0; i < records.size(); ++i) {
            records[i].step = qint64(i);
            records[i].metrics = {{kLoss, i == 123'456 ? 50.0 : 1.0, {}, kLoss}};
        }
        builder.append(records);
        CurvePlot plot;
        plot.setSeries({{kLoss, 0, 0}});
        plot.setAxis(RunAxis::Step, &m_view);
        plot.setRun(builder.snapshot());
        m_view.setExtent(0, 200'000, false);
        plot.resize(500, 220);
        const QColor ink = themeOf(plot.palette()).series[0];
        for (const double span : {200'000.0, 20'000.0, 2'000.0}) {
            m_view.setRange({123'456 - span / 2, 123'456 + span / 2});
            const QImage image = plot.grab().toImage();
            int rows = 0;
            for (int y = PlotPane::kTitleHeight + 12; y < image.height() - 30; ++y) {
                bool found = false;
                for (int x = 46; x < image.width() - 16; ++x)
                    found = found || std::abs(image.pixelColor(x, y).red() - ink.red()) < 90;
                rows += found;
            }
            QVERIFY2(rows > 120, qPrintable(QStringLiteral("%1 rows at span %2").arg(rows).arg(span)));
        }
    }
    void value_isTheLastRecord()
    {
        CurvePlot plot;
        show(plot);
        QCOMPARE(plot.value().number, formatNumber(double(m_sample.run()->latest(kLoss)->value)));
    }
    void sameRun_isNotPaintedTwice()
    {
        CurvePlot plot;
        show(plot);
        const auto run = m_sample.run();
        plot.setRun(run);
        QTRY_VERIFY(!plot.grab().isNull());
        const int before = plot.paintings();
        plot.setRun(run);
        QCoreApplication::processEvents();
        QCOMPARE(plot.paintings(), before);
    }
    void wheelZooms_dragPans_doubleClickResets()
    {
        CurvePlot plot;
        show(plot);
        QWidget *canvas = plot.childAt(250, 100);
        const auto whole = m_view.range();
        QWheelEvent wheel(QPointF(200, 60), canvas->mapToGlobal(QPointF(200, 60)), {}, {0, 240}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas, &wheel);
        const auto zoomed = m_view.range();
        QVERIFY(zoomed.second - zoomed.first < whole.second - whole.first);
        QTest::mousePress(canvas, Qt::LeftButton, {}, {200, 60});
        QTest::mouseMove(canvas, {150, 60});
        QMouseEvent move(QEvent::MouseMove, QPointF(150, 60), canvas->mapToGlobal(QPointF(150, 60)), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(canvas, &move);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, {150, 60});
        QVERIFY(m_view.range().first > zoomed.first);
        QVERIFY(!m_view.isLive());
        QTest::mouseDClick(canvas, Qt::LeftButton, {}, {200, 60});
        QCOMPARE(m_view.range(), whole);
    }
    void hovering_snapsToARecord()
    {
        CurvePlot plot;
        TimeCursor cursor;
        cursor.setRun(m_sample.run());
        plot.setCursor(&cursor);
        show(plot);
        QWidget *canvas = plot.childAt(250, 100);
        QMouseEvent move(QEvent::MouseMove, QPointF(200, 60), canvas->mapToGlobal(QPointF(200, 60)), Qt::NoButton,
                         Qt::NoButton, {});
        QCoreApplication::sendEvent(canvas, &move);
        QVERIFY(cursor.position());
        QVERIFY(cursor.position()->record);
        QCOMPARE(std::fmod(cursor.position()->step, 10), 0.0);
        QVERIFY(plot.note().contains(QStringLiteral("step")));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(canvas, &leave);
        QVERIFY(!cursor.position());
    }
    void exports_areWrittenWhole_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("png") << int(PlotPane::Format::Png) << QByteArray("\x89PNG");
        QTest::newRow("svg") << int(PlotPane::Format::Svg) << QByteArray("<?xml");
        QTest::newRow("pdf") << int(PlotPane::Format::Pdf) << QByteArray("%PDF");
        QTest::newRow("csv") << int(PlotPane::Format::Csv) << QByteArray("line,step,epoch,time_utc,loss\n1,0,");
    }
    void exports_areWrittenWhole()
    {
        QFETCH(int, format);
        QFETCH(QByteArray, begin);
        CurvePlot plot;
        show(plot, 0.6);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out"));
        QString error;
        QVERIFY2(plot.save(path, PlotPane::Format(format), &error), qPrintable(error));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.startsWith(begin), bytes.left(60).constData());
        if (format == int(PlotPane::Format::Svg))
            QVERIFY(bytes.contains("Training loss") && bytes.contains("Step"));
        if (format == int(PlotPane::Format::Csv))
            QCOMPARE(bytes.count('\n'), m_sample.records + 1);
    }
    void restart_leavesAGhostAndLosesNoPoint()
    {
        const auto point = [](double x, float y, bool left) { return CurvePoint{x, y, false, left}; };
        const CurvePoint gap{3, kMissing, false};
        const Branches branches = branchesOf({point(0, 1, false), point(1, 2, false), point(2, 3, true),
                                              point(3, 4, true), gap, point(2, 5, false), point(3, 6, false)});
        const auto xs = [](const std::vector<CurvePoint> &points) {
            QString text;
            for (const CurvePoint &p : points)
                text += std::isfinite(p.y) ? QString::number(p.y) : QStringLiteral("|");
            return text;
        };
        QCOMPARE(xs(branches.current), QStringLiteral("12|56"));
        QCOMPARE(xs(branches.left), QStringLiteral("234|")); // parts at the last point that still counts
    }
    void ghost_isPaintedFaint()
    {
        CurvePlot plot;
        show(plot);
        const Theme &theme = themeOf(plot.palette());
        QColor faint = theme.faint;
        faint.setAlphaF(0.6F);
        const QColor ghost = blended(faint, theme.panel);
        const int labels = pixelsLike(plot.grab().toImage(), ghost); // of the axes, in a colour like it
        m_sample.restartAt = 2900; // nearly all of what it left behind is not reached again
        plot.setRun(m_sample.run());
        const QImage image = plot.grab().toImage();
        QVERIFY(pixelsLike(image, ghost) > labels + 30);
        QVERIFY(pixelsLike(image, theme.series[0]) > 300);
    }
    void anotherRun_isDrawnBehindOnItsOwnStart()
    {
        SampleJob earlier = m_sample;
        earlier.minutes = 400; // slower: the same steps took twice as long
        CurvePlot plot;
        show(plot);
        const auto axis = [](const Run &run) { return axisOf(CurveAxis::Kind::RelativeTime, &run, {}).axis; };
        m_view.setExtent(0, 200.0 * SampleJob::kMinute, false);
        plot.setAxis(axis(*m_sample.run()), &m_view);
        plot.setReferences({{earlier.run(), QStringLiteral("last run"), axis(*earlier.run())}});
        const QColor behind = blended(plot.legend().back().color, themeOf(plot.palette()).panel);
        QTRY_VERIFY(pixelsLike(plot.grab().toImage(), behind) > 20);
        QCOMPARE(plot.legend().back().name, QStringLiteral("last run"));
        QCOMPARE(plot.axisTitle(), QStringLiteral("Time since the start"));
    }
    void unwritableFile_isAnError()
    {
        CurvePlot plot;
        QString error;
        QVERIFY(!plot.save(QStringLiteral("/nonexistent/folder/a.csv"), PlotPane::Format::Csv, &error));
        QVERIFY(!error.isEmpty());
    }
    void slowNode_isTheFirstRowAndNamed()
    {
        m_sample.nodes = 64;
        m_sample.slowNode = 40;
        const auto metric = sampleMetrics().front();
        HeatMapPlot heat;
        heat.setView(&m_view);
        heat.setGrid(m_sample.grid(QStringLiteral("cpu.busy")), metric);
        heat.resize(600, 200);
        heat.grab();
        QCOMPARE(heat.rowNames().first(), QStringLiteral("n041"));
        heat.setOrder(HeatMapPlot::Order::ByName);
        heat.grab();
        QCOMPARE(heat.rowNames().first(), QStringLiteral("n001"));
        LinesPlot lines;
        lines.setView(&m_view);
        lines.setGrid(m_sample.grid(QStringLiteral("cpu.busy")), metric);
        lines.resize(400, 150);
        lines.grab();
        QCOMPARE(lines.outliers(), QStringList{QStringLiteral("n041")});
    }
};

QTEST_MAIN(TestCurvePlot)
#include "tst_curveplot.moc"
