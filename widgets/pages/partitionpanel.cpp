// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/partitionpanel.h"

#include "widgets/models/partitionmodel.h"
#include "widgets/pages/card.h"
#include "widgets/pages/tabledelegate.h"
#include "widgets/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace paceline {

PartitionPanel::PartitionPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new PartitionModel(this))
    , m_view(new QTreeView(this))
    , m_delegate(new TableDelegate({.share = PartitionModel::FreeShareRole}, this))
    , m_empty(new QLabel(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setFocusPolicy(Qt::ClickFocus);
    m_view->setAccessibleName(tr("Partitions"));
    m_view->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->header()->setStretchLastSection(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setText(tr("Partitions appear when the nodes were asked for."));
    m_empty->setForegroundRole(QPalette::PlaceholderText);

    auto *card = new Card(this);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(4, 4, 4, 4);
    inner->addWidget(m_view);
    inner->addWidget(m_empty);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    setNodes(nullptr);
}

void PartitionPanel::setNodes(const NodeList *nodes)
{
    m_model->setPartitions(nodes ? summarizePartitions(*nodes) : std::vector<Partition>{});
    m_view->setVisible(m_model->rowCount() > 0);
    m_empty->setVisible(m_model->rowCount() == 0);
}

QSize PartitionPanel::sizeHint() const
{
    constexpr int kMostRows = 6;
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    return {400, (rows + 1) * Theme::kRowHeight + 14};
}

void PartitionPanel::setStale(bool stale)
{
    m_delegate->setStale(stale);
    m_view->viewport()->update();
}

} // namespace paceline
