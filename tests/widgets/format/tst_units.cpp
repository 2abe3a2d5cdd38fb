// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/durations.h"
#include "widgets/format/units.h"

#include <QTest>
#include <limits>

using namespace paceline;

class TestUnits : public QObject
{
    Q_OBJECT
private slots:
    void value_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("text");
        const auto row = [](double value, Unit unit, const char *text) {
            QTest::addRow("%g in %d", value, int(unit)) << value << int(unit) << QString::fromUtf8(text);
        };
        row(std::numeric_limits<double>::quiet_NaN(), Unit::Watt, "–");
        row(std::numeric_limits<double>::infinity(), Unit::None, "∞");
        row(0, Unit::Percent, "0 %");
        row(0.1, Unit::Percent, "0.1 %");
        row(77.6, Unit::Percent, "78 %");
        row(100, Unit::Percent, "100 %");
        row(2.3149, Unit::None, "2.31");
        row(0.01234, Unit::None, "0.0123");
        row(0.000121, Unit::None, "1.21e-4");
        row(30210, Unit::Count, "30 210");
        row(999, Unit::Byte, "999 B");
        row(1610612736, Unit::Byte, "1.50 GiB");
        row(1047552, Unit::Byte, "1 023 KiB");
        row(14000, Unit::BytePerSecond, "14 kB/s");
        row(999999, Unit::BytePerSecond, "1.00 MB/s");
        row(2500000, Unit::CountPerSecond, "2.50 M/s");
        row(1410, Unit::Megahertz, "1 410 MHz");
        row(64.4, Unit::Celsius, "64 °C");
        row(312, Unit::Watt, "312 W");
        row(18940, Unit::SamplePerSecond, "18 940 samples/s");
        row(1250000, Unit::TokenPerSecond, "1.25 M tokens/s");
        row(0.0123, Unit::Second, "12.3 ms");
        row(12000, Unit::Second, "3 h 20 min");
        row(-0.00001, Unit::Celsius, "0 °C");
        row(1e9, Unit::None, "1.00e9");
    }
    void value()
    {
        QFETCH(double, value);
        QFETCH(int, unit);
        QFETCH(QString, text);
        QCOMPARE(withPlainSpaces(formatValue(value, Unit(unit))), text);
    }
    void thousands_arePartedByANarrowSpaceThatDoesNotBreak()
    {
        QCOMPARE(formatCount(1234567), QStringLiteral("1\u202F234\u202F567"));
        QCOMPARE(formatCount(-1234), QStringLiteral("-1\u202F234"));
        QCOMPARE(formatCount(999), QStringLiteral("999"));
    }
    void duration_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << QStringLiteral("0 ms");
        QTest::newRow("seconds") << qint64(59999) << QStringLiteral("59 s");
        QTest::newRow("minutes and seconds") << qint64(90000) << QStringLiteral("1 min 30 s");
        QTest::newRow("seconds no longer matter") << qint64(12 * 60000 + 5000) << QStringLiteral("12 min");
        QTest::newRow("hours") << qint64(200) * 60000 << QStringLiteral("3 h 20 min");
        QTest::newRow("whole hours") << qint64(12) * 3600000 << QStringLiteral("12 h");
        QTest::newRow("days") << qint64(52) * 3600000 << QStringLiteral("2 d 4 h");
        QTest::newRow("negative") << qint64(-5000) << QStringLiteral("-5 s");
    }
    void duration()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, text);
        QCOMPARE(withPlainSpaces(formatDuration(ms)), text);
    }
    void age_ofTheFutureIsNow()
    {
        QCOMPARE(formatAge(-4000), QStringLiteral("now"));
        QCOMPARE(withPlainSpaces(formatAge(2000)), QStringLiteral("2 s ago"));
    }
    void slurmClock_writesDaysOnlyWhenThereAreSome()
    {
        QCOMPARE(formatSlurmClock(725), QStringLiteral("12:05"));
        QCOMPARE(formatSlurmClock(12015), QStringLiteral("3:20:15"));
        QCOMPARE(formatSlurmClock(2 * 86400 + 4 * 3600 + 600), QStringLiteral("2-04:10:00"));
    }
    void moment_isAsShortAsItIsClear()
    {
        const qint64 now = 1'700'000'000'000; // Tue 14 Nov 2023 22:13 UTC
        QCOMPARE(formatMoment(now - 3600'000, now), QStringLiteral("21:13"));
        QCOMPARE(formatMoment(now - 86400'000, now), QStringLiteral("Mon 22:13"));
        QCOMPARE(formatMoment(now - 20 * 86400'000LL, now), QStringLiteral("25 Oct 22:13"));
        QCOMPARE(formatMoment(now - 400 * 86400'000LL, now), QStringLiteral("10 Oct 2022 22:13"));
    }
    void timeLimit_tellsUnknownFromUnlimited()
    {
        QCOMPARE(formatTimeLimit({}), QStringLiteral("–"));
        QCOMPARE(formatTimeLimit({TimeLimit::Kind::Unlimited, 0}), QStringLiteral("no limit"));
        QCOMPARE(withPlainSpaces(formatTimeLimit({TimeLimit::Kind::Minutes, 90})), QStringLiteral("1 h 30 min"));
    }
};

QTEST_GUILESS_MAIN(TestUnits)
#include "tst_units.moc"
