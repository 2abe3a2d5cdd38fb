// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/probetable.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace paceline {

namespace {

constexpr std::size_t kRememberedTicks = 64;
constexpr qint64 kAllSilentMs = 10000; // when nobody answers, it may be the link: that has its own, quicker watch
constexpr double kClockJumpMs = 60000;
constexpr qsizetype kMaxParts = 512;

FabricPort fabricPort(const PortCounters &port)
{
    FabricPort fact{.name = portName(port), .state = port.state, .linkLayer = {}, .rateGbps = port.rateGbps};
    for (const NamedValue &value : port.others) {
        if (value.name == QLatin1String("link_layer"))
            fact.linkLayer = value.text.value_or(QString());
    }
    return fact;
}

} // namespace

ProbeTable::ProbeTable(JobId job, const std::vector<NodeName> &nodes)
    : m_job(job)
    , m_names(nodes)
    , m_entities(nodeEntities(nodes))
    , m_rows(nodes.size())
{
    for (std::size_t row = 0; row < nodes.size(); ++row)
        m_rowOfNode.insert(nodes[row], row);
}

void ProbeTable::restart()
{
    m_rowOfRank.clear();
    m_open.clear();
    m_startedMs = 0;
    m_step.clear();
    for (NodeRow &row : m_rows) {
        row = {};
        row.answeredTick = m_lastTick;
    }
}

qint64 ProbeTable::send(qint64 nowMs)
{
    ++m_lastTick;
    m_open.push_back({.number = m_lastTick, .sentMs = nowMs, .values = {}, .times = {}});
    m_sent.emplace_back(m_lastTick, nowMs);
    if (m_sent.size() > kRememberedTicks)
        m_sent.pop_front();
    for (NodeRow &row : m_rows) {
        if (row.waitingSinceMs == 0)
            row.waitingSinceMs = nowMs;
    }
    return m_lastTick;
}

qint64 ProbeTable::sentMs(qint64 tick) const
{
    const auto it = std::find_if(m_sent.begin(), m_sent.end(), [&](const auto &sent) { return sent.first >= tick; });
    return it == m_sent.end() ? 0 : it->second;
}

std::optional<std::size_t> ProbeTable::rowOf(const ProbeLine &line)
{
    if (line.kind != ProbeLine::Kind::Hello) {
        const auto row = m_rowOfRank.constFind(line.rank.value_or(-1));
        return row == m_rowOfRank.constEnd() ? std::nullopt : std::optional(*row);
    }
    const NodeName name(QString::fromUtf8(line.node));
    auto row = m_rowOfNode.constFind(name);
    if (row == m_rowOfNode.constEnd()) {
        m_names.push_back(name);
        m_entities = nodeEntities(m_names);
        row = m_rowOfNode.insert(name, m_rows.size());
        m_rows.emplace_back().answeredTick = m_lastTick;
    }
    m_rowOfRank.insert(line.rank.value_or(-1), *row);
    return *row;
}

void ProbeTable::take(const QByteArray &text, qint64 nowMs)
{
    Result<ProbeLine> line = parseProbeLine(text);
    const std::optional<std::size_t> index = line ? rowOf(*line) : std::nullopt;
    if (!index) {
        ++m_badLines;
        return;
    }
    if (m_startedMs == 0)
        m_startedMs = nowMs;
    NodeRow &row = m_rows[*index];
    row.isHere = true;
    switch (line->kind) {
    case ProbeLine::Kind::Hello:
        return greet(row, *line);
    case ProbeLine::Kind::Tool:
        return row.gpus.take(*line);
    case ProbeLine::Kind::Part:
        return takeFiles(row, *line);
    case ProbeLine::Kind::Sample:
        break;
    }
    if (line->tick > m_lastTick || line->tick <= row.answeredTick) {
        ++m_badLines;
        return;
    }
    takeSample(*index, *line, nowMs);
}

void ProbeTable::greet(NodeRow &row, const ProbeLine &line)
{
    m_step = line.step;
    row.slurmGpus = line.slurmGpus;
}

void ProbeTable::takeFiles(NodeRow &row, const ProbeLine &line)
{
    const auto append = [](auto &to, const auto &from) { to.insert(to.end(), from.begin(), from.end()); };
    const CounterReport &files = line.sample.files;
    if (row.files.ports.size() + row.files.fileSystems.size() + row.files.power.size() > std::size_t(kMaxParts))
        return;
    append(row.files.ports, files.ports);
    append(row.files.fileSystems, files.fileSystems);
    append(row.files.power, files.power);
}

void ProbeTable::takeSample(std::size_t index, ProbeLine &line, qint64 nowMs)
{
    NodeRow &row = m_rows[index];
    ProbeSample &sample = line.sample;
    row.answeredTick = line.tick;
    row.waitingSinceMs = line.tick >= m_lastTick ? 0 : sentMs(line.tick + 1);
    sample.files = std::exchange(row.files, {});
    NodeValues values{probeValues(row.last, sample), row.meter.take(sample)};
    if (!sample.minors.empty())
        row.gpus.setMinors(sample.minors);
    const std::vector<PartValue> ofGpus = row.gpus.values(sample.uptimeS.value_or(0));
    values.ofSome.insert(values.ofSome.end(), ofGpus.begin(), ofGpus.end());
    lookAtHardware(index, line);
    const auto tick = std::find_if(m_open.begin(), m_open.end(), [&](const Tick &t) { return t.number == line.tick; });
    const bool tellsTime = sample.uptimeS.has_value();
    const double uptimeMs = sample.uptimeS.value_or(0) * 1000;
    row.last = std::move(sample);
    if (tellsTime) {
        const double offset = double(nowMs) - uptimeMs;
        if (!row.utcOffsetMs || offset < *row.utcOffsetMs || offset > *row.utcOffsetMs + kClockJumpMs)
            row.utcOffsetMs = offset;
    }
    if (tick == m_open.end())
        return; // too late for its column; the next rate begins here
    tick->values.insert_or_assign(index, std::move(values));
    if (tellsTime)
        tick->times.push_back(uptimeMs + row.utcOffsetMs.value_or(0));
}

void ProbeTable::lookAtHardware(std::size_t index, const ProbeLine &line)
{
    NodeRow &row = m_rows[index];
    for (const QByteArray &name : line.absent) {
        if (row.notReadable.size() < kMaxParts)
            row.notReadable += QString::fromUtf8(name);
    }
    if (!line.sample.files.ports.empty()) {
        row.ports.clear();
        for (const PortCounters &port : line.sample.files.ports)
            row.ports.push_back(fabricPort(port));
    }
    NodeHardware hardware{.node = m_names[index],
                          .gpus = row.gpus.devices(),
                          .ports = row.ports,
                          .notReadable = row.notReadable,
                          .complaints = row.gpus.complaints(),
                          .slurmGpus = row.slurmGpus};
    if (row.hardware && *row.hardware == hardware)
        return;
    row.hardware = std::make_shared<const NodeHardware>(std::move(hardware));
    m_newHardware.push_back(row.hardware);
}

std::vector<NodeHardwarePtr> ProbeTable::takeHardware()
{
    return std::exchange(m_newHardware, {});
}

bool ProbeTable::isSilent(const NodeRow &row, qint64 nowMs) const
{
    if (m_startedMs == 0 || row.waitingSinceMs == 0)
        return false;
    const qint64 waitedMs = nowMs - std::max(row.waitingSinceMs, row.isHere ? 0 : m_startedMs);
    return waitedMs >= kSilentMs ||
           (waitedMs >= kSilentLeastMs && row.isHere && m_lastTick - row.answeredTick >= kSilentTicks);
}

std::vector<NodeName> ProbeTable::silentNodes(qint64 nowMs) const
{
    std::vector<NodeName> silent;
    bool isAnyPatient = false;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (isSilent(m_rows[row], nowMs))
            silent.push_back(m_names[row]);
        isAnyPatient = isAnyPatient || nowMs - m_rows[row].waitingSinceMs < kAllSilentMs;
    }
    if (silent.size() == m_rows.size() && isAnyPatient)
        silent.clear();
    return silent;
}

qint64 ProbeTable::silentSinceMs(qint64 nowMs) const
{
    qint64 since = 0;
    for (const NodeRow &row : m_rows) {
        if (isSilent(row, nowMs) && (since == 0 || row.waitingSinceMs < since))
            since = row.waitingSinceMs;
    }
    return since;
}

bool ProbeTable::isWaiting(qint64 nowMs) const
{
    return !m_open.empty() || std::any_of(m_rows.begin(), m_rows.end(), [&](const NodeRow &row) {
        return row.waitingSinceMs != 0 && nowMs - row.waitingSinceMs < kAllSilentMs;
    });
}

int ProbeTable::answeringNodes() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const NodeRow &row) { return row.isHere; }));
}

std::vector<SampleColumn> ProbeTable::takeColumns(qint64 nowMs, qint64 deadlineMs)
{
    std::vector<SampleColumn> columns;
    while (!m_open.empty()) {
        const Tick &tick = m_open.front();
        bool isComplete = true;
        for (std::size_t row = 0; row < m_rows.size() && isComplete; ++row)
            isComplete = tick.values.contains(row) || isSilent(m_rows[row], nowMs);
        if (!isComplete && nowMs - tick.sentMs < deadlineMs)
            break;
        if (m_startedMs != 0)
            emitColumns(tick, columns);
        m_open.pop_front();
    }
    return columns;
}

void ProbeTable::emitColumns(const Tick &tick, std::vector<SampleColumn> &columns)
{
    std::vector<double> times = tick.times;
    qint64 timeMs = tick.sentMs;
    if (!times.empty()) {
        const auto middle = times.begin() + std::ptrdiff_t(times.size() / 2);
        std::nth_element(times.begin(), middle, times.end());
        timeMs = std::llround(*middle);
    }
    m_lastTimeMs = timeMs = std::max(timeMs, m_lastTimeMs + 1);
    for (std::size_t metric = 0; metric < probeMetrics().size(); ++metric) {
        SampleColumn column{m_job, probeMetrics()[metric], timeMs, m_entities,
                            std::vector<float>(m_rows.size(), kMissing)};
        for (const auto &[row, values] : tick.values)
            column.values[row] = values.ofAll[metric].value;
        columns.push_back(std::move(column));
    }
    m_parts.begin(m_entities);
    for (const auto &[row, values] : tick.values)
        m_parts.add(row, values.ofSome);
    m_parts.emitColumns(m_job, timeMs, columns);
}

} // namespace paceline
