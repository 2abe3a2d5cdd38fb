// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/runfiles.h"
#include "tests/widgets/samplejob.h"
#include "widgets/format/units.h"
#include "widgets/pages/curvesgrid.h"
#include "widgets/pages/curvespage.h"
#include "widgets/pages/curvestoolbar.h"
#include "widgets/pages/filespanel.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/metricspanel.h"
#include "widgets/pages/segments.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/timecursor.h"

#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <random>

using namespace paceline;

namespace {

const QString kLoss = QStringLiteral("loss"), kValLoss = QStringLiteral("val_loss"), kRate = QStringLiteral("lr");

struct Shape
{
    int records = 3000, restartAt = 0;
    double lossAtEnd = 2.3, rate = 20'800;
    int others = 3; ///< metrics that no program knows
};

LogMetric metric(const QString &name, double value, const char *unit = "")
{
    return {name, value, QLatin1String(unit), name};
}

std::shared_ptr<const Run> runOf(const Shape &shape)
{
    std::mt19937 random(5);
    std::normal_distribution<double> noise;
    std::vector<LogRecord> records;
    int step = 0;
    for (int i = 0; i < shape.records; ++i, step += 10) {
        if (shape.restartAt > 0 && i == shape.restartAt)
            step -= step / 4;
        const double t = step / 30'000.0;
        const double loss = shape.lossAtEnd + 6 * std::exp(-5 * t);
        LogRecord record;
        record.line = record.lastLine = i + 1;
        record.step = step;
        record.timeMs = SampleJob::kNowMs - 200 * SampleJob::kMinute + i * 3900LL;
        record.timeSource = TimeSource::Printed;
        record.metrics = {metric(QStringLiteral("zeta"), std::sin(t * 9)),
                          metric(kLoss, loss + 0.09 * noise(random)),
                          metric(kRate, 1e-3 * std::min(t * 20, 1.0) * (1.05 - t)),
                          metric(QStringLiteral("grad_norm"), std::exp(0.3 * noise(random))),
                          metric(QStringLiteral("accuracy"), 76 * (1 - std::exp(-4 * t)) + 0.5 * noise(random), "%"),
                          metric(QStringLiteral("samples_per_sec"), shape.rate + 200 * noise(random), "samples/s")};
        for (int k = 0; k < shape.others; ++k)
            record.metrics.push_back(metric(QStringLiteral("aux/%1").arg(k, 2, 10, QLatin1Char('0')), t + k));
        if (i % 300 == 299) {
            record.metrics.push_back(metric(kValLoss, loss + 0.2));
            record.metrics.push_back(metric(QStringLiteral("val_accuracy"), 74 * (1 - std::exp(-4 * t)), "%"));
        }
        records.push_back(std::move(record));
    }
    RunBuilder builder;
    builder.append(records);
    return builder.snapshot();
}

std::shared_ptr<JobSnapshot> snapshotOf(const Shape &shape)
{
    const SampleJob sample{.records = 0, .ticks = 0};
    auto snapshot = sample.snapshot();
    snapshot->logRun = snapshot->run = runOf(shape);
    return snapshot;
}

RunReference lastRun(const Shape &shape = {.records = 3400, .lossAtEnd = 2.5, .rate = 20'000})
{
    return {QStringLiteral("last run"), runOf(shape), {double(SampleJob::kNowMs - 300 * SampleJob::kMinute), 64}};
}

std::unique_ptr<CurvesPage> pageOf(const Shape &shape)
{
    auto page = std::make_unique<CurvesPage>();
    page->setJob(SampleJob{}.job());
    page->setSnapshot(snapshotOf(shape));
    page->resize(1074, 772);
    page->show();
    return page;
}

/// The log's loss at every tenth step, and an event file with each one.
std::shared_ptr<JobSnapshot> snapshotWithFiles()
{
    auto snapshot = snapshotOf({.records = 400});
    std::vector<LogRecord> records;
    for (int step = 0; step < 4000; ++step) {
        LogRecord record;
        record.step = step;
        record.timeMs = SampleJob::kNowMs - 200 * SampleJob::kMinute + step * 390LL;
        record.timeSource = TimeSource::Printed;
        record.metrics = {metric(kLoss, 2.5 + 6 * std::exp(-step / 800.0)),
                          metric(QStringLiteral("charts/entropy"), std::cos(step / 300.0))};
        records.push_back(std::move(record));
    }
    RunBuilder builder;
    builder.append(records);
    RunFile events{.path = QStringLiteral("/scratch/ada/gpt/lightning_logs/version_3/"
                                          "events.out.tfevents.1700000000.n001.4242.0"),
                   .kind = RunFile::Kind::EventFile,
                   .reason = RunFile::Reason::HostInName,
                   .state = RunFile::State::Following};
    events.size = events.readTo = 412'345;
    RunFile table{.path = QStringLiteral("/scratch/ada/gpt/results/metrics.csv"), .kind = RunFile::Kind::Text};
    table.state = RunFile::State::Ambiguous;
    table.size = 1234;
    snapshot->files = {
        std::make_shared<const RunFileState>(RunFileState{events, QStringLiteral("version_3"), builder.snapshot(), {}}),
        std::make_shared<const RunFileState>(RunFileState{table, QStringLiteral("metrics.csv"), {}, {}})};
    snapshot->run = RunFiles::join(snapshot->logRun, snapshot->files);
    return snapshot;
}

QStringList titles(const CurvesPage &page)
{
    QStringList names;
    for (const CurvePlot *pane : page.grid()->panes())
        names.append(pane->series().front().metric);
    return names;
}

/// Pictures for people, when a folder for them is named.
void keep(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("PACELINE_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        applyColorScheme(*qApp, scheme);
        for (const QSize size : {QSize(1074, 772), QSize(2354, 1412)}) {
            widget.resize(size);
            QVERIFY(QTest::qWaitForWindowExposed(&widget));
            for (int i = 0; i < 40; ++i) // panes are painted in turn
                QCoreApplication::processEvents();
            QVERIFY(widget.grab().save(
                QStringLiteral("%1/curves-%2-%3-%4.png")
                    .arg(folder, name, scheme == ColorScheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(size.width())));
        }
    }
    applyColorScheme(*qApp, ColorScheme::Light);
}

} // namespace

class TestCurvesPage : public QObject
{
    Q_OBJECT
private slots:
    void filesBesideTheLog_drawEachMetricOnce_andStandInTheirPanel()
    {
        CurvesPage page;
        page.setJob(SampleJob{}.job());
        page.setSnapshot(snapshotWithFiles());
        page.resize(1074, 772);
        page.show();
        const QString twin = QStringLiteral("loss · log");
        QVERIFY(titles(page).contains(kLoss));
        QVERIFY(titles(page).contains(QStringLiteral("charts/entropy")));
        QVERIFY(!titles(page).contains(twin));
        page.setPinned(twin, true);
        QCOMPARE(titles(page).constFirst(), twin);
        page.setPinned(twin, false);
        page.showFiles(true);
        keep(page, QStringLiteral("files"));
        QSignalSpy added(&page, &CurvesPage::fileAddRequested), read(&page, &CurvesPage::fileReadRequested);
        page.filesPanel()->pathField()->setText(QStringLiteral(" runs/exp "));
        QTest::keyClick(page.filesPanel()->pathField(), Qt::Key_Return);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.front().front().toString(), QStringLiteral("runs/exp"));
        QCOMPARE(page.filesPanel()->pathField()->text(), QString());
        for (auto *button : page.filesPanel()->findChildren<FlatButton *>()) {
            if (button->text() == FilesPanel::tr("Read"))
                button->click();
        }
        QCOMPARE(read.size(), 1);
        QCOMPARE(read.front().at(0).toString(), QStringLiteral("/scratch/ada/gpt/results/metrics.csv"));
        QCOMPARE(read.front().at(1).toBool(), true);
    }

    void initTestCase() { applyColorScheme(*qApp, ColorScheme::Light); }

    void everyMetric_hasAPane_knownOnesFirst()
    {
        const auto page = pageOf({});
        QCOMPARE(titles(*page).join(QLatin1Char(' ')),
                 QStringLiteral("loss accuracy samples_per_sec lr grad_norm aux/00 aux/01 aux/02 zeta"));
        QCOMPARE(page->grid()->pane(kLoss)->series().size(), std::size_t(2));
        keep(*page, QStringLiteral("all"));
    }
    void newMetric_getsAPane_othersStay()
    {
        const auto page = pageOf({.others = 0});
        CurvePlot *loss = page->grid()->pane(kLoss);
        page->setSnapshot(snapshotOf({.others = 1}));
        QCOMPARE(page->grid()->pane(kLoss), loss);
        QVERIFY(page->grid()->pane(QStringLiteral("aux/00")));
    }
    void legend_tellsLastBestAndMost()
    {
        const auto page = pageOf({});
        const auto details = page->grid()->pane(kLoss)->details();
        QCOMPARE(details.size(), std::size_t(2));
        for (const char *word : {"last", "best (min)", "at step", "max"})
            QVERIFY2(details[0].text.contains(QLatin1String(word)), qPrintable(details[0].text));
        QVERIFY(
            page->grid()->pane(QStringLiteral("accuracy"))->details()[0].text.contains(QStringLiteral("best (max)")));
        QVERIFY(!page->grid()->pane(kRate)->details()[0].text.contains(QStringLiteral("best")));
    }
    void axisWithoutItsColumn_cannotBeChosenAndSaysWhy()
    {
        const auto page = pageOf({});
        Segments *axes = page->toolbar()->axes();
        const auto isAvailable = [&](CurveAxis::Kind kind) { return axes->isAvailable(int(kind)); };
        QVERIFY(isAvailable(CurveAxis::Kind::Step) && isAvailable(CurveAxis::Kind::GpuHours));
        QVERIFY(!isAvailable(CurveAxis::Kind::Epoch) && !isAvailable(CurveAxis::Kind::Samples));
        QVERIFY(lackText(AxisLack::NoEpoch).contains(QStringLiteral("epochs")));
        axes->setCurrent(0);
        QTest::keyClick(axes, Qt::Key_Right); // over Epoch and Samples
        QCOMPARE(int(page->state().axis), int(CurveAxis::Kind::RelativeTime));
    }
    void rememberedAxisThatTheLogLacks_fallsBack()
    {
        CurvesState state;
        state.axis = CurveAxis::Kind::Samples;
        const auto page = pageOf({});
        page->restoreState(state.toBytes());
        QCOMPARE(page->toolbar()->axes()->current(), int(CurveAxis::Kind::Step));
        QCOMPARE(int(page->state().axis), int(CurveAxis::Kind::Samples)); // for logs that tell
    }
    void gpuHours_spanHoursTimesGpus()
    {
        const auto page = pageOf({});
        page->setAxis(CurveAxis::Kind::GpuHours);
        const double hours = 2999 * 3.9 / 3600;
        QCOMPARE(std::round(page->view()->extent().second), std::round(hours * 64));
        keep(*page, QStringLiteral("gpuhours"));
        page->setAxis(CurveAxis::Kind::RelativeTime);
        QCOMPARE(page->view()->extent().second, 2999 * 3900.0);
        keep(*page, QStringLiteral("relative"));
    }
    void zoom_isSharedByAllPanes()
    {
        const auto page = pageOf({});
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        CurvePlot *loss = page->grid()->pane(kLoss), *rate = page->grid()->pane(kRate);
        QTRY_VERIFY(loss->paintings() > 0 && rate->paintings() > 0);
        const int before = rate->paintings();
        page->view()->setRange({100, 200});
        QTRY_VERIFY(rate->paintings() > before);
    }
    void cursor_isReadInEveryPane()
    {
        const auto page = pageOf({});
        page->cursor()->moveTo(RunAxis::Step, 12'000, kLoss);
        for (const CurvePlot *pane : page->grid()->panes())
            QVERIFY2(pane->note().contains(QStringLiteral("step 12")), qPrintable(pane->title() + pane->note()));
    }
    void logarithms_areOneKeyAway()
    {
        const auto page = pageOf({});
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        page->activateWindow();
        QTRY_VERIFY(page->isActiveWindow());
        QSignalSpy spy(page.get(), &CurvesPage::stateChanged);
        QTest::keyClick(page.get(), Qt::Key_Y);
        QVERIFY(page->state().logY);
        QVERIFY(page->grid()->pane(kLoss)->isLogY());
        QTest::keyClick(page.get(), Qt::Key_X);
        QVERIFY(page->state().logX);
        QCOMPARE(spy.size(), 2);
        keep(*page, QStringLiteral("log"));
    }
    void smoothing_leavesEvaluationsAsPrinted()
    {
        const auto page = pageOf({});
        page->toolbar()->smoothing()->setValue(90);
        const auto series = page->grid()->pane(kLoss)->series();
        QCOMPARE(series[0].smoothing, 0.9);
        QCOMPARE(series[1].smoothing, 0.0);
        QCOMPARE(page->state().smoothing, 0.9);
    }
    void pinnedMetric_standsFirst_hiddenOneGoes()
    {
        const auto page = pageOf({});
        QSignalSpy spy(page.get(), &CurvesPage::stateChanged);
        emit page->metricsPanel()->pinRequested(QStringLiteral("zeta"), true);
        emit page->metricsPanel()->hideRequested(QStringLiteral("aux/01"), true);
        QCOMPARE(spy.size(), 2);
        QCOMPARE(titles(*page).constFirst(), QStringLiteral("zeta"));
        QVERIFY(!titles(*page).contains(QStringLiteral("aux/01")));
        page->showMetrics(true);
        keep(*page, QStringLiteral("metrics"));
        CurvesPage other;
        other.restoreState(page->saveState());
        QCOMPARE(other.state(), page->state());
        for (const QByteArray &bad : {QByteArray("nonsense"), QByteArray("PCC1\xff\xff\xff\xf0nonsense")}) {
            other.restoreState(bad);
            QCOMPARE(other.state(), CurvesState());
        }
    }
    void filter_findsPrintedNamesAndWords()
    {
        const auto page = pageOf({});
        page->filter()->setText(QStringLiteral("GRAD"));
        QCOMPARE(titles(*page), QStringList{QStringLiteral("grad_norm")});
        page->filter()->setText(QStringLiteral("learning"));
        QCOMPARE(titles(*page), QStringList{kRate});
        page->filter()->setText(QStringLiteral("nothing of the kind"));
        QVERIFY(page->emptyText().contains(QStringLiteral("nothing of the kind")));
        page->filter()->clear();
        QVERIFY(page->emptyText().isEmpty());
        QCOMPARE(titles(*page).size(), 9);
    }
    void lastRun_standsBehindAndIsComparedInWords()
    {
        const auto page = pageOf({.restartAt = 2200});
        page->setReferences({lastRun(), {QStringLiteral("job 4711801"), runOf({.records = 1800, .lossAtEnd = 3}), {}}});
        QTRY_VERIFY(!page->comparison().isEmpty());
        const QString words = withPlainSpaces(page->comparison());
        QVERIFY2(words.startsWith(QStringLiteral("Loss 2.")) && words.contains(QStringLiteral(", last run 2.")) &&
                     words.endsWith(QStringLiteral("at this step, 4 % faster")),
                 qPrintable(words));
        const auto legend = page->grid()->pane(kLoss)->legend();
        QCOMPARE(legend.back().name, QStringLiteral("job 4711801"));
        QVERIFY(legend.back().dashed);
        const auto details = page->grid()->pane(kLoss)->details();
        QCOMPARE(details[2].name, QStringLiteral("last run"));
        QVERIFY2(details[2].text.startsWith(QStringLiteral("2.")) &&
                     details[2].text.contains(QStringLiteral("at step")),
                 qPrintable(details[2].text));
        QVERIFY(details[3].text.contains(QStringLiteral("ended at step")));
        keep(*page, QStringLiteral("overlay"));
        page->setReferences({});
        page->hide();
        page->show();
        QVERIFY(page->comparison().isEmpty());
    }
    void waitingJob_saysWhyThereIsNothing()
    {
        CurvesPage page;
        auto job = std::make_shared<Job>(*SampleJob{}.job());
        job->state = JobState::Pending;
        page.setJob(job);
        page.resize(1074, 772);
        page.show();
        QVERIFY(page.emptyText().contains(QStringLiteral("not started")));
        keep(page, QStringLiteral("empty"));
        page.setJob(SampleJob{}.job());
        QVERIFY(page.emptyText().contains(QStringLiteral("Looking")));
        page.setSnapshot(snapshotOf({.records = 0}));
        QVERIFY(page.emptyText().contains(QStringLiteral("No training record")));
    }
    void frozen_keepsTheViewAndCatchesUp()
    {
        const auto page = pageOf({.records = 100});
        page->setFrozen(true);
        page->setSnapshot(snapshotOf({.records = 200}));
        QCOMPARE(page->view()->extent().second, 990.0);
        page->setFrozen(false);
        QCOMPARE(page->view()->extent().second, 1990.0);
    }
    void otherJob_takesThePageAnew()
    {
        const auto page = pageOf({});
        page->setFrozen(true);
        auto job = std::make_shared<Job>(*SampleJob{}.job());
        job->id = {4711900};
        page->setJob(job);
        QVERIFY(!page->isFrozen());
        QVERIFY(titles(*page).isEmpty());
        QCOMPARE(page->jobId(), job->id);
    }
    void hiddenPage_costsNothing()
    {
        CurvesPage page;
        page.setJob(SampleJob{}.job());
        page.setSnapshot(snapshotOf({}));
        QVERIFY(page.grid()->panes().isEmpty());
        page.show();
        QVERIFY(!page.grid()->panes().isEmpty());
    }
    void panesOutOfSight_areNotPainted()
    {
        const auto page = pageOf({.others = 30});
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        QTRY_VERIFY(page->grid()->panes().constFirst()->paintings() > 0);
        page->setSnapshot(snapshotOf({.records = 2000, .others = 30}));
        QTRY_VERIFY(page->grid()->panes().constFirst()->paintings() > 1);
        QCOMPARE(page->grid()->panes().constLast()->paintings(), 0);
    }
    void exportAll_writesEveryPane_alsoThoseOutOfSight()
    {
        const auto page = pageOf({.others = 30});
        page->setReferences({lastRun()});
        const QTemporaryDir folder;
        QSignalSpy spy(page.get(), &CurvesPage::exportDone);
        page->exportAll(folder.path(), PlotPane::Format::Svg);
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), page->grid()->panes().size());
        QFile file(folder.filePath(QStringLiteral("loss.svg")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray drawing = file.readAll();
        for (const char *word : {"Training loss", "Step", "Validation loss", "last run", "best (min)"})
            QVERIFY2(drawing.contains(word), word);
        page->exportAll(QStringLiteral("/nonexistent/folder"), PlotPane::Format::Csv);
        QTRY_COMPARE(spy.size(), 2);
        QVERIFY(spy.back().front().toString().contains(QStringLiteral("could not be written")));
    }
    void exportedTable_namesAxisAndUnits()
    {
        const auto page = pageOf({});
        page->setAxis(CurveAxis::Kind::GpuHours);
        const QByteArray table = page->grid()->pane(QStringLiteral("samples_per_sec"))->csv();
        QVERIFY2(table.startsWith("line,step,epoch,time_utc,gpu_hours,samples_per_sec [samples/s]\n"),
                 table.left(90).constData());
    }
};

QTEST_MAIN(TestCurvesPage)
#include "tst_curvespage.moc"
