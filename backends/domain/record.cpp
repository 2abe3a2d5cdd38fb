// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/domain/record.h"

#include <algorithm>

namespace paceline {

const LogMetric *LogRecord::metric(const QString &canon) const
{
    const auto it = std::find_if(metrics.begin(), metrics.end(), [&](const LogMetric &m) { return m.canon == canon; });
    return it == metrics.end() ? nullptr : &*it;
}

} // namespace paceline
