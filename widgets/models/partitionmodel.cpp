// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/partitionmodel.h"

#include "backends/core/text.h"
#include "widgets/format/units.h"
#include "widgets/models/mood.h"

namespace paceline {

void PartitionModel::setPartitions(std::vector<Partition> partitions)
{
    const auto sameNames = [](const Partition &a, const Partition &b) { return a.name == b.name; };
    if (std::equal(partitions.begin(), partitions.end(), m_partitions.begin(), m_partitions.end(), sameNames)) {
        m_partitions = std::move(partitions);
        if (!m_partitions.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_partitions = std::move(partitions);
    endResetModel();
}

int PartitionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_partitions.size());
}

int PartitionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PartitionModel::text(const Partition &partition, int column) const
{
    switch (column) {
    case Name:
        return displayText(partition.name, 64);
    case Nodes:
        return tr("%1 of %2").arg(formatCount(partition.nodesIdle), formatCount(partition.nodesUsable));
    case Gpus:
        return partition.gpus == 0 ? missingText()
                                   : tr("%1 of %2").arg(formatCount(partition.gpusFree), formatCount(partition.gpus));
    default:
        return {};
    }
}

QVariant PartitionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Partition &partition = m_partitions[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return text(partition, index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight));
    if (role == FreeShareRole && index.column() == Nodes && partition.nodesUsable > 0)
        return double(partition.nodesIdle) / partition.nodesUsable;
    if (role == FreeShareRole && index.column() == Gpus && partition.gpus > 0)
        return double(partition.gpusFree) / partition.gpus;
    if (role == Qt::ToolTipRole)
        return plainToolTip(tr("%1: %2 nodes, %3 in service, %4 wholly free\n%5 of %6 CPUs free")
                                .arg(text(partition, Name), formatCount(partition.nodes),
                                     formatCount(partition.nodesUsable), formatCount(partition.nodesIdle),
                                     formatCount(partition.cpusFree), formatCount(partition.cpus)));
    return {};
}

QVariant PartitionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Name ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Partition");
    case Nodes:
        return tr("Free nodes");
    case Gpus:
        return tr("Free GPUs");
    default:
        return {};
    }
}

} // namespace paceline
