// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/slurmtable.h"

#include "backends/parsers/cells.h"

namespace paceline {

namespace {

/// "sinfo: error: ...", "slurm_load_jobs error: ...".
bool namesProgram(const QByteArray &text)
{
    static const QByteArray kPrograms[] = {"slurm_", "sinfo:",  "sstat:",    "sprio:",    "squeue:",  "sacct:",
                                           "srun:",  "salloc:", "scontrol:", "slurmdbd:", "sacctmgr:"};
    return std::any_of(std::begin(kPrograms), std::end(kPrograms),
                       [&text](const QByteArray &program) { return text.startsWith(program); });
}

/// Separated fields; a separator at the end closes the last one, a box has one at its beginning.
QList<QByteArray> separated(const QByteArray &line, char separator)
{
    QByteArray text = line.trimmed();
    if (separator == '|' && text.startsWith("| "))
        text.remove(0, 1);
    if (text.endsWith(separator))
        text.chop(1);
    QList<QByteArray> cells;
    for (const QByteArray &cell : text.split(separator))
        cells += cell.trimmed();
    return cells;
}

class Reader
{
public:
    Reader(const SlurmTableShape &shape, char separator)
        : m_shape(shape)
        , m_separator(separator)
    {
        m_table.columns = shape.columns;
    }

    void read(const QByteArray &line)
    {
        const QList<QByteArray> cells = m_separator == ' ' ? wordTexts(line) : separated(line, m_separator);
        const bool isHeader = std::any_of(
            cells.begin(), cells.end(), [this](const QByteArray &cell) { return m_shape.headerWords.contains(cell); });
        if (line.startsWith("CLUSTER: ")) {
            m_cluster = line.sliced(9).trimmed();
            return;
        }
        if (isHeader) {
            m_table.columns = cells;
            m_header = wordsOf(line);
        } else if (isComplaint(line)) {
            m_table.errors += QString::fromUtf8(line.trimmed());
        } else if (m_separator == ' ' && !m_header.empty()) {
            const qsizetype wide = m_table.columns.indexOf(m_shape.wideColumn);
            addRow(alignedRow(m_header, line, wide < 0 ? m_header.size() - 1 : std::size_t(wide)));
        } else {
            addRow(cells);
        }
    }

    SlurmTable &table() { return m_table; }

private:
    void addRow(const QList<QByteArray> &cells)
    {
        m_table.rows.push_back(cells);
        m_table.clusters += m_cluster;
    }

    /// A reason may read like a complaint; then only the program's name in front tells one.
    bool isComplaint(const QByteArray &line) const
    {
        const bool hasReason = !m_shape.wideColumn.isEmpty() && m_table.columns.contains(m_shape.wideColumn);
        return hasReason ? namesProgram(line.trimmed()) : isSlurmComplaint(line);
    }

    static QList<QByteArray> wordTexts(const QByteArray &line)
    {
        QList<QByteArray> texts;
        for (const Word &word : wordsOf(line))
            texts += word.text;
        return texts;
    }

    const SlurmTableShape &m_shape;
    char m_separator;
    std::vector<Word> m_header;
    QByteArray m_cluster;
    SlurmTable m_table;
};

} // namespace

bool isSlurmComplaint(const QByteArray &line)
{
    static const QByteArray kStarts[] = {"Job ", "Node ", "Partition "};
    const QByteArray text = line.trimmed();
    return looksLikeComplaint(line) || namesProgram(text) ||
           (text.endsWith(" not found") &&
            std::any_of(std::begin(kStarts), std::end(kStarts),
                        [&text](const QByteArray &start) { return text.startsWith(start); }));
}

bool isSlurmDecoration(const QByteArray &line)
{
    static const QByteArray kDays[] = {"Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "};
    const QByteArray text = line.trimmed();
    const bool isDate = std::any_of(std::begin(kDays), std::end(kDays), [&text](const QByteArray &day) {
        return text.startsWith(day) && text.count(':') >= 2 && !text.contains('|');
    });
    return isDate || text.isEmpty() || text.startsWith("$ ") ||
           std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || c == ' ' || c == '+' || c == '|'; });
}

SlurmTable readSlurmTable(QByteArrayView text, const SlurmTableShape &shape)
{
    const char separator = text.contains('\x1f') ? '\x1f' : text.contains('|') ? '|' : ' ';
    QByteArray plain = text.toByteArray();
    plain.replace('\x1e', '\n');
    Reader reader(shape, separator);
    for (const QByteArray &line : plainLines(plain)) {
        if (!isSlurmDecoration(line))
            reader.read(line);
    }
    return std::move(reader.table());
}

} // namespace paceline
