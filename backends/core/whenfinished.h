// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <utility>

namespace paceline {

/// Calls then(result) on context's thread once future is finished, and never when context is gone by then. Call it on
/// context's thread. QFuture::then(context, ...) of Qt 6.4 aborts where the context died before the future finished.
template <class T, class F>
void whenFinished(const QFuture<T> &future, QObject *context, F &&then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, then = std::forward<F>(then)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             then(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace paceline
