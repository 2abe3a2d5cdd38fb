// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/analysis/evidencebook.h"
#include "backends/store/snapshot.h"

namespace paceline {

/// What the counters of a running job's nodes and GPUs amount to: who is silent, idle or throttled, and how well the
/// counters can be read.
void judgeHardware(const JobSnapshot &snapshot, EvidenceBook &book);

} // namespace paceline
