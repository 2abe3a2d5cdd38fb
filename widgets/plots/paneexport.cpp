// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/canvas.h"
#include "widgets/plots/plotpane.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace paceline {

namespace {

constexpr int kLegendHeight = 20;
constexpr int kDotsPerInch = 96;

void paintSwatch(QPainter &painter, const PlotPane::LegendEntry &entry, int left, int y)
{
    painter.setPen(QPen(entry.color, entry.dashed ? 1.5 : 3, entry.dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(left, y, left + 14, y);
}

} // namespace

void PlotPane::renderTo(QPaintDevice *device) const
{
    const Theme &theme = themeOf(palette());
    m_canvas->bringUpToDate();
    const std::vector<LegendEntry> entries = legend();
    QCPPainter painter(device);
    painter.setMode(QCPPainter::pmVectorized, device->paintEngine()->type() != QPaintEngine::Raster);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.fillRect(rect(), theme.panel);
    paintTitle(painter, QRect(0, 0, width(), kTitleHeight), false);
    paintDetails(painter);

    int top = headHeight(), left = Canvas::kLeft;
    const QFont font = Theme::secondary();
    painter.setFont(font);
    for (const LegendEntry &entry : entries) {
        paintSwatch(painter, entry, left, top + 7);
        painter.setPen(theme.soft);
        painter.drawText(left + 20, top + 12, entry.name);
        left += 36 + QFontMetrics(font).horizontalAdvance(entry.name);
    }
    if (!entries.empty())
        top += kLegendHeight;
    const int bottom = height() - (axisTitle().isEmpty() ? 0 : kLegendHeight);
    painter.setPen(theme.soft);
    painter.drawText(QRect(0, bottom, width() - Canvas::kRight, kLegendHeight - 4),
                     int(Qt::AlignRight | Qt::AlignVCenter), axisTitle());
    painter.translate(0, top);
    m_canvas->toPainter(&painter, width(), std::max(bottom - top, 40));
}

bool PlotPane::save(const QString &path, Format format, QString *error) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case Format::Png: {
        QImage image(size() * 2, QImage::Format_RGB32);
        image.setDevicePixelRatio(2);
        renderTo(&image);
        image.save(&buffer, "PNG");
        break;
    }
    case Format::Svg: {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize(size());
        svg.setViewBox(rect());
        svg.setTitle(m_title);
        svg.setResolution(kDotsPerInch);
        renderTo(&svg);
        break;
    }
    case Format::Pdf: {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(m_title);
        pdf.setResolution(kDotsPerInch);
        pdf.setPageSize(QPageSize(QSizeF(size()) * 72.0 / kDotsPerInch, QPageSize::Point));
        pdf.setPageMargins(QMarginsF());
        renderTo(&pdf);
        break;
    }
    case Format::Csv:
        m_canvas->bringUpToDate();
        buffer.write(csv());
        break;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(buffer.data()) != buffer.size() || !file.commit()) {
        *error = file.errorString();
        return false;
    }
    return true;
}

} // namespace paceline
