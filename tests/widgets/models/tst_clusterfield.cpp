// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/clusterfield.h"

#include <QTest>
#include <numeric>

using namespace paceline;

namespace {

const QSize kSmall(1020, 560), kLarge(2300, 1220);

ClusterField fit(std::vector<int> counts, QSize room = kSmall, int title = 90)
{
    const std::vector<int> titles(counts.size(), title);
    return ClusterField::fit(counts, titles, room);
}

} // namespace

class TestClusterField : public QObject
{
    Q_OBJECT
private slots:
    void cells_areAsLargeAsTheRoomAllows_data()
    {
        QTest::addColumn<QList<int>>("counts");
        QTest::addColumn<QSize>("room");
        QTest::addColumn<int>("title");
        QTest::addColumn<int>("least");
        QTest::addColumn<bool>("isTile");
        QTest::newRow("8") << QList<int>{8} << kSmall << 90 << 36 << true;
        QTest::newRow("40") << QList<int>{32, 8} << kSmall << 90 << 30 << true;
        QTest::newRow("256") << QList<int>{200, 56} << kSmall << 90 << 26 << false;
        QTest::newRow("256 in racks") << QList<int>(26, 10) << kSmall << 90 << 20 << false;
        QTest::newRow("10,000") << QList<int>{9000, 1000} << kSmall << 90 << 4 << false;
        QTest::newRow("10,000 in 50 groups") << QList<int>(50, 200) << kSmall << 90 << 4 << false;
        QTest::newRow("10,000 in 250 racks") << QList<int>(250, 40) << QSize(1020, 900) << 30 << 4 << false;
        QTest::newRow("10,000 on a large screen") << QList<int>(50, 200) << kLarge << 90 << 12 << false;
    }
    void cells_areAsLargeAsTheRoomAllows()
    {
        QFETCH(QList<int>, counts);
        QFETCH(QSize, room);
        QFETCH(int, least);
        QFETCH(int, title);
        const ClusterField field = fit({counts.begin(), counts.end()}, room, title);
        QVERIFY2(field.style().mark >= least, qPrintable(QString::number(field.style().mark)));
        QTEST(field.style().isTile, "isTile");
        QVERIFY2(field.height() <= room.height(), qPrintable(QString::number(field.height())));
        QCOMPARE(field.cells(), std::accumulate(counts.begin(), counts.end(), 0));
    }
    void tooMany_areScrolled()
    {
        const ClusterField field = fit({60'000});
        QCOMPARE(field.style().mark, 4);
        QVERIFY(field.height() > kSmall.height());
    }
    void cells_neitherOverlapNorLeaveTheRoom()
    {
        for (const std::vector<int> &counts : {std::vector<int>{3, 1, 40, 7}, std::vector<int>(60, 17), {500, 2}}) {
            const ClusterField field = fit(counts);
            QRegion taken;
            for (int position = 0; position < field.cells(); ++position) {
                const QRect cell = field.cell(position);
                QVERIFY(!taken.intersects(cell));
                taken += cell;
                QVERIFY(QRect(0, 0, kSmall.width(), field.height()).contains(cell));
                QCOMPARE(field.cellAt(cell.center()), position);
                QCOMPARE(field.cellAt(cell.topLeft()), position);
            }
            for (const auto &block : field.blocks())
                QVERIFY(!taken.intersects(block.title));
        }
    }
    void betweenCells_isNothing()
    {
        const ClusterField field = fit({3, 5});
        QCOMPARE(field.cellAt({-1, -1}), -1);
        QCOMPARE(field.cellAt({5, 2}), -1); // the title
        QCOMPARE(field.cellAt({5, kSmall.height() - 1}), -1);
        QCOMPARE(field.cell(-1), QRect());
        QCOMPARE(field.cell(8), QRect());
    }
    void nothing_isEmpty()
    {
        QCOMPARE(fit({}).cells(), 0);
        QCOMPARE(fit({}).neighbour(-1, ClusterField::Direction::Down), -1);
        QCOMPARE(fit({4}, {0, 0}).cells(), 0);
    }
    void arrows_goThroughTheGroups()
    {
        using Direction = ClusterField::Direction;
        const ClusterField field = fit(std::vector<int>(12, 30));
        QCOMPARE(field.neighbour(-1, Direction::Right), 0);
        QCOMPARE(field.neighbour(0, Direction::Left), 0);
        QCOMPARE(field.neighbour(0, Direction::Right), 1);
        QCOMPARE(field.neighbour(359, Direction::Right), 359);
        QCOMPARE(field.neighbour(0, Direction::Up), 0);
        const int columns = field.blocks().front().columns;
        QCOMPARE(field.neighbour(0, Direction::Down), columns);
        QCOMPARE(field.neighbour(columns, Direction::Up), 0);
    }
    void down_endsOnTheLastLine_andUpOnTheFirst()
    {
        using Direction = ClusterField::Direction;
        const ClusterField field = fit(std::vector<int>(40, 33));
        int position = 0, steps = 0;
        for (int next = 0; steps < 1000; ++steps, position = next) {
            next = field.neighbour(position, Direction::Down);
            if (next == position)
                break;
            QVERIFY(field.cell(next).top() > field.cell(position).top());
        }
        QVERIFY(steps > 5);
        for (int next = 0; steps < 2000; ++steps, position = next) {
            next = field.neighbour(position, Direction::Up);
            if (next == position)
                break;
            QVERIFY(field.cell(next).top() < field.cell(position).top());
        }
        QCOMPARE(field.cell(position).top(), field.cell(0).top());
    }
};

QTEST_APPLESS_MAIN(TestClusterField)
#include "tst_clusterfield.moc"
