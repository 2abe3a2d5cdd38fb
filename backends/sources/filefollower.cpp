// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/filefollower.h"

#include "backends/core/whenfinished.h"

#include <algorithm>

namespace paceline {

FileFollower::FileFollower(Relay &relay, QByteArray path, QObject *parent)
    : QObject(parent)
    , m_relay(relay)
    , m_path(std::move(path))
{
}

void FileFollower::goOn(const LogPlace &place, qint64 bytesBefore)
{
    m_seen = true;
    m_inode = place.inode;
    m_device = place.device;
    m_offset = place.offset;
    m_known = place.known.right(kOverlap);
    m_bytesBefore = std::min(bytesBefore, m_offset);
}

void FileFollower::poll()
{
    if (isBusy())
        return;
    m_grew = false;
    const qint64 overlap = std::max(m_bytesBefore, qint64(m_known.size()));
    ask(m_offset - overlap, overlap, kPullBytes + overlap);
}

void FileFollower::abandon()
{
    const std::deque<Pull> open = std::exchange(m_pulls, {});
    for (const Pull &pull : open)
        m_relay.cancel(pull.id);
}

void FileFollower::ask(qint64 offset, qint64 overlap, qint64 maxBytes)
{
    const Pending<FilePull> pending = m_relay.pull({.path = m_path, .offset = offset, .maxBytes = maxBytes});
    m_pulls.push_back({pending.id, offset, overlap, {}});
    whenFinished(pending.result, this, [this, id = pending.id](const Result<FilePull> &result) {
        const auto pull = std::find_if(m_pulls.begin(), m_pulls.end(), [id](const Pull &p) { return p.id == id; });
        if (pull == m_pulls.end())
            return;
        pull->result = result;
        takeFinished();
    });
}

/// Keeps as many pulls in flight as the file of this size has bytes for.
void FileFollower::askMore(qint64 size)
{
    qint64 next = m_offset;
    for (const Pull &pull : m_pulls)
        next = std::max(next, pull.offset + kPullBytes);
    for (; next < size && m_pulls.size() < kMaxInFlight; next += kPullBytes)
        ask(next, 0, kPullBytes);
}

void FileFollower::takeFinished()
{
    while (!m_pulls.empty() && m_pulls.front().result) {
        const Pull pull = std::move(m_pulls.front());
        m_pulls.pop_front();
        if (!*pull.result) {
            abandon();
            fail(pull.result->error());
            return;
        }
        const FilePull &file = **pull.result;
        const qint64 before = m_offset;
        if (!take(pull, file)) {
            abandon();
            ask(m_offset, 0, kPullBytes);
            return;
        }
        // A pull that brought nothing although the file is longer is tried again at the next look, not at once.
        if (m_offset > before)
            askMore(file.size);
    }
    if (m_pulls.empty())
        rest(m_toldEnd);
}

bool FileFollower::take(const Pull &pull, const FilePull &file)
{
    const bool isOther = m_seen && (file.inode != m_inode || file.device != m_device);
    if (isOther)
        return restart(LogChunk::Event::Replaced, file);
    const bool isShorter = file.size < m_offset;
    const bool isRewritten =
        pull.overlap > 0 && !file.bytes.first(std::min(pull.overlap, qint64(file.bytes.size()))).endsWith(m_known);
    if (m_seen && (isShorter || isRewritten))
        return restart(LogChunk::Event::Truncated, file);
    m_seen = true;
    m_inode = file.inode;
    m_device = file.device;
    m_missing = false;
    if (pull.offset + pull.overlap != m_offset)
        return false; // the pull before it was cut short
    deliver(file, pull.overlap);
    return true;
}

bool FileFollower::restart(LogChunk::Event event, const FilePull &file)
{
    m_inode = file.inode;
    m_device = file.device;
    m_missing = false;
    m_offset = 0;
    m_known.clear();
    m_bytesBefore = 0;
    m_toldEnd = false;
    emit stepped({.event = event, .size = file.size, .mtimeMs = file.mtimeMs});
    return false;
}

void FileFollower::deliver(const FilePull &file, qint64 overlap)
{
    QByteArray bytes = file.bytes.mid(overlap);
    QByteArray before = std::exchange(m_bytesBefore, 0) > 0 ? file.bytes.first(overlap) : QByteArray();
    if (!bytes.isEmpty() || !before.isEmpty()) {
        m_grew = m_grew || !bytes.isEmpty();
        m_toldEnd = false;
        const qint64 from = m_offset;
        m_offset += bytes.size();
        m_known = (m_known + bytes.right(kOverlap)).right(kOverlap);
        emit stepped({.bytes = std::move(bytes),
                      .before = std::move(before),
                      .offset = from,
                      .size = std::max(file.size, m_offset),
                      .mtimeMs = file.mtimeMs});
    }
    if (!m_toldEnd && m_offset >= file.size) {
        m_toldEnd = true;
        emit stepped(
            {.event = LogChunk::Event::CaughtUp, .offset = m_offset, .size = m_offset, .mtimeMs = file.mtimeMs});
    }
}

void FileFollower::fail(const Error &error)
{
    const bool isGone = error.kind == ErrorKind::NotFound;
    const bool isRefused = error.kind == ErrorKind::PermissionDenied;
    const bool isLink = error.kind == ErrorKind::Disconnected || error.kind == ErrorKind::Cancelled;
    if (!isLink && !((isGone || isRefused) && m_missing)) {
        m_missing = isGone || isRefused;
        const auto event = isGone && m_seen ? LogChunk::Event::Deleted : LogChunk::Event::Unreadable;
        emit stepped({.event = event, .offset = m_offset, .size = m_offset, .error = error});
    }
    rest(false);
}

void FileFollower::rest(bool reached)
{
    m_periodMs = m_grew ? kGrowingMs : std::min(m_periodMs * 3 / 2, kQuietMs);
    emit rested(reached);
}

} // namespace paceline
