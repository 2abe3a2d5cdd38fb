// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the jobs of a cluster are compared with.
#include "app/window/baselinedesk.h"
#include "app/window/clusterview.h"
#include "widgets/pages/jobpage.h"

namespace paceline {

void ClusterView::wireBaselines()
{
    if (!m_baselines)
        return;
    connect(m_baselines, &BaselineDesk::changed, this, [this] {
        for (auto it = m_jobPages.cbegin(); it != m_jobPages.cend(); ++it)
            feedBenchmark(*it.value(), it.key());
        emit summaryChanged();
    });
}

void ClusterView::feedBenchmark(JobPage &page, JobId job)
{
    page.setBenchmark(benchmarkOf(job));
    if (m_baselines)
        page.setBenchmarkLists(m_baselines->lists());
}

void ClusterView::chooseBenchmark(JobId job, const BenchmarkChoice &choice)
{
    if (const auto known = m_data.job(job); known && m_baselines)
        m_baselines->choose(known->name, choice);
}

BenchmarkView ClusterView::benchmarkOf(JobId job) const
{
    const auto known = m_data.job(job);
    return m_baselines && known && m_jobPages.contains(job) ? m_baselines->of(*known, m_data.watched.value(job).get())
                                                            : BenchmarkView();
}

} // namespace paceline
