// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/models/jobs.h"
#include "tests/widgets/samplenodes.h"
#include "widgets/pages/clustermappage.h"
#include "widgets/pages/nodecard.h"
#include "widgets/pages/nodefield.h"
#include "widgets/pages/segments.h"
#include "widgets/pages/verdictbanner.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <set>

using namespace paceline;

namespace {

constexpr qint64 kNow = 1'700'000'000'000;

class StillClock : public Clock
{
public:
    qint64 nowMs() const override { return m_now; }
    qint64 m_now = kNow + 12'000;
};

ConnectionState connected()
{
    ConnectionState state;
    state.phase = ConnectionPhase::Connected;
    return state;
}

NodeName nameOf(int i)
{
    return NodeName(SampleNodes().name(i));
}

/// A page with nodes, shown.
struct Shown
{
    explicit Shown(int count, QSize size = {1060, 760})
        : page(clock)
        , nodes(SampleNodes{.count = count}.make())
    {
        page.setConnection(connected(), QStringLiteral("juniper"));
        page.setNodes(nodes);
        page.resize(size);
        page.show();
        paint();
    }
    QImage paint()
    {
        // What a new text asks of its layout is a posted event.
        for (int i = 0; i < 3; ++i)
            QCoreApplication::sendPostedEvents();
        return page.grab().toImage();
    }
    QString labels() const
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }
    StillClock clock;
    ClusterMapPage page;
    std::shared_ptr<NodeList> nodes;
};

} // namespace

class TestClusterMapPage : public QObject
{
    Q_OBJECT
private slots:
    void answer_comesFirst()
    {
        Shown shown(256);
        const NodeTally tally = tallyOf(*shown.nodes);
        const QString headline = shown.page.banner().headline();
        QVERIFY2(headline.startsWith(QStringLiteral("%1 of 256").arg(tally.count(NodeMark::Free))),
                 qPrintable(headline));
        QVERIFY2(headline.contains(QStringLiteral("%1 down or drained").arg(tally.out())), qPrintable(headline));
        QVERIFY2(headline.contains(QStringLiteral("idle by load")), qPrintable(headline));
        QVERIFY2(shown.page.banner().detail().contains(QStringLiteral("GPUs free")),
                 qPrintable(shown.page.banner().detail()));
    }
    void poll_drawsOnlyWhatChanged()
    {
        Shown shown(2000);
        QCOMPARE(shown.page.field().cellsDrawn(), 2000);
        const auto next = SampleNodes::next(*shown.nodes, 100, 5);
        int differ = 0;
        for (std::size_t i = 0; i < next->nodes.size(); ++i)
            differ +=
                lookOf(*next->nodes[i], NodeQuantity::State) != lookOf(*shown.nodes->nodes[i], NodeQuantity::State);
        QVERIFY(differ > 10);
        shown.page.setNodes(next);
        QCOMPARE(shown.page.field().cellsDrawn(), differ);
        shown.page.setNodes(next);
        QCOMPARE(shown.page.field().cellsDrawn(), 0);
        // What was drawn bit by bit is what is drawn at once.
        const QImage piecemeal = shown.page.field().grab().toImage();
        shown.page.setGrouping(NodeGrouping::None);
        shown.page.setGrouping(NodeGrouping::Partition);
        QCOMPARE(shown.page.field().grab().toImage(), piecemeal);
    }
    void hiddenPage_doesNothing()
    {
        Shown shown(100);
        shown.page.hide();
        const auto before = shown.page.banner().headline();
        shown.page.setNodes(SampleNodes{.count = 7}.make());
        QCOMPARE(shown.page.banner().headline(), before);
        shown.page.show();
        QVERIFY(shown.page.banner().headline() != before);
        shown.page.grab();
        QCOMPARE(shown.page.field().field().cells(), 7);
    }
    void search_dimsAndCounts()
    {
        Shown shown(256);
        shown.page.setSearchText(QStringLiteral("state=drained"));
        const int drained = tallyOf(*shown.nodes).count(NodeMark::Drained);
        QVERIFY(drained > 0);
        QVERIFY2(shown.labels().contains(QStringLiteral("%1 of 256 nodes").arg(drained)), qPrintable(shown.labels()));
        const QImage searched = shown.page.field().grab().toImage();
        shown.page.setSearchText({});
        QVERIFY(shown.page.field().grab().toImage() != searched);
        QVERIFY(shown.labels().contains(QStringLiteral("256 nodes")));
        shown.page.setSearchText(QStringLiteral("user=alice"));
        QVERIFY2(shown.labels().contains(QStringLiteral("no field")), qPrintable(shown.labels()));
    }
    void keys_moveOpenAndLeave()
    {
        Shown shown(256);
        NodeField &field = shown.page.field();
        QSignalSpy activated(&shown.page, &ClusterMapPage::nodeActivated);
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_Right);
        QVERIFY(field.selectedNode());
        QVERIFY(shown.page.card().isVisible());
        QVERIFY(field.accessibleDescription().startsWith(field.selectedNode()->name.value));
        QTest::keyClick(&field, Qt::Key_Right);
        const NodeName second = field.selectedNode()->name;
        QTest::keyClick(&field, Qt::Key_Down);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.selectedNode()->name, second);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.front().front().value<NodeName>(), second);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(!field.selectedNode());
        QVERIFY(!shown.page.card().isVisible());
        QTest::keyClick(&field, Qt::Key_Slash);
        QVERIFY(shown.page.findChild<QLineEdit *>()->hasFocus() || !QApplication::activeWindow());
    }
    void escape_emptiesTheSearchFirst()
    {
        Shown shown(16);
        auto *search = shown.page.findChild<QLineEdit *>();
        search->setText(QStringLiteral("n0001"));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
        search->setText(QStringLiteral("n0003"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(shown.page.field().selectedNode()->name, nameOf(2));
    }
    void selection_staysWithItsNode()
    {
        Shown shown(64);
        shown.page.field().select(nameOf(40));
        shown.page.setGrouping(NodeGrouping::State);
        QCOMPARE(shown.page.field().selectedNode()->name, nameOf(40));
        shown.page.setNodes(SampleNodes{.count = 50, .seed = 9}.make());
        QCOMPARE(shown.page.field().selectedNode()->name, nameOf(40));
        shown.page.setNodes(SampleNodes{.count = 20}.make());
        QVERIFY(!shown.page.field().selectedNode());
    }
    void card_tellsEverything()
    {
        Shown shown(256);
        const auto job = makeJob(4711, "resnet50", "alice", JobState::Running);
        shown.page.setJobsOfNode([&](const NodeName &) { return JobPointers{job}; });
        NodeField &field = shown.page.field();
        const QPointF at = field.cellOf(nameOf(17)).center();
        QMouseEvent move(QEvent::MouseMove, at, field.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(&field, &move);
        QVERIFY(shown.page.card().isVisible());
        const QString text = plainText(shown.page.card().facts());
        for (const char *part : {"n0018: ", "CPUs: ", "load", "512 GiB", "GPUs: ", "a100", "Features: rome, ib",
                                 "Jobs: 4711 resnet50 (alice)", "scontrol show nodes, 12 s ago"})
            QVERIFY2(text.contains(QString::fromLatin1(part)
                                       .replace(QLatin1String("512 GiB"), QStringLiteral("512"))
                                       .replace(QLatin1String("12 s"), QStringLiteral("12\u00a0s"))),
                     qPrintable(QString::fromLatin1(part) + QStringLiteral(" in ") + text));
        QVERIFY(shown.page.rect().contains(shown.page.card().geometry()));
        QVERIFY(!shown.page.card().geometry().contains(field.mapTo(&shown.page, field.cellOf(nameOf(17)).center())));
    }
    void card_staysInside()
    {
        Shown shown(256, {900, 620});
        NodeField &field = shown.page.field();
        for (int i = 0; i < 256; i += 5) {
            field.select(nameOf(i));
            QVERIFY(shown.page.rect().contains(shown.page.card().geometry()));
        }
    }
    void whatIsNotTold_cannotBeChosen()
    {
        Shown shown(32);
        auto list = std::make_shared<NodeList>();
        for (const auto &node : shown.nodes->nodes) {
            auto bare = std::make_shared<Node>(*node);
            bare->gpus = 0;
            bare->gpusAlloc.reset();
            bare->cpuLoad.reset();
            list->nodes.push_back(bare);
        }
        auto *choices = shown.page.findChild<Segments *>();
        shown.page.setQuantity(NodeQuantity::CpuLoad);
        QVERIFY(choices->isAvailable(int(NodeQuantity::CpuLoad)));
        shown.page.setNodes(list);
        QVERIFY(choices->isAvailable(int(NodeQuantity::State)));
        QVERIFY(choices->isAvailable(int(NodeQuantity::CpusAllocated)));
        QVERIFY(!choices->isAvailable(int(NodeQuantity::GpusAllocated)));
        QVERIFY(!choices->isAvailable(int(NodeQuantity::CpuLoad)));
        QCOMPARE(choices->current(), int(NodeQuantity::State)); // the one chosen before is not told any more
    }
    void staleNodes_sayTheirAge()
    {
        Shown shown(32);
        shown.clock.m_now += 600'000;
        shown.page.setConnection(connected(), QStringLiteral("juniper"));
        QVERIFY2(shown.page.banner().detail().startsWith(QStringLiteral("As of")),
                 qPrintable(shown.page.banner().detail()));
        QCOMPARE(shown.page.banner().mood(), Mood::Attention);
    }
    void withoutNodes_onePageSaysWhy()
    {
        StillClock clock;
        ClusterMapPage page(clock);
        page.show();
        const auto says = [&page](const char *text) {
            for (const QLabel *label : page.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QString::fromLatin1(text)))
                    return true;
            }
            return false;
        };
        QVERIFY(says("Not connected"));
        page.setConnection(connected(), QStringLiteral("juniper"));
        QVERIFY(says("Asking for the nodes"));
        page.setProblems({{Problem::Subject::Nodes, {}, Error{ErrorKind::ControllerDown, {}}, kNow, false}});
        QVERIFY(!says("Asking for the nodes"));
        page.setProblems({});
        page.setNodes(std::make_shared<NodeList>());
        QVERIFY(says("Slurm lists no nodes"));
    }
    void commands_areCopiedOnly()
    {
        QCOMPARE(showNodeCommand(NodeName(QStringLiteral("n01"))), QStringLiteral("scontrol show node n01"));
        QCOMPARE(drainNodeCommand(NodeName(QStringLiteral("n01"))),
                 QStringLiteral("scontrol update nodename=n01 state=drain reason=\"\""));
        QCOMPARE(showNodeCommand(NodeName(QStringLiteral("n;reboot"))),
                 QStringLiteral("scontrol show node 'n;reboot'"));
        Shown shown(8);
        QSignalSpy copied(&shown.page, &ClusterMapPage::copyRequested);
        NodeField &field = shown.page.field();
        emit field.menuRequested(nameOf(2), QPoint(10, 10));
        auto *menu = shown.page.findChild<QMenu *>();
        QVERIFY(menu);
        for (QAction *action : menu->actions())
            action->trigger();
        QCOMPARE(copied.size(), 3);
        QCOMPARE(copied.last().front().toString(), drainNodeCommand(nameOf(2)));
    }
    void state_isKept()
    {
        StillClock clock;
        ClusterMapPage one(clock), other(clock);
        one.setNodes(SampleNodes{.count = 8}.make());
        one.show();
        one.setQuantity(NodeQuantity::CpuLoad);
        one.setGrouping(NodeGrouping::Feature);
        other.restoreState(one.saveState());
        other.restoreState("nonsense");
        other.setNodes(SampleNodes{.count = 8}.make());
        other.show();
        QCOMPARE(other.saveState(), one.saveState());
    }

    /// With PACELINE_PICTURES=FOLDER they are kept for eyes.
    void pictures_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("quantity");
        QTest::addColumn<int>("grouping");
        for (const int count : {8, 256, 10'000}) {
            QTest::addRow("state-%d", count) << count << int(NodeQuantity::State) << int(NodeGrouping::Partition);
            QTest::addRow("load-%d", count) << count << int(NodeQuantity::CpuLoad) << int(NodeGrouping::Name);
        }
    }
    void pictures()
    {
        QFETCH(int, count);
        QFETCH(int, quantity);
        QFETCH(int, grouping);
        for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            applyColorScheme(*qApp, scheme);
            for (const QSize size : {QSize(1074, 770), QSize(2354, 1410)}) {
                Shown shown(count, size);
                shown.page.setQuantity(NodeQuantity(quantity));
                shown.page.setGrouping(NodeGrouping(grouping));
                shown.page.setJobsOfNode([](const NodeName &) {
                    return JobPointers{makeJob(4711823, "resnet50-imagenet", "alice", JobState::Running)};
                });
                if (count == 10'000 && quantity != 0)
                    shown.page.setSearchText(QStringLiteral("n01"));
                shown.paint();
                if (count == 256)
                    shown.page.field().select(nameOf(33));
                const QImage picture = shown.paint();
                std::set<QRgb> colors;
                for (int y = 0; y < picture.height(); y += 3) {
                    for (int x = 0; x < picture.width(); x += 3)
                        colors.insert(picture.pixel(x, y));
                }
                QVERIFY(colors.size() > 8);
                const QString folder = qEnvironmentVariable("PACELINE_PICTURES");
                if (folder.isEmpty())
                    continue;
                QDir().mkpath(folder);
                QVERIFY(picture.save(
                    QStringLiteral("%1/map-%2-%3-%4.png")
                        .arg(folder, QString::fromLatin1(QTest::currentDataTag()),
                             scheme == ColorScheme::Light ? QStringLiteral("light") : QStringLiteral("dark"))
                        .arg(size.width())));
            }
        }
        applyColorScheme(*qApp, ColorScheme::Light);
    }
};

QTEST_MAIN(TestClusterMapPage)
#include "tst_clustermappage.moc"
