// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/clustermapwords.h"

#include "backends/core/text.h"
#include "widgets/format/counts.h"
#include "widgets/format/durations.h"
#include "widgets/format/jobtext.h"
#include "widgets/format/units.h"
#include "widgets/models/mood.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClusterMap)
};

constexpr std::size_t kNamedNodes = 3, kNamedJobs = 4;
constexpr double kManyOut = 0.05, kManyIdle = 0.2;

const QString &point()
{
    static const QString text = QStringLiteral(" · ");
    return text;
}

QString percent(int some, int all)
{
    return formatValue(100.0 * some / all, Unit::Percent);
}

QString gib(qint64 mib)
{
    return formatValue(double(mib) * 1048576, Unit::Byte);
}

/// "n017 down: fan failure, n033 drained and 2 more".
QString outText(const NodeList &nodes, int out)
{
    QStringList named;
    for (const auto &node : nodes.nodes) {
        if (isOut(markOf(*node)) && named.size() < qsizetype(kNamedNodes))
            named +=
                QStringLiteral("%1 %2").arg(displayText(node->name.value, 40), displayText(nodeStateText(*node), 60));
    }
    QString text = named.join(QStringLiteral(", "));
    if (out > int(named.size()))
        text = Words::tr("%1 and %2 more").arg(text, formatCount(out - named.size()));
    return text;
}

QString gpuText(const Node &node)
{
    if (node.gpus == 0)
        return Words::tr("none");
    QStringList types;
    for (auto it = node.gpuTypes.cbegin(); it != node.gpuTypes.cend(); ++it)
        types += QStringLiteral("%1 × %2").arg(formatCount(*it), displayText(it.key(), 30));
    const QString told = node.gpusAlloc
                             ? Words::tr("%1 of %2 allocated").arg(formatCount(*node.gpusAlloc), formatCount(node.gpus))
                             : Words::tr("%1, it is not told how many are allocated").arg(formatCount(node.gpus));
    return types.isEmpty() ? told : told + point() + types.join(QStringLiteral(", "));
}

QString memoryText(const Node &node)
{
    QString text = node.allocMemoryMiB
                       ? Words::tr("%1 of %2 allocated").arg(gib(*node.allocMemoryMiB), gib(node.memoryMiB))
                       : gib(node.memoryMiB);
    if (node.freeMemoryMiB)
        text += point() + Words::tr("%1 free").arg(gib(*node.freeMemoryMiB));
    return text;
}

QString jobsOf(const JobPointers *jobs)
{
    if (!jobs)
        return Words::tr("the queue is not known");
    if (jobs->empty())
        return Words::tr("none");
    QStringList lines;
    for (std::size_t i = 0; i < std::min(jobs->size(), kNamedJobs); ++i) {
        const Job &job = *(*jobs)[i];
        lines += QStringLiteral("%1 %2 (%3)")
                     .arg(displayText(job.displayId, 20), displayText(job.name, 28), displayText(job.user, 16));
    }
    if (jobs->size() > kNamedJobs)
        lines += Words::tr("and %1 more").arg(formatCount(qint64(jobs->size() - kNamedJobs)));
    return lines.join(QLatin1Char('\n'));
}

QString quoted(const NodeName &name)
{
    const bool isPlain = std::all_of(name.value.begin(), name.value.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
    });
    return isPlain ? name.value : QString::fromUtf8(shellQuoted(name.value.toUtf8()));
}

} // namespace

ClusterAnswer answerOf(const NodeTally &tally, const NodeList &nodes)
{
    ClusterAnswer answer;
    if (tally.all == 0)
        return {Mood::Idle, Words::tr("Slurm lists no nodes"), {}};
    QStringList parts = {
        Words::tr("%1 of %2 free").arg(formatCount(tally.count(NodeMark::Free)), nodesText(tally.all))};
    const int out = tally.out();
    if (out > 0)
        parts += Words::tr("%1 down or drained").arg(formatCount(out));
    if (tally.loadTold > 0)
        parts += tally.idleByLoad == 0
                     ? Words::tr("no allocated node idle by load")
                     : Words::tr("%1 of allocated nodes idle by load").arg(percent(tally.idleByLoad, tally.loadTold));
    answer.headline = parts.join(QStringLiteral(", "));
    QStringList details;
    if (tally.gpus > 0)
        details += tally.gpusTold ? Words::tr("%1 of %2 free").arg(formatCount(tally.gpusFree), gpusText(tally.gpus))
                                  : Words::tr("%1, it is not told how many are allocated").arg(gpusText(tally.gpus));
    if (out > 0)
        details += outText(nodes, out);
    answer.detail = details.join(point());
    const bool needsLook =
        out >= kManyOut * tally.all || (tally.idleByLoad > 0 && tally.idleByLoad >= kManyIdle * tally.loadTold);
    answer.mood = needsLook ? Mood::Attention : tally.allocated > 0 ? Mood::Well : Mood::Idle;
    return answer;
}

QString quantityName(NodeQuantity quantity)
{
    switch (quantity) {
    case NodeQuantity::State:
        return Words::tr("State");
    case NodeQuantity::CpusAllocated:
        return Words::tr("CPUs");
    case NodeQuantity::GpusAllocated:
        return Words::tr("GPUs");
    case NodeQuantity::CpuLoad:
        return Words::tr("CPU load");
    case NodeQuantity::MemoryAllocated:
        return Words::tr("Memory");
    case NodeQuantity::MemoryFree:
        break;
    }
    return Words::tr("Free memory");
}

QString quantityMeaning(NodeQuantity quantity)
{
    switch (quantity) {
    case NodeQuantity::State:
        return Words::tr("The state of each node, as Slurm tells it");
    case NodeQuantity::CpusAllocated:
        return Words::tr("Allocated part of each node's CPUs, as Slurm tells it");
    case NodeQuantity::GpusAllocated:
        return Words::tr("Allocated part of each node's GPUs, as Slurm tells it; says nothing about their use");
    case NodeQuantity::CpuLoad:
        return Words::tr("Load of the node for each allocated CPU; blue: every CPU is busy");
    case NodeQuantity::MemoryAllocated:
        return Words::tr("Allocated part of each node's memory, as Slurm tells it");
    case NodeQuantity::MemoryFree:
        break;
    }
    return Words::tr("Free part of each node's memory; what the kernel keeps of files counts as used");
}

QString lackText(QuantityLack lack, NodeQuantity quantity)
{
    switch (lack) {
    case QuantityLack::None:
        break;
    case QuantityLack::NoNodes:
        return Words::tr("No nodes are known yet.");
    case QuantityLack::NoGpus:
        return Words::tr("Slurm knows no GPUs on this cluster.");
    case QuantityLack::NotTold:
        return quantity == NodeQuantity::GpusAllocated
                   ? Words::tr("scontrol does not tell here how many GPUs are allocated.")
                   : Words::tr("scontrol does not tell it here.");
    }
    return {};
}

std::pair<QString, QString> scaleEnds(NodeQuantity quantity)
{
    switch (quantity) {
    case NodeQuantity::CpuLoad:
        return {Words::tr("0 per allocated CPU"), Words::tr("1 and more")};
    case NodeQuantity::MemoryFree:
        return {Words::tr("0 % free"), Words::tr("100 %")};
    default:
        return {Words::tr("0 % allocated"), Words::tr("100 %")};
    }
}

NodeFacts factsOf(const Node &node, const JobPointers *jobs, qint64 ageMs)
{
    NodeFacts facts;
    facts.title = displayText(node.name.value, 60);
    facts.mood = moodOf(node);
    facts.state = nodeStateText(node);
    if (!node.reasonBy.isEmpty())
        facts.rows.emplace_back(Words::tr("Set by"), displayText(node.reasonBy, 60));
    facts.rows.emplace_back(Words::tr("Slurm says"), displayText(node.stateText, 60));
    facts.rows.emplace_back(Words::tr("Partitions"), displayText(node.partitions.join(QStringLiteral(", ")), 120));
    QString cpus = Words::tr("%1 of %2 allocated").arg(formatCount(node.cpusAlloc), formatCount(node.cpus));
    cpus +=
        point() + (node.cpuLoad ? Words::tr("load %1").arg(formatNumber(*node.cpuLoad)) : Words::tr("load not told"));
    if (isIdleByLoad(node))
        cpus += point() + Words::tr("idle");
    facts.rows.emplace_back(Words::tr("CPUs"), cpus);
    facts.rows.emplace_back(Words::tr("Memory"), memoryText(node));
    facts.rows.emplace_back(Words::tr("GPUs"), gpuText(node));
    if (!node.features.isEmpty())
        facts.rows.emplace_back(Words::tr("Features"), displayText(node.features.join(QStringLiteral(", ")), 120));
    facts.rows.emplace_back(Words::tr("Jobs"), jobsOf(jobs));
    facts.source = QStringLiteral("scontrol show nodes, %1").arg(formatAge(ageMs));
    return facts;
}

QString plainText(const NodeFacts &facts)
{
    QStringList lines = {facts.title + QStringLiteral(": ") + facts.state};
    for (const auto &[label, text] : facts.rows)
        lines += label + QStringLiteral(": ") + text;
    lines += facts.source;
    return lines.join(QLatin1Char('\n'));
}

QString tileText(const Node &node)
{
    QStringList parts;
    if (node.gpus > 0)
        parts += Words::tr("GPUs %1/%2")
                     .arg(node.gpusAlloc ? formatCount(*node.gpusAlloc) : missingText(), formatCount(node.gpus));
    parts += Words::tr("CPUs %1/%2").arg(formatCount(node.cpusAlloc), formatCount(node.cpus));
    if (node.cpuLoad)
        parts += Words::tr("load %1").arg(formatNumber(*node.cpuLoad));
    return parts.join(point());
}

QString showNodeCommand(const NodeName &name)
{
    return QStringLiteral("scontrol show node ") + quoted(name);
}

QString drainNodeCommand(const NodeName &name)
{
    return QStringLiteral("scontrol update nodename=%1 state=drain reason=\"\"").arg(quoted(name));
}

} // namespace paceline
