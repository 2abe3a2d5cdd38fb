// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"
#include "tests/backends/sources/clusterprobe.h"

#include <QSignalSpy>

using namespace paceline;

class TestProbeCluster : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void watchedJob_showsAllItsNodesAndEndsAsAnUnwatchedOne();
    void gpusOfABusyJob_areSeenAndStayTheJobs();
    void jobsNextStep_getsTheGpusWhileWeWatch();
    void unwatched_stepEndsWithStatusZero();
    void lostConnection_stepEndsWithStatusZero_data();
    void lostConnection_stepEndsWithStatusZero();
    void otherUsersJob_isRefused();
    void endedJob_isSaid();

private:
    QByteArray accounting(JobId job, const char *fields) const;
    QByteArray steps(JobId job) const;
    TestCluster m_cluster;
};

QByteArray TestProbeCluster::accounting(JobId job, const char *fields) const
{
    return m_cluster
        .as(QStringLiteral("alice"),
            QStringLiteral("sacct -n -P -X -j %1 -o %2").arg(job.number).arg(QLatin1String(fields)))
        .out.trimmed();
}

QByteArray TestProbeCluster::steps(JobId job) const
{
    return m_cluster
        .as(QStringLiteral("alice"),
            QStringLiteral("sacct -n -P -j %1 -o JobName,State,ExitCode | grep '^paceline|'").arg(job.number))
        .out.trimmed();
}

void TestProbeCluster::initTestCase()
{
    initResources();
    QVERIFY2(m_cluster.isUp(), "bring it up with tests/support/cluster/cluster up 8");
}

void TestProbeCluster::watchedJob_showsAllItsNodesAndEndsAsAnUnwatchedOne()
{
    ClusterProbe probe(m_cluster, QStringLiteral("alice"));
    QTRY_VERIFY_WITH_TIMEOUT(probe.isReady(), 20'000);
    const JobId watched = submitHolder(m_cluster, 4, 8);
    QVERIFY(watched.number != 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(watched), QStringLiteral("RUNNING"), 30'000);
    probe.source().watch(watched, clusterNodes(4), 500);
    QTRY_VERIFY_WITH_TIMEOUT(probe.fullColumns("cpu.busy") >= 3, 20'000);
    QVERIFY(probe.fullColumns("net.receive") >= 3);
    QVERIFY(probe.fullColumns("memory.used") >= 3);
    QCOMPARE(*probe.last("cpu.busy").entities, *nodeEntities(clusterNodes(4)));
    QVERIFY(std::abs(probe.last("cpu.busy").timeMs - SystemClock().nowMs()) < 5000);
    QCOMPARE(probe.status().phase, ProbeStatus::Phase::Running);
    QVERIFY(probe.status().silentNodes.empty());
    // The job goes on to its own end while we watch.
    QTRY_COMPARE_WITH_TIMEOUT(probe.status().phase, ProbeStatus::Phase::Stopped, 40'000);
    QCOMPARE(probe.status().why->kind, ErrorKind::JobEnded);

    const JobId unwatched = submitHolder(m_cluster, 4, 1);
    QTRY_COMPARE_WITH_TIMEOUT(accounting(unwatched, "State"), QByteArray("COMPLETED"), 40'000);
    constexpr const char *fields = "State,ExitCode,DerivedExitCode,AllocCPUS,NNodes";
    QTRY_COMPARE_WITH_TIMEOUT(accounting(watched, fields), accounting(unwatched, fields), 20'000);
    QCOMPARE(steps(watched), QByteArray("paceline|COMPLETED|0:0"));
}

void TestProbeCluster::gpusOfABusyJob_areSeenAndStayTheJobs()
{
    ClusterProbe probe(m_cluster, QStringLiteral("alice"));
    QTRY_VERIFY_WITH_TIMEOUT(probe.isReady(), 20'000);
    const JobId job = submitHolder(m_cluster, 2, 120); // a step of its own holds all four GPUs of each node
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(job), QStringLiteral("RUNNING"), 30'000);
    probe.source().watch(job, clusterNodes(2), 500);
    QTRY_VERIFY_WITH_TIMEOUT(probe.last("gpu.util").values.size() == 8 && probe.fullColumns("gpu.util") >= 3, 60'000);
    const SampleColumn power = probe.last("gpu.power");
    QCOMPARE(power.values.size(), std::size_t(8));
    for (std::size_t gpu = 0; gpu < 8; ++gpu) {
        const Entity &entity = (*power.entities)[gpu];
        QCOMPARE(entity.kind, Entity::Kind::Gpu);
        QCOMPARE(entity.node, clusterNodes(2)[gpu / 4]);
        QCOMPARE(entity.label, QString::number(gpu % 4));
        QVERIFY2(entity.id.startsWith(QLatin1String("GPU-")), qPrintable(entity.id));
        QVERIFY(power.values[gpu] > 50 && power.values[gpu] < 400);
    }
    const NodeName first = clusterNodes(1).front();
    QTRY_VERIFY_WITH_TIMEOUT(probe.hardware(first).gpus.size() == 4 &&
                                 probe.hardware(first).gpus[3].processesOfJob == std::optional(0),
                             30'000);
    const NodeHardware hardware = probe.hardware(first);
    QCOMPARE(hardware.gpus[3].pciAddress, QStringLiteral("0000:4e:00.0"));
    QCOMPARE(hardware.gpus[3].name, QStringLiteral("NVIDIA A100-SXM4-40GB"));
    QCOMPARE(hardware.slurmGpus, (std::vector<int>{0, 1, 2, 3})); // our step shares them, by Slurm's own account
    QCOMPARE(probe.status().rung, ProbeRung::OverlapStep);
    m_cluster.as(QStringLiteral("alice"), QStringLiteral("scancel %1").arg(job.number));
}

void TestProbeCluster::jobsNextStep_getsTheGpusWhileWeWatch()
{
    ClusterProbe probe(m_cluster, QStringLiteral("alice"));
    QTRY_VERIFY_WITH_TIMEOUT(probe.isReady(), 20'000);
    // A job whose program has not begun yet: ours is the only step.
    const TestCluster::Run run = m_cluster.as(
        QStringLiteral("alice"), QStringLiteral("printf '#!/bin/sh\\nsleep 120\\n' >idle.sh; sbatch --parsable "
                                                "-N2 -w n[001-002] --ntasks-per-node=2 --gres=gpu:4 -t 5 "
                                                "idle.sh"));
    const JobId job{run.out.trimmed().toUInt()};
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(job), QStringLiteral("RUNNING"), 30'000);
    probe.source().watch(job, clusterNodes(2), 500);
    QTRY_VERIFY_WITH_TIMEOUT(probe.hardware(clusterNodes(1).front()).slurmGpus.size() == 4, 60'000);
    const TestCluster::Run step =
        m_cluster.as(QStringLiteral("alice"),
                     QStringLiteral("srun --immediate=5 --jobid=%1 -N2 --gres=gpu:4 --mem=0 printenv SLURM_STEP_GPUS")
                         .arg(job.number));
    QVERIFY2(step.out.contains("0,1,2,3"), (step.out + step.err).constData());
    m_cluster.as(QStringLiteral("alice"), QStringLiteral("scancel %1").arg(job.number));
}

void TestProbeCluster::unwatched_stepEndsWithStatusZero()
{
    ClusterProbe probe(m_cluster, QStringLiteral("alice"));
    QTRY_VERIFY_WITH_TIMEOUT(probe.isReady(), 20'000);
    const JobId job = submitHolder(m_cluster, 2, 60);
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(job), QStringLiteral("RUNNING"), 30'000);
    QSignalSpy allEnded(&probe.source(), &ProbeSource::allEnded);
    probe.source().watch(job, clusterNodes(2), 500);
    QTRY_VERIFY_WITH_TIMEOUT(probe.fullColumns("cpu.busy") >= 1, 20'000);
    probe.source().unwatchAll();
    QTRY_COMPARE_WITH_TIMEOUT(allEnded.size(), 1, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(steps(job), QByteArray("paceline|COMPLETED|0:0"), 10'000);
    m_cluster.as(QStringLiteral("alice"), QStringLiteral("scancel %1").arg(job.number));
}

void TestProbeCluster::lostConnection_stepEndsWithStatusZero_data()
{
    QTest::addColumn<QString>("onLogin");
    QTest::newRow("closed by us") << QString();
    const QString ours = QStringLiteral("kill -%1 $(ps -u alice -o pid=,comm= | awk '$2 == \"sh\" { print $1 }')");
    QTest::newRow("our shells killed") << ours.arg(QLatin1String("KILL"));
    QTest::newRow("our shells ended") << ours.arg(QLatin1String("TERM"));
    QTest::newRow("our shells hung up") << ours.arg(QLatin1String("HUP"));
    QTest::newRow("sshd killed") << QStringLiteral(
        "kill -KILL $(ps -u alice -o pid=,comm= | awk '$2 == \"sshd\" { print $1 }')");
}

void TestProbeCluster::lostConnection_stepEndsWithStatusZero()
{
    QFETCH(QString, onLogin);
    const JobId job = submitHolder(m_cluster, 2, 120);
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(job), QStringLiteral("RUNNING"), 30'000);
    {
        ClusterProbe probe(m_cluster, QStringLiteral("alice"));
        QTRY_VERIFY_WITH_TIMEOUT(probe.isReady(), 20'000);
        probe.source().watch(job, clusterNodes(2), 500);
        QTRY_VERIFY_WITH_TIMEOUT(probe.fullColumns("cpu.busy") >= 1, 20'000);
        if (onLogin.isEmpty())
            probe.cut();
        else
            QCOMPARE(m_cluster.on(QStringLiteral("login"), onLogin).exitStatus, 0);
        QTRY_COMPARE_WITH_TIMEOUT(probe.status().phase, ProbeStatus::Phase::Starting, 10'000);
    }
    QTRY_COMPARE_WITH_TIMEOUT(steps(job), QByteArray("paceline|COMPLETED|0:0"), 15'000);
    m_cluster.as(QStringLiteral("alice"), QStringLiteral("scancel %1").arg(job.number));
}

void TestProbeCluster::otherUsersJob_isRefused()
{
    ClusterProbe probe(m_cluster, QStringLiteral("bob"));
    QTRY_VERIFY_WITH_TIMEOUT(probe.isReady(), 20'000);
    const JobId job = submitHolder(m_cluster, 1, 60);
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(job), QStringLiteral("RUNNING"), 30'000);
    probe.source().watch(job, clusterNodes(1), 500);
    QTRY_COMPARE_WITH_TIMEOUT(probe.status().phase, ProbeStatus::Phase::Stopped, 20'000);
    QCOMPARE(probe.status().rung, ProbeRung::QueueOnly);
    QCOMPARE(probe.status().why->kind, ErrorKind::Refused);
    QVERIFY2(probe.status().why->detail.contains(QStringLiteral("Access/permission denied")),
             qPrintable(probe.status().why->detail));
    QCOMPARE(steps(job), QByteArray());
    m_cluster.as(QStringLiteral("alice"), QStringLiteral("scancel %1").arg(job.number));
}

void TestProbeCluster::endedJob_isSaid()
{
    ClusterProbe probe(m_cluster, QStringLiteral("alice"));
    QTRY_VERIFY_WITH_TIMEOUT(probe.isReady(), 20'000);
    const JobId job = submitHolder(m_cluster, 1, 60);
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(job), QStringLiteral("RUNNING"), 30'000);
    probe.source().watch(job, clusterNodes(1), 500);
    QTRY_VERIFY_WITH_TIMEOUT(probe.fullColumns("cpu.load1") >= 1, 20'000);
    m_cluster.as(QStringLiteral("alice"), QStringLiteral("scancel %1").arg(job.number));
    QTRY_COMPARE_WITH_TIMEOUT(probe.status().phase, ProbeStatus::Phase::Stopped, 30'000);
    QCOMPARE(probe.status().why->kind, ErrorKind::JobEnded);
    QTRY_COMPARE_WITH_TIMEOUT(steps(job), QByteArray("paceline|COMPLETED|0:0"), 10'000);
}

QTEST_GUILESS_MAIN(TestProbeCluster)
#include "tst_probecluster.moc"
