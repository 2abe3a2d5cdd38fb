// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runreferences.h"
#include "backends/history/history.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

namespace {

const ClusterId kCluster{QStringLiteral("ssh://juniper")};

std::shared_ptr<Job> jobOf(quint32 number, JobState state)
{
    auto job = std::make_shared<Job>();
    job->id = JobId{number};
    job->displayId = QString::number(number);
    job->name = QStringLiteral("train");
    job->user = QStringLiteral("ada");
    job->state = state;
    job->startS = 1000 + number;
    return job;
}

std::shared_ptr<JobSnapshot> snapshotOf(const Job &job, double loss)
{
    LogRecord record;
    record.step = 1;
    record.line = 1;
    record.metrics = {{QStringLiteral("loss"), loss, {}, QStringLiteral("loss")}};
    RunBuilder builder;
    builder.setSource(QStringLiteral("/log"), QStringLiteral("generic"));
    builder.append({record});
    auto snapshot = std::make_shared<JobSnapshot>();
    snapshot->job = job.id;
    JobDetail detail;
    detail.job = job;
    snapshot->detail = std::make_shared<const JobDetail>(detail);
    snapshot->logRun = snapshot->run = builder.snapshot();
    snapshot->place = LogPlace{.offset = 10, .state = "x"};
    return snapshot;
}

float lossOf(const RunReference &reference)
{
    return reference.run->value(0, QStringLiteral("loss"));
}

} // namespace

/// What stands behind the curves of a job.
class TestRunReferences : public QObject
{
    Q_OBJECT
private slots:
    void lastFinishedRun_comesFromTheHistory();
    void runThatIsRead_standsThereOnce();
    void withoutHistory_thereIsNone();
};

void TestRunReferences::lastFinishedRun_comesFromTheHistory()
{
    QTemporaryDir folder;
    History history(folder.filePath(QStringLiteral("history.sqlite")));
    history.save(kCluster, 1, snapshotOf(*jobOf(7, JobState::Completed), 0.5));
    history.release(kCluster, 1, JobId{7});
    LastRuns last(&history, kCluster, nullptr);
    QSignalSpy recalled(&last, &LastRuns::recalled);
    const auto job = jobOf(8, JobState::Running);
    QVERIFY(!last.of(*job).run);
    QTRY_COMPARE(recalled.size(), 1);
    QCOMPARE(last.of(*job).job, JobId{7});

    ClusterData data;
    const auto references = runReferences(data, job->id, last.of(*job));
    QCOMPARE(references.size(), std::size_t(1));
    QCOMPARE(references[0].name, QStringLiteral("last run"));
    QCOMPARE(lossOf(references[0]), 0.5F);
}

void TestRunReferences::runThatIsRead_standsThereOnce()
{
    const auto before = jobOf(7, JobState::Running), job = jobOf(8, JobState::Running);
    ClusterData data;
    data.watched.insert(before->id, snapshotOf(*before, 0.25));
    data.watched.insert(job->id, snapshotOf(*job, 0.75));
    const LastRuns::Last last{before->id, snapshotOf(*before, 0.5)->run};
    const auto references = runReferences(data, job->id, last);
    QCOMPARE(references.size(), std::size_t(1));
    QCOMPARE(lossOf(references[0]), 0.25F);
}

void TestRunReferences::withoutHistory_thereIsNone()
{
    LastRuns last(nullptr, kCluster, nullptr);
    QVERIFY(!last.of(*jobOf(8, JobState::Running)).run);
}

QTEST_MAIN(TestRunReferences)
#include "tst_runreferences.moc"
