// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/squeue.h"

#include "backends/parsers/gres.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtext.h"
#include "backends/parsers/slurmtime.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <charconv>

namespace paceline {

namespace {

constexpr std::size_t kMaxFields = 64;
constexpr qsizetype kMaxRecord = 1 << 20;

std::optional<quint32> jobNumber(QByteArrayView text)
{
    quint32 number = 0;
    const auto parsed = std::from_chars(text.begin(), text.end(), number);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == text.end();
    return whole && number != 0 ? std::optional(number) : std::nullopt;
}

int count(QByteArrayView text)
{
    return int(std::min<qint64>(parseSlurmCount(text).value_or(0), 1'000'000'000));
}

/// "10+1": component 1 of the heterogeneous job 10.
void setHetParts(Job &job, QByteArrayView displayId)
{
    const qsizetype plus = displayId.indexOf('+');
    if (plus <= 0)
        return;
    quint32 offset = 0;
    const QByteArrayView tail = displayId.sliced(plus + 1);
    const auto parsed = std::from_chars(tail.begin(), tail.end(), offset);
    if (parsed.ec != std::errc())
        return;
    job.hetJobId = jobNumber(displayId.first(plus));
    job.hetOffset = offset;
}

void setState(Job &job, QByteArrayView text)
{
    // The common words need no list and no search.
    if (text == QByteArrayView("PENDING")) {
        job.state = JobState::Pending;
    } else if (text == QByteArrayView("RUNNING")) {
        job.state = JobState::Running;
    } else {
        JobStateWords words = parseJobState(text);
        job.state = words.state;
        job.flags = std::move(words.flags);
    }
    job.stateText = QString::fromUtf8(text);
}

void setPriority(Job &job, QByteArrayView text)
{
    double priority = 0;
    const auto parsed = std::from_chars(text.begin(), text.end(), priority);
    if (parsed.ec == std::errc() && parsed.ptr == text.end())
        job.priority = priority;
}

void setRequestedGpus(Job &job, QByteArrayView perNode)
{
    const auto gpus = gpusOfGres(parseGres(perNode));
    if (!gpus)
        return;
    const int nodes = std::clamp(job.numNodes, 1, 100'000);
    job.gpus = int(std::min<qint64>(qint64(gpus->total) * nodes, 1'000'000'000));
    for (auto it = gpus->types.begin(); it != gpus->types.end(); ++it)
        job.gpuTypes.insert(it.key(), int(std::min<qint64>(qint64(*it) * nodes, 1'000'000'000)));
}

void setIdentity(Job &job, char letter, QByteArrayView value)
{
    switch (letter) {
    case 'A':
        job.id.number = jobNumber(value).value_or(0);
        break;
    case 'i':
        job.displayId = QString::fromUtf8(value);
        setHetParts(job, value);
        break;
    case 'F':
        job.arrayJobId = jobNumber(value);
        break;
    case 'K':
        job.arrayTask = slurmText(value);
        break;
    case 'u':
        job.user = slurmText(value);
        break;
    case 'a':
        job.account = slurmText(value);
        break;
    case 'q':
        job.qos = slurmText(value);
        break;
    case 'P':
        job.partition = slurmText(value);
        break;
    default:
        break;
    }
}

void setTimes(Job &job, char letter, QByteArrayView value)
{
    switch (letter) {
    case 'l':
        job.timeLimit = parseTimeLimit(value);
        break;
    case 'V':
        job.submitS = parseEpochSeconds(value);
        break;
    case 'S':
        job.startS = parseEpochSeconds(value);
        break;
    case 'e':
        job.endS = parseEpochSeconds(value);
        break;
    default:
        setIdentity(job, letter, value);
        break;
    }
}

void setField(Job &job, char letter, QByteArrayView value)
{
    switch (letter) {
    case 'T':
        setState(job, value);
        break;
    case 'r':
        job.reason = slurmText(value);
        break;
    case 'N':
        job.nodeList = slurmText(value);
        break;
    case 'D':
        job.numNodes = count(value);
        break;
    case 'C':
        job.numCpus = count(value);
        break;
    case 'Q':
        setPriority(job, value);
        break;
    case 'j':
        job.name = QString::fromUtf8(value);
        break;
    case 'Z':
        job.workDir = slurmText(value);
        break;
    case 'o':
        job.command = slurmText(value);
        break;
    case 'k':
        job.comment = slurmText(value);
        break;
    default:
        setTimes(job, letter, value);
        break;
    }
}

/// More separators than fields: the surplus stands in the last one, when the one after the name (a path) shows that the
/// name is whole; else all users' texts stay together as the name.
struct Fields
{
    std::array<QByteArrayView, kMaxFields> values;
    std::size_t count = 0;
};

std::optional<Fields> split(QByteArrayView record, const SqueueFormat &format)
{
    Fields fields;
    const auto wanted = std::size_t(std::min<qsizetype>(format.letters.size(), kMaxFields));
    const char *at = record.begin();
    const char *const end = record.end();
    while (fields.count < wanted) {
        const char *next = std::find(at, end, format.separator);
        fields.values[fields.count++] = QByteArrayView(at, next);
        if (next == end)
            return fields.count == wanted ? std::optional(fields) : std::nullopt;
        at = next + 1;
    }
    fields.values[wanted - 1] = QByteArrayView(fields.values[wanted - 1].begin(), end);
    const qsizetype name = format.letters.indexOf("jZ");
    const auto first = name < 0 ? wanted - 1 : std::size_t(name);
    if (name < 0 || fields.values[first + 1].startsWith('/'))
        return fields;
    fields.values[first] = QByteArrayView(fields.values[first].begin(), end);
    std::fill(fields.values.begin() + qsizetype(first) + 1, fields.values.end(), QByteArrayView());
    return fields;
}

/// What every record ends with: recordEnd, a nonce and a line end, read from the end of the answer. Empty when there is
/// no such thing.
QByteArray terminatorOf(const QByteArray &text, const SqueueFormat &format)
{
    constexpr qsizetype kMaxNonce = 32;
    for (qsizetype from = text.size(); from > 0;) {
        const qsizetype at = text.lastIndexOf(format.recordEnd, from - 1);
        if (at < 0)
            break;
        qsizetype end = at + 1;
        while (end < text.size() && end - at <= kMaxNonce && isxdigit(static_cast<unsigned char>(text[end])))
            ++end;
        if (end < text.size() && text[end] == '\n')
            return text.sliced(at, end + 1 - at);
        from = at;
    }
    return {};
}

} // namespace

QByteArray SqueueFormat::argument() const
{
    QByteArray text;
    for (const char letter : letters) {
        if (!text.isEmpty())
            text += separator;
        text += '%';
        text += letter;
    }
    return text + recordEnd + nonce;
}

std::optional<Job> parseSqueueRecord(QByteArrayView record, const SqueueFormat &format)
{
    const auto fields = split(record, format);
    if (!fields)
        return std::nullopt;
    Job job;
    QByteArrayView perNode;
    for (std::size_t i = 0; i < fields->count; ++i) {
        const char letter = format.letters[qsizetype(i)];
        if (letter == 'b')
            perNode = fields->values[i];
        else
            setField(job, letter, fields->values[i]);
    }
    if (job.id.number == 0 || job.stateText.isEmpty())
        return std::nullopt;
    if (job.displayId.isEmpty())
        job.displayId = QString::number(job.id.number);
    // %F is the job's own number where there is no array.
    if (job.arrayTask.isEmpty())
        job.arrayJobId.reset();
    setRequestedGpus(job, perNode);
    return job;
}

SqueueReader::SqueueReader(SqueueFormat format)
    : m_format(std::move(format))
{
}

std::shared_ptr<const Job> SqueueReader::reuse(QByteArrayView record)
{
    const auto same = [&](const Row &row) {
        return row.size == record.size() &&
               memcmp(m_text.constData() + row.start, record.data(), size_t(row.size)) == 0;
    };
    if (m_cursor < m_rows.size() && same(m_rows[m_cursor]))
        return m_rows[m_cursor++].job;
    if (!m_format.letters.startsWith('A'))
        return nullptr;
    const auto number = jobNumber(record.first(std::max<qsizetype>(0, record.indexOf(m_format.separator))));
    if (!number)
        return nullptr;
    if (m_cursor < m_rows.size() && m_rows[m_cursor].job->id.number == *number) { // the job changed where it stood
        ++m_cursor;
        return nullptr;
    }
    if (m_index.isEmpty())
        indexRows();
    const auto found = m_index.constFind(*number);
    if (found == m_index.constEnd())
        return nullptr;
    m_cursor = *found + 1;
    return same(m_rows[*found]) ? m_rows[*found].job : nullptr;
}

void SqueueReader::indexRows()
{
    m_index.reserve(qsizetype(m_rows.size()));
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_index.insert(m_rows[i].job->id.number, i);
}

std::shared_ptr<const Job> SqueueReader::parse(QByteArrayView record) const
{
    if (record.size() > kMaxRecord)
        return nullptr;
    auto job = parseSqueueRecord(record, m_format);
    if (!job)
        return nullptr;
    if (const auto gpus = m_gpus.constFind(job->id); gpus != m_gpus.constEnd() && job->state != JobState::Pending) {
        job->gpus = gpus->total;
        job->gpuTypes = gpus->types;
    }
    return std::make_shared<const Job>(std::move(*job));
}

Result<JobList> SqueueReader::read(const QByteArray &text)
{
    const QByteArray terminator = terminatorOf(text, m_format);
    if (terminator.isEmpty() && !QByteArrayView(text).trimmed().isEmpty())
        return failure(ErrorKind::Malformed, QString::fromUtf8(text.left(256)));
    std::vector<Row> rows;
    rows.reserve(m_rows.size() + 16);
    m_index.clear();
    m_cursor = 0;
    m_badRows = 0;
    for (qsizetype start = 0; start < text.size() && !terminator.isEmpty();) {
        const qsizetype end = text.indexOf(terminator, start);
        if (end < 0) {
            ++m_badRows; // the answer was cut
            break;
        }
        const QByteArrayView record = QByteArrayView(text).sliced(start, end - start);
        auto job = reuse(record);
        if (!job)
            job = parse(record);
        if (job)
            rows.push_back({start, record.size(), std::move(job)});
        else
            ++m_badRows;
        start = end + terminator.size();
    }
    m_rows = std::move(rows);
    m_text = text;
    return list();
}

JobList SqueueReader::list() const
{
    JobList jobs;
    jobs.badRows = m_badRows;
    jobs.jobs.reserve(m_rows.size());
    for (const Row &row : m_rows)
        jobs.jobs.push_back(row.job);
    return jobs;
}

std::vector<JobId> SqueueReader::withoutGpus() const
{
    std::vector<JobId> missing;
    for (const Row &row : m_rows) {
        const JobState state = row.job->state;
        if ((state == JobState::Running || state == JobState::Suspended) && !m_gpus.contains(row.job->id))
            missing.push_back(row.job->id);
    }
    return missing;
}

JobList SqueueReader::addGpus(const JobGpus &gpus)
{
    JobGpus kept;
    for (Row &row : m_rows) {
        const Job &job = *row.job;
        if (job.state == JobState::Pending)
            continue;
        auto told = gpus.constFind(job.id);
        if (told == gpus.constEnd() && (told = m_gpus.constFind(job.id)) == m_gpus.constEnd())
            continue;
        kept.insert(job.id, *told);
        if (job.gpus == told->total && job.gpuTypes == told->types)
            continue;
        Job changed = job;
        changed.gpus = told->total;
        changed.gpuTypes = told->types;
        row.job = std::make_shared<const Job>(std::move(changed));
    }
    m_gpus = std::move(kept);
    return list();
}

QByteArray squeueGpusArgument()
{
    return QByteArrayLiteral("JobID:0\x1f,tres-alloc:0\x1f");
}

JobGpus parseSqueueGpus(QByteArrayView text)
{
    JobGpus gpus;
    bool accounted = false;
    QSet<JobId> others;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        const qsizetype first = line.indexOf('\x1f');
        const qsizetype second = first < 0 ? -1 : line.indexOf('\x1f', first + 1);
        if (second < 0)
            continue;
        const auto id = jobNumber(line.first(first).trimmed());
        if (!id)
            continue;
        if (const auto told = gpusOfTres(parseTres(line.sliced(first + 1, second - first - 1).trimmed()))) {
            accounted = true;
            gpus.insert(JobId{*id}, *told);
        } else {
            others.insert(JobId{*id});
        }
    }
    if (accounted) {
        for (const JobId id : std::as_const(others))
            gpus.insert(id, GpuCount());
    }
    return gpus;
}

} // namespace paceline
