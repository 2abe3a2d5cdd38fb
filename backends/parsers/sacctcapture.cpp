// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/sacctcapture.h"

#include "backends/parsers/cells.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtable.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <limits>

namespace paceline {

namespace {

constexpr char kUnit = '\x1f'; // no text holds it

bool isHeader(const QList<QByteArray> &cells)
{
    const auto named = [](const QByteArray &cell) {
        return cell.compare("JobID", Qt::CaseInsensitive) == 0 || cell.compare("JobIDRaw", Qt::CaseInsensitive) == 0;
    };
    static const QRegularExpression kName(QStringLiteral("^[A-Za-z][A-Za-z_ /]*$|^$"));
    return std::any_of(cells.begin(), cells.end(), named) &&
           std::all_of(cells.begin(), cells.end(),
                       [](const QByteArray &cell) { return kName.match(QString::fromUtf8(cell)).hasMatch(); });
}

bool isDashes(const QByteArray &line)
{
    return line.contains("---") && std::all_of(line.begin(), line.end(), [](char c) { return c == '-' || c == ' '; });
}

bool isJobId(const QByteArray &cell)
{
    static const QRegularExpression kId(QStringLiteral("^\\d+(_(\\d+|\\[.*))?(\\+\\d+)?(\\.\\S+)?$"));
    return kId.match(QString::fromUtf8(cell)).hasMatch();
}

bool isStamp(const QByteArray &cell)
{
    static const QRegularExpression kStamp(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\dT[\\d:]+|1[5-9]\\d{8}|Unknown|None)$"));
    return kStamp.match(QString::fromUtf8(cell)).hasMatch();
}

bool isExit(const QByteArray &cell)
{
    static const QRegularExpression kExit(QStringLiteral("^\\d{1,3}:\\d{1,3}$"));
    return kExit.match(QString::fromUtf8(cell)).hasMatch();
}

/// How many fields cannot be what their columns hold.
int misfit(const QStringList &columns, const QList<QByteArray> &cells)
{
    int count = 0;
    for (qsizetype i = 0; i < columns.size() && i < cells.size(); ++i) {
        const QString name = columns[i].toLower();
        const QByteArray &cell = cells[i];
        if (name == QLatin1String("state"))
            count += parseJobState(cell).state == JobState::Unknown ? 2 : 0;
        else if (name == QLatin1String("exitcode") || name == QLatin1String("derivedexitcode"))
            count += cell.isEmpty() || isExit(cell) ? 0 : 1;
        else if (name == QLatin1String("submit") || name == QLatin1String("start") || name == QLatin1String("end"))
            count += isStamp(cell) ? 0 : 1;
        else if (name == QLatin1String("workdir"))
            count += cell.isEmpty() || cell.startsWith('/') ? 0 : 1;
    }
    return count;
}

/// Surplus separators stand in one of the texts that users choose: where the other fields then fit best.
QList<QByteArray> withoutSurplus(const QList<QByteArray> &cells, const QStringList &columns, char separator)
{
    static const QStringList kUsers = {QStringLiteral("jobname"),      QStringLiteral("comment"),
                                       QStringLiteral("submitline"),   QStringLiteral("workdir"),
                                       QStringLiteral("admincomment"), QStringLiteral("systemcomment")};
    const qsizetype surplus = cells.size() - columns.size();
    QList<QByteArray> best = cells;
    int bestMisfit = std::numeric_limits<int>::max();
    for (qsizetype at = 0; at < columns.size(); ++at) {
        if (!kUsers.contains(columns[at].toLower()))
            continue;
        QList<QByteArray> joined = cells.first(at);
        joined += cells.sliced(at, surplus + 1).join(separator);
        joined += cells.sliced(at + surplus + 1);
        if (const int worse = misfit(columns, joined); worse < bestMisfit) {
            bestMisfit = worse;
            best = joined;
        }
    }
    return best;
}

/// What -n leaves without names, by number and looks: Paceline's own columns, those of a site that publishes them, and
/// those that show when each of a job's runs was.
QStringList knownColumns(const QList<QByteArray> &cells)
{
    static const QStringList kSite =
        QStringLiteral("JobID JobIDRaw User Account State Start End AveCPU AveDiskRead AveDiskWrite AveRSS AveVMSize "
                       "ElapsedRaw ExitCode Layout MaxRSS MaxVMSize MinCPU ReqCPUS ReqMem ReqNodes Reservation Submit "
                       "Suspended SystemCPU TimelimitRaw UserCPU NodeList Partition AllocTRES Priority JobName")
            .split(u' ');
    static const QStringList kRuns = QStringLiteral("JobID State ExitCode Start End NodeList").split(u' ');
    for (const QStringList &columns : {sacctColumns(), kSite, kRuns}) {
        if (cells.size() == columns.size() && misfit(columns, cells) == 0)
            return columns;
    }
    return {};
}

/// Names of the times in one row: in their order one was submitted, started and ended.
QHash<qsizetype, QString> timeColumns(const QList<QByteArray> &cells)
{
    std::vector<qsizetype> places;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (isStamp(cells[i]) && cells[i] != "None")
            places.push_back(i);
    }
    std::stable_sort(places.begin(), places.end(), [&cells](qsizetype a, qsizetype b) { return cells[a] < cells[b]; });
    QStringList names = {QStringLiteral("Start"), QStringLiteral("End")};
    if (places.size() >= 4)
        names = {QStringLiteral("Submit"), QStringLiteral("Eligible"), QStringLiteral("Start"), QStringLiteral("End")};
    else if (places.size() == 3)
        names.prepend(QStringLiteral("Submit"));
    QHash<qsizetype, QString> columns;
    for (std::size_t i = 0; i < places.size() && qsizetype(i) < names.size(); ++i)
        columns.insert(places[i], names[qsizetype(i)]);
    return columns;
}

QStringList guessedColumns(const QList<QByteArray> &cells)
{
    if (const QStringList known = knownColumns(cells); !known.isEmpty())
        return known;
    const QHash<qsizetype, QString> times = timeColumns(cells);
    QStringList columns;
    const auto name = [&columns](const char *wanted) {
        const QString word = QLatin1String(wanted);
        return columns.contains(word) ? QString() : word;
    };
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QByteArray &cell = cells[i];
        QString column = times.value(i);
        if (isJobId(cell) && (i == 0 || (i == 1 && cell == cells.first())))
            column = name(i == 0 ? "JobID" : "JobIDRaw");
        else if (column.isEmpty() && !isJobId(cell) && parseJobState(cell).state != JobState::Unknown)
            column = name("State");
        else if (column.isEmpty() && isExit(cell))
            column = columns.contains(QStringLiteral("ExitCode")) ? name("DerivedExitCode") : name("ExitCode");
        else if (cell.contains("cpu=") && cell.contains("mem="))
            column = name("AllocTRES");
        columns += column.isEmpty() ? QStringLiteral("column_%1").arg(i + 1) : column;
    }
    return columns;
}

class Reader
{
public:
    Reader(QByteArrayView text, const QByteArray &format)
        : m_lines(plainLines(text))
    {
        static const QRegularExpression kWidth(QStringLiteral("%-?\\d+"));
        for (const QByteArray &name : format.split(',')) {
            if (!name.trimmed().isEmpty())
                m_columns += QString::fromUtf8(name.trimmed()).remove(kWidth);
        }
        m_separator = separator();
    }

    Result<SacctCapture> read()
    {
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            readLine(m_lines[i], m_lines.value(i + 1));
        if (!m_begun.isEmpty())
            addRow(cellsOf(m_begun));
        if (m_columns.isEmpty() && m_errors.isEmpty())
            return failure(ErrorKind::Malformed, QString::fromUtf8(m_lines.value(0).left(256)));
        SacctCapture capture;
        capture.errors = m_errors;
        flush(capture);
        return capture;
    }

private:
    /// The one of the header, else the one that most rows have.
    char separator() const
    {
        for (const char candidate : {kUnit, '|', ';', ',', '\t'}) {
            const auto isTable = [candidate](const QByteArray &line) { return isHeader(line.split(candidate)); };
            if (std::any_of(m_lines.begin(), m_lines.end(), isTable))
                return candidate;
        }
        if (std::any_of(m_lines.begin(), m_lines.end(), isDashes))
            return ' ';
        for (const char candidate : {kUnit, '|', ';', '\t', ','}) {
            const auto isRow = [candidate](const QByteArray &line) {
                const QList<QByteArray> cells = line.split(candidate);
                return cells.size() > 1 && isJobId(cells.first().trimmed());
            };
            if (std::any_of(m_lines.begin(), m_lines.end(), isRow))
                return candidate;
        }
        return ' ';
    }

    QList<QByteArray> cellsOf(const QByteArray &line) const
    {
        QList<QByteArray> cells;
        if (m_separator != ' ')
            return line.split(m_separator);
        if (m_edges.empty()) {
            for (const Word &word : wordsOf(line))
                cells += word.text;
            return cells;
        }
        qsizetype begin = 0;
        for (const Word &dashes : m_edges) {
            const bool isLast = dashes.end == m_edges.back().end;
            cells += begin < line.size() ? line.mid(begin, isLast ? -1 : dashes.end - begin).trimmed() : QByteArray();
            begin = dashes.end;
        }
        return cells;
    }

    void readLine(const QByteArray &line, const QByteArray &next)
    {
        if (isDashes(line) && m_separator == ' ')
            return;
        if (line.trimmed().isEmpty() || line.startsWith("$ "))
            return;
        if (m_separator == ' ' && isDashes(next))
            m_edges = wordsOf(next);
        QList<QByteArray> cells = cellsOf(line);
        if (isHeader(cells)) {
            setHeader(cells);
            return;
        }
        if (!m_begun.isEmpty()) {
            // A name may hold a line end: the row goes on, unless the line below begins one of its own.
            const QByteArray begun = std::exchange(m_begun, {});
            if (isJobId(cells.first().trimmed()))
                addRow(cellsOf(begun));
            else
                cells = cellsOf(begun + ' ' + line);
        }
        if (m_separator != ' ' && isJobId(cells.first().trimmed()) && cells.size() < m_columns.size() &&
            cells.join(m_separator).size() < 65536) {
            m_begun = cells.join(m_separator);
            return;
        }
        const bool startsRow =
            isJobId(cells.first().trimmed()) || (!m_columns.isEmpty() && cells.size() >= m_columns.size());
        if (!startsRow && (isSlurmComplaint(line) || m_columns.isEmpty())) {
            m_errors += QString::fromUtf8(line.trimmed());
            return;
        }
        if (m_columns.isEmpty())
            m_columns = guessedColumns(cells);
        addRow(cells);
    }

    void setHeader(QList<QByteArray> cells)
    {
        if (cells.last().isEmpty())
            cells.removeLast();
        QStringList columns;
        for (const QByteArray &cell : cells)
            columns += QString::fromUtf8(cell.trimmed());
        if (columns == m_columns)
            return;
        if (!m_rows.isEmpty())
            m_before.emplaceBack(m_columns, std::exchange(m_rows, {}));
        m_columns = columns;
    }

    void addRow(QList<QByteArray> cells)
    {
        // What was cut off at the end is missing; the row is there.
        while (isJobId(cells.first().trimmed()) && cells.size() < m_columns.size())
            cells += QByteArray();
        if (cells.size() == m_columns.size() + 1 && cells.last().isEmpty())
            cells.removeLast();
        if (cells.size() > m_columns.size())
            cells = withoutSurplus(cells, m_columns, m_separator);
        m_rows += cells.join(kUnit) + '\n';
    }

    void flush(SacctCapture &capture)
    {
        m_before.emplaceBack(m_columns, m_rows);
        for (const auto &[columns, rows] : std::as_const(m_before)) {
            if (rows.isEmpty())
                continue;
            const auto table = parseSacct(rows, kUnit, columns);
            if (!table) {
                capture.errors += QString::fromUtf8(rows.left(256)).replace(QLatin1Char(kUnit), u'|').trimmed();
                continue;
            }
            capture.table.rows.insert(capture.table.rows.end(), table->rows.begin(), table->rows.end());
            capture.table.badRows += table->badRows;
        }
    }

    QList<QByteArray> m_lines;
    QStringList m_columns, m_errors;
    QList<std::pair<QStringList, QByteArray>> m_before; ///< rows under earlier headers
    QByteArray m_rows, m_begun;
    std::vector<Word> m_edges;
    char m_separator;
};

} // namespace

Result<SacctCapture> parseSacctCapture(QByteArrayView text, const QByteArray &format)
{
    return Reader(text, format).read();
}

} // namespace paceline
