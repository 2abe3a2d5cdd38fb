// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/nodelook.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NodeMark)
};

NodeMark markOfState(NodeState state)
{
    switch (state) {
    case NodeState::Idle:
        return NodeMark::Free;
    case NodeState::Mixed:
        return NodeMark::Partly;
    case NodeState::Allocated:
        return NodeMark::Used;
    case NodeState::Down:
    case NodeState::Error:
        return NodeMark::Down;
    case NodeState::Future:
        return NodeMark::Off;
    case NodeState::Unknown:
        break;
    }
    return NodeMark::Unknown;
}

double part(double some, double all)
{
    return all > 0 ? std::clamp(some / all, 0.0, 1.0) : std::nan("");
}

} // namespace

NodeMark markOf(const Node &node)
{
    NodeMark mark = markOfState(node.state);
    if (node.flags.isEmpty())
        return mark;
    for (const QString &flag : node.flags) {
        NodeMark told = NodeMark::Used;
        if (flag == QLatin1String("NOT_RESPONDING"))
            return NodeMark::Silent;
        if (flag == QLatin1String("DRAIN") || flag == QLatin1String("FAIL") || flag == QLatin1String("INVALID_REG"))
            told = NodeMark::Drained;
        else if (flag == QLatin1String("POWERED_DOWN") || flag == QLatin1String("POWERING_DOWN"))
            told = NodeMark::Off;
        else if (flag == QLatin1String("MAINTENANCE") || flag == QLatin1String("RESERVED"))
            told = NodeMark::Reserved;
        if (told > mark)
            mark = told;
    }
    return mark;
}

QString markText(NodeMark mark)
{
    switch (mark) {
    case NodeMark::Used:
        return Words::tr("fully used");
    case NodeMark::Partly:
        return Words::tr("partly used");
    case NodeMark::Free:
        return Words::tr("free");
    case NodeMark::Reserved:
        return Words::tr("reserved");
    case NodeMark::Off:
        return Words::tr("powered off");
    case NodeMark::Drained:
        return Words::tr("drained");
    case NodeMark::Silent:
        return Words::tr("does not answer");
    case NodeMark::Down:
        return Words::tr("down");
    case NodeMark::Unknown:
        break;
    }
    return Words::tr("unknown");
}

bool isOut(NodeMark mark)
{
    return mark >= NodeMark::Drained;
}

double shareOf(const Node &node, NodeQuantity quantity)
{
    switch (quantity) {
    case NodeQuantity::State:
        break;
    case NodeQuantity::CpusAllocated:
        return part(node.cpusAlloc, node.cpus);
    case NodeQuantity::GpusAllocated:
        return node.gpusAlloc ? part(*node.gpusAlloc, node.gpus) : std::nan("");
    case NodeQuantity::CpuLoad:
        return node.cpuLoad ? part(*node.cpuLoad, node.cpusAlloc) : std::nan("");
    case NodeQuantity::MemoryAllocated:
        return node.allocMemoryMiB ? part(double(*node.allocMemoryMiB), double(node.memoryMiB)) : std::nan("");
    case NodeQuantity::MemoryFree:
        return node.freeMemoryMiB ? part(double(*node.freeMemoryMiB), double(node.memoryMiB)) : std::nan("");
    }
    return std::nan("");
}

QuantityLack lackOf(const NodeList &nodes, NodeQuantity quantity)
{
    if (nodes.nodes.empty())
        return QuantityLack::NoNodes;
    if (quantity == NodeQuantity::State || quantity == NodeQuantity::CpusAllocated)
        return QuantityLack::None;
    const auto any = [&nodes](auto isSo) {
        return std::any_of(nodes.nodes.begin(), nodes.nodes.end(), [&](const auto &node) { return isSo(*node); });
    };
    if (quantity == NodeQuantity::GpusAllocated && !any([](const Node &node) { return node.gpus > 0; }))
        return QuantityLack::NoGpus;
    const bool isTold = any([quantity](const Node &node) {
        switch (quantity) {
        case NodeQuantity::GpusAllocated:
            return node.gpus > 0 && node.gpusAlloc.has_value();
        case NodeQuantity::CpuLoad:
            return node.cpuLoad.has_value();
        case NodeQuantity::MemoryAllocated:
            return node.memoryMiB > 0 && node.allocMemoryMiB.has_value();
        default:
            return node.memoryMiB > 0 && node.freeMemoryMiB.has_value();
        }
    });
    return isTold ? QuantityLack::None : QuantityLack::NotTold;
}

NodeLook lookOf(const Node &node, NodeQuantity quantity)
{
    NodeLook look{markOf(node), NodeLook::kNone};
    const bool isFree = look.mark == NodeMark::Free || (look.mark == NodeMark::Reserved && node.cpusAlloc == 0);
    if (quantity == NodeQuantity::State || look.mark == NodeMark::Off || look.mark >= NodeMark::Drained ||
        (isFree && quantity != NodeQuantity::MemoryFree))
        return look;
    const double share = shareOf(node, quantity);
    look.level = std::isnan(share) ? NodeLook::kMissing : quint8(std::lround(share * (NodeLook::kLevels - 1)));
    return look;
}

bool isIdleByLoad(const Node &node)
{
    return node.cpusAlloc > 0 && node.cpuLoad && *node.cpuLoad < std::max(0.5, 0.01 * node.cpusAlloc);
}

NodeTally tallyOf(const NodeList &nodes)
{
    NodeTally tally;
    tally.all = int(nodes.nodes.size());
    for (const auto &pointer : nodes.nodes) {
        const Node &node = *pointer;
        const NodeMark mark = markOf(node);
        ++tally.byMark[std::size_t(mark)];
        tally.gpus += node.gpus;
        if (node.gpus > 0 && !node.gpusAlloc)
            tally.gpusTold = false;
        if (node.gpus > 0 && mark <= NodeMark::Free)
            tally.gpusFree += std::max(0, node.gpus - node.gpusAlloc.value_or(0));
        if (node.cpusAlloc == 0)
            continue;
        ++tally.allocated;
        tally.loadTold += node.cpuLoad.has_value();
        tally.idleByLoad += isIdleByLoad(node);
    }
    return tally;
}

} // namespace paceline
