// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/amdsmi.h"
#include "backends/parsers/gpu/gpucells.h"

#include <QRegularExpression>

namespace paceline {

namespace {

/// One "GPU: 0" with what is indented below it; a process_info is a row of its own.
class IndentedReader
{
public:
    explicit IndentedReader(GpuReport &report)
        : m_report(report)
    {
    }

    void read(const QByteArray &line)
    {
        const QByteArray text = line.trimmed();
        const qsizetype colon = text.indexOf(':');
        const bool isKey = colon > 0 && isName(text.first(colon));
        if (isKey && text.startsWith("GPU:") && leading(line) == 0) {
            flush();
            m_gpu = text.sliced(4).trimmed();
            m_inGpu = true;
        } else if (m_inGpu && isKey) {
            addKey(leading(line), text.first(colon).toLower(), text.sliced(colon + 1).trimmed());
        } else if (m_inGpu && leading(line) > 0 && !m_cells.empty()) {
            m_cells.back().text += ' ' + text; // a long list goes on
        } else if (looksLikeComplaint(text)) {
            m_report.errors += QString::fromUtf8(text);
        }
    }

    void flush()
    {
        if (m_isProcess && !m_cells.empty())
            m_report.processes.push_back(amdProcess(withGpu()));
        else if (m_inGpu && !m_sawProcess)
            m_report.gpus.push_back(amdSample(withGpu()));
        m_cells.clear();
        m_path.clear();
        m_isProcess = m_sawProcess = m_inGpu = false;
    }

private:
    static qsizetype leading(const QByteArray &line)
    {
        qsizetype blanks = 0;
        while (blanks < line.size() && (line[blanks] == ' ' || line[blanks] == '\t'))
            ++blanks;
        return blanks;
    }

    static bool isName(const QByteArray &text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '_' || c == ' ';
        });
    }

    void addKey(qsizetype indent, const QByteArray &key, const QByteArray &value)
    {
        while (!m_path.isEmpty() && m_path.last().first >= indent)
            m_path.removeLast();
        if (key == "process_info") {
            if (m_isProcess && !m_cells.empty())
                m_report.processes.push_back(amdProcess(withGpu()));
            m_cells.clear();
            m_isProcess = value.isEmpty();
            m_sawProcess = true;
        }
        QByteArray path;
        for (const auto &[depth, name] : m_path)
            path += name + '.';
        if (value.isEmpty())
            m_path.emplaceBack(indent, key);
        else if (!m_sawProcess || m_isProcess)
            m_cells.push_back({path + key, {}, value});
    }

    std::vector<Cell> withGpu() const
    {
        std::vector<Cell> cells = m_cells;
        for (Cell &cell : cells) {
            QByteArray list = cell.text;
            if (list.startsWith('[') &&
                isUnavailable(list.replace("[", "").replace("]", "").replace("N/A", "").replace(",", "")))
                cell.text = "N/A";
        }
        cells.insert(cells.begin(), {"gpu", {}, m_gpu});
        return cells;
    }

    GpuReport &m_report;
    QByteArray m_gpu;
    std::vector<Cell> m_cells;
    QList<std::pair<qsizetype, QByteArray>> m_path;
    bool m_inGpu = false, m_isProcess = false, m_sawProcess = false;
};

/// "168 W" as one word, so that words are columns.
QByteArray joinedUnits(const QByteArray &line)
{
    static const QRegularExpression kUnit(
        QStringLiteral("(?<=\\d/) +(?=\\d)|(?<=\\d) (?=(?:W|°C|C|MHz|GHz|%|[KMGT]i?B(?:/s)?|Mb/s)(?:\\s|$))"));
    return QString::fromUtf8(line).replace(kUnit, QString()).toUtf8();
}

/// The two lines of a GPU in the box that `amd-smi` prints without a command since ROCm 6.4:
/// | 0000:0b:00.0    AMD Instinct MI300X | 0 %      39 °C   0           143/750 W |
/// |   0       0       2        SPX/NPS1 | 0 %        N/A           285/196592 MB |
class BoxReader
{
public:
    explicit BoxReader(GpuReport &report)
        : m_report(report)
    {
    }

    bool read(const QByteArray &line)
    {
        static const QRegularExpression kFirst(
            QStringLiteral("^\\|\\s*([0-9A-Fa-f]{4,8}:[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}\\.\\d)\\s+(.*?)\\s*\\|\\s*(\\d+ "
                           "%|N/A)\\s+(\\d+ °?C|N/A)\\s+(\\S+)\\s+"
                           "(?:(N/A|[\\d.]+)(?:/([\\d.]+|N/A))?)?"));
        static const QRegularExpression kSecond(
            QStringLiteral("^\\|\\s*(\\d+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s*\\|\\s*(\\d+ %|N/A)\\s+([\\d.]+ "
                           "?%|N/A)\\s+(?:N/A|([\\d.]+|N/A)/([\\d.]+|N/A)(?: (\\w+))?)\\s*\\|"));
        static const QRegularExpression kProcess(QStringLiteral(
            "^\\|\\s+(\\d+)\\s+(\\d+)\\s+(\\S.*?)\\s+([\\d.]+ \\w?B|N/A)\\s+([\\d.]+ \\w?B|N/A)\\s+([\\d.]+ "
            "\\w?B|N/A)\\s+(\\S+)(?: ?%)?\\s*\\|$"));
        const QString text = QString::fromUtf8(line);
        const auto add = [this](const char *name, const QString &value) {
            m_cells.push_back({name, {}, value.toUtf8()});
        };
        if (const auto first = kFirst.match(text); first.hasMatch()) {
            flush();
            const char *const names[] = {"bdf",        "product_name", "mem_util", "gpu_temp",
                                         "double_ecc", "power",        "power_cap"};
            for (int i = 0; i < 7; ++i)
                add(names[i], first.captured(i + 1));
            return true;
        }
        const auto second = kSecond.match(text);
        if (second.hasMatch() && !m_cells.empty()) {
            const char *const names[] = {"gpu", "hip_id", "oam_id", "partition_mode", "gfx_util", "fan_usage"};
            for (int i = 0; i < 6; ++i)
                add(names[i], second.captured(i + 1));
            add("vram_used", second.captured(7) + u' ' + second.captured(9));
            add("vram_total", second.captured(8) + u' ' + second.captured(9));
            flush();
            return true;
        }
        if (const auto process = kProcess.match(text); process.hasMatch()) {
            const char *const names[] = {"gpu", "pid", "name", "gtt_mem", "vram_mem", "mem_usage", "cu %"};
            for (int i = 0; i < 7; ++i)
                add(names[i], process.captured(i + 1));
            m_report.processes.push_back(amdProcess(std::exchange(m_cells, {})));
            return true;
        }
        return line.startsWith('|') || line.startsWith('+');
    }

    void flush()
    {
        if (!m_cells.empty())
            m_report.gpus.push_back(amdSample(m_cells));
        m_cells.clear();
    }

private:
    GpuReport &m_report;
    std::vector<Cell> m_cells;
};

bool isMonitorHeader(const QByteArray &line)
{
    const std::vector<Word> words = wordsOf(line);
    return words.size() > 2 && (words[0].text == "GPU" || words[1].text == "GPU") && !line.contains(':');
}

} // namespace

void readAmdText(const QList<QByteArray> &lines, GpuReport &report)
{
    std::vector<Word> header;
    IndentedReader reader(report);
    BoxReader box(report);
    for (const QByteArray &line : lines) {
        if (isNoise(line)) {
            header.clear();
        } else if (box.read(line)) {
            continue;
        } else if (isMonitorHeader(line)) {
            header = wordsOf(line);
        } else if (!header.empty() && !looksLikeComplaint(line)) {
            const QList<QByteArray> texts = alignedRow(header, joinedUnits(line), header.size() - 1);
            std::vector<Cell> cells;
            for (std::size_t i = 0; i < header.size(); ++i)
                cells.push_back({header[i].text.toLower(), {}, texts.value(qsizetype(i))});
            report.gpus.push_back(amdSample(cells));
        } else {
            reader.read(line);
        }
    }
    reader.flush();
    box.flush();
}

} // namespace paceline
