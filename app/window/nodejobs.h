// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"

#include <memory>
#include <vector>

namespace paceline {

/// The jobs of the queue that hold the node at present, in the queue's order.
std::vector<std::shared_ptr<const Job>> jobsOn(const JobList &jobs, const NodeName &node);

} // namespace paceline
