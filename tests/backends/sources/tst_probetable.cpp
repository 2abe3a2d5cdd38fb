// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/probetable.h"

#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

constexpr qint64 kStart = 1'700'000'000'000;

std::vector<NodeName> nodes(int count)
{
    std::vector<NodeName> names;
    for (int i = 1; i <= count; ++i)
        names.emplace_back(QStringLiteral("n%1").arg(i));
    return names;
}

QByteArray hello(int rank, const char *node)
{
    return QByteArray::number(rank) + ": P1 node=" + node + " step=4";
}

/// load stands for the node, so that a value tells where it came from.
QByteArray answer(int rank, qint64 tick, double uptimeS, double load)
{
    return QByteArray::number(rank) + ": P1 t=" + QByteArray::number(tick) +
           " u=" + QByteArray::number(uptimeS, 'f', 2) + " l=" + QByteArray::number(load);
}

const SampleColumn &column(const std::vector<SampleColumn> &columns, const char *metric)
{
    for (const SampleColumn &c : columns) {
        if (c.metric.value == QLatin1String(metric))
            return c;
    }
    static const SampleColumn none;
    return none;
}

/// Two nodes said hello, ranks in the other order than the nodes.
ProbeTable twoNodes()
{
    ProbeTable table(JobId{5}, nodes(2));
    table.restart();
    table.take(hello(1, "n1"), kStart);
    table.take(hello(0, "n2"), kStart);
    return table;
}

} // namespace

class TestProbeTable : public QObject
{
    Q_OBJECT
private slots:
    void column_isInTheOrderOfTheNodes();
    void column_comesWhenAllAnsweredOrTheTimeIsOver();
    void nodesWithOtherClocks_shareOneTime();
    void lateAnswer_isNotShownButBeginsTheNextRate();
    void node_isSilentAfterThreeTicksOrFiveSeconds();
    void silentNode_isNotWaitedForAndComesBack();
    void nodeThatNeverSpoke_isSilent();
    void beforeAnybodySpoke_nobodyIsSilent();
    void everybodySilent_needsMorePatience();
    void restart_leavesNoRateAcrossTheGap();
    void unexpectedNode_getsARow();
    void foreignLines_areCounted();
    void partsOfNodes_haveColumnsOfTheirOwn();
    void whatFewNodesTell_isAColumnOfAllNodes();
    void newGpu_keepsTheOrderOfTheNodes();
    void hardware_isToldWhenItIsNotWhatItWas();
    void restart_forgetsTheGpusOfBefore();
};

void TestProbeTable::column_isInTheOrderOfTheNodes()
{
    ProbeTable table = twoNodes();
    QCOMPARE(table.step(), QByteArray("4"));
    QCOMPARE(table.send(kStart + 10), 1);
    table.take(answer(0, 1, 50, 2), kStart + 20);
    table.take(answer(1, 1, 70, 1), kStart + 25);
    const auto columns = table.takeColumns(kStart + 25, 2000);
    QCOMPARE(columns.size(), probeMetrics().size());
    QCOMPARE(column(columns, "cpu.load1").values, (std::vector<float>{1, 2}));
    QCOMPARE(*column(columns, "cpu.load1").entities, *nodeEntities(nodes(2)));
    QCOMPARE(column(columns, "cpu.load1").job, JobId{5});
    QVERIFY(std::isnan(column(columns, "cpu.busy").values[0]));
}

void TestProbeTable::column_comesWhenAllAnsweredOrTheTimeIsOver()
{
    ProbeTable table = twoNodes();
    table.send(kStart);
    QVERIFY(table.isWaiting(kStart));
    table.take(answer(1, 1, 50, 1), kStart + 20);
    QVERIFY(table.takeColumns(kStart + 20, 2000).empty());
    QVERIFY(table.takeColumns(kStart + 1999, 2000).empty());
    const auto columns = table.takeColumns(kStart + 2000, 2000);
    QCOMPARE(column(columns, "cpu.load1").values[0], 1.0F);
    QVERIFY(std::isnan(column(columns, "cpu.load1").values[1]));
    QVERIFY(table.takeColumns(kStart + 3000, 2000).empty());

    table.take(answer(0, 1, 50, 1), kStart + 2100);
    QVERIFY(!table.isWaiting(kStart + 2100));
}

void TestProbeTable::nodesWithOtherClocks_shareOneTime()
{
    ProbeTable table = twoNodes();
    for (int tick = 0; tick < 5; ++tick) {
        const qint64 sent = kStart + tick * 1000;
        const int delay = tick == 2 ? 900 : 5; // one answer is slow: its own clock tells when it was taken
        table.send(sent);
        table.take(answer(1, tick + 1, 50 + tick, 1), sent + delay);
        table.take(answer(0, tick + 1, 900'000 + tick, 1), sent + delay);
        QCOMPARE(column(table.takeColumns(sent + delay, 2000), "cpu.load1").timeMs, sent + 5);
    }
}

void TestProbeTable::lateAnswer_isNotShownButBeginsTheNextRate()
{
    const auto line = [](qint64 tick, double uptime, int busy, int idle) {
        return QByteArray("1: P1 t=") + QByteArray::number(tick) + " u=" + QByteArray::number(uptime) +
               " c=" + QByteArray::number(busy) + ",0,0," + QByteArray::number(idle);
    };
    ProbeTable table = twoNodes();
    table.send(kStart);
    table.take(line(1, 10, 100, 100), kStart);
    table.takeColumns(kStart + 1000, 1000);
    table.send(kStart + 1000);
    table.takeColumns(kStart + 2000, 1000);
    table.send(kStart + 2000);
    table.take(line(2, 11, 100, 200), kStart + 2100); // idle all the time, too late
    QVERIFY(table.takeColumns(kStart + 2100, 1000).empty());
    table.take(line(3, 12, 200, 200), kStart + 2101); // busy since
    QCOMPARE(column(table.takeColumns(kStart + 3000, 1000), "cpu.busy").values[0], 100.0F);
}

void TestProbeTable::node_isSilentAfterThreeTicksOrFiveSeconds()
{
    ProbeTable quick = twoNodes();
    for (int tick = 0; tick < 3; ++tick) {
        QVERIFY(quick.silentNodes(kStart + tick * 1000).empty());
        quick.send(kStart + tick * 1000);
        quick.take(answer(1, tick + 1, 50 + tick, 1), kStart + tick * 1000 + 1);
    }
    QCOMPARE(quick.silentNodes(kStart + 2000), (std::vector<NodeName>{NodeName(QStringLiteral("n2"))}));
    QCOMPARE(quick.silentSinceMs(kStart + 2000), kStart);

    ProbeTable slow = twoNodes();
    slow.send(kStart);
    slow.take(answer(1, 1, 50, 1), kStart + 1);
    QVERIFY(slow.silentNodes(kStart + 4999).empty());
    QVERIFY(slow.isWaiting(kStart + 4999));
    QCOMPARE(slow.silentNodes(kStart + 5000).size(), std::size_t(1));
}

void TestProbeTable::silentNode_isNotWaitedForAndComesBack()
{
    ProbeTable table = twoNodes();
    table.send(kStart);
    table.take(answer(1, 1, 50, 1), kStart + 1);
    table.takeColumns(kStart + 2000, 2000);
    table.send(kStart + 6000);
    table.take(answer(1, 2, 56, 1), kStart + 6001);
    const auto columns = table.takeColumns(kStart + 6001, 2000);
    QVERIFY(!columns.empty());
    QVERIFY(std::isnan(column(columns, "cpu.load1").values[1]));
    table.take(answer(0, 2, 90, 3), kStart + 6500);
    QVERIFY(table.silentNodes(kStart + 6500).empty());
    table.send(kStart + 7000);
    table.take(answer(1, 3, 57, 1), kStart + 7001);
    QVERIFY(table.takeColumns(kStart + 7001, 2000).empty());
}

void TestProbeTable::nodeThatNeverSpoke_isSilent()
{
    ProbeTable table(JobId{5}, nodes(2));
    table.restart();
    table.take(hello(0, "n1"), kStart);
    table.send(kStart);
    for (qint64 tick = 1; tick <= 5; ++tick) {
        table.take(answer(0, tick, 50 + double(tick), 1), kStart + tick * 900);
        QVERIFY(table.silentNodes(kStart + tick * 900).empty());
        table.send(kStart + tick * 900 + 1);
    }
    QCOMPARE(table.silentNodes(kStart + 5000), (std::vector<NodeName>{NodeName(QStringLiteral("n2"))}));
}

void TestProbeTable::beforeAnybodySpoke_nobodyIsSilent()
{
    ProbeTable table(JobId{5}, nodes(2));
    table.restart();
    QVERIFY(table.silentNodes(kStart + 100'000).empty());
    QCOMPARE(table.answeringNodes(), 0);
}

void TestProbeTable::everybodySilent_needsMorePatience()
{
    ProbeTable table = twoNodes();
    table.send(kStart);
    QVERIFY(table.silentNodes(kStart + 9999).empty());
    QVERIFY(table.isWaiting(kStart + 9999));
    QCOMPARE(table.silentNodes(kStart + 10'000).size(), std::size_t(2));
    const auto gap = table.takeColumns(kStart + 10'000, 2000);
    QVERIFY(std::isnan(column(gap, "cpu.load1").values[0]));
}

void TestProbeTable::restart_leavesNoRateAcrossTheGap()
{
    ProbeTable table(JobId{5}, nodes(1));
    table.restart();
    table.take(hello(0, "n1"), kStart);
    table.send(kStart);
    table.take("0: P1 t=1 u=10 c=1,1,1,1", kStart);
    table.takeColumns(kStart, 2000);
    table.restart();
    table.take("0: P1 t=2 u=11 c=2,2,2,2", kStart + 900);
    QCOMPARE(table.badLines(), 1); // its rank has not said who it is
    table.take(hello(0, "n1"), kStart + 1000);
    QCOMPARE(table.send(kStart + 1000), 2);
    table.take("0: P1 t=2 u=11 c=2,2,2,2", kStart + 1000);
    QVERIFY(std::isnan(column(table.takeColumns(kStart + 1000, 2000), "cpu.busy").values[0]));
    table.send(kStart + 2000);
    table.take("0: P1 t=3 u=12 c=3,3,3,3", kStart + 2000);
    QCOMPARE(column(table.takeColumns(kStart + 2000, 2000), "cpu.busy").values[0], 75.0F);
}

void TestProbeTable::unexpectedNode_getsARow()
{
    ProbeTable table = twoNodes();
    table.take(hello(2, "n9"), kStart);
    table.send(kStart);
    for (int rank = 0; rank < 3; ++rank)
        table.take(answer(rank, 1, 10, rank), kStart);
    const auto columns = table.takeColumns(kStart, 2000);
    QCOMPARE(column(columns, "cpu.load1").values, (std::vector<float>{1, 0, 2}));
    QCOMPARE(column(columns, "cpu.load1").entities->back().node, NodeName(QStringLiteral("n9")));
}

void TestProbeTable::foreignLines_areCounted()
{
    ProbeTable table = twoNodes();
    table.send(kStart);
    for (const char *line : {"", "nonsense", "7: P1 t=1 u=1", "1: P1 t=99 u=1", "1: P2 t=1", "1: P1 t=-4 u=1"})
        table.take(line, kStart);
    QCOMPARE(table.badLines(), 6);
    QVERIFY(table.takeColumns(kStart, 2000).empty());
}

void TestProbeTable::partsOfNodes_haveColumnsOfTheirOwn()
{
    ProbeTable table = twoNodes();
    const auto sampleBoth = [&table](int tick, qint64 received) {
        const qint64 nowMs = kStart + tick * 1000;
        table.send(nowMs);
        for (int rank : {0, 1})
            table.take(answer(rank, tick, 10 + tick, 1) + " p=mlx5_0/1:w:" + QByteArray::number(received) + ":0:5",
                       nowMs);
        return table.takeColumns(nowMs, 2000);
    };
    QVERIFY(column(sampleBoth(1, 100), "fabric.receive").values.empty());
    const auto columns = sampleBoth(2, 350);
    const SampleColumn &receive = column(columns, "fabric.receive");
    QCOMPARE(receive.values, (std::vector<float>{1000, 1000}));
    QCOMPARE(receive.entities->front().node, NodeName(QStringLiteral("n1")));
    QCOMPARE(receive.entities->front().kind, Entity::Kind::Port);
    QCOMPARE(receive.entities->front().id, QStringLiteral("mlx5_0/1"));
    QVERIFY(column(columns, "fabric.wait").entities == receive.entities); // one layout for a family
}

void TestProbeTable::whatFewNodesTell_isAColumnOfAllNodes()
{
    ProbeTable table = twoNodes();
    table.send(kStart);
    table.take(answer(0, 1, 10, 1) + " j=100,4096", kStart);
    table.take(answer(1, 1, 10, 1), kStart);
    const auto columns = table.takeColumns(kStart, 2000);
    QCOMPARE(column(columns, "memory.job").entities, column(columns, "cpu.busy").entities);
    QVERIFY(std::isnan(column(columns, "memory.job").values[0]));
    QCOMPARE(column(columns, "memory.job").values[1], 4096.0F);
    QVERIFY(column(columns, "power.node").values.empty()); // what nobody has is no column
}

/// GPUs of one node as nvidia-smi lists them, and a reading of each.
static void sayGpus(ProbeTable &table, int rank, int count, double uptimeS)
{
    const QByteArray start = QByteArray::number(rank) + ": P1 g=nvidia u=" + QByteArray::number(uptimeS, 'f', 2) + ' ';
    table.take(start + "b", kStart);
    table.take(start + "r index, uuid, utilization.gpu [%]", kStart);
    for (int gpu = 0; gpu < count; ++gpu)
        table.take(start + "r " + QByteArray::number(gpu) + ", GPU-" + QByteArray::number(rank) + "-" +
                       QByteArray::number(gpu) + ", " + QByteArray::number(10 * rank + gpu),
                   kStart);
}

void TestProbeTable::newGpu_keepsTheOrderOfTheNodes()
{
    ProbeTable table = twoNodes();
    sayGpus(table, 0, 11, 10); // the second node
    table.send(kStart);
    table.take(answer(0, 1, 10, 1), kStart);
    table.take(answer(1, 1, 10, 1), kStart);
    const auto first = table.takeColumns(kStart, 2000);
    QCOMPARE(column(first, "gpu.util").values.size(), std::size_t(11));
    QCOMPARE(column(first, "gpu.util").entities->at(2).label, QStringLiteral("2"));
    QCOMPARE(column(first, "gpu.util").entities->at(10).label, QStringLiteral("10"));
    sayGpus(table, 1, 2, 11);
    table.send(kStart + 1000);
    table.take(answer(0, 2, 11, 1), kStart + 1000);
    table.take(answer(1, 2, 11, 1), kStart + 1000);
    const auto second = table.takeColumns(kStart + 1000, 2000);
    const SampleColumn &util = column(second, "gpu.util");
    QCOMPARE(util.values.size(), std::size_t(13));
    QCOMPARE(util.entities->at(0).node, NodeName(QStringLiteral("n1")));
    QCOMPARE(util.values[1], 11.0F);
    QCOMPARE(util.values[2], 0.0F); // the first of the second node, still true
    QCOMPARE(util.values[12], 10.0F);
}

void TestProbeTable::hardware_isToldWhenItIsNotWhatItWas()
{
    ProbeTable table = twoNodes();
    const auto tick = [&table](int number, const QByteArray &more = {}) {
        table.send(kStart + number * 1000);
        table.take("0: P1 t=" + QByteArray::number(number) +
                       " + d /sys/class/infiniband/mlx5_0/ports/1 state:4: ACTIVE|rate:200 Gb/sec (4X HDR)|"
                       "link_layer:InfiniBand|counters/symbol_error:0",
                   kStart);
        table.take(answer(0, number, 10 + number, 1) + more, kStart + number * 1000);
        return table.takeHardware();
    };
    sayGpus(table, 0, 2, 11);
    const auto first = tick(1, " a=rapl,lustre");
    QCOMPARE(first.size(), std::size_t(1));
    QCOMPARE(first[0]->node, NodeName(QStringLiteral("n2")));
    QCOMPARE(first[0]->gpus.size(), std::size_t(2));
    QCOMPARE(first[0]->notReadable, (QStringList{QStringLiteral("rapl"), QStringLiteral("lustre")}));
    QCOMPARE(first[0]->ports, (std::vector<FabricPort>{{QStringLiteral("mlx5_0/1"), QStringLiteral("ACTIVE"),
                                                        QStringLiteral("InfiniBand"), 200.0}}));
    QVERIFY(tick(2).empty());
    sayGpus(table, 0, 3, 13);
    QCOMPARE(tick(3)[0]->gpus.size(), std::size_t(3));
}

void TestProbeTable::restart_forgetsTheGpusOfBefore()
{
    ProbeTable table = twoNodes();
    sayGpus(table, 0, 2, 10);
    table.send(kStart);
    table.take(answer(0, 1, 10, 1), kStart);
    QCOMPARE(table.takeHardware()[0]->gpus.size(), std::size_t(2));
    table.restart();
    table.take(hello(0, "n2") + " gpus=1,3", kStart);
    table.send(kStart + 1000);
    table.take(answer(0, 2, 11, 1), kStart + 1000);
    const auto hardware = table.takeHardware();
    QCOMPARE(hardware[0]->gpus.size(), std::size_t(0));
    QCOMPARE(hardware[0]->slurmGpus, (std::vector<int>{1, 3}));
}

QTEST_APPLESS_MAIN(TestProbeTable)
#include "tst_probetable.moc"
