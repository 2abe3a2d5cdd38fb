// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

#include <QMap>
#include <QMetaType>
#include <QSet>

namespace paceline {

/// What one viewer (a page, the CLI, the watching rule) looks at; a Source samples only what somebody looks at.
struct Interest
{
    bool queue = false, nodes = false;
    QSet<JobId> jobs = {};     ///< detail, log and counters
    QSet<JobId> logs = {};     ///< detail and log alone: no step in the job
    QSet<JobId> details = {};  ///< detail alone
    int samplePeriodMs = 2000; ///< of the counters
    bool background = false;   ///< minimised or closed to the tray: the queue is asked every 120 s only

    friend bool operator==(const Interest &, const Interest &) = default;
};

/// All viewers' interests as one: the union of what they want, at the shortest period; background only when all are.
Interest merged(const QMap<QString, Interest> &byViewer);

} // namespace paceline

Q_DECLARE_METATYPE(paceline::Interest)
