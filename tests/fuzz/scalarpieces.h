// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/events/scalarrun.h"

#include <bit>
#include <cstdlib>

namespace paceline::events {

template <class Reader>
ScalarBatch readPieces(Reader &reader, const QByteArray &bytes, qsizetype piece)
{
    ScalarBatch all;
    const auto take = [&](const ScalarBatch &batch) {
        all.points.insert(all.points.end(), batch.points.begin(), batch.points.end());
        all.restarts.insert(all.restarts.end(), batch.restarts.begin(), batch.restarts.end());
        all.problems.insert(all.problems.end(), batch.problems.begin(), batch.problems.end());
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        take(reader.read(bytes.mid(at, piece)));
    if constexpr (requires { reader.finish(); })
        take(reader.finish());
    return all;
}

/// Reads the bytes at once and in pieces: both must give the same, and it must hold together.
template <class Reader>
void checkPieces(const QByteArray &bytes, qsizetype piece)
{
    Reader whole, parts;
    const ScalarBatch expected = readPieces(whole, bytes, std::max<qsizetype>(1, bytes.size()));
    const ScalarBatch actual = readPieces(parts, bytes, piece);
    const auto isSame = [](const ScalarPoint &a, const ScalarPoint &b) {
        return a.tag == b.tag && a.kind == b.kind && a.step == b.step &&
               std::bit_cast<quint64>(a.wallTime) == std::bit_cast<quint64>(b.wallTime) &&
               std::bit_cast<quint64>(a.value) == std::bit_cast<quint64>(b.value);
    };
    const bool same = std::equal(actual.points.begin(), actual.points.end(), expected.points.begin(),
                                 expected.points.end(), isSame) &&
                      actual.problems == expected.problems && actual.restarts.size() == expected.restarts.size() &&
                      whole.tagCount() == parts.tagCount() && whole.records() == parts.records();
    if (!same)
        std::abort();
    for (const Problem &problem : expected.problems) {
        if (problem.offset < 0 || problem.offset >= bytes.size())
            std::abort();
    }
    ScalarRun run;
    run.add(0, expected, [&](int tag) { return whole.tagName(tag); });
    run.add(1, actual, [&](int tag) { return parts.tagName(tag); });
    for (const ScalarCurve &curve : run.curves()) {
        for (std::size_t i = 1; i < curve.kept.size(); ++i) {
            if (curve.points[curve.kept[i]].step < curve.points[curve.kept[i - 1]].step)
                std::abort();
        }
    }
}

} // namespace paceline::events
