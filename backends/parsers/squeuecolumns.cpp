// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/squeuecolumns.h"

#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtext.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <limits>

namespace paceline {

namespace {

/// Header words by the letters of -o, as the man page of 25.11 lists them.
QByteArray headerOf(char letter)
{
    static const QHash<char, QByteArray> kHeaders = {{'a', "ACCOUNT"},
                                                     {'A', "JOBID"},
                                                     {'b', "TRES_PER_NODE"},
                                                     {'B', "EXEC_HOST"},
                                                     {'c', "MIN_CPUS"},
                                                     {'C', "CPUS"},
                                                     {'d', "MIN_TMP_DISK"},
                                                     {'D', "NODES"},
                                                     {'e', "END_TIME"},
                                                     {'E', "DEPENDENCY"},
                                                     {'f', "FEATURES"},
                                                     {'F', "ARRAY_JOB_ID"},
                                                     {'g', "GROUP"},
                                                     {'G', "GROUP"},
                                                     {'h', "OVER_SUBSCRIBE"},
                                                     {'H', "SOCKETS_PER_NODE"},
                                                     {'i', "JOBID"},
                                                     {'I', "CORES_PER_SOCKET"},
                                                     {'j', "NAME"},
                                                     {'J', "THREADS_PER_CORE"},
                                                     {'k', "COMMENT"},
                                                     {'K', "ARRAY_TASK_ID"},
                                                     {'l', "TIME_LIMIT"},
                                                     {'L', "TIME_LEFT"},
                                                     {'m', "MIN_MEMORY"},
                                                     {'M', "TIME"},
                                                     {'n', "REQ_NODES"},
                                                     {'N', "NODELIST"},
                                                     {'o', "COMMAND"},
                                                     {'O', "CONTIGUOUS"},
                                                     {'p', "PRIORITY"},
                                                     {'P', "PARTITION"},
                                                     {'q', "QOS"},
                                                     {'Q', "PRIORITY"},
                                                     {'r', "REASON"},
                                                     {'R', "NODELIST(REASON)"},
                                                     {'S', "START_TIME"},
                                                     {'t', "ST"},
                                                     {'T', "STATE"},
                                                     {'u', "USER"},
                                                     {'U', "UID"},
                                                     {'v', "RESERVATION"},
                                                     {'V', "SUBMIT_TIME"},
                                                     {'w', "WCKEY"},
                                                     {'W', "LICENSES"},
                                                     {'x', "EXC_NODES"},
                                                     {'X', "CORE_SPEC"},
                                                     {'y', "NICE"},
                                                     {'Y', "SCHEDNODES"},
                                                     {'z', "S:C:T"},
                                                     {'Z', "WORK_DIR"}};
    return kHeaders.value(letter, QByteArray("%") + letter);
}

/// Header words by the names of -O, where they are not the name in capitals.
QByteArray headerOf(const QByteArray &name)
{
    static const QHash<QByteArray, QByteArray> kHeaders = {{"jobarrayid", "JOBID"},
                                                           {"arrayjobid", "ARRAY_JOB_ID"},
                                                           {"arraytaskid", "ARRAY_TASK_ID"},
                                                           {"hetjobid", "HET_JOB_ID"},
                                                           {"hetjoboffset", "HET_JOB_OFFSET"},
                                                           {"packjobid", "HET_JOB_ID"},
                                                           {"packjoboffset", "HET_JOB_OFFSET"},
                                                           {"username", "USER"},
                                                           {"reasonlist", "NODELIST(REASON)"},
                                                           {"numnodes", "NODES"},
                                                           {"numcpus", "CPUS"},
                                                           {"tres-alloc", "TRES_ALLOC"},
                                                           {"tres-per-node", "TRES_PER_NODE"},
                                                           {"tres-per-job", "TRES_PER_JOB"},
                                                           {"tres-per-task", "TRES_PER_TASK"},
                                                           {"tres-per-socket", "TRES_PER_SOCKET"},
                                                           {"timelimit", "TIME_LIMIT"},
                                                           {"timeleft", "TIME_LEFT"},
                                                           {"timeused", "TIME"},
                                                           {"starttime", "START_TIME"},
                                                           {"endtime", "END_TIME"},
                                                           {"submittime", "SUBMIT_TIME"},
                                                           {"statecompact", "ST"},
                                                           {"workdir", "WORK_DIR"},
                                                           {"prioritylong", "PRIORITY"},
                                                           {"batchhost", "EXEC_HOST"},
                                                           {"feature", "FEATURES"},
                                                           {"restartcnt", "RESTART_COUNT"},
                                                           {"minmemory", "MIN_MEMORY"},
                                                           {"mincpus", "MIN_CPUS"},
                                                           {"gres", "TRES_PER_NODE"},
                                                           {"userid", "UID"},
                                                           {"reqnodes", "REQ_NODES"}};
    return kHeaders.value(name.toLower(), name.toUpper());
}

bool isTextColumn(QByteArrayView column)
{
    static const QList<QByteArray> kTexts = {"NAME",     "REASON",        "NODELIST(REASON)", "COMMENT",
                                             "COMMAND",  "WORK_DIR",      "STDOUT",           "STDERR",
                                             "FEATURES", "ADMIN_COMMENT", "SYSTEM_COMMENT",   "GROUP"};
    return kTexts.contains(column.toByteArray());
}

bool matches(const QRegularExpression &look, QByteArrayView text)
{
    return look.match(QString::fromUtf8(text)).hasMatch();
}

/// Columns that every row fills.
bool isAlwaysThere(QByteArrayView column)
{
    static const QList<QByteArray> kThere = {"JOBID", "STEPID", "ST",   "STATE",     "TIME",      "NODES",
                                             "CPUS",  "USER",   "NAME", "PARTITION", "TIME_LIMIT"};
    return kThere.contains(column.toByteArray());
}

QList<QByteArray> textsOf(const std::vector<Word> &words, const std::vector<std::size_t> &ends)
{
    QList<QByteArray> cells;
    std::size_t at = 0;
    for (const std::size_t end : ends) {
        QByteArray cell;
        for (; at < end; ++at)
            cell += (cell.isEmpty() ? QByteArray() : QByteArray(" ")) + words[at].text;
        cells += cell;
    }
    return cells;
}

/// The least cost of giving words in order to columns, each none, one, or where it is a text several.
class Fitter
{
public:
    Fitter(const QList<QByteArray> &columns, const std::vector<Word> &header, const std::vector<Word> &words)
        : m_columns(columns)
        , m_header(header)
        , m_words(words)
        , m_width(words.size() + 1)
        , m_cost((std::size_t(columns.size()) + 1) * m_width, kNever)
        , m_from(m_cost.size(), 0)
    {
    }

    QList<QByteArray> cells()
    {
        m_cost[0] = 0;
        for (std::size_t column = 0; column < std::size_t(m_columns.size()); ++column) {
            for (std::size_t start = 0; start < m_width; ++start) {
                if (m_cost[column * m_width + start] < kNever)
                    extend(column, start);
            }
        }
        std::vector<std::size_t> ends(std::size_t(m_columns.size()), 0);
        std::size_t end = m_words.size();
        for (std::size_t column = ends.size(); column-- > 0;) {
            ends[column] = end;
            end = m_from[(column + 1) * m_width + end];
        }
        return textsOf(m_words, ends);
    }

private:
    static constexpr int kNever = std::numeric_limits<int>::max() / 2;

    void extend(std::size_t column, std::size_t start)
    {
        const int before = m_cost[column * m_width + start];
        QByteArray text;
        // Only a text holds several words; elsewhere they are dear, so that a row is never lost.
        const std::size_t most =
            isTextColumn(m_columns[qsizetype(column)]) || column + 1 == std::size_t(m_columns.size())
                ? m_words.size()
                : std::min(m_words.size(), start + 3);
        for (std::size_t end = start; end <= most; ++end) {
            if (end > start)
                text += (text.isEmpty() ? QByteArray() : QByteArray(" ")) + m_words[end - 1].text;
            const int cost = before + costOf(column, start, end, text);
            const std::size_t place = (column + 1) * m_width + end;
            if (cost < m_cost[place]) {
                m_cost[place] = cost;
                m_from[place] = start;
            }
        }
    }

    int costOf(std::size_t column, std::size_t start, std::size_t end, const QByteArray &text) const
    {
        const QByteArray &name = m_columns[qsizetype(column)];
        if (start == end)
            return isAlwaysThere(name) ? 12 : 3;
        int cost = squeueMisfit(name, text);
        if (end - start > 1)
            cost += (isTextColumn(name) ? 1 : 20) * int(end - start - 1);
        if (column < m_header.size()) {
            const Word &header = m_header[column];
            const qsizetype gap =
                std::max(header.begin, m_words[start].begin) - std::min(header.end, m_words[end - 1].end);
            cost += gap <= 0 ? 0 : int(std::min<qsizetype>(4, 1 + gap / 4));
        }
        return cost;
    }

    const QList<QByteArray> &m_columns;
    const std::vector<Word> &m_header;
    const std::vector<Word> &m_words;
    std::size_t m_width;
    std::vector<int> m_cost;
    std::vector<std::size_t> m_from;
};

} // namespace

QList<SqueueColumn> squeueColumnsOf(const QByteArray &format)
{
    static const QRegularExpression kLetter(QStringLiteral("%\\.?\\d*([A-Za-z])"));
    QList<SqueueColumn> columns;
    if (format.contains('%')) {
        for (auto it = kLetter.globalMatch(QString::fromUtf8(format)); it.hasNext();)
            columns.append({headerOf(it.next().captured(1).at(0).toLatin1()), 0});
        return columns;
    }
    for (const QByteArray &field : format.split(',')) {
        const QList<QByteArray> parts = field.trimmed().split(':');
        bool hasWidth = false;
        const int width = parts.value(1).toInt(&hasWidth);
        if (!parts[0].isEmpty())
            columns.append({headerOf(parts[0]), hasWidth ? std::clamp(width, 0, 4096) : 20});
    }
    return columns;
}

char squeueSeparatorOf(const QByteArray &format)
{
    static const QRegularExpression kBetween(QStringLiteral("%\\.?\\d*[A-Za-z]([^%\\s\\w])%"));
    const auto match = kBetween.match(QString::fromLatin1(format));
    return match.hasMatch() ? match.captured(1).at(0).toLatin1() : ' ';
}

int squeueMisfit(QByteArrayView column, QByteArrayView text)
{
    static const QRegularExpression kId(QStringLiteral("^\\d+(_\\S*|\\+\\d+)?(\\.\\S+)?$"));
    static const QRegularExpression kTime(
        QStringLiteral("^((\\d+-)?\\d+(:\\d\\d){1,2}|UNLIMITED|INVALID|NOT_SET|N/A|n/a|Partition_Limit|infinite)$"));
    static const QRegularExpression kCount(QStringLiteral("^\\d+([.]\\d+)?[KMGT]?(-\\d+[KMGT]?)?$"));
    static const QRegularExpression kStamp(
        QStringLiteral("^(N/A|Unknown|NONE|\\d{9,10}|\\d{4}-\\d\\d-\\d\\d(T[\\d:]+)?|[\\d:/]+(-[\\d:]+)?|"
                       "[A-Z][a-z]{2} \\d+ [\\d:]+|\\d+ [A-Z][a-z]{2} [\\d:]+)$"));
    if (column == QByteArrayView("JOBID") || column == QByteArrayView("STEPID"))
        return matches(kId, text) ? 0 : 12;
    if (column == QByteArrayView("ST") || column == QByteArrayView("STATE"))
        return parseJobState(text).state != JobState::Unknown ? 0 : 8;
    if (column == QByteArrayView("TIME") || column == QByteArrayView("TIME_LIMIT") ||
        column == QByteArrayView("TIME_LIMI") || column == QByteArrayView("TIME_LEFT"))
        return matches(kTime, text) ? 0 : 8;
    if (column == QByteArrayView("NODES") || column == QByteArrayView("CPUS"))
        return matches(kCount, text) ? 0 : 8;
    if (column == QByteArrayView("START_TIME") || column == QByteArrayView("END_TIME") ||
        column == QByteArrayView("SUBMIT_TIME"))
        return matches(kStamp, text) ? 0 : 8;
    if (column == QByteArrayView("NODELIST")) // names of nodes end with numbers
        return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) ? 0 : 2;
    if (column == QByteArrayView("NODELIST(REASON)"))
        return text.contains(' ') && !text.startsWith('(') ? 6 : 0;
    return 0;
}

QList<QByteArray> squeueCells(const QList<QByteArray> &columns, const std::vector<Word> &header, const QByteArray &line)
{
    constexpr std::size_t kMaxWords = 64;
    std::vector<Word> words = wordsOf(line);
    if (words.size() > kMaxWords) {
        words[kMaxWords - 1].text = line.sliced(words[kMaxWords - 1].begin).trimmed();
        words.resize(kMaxWords);
    }
    const auto fits = [&] {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (squeueMisfit(columns[qsizetype(i)], words[i].text) > 0)
                return false;
        }
        return true;
    };
    if (words.size() == std::size_t(columns.size()) && fits()) {
        QList<QByteArray> cells;
        for (const Word &word : words)
            cells += word.text;
        return cells;
    }
    return Fitter(columns, header, words).cells();
}

} // namespace paceline
