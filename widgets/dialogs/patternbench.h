// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/logpattern.h"

#include <QByteArray>
#include <memory>

namespace paceline {

/// Reads a log piece by piece to see what a pattern takes of it.
class PatternTry
{
public:
    virtual ~PatternTry() = default;
    virtual void read(const QByteArray &bytes) = 0;
    virtual void finish() = 0;
    virtual const PatternOutcome &outcome() const = 0;
};

/// What the dialogs of patterns ask of the readers of logs, which they do not know; the window joins the two. GUI
/// thread; nothing blocks.
class PatternBench
{
public:
    virtual ~PatternBench() = default;
    virtual PatternLine look(const QByteArray &line) const = 0;
    /// The pattern of the lines like this one: roles says what each number is. Metrics get their common names.
    virtual LogPattern make(const PatternLine &line, const std::vector<PatternNumber> &roles,
                            bool restMayDiffer) const = 0;
    /// Errors: Malformed, TooLarge.
    virtual Result<void> check(const LogPattern &pattern) const = 0;
    virtual QString expression(const LogPattern &pattern) const = 0;
    virtual std::unique_ptr<PatternTry> tryOut(const LogPattern &pattern, qint64 firstLine) const = 0;
};

} // namespace paceline
