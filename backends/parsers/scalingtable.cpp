// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/scalingtable.h"

#include "backends/parsers/cells.h"
#include "backends/parsers/scalingcolumns.h"

#include <QMap>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <optional>

namespace paceline {

namespace {

using Role = ScalingColumn::Role;
using Reason = ScalingRowError::Reason;

constexpr qsizetype kMaxText = 64 << 20;
constexpr std::size_t kMaxPoints = 5000;

struct Row
{
    qsizetype line;
    QByteArray text;
    QList<QByteArray> cells;
    ScalingPoint point = {};
};

char separatorOf(const QByteArray &heading)
{
    char best = ',';
    qsizetype most = 0;
    for (char separator : {',', ';', '\t', '|'}) {
        if (const qsizetype count = heading.count(separator); count > most) {
            most = count;
            best = separator;
        }
    }
    return most > 0 ? best : ' ';
}

QList<QByteArray> cellsOf(const QByteArray &line, char separator)
{
    if (separator == ' ')
        return line.simplified().split(' ');
    if (separator != '|')
        return splitCsv(line, QByteArray(1, separator));
    // Bars of Markdown stand at both ends.
    QByteArray inner = line.trimmed();
    if (inner.startsWith('|'))
        inner.remove(0, 1);
    if (inner.endsWith('|'))
        inner.chop(1);
    QList<QByteArray> cells = inner.split('|');
    for (QByteArray &cell : cells)
        cell = cell.trimmed();
    return cells;
}

/// "|---|:--:|" under a heading of Markdown.
bool isRule(const QByteArray &line)
{
    return line.contains('-') && std::all_of(line.begin(), line.end(), [](char c) {
               return c == '-' || c == '|' || c == ':' || c == '+' || c == '=' || c == ' ';
           });
}

class TableReader
{
public:
    Result<ScalingTable> read(QByteArrayView text);

private:
    bool takeHeading(const QByteArray &line);
    void takeRow(const Row &row);
    void chooseColumns();
    std::optional<std::size_t> columnOf(Role role) const;
    double number(const Row &row, std::size_t column) const;
    /// In the unit of its role, for all accelerators; NaN where there is no such column or number.
    double quantity(const Row &row, Role role, double accelerators) const;
    bool isNumeric(std::size_t column) const;
    std::optional<Reason> fillPoint(Row &row) const;
    void group();
    QStringList names(const Row &row, const std::vector<std::size_t> &columns) const;
    std::vector<std::size_t> columnsOf(std::initializer_list<Role> roles) const;
    ScalingSeries seriesOf(const QString &name, const std::vector<const Row *> &rows) const;
    bool isSplit(const std::vector<const Row *> &rows, std::size_t column) const;

    char m_separator = ',';
    bool m_hasHeading = false;
    QByteArray m_heading;
    std::vector<ScalingColumn> m_columns;
    std::vector<Row> m_rows, m_points;
    QMap<int, std::size_t> m_chosen; ///< of every role the column that is read
    ScalingTable m_table;
};

bool TableReader::takeHeading(const QByteArray &line)
{
    const char separator = separatorOf(line);
    std::vector<ScalingColumn> columns;
    for (const QByteArray &cell : cellsOf(line, separator))
        columns.push_back(scalingColumn(cell));
    const auto has = [&](std::initializer_list<Role> roles) {
        return std::any_of(columns.begin(), columns.end(), [&](const ScalingColumn &column) {
            return std::find(roles.begin(), roles.end(), column.role) != roles.end();
        });
    };
    if (!has({Role::Accelerators, Role::Nodes}) || !has({Role::Throughput, Role::Seconds, Role::StepTime}))
        return false;
    m_separator = separator;
    m_columns = std::move(columns);
    m_heading = line;
    m_hasHeading = true;
    return true;
}

Result<ScalingTable> TableReader::read(QByteArrayView text)
{
    if (text.size() > kMaxText)
        return failure(ErrorKind::TooLarge);
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3);
    qsizetype number = 0;
    QByteArray first;
    for (const QByteArray &whole : text.toByteArray().split('\n')) {
        ++number;
        QByteArray line = whole.trimmed();
        const bool isComment = line.startsWith('#');
        if (line.isEmpty() || isRule(line))
            continue;
        if (first.isEmpty())
            first = line;
        if (!m_hasHeading) {
            // "# of GPUs" begins a heading, and some comment their headings out.
            if (!takeHeading(line) && !isComment && m_rows.empty() && first != line)
                first += '\n' + line;
            continue;
        }
        if (!isComment && line != m_heading)
            takeRow({number, line, cellsOf(line, m_separator)});
    }
    if (!m_hasHeading)
        return failure(ErrorKind::Malformed, QString::fromUtf8(first.left(200)));
    chooseColumns();
    for (Row &row : m_rows) {
        if (const auto reason = fillPoint(row))
            m_table.errors.push_back({row.line, *reason, QString::fromUtf8(row.text.left(200))});
        else
            m_points.push_back(row);
    }
    std::sort(m_table.errors.begin(), m_table.errors.end(),
              [](const ScalingRowError &a, const ScalingRowError &b) { return a.line < b.line; });
    group();
    for (const ScalingSeries &series : m_table.series) {
        if (series.points.size() > kMaxPoints)
            return failure(ErrorKind::TooLarge);
    }
    return std::move(m_table);
}

void TableReader::takeRow(const Row &row)
{
    if (row.cells.size() < 2)
        m_table.errors.push_back({row.line, Reason::Cells, QString::fromUtf8(row.text.left(200))});
    else
        m_rows.push_back(row);
}

double TableReader::number(const Row &row, std::size_t column) const
{
    if (column >= std::size_t(row.cells.size()))
        return std::nan("");
    return scalingNumber(row.cells[qsizetype(column)], m_separator == ';');
}

bool TableReader::isNumeric(std::size_t column) const
{
    std::size_t numbers = 0, texts = 0;
    for (const Row &row : m_rows) {
        if (column < std::size_t(row.cells.size()) && !isUnavailable(row.cells[qsizetype(column)]))
            ++(std::isnan(number(row, column)) ? texts : numbers);
    }
    return numbers > texts;
}

/// Of two columns for one quantity the one that is called by its name and tells of all accelerators together.
void TableReader::chooseColumns()
{
    const auto rank = [](const ScalingColumn &column) {
        return (column.isPerAccelerator ? 0 : 2) +
               (column.name.contains("throughput") || column.name.contains("global"));
    };
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        ScalingColumn &column = m_columns[i];
        const bool isText = column.role == Role::Other || column.role == Role::Benchmark || column.role == Role::Kind ||
                            column.role == Role::Condition || column.role == Role::Setting;
        // "accelerator" may be their number or their name; "gpu_memory" is no condition.
        if (!isText && !isNumeric(i) && !m_rows.empty())
            column.role = column.role == Role::Accelerators ? Role::Condition : Role::Other;
        else if (column.role == Role::Condition && isNumeric(i))
            column.role = Role::Other;
        if (isText || column.role == Role::Other || column.role == Role::Condition)
            continue;
        const auto chosen = columnOf(column.role);
        if (!chosen || rank(column) > rank(m_columns[*chosen]))
            m_chosen[int(column.role)] = i;
    }
    m_table.isOfNodes = !columnOf(Role::Accelerators);
    m_table.isRateFromSteps = !columnOf(Role::Throughput) && columnOf(Role::StepTime) && columnOf(Role::Batch);
    m_table.isRateFromSeconds = !columnOf(Role::Throughput) && !m_table.isRateFromSteps;
}

std::optional<std::size_t> TableReader::columnOf(Role role) const
{
    const auto found = m_chosen.find(int(role));
    return found == m_chosen.end() ? std::nullopt : std::optional(*found);
}

double TableReader::quantity(const Row &row, Role role, double accelerators) const
{
    const auto column = columnOf(role);
    if (!column)
        return std::nan("");
    const ScalingColumn &how = m_columns[*column];
    const double value = number(row, *column) * how.factor * (how.isPerAccelerator ? accelerators : 1);
    return value > 0 && std::isfinite(value) ? value : std::nan("");
}

std::optional<Reason> TableReader::fillPoint(Row &row) const
{
    ScalingPoint &point = row.point;
    point.line = row.line;
    point.accelerators = quantity(row, m_table.isOfNodes ? Role::Nodes : Role::Accelerators, 1);
    if (std::isnan(point.accelerators))
        return Reason::Accelerators;
    point.globalBatch = quantity(row, Role::Batch, point.accelerators);
    point.seconds = quantity(row, Role::Seconds, point.accelerators);
    point.watts = quantity(row, Role::Watts, point.accelerators);
    const double step = quantity(row, Role::StepTime, point.accelerators);
    point.throughput = m_table.isRateFromSteps      ? point.globalBatch / step
                       : !m_table.isRateFromSeconds ? quantity(row, Role::Throughput, point.accelerators)
                       : std::isnan(point.seconds)  ? 1 / step
                                                    : 1 / point.seconds;
    if (std::isnan(point.throughput))
        return Reason::Throughput;
    return std::nullopt;
}

std::vector<std::size_t> TableReader::columnsOf(std::initializer_list<Role> roles) const
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (std::find(roles.begin(), roles.end(), m_columns[i].role) != roles.end())
            columns.push_back(i);
    }
    return columns;
}

QStringList TableReader::names(const Row &row, const std::vector<std::size_t> &columns) const
{
    QStringList names;
    for (std::size_t column : columns)
        names.append(QString::fromUtf8(row.cells.value(qsizetype(column))));
    return names;
}

/// Whether the column's values stand side by side at some scale, each a series of its own.
bool TableReader::isSplit(const std::vector<const Row *> &rows, std::size_t column) const
{
    QMap<QByteArray, QSet<double>> scales;
    QMap<double, QSet<QByteArray>> values;
    for (const Row *row : rows) {
        const QByteArray value = row->cells.value(qsizetype(column));
        scales[value].insert(row->point.accelerators);
        values[row->point.accelerators].insert(value);
    }
    const bool isBeside = std::any_of(values.begin(), values.end(), [](const auto &set) { return set.size() > 1; });
    return isBeside && std::all_of(scales.begin(), scales.end(), [](const auto &set) { return set.size() > 1; });
}

ScalingSeries TableReader::seriesOf(const QString &name, const std::vector<const Row *> &rows) const
{
    ScalingSeries series{.name = name, .points = {}, .changes = {}, .kind = {}};
    for (const Row *row : rows)
        series.points.push_back(row->point);
    for (std::size_t column : columnsOf({Role::Condition, Role::Setting})) {
        const QByteArray first = rows.front()->cells.value(qsizetype(column));
        const bool changes = std::any_of(rows.begin(), rows.end(),
                                         [&](const Row *row) { return row->cells.value(qsizetype(column)) != first; });
        if (changes)
            series.changes.append(QString::fromUtf8(m_columns[column].name));
    }
    for (std::size_t column : columnsOf({Role::Kind})) {
        const QByteArray word = rows.front()->cells.value(qsizetype(column)).toLower();
        if (word.contains("strong"))
            series.kind = ScalingKind::Strong;
        else if (word.contains("weak"))
            series.kind = ScalingKind::Weak;
    }
    return series;
}

void TableReader::group()
{
    using Rows = std::vector<const Row *>;
    const auto by = [this](const std::vector<std::size_t> &columns, const Rows &rows) {
        std::vector<std::pair<QStringList, Rows>> groups;
        for (const Row *row : rows) {
            const QStringList key = names(*row, columns);
            auto found =
                std::find_if(groups.begin(), groups.end(), [&](const auto &group) { return group.first == key; });
            if (found == groups.end())
                found = groups.insert(groups.end(), {key, {}});
            found->second.push_back(row);
        }
        return groups;
    };
    Rows all;
    for (const Row &row : m_points)
        all.push_back(&row);
    for (const auto &[key, rows] : by(columnsOf({Role::Benchmark, Role::Kind}), all)) {
        std::vector<std::size_t> splitting;
        for (std::size_t column : columnsOf({Role::Condition})) {
            if (isSplit(rows, column))
                splitting.push_back(column);
        }
        for (const auto &[condition, part] : by(splitting, rows)) {
            QStringList words = key + condition;
            words.removeAll(QString());
            m_table.series.push_back(seriesOf(words.join(u' '), part));
        }
    }
}

} // namespace

Result<ScalingTable> parseScalingTable(QByteArrayView text)
{
    return TableReader().read(text);
}

} // namespace paceline
