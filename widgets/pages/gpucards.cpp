// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/gpucards.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr int kTitle = 28, kBar = 30, kNote = 17, kPadding = 12;

} // namespace

GpuCards::GpuCards(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void GpuCards::setGpus(std::vector<Gpu> gpus)
{
    if (gpus == m_gpus)
        return;
    m_gpus = std::move(gpus);
    setFixedHeight(heightForWidth(std::max(width(), kLeastWidth)));
    update();
}

int GpuCards::columnsIn(int width) const
{
    const int count = int(m_gpus.size());
    const int fitting = std::clamp((width + Theme::kPaneGap) / (kLeastWidth + Theme::kPaneGap), 1, std::max(count, 1));
    // Rows of equal length: eight in a width for five are two rows of four.
    const int rows = (count + fitting - 1) / std::max(fitting, 1);
    return rows > 0 ? (count + rows - 1) / rows : 1;
}

int GpuCards::cardHeight() const
{
    std::size_t bars = 0;
    qsizetype notes = 0;
    for (const Gpu &gpu : m_gpus) {
        bars = std::max(bars, gpu.bars.size());
        notes = std::max(notes, gpu.notes.size());
    }
    return kTitle + int(bars) * kBar + int(notes) * kNote + kPadding;
}

int GpuCards::heightForWidth(int width) const
{
    if (m_gpus.empty())
        return 0;
    const int columns = columnsIn(width);
    const int rows = (int(m_gpus.size()) + columns - 1) / columns;
    return rows * (cardHeight() + Theme::kPaneGap) - Theme::kPaneGap;
}

void GpuCards::resizeEvent(QResizeEvent *)
{
    setFixedHeight(heightForWidth(width()));
}

void GpuCards::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int columns = columnsIn(width());
    const int cardWidth = (width() - (columns - 1) * Theme::kPaneGap) / columns;
    for (std::size_t i = 0; i < m_gpus.size(); ++i) {
        const int column = int(i) % columns, row = int(i) / columns;
        paintCard(painter,
                  QRect(column * (cardWidth + Theme::kPaneGap), row * (cardHeight() + Theme::kPaneGap), cardWidth,
                        cardHeight()),
                  m_gpus[i]);
    }
}

void GpuCards::paintCard(QPainter &painter, const QRect &card, const Gpu &gpu) const
{
    const Theme &theme = themeOf(palette());
    const bool isLoud = gpu.mood == Mood::Attention || gpu.mood == Mood::Failed;
    painter.setPen(QPen(isLoud ? theme.mood(gpu.mood) : theme.hairline, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kCorner, Theme::kCorner);
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    int x = card.left() + kPadding;
    const int baseline = card.top() + 20, right = card.right() - kPadding;
    painter.setFont(bold);
    painter.setPen(theme.ink);
    const QString title = isLoud ? QString(Theme::symbol(gpu.mood)) + QChar(0xA0) + gpu.title : gpu.title;
    painter.drawText(x, baseline, title);
    x += QFontMetrics(bold).horizontalAdvance(title) + 8;
    const QFontMetrics small(Theme::secondary());
    painter.setFont(Theme::secondary());
    painter.setPen(theme.soft);
    painter.drawText(x, baseline, small.elidedText(gpu.model, Qt::ElideRight, std::max(right - x, 0)));
    int y = card.top() + kTitle;
    for (const Bar &bar : gpu.bars) {
        paintBar(painter, QRect(card.left() + kPadding, y, card.width() - 2 * kPadding, kBar), bar);
        y += kBar;
    }
    for (const QString &note : gpu.notes) {
        painter.setPen(isLoud && note == gpu.notes.front() ? theme.mood(gpu.mood) : theme.soft);
        painter.drawText(card.left() + kPadding, y + 12,
                         small.elidedText(note, Qt::ElideRight, card.width() - 2 * kPadding));
        y += kNote;
    }
}

void GpuCards::paintBar(QPainter &painter, const QRect &row, const Bar &bar) const
{
    const Theme &theme = themeOf(palette());
    painter.setFont(Theme::secondary());
    painter.setPen(theme.soft);
    painter.drawText(row.adjusted(0, 0, 0, -10), Qt::AlignLeft | Qt::AlignVCenter, bar.name);
    const bool isLoud = bar.mood == Mood::Attention || bar.mood == Mood::Failed;
    painter.setPen(isLoud ? theme.mood(bar.mood) : theme.ink);
    painter.drawText(row.adjusted(0, 0, 0, -10), Qt::AlignRight | Qt::AlignVCenter, bar.value);
    if (std::isnan(bar.share))
        return;
    const QRectF track(row.left(), row.bottom() - 9, row.width(), 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.grid);
    painter.drawRoundedRect(track, 2, 2);
    QRectF filled = track;
    filled.setWidth(track.width() * std::clamp(bar.share, 0.0, 1.0));
    painter.setBrush(isLoud ? theme.mood(bar.mood) : theme.series[0]);
    painter.drawRoundedRect(filled, 2, 2);
}

} // namespace paceline
