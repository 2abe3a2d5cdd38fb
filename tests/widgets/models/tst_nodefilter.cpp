// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/nodefilter.h"

#include <QTest>

using namespace paceline;

namespace {

NodeList cluster()
{
    NodeList list;
    const auto add = [&list](const char *name, NodeState state, const char *text, int gpusAlloc) {
        auto n = std::make_shared<Node>();
        n->name = NodeName(QString::fromLatin1(name));
        n->state = state;
        n->stateText = QString::fromLatin1(text);
        n->flags = n->stateText.split(QLatin1Char('+')).mid(1);
        n->cpus = 64;
        n->memoryMiB = 512 * 1024;
        if (gpusAlloc >= 0) {
            n->gpus = 8;
            n->gpusAlloc = gpusAlloc;
            n->gpuTypes = {{QStringLiteral("a100"), 8}};
        }
        n->partitions = gpusAlloc >= 0 ? QStringList{QStringLiteral("gpu"), QStringLiteral("long")}
                                       : QStringList{QStringLiteral("cpu")};
        list.nodes.push_back(n);
        return n;
    };
    add("gpu01", NodeState::Idle, "IDLE", 0)->cpuLoad = 0.1;
    add("gpu02", NodeState::Allocated, "ALLOCATED", 8)->cpuLoad = 63;
    add("gpu03", NodeState::Idle, "IDLE+DRAIN", 0)->reason = QStringLiteral("Fan failure");
    add("CPU04", NodeState::Mixed, "MIXED", -1)->features = QStringList{QStringLiteral("Rome")};
    return list;
}

} // namespace

class TestNodeFilter : public QObject
{
    Q_OBJECT
private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *text, const char *found) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(found);
        };
        row("", "1111");
        row("gpu0", "1110");
        row("GPU02", "0100");
        row("cpu", "0001");
        row("fan", "0010");
        row("rome", "0001");
        row("a100", "1110");
        row("drained", "0010");
        row("name=gpu*", "1110");
        row("name!=gpu*", "0001");
        row("name~0", "1111");
        row("name=/0[34]$/", "0011");
        row("/^gpu/", "1110");
        row("state=free", "1000");
        row("state=drain", "0010");
        row("state=idle", "1010");
        row("state=mixed", "0001");
        row("state!=idle", "0101");
        row("partition=long", "1110");
        row("partition!=long", "0001");
        row("feature=rome", "0001");
        row("reason~fan", "0010");
        row("gpu=a100", "1110");
        row("load>50", "0100");
        row("load<1", "1000"); // what is not told fulfils nothing
        row("load!=0", "1111");
        row("gpus>4", "1110");
        row("freegpus>0", "1010");
        row("memory>=512", "1111");
        row("memory>512", "0000");
        row("freemem<1", "0000");
        row("gpu0 & !state=drained | rome", "1101");
        row("load>", "1111");
        row("state=", "1111");
    }
    void matches()
    {
        QFETCH(QString, text);
        const auto filter = NodeFilter::parse(text);
        QVERIFY(filter);
        QString found;
        for (const quint8 one : filter->match(cluster()))
            found += one ? QLatin1Char('1') : QLatin1Char('0');
        QTEST(found, "found");
    }
    void errors_nameTheFields_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("of jobs") << QStringLiteral("user=alice") << QStringLiteral("freegpus");
        QTest::newRow("number") << QStringLiteral("load>much") << QStringLiteral("not a number");
        QTest::newRow("regex") << QStringLiteral("/[/") << QStringLiteral("regular expression");
    }
    void errors_nameTheFields()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto filter = NodeFilter::parse(text);
        QVERIFY(!filter);
        QVERIFY2(describeNodeFilter(filter.error()).contains(says), qPrintable(describeNodeFilter(filter.error())));
    }
    void nothing_isEmpty()
    {
        QVERIFY(NodeFilter::parse(QString())->isEmpty());
        QVERIFY(!NodeFilter::parse(QStringLiteral("x"))->isEmpty());
        QVERIFY(NodeFilter::parse(QStringLiteral("x"))->match({}).empty());
    }
};

QTEST_APPLESS_MAIN(TestNodeFilter)
#include "tst_nodefilter.moc"
