// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/settings.h"
#include "app/window/baselinelibrary.h"
#include "app/window/benchmarkdesk.h"
#include "resources/resources.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

namespace {

Job trainingJob()
{
    Job job;
    job.id = JobId{7};
    job.name = QStringLiteral("resnet50-imagenet");
    job.gpus = 64;
    job.gpuTypes = {{QStringLiteral("a100"), 64}};
    return job;
}

JobSnapshot snapshotWith(const QString &metric)
{
    LogRecord record;
    record.line = record.lastLine = 1;
    record.step = 1;
    record.metrics = {{metric, 20'000, QStringLiteral("img/s"), metric}};
    RunBuilder builder;
    builder.setSource(QStringLiteral("/home/alice/slurm-7.out"), QStringLiteral("timm"));
    builder.append({record});
    JobSnapshot snapshot;
    snapshot.job = JobId{7};
    snapshot.logRun = snapshot.run = builder.snapshot();
    return snapshot;
}

} // namespace

class TestBenchmarkDesk : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        initResources();
        QVERIFY(m_folder.isValid());
    }

    void throughput_bringsTheCatalogue()
    {
        Settings settings(m_folder.filePath(QStringLiteral("a.ini")));
        BaselineLibrary library(m_folder.filePath(QStringLiteral("own.json")));
        BenchmarkDesk desk(settings, library, nullptr);
        QSignalSpy changed(&desk, &BenchmarkDesk::changed);
        const JobSnapshot silent = snapshotWith(QStringLiteral("loss"));
        QCOMPARE(desk.of(trainingJob(), nullptr), BenchmarkView());
        QCOMPARE(desk.of(trainingJob(), &silent), BenchmarkView());
        QVERIFY(desk.lists().benchmarks.isEmpty());
        const JobSnapshot snapshot = snapshotWith(QStringLiteral("samples_per_sec"));
        const BenchmarkView early = desk.of(trainingJob(), &snapshot);
        QCOMPARE(early.guess.benchmark, QStringLiteral("resnet50"));
        QVERIFY(!early.rate);
        QTRY_COMPARE(changed.size(), 1);
        const BenchmarkView view = desk.of(trainingJob(), &snapshot);
        QVERIFY(view.rate && view.work);
        QCOMPARE(view.rate->metric, QStringLiteral("samples_per_sec"));
        QVERIFY(!desk.lists().benchmarks.isEmpty() && !desk.lists().accelerators.isEmpty());
    }

    void choice_holdsForTheName()
    {
        Settings settings(m_folder.filePath(QStringLiteral("b.ini")));
        BaselineLibrary library(m_folder.filePath(QStringLiteral("own.json")));
        BenchmarkDesk desk(settings, library, nullptr);
        QSignalSpy changed(&desk, &BenchmarkDesk::changed);
        const JobSnapshot snapshot = snapshotWith(QStringLiteral("samples_per_sec"));
        desk.of(trainingJob(), &snapshot);
        QTRY_COMPARE(changed.size(), 1);
        BenchmarkChoice choice;
        choice.benchmark = QString();
        desk.choose(trainingJob().name, choice);
        QCOMPARE(changed.size(), 2);
        QVERIFY(!desk.of(trainingJob(), &snapshot).rate);
        QCOMPARE(desk.of(trainingJob(), &snapshot).choice, choice);
        Job other = trainingJob();
        other.name = QStringLiteral("resnet50-other");
        QVERIFY(desk.of(other, &snapshot).rate);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestBenchmarkDesk)
#include "tst_benchmarkdesk.moc"
