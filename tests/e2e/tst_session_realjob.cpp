// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/clustersession.h"
#include "tests/support/cuttingproxy.h"
#include "tests/support/testcluster.h"
#include "tests/support/trainingtruth.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace paceline;

namespace {

/// Keeps the newest of everything that a session tells.
struct Listener
{
    explicit Listener(ClusterSession &session)
    {
        QObject::connect(&session, &ClusterSession::changed, &session, [this](const ChangeSet &changes) {
            if (changes.jobs)
                jobs = changes.jobs;
            if (changes.nodes)
                nodes = changes.nodes;
            for (const auto &snapshot : changes.watched)
                watched.insert(snapshot->job, snapshot);
        });
        QObject::connect(&session, &ClusterSession::connectionChanged, &session,
                         [this](const ConnectionState &state) { phases.push_back(state.phase); });
    }
    std::shared_ptr<const JobSnapshot> job(JobId id) const { return watched.value(id); }
    bool sees(JobId id, JobState state) const
    {
        return jobs && std::any_of(jobs->jobs.begin(), jobs->jobs.end(),
                                   [&](const auto &job) { return job->id == id && job->state == state; });
    }

    std::shared_ptr<const JobList> jobs;
    std::shared_ptr<const NodeList> nodes;
    QMap<JobId, std::shared_ptr<const JobSnapshot>> watched;
    std::vector<ConnectionPhase> phases;
};

int nodesWithCounters(const JobSnapshot &snapshot, const char *metric)
{
    const auto grid = snapshot.grids.value(MetricId(QString::fromLatin1(metric)));
    int count = 0;
    for (int row = 0; grid && row < grid->rows(); ++row) {
        for (int tick = 0; tick < grid->ticks; ++tick) {
            if (!std::isnan(grid->value(tick, row))) {
                ++count;
                break;
            }
        }
    }
    return count;
}

} // namespace

class TestSessionRealJob : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY2(m_cluster.isUp(), "the test cluster is not up"); }

    void curveHoldsEveryPointOfTheLog_acrossThreeCuts()
    {
        CuttingProxy proxy(QStringLiteral("10.78.0.1"), 22);
        QTemporaryDir folder;
        auto spec = HostSpec::parse(QStringLiteral("through-proxy"));
        QVERIFY(spec.has_value());
        spec->configFile = m_cluster.writeProxyConfig(folder, proxy.port());
        spec->pipe = HostSpec::Pipe::Libssh;
        ClusterSession session(*spec);
        Listener seen(session);

        const JobId job = m_cluster.submitTraining({QStringLiteral("STEP_DELAY=0.1"), QStringLiteral("EPOCHS=60")});
        QVERIFY(job.number != 0);
        session.setInterest(QStringLiteral("test"),
                            {.queue = true, .nodes = true, .jobs = {job}, .samplePeriodMs = 1000});
        session.connectToHost();
        QTRY_COMPARE_WITH_TIMEOUT(session.connection().phase, ConnectionPhase::Connected, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(seen.sees(job, JobState::Running), 40000);
        QTRY_VERIFY_WITH_TIMEOUT(seen.job(job) && seen.job(job)->run && seen.job(job)->run->size() > 5, 40000);
        QTRY_COMPARE_WITH_TIMEOUT(nodesWithCounters(*seen.job(job), "cpu.busy"), 4, 40000);

        // Cuts at seeded places, at most some ticks' worth of bytes apart: with frames of a few hundred bytes most fall
        // inside one.
        QRandomGenerator random(20260711);
        std::vector<qint64> cuts;
        for (int i = 0; i < 3; ++i)
            cuts.push_back(random.bounded(15000, 60000));
        QSignalSpy cut(&proxy, &CuttingProxy::cut);
        proxy.cutAfter(cuts);
        QTRY_COMPARE_WITH_TIMEOUT(cut.size(), 3, 240000);
        QTRY_COMPARE_WITH_TIMEOUT(session.connection().phase, ConnectionPhase::Connected, 60000);

        QTRY_VERIFY_WITH_TIMEOUT(m_cluster.stateOf(job) == QLatin1String("COMPLETED"), 240000);
        const QByteArray log =
            m_cluster.readHomeFile(QStringLiteral("alice"), QStringLiteral("ddp-%1.out").arg(job.number));
        const auto truth = readTrainingTruth(log);
        QVERIFY(truth.size() > 100);
        QTRY_COMPARE_WITH_TIMEOUT(seen.job(job)->log ? seen.job(job)->log->readTo : -1, qint64(log.size()), 30000);
        compare(*seen.job(job)->run, truth);
        QCOMPARE(proxy.connections(), 4);
    }

private:
    static void compare(const Run &run, const std::vector<TrainingPoint> &truth)
    {
        std::vector<TrainingPoint> got;
        for (std::size_t i = 0; i < run.size(); ++i) {
            const float loss = run.value(i, QStringLiteral("loss"));
            if (!std::isnan(loss))
                got.push_back({run.place(i).line, qint64(run.place(i).step), loss,
                               run.value(i, QStringLiteral("samples_per_sec"))});
        }
        QCOMPARE(got.size(), truth.size());
        for (std::size_t i = 0; i < truth.size(); ++i) {
            QCOMPARE(got[i].line, truth[i].line);
            QCOMPARE(got[i].step, truth[i].step);
            QCOMPARE(float(got[i].loss), float(truth[i].loss));
            QCOMPARE(float(got[i].throughput), float(truth[i].throughput));
        }
    }

    TestCluster m_cluster;
};

QTEST_GUILESS_MAIN(TestSessionRealJob)
#include "tst_session_realjob.moc"
