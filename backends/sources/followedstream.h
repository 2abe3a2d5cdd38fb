// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"
#include "backends/parsers/logs/logstream.h"

namespace paceline {

/// The reader of a followed log, and the place where another one can go on. A plain value.
class FollowedStream
{
public:
    using Patterns = std::shared_ptr<const logs::PatternSet>;

    FollowedStream() = default;
    explicit FollowedStream(Patterns patterns);
    /// Goes on at a place where another one stopped; the first byte is the one at its offset.
    explicit FollowedStream(const LogPlace &place, Patterns patterns = {});

    std::vector<logs::Reading> read(const QByteArray &bytes);
    /// The log has ended, and all of it was read: a record whose last line is one that may go on is whole. Nothing
    /// where the last line has no end, which may have been cut in the middle of a number.
    std::vector<logs::Reading> finish();
    qint64 line() const { return m_stream.line(); }
    QString format() const { return m_stream.format(); }
    /// Without the file's identity and the time.
    const LogPlace &place() const { return m_place; }

private:
    void keepState(logs::LogStream::Place place);

    logs::LogStream m_stream;
    LogPlace m_place;
    QByteArray m_ended; ///< the last bytes that were read
};

} // namespace paceline
