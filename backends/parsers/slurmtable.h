// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QStringList>
#include <vector>

namespace paceline {

/// A table of a Slurm command for people, or with | or 0x1f between its fields.
struct SlurmTable
{
    QList<QByteArray> columns; ///< of the header; empty where there is none
    std::vector<QList<QByteArray>> rows;
    QList<QByteArray> clusters; ///< of -M ("CLUSTER: name" above a table), one for each row; empty without
    QStringList errors;         ///< "slurm_load_jobs error: ..." and the like
};

/// Which words make a line the header, and which column may hold blanks.
struct SlurmTableShape
{
    QList<QByteArray> headerWords;
    QByteArray wideColumn = {};
    QList<QByteArray> columns = {}; ///< where the text has no header; empty: not known
};

/// Lines of a Slurm command that complain rather than tell: "slurm_load_jobs error: ...", "sinfo: error: ...".
bool isSlurmComplaint(const QByteArray &line);

/// Dashes under a header, a box's edges, the date that -l prints first, prompts, blank lines.
bool isSlurmDecoration(const QByteArray &line);

/// Cells are trimmed; of a row with blanks between its columns each cell goes to the column where it stands.
SlurmTable readSlurmTable(QByteArrayView text, const SlurmTableShape &shape);

} // namespace paceline
