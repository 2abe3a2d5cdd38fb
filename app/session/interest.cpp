// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/interest.h"

#include <algorithm>

namespace paceline {

Interest merged(const QMap<QString, Interest> &byViewer)
{
    Interest all;
    all.background = !byViewer.isEmpty();
    bool first = true;
    for (const Interest &one : byViewer) {
        all.queue |= one.queue;
        all.nodes |= one.nodes;
        all.jobs |= one.jobs;
        all.logs |= one.logs;
        all.details |= one.details;
        all.background &= one.background;
        if (!one.jobs.isEmpty()) {
            all.samplePeriodMs = first ? one.samplePeriodMs : std::min(all.samplePeriodMs, one.samplePeriodMs);
            first = false;
        }
    }
    return all;
}

} // namespace paceline
