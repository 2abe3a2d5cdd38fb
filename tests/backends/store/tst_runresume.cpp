// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logstream.h"
#include "tests/backends/parsers/logs/expectedlog.h"
#include "tests/backends/store/comparerun.h"

#include <QTest>
#include <random>

using namespace paceline;

namespace {

LogRecord record(qint64 step, double loss, std::optional<int> rank = {})
{
    LogRecord r;
    r.step = step;
    r.rank = rank;
    r.line = step + 1;
    r.offset = step * 10;
    r.length = 9;
    r.timeMs = 1'700'000'000'000 + step * 250;
    r.timeSource = TimeSource::Printed;
    r.metrics = {{QStringLiteral("loss"), loss, {}, QStringLiteral("loss")}};
    return r;
}

/// What one builder makes of the records, and what two make of them of which the second goes on where the first
/// stopped.
std::pair<std::shared_ptr<const Run>, std::shared_ptr<const Run>> built(const std::vector<LogRecord> &records,
                                                                        std::size_t cut, std::size_t breakAt = 0)
{
    RunBuilder whole, first, second;
    const auto addTo = [&](RunBuilder &builder, std::size_t i) {
        if (breakAt == i && i > 0)
            builder.breakLine();
        if (i < records.size())
            builder.append({records[i]});
    };
    for (std::size_t i = 0; i < records.size(); ++i)
        addTo(whole, i);
    for (std::size_t i = 0; i < cut; ++i)
        addTo(first, i);
    if (breakAt == cut && cut > 0)
        first.breakLine(); // cut between the break and the record behind it
    second.goOn(*RunBuilder::assemble(takeApart(*first.snapshot())));
    for (std::size_t i = cut; i < records.size(); ++i) {
        if (i == breakAt && breakAt == cut)
            second.append({records[i]});
        else
            addTo(second, i);
    }
    return {whole.snapshot(), second.snapshot()};
}

} // namespace

class TestRunResume : public QObject
{
    Q_OBJECT
private slots:
    void logCutAnywhere_goesOnAsTheRunReadWhole_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = expectedLogNames();
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void logCutAnywhere_goesOnAsTheRunReadWhole()
    {
        QFETCH(QString, name);
        const QByteArray once = loadExpectedLog(name).bytes;
        const QByteArray bytes = once + once;
        logs::LogStream all;
        RunBuilder whole;
        whole.append(all.feed(bytes, 1));
        whole.setSource(QStringLiteral("/log"), all.format());
        for (qsizetype cut = 0; cut <= bytes.size(); cut += 1 + bytes.size() / 200) {
            logs::LogStream before;
            RunBuilder first, second;
            first.append(before.feed(bytes.first(cut), 1));
            first.setSource(QStringLiteral("/log"), before.format());
            const logs::LogStream::Place place = before.place();
            if (!place.canGoOn)
                continue; // read from the beginning: tst_logformats says which
            logs::LogStream after({{}, place.offset, place.line, place.segment, place.state});
            second.goOn(*RunBuilder::assemble(takeApart(*first.snapshot())));
            second.append(after.feed(bytes.sliced(place.offset), 1));
            second.setSource(QStringLiteral("/log"), after.format());
            const QString difference = runDifference(*second.snapshot(), *whole.snapshot());
            QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("cut at %1: %2").arg(cut).arg(difference)));
        }
    }

    void longRun_goesOnAcrossChunksAndSpans()
    {
        std::vector<LogRecord> records;
        for (qint64 step = 0; step < 140'000; ++step)
            records.push_back(record(step, step % 999 == 0 ? std::nan("") : double(step % 777)));
        for (const std::size_t cut : {1UL, 1023UL, 1024UL, 1025UL, 65536UL, 65537UL, 131072UL, 139'999UL}) {
            const auto [whole, resumed] = built(records, cut);
            QCOMPARE(runDifference(*resumed, *whole), QString());
            const auto curve = resumed->curve(QStringLiteral("loss"), RunAxis::Step, 0, 140'000, 500);
            const auto expected = whole->curve(QStringLiteral("loss"), RunAxis::Step, 0, 140'000, 500);
            QCOMPARE(curve.size(), expected.size());
            for (std::size_t i = 0; i < curve.size(); ++i)
                QVERIFY(isSameBits(curve[i].x, expected[i].x) && isSameBits(double(curve[i].y), double(expected[i].y)));
        }
    }

    void severalRanks_goOnWithTheSameRecordsKept()
    {
        std::vector<LogRecord> records;
        std::mt19937 random(7);
        for (qint64 step = 0; step < 40; ++step) {
            std::vector<int> ranks{3, 1, 0, 2};
            std::shuffle(ranks.begin(), ranks.end(), random);
            for (const int rank : ranks)
                records.push_back(record(step, double(step) + rank * 0.25, rank));
        }
        for (std::size_t cut = 0; cut <= records.size(); ++cut) {
            const auto [whole, resumed] = built(records, cut);
            QCOMPARE(runDifference(*resumed, *whole), QString());
        }
    }

    void breakInTheLog_staysWhereItWas()
    {
        std::vector<LogRecord> records;
        for (qint64 step = 0; step < 30; ++step)
            records.push_back(record(step, 1.0));
        for (std::size_t cut = 1; cut < records.size(); ++cut) {
            const auto [whole, resumed] = built(records, cut, 12);
            QCOMPARE(runDifference(*resumed, *whole), QString());
        }
    }

    void runTakenApart_isTheSameWhenAssembled()
    {
        RunBuilder builder;
        for (qint64 step = 0; step < 3000; ++step) {
            LogRecord r = record(step, double(step));
            if (step % 10 == 0)
                r.metrics.push_back({QStringLiteral("rate"), 1.0 / double(step + 1), QStringLiteral("s"), {}});
            if (step % 7 == 0)
                r.metrics.push_back({QStringLiteral("x"), std::numeric_limits<double>::infinity(), {}, {}});
            builder.append({r});
        }
        const auto run = builder.snapshot();
        QCOMPARE(runDifference(*RunBuilder::assemble(takeApart(*run)), *run), QString());
    }
};

QTEST_APPLESS_MAIN(TestRunResume)
#include "tst_runresume.moc"
