// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/timecursor.h"

#include <algorithm>

namespace paceline {

static TimeCursor::Position positionOf(const Run &run, std::size_t record)
{
    Run::RecordPlace place = run.place(record);
    // A record of a file beside the log points to the line that stands nearest to its step.
    const Run *log = place.line == 0 ? run.log() : nullptr;
    if (log && !log->metrics().isEmpty()) {
        if (const auto twin = log->nearest(log->metrics().constFirst(), RunAxis::Step, place.step))
            place.line = log->place(*twin).line;
    }
    return {place.timeMs, place.step, place.epoch, place.samples, record, place.line};
}

TimeCursor::TimeCursor(QObject *parent)
    : QObject(parent)
{
}

void TimeCursor::setRun(std::shared_ptr<const Run> run)
{
    m_run = std::move(run);
}

void TimeCursor::moveTo(RunAxis axis, double x, const QString &metric)
{
    Position position;
    std::optional<std::size_t> record;
    if (m_run && !m_run->metrics().isEmpty())
        record = m_run->nearest(metric.isEmpty() ? m_run->metrics().constFirst() : metric, axis, x);
    if (record)
        position = positionOf(*m_run, *record);
    // Counters have ticks of their own: the line stands where the hand is, the record is the one nearest to it.
    if (axis == RunAxis::Time && metric.isEmpty())
        position.timeMs = x;
    else if (!record)
        (axis == RunAxis::Time    ? position.timeMs
         : axis == RunAxis::Step  ? position.step
         : axis == RunAxis::Epoch ? position.epoch
                                  : position.samples) = x;
    set(position);
}

void TimeCursor::moveToLine(qint64 line)
{
    const Run *log = m_run ? m_run->log() : nullptr;
    if (!log)
        return;
    std::optional<std::size_t> behind;
    for (const auto &chunk : log->chunks()) {
        if (chunk->line.empty() || chunk->line.front() > line)
            break;
        const auto next = std::upper_bound(chunk->line.begin(), chunk->line.end(), line);
        behind = chunk->first + std::size_t(next - chunk->line.begin()) - 1;
    }
    if (!behind)
        return;
    Position position = positionOf(*m_run, *behind);
    position.line = line;
    set(position);
}

void TimeCursor::clear()
{
    if (!m_position)
        return;
    m_position.reset();
    emit moved();
}

void TimeCursor::set(const Position &position)
{
    const auto same = [](double a, double b) { return a == b || (a != a && b != b); };
    if (m_position && m_position->record == position.record && m_position->line == position.line &&
        same(m_position->timeMs, position.timeMs) && same(m_position->step, position.step))
        return;
    m_position = position;
    emit moved();
}

} // namespace paceline
