// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/evidencebook.h"

#include <algorithm>

namespace paceline {

bool EvidenceBook::addProblems(const std::vector<Problem> &problems)
{
    using What = Statement::What;
    bool any = false;
    for (const Problem &problem : problems) {
        // What cannot be saved is as fresh as ever.
        if (problem.cleared || problem.job.number != 0 || problem.subject == Problem::Subject::History)
            continue;
        What what = What::DataStale;
        if (problem.subject == Problem::Subject::Connection)
            what = What::Disconnected;
        else if (problem.error.kind == ErrorKind::ControllerDown)
            what = What::ControllerDown;
        const bool known = std::any_of(m_statements.begin(), m_statements.end(),
                                       [what](const Statement &s) { return s.what == what; });
        if (!known)
            add({.what = what, .severity = Severity::Attention, .sinceMs = problem.timeMs});
        any = true;
    }
    return any;
}

Verdict EvidenceBook::verdict(qint64 nowMs) const
{
    Verdict verdict{.statements = m_statements, .judgedMs = nowMs};
    if (!m_statements.empty())
        verdict.severity = m_statements.front().severity;
    for (const Statement &s : m_statements)
        verdict.severity = std::max(verdict.severity, s.severity);
    const auto weight = [](const Statement &s) { return s.severity >= Severity::Attention ? int(s.severity) : 0; };
    std::stable_sort(verdict.statements.begin(), verdict.statements.end(),
                     [&](const Statement &a, const Statement &b) { return weight(a) > weight(b); });
    return verdict;
}

} // namespace paceline
