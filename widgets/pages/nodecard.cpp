// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/nodecard.h"

#include <QPainter>
#include <algorithm>

namespace paceline {

namespace {

constexpr int kWidth = 372, kMargin = 12, kColumnGap = 10, kRowGap = 3, kTitleHeight = 22, kFoot = 20;
constexpr int kWrapped = int(Qt::TextWordWrap) | int(Qt::TextWrapAnywhere) | int(Qt::AlignLeft) | int(Qt::AlignTop);

} // namespace

NodeCard::NodeCard(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

/// Places all lines; the height of the card.
int NodeCard::measure()
{
    const QFontMetrics metrics(Theme::secondary());
    m_labels = 0;
    for (const auto &row : m_facts.rows)
        m_labels = std::max(m_labels, metrics.horizontalAdvance(row.first));
    const auto heightOf = [&metrics](const QString &text, int width) {
        return metrics.boundingRect(QRect(0, 0, width, 1000), kWrapped, text).height();
    };
    const int inner = kWidth - 2 * kMargin, left = kMargin + m_labels + kColumnGap;
    int y = kMargin + kTitleHeight;
    m_state = QRect(kMargin, y, inner, heightOf(m_facts.state, inner - 16));
    y += m_state.height() + 6;
    m_lines.clear();
    for (const auto &row : m_facts.rows) {
        const int height = heightOf(row.second, kWidth - kMargin - left);
        m_lines.push_back({QRect(kMargin, y, m_labels, height), QRect(left, y, kWidth - kMargin - left, height)});
        y += height + kRowGap;
    }
    return y + kFoot + kMargin - 4;
}

void NodeCard::showFacts(const NodeFacts &facts, const QRect &anchor)
{
    constexpr int kAway = 12;
    m_facts = facts;
    resize(kWidth, measure());
    const QSize room = parentWidget()->size();
    int x = anchor.right() + kAway, y = anchor.bottom() + kAway;
    if (x + width() > room.width() - kAway)
        x = anchor.left() - kAway - width();
    if (y + height() > room.height() - kAway)
        y = anchor.top() - kAway - height();
    // Where it fits neither above nor below it stands beside the cell.
    move(std::clamp(x, kAway, std::max(kAway, room.width() - width() - kAway)),
         std::clamp(y, kAway, std::max(kAway, room.height() - height() - kAway)));
    setAccessibleDescription(plainText(facts));
    raise();
    show();
    update();
}

void NodeCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.faint, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kCorner, Theme::kCorner);
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(theme.ink);
    painter.drawText(QRect(kMargin, kMargin - 2, width() - 2 * kMargin, kTitleHeight), Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(m_facts.title, Qt::ElideRight, width() - 2 * kMargin));
    painter.setFont(Theme::secondary());
    painter.setPen(theme.mood(m_facts.mood));
    painter.drawText(m_state, Qt::AlignLeft | Qt::AlignTop, Theme::symbol(m_facts.mood));
    painter.setPen(theme.ink);
    painter.drawText(m_state.adjusted(16, 0, 0, 0), kWrapped, m_facts.state);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        painter.setPen(theme.soft);
        painter.drawText(m_lines[i].label, Qt::AlignLeft | Qt::AlignTop, m_facts.rows[i].first);
        painter.setPen(theme.ink);
        painter.drawText(m_lines[i].text, kWrapped, m_facts.rows[i].second);
    }
    painter.setPen(theme.faint);
    painter.drawText(QRect(kMargin, height() - kMargin - 14, width() - 2 * kMargin, 16), Qt::AlignLeft | Qt::AlignTop,
                     m_facts.source);
}

} // namespace paceline
