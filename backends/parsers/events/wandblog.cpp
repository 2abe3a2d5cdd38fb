// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/wandblog.h"

#include "backends/parsers/events/crc32c.h"
#include "backends/parsers/events/littleendian.h"

#include <algorithm>
#include <utility>

namespace paceline::events {
namespace {

constexpr std::size_t kHead = 7;
/// What a search in one block may sum up; more only happens to files made to be slow.
constexpr std::size_t kMaxSummed = 4U << 20;

enum ChunkType { Full = 1, First = 2, Middle = 3, Last = 4 };

} // namespace

struct WandbLogReader::Chunk
{
    qint64 offset = 0;
    std::uint32_t checksum = 0;
    std::size_t length = 0;
    unsigned type = 0;
    const char *start = nullptr;

    /// bytes: seven at least.
    Chunk(std::string_view bytes, qint64 at)
        : offset(at)
        , checksum(littleEndian<std::uint32_t>(bytes.data()))
        , length(littleEndian<std::uint16_t>(bytes.data() + 4))
        , type(static_cast<unsigned char>(bytes[6]))
        , start(bytes.data())
    {
    }
    std::size_t size() const { return kHead + length; }
    bool isPadding() const { return checksum == 0 && length == 0 && type == 0; }
    bool fits(std::size_t left) const { return type >= Full && type <= Last && size() <= left; }
    std::string_view data() const { return {start + kHead, length}; }
    /// All size() bytes must be there.
    bool isWhole() const
    {
        const std::string_view summed(start + kHead - 1, length + 1);
        return crc32(summed) == checksum || masked(crc32c(summed)) == checksum;
    }
};

void WandbLogReader::feed(QByteArrayView bytes)
{
    m_isFinished = false;
    m_bytes.feed(bytes);
}

std::optional<FramedRecord> WandbLogReader::next()
{
    m_bytes.drop(std::exchange(m_used, 0));
    Outcome outcome;
    while (!outcome) {
        if (step(outcome) == Step::Wait && !m_bytes.more()) {
            m_bytes.hold();
            break;
        }
    }
    return outcome;
}

WandbLogReader::Step WandbLogReader::readHead(Outcome &outcome)
{
    constexpr std::string_view kMagic(":W&B\xe1\xbe\0", kHead);
    const std::string_view rest = m_bytes.rest();
    if (rest.size() < kHead)
        return Step::Wait;
    if (rest.substr(0, kHead) != kMagic)
        outcome = lost(0, ProblemKind::FileHead);
    m_bytes.drop(kHead);
    return Step::Again;
}

WandbLogReader::Step WandbLogReader::step(Outcome &outcome)
{
    if (m_bytes.offset() < qint64(kHead))
        return readHead(outcome);
    const std::size_t over = std::min(m_passOver, m_bytes.rest().size());
    m_bytes.drop(over);
    m_passOver -= over;
    const std::string_view rest = m_bytes.rest();
    if (rest.empty())
        return Step::Wait;
    const std::size_t left = kBlock - std::size_t(m_bytes.offset()) % kBlock;
    if (left < kHead) {
        m_passOver = left;
        m_isLost = false;
        return Step::Again;
    }
    if (m_isLost)
        return search(left);
    if (rest.size() < kHead)
        return Step::Wait;
    const Chunk chunk(rest, m_bytes.offset());
    if (chunk.isPadding()) {
        m_passOver = left;
        return Step::Again;
    }
    const bool isCut = chunk.fits(left) && rest.size() < chunk.size();
    if (isCut && (!m_isFinished || !findChunk(rest.substr(1))))
        return Step::Wait;
    if (!isCut && chunk.fits(left) && chunk.isWhole()) {
        m_used = chunk.size();
        join(chunk, outcome);
        if (!outcome)
            m_bytes.drop(std::exchange(m_used, 0));
        return Step::Again;
    }
    outcome = lost(chunk.offset, !isCut && chunk.fits(left) ? ProblemKind::Checksum : ProblemKind::Length);
    m_used = 1;
    m_isLost = m_isDropping = true;
    m_isInRecord = false;
    return Step::Again;
}

/// Looks for a whole chunk in what is left of the block, once it has all come.
WandbLogReader::Step WandbLogReader::search(std::size_t left)
{
    const std::string_view rest = m_bytes.rest().substr(0, left);
    if (rest.size() < left && !m_isFinished)
        return Step::Wait;
    const std::optional<std::size_t> found = findChunk(rest);
    m_isLost = !found && rest.size() < left;
    m_bytes.drop(found.value_or(rest.size()));
    return Step::Again;
}

/// Where in these bytes of one block the first whole chunk stands.
std::optional<std::size_t> WandbLogReader::findChunk(std::string_view bytes)
{
    std::size_t summed = 0;
    for (std::size_t at = 0; at + kHead <= bytes.size() && summed < kMaxSummed; ++at) {
        const Chunk chunk(bytes.substr(at), 0);
        if (!chunk.fits(bytes.size() - at))
            continue;
        summed += 2 * chunk.size();
        if (chunk.isWhole())
            return at;
    }
    return std::nullopt;
}

void WandbLogReader::join(const Chunk &chunk, Outcome &outcome)
{
    const bool begins = chunk.type == Full || chunk.type == First;
    // An empty first part at the end of a block, and then the record anew: old LevelDB wrote so.
    if (begins && m_isInRecord && !m_record.empty())
        outcome = lost(m_recordOffset, ProblemKind::Order);
    if (!begins && !m_isInRecord && !m_isDropping)
        outcome = lost(chunk.offset, ProblemKind::Order);
    if (outcome && begins) {
        // Said once; the chunk itself comes with the next call.
        m_used = 0;
        m_isInRecord = false;
        return;
    }
    if (begins) {
        m_record.clear();
        m_recordOffset = chunk.offset;
        m_isInRecord = chunk.type == First;
        m_isDropping = false;
    } else if (!m_isInRecord) {
        m_isDropping = chunk.type != Last;
        return;
    }
    if (chunk.type == Full) {
        outcome = FramedRecord{chunk.offset, chunk.data(), {}};
        return;
    }
    if (m_record.size() + chunk.length > kMaxRecord) {
        outcome = lost(m_recordOffset, ProblemKind::TooLarge);
        m_isInRecord = false;
        m_isDropping = chunk.type != Last;
        return;
    }
    m_record.append(chunk.data());
    if (chunk.type == Last) {
        m_isInRecord = false;
        outcome = FramedRecord{m_recordOffset, m_record, {}};
    }
}

} // namespace paceline::events
