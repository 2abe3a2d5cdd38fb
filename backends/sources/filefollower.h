// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"
#include "backends/transport/relay.h"

#include <QObject>
#include <deque>
#include <optional>

namespace paceline {

/// One thing that was noticed about a followed file.
struct FileStep
{
    LogChunk::Event event = LogChunk::Event::Appended;
    QByteArray bytes = {};           ///< Appended only: what follows on all bytes before
    QByteArray before = {};          ///< Appended only: once, the bytes before the place that following went on at
    qint64 offset = 0;               ///< of bytes
    qint64 size = 0;                 ///< of the file
    qint64 mtimeMs = 0;              ///< by the host's clock
    std::optional<Error> error = {}; ///< Deleted, Unreadable
};

/// Follows one remote file by (inode, offset), opened anew for each pull: every byte once, in order, across truncation,
/// rotation, replacement, deletion and lost connections. At most kMaxInFlight bytes are asked for at a time. Lives on
/// the ingest thread; owned by its LogSource, which says when to look.
class FileFollower : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kPullBytes = 1 << 20;
    static constexpr int kMaxInFlight = 4; ///< pulls
    static constexpr int kGrowingMs = 1000, kQuietMs = 5000;
    /// Known bytes before the place are read again, so that a file written anew in place is noticed.
    static constexpr qint64 kOverlap = 64;

    FileFollower(Relay &relay, QByteArray path, QObject *parent = nullptr);

    /// Goes on at a place reached earlier, if the file is still the one it was; else it is read anew. bytesBefore: as
    /// many bytes before the place come once more. To be called before the first poll.
    void goOn(const LogPlace &place, qint64 bytesBefore);
    /// Looks at the file unless a look is under way.
    void poll();
    /// How long to wait after the last look.
    int periodMs() const { return m_periodMs; }
    bool isBusy() const { return !m_pulls.empty(); }
    /// Forgets what is under way; the next poll goes on at the byte where the last one stopped.
    void abandon();

    qint64 offset() const { return m_offset; }
    /// Of the file that was read last; 0 before.
    quint64 inode() const { return m_inode; }
    quint64 device() const { return m_device; }
    /// At the last look it did not exist or was not to be read.
    bool isMissing() const { return m_missing; }

signals:
    void stepped(const paceline::FileStep &step);
    /// A look ended; the next one is due after periodMs(). reached: the file was read to its end.
    void rested(bool reached);

private:
    struct Pull
    {
        RequestId id;
        qint64 offset;  ///< asked for
        qint64 overlap; ///< of it, bytes that are known
        std::optional<Result<FilePull>> result = {};
    };

    void ask(qint64 offset, qint64 overlap, qint64 maxBytes);
    void askMore(qint64 size);
    void takeFinished();
    /// False when what else is in flight no longer counts.
    bool take(const Pull &pull, const FilePull &file);
    bool restart(LogChunk::Event event, const FilePull &file);
    void deliver(const FilePull &file, qint64 overlap);
    void fail(const Error &error);
    void rest(bool reached);

    Relay &m_relay;
    QByteArray m_path;
    std::deque<Pull> m_pulls;
    QByteArray m_known; ///< the last bytes before m_offset
    qint64 m_offset = 0;
    qint64 m_bytesBefore = 0; ///< to be read once more, see goOn
    quint64 m_inode = 0, m_device = 0;
    bool m_seen = false;    ///< it existed once, and m_inode is its
    bool m_missing = false; ///< Deleted or Unreadable was said
    bool m_grew = false;    ///< within this look
    bool m_toldEnd = false; ///< CaughtUp was said for what was delivered
    int m_periodMs = kGrowingMs;
};

} // namespace paceline

Q_DECLARE_METATYPE(paceline::FileStep)
