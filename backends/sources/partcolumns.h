// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"
#include "backends/sources/nodemeter.h"

#include <QHash>
#include <map>
#include <vector>

namespace paceline {

/// Lays out what some nodes or their parts have as columns of one tick: a metric comes only where some node told it.
/// Metrics of one family ("gpu") share their rows, and rows once seen stay. Owned by a ProbeTable, on its thread.
class PartColumns
{
public:
    /// Before the values of a tick; nodes are in the order of their rows.
    void begin(const Entities &nodes);
    void add(std::size_t node, const std::vector<PartValue> &values);
    void emitColumns(JobId job, qint64 timeMs, std::vector<SampleColumn> &columns);

private:
    struct Rows
    {
        Entities entities;
        QHash<Entity, std::size_t> index;
        std::vector<Entity> newOnes;
    };
    struct Cell
    {
        Entity entity; ///< of a node: the node itself
        std::size_t node;
        float value;
    };
    void grow(Rows &rows);

    Entities m_nodes;
    QHash<NodeName, std::size_t> m_order;
    std::map<QString, Rows> m_rows; ///< by family; those of nodes are m_nodes
    std::map<MetricId, std::vector<Cell>> m_cells;
};

} // namespace paceline
