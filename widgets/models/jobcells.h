// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/jobarrangement.h"

#include <QString>
#include <vector>

namespace paceline {

/// What the cells of the job table say, plain text made safe to show. members: the jobs of one row; more than one for
/// an array.
QString jobHeader(JobColumn column);
QString jobHeaderToolTip(JobColumn column);
bool isNumberColumn(JobColumn column);
QString jobCell(JobColumn column, const Job &job, double nowS);
QString arrayCell(JobColumn column, const std::vector<const Job *> &members, double nowS);
QString arrayToolTip(const std::vector<const Job *> &members);
QString jobToolTip(JobColumn column, const Job &job, double nowS);

} // namespace paceline
