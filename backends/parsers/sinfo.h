// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/namedvalue.h"
#include "backends/domain/node.h"

#include <QByteArray>
#include <QByteArrayView>

namespace paceline {

/// One row of sinfo: nodes of one partition that are in one state. What its columns do not tell is absent.
struct SinfoRow
{
    QString nodeList; ///< not expanded
    QString partition;
    std::optional<bool> isDefault; ///< the partition's star
    std::optional<NodeState> state;
    QString stateText;
    QStringList flags;
    std::optional<int> nodes, cpus, cpusAlloc;
    std::optional<qint64> memoryMiB, allocMemoryMiB;
    QString gres;
    std::optional<int> gpus, gpusAlloc; ///< of one node
    QString reason;
    std::vector<NamedValue> others;
};

struct SinfoTable
{
    std::vector<SinfoRow> rows;
    QStringList errors;
};

/// sinfo in its forms for people (default, -l, -s, -R, -N) and with -o or -O and a separator. Columns by the header;
/// without one by format (the argument of -o or -O), else the 17 fields of Paceline's fixtures, else by what cells look
/// like, the rest being column_N. Errors: Malformed (no row).
Result<SinfoTable> parseSinfo(QByteArrayView text, const QByteArray &format = {});

} // namespace paceline
