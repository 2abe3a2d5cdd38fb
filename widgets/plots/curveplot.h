// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/curveaxis.h"
#include "widgets/plots/plotpane.h"

#include <QPointer>
#include <memory>

namespace paceline {

class AxisView;
class CurveItem;
class RibbonItem;
class TimeCursor;

/// Curves of a training run: what was printed faint behind, smoothed in front, other runs dashed behind both. Times
/// that were interpolated are dashed, gaps are gaps, and what a restart left behind stands as a ghost. GUI thread.
class CurvePlot : public PlotPane
{
    Q_OBJECT
public:
    struct Series
    {
        QString metric;
        int color = 0;        ///< index of Theme::series
        double smoothing = 0; ///< weight in [0, 1)
        friend bool operator==(const Series &, const Series &) = default;
    };
    /// Another run; its curve of the first series' metric is drawn.
    struct Reference
    {
        std::shared_ptr<const Run> run;
        QString name;
        CurveAxis axis; ///< of the same kind as the plot's
        friend bool operator==(const Reference &, const Reference &) = default;
    };
    /// A stretch of values to compare the first series with.
    struct Ribbon
    {
        double low, high;
        QString label;
        friend bool operator==(const Ribbon &, const Ribbon &) = default;
    };
    enum class LegendLine { Hidden, Shown };
    /// Other runs that the legend line names; more of them are named at the ends of their lines.
    static constexpr std::size_t kNamedAbove = 2;
    explicit CurvePlot(QWidget *parent = nullptr);
    ~CurvePlot() override;

    /// The first series gives title, value and unit.
    void setSeries(std::vector<Series> series);
    std::vector<Series> series() const;
    void setRun(std::shared_ptr<const Run> run);
    void setReferences(std::vector<Reference> references);
    void setRibbon(std::optional<Ribbon> ribbon);
    const std::optional<Ribbon> &ribbon() const { return m_ribbon; }
    void setAxis(const CurveAxis &axis, AxisView *view);
    void setCursor(TimeCursor *cursor);
    using QWidget::setCursor;
    /// Of all series but those of evaluations: their values are few and stand for themselves.
    void setSmoothing(double weight);
    void setLogY(bool on);
    bool isLogY() const { return m_logY; }
    void setLogX(bool on);
    /// The value axis begins at zero, as a rate's must.
    void setFromZero(bool on) { m_fromZero = on; }
    /// Last, least, greatest and best value of each series in words under the title.
    void setLegendLine(LegendLine line);
    /// See Canvas::setPaintsInTurn.
    void setPaintsInTurn(bool on);

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
        CurveItem *ghost, *raw, *smooth;
    };
    void prepare();
    void prepareSeries(Drawn &drawn);
    void prepareReferences();
    void prepareRibbon();
    std::vector<CurvePoint> pointsOf(const Run &run, const QString &metric, const CurveAxis &axis, int warmUp) const;
    void include(const std::vector<CurvePoint> &points);
    void addLabel(const Drawn &drawn);
    void updateTitle();
    QString statisticsText(const QString &metric) const;
    QString restingNote() const;
    void showCursor();
    void colour(const Theme &theme);
    void makeReferenceItems();
    Unit unit() const;
    Unit unit(const QString &metric) const;
    double columnWidth() const;
    std::vector<CurvePoint> smoothedLine(std::vector<CurvePoint> points, double weight) const;
    void updateDetails();
    Detail detailOf(std::size_t reference) const;

    std::vector<Drawn> m_series;
    std::vector<Reference> m_references;
    std::vector<CurveItem *> m_referenceItems; ///< as m_references
    std::shared_ptr<const Run> m_run;
    std::optional<Ribbon> m_ribbon;
    RibbonItem *m_band, *m_bandWords;
    CurveAxis m_axis;
    QPointer<TimeCursor> m_cursor;
    double m_low = 0, m_high = 0; ///< of what is seen, while it is prepared
    LegendLine m_legendLine = LegendLine::Hidden;
    bool m_logY = false, m_logX = false, m_fromZero = false, m_hasEstimated = false;
};

} // namespace paceline
