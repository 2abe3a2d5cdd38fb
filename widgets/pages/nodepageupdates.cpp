// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a node page derives from its data and from the clock.
#include "backends/analysis/verdict.h"
#include "backends/core/text.h"
#include "widgets/format/counts.h"
#include "widgets/format/durations.h"
#include "widgets/format/entitytext.h"
#include "widgets/format/jobtext.h"
#include "widgets/format/metrictext.h"
#include "widgets/format/statustext.h"
#include "widgets/format/verdicttext.h"
#include "widgets/pages/card.h"
#include "widgets/pages/countersets.h"
#include "widgets/pages/factsline.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/gpucards.h"
#include "widgets/pages/nodepage.h"
#include "widgets/pages/verdictbanner.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/linesplot.h"

#include <QGridLayout>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr qint64 kStaleAfterMs = 20'000;

float lastOf(const Grid *grid, int row)
{
    return grid && grid->ticks() > 0 ? grid->value(grid->ticks() - 1, row) : kMissing;
}

QString slurmText(const Node &node)
{
    QStringList parts;
    const auto of = [](const QString &part, const QString &whole) { return NodePage::tr("%1 of %2").arg(part, whole); };
    parts.append(NodePage::tr("%1 CPUs allocated").arg(of(formatCount(node.cpusAlloc), formatCount(node.cpus))));
    if (node.cpuLoad)
        parts.append(NodePage::tr("load %1").arg(formatNumber(*node.cpuLoad)));
    constexpr double kMiB = 1048576;
    if (node.allocMemoryMiB)
        parts.append(NodePage::tr("memory allocated %1")
                         .arg(of(formatValue(double(*node.allocMemoryMiB) * kMiB, Unit::Byte),
                                 formatValue(double(node.memoryMiB) * kMiB, Unit::Byte))));
    if (node.freeMemoryMiB)
        parts.append(NodePage::tr("%1 free").arg(formatValue(double(*node.freeMemoryMiB) * kMiB, Unit::Byte)));
    if (!node.features.isEmpty())
        parts.append(NodePage::tr("features %1").arg(displayText(node.features.join(QStringLiteral(", ")), 80)));
    return parts.join(QStringLiteral(" · "));
}

QString gpusOf(const Node &node)
{
    if (node.gpus == 0)
        return {};
    const QString type = node.gpuTypes.size() == 1 ? QStringLiteral(" × ") + node.gpuTypes.firstKey() : QString();
    const QString all = type.isEmpty() ? gpusText(node.gpus) : QString::number(node.gpus) + type;
    return node.gpusAlloc ? NodePage::tr("%1, %2 allocated", "8 × a100, 4").arg(all).arg(*node.gpusAlloc) : all;
}

const GpuDevice *deviceOf(const NodeHardware *hardware, const Entity &entity)
{
    if (!hardware)
        return nullptr;
    const auto &gpus = hardware->gpus;
    const auto at =
        std::find_if(gpus.begin(), gpus.end(), [&](const GpuDevice &gpu) { return gpu.id().value == entity.id; });
    return at == gpus.end() ? nullptr : &*at;
}

/// What differs from a GPU that its job uses alone; the worst first.
QStringList deviceNotes(const GpuDevice &gpu)
{
    QStringList notes;
    if (gpu.isLost)
        notes.append(NodePage::tr("its driver does not reach it any more"));
    if (gpu.hasForeignProcesses)
        notes.append(NodePage::tr("processes of others run on it"));
    if (gpu.allocation == GpuDevice::Allocation::NotThisJob)
        notes.append(NodePage::tr("not part of the job"));
    else if (gpu.processesOfJob)
        notes.append(*gpu.processesOfJob == 0 ? NodePage::tr("allocated, but unused by the job")
                                              : NodePage::tr("processes of the job: %1").arg(*gpu.processesOfJob));
    if (!gpu.instances.empty()) {
        QStringList profiles;
        for (const GpuInstance &instance : gpu.instances)
            profiles.append(displayText(instance.profile, 24));
        notes.append(NodePage::tr("MIG: %1").arg(profiles.join(QStringLiteral(", "))));
    }
    return notes;
}

QString portText(const FabricPort &port)
{
    QStringList parts{displayText(port.name, 30), displayText(port.state, 30)};
    if (port.rateGbps)
        parts.append(NodePage::tr("%1 Gb/s").arg(formatNumber(*port.rateGbps)));
    if (!port.linkLayer.isEmpty())
        parts.append(displayText(port.linkLayer, 30));
    return parts.join(QLatin1Char(' '));
}

QString jobLine(const Job &job, qint64 nowMs)
{
    QStringList parts{displayText(job.name, 50), displayText(job.displayId, 30), displayText(job.user, 30),
                      nodesText(job.numNodes)};
    if (job.gpus)
        parts.append(gpusText(*job.gpus));
    if (job.startS)
        parts.append(NodePage::tr("running %1").arg(formatDuration(nowMs - *job.startS * 1000)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

void NodePage::refresh()
{
    updatePorts();
    updateGpus();
    updatePanes();
    updateJobs();
    tick();
}

void NodePage::tick()
{
    const Verdict verdict = judgeNode(m_node.get(), int(m_jobs.size()), m_snapshots, nowMs());
    m_banner->setVerdict(verdict);
    updateFacts();
    updateCounterLine();
    double lower = INFINITY, upper = -INFINITY;
    for (const auto &snapshot : m_snapshots) {
        for (const auto &grid : snapshot->grids) {
            if (grid->ticks() == 0)
                continue;
            lower = std::min(lower, double(grid->firstMs()));
            upper = std::max(upper, double(grid->timeMs(grid->ticks() - 1)));
        }
    }
    if (lower <= upper)
        m_view->setExtent(lower, std::max(upper, m_staleSince ? upper : double(nowMs())), !m_staleSince);
    QString stale;
    if (m_staleSince)
        stale = tr("as of %1").arg(formatAge(nowMs() - *m_staleSince));
    else if (lower <= upper && double(nowMs()) - upper > kStaleAfterMs)
        stale = tr("last sample %1").arg(formatAge(nowMs() - qint64(upper)));
    for (LinesPlot *pane : m_panes)
        pane->setStale(stale);
}

void NodePage::updateFacts()
{
    if (!m_node) {
        m_facts->setFacts(displayText(m_name.value, 80), {});
        m_slurm->clear();
        return;
    }
    QStringList facts{nodeStateText(*m_node)};
    if (!m_node->partitions.isEmpty())
        facts.append(tr("partition %1").arg(displayText(m_node->partitions.join(QStringLiteral(", ")), 60)));
    if (const QString gpus = gpusOf(*m_node); !gpus.isEmpty())
        facts.append(displayText(gpus, 60));
    m_facts->setFacts(displayText(m_name.value, 80), facts.join(QStringLiteral(" · ")));
    m_facts->setAge(m_nodeMs > 0 ? tr("scontrol show node %1").arg(formatAge(nowMs() - m_nodeMs)) : QString(), false);
    m_slurm->setText(slurmText(*m_node));
}

NodeHardwarePtr NodePage::hardware() const
{
    for (const auto &snapshot : m_snapshots) {
        if (const auto known = snapshot->hardware.value(m_name))
            return known;
    }
    return nullptr;
}

/// Links and what the node keeps to itself.
void NodePage::updatePorts()
{
    QStringList lines;
    if (const NodeHardwarePtr known = hardware()) {
        QStringList ports;
        for (const FabricPort &port : known->ports)
            ports.append(portText(port));
        if (!ports.isEmpty())
            lines.append(tr("Links: %1").arg(ports.join(QStringLiteral(" · "))));
        if (!known->notReadable.isEmpty())
            lines.append(
                tr("Not readable here: %1").arg(displayText(known->notReadable.join(QStringLiteral(", ")), 200)));
        if (!known->complaints.isEmpty())
            lines.append(tr("A GPU tool says: %1").arg(displayText(known->complaints.back(), 200)));
    }
    m_ports->setText(lines.join(QLatin1Char('\n')));
    m_ports->setVisible(!lines.isEmpty());
}

void NodePage::updateGpus()
{
    const auto anyGrid = gridOf(MetricId(QStringLiteral("gpu.util")));
    const auto memoryGrid = gridOf(MetricId(QStringLiteral("gpu.memory.used")));
    const auto powerGrid = gridOf(MetricId(QStringLiteral("gpu.power")));
    const Grid *leading = anyGrid ? anyGrid.get() : powerGrid ? powerGrid.get() : memoryGrid.get();
    const NodeHardwarePtr known = hardware();
    std::vector<GpuCards::Gpu> gpus;
    for (const int row : leading ? rowsOf(*leading) : std::vector<int>()) {
        const Entity &entity = (*leading->entities)[std::size_t(row)];
        GpuCards::Gpu gpu;
        const GpuDevice *device = deviceOf(known.get(), entity);
        gpu.title = partText(entity, 30);
        gpu.model = displayText(device && !device->name.isEmpty() ? device->name : entity.id, 60);
        const auto valueOf = [&](const char *name) {
            const auto grid = gridOf(MetricId{QLatin1String(name)});
            if (!grid)
                return kMissing;
            const auto at = std::find(grid->entities->begin(), grid->entities->end(), entity);
            return at == grid->entities->end() ? kMissing : lastOf(grid.get(), int(at - grid->entities->begin()));
        };
        const auto addBar = [&](const QString &title, const char *name, double whole, Mood mood = Mood::Well) {
            const MetricId metric{QLatin1String(name)};
            if (!gridOf(metric))
                return;
            const double value = double(valueOf(name));
            const Unit unit = metricOf(metric).unit;
            const bool isShare = unit == Unit::Percent || unit == Unit::Celsius || std::isnan(whole);
            const QString text = formatValue(value, unit);
            gpu.bars.push_back(
                {title, isShare ? text : tr("%1 of %2").arg(text, formatValue(whole, unit)), value / whole, mood});
        };
        const bool isThrottled = valueOf("gpu.throttled") > 0;
        gpu.mood = isThrottled ? Mood::Attention : Mood::Well;
        addBar(tr("kernel resident"), "gpu.util", 100);
        addBar(tr("SM active"), "gpu.sm_active", 100);
        addBar(tr("memory"), "gpu.memory.used", double(valueOf("gpu.memory.total")));
        addBar(tr("power"), "gpu.power", double(valueOf("gpu.power_limit")));
        addBar(tr("temperature"), "gpu.temperature", 100, gpu.mood);
        addBar(tr("clock"), "gpu.sm_clock", std::numeric_limits<double>::quiet_NaN());
        if (isThrottled) {
            const float reasons = valueOf("gpu.throttle");
            gpu.notes.append(std::isnan(reasons) ? tr("clocks held down")
                                                 : tr("clocks held down: %1").arg(throttleText(quint64(reasons))));
        }
        if (device)
            gpu.notes.append(deviceNotes(*device));
        if (device && (device->isLost || device->hasForeignProcesses))
            gpu.mood = device->isLost ? Mood::Failed : Mood::Attention;
        gpus.push_back(std::move(gpu));
    }
    m_gpus->setVisible(!gpus.empty());
    m_gpus->setGpus(std::move(gpus));
}

void NodePage::updatePanes()
{
    Grids ours;
    for (const auto &snapshot : m_snapshots) {
        for (auto grid = snapshot->grids.begin(); grid != snapshot->grids.end(); ++grid) {
            if (!ours.contains(grid.key()) && gridOf(grid.key()) == *grid)
                ours.insert(grid.key(), *grid);
        }
    }
    const QList<MetricId> counters = orderedCounters(ours).mid(0, kMostPanes);
    while (m_panes.size() < std::size_t(counters.size())) {
        auto *pane = new LinesPlot(m_grid->parentWidget());
        pane->setView(m_view);
        pane->setCursor(m_cursor);
        m_panes.push_back(pane);
    }
    bool isOther = false;
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const bool isShown = i < std::size_t(counters.size());
        isOther = isOther || m_panes[i]->isHidden() == isShown || m_panes[i]->maximumHeight() > 10'000;
        m_panes[i]->setVisible(isShown);
        if (!isShown)
            continue;
        const auto grid = ours.value(counters[qsizetype(i)]);
        m_panes[i]->setTitle(metricText(counters[qsizetype(i)]));
        m_panes[i]->setRows(rowsOf(*grid));
        m_panes[i]->setGrid(grid, metricOf(counters[qsizetype(i)]));
    }
    if (isOther)
        placePanes();
}

void NodePage::updateJobs()
{
    m_jobTitle->setText(m_jobs.empty() ? tr("No job that we see runs on this node")
                        : m_jobs.size() > m_jobButtons.size()
                            ? tr("%1 on this node, the first %2").arg(jobsText(qint64(m_jobs.size()))).arg(kMostJobs)
                            : tr("%1 on this node").arg(jobsText(qint64(m_jobs.size()))));
    for (std::size_t i = 0; i < m_jobButtons.size(); ++i) {
        m_jobButtons[i]->setVisible(i < m_jobs.size());
        if (i < m_jobs.size())
            m_jobButtons[i]->setText(jobLine(*m_jobs[i], nowMs()));
    }
}

void NodePage::updateCounterLine()
{
    const bool hasPanes =
        std::any_of(m_panes.begin(), m_panes.end(), [](const LinesPlot *p) { return !p->isHidden(); });
    QString line;
    if (!hasPanes) {
        const bool isMine = std::any_of(m_jobs.begin(), m_jobs.end(),
                                        [this](const auto &job) { return !m_user.isEmpty() && job->user == m_user; });
        if (!m_snapshots.empty() && m_snapshots.front()->probe.why)
            line = probeText(m_snapshots.front()->probe);
        else if (isMine)
            line = tr("The counters of your job on this node are being read.");
        else
            line =
                tr("Counters are read by a step of one's own job, and none of yours runs here. What Slurm tells of the "
                   "node stands above.");
    }
    m_counterLine->setText(line);
    m_counterLine->setVisible(!line.isEmpty());
}

} // namespace paceline
