// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QString>

namespace paceline {

/// An error in words: what happened, and what the person can do about it (may be empty). Plain text, translated.
struct ErrorText
{
    QString what, whatToDo;
};

ErrorText describe(const Error &error);

} // namespace paceline
