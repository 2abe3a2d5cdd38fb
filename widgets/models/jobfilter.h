// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/filterexpression.h"
#include "widgets/models/jobindex.h"

#include <vector>

namespace paceline {

/// A filter bound to the fields of jobs: id, name, user, account, qos, partition, state, reason, nodes, gpus, cpus,
/// elapsed, limit. A value. An unlimited time limit is larger than any number; what is not known fulfils no comparison
/// but "!=".
class JobFilter
{
public:
    /// Matches everything.
    JobFilter() = default;
    static tl::expected<JobFilter, FilterError> parse(const QString &text);

    bool isEmpty() const;
    /// One byte a row, 1 where it matches. nowS: for elapsed.
    std::vector<quint8> match(const JobIndex &index, double nowS) const;

private:
    FilterExpression m_expression;
};

} // namespace paceline
