// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/tabledelegate.h"

#include "widgets/theme.h"

#include <QPainter>

namespace paceline {

namespace {

constexpr int kPadding = 8, kSymbolWidth = 16;

/// A bar in what the number on the right leaves free; a narrow cell goes without.
void paintBar(QPainter *painter, const QRect &room, double share, const QColor &ground, const QColor &color)
{
    constexpr int kLeast = 24, kMost = 220;
    if (room.width() < kLeast)
        return;
    QRect bar(room.left(), room.center().y() - 2, std::min(kMost, room.width()), 5);
    painter->fillRect(bar, ground);
    bar.setWidth(int(std::lround(bar.width() * std::clamp(share, 0.0, 1.0))));
    painter->fillRect(bar, color);
}

} // namespace

TableDelegate::TableDelegate(Roles roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_roles(roles)
{
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.selection);
    QRect text = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    if (index.column() == m_roles.moodColumn) {
        const auto mood = Mood(index.data(m_roles.mood).toInt());
        painter->setPen(m_stale ? theme.faint : theme.mood(mood));
        painter->setFont(option.font);
        painter->drawText(QRect(text.left(), text.top(), kSymbolWidth, text.height()), Qt::AlignVCenter | Qt::AlignLeft,
                          Theme::symbol(mood));
        text.setLeft(text.left() + kSymbolWidth);
    }
    const QString words = index.data().toString();
    if (m_roles.share >= 0) {
        const int taken = option.fontMetrics.horizontalAdvance(words) + 2 * kPadding;
        if (const QVariant share = index.data(m_roles.share); share.isValid())
            paintBar(painter, text.adjusted(0, 0, -taken, 0), share.toDouble(), theme.grid,
                     m_stale ? theme.faint : theme.accent);
    }
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const int flags = alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter);
    painter->setFont(option.font);
    painter->setPen(m_stale ? theme.faint : theme.ink);
    const QString shown = option.fontMetrics.elidedText(words, Qt::ElideRight, text.width());
    painter->drawText(text, flags | Qt::TextSingleLine, shown);
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * kPadding + kSymbolWidth,
            Theme::kRowHeight};
}

} // namespace paceline
