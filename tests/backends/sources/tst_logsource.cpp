// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/logsource.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerelay.h"

#include <QRandomGenerator>
#include <QTest>

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

class TestLogSource : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeRelay> m_relay;
    std::unique_ptr<LogSource> m_source;
    QByteArray m_file; ///< as it stands on the host
    quint64 m_inode = 1;
    QByteArray m_text; ///< what was handed on since the last restart
    std::vector<LogRecord> m_records;
    std::vector<LogChunk::Event> m_events;
    std::vector<Problem> m_problems;
    std::vector<LogChunk> m_chunks;

    void put() { m_relay->setFile(kPath, m_file, m_inode, m_clock->nowMs()); }
    void write(const QByteArray &bytes)
    {
        m_file += bytes;
        put();
    }
    /// Lets ms pass and looks at the file to its end.
    void look(qint64 ms = 5000)
    {
        m_clock->advance(ms);
        m_source->tick();
        // Each pull is answered at once and noticed by the event loop.
        for (int i = 0; i < 200; ++i)
            QCoreApplication::processEvents();
    }
    void take(const Batch &batch)
    {
        for (const LogChunk &chunk : batch.logs) {
            m_chunks.push_back(chunk);
            m_events.push_back(chunk.event);
            if (chunk.event == LogChunk::Event::Truncated || chunk.event == LogChunk::Event::Replaced)
                m_text.clear();
            if (chunk.event == LogChunk::Event::Appended)
                QCOMPARE(chunk.offset, m_text.size());
            m_text += chunk.bytes;
            m_records.insert(m_records.end(), chunk.records.begin(), chunk.records.end());
        }
        m_problems.insert(m_problems.end(), batch.problems.begin(), batch.problems.end());
    }
    int count(LogChunk::Event event) const { return int(std::count(m_events.begin(), m_events.end(), event)); }
    QList<qint64> steps() const
    {
        QList<qint64> all;
        for (const LogRecord &record : m_records)
            all << record.step.value_or(-1);
        return all;
    }
    static QList<qint64> range(qint64 from, qint64 to)
    {
        QList<qint64> all;
        for (qint64 i = from; i <= to; ++i)
            all << i;
        return all;
    }
    void follow(qint64 startMs = kNow - 100'000)
    {
        m_source->follow(kJob, QString::fromUtf8(kPath), startMs);
        look(0);
    }

private slots:
    void init()
    {
        m_source.reset();
        m_clock = std::make_unique<FakeClock>(kNow);
        m_relay = std::make_unique<FakeRelay>();
        m_source = std::make_unique<LogSource>(*m_relay, *m_clock);
        connect(m_source.get(), &LogSource::batchReady, this, [this](const Batch &batch) { take(batch); });
        m_file.clear();
        m_inode = 1;
        m_text.clear();
        m_records.clear();
        m_events.clear();
        m_problems.clear();
        m_chunks.clear();
    }

    void backlog_comesWhole_withTimesAtItsEnd()
    {
        write(lines(1, 50));
        follow();
        QCOMPARE(m_text, m_file);
        QCOMPARE(steps(), range(1, 50));
        QCOMPARE(count(LogChunk::Event::CaughtUp), 1);
        QCOMPARE(m_records.back().timeMs, kNow);
        QCOMPARE(m_records.front().timeMs, kNow - 49'000);
        QCOMPARE(m_records.front().timeSource, TimeSource::Interpolated);
        QCOMPARE(m_chunks.back().format, QStringLiteral("generic"));
    }

    void newLine_arrivesWithTheTimeOfItsPoll()
    {
        write(lines(1, 1));
        follow();
        write(lines(2, 2));
        look(1000);
        QCOMPARE(steps(), range(1, 2));
        QCOMPARE(m_records.back().timeSource, TimeSource::Arrived);
        QCOMPARE(m_records.back().timeMs, kNow + 1000);
        QCOMPARE(m_chunks.back().firstLine, 2);
    }

    void unfinishedLine_isShownAtOnceAndReadWhenWhole()
    {
        follow();
        write("epoch 0 step 1 lo");
        look();
        QCOMPARE(m_text, m_file);
        QCOMPARE(m_records.size(), size_t(0));
        write("ss 1.5\n");
        look();
        QCOMPARE(steps(), range(1, 1));
    }

    void recordAtTheEnd_comesWhenTheJobHasEnded()
    {
        const QByteArray record = "[step=1/10]\n    train/CrossEntropyLoss=9.5\n";
        write(record);
        follow();
        look();
        QCOMPARE(steps(), QList<qint64>()); // a further line may belong to it
        m_source->setEnded(kJob);
        look();
        look();
        QCOMPARE(steps(), range(1, 1));
        QVERIFY(m_records.back().timeMs <= kNow);
        look();
        QCOMPARE(steps(), range(1, 1));
        write("[step=2/10]\n    train/CrossEntropyLoss=9.4\n"); // requeued, and it appends
        look();
        look();
        QCOMPARE(steps(), range(1, 2));
    }

    void growthInBlocks_isTold()
    {
        write(lines(1, 1));
        follow();
        const QByteArray output = lines(2, 1000);
        for (int i = 0; i < 5; ++i) {
            write(output.mid(i * 4096, 4096));
            look();
        }
        QVERIFY(m_chunks.back().blocks);
        QCOMPARE(m_chunks.back().blocks->bytes, 4096);
        QCOMPARE(m_chunks.back().blocks->periodMs, 5000);
    }

    void backlogOfManyPulls_comesInOrderAndOnce()
    {
        write(lines(1, 150'000)); // 7 MB
        follow();
        QCOMPARE(m_text.size(), m_file.size());
        QVERIFY(m_text == m_file);
        QCOMPARE(m_records.size(), size_t(150'000));
        QCOMPARE(steps(), range(1, 150'000));
    }

    void truncation_startsAnew()
    {
        write(lines(1, 20));
        follow();
        m_file = lines(1, 3);
        put();
        look();
        QCOMPARE(count(LogChunk::Event::Truncated), 1);
        QCOMPARE(m_text, m_file);
        QCOMPARE(m_records.size(), size_t(23));
        QCOMPARE(m_records.back().line, 3);
    }

    void fileWrittenAnewInPlace_andLongerThanBefore_isNoticed()
    {
        write(lines(1, 3));
        follow();
        m_file = lines(101, 120);
        put();
        look();
        QCOMPARE(count(LogChunk::Event::Truncated), 1);
        QCOMPARE(m_text, m_file);
        QCOMPARE(steps(), range(1, 3) + range(101, 120));
    }

    void rotation_readsTheNewFileFromItsStart()
    {
        write(lines(1, 3));
        follow();
        m_file = lines(4, 6);
        m_inode = 2;
        put();
        look();
        QCOMPARE(count(LogChunk::Event::Replaced), 1);
        QCOMPARE(steps(), range(1, 6));
    }

    void deletion_isSaidOnce_andReappearanceGoesOn()
    {
        write(lines(1, 3));
        follow();
        m_relay->removeFile(kPath);
        look();
        look();
        QCOMPARE(count(LogChunk::Event::Deleted), 1);
        QCOMPARE(m_problems.size(), size_t(1));
        QCOMPARE(m_problems[0].error.kind, ErrorKind::NotFound);
        QCOMPARE(m_problems[0].subject, Problem::Subject::Log);
        write(lines(4, 4)); // moved away and back
        look();
        QVERIFY(m_problems.back().cleared);
        QCOMPARE(steps(), range(1, 4));
        QCOMPARE(count(LogChunk::Event::Replaced), 0);
    }

    void logThatIsNotThereYet_isAProblemUntilItIs_andThenLive()
    {
        follow();
        QCOMPARE(m_problems.size(), size_t(1));
        QCOMPARE(m_problems[0].error.kind, ErrorKind::NotFound);
        QCOMPARE(m_problems[0].job, kJob);
        QCOMPARE(m_chunks.size(), size_t(0));
        look();
        QCOMPARE(m_problems.size(), size_t(1));
        write(lines(1, 2));
        look();
        QVERIFY(m_problems.back().cleared);
        QCOMPARE(steps(), range(1, 2));
        QCOMPARE(m_records[0].timeSource, TimeSource::Arrived);
    }

    void reconnect_goesOnAtTheByte()
    {
        const QByteArray all = lines(1, 200);
        QRandomGenerator random(7);
        follow();
        for (qsizetype at = 0; at < all.size();) {
            const qsizetype size = qMin<qsizetype>(all.size() - at, random.bounded(1, 300));
            write(all.mid(at, size));
            at += size;
            m_clock->advance(5000);
            m_source->tick(); // asked, and the link goes before the answer is taken
            if (random.bounded(2)) {
                m_source->pause();
                QCoreApplication::processEvents();
                m_source->resume();
            }
            look();
        }
        QVERIFY(m_text == all);
        QCOMPARE(steps(), range(1, 200));
    }

    void linesOfALongGap_areEstimated()
    {
        write(lines(1, 1));
        follow();
        m_source->pause();
        m_clock->advance(600'000);
        write(lines(2, 101));
        m_source->resume();
        look(0);
        QCOMPARE(m_records.size(), size_t(101));
        QCOMPARE(m_records.back().timeSource, TimeSource::Interpolated);
        QCOMPARE(m_records[1].timeMs, kNow + 600'000 - 99'000);
    }

    void quietFile_isAskedLessOften()
    {
        write(lines(1, 1));
        follow();
        write(lines(2, 2));
        look(500);
        QCOMPARE(m_records.size(), size_t(1)); // not due
        look(500);
        QCOMPARE(m_records.size(), size_t(2));
        for (int i = 0; i < 8; ++i)
            look();
        write(lines(3, 3));
        look(4000);
        QCOMPARE(m_records.size(), size_t(2));
        look(1000);
        QCOMPARE(m_records.size(), size_t(3));
    }

    void unfollow_endsIt_evenWithinASignal()
    {
        write(lines(1, 1));
        connect(m_source.get(), &LogSource::batchReady, this, [this] { m_source->unfollow(kJob); });
        follow();
        const std::size_t chunks = m_chunks.size();
        QCOMPARE(chunks, size_t(1));
        write(lines(2, 2));
        look();
        QCOMPARE(m_chunks.size(), chunks);
    }

    void otherPathOfTheJob_startsAnew()
    {
        write(lines(1, 1));
        follow();
        m_relay->setFile("/scratch/other.out", lines(7, 8), 9, kNow);
        m_text.clear();
        m_source->follow(kJob, QStringLiteral("/scratch/other.out"), kNow);
        look(0);
        QCOMPARE(m_text, lines(7, 8));
        QCOMPARE(m_chunks.back().path, QStringLiteral("/scratch/other.out"));
    }

    void printedTimes_useTheZoneOfTheCluster()
    {
        m_relay->script("zone", QByteArray("+0200\n"));
        follow();
        look(1000);
        write("[2023-11-15 00:13:21,000] [INFO] step 1 loss 0.5\n");
        look(5000);
        QCOMPARE(m_records.size(), size_t(1));
        QCOMPARE(m_records[0].timeSource, TimeSource::Printed);
        QCOMPARE(m_records[0].timeMs, kNow + 1000);
    }
};

QTEST_GUILESS_MAIN(TestLogSource)
#include "tst_logsource.moc"
