// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"
#include "tests/backends/sources/clusterprobe.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace paceline;

class TestProbePowerOff : public QObject
{
    Q_OBJECT
private slots:
    void poweredOffNode_isFlaggedWithin15Seconds();
};

void TestProbePowerOff::poweredOffNode_isFlaggedWithin15Seconds()
{
    initResources();
    const TestCluster cluster;
    QVERIFY2(cluster.isUp(), "bring it up with tests/support/cluster/cluster up 8");
    ClusterProbe probe(cluster, QStringLiteral("alice"));
    QTRY_VERIFY_WITH_TIMEOUT(probe.isReady(), 20'000);
    const JobId job = submitHolder(cluster, 4, 120);
    QTRY_COMPARE_WITH_TIMEOUT(cluster.stateOf(job), QStringLiteral("RUNNING"), 30'000);
    probe.source().watch(job, clusterNodes(4), 1000);
    QTRY_VERIFY_WITH_TIMEOUT(probe.fullColumns("cpu.busy") >= 2, 20'000);
    const int fullBefore = probe.fullColumns("cpu.load1");
    QCOMPARE(cluster.call({QStringLiteral("poweroff"), QStringLiteral("n003")}).exitStatus, 0);
    QElapsedTimer sincePowerOff;
    sincePowerOff.start();
    QTRY_COMPARE_WITH_TIMEOUT(probe.status().silentNodes, (std::vector<NodeName>{NodeName(QStringLiteral("n003"))}),
                              15'000);
    qInfo("flagged after %lld ms; %d full columns before", static_cast<long long>(sincePowerOff.elapsed()), fullBefore);
    QCOMPARE(probe.status().phase, ProbeStatus::Phase::Running);
    // The others are still seen, the silent one is a gap.
    QTRY_VERIFY(std::isnan(probe.last("cpu.load1").values[2]) && !std::isnan(probe.last("cpu.load1").values[0]) &&
                !std::isnan(probe.last("cpu.load1").values[3]));
    // srun would wait for that node; it is gone all the same.
    QSignalSpy allEnded(&probe.source(), &ProbeSource::allEnded);
    probe.source().unwatchAll();
    QTRY_COMPARE_WITH_TIMEOUT(allEnded.size(), 1, 15'000);
    QVERIFY(cluster.on(QStringLiteral("login"), QStringLiteral("ps -C srun")).exitStatus != 0);
    cluster.as(QStringLiteral("alice"), QStringLiteral("scancel %1").arg(job.number));
}

QTEST_GUILESS_MAIN(TestProbePowerOff)
#include "tst_probepoweroff.moc"
