// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/history/columncodec.h"
#include "backends/store/run.h"

namespace paceline {

/// Columns of a chunk as the tables number them; metrics have their number in the run.
enum ChunkColumn : int {
    kStepColumn = -1,
    kTimeColumn = -2,
    kEpochColumn = -3,
    kTimeSourceColumn = -4,
    kOffsetColumn = -5,
    kLineColumn = -6,
    kLengthColumn = -7,
    kBreakColumn = -8 ///< holds nothing: it is there where the chunk has a break before it
};

struct PackedColumn
{
    int column;
    QByteArray bytes;
};

/// Records [first, size) of a chunk. Metrics that none of them carries are left out.
std::vector<PackedColumn> packChunk(ColumnCodec &codec, const RunChunk &chunk, std::size_t first,
                                    const QStringList &metrics);
/// Appends one column to what chunk holds of it. Errors: Malformed (also a metric's number that metrics lacks).
Result<void> unpackColumn(ColumnCodec &codec, int column, QByteArrayView bytes, const QStringList &metrics,
                          RunChunk &chunk);
/// Lets every metric have as many values as the chunk has records. Errors: Malformed (columns of unequal length, more
/// records than a chunk can have).
Result<void> squareUp(RunChunk &chunk);

/// The same as one value, for few records.
QByteArray packRecords(ColumnCodec &codec, const RunChunk &chunk, std::size_t first, const QStringList &metrics);
/// Appends records to a chunk that is square. Errors: Malformed.
Result<void> unpackRecords(ColumnCodec &codec, QByteArrayView bytes, const QStringList &metrics, RunChunk &chunk);

/// Whether the first records of longer are those of shorter, bit for bit.
bool isContinued(const RunChunk &shorter, const RunChunk &longer);

} // namespace paceline
