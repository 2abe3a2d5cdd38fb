// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/run.h"
#include "widgets/plots/plotpane.h"

#include <QPointer>
#include <memory>

namespace paceline {

class AxisView;
class CurveItem;
class TimeCursor;

/// Curves of a training run: what was printed faint behind, smoothed in front. Times that were interpolated are
/// dashed, gaps are gaps. GUI thread.
class CurvePlot : public PlotPane
{
    Q_OBJECT
public:
    struct Series
    {
        QString metric;
        int color = 0;        ///< index of Theme::series
        double smoothing = 0; ///< weight in [0, 1)
    };
    explicit CurvePlot(QWidget *parent = nullptr);

    /// The first series gives title, value and unit.
    void setSeries(std::vector<Series> series);
    void setRun(std::shared_ptr<const Run> run);
    void setAxis(RunAxis axis, AxisView *view);
    void setCursor(TimeCursor *cursor);
    using QWidget::setCursor;
    void setSmoothing(double weight);
    void setLogY(bool on);
    bool isLogY() const { return m_logY; }
    void setLogX(bool on);
    /// The value axis begins at zero, as a rate's must.
    void setFromZero(bool on) { m_fromZero = on; }

    QByteArray csv() const override;
    QString axisTitle() const override;
    std::vector<LegendEntry> legend() const override;
    int paintings() const;

protected:
    void applyTheme(const Theme &theme) override;
    void addMenuActions(QMenu *menu) override;

private:
    struct Drawn
    {
        Series series;
        CurveItem *raw, *smooth;
    };
    void prepare();
    void prepareSeries(Drawn &drawn, double *low, double *high);
    void addLabel(const Drawn &drawn);
    void updateTitle();
    QString restingNote() const;
    void showCursor();
    void colour(const Theme &theme);
    Unit unit() const;

    std::vector<Drawn> m_series;
    std::shared_ptr<const Run> m_run;
    RunAxis m_axis = RunAxis::Time;
    QPointer<TimeCursor> m_cursor;
    bool m_logY = false, m_logX = false, m_fromZero = false, m_hasEstimated = false;
};

} // namespace paceline
