// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/jobindex.h"

#include "widgets/format/jobtext.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace paceline {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr qsizetype kMaxName = 1024;

quint8 rankOf(const Job &job)
{
    switch (job.state) {
    case JobState::Running:
        return job.flags.contains(QLatin1String("COMPLETING")) ? 2 : 1;
    case JobState::Suspended:
        return 3;
    case JobState::Unknown:
        return 4;
    case JobState::Pending:
        return 5;
    default:
        return quint8(6 + int(job.state));
    }
}

double limitOf(const TimeLimit &limit)
{
    switch (limit.kind) {
    case TimeLimit::Kind::Minutes:
        return double(limit.minutes) * 60;
    case TimeLimit::Kind::Unlimited:
        return std::numeric_limits<double>::infinity();
    case TimeLimit::Kind::Unknown:
        break;
    }
    return kNaN;
}

double secondsOf(const std::optional<qint64> &seconds)
{
    return seconds ? double(*seconds) : kNaN;
}

} // namespace

quint32 JobIndex::Dictionary::number(const QString &entry)
{
    // Neighbours in the queue mostly share their words.
    if (last < quint32(entries.size()) && entries[last] == entry)
        return last;
    const auto it = numbers.constFind(entry);
    if (it != numbers.constEnd())
        return last = *it;
    last = quint32(entries.size());
    entries.append(entry);
    numbers.insert(entry, last);
    return last;
}

/// The words of a state without flags are translated once.
quint32 JobIndex::stateWord(const Job &job)
{
    const auto state = std::size_t(job.state);
    if (!job.flags.isEmpty() || job.state == JobState::Unknown || state >= m_plainStates.size())
        return m_dictionaries[State].number(stateText(job));
    if (!m_plainStates[state])
        m_plainStates[state] = m_dictionaries[State].number(stateText(job));
    return *m_plainStates[state];
}

QStringView JobIndex::id(const Row &row) const
{
    const int at = row.nameLength + 1;
    return QStringView(m_text).mid(row.textAt + quint32(at), row.textLength - at - 1);
}

void JobIndex::appendText(Row &row, const Job &job)
{
    row.textAt = quint32(m_text.size());
    m_text += job.name.left(kMaxName).toLower().replace(QLatin1Char('\n'), QLatin1Char(' '));
    row.nameLength = quint16(m_text.size() - row.textAt);
    m_text += QLatin1Char('\n');
    m_text += job.displayId.left(kMaxName).toLower();
    m_text += QLatin1Char('\n');
    row.textLength = quint16(m_text.size() - row.textAt);
}

JobIndex::Row JobIndex::makeRow(std::shared_ptr<const Job> shared)
{
    const Job &job = *shared;
    Row row;
    row.words = {stateWord(job),
                 m_dictionaries[User].number(job.user),
                 m_dictionaries[Partition].number(job.partition),
                 m_dictionaries[Account].number(job.account),
                 m_dictionaries[Qos].number(job.qos),
                 m_dictionaries[Reason].number(job.reason)};
    row.array = job.arrayJobId.value_or(kNoArray);
    row.nodes = float(job.numNodes);
    row.gpus = job.gpus ? float(*job.gpus) : std::numeric_limits<float>::quiet_NaN();
    row.cpus = float(job.numCpus);
    row.startS = secondsOf(job.startS);
    row.endS = secondsOf(job.endS);
    row.limitS = limitOf(job.timeLimit);
    row.stateRank = rankOf(job);
    row.number = job.id.number;
    appendText(row, job);
    row.job = std::move(shared);
    return row;
}

namespace {

/// Finds the row of a job in the list before: mostly the next one, since Slurm lists in a stable order.
class OldRows
{
public:
    explicit OldRows(const std::vector<JobIndex::Row> &rows)
        : m_rows(rows)
    {
    }
    std::optional<std::size_t> find(JobId id)
    {
        constexpr std::size_t kNear = 4;
        for (std::size_t at = m_cursor; at < std::min(m_cursor + kNear, m_rows.size()); ++at) {
            if (m_rows[at].number == id.number)
                return moveTo(at);
        }
        if (m_places.isEmpty()) {
            m_places.reserve(qsizetype(m_rows.size()));
            for (std::size_t i = 0; i < m_rows.size(); ++i)
                m_places.insert(m_rows[i].number, i);
        }
        const auto it = m_places.constFind(id.number);
        return it == m_places.constEnd() ? std::nullopt : moveTo(*it);
    }

private:
    std::optional<std::size_t> moveTo(std::size_t at)
    {
        m_cursor = at + 1;
        return at;
    }
    const std::vector<JobIndex::Row> &m_rows;
    QHash<quint32, std::size_t> m_places;
    std::size_t m_cursor = 0;
};

} // namespace

JobIndex JobIndex::updated(const JobList *jobs) const
{
    JobIndex next;
    next.m_dictionaries = m_dictionaries;
    next.m_plainStates = m_plainStates;
    next.m_text.reserve(m_text.size() + m_text.size() / 16);
    next.m_rows.reserve(jobs ? jobs->jobs.size() : 0);
    OldRows before(m_rows);
    for (std::size_t i = 0; jobs && i < jobs->jobs.size(); ++i) {
        const std::shared_ptr<const Job> &job = jobs->jobs[i];
        const std::optional<std::size_t> at = m_rows.empty() ? std::nullopt : before.find(job->id);
        if (!at || m_rows[*at].job != job) {
            next.m_rows.push_back(next.makeRow(job));
            next.m_rows.back().isChanged = true;
            continue;
        }
        next.m_rows.push_back(m_rows[*at]);
        Row &row = next.m_rows.back();
        row.isChanged = false;
        row.textAt = quint32(next.m_text.size());
        next.m_text += QStringView(m_text).mid(m_rows[*at].textAt, row.textLength);
    }
    return next;
}

void JobIndex::clearChanges()
{
    for (Row &row : m_rows)
        row.isChanged = false;
}

/// What stands before and behind the first separator; all and nothing when there is none.
static std::pair<QStringView, QStringView> halves(QStringView text, QChar separator)
{
    const qsizetype at = text.indexOf(separator);
    return at < 0 ? std::pair(text, QStringView()) : std::pair(text.left(at), text.mid(at + 1));
}

qint64 countArrayTasks(const QString &arrayTask)
{
    qint64 count = 0;
    const QStringView whole(arrayTask);
    const QStringView list = halves(whole, u'%').first;
    for (const QStringView piece : list.tokenize(u',', Qt::SkipEmptyParts)) {
        const auto [range, step] = halves(piece, u':');
        const auto [from, to] = halves(range, u'-');
        bool firstOk = false, lastOk = false;
        const qint64 first = from.toLongLong(&firstOk), last = to.toLongLong(&lastOk);
        const qint64 stride = std::max<qint64>(1, step.toLongLong());
        count += firstOk && lastOk && last >= first ? (last - first) / stride + 1 : 1;
    }
    return std::max<qint64>(1, count);
}

} // namespace paceline
