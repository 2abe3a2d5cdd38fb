// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/nodenames.h"

#include <QTest>
#include <functional>

using namespace paceline;

namespace {

QString padded(int number, int width)
{
    return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
}

QStringList counted(const char *prefix, int from, int to, int width, const char *suffix = "")
{
    QStringList names;
    for (int i = from; i <= to; ++i)
        names += QLatin1String(prefix) + padded(i, width) + QLatin1String(suffix);
    return names;
}

/// Names made by a rule of two numbers.
QStringList nested(int outer, int inner, const std::function<QString(int, int)> &rule)
{
    QStringList names;
    for (int a = 1; a <= outer; ++a) {
        for (int b = 1; b <= inner; ++b)
            names += rule(a, b);
    }
    return names;
}

NameGroups grouped(const QStringList &names)
{
    return groupByName({names.begin(), names.end()});
}

} // namespace

class TestNodeNames : public QObject
{
    Q_OBJECT
private slots:
    void groups_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("groups");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");

        QTest::newRow("juwels booster") << counted("jwb", 1, 936, 4) << 47 << QStringLiteral("jwb0001–0020")
                                        << QStringLiteral("jwb0921–0936");
        QTest::newRow("a piece of it") << counted("jwb", 97, 103, 4) << 1 << QStringLiteral("jwb0097–0103")
                                       << QStringLiteral("jwb0097–0103");
        QTest::newRow("with a domain") << counted("jwb", 1, 40, 4, ".juwels") << 4 << QStringLiteral("jwb0001–0010")
                                       << QStringLiteral("jwb0031–0040");
        QTest::newRow("frontier") << counted("frontier", 1, 9408, 5) << 48 << QStringLiteral("frontier00001–00200")
                                  << QStringLiteral("frontier09401–09408");
        QTest::newRow("perlmutter, from a round number")
            << counted("nid", 1000, 1255, 6) << 26 << QStringLiteral("nid001000–001009")
            << QStringLiteral("nid001250–001255");
        QTest::newRow("leonardo") << counted("lrdn", 1, 3456, 4) << 35 << QStringLiteral("lrdn0001–0100")
                                  << QStringLiteral("lrdn3401–3456");
        QTest::newRow("gpu by tens") << counted("gpu", 1, 256, 3) << 26 << QStringLiteral("gpu001–010")
                                     << QStringLiteral("gpu251–256");
        QTest::newRow("a number of the model tells nothing")
            << counted("dgx-a100-", 1, 20, 2) << 2 << QStringLiteral("dgx-a100-01–10")
            << QStringLiteral("dgx-a100-11–20");
        QTest::newRow("two models") << counted("dgx-a100-", 1, 20, 2) + counted("dgx-h100-", 1, 8, 2) << 3
                                    << QStringLiteral("dgx-a100-01–10") << QStringLiteral("dgx-h100-01–08");
        QTest::newRow("rack and node") << nested(12, 40,
                                                 [](int a, int b) {
                                                     return QStringLiteral("r%1n%2").arg(padded(a, 2), padded(b, 2));
                                                 })
                                       << 12 << QStringLiteral("r01") << QStringLiteral("r12");
        QTest::newRow("cabinet, with a hyphen")
            << nested(11, 4, [](int a, int b) { return QStringLiteral("cab%1-n%2").arg(a).arg(b); }) << 11
            << QStringLiteral("cab1") << QStringLiteral("cab11");
        QTest::newRow("cell, rack, node") << nested(3, 36, [](int a, int b) {
            return QStringLiteral("c%1-r%2-n%3").arg(a).arg((b - 1) / 12 + 1).arg(b);
        }) << 9 << QStringLiteral("c1-r1") << QStringLiteral("c3-r3");
        QTest::newRow("no word for a rack")
            << nested(6, 16, [](int a, int b) { return QStringLiteral("node-%1-%2").arg(a).arg(b); }) << 6
            << QStringLiteral("node-1") << QStringLiteral("node-6");
        QTest::newRow("cabinets of a liquid-cooled machine") << nested(4, 128, [](int a, int b) {
            const int slot = (b - 1) / 2;
            return QStringLiteral("x%1c%2s%3b%4n0").arg(999 + a).arg(slot / 8).arg(slot % 8).arg((b - 1) % 2);
        }) << 4 << QStringLiteral("x1000") << QStringLiteral("x1003");
        QTest::newRow("no number") << QStringList{QStringLiteral("alpha"), QStringLiteral("beta")} << 1
                                   << QStringLiteral("other names") << QStringLiteral("other names");
        QTest::newRow("one node") << QStringList{QStringLiteral("gpu7")} << 1 << QStringLiteral("gpu7")
                                  << QStringLiteral("gpu7");
        QTest::newRow("none") << QStringList() << 0 << QString() << QString();
        QTest::newRow("a number too long for any type")
            << QStringList{QStringLiteral("n99999999999999999999999"), QStringLiteral("n1")} << 1 << QString()
            << QString();
    }
    void groups()
    {
        QFETCH(QStringList, names);
        QFETCH(int, groups);
        const NameGroups result = grouped(names);
        QCOMPARE(result.titles.size(), groups);
        QCOMPARE(result.of.size(), std::size_t(names.size()));
        for (const int group : result.of)
            QVERIFY(group >= 0 && group < groups);
        QFETCH(QString, first);
        if (first.isEmpty())
            return;
        QTEST(result.titles.first(), "first");
        QTEST(result.titles.last(), "last");
    }
    void neighbours_areInOneGroup()
    {
        const QStringList names = counted("gpu", 1, 256, 3);
        const NameGroups result = grouped(names);
        QCOMPARE(result.of[9], result.of[0]);
        QVERIFY(result.of[10] != result.of[9]);
        QCOMPARE(result.titles.at(result.of[10]), QStringLiteral("gpu011–020"));
    }
    void order_isThatOfPeople_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("sign");
        const auto row = [](const char *a, const char *b, int sign) {
            QTest::addRow("%s %s", a, b) << QString::fromLatin1(a) << QString::fromLatin1(b) << sign;
        };
        row("n2", "n10", -1);
        row("n10", "n2", 1);
        row("n2", "n2", 0);
        row("n01", "n1", -1);
        row("r2n10", "r10n2", -1);
        row("a", "ab", -1);
        row("", "a", -1);
        row("n99999999999999999998", "n99999999999999999999", -1);
    }
    void order_isThatOfPeople()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, sign);
        const auto signOf = [](int order) { return order < 0 ? -1 : order > 0 ? 1 : 0; };
        QCOMPARE(signOf(compareNaturally(a, b)), sign);
        QCOMPARE(signOf(compareNaturally(b, a)), -sign);
    }
    void namesOutOfOrder_areSorted()
    {
        const QStringList names = {QStringLiteral("n10"), QStringLiteral("n2"), QStringLiteral("n1")};
        QCOMPARE(naturalOrder({names.begin(), names.end()}), (std::vector<int>{2, 1, 0}));
    }
};

QTEST_APPLESS_MAIN(TestNodeNames)
#include "tst_nodenames.moc"
