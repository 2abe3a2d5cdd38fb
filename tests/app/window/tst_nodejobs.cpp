// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/nodejobs.h"
#include "tests/widgets/models/jobs.h"

#include <QTest>

using namespace paceline;

namespace {

std::shared_ptr<const Job> jobOn(quint32 id, const char *nodes, JobState state = JobState::Running)
{
    auto job = makeJob(id, "train", "alice", state);
    job->nodeList = QString::fromLatin1(nodes);
    return job;
}

/// "1 3"
QString numbers(NodeJobs &jobs, const char *node)
{
    QStringList all;
    for (const auto &job : jobs.on(NodeName(QString::fromLatin1(node))))
        all += QString::number(job->id.number);
    return all.join(QLatin1Char(' '));
}

} // namespace

class TestNodeJobs : public QObject
{
    Q_OBJECT
private slots:
    void jobs_areThoseThatHoldTheNode()
    {
        NodeJobs jobs;
        jobs.setQueue(
            makeQueue({jobOn(1, "gpu[01-03,05]"), jobOn(2, "gpu04"), jobOn(3, "gpu[03-04]"),
                       jobOn(4, "gpu03", JobState::Pending), jobOn(5, "gpu03", JobState::Completed), jobOn(6, "gpu[03"),
                       jobOn(7, "", JobState::Running), jobOn(8, "gpu05", JobState::Suspended)}));
        QCOMPARE(numbers(jobs, "gpu01"), QStringLiteral("1"));
        QCOMPARE(numbers(jobs, "gpu03"), QStringLiteral("1 3"));
        QCOMPARE(numbers(jobs, "gpu04"), QStringLiteral("2 3"));
        QCOMPARE(numbers(jobs, "gpu05"), QStringLiteral("1 8"));
        QCOMPARE(numbers(jobs, "gpu06"), QString());
    }
    void newQueue_replacesTheOld()
    {
        NodeJobs jobs;
        QVERIFY(!jobs.isKnown());
        QCOMPARE(numbers(jobs, "n1"), QString());
        jobs.setQueue(makeQueue({jobOn(1, "n1")}));
        QVERIFY(jobs.isKnown());
        QCOMPARE(numbers(jobs, "n1"), QStringLiteral("1"));
        jobs.setQueue(makeQueue({jobOn(2, "n[1-2]")}));
        QCOMPARE(numbers(jobs, "n1"), QStringLiteral("2"));
    }
};

QTEST_APPLESS_MAIN(TestNodeJobs)
#include "tst_nodejobs.moc"
