// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/nvidiadmon.h"

#include "backends/parsers/gpu/gpucells.h"

#include <array>

namespace paceline {

namespace {

using G = GpuSample;

constexpr auto kColumns = std::to_array<GpuColumn>({
    {"gpu", &G::index},
    {"pwr", &G::powerW, Measure::Watt},
    {"gtemp", &G::temperatureC, Measure::Celsius},
    {"temp", &G::temperatureC, Measure::Celsius},
    {"mtemp", &G::memoryTemperatureC, Measure::Celsius},
    {"sm", &G::utilGpu, Measure::Percent},
    {"mem", &G::utilMemory, Measure::Percent},
    {"pclk", &G::smClockMHz, Measure::Megahertz},
    {"fb", &G::memoryUsedMiB, Measure::MiB},
});

struct Header
{
    std::vector<Word> words;
    bool isCsv = false;

    std::size_t find(const char *name) const
    {
        const auto it =
            std::find_if(words.begin(), words.end(), [name](const Word &word) { return word.text == name; });
        return std::size_t(it - words.begin());
    }
    bool has(const char *name) const { return find(name) < words.size(); }
};

/// "# gpu    pwr ..." with the # as a blank, so that words stand where their columns do.
Header headerOf(const QByteArray &line)
{
    Header header;
    QByteArray text = line;
    text.replace('#', ' ');
    header.isCsv = text.contains(',');
    if (header.isCsv) {
        for (const QByteArray &name : splitCsv(text))
            header.words.push_back({name, 0, 0});
    } else {
        header.words = wordsOf(text);
    }
    for (Word &word : header.words)
        word.text = word.text.toLower();
    return header;
}

std::vector<Cell> cellsOf(const Header &header, const QByteArray &line)
{
    const std::size_t wide = std::min(header.find("command"), header.words.size() - 1);
    const QList<QByteArray> texts = header.isCsv ? splitCsv(line) : alignedRow(header.words, line, wide);
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < header.words.size(); ++i)
        cells.push_back({header.words[i].text, {}, texts.value(qsizetype(i))});
    return cells;
}

GpuProcess processOf(const std::vector<Cell> &cells)
{
    GpuProcess process;
    for (const Cell &cell : cells) {
        if (cell.name == "pid")
            process.pid = indexOf(cell.text);
        else if (cell.name == "command" && !isUnavailable(cell.text))
            process.name = QString::fromUtf8(cell.text);
        else if (cell.name == "fb")
            process.memoryUsedMiB = measured(cell.text, {}, Measure::MiB);
        else if (cell.name != "command")
            process.others.push_back(namedValue(cell.name, {}, cell.text));
    }
    return process;
}

/// Rows begin with an index, or with a date or a time before it.
bool isRow(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    return !text.isEmpty() && text[0] >= '0' && text[0] <= '9';
}

} // namespace

Result<GpuReport> parseNvidiaDmon(QByteArrayView text)
{
    GpuReport report;
    Header header;
    for (const QByteArray &line : plainLines(text)) {
        if (isNoise(line))
            continue;
        const Header words = line.contains('#') || header.words.empty() ? headerOf(line) : Header();
        if (words.has("gpu")) {
            header = words;
        } else if (line.trimmed().startsWith('#')) {
            continue;
        } else if (header.words.empty() || !isRow(line)) {
            report.errors += QString::fromUtf8(line.trimmed());
        } else if (header.has("pid")) {
            report.processes.push_back(processOf(cellsOf(header, line)));
        } else {
            report.gpus.push_back(gpuSample(cellsOf(header, line), kColumns));
        }
    }
    if (header.words.empty() && report.errors.empty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
