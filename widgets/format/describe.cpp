// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/describe.h"

#include "backends/core/text.h"

namespace paceline {

ErrorText describe(const Error &error)
{
    return {displayText(error.detail), {}};
}

} // namespace paceline
