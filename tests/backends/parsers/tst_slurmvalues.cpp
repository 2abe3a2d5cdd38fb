// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gres.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtext.h"
#include "backends/parsers/slurmtime.h"

#include <QTest>

using namespace paceline;

class TestSlurmValues : public QObject
{
    Q_OBJECT
private slots:
    void count_readsUnitsAndLowerEnd();
    void memory_isMebibytes();
    void duration_data();
    void duration();
    void timeLimit_wordsAreUnknownAndUnlimitedIsUnlimited();
    void epoch_zeroAndWordsAreAbsent();
    void jobState_data();
    void jobState();
    void nodeState_data();
    void nodeState();
    void tres_typedGpusAreNotAddedTwice();
    void tres_withoutGpusSaysNothing();
    void gres_data();
    void gres();
    void gres_indices();
    void failure_data();
    void failure();
};

void TestSlurmValues::count_readsUnitsAndLowerEnd()
{
    QCOMPARE(parseSlurmCount("64"), 64);
    QCOMPARE(parseSlurmCount("2K"), 2048);
    QCOMPARE(parseSlurmCount("1.50K"), 1536);
    QCOMPARE(parseSlurmCount("1-4"), 1);
    for (const char *none : {"", "x", "-4", "1x", "K", "N/A", "1e400", "99999999999999999999"})
        QVERIFY2(!parseSlurmCount(none), none);
}

void TestSlurmValues::memory_isMebibytes()
{
    QCOMPARE(parseSlurmMemoryMiB("200G"), 204800);
    QCOMPARE(parseSlurmMemoryMiB("3800M"), 3800);
    QCOMPARE(parseSlurmMemoryMiB("1900Mc"), 1900);
    QCOMPARE(parseSlurmMemoryMiB("4Gn"), 4096);
    QCOMPARE(parseSlurmMemoryMiB("4120000"), 4120000);
    QCOMPARE(parseSlurmMemoryMiB("512K"), 1); // half a mebibyte, rounded
    QCOMPARE(parseSlurmMemoryMiB("1.5T"), 1572864);
    QVERIFY(!parseSlurmMemoryMiB("N/A"));
    QVERIFY(!parseSlurmMemoryMiB(""));
    QVERIFY(!parseSlurmMemoryMiB("1Q"));
}

void TestSlurmValues::duration_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("seconds"); // -1: absent
    const auto row = [](const char *text, double seconds) { QTest::newRow(text) << QByteArray(text) << seconds; };
    row("1-02:03:04", 93784);
    row("2:00:00", 7200);
    row("04:00:00", 14400);
    row("58:41", 3521);
    row("0:02", 2);
    row("00:00.022", 0.022);
    row("1-02", 93600);
    row("1-02:30", 95400);
    row("2-00:00:00", 172800);
    row("213503982334-14:25:51", -1);
    row("5", -1);
    row("UNLIMITED", -1);
    row("1:2:3:4", -1);
    row("", -1);
    row("-", -1);
    row(":", -1);
    row("inf:00", -1);
}

void TestSlurmValues::duration()
{
    QFETCH(QByteArray, text);
    QFETCH(double, seconds);
    QCOMPARE(parseSlurmDuration(text).value_or(-1), seconds);
}

void TestSlurmValues::timeLimit_wordsAreUnknownAndUnlimitedIsUnlimited()
{
    QCOMPARE(parseTimeLimit("UNLIMITED"), (TimeLimit{TimeLimit::Kind::Unlimited, 0}));
    QCOMPARE(parseTimeLimit("1-02:04:00"), (TimeLimit{TimeLimit::Kind::Minutes, 1564}));
    QCOMPARE(parseTimeLimit("30"), TimeLimit{});
    QCOMPARE(parseTimeLimit("0:30"), (TimeLimit{TimeLimit::Kind::Minutes, 1}));
    for (const char *word : {"Partition_Limit", "INVALID", "NOT_SET", "N/A", ""})
        QCOMPARE(parseTimeLimit(word), TimeLimit{});
}

void TestSlurmValues::epoch_zeroAndWordsAreAbsent()
{
    QCOMPARE(parseEpochSeconds("1795420259"), 1795420259);
    for (const char *none : {"0", "N/A", "NONE", "Unknown", "", "2026-11-23T07:50:59", "-5", "99999999999999"})
        QVERIFY2(!parseEpochSeconds(none), none);
}

void TestSlurmValues::jobState_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<JobState>("state");
    QTest::addColumn<QStringList>("flags");
    const auto row = [](const char *text, JobState state, const char *flags = "") {
        QTest::newRow(text) << QByteArray(text) << state << QString::fromLatin1(flags).split(u' ', Qt::SkipEmptyParts);
    };
    row("RUNNING", JobState::Running);
    row("OUT_OF_MEMORY", JobState::OutOfMemory);
    row("OOM", JobState::OutOfMemory);
    row("PD", JobState::Pending);
    row("CANCELLED by 3001", JobState::Cancelled);
    row("CANCELLED+COMPLETING", JobState::Cancelled, "COMPLETING");
    row("COMPLETING", JobState::Running, "COMPLETING");
    row("CF", JobState::Running, "CONFIGURING");
    row("REQUEUE_HOLD", JobState::Pending, "REQUEUE_HOLD");
    row("HIBERNATING", JobState::Unknown, "HIBERNATING");
    row("", JobState::Unknown);
}

void TestSlurmValues::jobState()
{
    QFETCH(QByteArray, text);
    QFETCH(JobState, state);
    QFETCH(QStringList, flags);
    const JobStateWords words = parseJobState(text);
    QCOMPARE(words.state, state);
    QCOMPARE(words.flags, flags);
    if (text == "HIBERNATING")
        QVERIFY2(!isFinished(words.state), "an unknown word counts as active");
}

void TestSlurmValues::nodeState_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<NodeState>("state");
    QTest::addColumn<QStringList>("flags");
    const auto row = [](const char *text, NodeState state, const char *flags = "") {
        QTest::newRow(text) << QByteArray(text) << state << QString::fromLatin1(flags).split(u' ', Qt::SkipEmptyParts);
    };
    row("IDLE", NodeState::Idle);
    row("IDLE+DRAIN", NodeState::Idle, "DRAIN");
    row("MIXED+PLANNED", NodeState::Mixed, "PLANNED");
    row("DOWN*", NodeState::Down, "NOT_RESPONDING");
    row("DOWN+NOT_RESPONDING", NodeState::Down, "NOT_RESPONDING");
    row("DOWN*+DRAIN", NodeState::Down, "NOT_RESPONDING DRAIN");
    row("idle~", NodeState::Idle, "POWERED_DOWN");
    row("mix-", NodeState::Mixed, "PLANNED");
    row("drained", NodeState::Idle, "DRAIN");
    row("ALLOCATED+COMPLETING", NodeState::Allocated, "COMPLETING");
    row("IDLE+CLOUD+POWERED_DOWN", NodeState::Idle, "CLOUD POWERED_DOWN");
    row("NONSENSE", NodeState::Unknown, "NONSENSE");
}

void TestSlurmValues::nodeState()
{
    QFETCH(QByteArray, text);
    QFETCH(NodeState, state);
    QFETCH(QStringList, flags);
    QCOMPARE(parseNodeState(text).state, state);
    QCOMPARE(parseNodeState(text).flags, flags);
}

void TestSlurmValues::tres_typedGpusAreNotAddedTwice()
{
    const auto gpus = gpusOfTres(parseTres("cpu=64,mem=400G,node=2,billing=64,gres/gpu=8,gres/gpu:a100=8"));
    QVERIFY(gpus.has_value());
    QCOMPARE(gpus->total, 8);
    QCOMPARE(gpus->types, (QMap<QString, int>{{QStringLiteral("a100"), 8}}));
    const auto typed = gpusOfTres(parseTres("gres/gpu:a100=2,gres/gpu:h100=3"));
    QVERIFY(typed.has_value());
    QCOMPARE(typed->total, 5);
}

void TestSlurmValues::tres_withoutGpusSaysNothing()
{
    QVERIFY(!gpusOfTres(parseTres("cpu=1,mem=10G,gres/gpumem=4G,gres/shard=2")));
    QVERIFY(!gpusOfTres(parseTres("(null)")));
    QVERIFY(!gpusOfTres(parseTres("gres/gpu=many")));
}

void TestSlurmValues::gres_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("gpus"); // -1: none named
    QTest::addColumn<QString>("types");
    const auto row = [](const char *text, int gpus, const char *types = "") {
        QTest::newRow(text) << QByteArray(text) << gpus << QString::fromLatin1(types);
    };
    row("(null)", -1);
    row("N/A", -1);
    row("gpu", 1);
    row("gpu:4", 4);
    row("gpu:a100", 1, "a100=1");
    row("gpu:a100:4", 4, "a100=4");
    row("gpu:a100:4(S:0-1)", 4, "a100=4");
    row("gpu:tesla:4(S:0),test:8", 4, "tesla=4");
    row("gpu:a100_1g.5gb:7", 7, "a100_1g.5gb=7");
    row("gpu:1g.10gb:2", 2, "1g.10gb=2");
    row("shard:a100:4", -1);
    row("gres:gpu:a100:4", 4, "a100=4");
    row("gres/gpu:4", 4);
    row("gpu:h100:2(IDX:0-1),gpu:h200:4(IDX:2-5)", 6, "h100=2 h200=4");
    row("gpu:a100:2(IDX:0,3)", 2, "a100=2");
    row("gpu:a100:0(IDX:N/A)", 0, "a100=0");
}

void TestSlurmValues::gres()
{
    QFETCH(QByteArray, text);
    QFETCH(int, gpus);
    QFETCH(QString, types);
    const auto count = gpusOfGres(parseGres(text));
    QCOMPARE(count ? count->total : -1, gpus);
    QStringList told;
    for (auto it = count ? count->types.cbegin() : QMap<QString, int>().cbegin(); count && it != count->types.cend();
         ++it)
        told.append(QStringLiteral("%1=%2").arg(it.key()).arg(*it));
    QCOMPARE(told.join(u' '), types);
}

void TestSlurmValues::gres_indices()
{
    QCOMPARE(parseGres("gpu:a100:3(IDX:0-1,3)").at(0).indices, (std::vector<int>{0, 1, 3}));
    QVERIFY(parseGres("gpu:a100:0(IDX:N/A)").at(0).indices.empty());
    QVERIFY(parseGres("gpu:4(IDX:0-99999999)").at(0).indices.empty());
    QVERIFY(parseGres("gpu:4(S:0-1)").at(0).indices.empty());
}

void TestSlurmValues::failure_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("err");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](int status, const char *err, ErrorKind kind) {
        QTest::newRow(err) << status << QByteArray(err) << kind;
    };
    row(1, "slurm_load_jobs error: Unable to contact slurm controller (connect failure)\n", ErrorKind::ControllerDown);
    row(1, "slurm_load_partitions: Unexpected message received\n", ErrorKind::ControllerDown);
    row(1, "slurm_load_jobs error: Socket timed out on send/recv operation\n", ErrorKind::ControllerDown);
    row(1, "slurm_load_jobs error: Invalid job id specified\n", ErrorKind::NotFound);
    row(127, "sh: 1: squeue: not found\n", ErrorKind::NoSlurm);
    row(127, "bash: squeue: command not found\n", ErrorKind::NoSlurm);
    row(210, "scancel: error: Kill job error on job id 13: Access/permission denied\n", ErrorKind::PermissionDenied);
    row(1, "Invalid format specification\n", ErrorKind::Refused);
}

void TestSlurmValues::failure()
{
    QFETCH(int, status);
    QFETCH(QByteArray, err);
    QFETCH(ErrorKind, kind);
    const Error error = slurmFailure(status, err);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.detail, QString::fromUtf8(err.trimmed()));
}

QTEST_APPLESS_MAIN(TestSlurmValues)
#include "tst_slurmvalues.moc"
