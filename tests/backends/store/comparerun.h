// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/run.h"

#include <bit>
#include <cstring>

namespace paceline {

inline bool isSameBits(double a, double b)
{
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b) || (std::isnan(a) && std::isnan(b));
}

inline bool isSame(const std::optional<Run::Latest> &a, const std::optional<Run::Latest> &b)
{
    return a.has_value() == b.has_value() && (!a || (isSameBits(a->step, b->step) && isSameBits(a->timeMs, b->timeMs) &&
                                                     isSameBits(double(a->value), double(b->value))));
}

template <class T>
bool isSameColumn(const std::vector<T> &a, const std::vector<T> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

inline QString chunkDifference(const RunChunk &a, const RunChunk &b)
{
    if (a.size() != b.size() || a.first != b.first || a.breakBefore != b.breakBefore)
        return QStringLiteral("size or place");
    if (!isSameColumn(a.step, b.step) || !isSameColumn(a.epoch, b.epoch))
        return QStringLiteral("step or epoch");
    if (!isSameColumn(a.timeMs, b.timeMs) || !isSameColumn(a.timeSource, b.timeSource))
        return QStringLiteral("time");
    if (!isSameColumn(a.offset, b.offset) || !isSameColumn(a.line, b.line) || !isSameColumn(a.length, b.length))
        return QStringLiteral("place in the file");
    if (a.values.keys() != b.values.keys())
        return QStringLiteral("metrics");
    for (auto it = a.values.constBegin(); it != a.values.constEnd(); ++it) {
        if (!isSameColumn(*it, *b.values.constFind(it.key())))
            return it.key();
    }
    return {};
}

/// What differs between two runs, bit for bit; empty when nothing does.
inline QString runDifference(const Run &a, const Run &b)
{
    if (a.size() != b.size() || a.chunks().size() != b.chunks().size())
        return QStringLiteral("%1 and %2 records").arg(a.size()).arg(b.size());
    if (a.metrics() != b.metrics() || a.format() != b.format() || a.path() != b.path())
        return QStringLiteral("metrics, format or path");
    if (a.totalSteps() != b.totalSteps() || a.totalEpochs() != b.totalEpochs() || !(a.memory() == b.memory()))
        return QStringLiteral("totals or memory");
    for (std::size_t i = 0; i < a.chunks().size(); ++i) {
        if (const QString text = chunkDifference(*a.chunks()[i], *b.chunks()[i]); !text.isEmpty())
            return QStringLiteral("chunk %1: %2").arg(i).arg(text);
    }
    const QStringList metrics = a.metrics();
    for (const QString &metric : metrics) {
        if (a.unit(metric) != b.unit(metric) || a.count(metric) != b.count(metric))
            return metric + QStringLiteral(": unit or count");
        if (!isSame(a.latest(metric), b.latest(metric)) || !isSame(a.minimum(metric), b.minimum(metric)))
            return metric + QStringLiteral(": latest or minimum");
        for (const RunAxis axis : {RunAxis::Step, RunAxis::Time, RunAxis::Epoch}) {
            if (a.extent(metric, axis) != b.extent(metric, axis))
                return metric + QStringLiteral(": extent");
        }
    }
    return {};
}

/// A run as it would be stored.
inline RunParts takeApart(const Run &run)
{
    RunParts parts{run.path(), run.format(), run.totalSteps(), run.totalEpochs(), run.metrics(), {}, {}, run.memory()};
    for (const QString &metric : std::as_const(parts.metrics)) {
        if (!run.unit(metric).isEmpty())
            parts.units.insert(metric, run.unit(metric));
    }
    for (const auto &chunk : run.chunks()) {
        auto copy = std::make_shared<RunChunk>(*chunk);
        copy->first = 0;
        copy->pyramids.clear();
        copy->summary = {};
        parts.chunks.push_back(std::move(copy));
    }
    return parts;
}

} // namespace paceline
