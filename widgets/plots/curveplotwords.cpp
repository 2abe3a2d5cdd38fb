// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a curve plot says in words and tables.
#include "backends/analysis/curves.h"
#include "widgets/format/metrictext.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/curveplot.h"
#include "widgets/plots/items.h"
#include "widgets/plots/ribbonitem.h"

#include <QDateTime>
#include <cmath>

namespace paceline {

/// Without the unit, which stands in the title, unless a prefix belongs to it.
static QString shortValue(double value, Unit unit)
{
    const bool hasPrefix = unit == Unit::Byte || unit == Unit::BytePerSecond || unit == Unit::Watt;
    return hasPrefix ? formatValue(value, unit) : valueText(value, unit).number;
}

QString CurvePlot::statisticsText(const QString &metric) const
{
    const auto latest = m_run ? m_run->latest(metric) : std::nullopt;
    const auto least = m_run ? m_run->minimum(metric) : std::nullopt;
    const auto most = m_run ? m_run->maximum(metric) : std::nullopt;
    if (!latest || !least || !most)
        return tr("no value yet");
    const auto value = [&](const Run::Latest &one) {
        return std::isnan(one.value) ? QStringLiteral("NaN") : shortValue(double(one.value), unit(metric));
    };
    const auto best = [&](const QString &which, const Run::Latest &one) {
        const QString text = tr("best (%1) %2").arg(which, value(one));
        return std::isnan(one.step) ? text : tr("%1 at step %2").arg(text, formatCount(qint64(one.step)));
    };
    const QString last = tr("last %1").arg(value(*latest)), min = tr("min %1").arg(value(*least)),
                  max = tr("max %1").arg(value(*most));
    const QString dot = QStringLiteral(" · ");
    switch (betterOf(metric)) {
    case Better::Lower:
        return last + dot + best(tr("min"), *least) + dot + max;
    case Better::Higher:
        return last + dot + best(tr("max"), *most) + dot + min;
    case Better::Neither:
        break;
    }
    return last + dot + min + dot + max;
}

/// The other run where this one stands now.
PlotPane::Detail CurvePlot::detailOf(std::size_t reference) const
{
    const Reference &other = m_references[reference];
    Detail detail{other.name, m_referenceItems[reference]->style.color, {}, true};
    if (m_series.empty() || !other.run || !m_run)
        return detail;
    const QString &metric = m_series.front().series.metric;
    const auto latest = m_run->latest(metric);
    const auto extent = other.run->extent(metric, RunAxis::Step);
    if (!extent)
        detail.text = tr("does not print it");
    if (!extent || !latest)
        return detail;
    const double step = latest->step;
    if (step > extent->second) {
        detail.text = tr("ended at step %1").arg(formatCount(qint64(extent->second)));
    } else if (const auto record = other.run->nearest(metric, RunAxis::Step, step); record && step >= extent->first) {
        const double value = double(other.run->value(*record, metric));
        detail.text = tr("%1 at step %2").arg(shortValue(value, unit()), formatCount(qint64(step)));
    }
    return detail;
}

QString CurvePlot::axisTitle() const
{
    switch (m_axis.kind) {
    case CurveAxis::Kind::Step:
        return tr("Step");
    case CurveAxis::Kind::Epoch:
        return tr("Epoch");
    case CurveAxis::Kind::Samples:
        return tr("Samples");
    case CurveAxis::Kind::RelativeTime:
        return tr("Time since the start");
    case CurveAxis::Kind::GpuHours:
        return tr("GPU-hours");
    case CurveAxis::Kind::Time:
        break;
    }
    return tr("Time (%1)").arg(QDateTime::currentDateTime().timeZoneAbbreviation());
}

std::vector<PlotPane::LegendEntry> CurvePlot::legend() const
{
    std::vector<LegendEntry> entries;
    for (const Drawn &drawn : m_series) {
        const QString name = curveText(drawn.series.metric);
        if (drawn.series.smoothing > 0) {
            entries.push_back({tr("%1, as printed").arg(name), drawn.raw->style.color});
            entries.push_back({tr("%1, smoothed %2").arg(name).arg(drawn.series.smoothing), drawn.smooth->style.color});
        } else {
            entries.push_back({name, drawn.raw->style.color});
        }
    }
    for (std::size_t i = 0; i < m_references.size(); ++i)
        entries.push_back({m_references[i].name, m_referenceItems[i]->style.color, true});
    if (m_ribbon)
        entries.push_back({m_ribbon->label, m_bandWords->color});
    return entries;
}

static QByteArray cell(double value)
{
    return std::isnan(value) ? QByteArray() : QByteArray::number(value, 'g', 12);
}

static QByteArray headOf(const QString &metric, const QString &unit)
{
    QByteArray head = metric.toUtf8();
    if (!unit.isEmpty())
        head += " [" + unit.toUtf8() + ']';
    return head.replace(',', '_').replace('"', '_').replace('\n', '_');
}

/// The axis of a table where no column of its own tells it; in units that other programs know.
static QByteArray axisHead(CurveAxis::Kind kind)
{
    switch (kind) {
    case CurveAxis::Kind::Samples:
        return ",samples";
    case CurveAxis::Kind::RelativeTime:
        return ",since_start [s]";
    case CurveAxis::Kind::GpuHours:
        return ",gpu_hours";
    default:
        return {};
    }
}

QByteArray CurvePlot::csv() const
{
    const QByteArray head = axisHead(m_axis.kind);
    QByteArray table = "line,step,epoch,time_utc" + head;
    for (const Drawn &drawn : m_series)
        table += ',' + headOf(drawn.series.metric, m_run ? m_run->unit(drawn.series.metric) : QString());
    table += '\n';
    if (!m_run)
        return table;
    for (std::size_t i = 0; i < m_run->size(); ++i) {
        const Run::RecordPlace place = m_run->place(i);
        const double x = m_axis.fromColumn(place.on(m_axis.column));
        if (!(x >= canvas()->lower() && x <= canvas()->upper()))
            continue;
        table += QByteArray::number(place.line) + ',' + cell(place.step) + ',' + cell(place.epoch) + ',';
        if (!std::isnan(place.timeMs))
            table += QDateTime::fromMSecsSinceEpoch(qint64(place.timeMs), Qt::UTC).toString(Qt::ISODateWithMs).toUtf8();
        if (!head.isEmpty())
            table += ',' + cell(m_axis.kind == CurveAxis::Kind::RelativeTime ? x / 1000 : x);
        for (const Drawn &drawn : m_series)
            table += ',' + cell(double(m_run->value(i, drawn.series.metric)));
        table += '\n';
    }
    return table;
}

} // namespace paceline
