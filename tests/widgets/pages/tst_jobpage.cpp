// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplejob.h"
#include "widgets/pages/benchmarkchooser.h"
#include "widgets/pages/curvesrow.h"
#include "widgets/pages/factsdrawer.h"
#include "widgets/pages/factsline.h"
#include "widgets/pages/jobpage.h"
#include "widgets/pages/logpane.h"
#include "widgets/pages/logview.h"
#include "widgets/pages/nodepanes.h"
#include "widgets/pages/verdictbanner.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/counterlanes.h"
#include "widgets/plots/curveplot.h"
#include "widgets/plots/heatmapplot.h"
#include "widgets/plots/linesplot.h"
#include "widgets/plots/timecursor.h"

#include <QComboBox>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace paceline;

namespace {

class StillClock : public Clock
{
public:
    qint64 nowMs() const override { return now; }
    qint64 now = SampleJob::kNowMs;
};

} // namespace

class TestJobPage : public QObject
{
    Q_OBJECT

    StillClock m_clock;

    std::unique_ptr<JobPage> page(const SampleJob &sample, std::shared_ptr<const JobSnapshot> snapshot = nullptr)
    {
        auto result = std::make_unique<JobPage>();
        result->setClock(&m_clock);
        result->setMetrics(sampleMetrics());
        result->resize(1074, 772);
        result->setJob(sample.job());
        result->setSnapshot(snapshot ? snapshot : sample.snapshot());
        return result;
    }
    /// The sample job as 64 A100 run it, beside invented figures of about its pace.
    static BenchmarkView viewBeside(double low, double high)
    {
        BenchmarkView view;
        view.guess.benchmark = QStringLiteral("resnet50");
        view.guess.benchmarkReason = {GuessSource::JobName, QStringLiteral("resnet50")};
        view.guess.confidence = GuessConfidence::Likely;
        view.guess.acceleratorFamily = QStringLiteral("a100");
        view.guess.acceleratorReason = {GuessSource::GpuType, QStringLiteral("a100")};
        view.guess.accelerators = 64;
        PublishedRate rate;
        rate.low = low, rate.high = high;
        rate.metric = QStringLiteral("samples_per_sec");
        rate.unit = QStringLiteral("images/s");
        rate.accelerators = 64;
        rate.accelerator = QStringLiteral("A100");
        rate.suite = QStringLiteral("MLPerf v2.0");
        rate.isWholeRuns = rate.isTrusted = true;
        rate.publishers = {QStringLiteral("Azure"), QStringLiteral("Dell")};
        view.rate = rate;
        view.work = ModelWork{24.534e9,
                              QStringLiteral("3 x 2 x MAC_forward"),
                              rate.metric,
                              312,
                              QStringLiteral("bf16"),
                              QStringLiteral("NVIDIA A100 SXM4 80GB")};
        return view;
    }
    /// Pictures for people, when a folder for them is named.
    static void keep(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PACELINE_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            applyColorScheme(*qApp, scheme);
            for (const QSize size : {QSize(1074, 772), QSize(2354, 1412)}) {
                widget.resize(size);
                widget.show();
                QVERIFY(QTest::qWaitForWindowExposed(&widget));
                QCoreApplication::processEvents();
                widget.grab(); // the first one settles what is drawn in pieces
                QCoreApplication::processEvents();
                QVERIFY(widget.grab().save(
                    QStringLiteral("%1/job-%2-%3-%4.png")
                        .arg(folder, name,
                             scheme == ColorScheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                        .arg(size.width())));
            }
        }
        applyColorScheme(*qApp, ColorScheme::Light);
    }

private slots:
    void initTestCase() { applyColorScheme(*qApp, ColorScheme::Light); }

    void pictures_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("slow");
        QTest::addColumn<int>("gpus");
        QTest::newRow("1-node") << 1 << -1 << 0;
        QTest::newRow("4-nodes") << 4 << 2 << 0;
        QTest::newRow("8-nodes-64-gpus") << 8 << 4 << 8;
        QTest::newRow("64-nodes") << 64 << 17 << 0;
        QTest::newRow("256-nodes-1024-gpus") << 256 << 100 << 4;
        QTest::newRow("1000-nodes") << 1000 << 333 << 0;
    }
    void pictures()
    {
        QFETCH(int, nodes);
        QFETCH(int, slow);
        QFETCH(int, gpus);
        SampleJob sample;
        sample.gpusPerNode = gpus;
        sample.nodes = nodes;
        sample.slowNode = slow;
        const auto shown = page(sample);
        QVERIFY(!shown->banner()->headline().isEmpty());
        QCOMPARE(shown->nodes()->heatMap()->message(), QString());
        keep(*shown, QString::fromLatin1(QTest::currentDataTag()));
    }

    void publishedRate_standsBehindTheThroughput()
    {
        SampleJob sample;
        sample.gpusPerNode = 8;
        const auto shown = page(sample);
        QVERIFY(!shown->curves()->throughput()->ribbon());
        shown->setBenchmark(viewBeside(22'400, 27'500));
        QVERIFY(shown->curves()->throughput()->ribbon());
        QCOMPARE(shown->curves()->throughput()->ribbon()->label, QStringLiteral("published, 64 × A100: MLPerf v2.0"));
        QVERIFY(!shown->curves()->loss()->ribbon());
        QVERIFY2(shown->banner()->detail().contains(QStringLiteral("of MLPerf v2.0")),
                 qPrintable(shown->banner()->detail()));
        keep(*shown, QStringLiteral("ribbon"));
        shown->showFacts(true);
        QStringList facts;
        for (const auto &[name, value] : shown->drawer()->facts())
            facts.append(name + QLatin1Char('=') + value);
        const QString all = facts.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(QStringLiteral("not verified by MLCommons Association")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("ResNet-50 (from the name of the job: “resnet50”)")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("MFU=")) && all.contains(QStringLiteral("3 x 2 x MAC_forward")),
                 qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("J a sample")), qPrintable(all));
        keep(*shown, QStringLiteral("ribbon-facts"));
        shown->setBenchmark({});
        QVERIFY(!shown->curves()->throughput()->ribbon());
    }

    void farPublishedRate_isSaidWithoutPressingTheCurve()
    {
        SampleJob sample;
        const auto shown = page(sample);
        shown->setBenchmark(viewBeside(126'000, 196'000));
        QVERIFY2(shown->banner()->headline().contains(QStringLiteral("at 11 to 17")) ||
                     shown->banner()->headline().contains(QStringLiteral("at 10 to 16")) ||
                     shown->banner()->headline().contains(QStringLiteral("at 11 to 16")),
                 qPrintable(shown->banner()->headline()));
        keep(*shown, QStringLiteral("ribbon-far"));
    }

    void chooser_tellsWhatIsChosen()
    {
        SampleJob sample;
        const auto shown = page(sample);
        shown->setBenchmark(viewBeside(22'400, 27'500));
        shown->setBenchmarkLists(
            {{{QStringLiteral("bert"), QStringLiteral("BERT")}}, {{QStringLiteral("h100"), QStringLiteral("H100")}}});
        QSignalSpy spy(shown.get(), &JobPage::benchmarkChosen);
        auto *benchmark = shown->chooser()->findChild<QComboBox *>();
        QVERIFY(benchmark);
        QCOMPARE(benchmark->count(), 3); // as guessed, nothing, BERT
        benchmark->setCurrentIndex(2);
        emit benchmark->activated(2);
        QCOMPARE(spy.size(), 1);
        BenchmarkChoice choice = spy.takeFirst().first().value<BenchmarkChoice>();
        QCOMPARE(choice.benchmark.value_or(QString()), QStringLiteral("bert"));
        QVERIFY(!choice.accelerator);
        benchmark->setCurrentIndex(1);
        emit benchmark->activated(1);
        choice = spy.takeFirst().first().value<BenchmarkChoice>();
        QVERIFY(choice.benchmark && choice.benchmark->isEmpty());
    }

    void withoutData_eachPaneSaysWhy()
    {
        SampleJob sample;
        sample.records = 0;
        sample.ticks = 0;
        auto snapshot = sample.snapshot();
        snapshot->probe.rung = ProbeRung::QueueOnly;
        snapshot->probe.phase = ProbeStatus::Phase::Stopped;
        snapshot->probe.why = Error{ErrorKind::Refused, QStringLiteral("srun: error: Access/permission denied")};
        const auto shown = page(sample, snapshot);
        QVERIFY(!shown->curves()->loss()->message().isEmpty());
        QVERIFY(!shown->nodes()->heatMap()->message().isEmpty());
        keep(*shown, QStringLiteral("no-data"));
    }

    void waitingJob_saysThatItWaits()
    {
        SampleJob sample;
        sample.records = sample.ticks = 0;
        auto job = std::make_shared<Job>(*sample.job());
        job->state = JobState::Pending;
        job->reason = QStringLiteral("Resources");
        job->startS.reset();
        const auto shown = page(sample);
        shown->setJob(job);
        QVERIFY(shown->nodes()->heatMap()->message().contains(QStringLiteral("waits")));
        keep(*shown, QStringLiteral("waiting"));
    }

    void loading_showsItsShape()
    {
        const SampleJob sample;
        JobPage shown;
        shown.setClock(&m_clock);
        shown.setJob(sample.job());
        keep(shown, QStringLiteral("loading"));
    }

    void lostConnection_greysWithItsAge()
    {
        SampleJob sample;
        const auto shown = page(sample);
        m_clock.now += 95'000;
        shown->setStaleSince(SampleJob::kNowMs);
        QVERIFY(shown->curves()->loss()->isStale());
        QVERIFY(shown->nodes()->heatMap()->isStale());
        QVERIFY2(shown->factsLine()->age().contains(QStringLiteral("1")), qPrintable(shown->factsLine()->age()));
        keep(*shown, QStringLiteral("stale"));
        shown->setStaleSince(std::nullopt);
        QVERIFY(!shown->curves()->loss()->isStale());
        m_clock.now = SampleJob::kNowMs;
    }

    void silentNode_isNamed()
    {
        SampleJob sample;
        sample.silentNode = 3;
        const auto shown = page(sample);
        QVERIFY(shown->nodes()->heatMap()->flag().contains(QStringLiteral("n004")));
        keep(*shown, QStringLiteral("silent"));
    }

    void restart_isDrawnWithAGap()
    {
        SampleJob sample;
        sample.restartAt = 2000;
        sample.gapFrom = 380, sample.gapTo = 420;
        sample.estimatedUntil = 900;
        const auto shown = page(sample);
        keep(*shown, QStringLiteral("restart"));
        shown->setAxis(RunAxis::Step);
        keep(*shown, QStringLiteral("restart-steps"));
    }

    void nanLoss_isToldAsSuch()
    {
        SampleJob sample;
        sample.nanFrom = 2500;
        const auto shown = page(sample);
        QCOMPARE(shown->curves()->loss()->value().number, QStringLiteral("NaN"));
        keep(*shown, QStringLiteral("nan"));
    }

    void failedJob_staysReadable()
    {
        SampleJob sample;
        auto job = std::make_shared<Job>(*sample.job());
        job->state = JobState::Failed;
        job->stateText = QStringLiteral("FAILED");
        job->exitCode = QStringLiteral("1:0");
        job->endS = SampleJob::kNowMs / 1000 - 60;
        const auto shown = page(sample);
        shown->setJob(job);
        QCOMPARE(shown->banner()->mood(), Mood::Failed);
        keep(*shown, QStringLiteral("failed"));
        shown->showFacts(true);
        QVERIFY(!shown->drawer()->facts().isEmpty());
        keep(*shown, QStringLiteral("facts"));
    }

    void cursor_isSharedAndLightsTheLine()
    {
        SampleJob sample;
        const auto shown = page(sample);
        shown->show();
        shown->cursor()->moveTo(RunAxis::Step, 12'344, QStringLiteral("loss"));
        QCOMPARE(shown->cursor()->position()->step, 12'340.0);
        QCOMPARE(shown->log()->view()->litLine(), 1235);
        QVERIFY(shown->curves()->loss()->note().contains(QStringLiteral("step 12")));
        QVERIFY(!shown->nodes()->lines()[0]->note().isEmpty());
        keep(*shown, QStringLiteral("cursor"));
        shown->cursor()->clear();
        QCOMPARE(shown->log()->view()->litLine(), 0);
        QVERIFY(shown->curves()->loss()->note().startsWith(QStringLiteral("last value")));
    }

    void logLine_movesTheCursor()
    {
        SampleJob sample;
        const auto shown = page(sample);
        emit shown->log()->view()->lineActivated(1000);
        QVERIFY(shown->cursor()->position());
        QCOMPARE(shown->cursor()->position()->step, 9990.0);
    }

    void frozen_keepsTheViewAndCatchesUp()
    {
        SampleJob sample;
        const auto shown = page(sample);
        const QString before = shown->curves()->loss()->value().number;
        shown->setFrozen(true);
        SampleJob later = sample;
        later.nanFrom = 10;
        shown->setSnapshot(later.snapshot());
        QCOMPARE(shown->curves()->loss()->value().number, before);
        shown->setFrozen(false);
        QCOMPARE(shown->curves()->loss()->value().number, QStringLiteral("NaN"));
    }

    void firstScreen_holdsEverything()
    {
        SampleJob sample;
        const auto shown = page(sample);
        shown->show();
        QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
        const auto bottom = [&](QWidget *widget) {
            return widget->mapTo(shown.get(), QPoint(0, widget->height())).y();
        };
        QVERIFY(bottom(shown->banner()) < bottom(shown->curves()));
        QVERIFY2(bottom(shown->log()) <= 772, qPrintable(QString::number(bottom(shown->log()))));
        const auto [first, last] = shown->log()->view()->visibleLines();
        QVERIFY2(last - first + 1 >= 3, qPrintable(QString::number(last - first + 1)));
    }

    void hiddenPage_isNotPainted()
    {
        SampleJob sample;
        const auto shown = page(sample);
        shown->show();
        QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
        QTRY_VERIFY(shown->curves()->loss()->paintings() > 0);
        shown->hide();
        const int before = shown->curves()->loss()->paintings() + shown->nodes()->heatMap()->paintings();
        for (int i = 0; i < 5; ++i) {
            sample.records += 10;
            shown->setSnapshot(sample.snapshot());
            QCoreApplication::processEvents();
        }
        QCOMPARE(shown->curves()->loss()->paintings() + shown->nodes()->heatMap()->paintings(), before);
    }

    void timeAxes_shareTheirEdges()
    {
        SampleJob sample;
        const auto shown = page(sample);
        shown->resize(1400, 1000);
        shown->show();
        QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
        const auto left = [&](QWidget *w) { return w->mapTo(shown.get(), QPoint()).x(); };
        const auto right = [&](QWidget *w) { return w->mapTo(shown.get(), QPoint(w->width(), 0)).x(); };
        QCOMPARE(left(shown->nodes()->heatMap()), left(shown->curves()->loss()));
        QCOMPARE(left(shown->nodes()->heatMap()), left(shown->nodes()->lines()[0]));
        QCOMPARE(right(shown->nodes()->heatMap()), right(shown->curves()->throughput()));
        QCOMPARE(right(shown->nodes()->heatMap()), right(shown->nodes()->lines()[2]));
        QCOMPARE(left(shown->nodes()->heatMap()), left(shown->nodes()->lanes()));
        QCOMPARE(right(shown->nodes()->heatMap()), right(shown->nodes()->lanes()));
    }

    void gpus_comeBeforeProcessors()
    {
        SampleJob sample;
        sample.gpusPerNode = 4;
        const auto shown = page(sample);
        shown->resize(1400, 1000);
        QCOMPARE(shown->nodes()->lines()[0]->title(), QStringLiteral("GPU kernel resident"));
        QCOMPARE(shown->nodes()->chosenMetric(), MetricId(QStringLiteral("gpu.util")));
        QCOMPARE(shown->nodes()->heatMap()->title(), QStringLiteral("GPU kernel resident, 32 GPUs"));
        QStringList lanes;
        for (const auto &lane : shown->nodes()->lanes()->lanes())
            lanes.append(lane.metric.id.value);
        QCOMPARE(lanes, QStringList({QStringLiteral("gpu.util"), QStringLiteral("gpu.power"),
                                     QStringLiteral("gpu.throttled"), QStringLiteral("net.receive")}));
        // What a person chose stays although more comes.
        shown->nodes()->chooseMetric(MetricId(QStringLiteral("cpu.busy")));
        shown->setSnapshot(sample.snapshot());
        QCOMPARE(shown->nodes()->heatMap()->title(), QStringLiteral("CPU busy, 8 nodes"));
    }

    void throttledGpu_isCountedInItsLane()
    {
        SampleJob sample;
        sample.gpusPerNode = 4;
        sample.slowNode = 3;
        const auto shown = page(sample);
        QCOMPARE(shown->nodes()->lanes()->valueOf(2), QStringLiteral("1 of 32"));
        QCOMPARE(shown->nodes()->lanes()->valueOf(1).right(1), QStringLiteral("W"));
    }

    void clickOnARow_opensItsNode()
    {
        SampleJob sample;
        const auto shown = page(sample);
        shown->resize(1400, 1000);
        shown->show();
        QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
        shown->grab();
        QSignalSpy opened(shown->nodes(), &NodePanes::nodeActivated);
        QWidget *canvas = shown->nodes()->heatMap()->findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(canvas->width() / 2, 12));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().value<NodeName>().value, shown->nodes()->heatMap()->rowNames().front());
    }
};

QTEST_MAIN(TestJobPage)
#include "tst_jobpage.moc"
