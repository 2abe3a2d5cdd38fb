// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/node.h"
#include "backends/parsers/sinfo.h"
#include "backends/parsers/squeuetable.h"

namespace paceline {

/// A node and its members that Node does not have.
struct SlurmJsonNode
{
    Node node;
    QString gres;
    std::vector<NamedValue> others;
};

/// What one answer of --json holds; errors are its own list.
struct SlurmJson
{
    std::vector<SqueueRow> jobs;
    std::vector<SlurmJsonNode> nodes;
    std::vector<SinfoRow> rows;
    QStringList errors;

    bool hasRows() const { return !jobs.empty() || !nodes.empty() || !rows.empty(); }
};

/// True for text that begins like a document of --json.
bool isSlurmJson(QByteArrayView text);

/// squeue, scontrol, sacct and sinfo with --json, openapi v0.0.37 to data_parser v0.0.45: numbers as they are or as
/// {set, infinite, number}, states as word or list. Bare NaN and Infinity, which some versions print, are no values.
/// Errors: Malformed (no JSON, or none of these).
Result<SlurmJson> parseSlurmJson(QByteArrayView text);

} // namespace paceline
