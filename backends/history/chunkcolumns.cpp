// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/chunkcolumns.h"

#include <QtEndian>
#include <algorithm>
#include <cstring>

namespace paceline {

namespace {

constexpr qsizetype kRecordsHead = 8; ///< of each column of packRecords: number, length

template <class T>
std::span<const T> from(const std::vector<T> &values, std::size_t first)
{
    return std::span(values).subspan(first);
}

template <class T>
bool beginsWith(const std::vector<T> &longer, const std::vector<T> &shorter)
{
    return shorter.size() <= longer.size() &&
           (shorter.empty() || std::memcmp(longer.data(), shorter.data(), shorter.size() * sizeof(T)) == 0);
}

bool isMissing(float value)
{
    return !isCarried(value);
}

Error malformed(int column)
{
    return {ErrorKind::Malformed, QStringLiteral("column %1 of a run").arg(column)};
}

} // namespace

std::vector<PackedColumn> packChunk(ColumnCodec &codec, const RunChunk &chunk, std::size_t first,
                                    const QStringList &metrics)
{
    std::vector<PackedColumn> packed;
    const auto add = [&](int column, const auto &values) {
        packed.push_back({column, codec.pack(from(values, first))});
    };
    add(kStepColumn, chunk.step);
    add(kTimeColumn, chunk.timeMs);
    add(kEpochColumn, chunk.epoch);
    add(kTimeSourceColumn, chunk.timeSource);
    add(kOffsetColumn, chunk.offset);
    add(kLineColumn, chunk.line);
    add(kLengthColumn, chunk.length);
    if (chunk.breakBefore && first == 0)
        packed.push_back({kBreakColumn, {}});
    for (auto it = chunk.values.constBegin(); it != chunk.values.constEnd(); ++it) {
        if (!std::all_of(it->begin() + std::ptrdiff_t(first), it->end(), isMissing))
            add(int(metrics.indexOf(it.key())), *it);
    }
    return packed;
}

Result<void> unpackColumn(ColumnCodec &codec, int column, QByteArrayView bytes, const QStringList &metrics,
                          RunChunk &chunk)
{
    switch (column) {
    case kStepColumn:
        return codec.unpack(bytes, chunk.step);
    case kTimeColumn:
        return codec.unpack(bytes, chunk.timeMs);
    case kEpochColumn:
        return codec.unpack(bytes, chunk.epoch);
    case kTimeSourceColumn:
        return codec.unpack(bytes, chunk.timeSource);
    case kOffsetColumn:
        return codec.unpack(bytes, chunk.offset);
    case kLineColumn:
        return codec.unpack(bytes, chunk.line);
    case kLengthColumn:
        return codec.unpack(bytes, chunk.length);
    case kBreakColumn:
        chunk.breakBefore = true;
        return {};
    default:
        break;
    }
    if (column < 0 || column >= metrics.size())
        return tl::unexpected(malformed(column));
    return codec.unpack(bytes, chunk.values[metrics[column]]);
}

Result<void> squareUp(RunChunk &chunk)
{
    const std::size_t size = chunk.size();
    if (size > RunChunk::kCapacity || chunk.timeMs.size() != size || chunk.epoch.size() != size ||
        chunk.timeSource.size() != size || chunk.offset.size() != size || chunk.line.size() != size ||
        chunk.length.size() != size)
        return tl::unexpected(malformed(kStepColumn));
    for (std::vector<float> &values : chunk.values) {
        if (values.size() > size)
            return tl::unexpected(malformed(0));
        values.resize(size, kMissing);
    }
    return {};
}

QByteArray packRecords(ColumnCodec &codec, const RunChunk &chunk, std::size_t first, const QStringList &metrics)
{
    QByteArray all;
    for (const PackedColumn &column : packChunk(codec, chunk, first, metrics)) {
        char head[kRecordsHead];
        qToLittleEndian(qint32(column.column), head);
        qToLittleEndian(quint32(column.bytes.size()), head + 4);
        all.append(head, kRecordsHead).append(column.bytes);
    }
    return codec.compress(all);
}

Result<void> unpackRecords(ColumnCodec &codec, QByteArrayView bytes, const QStringList &metrics, RunChunk &chunk)
{
    constexpr qsizetype kMaxBytes = 256 << 20;
    const auto all = codec.decompress(bytes, kMaxBytes);
    if (!all)
        return tl::unexpected(all.error());
    const std::size_t before = chunk.size();
    for (QByteArrayView rest = *all; !rest.isEmpty();) {
        if (rest.size() < kRecordsHead)
            return tl::unexpected(malformed(0));
        const auto column = qFromLittleEndian<qint32>(rest.data());
        const auto length = qsizetype(qFromLittleEndian<quint32>(rest.data() + 4));
        if (length > rest.size() - kRecordsHead || column >= metrics.size())
            return tl::unexpected(malformed(column));
        if (column >= 0)
            chunk.values[metrics[column]].resize(before, kMissing);
        if (auto done = unpackColumn(codec, column, rest.sliced(kRecordsHead, length), metrics, chunk); !done)
            return done;
        rest = rest.sliced(kRecordsHead + length);
    }
    return squareUp(chunk);
}

bool isContinued(const RunChunk &shorter, const RunChunk &longer)
{
    if (shorter.breakBefore != longer.breakBefore || !beginsWith(longer.step, shorter.step) ||
        !beginsWith(longer.timeMs, shorter.timeMs) || !beginsWith(longer.epoch, shorter.epoch) ||
        !beginsWith(longer.timeSource, shorter.timeSource) || !beginsWith(longer.offset, shorter.offset) ||
        !beginsWith(longer.line, shorter.line) || !beginsWith(longer.length, shorter.length))
        return false;
    for (auto it = longer.values.constBegin(); it != longer.values.constEnd(); ++it) {
        const auto known = shorter.values.constFind(it.key());
        if (known != shorter.values.constEnd()
                ? !beginsWith(*it, *known)
                : !std::all_of(it->begin(), it->begin() + std::ptrdiff_t(shorter.size()), isMissing))
            return false;
    }
    return std::all_of(shorter.values.keyBegin(), shorter.values.keyEnd(),
                       [&](const QString &name) { return longer.values.contains(name); });
}

} // namespace paceline
