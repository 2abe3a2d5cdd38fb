// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/node.h"
#include "widgets/models/filterexpression.h"

#include <vector>

namespace paceline {

/// The filter language bound to the fields of nodes. Texts: name, state, partition, feature, reason, gpu (its type).
/// Numbers: cpus, load, memory (GiB), gpus, and what is free of them: freecpus, freemem (GiB), freegpus. A value. What
/// is not known fulfils no comparison but "!=".
class NodeFilter
{
public:
    /// Matches everything.
    NodeFilter() = default;
    static tl::expected<NodeFilter, FilterError> parse(const QString &text);

    bool isEmpty() const;
    /// One byte a node, 1 where it matches.
    std::vector<quint8> match(const NodeList &nodes) const;

private:
    FilterExpression m_expression;
};

/// One line for the person who types a filter of nodes.
QString describeNodeFilter(const FilterError &error);

} // namespace paceline
