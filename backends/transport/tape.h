// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/relay.h"

#include <QHash>
#include <QString>
#include <memory>
#include <vector>

namespace paceline {

/// A recorded session in memory: what each request was answered with, and when. Immutable once loaded, so any thread
/// may read it. The file is one zstd stream of frames, each a length, a kind and its fields (QDataStream, version
/// Qt_6_0); see tapeformat.h.
struct Tape
{
    /// The answer to a run(), or why there was none.
    struct Answer
    {
        qint64 timeMs = 0; ///< UTC, when it came
        Result<CommandOutput> result;
    };
    /// What one pull() brought that was not there before, or why it failed.
    struct Growth
    {
        qint64 timeMs = 0;
        Result<FilePull> pull;
    };
    struct StreamEvent
    {
        enum class Kind : quint8 { Opened, LineSent, Data, ErrorData, Ended };
        qint64 timeMs = 0;
        Kind kind = Kind::Data;
        QByteArray bytes = {}; ///< of Data and ErrorData
        int exitStatus = 0;
    };

    /// Reads a tape. Damage at the end costs what lies behind it, and isCut tells. Errors: NotFound, PermissionDenied,
    /// Malformed (no tape, or a version that this program does not know), TooLarge (over 2 GiB unpacked).
    static Result<std::shared_ptr<const Tape>> load(const QString &path);
    static Result<std::shared_ptr<const Tape>> parse(const QByteArray &file);

    QString host; ///< as the user had named it
    qint64 startMs = 0, endMs = 0;
    bool isCut = false;
    QHash<QByteArray, std::vector<Answer>> answers;      ///< by CommandRequest::key, by time
    QHash<QByteArray, std::vector<Growth>> files;        ///< by path, by time
    QHash<QByteArray, std::vector<StreamEvent>> streams; ///< by key, by time, of all streams with that key
};

} // namespace paceline
