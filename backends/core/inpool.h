// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <memory>
#include <type_traits>

namespace paceline {

/// Runs work on a thread of the pool: fits, imports, exports. It must own what it looks at, and throw nothing.
template <class Work>
auto runInPool(Work work) -> QFuture<std::invoke_result_t<Work>>
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace paceline
