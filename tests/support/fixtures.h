// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace paceline {

/// A file below tests/fixtures; fails the running test when it cannot be read.
QByteArray fixture(const QString &path);

/// The versions of Slurm of which captured output lies below tests/fixtures/slurm.
QStringList slurmVersions();

/// "2026-11-23T07:50:59" (UTC) as seconds, anywhere in text, as SLURM_TIME_FORMAT=%s would have printed it.
QByteArray withEpochTimes(const QByteArray &text);

/// fixtures/slurm/VERSION/squeue_o.txt (32 fields between |) as Paceline's own squeue call prints it: fields in the
/// order of letters.
QByteArray squeueFixture(const QString &version, const QByteArray &letters);

} // namespace paceline
