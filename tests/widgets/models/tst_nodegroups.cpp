// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplenodes.h"
#include "widgets/models/nodegroups.h"
#include "widgets/models/nodelook.h"

#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

std::shared_ptr<Node> node(const char *name, const char *state = "IDLE", const QStringList &partitions = {})
{
    auto n = std::make_shared<Node>();
    n->name = NodeName(QString::fromLatin1(name));
    n->stateText = QString::fromLatin1(state);
    const QStringList words = n->stateText.split(QLatin1Char('+'));
    const QString base = words.front();
    n->state = base == QLatin1String("IDLE")        ? NodeState::Idle
               : base == QLatin1String("MIXED")     ? NodeState::Mixed
               : base == QLatin1String("ALLOCATED") ? NodeState::Allocated
               : base == QLatin1String("DOWN")      ? NodeState::Down
               : base == QLatin1String("FUTURE")    ? NodeState::Future
                                                    : NodeState::Unknown;
    n->flags = words.mid(1);
    n->partitions = partitions;
    n->cpus = 64;
    return n;
}

NodeList listOf(std::vector<std::shared_ptr<const Node>> nodes)
{
    NodeList list;
    list.nodes = std::move(nodes);
    return list;
}

/// "title: a b; title: c"
QString shown(const NodeList &nodes, NodeGrouping grouping, NodeOrder order = NodeOrder::Name)
{
    QStringList groups;
    for (const NodeGroup &group : groupNodes(nodes, grouping, order)) {
        QStringList names;
        for (const int at : group.nodes)
            names += nodes.nodes[std::size_t(at)]->name.value;
        groups += group.title + QStringLiteral(": ") + names.join(QLatin1Char(' '));
    }
    return groups.join(QStringLiteral("; "));
}

} // namespace

class TestNodeGroups : public QObject
{
    Q_OBJECT
private slots:
    void everyNode_isInOneGroup()
    {
        const auto nodes = SampleNodes{.count = 500}.make();
        for (const auto grouping : {NodeGrouping::Partition, NodeGrouping::Name, NodeGrouping::Feature,
                                    NodeGrouping::State, NodeGrouping::None}) {
            std::vector<int> seen(nodes->nodes.size(), 0);
            for (const NodeGroup &group : groupNodes(*nodes, grouping, NodeOrder::Attention)) {
                QVERIFY(!group.nodes.empty());
                for (const int at : group.nodes)
                    ++seen[std::size_t(at)];
            }
            QCOMPARE(seen, std::vector<int>(nodes->nodes.size(), 1));
        }
    }
    void partitions_thatOverlap_makeAGroupOfTheirOwn()
    {
        const QString gpu = QStringLiteral("gpu"), cpu = QStringLiteral("cpu");
        const NodeList nodes = listOf({node("n10", "IDLE", {cpu}), node("n2", "IDLE", {gpu}), node("n1", "IDLE", {gpu}),
                                       node("n3", "IDLE", {cpu, gpu}), node("n4")});
        QCOMPARE(shown(nodes, NodeGrouping::Partition),
                 QStringLiteral("cpu: n10; cpu · gpu: n3; gpu: n1 n2; in no partition: n4"));
        QCOMPARE(shown(nodes, NodeGrouping::None), QStringLiteral(": n1 n2 n3 n4 n10"));
    }
    void states_comeWorstFirst()
    {
        const NodeList nodes = listOf(
            {node("n1", "ALLOCATED"), node("n2", "DOWN"), node("n3", "IDLE+DRAIN"), node("n4"), node("n5", "DOWN")});
        QCOMPARE(shown(nodes, NodeGrouping::State),
                 QStringLiteral("down: n2 n5; drained: n3; free: n4; fully used: n1"));
        QCOMPARE(shown(nodes, NodeGrouping::None, NodeOrder::Attention), QStringLiteral(": n2 n5 n3 n4 n1"));
    }
    void featuresOfOneNode_makeNoGroup()
    {
        const auto with = [](const char *name, const QStringList &features) {
            auto n = node(name);
            n->features = features;
            return n;
        };
        const QString ib = QStringLiteral("ib");
        const NodeList nodes = listOf(
            {with("n1", {ib, QStringLiteral("serial1")}), with("n2", {ib, QStringLiteral("serial2")}), node("n3")});
        QCOMPARE(shown(nodes, NodeGrouping::Feature), QStringLiteral("ib: n1 n2; without features: n3"));
    }
    void poll_thatChangesValues_keepsTheGroups()
    {
        const auto nodes = SampleNodes{.count = 200}.make();
        const auto next = SampleNodes::next(*nodes, 50, 7);
        QVERIFY(isGroupedAlike(*nodes, *next, NodeGrouping::Partition, NodeOrder::Name));
        QVERIFY(isGroupedAlike(*nodes, *next, NodeGrouping::Name, NodeOrder::Name));
        QVERIFY(!isGroupedAlike(*nodes, *next, NodeGrouping::State, NodeOrder::Name));
        QVERIFY(!isGroupedAlike(*nodes, *next, NodeGrouping::Name, NodeOrder::Attention));
        NodeList fewer = *next;
        fewer.nodes.pop_back();
        QVERIFY(!isGroupedAlike(*nodes, fewer, NodeGrouping::None, NodeOrder::Name));
        auto moved = std::make_shared<Node>(*next->nodes.front());
        moved->partitions = QStringList{QStringLiteral("elsewhere")};
        next->nodes.front() = moved;
        QVERIFY(!isGroupedAlike(*nodes, *next, NodeGrouping::Partition, NodeOrder::Name));
    }

    void marks_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("mark");
        const auto row = [](const char *state, NodeMark mark) {
            QTest::newRow(state) << QString::fromLatin1(state) << int(mark);
        };
        row("IDLE", NodeMark::Free);
        row("IDLE+PLANNED", NodeMark::Free);
        row("MIXED", NodeMark::Partly);
        row("ALLOCATED+COMPLETING", NodeMark::Used);
        row("IDLE+DRAIN", NodeMark::Drained);
        row("MIXED+DRAIN", NodeMark::Drained);
        row("DOWN+DRAIN", NodeMark::Down);
        row("DOWN+NOT_RESPONDING", NodeMark::Silent);
        row("IDLE+NOT_RESPONDING", NodeMark::Silent);
        row("IDLE+MAINTENANCE", NodeMark::Reserved);
        row("ALLOCATED+RESERVED", NodeMark::Reserved);
        row("IDLE+MAINTENANCE+DRAIN", NodeMark::Drained);
        row("IDLE+POWERED_DOWN", NodeMark::Off);
        row("FUTURE", NodeMark::Off);
        row("MYSTERY", NodeMark::Unknown);
    }
    void marks()
    {
        QFETCH(QString, state);
        QFETCH(int, mark);
        QCOMPARE(int(markOf(*node("n1", qPrintable(state)))), mark);
    }
    void missing_isNeverZero()
    {
        auto n = node("n1", "ALLOCATED");
        n->cpusAlloc = 64;
        for (const auto quantity : {NodeQuantity::GpusAllocated, NodeQuantity::CpuLoad, NodeQuantity::MemoryAllocated,
                                    NodeQuantity::MemoryFree}) {
            QVERIFY(std::isnan(shareOf(*n, quantity)));
            QCOMPARE(int(lookOf(*n, quantity).level), int(NodeLook::kMissing));
        }
        QCOMPARE(shareOf(*n, NodeQuantity::CpusAllocated), 1.0);
        n->cpuLoad = 0;
        QCOMPARE(shareOf(*n, NodeQuantity::CpuLoad), 0.0);
        QCOMPARE(int(lookOf(*n, NodeQuantity::CpuLoad).level), 0);
        n->cpuLoad = 200;
        QCOMPARE(int(lookOf(*n, NodeQuantity::CpuLoad).level), NodeLook::kLevels - 1);
    }
    void lack_isTold()
    {
        NodeList nodes;
        QCOMPARE(lackOf(nodes, NodeQuantity::CpuLoad), QuantityLack::NoNodes);
        auto n = node("n1");
        nodes.nodes = {n};
        QCOMPARE(lackOf(nodes, NodeQuantity::State), QuantityLack::None);
        QCOMPARE(lackOf(nodes, NodeQuantity::CpuLoad), QuantityLack::NotTold);
        QCOMPARE(lackOf(nodes, NodeQuantity::GpusAllocated), QuantityLack::NoGpus);
        n->gpus = 8;
        QCOMPARE(lackOf(nodes, NodeQuantity::GpusAllocated), QuantityLack::NotTold);
        n->gpusAlloc = 0;
        n->cpuLoad = 0.1;
        QCOMPARE(lackOf(nodes, NodeQuantity::GpusAllocated), QuantityLack::None);
        QCOMPARE(lackOf(nodes, NodeQuantity::CpuLoad), QuantityLack::None);
    }
    void tally_countsWhatTheAnswerSays()
    {
        auto sleeps = node("n1", "ALLOCATED"), works = node("n2", "ALLOCATED"), silent = node("n3", "MIXED");
        for (const auto &n : {sleeps, works, silent})
            n->cpusAlloc = 64;
        sleeps->cpuLoad = 0.3;
        works->cpuLoad = 60;
        auto gpu = node("n4");
        gpu->gpus = 8;
        gpu->gpusAlloc = 2;
        auto out = node("n5", "IDLE+DRAIN");
        out->gpus = 8;
        out->gpusAlloc = 0;
        const NodeTally tally = tallyOf(listOf({sleeps, works, silent, gpu, out}));
        QCOMPARE(tally.all, 5);
        QCOMPARE(tally.allocated, 3);
        QCOMPARE(tally.loadTold, 2);
        QCOMPARE(tally.idleByLoad, 1);
        QCOMPARE(tally.out(), 1);
        QCOMPARE(tally.count(NodeMark::Free), 1);
        QCOMPARE(tally.gpus, 16);
        QCOMPARE(tally.gpusFree, 6);
        QVERIFY(tally.gpusTold);
    }
};

QTEST_APPLESS_MAIN(TestNodeGroups)
#include "tst_nodegroups.moc"
