// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/run.h"

#include <algorithm>

namespace paceline {

RunMemory RunBuilder::memory() const
{
    RunMemory memory;
    if (!std::isnan(m_lastStep))
        memory.lastStep = m_lastStep;
    memory.firstEpoch = m_firstEpoch;
    memory.breakPending = m_breakPending;
    memory.chosenRank = m_chosenRank;
    memory.speed = m_speed.memory();
    const std::size_t kept = std::min(m_printedOrder.size(), RunMemory::kMaxPrinted);
    memory.printed.reserve(kept);
    for (auto key = m_printedOrder.end() - std::ptrdiff_t(kept); key != m_printedOrder.end(); ++key) {
        const Printed printed = m_printed.value(*key);
        memory.printed.push_back({*key, printed.index, printed.rank});
    }
    return memory;
}

void RunBuilder::goOn(const Run &run)
{
    *this = RunBuilder();
    m_run = run;
    const RunMemory &memory = run.m_memory;
    m_lastStep = memory.lastStep.value_or(std::numeric_limits<double>::quiet_NaN());
    m_firstEpoch = memory.firstEpoch;
    m_breakPending = memory.breakPending;
    m_chosenRank = memory.chosenRank;
    m_speed.goOn(memory.speed);
    for (const RunMemory::Printed &printed : memory.printed) {
        if (printed.index >= run.m_size)
            continue;
        m_printed.insert(printed.key, {std::size_t(printed.index), printed.rank});
        m_printedOrder.push_back(printed.key);
    }
    if (!m_run.m_chunks.empty() && m_run.m_chunks.back()->size() < RunChunk::kCapacity && !m_breakPending) {
        m_open = std::make_shared<RunChunk>(*m_run.m_chunks.back());
        m_run.m_chunks.back() = m_open;
    }
}

std::shared_ptr<const Run> RunBuilder::assemble(RunParts parts)
{
    RunBuilder builder;
    Run &run = builder.m_run;
    run.m_path = std::move(parts.path);
    run.m_format = std::move(parts.format);
    run.m_totalSteps = parts.totalSteps;
    run.m_totalEpochs = parts.totalEpochs;
    run.m_metrics = std::move(parts.metrics);
    run.m_units = std::move(parts.units);
    run.m_totals.resize(std::size_t(run.m_metrics.size()));
    run.m_memory = std::move(parts.memory);
    for (auto &chunk : parts.chunks) {
        chunk->first = run.m_size;
        builder.finish(*chunk);
        builder.count(*chunk);
        run.m_size += chunk->size();
        run.m_chunks.push_back(std::move(chunk));
    }
    // The last chunk may still grow; spans cover only what does not.
    const bool grows =
        !run.m_chunks.empty() && run.m_chunks.back()->size() < RunChunk::kCapacity && !run.m_memory.breakPending;
    const std::size_t closed = run.m_chunks.size() - (grows ? 1 : 0);
    for (std::size_t first = 0; first + RunSpan::kChunks <= closed; first += RunSpan::kChunks)
        run.m_spans.push_back(builder.makeSpan(first));
    return std::make_shared<const Run>(std::move(run));
}

/// A finished chunk as a whole, which its summary makes cheap.
void RunBuilder::count(const RunChunk &chunk)
{
    for (auto it = chunk.values.constBegin(); it != chunk.values.constEnd(); ++it) {
        const auto number = std::size_t(m_run.m_metrics.indexOf(it.key()));
        const RunSummary::Column *column = chunk.summary.column(number);
        if (!column)
            continue;
        Run::Totals &totals = m_run.m_totals[number];
        totals.count += column->count;
        const RunSummary::Sample &last = column->last;
        totals.latest = Run::Latest{last.x[std::size_t(RunAxis::Step)], last.x[std::size_t(RunAxis::Time)],
                                    std::isnan(last.y) ? kMissing : last.y};
        const float low = column->extremes.min;
        if (!std::isnan(low) && (!totals.minimum || low < totals.minimum->value)) {
            const auto at = std::size_t(std::find(it->begin(), it->end(), low) - it->begin());
            totals.minimum = Run::Latest{chunk.step[at], chunk.timeMs[at], (*it)[at]};
        }
        for (const RunAxis axis : {RunAxis::Step, RunAxis::Time, RunAxis::Epoch}) {
            RunSummary::Axis &extent = totals.extents[std::size_t(axis)];
            if (column->count == chunk.size()) {
                extent.append(chunk.summary.axis(axis));
                continue;
            }
            const std::vector<double> &xs = chunk.x(axis);
            for (std::size_t at = 0; at < xs.size(); ++at) {
                if (isCarried((*it)[at]))
                    extent.include(xs[at]);
            }
        }
    }
}

} // namespace paceline
