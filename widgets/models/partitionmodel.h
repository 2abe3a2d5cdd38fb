// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/node.h"

#include <QAbstractTableModel>
#include <vector>

namespace paceline {

/// The partitions of a cluster with what is free in them; a few rows. GUI thread; owned by its view or page.
class PartitionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Nodes, Gpus, ColumnCount };
    enum Role { FreeShareRole = Qt::UserRole + 1 }; ///< 0 to 1, for a bar; invalid where there is nothing to share

    using QAbstractTableModel::QAbstractTableModel;

    void setPartitions(std::vector<Partition> partitions);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const Partition &partition, int column) const;

    std::vector<Partition> m_partitions;
};

} // namespace paceline
