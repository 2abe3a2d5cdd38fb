// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/history.h"

#include "backends/history/historyworker.h"

#include <QDateTime>
#include <QPromise>
#include <QRandomGenerator>

namespace paceline {

namespace {

/// Runs call(store) on the worker's thread; its Result is the answer.
template <class T, class Worker, class Call>
QFuture<Result<T>> ask(Worker &worker, Call call)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    QFuture<Result<T>> answer = promise->future();
    promise->start();
    worker.addTask([promise, call = std::move(call)](auto *store, const Error &error) {
        promise->addResult(store ? call(*store) : Result<T>(tl::unexpected(error)));
        promise->finish();
    });
    return answer;
}

} // namespace

History::History(QString path, QObject *parent)
    : QObject(parent)
{
    qRegisterMetaType<Error>();
    m_worker = std::make_unique<Worker>(std::move(path), [this](const std::optional<Error> &error) {
        if (error)
            emit failed(*error);
        else
            emit recovered();
    });
}

History::~History()
{
    m_worker.reset();
}

quint64 History::newToken()
{
    return QRandomGenerator::system()->generate64();
}

void History::save(const ClusterId &cluster, quint64 token, std::shared_ptr<const JobSnapshot> job)
{
    if (job->logRun && job->place)
        m_worker->addSave({{cluster, job->job}, token}, job);
}

void History::release(const ClusterId &cluster, quint64 token, JobId job)
{
    m_worker->addRelease({{cluster, job}, token});
}

History::Answer<std::optional<SavedRun>> History::load(const RunKey &key, quint64 token)
{
    return ask<std::optional<SavedRun>>(*m_worker, [=](Worker::Opened &store) {
        auto saved = store.reader.load(key);
        if (saved && *saved)
            store.writer.goOn(token, **saved);
        return saved;
    });
}

History::Answer<std::optional<SavedRun>> History::look(const RunKey &key)
{
    return ask<std::optional<SavedRun>>(*m_worker, [=](Worker::Opened &store) { return store.reader.load(key); });
}

History::Answer<std::vector<SavedRunEntry>> History::runs(const ClusterId &cluster)
{
    return ask<std::vector<SavedRunEntry>>(*m_worker,
                                           [=](Worker::Opened &store) { return store.reader.runs(cluster); });
}

History::Answer<std::optional<SavedRun>> History::lastFinished(const ClusterId &cluster, const QString &name,
                                                               const QString &user, JobId except)
{
    return ask<std::optional<SavedRun>>(*m_worker, [=](Worker::Opened &store) {
        return store.reader.lastFinished(cluster, name, user, except, QDateTime::currentMSecsSinceEpoch());
    });
}

History::Answer<QMap<QString, QString>> History::corrections(const RunKey &key)
{
    return ask<QMap<QString, QString>>(*m_worker, [=](Worker::Opened &store) { return store.reader.corrections(key); });
}

History::Answer<bool> History::correct(const RunKey &key, const QString &name, const QString &value)
{
    return ask<bool>(*m_worker, [=](Worker::Opened &store) -> Result<bool> {
        return store.writer.correct(key, name, value).map([] { return true; });
    });
}

} // namespace paceline
