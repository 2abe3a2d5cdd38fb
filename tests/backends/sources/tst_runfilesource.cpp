// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/runfilesource.h"
#include "backends/store/store.h"
#include "tests/backends/parsers/events/eventbytes.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerelay.h"

#include <QTest>

using namespace paceline;

namespace {

constexpr JobId kJob{4711};
constexpr qint64 kNow = 1'700'000'000'000;
const QByteArray kKey = "files 4711";
const QByteArray kEvents = "/w/runs/a/events.out.tfevents.1699999990.n001.77.0";
const QByteArray kCsv = "/w/lightning_logs/version_0/metrics.csv";

/// Event file with loss and lr at steps [from, to], a second apart.
QByteArray events(int from, int to, double startS = 1'699'999'000)
{
    QByteArray file;
    for (int step = from; step <= to; ++step)
        file += bytes::tfRecord(bytes::summaryEvent(startS + step, step,
                                                    bytes::simpleValue("train/loss", 100.0F - float(step)) +
                                                        bytes::simpleValue("custom", float(step))));
    return file;
}

QByteArray eventFile(int to)
{
    return bytes::versionRecord(1'699'999'000) + events(1, to);
}

QByteArray row(char letter, const QByteArray &path, qint64 size = 10)
{
    return QByteArray(1, letter) + ' ' + QByteArray::number(size) + " 1699999995.5 " + path + '\n';
}

QList<qint64> steps(const Run &run, const QString &metric)
{
    QList<qint64> all;
    for (std::size_t i = 0; i < run.size(); ++i) {
        if (!std::isnan(run.value(i, metric)))
            all << qint64(run.place(i).step);
    }
    return all;
}

QList<qint64> range(qint64 from, qint64 to)
{
    QList<qint64> all;
    for (qint64 i = from; i <= to; ++i)
        all << i;
    return all;
}

} // namespace

class TestRunFileSource : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeRelay> m_relay;
    std::unique_ptr<RunFileSource> m_source;
    std::unique_ptr<Store> m_store;
    std::shared_ptr<const JobSnapshot> m_now;

    static RunFileSource::Target target()
    {
        return {.job = kJob,
                .name = QStringLiteral("train"),
                .logPath = QStringLiteral("/w/slurm-4711.out"),
                .otherOutput = QStringLiteral("/w/slurm-4711.err"),
                .workFolder = QStringLiteral("/w"),
                .startMs = kNow - 100'000,
                .nodes = {QStringLiteral("n001"), QStringLiteral("n002")}};
    }
    void spin()
    {
        for (int i = 0; i < 100; ++i)
            QCoreApplication::processEvents();
        for (const auto &job : m_store->takeChanges().watched)
            m_now = job;
    }
    void look(qint64 ms)
    {
        m_clock->advance(ms);
        m_source->tick();
        spin();
    }
    void make()
    {
        m_source.reset();
        m_store = std::make_unique<Store>();
        m_now.reset();
        m_source = std::make_unique<RunFileSource>(*m_relay, *m_clock);
        connect(m_source.get(), &RunFileSource::batchReady, this,
                [this](const Batch &batch) { m_store->apply(batch); });
        m_source->setZone(0);
    }
    void start(const RunFileSource::Target &wanted = target())
    {
        make();
        m_source->follow(wanted);
        look(0);
        look(0);
    }
    const RunFileState *file(const QByteArray &path) const
    {
        for (const auto &state : m_now ? m_now->files : decltype(m_now->files)())
            if (state->file.path == QString::fromUtf8(path))
                return state.get();
        return nullptr;
    }
    static QString loss() { return QStringLiteral("loss"); }

private slots:
    void init()
    {
        m_source.reset();
        m_clock = std::make_unique<FakeClock>(kNow);
        m_relay = std::make_unique<FakeRelay>();
    }

    void eventFile_becomesCurves_withPrintedTimesAndPlaces()
    {
        m_relay->script(kKey, row('b', kEvents) + "end 1\n");
        const QByteArray bytes = eventFile(20);
        m_relay->setFile(kEvents, bytes, 1, kNow);
        start();
        QVERIFY(file(kEvents));
        QCOMPARE(file(kEvents)->file.state, RunFile::State::Following);
        QCOMPARE(file(kEvents)->file.reason, RunFile::Reason::HostInName);
        QCOMPARE(file(kEvents)->file.readTo, qint64(bytes.size()));
        QCOMPARE(file(kEvents)->label, QStringLiteral("a"));
        QCOMPARE(m_now->run->metrics(), QStringList({loss(), QStringLiteral("custom")}));
        QCOMPARE(steps(*m_now->run, loss()), range(1, 20));
        const Run::RecordPlace place = m_now->run->place(4);
        QCOMPARE(place.timeMs, 1'699'999'005'000.0);
        QCOMPARE(place.timeSource, TimeSource::Printed);
        QCOMPARE(place.offset, qint64(bytes::versionRecord(1'699'999'000).size() + events(1, 4).size()));
        QCOMPARE(place.line, 0);
    }

    void growingFile_onlyNewBytesTravel_whereverItIsCut()
    {
        m_relay->script(kKey, row('b', kEvents) + "end 1\n");
        const QByteArray all = eventFile(3);
        for (qsizetype cut = 0; cut <= all.size(); ++cut) {
            m_relay->setFile(kEvents, all.first(cut), 1, kNow);
            start();
            m_relay->setFile(kEvents, all, 1, kNow);
            look(5000);
            QVERIFY2(m_now->run, qPrintable(QString::number(cut)));
            QCOMPARE(steps(*m_now->run, loss()), range(1, 3));
            QCOMPARE(file(kEvents)->file.damaged, 0);
        }
    }

    void replacedFile_isReadAnew()
    {
        m_relay->script(kKey, row('b', kEvents) + "end 1\n");
        m_relay->setFile(kEvents, eventFile(20), 1, kNow);
        start();
        m_relay->setFile(kEvents, bytes::versionRecord() + events(31, 33), 2, kNow);
        look(5000);
        QCOMPARE(steps(*m_now->run, loss()), range(31, 33));
        m_relay->setFile(kEvents, bytes::versionRecord() + events(41, 41), 2, kNow); // shorter
        look(60'000);
        QCOMPARE(steps(*m_now->run, loss()), range(41, 41));
    }

    void lostLink_goesOnAtTheByte()
    {
        m_relay->script(kKey, row('b', kEvents) + "end 1\n");
        m_relay->setFile(kEvents, eventFile(20).chopped(7), 1, kNow);
        start();
        m_source->tick();
        m_source->pause();
        m_relay->setFile(kEvents, eventFile(40), 1, kNow);
        m_source->resume();
        look(0);
        QCOMPARE(steps(*m_now->run, loss()), range(1, 40));
        QCOMPARE(file(kEvents)->file.damaged, 0);
    }

    void startedAgain_goesOnWhereverItEnded()
    {
        m_relay->script(kKey, row('b', kEvents) + "end 1\n");
        const QByteArray all = eventFile(4);
        for (qsizetype cut = 1; cut <= all.size(); cut += 3) {
            m_relay->setFile(kEvents, all.first(cut), 1, kNow);
            start();
            const RunFileState saved = *file(kEvents);
            QVERIFY(saved.place && saved.place->canGoOn());
            m_relay->setFile(kEvents, all, 1, kNow);
            make();
            m_source->follow(target());
            m_store->restore(kJob, saved);
            m_source->goOn(kJob, saved.file, saved.place);
            look(0);
            QCOMPARE(steps(*m_now->run, loss()), range(1, 4));
            QCOMPARE(m_now->run->place(3).offset,
                     qint64(bytes::versionRecord(1'699'999'000).size() + events(1, 3).size()));
        }
    }

    void tableOfRows_isFollowed_timesAreEstimatedThenArrived()
    {
        m_relay->script(kKey, row('b', kCsv) + "end 1\n");
        m_relay->setFile(kCsv, "epoch,step,train_loss\n0,10,2.5\n0,20,2.25\n", 1, kNow - 1000);
        start();
        QCOMPARE(file(kCsv)->file.format, QStringLiteral("lightning-csv"));
        QCOMPARE(steps(*m_now->run, loss()), QList<qint64>({10, 20}));
        m_relay->setFile(kCsv, "epoch,step,train_loss\n0,10,2.5\n0,20,2.25\n0,30,2\n", 1, kNow + 5000);
        look(5000);
        QCOMPARE(steps(*m_now->run, loss()), QList<qint64>({10, 20, 30}));
        QCOMPARE(m_now->run->place(2).timeSource, TimeSource::Arrived);
        QVERIFY(!file(kCsv)->place); // its reader cannot go on
    }

    void sameCurveInLogAndEventFile_isDrawnOnce_andTheOtherIsReachable()
    {
        m_relay->script(kKey, row('b', kEvents) + row('b', kCsv) + "end 1\n");
        m_relay->setFile(kEvents, eventFile(20), 1, kNow);
        m_relay->setFile(kCsv, "epoch,step,train_loss\n0,10,2.5\n0,20,2.25\n", 1, kNow);
        start();
        const QString other = QStringLiteral("loss · metrics.csv");
        QCOMPARE(m_now->run->metrics(), QStringList({loss(), other, QStringLiteral("custom")}));
        QCOMPARE(m_now->run->count(loss()), std::size_t(20));
        QCOMPARE(m_now->run->count(other), std::size_t(2));
        QVERIFY(m_now->run->isTwin(other));
        QVERIFY(!m_now->run->isTwin(loss()));
        QCOMPARE(m_now->run->source(loss()), QStringLiteral("a"));
    }

    void foreignNodes_areLeftOut_andSharedFoldersAreAskedAbout()
    {
        const QByteArray foreign = "/w/runs/b/events.out.tfevents.1699999990.n009.77.0";
        m_relay->script(kKey, row('b', kEvents) + row('b', foreign) + row('b', kCsv) + "end 1\n");
        m_relay->setFile(kEvents, eventFile(20), 1, kNow);
        m_relay->setFile(kCsv, "epoch,step,train_loss\n0,10,2.5\n", 1, kNow);
        auto wanted = target();
        wanted.sharesFolder = true;
        start(wanted);
        QVERIFY(!file(foreign));
        QCOMPARE(file(kCsv)->file.state, RunFile::State::Ambiguous);
        QVERIFY(!file(kCsv)->run);
        m_source->setRead(kJob, QString::fromUtf8(kCsv), true);
        look(100);
        QCOMPARE(file(kCsv)->file.state, RunFile::State::Following);
        QCOMPARE(file(kCsv)->run->size(), std::size_t(1));
        m_source->setRead(kJob, QString::fromUtf8(kCsv), false);
        look(100);
        QCOMPARE(file(kCsv)->file.state, RunFile::State::SwitchedOff);
        QVERIFY(!file(kCsv)->run);
        look(RunFileSource::kSearchMs);
        QCOMPARE(file(kCsv)->file.state, RunFile::State::SwitchedOff);
    }

    void looks_areRare_andHastenedByWhatTheLogNames()
    {
        m_relay->script(kKey, "end 1\n");
        start();
        QCOMPARE(m_relay->count(kKey), 1);
        look(5000);
        QCOMPARE(m_relay->count(kKey), 1);
        LogChunk chunk;
        chunk.job = kJob;
        chunk.bytes = "wandb: Run data is saved loc";
        m_source->readLog(chunk);
        chunk.offset = 28;
        chunk.bytes = "ally in /w/wandb/run-1\nTensorboard logs: tb/x\n";
        m_source->readLog(chunk);
        look(0);
        QCOMPARE(m_relay->count(kKey), 2);
        QVERIFY(m_relay->command(kKey).contains("/w/wandb/run-1"));
        QVERIFY(m_relay->command(kKey).contains("/w/tb/x"));
        m_source->readLog(chunk);
        look(1000);
        QCOMPARE(m_relay->count(kKey), 2);
        look(RunFileSource::kEarlySearchMs);
        QCOMPARE(m_relay->count(kKey), 3);
        look(RunFileSource::kEarlyMs);
        QCOMPARE(m_relay->count(kKey), 4);
        look(RunFileSource::kEarlySearchMs);
        QCOMPARE(m_relay->count(kKey), 4);
        auto over = target();
        over.isOver = true;
        m_source->follow(over);
        look(0);
        QCOMPARE(m_relay->count(kKey), 5);
        look(10 * RunFileSource::kSearchMs);
        QCOMPARE(m_relay->count(kKey), 5);
    }

    void addedPath_isLookedForAtOnce_andReadWhateverItsName()
    {
        m_relay->script(kKey, "end 1\n");
        start();
        m_relay->hold(kKey);
        m_source->add(kJob, QStringLiteral("/w/../notes")); // one part below the root is nearly the whole disk
        look(3000);
        QCOMPARE(m_relay->count(kKey), 1);
        m_source->add(kJob, QStringLiteral("sub/../notes.txt"));
        look(3000);
        QVERIFY(m_relay->command(kKey).contains("/w/notes.txt"));
        m_relay->setFile("/w/notes.txt", "step: 5 loss: 1.5\n", 1, kNow);
        QVERIFY(m_relay->answer(kKey, CommandOutput{0, row('a', "/w/notes.txt") + "end 1\n", {}, false}));
        look(100);
        QVERIFY(file("/w/notes.txt"));
        QCOMPARE(file("/w/notes.txt")->file.reason, RunFile::Reason::Added);
        QCOMPARE(steps(*m_now->run, loss()), QList<qint64>({5}));
    }

    void manyFiles_areReadUpToALimit()
    {
        QByteArray rows;
        for (int i = 0; i < 40; ++i) {
            const QByteArray path = "/w/runs/" + QByteArray::number(i) + "/metrics.csv";
            rows += row('b', path);
            m_relay->setFile(path, "epoch,step,train_loss\n0,10,2.5\n", 1, kNow);
        }
        m_relay->script(kKey, rows + "end 1\n");
        start();
        for (int i = 0; i < 40; ++i)
            look(2000);
        const auto count = [&](RunFile::State state) {
            return std::count_if(m_now->files.begin(), m_now->files.end(),
                                 [&](const auto &one) { return one->file.state == state; });
        };
        QCOMPARE(count(RunFile::State::Following), std::ptrdiff_t(RunFileSource::kMaxFiles));
        QCOMPARE(count(RunFile::State::TooMany), std::ptrdiff_t(40 - RunFileSource::kMaxFiles));
    }

    void longTextWithoutMetrics_isReadNoFurther()
    {
        const QByteArray path = "/w/outputs/predictions.jsonl";
        m_relay->script(kKey, row('b', path) + "end 1\n");
        m_relay->setFile(path, QByteArray("{\"text\": \"nothing that is measured\"}\n").repeated(400'000), 1, kNow);
        start();
        look(2000);
        QCOMPARE(file(path)->file.state, RunFile::State::NoMetrics);
        QVERIFY(file(path)->file.readTo < 8 << 20);
        QVERIFY(file(path)->file.size > 12 << 20);
    }
};

QTEST_GUILESS_MAIN(TestRunFileSource)
#include "tst_runfilesource.moc"
