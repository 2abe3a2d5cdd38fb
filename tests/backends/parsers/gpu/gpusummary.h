// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/gpu.h"

namespace paceline {

/// "index|util|util of memory|total|used MiB|temperature|of memory|power|limit|clock|fan|ECC", "-" where there is none.
QString summary(const GpuSample &gpu);

/// The text of a column without a member; "-" when not available, "?" when the row has no such column.
QString other(const std::vector<NamedValue> &values, const char *name);

} // namespace paceline
