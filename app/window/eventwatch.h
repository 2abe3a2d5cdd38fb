// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace paceline {

/// The application, with a watchdog on itself: how much CPU time each outermost event takes on the GUI thread. The
/// tests and benches of responsiveness read it; nothing else depends on it.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;

    struct Figures
    {
        qint64 events = 0;
        double longestMs = 0; ///< thread CPU time of the longest outermost event
        double totalMs = 0;
        QString longest; ///< class of the receiver and type of the event
    };
    const Figures &figures() const { return m_figures; }
    void resetFigures() { m_figures = {}; }

private:
    Figures m_figures;
    int m_depth = 0;
};

} // namespace paceline
