// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/nvidiatopo.h"

#include "backends/parsers/cells.h"
#include "backends/parsers/gpu/gpucells.h"

#include <QRegularExpression>

namespace paceline {

namespace {

bool isDevice(const QByteArray &name)
{
    static const QRegularExpression kDevice(
        QStringLiteral("^(?=.*\\d)(GPU|NIC|mlx\\d_|bnxt_re|hfi1_|cxi|rdmap|ib|roce)[\\w-]*$"));
    return kDevice.match(QString::fromUtf8(name)).hasMatch();
}

/// Cells between tabs; older tools pad with blanks too. The corner of the matrix is empty. Who copies from a terminal
/// has blanks for the tabs.
QList<QByteArray> cellsOf(const QByteArray &line)
{
    static const QRegularExpression kHeading(QStringLiteral("(CPU|NUMA|GPU NUMA) (Affinity|ID)"));
    QList<QByteArray> cells;
    if (!line.contains('\t')) {
        const bool isHeader = line.startsWith(' ');
        if (isHeader)
            cells += QByteArray();
        const QString joined = QString::fromUtf8(line)
                                   .replace(kHeading, QStringLiteral("\\1_\\2"))
                                   .replace(QLatin1String("GPU NUMA_ID"), QLatin1String("GPU_NUMA_ID"));
        for (const Word &word : wordsOf(joined.toUtf8()))
            cells += isHeader ? QByteArray(word.text).replace('_', word.text.startsWith("mlx") ? '_' : ' ') : word.text;
        return cells;
    }
    for (const QByteArray &cell : line.split('\t'))
        cells += cell.trimmed();
    while (!cells.isEmpty() && cells.last().isEmpty())
        cells.removeLast();
    return cells;
}

GpuTopologyRow rowOf(const QList<QByteArray> &header, const QList<QByteArray> &cells)
{
    GpuTopologyRow row;
    row.device = QString::fromUtf8(cells.front());
    // A tab too many stands before "GPU NUMA ID" in rows of some drivers.
    QList<QByteArray> texts = cells;
    for (qsizetype i = header.size() - 1; texts.size() > header.size() && i > 0; --i) {
        if (texts[i].isEmpty())
            texts.removeAt(i);
    }
    for (qsizetype i = 1; i < header.size(); ++i) {
        const NamedValue value = namedValue(header[i], {}, texts.value(i));
        (isDevice(header[i]) ? row.links : row.others).push_back(value);
    }
    return row;
}

} // namespace

Result<GpuReport> parseNvidiaTopology(QByteArrayView text)
{
    static const QRegularExpression kLegend(QStringLiteral("^\\s+(\\w+): (\\S+)\\s*$"));
    GpuReport report;
    QList<QByteArray> header;
    for (const QByteArray &line : plainLines(text)) {
        if (isNoise(line))
            continue;
        const QList<QByteArray> cells = cellsOf(line);
        if (header.isEmpty() && cells.size() > 1 && cells[0].isEmpty() && isDevice(cells[1])) {
            header = cells;
        } else if (!header.isEmpty() && cells.size() > 1 && isDevice(cells[0])) {
            report.topology.push_back(rowOf(header, cells));
        } else if (const auto legend = kLegend.match(QString::fromUtf8(line)); legend.hasMatch()) {
            for (GpuTopologyRow &row : report.topology) {
                if (row.device == legend.captured(1))
                    row.name = legend.captured(2);
            }
        } else if (looksLikeComplaint(line) && !line.contains(" = ")) {
            report.errors += QString::fromUtf8(line.trimmed());
        }
    }
    if (header.isEmpty() && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
