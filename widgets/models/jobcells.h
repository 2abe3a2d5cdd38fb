// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/jobarrangement.h"

#include <QString>

namespace paceline {

/// What the cells of the job table say of one job, plain text made safe to show. Arrays: arraycells.h.
QString jobHeader(JobColumn column);
QString jobHeaderToolTip(JobColumn column);
bool isNumberColumn(JobColumn column);
QString jobCell(JobColumn column, const Job &job, double nowS);
QString jobToolTip(JobColumn column, const Job &job, double nowS);

} // namespace paceline
