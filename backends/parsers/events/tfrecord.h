// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/events/bytequeue.h"
#include "backends/parsers/events/scalarpoint.h"

#include <optional>

namespace paceline::events {

/// A record of a file in frames, or, with a problem, the place of one that is lost.
struct FramedRecord
{
    qint64 offset = 0;     ///< where its frame starts
    std::string_view data; ///< until the next call
    std::optional<ProblemKind> problem;
};

/// Takes TFRecords out of bytes: u64 length, u32 masked CRC-32C of these eight bytes, data, u32 masked CRC-32C of the
/// data, all little endian (tensorflow/core/lib/io/record_writer.h). After damage it looks for the next place where a
/// length has its checksum, so that half a record in the middle of a file costs that record only.
class TfRecordReader
{
public:
    static constexpr std::uint64_t kMaxLength = 1ULL << 31; ///< of any protobuf message
    static constexpr std::uint64_t kMaxKept = 64ULL << 20;  ///< longer ones are passed over, never held in memory

    /// offset: of the first byte that will be fed, where a record begins.
    explicit TfRecordReader(qint64 offset = 0)
        : m_bytes(offset)
    {
    }
    /// Then call next() until it gives none; the bytes must stay until then.
    void feed(QByteArrayView bytes) { m_bytes.feed(bytes); }
    std::optional<FramedRecord> next();
    /// Of the first byte that waits for more.
    qint64 offset() const { return m_bytes.offset(); }
    qint64 waiting() const { return qint64(m_bytes.rest().size()); }
    /// A record begins at offset(), as far as is known.
    bool isAtRecord() const { return m_passOver == 0 && !m_isLost; }

private:
    enum class Step { Again, Wait };
    Step step(std::optional<FramedRecord> &record);
    FramedRecord lost(ProblemKind kind, std::size_t drop);
    bool passOver();

    ByteQueue m_bytes;
    std::uint64_t m_passOver = 0;
    bool m_isLost = false;
};

} // namespace paceline::events
