// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/scalingpointsmodel.h"

#include "widgets/format/units.h"

#include <algorithm>
#include <cmath>

namespace paceline {

void ScalingPointsModel::setLine(ScalingLinePtr line)
{
    if (line == m_line)
        return;
    beginResetModel();
    m_line = std::move(line);
    endResetModel();
}

JobId ScalingPointsModel::job(int row) const
{
    if (!m_line || row < 0)
        return {};
    if (!isPoint(row)) {
        const std::size_t out = std::size_t(row - points());
        return out < m_line->movedOut.size() ? m_line->movedOut[out] : JobId();
    }
    // Figures are sorted by scale; the line tells which measurement they are of by its place there.
    const ScalingPoint &point = m_line->found->points[std::size_t(row)].point;
    const std::size_t at = std::size_t(point.line);
    return point.line > 0 && at <= m_line->jobs.size() ? m_line->jobs[at - 1] : JobId();
}

int ScalingPointsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_line ? 0 : points() + int(m_line->movedOut.size());
}

int ScalingPointsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString ScalingPointsModel::text(const ScalingPointFigures &point, Column column) const
{
    const auto number = [](double v) { return std::isnan(v) ? missingText() : formatNumber(v); };
    switch (column) {
    case Accelerators:
        return formatCount(qint64(point.point.accelerators));
    case Throughput:
        return formatValue(point.point.throughput, m_line->unit);
    case Efficiency:
        return formatValue(point.efficiency * 100, Unit::Percent);
    case SpeedUp:
        return number(point.speedup);
    case KarpFlatt:
        return number(point.karpFlatt);
    case Residual:
        if (point.isSetAside)
            return tr("set aside");
        return std::isnan(point.residual) ? missingText()
                                          : formatValue(std::expm1(point.residual) * 100, Unit::Percent);
    case Batch:
        return std::isnan(point.point.globalBatch) ? missingText() : formatCount(std::llround(point.point.globalBatch));
    default:
        return {};
    }
}

QVariant ScalingPointsModel::data(const QModelIndex &index, int role) const
{
    const int row = index.row();
    const auto column = Column(index.column());
    if (role == Qt::CheckStateRole && column == Job && m_line->isOwn)
        return isPoint(row) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole)
        return int(column == Job ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (column == Job) {
        const JobId number = job(row);
        if (number.number == 0)
            return QString();
        return QString(QChar(isPoint(row) ? 0x2611 : 0x2610)) + QChar(0xA0) + QString::number(number.number);
    }
    if (!isPoint(row))
        return column == Accelerators ? tr("taken out") : QString();
    return text(m_line->found->points[std::size_t(row)], column);
}

bool ScalingPointsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || job(index.row()).number == 0)
        return false;
    emit jobMoved(job(index.row()), value.toInt() == Qt::Checked);
    return true;
}

QVariant ScalingPointsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Job ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == KarpFlatt)
        return tr("Serial fraction by this point alone (Karp and Flatt)");
    if (role == Qt::ToolTipRole && section == Residual)
        return tr("How far the point lies above or below the fitted law");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Accelerators:
        return tr("Accelerators");
    case Throughput:
        return tr("Throughput");
    case Efficiency:
        return tr("Efficiency");
    case SpeedUp:
        return tr("Speed-up");
    case KarpFlatt:
        return tr("Karp-Flatt");
    case Residual:
        return tr("Against the law");
    case Batch:
        return tr("Batch");
    case Job:
        return tr("Job");
    default:
        return {};
    }
}

Qt::ItemFlags ScalingPointsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Job && m_line && m_line->isOwn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace paceline
