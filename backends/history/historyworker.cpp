// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/historyworker.h"

#include "backends/core/logging.h"
#include "backends/history/schema.h"

#include <QCoreApplication>
#include <QDateTime>

namespace paceline {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

History::Worker::Opened::Opened(Sqlite opened)
    : database(std::move(opened))
    , reader(database)
    , writer(database, QCoreApplication::applicationPid())
{
}

History::Worker::Worker(QString path, std::function<void(const std::optional<Error> &)> told)
    : m_path(std::move(path))
    , m_told(std::move(told))
    , m_thread([this] { work(); })
{
}

History::Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void History::Worker::addSave(const Slot &slot, std::shared_ptr<const JobSnapshot> job)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        isFirst = m_waiting.saves.empty();
        m_waiting.saves[slot] = std::move(job);
    }
    if (isFirst)
        m_wake.notify_one();
}

void History::Worker::addRelease(const Slot &slot)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.releases.push_back(slot);
    }
    m_wake.notify_one();
}

void History::Worker::addTask(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void History::Worker::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        Waiting waiting = take(lock);
        const bool ends = m_ends && waiting.saves.empty() && waiting.releases.empty() && waiting.tasks.empty();
        lock.unlock();
        if (ends)
            return;
        if (!m_store)
            open();
        save(waiting);
        for (const Task &task : waiting.tasks)
            task(m_store.get(), m_openError);
        lock.lock();
    }
}

/// Waits until something is to be done; saves alone wait until theirs is the time.
History::Worker::Waiting History::Worker::take(std::unique_lock<std::mutex> &lock)
{
    const auto isUrgent = [this] { return m_ends || !m_waiting.tasks.empty() || !m_waiting.releases.empty(); };
    m_wake.wait(lock, [&] { return isUrgent() || !m_waiting.saves.empty(); });
    m_wake.wait_until(lock, m_nextSave, isUrgent);
    return std::exchange(m_waiting, {});
}

void History::Worker::open()
{
    if (steady_clock::now() < m_nextOpen)
        return;
    auto opened = openHistory(m_path);
    if (opened) {
        m_store = std::make_unique<Opened>(std::move(*opened));
        return;
    }
    m_openError = opened.error();
    m_openError.detail.prepend(m_path + QStringLiteral(": "));
    m_nextOpen = steady_clock::now() + milliseconds(kRetryMs);
    settle(m_openError);
}

void History::Worker::save(Waiting &waiting)
{
    std::optional<Error> error;
    std::map<Slot, std::shared_ptr<const JobSnapshot>> again;
    for (const auto &[slot, job] : waiting.saves) {
        const auto done =
            m_store ? m_store->writer.save(slot.first.cluster, slot.second, *job, QDateTime::currentMSecsSinceEpoch())
                    : Result<RunWriter::Outcome>(tl::unexpected(m_openError));
        if (done)
            continue;
        error = done.error();
        again.emplace(slot, job);
    }
    for (const Slot &slot : waiting.releases) {
        again.erase(slot);
        if (m_store)
            (void)m_store->writer.release(slot.second, slot.first);
    }
    m_nextSave = steady_clock::now() + milliseconds(error ? kRetryMs : kSaveMs);
    if (!waiting.saves.empty())
        settle(error);
    const std::lock_guard lock(m_mutex);
    if (!m_ends) {
        // What came meanwhile is newer.
        m_waiting.saves.merge(again);
    }
}

void History::Worker::settle(const std::optional<Error> &error)
{
    if (m_error == error)
        return;
    m_error = error;
    if (error)
        qCWarning(lcHistory) << "nothing is saved:" << error->detail;
    m_told(error);
}

} // namespace paceline
