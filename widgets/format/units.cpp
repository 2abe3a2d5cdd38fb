// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/units.h"

#include "widgets/format/durations.h"

#include <QCoreApplication>
#include <array>
#include <cmath>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Units)
};

constexpr QChar kThin(0x202F);
constexpr QChar kNoBreak(0x00A0);

QString grouped(QString digits)
{
    qsizetype point = digits.indexOf(QLatin1Char('.'));
    if (point < 0)
        point = digits.size();
    const qsizetype start = digits.startsWith(QLatin1Char('-')) ? 1 : 0;
    for (qsizetype at = point - 3; at > start; at -= 3)
        digits.insert(at, kThin);
    return digits;
}

QString fixed(double value, int decimals)
{
    QString text = QString::number(value, 'f', std::max(0, decimals));
    if (text.startsWith(QLatin1String("-0")) && value > -0.5 && text.toDouble() == 0)
        text.remove(0, 1);
    return grouped(text);
}

int decimalsFor(double value, int significant)
{
    const double magnitude = std::abs(value);
    if (magnitude == 0)
        return 0;
    const double rounded = magnitude * (1 + 0.5 * std::pow(10, -significant)); // 9.996 has the decimals of 10.0
    return significant - 1 - int(std::floor(std::log10(rounded)));
}

QString infinite(double value)
{
    return value > 0 ? QStringLiteral("∞") : QStringLiteral("-∞");
}

struct Prefix
{
    double factor;
    const char *symbol;
};

constexpr std::array kDecimal = {Prefix{1e15, "P"}, Prefix{1e12, "T"}, Prefix{1e9, "G"}, Prefix{1e6, "M"},
                                 Prefix{1e3, "k"}};
constexpr std::array kBinary = {Prefix{0x1p50, "Pi"}, Prefix{0x1p40, "Ti"}, Prefix{0x1p30, "Gi"}, Prefix{0x1p20, "Mi"},
                                Prefix{0x1p10, "Ki"}};

template <std::size_t N>
ValueText prefixed(double value, const std::array<Prefix, N> &prefixes, const QString &unit, double from = 0)
{
    for (const Prefix &prefix : prefixes) {
        // 999.6 rounds to a thousand: it belongs to the next prefix.
        if (std::abs(value) >= std::max(prefix.factor * 0.9995, from))
            return {formatNumber(value / prefix.factor), QLatin1String(prefix.symbol) + unit};
    }
    return {formatNumber(value), unit};
}

ValueText percent(double value)
{
    const double magnitude = std::abs(value);
    return {fixed(value, magnitude != 0 && magnitude < 9.95 ? 1 : 0), QStringLiteral("%")};
}

/// Rates of items are read in full up to 99 999, then shortened: "1.25 M" "samples/s".
ValueText itemRate(double value, const QString &unit)
{
    ValueText text = prefixed(value, kDecimal, {}, 99'999.5);
    if (text.unit.isEmpty())
        return {std::abs(value) >= 1000 ? fixed(value, 0) : formatNumber(value), unit};
    return {text.number, text.unit + kNoBreak + unit};
}

ValueText seconds(double value)
{
    if (std::abs(value) >= 120)
        return {formatDuration(qint64(value * 1000)), {}};
    if (value != 0 && std::abs(value) < 0.001)
        return {formatNumber(value * 1e6), QStringLiteral("µs")};
    if (value != 0 && std::abs(value) < 1)
        return {formatNumber(value * 1000), QStringLiteral("ms")};
    return {formatNumber(value), QStringLiteral("s")};
}

} // namespace

QString missingText()
{
    return QStringLiteral("–");
}

QString formatNumber(double value, int significant)
{
    if (std::isnan(value))
        return missingText();
    if (std::isinf(value))
        return infinite(value);
    const double magnitude = std::abs(value);
    if (magnitude >= 1e7 || (magnitude != 0 && magnitude < 1e-3)) {
        QString text = QString::number(value, 'e', significant - 1);
        text.replace(QLatin1String("e+0"), QLatin1String("e")).replace(QLatin1String("e-0"), QLatin1String("e-"));
        return text.replace(QLatin1String("e+"), QLatin1String("e"));
    }
    int decimals = decimalsFor(value, significant);
    if (value == std::round(value))
        decimals = 0;
    return fixed(value, decimals);
}

QString formatCount(qint64 count)
{
    return grouped(QString::number(count));
}

ValueText valueText(double value, Unit unit)
{
    if (std::isnan(value))
        return {missingText(), {}};
    if (std::isinf(value))
        return {infinite(value), unitText(unit)};
    switch (unit) {
    case Unit::None:
    case Unit::Ratio:
    case Unit::LoadAverage:
        return {formatNumber(value), {}};
    case Unit::Percent:
        return percent(value);
    case Unit::Count:
        return {value == std::round(value) ? fixed(value, 0) : formatNumber(value), {}};
    case Unit::Byte:
        return prefixed(value, kBinary, unitText(unit));
    case Unit::CountPerSecond:
    case Unit::BytePerSecond:
    case Unit::Watt:
    case Unit::Joule:
        return prefixed(value, kDecimal, unitText(unit));
    case Unit::TeraflopPerSecond:
        return {formatNumber(value), unitText(unit)};
    case Unit::Celsius:
    case Unit::Megahertz:
        return {fixed(value, 0), unitText(unit)};
    case Unit::Second:
        return seconds(value);
    case Unit::Millisecond:
        return seconds(value / 1000);
    case Unit::SamplePerSecond:
    case Unit::TokenPerSecond:
    case Unit::StepPerSecond:
        return itemRate(value, unitText(unit));
    }
    return {formatNumber(value), {}};
}

QString formatValue(double value, Unit unit)
{
    const ValueText text = valueText(value, unit);
    return text.unit.isEmpty() ? text.number : text.number + kNoBreak + text.unit;
}

QString unitText(Unit unit)
{
    switch (unit) {
    case Unit::None:
    case Unit::Ratio:
    case Unit::Count:
    case Unit::LoadAverage:
        break;
    case Unit::CountPerSecond:
        return QStringLiteral("/s");
    case Unit::Percent:
        return QStringLiteral("%");
    case Unit::Byte:
        return QStringLiteral("B");
    case Unit::BytePerSecond:
        return QStringLiteral("B/s");
    case Unit::Watt:
        return QStringLiteral("W");
    case Unit::Joule:
        return QStringLiteral("J");
    case Unit::Celsius:
        return QStringLiteral("°C");
    case Unit::Megahertz:
        return QStringLiteral("MHz");
    case Unit::Second:
        return QStringLiteral("s");
    case Unit::Millisecond:
        return QStringLiteral("ms");
    case Unit::SamplePerSecond:
        return Words::tr("samples/s");
    case Unit::TokenPerSecond:
        return Words::tr("tokens/s");
    case Unit::StepPerSecond:
        return Words::tr("steps/s");
    case Unit::TeraflopPerSecond:
        return QStringLiteral("Tflop/s");
    }
    return {};
}

QString withPlainSpaces(QString text)
{
    return text.replace(kThin, QLatin1Char(' ')).replace(kNoBreak, QLatin1Char(' '));
}

} // namespace paceline
