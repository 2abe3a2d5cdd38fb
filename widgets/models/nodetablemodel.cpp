// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/nodetablemodel.h"

#include "backends/core/text.h"
#include "widgets/format/jobtext.h"
#include "widgets/format/units.h"
#include "widgets/models/mood.h"

#include <QHash>
#include <algorithm>

namespace paceline {

namespace {

/// What needs a look comes first.
int weightOf(const Node &node)
{
    switch (moodOf(node)) {
    case Mood::Failed:
        return 0;
    case Mood::Attention:
        return 1;
    default:
        return 2;
    }
}

double numberOf(const Node &node, int column)
{
    switch (column) {
    case NodeTableModel::State:
        return weightOf(node) * 100 + int(node.state);
    case NodeTableModel::Cpus:
        return node.cpus > 0 ? double(node.cpusAlloc) / node.cpus : -1;
    case NodeTableModel::Load:
        return node.cpuLoad.value_or(-1);
    case NodeTableModel::Memory:
        return double(node.memoryMiB);
    case NodeTableModel::Gpus:
        return node.gpus - node.gpusAlloc.value_or(0);
    default:
        return 0;
    }
}

QString cell(const Node &node, int column)
{
    switch (column) {
    case NodeTableModel::Name:
        return displayText(node.name.value, 64);
    case NodeTableModel::State:
        return nodeStateText(node);
    case NodeTableModel::Partitions:
        return displayText(node.partitions.join(QStringLiteral(", ")), 200);
    case NodeTableModel::Cpus:
        return QStringLiteral("%1 / %2").arg(formatCount(node.cpusAlloc), formatCount(node.cpus));
    case NodeTableModel::Load:
        return node.cpuLoad ? formatNumber(*node.cpuLoad) : missingText();
    case NodeTableModel::Memory:
        return formatValue(double(node.memoryMiB) * 1048576, Unit::Byte);
    case NodeTableModel::Gpus:
        if (node.gpus == 0)
            return missingText();
        return QStringLiteral("%1 / %2").arg(node.gpusAlloc ? formatCount(*node.gpusAlloc) : missingText(),
                                             formatCount(node.gpus));
    default:
        return {};
    }
}

bool isNumber(int column)
{
    return column >= NodeTableModel::Cpus;
}

} // namespace

void NodeTableModel::setNodes(std::shared_ptr<const NodeList> nodes)
{
    m_all = std::move(nodes);
    setFilterText(m_filter);
}

void NodeTableModel::setFilterText(const QString &text)
{
    m_filter = text.trimmed();
    std::vector<NodePointer> listed;
    if (m_all)
        std::copy_if(m_all->nodes.begin(), m_all->nodes.end(), std::back_inserter(listed),
                     [this](const NodePointer &node) { return isListed(*node); });
    rearrange(std::move(listed));
}

bool NodeTableModel::isListed(const Node &node) const
{
    return m_filter.isEmpty() || node.name.value.contains(m_filter, Qt::CaseInsensitive) ||
           node.stateText.contains(m_filter, Qt::CaseInsensitive) ||
           node.partitions.contains(m_filter, Qt::CaseInsensitive) ||
           nodeStateText(node).contains(m_filter, Qt::CaseInsensitive);
}

void NodeTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    rearrange(m_nodes);
}

void NodeTableModel::sortNodes(std::vector<NodePointer> &nodes) const
{
    const auto text = [this](const Node &node) {
        return m_sortColumn == Partitions ? node.partitions.join(QLatin1Char(',')) : node.name.value;
    };
    const auto less = [&](const NodePointer &a, const NodePointer &b) {
        if (m_sortColumn < 0)
            return weightOf(*a) < weightOf(*b);
        const double x = numberOf(*a, m_sortColumn), y = numberOf(*b, m_sortColumn);
        return x != y ? x < y : (m_sortColumn == Name || m_sortColumn == Partitions) && text(*a) < text(*b);
    };
    if (m_sortOrder == Qt::DescendingOrder && m_sortColumn >= 0)
        std::stable_sort(nodes.begin(), nodes.end(),
                         [&](const NodePointer &a, const NodePointer &b) { return less(b, a); });
    else
        std::stable_sort(nodes.begin(), nodes.end(), less);
}

void NodeTableModel::rearrange(std::vector<NodePointer> nodes)
{
    sortNodes(nodes);
    const auto sameName = [](const NodePointer &a, const NodePointer &b) { return a->name == b->name; };
    if (std::equal(nodes.begin(), nodes.end(), m_nodes.begin(), m_nodes.end(), sameName)) {
        m_nodes = std::move(nodes);
        if (!m_nodes.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    emit layoutAboutToBeChanged();
    const QModelIndexList from = persistentIndexList();
    std::vector<NodeName> names;
    for (const QModelIndex &index : from)
        names.push_back(m_nodes[std::size_t(index.row())]->name);
    m_nodes = std::move(nodes);
    QHash<NodeName, int> rows;
    for (std::size_t i = 0; !names.empty() && i < m_nodes.size(); ++i)
        rows.insert(m_nodes[i]->name, int(i));
    QModelIndexList to;
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(index(rows.value(names[std::size_t(i)], -1), from.at(i).column()));
    changePersistentIndexList(from, to);
    emit layoutChanged();
}

std::shared_ptr<const Node> NodeTableModel::node(const QModelIndex &index) const
{
    return index.isValid() ? m_nodes[std::size_t(index.row())] : nullptr;
}

int NodeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_nodes.size());
}

int NodeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NodeTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *m_nodes[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(node, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case MoodRole:
        return int(moodOf(node));
    case Qt::ToolTipRole:
        if (index.column() == State && !node.reason.isEmpty())
            return plainToolTip(tr("%1\n%2\nSlurm: %3")
                                    .arg(displayText(node.reason, 500), displayText(node.reasonBy, 100),
                                         displayText(node.stateText, 100)));
        return index.column() == State ? QVariant(plainToolTip(tr("Slurm: %1").arg(displayText(node.stateText, 100))))
                                       : QVariant();
    default:
        return {};
    }
}

QVariant NodeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Node");
    case State:
        return tr("State");
    case Partitions:
        return tr("Partitions");
    case Cpus:
        return tr("CPUs used");
    case Load:
        return tr("Load");
    case Memory:
        return tr("Memory");
    case Gpus:
        return tr("GPUs used");
    default:
        return {};
    }
}

} // namespace paceline
