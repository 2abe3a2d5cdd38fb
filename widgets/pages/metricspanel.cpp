// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/metricspanel.h"

#include "widgets/format/metrictext.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/thinscrollbar.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace paceline {

static constexpr int kWidth = 280, kNameWidth = 130;

MetricsPanel::MetricsPanel(QWidget *parent)
    : Card(parent)
    , m_area(new QScrollArea(this))
{
    setFixedWidth(kWidth);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    m_area->viewport()->setAutoFillBackground(false);
    auto *title = new QLabel(tr("Metrics"), this);
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *close = new FlatButton(tr("Close"), this);
    connect(close, &FlatButton::clicked, this, &MetricsPanel::closeRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(close);
    head->addSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 4, 8);
    layout->addLayout(head);
    layout->addWidget(m_area, 1);
}

void MetricsPanel::setMetrics(const QStringList &metrics, const QStringList &pinned, const QStringList &hidden)
{
    if (metrics == m_metrics && pinned == m_pinned && hidden == m_hidden)
        return;
    m_metrics = metrics;
    m_pinned = pinned;
    m_hidden = hidden;
    rebuild();
}

QWidget *MetricsPanel::rowOf(const QString &metric)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(6);
    const QString words = curveText(metric);
    auto *name = new QLabel(QFontMetrics(Theme::body()).elidedText(words, Qt::ElideRight, kNameWidth), row);
    name->setTextFormat(Qt::PlainText);
    name->setToolTip(words.toHtmlEscaped());
    if (m_hidden.contains(metric))
        name->setForegroundRole(QPalette::PlaceholderText);
    auto *pin = new FlatButton(tr("Pin"), row), *hide = new FlatButton(tr("Hide"), row);
    pin->setAccessibleName(tr("Pin %1 to the top").arg(words));
    hide->setAccessibleName(tr("Hide %1").arg(words));
    for (FlatButton *button : {pin, hide})
        button->setCheckable(true);
    pin->setChecked(m_pinned.contains(metric));
    hide->setChecked(m_hidden.contains(metric));
    connect(pin, &FlatButton::clicked, this, [this, metric](bool on) { emit pinRequested(metric, on); });
    connect(hide, &FlatButton::clicked, this, [this, metric](bool on) { emit hideRequested(metric, on); });
    layout->addWidget(name, 1);
    layout->addWidget(pin);
    layout->addWidget(hide);
    return row;
}

void MetricsPanel::rebuild()
{
    const int at = m_area->verticalScrollBar()->value();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    for (const QString &metric : std::as_const(m_metrics))
        column->addWidget(rowOf(metric));
    column->addStretch(1);
    // A button of the old content may be the one that was clicked: it must outlive its own signal.
    if (QWidget *old = m_area->takeWidget())
        old->deleteLater();
    m_area->setWidget(content);
    content->setAutoFillBackground(false);
    m_area->verticalScrollBar()->setValue(at);
}

} // namespace paceline
