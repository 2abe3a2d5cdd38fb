// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/tickers.h"

#include "widgets/format/durations.h"
#include "widgets/format/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <cmath>

namespace paceline {

namespace {

constexpr double kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute, kDay = 24 * kHour;
constexpr double kSteps[] = {kSecond,  2 * kSecond, 5 * kSecond, 10 * kSecond, 15 * kSecond, 30 * kSecond,
                             kMinute,  2 * kMinute, 5 * kMinute, 10 * kMinute, 20 * kMinute, 30 * kMinute,
                             kHour,    2 * kHour,   3 * kHour,   6 * kHour,    12 * kHour,   kDay,
                             2 * kDay, 7 * kDay,    14 * kDay,   28 * kDay,    90 * kDay,    365 * kDay};

double offsetMs(double timeMs)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(timeMs)).offsetFromUtc() * 1000.0;
}

QString dateText(const QDateTime &time)
{
    return time.date().toString(QCoreApplication::translate("Ticks", "d MMM", "date on a time axis"));
}

} // namespace

static double roundTimeStep(double wanted)
{
    for (const double step : kSteps) {
        if (step >= wanted)
            return step;
    }
    return kSteps[std::size(kSteps) - 1];
}

double TimeTicker::getTickStep(const QCPRange &range)
{
    return roundTimeStep(range.size() / tickCount());
}

double SpanTicker::getTickStep(const QCPRange &range)
{
    return roundTimeStep(range.size() / tickCount());
}

QString SpanTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return std::fabs(tick) < 1 ? QStringLiteral("0") : formatDuration(qint64(tick));
}

QVector<double> TimeTicker::createTickVector(double tickStep, const QCPRange &range)
{
    const double offset = offsetMs(range.lower);
    QVector<double> ticks;
    for (double t = std::ceil((range.lower + offset) / tickStep) * tickStep - offset; t <= range.upper; t += tickStep)
        ticks.append(t);
    return ticks;
}

QVector<QString> TimeTicker::createLabelVector(const QVector<double> &ticks, const QLocale &, QChar, int)
{
    QVector<QString> labels;
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : kMinute;
    const QString format = step < kMinute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    QDate before = ticks.isEmpty() ? QDate() : QDateTime::fromMSecsSinceEpoch(qint64(ticks.first())).date();
    for (const double tick : ticks) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(qint64(tick));
        const bool isNewDay = std::exchange(before, time.date()) != time.date();
        labels.append(step >= kDay || isNewDay ? dateText(time) : time.toString(format));
    }
    return labels;
}

QVector<double> LogSpanTicker::createTickVector(double, const QCPRange &range)
{
    QVector<double> ticks;
    for (const double tick :
         {1.0, kSecond, 10 * kSecond, kMinute, 10 * kMinute, kHour, 10 * kHour, 4 * kDay, 40 * kDay}) {
        if (range.contains(tick))
            ticks.append(tick);
    }
    return ticks;
}

/// 0.5000 beside 1 and 1.500 reads as three precisions: no zeros at the end of a fraction.
static QString trimmedNumber(QString number)
{
    if (const auto exponent = number.indexOf(QLatin1Char('e')); exponent >= 0)
        return trimmedNumber(number.left(exponent)) + number.mid(exponent);
    if (!number.contains(QLatin1Char('.')))
        return number;
    while (number.endsWith(QLatin1Char('0')))
        number.chop(1);
    if (number.endsWith(QLatin1Char('.')))
        number.chop(1);
    return number;
}

QString tickText(double value, Unit unit)
{
    if (unit == Unit::Byte || unit == Unit::BytePerSecond) {
        ValueText text = valueText(value, unit);
        QString prefix = text.unit;
        prefix.chop(unitText(unit).size());
        const QString number = trimmedNumber(text.number);
        return value == 0 ? QStringLiteral("0") : prefix.isEmpty() ? number : number + QChar(0xA0) + prefix;
    }
    const double size = std::fabs(value);
    if (size >= 1e3 && size < 1e15) {
        static constexpr char kPrefixes[] = {'k', 'M', 'G', 'T'};
        const int power = size >= 1e12 ? 4 : size >= 1e9 ? 3 : size >= 1e6 ? 2 : 1;
        return trimmedNumber(formatNumber(value / std::pow(1000.0, power), 3)) + QChar(0xA0) +
               QLatin1Char(kPrefixes[power - 1]);
    }
    return trimmedNumber(formatNumber(value, 4));
}

ValueTicker::ValueTicker(Unit unit, int ticks)
    : m_unit(unit)
{
    setTickCount(ticks);
}

double ValueTicker::getTickStep(const QCPRange &range)
{
    double scale = 1;
    if (m_unit == Unit::Byte) {
        while (range.upper / scale >= 1024)
            scale *= 1024;
    }
    const double step = cleanMantissa(range.size() / scale / tickCount());
    return m_unit == Unit::Byte && step < 1.0 / 4 ? QCPAxisTicker::getTickStep(range) : step * scale;
}

QString ValueTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    // What is left of zero after a sum of steps.
    return tickText(std::fabs(tick) < 1e-12 ? 0 : tick, m_unit);
}

LogTicker::LogTicker(Unit unit)
    : m_unit(unit)
{
}

QVector<double> LogTicker::createTickVector(double tickStep, const QCPRange &range)
{
    const double decades = std::log10(range.upper / range.lower);
    if (!(range.lower > 0) || decades > 3)
        return QCPAxisTickerLog::createTickVector(tickStep, range);
    QVector<double> ticks;
    const double factors[] = {1, 2, 5};
    for (int e = int(std::floor(std::log10(range.lower))); e <= int(std::ceil(std::log10(range.upper))); ++e) {
        for (const double factor : factors) {
            const double tick = factor * std::pow(10.0, e);
            if (range.contains(tick) && (decades < 1.5 || factor == 1))
                ticks.append(tick);
        }
    }
    if (ticks.size() < 2) // less than a step of 1-2-5: plain ticks tell more
        return QVector<double>{range.lower, std::sqrt(range.lower * range.upper), range.upper};
    return ticks;
}

QString LogTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return tickText(tick, m_unit);
}

QVector<double> DoublingTicker::createTickVector(double, const QCPRange &range)
{
    const int first = int(std::ceil(std::log2(std::max(range.lower, 1.0)))),
              last = int(std::floor(std::log2(range.upper)));
    const int every = std::max(1, (last - first + tickCount()) / std::max(tickCount(), 1));
    QVector<double> ticks;
    // Multiples of the distance, so that ticks stay where they are while one zooms.
    for (int power = (first + every - 1) / every * every; power <= last; power += every)
        ticks.append(std::ldexp(1.0, power));
    return ticks;
}

QString DoublingTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return formatCount(qint64(tick));
}

} // namespace paceline
