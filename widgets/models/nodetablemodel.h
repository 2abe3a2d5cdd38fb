// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/node.h"

#include <QAbstractTableModel>
#include <memory>
#include <vector>

namespace paceline {

/// The nodes of a cluster, those that need a look first. Filters by name, state or partition. GUI thread; owned by its
/// view or page.
class NodeTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, State, Partitions, Cpus, Load, Memory, Gpus, ColumnCount };
    enum Role { MoodRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    void setNodes(std::shared_ptr<const NodeList> nodes);
    /// Part of a name, a partition or a state; empty: all.
    void setFilterText(const QString &text);
    std::shared_ptr<const Node> node(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    using NodePointer = std::shared_ptr<const Node>;
    bool isListed(const Node &node) const;
    void rearrange(std::vector<NodePointer> nodes);
    void sortNodes(std::vector<NodePointer> &nodes) const;

    std::shared_ptr<const NodeList> m_all;
    std::vector<NodePointer> m_nodes;
    QString m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace paceline
