// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/curveaxis.h"

#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

constexpr double kStart = 1'700'000'000'000;
const QString kLoss = QStringLiteral("loss");
constexpr double kHour = 3'600'000;

std::shared_ptr<const Run> runOf(const std::vector<LogRecord> &records)
{
    RunBuilder builder;
    builder.append(records);
    return builder.snapshot();
}

LogRecord record(std::optional<qint64> step, std::optional<double> hours)
{
    LogRecord r;
    r.step = step;
    if (hours) {
        r.timeMs = qint64(kStart + *hours * kHour);
        r.timeSource = TimeSource::Printed;
    }
    r.metrics = {{kLoss, 1.0, {}, kLoss}};
    return r;
}

} // namespace

class TestCurveAxis : public QObject
{
    Q_OBJECT
private slots:
    void axisWithoutItsColumn_saysWhatIsMissing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("lack");
        QTest::newRow("step") << int(CurveAxis::Kind::Step) << int(AxisLack::None);
        QTest::newRow("epoch") << int(CurveAxis::Kind::Epoch) << int(AxisLack::NoEpoch);
        QTest::newRow("samples") << int(CurveAxis::Kind::Samples) << int(AxisLack::NoSamples);
        QTest::newRow("relative") << int(CurveAxis::Kind::RelativeTime) << int(AxisLack::NoTime);
        QTest::newRow("time") << int(CurveAxis::Kind::Time) << int(AxisLack::NoTime);
        QTest::newRow("gpu hours") << int(CurveAxis::Kind::GpuHours) << int(AxisLack::NoTime);
    }
    void axisWithoutItsColumn_saysWhatIsMissing()
    {
        QFETCH(int, kind);
        QFETCH(int, lack);
        const auto run = runOf({record(3, {}), record(4, {})});
        QCOMPARE(int(axisOf(CurveAxis::Kind(kind), run.get(), {}).lack), lack);
        QCOMPARE(int(axisOf(CurveAxis::Kind(kind), nullptr, {}).lack), int(AxisLack::NoRecords));
    }
    void samples_areAnAxisOnlyWhereTheLogTellsThem()
    {
        LogRecord told = record(1, {});
        told.samples = 512;
        QVERIFY(!runOf({record(0, {})})->extent(kLoss, RunAxis::Samples));
        QVERIFY(!runOf({record(0, {})})->nearest(kLoss, RunAxis::Samples, 3));
        const auto run = runOf({record(0, {}), told, record(2, {})});
        QCOMPARE(*run->extent(kLoss, RunAxis::Samples), std::pair(512.0, 512.0));
        const auto points = run->curve(kLoss, RunAxis::Samples, 0, 1e9, 10);
        QCOMPARE(points.size(), std::size_t(1));
        QCOMPARE(points.front().x, 512.0);
        QVERIFY(std::isnan(run->place(0).samples) && std::isnan(run->place(2).samples));
    }
    void samplesOfAnEpoch_goOnFromEpochToEpoch()
    {
        LogRecord first = record(0, {}), second = record(1, {});
        first.epoch = 1, second.epoch = 2;
        first.samplesPerEpoch = second.samplesPerEpoch = 60'000;
        first.samplesInEpoch = 640, second.samplesInEpoch = 1280;
        const auto run = runOf({first, second});
        QCOMPARE(run->place(0).samples, 640.0);
        QCOMPARE(run->place(1).on(RunAxis::Samples), 61'280.0);
    }
    void relativeTime_startsWithTheJob()
    {
        const auto run = runOf({record(3, 2), record(4, 3)});
        const CurveAxis axis = axisOf(CurveAxis::Kind::RelativeTime, run.get(), {kStart, {}}).axis;
        QCOMPARE(axis.fromColumn(kStart + 2 * kHour), 2 * kHour);
        QCOMPARE(axis.toColumn(2 * kHour), kStart + 2 * kHour);
    }
    void chainedLog_startsWithItsFirstRecord()
    {
        const auto run = runOf({record(3, 2), record(4, 30)});
        const CurveAxis axis = axisOf(CurveAxis::Kind::RelativeTime, run.get(), {kStart + 20 * kHour, {}}).axis;
        QCOMPARE(axis.fromColumn(kStart + 3 * kHour), kHour);
    }
    void gpuHours_areHoursTimesGpus()
    {
        const auto run = runOf({record(3, 2), record(4, 3)});
        const AxisAnswer answer = axisOf(CurveAxis::Kind::GpuHours, run.get(), {kStart, 64});
        QCOMPARE(int(answer.lack), int(AxisLack::None));
        QCOMPARE(answer.axis.fromColumn(kStart + 2 * kHour), 128.0);
        QCOMPARE(int(axisOf(CurveAxis::Kind::GpuHours, run.get(), {kStart, {}}).lack), int(AxisLack::NoGpus));
    }
};

QTEST_APPLESS_MAIN(TestCurveAxis)
#include "tst_curveaxis.moc"
