// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/curvestoolbar.h"

#include "widgets/pages/flatbutton.h"
#include "widgets/pages/segments.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <cmath>

namespace paceline {

namespace {

constexpr int kMostSmoothing = 99, kNarrow = 760, kSliderWidth = 120; // hundredths

} // namespace

QString lackText(AxisLack lack)
{
    switch (lack) {
    case AxisLack::None:
        break;
    case AxisLack::NoRecords:
        return CurvesToolbar::tr("There is no training record yet.");
    case AxisLack::NoStep:
        return CurvesToolbar::tr("The log prints no steps.");
    case AxisLack::NoEpoch:
        return CurvesToolbar::tr("The log prints no epochs.");
    case AxisLack::NoSamples:
        return CurvesToolbar::tr("The log does not print how many samples were seen.");
    case AxisLack::NoTime:
        return CurvesToolbar::tr("The times of the log are not known.");
    case AxisLack::NoGpus:
        return CurvesToolbar::tr("Slurm does not tell how many GPUs the job holds.");
    }
    return {};
}

CurvesToolbar::CurvesToolbar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_axes(new Segments(this))
    , m_smoothing(new QSlider(Qt::Horizontal, this))
    , m_weight(new QLabel(this))
    , m_logX(new FlatButton(tr("log x"), this))
    , m_logY(new FlatButton(tr("log y"), this))
{
    m_axes->setLabels({tr("Step"), tr("Epoch"), tr("Samples"), tr("Relative time"), tr("Wall time"), tr("GPU-hours")});
    m_axes->setToolTip(tr("What the curves run over"));
    connect(m_axes, &Segments::chosen, this, [this](int index) { emit axisChosen(CurveAxis::Kind(index)); });
    auto *words = new QLabel(tr("Smoothing"), this);
    words->setBuddy(m_smoothing);
    m_smoothing->setRange(0, kMostSmoothing);
    m_smoothing->setFixedWidth(kSliderWidth);
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setToolTip(tr("Exponential average with debias; what was printed stays faint behind"));
    connect(m_smoothing, &QSlider::valueChanged, this, [this](int value) {
        showWeight();
        emit smoothingChosen(value / 100.0);
    });
    m_logY->setToolTip(tr("Logarithmic y axis (y)"));
    m_logX->setToolTip(tr("Logarithmic x axis (x); wall time stays linear"));
    connect(m_logX, &FlatButton::clicked, this, &CurvesToolbar::logXToggled);
    connect(m_logY, &FlatButton::clicked, this, &CurvesToolbar::logYToggled);
    for (QLabel *label : {words, m_weight})
        label->setFont(Theme::secondary());
    m_weight->setFixedWidth(m_weight->fontMetrics().horizontalAdvance(QStringLiteral("0.99 ")));
    for (FlatButton *button : {m_logX, m_logY})
        button->setCheckable(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{words, m_smoothing, m_weight, m_logY, m_logX})
        line->addWidget(widget);
    line->addStretch(1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_axes);
    m_layout->addSpacing(12);
    m_layout->addLayout(line, 1);
    setState({});
}

void CurvesToolbar::showWeight()
{
    m_weight->setText(QString::number(m_smoothing->value() / 100.0, 'f', 2));
}

void CurvesToolbar::setState(const CurvesState &state)
{
    const QSignalBlocker blocker(m_smoothing);
    m_axes->setCurrent(int(state.axis));
    m_smoothing->setValue(int(std::lround(state.smoothing * 100)));
    m_logX->setChecked(state.logX);
    m_logY->setChecked(state.logY);
    showWeight();
}

void CurvesToolbar::setLacks(const std::array<AxisLack, CurveAxis::kKinds> &lacks)
{
    QStringList reasons;
    for (const AxisLack lack : lacks)
        reasons.append(lackText(lack));
    m_axes->setUnavailable(reasons);
}

void CurvesToolbar::resizeEvent(QResizeEvent *)
{
    m_layout->setDirection(width() < kNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace paceline
