// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/tape.h"

#include <QFile>
#include <memory>
#include <utility>
#include <vector>

struct ZSTD_CCtx_s;

namespace paceline {

/// What is taken out of a tape while it is recorded. Every replacement keeps the length, so that file offsets stay
/// true.
struct TapeScrub
{
    /// Names to hide and what stands for them, for example a user name; cut or repeated to the same length.
    std::vector<std::pair<QByteArray, QByteArray>> names = {};

    /// Private keys, and the values of what calls itself a password, secret, API key or access token, become asterisks.
    QByteArray scrubbed(QByteArray text) const;
};

/// Writes a tape file as it grows; what was written survives a crash but for the last second. One thread.
class TapeWriter
{
public:
    TapeWriter();
    ~TapeWriter();

    /// Errors: PermissionDenied, DiskFull.
    Result<void> open(const QString &path, const QString &host, qint64 startMs, TapeScrub scrub = {});
    bool isOpen() const { return m_file.isOpen(); }
    void close(qint64 nowMs);
    /// Set once something could not be written; nothing is written after.
    const std::optional<Error> &error() const { return m_error; }

    void answer(qint64 nowMs, const QByteArray &key, const Result<CommandOutput> &result);
    /// Only what is new of a file is written.
    void growth(qint64 nowMs, const QByteArray &path, const Result<FilePull> &result);
    void streamEvent(const QByteArray &key, const Tape::StreamEvent &event);

private:
    struct FreeContext
    {
        void operator()(ZSTD_CCtx_s *context) const;
    };
    struct Known
    {
        quint64 inode = 0, device = 0;
        qint64 size = -1, mtimeMs = 0, reached = 0; ///< reached: recorded without a gap up to here
        std::optional<Error> error;
    };
    enum class Flush { No, Yes, End };

    template <class... Fields>
    void frame(quint8 kind, qint64 timeMs, const Fields &...fields);
    void put(const QByteArray &bytes, Flush flush);

    QFile m_file;
    TapeScrub m_scrub;
    std::unique_ptr<ZSTD_CCtx_s, FreeContext> m_context;
    QHash<QByteArray, Known> m_known;
    qint64 m_lastMs = 0, m_flushedMs = 0;
    std::optional<Error> m_error;
};

} // namespace paceline
