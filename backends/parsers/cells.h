// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/namedvalue.h"
#include "backends/parsers/columns.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace paceline {

/// One cell of a table: the column's name and unit as its header prints them, and the text, trimmed.
struct Cell
{
    QByteArray name, unit, text;
    QByteArray header = {}; ///< the whole header, "memory.free [MiB]"; empty where it is the name
};

/// True for the words by which tools say that there is no value: "", "-", "N/A", "[Not Supported]", "ERR!", "[Unknown
/// Error]", "Requested functionality has been deprecated", "nan" and so on, with or without brackets, and for lists of
/// nothing else.
bool isUnavailable(QByteArrayView text);

struct Quantity
{
    double value;
    QByteArray unit; ///< empty where none is printed
};

/// "81559 MiB", "35.0c", "(1402Mhz)", "71,15 W", "100%", "1.5e3 mJ". Absent when the text does not begin with a number,
/// or says more than a number and a unit.
std::optional<Quantity> parseQuantity(QByteArrayView text);

enum class Measure { Number, Percent, MiB, Watt, Megahertz, Celsius, Byte };

/// The number of a cell in the unit of measure; the cell's own unit goes before that of its header, none at all means
/// measure's. MB and GB count in 1024s, as all of these tools do. NaN: not available, no number, or a foreign unit.
double measured(QByteArrayView text, QByteArrayView headerUnit, Measure measure);

/// The digits as they are, up to 2^64-1; absent for anything else, negative numbers too.
std::optional<quint64> parseCounter(QByteArrayView text);

/// "power.draw [W]" -> power.draw, W; "GPU Power (W)" -> GPU Power, W; "name" -> name and nothing.
Cell headerCell(const QByteArray &header);

/// Fields between separators, trimmed, quotes as in CSV removed.
QList<QByteArray> splitCsv(const QByteArray &line, const QByteArray &separator = ",");

/// The cell under its name, as number where it is one in the unit of its header, absent where it is not available.
NamedValue namedValue(const QByteArray &name, const QByteArray &headerUnit, const QByteArray &text);

/// Lines without line ends, carriage returns, escape codes and NULs.
QList<QByteArray> plainLines(QByteArrayView text);

/// A complaint of a tool rather than a row: "Unable to ...", "Failed to ...", "ERROR: ...", "WARNING: ...".
bool looksLikeComplaint(const QByteArray &line);

} // namespace paceline
