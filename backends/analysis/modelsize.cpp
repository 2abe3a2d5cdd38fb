// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/modelsize.h"

#include <QRegularExpression>

namespace paceline {

namespace {

constexpr double kSmallest = 0.01, kGreatest = 10'000; // billions

double billionsOf(const QString &letter)
{
    const QChar unit = letter.isEmpty() ? QChar() : letter.at(0).toLower();
    return unit == u'b' ? 1 : unit == u'm' ? 1e-3 : unit == u't' ? 1e3 : unit == u'k' ? 1e-6 : 1e-9;
}

std::optional<ModelSize> sizeOf(QString number, const QString &letter, const QString &text)
{
    bool isNumber = false;
    const double value = number.remove(u',').replace(u'_', u'.').toDouble(&isNumber) * billionsOf(letter);
    if (!isNumber || value < kSmallest || value > kGreatest)
        return {};
    return ModelSize{value, text.trimmed()};
}

} // namespace

std::optional<ModelSize> modelSizeInName(const QString &name)
{
    static const QRegularExpression kSize(
        QStringLiteral(R"((?<![a-z0-9.])(\d{1,4}(?:[._]\d{1,2})?)([bm])(?![a-z0-9]))"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = kSize.match(name);
    return match.hasMatch() ? sizeOf(match.captured(1), match.captured(2), match.captured(0)) : std::nullopt;
}

std::optional<ModelSize> modelSizePrinted(const QString &line)
{
    static const QRegularExpression kParameters(
        QStringLiteral(
            R"((?:(?:number of|num|total|model|trainable|n)[ _]*(?:trainable |model )*(?:params|parameters)|model[ _]size)"
            R"(|total number of parameters)\s*(?:\([^)]{0,24}\))?\s*[:=]?\s*(\d[\d,]*(?:\.\d+)?)\s*(billion|million|[bmk])?(?![a-z0-9]))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kPart(
        QStringLiteral(R"(\b(?:rank|shard|tensor|pipeline|stage|embedding|decay|bytes?|[gm]i?b)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    if (line.size() > 2000)
        return {};
    const auto match = kParameters.match(line);
    if (!match.hasMatch() || kPart.match(line).hasMatch())
        return {};
    return sizeOf(match.captured(1), match.captured(2), match.captured(0));
}

} // namespace paceline
