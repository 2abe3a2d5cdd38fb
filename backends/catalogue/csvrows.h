// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <vector>

namespace paceline {

/// The rows of a CSV text (RFC 4180: cells in quotes may hold separators, line ends and doubled quotes), without empty
/// ones. The separator is the one of comma, semicolon and tab that the first line holds most of. A quote that is never
/// closed ends with the text.
std::vector<QByteArrayList> csvRows(const QByteArray &text);

} // namespace paceline
