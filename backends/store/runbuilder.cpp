// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/recordmetrics.h"
#include "backends/store/run.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kPrintedMemory = 4096; // lines of several ranks for one step stand close together

double epochOf(const LogRecord &record)
{
    if (!record.epoch)
        return kUnknown;
    const double epoch = *record.epoch;
    const bool isWhole = epoch == std::floor(epoch);
    if (isWhole && record.stepInEpoch && record.stepsPerEpoch.value_or(0) > 0)
        return epoch + double(*record.stepInEpoch) / double(*record.stepsPerEpoch);
    return epoch;
}

RunSummary::Sample sampleAt(const RunChunk &chunk, std::size_t at, float value)
{
    return {{chunk.step[at], chunk.timeMs[at], chunk.epoch[at], chunk.samplesAt(at)},
            value,
            chunk.timeSource[at] == quint8(TimeSource::Interpolated)};
}

RunSummary::Column summarize(const RunChunk &chunk, const std::vector<float> &values, const Pyramid &pyramid)
{
    RunSummary::Column column;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!isCarried(values[i]))
            continue;
        if (column.count++ == 0)
            column.first = sampleAt(chunk, i, values[i]);
        column.last = sampleAt(chunk, i, values[i]);
        column.finite += std::isfinite(values[i]) ? 1 : 0;
    }
    column.extremes = pyramid.range(values.data(), 0, values.size());
    return column;
}

} // namespace

void RunBuilder::setSource(const QString &path, const QString &format)
{
    if (m_run.m_path == path && m_run.m_format == format)
        return;
    m_run.m_path = path;
    m_run.m_format = format;
    m_last.reset();
}

void RunBuilder::breakLine()
{
    closeChunk();
    m_breakPending = m_run.m_size > 0;
    m_lastStep = kUnknown;
    m_printed.clear();
    m_printedOrder.clear();
    m_chosenRank.clear();
    m_speed.breakLine();
}

void RunBuilder::append(const std::vector<LogRecord> &records)
{
    for (const LogRecord &record : records)
        add(record);
}

void RunBuilder::add(const LogRecord &record)
{
    if (record.totalSteps)
        m_run.m_totalSteps = record.totalSteps;
    if (record.totalEpochs)
        m_run.m_totalEpochs = record.totalEpochs;
    m_last.reset();
    const std::optional<LogMetric> speed = m_speed.of(record);
    if (record.kind == RecordKind::Param)
        return;
    std::size_t twin = 0;
    switch (judgeRank(record, twin)) {
    case Fate::Drop:
        return;
    case Fate::Replace:
        rewrite(twin, record);
        return;
    case Fate::Append:
        break;
    }
    if (!m_open || m_open->size() == RunChunk::kCapacity) {
        closeChunk();
        openChunk();
    }
    const std::size_t at = m_open->size();
    write(*m_open, at, record);
    appendMetrics(at, record, speed);
    ++m_run.m_size;
}

/// What kind of line this is: ranks that print the same kind for the same step say the same thing.
const QString &RunBuilder::lineKind(const LogRecord &record)
{
    const std::vector<LogMetric> &metrics = record.metrics;
    const bool isAsBefore = m_kindOfLine == record.kind &&
                            std::equal(metrics.begin(), metrics.end(), m_namesOfLine.begin(), m_namesOfLine.end(),
                                       [](const LogMetric &m, const QString &name) { return nameOf(m) == name; });
    if (isAsBefore)
        return m_lineKind;
    m_kindOfLine = record.kind;
    m_namesOfLine.clear();
    m_lineKind = QString::number(int(record.kind));
    for (const LogMetric &metric : metrics) {
        m_namesOfLine.push_back(nameOf(metric));
        m_lineKind += QLatin1Char('\x1f') + nameOf(metric);
    }
    return m_lineKind;
}

RunBuilder::Fate RunBuilder::judgeRank(const LogRecord &record, std::size_t &index)
{
    if (!record.rank || (!record.step && !record.stepInEpoch) || record.metrics.empty())
        return Fate::Append;
    const int rank = *record.rank;
    const QString &kind = lineKind(record);
    const auto chosen = m_chosenRank.constFind(kind);
    if (chosen != m_chosenRank.constEnd() && rank > *chosen)
        return Fate::Drop;
    const QString key = QString::number(record.step.value_or(-1)) + QLatin1Char('\x1f') +
                        QString::number(record.stepInEpoch.value_or(-1)) + QLatin1Char('\x1f') +
                        QString::number(record.epoch.value_or(-1)) + QLatin1Char('\x1e') + kind;
    const auto known = m_printed.find(key);
    if (known == m_printed.end() || known->rank == rank) {
        if (known == m_printed.end())
            m_printedOrder.push_back(key);
        m_printed[key] = {m_run.m_size, rank};
        if (m_printedOrder.size() > kPrintedMemory) {
            m_printed.remove(m_printedOrder.front());
            m_printedOrder.pop_front();
        }
        return Fate::Append;
    }
    m_chosenRank[kind] = std::min(rank, known->rank);
    if (rank > known->rank)
        return Fate::Drop;
    known->rank = rank;
    index = known->index;
    return Fate::Replace;
}

void RunBuilder::openChunk()
{
    m_open = std::make_shared<RunChunk>();
    m_open->first = m_run.m_size;
    m_open->breakBefore = m_breakPending;
    m_breakPending = false;
    m_run.m_chunks.push_back(m_open);
}

void RunBuilder::closeChunk()
{
    if (!m_open)
        return;
    fill(*m_open);
    finish(*m_open);
    forgetColumns();
    m_open.reset();
    const std::size_t covered = m_run.m_spans.size() * RunSpan::kChunks;
    if (m_run.m_chunks.size() - covered < RunSpan::kChunks)
        return;
    m_run.m_spans.push_back(makeSpan(covered));
}

std::shared_ptr<const RunSpan> RunBuilder::makeSpan(std::size_t firstChunk) const
{
    std::vector<RunSummary> nodes(RunSpan::kNodes);
    auto span = std::make_shared<RunSpan>();
    for (std::size_t i = 0; i < RunSpan::kChunks; ++i) {
        const RunChunk &chunk = *m_run.m_chunks[firstChunk + i];
        nodes[RunSpan::kFirstChunk + i] = chunk.summary;
        nodes[1 + i / RunSpan::kGroup].append(chunk.summary);
        nodes[0].append(chunk.summary);
        span->breaks |= quint64(chunk.breakBefore ? 1 : 0) << i;
    }
    span->columns.resize(nodes[0].columns.size());
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        span->axes.push_back(nodes[node].axes);
        for (std::size_t metric = 0; metric < span->columns.size(); ++metric) {
            if (const RunSummary::Column *column = nodes[node].column(metric)) {
                span->columns[metric].resize(RunSpan::kNodes);
                span->columns[metric][node] = *column;
            }
        }
    }
    return span;
}

double RunBuilder::stepOf(const LogRecord &record)
{
    if (record.epoch && !m_firstEpoch)
        m_firstEpoch = std::min(1.0, std::floor(*record.epoch)); // epochs count from 0 or from 1
    if (record.step)
        return m_lastStep = double(*record.step);
    if (record.stepInEpoch && record.stepsPerEpoch && record.epoch)
        return m_lastStep = (std::floor(*record.epoch) - *m_firstEpoch) * double(*record.stepsPerEpoch) +
                            double(*record.stepInEpoch);
    // The result of an epoch or an evaluation stands at the step that it was reached at.
    const bool isResult =
        record.kind == RecordKind::Eval || record.kind == RecordKind::EpochEnd || record.kind == RecordKind::Summary;
    return isResult ? m_lastStep : kUnknown;
}

/// Only what the log prints: a step times a batch that it does not tell would be a guess.
double RunBuilder::samplesOf(const LogRecord &record) const
{
    if (record.samples)
        return *record.samples;
    if (record.samplesInEpoch && record.samplesPerEpoch && record.epoch && m_firstEpoch)
        return (std::floor(*record.epoch) - *m_firstEpoch) * *record.samplesPerEpoch + *record.samplesInEpoch;
    return kUnknown;
}

void RunBuilder::write(RunChunk &chunk, std::size_t at, const LogRecord &record)
{
    const std::size_t size = std::max(chunk.size(), at + 1);
    chunk.step.resize(size);
    chunk.timeMs.resize(size);
    chunk.epoch.resize(size);
    chunk.timeSource.resize(size);
    chunk.offset.resize(size);
    chunk.line.resize(size);
    chunk.length.resize(size);
    chunk.step[at] = stepOf(record);
    chunk.timeMs[at] = record.timeSource == TimeSource::None ? kUnknown : double(record.timeMs);
    chunk.epoch[at] = epochOf(record);
    if (const double samples = samplesOf(record); !std::isnan(samples) || !chunk.samples.empty()) {
        chunk.samples.resize(size, kUnknown);
        chunk.samples[at] = samples;
    }
    chunk.timeSource[at] = quint8(record.timeSource);
    chunk.offset[at] = record.offset;
    chunk.line[at] = record.line;
    chunk.length[at] = qint32(std::min<qint64>(record.length, std::numeric_limits<qint32>::max()));
}

void RunBuilder::finish(RunChunk &chunk) const
{
    RunSummary summary;
    for (std::size_t i = 0; i < chunk.size(); ++i) {
        summary.axes[std::size_t(RunAxis::Step)].include(chunk.step[i]);
        summary.axes[std::size_t(RunAxis::Time)].include(chunk.timeMs[i]);
        summary.axes[std::size_t(RunAxis::Epoch)].include(chunk.epoch[i]);
        summary.axes[std::size_t(RunAxis::Samples)].include(chunk.samplesAt(i));
    }
    summary.columns.resize(std::size_t(m_run.m_metrics.size()));
    for (auto it = chunk.values.constBegin(); it != chunk.values.constEnd(); ++it) {
        Pyramid pyramid;
        pyramid.extend(it->data(), it->size());
        summary.columns[std::size_t(m_run.m_metrics.indexOf(it.key()))] = summarize(chunk, *it, pyramid);
        chunk.pyramids.insert(it.key(), std::move(pyramid));
    }
    chunk.summary = std::move(summary);
}

void RunBuilder::rewrite(std::size_t index, const LogRecord &record)
{
    const RunChunk &old = m_run.chunkOf(index);
    if (m_open) {
        fill(*m_open);
        forgetColumns();
    }
    if (m_open && m_open.get() == &old) {
        write(*m_open, index - old.first, record);
        rewriteMetrics(*m_open, index - old.first, record);
    } else {
        // A full chunk is shared with snapshots: a changed copy takes its place.
        const auto place =
            std::find_if(m_run.m_chunks.begin(), m_run.m_chunks.end(), [&](const auto &c) { return c.get() == &old; });
        const std::size_t span = std::size_t(place - m_run.m_chunks.begin()) / RunSpan::kChunks;
        auto changed = std::make_shared<RunChunk>(old);
        write(*changed, index - old.first, record);
        rewriteMetrics(*changed, index - old.first, record);
        finish(*changed);
        *place = std::move(changed);
        if (span < m_run.m_spans.size())
            m_run.m_spans[span] = makeSpan(span * RunSpan::kChunks);
    }
    recount();
}

std::shared_ptr<const Run> RunBuilder::snapshot()
{
    if (!m_last) {
        auto run = std::make_shared<Run>(m_run);
        run->m_memory = memory();
        if (m_open) {
            fill(*m_open);
            forgetColumns();
            auto copy = std::make_shared<RunChunk>(*m_open);
            finish(*copy);
            run->m_chunks.back() = std::move(copy);
        }
        m_last = std::move(run);
    }
    return m_last;
}

} // namespace paceline
