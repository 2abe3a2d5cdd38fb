// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/sparkline.h"

#include "widgets/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <limits>

namespace paceline {

static constexpr int kLabels = 76;

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setMinimumHeight(84);
    setFont(Theme::secondary());
}

void Sparkline::setValues(std::vector<double> values)
{
    m_values = std::move(values);
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    double least = std::numeric_limits<double>::infinity(), greatest = -least;
    for (const double value : m_values) {
        if (std::isfinite(value)) {
            least = std::min(least, value);
            greatest = std::max(greatest, value);
        }
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = QRectF(rect()).adjusted(kLabels, 12, -8, -14);
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(plot.topLeft(), plot.topRight());
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    if (least > greatest)
        return;
    const double span = greatest > least ? greatest - least : 1;
    const double columns = std::max<double>(double(m_values.size()) - 1, 1);
    const auto place = [&](std::size_t i) {
        const double height = greatest > least ? (m_values[i] - least) / span : 0.5;
        return QPointF(plot.left() + plot.width() * double(i) / columns, plot.bottom() - plot.height() * height);
    };
    QPainterPath path;
    bool isGap = true;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (std::isfinite(m_values[i])) {
            isGap ? path.moveTo(place(i)) : path.lineTo(place(i));
            if (isGap)
                path.addEllipse(place(i), 0.5, 0.5), path.moveTo(place(i));
        }
        isGap = !std::isfinite(m_values[i]);
    }
    painter.setPen(QPen(theme.series[0], 1.5));
    painter.drawPath(path);
    painter.setPen(theme.soft);
    const auto label = [&](double value, qreal y) {
        painter.drawText(QRectF(0, y - 10, kLabels - 8, 20), int(Qt::AlignRight | Qt::AlignVCenter),
                         QLocale().toString(value, 'g', 4));
    };
    label(greatest, plot.top());
    if (greatest > least)
        label(least, plot.bottom());
}

} // namespace paceline
