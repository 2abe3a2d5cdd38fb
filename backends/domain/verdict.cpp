// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/domain/verdict.h"

#include <algorithm>

namespace paceline {

const Statement *Verdict::find(Statement::What what) const
{
    const auto it =
        std::find_if(statements.begin(), statements.end(), [what](const Statement &s) { return s.what == what; });
    return it == statements.end() ? nullptr : &*it;
}

int severityExitStatus(Severity severity)
{
    switch (severity) {
    case Severity::Well:
    case Severity::Idle:
    case Severity::Waiting:
        break;
    case Severity::Attention:
        return 4;
    case Severity::Failed:
        return 5;
    }
    return 0;
}

} // namespace paceline
