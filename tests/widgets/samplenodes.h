// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/node.h"

#include <functional>
#include <memory>
#include <random>

namespace paceline {

/// A cluster for tests and benches, made from a seed: mostly busy, some nodes free, a few out, in every state that the
/// map shows.
struct SampleNodes
{
    int count = 256;
    unsigned seed = 1;
    qint64 takenMs = 1'700'000'000'000;
    /// Number of the node from 0 to its name; default: n0001.
    std::function<QString(int)> name = [](int i) { return QStringLiteral("n%1").arg(i + 1, 4, 10, QLatin1Char('0')); };

    static void setState(Node &node, NodeState state, const char *text)
    {
        node.state = state;
        node.stateText = QString::fromLatin1(text);
        const QStringList words = node.stateText.split(QLatin1Char('+'));
        node.flags = words.mid(1);
    }
    /// What a node does next.
    static void renew(Node &node, std::mt19937 &random)
    {
        const int dice = int(random() % 1000);
        node.cpusAlloc = 0;
        node.reason.clear();
        node.reasonBy.clear();
        if (dice < 6)
            setState(node, NodeState::Down, dice < 3 ? "DOWN" : "DOWN+NOT_RESPONDING");
        else if (dice < 22)
            setState(node, NodeState::Idle, "IDLE+DRAIN");
        else if (dice < 30)
            setState(node, NodeState::Idle, "IDLE+MAINTENANCE");
        else if (dice < 70)
            setState(node, NodeState::Idle, "IDLE");
        else if (dice < 200)
            setState(node, NodeState::Mixed, "MIXED");
        else
            setState(node, NodeState::Allocated, "ALLOCATED");
        if (dice < 22) {
            node.reason = dice % 2 ? QStringLiteral("fan failure") : QStringLiteral("GPU 3 fell off the bus");
            node.reasonBy = QStringLiteral("root@2023-11-14T09:12:00");
        }
        if (node.state == NodeState::Mixed)
            node.cpusAlloc = 8 * (1 + int(random() % 7));
        else if (node.state == NodeState::Allocated)
            node.cpusAlloc = node.cpus;
        const bool sleeps = random() % 16 == 0;
        const double busy = node.cpusAlloc == 0 || sleeps ? 0.002 : 0.8 + double(random() % 30) / 100;
        node.cpuLoad = (node.cpusAlloc == 0 ? node.cpus : node.cpusAlloc) * busy;
        node.allocMemoryMiB = node.memoryMiB * node.cpusAlloc / node.cpus;
        node.freeMemoryMiB = node.memoryMiB - *node.allocMemoryMiB * int(40 + random() % 55) / 100;
        if (node.gpus > 0)
            node.gpusAlloc = node.gpus * node.cpusAlloc / node.cpus;
    }
    std::shared_ptr<NodeList> make() const
    {
        std::mt19937 random(seed);
        auto list = std::make_shared<NodeList>();
        list->takenMs = takenMs;
        for (int i = 0; i < count; ++i) {
            auto node = std::make_shared<Node>();
            node->name = NodeName(name(i));
            node->cpus = 64;
            node->memoryMiB = 524'288;
            const bool hasGpus = i % 8 != 7 && i < count * 4 / 5;
            node->gpus = hasGpus ? 4 : 0;
            if (hasGpus)
                node->gpuTypes = {{i < count / 2 ? QStringLiteral("a100") : QStringLiteral("h100"), 4}};
            node->partitions = !hasGpus         ? QStringList{QStringLiteral("cpu")}
                               : i < count / 10 ? QStringList{QStringLiteral("gpu"), QStringLiteral("debug")}
                                                : QStringList{QStringLiteral("gpu")};
            node->features =
                QStringList{i < count / 2 ? QStringLiteral("rome") : QStringLiteral("genoa"), QStringLiteral("ib")};
            renew(*node, random);
            list->nodes.push_back(node);
        }
        return list;
    }
    /// The poll after: so many nodes changed, all others are the same objects.
    static std::shared_ptr<NodeList> next(const NodeList &before, int changes, unsigned seed)
    {
        std::mt19937 random(seed);
        auto list = std::make_shared<NodeList>(before);
        list->takenMs += 60'000;
        for (int i = 0; i < changes; ++i) {
            auto &slot = list->nodes[std::size_t(random() % list->nodes.size())];
            auto node = std::make_shared<Node>(*slot);
            renew(*node, random);
            slot = node;
        }
        return list;
    }
};

} // namespace paceline
