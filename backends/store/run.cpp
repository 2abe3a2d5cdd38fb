// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/run.h"

#include "backends/store/curvetracer.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

CurvePoint pointOf(const RunSummary::Sample &sample, RunAxis axis)
{
    return {sample.x[std::size_t(axis)], sample.y, sample.isEstimated && axis == RunAxis::Time};
}

/// Walks over a run's summaries, and into chunks only where a summary does not answer.
class CurveWalk
{
public:
    CurveWalk(const QString &metric, std::size_t number, RunAxis axis, CurveTracer &tracer)
        : m_metric(metric)
        , m_number(number)
        , m_axis(axis)
        , m_tracer(tracer)
    {
    }
    /// Whether the summary was enough.
    bool fold(const RunSummary::Axis &x, const RunSummary::Column *column)
    {
        if (!column || x.isEmpty())
            return true;
        const CurvePoint first = pointOf(column->first, m_axis), last = pointOf(column->last, m_axis);
        if (std::isnan(first.x) || std::isnan(last.x))
            return false;
        if (x.max < m_tracer.x0() || x.min > m_tracer.x1()) {
            m_tracer.add(first);
            m_tracer.add(last);
            return true;
        }
        if (x.min < m_tracer.x0() || x.max > m_tracer.x1())
            return false;
        // What is much narrower than a column may lie across its edge: nobody sees an eighth of a pixel.
        if (m_tracer.column(x.min) != m_tracer.column(x.max) && x.max - x.min > m_tracer.columnWidth() / 8)
            return false;
        m_tracer.addFolded(first, last, column->extremes);
        return true;
    }
    void add(const RunChunk &chunk)
    {
        if (chunk.breakBefore)
            m_tracer.breakLine();
        if (!fold(chunk.summary.axis(m_axis), chunk.summary.column(m_number)))
            enter(chunk);
    }
    void add(const RunSpan &span, const std::shared_ptr<const RunChunk> *chunks)
    {
        const auto foldNode = [&](std::size_t node) {
            return fold(span.axis(node, m_axis), span.column(node, m_number));
        };
        if (span.breaks & 1U)
            m_tracer.breakLine();
        if (foldNode(0))
            return;
        for (std::size_t i = 0; i < RunSpan::kChunks; ++i) {
            if (i > 0 && (span.breaks >> i & 1U))
                m_tracer.breakLine();
            if (i % RunSpan::kGroup == 0 && foldNode(1 + i / RunSpan::kGroup))
                i += RunSpan::kGroup - 1;
            else if (!foldNode(RunSpan::kFirstChunk + i))
                enter(*chunks[i]);
        }
    }

private:
    void enter(const RunChunk &chunk)
    {
        m_xs = chunk.x(m_axis).data();
        m_ys = chunk.values.constFind(m_metric)->data();
        m_chunk = &chunk;
        if (!chunk.summary.axis(m_axis).isMonotone) {
            addEach(0, chunk.size());
            return;
        }
        const std::size_t left = boundary(0, chunk.size(), [this](double x) { return x < m_tracer.x0(); });
        const std::size_t right = boundary(left, chunk.size(), [this](double x) { return x <= m_tracer.x1(); });
        addEnds(0, left);
        for (std::size_t i = left; i < right;) {
            const int column = m_tracer.column(m_xs[i]);
            const std::size_t next = boundary(i, right, [&](double x) { return m_tracer.column(x) <= column; });
            addColumn(i, next);
            i = next;
        }
        addEnds(right, chunk.size());
    }

    CurvePoint at(std::size_t i) const
    {
        return {m_xs[i], m_ys[i],
                m_axis == RunAxis::Time && m_chunk->timeSource[i] == quint8(TimeSource::Interpolated)};
    }
    template <class Before>
    std::size_t boundary(std::size_t first, std::size_t last, Before before) const
    {
        return std::size_t(std::partition_point(m_xs + first, m_xs + last, before) - m_xs);
    }
    void addEach(std::size_t first, std::size_t last)
    {
        for (std::size_t i = first; i < last; ++i) {
            if (isCarried(m_ys[i]) && !std::isnan(m_xs[i]))
                m_tracer.add(at(i));
        }
    }
    void addEnds(std::size_t first, std::size_t last)
    {
        while (first < last && !isCarried(m_ys[first]))
            ++first;
        while (first < last && !isCarried(m_ys[last - 1]))
            --last;
        if (first == last)
            return;
        m_tracer.add(at(first));
        if (last - first > 1)
            m_tracer.add(at(last - 1));
    }
    void addColumn(std::size_t first, std::size_t last)
    {
        constexpr std::size_t kFew = 8;
        while (first < last && !isCarried(m_ys[first]))
            ++first;
        while (first < last && !isCarried(m_ys[last - 1]))
            --last;
        if (last - first <= kFew)
            addEach(first, last);
        else
            m_tracer.addFolded(at(first), at(last - 1),
                               m_chunk->pyramids.constFind(m_metric)->range(m_ys, first, last));
    }

    const QString &m_metric;
    std::size_t m_number;
    RunAxis m_axis;
    CurveTracer &m_tracer;
    const RunChunk *m_chunk = nullptr;
    const double *m_xs = nullptr;
    const float *m_ys = nullptr;
};

double distance(const RunSummary::Axis &axis, double x)
{
    return x < axis.min ? axis.min - x : x > axis.max ? x - axis.max : 0.0;
}

} // namespace

const Run::Totals *Run::totals(const QString &metric) const
{
    const auto number = m_metrics.indexOf(metric);
    return number < 0 ? nullptr : &m_totals[std::size_t(number)];
}

std::optional<Run::Latest> Run::latest(const QString &metric) const
{
    const Totals *t = totals(metric);
    return t ? t->latest : std::nullopt;
}

std::optional<Run::Latest> Run::minimum(const QString &metric) const
{
    const Totals *t = totals(metric);
    return t ? t->minimum : std::nullopt;
}

std::optional<Run::Latest> Run::maximum(const QString &metric) const
{
    const Totals *t = totals(metric);
    return t ? t->maximum : std::nullopt;
}

std::size_t Run::count(const QString &metric) const
{
    const Totals *t = totals(metric);
    return t ? t->count : 0;
}

std::optional<std::pair<double, double>> Run::extent(const QString &metric, RunAxis axis) const
{
    const Totals *t = totals(metric);
    if (!t || t->extents[std::size_t(axis)].isEmpty())
        return std::nullopt;
    return std::pair(t->extents[std::size_t(axis)].min, t->extents[std::size_t(axis)].max);
}

std::vector<CurvePoint> Run::curve(const QString &metric, RunAxis axis, double x0, double x1, int columns) const
{
    const auto number = m_metrics.indexOf(metric);
    if (number < 0 || columns <= 0 || !(x0 <= x1))
        return {};
    if (!m_routes.empty())
        return joinedCurve(m_routes[std::size_t(number)], axis, x0, x1, columns);
    const auto trace = [&](CurveTracer &tracer) {
        CurveWalk walk(metric, std::size_t(number), axis, tracer);
        for (std::size_t i = 0; i < m_spans.size() && !tracer.hasTooManyPasses(); ++i)
            walk.add(*m_spans[i], &m_chunks[i * RunSpan::kChunks]);
        for (std::size_t i = m_spans.size() * RunSpan::kChunks; i < m_chunks.size() && !tracer.hasTooManyPasses(); ++i)
            walk.add(*m_chunks[i]);
        return !tracer.hasTooManyPasses();
    };
    CurveTracer tracer(x0, x1, columns, CurveTracer::Order::AsInFile);
    if (trace(tracer))
        return tracer.finish();
    CurveTracer merging(x0, x1, columns, CurveTracer::Order::Merged);
    trace(merging);
    return merging.finish();
}

double Run::nearestBound(std::size_t number, RunAxis axis, double x) const
{
    double bound = std::numeric_limits<double>::infinity();
    const auto tighten = [&](const RunSummary::Column *column) {
        if (!column)
            return;
        for (const RunSummary::Sample *sample : {&column->first, &column->last}) {
            if (const double d = std::fabs(sample->x[std::size_t(axis)] - x); d < bound)
                bound = d;
        }
    };
    for (const auto &span : m_spans)
        tighten(span->column(0, number));
    for (std::size_t i = m_spans.size() * RunSpan::kChunks; i < m_chunks.size(); ++i)
        tighten(m_chunks[i]->summary.column(number));
    for (const auto &span : m_spans) {
        if (!span->column(0, number) || !(distance(span->axis(0, axis), x) <= bound))
            continue;
        for (std::size_t i = 0; i < RunSpan::kChunks; ++i)
            tighten(span->column(RunSpan::kFirstChunk + i, number));
    }
    return bound;
}

std::optional<std::size_t> Run::nearest(const QString &metric, RunAxis axis, double x) const
{
    const auto number = std::size_t(m_metrics.indexOf(metric)); // -1 becomes a number that no summary holds
    if (number < m_routes.size())
        return joinedNearest(m_routes[number], axis, x);
    std::optional<std::size_t> best;
    // Without a bound every stretch on the way to x would be nearer than the one before, and be looked through.
    double bestDistance = nearestBound(number, axis, x);
    const auto mayHold = [&](const RunSummary::Axis &range, const RunSummary::Column *column) {
        return column && !range.isEmpty() && distance(range, x) <= bestDistance;
    };
    for (std::size_t i = 0; i < m_chunks.size();) {
        const std::size_t span = i / RunSpan::kChunks;
        if (i % RunSpan::kChunks == 0 && span < m_spans.size() &&
            !mayHold(m_spans[span]->axis(0, axis), m_spans[span]->column(0, number))) {
            i += RunSpan::kChunks;
            continue;
        }
        const RunChunk &chunk = *m_chunks[i++];
        if (!mayHold(chunk.summary.axis(axis), chunk.summary.column(number)))
            continue;
        const std::vector<double> &xs = chunk.x(axis);
        const std::vector<float> &ys = *chunk.values.constFind(metric);
        for (std::size_t k = 0; k < xs.size(); ++k) {
            const double d = std::fabs(xs[k] - x);
            if (d <= bestDistance && isCarried(ys[k])) { // of two as near, the later one
                best = chunk.first + k;
                bestDistance = d;
            }
        }
    }
    return best;
}

const RunChunk &Run::chunkOf(std::size_t index) const
{
    Q_ASSERT(index < m_size);
    const auto next = std::upper_bound(m_chunks.begin(), m_chunks.end(), index,
                                       [](std::size_t i, const auto &chunk) { return i < chunk->first; });
    return **std::prev(next);
}

Run::RecordPlace Run::place(std::size_t index) const
{
    if (!m_parts.empty()) {
        const std::size_t part = partOf(index);
        RecordPlace place = m_parts[part].run->place(index - m_firsts[part]);
        place.part = part;
        if (m_parts[part].source != RunPart::kLog)
            place.line = 0;
        return place;
    }
    const RunChunk &chunk = chunkOf(index);
    const std::size_t at = index - chunk.first;
    return {chunk.step[at],   chunk.timeMs[at], chunk.epoch[at],  TimeSource(chunk.timeSource[at]),
            chunk.offset[at], chunk.line[at],   chunk.length[at], chunk.samplesAt(at)};
}

float Run::value(std::size_t index, const QString &metric) const
{
    if (!m_parts.empty()) {
        const std::size_t part = partOf(index);
        const auto number = m_metrics.indexOf(metric);
        const Route *route = number < 0 ? nullptr : &m_routes[std::size_t(number)];
        return route && std::find(route->parts.begin(), route->parts.end(), part) != route->parts.end()
                   ? m_parts[part].run->value(index - m_firsts[part], route->metric)
                   : kMissing;
    }
    const RunChunk &chunk = chunkOf(index);
    const auto values = chunk.values.constFind(metric);
    if (values == chunk.values.constEnd())
        return kMissing;
    const float value = (*values)[index - chunk.first];
    return std::isnan(value) ? kMissing : value;
}

} // namespace paceline
