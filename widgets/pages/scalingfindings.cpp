// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/scalingfindings.h"

#include "backends/core/text.h"
#include "widgets/format/durations.h"
#include "widgets/format/scalingtext.h"
#include "widgets/format/units.h"
#include "widgets/pages/thinscrollbar.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <cmath>

namespace paceline {

namespace {

constexpr int kMostForecasts = 5, kIntervalWidth = 96;

QString parameterName(ScalingParameter::Name name)
{
    switch (name) {
    case ScalingParameter::Name::Rate:
        return ScalingFindings::tr("one accelerator");
    case ScalingParameter::Name::SerialFraction:
        return ScalingFindings::tr("serial fraction");
    case ScalingParameter::Name::Contention:
        return ScalingFindings::tr("contention σ");
    case ScalingParameter::Name::Coherency:
        return ScalingFindings::tr("coherency κ");
    case ScalingParameter::Name::Latency:
        return ScalingFindings::tr("latency α");
    case ScalingParameter::Name::Transfer:
        return ScalingFindings::tr("transfer n/β");
    case ScalingParameter::Name::Hop:
        return ScalingFindings::tr("one hop of the tree");
    }
    return {};
}

QString numberText(double v)
{
    return std::isinf(v) ? QStringLiteral("∞") : formatNumber(v);
}

QString countText(double v)
{
    return std::isinf(v) ? ScalingFindings::tr("any scale") : formatCount(std::llround(v));
}

/// "2 021 to 2 466": the ends of a 95 % interval, the unit being that of the value.
template <class Words>
QString intervalText(const Estimate &estimate, Words words)
{
    if (std::isnan(estimate.low) || std::isnan(estimate.high))
        return {};
    return ScalingFindings::tr("%1 to %2", "ends of an interval").arg(words(estimate.low), words(estimate.high));
}

/// Addresses may go on in the next line behind their parts; a panel is narrower than they are.
QString breakable(QString text)
{
    for (const QChar part : {QLatin1Char('/'), QLatin1Char('@'), QLatin1Char('_'), QLatin1Char(':')})
        text.replace(part, QString(part) + QChar(0x200B));
    return text;
}

QString percent(double share)
{
    return formatValue(share * 100, Unit::Percent);
}

} // namespace

ScalingFindings::ScalingFindings(QWidget *parent)
    : Card(parent)
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
{
    m_layout->setContentsMargins(10, 6, 10, 6);
    m_layout->setSpacing(4);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(4, 4, 4, 4);
    outer->addWidget(area);
    setLine(nullptr);
}

void ScalingFindings::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void ScalingFindings::addHeading(const QString &text)
{
    auto *label = new QLabel(text, m_content);
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(0, m_layout->count() > 0 ? 6 : 0, 0, 0);
    m_layout->addWidget(label);
}

void ScalingFindings::addSentence(const QString &text)
{
    if (text.isEmpty())
        return;
    auto *label = new QLabel(breakable(text), m_content);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // no word makes the panel wider
    label->setFont(Theme::secondary());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(label);
}

void ScalingFindings::addRow(const QString &left, const QString &right, const QString &interval, const QString &toolTip)
{
    auto *row = new QWidget(m_content);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *name = new QLabel(left, row), *value = new QLabel(right, row), *ends = new QLabel(interval, row);
    for (QLabel *label : {name, value, ends}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(Theme::secondary());
    }
    name->setForegroundRole(QPalette::PlaceholderText);
    ends->setForegroundRole(QPalette::PlaceholderText);
    ends->setMinimumWidth(kIntervalWidth);
    ends->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->setToolTip(toolTip);
    layout->addWidget(name, 1);
    layout->addWidget(value);
    layout->addWidget(ends);
    m_layout->addWidget(row);
}

void ScalingFindings::setLine(const ScalingLinePtr &line)
{
    m_line = line;
    clear();
    if (!line) {
        addSentence(tr("Choose a line: its law, its forecast and what they rest on stand here."));
        m_layout->addStretch(1);
        return;
    }
    addHeading(displayText(line->name, 80));
    addSentence(displayText(line->source, 300));
    if (line->found) {
        const ScalingAnalysis &found = *line->found;
        if (found.law)
            addHeading(scalingLawText(*found.law));
        addSentence(scalingReasonText(found));
        addParameters(found);
        addForecasts(found);
        addLimits(found);
        addCandidates(found);
        const QStringList notes = scalingNotesText(found, line->series.changes);
        if (!notes.isEmpty())
            addHeading(tr("To be known"));
        for (const QString &note : notes)
            addSentence(note);
    }
    m_layout->addStretch(1);
}

void ScalingFindings::addParameters(const ScalingAnalysis &found)
{
    for (const ScalingParameter &parameter : found.parameters) {
        const bool isTime = parameter.name == ScalingParameter::Name::Latency ||
                            parameter.name == ScalingParameter::Name::Transfer ||
                            parameter.name == ScalingParameter::Name::Hop;
        const Unit unit = isTime                                           ? Unit::Second
                          : parameter.name == ScalingParameter::Name::Rate ? m_line->unit
                                                                           : Unit::None;
        const auto bare = [unit](double v) { return unit == Unit::None ? numberText(v) : valueText(v, unit).number; };
        const double value = parameter.estimate.value;
        addRow(parameterName(parameter.name), unit == Unit::None ? numberText(value) : formatValue(value, unit),
               intervalText(parameter.estimate, bare), tr("with its 95 % interval"));
    }
    if (found.law)
        addRow(tr("scatter of one run"), percent(found.spread), {}, {});
}

void ScalingFindings::addForecasts(const ScalingAnalysis &found)
{
    // The curve is drawn from many; those beyond the largest scale are told, at powers of two.
    const double largest = found.points.empty() ? 0 : found.points.back().point.accelerators;
    std::vector<const ScalingForecast *> told;
    for (const ScalingForecast &forecast : found.forecasts) {
        const double power = std::log2(forecast.accelerators);
        if (forecast.accelerators > largest && std::fabs(power - std::round(power)) < 1e-9)
            told.push_back(&forecast);
    }
    if (told.empty() || !found.law)
        return;
    addHeading(tr("Forecast, with 95 % bands"));
    told.resize(std::min(told.size(), std::size_t(kMostForecasts)));
    for (const ScalingForecast *forecast : told) {
        const auto bare = [this](double v) { return valueText(v, m_line->unit).number; };
        addRow(tr("at %1").arg(formatCount(std::llround(forecast->accelerators))),
               formatValue(forecast->throughput.value, m_line->unit), intervalText(forecast->throughput, bare),
               tr("%1 accelerators; %2 of their throughput is lost")
                   .arg(formatCount(std::llround(forecast->accelerators)), percent(forecast->lost.value)));
        addRow(QStringLiteral("   ") + tr("efficiency"), percent(forecast->efficiency.value),
               intervalText(forecast->efficiency, percent), {});
    }
}

void ScalingFindings::addLimits(const ScalingAnalysis &found)
{
    for (const ScalingLimit &limit : found.limits)
        addRow(tr("%1 efficiency up to").arg(percent(limit.efficiency)), countText(limit.accelerators.value),
               intervalText(limit.accelerators, countText), tr("The largest number of accelerators that keeps it"));
    if (found.law && std::isfinite(found.peak.value))
        addRow(tr("fastest at"), countText(found.peak.value), intervalText(found.peak, countText),
               tr("Beyond it more accelerators make it slower"));
}

void ScalingFindings::addCandidates(const ScalingAnalysis &found)
{
    if (found.candidates.size() < 2)
        return;
    addHeading(tr("Laws that were tried"));
    for (const ScalingCandidateFigures &candidate : found.candidates)
        addRow(scalingLawText(candidate.law), percent(candidate.rootMeanSquare), {},
               tr("How far it misses the points; corrected information criterion %1, error at scales left out %2")
                   .arg(std::isfinite(candidate.aicc) ? formatNumber(candidate.aicc) : missingText(),
                        std::isfinite(candidate.looError) ? percent(candidate.looError) : missingText()));
}

QStringList ScalingFindings::texts() const
{
    QStringList all;
    for (const QLabel *label : m_content->findChildren<QLabel *>()) {
        if (!label->isHidden())
            all.append(label->text());
    }
    return all;
}

} // namespace paceline
