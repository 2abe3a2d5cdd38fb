// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/scaling.h"
#include "widgets/models/scalingpointsmodel.h"
#include "widgets/pages/scalingfindings.h"
#include "widgets/pages/scalingpage.h"
#include "widgets/pages/verdictbanner.h"
#include "widgets/plots/scalingplot.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <cmath>

using namespace paceline;

namespace {

/// Amdahl's law with a serial fraction, from 1 to 2^(scales - 1) accelerators, times a little noise.
ScalingLinePtr lineOf(const QString &name, double rate, double serial, int scales, bool isOwn = false)
{
    ScalingLine line{.name = name, .source = QStringLiteral("Example et al., a table of 2026"), .isOwn = isOwn};
    line.series.name = name;
    for (int i = 0; i < scales; ++i) {
        const double n = std::exp2(i);
        line.series.points.push_back({.accelerators = n,
                                      .throughput = rate * n / (1 + serial * (n - 1)) * (1 + 0.008 * std::sin(i * 5.1)),
                                      .globalBatch = 512,
                                      .seconds = 7200 / n,
                                      .line = i + 1});
        if (isOwn)
            line.jobs.push_back(JobId{quint32(100 + i)});
    }
    if (isOwn)
        line.movedOut = {JobId{77}};
    else
        line.citation = QStringLiteral("@misc{example}");
    ScalingQuery query{.efficiencies = {0.8, 0.5}, .draws = 200};
    for (int i = 0; i <= 2 * (scales + 1); ++i)
        query.scales.push_back(std::exp2(i / 2.0));
    if (auto found = analyseScaling(line.series, query))
        line.found = std::move(*found);
    return std::make_shared<const ScalingLine>(std::move(line));
}

std::vector<ScalingLinePtr> someLines()
{
    return {lineOf(QStringLiteral("digits-ddp"), 110, 0.02, 5, true),
            lineOf(QStringLiteral("NVIDIA · A100 · v2.0"), 190, 0.003, 7),
            lineOf(QStringLiteral("Dell · A100 · v2.0"), 180, 0.006, 6),
            lineOf(QStringLiteral("two points"), 150, 0.01, 2)};
}

} // namespace

class TestScalingPage : public QObject
{
    Q_OBJECT

    void keep(ScalingPage &page, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PACELINE_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            applyColorScheme(*qApp, scheme);
            for (const QSize size : {QSize(1074, 772), QSize(2354, 1412)}) {
                page.resize(size);
                page.show();
                QVERIFY(QTest::qWaitForWindowExposed(&page));
                QCoreApplication::processEvents();
                page.grab();
                QCoreApplication::processEvents();
                QVERIFY(page.grab().save(
                    QStringLiteral("%1/scalingpage-%2-%3-%4.png")
                        .arg(folder, name,
                             scheme == ColorScheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                        .arg(size.width())));
            }
        }
        applyColorScheme(*qApp, ColorScheme::Light);
    }

private slots:
    void initTestCase() { applyColorScheme(*qApp, ColorScheme::Light); }

    void ownLine_isToldInWords()
    {
        ScalingPage page;
        page.setBenchmarks({QString(), QStringLiteral("resnet50")},
                           {QStringLiteral("Your runs alone"), QStringLiteral("resnet50, published")},
                           QStringLiteral("resnet50"));
        page.setLines(someLines());
        QVERIFY2(page.banner()->headline().startsWith(QStringLiteral("digits-ddp keeps ")),
                 qPrintable(page.banner()->headline()));
        QVERIFY(page.banner()->headline().contains(QStringLiteral("at 16 accelerators")));
        QCOMPARE(page.chosenLine(), 0);
        const QStringList texts = page.findings()->texts();
        QVERIFY(texts.contains(QStringLiteral("Amdahl's law")));
        QVERIFY(texts.contains(QStringLiteral("serial fraction")));
        QVERIFY(texts.contains(QStringLiteral("Forecast, with 95 % bands")));
        keep(page, QStringLiteral("own"));
        page.setQuantity(ScalingQuantity::Efficiency);
        for (const ScalingPlot::Point &point : page.plot()->series()[1].points)
            QVERIFY(point.value > 70 && point.value < 104);
        keep(page, QStringLiteral("efficiency"));
    }
    void noLine_saysHowOneComes()
    {
        ScalingPage page;
        QCOMPARE(page.banner()->headline(), QStringLiteral("No line of your own yet."));
        page.setMessage(QStringLiteral("No line yet."));
        QCOMPARE(page.plot()->message(), QStringLiteral("No line yet."));
    }
    void timeToTarget_fallsAlongTheIdeal()
    {
        ScalingPage page;
        page.setLines({lineOf(QStringLiteral("a"), 100, 0.01, 5)});
        page.setQuantity(ScalingQuantity::TimeToTarget);
        const auto points = page.plot()->series().front().points;
        QCOMPARE(points.size(), std::size_t(5));
        QCOMPARE(points[0].value, 7200.0);
        QCOMPARE(points[4].value, 450.0);
    }
    void tick_movesAJob()
    {
        ScalingPointsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLine(someLines().front());
        QCOMPARE(model.rowCount(), 6);
        QSignalSpy moved(&model, &ScalingPointsModel::jobMoved);
        QVERIFY(model.setData(model.index(1, ScalingPointsModel::Job), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(moved.front().at(0).value<JobId>(), JobId{101});
        QCOMPARE(moved.front().at(1).toBool(), false);
        QVERIFY(model.setData(model.index(5, ScalingPointsModel::Job), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(moved.at(1).at(0).value<JobId>(), JobId{77});
        QCOMPARE(moved.at(1).at(1).toBool(), true);
        QCOMPARE(model.index(5, 0).data().toString(), QStringLiteral("taken out"));
    }
    void publishedLine_hasNoTicks()
    {
        ScalingPointsModel model;
        model.setLine(someLines()[1]);
        QVERIFY(!model.index(0, ScalingPointsModel::Job).data(Qt::CheckStateRole).isValid());
        QVERIFY(!model.setData(model.index(0, ScalingPointsModel::Job), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.job(0), JobId());
    }
    void chosenLine_staysWhereLinesComeAnew()
    {
        ScalingPage page;
        page.setLines(someLines());
        page.chooseLine(2);
        page.setLines(someLines());
        QCOMPARE(page.chosenLine(), 2);
        QSignalSpy scales(&page, &ScalingPage::scalesWanted);
        QSignalSpy copied(&page, &ScalingPage::copyRequested);
        for (auto *button : page.findChildren<QAbstractButton *>()) {
            if (button->text() == QLatin1String("Copy citation"))
                button->click();
        }
        QCOMPARE(copied.front().front().toString(), QStringLiteral("@misc{example}"));
    }
};

QTEST_MAIN(TestScalingPage)
#include "tst_scalingpage.moc"
