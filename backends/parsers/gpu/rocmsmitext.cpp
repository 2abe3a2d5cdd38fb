// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/gpucells.h"
#include "backends/parsers/gpu/rocmsmi.h"

#include <QMap>
#include <QRegularExpression>

namespace paceline {

namespace {

bool isRule(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    return text.startsWith("==") || text.startsWith("--");
}

bool endsWithUnit(const QByteArray &text, const char *unit)
{
    const auto quantity = parseQuantity(text);
    return quantity && quantity->unit.compare(unit, Qt::CaseInsensitive) == 0;
}

/// A row of the concise table. The columns at its right are the same in all versions: SCLK MCLK Fan Perf PwrCap VRAM%
/// GPU%; of those at its left temperature and power are known by their units.
GpuSample conciseRow(const QByteArray &line)
{
    const std::vector<Word> words = wordsOf(line);
    const std::size_t count = words.size();
    std::vector<Cell> cells;
    const auto add = [&cells](const char *name, const QByteArray &text) {
        cells.push_back(headerCell(name));
        cells.back().text = text;
    };
    if (count >= 8) {
        add("GPU use (%)", words[count - 1].text);
        add("VRAM%", words[count - 2].text);
        add("Max Graphics Package Power (W)", words[count - 3].text);
        add("Perf", words[count - 4].text);
        add("Fan speed (%)", words[count - 5].text);
        add("MCLK", words[count - 6].text);
        add("sclk clock speed:", words[count - 7].text);
    }
    // Numbers of the device stand in front of the temperature, partitions behind the power.
    QByteArray ids, partitions;
    bool isBehindIds = false;
    for (std::size_t i = 1; i + 7 < count; ++i) {
        const QByteArray &text = words[i].text;
        if (endsWithUnit(text, "c") || endsWithUnit(text, "\xc2\xb0\x43"))
            isBehindIds = true, add("Temperature (Sensor edge) (C)", text);
        else if (endsWithUnit(text, "W"))
            add("Average Graphics Package Power (W)", text);
        else if (isUnavailable(text))
            isBehindIds = true;
        else
            (isBehindIds ? partitions : ids) += ' ' + text;
    }
    if (!ids.isEmpty())
        add("IDs", ids.trimmed());
    if (!partitions.isEmpty())
        add("Partitions", partitions.trimmed());
    return rocmSample(words.front().text, cells);
}

bool isConciseRow(const QByteArray &line)
{
    const std::vector<Word> words = wordsOf(line);
    return words.size() >= 8 && indexOf(words.front().text) && line[0] != ' ';
}

} // namespace

void readRocmText(const QList<QByteArray> &lines, GpuReport &report)
{
    static const QRegularExpression kItem(QStringLiteral("^GPU\\[(\\d+)\\]\\s*:\\s*(.+?)\\s*:\\s+(.*)$"));
    static const QRegularExpression kPid(QStringLiteral("^(\\d+)\\t\\s*(.*)$"));
    static const QRegularExpression kDriver(QStringLiteral("^Driver version:\\s*(\\S+)"));
    QMap<QByteArray, std::vector<Cell>> cards;
    QList<QByteArray> order;
    QString driver;
    bool inTable = false;
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line);
        if (isNoise(line) || isRule(line)) {
            continue;
        } else if (line.startsWith("GPU  ") || line.startsWith("Device  ")) {
            inTable = true;
        } else if (inTable && isConciseRow(line)) {
            report.gpus.push_back(conciseRow(line));
        } else if (inTable && line.startsWith("  ") && !line.contains('(')) {
            // The line under a row holds the name of its device; the one under the header is in parentheses.
            if (!report.gpus.empty() && report.gpus.back().name.isEmpty())
                report.gpus.back().name = text.trimmed();
        } else if (const auto item = kItem.match(text);
                   item.hasMatch() && !looksLikeComplaint(item.captured(2).toUtf8())) {
            const QByteArray card = item.captured(1).toUtf8();
            if (!cards.contains(card))
                order += card;
            Cell cell = headerCell(item.captured(2).toUtf8());
            cell.text = item.captured(3).trimmed().toUtf8();
            cards[card].push_back(cell);
        } else if (const auto told = kDriver.match(text); told.hasMatch()) {
            driver = told.captured(1);
        } else if (const auto pid = kPid.match(text); pid.hasMatch()) {
            report.processes.push_back(
                rocmProcess(pid.captured(1).toUtf8(),
                            pid.captured(2).split(u'\t', Qt::SkipEmptyParts).join(QStringLiteral(", ")).toUtf8()));
        } else if (looksLikeComplaint(line)) {
            report.errors += text.trimmed();
        }
    }
    for (const QByteArray &card : order)
        report.gpus.push_back(rocmSample(card, cards[card]));
    for (GpuSample &gpu : report.gpus)
        gpu.driver = gpu.driver.isEmpty() ? driver : gpu.driver;
}

} // namespace paceline
