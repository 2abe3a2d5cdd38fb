// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/nodetablemodel.h"
#include "widgets/models/partitionmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace paceline;

namespace {

std::shared_ptr<const Node> node(const char *name, NodeState state, int gpusAlloc = 0)
{
    auto n = std::make_shared<Node>();
    n->name = NodeName(QString::fromLatin1(name));
    n->state = state;
    n->cpus = 64;
    n->gpus = 8;
    n->gpusAlloc = gpusAlloc;
    n->partitions = QStringList{QStringLiteral("gpu")};
    return n;
}

std::shared_ptr<const NodeList> list(std::vector<std::shared_ptr<const Node>> nodes)
{
    auto l = std::make_shared<NodeList>();
    l->nodes = std::move(nodes);
    return l;
}

QString names(const NodeTableModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row, NodeTableModel::Name).data().toString();
    return all.join(QLatin1Char(' '));
}

} // namespace

class TestNodeModels : public QObject
{
    Q_OBJECT
private slots:
    void nodesThatNeedALook_comeFirst()
    {
        NodeTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNodes(
            list({node("n1", NodeState::Idle), node("n2", NodeState::Allocated), node("n3", NodeState::Down)}));
        QCOMPARE(names(model), QStringLiteral("n3 n1 n2"));
        const QPersistentModelIndex kept(model.index(1, 2));
        model.sort(NodeTableModel::Name, Qt::DescendingOrder);
        QCOMPARE(names(model), QStringLiteral("n3 n2 n1"));
        QCOMPARE(kept.row(), 2);
    }
    void filter_looksIntoNameStateAndPartition()
    {
        NodeTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNodes(list({node("n1", NodeState::Idle), node("n2", NodeState::Down)}));
        model.setFilterText(QStringLiteral("down"));
        QCOMPARE(names(model), QStringLiteral("n2"));
        model.setFilterText(QStringLiteral("N1"));
        QCOMPARE(names(model), QStringLiteral("n1"));
        model.setFilterText(QStringLiteral("gpu"));
        QCOMPARE(model.rowCount(), 2);
        model.setNodes(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
    void partitions_tellWhatIsFree()
    {
        PartitionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto nodes =
            list({node("n1", NodeState::Idle), node("n2", NodeState::Mixed, 6), node("n3", NodeState::Down)});
        model.setPartitions(summarizePartitions(*nodes));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, PartitionModel::Nodes).data().toString(), QStringLiteral("1 of 2"));
        QCOMPARE(model.index(0, PartitionModel::Gpus).data().toString(), QStringLiteral("10 of 24"));
        QCOMPARE(model.index(0, PartitionModel::Nodes).data(PartitionModel::FreeShareRole).toDouble(), 0.5);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setPartitions(summarizePartitions(*nodes));
        QCOMPARE(reset.size(), 0);
    }
    void partitionWithoutGpus_saysSo()
    {
        PartitionModel model;
        Partition cpu;
        cpu.name = QStringLiteral("cpu");
        model.setPartitions({cpu});
        QCOMPARE(model.index(0, PartitionModel::Gpus).data().toString(), QStringLiteral("–"));
        QVERIFY(!model.index(0, PartitionModel::Gpus).data(PartitionModel::FreeShareRole).isValid());
    }
};

QTEST_MAIN(TestNodeModels)
#include "tst_nodemodels.moc"
