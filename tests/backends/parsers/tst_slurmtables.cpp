// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/jobtables.h"
#include "backends/parsers/sinfo.h"
#include "tests/support/fixtures.h"

#include <QTest>

using namespace paceline;

static void addVersions()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"20.11.4", "25.11.2"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

static QByteArray fixtureOf(const QString &version, const char *name)
{
    return fixture(QStringLiteral("slurm/%1/%2").arg(version, QLatin1String(name)));
}

static QString other(const std::vector<NamedValue> &values, const char *name)
{
    for (const NamedValue &value : values) {
        if (value.name == QLatin1String(name))
            return value.text.value_or(QStringLiteral("-"));
    }
    return QStringLiteral("?");
}

class TestSlurmTables : public QObject
{
    Q_OBJECT
private slots:
    void sinfo_nodesOfEveryVersion_data() { addVersions(); }
    void sinfo_nodesOfEveryVersion();
    void sinfo_tablesForPeople_data() { addVersions(); }
    void sinfo_tablesForPeople();
    void sinfo_formatNamesTheColumns();
    void sprio_namesAndShares_data() { addVersions(); }
    void sprio_namesAndShares();
    void sprio_aLonePartitionWithANumberIsAShare();
    void sinfo_clustersUnknownStatesAndReasons();
    void sinfo_widthsTellTheColumnsOfOldAndNewFormats();
    void sstat_rubbishTimesAreMissing();
    void complaintsAreErrors();
    void everyPrefixGivesAValueOrAnError_data() { addVersions(); }
    void everyPrefixGivesAValueOrAnError();
};

void TestSlurmTables::sinfo_nodesOfEveryVersion()
{
    QFETCH(QString, version);
    const auto table = parseSinfo(fixtureOf(version, "sinfo_N_o.txt"));
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), 13u);
    const SinfoRow &cpu = table->rows[0], &down = table->rows[3], &gpu = table->rows[4], &drained = table->rows[8];
    QCOMPARE(cpu.nodeList, QStringLiteral("cpu001"));
    QCOMPARE(cpu.isDefault, true);
    QCOMPARE(cpu.cpus, 128);
    QCOMPARE(cpu.cpusAlloc, version == QLatin1String("20.11.4") ? 42 : 40);
    QCOMPARE(cpu.gpus, 0);
    QCOMPARE(down.state, NodeState::Down);
    QVERIFY(down.flags.contains(QStringLiteral("NOT_RESPONDING")));
    QCOMPARE(down.reason, QStringLiteral("Not responding"));
    QCOMPARE(gpu.gpus, 4);
    QCOMPARE(gpu.memoryMiB, 515000);
    QCOMPARE(gpu.reason, QString());
    QCOMPARE(drained.reason, QStringLiteral("bad DIMM A3, ticket #4711 (vendor=ACME)"));
}

void TestSlurmTables::sinfo_tablesForPeople()
{
    QFETCH(QString, version);
    const auto reasons = parseSinfo(fixtureOf(version, "sinfo_R.txt"));
    QCOMPARE(reasons->rows.size(), 2u);
    QCOMPARE(reasons->rows[1].reason, QStringLiteral("bad DIMM A3, ticket"));
    QCOMPARE(reasons->rows[1].nodeList, QStringLiteral("gpu05"));
    QCOMPARE(reasons->rows[1].state, NodeState::Idle);
    QCOMPARE(reasons->rows[1].flags, QStringList{QStringLiteral("DRAIN")});
    const auto list = parseSinfo(fixtureOf(version, "sinfo_default.txt"));
    QCOMPARE(list->rows.front().partition, QStringLiteral("batch"));
    QCOMPARE(list->rows.back().nodes, 2);
    const auto sums = parseSinfo(fixtureOf(version, "sinfo_s.txt"));
    QCOMPARE(sums->rows.size(), 3u);
    QVERIFY(!sums->rows[0].state);
    QCOMPARE(other(sums->rows[1].others, "NODES(A/I/O/T)"), QStringLiteral("4/0/1/5"));
}

void TestSlurmTables::sinfo_formatNamesTheColumns()
{
    const auto table = parseSinfo("gpu[1-2]|mix-|4/4/0/8|gpu:h100:8\n", "%N|%t|%C|%G");
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.at(0).state, NodeState::Mixed);
    QVERIFY(table->rows[0].flags.contains(QStringLiteral("PLANNED")));
    QCOMPARE(table->rows[0].cpusAlloc, 4);
    QCOMPARE(table->rows[0].gpus, 8);
}

void TestSlurmTables::sprio_namesAndShares()
{
    QFETCH(QString, version);
    const auto table = parseSprio(fixtureOf(version, "sprio_l.txt"));
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), 5u);
    const JobTableRow &row = table->rows[0];
    QCOMPARE(row.id.number, version == QLatin1String("20.11.4") ? 17u : 16u);
    QCOMPARE(row.user, QStringLiteral("alice"));
    QCOMPARE(row.partition, QStringLiteral("gpu"));
    QCOMPARE(row.priority, 1155.0);
    QCOMPARE(other(row.others, "JOBSIZE"), QStringLiteral("155"));
    QCOMPARE(other(row.others, "PARTITION"), QStringLiteral("1000"));
    QCOMPARE(other(row.others, "TRES"), QStringLiteral("-"));
}

void TestSlurmTables::sprio_aLonePartitionWithANumberIsAShare()
{
    const auto table = parseSprio("  JOBID     USER   PRIORITY  PARTITION\n   1234      ann      11000       5000\n");
    QVERIFY(table && table->rows.size() == 1);
    QCOMPARE(table->rows[0].partition, QString());
    QCOMPARE(other(table->rows[0].others, "PARTITION"), QStringLiteral("5000"));
}

void TestSlurmTables::sinfo_clustersUnknownStatesAndReasons()
{
    const auto clusters =
        parseSinfo("CLUSTER: alpha\nPARTITION AVAIL  TIMELIMIT  NODES  STATE NODELIST\n"
                   "debug*       up   infinite      1   idle a1\nlong         up   infinite      0    n/a \n");
    QVERIFY(clusters && clusters->rows.size() == 2);
    QCOMPARE(other(clusters->rows[0].others, "CLUSTER"), QStringLiteral("alpha"));
    QVERIFY(!clusters->rows[1].state);
    const auto reasons = parseSinfo("REASON               USER      TIMESTAMP           NODELIST\n"
                                    "error: health check  root      2024-01-02T03:04:05 n07\nsinfo: error: late\n");
    QVERIFY(reasons && reasons->rows.size() == 1);
    QCOMPARE(reasons->rows[0].reason, QStringLiteral("error: health check"));
    QCOMPARE(reasons->errors.size(), 1);
}

void TestSlurmTables::sinfo_widthsTellTheColumnsOfOldAndNewFormats()
{
    const std::pair<const char *, int> cells[] = {{"gpu01", 20},      {"gpu", 12},
                                                  {"mixed", 20},      {"mixed+planned", 40},
                                                  {"32/32/0/64", 18}, {"204800", 10},
                                                  {"N/A", 10},        {"515000", 10},
                                                  {"gpu:a100:4", 40}, {"gpu:a100:4(IDX:0-3)", 50},
                                                  {"5.77", 8},        {"bad DIMM A3, ticket", 50},
                                                  {"Unknown", 22},    {"root", 12}};
    for (const bool isNew : {false, true}) {
        QByteArray line;
        for (const auto &[text, width] : cells)
            line += isNew || width != 40 || QByteArray(text).startsWith("gpu") ? QByteArray(text).leftJustified(width)
                                                                               : QByteArray();
        const auto table = parseSinfo(line + '\n');
        QVERIFY(table && table->rows.size() == 1);
        const SinfoRow &row = table->rows[0];
        QCOMPARE(row.nodeList, QStringLiteral("gpu01"));
        QCOMPARE(row.memoryMiB, 515000);
        QCOMPARE(row.gpusAlloc, 4);
        QCOMPARE(row.reason, QStringLiteral("bad DIMM A3, ticket"));
        QCOMPARE(other(row.others, "FREE_MEM"), QStringLiteral("-"));
    }
}

void TestSlurmTables::sstat_rubbishTimesAreMissing()
{
    const auto old = parseSstat(fixtureOf(QStringLiteral("20.11.4"), "sstat_P.txt"));
    QCOMPARE(old->rows.size(), 2u);
    QCOMPARE(old->rows[0].id.number, 7u);
    QCOMPARE(old->rows[0].step, QStringLiteral("batch"));
    QCOMPARE(other(old->rows[1].others, "MaxRSS"), QStringLiteral("5244K"));
    QCOMPARE(other(old->rows[1].others, "AveCPU"), QStringLiteral("00:00.000"));
    const auto recent = parseSstat(fixtureOf(QStringLiteral("25.11.2"), "sstat_P.txt"));
    QCOMPARE(other(recent->rows.at(0).others, "AveCPU"), QStringLiteral("-"));
    QCOMPARE(other(recent->rows.at(0).others, "AveRSS"), QStringLiteral("-"));
    QCOMPARE(other(recent->rows.at(1).others, "Nodelist"), QStringLiteral("gpu[01-02]"));
}

void TestSlurmTables::complaintsAreErrors()
{
    const auto table = parseSinfo("slurm_load_partitions: Unexpected message received\n");
    QVERIFY(table && table->rows.empty());
    QCOMPARE(table->errors.size(), 1);
    QCOMPARE(parseSprio("").error().kind, ErrorKind::Malformed);
}

void TestSlurmTables::everyPrefixGivesAValueOrAnError()
{
    QFETCH(QString, version);
    for (const char *name :
         {"sinfo_N_o.txt", "sinfo_R.txt", "sinfo_default.txt", "sinfo_s.txt", "sprio_l.txt", "sstat_P.txt"}) {
        const QByteArray text = fixtureOf(version, name).left(3000);
        for (qsizetype size = 0; size <= text.size(); ++size) {
            const QByteArrayView prefix = QByteArrayView(text).first(size);
            QVERIFY(parseSinfo(prefix).has_value() || size == 0 || prefix.trimmed().size() < 64);
            (void)parseSprio(prefix);
            (void)parseSstat(prefix);
        }
    }
}

QTEST_APPLESS_MAIN(TestSlurmTables)
#include "tst_slurmtables.moc"
