// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/heatimage.h"
#include "widgets/plots/plotpane.h"

#include <QPointer>
#include <memory>

namespace paceline {

class AxisView;
class ImageItem;
class TimeCursor;

/// One counter of all nodes over time: healthy pale, what differs strong, what is missing a hole. GUI thread.
class HeatMapPlot : public PlotPane
{
    Q_OBJECT
public:
    enum class Order { WorstFirst, HighestFirst, ByName };

    explicit HeatMapPlot(QWidget *parent = nullptr);

    void setGrid(std::shared_ptr<const Grid> grid, const Metric &metric);
    void setView(AxisView *view);
    void setCursor(TimeCursor *cursor);
    using QWidget::setCursor;
    void setOrder(Order order);
    Order order() const { return m_order; }
    /// Entities from top to bottom.
    QStringList rowNames() const;
    const HeatScale &scale() const { return m_scale; }

    QByteArray csv() const override;
    QString axisTitle() const override;
    int paintings() const;

signals:
    /// A row was clicked.
    void entityActivated(const paceline::Entity &entity);

protected:
    void applyTheme(const Theme &theme) override;
    void addMenuActions(QMenu *menu) override;

private:
    class Key;
    void prepare();
    void updateScale();
    void updateOrder();
    void updateRowLabels();
    int rowAt(double y) const;
    double rowTop(int row) const;
    void hover(QPointF position, double x);
    void click(QPointF position);
    std::vector<int> rowsByName() const;
    std::vector<int> rowsByValue() const;

    std::shared_ptr<const Grid> m_grid;
    Metric m_metric;
    Order m_order = Order::WorstFirst;
    HeatScale m_scale;
    HeatImage m_heat;
    std::vector<int> m_rank, m_rows; ///< entity -> display row, display row -> entity
    qint64 m_orderedMs = 0;
    int m_labelledHeight = 0, m_raised = 0;
    ImageItem *m_image;
    Key *m_key;
    QPointer<TimeCursor> m_cursor;
};

} // namespace paceline
