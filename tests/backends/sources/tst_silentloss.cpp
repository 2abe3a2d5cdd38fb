// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"
#include "tests/backends/sources/clusterprobe.h"

#include <QElapsedTimer>

using namespace paceline;

/// The way to the login node swallows every packet: no end, no reset, silence on both sides.
class TestSilentLoss : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup();
    void droppedPackets_areNoticedAndLeaveNothingBehind();

private:
    QByteArray leftOn(const QString &host) const;
    QByteArray left() const;
    TestCluster m_cluster;
    JobId m_job;
};

void TestSilentLoss::initTestCase()
{
    initResources();
    QVERIFY2(m_cluster.isUp(), "bring it up with tests/support/cluster/cluster up 8");
    // Tests that kill a relay outright leave its folder behind.
    QCOMPARE(m_cluster.as(QStringLiteral("alice"), QStringLiteral("touch .silentloss")).exitStatus, 0);
}

void TestSilentLoss::cleanup()
{
    m_cluster.on(QStringLiteral("login"), QStringLiteral("nft flush ruleset"));
    m_cluster.as(QStringLiteral("alice"), QStringLiteral("scancel %1").arg(m_job.number));
}

/// Processes that carry the probe, on any host; on the login node the relay's shells and folder too.
QByteArray TestSilentLoss::leftOn(const QString &host) const
{
    QString look = QStringLiteral("grep -lsz ^PACELINE_PROBE= /proc/[0-9]*/environ; ");
    if (host == QLatin1String("login"))
        look += QStringLiteral("ps -u alice -o pid=,comm= | awk '$2 != \"sshd\"'; "
                               "find /dev/shm /tmp /run/user -maxdepth 2 -name 'paceline.*' -user alice "
                               "-newer ~alice/.silentloss 2>/dev/null; ");
    return m_cluster.on(host, look + QStringLiteral("true")).out.trimmed();
}

QByteArray TestSilentLoss::left() const
{
    return leftOn(QStringLiteral("login")) + leftOn(QStringLiteral("n001")) + leftOn(QStringLiteral("n002"));
}

void TestSilentLoss::droppedPackets_areNoticedAndLeaveNothingBehind()
{
    ClusterProbe probe(m_cluster, QStringLiteral("alice"));
    QTRY_VERIFY_WITH_TIMEOUT(probe.isReady(), 20'000);
    m_job = submitHolder(m_cluster, 2, 240);
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(m_job), QStringLiteral("RUNNING"), 30'000);
    probe.source().watch(m_job, clusterNodes(2), 500);
    QTRY_VERIFY_WITH_TIMEOUT(probe.fullColumns("cpu.busy") >= 2, 20'000);
    for (const char *host : {"login", "n001", "n002"})
        QVERIFY2(!leftOn(QString::fromLatin1(host)).isEmpty(), host);

    const QString drop = QStringLiteral("nft 'add table inet lost; add chain inet lost %1 { type filter hook %1 "
                                        "priority 0; }; add rule inet lost %1 %2 eth1 drop'");
    const TestCluster::Run cut =
        m_cluster.on(QStringLiteral("login"), drop.arg(QLatin1String("input"), QLatin1String("iifname")) + u';' +
                                                  drop.arg(QLatin1String("output"), QLatin1String("oifname")));
    QVERIFY2(cut.exitStatus == 0, cut.err);
    QElapsedTimer silence;
    silence.start();
    QTRY_COMPARE_WITH_TIMEOUT(probe.status().phase, ProbeStatus::Phase::Starting, 15'000);
    QCOMPARE(probe.status().why->kind, ErrorKind::Disconnected);
    const qint64 noticedMs = silence.elapsed();
    // A look takes longer than QTRY_VERIFY counts for it, so the clock ends it.
    QByteArray remains = left();
    QTRY_VERIFY_WITH_TIMEOUT((remains = left()).isEmpty() || silence.hasExpired(60'000), 60'000);
    QVERIFY2(remains.isEmpty(), remains.constData());
    qInfo("noticed after %lld ms, nothing left after %lld ms", static_cast<long long>(noticedMs),
          static_cast<long long>(silence.elapsed()));
    // The job goes on, and its step ended as a good one.
    QCOMPARE(m_cluster.stateOf(m_job), QStringLiteral("RUNNING"));
    const QString steps = QStringLiteral("sacct -n -P -j %1 -o JobName,ExitCode | grep '^paceline|'").arg(m_job.number);
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.as(QStringLiteral("alice"), steps).out.trimmed(), QByteArray("paceline|0:0"),
                              10'000);
}

QTEST_GUILESS_MAIN(TestSilentLoss)
#include "tst_silentloss.moc"
