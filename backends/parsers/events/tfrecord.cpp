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
    std::optional<FramedRecord> record;
    while (!record) {
        if (step(record) == Step::Wait && !m_bytes.more()) {
            m_bytes.hold();
            break;
        }
    }
    return record;
}

TfRecordReader::Step TfRecordReader::step(std::optional<FramedRecord> &record)
{
    if (m_passOver > 0 && !passOver())
        return Step::Wait;
    const std::string_view rest = m_bytes.rest();
    if (rest.size() < kHead)
        return Step::Wait;
    const auto length = littleEndian<std::uint64_t>(rest.data());
    if (length > kMaxLength || !hasChecksum(rest.substr(0, 8), rest.data() + 8)) {
        if (std::exchange(m_isLost, true))
            m_bytes.drop(1);
        else
            record = lost(ProblemKind::Length, 1);
        return Step::Again;
    }
    if (length > kMaxKept) {
        m_passOver = kHead + length + kTail;
        m_isLost = false;
        record = lost(ProblemKind::TooLarge, 0);
        return Step::Again;
    }
    if (rest.size() < kHead + length + kTail)
        return Step::Wait;
    const std::string_view data = rest.substr(kHead, length);
    m_isLost = !hasChecksum(data, data.data() + length);
    if (m_isLost) {
        // The length is right; but the program may have died in mid-record, and its successor written on.
        record = lost(ProblemKind::Checksum, kHead);
        return Step::Again;
    }
    record = FramedRecord{m_bytes.offset(), data, {}};
    m_bytes.drop(kHead + length + kTail);
    return Step::Again;
}

} // namespace paceline::events
