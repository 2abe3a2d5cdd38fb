// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QString>

namespace paceline {

/// An error in words: what happened, what the person can do about it (may be empty), and what the other side printed,
/// made safe to show (may be empty). Plain text, translated.
struct ErrorText
{
    QString what, whatToDo;
    QString evidence = {};

    /// What happened and what to do, on one line each; for terminals and message boxes.
    QString plain() const { return whatToDo.isEmpty() ? what : what + QLatin1Char('\n') + whatToDo; }
};

ErrorText describe(const Error &error);
/// host: as the user named it ("alias", "user@host", "user@host:22"); makes the words and the commands to copy
/// concrete.
ErrorText describe(const Error &error, const QString &host);

} // namespace paceline
