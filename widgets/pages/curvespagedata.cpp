// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the curves page derives from its data.
#include "backends/analysis/compareruns.h"
#include "backends/core/text.h"
#include "widgets/format/comparisontext.h"
#include "widgets/format/metrictext.h"
#include "widgets/pages/curvesgrid.h"
#include "widgets/pages/curvespage.h"
#include "widgets/pages/curvesrow.h"
#include "widgets/pages/curvestoolbar.h"
#include "widgets/pages/emptystate.h"
#include "widgets/pages/factsline.h"
#include "widgets/pages/filespanel.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/metricspanel.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/timecursor.h"

#include <QLabel>
#include <QLineEdit>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

/// What to draw over where the chosen axis cannot be had, in this order.
constexpr CurveAxis::Kind kFallbacks[] = {CurveAxis::Kind::Step, CurveAxis::Kind::Time, CurveAxis::Kind::Epoch,
                                          CurveAxis::Kind::Samples};

RunFacts factsOf(const Job *job)
{
    RunFacts facts;
    if (job && job->startS && job->state != JobState::Pending)
        facts.startMs = double(*job->startS) * 1000;
    if (job)
        facts.gpus = job->gpus;
    return facts;
}

} // namespace

const Job *CurvesPage::job() const
{
    return m_job ? m_job.get() : m_snapshot && m_snapshot->detail ? &m_snapshot->detail->job : nullptr;
}

JobId CurvesPage::jobId() const
{
    return m_job ? m_job->id : m_snapshot ? m_snapshot->job : JobId{};
}

void CurvesPage::setJob(std::shared_ptr<const Job> job)
{
    if (job == m_job)
        return;
    const bool isOther = job && m_job && job->id != m_job->id;
    m_job = std::move(job);
    if (isOther && m_snapshot && m_snapshot->job != m_job->id)
        setSnapshot(nullptr);
    refresh();
}

void CurvesPage::setSnapshot(std::shared_ptr<const JobSnapshot> snapshot)
{
    const bool isOther = !snapshot || !m_snapshot || snapshot->job != m_snapshot->job;
    if (m_frozen && !isOther) {
        m_pending = std::move(snapshot);
        return;
    }
    if (snapshot && snapshot == m_snapshot)
        return;
    m_snapshot = std::move(snapshot);
    m_run = m_snapshot ? m_snapshot->run : nullptr;
    if (isOther) {
        m_frozen = false;
        m_pending.reset();
        m_compare.stop();
        m_cursor->clear();
        for (AxisView *view : m_views)
            view->reset();
    }
    refresh();
}

void CurvesPage::setReferences(std::vector<RunReference> references)
{
    if (references == m_references)
        return;
    m_references = std::move(references);
    refresh();
}

void CurvesPage::setStale(const QString &age)
{
    m_grid->setStale(age);
}

void CurvesPage::setFrozen(bool frozen)
{
    if (std::exchange(m_frozen, frozen) == frozen)
        return;
    m_head->setAge(frozen ? tr("frozen; Space goes on") : QString(), true);
    if (!frozen && m_pending)
        setSnapshot(std::exchange(m_pending, nullptr));
}

void CurvesPage::showEvent(QShowEvent *)
{
    if (m_dirty)
        refresh();
    setFocus();
}

void CurvesPage::hideEvent(QHideEvent *)
{
    m_compare.stop();
}

void CurvesPage::refresh()
{
    m_dirty = !isVisible();
    if (m_dirty)
        return;
    const Job *shown = job();
    m_head->setFacts(tr("All curves"),
                     shown ? displayText(shown->name, 80) + QStringLiteral(" · ") + displayText(shown->displayId, 40)
                           : QString());
    m_cursor->setRun(m_run);
    m_files->setSnapshot(m_snapshot);
    refreshAxis();
    m_grid->setRun(m_run);
    refreshGroups();
    refreshReferences();
    refreshExtent();
    refreshEmpty();
    if (!m_compare.isActive()) {
        refreshComparison();
        m_compare.start();
    }
}

void CurvesPage::refreshAxis()
{
    const RunFacts facts = factsOf(job());
    std::array<AxisLack, CurveAxis::kKinds> lacks;
    for (std::size_t i = 0; i < lacks.size(); ++i)
        lacks[i] = axisOf(CurveAxis::Kind(i), m_run.get(), facts).lack;
    m_shownAxis = m_state.axis;
    for (const CurveAxis::Kind kind : kFallbacks) {
        if (lacks[std::size_t(m_shownAxis)] == AxisLack::None || lacks[std::size_t(kind)] == AxisLack::NoRecords)
            break;
        m_shownAxis = kind;
    }
    CurvesState shown = m_state;
    shown.axis = m_shownAxis;
    m_toolbar->setState(shown);
    m_toolbar->setLacks(lacks);
    m_grid->setAxis(axisOf(m_shownAxis, m_run.get(), facts).axis, view());
}

void CurvesPage::refreshExtent()
{
    if (!m_run)
        return;
    const CurveAxis axis = axisOf(m_shownAxis, m_run.get(), factsOf(job())).axis;
    double lower = INFINITY, upper = -INFINITY;
    const QStringList metrics = m_run->metrics();
    for (const QString &metric : metrics) {
        if (const auto extent = m_run->extent(metric, axis.column)) {
            lower = std::min(lower, axis.fromColumn(extent->first));
            upper = std::max(upper, axis.fromColumn(extent->second));
        }
    }
    const Job *shown = job();
    view()->setExtent(lower, upper, shown && !isFinished(shown->state));
}

/// What another source tells again is shown only when it is asked for.
bool CurvesPage::isUnwantedTwin(const QString &metric) const
{
    return m_run && m_run->isTwin(metric) && !m_state.pinned.contains(metric);
}

/// Pinned first, without those hidden or filtered away.
std::vector<CurveGroup> CurvesPage::shownGroups(const std::vector<CurveGroup> &groups) const
{
    const QString words = m_filter->text().trimmed();
    std::vector<CurveGroup> shown;
    for (const CurveGroup &group : groups) {
        const bool matches = std::any_of(group.metrics.begin(), group.metrics.end(), [&](const QString &metric) {
            return metric.contains(words, Qt::CaseInsensitive) ||
                   curveText(metric).contains(words, Qt::CaseInsensitive);
        });
        if (matches && !m_state.hidden.contains(group.name) && !isUnwantedTwin(group.name))
            shown.push_back(group);
    }
    std::stable_partition(shown.begin(), shown.end(),
                          [this](const CurveGroup &group) { return m_state.pinned.contains(group.name); });
    return shown;
}

void CurvesPage::refreshGroups()
{
    const std::vector<CurveGroup> groups = groupCurves(m_run ? m_run->metrics() : QStringList());
    QStringList names;
    int hidden = 0;
    for (const CurveGroup &group : groups) {
        names.append(group.name);
        hidden += m_state.hidden.contains(group.name);
    }
    QStringList unseen = m_state.hidden;
    std::copy_if(names.cbegin(), names.cend(), std::back_inserter(unseen),
                 [this](const QString &name) { return isUnwantedTwin(name); });
    m_panel->setMetrics(names, m_state.pinned, unseen);
    m_metricsButton->setText(hidden > 0 ? tr("Metrics (%n hidden)", nullptr, hidden) : tr("Metrics"));
    m_metricsButton->updateGeometry();
    m_grid->setGroups(shownGroups(groups));
}

void CurvesPage::refreshReferences()
{
    std::vector<CurvePlot::Reference> references;
    for (const RunReference &reference : m_references) {
        const AxisAnswer answer = axisOf(m_shownAxis, reference.run.get(), reference.facts);
        // On wall time another run lies elsewhere: nothing would stand behind anything.
        if (answer.lack == AxisLack::None && m_shownAxis != CurveAxis::Kind::Time)
            references.push_back({reference.run, reference.name, answer.axis});
    }
    m_grid->setReferences(references);
}

void CurvesPage::refreshComparison()
{
    QString text;
    if (m_run && !m_references.empty() && m_references.front().run) {
        const QString metric = CurvesRow::lossMetricOf(m_run->metrics());
        if (const auto comparison = compareRuns(*m_run, *m_references.front().run, metric))
            text = comparisonText(*comparison, m_references.front().name);
    }
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    m_comparison->setText(text);
    m_comparison->setVisible(!text.isEmpty());
}

QString CurvesPage::emptyText() const
{
    return m_empty->isHidden() ? QString() : m_empty->title();
}

void CurvesPage::refreshEmpty()
{
    const Job *shown = job();
    const bool hasCurves = m_run && m_run->size() > 0 && !m_run->metrics().isEmpty();
    QString title, hint;
    if (!hasCurves && shown && shown->state == JobState::Pending)
        title = tr("The job has not started. Its curves appear here as soon as it writes some.");
    else if (!hasCurves && !m_snapshot)
        title = tr("Looking for the output file of this job.");
    else if (!hasCurves)
        title = tr("No training record in the log so far.");
    else if (m_grid->panes().isEmpty() && !m_filter->text().trimmed().isEmpty())
        title = tr("No metric matches “%1”.").arg(m_filter->text().trimmed());
    else if (m_grid->panes().isEmpty())
        title = tr("All metrics are hidden."), hint = tr("Show them with Metrics above.");
    m_empty->setText(title, hint);
    m_empty->setVisible(!title.isEmpty());
    m_grid->setVisible(title.isEmpty());
    m_exportButton->setEnabled(title.isEmpty());
}

} // namespace paceline
