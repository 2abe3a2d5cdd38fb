// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/slurmtime.h"

#include <charconv>
#include <cmath>

namespace paceline {

std::optional<qint64> parseEpochSeconds(QByteArrayView text)
{
    qint64 seconds = 0;
    const auto parsed = std::from_chars(text.begin(), text.end(), seconds);
    if (parsed.ec != std::errc() || parsed.ptr != text.end() || seconds <= 0 || seconds > 253402300799)
        return std::nullopt;
    return seconds;
}

static std::optional<double> number(QByteArrayView text)
{
    double value = 0;
    const auto parsed = std::from_chars(text.begin(), text.end(), value, std::chars_format::fixed);
    if (parsed.ec != std::errc() || parsed.ptr != text.end() || !(value >= 0))
        return std::nullopt;
    return value;
}

std::optional<double> parseSlurmDuration(QByteArrayView text)
{
    double seconds = 0;
    const qsizetype dash = text.indexOf('-');
    if (dash >= 0) {
        const auto days = number(text.first(dash));
        if (!days)
            return std::nullopt;
        seconds = *days * 24;
        text = text.sliced(dash + 1);
    }
    int parts = 0;
    while (true) {
        const qsizetype colon = text.indexOf(':');
        const auto part = number(colon < 0 ? text : text.first(colon));
        if (!part || ++parts > 3)
            return std::nullopt;
        seconds = (parts == 1 ? seconds + *part : seconds * 60 + *part);
        if (colon < 0)
            break;
        text = text.sliced(colon + 1);
    }
    // "1-02" and "1-02:03" count hours and minutes after the days; without days the last part is seconds.
    if (dash >= 0) {
        for (; parts < 3; ++parts)
            seconds *= 60;
    }
    constexpr double kCentury = 100 * 366 * 86400.0;
    if (parts < 2 || seconds > kCentury)
        return std::nullopt;
    return seconds;
}

TimeLimit parseTimeLimit(QByteArrayView text)
{
    if (text == QByteArrayView("UNLIMITED"))
        return {TimeLimit::Kind::Unlimited, 0};
    const auto seconds = parseSlurmDuration(text);
    if (!seconds)
        return {};
    return {TimeLimit::Kind::Minutes, qint64(std::ceil(*seconds / 60))};
}

} // namespace paceline
