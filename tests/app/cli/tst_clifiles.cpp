// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A real job that writes its curves beside its log: `watch` finds the files and tells every point once.
#include "tests/app/cli/cliprocess.h"
#include "tests/support/testcluster.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace paceline;

class TestCliFiles : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY2(m_cluster.isUp(), "the test cluster is not up"); }

    void watch_tellsEveryPointBesideTheLog()
    {
        QFile script(QStringLiteral(PACELINE_SOURCE_DIR "/tests/support/cluster/besides.py"));
        QVERIFY(script.open(QIODevice::ReadOnly));
        const QString text = QString::fromLatin1(script.readAll().toBase64());
        m_cluster.as(QStringLiteral("alice"), QStringLiteral("echo %1 | base64 -d > besides.py").arg(text));
        const auto submitted = m_cluster.as(QStringLiteral("alice"),
                                            QStringLiteral("STEPS=80 sbatch --parsable -J besides -o besides-%j.out"
                                                           " --wrap '/usr/bin/python3 besides.py'"));
        const JobId id{submitted.out.trimmed().toUInt()};
        QVERIFY2(id.number != 0, submitted.err);
        QTRY_COMPARE_WITH_TIMEOUT(m_cluster.stateOf(id), QStringLiteral("RUNNING"), 60'000);
        const CliRun run = runCli({QStringLiteral("watch"), QStringLiteral("-F"), m_cluster.sshConfig(),
                                   QStringLiteral("vclogin"), QString::number(id.number)},
                                  {}, 120'000);
        QVERIFY2(run.exitStatus == 0, run.err);

        QByteArrayList told;
        QStringList found, tableSteps;
        double lastOffset = -1;
        for (const QJsonObject &event : run.lines()) {
            const QString type = event.value(QStringLiteral("type")).toString();
            const QString file = event.value(QStringLiteral("file")).toString();
            if (type == QLatin1String("file"))
                found.append(event.value(QStringLiteral("format")).toString() + u' ' +
                             event.value(QStringLiteral("found")).toString());
            if (type != QLatin1String("record"))
                continue;
            QVERIFY(!file.isEmpty()); // the log itself tells none
            const double step = event.value(QStringLiteral("step")).toDouble();
            if (file.endsWith(QLatin1String("metrics.csv"))) {
                tableSteps.append(QString::number(step));
                continue;
            }
            QCOMPARE(event.value(QStringLiteral("time_source")).toString(), QStringLiteral("printed"));
            const double offset = event.value(QStringLiteral("offset")).toDouble();
            QVERIFY(offset > lastOffset);
            lastOffset = offset;
            const QJsonObject metrics = event.value(QStringLiteral("metrics")).toObject();
            const double loss =
                metrics.value(QStringLiteral("loss")).toObject().value(QStringLiteral("value")).toDouble(-1);
            if (loss >= 0)
                told.append(QByteArray::number(step) + ',' +
                            QByteArray::number(qint64(event.value(QStringLiteral("t")).toDouble())) + ',' +
                            QByteArray::number(double(float(loss)), 'g', 9));
        }
        found.sort();
        // A number of one or two digits stands in many paths and tells nothing.
        const QString table = id.number < 100 ? QStringLiteral(" beside_log") : QStringLiteral(" job_in_path");
        QCOMPARE(found, QStringList({table, QStringLiteral("tfevents named_by_job")}));
        QCOMPARE(tableSteps.join(u' '), QStringLiteral("10 20 30 40 50 60 70 80"));
        QCOMPARE(told, truth(id));
    }

private:
    QByteArrayList truth(JobId id) const
    {
        QByteArrayList rows =
            m_cluster.readHomeFile(QStringLiteral("alice"), QStringLiteral("truth-%1.csv").arg(id.number))
                .trimmed()
                .split('\n');
        rows.removeFirst();
        for (QByteArray &row : rows) {
            const QByteArrayList cells = row.split(',');
            row = cells[0] + ',' + QByteArray::number(std::llround(cells[1].toDouble() * 1000)) + ',' +
                  QByteArray::number(double(cells[2].toFloat()), 'g', 9);
        }
        return rows;
    }
    TestCluster m_cluster;
};

QTEST_GUILESS_MAIN(TestCliFiles)
#include "tst_clifiles.moc"
