// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/logpattern.h"

#include <QByteArray>
#include <vector>

namespace paceline::logs {

inline constexpr qsizetype kMaxPatternFile = 1 << 20;

/// The patterns of a file, as patternsJson() wrote them. Nothing but what it may write is taken, and no pattern that
/// PatternSet::check() refuses. Errors: Malformed (the detail says what), TooLarge (over kMaxPatternFile or
/// PatternSet::kMaxPatterns), Unsupported (of a newer program).
Result<std::vector<LogPattern>> readPatterns(const QByteArray &json);
/// UTF-8 with line ends, for a file of one's own or for somebody else.
QByteArray patternsJson(const std::vector<LogPattern> &patterns);

} // namespace paceline::logs
