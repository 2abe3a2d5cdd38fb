// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace paceline {

/// One pattern of ssh_config(5), PATTERNS: * and ? only.
bool matchesSshPattern(const QByteArray &pattern, const QByteArray &text);

/// A list of them: true when one matches and none that starts with ! does.
bool matchesSshPatterns(const QList<QByteArray> &patterns, const QByteArray &text);

} // namespace paceline
