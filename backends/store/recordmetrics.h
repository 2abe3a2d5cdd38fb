// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/record.h"

namespace paceline {

/// The name of the metric's curve.
inline const QString &nameOf(const LogMetric &metric)
{
    return metric.canon.isEmpty() ? metric.name : metric.canon;
}

} // namespace paceline
