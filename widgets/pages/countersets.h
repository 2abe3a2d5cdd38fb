// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/snapshot.h"

#include <QList>
#include <QString>

namespace paceline {

using Grids = QMap<MetricId, std::shared_ptr<const Grid>>;

// Which counters of a job come first, of those that its nodes tell: what its GPUs do before what its processors do,
// what the fabric carries before what Ethernet does.

/// One counter for each of three panes; the last ones are left out where there are fewer.
QList<MetricId> lineCounters(const Grids &grids);

struct LaneChoice
{
    QString name; ///< short, for the margin of a lane
    MetricId metric;
    bool isAlarm = false;
};
QList<LaneChoice> laneCounters(const Grids &grids);

/// All counters worth a picture, the most telling first.
QList<MetricId> orderedCounters(const Grids &grids);

/// What kind of counter it is, as the heading of a menu: "GPU", "Processor and memory", "Network" ...
QString counterGroupText(const MetricId &metric);

} // namespace paceline
