// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/node.h"

#include <array>

namespace paceline {

/// A node's state as the cluster map shows it: one word, one shape. Each node has exactly one, the worst that holds.
enum class NodeMark { Used, Partly, Free, Reserved, Off, Unknown, Drained, Silent, Down };
inline constexpr int kNodeMarks = 9;

/// What the cells of the map are coloured by.
enum class NodeQuantity { State, CpusAllocated, GpusAllocated, CpuLoad, MemoryAllocated, MemoryFree };
inline constexpr int kNodeQuantities = 6;

NodeMark markOf(const Node &node);
/// "free", "drained" ...
QString markText(NodeMark mark);
/// Takes no work although it is there: down, silent, drained.
bool isOut(NodeMark mark);

/// How much of the quantity, from 0 to 1: the allocated part of CPUs, GPUs or memory, the load of each allocated CPU (1
/// and above is 1), the free part of memory. NaN where the source does not tell it, where the node has none of it, and
/// for State.
double shareOf(const Node &node, NodeQuantity quantity);

/// Why a quantity cannot be shown.
enum class QuantityLack { None, NoNodes, NoGpus, NotTold };
QuantityLack lackOf(const NodeList &nodes, NodeQuantity quantity);

/// All that a cell's picture depends on.
struct NodeLook
{
    static constexpr quint8 kLevels = 32;
    static constexpr quint8 kMissing = 62; ///< there should be a value, and none was told
    static constexpr quint8 kNone = 63;    ///< the shape of the state says it all

    NodeMark mark = NodeMark::Unknown;
    quint8 level = kNone; ///< 0 to kLevels - 1: share, rounded

    friend bool operator==(const NodeLook &, const NodeLook &) = default;
};

/// Free nodes keep their shape whatever is shown (but for free memory), as do nodes that are out: a value is shown
/// where there is work.
NodeLook lookOf(const Node &node, NodeQuantity quantity);

/// The answer on top of the map, in numbers.
struct NodeTally
{
    std::array<int, kNodeMarks> byMark{};
    int all = 0, allocated = 0; ///< allocated: with at least one CPU in use
    int loadTold = 0;           ///< of the allocated nodes
    int idleByLoad = 0;         ///< allocated, and hardly anything runs there
    int gpus = 0, gpusFree = 0; ///< free: on nodes that take work
    bool gpusTold = true;       ///< false: some node does not tell how many of its GPUs are in use

    int count(NodeMark mark) const { return byMark[std::size_t(mark)]; }
    int out() const { return count(NodeMark::Down) + count(NodeMark::Silent) + count(NodeMark::Drained); }
};

NodeTally tallyOf(const NodeList &nodes);
/// Allocated, but its load is below half a process, or below one in a hundred allocated CPUs.
bool isIdleByLoad(const Node &node);

} // namespace paceline
