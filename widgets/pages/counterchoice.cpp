// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/counterchoice.h"

#include "widgets/format/metrictext.h"
#include "widgets/pages/countersets.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/segments.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QMenu>

namespace paceline {

static constexpr int kMostShown = 6, kGap = 6;

CounterChoice::CounterChoice(QWidget *parent)
    : QWidget(parent)
    , m_segments(new Segments(this))
    , m_more(new FlatButton(tr("More"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(m_segments);
    row->addWidget(m_more);
    m_more->setToolTip(tr("All counters of these nodes"));
    connect(m_segments, &Segments::chosen, this, [this](int index) { emit chosen(m_shown[index]); });
    connect(m_more, &FlatButton::clicked, this, &CounterChoice::showMenu);
}

QSize CounterChoice::sizeHint() const
{
    const int more = m_more->isHidden() ? 0 : m_more->sizeHint().width() + kGap;
    return {m_segments->sizeHint().width() + more, m_segments->sizeHint().height()};
}

void CounterChoice::setCounters(const QList<MetricId> &counters)
{
    if (counters == m_counters)
        return;
    m_counters = counters;
    arrange();
}

void CounterChoice::setCurrent(const MetricId &metric)
{
    m_current = metric;
    arrange();
}

void CounterChoice::setRoom(int width)
{
    if (std::exchange(m_room, width) != width)
        arrange();
}

void CounterChoice::arrange()
{
    const int before = sizeHint().width();
    // The chosen one is always among those that are shown.
    QList<MetricId> shown = m_counters.mid(0, kMostShown);
    QStringList labels;
    const auto fits = [&] {
        if (m_counters.contains(m_current) && !shown.contains(m_current)) {
            if (shown.size() > 1)
                shown.removeLast();
            shown.append(m_current);
        }
        labels.clear();
        for (const MetricId &metric : std::as_const(shown))
            labels.append(metricText(metric));
        m_segments->setLabels(labels);
        m_more->setVisible(shown.size() < m_counters.size());
        return shown.size() <= 1 || sizeHint().width() <= m_room;
    };
    while (!fits())
        shown.removeAt(shown.last() == m_current && shown.size() > 1 ? shown.size() - 2 : shown.size() - 1);
    m_shown = shown;
    m_segments->setCurrent(int(m_shown.indexOf(m_current)));
    updateGeometry();
    if (sizeHint().width() != before)
        emit resized();
}

void CounterChoice::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QStringList groups;
    for (const MetricId &metric : std::as_const(m_counters)) {
        if (const QString group = counterGroupText(metric); !groups.contains(group))
            groups.append(group);
    }
    auto *choice = new QActionGroup(menu);
    for (const QString &group : std::as_const(groups)) {
        menu->addSection(group);
        for (const MetricId &metric : std::as_const(m_counters)) {
            if (counterGroupText(metric) != group)
                continue;
            QAction *action = menu->addAction(metricText(metric));
            action->setCheckable(true);
            action->setChecked(metric == m_current);
            choice->addAction(action);
            connect(action, &QAction::triggered, this, [this, metric] { emit chosen(metric); });
        }
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

} // namespace paceline
