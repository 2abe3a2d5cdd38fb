// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/slurmtext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace paceline {

bool isSlurmNothing(QByteArrayView text)
{
    static constexpr std::array kWords = {"(null)", "N/A", "n/a", "None", "NONE", "Unknown", "None assigned"};
    if (text.isEmpty())
        return true;
    for (const char *word : kWords) {
        if (text == QByteArrayView(word))
            return true;
    }
    return false;
}

QString slurmText(QByteArrayView text)
{
    return isSlurmNothing(text) ? QString() : QString::fromUtf8(text);
}

static double unitFactor(char letter, double base)
{
    switch (letter) {
    case 'K':
        return base;
    case 'M':
        return base * base;
    case 'G':
        return base * base * base;
    case 'T':
        return base * base * base * base;
    case 'P':
        return base * base * base * base * base;
    default:
        return 0;
    }
}

/// The number at the start of text and how many characters it takes; 0 characters when there is none.
static std::pair<double, qsizetype> leadingNumber(QByteArrayView text)
{
    double value = 0;
    const auto parsed = std::from_chars(text.begin(), text.end(), value, std::chars_format::fixed);
    if (parsed.ec != std::errc() || !std::isfinite(value) || value < 0)
        return {0, 0};
    return {value, parsed.ptr - text.begin()};
}

std::optional<qint64> parseSlurmCount(QByteArrayView text)
{
    qint64 whole = 0;
    const auto parsed = std::from_chars(text.begin(), text.end(), whole);
    if (parsed.ec == std::errc() && whole >= 0 && (parsed.ptr == text.end() || *parsed.ptr == '-'))
        return whole;
    const auto [value, used] = leadingNumber(text);
    if (used == 0 || used + 1 > text.size())
        return std::nullopt;
    const double factor = unitFactor(text[used], 1024);
    const double count = value * factor;
    if (factor == 0 || count > 9e15 || (used + 1 < text.size() && text[used + 1] != '-'))
        return std::nullopt;
    return std::llround(count);
}

std::optional<qint64> parseSlurmMemoryMiB(QByteArrayView text)
{
    if (text.endsWith('c') || text.endsWith('n'))
        text.chop(1);
    const auto [value, used] = leadingNumber(text);
    if (used == 0)
        return std::nullopt;
    if (used == text.size())
        return value > 9e15 ? std::nullopt : std::optional(std::llround(value));
    const double factor = unitFactor(text[used], 1024) / (1024.0 * 1024.0);
    const double mebibytes = value * factor;
    if (factor == 0 || used + 1 != text.size() || mebibytes > 9e15)
        return std::nullopt;
    return std::llround(mebibytes);
}

Error slurmFailure(int exitStatus, QByteArrayView err)
{
    const QString detail = QString::fromUtf8(err.first(std::min<qsizetype>(err.size(), 1024)).trimmed());
    const auto says = [&detail](const char *words) {
        return detail.contains(QLatin1String(words), Qt::CaseInsensitive);
    };
    if (says("Unable to contact slurm controller") || says("Zero Bytes were transmitted") ||
        says("Connection refused") || says("Socket timed out") || says("slurm_receive_msg") ||
        says("in standby mode") || says("Unexpected message received"))
        return {ErrorKind::ControllerDown, detail};
    if (says("Invalid job id"))
        return {ErrorKind::NotFound, detail};
    if (says("Access/permission denied") || says("Invalid user id"))
        return {ErrorKind::PermissionDenied, detail};
    if (exitStatus == 127 || says("command not found") || says("not found"))
        return {ErrorKind::NoSlurm, detail};
    return {ErrorKind::Refused, detail.isEmpty() ? QStringLiteral("exit %1").arg(exitStatus) : detail};
}

} // namespace paceline
