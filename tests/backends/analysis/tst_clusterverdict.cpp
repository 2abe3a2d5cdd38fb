// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/verdict.h"

#include <QTest>

using namespace paceline;

namespace {

constexpr qint64 kNow = 1'700'000'000'000;

std::shared_ptr<const Job> job(const char *user, JobState state, std::optional<qint64> startS = {})
{
    auto j = std::make_shared<Job>();
    j->id = JobId{1};
    j->user = QLatin1String(user);
    j->name = QStringLiteral("train");
    j->state = state;
    j->startS = startS;
    return j;
}

JobList queue(std::vector<std::shared_ptr<const Job>> jobs)
{
    return {std::move(jobs), kNow - 10'000, 0};
}

} // namespace

class TestClusterVerdict : public QObject
{
    Q_OBJECT
private slots:
    void withoutData_nothingIsClaimed()
    {
        const Verdict verdict = judgeCluster(nullptr, nullptr, QStringLiteral("alice"), kNow);
        QCOMPARE(verdict.severity, Severity::Idle);
        QVERIFY(verdict.find(Statement::What::NoData));
        QCOMPARE(verdict.statements.size(), std::size_t(1));
    }
    void onlyTheUsersJobsCount()
    {
        const JobList jobs =
            queue({job("alice", JobState::Running), job("bob", JobState::Running), job("alice", JobState::Pending)});
        const Verdict verdict = judgeCluster(&jobs, nullptr, QStringLiteral("alice"), kNow);
        const Statement *mine = verdict.find(Statement::What::MyJobs);
        QVERIFY(mine);
        QCOMPARE(mine->a, 1.0);
        QCOMPARE(mine->b, 1.0);
        QCOMPARE(verdict.severity, Severity::Well);
        QCOMPARE(judgeCluster(&jobs, nullptr, {}, kNow).find(Statement::What::MyJobs)->a, 2.0);
    }
    void nextStart_isTheEarliestInTheFuture()
    {
        const qint64 nowS = kNow / 1000;
        const JobList jobs =
            queue({job("alice", JobState::Pending, nowS + 900), job("alice", JobState::Pending, nowS + 300),
                   job("alice", JobState::Pending, nowS - 60)});
        const Verdict verdict = judgeCluster(&jobs, nullptr, QStringLiteral("alice"), kNow);
        QVERIFY(verdict.find(Statement::What::NextStart));
        QCOMPARE(verdict.find(Statement::What::NextStart)->a, double(kNow + 300'000));
        QCOMPARE(verdict.severity, Severity::Waiting);
    }
    void controllerDown_leadsAndIsSaidOnce()
    {
        const JobList jobs = queue({job("alice", JobState::Running)});
        const Problem down{Problem::Subject::Queue, {}, {ErrorKind::ControllerDown, {}}, kNow - 60'000, false};
        const Problem nodes{Problem::Subject::Nodes, {}, {ErrorKind::ControllerDown, {}}, kNow - 50'000, false};
        const Verdict verdict = judgeCluster(&jobs, nullptr, QStringLiteral("alice"), kNow, {down, nodes});
        QCOMPARE(verdict.severity, Severity::Attention);
        QCOMPARE(verdict.statements.front().what, Statement::What::ControllerDown);
        QCOMPARE(verdict.statements.front().sinceMs, kNow - 60'000);
        QCOMPARE(verdict.statements.size(), std::size_t(2));
    }
    void oldQueue_isCalledStale()
    {
        JobList jobs = queue({});
        QVERIFY(!judgeCluster(&jobs, nullptr, {}, kNow).find(Statement::What::DataStale));
        jobs.takenMs = kNow - 6 * 60'000;
        QVERIFY(judgeCluster(&jobs, nullptr, {}, kNow).find(Statement::What::DataStale));
    }
    void gpusOfNodesOutOfService_areNotFree()
    {
        NodeList nodes;
        for (int i = 0; i < 3; ++i) {
            auto node = std::make_shared<Node>();
            node->state = i == 2 ? NodeState::Down : NodeState::Mixed;
            node->gpus = 8;
            node->gpusAlloc = 6;
            nodes.nodes.push_back(node);
        }
        const JobList jobs = queue({});
        const Verdict verdict = judgeCluster(&jobs, &nodes, {}, kNow);
        QCOMPARE(verdict.find(Statement::What::FreeNodes)->b, 4.0);
        QCOMPARE(verdict.find(Statement::What::NodesOut)->a, 1.0);
    }
    void exitStatus_growsWithSeverity()
    {
        QCOMPARE(severityExitStatus(Severity::Well), 0);
        QCOMPARE(severityExitStatus(Severity::Waiting), 0);
        QVERIFY(severityExitStatus(Severity::Attention) > 3);
        QVERIFY(severityExitStatus(Severity::Failed) > severityExitStatus(Severity::Attention));
    }
};

QTEST_GUILESS_MAIN(TestClusterVerdict)
#include "tst_clusterverdict.moc"
