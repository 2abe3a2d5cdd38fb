// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/node.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace paceline {

class PartitionModel;
class TableDelegate;

/// What is free in each partition, as numbers and bars.
class PartitionPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PartitionPanel(QWidget *parent = nullptr);

    /// Null: not known yet.
    void setNodes(const NodeList *nodes);
    void setStale(bool stale);

    QSize sizeHint() const override; ///< room for the first partitions

private:
    PartitionModel *m_model;
    QTreeView *m_view;
    TableDelegate *m_delegate;
    QLabel *m_empty;
};

} // namespace paceline
