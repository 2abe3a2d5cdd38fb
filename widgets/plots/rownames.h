// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/grid.h"

#include <QByteArray>
#include <QFont>
#include <QStringList>

namespace paceline {

/// Names made to fit a width in pixels: whole where they fit, else without what all of them begin with, else cut on
/// the left, where names of nodes differ least.
QStringList shortNames(const QStringList &names, int width, const QFont &font);
/// Ticks in [x0, x1] as rows: time_utc and one column a node.
QByteArray gridCsv(const Grid &grid, double x0, double x1);

} // namespace paceline
