// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/linelabels.h"
#include "backends/parsers/logs/scanner.h"

namespace paceline::logs {

// What launchers put in front of lines. Each takes its label off and says so, or leaves the scanner where it is.

/// [1,3]<stdout>: of mpirun, [3]<stdout>: of horovodrun
bool takeMpiLabel(Scanner &s, LineHead &head);
/// "Wed Jul  1 10:00:00 2020[3]<stdout>:"
bool takeDatedMpiLabel(Scanner &s, LineHead &head);
/// "10.0.0.1: " of a launcher over ssh
bool takeAddress(Scanner &s);
/// (TaskRunner pid=15930, ip=10.0.0.1)
bool takeRayLabel(Scanner &s);
/// nid001234:, gpu-node-012: and worker-0: but not step12: or top5: or "gpt-2: 0.5"
bool takeHostLabel(Scanner &s);

/// So many digits, without sign or separators.
std::optional<int> digits(Scanner &s, std::size_t atLeast, std::size_t atMost);

} // namespace paceline::logs
