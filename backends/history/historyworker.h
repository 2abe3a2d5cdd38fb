// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/history/history.h"
#include "backends/history/runreader.h"
#include "backends/history/runwriter.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace paceline {

/// The history's thread and what waits for it. Only the queue is shared between threads; the database belongs to the
/// thread alone.
class History::Worker
{
public:
    /// told: is called on the thread with the state of saving whenever it changed; empty: all is well.
    Worker(QString path, std::function<void(const std::optional<Error> &)> told);
    /// Does what waits, then ends.
    ~Worker();

    /// The open database.
    struct Opened
    {
        explicit Opened(Sqlite opened);
        Sqlite database;
        RunReader reader;
        RunWriter writer;
    };
    /// error: why there is no store.
    using Task = std::function<void(Opened *store, const Error &error)>;
    using Slot = std::pair<RunKey, quint64>; ///< and the token of the session

    void addSave(const Slot &slot, std::shared_ptr<const JobSnapshot> job);
    void addRelease(const Slot &slot);
    /// Tasks are done in order, each after the saves that waited before it.
    void addTask(Task task);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Waiting
    {
        std::map<Slot, std::shared_ptr<const JobSnapshot>> saves;
        std::vector<Slot> releases;
        std::deque<Task> tasks;
    };

    void work();
    Waiting take(std::unique_lock<std::mutex> &lock);
    void open();
    void save(Waiting &waiting);
    void settle(const std::optional<Error> &error);

    const QString m_path;
    const std::function<void(const std::optional<Error> &)> m_told;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    Waiting m_waiting;
    bool m_ends = false;

    // Of the thread alone.
    std::unique_ptr<Opened> m_store;
    Error m_openError;
    std::optional<Error> m_error;
    Time m_nextSave, m_nextOpen;

    std::thread m_thread; ///< last: starts when all else is there
};

} // namespace paceline
