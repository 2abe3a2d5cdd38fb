// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/runfilereading.h"

#include "backends/parsers/logs/readerstate.h"
#include "backends/sources/filefollower.h"

namespace paceline {

RunFileReading::RunFileReading(RunFile::Kind kind, const QString &path)
    : m_kind(kind)
    , m_records(path)
{
}

RunFileReading::RunFileReading(RunFile::Kind kind, const QString &path, const LogPlace &place)
    : RunFileReading(kind, path)
{
    m_place = place;
    m_ended = place.known;
    m_offset = place.offset;
    if (kind == RunFile::Kind::Text)
        m_text = FollowedStream(place);
    events::EventFileReader::Place at{place.offset, {}};
    ScalarRecords::Names names;
    if (kind != RunFile::Kind::EventFile || !logs::unpack(place.state, at.otherTags, names))
        return;
    m_events = events::EventFileReader(at);
    m_records.setNames(names);
}

RunFileReading::Read RunFileReading::read(const QByteArray &bytes)
{
    Read read;
    if (m_kind == RunFile::Kind::Text) {
        read.readings = m_text.read(bytes);
    } else if (m_kind == RunFile::Kind::EventFile) {
        read = readEvents(bytes);
    } else {
        const events::ScalarBatch batch = m_wandb.read(bytes);
        read.records = m_records.take(batch, [this](int tag) { return m_wandb.tagName(tag); });
        read.damaged = qint64(batch.problems.size());
    }
    return read;
}

RunFileReading::Read RunFileReading::readEvents(const QByteArray &bytes)
{
    Read read;
    const events::ScalarBatch batch = m_events.read(bytes);
    read.records = m_records.take(batch, [this](int tag) { return m_events.tagName(tag); });
    read.damaged = qint64(batch.problems.size());
    m_offset += bytes.size();
    const auto now = m_events.place();
    if (!now) {
        m_place.state.clear();
    } else if (now->offset != m_place.offset || m_place.state.isEmpty()) {
        const QByteArray text = m_ended + bytes;
        m_place.known = text.first(std::max<qint64>(0, text.size() - (m_offset - now->offset)));
        m_place.known = m_place.known.right(FileFollower::kOverlap);
        m_place.offset = now->offset;
        m_place.state = logs::packed(now->otherTags, m_records.names());
    }
    m_ended = (m_ended + bytes.right(FileFollower::kOverlap)).right(FileFollower::kOverlap);
    return read;
}

std::optional<LogPlace> RunFileReading::place() const
{
    if (m_kind == RunFile::Kind::WandbFile)
        return std::nullopt;
    const LogPlace &place = m_kind == RunFile::Kind::Text ? m_text.place() : m_place;
    return place.canGoOn() ? std::optional(place) : std::nullopt;
}

} // namespace paceline
