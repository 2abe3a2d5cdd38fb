// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/domain/job.h"

namespace paceline {

bool isFinished(JobState state)
{
    switch (state) {
    case JobState::Pending:
    case JobState::Running:
    case JobState::Suspended:
    case JobState::Unknown:
        return false;
    default:
        return true;
    }
}

} // namespace paceline
