// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/eventwatch.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>
#include <ctime>

namespace paceline {

static double threadCpuMs()
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    // Events of other threads come here too, on those threads: neither theirs to count here nor safe to.
    if (QThread::currentThread() != thread() || m_depth > 0)
        return QApplication::notify(receiver, event);
    // Both may be gone afterwards.
    const char *className = receiver ? receiver->metaObject()->className() : "none";
    const QEvent::Type type = event->type();
    const double before = threadCpuMs();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const double spent = threadCpuMs() - before;
    ++m_figures.events;
    m_figures.totalMs += spent;
    if (spent > m_figures.longestMs) {
        m_figures.longestMs = spent;
        const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        m_figures.longest = QStringLiteral("%1 %2").arg(QLatin1String(className), QLatin1String(name ? name : "?"));
    }
    return handled;
}

} // namespace paceline
