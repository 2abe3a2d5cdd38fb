// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logstream.h"
#include "backends/store/run.h"

#include <QTest>

using namespace paceline;

class TestDerivedSpeed : public QObject
{
    Q_OBJECT

    static std::shared_ptr<const Run> runOf(const QByteArray &log)
    {
        RunBuilder builder;
        logs::LogStream stream;
        builder.append(stream.feed(log, 1));
        return builder.snapshot();
    }
    static QStringList speeds(const Run &run)
    {
        QStringList found;
        const QStringList metrics = run.metrics();
        for (const QString &metric : metrics) {
            if (metric.endsWith(QLatin1String("_per_sec")))
                found.append(metric);
        }
        return found;
    }

private slots:
    void tokensPerIteration_makeTokensPerSecond()
    {
        const auto run = runOf("tokens per iteration will be: 491,520\n"
                               "iter 0: loss 10.9, time 2000.00ms, mfu -100.00%\n"
                               "iter 10: loss 9.1, time 250.00ms, mfu 31.00%\n");
        QCOMPARE(run->size(), std::size_t(2)); // what says how large a batch is is no point of a curve
        QCOMPARE(speeds(*run), QStringList{QStringLiteral("derived/tokens_per_sec")});
        QCOMPARE(run->value(0, QStringLiteral("derived/tokens_per_sec")), 245760.f);
        QCOMPARE(run->value(1, QStringLiteral("derived/tokens_per_sec")), 1966080.f);
    }
    void globalBatchOfTheRecord_countsAtOnce()
    {
        const auto run =
            runOf(" iteration       10/    1000 | consumed samples:           40 | elapsed time per iteration "
                  "(ms): 2000.0 | learning rate: 0.000E+00 | global batch size:     4 | lm loss: 1.2E+01 |\n");
        QCOMPARE(run->value(0, QStringLiteral("derived/samples_per_sec")), 2.f);
    }
    void differenceOfCounts_isTheBatchWhereNothingNamesIt()
    {
        LogRecord record;
        record.metrics = {{QStringLiteral("time"), 0.5, QStringLiteral("s"), QStringLiteral("step_time")}};
        DerivedSpeed speed;
        record.step = 10;
        record.samples = 640;
        QVERIFY(!speed.of(record));
        record.step = 20;
        record.samples = 1280;
        const auto made = speed.of(record);
        QVERIFY(made);
        QCOMPARE(made->name, QStringLiteral("derived/samples_per_sec"));
        QCOMPARE(made->value, 128.0); // 64 samples in half a second
        speed.breakLine();
        record.step = 30;
        record.samples = 1920;
        QVERIFY(!speed.of(record));
    }
    void printedThroughput_isLeftAlone()
    {
        LogRecord record;
        record.step = 1;
        record.metrics = {{QStringLiteral("global batch size"), 8, {}, {}},
                          {QStringLiteral("time"), 0.5, QStringLiteral("s"), QStringLiteral("step_time")},
                          {QStringLiteral("ips"), 15, {}, QStringLiteral("samples_per_sec")}};
        QVERIFY(!DerivedSpeed().of(record));
        record.metrics.pop_back();
        QVERIFY(DerivedSpeed().of(record));
        record.metrics.back().unit.clear(); // nobody knows how long a step of 0.5 is
        QVERIFY(!DerivedSpeed().of(record));
        record.metrics.back().unit = QStringLiteral("s");
        record.kind = RecordKind::Eval;
        QVERIFY(!DerivedSpeed().of(record));
    }
    void batchOfOneDevice_saysNothing()
    {
        const auto run = runOf("per_device_train_batch_size: 8\nbatch_size: 8\n"
                               "iter 0: loss 10.9, time 2000.00ms, mfu -100.00%\n");
        QCOMPARE(run->size(), std::size_t(1));
        QCOMPARE(speeds(*run), QStringList());
    }
    void argumentsOfTheWholeJob_areRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("megatron") << QByteArray("  global_batch_size ............................... 256");
        QTest::newRow("hugging face") << QByteArray(
            "  Total train batch size (w. parallel, distributed & accumulation) = 256");
        QTest::newRow("label") << QByteArray("[rank0]: Global batch size: 256");
        QTest::newRow("deepspeed") << QByteArray("[2024-01-01 10:00:00,000] [INFO] [config.py:1000:print]   "
                                                 "train_batch_size ............. 256");
    }
    void argumentsOfTheWholeJob_areRead()
    {
        QFETCH(QByteArray, line);
        const auto run = runOf(line + "\niter 5: loss 10.9, time 500.00ms, mfu 1.00%\n");
        QCOMPARE(run->value(run->size() - 1, QStringLiteral("derived/samples_per_sec")), 512.f);
    }
    void savedMemory_goesOn()
    {
        RunBuilder first;
        logs::LogStream stream;
        first.append(
            stream.feed("tokens per iteration will be: 1000\niter 0: loss 2.0, time 500.00ms, mfu 1.00%\n", 1));
        RunBuilder second;
        second.goOn(*first.snapshot());
        second.append(stream.feed("iter 1: loss 1.9, time 250.00ms, mfu 1.00%\n", 2));
        QCOMPARE(second.snapshot()->value(1, QStringLiteral("derived/tokens_per_sec")), 4000.f);
    }
};

QTEST_GUILESS_MAIN(TestDerivedSpeed)
#include "tst_derivedspeed.moc"
