// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/ownscaling.h"

#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

LogRecord record(int step, std::vector<std::pair<const char *, double>> metrics)
{
    LogRecord made;
    made.step = step;
    made.timeMs = 1'700'000'000'000 + step * 1000;
    for (const auto &[name, value] : metrics) {
        LogMetric metric;
        metric.name = metric.canon = QString::fromLatin1(name);
        metric.value = value;
        made.metrics.push_back(metric);
    }
    return made;
}

std::shared_ptr<const Run> runOf(int records, std::vector<std::pair<const char *, double>> metrics)
{
    RunBuilder builder;
    std::vector<LogRecord> all;
    for (int i = 0; i < records; ++i) {
        auto slow = metrics;
        for (auto &[name, value] : slow)
            value *= i < records / 20 ? 0.1 : 1; // it warms up
        all.push_back(record(i, slow));
    }
    builder.append(all);
    return builder.snapshot();
}

OwnRun own(quint32 job, const char *name, double accelerators, double speed, const char *type = "a100")
{
    return {.job = JobId{job},
            .name = QString::fromLatin1(name),
            .user = QStringLiteral("ada"),
            .acceleratorType = QString::fromLatin1(type),
            .accelerators = accelerators,
            .speed = {QStringLiteral("samples_per_sec"), speed},
            .startS = double(job)};
}

} // namespace

class TestOwnScaling : public QObject
{
    Q_OBJECT
private slots:
    void speed_isTheUsualOneBehindTheWarmUp()
    {
        const auto speed = speedOf(*runOf(400, {{"loss", 2}, {"samples_per_sec", 5000}, {"step_time", 0.2}}));
        QVERIFY(speed);
        QCOMPARE(speed->metric, QStringLiteral("samples_per_sec"));
        QCOMPARE(speed->perSecond, 5000.0);
        QVERIFY(std::fabs(speed->batch - 1000) < 0.01);
    }
    void speed_ofStepsAlone_isStepsASecond()
    {
        const auto speed = speedOf(*runOf(100, {{"loss", 2}, {"step_time", 0.25}}));
        QVERIFY(speed);
        QCOMPARE(speed->metric, QStringLiteral("steps_per_sec"));
        QCOMPARE(speed->perSecond, 4.0);
        QVERIFY(std::isnan(speed->batch));
    }
    void speed_ofTooLittle_isNone()
    {
        QVERIFY(!speedOf(*runOf(2, {{"samples_per_sec", 5000}})));
        QVERIFY(!speedOf(*runOf(100, {{"loss", 2}})));
    }
    void nameWithoutScale_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("rest");
        QTest::newRow("gpus behind") << "resnet-64gpu"
                                     << "resnet";
        QTest::newRow("nodes") << "bert_n8"
                               << "bert";
        QTest::newRow("times") << "gpt-x16-bf16"
                               << "gpt-bf16";
        QTest::newRow("number and word") << "vit_4nodes_large"
                                         << "vit_large";
        QTest::newRow("with equals") << "vit ranks=32"
                                     << "vit";
        QTest::newRow("version stays") << "resnet50"
                                       << "resnet50";
        QTest::newRow("size stays") << "llama-7b"
                                    << "llama-7b";
        QTest::newRow("nothing left") << "n4"
                                      << "n4";
    }
    void nameWithoutScale()
    {
        QFETCH(QString, name);
        QFETCH(QString, rest);
        QCOMPARE(paceline::nameWithoutScale(name), rest);
    }
    void runsThatDifferInScale_makeOneLine()
    {
        const auto series = ownSeries({own(4, "ddp-8gpu", 8, 800), own(1, "ddp-1gpu", 1, 110), own(2, "ddp", 2, 215),
                                       own(9, "ddp-8gpu", 8, 810), own(3, "other", 4, 10), own(5, "ddp", 0, 7),
                                       own(6, "ddp", 16, 1500, "h100")});
        QCOMPARE(series.size(), std::size_t(1));
        QCOMPARE(series.front().name, QStringLiteral("ddp"));
        QCOMPARE(series.front().scales, 3);
        std::vector<quint32> jobs;
        for (const OwnRun &run : series.front().runs)
            jobs.push_back(run.job.number);
        QCOMPARE(jobs, (std::vector<quint32>{1, 2, 4, 9}));
    }
    void newestLine_comesFirst()
    {
        const auto series =
            ownSeries({own(1, "a", 1, 1), own(2, "a", 2, 2), own(3, "b", 1, 1), own(4, "b", 2, 2), own(5, "a", 4, 4)});
        QCOMPARE(series.size(), std::size_t(2));
        QCOMPARE(series.front().name, QStringLiteral("a"));
    }
};

QTEST_APPLESS_MAIN(TestOwnScaling)
#include "tst_ownscaling.moc"
