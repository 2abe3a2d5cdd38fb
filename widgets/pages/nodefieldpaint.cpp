// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/text.h"
#include "widgets/format/jobtext.h"
#include "widgets/format/units.h"
#include "widgets/pages/clustermapwords.h"
#include "widgets/pages/nodefield.h"

#include <QPaintEvent>
#include <QPainter>
#include <cmath>
#include <cstring>

namespace paceline {

namespace {

/// What is left of a name in a small square: its last number, or its end.
QString shortName(const QString &name)
{
    const qsizetype dot = name.indexOf(u'.');
    const QString host = dot > 0 ? name.left(dot) : name;
    qsizetype begin = host.size();
    while (begin > 0 && host[begin - 1].isDigit())
        --begin;
    return displayText(host.mid(begin).isEmpty() ? host.right(3) : host.mid(begin).right(4), 4);
}

/// Copies an opaque square; what stands out of the image is left away.
void blit(const QImage &stamp, QImage &image, int x, int y)
{
    const int width = std::min(stamp.width(), image.width() - x);
    if (x < 0 || y < 0 || width <= 0)
        return;
    const int height = std::min(stamp.height(), image.height() - y);
    const qsizetype from = stamp.bytesPerLine(), to = image.bytesPerLine();
    const uchar *source = stamp.constBits();
    uchar *target = image.bits() + y * to + x * 4;
    for (int line = 0; line < height; ++line, source += from, target += to)
        std::memcpy(target, source, std::size_t(width) * 4);
}

} // namespace

void NodeField::drawAll()
{
    const Theme &theme = themeOf(palette());
    const qreal ratio = devicePixelRatioF();
    m_stamps.setUp(theme, m_field.style().mark, ratio);
    m_image = QImage(QSize(m_room.width(), std::max(1, minimumHeight())) * ratio, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(theme.panel);
    m_looks.resize(m_at.size());
    for (int position = 0; position < int(m_at.size()); ++position)
        m_looks[std::size_t(position)] = lookOf(node(position), m_quantity);
    for (const ClusterField::Block &block : m_field.blocks()) {
        for (int place = 0; place < block.count; ++place)
            blitCell(block.first + place, block.cells.x() + place % block.columns * m_field.style().stepX,
                     block.cells.y() + place / block.columns * m_field.style().stepY);
    }
    QPainter painter(&m_image);
    drawTitles(painter);
    for (int position = 0; hasWords() && position < int(m_at.size()); ++position)
        drawWords(painter, position);
    m_drawn = int(m_at.size());
}

void NodeField::blitCell(int position, int x, int y)
{
    const qreal ratio = m_image.devicePixelRatioF();
    blit(m_stamps.stamp(m_looks[std::size_t(position)], isDim(position)), m_image, int(std::lround(x * ratio)),
         int(std::lround(y * ratio)));
}

void NodeField::drawCell(int position)
{
    ++m_drawn;
    const QRect cell = m_field.cell(position);
    if (hasWords()) {
        QPainter painter(&m_image);
        painter.fillRect(cell, themeOf(palette()).panel);
    }
    blitCell(position, cell.x(), cell.y());
    if (hasWords()) {
        QPainter painter(&m_image);
        drawWords(painter, position);
    }
}

bool NodeField::hasWords() const
{
    return m_field.style().isTile || m_field.style().mark >= ClusterField::kNamedMark;
}

void NodeField::drawWords(QPainter &painter, int position)
{
    const Theme &theme = themeOf(palette());
    const QRect cell = m_field.cell(position);
    const bool dim = isDim(position);
    if (!m_field.style().isTile) {
        const NodeLook look = m_looks[std::size_t(position)];
        if (isOut(look.mark))
            return; // the hatch says more than a number that cannot be read on it
        QFont font = Theme::secondary();
        font.setPointSizeF((m_field.style().mark < 36 ? 9.5 : 11.5) * 0.75);
        painter.setFont(font);
        painter.setPen(m_stamps.ink(look, dim));
        painter.drawText(cell, Qt::AlignCenter, shortName(node(position).name.value));
        return;
    }
    const QRect words = cell.adjusted(m_field.style().mark + 8, 0, 0, 0);
    const auto line = [&](const QFont &font, const QColor &color, int flags, const QString &text) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(words, flags | Qt::AlignLeft,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, words.width()));
    };
    line(Theme::body(), dim ? theme.faint : theme.ink, Qt::AlignTop, displayText(node(position).name.value, 40));
    const QColor soft = dim ? theme.faint : theme.soft;
    if (!m_field.style().isLargeTile())
        return line(Theme::secondary(), soft, Qt::AlignBottom, nodeStateText(node(position)));
    line(Theme::secondary(), soft, Qt::AlignVCenter, nodeStateText(node(position)));
    line(Theme::secondary(), soft, Qt::AlignBottom, tileText(node(position)));
}

void NodeField::drawTitles(QPainter &painter)
{
    const Theme &theme = themeOf(palette());
    QFont bold = Theme::secondary(), plain = bold;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics boldMetrics(bold), plainMetrics(plain);
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const QRect line = m_field.blocks()[i].title;
        if (line.isEmpty())
            continue;
        const QString title = boldMetrics.elidedText(m_titles.at(qsizetype(i)), Qt::ElideRight, line.width());
        painter.setFont(bold);
        painter.setPen(theme.soft);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, title);
        const QString count = formatCount(qint64(m_groups[i].nodes.size()));
        const int used = boldMetrics.horizontalAdvance(title) + 6;
        if (used + plainMetrics.horizontalAdvance(count) > line.width())
            continue;
        painter.setFont(plain);
        painter.setPen(theme.faint);
        painter.drawText(line.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, count);
    }
}

void NodeField::paintEvent(QPaintEvent *event)
{
    if (m_at.empty() || m_room.isEmpty())
        return;
    if (m_image.isNull() || m_image.devicePixelRatioF() != devicePixelRatioF())
        drawAll();
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setOpacity(m_isStale ? 0.45 : 1);
    const qreal ratio = m_image.devicePixelRatioF();
    const QRect part = event->rect().intersected(QRect(0, 0, m_room.width(), minimumHeight()));
    painter.drawImage(QRectF(part), m_image,
                      QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const auto frame = [&](int position, const QColor &color, double width) {
        painter.setPen(QPen(color, width));
        const double out = width / 2 + 0.5;
        painter.drawRoundedRect(QRectF(m_field.cell(position)).adjusted(-out, -out, out, out), 3, 3);
    };
    painter.setOpacity(1);
    if (m_hovered >= 0)
        frame(m_hovered, theme.ink, 1);
    if (m_selected >= 0)
        frame(m_selected, theme.accent, 2);
}

} // namespace paceline
