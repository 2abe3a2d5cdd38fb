// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/events/tfrecord.h"

#include <string>

namespace paceline::events {

/// Takes the records out of a .wandb file: a head of seven bytes, then LevelDB's log format (doc/log_format.md): blocks
/// of 32 KiB, chunks of u32 checksum, u16 length, u8 type and data. wandb stores the plain CRC-32 of type and data
/// (wandb/sdk/internal/datastore.py); LevelDB's own masked CRC-32C is taken too. After damage it looks in the rest of
/// the block for the next chunk that is whole.
class WandbLogReader
{
public:
    static constexpr std::size_t kBlock = 32768;
    static constexpr std::size_t kMaxRecord = 64U << 20;

    /// Then call next() until it gives none; the bytes must stay until then.
    void feed(QByteArrayView bytes);
    /// No more bytes will come: a damaged last block is looked through as it is.
    void finish() { m_isFinished = true; }
    std::optional<FramedRecord> next();
    qint64 offset() const { return m_bytes.offset(); }
    qint64 waiting() const { return qint64(m_bytes.rest().size()); }

private:
    struct Chunk;
    enum class Step { Again, Wait };
    using Outcome = std::optional<FramedRecord>;
    Step step(Outcome &outcome);
    Step readHead(Outcome &outcome);
    Step search(std::size_t left);
    static std::optional<std::size_t> findChunk(std::string_view bytes);
    void join(const Chunk &chunk, Outcome &outcome);
    FramedRecord lost(qint64 offset, ProblemKind kind) { return {offset, {}, kind}; }

    ByteQueue m_bytes;
    std::string m_record;      ///< parts so far
    qint64 m_recordOffset = 0; ///< of the first part
    std::size_t m_used = 0;    ///< bytes of the last result, still to be dropped
    std::size_t m_passOver = 0;
    bool m_isInRecord = false;
    bool m_isDropping = false; ///< the first parts of this record are lost, and that has been said
    bool m_isLost = false;     ///< looking for a whole chunk
    bool m_isFinished = false;
};

} // namespace paceline::events
