// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/squeuetable.h"

#include <QList>

namespace paceline {

/// The row that these cells make under squeue's header words; printed are the words as the header shows them. Absent
/// when no cell tells a job's number though a column should.
std::optional<SqueueRow> squeueRow(const QList<QByteArray> &columns, const QList<QByteArray> &printed,
                                   const QList<QByteArray> &cells);

} // namespace paceline
