// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/logreader.h"

namespace paceline::logs {

// One line for each file that reads a family of formats.
std::unique_ptr<LogReader> makeHfTrainerReader();
std::unique_ptr<LogReader> makeNameValueReader();
std::unique_ptr<LogReader> makeProgressBarReader();
std::unique_ptr<LogReader> makePytorchImagenetReader();

} // namespace paceline::logs
