// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Output as people keep it: what terminals, launchers and shells put around it, and tables in any choice of columns.
#include "backends/parsers/capture.h"
#include "backends/parsers/sacctcapture.h"
#include "backends/parsers/slurmjson.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/squeuetable.h"
#include "tests/support/fixtures.h"

#include <QTest>

using namespace paceline;

/// "node/task: text" of each part, line ends as ;.
static QStringList shown(const QByteArray &raw, LineShape shape = LineShape::Any)
{
    QStringList parts;
    for (const Capture &capture : readCapture(raw, shape))
        parts += QStringLiteral("%1/%2: %3")
                     .arg(capture.node, capture.task, QString::fromUtf8(capture.text).replace(u'\n', u';'));
    return parts;
}

static QString shown(const Job &job, const QString &step)
{
    QStringList types;
    for (auto it = job.gpuTypes.begin(); it != job.gpuTypes.end(); ++it)
        types += QStringLiteral("%1=%2").arg(it.key()).arg(*it);
    const QStringList parts = {QString::number(job.id.number),
                               job.arrayTask,
                               job.hetOffset ? QString::number(*job.hetOffset) : QString(),
                               step,
                               job.name,
                               job.user,
                               job.stateText.isEmpty() ? QString() : jobStateWord(job.state),
                               job.reason,
                               job.nodeList,
                               QString::number(job.numNodes),
                               job.gpus ? QString::number(*job.gpus) : QString(),
                               types.join(u',')};
    return parts.join(u'|');
}

static QString other(const std::vector<NamedValue> &values, const char *name)
{
    for (const NamedValue &value : values) {
        if (value.name == QLatin1String(name))
            return value.text.value_or(QStringLiteral("-"));
    }
    return QStringLiteral("?");
}

class TestCaptures : public QObject
{
    Q_OBJECT
private slots:
    void capture_isFreedOfItsSurroundings_data();
    void capture_isFreedOfItsSurroundings();
    void capture_namesOfTheToolAreNoLabels();
    void squeue_everyTable_data();
    void squeue_everyTable();
    void squeue_complaintsAreErrorsAndNamesAreNot();
    void squeue_columnsWithoutAMemberKeepTheirNames();
    void squeue_fixturesLoseNoRow_data();
    void squeue_fixturesLoseNoRow();
    void sacct_everyForm_data();
    void sacct_everyForm();
    void sacct_complaintsAreErrors();
    void state_cutWordsAreKnownWhereOneIsMeant();
    void json_isWhatTheTextSays();
    void json_bareNaNIsNoValue();
    void everyPrefixGivesAValueOrAnError();
};

void TestCaptures::capture_isFreedOfItsSurroundings_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](const char *name, const QByteArray &raw, const QStringList &parts) {
        QTest::newRow(name) << raw << parts;
    };
    row("mark and line ends",
        "\xef\xbb\xbf"
        "a,b\r\n1,2\r\n",
        {QStringLiteral("/: a,b;1,2;")});
    row("UTF-16",
        QByteArray("\xff\xfe"
                   "a\0\n\0",
                   6),
        {QStringLiteral("/: a;")});
    row("colours and titles", "\x1b]0;title\x07\x1b[1;32mGPU0\x1b[0m ok\n", {QStringLiteral("/: GPU0 ok;")});
    row("prompts", "[ann@login1 ~]$ squeue -l\nx\nann@n1:~/run> \n(base) ann@n1:~$ exit\n",
        {QStringLiteral("/: $ squeue -l;x;$ exit;")});
    row("prompts of root", "node1:~ # nvidia-smi -L\n# gpu pwr\nsh-4.4# dcgmi dmon\n",
        {QStringLiteral("/: $ nvidia-smi -L;# gpu pwr;$ dcgmi dmon;")});
    row("watch", "Every 2.0s: nvidia-smi dmon   n7: Mon May  6 10:00:00 2024\n\n# gpu\n",
        {QStringLiteral("/: $ nvidia-smi dmon;;# gpu;")});
    row("remarks", "```text\n1\n```\nreal\t0m0.010s\nConnection to n1 closed.\n", {QStringLiteral("/: 1;")});
    row("labels of srun", " 0: a\n10: b\n 0: c\n10:\n", {QStringLiteral("/0: a;c;"), QStringLiteral("/10: b;;")});
    row("labels of mpirun", "[1,3]<stdout>:a\n[1,3]<stderr>:b\n", {QStringLiteral("/3: a;b;")});
    row("labels of pdsh", "n02: a\n\nn01: b\nn02: c\n", {QStringLiteral("n02/: a;c;"), QStringLiteral("n01/: b;")});
    row("no label", "slurm_load_jobs error: down\n", {QStringLiteral("/: slurm_load_jobs error: down;")});
    row("a program is no host", "squeue: error: down\n", {QStringLiteral("/: squeue: error: down;")});
    row("fields of our own stay", "a\x1f\x1b[0m\x1e\r\n", {QStringLiteral("/: a\x1f\x1b[0m\x1e\r;")});
    row("nothing", "", {QStringLiteral("/: ")});
}

void TestCaptures::capture_isFreedOfItsSurroundings()
{
    QFETCH(QByteArray, raw);
    QFETCH(QStringList, parts);
    QCOMPARE(shown(raw), parts);
}

void TestCaptures::capture_namesOfTheToolAreNoLabels()
{
    const QByteArray counters = "power: 85 W\nenergy2: 3 J\n";
    QCOMPARE(shown(counters, LineShape::NameAndColon), QStringList{QStringLiteral("/: power: 85 W;energy2: 3 J;")});
    QCOMPARE(shown("n1: power: 85 W\nn1: energy: 3 J\n", LineShape::NameAndColon),
             QStringList{QStringLiteral("n1/: power: 85 W;energy: 3 J;")});
}

void TestCaptures::squeue_everyTable_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &rows, const char *format = "") {
        QTest::newRow(name) << text << QString::fromLatin1(format) << rows;
    };
    const QByteArray heading = "             JOBID PARTITION     NAME     USER ST       TIME  NODES NODELIST(REASON)\n";
    row("default",
        heading +
            "            77_[1-4%2]   gpu-big  my name      ann PD       0:00      2 (Nodes required are DOWN, or so)\n"
            "              9+1       cpu    a b c      bob  R 1-02:03:04      1 n[1-2]\n",
        {QStringLiteral("77|1-4%2|||my name|ann|PENDING|Nodes required are DOWN, or so||2||"),
         QStringLiteral("9||1||a b c|bob|RUNNING||n[1-2]|1||")});
    row("empty", heading, {});
    row("without header", "  5 gpu x ann R 1:00 1 n07\n", {QStringLiteral("5||||x|ann|RUNNING||n07|1||")});
    row("cut header and state", "JOBID    STATE TIME_LIMI NODELIST(REAS\n    6 COMPLETI      1:00 n07\n",
        {QStringLiteral("6||||||RUNNING||n07|0||")});
    row("separators in a name", "JOBID|NAME|USER|ST|NODES|TRES_PER_NODE\n7|a|b|ann|R|2|gres:gpu:a100:4\n",
        {QStringLiteral("7||||a|b|ann|RUNNING|||2|8|a100=8")});
    row("commas", "JOBID,STATE,GRES\n8,RUNNING,gpu:v100:2\n", {QStringLiteral("8||||||RUNNING|||0|2|v100=2")});
    row("clusters",
        "CLUSTER: alpha\n" + heading + "                 1     debug     test    root  R       0:10      1 a1\n",
        {QStringLiteral("1||||test|root|RUNNING||a1|1||")});
    row("-O",
        "JOBID     USER      STATE     TRES_ALLOC\n42        bob       RUNNING   cpu=64,gres/gpu=8\n43        "
        "alexandra1PENDING   N/A\n",
        {QStringLiteral("42|||||bob|RUNNING|||0|8|"), QStringLiteral("43|||||alexandra1|PENDING|||0||")});
    row("steps",
        "         STEPID     NAME PARTITION     USER      TIME NODELIST\n       11.batch    batch     batch    alice   "
        "   1:22 cpu001\n",
        {QStringLiteral("11|||batch|batch|alice|||cpu001|0||")});
    row("both ids", "JOBID|JOBID|ARRAY_JOB_ID|ARRAY_TASK_ID|STATE\n500_3|503|500|3|RUNNING\n600|600|600|N/A|PENDING\n",
        {QStringLiteral("503|3|||||RUNNING|||0||"), QStringLiteral("600||||||PENDING|||0||")});
    row("a line end in a name", "JOBID|NAME|STATE\n1|two\nlines|RUNNING\n2|x|PENDING\n",
        {QStringLiteral("1||||two\nlines||RUNNING|||0||"), QStringLiteral("2||||x||PENDING|||0||")});
    row("told format", "1;x;R\n", {QStringLiteral("1||||x||RUNNING|||0||")}, "%i;%j;%t");
    row("told widths", "1    runner    R \n", {QStringLiteral("1||||runner||RUNNING|||0||")},
        "JobID:5,Name:10,StateCompact:2");
}

void TestCaptures::squeue_everyTable()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, format);
    QFETCH(QStringList, rows);
    const auto table = parseSqueueTable(text, format.toUtf8());
    QVERIFY(table.has_value());
    QCOMPARE(table->errors, QStringList());
    QStringList found;
    for (const SqueueRow &row : table->rows)
        found += shown(row.job, row.step);
    QCOMPARE(found, rows);
}

void TestCaptures::squeue_complaintsAreErrorsAndNamesAreNot()
{
    const auto table = parseSqueueTable(
        "JOBID NAME ST\n1 error: R\nslurm_load_jobs error: Unable to contact slurm controller\n2 x PD\n");
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), 2u);
    QCOMPARE(table->rows[0].job.name, QStringLiteral("error:"));
    QCOMPARE(table->errors.size(), 1);
    const auto down = parseSqueueTable("slurm_load_jobs error: Invalid job id specified\n");
    QVERIFY(down.has_value() && down->rows.empty());
    QCOMPARE(down->errors.size(), 1);
    QVERIFY(!parseSqueueTable("nothing of the kind\n"));
}

void TestCaptures::squeue_columnsWithoutAMemberKeepTheirNames()
{
    const auto table = parseSqueueTable("JOBID|MIN_MEMORY|SITE_FIELD|START_TIME\n1|4G|N/A|2024-05-01T10:00:00\n");
    QVERIFY(table && table->rows.size() == 1);
    QCOMPARE(other(table->rows[0].others, "MIN_MEMORY"), QStringLiteral("4G"));
    QCOMPARE(other(table->rows[0].others, "SITE_FIELD"), QStringLiteral("-"));
    QCOMPARE(table->rows[0].start, QStringLiteral("2024-05-01T10:00:00"));
}

void TestCaptures::squeue_fixturesLoseNoRow_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : slurmVersions())
        QTest::newRow(qPrintable(version)) << version;
}

void TestCaptures::squeue_fixturesLoseNoRow()
{
    QFETCH(QString, version);
    const auto table = parseSqueueTable(fixture(QStringLiteral("slurm/%1/squeue_o.txt").arg(version)));
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), 21u);
    QCOMPARE(table->errors, QStringList());
}

void TestCaptures::sacct_everyForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &rows) {
        QTest::newRow(name) << text << rows;
    };
    row("table for people",
        "$ sacct\nJobID           JobName      State ExitCode \n------------ ---------- ---------- -------- \n"
        "123            my train  COMPLETED      0:0 \n123.batch         batch CANCELLED+      0:0 \n",
        {QStringLiteral("123||||my train||COMPLETED|||0||"), QStringLiteral("123|||batch|batch||CANCELLED|||0||")});
    row("separators in a name", "JobID|JobName|User|State|End\n9|a|b|ann|FAILED|2024-05-01T10:00:00\n",
        {QStringLiteral("9||||a|b|ann|FAILED|||0||")});
    row("a line end in a name", "JobID|JobName|State\n9|two\nlines|FAILED\n10|x|RUNNING\n",
        {QStringLiteral("9||||two lines||FAILED|||0||"), QStringLiteral("10||||x||RUNNING|||0||")});
    row("cut at its end", "JobID|JobName|State\n9|x|FAILED\n10|y",
        {QStringLiteral("9||||x||FAILED|||0||"), QStringLiteral("10||||y|||||0||")});
    row("commas", "JobID,State,AllocTRES\n", {});
    row("without header", "7_3|x|FAILED|2024-05-01T10:00:00|2024-05-01T11:00:00|1:0\n",
        {QStringLiteral("7|3|||||FAILED|||0||")});
    row("old GPUs", "JobID|State|AllocGRES|AllocNodes\n4|RUNNING|gpu:v100:4|2\n",
        {QStringLiteral("4||||||RUNNING|||2|4|v100=4")});
}

void TestCaptures::sacct_everyForm()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, rows);
    const auto capture = parseSacctCapture(text);
    QVERIFY(capture.has_value());
    QStringList found;
    for (const SacctRow &row : capture->table.rows)
        found += shown(row.job, row.step);
    QCOMPARE(found, rows);
    QCOMPARE(capture->errors, QStringList());
}

void TestCaptures::sacct_complaintsAreErrors()
{
    const auto capture =
        parseSacctCapture("JobID|State\n1|FAILED\nsacct: error: Problem talking to the database\n2|FAILED\n");
    QVERIFY(capture.has_value());
    QCOMPARE(capture->table.rows.size(), 2u);
    QCOMPARE(capture->errors, QStringList{QStringLiteral("sacct: error: Problem talking to the database")});
    QVERIFY(!parseSacctCapture(""));
}

void TestCaptures::state_cutWordsAreKnownWhereOneIsMeant()
{
    QCOMPARE(parseJobState("COMPLETI").flags, QStringList{QStringLiteral("COMPLETING")});
    QCOMPARE(parseJobState("OUT_OF_ME+").state, JobState::OutOfMemory);
    QCOMPARE(parseJobState("COMPLET").state, JobState::Unknown);
    QCOMPARE(parseJobState("NONSENSE").state, JobState::Unknown);
}

void TestCaptures::json_isWhatTheTextSays()
{
    const auto answer = parseSlurmJson(
        R"json({"jobs": [{"job_id": 503, "name": "x", "user_name": "ann", "job_state": ["CANCELLED", "COMPLETING"],
            "state_reason": "None", "array_job_id": {"set": true, "infinite": false, "number": 500},
            "array_task_id": {"set": true, "infinite": false, "number": 3}, "nodes": "n[1-2]",
            "node_count": {"set": true, "infinite": false, "number": 2}, "tres_alloc_str": "gres/gpu=8,gres/gpu:a100=8",
            "time_limit": {"set": false, "infinite": true, "number": 0}, "exit_code": 768, "priority": 7, "new": "y"},
           {"job_id": 2, "job_state": "PENDING", "time_limit": 5, "tres_per_node": "gres:gpu:2", "node_count": 3,
            "start_time": 0}],
           "nodes": [{"name": "n1", "state": "mixed", "state_flags": ["DRAIN"], "cpus": 8, "alloc_cpus": 4, "gres": "gpu:4",
            "gres_used": "gpu:1(IDX:0)", "real_memory": 1000}],
           "errors": [{"source": "slurm_load_jobs", "description": "late", "error": "x"}]})json");
    QVERIFY(answer.has_value());
    QCOMPARE(answer->jobs.size(), 2u);
    QCOMPARE(shown(answer->jobs[0].job, {}), QStringLiteral("503|3|||x|ann|CANCELLED||n[1-2]|2|8|a100=8"));
    QCOMPARE(answer->jobs[0].job.timeLimit.kind, TimeLimit::Kind::Unlimited);
    QCOMPARE(answer->jobs[0].job.exitCode, QStringLiteral("3:0"));
    QCOMPARE(other(answer->jobs[0].others, "new"), QStringLiteral("y"));
    QCOMPARE(shown(answer->jobs[1].job, {}), QStringLiteral("2||||||PENDING|||3|6|"));
    QVERIFY(!answer->jobs[1].job.startS);
    QCOMPARE(answer->nodes.at(0).node.flags, QStringList{QStringLiteral("DRAIN")});
    QCOMPARE(answer->nodes[0].node.gpusAlloc, 1);
    QCOMPARE(answer->errors, QStringList{QStringLiteral("slurm_load_jobs: late: x")});
}

void TestCaptures::json_bareNaNIsNoValue()
{
    const auto answer =
        parseSlurmJson(R"json({"jobs": [{"job_id": 1, "job_state": "RUNNING", "name": "NaN \" NaN", "cpu_load": NaN,
        "x": -Infinity}]})json");
    QVERIFY(answer && answer->jobs.size() == 1);
    QCOMPARE(answer->jobs[0].job.name, QStringLiteral("NaN \" NaN"));
    QCOMPARE(other(answer->jobs[0].others, "cpu_load"), QStringLiteral("-"));
    QVERIFY(!parseSlurmJson("{\"x\": 1}"));
    QVERIFY(!parseSlurmJson("{\"jobs\": ["));
}

void TestCaptures::everyPrefixGivesAValueOrAnError()
{
    const QByteArray texts[] = {fixture(QStringLiteral("slurm/25.11.2/squeue_o.txt")).left(1500),
                                fixture(QStringLiteral("slurm/25.11.2/sacct_P.txt")).left(1500)};
    for (const QByteArray &text : texts) {
        for (qsizetype size = 0; size <= text.size(); ++size) {
            const QByteArray part = readCapture(text.left(size)).front().text;
            const auto queue = parseSqueueTable(part);
            QVERIFY(queue || queue.error().kind == ErrorKind::Malformed);
            const auto past = parseSacctCapture(part);
            QVERIFY(past || past.error().kind == ErrorKind::Malformed);
        }
    }
}

QTEST_GUILESS_MAIN(TestCaptures)
#include "tst_captures.moc"
