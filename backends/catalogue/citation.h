// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baseline.h"
#include "backends/domain/mlperflabels.h"

namespace paceline {

/// Whether the record is an entry, or a reference point, of an MLPerf round.
bool isMlperf(const Baseline &record);

/// What must stand beside the figure wherever it is shown: kNotVerified for one's own figures of a benchmark of
/// MLPerf's kind. Absent where nothing must.
std::optional<QString> requiredLabel(const Baseline &record);

/// "MLPerf Training v3.0, closed division, NVIDIA, dgxh100_n96, bert: 0.25321 minutes. Result logs at ..., computed
/// from them." for MLPerf: round and entry are named. Else title, source, year and locator. Figures of one's own say
/// so, and that MLCommons has not verified them where they stand for a benchmark of the suite. In English, for papers
/// and slides; one line.
QString citationText(const Baseline &record);

/// The same as an entry of BibTeX, its key the record's id.
QString citationBibtex(const Baseline &record);

} // namespace paceline
