// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/nodestamps.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr int kSmall = 8; ///< below it shapes are set pixel by pixel
constexpr double kDim = 0.2;

QColor between(const QColor &a, const QColor &b, double t)
{
    const auto mix = [t](int x, int y) { return int(std::lround(x + (y - x) * t)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

/// The quiet blue of what is in use, strong enough to be seen on the panel.
QColor useColor(const Theme &theme)
{
    return theme.heat.back();
}

QColor ringColor(const Theme &theme)
{
    return between(theme.heat.back(), theme.soft, 0.55);
}

/// Draws one square of so many pixels at the origin.
class Stamper
{
public:
    Stamper(QPainter &painter, const Theme &theme, int side)
        : m_painter(painter)
        , m_theme(theme)
        , m_side(side)
    {
    }
    void draw(NodeLook look)
    {
        switch (look.mark) {
        case NodeMark::Used:
            return fill(look.level == NodeLook::kNone ? useColor(m_theme) : valueColor(look));
        case NodeMark::Partly:
            return look.level == NodeLook::kNone ? half() : fill(valueColor(look));
        case NodeMark::Free:
            return look.level == NodeLook::kNone ? ring(ringColor(m_theme)) : fill(valueColor(look));
        case NodeMark::Reserved:
            fill(look.level == NodeLook::kNone ? m_theme.grid : valueColor(look));
            return dot(m_theme.soft);
        case NodeMark::Off:
            return dot(m_theme.faint);
        case NodeMark::Drained:
            return drained();
        case NodeMark::Silent:
            return silent();
        case NodeMark::Down:
            return down();
        case NodeMark::Unknown:
            break;
        }
        if (look.level < NodeLook::kLevels)
            return fill(valueColor(look));
        ring(m_theme.hairline);
    }

private:
    QColor valueColor(NodeLook look) const
    {
        return look.level < NodeLook::kLevels ? NodeStamps::ramp(m_theme, double(look.level) / (NodeLook::kLevels - 1))
                                              : m_theme.panel;
    }
    double rounding() const { return m_side >= 20 ? 3 : m_side >= 12 ? 2 : 0; }
    void fill(const QColor &color)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawRoundedRect(QRectF(0, 0, m_side, m_side), rounding(), rounding());
    }
    void ring(const QColor &color)
    {
        m_painter.setPen(QPen(color, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(QRectF(0.5, 0.5, m_side - 1, m_side - 1), rounding(), rounding());
    }
    void half()
    {
        m_painter.fillRect(0, m_side / 2, m_side, m_side - m_side / 2, useColor(m_theme));
        ring(m_side < kSmall ? useColor(m_theme) : between(useColor(m_theme), ringColor(m_theme), 0.5));
    }
    void dot(const QColor &color)
    {
        const double size = std::max(2.0, m_side / 4.0), from = (m_side - size) / 2;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        if (m_side < kSmall)
            m_painter.fillRect(int(from), int(from), int(size), int(size), color);
        else
            m_painter.drawEllipse(QRectF(from, from, size, size));
    }
    void drained()
    {
        fill(m_theme.attentionGround);
        if (m_side < kSmall)
            return pixels(m_theme.attention, [](int x, int y) { return (x + y) % 3 != 1; });
        m_painter.setClipRect(QRect(0, 0, m_side, m_side));
        m_painter.setPen(QPen(m_theme.attention, m_side >= 20 ? 1.5 : 1));
        const int step = m_side >= 20 ? 7 : 4;
        for (int x = step / 2 - m_side; x < m_side; x += step)
            m_painter.drawLine(QPointF(x, m_side), QPointF(x + m_side, 0));
        m_painter.setClipping(false);
        ring(m_theme.attention);
    }
    void silent()
    {
        fill(m_theme.failedGround);
        if (m_side < kSmall)
            return pixels(m_theme.failed, [](int, int y) { return y % 2 == 0; });
        m_painter.setPen(QPen(m_theme.failed, m_side >= 20 ? 1.5 : 1));
        const int step = m_side >= 20 ? 6 : 3;
        for (int y = step; y < m_side - 1; y += step)
            m_painter.drawLine(QPointF(1, y + 0.5), QPointF(m_side - 1, y + 0.5));
        ring(m_theme.failed);
    }
    void down()
    {
        if (m_side < kSmall)
            return fill(m_theme.failed);
        fill(m_theme.failedGround);
        const double from = m_side * 0.24, to = m_side - from;
        m_painter.setPen(QPen(m_theme.failed, m_side >= 20 ? 2.5 : 1.5));
        m_painter.drawLine(QPointF(from, from), QPointF(to, to));
        m_painter.drawLine(QPointF(from, to), QPointF(to, from));
        ring(m_theme.failed);
    }
    template <class IsSet>
    void pixels(const QColor &color, const IsSet &isSet)
    {
        for (int y = 0; y < m_side; ++y) {
            for (int x = 0; x < m_side; ++x) {
                if (isSet(x, y))
                    m_painter.fillRect(x, y, 1, 1, color);
            }
        }
    }

    QPainter &m_painter;
    const Theme &m_theme;
    int m_side;
};

} // namespace

QColor NodeStamps::ramp(const Theme &theme, double share)
{
    const double at = std::clamp(share, 0.0, 1.0) * double(theme.heat.size() - 1);
    const auto low = std::min(std::size_t(at), theme.heat.size() - 2);
    return between(theme.heat[low], theme.heat[low + 1], at - double(low));
}

void NodeStamps::setUp(const Theme &theme, int side, qreal devicePixelRatio)
{
    if (m_theme == &theme && m_side == side && m_ratio == devicePixelRatio)
        return;
    m_theme = &theme;
    m_side = side;
    m_ratio = devicePixelRatio;
    m_stamps.fill({});
}

const QImage &NodeStamps::stamp(NodeLook look, bool isDim)
{
    QImage &image = m_stamps[(std::size_t(look.mark) * 64 + look.level) * 2 + isDim];
    if (image.isNull())
        image = draw(look, isDim);
    return image;
}

QImage NodeStamps::draw(NodeLook look, bool isDim) const
{
    const int pixels = std::max(1, int(std::lround(m_side * m_ratio)));
    QImage image(pixels, pixels, QImage::Format_RGB32);
    image.fill(m_theme->panel);
    QPainter painter(&image);
    painter.scale(double(pixels) / m_side, double(pixels) / m_side);
    painter.setRenderHint(QPainter::Antialiasing, m_side >= kSmall);
    painter.setOpacity(isDim ? kDim : 1);
    Stamper(painter, *m_theme, m_side).draw(look);
    return image;
}

QColor NodeStamps::ink(NodeLook look, bool isDim) const
{
    if (isDim)
        return m_theme->faint;
    if (look.level >= NodeLook::kLevels)
        return m_theme->ink;
    const QColor ground = ramp(*m_theme, double(look.level) / (NodeLook::kLevels - 1));
    const auto contrast = [&ground](const QColor &color) { return std::abs(qGray(color.rgb()) - qGray(ground.rgb())); };
    return contrast(m_theme->ink) >= contrast(m_theme->panel) ? m_theme->ink : m_theme->panel;
}

} // namespace paceline
