// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/followedstream.h"

#include "backends/sources/filefollower.h"

namespace paceline {

FollowedStream::FollowedStream(Patterns patterns)
    : m_stream(logs::LogStream::Start{.format = {}, .patterns = std::move(patterns)})
{
}

FollowedStream::FollowedStream(const LogPlace &place, Patterns patterns)
    : m_stream({{}, place.offset, place.line, place.segment, place.state, std::move(patterns)})
    , m_place(place)
    , m_ended(place.known)
{
}

std::vector<logs::Reading> FollowedStream::read(const QByteArray &bytes)
{
    std::vector<logs::Reading> readings = m_stream.read(bytes);
    logs::LogStream::Place now = m_stream.place();
    if (now.offset != m_place.offset) {
        // It moved, so that the place lies within these bytes or just before them.
        const QByteArray text = m_ended + bytes;
        const qint64 behind = m_stream.offset() - now.offset;
        m_place.known = text.first(std::max<qint64>(0, text.size() - behind)).right(FileFollower::kOverlap);
        m_place.offset = now.offset;
        m_place.line = now.line;
        m_place.segment = now.segment;
        keepState(std::move(now));
    }
    m_ended = (m_ended + bytes.right(FileFollower::kOverlap)).right(FileFollower::kOverlap);
    return readings;
}

std::vector<logs::Reading> FollowedStream::finish()
{
    if (m_stream.isInLine())
        return {};
    std::vector<logs::Reading> readings = m_stream.finish();
    if (!readings.empty())
        keepState(m_stream.place());
    return readings;
}

void FollowedStream::keepState(logs::LogStream::Place place)
{
    m_place.state = place.canGoOn ? std::move(place.state) : QByteArray();
}

} // namespace paceline
