// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

namespace paceline::cli {

/// The unit of a metric as the catalogue (resources/metrics.json) writes it; empty when it is not there.
QString metricUnit(const MetricId &metric);

} // namespace paceline::cli
