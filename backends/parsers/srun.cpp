// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/srun.h"

#include <QList>
#include <array>

namespace paceline {

namespace {

struct Phrase
{
    const char *words;
    ErrorKind kind;
};

// In order: the first that occurs decides.
constexpr std::array kPhrases{
    Phrase{"Access/permission denied", ErrorKind::Refused},
    Phrase{"Invalid user", ErrorKind::Refused},
    Phrase{"User not found", ErrorKind::Refused},
    Phrase{"Job is pending execution", ErrorKind::JobEnded},
    Phrase{"Invalid job id specified", ErrorKind::JobEnded},
    Phrase{"has expired", ErrorKind::JobEnded},
    Phrase{"already completing or completed", ErrorKind::JobEnded},
    Phrase{"Job step aborted", ErrorKind::JobEnded},
    Phrase{" CANCELLED AT ", ErrorKind::JobEnded},
    Phrase{"Unable to contact slurm controller", ErrorKind::ControllerDown},
    Phrase{"Socket timed out", ErrorKind::ControllerDown},
    Phrase{"Connection refused", ErrorKind::ControllerDown},
    Phrase{"unrecognized option", ErrorKind::Unsupported},
    Phrase{"invalid option", ErrorKind::Unsupported},
    Phrase{"Invalid gres", ErrorKind::Unsupported},
    Phrase{"Unable to create step", ErrorKind::Refused},
};

} // namespace

Error srunFailure(int exitStatus, const QByteArray &err)
{
    const QList<QByteArray> lines = err.split('\n');
    for (const Phrase &phrase : kPhrases) {
        for (const QByteArray &line : lines) {
            if (line.contains(phrase.words))
                return {phrase.kind, QString::fromUtf8(line.trimmed())};
        }
    }
    if (exitStatus == 127)
        return {ErrorKind::NoSlurm, QString::fromUtf8(err.trimmed())};
    for (const QByteArray &line : lines) {
        if (line.contains("error:"))
            return {ErrorKind::Internal, QString::fromUtf8(line.trimmed())};
    }
    return {ErrorKind::Internal, QStringLiteral("srun: exit status %1").arg(exitStatus)};
}

} // namespace paceline
