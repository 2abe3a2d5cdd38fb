// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A job page beside what is published of its benchmark.
#include "widgets/pages/benchmarkchooser.h"
#include "widgets/pages/curvesrow.h"
#include "widgets/pages/factsdrawer.h"
#include "widgets/pages/jobfacts.h"
#include "widgets/pages/jobpage.h"
#include "widgets/pages/publishedfacts.h"

namespace paceline {

void JobPage::setBenchmark(const BenchmarkView &view)
{
    if (view == m_benchmark)
        return;
    m_benchmark = view;
    m_chooser->setView(view);
    m_curves->setPublished(view.rate);
    tick();
}

void JobPage::setBenchmarkLists(const BenchmarkLists &lists)
{
    m_chooser->setLists(lists);
}

void JobPage::updateDrawer(const Job &job)
{
    FactsDrawer::Facts facts;
    if (m_snapshot)
        facts = publishedFacts(m_benchmark, *m_snapshot, nowMs());
    m_chooser->setVisible(!facts.isEmpty());
    m_drawer->setFacts(facts + jobFacts(job, m_snapshot.get(), m_verdict, nowMs()));
}

} // namespace paceline
