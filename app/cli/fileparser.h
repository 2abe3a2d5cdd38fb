// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace paceline::cli {

/// One captured output, as `parse` hands it on.
struct CapturedFile
{
    QByteArray text;
    QString node, task; ///< labels that stood in front of each line
    QString name;       ///< without its folder
    QString format;     ///< the argument of --format, or empty
};

/// Prints what Paceline makes of it and returns the exit state.
using FileParser = int (*)(const CapturedFile &file);

/// One row, with the label of the file it is from.
void printRow(const CapturedFile &file, const QByteArray &line);

/// Says why nothing could be read. Returns Failed.
int parseFailed(const Error &error);

/// Ok, or says how many rows could not be read and returns Partial.
int parsedAllBut(int badRows);

/// Lines by which a tool complained, as objects with `error`. Ok without any, Partial next to rows, else Failed. A
/// warning is shown and spoils nothing.
int printComplaints(const CapturedFile &file, const QStringList &complaints, bool hasRows);

} // namespace paceline::cli
