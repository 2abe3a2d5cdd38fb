// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/logpattern.h"

#include <QByteArrayView>

namespace paceline::logs {

/// Longer lines are not offered to patterns of the user.
inline constexpr std::size_t kMaxPatternLine = 8192;

/// The numbers of a raw line of a log, of its last refresh. Of a longer line the front.
PatternLine lookAtLine(QByteArrayView raw);
/// The pattern of the lines that look like this one: roles says what each number of line is. Numbers that are not
/// chosen, times, paths and codes may be others, blanks any number of them. restMayDiffer: whatever stands behind the
/// last number chosen. Linear in the line's length.
LogPattern generalised(const PatternLine &line, const std::vector<PatternNumber> &roles, bool restMayDiffer = false);
/// The regular expression of a pattern: the one written by hand, or that of its parts.
QByteArray expressionOf(const LogPattern &pattern);
/// A pattern in words: "step <step> loss <loss> (number) ms".
QString shapeText(const LogPattern &pattern);

} // namespace paceline::logs
