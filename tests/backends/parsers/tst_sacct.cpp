// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/sacct.h"
#include "tests/support/fixtures.h"

#include <QTest>

using namespace paceline;

static void addVersions()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : slurmVersions())
        QTest::newRow(qPrintable(version)) << version;
}

static QByteArray fixtureOf(const QString &version)
{
    return withEpochTimes(fixture(QStringLiteral("slurm/%1/sacct_P.txt").arg(version)));
}

class TestSacct : public QObject
{
    Q_OBJECT
private slots:
    void readsEveryVersion_data() { addVersions(); }
    void readsEveryVersion();
    void everyPrefixGivesAValueOrAnError_data() { addVersions(); }
    void everyPrefixGivesAValueOrAnError();
    void lineEndsInANameAreJoined();
    void idsOfArraysAndComponents();
    void noRowsIsAValue();
    void notATableIsMalformed();
};

void TestSacct::readsEveryVersion()
{
    QFETCH(QString, version);
    const QByteArray text = fixtureOf(version);
    const auto table = parseSacct(text, '|');
    QVERIFY(table.has_value());
    QCOMPARE(table->badRows, 0);
    QCOMPARE(qsizetype(table->rows.size()), text.count('\n') - 1);
    const SacctRow *training = nullptr, *killed = nullptr, *step = nullptr;
    for (const SacctRow &row : table->rows) {
        if (row.job.name == QLatin1String("train_llm"))
            training = &row;
        if (row.job.name == QLatin1String("sigkill"))
            killed = &row;
        if (killed && row.job.id == killed->job.id && row.step == QLatin1String("batch"))
            step = &row;
    }
    QVERIFY(training && killed && step);
    QVERIFY(training->step.isEmpty());
    QCOMPARE(training->job.gpus, 8);
    QCOMPARE(training->job.gpuTypes.value(QStringLiteral("a100")), 8);
    QCOMPARE(training->job.timeLimit, (TimeLimit{TimeLimit::Kind::Minutes, 1564}));
    QVERIFY(training->job.startS && !training->job.endS);
    QCOMPARE(training->fields.value(QStringLiteral("ReqMem")).left(3),
             version == QLatin1String("20.11.4") ? QStringLiteral("200") : QStringLiteral("400"));
    QCOMPARE(killed->job.state, JobState::Failed);
    QCOMPARE(killed->job.exitCode, QStringLiteral("0:9"));
    QVERIFY(killed->job.endS);
    QCOMPARE(step->job.state, JobState::Cancelled);
}

void TestSacct::everyPrefixGivesAValueOrAnError()
{
    QFETCH(QString, version);
    const QByteArray text = fixtureOf(version).first(4000);
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const auto table = parseSacct(text.first(size), '|');
        QVERIFY(table || table.error().kind == ErrorKind::Malformed);
    }
}

void TestSacct::lineEndsInANameAreJoined()
{
    const auto table = parseSacct("2\037RUNNING\037new\nline | x\n\n3\037FAILED\037pipe|name\n", '\037',
                                  {QStringLiteral("JobIDRaw"), QStringLiteral("State"), QStringLiteral("JobName")});
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), 2u);
    QCOMPARE(table->rows[0].job.name, QStringLiteral("new\nline | x\n"));
    QCOMPARE(table->rows[1].job.name, QStringLiteral("pipe|name"));
    QCOMPARE(table->rows[1].job.state, JobState::Failed);
}

void TestSacct::idsOfArraysAndComponents()
{
    const auto table = parseSacct("JobIDRaw|JobID|State\n15|7_3|RUNNING\n15.batch|7_3.batch|RUNNING\n7|7_[6,9%2]|"
                                  "PENDING\n11|10+1|CANCELLED by 3001\n",
                                  '|');
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), 4u);
    QCOMPARE(table->rows[0].job.id.number, 15u);
    QCOMPARE(table->rows[0].job.arrayJobId, 7u);
    QCOMPARE(table->rows[0].job.arrayTask, QStringLiteral("3"));
    QCOMPARE(table->rows[1].step, QStringLiteral("batch"));
    QCOMPARE(table->rows[1].job.id.number, 15u);
    QCOMPARE(table->rows[2].job.displayId, QStringLiteral("7_[6,9%2]"));
    QCOMPARE(table->rows[2].job.arrayTask, QStringLiteral("6,9%2"));
    QCOMPARE(table->rows[3].job.hetJobId, 10u);
    QCOMPARE(table->rows[3].job.hetOffset, 1u);
    QCOMPARE(table->rows[3].job.state, JobState::Cancelled);
}

void TestSacct::noRowsIsAValue()
{
    QVERIFY(parseSacct("JobID|State\n", '|')->rows.empty());
    QVERIFY(parseSacct("", '|', sacctColumns())->rows.empty());
}

void TestSacct::notATableIsMalformed()
{
    QCOMPARE(parseSacct("Slurm accounting storage is disabled\n", '|').error().kind, ErrorKind::Malformed);
    QCOMPARE(parseSacct("x|y|z\n", '|', {QStringLiteral("JobID"), QStringLiteral("State"), QStringLiteral("JobName")})
                 .error()
                 .kind,
             ErrorKind::Malformed);
}

QTEST_APPLESS_MAIN(TestSacct)
#include "tst_sacct.moc"
