// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/history/sqlite.h"

namespace paceline {

/// The version of the tables that this program writes.
int historySchemaVersion();

/// Opens the history at path, makes it and its folder where there is none, and brings older tables up to date.
/// Errors: as Sqlite, and Unsupported where a newer program wrote it; it is left as it is.
Result<Sqlite> openHistory(const QString &path);

} // namespace paceline
