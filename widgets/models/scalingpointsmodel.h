// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/scalingline.h"

#include <QAbstractTableModel>

namespace paceline {

/// The points of one line, and of one's own also the jobs that were taken out of it: the tick before its number
/// moves it. GUI thread.
class ScalingPointsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Accelerators, Throughput, Efficiency, SpeedUp, KarpFlatt, Residual, Batch, Job, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void setLine(ScalingLinePtr line);
    /// Number 0 where the row is no job.
    JobId job(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void jobMoved(paceline::JobId job, bool isIn);

private:
    int points() const { return m_line && m_line->found ? int(m_line->found->points.size()) : 0; }
    bool isPoint(int row) const { return row < points(); }
    QString text(const ScalingPointFigures &point, Column column) const;

    ScalingLinePtr m_line;
};

} // namespace paceline
