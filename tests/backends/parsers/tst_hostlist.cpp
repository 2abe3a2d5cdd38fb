// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/hostlist.h"
#include "tests/support/fixtures.h"

#include <QTest>

using namespace paceline;

class TestHostlist : public QObject
{
    Q_OBJECT
private slots:
    void expandsAsSlurmDoes_data();
    void expandsAsSlurmDoes();
    void refusesWhatIsNoHostList_data();
    void refusesWhatIsNoHostList();
    void capsTheCount();
    void agreesWithScontrolShowHostnames();
};

void TestHostlist::expandsAsSlurmDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *text, const char *names) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(names);
    };
    row("", "");
    row("(null)", "");
    row("None assigned", "");
    row("gpu7", "gpu7");
    row("gpu[01-03,05]", "gpu01 gpu02 gpu03 gpu05");
    row("n[9-11]", "n9 n10 n11");
    row("n[09-11]", "n09 n10 n11");
    row("nid[000099-000100]", "nid000099 nid000100");
    row("a[1,02,003]", "a1 a02 a003");
    row("n[1-3,03]", "n1 n2 n3 n03");
    row("login,gpu[2,1]", "login gpu2 gpu1");
    row("rack[1-2]n[01-02]", "rack1n01 rack1n02 rack2n01 rack2n02");
    row("jwb[0097-0098].juwels", "jwb0097.juwels jwb0098.juwels");
    row("a[1-2]-ib0,b", "a1-ib0 a2-ib0 b");
    row("a,a", "a a");
    row("n[99-101]", "n99 n100 n101");
}

void TestHostlist::expandsAsSlurmDoes()
{
    QFETCH(QString, text);
    QFETCH(QString, names);
    const auto expanded = expandHostList(text);
    QVERIFY(expanded.has_value());
    QCOMPARE(*expanded, names.split(u' ', Qt::SkipEmptyParts));
}

void TestHostlist::refusesWhatIsNoHostList_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"gpu[01-", "gpu[03-01]", "gpu[x]", "gpu[]", "gpu]1[", "gpu[1-2", "a b", "a\nb", "n[1-99999999999999999999]"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestHostlist::refusesWhatIsNoHostList()
{
    QFETCH(QString, text);
    const auto expanded = expandHostList(text);
    QVERIFY(!expanded);
    QCOMPARE(expanded.error().kind, ErrorKind::Malformed);
}

void TestHostlist::capsTheCount()
{
    for (const QString &text :
         {QStringLiteral("n[0-999999999999]"), QStringLiteral("a[0-9999]b[0-9999]c[0-9999]d[0-9999]")}) {
        const auto expanded = expandHostList(text);
        QVERIFY(!expanded);
        QCOMPARE(expanded.error().kind, ErrorKind::TooLarge);
    }
    QVERIFY(expandHostList(u"n[1-10]", 10).has_value());
    QVERIFY(!expandHostList(u"n[1-10],m", 10).has_value());
}

void TestHostlist::agreesWithScontrolShowHostnames()
{
    int compared = 0;
    for (const QString &block : QString::fromUtf8(fixture(QStringLiteral("slurm/23.11.4/scontrol_hostnames.txt")))
                                    .split(QStringLiteral("== "))) {
        QStringList lines = block.split(u'\n', Qt::SkipEmptyParts);
        if (lines.size() < 3 || lines[1].startsWith(QStringLiteral("Invalid")))
            continue;
        const auto expanded = expandHostList(lines.takeFirst());
        lines.removeLast(); // rc=0
        QVERIFY(expanded.has_value());
        QCOMPARE(QSet<QString>(expanded->begin(), expanded->end()), QSet<QString>(lines.begin(), lines.end()));
        QCOMPARE(expanded->size(), lines.size());
        ++compared;
    }
    QVERIFY(compared >= 6);
}

QTEST_APPLESS_MAIN(TestHostlist)
#include "tst_hostlist.moc"
