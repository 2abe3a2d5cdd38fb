// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/store.h"

#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

constexpr JobId kJob{42};

std::shared_ptr<const Job> job(quint32 id, const char *name, JobState state = JobState::Running)
{
    Job j;
    j.id = JobId{id};
    j.name = QString::fromLatin1(name);
    j.state = state;
    return std::make_shared<const Job>(j);
}

Batch queue(std::vector<std::shared_ptr<const Job>> rows, qint64 timeMs = 1)
{
    Batch batch;
    batch.timeMs = timeMs;
    auto list = std::make_shared<JobList>();
    list->jobs = std::move(rows);
    list->takenMs = timeMs;
    batch.jobs = list;
    return batch;
}

Entities nodes(const QStringList &names)
{
    std::vector<NodeName> all;
    for (const QString &name : names)
        all.emplace_back(name);
    return nodeEntities(all);
}

Batch samples(qint64 timeMs, const QStringList &names, std::vector<float> values)
{
    Batch batch;
    batch.samples.push_back({kJob, MetricId(QStringLiteral("cpu.busy")), timeMs, nodes(names), std::move(values)});
    return batch;
}

Batch logLines(qint64 firstStep, int count, LogChunk::Event event = LogChunk::Event::Appended)
{
    LogChunk chunk;
    chunk.job = kJob;
    chunk.path = QStringLiteral("/home/alice/train.out");
    chunk.format = QStringLiteral("plain");
    chunk.event = event;
    chunk.bytes = "step 1 loss 1\n";
    chunk.fileSize = chunk.bytes.size();
    for (int i = 0; i < count; ++i) {
        LogRecord r;
        r.step = firstStep + i;
        r.metrics = {{QStringLiteral("loss"), 1.0, {}, QStringLiteral("loss")}};
        chunk.records.push_back(r);
    }
    Batch batch;
    batch.logs.push_back(chunk);
    return batch;
}

Batch problem(Problem::Subject subject, JobId job, ErrorKind kind, bool cleared = false, qint64 timeMs = 1)
{
    Batch batch;
    batch.problems.push_back({subject, job, Error{kind, {}}, timeMs, cleared});
    return batch;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT
private slots:
    void nothingApplied_nothingChanged();
    void changes_areTakenOnce();
    void unchangedRows_areTheSameObjects();
    void watchedJob_growsFromAllItsParts();
    void untouchedParts_areTheSameObjects();
    void otherJobs_areNotTouched();
    void replacedLog_leavesAGap();
    void jobOnOtherNodes_keepsItsOldRows();
    void malformedColumn_isIgnored();
    void problem_staysUntilItIsCleared();
    void repeatedProblem_keepsSinceWhenItLasts();
    void problemOfAJob_standsInItsSnapshot();
    void forgottenJob_isGone();
    void savedRun_isShownAtOnce_andGoesOn();
    void savedRunOfAnotherFile_isReplaced();
    void hardware_knowsWhichGpusAreTheJobs();
};

void TestStore::nothingApplied_nothingChanged()
{
    Store store;
    QVERIFY(store.takeChanges().isEmpty());
    store.apply(Batch{});
    QVERIFY(store.takeChanges().isEmpty());
}

void TestStore::changes_areTakenOnce()
{
    Store store;
    Batch batch = queue({job(1, "a")});
    batch.userName = QStringLiteral("alice");
    batch.cost.emplace().requests = 3;
    store.apply(batch);
    const ChangeSet changes = store.takeChanges();
    QCOMPARE(changes.jobs->jobs.size(), std::size_t(1));
    QCOMPARE(changes.userName, QStringLiteral("alice"));
    QCOMPARE(changes.cost->requests, 3);
    QVERIFY(!changes.nodes && changes.watched.empty() && !changes.problems);
    QVERIFY(store.takeChanges().isEmpty());
}

void TestStore::unchangedRows_areTheSameObjects()
{
    Store store;
    const auto a = job(1, "a"), b = job(2, "b"), c = job(3, "c");
    store.apply(queue({a, b, c}, 1));
    store.apply(queue({job(1, "a"), job(2, "other"), job(4, "d"), job(3, "c")}, 2));
    const auto list = store.takeChanges().jobs;
    QCOMPARE(list->takenMs, 2);
    QCOMPARE(list->jobs[0], a);
    QVERIFY(list->jobs[1] != b);
    QCOMPARE(list->jobs[1]->name, QStringLiteral("other"));
    QCOMPARE(list->jobs[3], c);
}

void TestStore::watchedJob_growsFromAllItsParts()
{
    Store store;
    Batch batch = logLines(0, 10);
    batch.timeMs = 77;
    JobDetail detail;
    detail.job.id = kJob;
    batch.details.push_back(detail);
    ProbeStatus status;
    status.job = kJob;
    status.phase = ProbeStatus::Phase::Running;
    batch.probes.push_back(status);
    batch.samples = samples(1000, {QStringLiteral("n1"), QStringLiteral("n2")}, {1, kMissing}).samples;
    store.apply(batch);
    const ChangeSet changes = store.takeChanges();
    QCOMPARE(changes.watched.size(), std::size_t(1));
    const JobSnapshot &snapshot = *changes.watched.front();
    QCOMPARE(snapshot.job, kJob);
    QCOMPARE(snapshot.detailMs, 77);
    QCOMPARE(snapshot.run->count(QStringLiteral("loss")), std::size_t(10));
    QCOMPARE(snapshot.run->path(), QStringLiteral("/home/alice/train.out"));
    QCOMPARE(snapshot.log->path, QStringLiteral("/home/alice/train.out"));
    QCOMPARE(snapshot.log->lineCount(), 1);
    QCOMPARE(snapshot.probe, status);
    const Grid &grid = **snapshot.grids.constFind(MetricId(QStringLiteral("cpu.busy")));
    QCOMPARE(grid.value(0, 0), 1.0F);
    QVERIFY(std::isnan(grid.value(0, 1)));
}

void TestStore::untouchedParts_areTheSameObjects()
{
    Store store;
    Batch batch = logLines(0, 10);
    batch.samples = samples(1000, {QStringLiteral("n1")}, {1}).samples;
    store.apply(batch);
    const auto first = store.takeChanges().watched.front();
    store.apply(logLines(10, 10));
    const auto second = store.takeChanges().watched.front();
    QCOMPARE(second->grids, first->grids);
    QVERIFY(second->run != first->run);
    QCOMPARE(first->run->size(), std::size_t(10));
}

void TestStore::otherJobs_areNotTouched()
{
    Store store;
    store.apply(logLines(0, 1));
    store.takeChanges();
    Batch batch = logLines(0, 1);
    batch.logs.front().job = JobId{43};
    store.apply(batch);
    const ChangeSet changes = store.takeChanges();
    QCOMPARE(changes.watched.size(), std::size_t(1));
    QCOMPARE(changes.watched.front()->job, JobId{43});
}

void TestStore::replacedLog_leavesAGap()
{
    Store store;
    store.apply(logLines(0, 5));
    store.apply(logLines(5, 5, LogChunk::Event::Replaced));
    const auto run = store.takeChanges().watched.front()->run;
    const auto points = run->curve(QStringLiteral("loss"), RunAxis::Step, 0, 9, 100);
    QCOMPARE(points.size(), std::size_t(11));
    QVERIFY(std::isnan(points[5].y));
}

void TestStore::jobOnOtherNodes_keepsItsOldRows()
{
    Store store;
    store.apply(samples(1, {QStringLiteral("n1"), QStringLiteral("n2")}, {1, 2}));
    store.apply(samples(2, {QStringLiteral("n3"), QStringLiteral("n2")}, {30, 20}));
    store.apply(samples(3, {QStringLiteral("n2")}, {200}));
    const auto grid = store.takeChanges().watched.front()->grids.first();
    QCOMPARE(*grid->entities, *nodes({QStringLiteral("n1"), QStringLiteral("n2"), QStringLiteral("n3")}));
    QCOMPARE(grid->ticks(), 3);
    QCOMPARE(grid->value(0, 0), 1.0F);
    QVERIFY(std::isnan(grid->value(0, 2)));
    QVERIFY(std::isnan(grid->value(1, 0)));
    QCOMPARE(grid->value(1, 1), 20.0F);
    QCOMPARE(grid->value(1, 2), 30.0F);
    QCOMPARE(grid->value(2, 1), 200.0F);
}

void TestStore::malformedColumn_isIgnored()
{
    Store store;
    store.apply(samples(1, {QStringLiteral("n1"), QStringLiteral("n2")}, {1}));
    QVERIFY(store.takeChanges().watched.front()->grids.isEmpty());
}

void TestStore::problem_staysUntilItIsCleared()
{
    Store store;
    store.apply(problem(Problem::Subject::Queue, {}, ErrorKind::ControllerDown));
    store.apply(problem(Problem::Subject::Nodes, {}, ErrorKind::TimedOut));
    QCOMPARE(store.takeChanges().problems->size(), std::size_t(2));
    store.apply(problem(Problem::Subject::Queue, {}, ErrorKind::ControllerDown, true));
    const auto left = store.takeChanges().problems.value();
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left.front().subject, Problem::Subject::Nodes);
    store.apply(problem(Problem::Subject::Queue, {}, ErrorKind::ControllerDown, true));
    QVERIFY(!store.takeChanges().problems);
    store.apply(problem(Problem::Subject::Nodes, {}, ErrorKind::TimedOut, true));
    QVERIFY(store.takeChanges().problems->empty());
}

void TestStore::repeatedProblem_keepsSinceWhenItLasts()
{
    Store store;
    store.apply(problem(Problem::Subject::Queue, {}, ErrorKind::ControllerDown, false, 10));
    store.takeChanges();
    store.apply(problem(Problem::Subject::Queue, {}, ErrorKind::ControllerDown, false, 20));
    QVERIFY(!store.takeChanges().problems);
    store.apply(problem(Problem::Subject::Queue, {}, ErrorKind::TimedOut, false, 30));
    QCOMPARE(store.takeChanges().problems->front().timeMs, 30);
}

void TestStore::problemOfAJob_standsInItsSnapshot()
{
    Store store;
    store.apply(problem(Problem::Subject::Log, kJob, ErrorKind::PermissionDenied));
    const ChangeSet changes = store.takeChanges();
    QVERIFY(!changes.problems);
    QCOMPARE(changes.watched.front()->problems.front().error.kind, ErrorKind::PermissionDenied);
    store.apply(problem(Problem::Subject::Log, kJob, ErrorKind::PermissionDenied, true));
    QVERIFY(store.takeChanges().watched.front()->problems.empty());
}

void TestStore::forgottenJob_isGone()
{
    Store store;
    store.apply(logLines(0, 5));
    store.forget(kJob);
    QVERIFY(store.takeChanges().watched.empty());
    store.apply(logLines(0, 1));
    QCOMPARE(store.takeChanges().watched.front()->run->size(), std::size_t(1));
}

/// A store with a saved run of five records.
static void restoreFive(Store &store)
{
    Store before;
    before.apply(logLines(0, 5));
    const auto job = before.takeChanges().watched.front();
    store.restore(kJob, *job->run, LogPlace{.inode = 7, .offset = 50});
}

void TestStore::savedRun_isShownAtOnce_andGoesOn()
{
    Store store;
    restoreFive(store);
    auto snapshot = store.takeChanges().watched.front();
    QCOMPARE(snapshot->run->size(), std::size_t(5));
    QCOMPARE(snapshot->place->offset, 50);
    QCOMPARE(snapshot->log->records, 5);
    Batch batch = logLines(5, 2);
    batch.logs.front().place = LogPlace{.inode = 7, .offset = 70};
    store.apply(batch);
    store.apply(logLines(7, 0, LogChunk::Event::Truncated)); // now that it was seen, a gap
    store.apply(logLines(0, 1));
    snapshot = store.takeChanges().watched.front();
    QCOMPARE(snapshot->run->size(), std::size_t(8));
    QCOMPARE(snapshot->run->chunks().size(), std::size_t(2));
    QCOMPARE(snapshot->place->offset, 70);
}

void TestStore::savedRunOfAnotherFile_isReplaced()
{
    for (const auto event : {LogChunk::Event::Replaced, LogChunk::Event::Truncated}) {
        Store store;
        restoreFive(store);
        store.apply(logLines(0, 0, event));
        store.apply(logLines(0, 2));
        const auto snapshot = store.takeChanges().watched.front();
        QCOMPARE(snapshot->run->size(), std::size_t(2));
        QVERIFY(!snapshot->run->chunks().front()->breakBefore);
        QCOMPARE(snapshot->log->records, 2);
    }
}

void TestStore::hardware_knowsWhichGpusAreTheJobs()
{
    Store store;
    NodeHardware told;
    told.node = NodeName(QStringLiteral("n7"));
    told.gpus.resize(4);
    for (int gpu = 0; gpu < 4; ++gpu) {
        told.gpus[std::size_t(gpu)].uuid = QStringLiteral("GPU-%1").arg(gpu);
        told.gpus[std::size_t(gpu)].index = gpu;
    }
    Batch batch;
    batch.hardware.push_back({JobId{9}, std::make_shared<const NodeHardware>(told)});
    store.apply(batch);
    const auto allocations = [&store] {
        std::vector<GpuDevice::Allocation> found;
        const ChangeSet changes = store.takeChanges();
        for (const GpuDevice &gpu : changes.watched.at(0)->hardware.value(NodeName(QStringLiteral("n7")))->gpus)
            found.push_back(gpu.allocation);
        return found;
    };
    using A = GpuDevice::Allocation;
    QCOMPARE(allocations(), (std::vector<A>(4, A::Unknown)));

    JobDetail detail;
    detail.job.id = JobId{9};
    NodeAllocation allocation;
    allocation.nodes = {NodeName(QStringLiteral("n6")), NodeName(QStringLiteral("n7"))};
    allocation.gpuIndices = {1, 3};
    detail.allocations.push_back(allocation);
    Batch later;
    later.details.push_back(detail);
    store.apply(later);
    QCOMPARE(allocations(), (std::vector<A>{A::NotThisJob, A::ThisJob, A::NotThisJob, A::ThisJob}));

    store.apply(batch); // the same again changes nothing
    QVERIFY(store.takeChanges().watched.empty());
}

QTEST_APPLESS_MAIN(TestStore)
#include "tst_store.moc"
