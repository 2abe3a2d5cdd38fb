// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/curveplot.h"

#include "backends/analysis/curves.h"
#include "widgets/format/metrictext.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/ribbonitem.h"
#include "widgets/plots/timecursor.h"

#include <QDateTime>
#include <QMenu>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr double kRawAlpha = 0.3, kGhostAlpha = 0.6, kReferenceAlpha = 0.75;
constexpr double kBandAlpha = 0.13, kDarkBandAlpha = 0.22, kBandWordsGround = 0.5;
constexpr double kSmoothings[] = {0, 0.3, 0.6, 0.9, 0.97};

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

CurvePlot::CurvePlot(QWidget *parent)
    : PlotPane(parent)
    , m_band(new RibbonItem(canvas()->xAxis, canvas()->yAxis, RibbonItem::Part::Band))
    , m_bandWords(new RibbonItem(canvas()->xAxis, canvas()->yAxis, RibbonItem::Part::Words))
{
    m_band->setLayer(QStringLiteral("grid")); // behind the curves
    m_bandWords->setLayer(QStringLiteral("axes"));
    m_band->setVisible(false);
    m_bandWords->setVisible(false);
    canvas()->setPrepare([this] { prepare(); });
    connect(canvas(), &Canvas::hovered, this, [this](QPointF, double x) {
        if (m_cursor && !m_series.empty())
            m_cursor->moveTo(m_axis.column, m_axis.toColumn(x), m_series.front().series.metric);
    });
    connect(canvas(), &Canvas::hoverLeft, this, [this] {
        if (m_cursor)
            m_cursor->clear();
    });
}

CurvePlot::~CurvePlot() = default;

void CurvePlot::setSeries(std::vector<Series> series)
{
    for (const Drawn &drawn : m_series) {
        for (CurveItem *item : {drawn.ghost, drawn.raw, drawn.smooth})
            canvas()->removePlottable(item);
    }
    m_series.clear();
    const auto item = [this] { return new CurveItem(canvas()->xAxis, canvas()->yAxis); };
    for (Series &one : series) {
        CurveItem *ghost = item(), *raw = item();
        m_series.push_back({std::move(one), ghost, raw, item()});
    }
    colour(themeOf(palette()));
    updateTitle();
    canvas()->setValueScale(unit(), m_logY);
    canvas()->invalidate();
}

std::vector<CurvePlot::Series> CurvePlot::series() const
{
    std::vector<Series> all;
    for (const Drawn &drawn : m_series)
        all.push_back(drawn.series);
    return all;
}

void CurvePlot::setRun(std::shared_ptr<const Run> run)
{
    if (run == m_run)
        return;
    m_run = std::move(run);
    updateTitle();
    canvas()->setValueScale(unit(), m_logY);
    canvas()->invalidate();
}

void CurvePlot::setReferences(std::vector<Reference> references)
{
    if (references == m_references)
        return;
    m_references = std::move(references);
    makeReferenceItems();
    colour(themeOf(palette()));
    updateDetails();
    canvas()->invalidate();
}

void CurvePlot::setRibbon(std::optional<Ribbon> ribbon)
{
    if (ribbon == m_ribbon)
        return;
    m_ribbon = std::move(ribbon);
    canvas()->invalidate();
}

void CurvePlot::makeReferenceItems()
{
    while (m_referenceItems.size() > m_references.size()) {
        canvas()->removePlottable(m_referenceItems.back());
        m_referenceItems.pop_back();
    }
    while (m_referenceItems.size() < m_references.size()) {
        m_referenceItems.push_back(new CurveItem(canvas()->xAxis, canvas()->yAxis));
        m_referenceItems.back()->setLayer(QStringLiteral("grid")); // behind the run itself
    }
}

void CurvePlot::setAxis(const CurveAxis &axis, AxisView *view)
{
    if (axis == m_axis && view == canvas()->view())
        return;
    m_axis = axis;
    canvas()->setView(view, axis.kind);
    showCursor();
}

void CurvePlot::setCursor(TimeCursor *cursor)
{
    m_cursor = cursor;
    connect(cursor, &TimeCursor::moved, this, &CurvePlot::showCursor);
}

void CurvePlot::setSmoothing(double weight)
{
    for (Drawn &drawn : m_series)
        drawn.series.smoothing = isEvaluation(drawn.series.metric) ? 0 : weight;
    colour(themeOf(palette()));
    showCursor();
    canvas()->invalidate();
}

void CurvePlot::setLogY(bool on)
{
    m_logY = on;
    canvas()->setValueScale(unit(), on);
    canvas()->invalidate();
}

void CurvePlot::setLogX(bool on)
{
    m_logX = on;
    canvas()->setLogX(on);
}

void CurvePlot::setLegendLine(LegendLine line)
{
    m_legendLine = line;
    updateTitle();
}

void CurvePlot::setPaintsInTurn(bool on)
{
    canvas()->setPaintsInTurn(on);
}

Unit CurvePlot::unit(const QString &metric) const
{
    return curveUnit(metric, m_run ? m_run->unit(metric) : QString());
}

Unit CurvePlot::unit() const
{
    return m_series.empty() ? Unit::None : unit(m_series.front().series.metric);
}

void CurvePlot::applyTheme(const Theme &theme)
{
    colour(theme);
    updateTitle();
    PlotPane::applyTheme(theme);
}

void CurvePlot::colour(const Theme &theme)
{
    for (const Drawn &drawn : m_series) {
        const QColor color = theme.series[std::size_t(drawn.series.color) % theme.series.size()];
        const bool isSmoothed = drawn.series.smoothing > 0;
        drawn.ghost->style = {faded(theme.faint, kGhostAlpha), 1.0, false};
        drawn.raw->style = {faded(color, isSmoothed ? kRawAlpha : 1), isSmoothed ? 1.0 : 1.3, !isSmoothed};
        drawn.smooth->style = {color, 2, true};
        drawn.smooth->setVisible(isSmoothed);
    }
    m_band->color = faded(theme.accent, theme.dark ? kDarkBandAlpha : kBandAlpha);
    m_bandWords->color = theme.accent;
    m_bandWords->ground = faded(theme.panel, kBandWordsGround);
    m_bandWords->font = Theme::secondary();
    for (std::size_t i = 0; i < m_referenceItems.size(); ++i) {
        // The last run is grey; more of them are told apart by what the run itself does not use.
        const QColor color = i == 0 ? theme.soft : theme.series[(i + 2) % theme.series.size()];
        m_referenceItems[i]->style = {faded(color, kReferenceAlpha), 1.0, false, true};
    }
}

void CurvePlot::updateTitle()
{
    if (m_series.empty())
        return;
    const QString &metric = m_series.front().series.metric;
    setTitle(curveText(metric));
    const auto latest = m_run ? m_run->latest(metric) : std::nullopt;
    if (!latest)
        setValue({});
    else if (!std::isfinite(latest->value))
        setValue({std::isnan(latest->value) ? QStringLiteral("NaN") : QStringLiteral("∞"), {}}, Mood::Failed);
    else
        setValue(valueText(double(latest->value), unit()));
    updateDetails();
}

void CurvePlot::updateDetails()
{
    std::vector<Detail> details;
    if (m_legendLine == LegendLine::Shown) {
        const Theme &theme = themeOf(palette());
        for (const Drawn &drawn : m_series) {
            const QColor color = theme.series[std::size_t(drawn.series.color) % theme.series.size()];
            details.push_back({m_series.size() > 1 ? curveText(drawn.series.metric) : QString(), color,
                               statisticsText(drawn.series.metric)});
        }
        for (std::size_t i = 0; i < std::min(m_references.size(), kNamedAbove); ++i)
            details.push_back(detailOf(i));
    }
    setDetails(std::move(details));
}

/// What the number in the title is, and how the line is drawn.
QString CurvePlot::restingNote() const
{
    if (!m_run || m_series.empty() || !m_run->latest(m_series.front().series.metric))
        return {};
    if (m_hasEstimated)
        return tr("last value · dashed: times estimated");
    return m_series.front().series.smoothing > 0 ? tr("last value · line smoothed") : tr("last value");
}

void CurvePlot::showCursor()
{
    if (!m_cursor || !m_run || m_series.empty() || !m_cursor->position()) {
        canvas()->showCursor(std::nullopt, {});
        setNote(restingNote());
        return;
    }
    const TimeCursor::Position &position = *m_cursor->position();
    const Drawn &first = m_series.front();
    std::vector<CursorItem::Dot> dots;
    QStringList words;
    auto record = position.record;
    if (record && std::isnan(m_run->value(*record, first.series.metric)))
        record = m_run->nearest(first.series.metric, m_axis.column, position.on(m_axis.column));
    if (record) {
        const Run::RecordPlace place = m_run->place(*record);
        const double value = double(m_run->value(*record, first.series.metric));
        if (!std::isnan(place.timeMs))
            words.append(QDateTime::fromMSecsSinceEpoch(qint64(place.timeMs)).toString(QStringLiteral("HH:mm:ss")));
        if (!std::isnan(place.step))
            words.append(tr("step %1").arg(formatCount(qint64(place.step))));
        if (!std::isnan(value)) {
            words.append(formatValue(value, unit()));
            dots.push_back({value, first.smooth->style.color, m_axis.fromColumn(place.on(m_axis.column))});
        }
    }
    setNote(words.join(QStringLiteral(" · ")));
    canvas()->showCursor(m_axis.fromColumn(position.on(m_axis.column)), std::move(dots));
}

void CurvePlot::addMenuActions(QMenu *menu)
{
    QAction *logY = menu->addAction(tr("Logarithmic values"));
    logY->setCheckable(true);
    logY->setChecked(m_logY);
    connect(logY, &QAction::toggled, this, &CurvePlot::setLogY);
    QMenu *smoothing = menu->addMenu(tr("Smoothing"));
    for (const double weight : kSmoothings) {
        QAction *action = smoothing->addAction(weight == 0 ? tr("None") : QString::number(weight));
        action->setCheckable(true);
        action->setChecked(!m_series.empty() && m_series.front().series.smoothing == weight);
        connect(action, &QAction::triggered, this, [this, weight] { setSmoothing(weight); });
    }
    menu->addSeparator();
}

int CurvePlot::paintings() const
{
    return canvas()->paintings();
}

} // namespace paceline
