// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logstream.h"
#include "backends/parsers/logs/recordtimes.h"

#include <QTest>
#include <functional>

using namespace paceline;
using namespace paceline::logs;

namespace {

constexpr qint64 kStart = 1'700'000'000'000;

std::vector<Reading> read(const QByteArray &text)
{
    LogStream stream;
    return stream.read(text);
}

} // namespace

class TestRecordTimes : public QObject
{
    Q_OBJECT

    /// Largest error over the length of the run.
    static double worst(const std::vector<LogRecord> &records, const std::function<double(qint64)> &secondsAtStep,
                        double runS)
    {
        double error = 0;
        for (const LogRecord &record : records)
            error = std::max(error, std::abs(double(record.timeMs - kStart) / 1000 - secondsAtStep(*record.step)));
        return error / runS;
    }

private slots:
    void live_linesOfOnePoll_areSpreadOverIt()
    {
        const auto records = RecordTimes().live(read("step 1 loss 3\nstep 2 loss 2\n"), kStart, kStart + 1000);
        QCOMPARE(records.size(), size_t(2));
        QCOMPARE(records[0].timeMs, kStart + 500);
        QCOMPARE(records[1].timeMs, kStart + 1000);
        QCOMPARE(records[1].timeSource, TimeSource::Arrived);
        QCOMPARE(records[1].uncertaintyMs, 500);
    }

    void printedTime_winsWhereTheZoneIsKnown()
    {
        const QByteArray line = "[2023-11-14 23:13:20,250] [INFO] step 1 loss 3\n";
        RecordTimes times;
        times.setStart(kStart);
        QCOMPARE(times.live(read(line), kStart, kStart + 9000)[0].timeSource, TimeSource::Arrived);
        times.setZone(3600);
        const LogRecord record = times.live(read(line), kStart, kStart + 9000)[0];
        QCOMPARE(record.timeSource, TimeSource::Printed);
        QCOMPARE(record.timeMs, kStart + 250);
    }

    void printedTime_thatCannotBe_isNotUsed()
    {
        RecordTimes times;
        times.setStart(kStart);
        times.setZone(0);
        const auto records =
            times.live(read("[2019-01-01 00:00:00,000] [INFO] step 1 loss 3\n"), kStart, kStart + 9000);
        QCOMPARE(records[0].timeSource, TimeSource::Arrived);
    }

    void backlog_isRightByTheTimeOfSteps_afterASlowStart()
    {
        // 300 s of loading, then 500 steps of 1 s, every tenth printed; one printed step was slow.
        QByteArray text = "loading\n";
        for (int step = 10; step <= 500; step += 10)
            text +=
                "step " + QByteArray::number(step) + " loss 1.0 step_time " + (step == 250 ? "9000ms\n" : "1000ms\n");
        RecordTimes times;
        times.setStart(kStart);
        const auto records = times.backlog(read(text), kStart + 800'000);
        QVERIFY(worst(
                    records, [](qint64 step) { return 300.0 + double(step); }, 800) < 0.05);
        QCOMPARE(records.back().timeMs, kStart + 800'000);
        QCOMPARE(records.front().timeSource, TimeSource::Interpolated);
        QVERIFY(records.front().uncertaintyMs > records.back().uncertaintyMs);
    }

    void backlog_isRightByABarsClock()
    {
        QByteArray text;
        for (int step = 0; step <= 100; ++step) {
            const int seconds = step < 50 ? step : 50 + (step - 50) * 3; // slower from the middle on
            text += "\r 10%|#   | " + QByteArray::number(step) + "/100 [" +
                    QByteArray::number(seconds / 60).rightJustified(2, '0') + ':' +
                    QByteArray::number(seconds % 60).rightJustified(2, '0') + "<00:00, 1.00it/s]";
        }
        RecordTimes times;
        times.setStart(kStart);
        const auto records = times.backlog(read(text + '\n'), kStart + 260'000);
        QCOMPARE(records.size(), size_t(101));
        const auto truth = [](qint64 step) { return 60.0 + double(step < 50 ? step : 50 + (step - 50) * 3); };
        QVERIFY(worst(records, truth, 260) < 0.01);
    }

    void backlog_withoutAnyTime_isSpreadByPlace()
    {
        QByteArray text;
        for (int step = 1; step <= 100; ++step)
            text += "step " + QByteArray::number(step).rightJustified(3, ' ') + " loss 1.00\n";
        RecordTimes times;
        times.setStart(kStart);
        const auto records = times.backlog(read(text), kStart + 100'000);
        QVERIFY(worst(
                    records, [](qint64 step) { return double(step); }, 100) < 0.05);
    }

    void backlog_neverGoesBeforeTheJobsStart()
    {
        QByteArray text;
        for (int step = 1; step <= 100; ++step)
            text += "step " + QByteArray::number(step) + " loss 1.0 step_time 100s\n";
        RecordTimes times;
        times.setStart(kStart);
        for (const LogRecord &record : times.backlog(read(text), kStart + 50'000))
            QVERIFY(record.timeMs >= kStart && record.timeMs <= kStart + 50'000);
    }
};

QTEST_GUILESS_MAIN(TestRecordTimes)
#include "tst_recordtimes.moc"
