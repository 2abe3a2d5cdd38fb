// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplejob.h"
#include "widgets/pages/gpucards.h"
#include "widgets/pages/nodepage.h"
#include "widgets/pages/verdictbanner.h"
#include "widgets/plots/linesplot.h"

#include <QDir>
#include <QTest>

using namespace paceline;

namespace {

class StillClock : public Clock
{
public:
    qint64 nowMs() const override { return SampleJob::kNowMs; }
};
const StillClock kClock;

std::shared_ptr<Node> nodeOf(const SampleJob &sample, int number)
{
    auto node = std::make_shared<Node>();
    node->name = sample.nodeNames()[std::size_t(number)];
    node->state = NodeState::Allocated;
    node->stateText = QStringLiteral("ALLOCATED");
    node->cpus = node->cpusAlloc = 64;
    node->cpuLoad = 61.2;
    node->memoryMiB = 512'000;
    node->allocMemoryMiB = 480'000;
    node->freeMemoryMiB = 214'000;
    node->gpus = 8;
    node->gpusAlloc = 8;
    node->gpuTypes = {{QStringLiteral("a100"), 8}};
    node->partitions = {QStringLiteral("gpu")};
    return node;
}

std::unique_ptr<NodePage> pageOf(const SampleJob &sample, int number)
{
    auto page = std::make_unique<NodePage>();
    page->setClock(&kClock);
    page->setMetrics(sampleMetrics());
    const auto node = nodeOf(sample, number);
    page->setNode(node->name, node, SampleJob::kNowMs - 12'000);
    page->setJobs({sample.job()}, sample.job()->user);
    page->setSnapshots({sample.snapshot()});
    return page;
}

} // namespace

class TestNodePage : public QObject
{
    Q_OBJECT

    /// Pictures of it, where PACELINE_SCREENSHOTS names a folder.
    void keep(NodePage &page, const QString &name)
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
                    QStringLiteral("%1/node-%2-%3-%4.png")
                        .arg(folder, name,
                             scheme == ColorScheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                        .arg(size.width())));
            }
        }
        applyColorScheme(*qApp, ColorScheme::Light);
    }
    static void show(NodePage &page)
    {
        page.resize(1074, 772);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }

private slots:
    void initTestCase() { applyColorScheme(*qApp, ColorScheme::Light); }

    void gpus_standSideBySide()
    {
        SampleJob sample;
        sample.gpusPerNode = 8;
        sample.slowNode = 4;
        const auto page = pageOf(sample, 4);
        show(*page);
        QCOMPARE(page->gpus()->gpus().size(), std::size_t(8));
        const GpuCards::Gpu &hot = page->gpus()->gpus()[2];
        QCOMPARE(hot.title, QStringLiteral("GPU 2"));
        QCOMPARE(hot.mood, Mood::Attention);
        QCOMPARE(page->gpus()->gpus()[3].mood, Mood::Well);
        QCOMPARE(hot.bars[0].name, QStringLiteral("kernel resident"));
        QCOMPARE(hot.bars[1].value,
                 QStringLiteral("66.1 GiB of 80.0 GiB").replace(QLatin1String(" G"), QString(QChar(0xA0)) + u'G'));
        QVERIFY(hot.bars[1].share > 0.5 && hot.bars[1].share < 1);
        QCOMPARE(page->banner()->headline(), QStringLiteral("GPU 2 of n005 is throttled since 20:53."));
        QVERIFY(page->panes().size() >= 6);
        QCOMPARE(page->panes()[0]->legend().size(), std::size_t(8)); // this node's alone
        keep(*page, QStringLiteral("gpus"));
    }

    void hardware_isToldOnItsCard()
    {
        SampleJob sample;
        sample.gpusPerNode = 4;
        const auto page = pageOf(sample, 0);
        auto snapshot = sample.snapshot();
        auto hardware = std::make_shared<NodeHardware>();
        hardware->node = sample.nodeNames()[0];
        for (int i = 0; i < 4; ++i) {
            GpuDevice gpu;
            gpu.uuid = QStringLiteral("GPU-n001-%1").arg(i);
            gpu.index = i;
            gpu.name = QStringLiteral("NVIDIA A100-SXM4-80GB");
            gpu.allocation = i < 3 ? GpuDevice::Allocation::ThisJob : GpuDevice::Allocation::NotThisJob;
            gpu.processesOfJob = i == 1 ? 0 : 1;
            gpu.hasForeignProcesses = i == 2;
            hardware->gpus.push_back(gpu);
        }
        hardware->ports = {{QStringLiteral("mlx5_0/1"), QStringLiteral("ACTIVE"), QStringLiteral("InfiniBand"), 200.0}};
        hardware->notReadable = {QStringLiteral("rapl"), QStringLiteral("lustre")};
        snapshot->hardware.insert(hardware->node, hardware);
        page->setSnapshots({snapshot});
        show(*page);
        const auto &gpus = page->gpus()->gpus();
        QCOMPARE(gpus[0].model, QStringLiteral("NVIDIA A100-SXM4-80GB"));
        QCOMPARE(gpus[1].notes, QStringList{QStringLiteral("allocated, but unused by the job")});
        QCOMPARE(gpus[2].notes.front(), QStringLiteral("processes of others run on it"));
        QCOMPARE(gpus[2].mood, Mood::Attention);
        QCOMPARE(gpus[3].notes, QStringList{QStringLiteral("not part of the job")});
        QStringList words;
        for (const QLabel *label : page->findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY(words.contains(
            QStringLiteral("Links: mlx5_0/1 ACTIVE 200 Gb/s InfiniBand\nNot readable here: rapl, lustre")));
        keep(*page, QStringLiteral("hardware"));
    }

    void otherNode_isNotAccused()
    {
        SampleJob sample;
        sample.gpusPerNode = 8;
        sample.slowNode = 4;
        const auto page = pageOf(sample, 3);
        show(*page);
        QCOMPARE(page->banner()->headline(), QStringLiteral("Works for 1 job."));
        for (const GpuCards::Gpu &gpu : page->gpus()->gpus())
            QCOMPARE(gpu.mood, Mood::Well);
    }

    void withoutGpus_itsCountersAreShown()
    {
        SampleJob sample;
        const auto page = pageOf(sample, 0);
        show(*page);
        QVERIFY(page->gpus()->isHidden());
        QCOMPARE(page->panes()[0]->title(), QStringLiteral("CPU busy"));
        QCOMPARE(page->panes()[0]->legend().size(), std::size_t(1));
        QVERIFY(page->counterLine().isEmpty());
        keep(*page, QStringLiteral("cpu"));
    }

    void foreignNode_saysWhyThereAreNoCounters()
    {
        SampleJob sample;
        const auto page = pageOf(sample, 0);
        page->setSnapshots({});
        page->setJobs({}, QStringLiteral("alice"));
        show(*page);
        QVERIFY(page->counterLine().contains(QStringLiteral("none of yours runs here")));
        keep(*page, QStringLiteral("foreign"));
    }

    void drainedNode_tellsWhoSaidWhy()
    {
        SampleJob sample;
        const auto page = pageOf(sample, 1);
        auto node = nodeOf(sample, 1);
        node->stateText = QStringLiteral("IDLE+DRAIN");
        node->state = NodeState::Idle;
        node->flags = {QStringLiteral("DRAIN")};
        node->reason = QStringLiteral("xid 79 on GPU 3");
        node->reasonBy = QStringLiteral("root@2026-11-20");
        page->setNode(node->name, node, SampleJob::kNowMs);
        page->setSnapshots({});
        page->setJobs({}, {});
        show(*page);
        QCOMPARE(page->banner()->headline(),
                 QStringLiteral("Takes no work (IDLE+DRAIN): xid 79 on GPU 3, said root@2026-11-20."));
        keep(*page, QStringLiteral("drained"));
    }
};

QTEST_MAIN(TestNodePage)
#include "tst_nodepage.moc"
