// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/benchmarkdesk.h"

#include "app/session/settings.h"
#include "app/window/baselinelibrary.h"
#include "backends/analysis/accelerators.h"
#include "backends/analysis/baselineseries.h"
#include "backends/analysis/benchmarkguess.h"
#include "backends/analysis/curves.h"
#include "backends/analysis/publishedrate.h"
#include "widgets/format/publishedtext.h"

#include <QMap>
#include <algorithm>

namespace paceline {

namespace {

constexpr std::size_t kMostKnown = 32;

/// By name: what has a throughput that a job can be compared with.
BenchmarkLists listsOf(const BaselineSet &catalogue)
{
    QMap<QString, QString> names; // by key
    for (const Accelerator &accelerator : acceleratorsOf(catalogue))
        names.insert(accelerator.key, accelerator.name);
    QMap<QString, QString> benchmarks, accelerators; // key by name
    for (const Baseline &record : catalogue.records()) {
        if (!throughputOf(record) || !record.accelerators)
            continue;
        if (!record.benchmark.startsWith(QLatin1String("mpt-"))) // they are GPTs of a size
            benchmarks.insert(benchmarkText(record.benchmark), record.benchmark);
        if (record.acceleratorFamily)
            accelerators.insert(record.acceleratorFamily->toUpper(), *record.acceleratorFamily);
        if (record.acceleratorKey)
            accelerators.insert(names.value(*record.acceleratorKey, *record.acceleratorKey), *record.acceleratorKey);
    }
    benchmarks.insert(benchmarkText(QStringLiteral("gpt")), QStringLiteral("gpt"));
    BenchmarkLists lists;
    for (auto it = benchmarks.cbegin(); it != benchmarks.cend(); ++it)
        lists.benchmarks.append({it.value(), it.key()});
    for (auto it = accelerators.cbegin(); it != accelerators.cend(); ++it)
        lists.accelerators.append({it.value(), it.key()});
    return lists;
}

} // namespace

BenchmarkDesk::BenchmarkDesk(Settings &settings, BaselineLibrary &library, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_library(library)
{
    connect(&library, &BaselineLibrary::changed, this, [this] { take(m_library.records()); });
    take(library.records());
}

void BenchmarkDesk::take(const BaselineSetPtr &catalogue)
{
    if (!catalogue || catalogue == m_catalogue)
        return;
    m_catalogue = catalogue;
    m_lists = listsOf(*m_catalogue);
    m_known.clear();
    emit changed();
}

BenchmarkView BenchmarkDesk::viewOf(const BenchmarkFacts &facts) const
{
    BenchmarkView view;
    view.choice = m_settings.benchmarkChoice(facts.jobName);
    view.guess = withChoice(guessBenchmark(facts), view.choice);
    if (m_catalogue) {
        view.rate = publishedRate(*m_catalogue, view.guess, facts.rateMetric);
        view.work = modelWork(*m_catalogue, view.guess, facts.rateMetric);
    }
    return view;
}

BenchmarkView BenchmarkDesk::of(const Job &job, const JobSnapshot *snapshot)
{
    if (!snapshot || !snapshot->run || speedMetricOf(snapshot->run->metrics()).isEmpty())
        return {};
    m_library.load();
    const BenchmarkFacts facts = benchmarkFacts(job, snapshot);
    const auto known =
        std::find_if(m_known.begin(), m_known.end(), [&](const Known &one) { return one.facts == facts; });
    if (known != m_known.end())
        return known->view;
    m_known.push_front({facts, viewOf(facts)});
    if (m_known.size() > kMostKnown)
        m_known.pop_back();
    return m_known.front().view;
}

void BenchmarkDesk::choose(const QString &jobName, const BenchmarkChoice &choice)
{
    m_settings.setBenchmarkChoice(jobName, choice);
    m_known.clear();
    emit changed();
}

} // namespace paceline
