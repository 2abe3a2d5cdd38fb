// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/baselinemodel.h"
#include "widgets/plots/scalingplot.h"

namespace paceline {

/// What published curves are looked at by.
enum class BaselineQuantity { Throughput, TimeToTrain, PerAccelerator, Efficiency };

struct BaselineCurves
{
    std::vector<ScalingPlot::Series> series; ///< one's own first, then those with the most scales
    std::vector<QString> recordIds;          ///< of each series, its record at the smallest scale
    int found = 0;                           ///< curves that there are, more than are drawn
    int otherUnits = 0;                      ///< curves that are left out because they count something else
    QString unit;                            ///< as the records write it; minutes are drawn as seconds
};

/// The curves of the records that pass: of each scale the geometric mean, without carried-over records. Of throughput
/// those in the unit that most curves have. Efficiency is against the smallest scale that passes.
BaselineCurves baselineCurves(const BaselineModel &model, BaselineQuantity quantity, std::size_t most);

} // namespace paceline
