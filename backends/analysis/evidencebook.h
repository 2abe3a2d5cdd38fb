// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"
#include "backends/domain/verdict.h"

#include <vector>

namespace paceline {

/// Gathers statements and orders them into a verdict: the most severe first, among equals in the order they were added.
/// The first statement added says the state; a less severe one never hides it.
class EvidenceBook
{
public:
    void add(Statement statement) { m_statements.push_back(std::move(statement)); }
    /// What keeps all of a cluster's data from being fresh. True when there is something.
    bool addProblems(const std::vector<Problem> &problems);
    Verdict verdict(qint64 nowMs) const;

private:
    std::vector<Statement> m_statements;
};

} // namespace paceline
