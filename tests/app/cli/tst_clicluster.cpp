// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cliprocess.h"
#include "tests/support/testcluster.h"

#include <QSet>
#include <QTest>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace paceline;

class TestCliCluster : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void jobsAndNodes();
    void watchHoldsEveryRecordOfTheLogAndEndsWithTheJob();
    void jobAndTailStartNoStep();
    void withoutATerminalAQuestionIsAFailure();
    void atATerminalThePasswordIsAskedWithoutEcho();

private:
    CliRun cli(const char *verb, const char *host, const QStringList &more = {}) const
    {
        return runCli(
            QStringList{QLatin1String(verb), QStringLiteral("-F"), m_cluster.sshConfig(), QLatin1String(host)} + more,
            {}, 120'000);
    }
    QByteArray stepNames(JobId job) const
    {
        return m_cluster.as(QStringLiteral("alice"), QStringLiteral("sacct -n -P -j %1 -o JobName").arg(job.number))
            .out;
    }
    TestCluster m_cluster;
};

void TestCliCluster::initTestCase()
{
    QVERIFY2(m_cluster.isUp(), "bring it up with tests/support/cluster/cluster up 8");
}

void TestCliCluster::jobsAndNodes()
{
    const JobId id = m_cluster.submitTraining({QStringLiteral("STEP_DELAY=0.2")});
    QVERIFY(id.number != 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(id), QStringLiteral("RUNNING"), 60'000);
    const CliRun jobs = cli("jobs", "vclogin");
    QVERIFY2(jobs.exitStatus == 0, jobs.err);
    bool found = false;
    for (const QJsonObject &job : jobs.lines()) {
        if (job.value(QStringLiteral("id")).toInt() != int(id.number))
            continue;
        found = true;
        QCOMPARE(job.value(QStringLiteral("user")).toString(), QStringLiteral("alice"));
        QCOMPARE(job.value(QStringLiteral("state")).toString(), QStringLiteral("RUNNING"));
        QVERIFY(job.value(QStringLiteral("gpus")).toInt() > 0);
        QVERIFY(job.value(QStringLiteral("start")).isDouble());
    }
    QVERIFY(found);
    const CliRun nodes = cli("nodes", "vclogin");
    QVERIFY2(nodes.exitStatus == 0, nodes.err);
    QVERIFY(nodes.lines().size() >= 4);
    QCOMPARE(nodes.lines().at(0).value(QStringLiteral("name")).toString(), QStringLiteral("n001"));
    m_cluster.as(QStringLiteral("alice"), QStringLiteral("scancel %1").arg(id.number));
}

void TestCliCluster::watchHoldsEveryRecordOfTheLogAndEndsWithTheJob()
{
    // Watched from its start, and longer than a step of ours needs to start on a busy machine.
    const JobId id = m_cluster.submitTraining({QStringLiteral("STEP_DELAY=0.2"), QStringLiteral("EPOCHS=8")});
    QVERIFY(id.number != 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(id), QStringLiteral("RUNNING"), 60'000);
    const CliRun run = cli("watch", "vclogin", {QString::number(id.number)});
    QVERIFY2(run.exitStatus == 0, run.err);
    QList<int> recordLines;
    QSet<QString> sampledNodes;
    QString lastState;
    for (const QJsonObject &event : run.lines()) {
        const QString type = event.value(QStringLiteral("type")).toString();
        QVERIFY(event.contains(QStringLiteral("t")));
        if (type == QLatin1String("record"))
            recordLines.append(event.value(QStringLiteral("line")).toInt());
        else if (type == QLatin1String("sample"))
            sampledNodes.insert(event.value(QStringLiteral("node")).toString());
        else if (type == QLatin1String("state"))
            lastState = event.value(QStringLiteral("state")).toString();
    }
    QCOMPARE(lastState, QStringLiteral("COMPLETED"));
    QCOMPARE(sampledNodes.size(), 4);
    QList<int> logLines;
    const QByteArray log = m_cluster.readHomeFile(QStringLiteral("alice"), QStringLiteral("ddp-%1.out").arg(id.number));
    int number = 0;
    for (const QByteArray &line : log.split('\n')) {
        ++number;
        if (line.contains(" loss ") || line.contains("val_acc"))
            logLines.append(number);
    }
    QVERIFY(logLines.size() > 5);
    QCOMPARE(recordLines, logLines);
}

void TestCliCluster::jobAndTailStartNoStep()
{
    const JobId id = m_cluster.submitTraining({QStringLiteral("STEP_DELAY=0.2")});
    QTRY_VERIFY_WITH_TIMEOUT(
        m_cluster.readHomeFile(QStringLiteral("alice"), QStringLiteral("ddp-%1.out").arg(id.number)).count('\n') > 2,
        60'000);
    const CliRun job = cli("job", "vclogin", {QString::number(id.number)});
    QVERIFY2(job.exitStatus == 0, job.err);
    QVERIFY(!job.lines().at(0).value(QStringLiteral("stdout")).toString().isEmpty());
    const CliRun tail = cli("tail", "vclogin", {QString::number(id.number), QStringLiteral("-n"), QStringLiteral("2")});
    QVERIFY2(tail.exitStatus == 0, tail.err);
    QCOMPARE(tail.lines().size(), 2);
    const CliRun verdict = cli("verdict", "vclogin", {QString::number(id.number)});
    QVERIFY2(verdict.exitStatus == 0 || verdict.exitStatus >= 4, verdict.err);
    QVERIFY(!verdict.out.isEmpty());
    QVERIFY(!stepNames(id).contains("paceline"));
    m_cluster.as(QStringLiteral("alice"), QStringLiteral("scancel %1").arg(id.number));
    QCOMPARE(cli("job", "vclogin", {QStringLiteral("999999")}).exitStatus, 1);
}

void TestCliCluster::withoutATerminalAQuestionIsAFailure()
{
    const CliRun run = cli("jobs", "vc-password");
    QCOMPARE(run.exitStatus, 1);
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY(run.out.isEmpty());
}

void TestCliCluster::atATerminalThePasswordIsAskedWithoutEcho()
{
    int terminal = -1;
    const pid_t pid = forkpty(&terminal, nullptr, nullptr, nullptr);
    QVERIFY(pid >= 0);
    const QByteArray config = m_cluster.sshConfig().toLocal8Bit();
    if (pid == 0) {
        execl(PACELINE_CLI, PACELINE_CLI, "nodes", "-F", config.constData(), "vc-password", nullptr);
        _exit(127);
    }
    const QByteArray secret = "alice-pw";
    QByteArray shown;
    bool answered = false, echoed = true;
    char buffer[4096];
    for (ssize_t got = 0; (got = read(terminal, buffer, sizeof buffer)) > 0;) {
        shown.append(buffer, got);
        if (answered || !shown.contains("assword"))
            continue;
        termios mode{};
        echoed = tcgetattr(terminal, &mode) != 0 || (mode.c_lflag & ECHO);
        answered = write(terminal, (secret + '\n').constData(), size_t(secret.size()) + 1) > 0;
    }
    int status = -1;
    waitpid(pid, &status, 0);
    close(terminal);
    QVERIFY2(answered, shown.constData());
    QVERIFY(!echoed);
    QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 0, shown.constData());
    QVERIFY(shown.contains("\"n001\"") && !shown.contains(secret));
}

QTEST_GUILESS_MAIN(TestCliCluster)
#include "tst_clicluster.moc"
