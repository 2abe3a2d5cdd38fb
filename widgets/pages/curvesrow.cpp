// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/curvesrow.h"

#include "backends/analysis/curves.h"
#include "widgets/format/publishedtext.h"
#include "widgets/plots/curveplot.h"

#include <QBoxLayout>

namespace paceline {

namespace {

constexpr int kNarrow = 720;
constexpr double kLossSmoothing = 0.6; // TensorBoard's default

} // namespace

CurvesRow::CurvesRow(TimeCursor *cursor, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_loss(new CurvePlot(this))
    , m_throughput(new CurvePlot(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::kPaneGap);
    for (CurvePlot *plot : {m_loss, m_throughput}) {
        plot->setCursor(cursor);
        plot->setMinimumHeight(150);
        m_layout->addWidget(plot, 1);
    }
    m_throughput->setFromZero(true);
    m_loss->setTitle(tr("Training loss"));
    m_throughput->setTitle(tr("Throughput"));
    updateMessages();
}

QString CurvesRow::lossMetricOf(const QStringList &metrics)
{
    for (const char *name : {"loss", "train_loss", "val_loss", "eval_loss"}) {
        if (metrics.contains(QLatin1String(name)))
            return QLatin1String(name);
    }
    for (const QString &metric : metrics) {
        if (metric.contains(QLatin1String("loss"), Qt::CaseInsensitive))
            return metric;
    }
    for (const QString &metric : metrics) {
        if (metric != QLatin1String("lr") && metric != speedMetricOf(metrics))
            return metric;
    }
    return {};
}

void CurvesRow::chooseMetrics()
{
    QStringList metrics = m_run ? m_run->metrics() : QStringList();
    metrics.removeIf([this](const QString &metric) { return m_run->isTwin(metric); });
    const QString loss = lossMetricOf(metrics), throughput = speedMetricOf(metrics);
    const bool hasValidation = loss == QLatin1String("loss") && metrics.contains(QLatin1String("val_loss"));
    if (loss != m_lossMetric || hasValidation != (m_loss->legend().size() > 2)) {
        m_lossMetric = loss;
        std::vector<CurvePlot::Series> series{{loss, 0, kLossSmoothing}};
        if (hasValidation)
            series.push_back({QStringLiteral("val_loss"), 1, 0});
        m_loss->setSeries(loss.isEmpty() ? std::vector<CurvePlot::Series>() : std::move(series));
    }
    if (throughput != m_throughputMetric) {
        m_throughputMetric = throughput;
        m_throughput->setSeries(throughput.isEmpty() ? std::vector<CurvePlot::Series>()
                                                     : std::vector<CurvePlot::Series>{{throughput, 2, 0}});
    }
}

void CurvesRow::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
    chooseMetrics();
    m_loss->setRun(m_run);
    m_throughput->setRun(m_run);
    updateRibbon();
    updateMessages();
}

void CurvesRow::setAxis(RunAxis axis, AxisView *view)
{
    m_axis = axis;
    m_loss->setAxis(axis, view);
    m_throughput->setAxis(axis, view);
    updateMessages();
}

void CurvesRow::setPublished(const std::optional<PublishedRate> &rate)
{
    m_published = rate;
    updateRibbon();
}

void CurvesRow::updateRibbon()
{
    const bool fits = m_published && !m_throughputMetric.isEmpty() && m_published->metric == m_throughputMetric;
    m_throughput->setRibbon(
        fits ? std::optional(CurvePlot::Ribbon{m_published->low, m_published->high, ribbonText(*m_published)})
             : std::nullopt);
}

void CurvesRow::setEmpty(const QString &message, bool isLoading)
{
    m_empty = message;
    m_isLoading = isLoading;
    updateMessages();
}

void CurvesRow::updateMessages()
{
    const auto say = [this](CurvePlot *plot, const QString &metric, const QString &absent) {
        const bool hasRun = m_run && m_run->size() > 0;
        QString message;
        if (!hasRun)
            message = m_empty;
        else if (metric.isEmpty())
            message = absent;
        else if (!m_run->extent(metric, m_axis))
            message = m_axis == RunAxis::Time   ? tr("The log tells no times yet. Choose Step above.")
                      : m_axis == RunAxis::Step ? tr("The log prints no steps. Choose Time above.")
                                                : tr("The log prints no epochs. Choose Step or Time above.");
        plot->setMessage(message);
        plot->setLoading(!hasRun && m_isLoading);
    };
    say(m_loss, m_lossMetric, tr("The log prints no loss that is known. What it prints stands in the log below."));
    say(m_throughput, m_throughputMetric,
        tr("The log prints no throughput. Print samples or tokens per second, or the time of a step, to see it here."));
}

void CurvesRow::setStale(const QString &age)
{
    m_loss->setStale(age);
    m_throughput->setStale(age);
}

void CurvesRow::setCommands(const QList<CopyCommand> &commands)
{
    m_loss->setCommands(commands);
    m_throughput->setCommands(commands);
}

void CurvesRow::toggleLogY()
{
    m_loss->setLogY(!m_loss->isLogY());
}

void CurvesRow::toggleLogX()
{
    m_logX = !m_logX;
    m_loss->setLogX(m_logX);
    m_throughput->setLogX(m_logX);
}

void CurvesRow::resizeEvent(QResizeEvent *)
{
    m_layout->setDirection(width() < kNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace paceline
