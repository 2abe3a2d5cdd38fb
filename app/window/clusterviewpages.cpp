// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/baselinesdesk.h"
#include "app/window/clusterview.h"
#include "app/window/scalingdesk.h"
#include "widgets/pages/baselinespage.h"
#include "widgets/pages/clustermappage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/scalingpage.h"

namespace paceline {

std::optional<ClusterPage> ClusterView::currentPage() const
{
    if (currentWidget() == m_overview)
        return ClusterPage::Overview;
    if (m_scaling && currentWidget() == m_scaling)
        return ClusterPage::Scaling;
    if (m_baselines && currentWidget() == m_baselines->page())
        return ClusterPage::Baselines;
    return m_map && currentWidget() == m_map ? std::optional(ClusterPage::Map) : std::nullopt;
}

void ClusterView::showPage(ClusterPage page)
{
    if (page == ClusterPage::Map) {
        if (!m_map)
            m_map = makeMapPage();
        setCurrentWidget(m_map);
        m_map->setFocus();
    } else if (page == ClusterPage::Scaling) {
        if (!m_scaling)
            makeScalingPage();
        setCurrentWidget(m_scaling);
        m_scalingDesk->take(m_data);
        m_scalingDesk->show();
    } else if (page == ClusterPage::Baselines) {
        if (!m_baselines)
            makeBaselinesPage();
        setCurrentWidget(m_baselines->page());
        m_baselines->page()->setFocus();
        m_baselines->show();
    } else {
        setCurrentWidget(m_overview);
    }
    updateInterest();
    emit summaryChanged();
}

void ClusterView::makeScalingPage()
{
    m_scaling = new ScalingPage(this);
    m_scalingDesk = new ScalingDesk(*m_scaling, m_settings, m_session->spec().isTaped() ? nullptr : m_history,
                                    m_session->spec().clusterId(), m_baselineLibrary, this);
    connect(m_scaling, &ScalingPage::jobActivated, this, &ClusterView::openJob);
    connect(m_scaling, &ScalingPage::copyRequested, this, &ClusterView::copyRequested);
    addWidget(m_scaling);
}

void ClusterView::makeBaselinesPage()
{
    m_baselines = new BaselinesDesk(m_baselineLibrary, this);
    connect(m_baselines->page(), &BaselinesPage::copyRequested, this, &ClusterView::copyRequested);
    addWidget(m_baselines->page());
}

bool ClusterView::saveAsBaseline(JobId job)
{
    const auto snapshot = m_data.watched.value(job);
    const auto queued = m_data.job(job);
    const auto run = queued && snapshot ? ScalingDesk::ownRun(*queued, *snapshot) : std::nullopt;
    if (run)
        m_baselineLibrary.keep({BaselinesDesk::ownBaseline(*run, m_session->spec().clusterId().value)});
    return run.has_value();
}

} // namespace paceline
