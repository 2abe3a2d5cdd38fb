// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/metric.h"

#include <QString>

namespace paceline {

/// What stands for a value that is missing: an en dash, never 0.
QString missingText();

/// A number and its unit apart, for places that draw them in two sizes. Both are empty of blanks at their ends.
struct ValueText
{
    QString number, unit;
};

/// Three significant figures, or whole where the field counts; thousands parted by a narrow no-break space (U+202F),
/// the decimal sign a point as in the logs. Bytes take IEC prefixes (GiB), rates and SI units decimal ones (kB/s, kW).
ValueText valueText(double value, Unit unit);
/// "18 940 samples/s", "78 %", "1.5 GiB"; NaN gives "–". Number and unit are joined by a no-break space (U+00A0).
QString formatValue(double value, Unit unit);
/// A whole number with parted thousands.
QString formatCount(qint64 count);
/// A bare number with so many significant figures: "2.31", "30 210", "1.21e-4".
QString formatNumber(double value, int significant = 3);
/// The unit as the field spells it: "%", "GiB" stays "B", "samples/s", "°C". Empty for a bare number.
QString unitText(Unit unit);
/// Text for terminals and scripts: every kind of no-break space written as a plain one.
QString withPlainSpaces(QString text);

} // namespace paceline
