// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paceline {

// Counted nouns with their right number: "1 node", "8 nodes".
QString nodesText(qint64 count);
QString gpusText(qint64 count);
QString jobsText(qint64 count);
QString recordsText(qint64 count);
QString rowsText(qint64 count);

} // namespace paceline
