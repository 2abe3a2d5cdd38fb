// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QString>

namespace paceline::cli {

/// One line on standard output, flushed at once, so that a reader at the other end of a pipe sees it now.
void printLine(const QByteArray &line);

/// One line on standard error, made safe for a terminal. Line ends become blanks.
void printError(const QString &text);
/// The error in words, what to do about it, and the evidence, on one line.
void printError(const Error &error, const QString &host = {});

} // namespace paceline::cli
