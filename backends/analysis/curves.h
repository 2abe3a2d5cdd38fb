// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/metric.h"

#include <QStringList>
#include <vector>

namespace paceline {

/// Metrics of a run that belong into one picture: what was trained on first, then the same quantity as evaluated.
struct CurveGroup
{
    QString name; ///< its first metric
    QStringList metrics;

    friend bool operator==(const CurveGroup &, const CurveGroup &) = default;
};

/// Every metric in one group: loss, throughput, learning rate and what else is known first, then the others by name.
std::vector<CurveGroup> groupCurves(const QStringList &metrics);

/// Metrics that tell how fast a run is, the best to show first. Of step_time less is more.
QStringList speedMetrics();
/// The first of them that is among metrics; empty where none is.
QString speedMetricOf(const QStringList &metrics);

/// Which end of a metric is the better one; Neither where the name does not tell (a learning rate).
Better betterOf(const QString &metric);

/// Of an evaluation, so that its values are few and stand for themselves.
bool isEvaluation(const QString &metric);

} // namespace paceline
