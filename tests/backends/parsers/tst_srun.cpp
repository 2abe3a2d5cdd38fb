// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/srun.h"

#include <QFile>
#include <QTest>

using namespace paceline;

class TestSrun : public QObject
{
    Q_OBJECT
private slots:
    void refusal_isUnderstood_data();
    void refusal_isUnderstood();
    void unknownWords_areKept();
};

void TestSrun::refusal_isUnderstood_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("pending") << "pending" << 1 << ErrorKind::JobEnded
                             << "srun: error: Unable to confirm allocation for job 8: Job is pending execution";
    QTest::newRow("unknown") << "unknown" << 1 << ErrorKind::JobEnded
                             << "srun: error: Unable to confirm allocation for job 9999: Invalid job id specified";
    QTest::newRow("expired") << "expired" << 1 << ErrorKind::JobEnded << "srun: error: Slurm job 10 has expired";
    QTest::newRow("other user") << "other-user" << 1 << ErrorKind::Refused
                                << "srun: error: Unable to create step for job 10: Access/permission denied";
    QTest::newRow("job cancelled")
        << "job-cancelled" << 0 << ErrorKind::JobEnded
        << "0: slurmstepd-n001: error: *** STEP 10.6 ON n001 CANCELLED AT 2026-11-24T02:32:02 ***";
    QTest::newRow("step cancelled")
        << "step-cancelled" << 137 << ErrorKind::JobEnded
        << "0: slurmstepd-n001: error: *** STEP 10.5 ON n001 CANCELLED AT 2026-11-24T02:31:57 ***";
}

void TestSrun::refusal_isUnderstood()
{
    QFETCH(QString, fixture);
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    QFile file(QStringLiteral(PACELINE_FIXTURES "/srun/22.05.8/%1.txt").arg(fixture));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Error error = srunFailure(status, file.readAll());
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.detail, words);
}

void TestSrun::unknownWords_areKept()
{
    QCOMPARE(srunFailure(127, "/bin/sh: 1: srun: not found\n").kind, ErrorKind::NoSlurm);
    QCOMPARE(srunFailure(1, "srun: unrecognized option '--overlap'\n").kind, ErrorKind::Unsupported);
    QCOMPARE(
        srunFailure(1, "srun: error: Unable to create step for job 7: Requested node configuration is not available\n")
            .kind,
        ErrorKind::Refused);
    QCOMPARE(srunFailure(1, "hint\nsrun: error: something new\n"),
             (Error{ErrorKind::Internal, QStringLiteral("srun: error: something new")}));
    QCOMPARE(srunFailure(7, "").detail, QStringLiteral("srun: exit status 7"));
}

QTEST_APPLESS_MAIN(TestSrun)
#include "tst_srun.moc"
