// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <vector>

namespace paceline::events {

/// Where a value stood: simple_value or tensor of an event file, history of a .wandb file.
enum class ScalarKind : quint8 { Simple, Tensor, History };

/// One value of one curve.
struct ScalarPoint
{
    qint32 tag = 0; ///< index into the names of the reader it came from
    ScalarKind kind = ScalarKind::Simple;
    qint64 step = 0;
    double wallTime = 0; ///< UTC seconds; NaN where the file names none
    double value = 0;    ///< may be NaN or infinite: the program logged so
    qint64 offset = 0;   ///< of its record in the file
};

/// The program says that it starts (again) at a step: what was logged from that step on before is void.
struct Restart
{
    qint64 step = 0;
    double wallTime = 0;
};

enum class ProblemKind : quint8 {
    FileHead, ///< the file does not begin as it should
    Length,   ///< the length of a record is not what its checksum says, or no length at all
    Checksum, ///< the data of a record are not what their checksum says
    Message,  ///< whole by its checksum, but not the protobuf message that belongs here
    TooLarge, ///< more bytes, or more names, than anybody writes
    Order,    ///< parts of a record without their first or last part
};

/// A record that gave no points, by the offset where it starts in the file.
struct Problem
{
    qint64 offset = 0;
    ProblemKind kind = ProblemKind::Checksum;

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// What some bytes of a file held.
struct ScalarBatch
{
    std::vector<ScalarPoint> points;
    std::vector<Restart> restarts;
    std::vector<Problem> problems;
};

} // namespace paceline::events
