// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baselineset.h"

namespace paceline::cli {

enum class BaselineFormat { JsonLines, Csv, CiteText, CiteBibtex };

struct BaselinesOptions
{
    BaselineFilter filter;
    BaselineFormat format = BaselineFormat::JsonLines;
    QString own; ///< a file of the user's own records, empty for none
};

/// `baselines`: the records of the catalogue that pass the filter. Returns the exit state.
int printBaselines(const BaselinesOptions &options);

} // namespace paceline::cli
