// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/fileparser.h"

namespace paceline::cli {

/// The kinds of `parse` that tell counters of networks, file systems and nodes.
const QMap<QString, FileParser> &networkParsers();

} // namespace paceline::cli
