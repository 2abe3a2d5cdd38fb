// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the jobs of a cluster are compared with.
#include "app/window/benchmarkdesk.h"
#include "app/window/clusterview.h"
#include "widgets/pages/jobpage.h"

namespace paceline {

void ClusterView::wireBaselines()
{
    if (!m_benchmarks)
        return;
    connect(m_benchmarks, &BenchmarkDesk::changed, this, [this] {
        for (auto it = m_jobPages.cbegin(); it != m_jobPages.cend(); ++it)
            feedBenchmark(*it.value(), it.key());
        emit summaryChanged();
    });
}

void ClusterView::feedBenchmark(JobPage &page, JobId job)
{
    page.setBenchmark(benchmarkOf(job));
    if (m_benchmarks)
        page.setBenchmarkLists(m_benchmarks->lists());
}

void ClusterView::chooseBenchmark(JobId job, const BenchmarkChoice &choice)
{
    if (const auto known = m_data.job(job); known && m_benchmarks)
        m_benchmarks->choose(known->name, choice);
}

BenchmarkView ClusterView::benchmarkOf(JobId job) const
{
    const auto known = m_data.job(job);
    return m_benchmarks && known && m_jobPages.contains(job) ? m_benchmarks->of(*known, m_data.watched.value(job).get())
                                                             : BenchmarkView();
}

} // namespace paceline
