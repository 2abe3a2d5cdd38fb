// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/durations.h"

#include "widgets/format/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <cstdlib>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Durations)
};

constexpr qint64 kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute, kDay = 24 * kHour;

QString piece(qint64 count, const QString &unit)
{
    return formatCount(count) + QChar(0x00A0) + unit;
}

QString pair(qint64 major, const QString &majorUnit, qint64 minor, const QString &minorUnit)
{
    return minor == 0 ? piece(major, majorUnit) : piece(major, majorUnit) + QLatin1Char(' ') + piece(minor, minorUnit);
}

QString positive(qint64 ms)
{
    if (ms < kSecond)
        return piece(ms, Words::tr("ms", "milliseconds"));
    if (ms < kMinute)
        return piece(ms / kSecond, Words::tr("s", "seconds"));
    if (ms < kHour) {
        // Seconds matter in the first ten minutes only.
        const qint64 rest = ms < 10 * kMinute ? ms % kMinute / kSecond : 0;
        return pair(ms / kMinute, Words::tr("min", "minutes"), rest, Words::tr("s", "seconds"));
    }
    if (ms < kDay)
        return pair(ms / kHour, Words::tr("h", "hours"), ms % kHour / kMinute, Words::tr("min", "minutes"));
    return pair(ms / kDay, Words::tr("d", "days"), ms % kDay / kHour, Words::tr("h", "hours"));
}

} // namespace

QString formatDuration(qint64 ms)
{
    return ms < 0 ? QLatin1Char('-') + positive(-ms) : positive(ms);
}

QString formatAge(qint64 ms)
{
    if (ms < kSecond)
        return Words::tr("now");
    return Words::tr("%1 ago").arg(formatDuration(ms));
}

QString formatTimeLimit(const TimeLimit &limit)
{
    switch (limit.kind) {
    case TimeLimit::Kind::Unlimited:
        return Words::tr("no limit");
    case TimeLimit::Kind::Minutes:
        return formatDuration(limit.minutes * kMinute);
    case TimeLimit::Kind::Unknown:
        break;
    }
    return missingText();
}

QString formatSlurmClock(qint64 seconds)
{
    if (seconds < 0)
        seconds = 0;
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const qint64 days = seconds / 86400, hours = seconds / 3600 % 24;
    const QString tail = two(seconds / 60 % 60) + QLatin1Char(':') + two(seconds % 60);
    if (days > 0)
        return QString::number(days) + QLatin1Char('-') + two(hours) + QLatin1Char(':') + tail;
    return hours > 0 ? QString::number(hours) + QLatin1Char(':') + tail : tail;
}

QString formatMoment(qint64 timeMs, qint64 nowMs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(timeMs);
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    const QString clock = time.toString(QStringLiteral("HH:mm"));
    if (time.date() == today)
        return clock;
    const qint64 days = std::abs(today.daysTo(time.date()));
    const QLocale locale;
    if (days < 7)
        return locale.toString(time.date(), QStringLiteral("ddd")) + QLatin1Char(' ') + clock;
    const QString day = time.date().year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy");
    return locale.toString(time.date(), day) + QLatin1Char(' ') + clock;
}

} // namespace paceline
