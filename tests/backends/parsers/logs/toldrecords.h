// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace paceline {

/// What a log of these lines gives: "line kind epoch/total step/total in/perEpoch canon=value (name)=value" of each
/// record, a line each. A metric without a common name stands in brackets.
QString toldRecords(const QByteArray &lines);

} // namespace paceline
