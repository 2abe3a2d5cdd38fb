// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/scalingdesk.h"

#include "app/session/settings.h"
#include "app/window/baselinelibrary.h"
#include "app/window/baselinesdesk.h"
#include "backends/analysis/baselineseries.h"
#include "backends/catalogue/citation.h"
#include "backends/core/inpool.h"
#include "backends/core/whenfinished.h"
#include "backends/history/history.h"
#include "widgets/format/describe.h"
#include "widgets/pages/scalingpage.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace paceline {

namespace {

const QString kFirstBenchmark = QStringLiteral("resnet50"), kBenchmark = QStringLiteral("scaling/benchmark"),
              kOut = QStringLiteral("scaling/out");
constexpr int kRebuildMs = 400, kCurvePoints = 24, kMostPublished = 50, kPublishedDraws = 200;
constexpr double kBeyond = 4; // times the largest scale that a curve is drawn to

Unit unitOf(const QString &metric)
{
    return metric == QLatin1String("tokens_per_sec")  ? Unit::TokenPerSecond
           : metric == QLatin1String("steps_per_sec") ? Unit::StepPerSecond
                                                      : Unit::SamplePerSecond;
}

/// "NVIDIA · H100-SXM5-80GB · v3.0", of a series by its first record.
QString lineName(const Baseline &first, const QString &series)
{
    QStringList parts;
    if (first.mlperf.submitter)
        parts.append(*first.mlperf.submitter);
    if (first.accelerator)
        parts.append(*first.accelerator);
    if (first.mlperf.round)
        parts.append(*first.mlperf.round);
    else if (first.source.year)
        parts.append(QString::number(*first.source.year));
    return parts.size() < 2 ? series : parts.join(QStringLiteral(" · "));
}

} // namespace

ScalingDesk::ScalingDesk(ScalingPage &page, Settings &settings, History *history, const ClusterId &cluster,
                         BaselineLibrary &library, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_settings(settings)
    , m_history(history)
    , m_cluster(cluster)
    , m_library(library)
    , m_benchmark(QString::fromUtf8(settings.state(kBenchmark)))
{
    for (const QByteArray &job : settings.state(kOut + u'/' + cluster.value).split(','))
        m_out.insert(JobId{job.toUInt()});
    connect(&library, &BaselineLibrary::changed, this, &ScalingDesk::takeCatalogue);
    connect(&library, &BaselineLibrary::failed, this, [this](const Error &error) {
        if (!m_library.records())
            m_page.setMessage(describe(error).plain());
    });
    connect(&page, &ScalingPage::saveRequested, this, &ScalingDesk::saveJobs);
    if (library.records())
        setBenchmarks();
    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(kRebuildMs);
    connect(&m_rebuild, &QTimer::timeout, this, &ScalingDesk::build);
    connect(&page, &ScalingPage::benchmarkChosen, this, [this](const QString &key) {
        m_benchmark = key;
        m_settings.setState(kBenchmark, key.toUtf8());
        build();
    });
    connect(&page, &ScalingPage::jobMoved, this, [this](JobId job, bool isIn) {
        if (isIn)
            m_out.remove(job);
        else
            m_out.insert(job);
        QByteArrayList jobs;
        for (const JobId out : std::as_const(m_out))
            jobs.append(QByteArray::number(out.number));
        m_settings.setState(kOut + u'/' + m_cluster.value, jobs.join(','));
        build();
    });
    connect(&page, &ScalingPage::scalesWanted, this, [this](const std::vector<double> &scales) {
        m_scales = scales;
        build();
    });
}

std::optional<OwnRun> ScalingDesk::ownRun(const Job &job, const JobSnapshot &snapshot)
{
    if (!snapshot.run)
        return std::nullopt;
    const auto speed = speedOf(*snapshot.run);
    const double accelerators = job.gpus ? double(*job.gpus) : double(job.numCpus);
    if (!speed || !(accelerators > 0))
        return std::nullopt;
    OwnRun run{.job = job.id,
               .name = job.name,
               .user = job.user,
               .acceleratorType = job.gpuTypes.size() == 1 ? job.gpuTypes.firstKey() : QString(),
               .accelerators = accelerators,
               .hasGpus = job.gpus.has_value(),
               .speed = *speed};
    if (job.startS)
        run.startS = double(*job.startS);
    if (job.startS && job.endS && isFinished(job.state))
        run.seconds = double(*job.endS - *job.startS);
    return run;
}

std::optional<OwnRun> ScalingDesk::ownRun(const SavedRunEntry &entry)
{
    const double accelerators = entry.gpus ? double(*entry.gpus) : double(entry.cpus.value_or(0));
    if (!entry.speed || !(accelerators > 0))
        return std::nullopt;
    OwnRun run{.job = entry.job,
               .name = entry.name,
               .user = entry.user,
               .acceleratorType = entry.gpuType,
               .accelerators = accelerators,
               .hasGpus = entry.gpus.has_value(),
               .speed = *entry.speed};
    if (entry.startS)
        run.startS = double(*entry.startS);
    if (entry.startS && entry.endS && entry.isFinished)
        run.seconds = double(*entry.endS - *entry.startS);
    return run;
}

void ScalingDesk::show()
{
    loadPast();
    m_library.load();
    m_rebuild.start();
}

void ScalingDesk::take(const ClusterData &data)
{
    std::vector<OwnRun> running;
    for (auto it = data.watched.cbegin(); it != data.watched.cend(); ++it) {
        const auto job = data.job(it.key());
        const bool isMine = job && (data.userName.isEmpty() || job->user == data.userName);
        if (const auto run = isMine ? ownRun(*job, *it.value()) : std::nullopt)
            running.push_back(*run);
    }
    m_running = std::move(running);
    if (m_page.isVisible() && !m_rebuild.isActive())
        m_rebuild.start();
}

void ScalingDesk::loadPast()
{
    if (!m_history)
        return;
    whenFinished(m_history->runs(m_cluster), this, [this](const Result<std::vector<SavedRunEntry>> &entries) {
        if (!entries)
            return;
        m_past.clear();
        for (const SavedRunEntry &entry : *entries) {
            if (const auto run = ownRun(entry))
                m_past.push_back(*run);
        }
        m_rebuild.start();
    });
}

void ScalingDesk::takeCatalogue()
{
    setBenchmarks();
    m_rebuild.start();
}

void ScalingDesk::saveJobs(const std::vector<JobId> &jobs)
{
    std::map<JobId, Baseline> made;
    for (const auto *runs : {&m_past, &m_running}) {
        for (const OwnRun &run : *runs) {
            if (std::find(jobs.begin(), jobs.end(), run.job) != jobs.end())
                made.insert_or_assign(run.job, BaselinesDesk::ownBaseline(run, m_cluster.value));
        }
    }
    std::vector<Baseline> records;
    for (const auto &[job, record] : made)
        records.push_back(record);
    m_library.keep(records);
}

void ScalingDesk::setBenchmarks()
{
    std::map<QString, int> points;
    for (const Baseline &record : m_library.records()->records()) {
        if (record.series && throughputOf(record) && record.accelerators)
            ++points[record.benchmark];
    }
    QStringList keys{QString()}, words{tr("Your runs alone")};
    for (const auto &[benchmark, count] : points) {
        if (count < 3)
            continue;
        keys.append(benchmark);
        words.append(tr("%1, published", "name of a benchmark").arg(benchmark));
    }
    // A page that shows something from the start says best what it is for.
    if (m_settings.state(kBenchmark).isNull() && keys.contains(kFirstBenchmark))
        m_benchmark = kFirstBenchmark;
    m_page.setBenchmarks(keys, words, m_benchmark);
}

std::vector<ScalingLine> ScalingDesk::ownLines() const
{
    std::map<JobId, OwnRun> all;
    for (const auto *runs : {&m_past, &m_running}) {
        for (const OwnRun &run : *runs)
            all.insert_or_assign(run.job, run);
    }
    std::vector<OwnRun> in, every;
    for (const auto &[job, run] : all) {
        every.push_back(run);
        if (!m_out.contains(job))
            in.push_back(run);
    }
    std::vector<ScalingLine> lines;
    for (const OwnSeries &own : ownSeries(in)) {
        ScalingLine line{.name = own.name,
                         .source = tr("Your runs at %1 scales, by the logs of their jobs").arg(own.scales),
                         .isOwn = true,
                         .unit = unitOf(own.metric),
                         .series = {.name = own.name}};
        for (const OwnRun &run : own.runs) {
            line.jobs.push_back(run.job);
            line.series.points.push_back({.accelerators = run.accelerators,
                                          .throughput = run.speed.perSecond,
                                          .globalBatch = run.speed.batch,
                                          .seconds = run.seconds,
                                          .line = qsizetype(line.jobs.size())});
        }
        for (const OwnRun &run : every) {
            if (m_out.contains(run.job) && nameWithoutScale(run.name) == own.name && run.user == own.runs.front().user)
                line.movedOut.push_back(run.job);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<ScalingLine> ScalingDesk::publishedLines() const
{
    if (!m_library.records() || m_benchmark.isEmpty())
        return {};
    QStringList names;
    for (const Baseline &record : m_library.records()->records()) {
        if (record.benchmark == m_benchmark && record.series && !names.contains(*record.series))
            names.append(*record.series);
    }
    std::vector<ScalingLine> lines;
    for (const QString &name : std::as_const(names)) {
        const BaselineCurve curve(*m_library.records(), name, CurveQuantity::Throughput);
        if (curve.points().size() < 2)
            continue;
        const Baseline &first = *curve.points().front().record;
        const auto throughput = throughputOf(first);
        ScalingLine line{.name = lineName(first, name),
                         .source = citationText(first),
                         .citation = citationBibtex(first),
                         .series = {.name = name}};
        line.unit = throughput && throughput->unit.startsWith(QLatin1String("token")) ? Unit::TokenPerSecond
                                                                                      : Unit::SamplePerSecond;
        for (const BaselinePoint &point : curve.points()) {
            ScalingPoint measured{.accelerators = point.accelerators, .throughput = point.value};
            if (point.record->globalBatch)
                measured.globalBatch = double(*point.record->globalBatch);
            if (point.record->unit == QLatin1String("minutes") && point.record->value)
                measured.seconds = *point.record->value * 60;
            line.series.points.push_back(measured);
        }
        lines.push_back(std::move(line));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const ScalingLine &a, const ScalingLine &b) {
        return a.series.points.size() > b.series.points.size();
    });
    lines.resize(std::min<std::size_t>(lines.size(), kMostPublished));
    return lines;
}

ScalingLine ScalingDesk::analysed(ScalingLine line, const std::vector<double> &scales)
{
    ScalingQuery query{.efficiencies = {0.8, 0.5}};
    if (!line.isOwn)
        query.draws = kPublishedDraws;
    double smallest = INFINITY, largest = 0;
    for (const ScalingPoint &point : line.series.points) {
        smallest = std::min(smallest, point.accelerators);
        largest = std::max(largest, point.accelerators);
    }
    const double reach =
        std::max(largest * kBeyond, scales.empty() ? 0 : *std::max_element(scales.begin(), scales.end()));
    for (int i = 0; i < kCurvePoints; ++i)
        query.scales.push_back(smallest * std::pow(reach / smallest, double(i) / (kCurvePoints - 1)));
    for (double round = std::exp2(std::ceil(std::log2(largest + 0.5))); round <= reach; round *= 2)
        query.scales.push_back(round);
    query.scales.insert(query.scales.end(), scales.begin(), scales.end());
    std::sort(query.scales.begin(), query.scales.end());
    query.scales.erase(std::unique(query.scales.begin(), query.scales.end()), query.scales.end());
    if (auto found = analyseScaling(line.series, query))
        line.found = std::move(*found);
    return line;
}

void ScalingDesk::build()
{
    std::vector<ScalingLine> lines = ownLines();
    for (ScalingLine &published : publishedLines())
        lines.push_back(std::move(published));
    m_page.setMessage(lines.empty() ? tr("No line yet. Choose a published benchmark above, or run one program at two "
                                         "scales or more: its jobs come together here by themselves.")
                                    : QString());
    const quint64 turn = ++m_turn;
    auto work = runInPool([lines = std::move(lines), scales = m_scales] {
        std::vector<ScalingLinePtr> made;
        for (const ScalingLine &line : lines)
            made.push_back(std::make_shared<const ScalingLine>(analysed(line, scales)));
        return made;
    });
    whenFinished(work, this, [this, turn](const std::vector<ScalingLinePtr> &made) {
        if (turn == m_turn)
            m_page.setLines(made);
    });
}

} // namespace paceline
