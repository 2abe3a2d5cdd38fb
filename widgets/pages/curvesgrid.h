// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/analysis/curves.h"
#include "widgets/pages/curvesstate.h"
#include "widgets/plots/curveplot.h"

#include <QMap>
#include <QScrollArea>

namespace paceline {

class AxisView;
class TimeCursor;

/// One pane a metric in rows of equal width, as many side by side as are readable. Panes out of sight are neither
/// prepared nor painted. GUI thread.
class CurvesGrid : public QScrollArea
{
    Q_OBJECT
public:
    CurvesGrid(TimeCursor *cursor, QWidget *parent);

    /// In order of display; panes that stay are kept.
    void setGroups(const std::vector<CurveGroup> &groups);
    void setRun(const std::shared_ptr<const Run> &run);
    void setReferences(const std::vector<CurvePlot::Reference> &references);
    void setAxis(const CurveAxis &axis, AxisView *view);
    void setLook(const CurvesState &state);
    void setStale(const QString &age);
    /// Those on the page, in order.
    QList<CurvePlot *> panes() const { return m_panes; }
    CurvePlot *pane(const QString &group) const { return m_byName.value(group); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    CurvePlot *makePane(const CurveGroup &group);
    std::vector<CurvePlot::Series> seriesOf(const CurveGroup &group) const;
    void place();

    TimeCursor *m_cursor;
    QMap<QString, CurvePlot *> m_byName;
    QList<CurvePlot *> m_panes;
    std::shared_ptr<const Run> m_run;
    std::vector<CurvePlot::Reference> m_references;
    CurveAxis m_axis;
    AxisView *m_view = nullptr;
    CurvesState m_look;
    QString m_stale;
};

} // namespace paceline
