// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/backoff.h"
#include "app/session/costmeter.h"
#include "app/session/hostspec.h"
#include "app/session/interest.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace paceline;

class TestSessionValues : public QObject
{
    Q_OBJECT
private slots:
    void hostSpec_tellsTheKindsApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind"); // -1: refused
        QTest::newRow("alias") << QStringLiteral("juniper") << int(HostSpec::Kind::Ssh);
        QTest::newRow("user and port") << QStringLiteral("alice@10.78.0.1:2201") << int(HostSpec::Kind::Ssh);
        QTest::newRow("IPv6") << QStringLiteral("alice@[::1]:22") << int(HostSpec::Kind::Ssh);
        QTest::newRow("local") << QStringLiteral("local:") << int(HostSpec::Kind::Local);
        QTest::newRow("demo") << QStringLiteral("demo:") << int(HostSpec::Kind::Demo);
        QTest::newRow("tape") << QStringLiteral("/tmp/a b.paceline") << int(HostSpec::Kind::Tape);
        QTest::newRow("empty") << QStringLiteral(" ") << -1;
        QTest::newRow("option") << QStringLiteral("-oProxyCommand=x") << -1;
        QTest::newRow("option behind user") << QStringLiteral("a@-oProxyCommand=x") << -1;
        QTest::newRow("shell code") << QStringLiteral("host;reboot") << -1;
        QTest::newRow("blank inside") << QStringLiteral("a b") << -1;
        QTest::newRow("control character") << QStringLiteral("a\x07"
                                                             "b")
                                           << -1;
    }
    void hostSpec_tellsTheKindsApart()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        const auto spec = HostSpec::parse(text);
        QCOMPARE(spec ? int(spec->kind) : -1, kind);
    }

    void backoff_growsToAMinuteAndNoFurther()
    {
        Backoff backoff(42);
        int last = 0;
        for (int i = 0; i < 20; ++i) {
            last = backoff.nextMs();
            const int base = std::min(60000, 1000 << std::min(i, 6));
            QVERIFY2(last >= base * 3 / 4 && last <= base * 5 / 4, QByteArray::number(last));
        }
        QVERIFY(last >= 45000);
        backoff.reset();
        QVERIFY(backoff.nextMs() <= 1250);
    }

    void interests_areCountedOverViewers()
    {
        QMap<QString, Interest> viewers;
        QCOMPARE(merged(viewers), Interest{});
        viewers[QStringLiteral("page")] = {.queue = true, .jobs = {JobId{1}}, .samplePeriodMs = 5000};
        viewers[QStringLiteral("tray")] = {
            .nodes = true, .jobs = {JobId{2}}, .samplePeriodMs = 10000, .background = true};
        const Interest all = merged(viewers);
        QVERIFY(all.queue && all.nodes && !all.background);
        QCOMPARE(all.jobs, (QSet<JobId>{JobId{1}, JobId{2}}));
        QCOMPARE(all.samplePeriodMs, 5000);
        viewers.remove(QStringLiteral("page"));
        QVERIFY(merged(viewers).background);
    }

    void cost_isOverTheLastMinute()
    {
        FakeClock clock;
        CostMeter meter(clock);
        meter.restart();
        for (int second = 1; second <= 120; ++second) {
            clock.advance(1000);
            meter.add(second * 2, second * 1000, second * 24);
            meter.addRemoteCpu(second);
        }
        const ObserverCost cost = meter.cost();
        QCOMPARE(cost.requests, 240);
        QVERIFY(qAbs(cost.requestsPerMinute - 120) < 5);
        QVERIFY(qAbs(cost.bytesPerSecond - 1024) < 20);
        QVERIFY(qAbs(*cost.remoteCpuPercent - 0.1) < 0.01);
    }
};

QTEST_GUILESS_MAIN(TestSessionValues)
#include "tst_sessionvalues.moc"
