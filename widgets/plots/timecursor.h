// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/run.h"

#include <QObject>
#include <limits>
#include <memory>
#include <optional>

namespace paceline {

/// The one cursor of a job, shared by all of its panes and the log. It snaps to the record of the run behind it.
/// GUI thread; owned by the page.
class TimeCursor : public QObject
{
    Q_OBJECT
public:
    /// What is not known is NaN; line 0 is none.
    struct Position
    {
        double timeMs = std::numeric_limits<double>::quiet_NaN();
        double step = std::numeric_limits<double>::quiet_NaN();
        double epoch = std::numeric_limits<double>::quiet_NaN();
        double samples = std::numeric_limits<double>::quiet_NaN();
        std::optional<std::size_t> record = {};
        qint64 line = 0;

        double on(RunAxis axis) const
        {
            return axis == RunAxis::Step    ? step
                   : axis == RunAxis::Time  ? timeMs
                   : axis == RunAxis::Epoch ? epoch
                                            : samples;
        }
    };
    explicit TimeCursor(QObject *parent = nullptr);

    void setRun(std::shared_ptr<const Run> run);
    /// metric: the curve whose records are snapped to; empty takes the run's first.
    void moveTo(RunAxis axis, double x, const QString &metric = {});
    void moveToLine(qint64 line);
    const std::optional<Position> &position() const { return m_position; }

public slots:
    void clear();

signals:
    void moved();

private:
    void set(const Position &position);

    std::shared_ptr<const Run> m_run;
    std::optional<Position> m_position;
};

} // namespace paceline
