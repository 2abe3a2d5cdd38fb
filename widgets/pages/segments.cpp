// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/segments.h"

#include "widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

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
        painter.setPen(i == m_current ? theme.ink : theme.soft);
        painter.drawText(cell, Qt::AlignCenter, m_labels[i]);
        x += cell.width();
    }
}

void Segments::choose(int index)
{
    if (index < 0 || index >= m_labels.size() || index == m_current)
        return;
    setCurrent(index);
    emit chosen(index);
}

void Segments::mousePressEvent(QMouseEvent *event)
{
    int x = 0;
    for (int i = 0; i < m_labels.size(); ++i) {
        x += widthOf(m_labels[i]);
        if (event->position().x() < x)
            return choose(i);
    }
}

void Segments::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        choose(m_current - 1);
    else if (event->key() == Qt::Key_Right)
        choose(m_current + 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace paceline
