// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/slurmtable.h"

#include "backends/parsers/cells.h"

namespace paceline {

namespace {

bool isComplaint(const QByteArray &line)
{
    static const QByteArray kPrograms[] = {
        "slurm_", "sinfo:", "sstat:", "sprio:", "squeue:", "sacct:", "srun:", "slurmdbd:"};
    return looksLikeComplaint(line) ||
           std::any_of(std::begin(kPrograms), std::end(kPrograms),
                       [&line](const QByteArray &program) { return line.trimmed().startsWith(program); });
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
        if (isHeader) {
            m_table.columns = cells;
            m_header = wordsOf(line);
        } else if (isComplaint(line)) {
            m_table.errors += QString::fromUtf8(line.trimmed());
        } else if (m_separator == ' ' && !m_header.empty()) {
            const qsizetype wide = m_table.columns.indexOf(m_shape.wideColumn);
            m_table.rows.push_back(alignedRow(m_header, line, wide < 0 ? m_header.size() - 1 : std::size_t(wide)));
        } else {
            m_table.rows.push_back(cells);
        }
    }

    SlurmTable &table() { return m_table; }

private:
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
    SlurmTable m_table;
};

/// Dashes under a header, a box's edges, the date that `sinfo -l` prints first.
bool isDecoration(const QByteArray &line)
{
    static const QByteArray kDays[] = {"Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "};
    const QByteArray text = line.trimmed();
    const bool isDate = std::any_of(std::begin(kDays), std::end(kDays), [&text](const QByteArray &day) {
        return text.startsWith(day) && text.count(':') >= 2;
    });
    return isDate || text.isEmpty() || text.startsWith("$ ") ||
           std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || c == ' ' || c == '+' || c == '|'; });
}

} // namespace

SlurmTable readSlurmTable(QByteArrayView text, const SlurmTableShape &shape)
{
    const char separator = text.contains('\x1f') ? '\x1f' : text.contains('|') ? '|' : ' ';
    QByteArray plain = text.toByteArray();
    plain.replace('\x1e', '\n');
    Reader reader(shape, separator);
    for (const QByteArray &line : plainLines(plain)) {
        if (!isDecoration(line))
            reader.read(line);
    }
    return std::move(reader.table());
}

} // namespace paceline
