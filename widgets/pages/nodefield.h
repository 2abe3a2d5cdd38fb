// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"
#include "widgets/models/clusterfield.h"
#include "widgets/models/nodegroups.h"
#include "widgets/pages/nodestamps.h"

#include <QWidget>
#include <memory>

namespace paceline {

/// All nodes of a cluster as a field of cells, drawn into an image that is kept: a poll repaints the cells that
/// changed, the mouse repaints two. Stands in a scroll area; its height grows where the room is too small for the
/// smallest cells. GUI thread.
class NodeField : public QWidget
{
    Q_OBJECT
public:
    explicit NodeField(QWidget *parent = nullptr);

    void setNodes(std::shared_ptr<const NodeList> nodes);
    void setQuantity(NodeQuantity quantity);
    void setGrouping(NodeGrouping grouping, NodeOrder order);
    /// One byte a node of the list, 0: drawn faintly. Empty: all match.
    void setMatches(std::vector<quint8> matches);
    void setStale(bool stale);
    /// What can be seen of it without scrolling; a new size arranges the cells anew.
    void setRoom(QSize room);

    /// Null for none.
    std::shared_ptr<const Node> selectedNode() const;
    std::shared_ptr<const Node> nodeAt(QPoint point) const;
    void select(const NodeName &name);
    void clearSelection();
    const ClusterField &field() const { return m_field; }
    /// In this widget; empty when the node is not there.
    QRect cellOf(const NodeName &name) const;
    /// Cells that the last change drew, for tests: what did not change is not drawn.
    int cellsDrawn() const { return m_drawn; }

signals:
    /// By the mouse, or by the keys as the selection; null: the card goes.
    void nodePointedAt(const std::shared_ptr<const paceline::Node> &node, const QRect &cell);
    void nodeActivated(const paceline::NodeName &name);
    void menuRequested(const paceline::NodeName &name, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const Node &node(int position) const;
    bool isDim(int position) const;
    int positionOf(const NodeName &name) const;
    void regroup();
    void arrange();
    void refreshLooks();
    void drawAll();
    void drawCell(int position);
    void blitCell(int position, int x, int y);
    bool hasWords() const;
    void drawWords(QPainter &painter, int position);
    void drawTitles(QPainter &painter);
    void point(int position);
    void selectAt(int position);
    void updateCell(int position);

    std::shared_ptr<const NodeList> m_nodes;
    NodeQuantity m_quantity = NodeQuantity::State;
    NodeGrouping m_grouping = NodeGrouping::Partition;
    NodeOrder m_order = NodeOrder::Name;
    std::vector<quint8> m_matches;
    std::vector<NodeGroup> m_groups;
    std::vector<int> m_at;         ///< place in m_nodes of each position
    std::vector<NodeLook> m_looks; ///< of each position
    QStringList m_titles;          ///< safe to show
    ClusterField m_field;
    NodeStamps m_stamps;
    QImage m_image; ///< null: to be drawn
    QSize m_room;
    int m_hovered = -1, m_selected = -1, m_drawn = 0;
    bool m_isStale = false;
};

} // namespace paceline
