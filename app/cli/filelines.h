// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/runfile.h"

#include <QByteArray>

namespace paceline::cli {

/// Event of `watch`: a file beside the log was found, or is read no more, and why.
QByteArray fileEvent(qint64 timeMs, const RunFile &file);

} // namespace paceline::cli
