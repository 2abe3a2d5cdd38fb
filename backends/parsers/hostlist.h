// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QStringList>
#include <QStringView>

namespace paceline {

inline constexpr qsizetype kMaxHosts = 262144;

/// The names of a Slurm host list in the order written: "gpu[01-03,05]", "rack[1-2]n[01-02]", "jwb[0097-0103].juwels",
/// "a[1,02,003]". Padding is the width of a range's lower bound. "", "(null)" and "None assigned" are no hosts.
/// Repeated names are kept. Errors: Malformed (open bracket, no number, upper below lower bound, blanks or control
/// characters), TooLarge (over maxHosts).
Result<QStringList> expandHostList(QStringView text, qsizetype maxHosts = kMaxHosts);

} // namespace paceline
