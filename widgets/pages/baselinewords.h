// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/baselinemodel.h"
#include "widgets/pages/baselinecurves.h"

namespace paceline {

/// "358 of 2 205 records: ResNet-50 on 14 kinds of accelerator, 2018 to 2024."
QString baselineHeadline(const BaselineSummary &summary);
/// "The fastest per accelerator: 3 210 images/s on H100, 8 of them (NVIDIA, 2023, v3.0)." Empty where there is none.
QString baselineFastest(const BaselineSummary &summary);
/// What is left out of the drawing, or why it is empty.
QString baselineCurvesNote(const BaselineCurves &curves);
/// "Global batch" for "global_batch"; names that are not known stand as they are, with blanks.
QString baselineFieldText(const QString &name);

} // namespace paceline
