// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitstatus.h"
#include "app/cli/localverbs.h"
#include "app/cli/output.h"
#include "app/cli/scalinglines.h"
#include "backends/parsers/scalingtable.h"
#include "widgets/format/counts.h"

#include <QCoreApplication>
#include <QFile>

namespace paceline::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

constexpr qint64 kMaxFile = (64 << 20) + 1;

QString reasonText(ScalingRowError::Reason reason)
{
    switch (reason) {
    case ScalingRowError::Reason::Accelerators:
        return Texts::tr("no number of accelerators");
    case ScalingRowError::Reason::Throughput:
        return Texts::tr("no throughput");
    case ScalingRowError::Reason::Cells:
        break;
    }
    return Texts::tr("no row of the table");
}

void printRowErrors(const QString &path, const std::vector<ScalingRowError> &errors)
{
    constexpr std::size_t kNamed = 10;
    QStringList names;
    for (std::size_t i = 0; i < std::min(errors.size(), kNamed); ++i)
        names.append(
            Texts::tr("line %1: %2 in \"%3\"").arg(errors[i].line).arg(reasonText(errors[i].reason), errors[i].text));
    if (errors.size() > kNamed)
        names.append(QStringLiteral("…"));
    printError(Texts::tr("%1: %2 gave no point: %3", "file, 2 rows, which")
                   .arg(path, rowsText(qint64(errors.size())), names.join(QStringLiteral("; "))));
}

Result<ScalingTable> readTable(const QString &path)
{
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return failure(ErrorKind::NotFound, file.errorString());
    return parseScalingTable(file.read(kMaxFile));
}

void printTableError(const QString &path, const Error &error)
{
    if (error.kind == ErrorKind::Malformed) {
        printError(Texts::tr("%1: no heading with accelerators and throughput was found: %2").arg(path, error.detail));
        return;
    }
    if (error.kind == ErrorKind::TooLarge) {
        printError(Texts::tr("%1 is too large for a table of scaling.").arg(path));
        return;
    }
    printError(QStringLiteral("%1: %2").arg(path, error.detail));
}

/// True when the series was printed.
bool printSeries(const ScalingSeries &series, const ScalingTable &table, const ScalingQuery &query)
{
    auto analysis = analyseScaling(series, query);
    if (!analysis) {
        printError(Texts::tr("%1: nothing was measured at the reference of %2 accelerators.")
                       .arg(series.name.isEmpty() ? Texts::tr("The series") : series.name, analysis.error().detail));
        return false;
    }
    if (table.isRateFromSeconds)
        analysis->notes.push_back(ScalingNote::RatesFromSeconds);
    printLine(scalingLine(series, *analysis));
    return true;
}

} // namespace

int printScaling(const QString &path, const ScalingQuery &query)
{
    const auto table = readTable(path);
    if (!table) {
        printTableError(path, table.error());
        return Failed;
    }
    int good = 0, bad = 0;
    for (const ScalingSeries &whole : table->series) {
        for (const ScalingSeries &series : separateScaling(whole))
            ++(printSeries(series, *table, query) ? good : bad);
    }
    if (!table->errors.empty())
        printRowErrors(path, table->errors);
    else if (table->series.empty())
        printError(Texts::tr("%1 holds no row.").arg(path));
    if (good == 0)
        return Failed;
    return bad > 0 || !table->errors.empty() ? Partial : Ok;
}

} // namespace paceline::cli
