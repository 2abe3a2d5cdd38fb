// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/partcolumns.h"

#include <algorithm>

namespace paceline {

namespace {

QString familyOf(const MetricId &metric)
{
    return metric.value.left(metric.value.indexOf(QLatin1Char('.')));
}

/// Numbers count as such: "9" before "10".
bool comesBefore(const QString &a, const QString &b)
{
    bool isNumberA = false, isNumberB = false;
    const double numberA = a.toDouble(&isNumberA), numberB = b.toDouble(&isNumberB);
    return isNumberA && isNumberB && numberA != numberB ? numberA < numberB : a < b;
}

} // namespace

void PartColumns::begin(const Entities &nodes)
{
    m_cells.clear();
    if (m_nodes == nodes)
        return;
    m_nodes = nodes;
    m_order.clear();
    for (std::size_t i = 0; i < nodes->size(); ++i)
        m_order.insert((*nodes)[i].node, i);
}

void PartColumns::add(std::size_t node, const std::vector<PartValue> &values)
{
    for (const PartValue &value : values) {
        const Entity entity{(*m_nodes)[node].node, value.kind, value.id, value.label};
        m_cells[value.metric].push_back({entity, node, value.value});
        if (value.kind == Entity::Kind::Node)
            continue;
        Rows &rows = m_rows[familyOf(value.metric)];
        if (rows.index.contains(entity))
            continue;
        rows.index.insert(entity, 0);
        rows.newOnes.push_back(entity);
    }
}

void PartColumns::grow(Rows &rows)
{
    std::vector<Entity> all = rows.entities ? *rows.entities : std::vector<Entity>();
    all.insert(all.end(), rows.newOnes.begin(), rows.newOnes.end());
    rows.newOnes.clear();
    std::stable_sort(all.begin(), all.end(), [this](const Entity &a, const Entity &b) {
        const std::size_t nodeA = m_order.value(a.node), nodeB = m_order.value(b.node);
        if (nodeA != nodeB)
            return nodeA < nodeB;
        return comesBefore(a.label.isEmpty() ? a.id : a.label, b.label.isEmpty() ? b.id : b.label);
    });
    for (std::size_t i = 0; i < all.size(); ++i)
        rows.index.insert(all[i], i);
    rows.entities = std::make_shared<const std::vector<Entity>>(std::move(all));
}

void PartColumns::emitColumns(JobId job, qint64 timeMs, std::vector<SampleColumn> &columns)
{
    for (auto &[family, rows] : m_rows) {
        if (!rows.newOnes.empty())
            grow(rows);
    }
    for (const auto &[metric, cells] : m_cells) {
        const bool isOfNodes = cells.front().entity.kind == Entity::Kind::Node;
        const Rows *rows = isOfNodes ? nullptr : &m_rows[familyOf(metric)];
        const Entities &entities = rows ? rows->entities : m_nodes;
        SampleColumn column{job, metric, timeMs, entities, std::vector<float>(entities->size(), kMissing)};
        for (const Cell &cell : cells)
            column.values[rows ? rows->index.value(cell.entity) : cell.node] = cell.value;
        columns.push_back(std::move(column));
    }
}

} // namespace paceline
