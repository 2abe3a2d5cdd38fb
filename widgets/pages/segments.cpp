// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/segments.h"

#include "widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace paceline {

namespace {

constexpr int kHeight = 22, kPadding = 8;

} // namespace

Segments::Segments(QWidget *parent)
    : QWidget(parent)
{
    setFont(Theme::secondary());
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Segments::setLabels(const QStringList &labels)
{
    if (labels == m_labels)
        return;
    m_labels = labels;
    updateGeometry();
    update();
}

void Segments::setUnavailable(const QStringList &reasons)
{
    if (reasons == m_reasons)
        return;
    m_reasons = reasons;
    update();
}

void Segments::setCurrent(int index)
{
    m_current = index;
    update();
}

int Segments::widthOf(const QString &label) const
{
    return QFontMetrics(font()).horizontalAdvance(label) + 2 * kPadding;
}

QSize Segments::sizeHint() const
{
    int width = 0;
    for (const QString &label : m_labels)
        width += widthOf(label);
    return {width, kHeight};
}

void Segments::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    for (int i = 0; i < m_labels.size(); ++i) {
        const QRect cell(x, 0, widthOf(m_labels[i]), height());
        if (i == m_current) {
            painter.setPen(hasFocus() ? QPen(theme.accent) : QPen(Qt::NoPen));
            painter.setBrush(theme.selection);
            painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
        painter.setPen(!isAvailable(i) ? theme.faint : i == m_current ? theme.ink : theme.soft);
        painter.drawText(cell, Qt::AlignCenter, m_labels[i]);
        x += cell.width();
    }
}

void Segments::choose(int index)
{
    if (index < 0 || index >= m_labels.size() || index == m_current || !isAvailable(index))
        return;
    setCurrent(index);
    emit chosen(index);
}

int Segments::indexAt(QPointF position) const
{
    int x = 0;
    for (int i = 0; i < m_labels.size(); ++i) {
        x += widthOf(m_labels[i]);
        if (position.x() < x)
            return i;
    }
    return -1;
}

void Segments::mousePressEvent(QMouseEvent *event)
{
    choose(indexAt(event->position()));
}

bool Segments::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const QString reason = m_reasons.value(indexAt(help->pos())); !reason.isEmpty()) {
            QToolTip::showText(help->globalPos(), reason, this);
            return true;
        }
    }
    return QWidget::event(event);
}

/// To the next one that can be chosen.
void Segments::step(int direction)
{
    int index = m_current + direction;
    while (index >= 0 && index < m_labels.size() && !isAvailable(index))
        index += direction;
    choose(index);
}

void Segments::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        step(-1);
    else if (event->key() == Qt::Key_Right)
        step(1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace paceline
