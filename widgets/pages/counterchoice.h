// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

#include <QList>
#include <QWidget>

namespace paceline {

class FlatButton;
class Segments;

/// The choice of one counter: the most telling ones side by side, as many as a width allows, all of them in a menu.
/// GUI thread.
class CounterChoice : public QWidget
{
    Q_OBJECT
public:
    explicit CounterChoice(QWidget *parent = nullptr);

    /// In their order of importance.
    void setCounters(const QList<MetricId> &counters);
    const QList<MetricId> &counters() const { return m_counters; }
    void setCurrent(const MetricId &metric);
    const MetricId &current() const { return m_current; }
    /// So wide that the choice may be.
    void setRoom(int width);
    QSize sizeHint() const override;

signals:
    void chosen(const paceline::MetricId &metric);
    /// It takes another width than before.
    void resized();

private:
    void arrange();
    void showMenu();

    QList<MetricId> m_counters, m_shown;
    MetricId m_current;
    int m_room = 600;
    Segments *m_segments;
    FlatButton *m_more;
};

} // namespace paceline
