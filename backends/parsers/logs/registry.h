// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/logreader.h"

#include <span>

namespace paceline::logs {

/// All formats that Paceline reads, in the order in which a line is offered to their readers: the narrow patterns
/// first.
std::span<const LogFormat> logFormats();
std::string_view firstName(const LogFormat &format);
bool hasName(const LogFormat &format, std::string_view name);
/// Null when there is none of that name.
const LogFormat *findLogFormat(std::string_view name);

} // namespace paceline::logs
