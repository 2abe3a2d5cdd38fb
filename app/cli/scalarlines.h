// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/events/scalarrun.h"
#include "backends/parsers/events/wandbfile.h"

#include <QByteArray>

namespace paceline::cli {

/// What is told of a file beside its curves.
struct ScalarFile
{
    QString path;
    qint64 records = 0;
    qint64 problemCount = 0;
    std::vector<events::Problem> problems; ///< the first ones
    std::optional<events::WandbFileReader::Exit> exit;
    std::map<std::string, std::string> summary; ///< JSON by key
};

enum class CurvePoints { Left, Printed };

/// {"tag", "kind", "count", "first", "last", "min", "max", ...}; points are [step, wall time or null, value]. run: the
/// folder, empty for a single file.
QByteArray curveLine(const events::ScalarCurve &curve, const QString &run, CurvePoints points);
/// {"tag": null, "file", "records", "problems", "exit_code", "summary"}; empty where there is nothing to tell.
QByteArray scalarFileLine(const ScalarFile &file);

} // namespace paceline::cli
