// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/dcgmi.h"

#include "backends/parsers/gpu/gpucells.h"

#include <QRegularExpression>
#include <array>

namespace paceline {

namespace {

using G = GpuSample;

constexpr auto kColumns = std::to_array<GpuColumn>({
    {"GPUTL", &G::utilGpu, Measure::Percent},
    {"MCUTL", &G::utilMemory, Measure::Percent},
    {"FBTTL", &G::memoryTotalMiB, Measure::MiB},
    {"FBUSD", &G::memoryUsedMiB, Measure::MiB},
    {"TMPTR", &G::temperatureC, Measure::Celsius},
    {"GPUT", &G::temperatureC, Measure::Celsius},
    {"MMTMP", &G::memoryTemperatureC, Measure::Celsius},
    {"POWER", &G::powerW, Measure::Watt},
    {"POWR", &G::powerW, Measure::Watt},
    {"SMCLK", &G::smClockMHz, Measure::Megahertz},
    {"DVNAM", &G::name},
    {"UUID", &G::uuid},
});

/// The columns of "#Entity   SMACT ..", "# Entity  ..", "# EntityId ..", standing where they do in the line.
std::vector<Word> columnsOf(const QByteArray &line)
{
    QByteArray text = line;
    std::vector<Word> words = wordsOf(text.replace('#', ' '));
    const bool isHeader = !words.empty() && words.front().text.startsWith("Entity");
    if (!isHeader)
        return {};
    words.erase(words.begin());
    if (!words.empty() && words.front().text.compare("id", Qt::CaseInsensitive) == 0)
        words.erase(words.begin());
    return words;
}

GpuSample sampleOf(const std::vector<Word> &columns, const QByteArray &entity, const QByteArray &values)
{
    std::size_t wide = columns.size() - 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].text == "DVNAM")
            wide = i;
    }
    const QList<QByteArray> texts = alignedRow(columns, values, wide);
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < columns.size(); ++i)
        cells.push_back({columns[i].text, {}, texts.value(qsizetype(i))});
    GpuSample sample = gpuSample(cells, kColumns);
    sample.others.clear();
    for (const Cell &cell : cells)
        sample.others.push_back(otherValue(cell));
    sample.entity = QString::fromUtf8(entity);
    if (entity.startsWith("GPU "))
        sample.index = indexOf(entity.sliced(4));
    return sample;
}

} // namespace

Result<GpuReport> parseDcgmiDmon(QByteArrayView text)
{
    static const QRegularExpression kEntity(QStringLiteral(
        "^\\s*((?:GPU-CI|GPU-I|GPU|VGPU|CPU Core|CPU|Switch|Link|[A-Za-z][\\w/-]*)\\s+\\d[\\d:/.]*)(?=\\s|$)"));
    GpuReport report;
    std::vector<Word> columns;
    bool sawHeader = false;
    for (const QByteArray &line : plainLines(text)) {
        if (isNoise(line))
            continue;
        if (const std::vector<Word> header = columnsOf(line); !header.empty()) {
            columns = header;
            sawHeader = true;
            continue;
        }
        const QByteArray first = wordsOf(line).front().text;
        if (first.compare("id", Qt::CaseInsensitive) == 0 || first.startsWith('#'))
            continue;
        const auto match = kEntity.match(QString::fromLatin1(line));
        const qsizetype end = match.capturedEnd(1);
        const bool isRow = match.hasMatch() && !columns.empty() && !looksLikeComplaint(line);
        if (!isRow) {
            report.errors += QString::fromUtf8(line.trimmed());
            continue;
        }
        QByteArray values = line;
        values.replace(0, end, QByteArray(end, ' '));
        report.gpus.push_back(sampleOf(columns, line.first(end).simplified(), values));
    }
    if (!sawHeader && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
