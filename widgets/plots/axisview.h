// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <utility>
#include <vector>

namespace paceline {

/// The part of one x axis that is seen, shared by all panes that draw on this axis: zoom, pan, history, live tail.
/// GUI thread; owned by the page.
class AxisView : public QObject
{
    Q_OBJECT
public:
    using Range = std::pair<double, double>;
    explicit AxisView(QObject *parent = nullptr);

    /// Smallest span that zooming reaches, in units of the axis.
    void setMinimumSpan(double span);
    /// What there is to see. growing: more will come on the right, so the view leaves room for it.
    void setExtent(double lower, double upper, bool growing);
    Range extent() const { return m_extent; }
    Range range() const { return m_range; }
    /// The range follows the newest data.
    bool isLive() const { return m_live; }
    /// Everything there is, and more as it comes.
    bool isWhole() const { return m_whole && m_live; }

    /// about stays where it is; factor < 1 shows less.
    void zoom(double factor, double about);
    /// Panning is one step of the history, however many moves it takes.
    void beginPan() { remember(); }
    void pan(double distance);
    void setRange(Range range);
    /// Shows the newest span of this length and follows it.
    void showLast(double span);

public slots:
    void goLive();
    void reset();
    void undo();

signals:
    void rangeChanged();
    void liveChanged(bool isLive);

private:
    void remember();
    void apply(Range range);
    void setLive(bool live);
    void follow();

    Range m_extent{0, 1}, m_range{0, 1};
    std::vector<Range> m_history;
    double m_minimumSpan = 1e-9;
    bool m_growing = false, m_live = true, m_whole = true, m_hasExtent = false;
};

} // namespace paceline
