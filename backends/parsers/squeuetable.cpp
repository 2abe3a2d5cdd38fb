// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/squeuetable.h"

#include "backends/parsers/cells.h"
#include "backends/parsers/slurmtable.h"
#include "backends/parsers/squeuecolumns.h"
#include "backends/parsers/squeuerow.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace paceline {

namespace {

/// Formats that Paceline's own captures were made with, for files without a header.
const char *const kKnownFormats[] = {
    "%i|%A|%F|%K|%u|%a|%P|%j|%T|%t|%r|%R|%N|%D|%C|%m|%b|%l|%L|%M|%S|%e|%V|%p|%Q|%q|%Z|%o|%k|%E|%v|%y",
    "%i|%A|%F|%K|%T|%r|%N|%S",
};
const char *const kKnownWidths[] = {
    "JobArrayID:40,JobID:20,ArrayJobID:12,ArrayTaskID:20,HetJobID:12,HetJobOffset:8,UserName:12,State:16,Reason:30,"
    "ReasonList:40,NodeList:40,SchedNodes:30,NumNodes:8,NumCPUs:8,tres-alloc:120,tres:80,tres-per-node:40,"
    "tres-per-job:40,TimeLimit:16,TimeLeft:16,TimeUsed:16,StartTime:24,EndTime:24,SubmitTime:24,STDOUT:60,STDERR:60,"
    "WorkDir:30,Name:30,exit_code:10",
};
const char *const kTables[] = {"%i %P %j %u %t %M %D %R", "%i %P %j %u %T %M %l %D %R", "%i %T %r %N"};

const QList<QByteArray> &headerWords()
{
    static const QList<QByteArray> kWords = {"JOBID",
                                             "STEPID",
                                             "PARTITION",
                                             "NAME",
                                             "USER",
                                             "ST",
                                             "STATE",
                                             "TIME",
                                             "TIME_LIMIT",
                                             "TIME_LEFT",
                                             "NODES",
                                             "NODELIST",
                                             "NODELIST(REASON)",
                                             "CPUS",
                                             "ACCOUNT",
                                             "QOS",
                                             "REASON",
                                             "PRIORITY",
                                             "START_TIME",
                                             "END_TIME",
                                             "SUBMIT_TIME",
                                             "WORK_DIR",
                                             "ARRAY_JOB_ID",
                                             "ARRAY_TASK_ID",
                                             "TRES_PER_NODE",
                                             "TRES_ALLOC",
                                             "MIN_MEMORY",
                                             "DEPENDENCY",
                                             "SCHEDNODES",
                                             "GROUP",
                                             "COMMAND",
                                             "COMMENT",
                                             "HET_JOB_ID",
                                             "HET_JOB_OFFSET",
                                             "EXEC_HOST",
                                             "RESERVATION",
                                             "FEATURES",
                                             "STDOUT",
                                             "GRES",
                                             "RESTART_COUNT"};
    return kWords;
}

/// The whole word of a header that its column's width cut, "TIME_LIMI"; itself where it is whole or could be several.
QByteArray wholeWord(const QByteArray &printed)
{
    static const QList<std::pair<QByteArray, QByteArray>> kOld = {{"PACK_JOB_ID", "HET_JOB_ID"},
                                                                  {"PACK_JOB_OFFSET", "HET_JOB_OFFSET"}};
    for (const auto &[old, name] : kOld) {
        if (printed == old)
            return name;
    }
    if (headerWords().contains(printed) || printed.size() < 4)
        return printed;
    QByteArray found;
    for (const QByteArray &word : headerWords()) {
        if (word.startsWith(printed) && !found.isEmpty())
            return printed;
        if (word.startsWith(printed))
            found = word;
    }
    return found.isEmpty() ? printed : found;
}

bool isHeader(const QList<QByteArray> &words)
{
    const auto known = std::count_if(words.begin(), words.end(),
                                     [](const QByteArray &word) { return headerWords().contains(wholeWord(word)); });
    const bool hasId = words.contains("JOBID") || words.contains("STEPID") || words.contains("ARRAY_JOB_ID");
    return known >= 3 || (hasId && known == words.size());
}

QList<QByteArray> split(const QByteArray &line, char separator)
{
    QList<QByteArray> cells;
    if (separator == ' ') {
        for (const Word &word : wordsOf(line))
            cells += word.text;
        return cells;
    }
    for (const QByteArray &cell : line.split(separator))
        cells += cell.trimmed();
    return cells;
}

char separatorOfHeader(const QByteArray &line)
{
    // Headers are in capitals; most rows are told apart by that alone.
    if (std::any_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return '\0';
    for (const char separator : {'|', ';', ',', '\t'}) {
        if (isHeader(split(line, separator)))
            return separator;
    }
    return isHeader(split(line, ' ')) ? ' ' : '\0';
}

/// Surplus separators stand in one of the texts that users choose: where the other fields then fit best.
QList<QByteArray> withoutSurplus(const QList<QByteArray> &cells, const QList<QByteArray> &columns, char separator)
{
    const qsizetype surplus = cells.size() - columns.size();
    QList<QByteArray> best;
    int bestMisfit = std::numeric_limits<int>::max();
    for (qsizetype at = 0; at < columns.size(); ++at) {
        static const QList<QByteArray> kUsers = {"NAME", "COMMAND", "COMMENT", "WORK_DIR", "STDOUT", "REASON"};
        if (!kUsers.contains(columns[at]))
            continue;
        QList<QByteArray> joined = cells.first(at);
        joined += cells.sliced(at, surplus + 1).join(separator);
        joined += cells.sliced(at + surplus + 1);
        int misfit = 0;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            misfit += squeueMisfit(columns[i], joined[i]);
            misfit += columns[i] == "WORK_DIR" && !joined[i].startsWith('/') ? 4 : 0;
        }
        if (misfit < bestMisfit) {
            bestMisfit = misfit;
            best = joined;
        }
    }
    return best.isEmpty() ? cells : best;
}

/// Complaints do not begin with a job's number; a job's name may read like one.
bool isComplaint(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    return !text.isEmpty() && !(text[0] >= '0' && text[0] <= '9') && isSlurmComplaint(line);
}

class Reader
{
public:
    Reader(const QList<QByteArray> &lines, const QByteArray &format)
        : m_lines(lines)
    {
        if (format.isEmpty())
            return;
        setColumns(squeueColumnsOf(format));
        m_separator = squeueSeparatorOf(format);
        if (format.contains('%'))
            m_widths.clear();
        m_isTold = true;
    }

    SqueueTable read()
    {
        if (!m_isTold)
            guessColumns();
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            readLine(m_lines[i], m_lines.value(i + 1));
        return std::move(m_table);
    }

    bool knowsColumns() const { return !m_columns.isEmpty(); }

private:
    void setColumns(const QList<SqueueColumn> &columns)
    {
        m_columns.clear();
        m_widths.clear();
        for (const SqueueColumn &column : columns) {
            m_columns += column.name;
            m_widths += column.width;
        }
        m_printed = m_columns;
        m_header.clear();
    }

    void setHeader(const QByteArray &line, char separator)
    {
        m_separator = separator;
        m_widths.clear();
        m_printed = split(line, separator);
        m_columns.clear();
        for (const QByteArray &word : m_printed)
            m_columns += wholeWord(word);
        m_header = separator == ' ' ? wordsOf(line) : std::vector<Word>();
        if (separator == ' ' && isLeftAligned())
            setWidthsOfHeader();
    }

    /// -O: each cell begins exactly under its header's word, or is blank there, in every row.
    bool isLeftAligned() const
    {
        if (m_header.size() < 2 || m_header.front().begin != 0)
            return false;
        bool sawRow = false;
        for (const QByteArray &line : m_lines) {
            if (isSlurmDecoration(line) || separatorOfHeader(line) != '\0' || isComplaint(line))
                continue;
            sawRow = true;
            for (std::size_t i = 0; i < m_header.size(); ++i) {
                const qsizetype begin = m_header[i].begin,
                                end = i + 1 < m_header.size() ? m_header[i + 1].begin : line.size();
                if (begin >= line.size())
                    return false;
                const QByteArray cell = line.sliced(begin, std::min(end, line.size()) - begin);
                if (cell.startsWith(' ') && !cell.trimmed().isEmpty())
                    return false;
                if (squeueMisfit(m_columns[qsizetype(i)], cell.trimmed()) >= 8)
                    return false;
            }
        }
        return sawRow;
    }

    void setWidthsOfHeader()
    {
        for (std::size_t i = 0; i < m_header.size(); ++i)
            m_widths += i + 1 < m_header.size() ? m_header[i + 1].begin - m_header[i].begin : 0;
    }

    /// Columns of a text without a header: a format that fits all fields, else looks.
    void guessColumns()
    {
        const auto isRow = [](const QByteArray &line) { return !isSlurmDecoration(line) && !isComplaint(line); };
        const auto first = std::find_if(m_lines.begin(), m_lines.end(), isRow);
        if (first == m_lines.end() || std::any_of(m_lines.begin(), m_lines.end(),
                                                  [](const QByteArray &l) { return separatorOfHeader(l) != '\0'; }))
            return;
        for (const char *widths : kKnownWidths) {
            const QList<SqueueColumn> columns = squeueColumnsOf(widths);
            qsizetype sum = 0;
            for (const SqueueColumn &column : columns)
                sum += column.width;
            if (std::abs(first->size() - sum) <= columns.last().width && first->contains(' ') &&
                !first->contains('|')) {
                setColumns(columns);
                m_widths.last() = 0;
                return;
            }
        }
        guessSeparated(*first);
    }

    void guessSeparated(const QByteArray &line)
    {
        m_separator = line.contains('|')                           ? '|'
                      : line.contains('\t')                        ? '\t'
                      : line.count(',') > 2 && !line.contains(' ') ? ','
                                                                   : ' ';
        for (const char *format : kKnownFormats) {
            const QList<SqueueColumn> columns = squeueColumnsOf(format);
            if (m_separator == '|' && line.count('|') + 1 >= columns.size()) {
                setColumns(columns);
                m_widths.clear();
                return;
            }
        }
        if (m_separator == ' ') {
            for (const char *format : kTables) {
                setColumns(squeueColumnsOf(format));
                m_widths.clear();
                if (misfitOf(squeueCells(m_columns, m_header, line)) == 0 &&
                    wordsOf(line).size() >= std::size_t(m_columns.size() - 1))
                    return;
            }
        }
        guessByLooks(line);
    }

    int misfitOf(const QList<QByteArray> &cells) const
    {
        int misfit = 0;
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            misfit += cells[i].isEmpty() ? 1 : squeueMisfit(m_columns[i], cells[i]);
        return misfit;
    }

    void guessByLooks(const QByteArray &line)
    {
        m_columns.clear();
        m_widths.clear();
        const QList<QByteArray> cells = split(line, m_separator);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            QByteArray name = "column_" + QByteArray::number(i + 1);
            if (!m_columns.contains("JOBID") && squeueMisfit("JOBID", cells[i]) == 0)
                name = "JOBID";
            else if (!m_columns.contains("STATE") && squeueMisfit("STATE", cells[i]) == 0)
                name = "STATE";
            m_columns += name;
        }
        m_printed = m_columns;
        if (!m_columns.contains("JOBID"))
            m_columns.clear();
    }

    QList<QByteArray> cellsOf(const QByteArray &line) const
    {
        if (m_widths.isEmpty() && m_separator == ' ')
            return squeueCells(m_columns, m_header, line);
        if (m_widths.isEmpty())
            return split(line, m_separator);
        QList<QByteArray> cells;
        qsizetype at = 0;
        for (const qsizetype width : m_widths) {
            const qsizetype size = width == 0 ? line.size() : width;
            cells += at < line.size() ? line.mid(at, size).trimmed() : QByteArray();
            at += size;
        }
        return cells;
    }

    void readLine(const QByteArray &line, const QByteArray &next)
    {
        if (isSlurmDecoration(line))
            return;
        if (const char separator = separatorOfHeader(line); separator != '\0') {
            if (!m_isTold)
                setHeader(line, separator);
            return;
        }
        if (line.startsWith("CLUSTER: ")) {
            m_cluster = line.sliced(9).trimmed();
            return;
        }
        if (isComplaint(line) || m_columns.isEmpty()) {
            m_table.errors += QString::fromUtf8(line.trimmed());
            return;
        }
        readRow(m_begun.isEmpty() ? line : m_begun + '\n' + line, next);
    }

    /// A name may hold a line end: a row that is too short goes on in the line below, unless that one is a row.
    void readRow(const QByteArray &line, const QByteArray &next)
    {
        QList<QByteArray> cells = cellsOf(line);
        m_begun.clear();
        if (cells.size() < m_columns.size()) {
            const bool goesOn = !next.isEmpty() && !isSlurmDecoration(next) &&
                                cellsOf(next).size() < m_columns.size() && line.size() < 65536 && !isComplaint(next);
            if (goesOn)
                m_begun = line;
            else
                m_table.errors += QString::fromUtf8(line.trimmed());
            return;
        }
        // One more separator at the end closes the last field.
        if (cells.size() == m_columns.size() + 1 && cells.last().isEmpty())
            cells.removeLast();
        if (cells.size() > m_columns.size())
            cells = withoutSurplus(cells, m_columns, m_separator);
        auto row = squeueRow(m_columns, m_printed, cells);
        if (!row) {
            m_table.errors += QString::fromUtf8(line.trimmed());
            return;
        }
        if (!m_cluster.isEmpty())
            row->others.push_back({QStringLiteral("CLUSTER"), QString::fromUtf8(m_cluster)});
        m_table.rows.push_back(std::move(*row));
    }

    const QList<QByteArray> &m_lines;
    SqueueTable m_table;
    QList<QByteArray> m_columns, m_printed;
    QList<qsizetype> m_widths;
    std::vector<Word> m_header;
    QByteArray m_begun, m_cluster;
    char m_separator = ' ';
    bool m_isTold = false;
};

} // namespace

Result<SqueueTable> parseSqueueTable(QByteArrayView text, const QByteArray &format)
{
    const QList<QByteArray> lines = plainLines(text);
    Reader reader(lines, format);
    SqueueTable table = reader.read();
    if (!reader.knowsColumns() && table.rows.empty() &&
        std::none_of(lines.begin(), lines.end(), [](const QByteArray &line) { return isComplaint(line); }))
        return failure(ErrorKind::Malformed, QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 256))));
    return table;
}

} // namespace paceline
