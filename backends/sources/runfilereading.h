// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"
#include "backends/parsers/events/eventfile.h"
#include "backends/parsers/events/wandbfile.h"
#include "backends/parsers/runfiles/scalarrecords.h"
#include "backends/sources/followedstream.h"

namespace paceline {

/// The reader of a followed file beside a log, whatever its kind, and the place where another one can go on. A plain
/// value.
class RunFileReading
{
public:
    RunFileReading(RunFile::Kind kind, const QString &path);
    /// Goes on at a place where another one stopped.
    RunFileReading(RunFile::Kind kind, const QString &path, const LogPlace &place);

    struct Read
    {
        std::vector<LogRecord> records;      ///< with the times that the file prints
        std::vector<logs::Reading> readings; ///< of a text: still without
        qint64 damaged = 0;
    };
    Read read(const QByteArray &bytes);
    QString format() const { return m_kind == RunFile::Kind::Text ? m_text.format() : QString(); }
    /// Empty where another one cannot go on. Without the file's identity and the time.
    std::optional<LogPlace> place() const;

private:
    Read readEvents(const QByteArray &bytes);

    RunFile::Kind m_kind;
    FollowedStream m_text;
    events::EventFileReader m_events;
    events::WandbFileReader m_wandb;
    ScalarRecords m_records;
    LogPlace m_place;   ///< of an event file
    QByteArray m_ended; ///< the last bytes that were read
    qint64 m_offset = 0;
};

} // namespace paceline
