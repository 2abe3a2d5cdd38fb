// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/metric.h"

#include <QByteArray>
#include <vector>

namespace paceline {

/// What resources/metrics.json says of each metric: unit, kind, range, which end is the slow one. A plain value,
/// immutable once read.
class MetricCatalogue
{
public:
    /// Reads the catalogue's text. Errors: Malformed (no JSON list; a row without id; an unknown unit, kind,
    /// aggregation or better; an id twice; min above max): the catalogue is ours, so one bad row costs all.
    static Result<MetricCatalogue> parse(const QByteArray &json);
    /// The catalogue that is built in; resources must be initialised. Error: NotFound, or as parse.
    static Result<MetricCatalogue> builtIn();

    const std::vector<Metric> &metrics() const { return m_metrics; }
    /// Null for a metric that the catalogue does not know.
    const Metric *find(const MetricId &id) const;

private:
    std::vector<Metric> m_metrics; ///< in order of the file
};

} // namespace paceline
