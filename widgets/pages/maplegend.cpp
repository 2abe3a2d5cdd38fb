// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/maplegend.h"

#include "widgets/format/units.h"
#include "widgets/pages/clustermapwords.h"

#include <QPainter>
#include <QResizeEvent>

namespace paceline {

namespace {

constexpr int kMark = 14, kLine = 20, kGap = 16, kBeside = 6, kScale = 96;

/// From what most nodes are to what needs a look.
constexpr NodeMark kOrder[] = {NodeMark::Used,   NodeMark::Partly,   NodeMark::Free, NodeMark::Drained, NodeMark::Down,
                               NodeMark::Silent, NodeMark::Reserved, NodeMark::Off,  NodeMark::Unknown};

} // namespace

MapLegend::MapLegend(QWidget *parent)
    : QWidget(parent)
{
    setFont(Theme::secondary());
    setAccessibleName(tr("Legend"));
    rebuild();
}

void MapLegend::setTally(const NodeTally &tally)
{
    m_tally = tally;
    rebuild();
}

void MapLegend::setQuantity(NodeQuantity quantity)
{
    m_quantity = quantity;
    rebuild();
}

void MapLegend::rebuild()
{
    m_entries.clear();
    const bool isState = m_quantity == NodeQuantity::State;
    QStringList words;
    const auto add = [&](NodeMark mark) {
        const QString count = formatCount(m_tally.count(mark));
        m_entries.push_back({QStringLiteral("%1 %2").arg(count, markText(mark)), {mark, NodeLook::kNone}, false, {}});
        words += m_entries.back().text;
    };
    if (!isState) {
        const auto [low, high] = scaleEnds(m_quantity);
        m_entries.push_back({low + QLatin1Char('|') + high, {}, true, {}});
    }
    for (const NodeMark mark : kOrder) {
        const bool isValue = mark == NodeMark::Used || mark == NodeMark::Partly ||
                             (mark == NodeMark::Free && m_quantity == NodeQuantity::MemoryFree);
        if (m_tally.count(mark) > 0 && (isState || !isValue))
            add(mark);
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    arrange();
}

void MapLegend::arrange()
{
    const QFontMetrics metrics(font());
    int x = 0, y = 0;
    for (Entry &entry : m_entries) {
        const int width =
            metrics.horizontalAdvance(entry.text) + (entry.isScale ? kScale + 2 * kBeside : kMark + kBeside);
        if (x > 0 && x + width > this->width()) {
            x = 0;
            y += kLine;
        }
        entry.place = QRect(x, y, width, kLine);
        x += width + kGap;
    }
    setFixedHeight(y + kLine);
    update();
}

void MapLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        arrange();
}

void MapLegend::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    m_stamps.setUp(theme, kMark, devicePixelRatioF());
    QPainter painter(this);
    for (const Entry &entry : m_entries) {
        painter.setPen(theme.soft);
        if (entry.isScale) {
            paintScale(painter, entry);
            continue;
        }
        const QRect mark(entry.place.x(), entry.place.y() + (kLine - kMark) / 2, kMark, kMark);
        painter.drawImage(mark, m_stamps.stamp(entry.look));
        painter.drawText(entry.place.adjusted(kMark + kBeside, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    }
}

void MapLegend::paintScale(QPainter &painter, const Entry &entry) const
{
    const Theme &theme = themeOf(palette());
    const QStringList ends = entry.text.split(QLatin1Char('|'));
    const QRect place = entry.place;
    const int low = QFontMetrics(font()).horizontalAdvance(ends.front());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, ends.front());
    const int left = place.x() + low + kBeside;
    for (int x = 0; x < kScale; ++x)
        painter.fillRect(left + x, place.y() + 4, 1, kLine - 8, NodeStamps::ramp(theme, double(x) / (kScale - 1)));
    painter.drawText(place.adjusted(low + kScale + 2 * kBeside, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     ends.back());
}

} // namespace paceline
