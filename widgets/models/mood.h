// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/connection.h"
#include "backends/domain/job.h"
#include "backends/domain/node.h"
#include "backends/domain/verdict.h"
#include "widgets/theme.h"

#include <QString>

namespace paceline {

Mood moodOf(const Job &job);
Mood moodOf(const Node &node);
Mood moodOf(Severity severity);
Mood moodOf(ConnectionPhase phase);

/// Text for a tool tip: shown as it is, with its lines, never taken for HTML.
QString plainToolTip(const QString &text);

} // namespace paceline
