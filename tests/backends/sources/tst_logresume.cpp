// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/logsource.h"
#include "backends/store/store.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerelay.h"

#include <QTest>
#include <set>

using namespace paceline;

namespace {

constexpr JobId kJob{42};
const QByteArray kPath = "/scratch/job.out";
constexpr qint64 kNow = 1'700'000'000'000;

QByteArray lines(int from, int to)
{
    QByteArray text;
    for (int step = from; step <= to; ++step)
        text += "epoch 0 step " + QByteArray::number(step) + " loss 1.5 step_time 1000ms\n";
    return text;
}

} // namespace

/// A program that follows a log, is ended at any time, and is started again with what was saved.
class TestLogResume : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeRelay> m_relay;
    std::unique_ptr<LogSource> m_source;
    std::unique_ptr<Store> m_store;
    std::shared_ptr<const JobSnapshot> m_now; ///< of the running program: what it would have saved last
    std::vector<LogChunk> m_chunks;

    void put(const QByteArray &file, quint64 inode = 1) { m_relay->setFile(kPath, file, inode, m_clock->nowMs()); }
    void take(const Batch &batch)
    {
        m_chunks.insert(m_chunks.end(), batch.logs.begin(), batch.logs.end());
        m_store->apply(batch);
        for (const auto &job : m_store->takeChanges().watched)
            m_now = job;
    }
    void look(qint64 ms = 5000)
    {
        m_clock->advance(ms);
        m_source->tick();
        for (int i = 0; i < 200; ++i)
            QCoreApplication::processEvents();
    }
    /// The program starts, with what was saved if anything was.
    void start(const std::shared_ptr<const JobSnapshot> &saved = {})
    {
        m_source.reset();
        m_store = std::make_unique<Store>();
        m_chunks.clear();
        std::optional<LogPlace> from;
        if (saved && saved->place) {
            m_store->restore(kJob, *saved->run, *saved->place);
            from = saved->place;
        }
        m_source = std::make_unique<LogSource>(*m_relay, *m_clock);
        connect(m_source.get(), &LogSource::batchReady, this, [this](const Batch &batch) { take(batch); });
        m_source->follow(kJob, QString::fromUtf8(kPath), kNow - 100'000, from);
        look(0);
    }
    QList<qint64> steps() const
    {
        QList<qint64> all;
        for (std::size_t i = 0; i < m_now->run->size(); ++i)
            all << qint64(m_now->run->place(i).step);
        return all;
    }
    static QList<qint64> range(qint64 from, qint64 to)
    {
        QList<qint64> all;
        for (qint64 i = from; i <= to; ++i)
            all << i;
        return all;
    }
    QByteArray shownText() const
    {
        QByteArray text;
        for (const auto &chunk : m_now->log->chunks())
            text += chunk->bytes;
        return text;
    }
    bool has(LogChunk::Event event) const
    {
        return std::any_of(m_chunks.begin(), m_chunks.end(), [&](const LogChunk &c) { return c.event == event; });
    }

private slots:
    void init()
    {
        m_source.reset();
        m_clock = std::make_unique<FakeClock>(kNow);
        m_relay = std::make_unique<FakeRelay>();
        m_now.reset();
    }

    void startedAgain_nothingIsLostAndNothingTwice_whereverItEnded()
    {
        const QByteArray all = lines(1, 12);
        for (qsizetype cut = 0; cut <= all.size(); ++cut) {
            put(all.first(cut));
            start();
            const auto saved = m_now;
            put(all);
            start(saved);
            QCOMPARE(steps(), range(1, 12));
            for (std::size_t i = 0; i < 12; ++i) {
                const Run::RecordPlace place = m_now->run->place(i);
                QCOMPARE(place.line, qint64(i) + 1);
                QCOMPARE(all.mid(place.offset, place.length), lines(int(i) + 1, int(i) + 1).chopped(1));
            }
            QVERIFY(shownText() == all);
            QCOMPARE(m_now->log->firstLine(), 1);
        }
    }

    void endedAfterEachStepOfABacklog_nothingIsLostAndNothingTwice()
    {
        const QByteArray all = lines(1, 120'000); // six pulls, more records than are held back
        put(all);
        std::set<std::size_t> seen;
        std::vector<std::shared_ptr<const JobSnapshot>> states;
        start();
        const auto whole = m_now;
        Store store;
        for (const LogChunk &chunk : std::vector<LogChunk>(m_chunks)) {
            Batch batch;
            batch.logs.push_back(chunk);
            store.apply(batch);
            const auto state = store.takeChanges().watched.front();
            if (state->place && seen.insert(state->run->size()).second)
                states.push_back(state);
        }
        QVERIFY(states.size() > 1);
        for (const auto &state : states) {
            start(state);
            QCOMPARE(m_now->run->size(), std::size_t(120'000));
            QVERIFY(steps() == range(1, 120'000));
            QCOMPARE(*m_now->place, [&] {
                LogPlace place = *whole->place;
                place.timeMs = m_now->place->timeMs;
                return place;
            }());
        }
    }

    void timesOfBefore_areKept_andThoseOfTheGapAreEstimatedWithinIt()
    {
        put(lines(1, 1));
        start();
        put(lines(1, 2));
        look(1000);
        QCOMPARE(m_now->run->place(1).timeSource, TimeSource::Arrived);
        const auto saved = m_now;
        m_clock->advance(600'000);
        put(lines(1, 102));
        start(saved);
        QCOMPARE(m_now->run->place(1).timeSource, TimeSource::Arrived);
        QCOMPARE(m_now->run->place(1).timeMs, double(kNow + 1000));
        QCOMPARE(m_now->run->place(101).timeSource, TimeSource::Interpolated);
        QCOMPARE(m_now->run->place(101).timeMs, double(kNow + 601'000));
        QCOMPARE(m_now->run->place(2).timeMs, double(kNow + 601'000 - 99'000));
        put(lines(1, 103));
        look(1000);
        QCOMPARE(m_now->run->place(102).timeSource, TimeSource::Arrived);
    }

    void longLog_isNotReadAgain_butItsEndIsShown()
    {
        const QByteArray all = lines(1, 100'000);
        put(all);
        start();
        const auto saved = m_now;
        put(all + lines(100'001, 100'002));
        start(saved);
        QCOMPARE(m_now->run->size(), std::size_t(100'002));
        qint64 bytes = 0;
        for (const LogChunk &chunk : m_chunks)
            bytes += chunk.bytes.size();
        QVERIFY(bytes < 600'000);
        QVERIFY(bytes > 400'000);
        const auto log = m_now->log;
        const qint64 first = log->firstLine();
        QCOMPARE(log->line(0).bytes, lines(int(first), int(first)).chopped(1));
        QCOMPARE(log->line(log->indexOfLine(100'002)).bytes, lines(100'002, 100'002).chopped(1));
        QCOMPARE(log->records, 100'002);
    }

    void quietLog_isShownAsItWas()
    {
        put(lines(1, 5));
        start();
        start(m_now);
        QCOMPARE(steps(), range(1, 5));
        QVERIFY(shownText() == lines(1, 5));
        QCOMPARE(m_now->log->state, LogText::State::Following);
        QCOMPARE(m_now->log->format, QStringLiteral("generic"));
    }

    void otherFile_isReadAnew_andReplacesTheRun_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<quint64>("inode");
        QTest::newRow("another inode") << lines(201, 260) << quint64(2);
        QTest::newRow("shorter") << lines(201, 203) << quint64(1);
        QTest::newRow("written anew, longer") << lines(201, 260) << quint64(1);
        QTest::newRow("empty") << QByteArray() << quint64(1);
    }
    void otherFile_isReadAnew_andReplacesTheRun()
    {
        QFETCH(QByteArray, file);
        QFETCH(quint64, inode);
        put(lines(1, 20));
        start();
        const auto saved = m_now;
        m_clock->advance(600'000);
        put(file, inode);
        start(saved);
        QCOMPARE(steps(), range(201, 200 + file.count('\n')));
        QVERIFY(has(inode == 2 ? LogChunk::Event::Replaced : LogChunk::Event::Truncated));
        QVERIFY(shownText() == file);
        if (!file.isEmpty())
            QCOMPARE(m_now->run->place(0).timeSource, TimeSource::Interpolated); // it is a backlog
    }

    void missingLog_leavesTheSavedRun()
    {
        put(lines(1, 20));
        start();
        const auto saved = m_now;
        m_relay->removeFile(kPath);
        start(saved);
        QCOMPARE(steps(), range(1, 20));
        QCOMPARE(m_now->problems.front().error.kind, ErrorKind::NotFound);
        put(lines(1, 21)); // it is back
        look();
        QCOMPARE(steps(), range(1, 21));
    }

    void linkLostBeforeTheFirstAnswer_goesOnAllTheSame()
    {
        put(lines(1, 20));
        start();
        const auto saved = m_now;
        put(lines(1, 30));
        m_source.reset();
        m_store = std::make_unique<Store>();
        m_store->restore(kJob, *saved->run, *saved->place);
        m_source = std::make_unique<LogSource>(*m_relay, *m_clock);
        connect(m_source.get(), &LogSource::batchReady, this, [this](const Batch &batch) { take(batch); });
        m_source->follow(kJob, QString::fromUtf8(kPath), 0, saved->place);
        m_source->tick();
        m_source->pause();
        QCoreApplication::processEvents();
        m_source->resume();
        look();
        QCOMPARE(steps(), range(1, 30));
        QVERIFY(shownText() == lines(1, 30));
    }
};

QTEST_GUILESS_MAIN(TestLogResume)
#include "tst_logresume.moc"
