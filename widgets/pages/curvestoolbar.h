// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/curveaxis.h"
#include "widgets/pages/curvesstate.h"

#include <QWidget>
#include <array>

class QBoxLayout;
class QLabel;
class QSlider;

namespace paceline {

class FlatButton;
class Segments;

/// How all curves of the page are drawn: x axis, smoothing, logarithms. GUI thread.
class CurvesToolbar : public QWidget
{
    Q_OBJECT
public:
    explicit CurvesToolbar(QWidget *parent = nullptr);

    /// Emits nothing.
    void setState(const CurvesState &state);
    /// Why each axis cannot be had, by CurveAxis::Kind.
    void setLacks(const std::array<AxisLack, CurveAxis::kKinds> &lacks);
    Segments *axes() const { return m_axes; }
    QSlider *smoothing() const { return m_smoothing; }

signals:
    void axisChosen(paceline::CurveAxis::Kind kind);
    void smoothingChosen(double weight);
    void logXToggled();
    void logYToggled();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWeight();

    QBoxLayout *m_layout;
    Segments *m_axes;
    QSlider *m_smoothing;
    QLabel *m_weight;
    FlatButton *m_logX, *m_logY;
};

/// In one sentence, for a tooltip or an empty pane; empty when nothing is lacking.
QString lackText(AxisLack lack);

} // namespace paceline
