// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/nodefield.h"

#include "backends/core/text.h"
#include "widgets/format/jobtext.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

namespace paceline {

namespace {

constexpr int kMaxTitle = 60;

} // namespace

NodeField::NodeField(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Nodes of the cluster"));
}

const Node &NodeField::node(int position) const
{
    return *m_nodes->nodes[std::size_t(m_at[std::size_t(position)])];
}

bool NodeField::isDim(int position) const
{
    return !m_matches.empty() && !m_matches[std::size_t(m_at[std::size_t(position)])];
}

void NodeField::setNodes(std::shared_ptr<const NodeList> nodes)
{
    const auto before = std::exchange(m_nodes, std::move(nodes));
    m_drawn = 0;
    if (m_nodes && before && isGroupedAlike(*before, *m_nodes, m_grouping, m_order)) {
        refreshLooks();
        return;
    }
    // The mouse and the keys stay with the node, wherever it stands now.
    const auto nameAt = [&](int position) {
        return position < 0 ? NodeName() : before->nodes[std::size_t(m_at[std::size_t(position)])]->name;
    };
    const NodeName selected = nameAt(m_selected);
    m_selected = m_hovered = -1;
    m_matches.clear(); // they were of other nodes
    regroup();
    m_selected = selected.isEmpty() ? -1 : positionOf(selected);
}

void NodeField::setQuantity(NodeQuantity quantity)
{
    if (m_quantity == quantity)
        return;
    m_quantity = quantity;
    refreshLooks();
}

void NodeField::setGrouping(NodeGrouping grouping, NodeOrder order)
{
    if (m_grouping == grouping && m_order == order)
        return;
    const auto selected = selectedNode();
    m_grouping = grouping;
    m_order = order;
    m_selected = m_hovered = -1;
    regroup();
    if (selected)
        m_selected = positionOf(selected->name);
}

void NodeField::setMatches(std::vector<quint8> matches)
{
    if (matches == m_matches)
        return;
    const std::vector<quint8> before = std::exchange(m_matches, std::move(matches));
    m_drawn = 0;
    if (m_image.isNull())
        return;
    const auto wasDim = [&](int node) { return !before.empty() && !before[std::size_t(node)]; };
    for (int position = 0; position < int(m_at.size()); ++position) {
        if (wasDim(m_at[std::size_t(position)]) != isDim(position))
            drawCell(position);
    }
    update();
}

void NodeField::setStale(bool stale)
{
    if (m_isStale == stale)
        return;
    m_isStale = stale;
    update();
}

void NodeField::setRoom(QSize room)
{
    if (m_room == room)
        return;
    m_room = room;
    arrange();
}

void NodeField::regroup()
{
    m_groups = m_nodes ? groupNodes(*m_nodes, m_grouping, m_order) : std::vector<NodeGroup>();
    m_at.clear();
    m_titles.clear();
    for (const NodeGroup &group : m_groups) {
        m_at.insert(m_at.end(), group.nodes.begin(), group.nodes.end());
        m_titles += displayText(group.title, kMaxTitle);
    }
    m_looks.clear();
    arrange();
}

void NodeField::arrange()
{
    QFont font = Theme::secondary();
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    std::vector<int> counts, widths;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const QString &title = m_titles.at(qsizetype(i));
        counts.push_back(int(m_groups[i].nodes.size()));
        widths.push_back(title.isEmpty() ? 0 : metrics.horizontalAdvance(title) + 4);
    }
    m_field = ClusterField::fit(counts, widths, m_room);
    setMinimumHeight(std::min(m_field.height(), 30'000));
    m_image = QImage();
    m_hovered = -1;
    update();
}

void NodeField::refreshLooks()
{
    m_drawn = 0;
    if (m_image.isNull() || m_looks.size() != m_at.size())
        return; // drawn with the next painting
    for (int position = 0; position < int(m_at.size()); ++position) {
        const NodeLook look = lookOf(node(position), m_quantity);
        NodeLook &known = m_looks[std::size_t(position)];
        if (look == known && !m_field.style().isTile)
            continue;
        known = look;
        drawCell(position);
    }
    if (m_drawn > 0)
        update();
}

std::shared_ptr<const Node> NodeField::selectedNode() const
{
    return m_selected < 0 ? nullptr : m_nodes->nodes[std::size_t(m_at[std::size_t(m_selected)])];
}

std::shared_ptr<const Node> NodeField::nodeAt(QPoint point) const
{
    const int position = m_field.cellAt(point);
    return position < 0 ? nullptr : m_nodes->nodes[std::size_t(m_at[std::size_t(position)])];
}

int NodeField::positionOf(const NodeName &name) const
{
    const auto it = std::find_if(m_at.begin(), m_at.end(),
                                 [&](int node) { return m_nodes->nodes[std::size_t(node)]->name == name; });
    return it == m_at.end() ? -1 : int(it - m_at.begin());
}

QRect NodeField::cellOf(const NodeName &name) const
{
    return m_field.cell(positionOf(name));
}

void NodeField::select(const NodeName &name)
{
    selectAt(positionOf(name));
}

void NodeField::clearSelection()
{
    updateCell(std::exchange(m_selected, -1));
    emit nodePointedAt(nullptr, {});
}

void NodeField::selectAt(int position)
{
    updateCell(std::exchange(m_selected, position));
    updateCell(position);
    if (position < 0)
        return;
    const auto selected = selectedNode();
    setAccessibleDescription(displayText(selected->name.value, kMaxTitle) + QStringLiteral(": ") +
                             nodeStateText(*selected));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    emit nodePointedAt(selected, m_field.cell(position));
}

void NodeField::point(int position)
{
    if (position == m_hovered)
        return;
    updateCell(std::exchange(m_hovered, position));
    updateCell(position);
    if (position < 0)
        emit nodePointedAt(nullptr, {});
    else
        emit nodePointedAt(m_nodes->nodes[std::size_t(m_at[std::size_t(position)])], m_field.cell(position));
}

void NodeField::updateCell(int position)
{
    if (position >= 0)
        update(m_field.cell(position).adjusted(-4, -4, 4, 4));
}

void NodeField::mouseMoveEvent(QMouseEvent *event)
{
    point(m_field.cellAt(event->pos()));
}

void NodeField::mousePressEvent(QMouseEvent *event)
{
    const int position = m_field.cellAt(event->pos());
    if (position < 0)
        clearSelection();
    else
        selectAt(position);
}

void NodeField::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto node = nodeAt(event->pos()))
        emit nodeActivated(node->name);
}

void NodeField::leaveEvent(QEvent *)
{
    point(-1);
}

void NodeField::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    updateCell(m_selected);
}

void NodeField::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (const auto node = selectedNode())
            emit menuRequested(node->name, mapToGlobal(m_field.cell(m_selected).center()));
    } else if (const auto node = nodeAt(event->pos())) {
        selectAt(m_field.cellAt(event->pos()));
        emit menuRequested(node->name, event->globalPos());
    }
}

bool NodeField::event(QEvent *event)
{
    // Esc takes the selection away before it leaves the page.
    if (event->type() == QEvent::ShortcutOverride && m_selected >= 0 &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void NodeField::keyPressEvent(QKeyEvent *event)
{
    using Direction = ClusterField::Direction;
    const auto go = [this](Direction direction) { selectAt(m_field.neighbour(m_selected, direction)); };
    switch (event->key()) {
    case Qt::Key_Left:
        return go(Direction::Left);
    case Qt::Key_Right:
        return go(Direction::Right);
    case Qt::Key_Up:
        return go(Direction::Up);
    case Qt::Key_Down:
        return go(Direction::Down);
    case Qt::Key_Home:
        return selectAt(m_field.cells() > 0 ? 0 : -1);
    case Qt::Key_End:
        return selectAt(m_field.cells() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto node = selectedNode())
            emit nodeActivated(node->name);
        return;
    case Qt::Key_Escape:
        if (m_selected >= 0)
            return clearSelection();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void NodeField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace paceline
