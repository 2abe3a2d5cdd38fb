// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/heatmapplot.h"

#include "widgets/format/entitytext.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/rownames.h"
#include "widgets/plots/timecursor.h"

#include <QActionGroup>
#include <QCollator>
#include <QDateTime>
#include <QMenu>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace paceline {

namespace {

constexpr qint64 kReorderMs = 15'000; // rows that move under the eye are worse than rows a little out of order
constexpr int kRowLabelHeight = 13;
// A node that differs stays visible among a thousand.
constexpr int kRaisedHeight = 5, kMaxRaised = 12;
constexpr double kRaisedBadness = 0.4;

} // namespace

/// The scale in the title row: "lowest first · 92 % ■■■■■ 41 %".
class HeatMapPlot::Key : public QWidget
{
public:
    explicit Key(QWidget *parent)
        : QWidget(parent)
    {
    }
    QString before, after;
    HeatScale scale;

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Theme::secondary());
        return {metrics.horizontalAdvance(before) + metrics.horizontalAdvance(after) + 5 * kSquare + 14, 18};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QFont font = Theme::secondary();
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(themeOf(palette()).soft);
        const int baseline = 14 - 2;
        painter.drawText(0, baseline, before);
        int x = metrics.horizontalAdvance(before) + 6;
        for (int i = 0; i < 5; ++i, x += kSquare)
            painter.fillRect(QRect(x, baseline - 9, kSquare - 1, kSquare - 1),
                             QColor(scale.colours[std::size_t(i * 255 / 4)]));
        painter.drawText(x + 6, baseline, after);
    }

private:
    static constexpr int kSquare = 10;
};

HeatMapPlot::HeatMapPlot(QWidget *parent)
    : PlotPane(parent)
    , m_image(new ImageItem(canvas()->xAxis, canvas()->yAxis))
    , m_key(new Key(this))
{
    addTitleWidget(m_key);
    m_key->hide();
    m_key->setAttribute(Qt::WA_TransparentForMouseEvents);
    canvas()->yAxis->setRangeReversed(true);
    canvas()->yAxis->grid()->setVisible(false);
    canvas()->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTickerText));
    canvas()->setPrepare([this] { prepare(); });
    connect(canvas(), &Canvas::hovered, this, &HeatMapPlot::hover);
    connect(canvas(), &Canvas::clicked, this, &HeatMapPlot::click);
    connect(canvas(), &Canvas::hoverLeft, this, [this] {
        setNote({});
        if (m_cursor)
            m_cursor->clear();
    });
}

void HeatMapPlot::setGrid(std::shared_ptr<const Grid> grid, const Metric &metric)
{
    if (grid == m_grid && metric.id == m_metric.id)
        return;
    const bool isOther = !m_grid || !grid || grid->entities != m_grid->entities || metric.id != m_metric.id;
    m_grid = std::move(grid);
    m_metric = metric;
    if (isOther) {
        m_heat.invalidate();
        m_orderedMs = 0;
        m_scale = {};
    }
    canvas()->invalidate();
}

void HeatMapPlot::setView(AxisView *view)
{
    canvas()->setView(view, CurveAxis::Kind::Time);
}

void HeatMapPlot::setCursor(TimeCursor *cursor)
{
    m_cursor = cursor;
    connect(cursor, &TimeCursor::moved, this, [this] {
        const auto &position = m_cursor->position();
        canvas()->showCursor(position ? std::optional(position->timeMs) : std::nullopt, {});
    });
}

void HeatMapPlot::setOrder(Order order)
{
    m_order = order;
    m_scale = {};
    m_orderedMs = 0;
    canvas()->invalidate();
}

void HeatMapPlot::applyTheme(const Theme &theme)
{
    m_scale = {};
    m_heat.invalidate();
    PlotPane::applyTheme(theme);
}

QStringList HeatMapPlot::rowNames() const
{
    QStringList names;
    for (const int entity : m_rows)
        names.append(shortEntityText((*m_grid->entities)[std::size_t(entity)], 64));
    return names;
}

void HeatMapPlot::updateScale()
{
    const HeatScale scale = heatScale(*m_grid, 0, m_grid->ticks(), m_metric, themeOf(palette()));
    if (scale.isLike(m_scale))
        return;
    m_scale = scale;
    m_heat.invalidate();
    const QString order = m_order == Order::ByName             ? tr("by name")
                          : m_order == Order::HighestFirst     ? tr("highest value first")
                          : m_metric.better == Better::Neither ? tr("most different first")
                          : m_metric.better == Better::Higher  ? tr("lowest first")
                                                               : tr("highest first");
    m_key->before = order + QStringLiteral(" · ") + formatValue(m_scale.centre, m_metric.unit);
    m_key->after = m_metric.better == Better::Neither
                       ? QStringLiteral("± ") + formatValue(m_scale.spread, m_metric.unit)
                       : formatValue(std::max(m_scale.worst(), 0.0), m_metric.unit);
    m_key->scale = m_scale;
    m_key->show();
    placeChildren();
    m_key->update();
}

void HeatMapPlot::updateOrder()
{
    const std::size_t count = std::size_t(m_grid->rows());
    std::vector<int> rows(count);
    std::iota(rows.begin(), rows.end(), 0);
    if (m_order != Order::WorstFirst)
        rows = m_order == Order::HighestFirst ? rowsByValue() : rowsByName();
    int raised = 0;
    if (m_order == Order::WorstFirst) {
        const std::vector<double> badness = recentBadness(*m_grid, m_grid->ticks(), m_scale);
        std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
            // Small differences among the healthy are no order.
            return std::floor(badness[std::size_t(a)] * 8) > std::floor(badness[std::size_t(b)] * 8);
        });
        const double height = canvas()->axisRect()->height();
        if (height / double(std::max<std::size_t>(count, 1)) < kRaisedHeight) {
            raised = int(std::count_if(badness.begin(), badness.end(), [](double b) { return b > kRaisedBadness; }));
            raised = std::min({raised, kMaxRaised, int(height) / (2 * kRaisedHeight)});
        }
    }
    m_orderedMs = m_grid->timeMs(m_grid->ticks() - 1);
    if (rows == m_rows && raised == m_raised && m_labelledHeight == canvas()->axisRect()->height())
        return;
    m_rows = std::move(rows);
    m_raised = raised;
    m_rank.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        m_rank[std::size_t(m_rows[i])] = int(i);
    m_heat.invalidate();
    updateRowLabels();
}

/// As people count: n2 before n10, GPU by GPU.
std::vector<int> HeatMapPlot::rowsByName() const
{
    std::vector<int> rows(std::size_t(m_grid->rows()));
    std::iota(rows.begin(), rows.end(), 0);
    QCollator collator{QLocale::c()};
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(rows.size());
    for (const Entity &entity : *m_grid->entities)
        keys.push_back(collator.sortKey(entityText(entity, 256)));
    std::stable_sort(rows.begin(), rows.end(),
                     [&](int a, int b) { return keys[std::size_t(a)] < keys[std::size_t(b)]; });
    return rows;
}

std::vector<int> HeatMapPlot::rowsByValue() const
{
    const std::vector<float> means = recentMeans(*m_grid, m_grid->ticks());
    std::vector<int> rows = rowsByName();
    std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
        const float x = means[std::size_t(a)], y = means[std::size_t(b)];
        return std::isnan(y) ? !std::isnan(x) : x > y;
    });
    return rows;
}

void HeatMapPlot::updateRowLabels()
{
    const int height = canvas()->axisRect()->height();
    m_labelledHeight = height;
    auto ticker = qSharedPointerCast<QCPAxisTickerText>(canvas()->yAxis->ticker());
    ticker->clear();
    const int count = int(m_rows.size());
    // Ticks stand in rows of equal height, so the place of a label is turned into such a row.
    const auto place = [&](double y) { return y / std::max(height, 1) * count; };
    std::vector<double> places;
    QStringList names; // of those that are labelled: of tens of thousands a few
    double free = 0;
    for (int i = 0; i < count; ++i) {
        const double middle = (rowTop(i) + rowTop(i + 1)) / 2;
        const double y = std::clamp(middle, kRowLabelHeight / 2.0, std::max(height - kRowLabelHeight / 2.0, 0.0));
        const bool isLast = i == count - 1;
        const bool isLabelled = i < m_raised || isLast || i == 0 || double(height) / count >= kRowLabelHeight;
        if (!isLabelled || y < free || (!isLast && i > 0 && y > height - 1.5 * kRowLabelHeight))
            continue;
        places.push_back(place(y));
        names.append(shortEntityText((*m_grid->entities)[std::size_t(m_rows[std::size_t(i)])], 64));
        free = y + kRowLabelHeight;
    }
    names = shortNames(names, Canvas::kLeft - 5, canvas()->yAxis->tickLabelFont());
    for (std::size_t i = 0; i < places.size(); ++i)
        ticker->addTick(places[i], names[qsizetype(i)]);
}

double HeatMapPlot::rowTop(int row) const
{
    if (row <= m_raised)
        return row * (m_raised > 0 ? kRaisedHeight : 0);
    const double split = m_raised * kRaisedHeight, rest = canvas()->axisRect()->height() - split;
    return split + rest * (row - m_raised) / std::max(int(m_rows.size()) - m_raised, 1);
}

int HeatMapPlot::rowAt(double y) const
{
    const double split = m_raised * kRaisedHeight, rest = canvas()->axisRect()->height() - split;
    const int count = int(m_rows.size());
    const int row =
        y < split ? int(y / kRaisedHeight) : m_raised + int((y - split) / std::max(rest, 1.0) * (count - m_raised));
    return std::clamp(row, 0, count - 1);
}

void HeatMapPlot::prepare()
{
    m_image->image = QImage();
    if (!m_grid || m_grid->ticks() == 0 || m_grid->rows() == 0)
        return;
    const qint64 newest = m_grid->timeMs(m_grid->ticks() - 1);
    const bool isTime = m_orderedMs == 0 || newest - m_orderedMs >= kReorderMs || newest < m_orderedMs;
    if (isTime || m_scale.spread == 1) {
        updateScale();
        updateOrder();
    } else if (m_labelledHeight != canvas()->axisRect()->height()) {
        updateRowLabels();
    }
    canvas()->setValueRange(0, m_grid->rows());
    const QRgb ground = themeOf(palette()).panel.rgb();
    const bool isDone = m_heat.update({*m_grid, m_rank, m_scale, canvas()->lower(), canvas()->upper(),
                                       canvas()->columns(), canvas()->axisRect()->height(), m_raised, ground});
    m_image->image = m_heat.image();
    m_image->raisedRows = m_raised;
    m_image->raisedHeight = kRaisedHeight;
    if (!isDone)
        QMetaObject::invokeMethod(canvas(), &Canvas::invalidate, Qt::QueuedConnection);
}

void HeatMapPlot::hover(QPointF position, double x)
{
    if (!m_grid || m_rows.empty() || m_grid->ticks() == 0)
        return;
    if (m_cursor)
        m_cursor->moveTo(RunAxis::Time, x);
    const int row = rowAt(position.y() - canvas()->axisRect()->top());
    const int entity = m_rows[std::size_t(row)];
    const GridSlice slice(*m_grid, x, x + 1, (canvas()->upper() - canvas()->lower()) / canvas()->columns());
    const TickSpan span = tickSpans(slice, x, x + 1, 1).front();
    const bool isThere = !span.isEmpty() && entity < slice.rows(span.first);
    const double value = isThere ? double(slice.mean(span.first)[entity]) : NAN;
    setNote(QStringList{entityText((*m_grid->entities)[std::size_t(entity)], 64),
                        std::isnan(value) ? tr("no sample") : formatValue(value, m_metric.unit),
                        QDateTime::fromMSecsSinceEpoch(qint64(x)).toString(QStringLiteral("HH:mm:ss"))}
                .join(QStringLiteral(" · ")));
}

void HeatMapPlot::click(QPointF position)
{
    if (m_grid && !m_rows.empty())
        emit entityActivated(
            (*m_grid->entities)[std::size_t(m_rows[std::size_t(rowAt(position.y() - canvas()->axisRect()->top()))])]);
}

void HeatMapPlot::addMenuActions(QMenu *menu)
{
    auto *orders = new QActionGroup(menu);
    const auto add = [&](Order order, const QString &title) {
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(m_order == order);
        orders->addAction(action);
        connect(action, &QAction::triggered, this, [this, order] { setOrder(order); });
    };
    add(Order::WorstFirst, tr("Worst first"));
    add(Order::HighestFirst, tr("Highest value first"));
    add(Order::ByName, tr("By name"));
    menu->addSeparator();
}

QString HeatMapPlot::axisTitle() const
{
    return tr("Time (%1), one row a node or GPU").arg(QDateTime::currentDateTime().timeZoneAbbreviation());
}

QByteArray HeatMapPlot::csv() const
{
    return m_grid ? gridCsv(*m_grid, canvas()->lower(), canvas()->upper()) : QByteArray();
}

int HeatMapPlot::paintings() const
{
    return canvas()->paintings();
}

} // namespace paceline
