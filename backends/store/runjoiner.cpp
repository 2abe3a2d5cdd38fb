// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/run.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace paceline {

namespace {

/// So many times the points make a source the better one; less is a matter of where each file was read to.
constexpr double kClearlyMore = 1.25;
/// Files of one writer follow on each other; their clocks and buffers may be off by so much.
constexpr double kOverlapMs = 2000;

constexpr double kInfinite = std::numeric_limits<double>::infinity();

} // namespace

/// Lays the parts of a run side by side: which file each metric is drawn from.
class RunJoiner
{
public:
    explicit RunJoiner(std::vector<RunPart> parts) { m_run.m_parts = std::move(parts); }

    std::shared_ptr<const Run> join()
    {
        for (const RunPart &part : m_run.m_parts) {
            m_run.m_firsts.push_back(m_run.m_size);
            m_run.m_size += part.run->size();
            if (!m_run.m_totalSteps)
                m_run.m_totalSteps = part.run->totalSteps();
            if (!m_run.m_totalEpochs)
                m_run.m_totalEpochs = part.run->totalEpochs();
        }
        m_run.m_path = m_run.m_parts.front().run->path();
        m_run.m_format = m_run.m_parts.front().run->format();
        QStringList metrics;
        for (const RunPart &part : m_run.m_parts) {
            for (const QString &metric : part.run->metrics()) {
                if (!metrics.contains(metric))
                    metrics.append(metric);
            }
        }
        for (const QString &metric : std::as_const(metrics))
            route(metric);
        return std::make_shared<const Run>(std::move(m_run));
    }

private:
    using Parts = std::vector<std::size_t>; ///< that follow on each other

    const Run &run(std::size_t part) const { return *m_run.m_parts[part].run; }

    /// The parts that tell a metric, those of one writer together.
    std::vector<Parts> chains(const QString &metric) const
    {
        std::vector<Parts> chains;
        for (std::size_t part = 0; part < m_run.m_parts.size(); ++part) {
            if (run(part).count(metric) == 0)
                continue;
            const auto before = std::find_if(chains.begin(), chains.end(),
                                             [&](const Parts &chain) { return follows(chain.back(), part, metric); });
            if (before != chains.end())
                before->push_back(part);
            else
                chains.push_back({part});
        }
        return chains;
    }

    bool follows(std::size_t first, std::size_t second, const QString &metric) const
    {
        const QString &folder = m_run.m_parts[first].folder;
        if (folder.isEmpty() || folder != m_run.m_parts[second].folder)
            return false;
        const auto before = run(first).extent(metric, RunAxis::Time), after = run(second).extent(metric, RunAxis::Time);
        return before && after && before->second <= after->first + kOverlapMs;
    }

    std::size_t count(const Parts &chain, const QString &metric) const
    {
        std::size_t all = 0;
        for (const std::size_t part : chain)
            all += run(part).count(metric);
        return all;
    }

    bool isBetter(const Parts &a, const Parts &b, const QString &metric) const
    {
        const auto of = double(count(a, metric)), other = double(count(b, metric));
        if (of > kClearlyMore * other || other > kClearlyMore * of)
            return of > other;
        return m_run.m_parts[a.front()].printsTimes && !m_run.m_parts[b.front()].printsTimes;
    }

    void route(const QString &metric)
    {
        const std::vector<Parts> all = chains(metric);
        if (all.empty()) // a name without a number so far
            return;
        std::size_t best = 0;
        for (std::size_t i = 1; i < all.size(); ++i) {
            if (isBetter(all[i], all[best], metric))
                best = i;
        }
        add(metric, {metric, all[best], false});
        const int source = m_run.m_parts[all[best].front()].source;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const RunPart &part = m_run.m_parts[all[i].front()];
            if (i != best)
                add(freeName(metric + QStringLiteral(" · ") + part.label), {metric, all[i], part.source != source});
        }
    }

    /// Several writers of one folder share its label.
    QString freeName(const QString &name) const
    {
        QString free = name;
        for (int i = 2; m_run.m_metrics.contains(free); ++i)
            free = name + QStringLiteral(" #%1").arg(i);
        return free;
    }

    void add(const QString &name, Run::Route route)
    {
        Run::Totals totals;
        for (const std::size_t part : route.parts) {
            const Run::Totals &more = *run(part).totals(route.metric);
            totals.count += more.count;
            if (more.latest)
                totals.latest = more.latest;
            if (more.minimum && (!totals.minimum || more.minimum->value < totals.minimum->value))
                totals.minimum = more.minimum;
            if (more.maximum && (!totals.maximum || more.maximum->value > totals.maximum->value))
                totals.maximum = more.maximum;
            for (std::size_t axis = 0; axis < totals.extents.size(); ++axis) {
                if (more.extents[axis].isEmpty())
                    continue;
                totals.extents[axis].include(more.extents[axis].min);
                totals.extents[axis].include(more.extents[axis].max);
            }
        }
        if (const QString unit = run(route.parts.front()).unit(route.metric); !unit.isEmpty())
            m_run.m_units.insert(name, unit);
        m_run.m_metrics.append(name);
        m_run.m_totals.push_back(totals);
        m_run.m_routes.push_back(std::move(route));
    }

    Run m_run;
};

std::shared_ptr<const Run> Run::join(std::vector<RunPart> parts)
{
    if (parts.empty())
        return nullptr;
    const bool isLogAlone = parts.size() == 1 && parts.front().source == RunPart::kLog;
    return isLogAlone ? parts.front().run : RunJoiner(std::move(parts)).join();
}

Run::Piece Run::piece(const QString &metric) const
{
    const auto number = m_metrics.indexOf(metric);
    if (m_routes.empty() || number < 0)
        return {m_parts.empty() ? this : m_parts.front().run.get(), metric};
    const Route &route = m_routes[std::size_t(number)];
    return {m_parts[route.parts.back()].run.get(), route.metric};
}

QString Run::source(const QString &metric) const
{
    const auto number = m_metrics.indexOf(metric);
    return m_routes.empty() || number < 0 ? QString() : m_parts[m_routes[std::size_t(number)].parts.front()].label;
}

const Run *Run::log() const
{
    if (m_parts.empty())
        return this;
    return m_parts.front().source == RunPart::kLog ? m_parts.front().run.get() : nullptr;
}

std::optional<std::size_t> Run::newest() const
{
    if (m_size == 0)
        return std::nullopt;
    std::optional<std::size_t> best;
    for (std::size_t part = 0; part < std::max<std::size_t>(1, m_parts.size()); ++part) {
        const std::size_t end = part + 1 < m_firsts.size() ? m_firsts[part + 1] : m_size;
        if (end == (m_parts.empty() ? 0 : m_firsts[part]))
            continue;
        if (!best || place(end - 1).timeMs > place(*best).timeMs)
            best = end - 1;
    }
    return best;
}

bool Run::isTwin(const QString &metric) const
{
    const auto number = m_metrics.indexOf(metric);
    return !m_routes.empty() && number >= 0 && m_routes[std::size_t(number)].isTwin;
}

std::size_t Run::partOf(std::size_t index) const
{
    Q_ASSERT(index < m_size);
    return std::size_t(std::upper_bound(m_firsts.begin(), m_firsts.end(), index) - m_firsts.begin()) - 1;
}

/// The curve of each file, in their order; what a later file begins anew supersedes what lies behind that place.
std::vector<CurvePoint> Run::joinedCurve(const Route &route, RunAxis axis, double x0, double x1, int columns) const
{
    std::vector<CurvePoint> points;
    double from = kInfinite; // of all later files
    for (std::size_t i = route.parts.size(); i-- > 0;) {
        const Run &part = *m_parts[route.parts[i]].run;
        std::vector<CurvePoint> own = part.curve(route.metric, axis, x0, x1, columns);
        for (CurvePoint &point : own)
            point.superseded = point.superseded || point.x >= from;
        const bool goesBack = !own.empty() && own.back().x >= from;
        if (goesBack && !points.empty())
            own.push_back({own.back().x, std::numeric_limits<float>::quiet_NaN(), false, true});
        points.insert(points.begin(), own.begin(), own.end());
        if (const auto extent = part.extent(route.metric, axis))
            from = std::min(from, extent->first);
    }
    return points;
}

std::optional<std::size_t> Run::joinedNearest(const Route &route, RunAxis axis, double x) const
{
    std::optional<std::size_t> best;
    double bestDistance = kInfinite;
    for (const std::size_t part : route.parts) {
        const auto index = m_parts[part].run->nearest(route.metric, axis, x);
        if (!index)
            continue;
        const double distance = std::fabs(m_parts[part].run->place(*index).on(axis) - x);
        if (distance <= bestDistance) { // of two as near, the later one
            best = m_firsts[part] + *index;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace paceline
