// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/jobtext.h"

#include <QTest>

using namespace paceline;

class TestJobText : public QObject
{
    Q_OBJECT
private slots:
    void reason_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << QStringLiteral("None") << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("known") << QStringLiteral("Priority") << QStringLiteral("waits behind jobs of higher priority");
        QTest::newRow("in brackets") << QStringLiteral("(JobHeldUser)") << QStringLiteral("held by its user");
        QTest::newRow("with a tail") << QStringLiteral("ReqNodeNotAvail, UnavailableNodes:n[1-3]")
                                     << QStringLiteral(
                                            "a node that it asks for is not available (UnavailableNodes:n[1-3])");
        QTest::newRow("unknown passes through")
            << QStringLiteral("QOSFancyNewLimit") << QStringLiteral("QOSFancyNewLimit");
        QTest::newRow("unknown with a comma") << QStringLiteral("Node, failed") << QStringLiteral("Node, failed");
        QTest::newRow("hostile") << QStringLiteral("<b>\n") << QStringLiteral("<b>");
    }
    void reason()
    {
        QFETCH(QString, reason);
        QTEST(reasonText(reason), "words");
    }
    void exit_tellsCodeFromSignal()
    {
        QCOMPARE(exitText(QStringLiteral("1:0")), QStringLiteral("exit code 1"));
        QCOMPARE(exitText(QStringLiteral("0:9")), QStringLiteral("killed by signal 9 (KILL)"));
        QCOMPARE(exitText(QStringLiteral("137:0")), QStringLiteral("killed by signal 9 (KILL)"));
        QCOMPARE(exitText(QStringLiteral("0:53")), QStringLiteral("killed by signal 53"));
        QCOMPARE(exitText(QStringLiteral("odd")), QStringLiteral("odd"));
    }
    void state_tellsWhatTheFlagsAdd()
    {
        Job job;
        job.state = JobState::Running;
        QCOMPARE(stateText(job), QStringLiteral("running"));
        job.flags = QStringList{QStringLiteral("COMPLETING")};
        QCOMPARE(stateText(job), QStringLiteral("ending"));
        job = {};
        job.stateText = QStringLiteral("LAUNCH_FAILED");
        QCOMPARE(stateText(job), QStringLiteral("LAUNCH_FAILED"));
    }
    void node_namesTheAdministratorsReason()
    {
        Node node;
        node.state = NodeState::Idle;
        QCOMPARE(nodeStateText(node), QStringLiteral("free"));
        node.flags = QStringList{QStringLiteral("DRAIN")};
        node.reason = QStringLiteral("bad DIMM");
        QCOMPARE(nodeStateText(node), QStringLiteral("drained: bad DIMM"));
    }
};

QTEST_GUILESS_MAIN(TestJobText)
#include "tst_jobtext.moc"
