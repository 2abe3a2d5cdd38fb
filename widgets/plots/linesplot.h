// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/gridcolumns.h"
#include "widgets/plots/items.h"
#include "widgets/plots/plotpane.h"

#include <QPointer>
#include <memory>

namespace paceline {

class AxisView;
class TimeCursor;

/// One counter of a job's nodes as lines: up to six nodes one line each with its name on it; more as median, the band
/// that most keep within, the extremes, and the outliers by name. GUI thread.
class LinesPlot : public PlotPane
{
    Q_OBJECT
public:
    static constexpr int kMaxLines = 6, kMaxOutliers = 3;

    explicit LinesPlot(QWidget *parent = nullptr);

    void setGrid(std::shared_ptr<const Grid> grid, const Metric &metric);
    /// Shows these rows of the grid alone, each as a line of its own with the name that its part has on its node.
    /// Empty: all rows.
    void setRows(std::vector<int> rows);
    void setView(AxisView *view);
    void setCursor(TimeCursor *cursor);
    using QWidget::setCursor;
    QStringList outliers() const { return m_outlierNames; }

    QByteArray csv() const override;
    QString axisTitle() const override;
    std::vector<LegendEntry> legend() const override;
    int paintings() const;

protected:
    void applyTheme(const Theme &theme) override;

private:
    void prepare();
    void prepareLines(const GridSlice &slice);
    void labelLines(const std::vector<int> &rows);
    void prepareBands(const GridSlice &slice);
    void prepareOutliers(const GridSlice &slice, std::size_t firstLine);
    void setValueRange(double low, double high);
    std::vector<CurvePoint> linePoints(const GridSlice &slice, int entity) const;
    CurveItem *line(std::size_t index);
    void updateValue();
    /// The rows that are shown as lines; none where they are shown as bands.
    std::vector<int> lineRows() const;
    QString nameOf(int row) const;
    float medianAt(const GridSlice &slice, int tick) const;
    void showCursor();

    std::shared_ptr<const Grid> m_grid;
    Metric m_metric;
    std::vector<int> m_rows;
    std::vector<TickSpan> m_spans;
    BandItem *m_extremes, *m_band;
    std::vector<CurveItem *> m_lines;
    QStringList m_outlierNames;
    QPointer<TimeCursor> m_cursor;
};

} // namespace paceline
