// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/describe.h"
#include "widgets/format/statustext.h"
#include "widgets/format/units.h"

#include <QTest>

using namespace paceline;

class TestDescribe : public QObject
{
    Q_OBJECT
private slots:
    void everyKind_saysWhatHappenedAndWhatToDo()
    {
        for (int kind = 0; kind <= int(ErrorKind::HistoryUnusable); ++kind) {
            const ErrorText text = describe({ErrorKind(kind), QStringLiteral("raw")}, QStringLiteral("juniper"));
            QVERIFY2(text.what.endsWith(QLatin1Char('.')), qPrintable(QString::number(kind)));
            if (ErrorKind(kind) != ErrorKind::Cancelled)
                QVERIFY2(!text.whatToDo.isEmpty(), qPrintable(QString::number(kind)));
            QVERIFY(!text.what.contains(QLatin1String("%1")) && !text.whatToDo.contains(QLatin1String("%1")));
            QCOMPARE(text.evidence, QStringLiteral("raw"));
        }
    }
    void changedKey_givesTheCommandThatForgetsIt()
    {
        const auto todo = [](const char *host) {
            return describe({ErrorKind::HostKeyChanged, {}}, QString::fromLatin1(host)).whatToDo;
        };
        QVERIFY(todo("alice@juniper").contains(QLatin1String("ssh-keygen -R 'juniper'")));
        QVERIFY(todo("alice@juniper:2222").contains(QLatin1String("ssh-keygen -R '[juniper]:2222'")));
        QVERIFY(todo("juniper:22").contains(QLatin1String("ssh-keygen -R 'juniper'")));
        QVERIFY(todo("").contains(QLatin1String("ssh-keygen -R HOST")));
        QVERIFY(todo("fe80::1").contains(QLatin1String("ssh-keygen -R 'fe80::1'")));
    }
    void detail_losesItsControlCharacters()
    {
        const ErrorText text = describe({ErrorKind::Internal, QStringLiteral("\x1b[31mred\n<b>")});
        QCOMPARE(text.evidence, QStringLiteral("\u241b[31mred\u23ce<b>"));
    }
    void connection_saysWhenTheNextTryIs()
    {
        ConnectionState state;
        state.phase = ConnectionPhase::Reconnecting;
        state.nextTryMs = 9000;
        QCOMPARE(withPlainSpaces(connectionText(state, QStringLiteral("juniper"), 1000)),
                 QStringLiteral("Connection to juniper lost, next try in 8 s"));
        QCOMPARE(connectionText(state, QStringLiteral("juniper"), 9000), QStringLiteral("Reconnecting to juniper"));
        state.phase = ConnectionPhase::WaitingForPerson;
        QCOMPARE(connectionText(state, QStringLiteral("juniper"), 0), QStringLiteral("Reconnect needs a code"));
    }
    void observer_leavesOutWhatIsNotKnown()
    {
        ObserverCost cost;
        cost.requestsPerMinute = 2;
        cost.bytesPerSecond = 14000;
        QCOMPARE(withPlainSpaces(observerText(cost)), QStringLiteral("2 requests/min · 14 kB/s"));
        cost.remoteCpuPercent = 0.1;
        QVERIFY(withPlainSpaces(observerText(cost)).endsWith(QStringLiteral("0.1 % of a login core")));
    }
    void probe_isSilentWhenAllIsWell()
    {
        ProbeStatus status;
        status.rung = ProbeRung::OverlapStep;
        QCOMPARE(probeText(status), QString());
        status.silentNodes = {NodeName(QStringLiteral("n3"))};
        QCOMPARE(probeText(status), QStringLiteral("n3 does not answer"));
        status.rung = ProbeRung::QueueOnly;
        status.why = Error{ErrorKind::Refused, {}};
        QVERIFY(probeText(status).contains(QLatin1String("the queue only")));
    }
};

QTEST_GUILESS_MAIN(TestDescribe)
#include "tst_describe.moc"
