// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/tfrecord.h"

#include "backends/parsers/events/crc32c.h"
#include "backends/parsers/events/littleendian.h"

#include <algorithm>
#include <utility>

namespace paceline::events {
namespace {

constexpr std::size_t kHead = 12, kTail = 4;

bool hasChecksum(std::string_view bytes, const char *stored)
{
    return masked(crc32c(bytes)) == littleEndian<std::uint32_t>(stored);
}

} // namespace

FramedRecord TfRecordReader::lost(ProblemKind kind, std::size_t drop)
{
    const FramedRecord record{m_bytes.offset(), {}, kind};
    m_bytes.drop(drop);
    return record;
}

/// False while the bytes of a long record have not all come.
bool TfRecordReader::passOver()
{
    const std::size_t step = std::size_t(std::min<std::uint64_t>(m_passOver, m_bytes.rest().size()));
    m_bytes.drop(step);
    m_passOver -= step;
    return m_passOver == 0;
}

std::optional<FramedRecord> TfRecordReader::next()
{
    while (passOver() && m_bytes.rest().size() >= kHead) {
        const std::string_view rest = m_bytes.rest();
        const auto length = littleEndian<std::uint64_t>(rest.data());
        if (length > kMaxLength || !hasChecksum(rest.substr(0, 8), rest.data() + 8)) {
            if (!std::exchange(m_isLost, true))
                return lost(ProblemKind::Length, 1);
            m_bytes.drop(1);
            continue;
        }
        if (length > kMaxKept) {
            m_passOver = kHead + length + kTail;
            m_isLost = false;
            return lost(ProblemKind::TooLarge, 0);
        }
        if (rest.size() < kHead + length + kTail)
            break;
        const std::string_view data = rest.substr(kHead, length);
        if (!hasChecksum(data, data.data() + length)) {
            // The length is right; but the program may have died in mid-record, and its successor written on.
            m_isLost = true;
            return lost(ProblemKind::Checksum, kHead);
        }
        m_isLost = false;
        const FramedRecord record{m_bytes.offset(), data, {}};
        m_bytes.drop(kHead + length + kTail);
        return record;
    }
    m_bytes.hold();
    return std::nullopt;
}

} // namespace paceline::events
