// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/linesplot.h"

#include "widgets/format/counts.h"
#include "widgets/format/entitytext.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/rownames.h"
#include "widgets/plots/timecursor.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace paceline {

namespace {

constexpr double kOutlierBadness = 0.6; // of the scale of the heat map
constexpr double kLabelHeight = 13;

} // namespace

LinesPlot::LinesPlot(QWidget *parent)
    : PlotPane(parent)
    , m_extremes(new BandItem(canvas()->xAxis, canvas()->yAxis))
    , m_band(new BandItem(canvas()->xAxis, canvas()->yAxis))
{
    canvas()->setPrepare([this] { prepare(); });
    connect(canvas(), &Canvas::hovered, this, [this](QPointF, double x) {
        if (m_cursor)
            m_cursor->moveTo(RunAxis::Time, x);
    });
    connect(canvas(), &Canvas::hoverLeft, this, [this] {
        if (m_cursor)
            m_cursor->clear();
    });
}

void LinesPlot::setGrid(std::shared_ptr<const Grid> grid, const Metric &metric)
{
    if (grid == m_grid && metric.id == m_metric.id)
        return;
    m_grid = std::move(grid);
    m_metric = metric;
    canvas()->setValueScale(metric.unit, false);
    updateValue();
    canvas()->invalidate();
}

void LinesPlot::setView(AxisView *view)
{
    canvas()->setView(view, CurveAxis::Kind::Time);
}

void LinesPlot::setCursor(TimeCursor *cursor)
{
    m_cursor = cursor;
    connect(cursor, &TimeCursor::moved, this, &LinesPlot::showCursor);
}

void LinesPlot::applyTheme(const Theme &theme)
{
    PlotPane::applyTheme(theme);
}

void LinesPlot::setRows(std::vector<int> rows)
{
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    updateValue();
    canvas()->invalidate();
}

std::vector<int> LinesPlot::lineRows() const
{
    if (!m_rows.empty() || m_grid->rows() > kMaxLines)
        return m_rows;
    std::vector<int> all(std::size_t(m_grid->rows()));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

QString LinesPlot::nameOf(int row) const
{
    const Entity &entity = (*m_grid->entities)[std::size_t(row)];
    return m_rows.empty() ? shortEntityText(entity, 24) : partText(entity, 24);
}

/// Of the rows that are shown.
float LinesPlot::medianAt(const GridSlice &slice, int tick) const
{
    if (m_rows.empty())
        return slice.summary(tick).median;
    std::vector<float> values;
    for (const int row : m_rows) {
        if (row < slice.rows(tick))
            values.push_back(slice.mean(tick)[row]);
    }
    return summaryOf(values).median;
}

void LinesPlot::updateValue()
{
    float median = kMissing;
    if (m_grid && m_grid->ticks() > 0) {
        const double last = double(m_grid->timeMs(m_grid->ticks() - 1));
        const GridSlice slice(*m_grid, last, last, 1);
        median = medianAt(slice, slice.ticks() - 1);
    }
    setValue(std::isnan(median) ? ValueText() : valueText(double(median), m_metric.unit));
}

CurveItem *LinesPlot::line(std::size_t index)
{
    while (m_lines.size() <= index)
        m_lines.push_back(new CurveItem(canvas()->xAxis, canvas()->yAxis));
    m_lines[index]->setVisible(true);
    return m_lines[index];
}

void LinesPlot::prepare()
{
    canvas()->labels()->labels.clear();
    for (CurveItem *item : m_lines)
        item->setVisible(false);
    m_band->setPoints({});
    m_extremes->setPoints({});
    m_outlierNames.clear();
    if (!m_grid || m_grid->ticks() == 0)
        return;
    const double x0 = canvas()->lower(), x1 = canvas()->upper();
    const GridSlice slice(*m_grid, x0, x1, (x1 - x0) / canvas()->columns());
    m_spans = tickSpans(slice, x0, x1, canvas()->columns());
    if (!lineRows().empty())
        prepareLines(slice);
    else
        prepareBands(slice);
    showCursor();
}

void LinesPlot::setValueRange(double low, double high)
{
    if (!std::isnan(m_metric.rangeMin) && !std::isnan(m_metric.rangeMax)) {
        canvas()->setValueRange(m_metric.rangeMin, m_metric.rangeMax * 1.04);
        return;
    }
    if (!(low <= high))
        low = 0, high = 1;
    if (m_metric.rangeMin == 0)
        low = 0;
    const double room = std::max((high - low) * 0.12, 1e-9);
    canvas()->setValueRange(low == 0 ? 0 : low - room, high + room);
}

std::vector<CurvePoint> LinesPlot::linePoints(const GridSlice &slice, int entity) const
{
    std::vector<CurvePoint> points;
    const double x0 = canvas()->lower(), width = (canvas()->upper() - x0) / canvas()->columns();
    bool isBroken = true;
    int lastTick = -1;
    for (std::size_t i = 0; i < m_spans.size(); ++i) {
        const TickSpan span = m_spans[i];
        if (span.isEmpty()) {
            if (!std::exchange(isBroken, true))
                points.push_back({x0 + width * double(i), kMissing, false});
            continue;
        }
        if (span.first == lastTick && span.last == span.first + 1)
            continue; // the same tick lasts
        float low = INFINITY, high = -INFINITY;
        for (int tick = span.first; tick < span.last; ++tick) {
            if (entity >= slice.rows(tick))
                continue;
            low = std::fmin(low, slice.low(tick)[entity]);
            high = std::fmax(high, slice.high(tick)[entity]);
        }
        lastTick = span.last - 1;
        const double x = double(slice.timeMs(lastTick));
        isBroken = !(low <= high);
        points.push_back({x, isBroken ? kMissing : low, false});
        if (high > low)
            points.push_back({x, high, false});
    }
    return points;
}

void LinesPlot::prepareLines(const GridSlice &slice)
{
    const Theme &theme = themeOf(palette());
    double low = INFINITY, high = -INFINITY;
    const std::vector<int> rows = lineRows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CurveItem *item = line(i);
        // A second round of the colours is dashed.
        const bool isDashed = i / theme.series.size() % 2 == 1;
        item->style = {theme.series[i % theme.series.size()], 1.4, false, isDashed};
        item->setPoints(linePoints(slice, rows[i]));
        for (const CurvePoint &p : item->points()) {
            if (std::isfinite(p.y))
                low = std::min(low, double(p.y)), high = std::max(high, double(p.y));
        }
    }
    setValueRange(low, high);
    labelLines(rows);
}

void LinesPlot::labelLines(const std::vector<int> &rows)
{
    struct End
    {
        QPointF at;
        std::size_t line;
    };
    std::vector<End> ends;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (const auto at = m_lines[i]->end())
            ends.push_back({*at, i});
    }
    std::sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.at.y() < b.at.y(); });
    const bool isOfGpus = !rows.empty() && m_grid->entities->front().kind == Entity::Kind::Gpu;
    // Lines that end together share one label.
    for (std::size_t i = 0; i < ends.size();) {
        std::size_t next = i + 1;
        while (next < ends.size() && ends[next].at.y() - ends[next - 1].at.y() < kLabelHeight)
            ++next;
        const qint64 count = qint64(next - i);
        const QString first = nameOf(rows[ends[i].line]);
        const QString text = count == 1   ? first
                             : count == 2 ? first + QStringLiteral(", ") + nameOf(rows[ends[i + 1].line])
                             : isOfGpus   ? gpusText(count)
                                          : nodesText(count);
        const QColor colour = count == 1 ? m_lines[ends[i].line]->style.color : themeOf(palette()).soft;
        if (rows.size() > 1)
            canvas()->labels()->labels.push_back({text, colour, ends[i].at});
        i = next;
    }
}

static GridSummary summaryOf(const GridSlice &slice, TickSpan span)
{
    GridSummary joined = slice.summary(span.last - 1);
    for (int tick = span.first; tick < span.last; ++tick) {
        joined.min = std::fmin(joined.min, slice.summary(tick).min);
        joined.max = std::fmax(joined.max, slice.summary(tick).max);
    }
    return joined;
}

void LinesPlot::prepareBands(const GridSlice &slice)
{
    const Theme &theme = themeOf(palette());
    const double x0 = canvas()->lower(), width = (canvas()->upper() - x0) / canvas()->columns();
    std::vector<CurvePoint> median;
    std::vector<BandItem::Point> band, extremes;
    double low = INFINITY, high = -INFINITY;
    for (std::size_t i = 0; i < m_spans.size(); ++i) {
        const double x = x0 + width * (double(i) + 0.5);
        const GridSummary s = m_spans[i].isEmpty() ? GridSummary() : summaryOf(slice, m_spans[i]);
        median.push_back({x, s.median, false});
        band.push_back({x, s.low, s.high});
        extremes.push_back({x, s.min, s.max});
        if (s.min <= s.max)
            low = std::min(low, double(s.min)), high = std::max(high, double(s.max));
    }
    const auto faded = [&](float alpha) {
        QColor color = theme.series[0];
        color.setAlphaF(alpha);
        return color;
    };
    m_band->color = faded(0.22F);
    m_extremes->color = faded(0.10F);
    m_band->setPoints(std::move(band));
    m_extremes->setPoints(std::move(extremes));
    CurveItem *item = line(0);
    item->style = {theme.series[0], 1.6, true};
    item->setPoints(std::move(median));
    setValueRange(low, high);
    prepareOutliers(slice, 1);
}

void LinesPlot::prepareOutliers(const GridSlice &slice, std::size_t firstLine)
{
    const Theme &theme = themeOf(palette());
    const HeatScale scale = heatScale(*m_grid, std::max(0, m_grid->ticks() - 30), m_grid->ticks(), m_metric, theme);
    const std::vector<double> badness = recentBadness(*m_grid, m_grid->ticks(), scale);
    std::vector<int> rows(badness.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::erase_if(rows, [&](int row) { return badness[std::size_t(row)] < kOutlierBadness; });
    std::stable_sort(rows.begin(), rows.end(),
                     [&](int a, int b) { return badness[std::size_t(a)] > badness[std::size_t(b)]; });
    rows.resize(std::min(rows.size(), std::size_t(kMaxOutliers)));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CurveItem *item = line(firstLine + i);
        item->style = {theme.attention, 1, false};
        item->setPoints(linePoints(slice, rows[i]));
        const QString name = nameOf(rows[i]);
        m_outlierNames.append(name);
        if (const auto end = item->end())
            canvas()->labels()->labels.push_back({name, theme.attention, *end});
    }
}

void LinesPlot::showCursor()
{
    if (!m_cursor || !m_grid || !m_cursor->position() || std::isnan(m_cursor->position()->timeMs)) {
        canvas()->showCursor(std::nullopt, {});
        const int shown = !m_grid ? 0 : m_rows.empty() ? m_grid->rows() : int(m_rows.size());
        setNote(shown > 1 ? tr("median") : QString());
        return;
    }
    const double x = m_cursor->position()->timeMs;
    const GridSlice slice(*m_grid, x, x + 1, (canvas()->upper() - canvas()->lower()) / canvas()->columns());
    const TickSpan span = tickSpans(slice, x, x + 1, 1).front();
    const float median = span.isEmpty() ? kMissing : medianAt(slice, span.first);
    setNote(std::isnan(median) ? tr("no sample") : formatValue(double(median), m_metric.unit));
    canvas()->showCursor(x, {});
}

QString LinesPlot::axisTitle() const
{
    return tr("Time (%1)").arg(QDateTime::currentDateTime().timeZoneAbbreviation());
}

std::vector<PlotPane::LegendEntry> LinesPlot::legend() const
{
    const Theme &theme = themeOf(palette());
    if (!m_grid)
        return {};
    std::vector<LegendEntry> entries;
    const std::vector<int> rows = lineRows();
    if (rows.empty())
        return {{tr("median of %1 nodes").arg(m_grid->rows()), theme.series[0]},
                {tr("10 to 90 % of the nodes"), m_band->color},
                {tr("lowest to highest"), m_extremes->color}};
    for (std::size_t i = 0; i < rows.size(); ++i)
        entries.push_back({nameOf(rows[i]), theme.series[i % theme.series.size()], i >= theme.series.size()});
    return entries;
}

QByteArray LinesPlot::csv() const
{
    return m_grid ? gridCsv(*m_grid, canvas()->lower(), canvas()->upper()) : QByteArray();
}

int LinesPlot::paintings() const
{
    return canvas()->paintings();
}

} // namespace paceline
