// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/logpattern.h"

class QComboBox;

namespace paceline {

/// Whether the number comes into the record.
inline bool isRead(NumberRole role)
{
    return role != NumberRole::Any && role != NumberRole::Same;
}

/// What a number can be, in words; the data of each entry is the role.
void fillRoles(QComboBox *box, bool isClock);
/// Names of curves that Paceline knows, with what they mean.
void fillNames(QComboBox *box);
/// "12 of 400 lines look like this."
QString matchesText(const PatternOutcome &outcome);
/// Whose lines the pattern would take, or that it is too slow; empty when all is well.
QString warningText(const PatternOutcome &outcome);

} // namespace paceline
