// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/numberline.h"

#include "widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace paceline {

namespace {

constexpr int kMargin = 6;
constexpr qreal kLeading = 6;

/// Every character keeps its place.
QString shown(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            c = c == u'\t' ? u' ' : u'·';
    }
    return text;
}

} // namespace

NumberLine::NumberLine(Use use, QWidget *parent)
    : QWidget(parent)
    , m_use(use)
{
    setFont(Theme::mono());
    setFocusPolicy(use == Use::Choose ? Qt::StrongFocus : Qt::NoFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NumberLine::setLine(const QString &text, std::vector<Chip> chips)
{
    m_text = shown(text);
    m_chips = std::move(chips);
    m_current = m_chips.empty() ? -1 : std::clamp(m_current, 0, int(m_chips.size()) - 1);
    layOut(m_layout, width());
    setAccessibleDescription(m_text);
    updateGeometry();
    update();
}

void NumberLine::setLook(int chip, Look look)
{
    if (chip < 0 || std::size_t(chip) >= m_chips.size())
        return;
    m_chips[std::size_t(chip)].look = look;
    update();
}

void NumberLine::setCurrent(int chip)
{
    if (chip < 0 || std::size_t(chip) >= m_chips.size() || chip == m_current)
        return;
    m_current = chip;
    update();
    emit currentChanged(chip);
}

qreal NumberLine::layOut(QTextLayout &layout, int width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setText(m_text);
    layout.setFont(font());
    layout.setTextOption(option);
    layout.beginLayout();
    qreal top = kMargin;
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(width - 2 * kMargin, 40));
        line.setPosition({kMargin, top});
        top += line.height() + kLeading;
    }
    layout.endLayout();
    return top - kLeading + kMargin;
}

QSize NumberLine::sizeHint() const
{
    return {360, heightForWidth(std::max(width(), 360))};
}

int NumberLine::heightForWidth(int width) const
{
    QTextLayout layout;
    return int(layOut(layout, width));
}

void NumberLine::resizeEvent(QResizeEvent *)
{
    layOut(m_layout, width());
}

std::vector<QRectF> NumberLine::rectsOf(const Chip &chip) const
{
    std::vector<QRectF> rects;
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const int from = std::max(chip.start, line.textStart());
        const int to = std::min(chip.start + chip.length, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const qreal left = line.cursorToX(from), right = line.cursorToX(to);
        rects.push_back(QRectF(left, line.y(), right - left, line.height()).adjusted(-2, -2, 2, 2));
    }
    return rects;
}

QPoint NumberLine::placeOf(int chip) const
{
    const auto rects = rectsOf(m_chips[std::size_t(chip)]);
    return rects.empty() ? QPoint() : rects.front().center().toPoint();
}

int NumberLine::chipAt(QPointF place) const
{
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        for (const QRectF &rect : rectsOf(m_chips[i])) {
            if (rect.contains(place))
                return int(i);
        }
    }
    return -1;
}

void NumberLine::paintChip(QPainter &painter, int index) const
{
    const Theme &theme = themeOf(palette());
    const Chip &chip = m_chips[std::size_t(index)];
    QPen pen(theme.hairline, 1);
    QColor ground = theme.window;
    if (chip.look == Look::Curve) {
        pen = QPen(theme.accent, 1.5);
        ground = theme.selection;
    } else if (chip.look == Look::Counter) {
        pen = QPen(theme.soft, 1.5);
        ground = theme.grid;
    } else if (chip.look == Look::Fixed) {
        pen = QPen(theme.soft, 1, Qt::DotLine);
        ground = Qt::transparent;
    }
    painter.setPen(pen);
    painter.setBrush(ground);
    const std::vector<QRectF> rects = rectsOf(chip);
    for (const QRectF &rect : rects)
        painter.drawRoundedRect(rect, 4, 4);
    if (index != m_current || m_use == Use::ShowOnly)
        return;
    // Which one is being described is told by a bar below it, whatever its colour.
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    for (const QRectF &rect : rects)
        painter.drawRect(QRectF(rect.left() + 2, rect.bottom() - 1, rect.width() - 4, hasFocus() ? 3 : 2));
}

void NumberLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        paintChip(painter, int(i));
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat words;
    words.setForeground(m_use == Use::Choose ? theme.soft : theme.ink);
    formats.append({0, int(m_text.size()), words});
    for (const Chip &chip : m_chips) {
        QTextCharFormat number;
        number.setForeground(theme.ink);
        number.setFontWeight(chip.look == Look::Curve ? QFont::DemiBold : QFont::Normal);
        formats.append({chip.start, chip.length, number});
    }
    m_layout.draw(&painter, {0, 0}, formats);
}

void NumberLine::mousePressEvent(QMouseEvent *event)
{
    const int chip = m_use == Use::Choose && event->button() == Qt::LeftButton ? chipAt(event->position()) : -1;
    if (chip < 0)
        return QWidget::mousePressEvent(event);
    // The first click on a number that is used shows what it is, the next one gives it up.
    const bool isUsed =
        m_chips[std::size_t(chip)].look == Look::Curve || m_chips[std::size_t(chip)].look == Look::Counter;
    const bool wasCurrent = chip == m_current;
    setCurrent(chip);
    if (!isUsed || wasCurrent)
        emit toggled(chip);
}

void NumberLine::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_chips.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(std::max(m_current - 1, 0));
    case Qt::Key_Right:
        return setCurrent(std::min(m_current + 1, last));
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(last);
    case Qt::Key_Space:
        if (m_current >= 0)
            emit toggled(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace paceline
