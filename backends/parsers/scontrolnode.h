// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/node.h"
#include "backends/parsers/scontroltext.h"

#include <QByteArrayView>
#include <vector>

namespace paceline {

/// The nodes of one `scontrol -o show nodes` answer (several lines a node are read too). A record without name or state
/// is counted as a bad row. Errors: Malformed (no node in the text).
Result<NodeList> parseScontrolNodes(QByteArrayView text);

/// Every "Key=Value" of one record, values that people choose kept whole. Views point into record.
KeyValues splitNodeRecord(QByteArrayView record);

/// One partition of `scontrol -o show partition`, as far as Paceline needs it.
struct PartitionFacts
{
    QString name, nodeList;
    bool isDefault = false;
    QString state; ///< UP, DOWN, DRAIN, INACTIVE

    friend bool operator==(const PartitionFacts &, const PartitionFacts &) = default;
};

/// Errors: Malformed (no partition in the text).
Result<std::vector<PartitionFacts>> parseScontrolPartitions(QByteArrayView text);

} // namespace paceline
