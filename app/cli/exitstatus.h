// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paceline::cli {

/// Exit states of paceline-cli. The verb verdict adds 4 and 5, see severityExitStatus.
enum ExitStatus { Ok = 0, Failed = 1, Usage = 2, Partial = 3 };

} // namespace paceline::cli
