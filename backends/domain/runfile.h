// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QString>
#include <optional>

namespace paceline {

/// A file beside a job's log that was found for its run, and how far it was read.
struct RunFile
{
    enum class Kind { EventFile, WandbFile, Text };
    /// Why it is taken for a file of this job, the best reason first.
    enum class Reason {
        Added,      ///< by the user
        Named,      ///< by the job: a line of its log, or its other output file
        JobInPath,  ///< the job's number stands in its path
        HostInName, ///< the event file names a node of the job
        Beside      ///< written since the job began, where programs put such files
    };
    enum class State {
        Waiting,    ///< nothing came so far
        Reading,    ///< behind the end of the file
        Following,  ///< read to its end
        Deleted,    ///< was there, and is no more
        Unreadable, ///< see error
        Ambiguous,  ///< not read: another job works in the same folder, and nothing tells whose it is
        TooMany,    ///< not read: as many files are followed as one job may have
        NoMetrics,  ///< no longer read: a long text without one record
        SwitchedOff ///< not read: the user said so
    };

    QString path = {};
    Kind kind = Kind::Text;
    Reason reason = Reason::Beside;
    State state = State::Waiting;
    QString format = {};             ///< of a text: as LogChunk::format; empty while none is known
    qint64 size = 0, readTo = 0;     ///< bytes
    qint64 damaged = 0;              ///< records that could not be read
    std::optional<Error> error = {}; ///< Unreadable

    bool isRead() const { return state < State::Ambiguous; }
    /// Times stand in the file; else they are those of reading it, or estimated.
    bool printsTimes() const { return kind != Kind::Text; }
    friend bool operator==(const RunFile &, const RunFile &) = default;
};

} // namespace paceline
