// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

namespace paceline {

/// The end of a followed log as text for the log view: at most kMaxBytes, in chunks that snapshots share. Immutable.
class LogText
{
public:
    static constexpr qint64 kMaxBytes = 64 << 20;
    struct Chunk
    {
        QByteArray bytes;                ///< whole lines; at the end of the last chunk perhaps an unfinished one
        std::vector<quint32> lineStarts; ///< offsets into bytes
        std::vector<qint64> timeMs;      ///< one for each line: when it arrived; 0 for a backlog
        qint64 firstLine = 1;            ///< number of its first line in the file
        qint64 offset = 0;               ///< of bytes in the file
    };
    struct Line
    {
        QByteArray bytes;
        qint64 number;
        qint64 timeMs;
    };

    QString path, format;
    qint64 fileSize = 0, readTo = 0; ///< readTo < fileSize: a backlog is still being read
    qint64 lastGrowthMs = 0;         ///< when the file was last seen to grow
    qint64 records = 0;
    std::optional<OutputBlocks> blocks; ///< the program's output waits in a buffer
    enum class State { Reading, Following, Deleted, Unreadable } state = State::Reading;

    qint64 firstLine() const { return m_chunks.empty() ? 1 : m_chunks.front()->firstLine; }
    qint64 lineCount() const { return m_lines; } ///< lines held
    Line line(qint64 index) const;               ///< index from 0 within those held; bytes cut at 64 KiB
    qint64 indexOfLine(qint64 number) const { return number - firstLine(); }

    const std::vector<std::shared_ptr<const Chunk>> &chunks() const { return m_chunks; }

private:
    friend class LogTextBuilder;
    std::vector<std::shared_ptr<const Chunk>> m_chunks;
    qint64 m_lines = 0;
};

/// Collects the text of a followed log and hands out immutable snapshots of it that share their chunks. Lives on the
/// ingest thread.
class LogTextBuilder
{
public:
    static constexpr qsizetype kChunkBytes = 256 << 10;
    /// What a line has beyond this is not kept.
    static constexpr qsizetype kMaxLine = 1 << 20;

    void apply(const LogChunk &chunk);
    /// Nothing was applied yet, and what comes of this log stands behind so many records.
    void goOn(const QString &path, const QString &format, qint64 records);
    /// The same object as before when nothing was applied since.
    std::shared_ptr<const LogText> snapshot();

private:
    void startAnew(const LogChunk &chunk);
    void append(const LogChunk &chunk);
    void appendToLine(QByteArrayView piece);
    void beginLine(qint64 number, qint64 offset, qint64 timeMs);
    void closeChunk();

    LogText m_text;
    LogText::Chunk m_open;
    qint64 m_bytes = 0;         ///< in closed chunks
    qsizetype m_lineLength = 0; ///< of the last line, kept or not
    bool m_inLine = false;
    std::shared_ptr<const LogText> m_last;
};

} // namespace paceline
