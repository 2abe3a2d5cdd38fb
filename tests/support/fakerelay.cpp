// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakerelay.h"

#include <algorithm>

namespace paceline {

FakeRelay::FakeRelay(QObject *parent)
    : Relay(parent)
{
}

FakeRelay::~FakeRelay()
{
    for (const Waiting &waiting : m_waiting)
        finish(waiting.promise, failure(ErrorKind::Cancelled));
}

void FakeRelay::finish(const Promise &promise, Result<CommandOutput> answer)
{
    promise->addResult(std::move(answer));
    promise->finish();
}

void FakeRelay::script(const QByteArray &key, Result<CommandOutput> answer)
{
    const std::lock_guard lock(m_mutex);
    m_scripts[key].push_back(std::move(answer));
}

void FakeRelay::hold(const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    m_scripts.remove(key);
}

bool FakeRelay::answer(const QByteArray &key, Result<CommandOutput> answer)
{
    Promise promise;
    {
        const std::lock_guard lock(m_mutex);
        const auto it =
            std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting &w) { return w.key == key; });
        if (it == m_waiting.end())
            return false;
        promise = it->promise;
        m_waiting.erase(it);
    }
    finish(promise, std::move(answer));
    return true;
}

void FakeRelay::setFile(const QByteArray &path, const QByteArray &content, quint64 inode, qint64 mtimeMs)
{
    const std::lock_guard lock(m_mutex);
    m_files.insert(path, {content, inode, mtimeMs});
}

void FakeRelay::removeFile(const QByteArray &path)
{
    const std::lock_guard lock(m_mutex);
    m_files.remove(path);
}

QList<QByteArray> FakeRelay::keys() const
{
    const std::lock_guard lock(m_mutex);
    QList<QByteArray> keys;
    for (const auto &asked : m_asked)
        keys.append(asked.first);
    return keys;
}

int FakeRelay::count(const QByteArray &key) const
{
    return int(keys().count(key));
}

QByteArray FakeRelay::command(const QByteArray &key) const
{
    const std::lock_guard lock(m_mutex);
    const auto it =
        std::find_if(m_asked.rbegin(), m_asked.rend(), [&](const auto &asked) { return asked.first == key; });
    return it == m_asked.rend() ? QByteArray() : it->second;
}

int FakeRelay::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_waiting.size());
}

std::vector<FakeRelay::Stream> FakeRelay::streams() const
{
    const std::lock_guard lock(m_mutex);
    return m_streams;
}

void FakeRelay::endStream(RequestId stream, int exitStatus, const Error &reason)
{
    emit streamEnded(stream, exitStatus, reason);
}

Pending<CommandOutput> FakeRelay::run(const CommandRequest &request)
{
    const QByteArray key = request.key.isEmpty() ? request.command : request.key;
    auto promise = std::make_shared<QPromise<Result<CommandOutput>>>();
    promise->start();
    std::optional<Result<CommandOutput>> scripted;
    RequestId id = 0;
    {
        const std::lock_guard lock(m_mutex);
        id = m_nextId++;
        m_asked.emplace_back(key, request.command);
        auto it = m_scripts.find(key);
        if (it != m_scripts.end() && !it->empty()) {
            scripted = it->front();
            if (it->size() > 1)
                it->pop_front();
        } else {
            m_waiting.push_back({id, key, promise});
        }
    }
    const auto future = promise->future();
    if (scripted)
        finish(promise, std::move(*scripted));
    return {id, future};
}

Pending<FilePull> FakeRelay::pull(const PullRequest &request)
{
    QPromise<Result<FilePull>> promise;
    promise.start();
    const auto future = promise.future();
    const std::lock_guard lock(m_mutex);
    const RequestId id = m_nextId++;
    const auto file = m_files.constFind(request.path);
    if (file == m_files.constEnd()) {
        promise.addResult(failure(ErrorKind::NotFound, QString::fromUtf8(request.path)));
    } else {
        FilePull pull;
        pull.bytes = file->content.mid(request.offset, request.maxBytes);
        pull.offset = request.offset;
        pull.size = file->content.size();
        pull.inode = file->inode;
        pull.mtimeMs = file->mtimeMs;
        promise.addResult(std::move(pull));
    }
    promise.finish();
    return {id, future};
}

RequestId FakeRelay::openStream(const CommandRequest &request)
{
    const std::lock_guard lock(m_mutex);
    m_streams.push_back({m_nextId, request, {}, false});
    return m_nextId++;
}

void FakeRelay::sendLine(RequestId stream, const QByteArray &line)
{
    const std::lock_guard lock(m_mutex);
    for (Stream &open : m_streams) {
        if (open.id == stream)
            open.lines.append(line);
    }
}

void FakeRelay::stopStream(RequestId stream, int)
{
    const std::lock_guard lock(m_mutex);
    for (Stream &open : m_streams) {
        if (open.id == stream)
            open.stopped = true;
    }
}

void FakeRelay::cancel(RequestId id)
{
    Promise promise;
    {
        const std::lock_guard lock(m_mutex);
        const auto it = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting &w) { return w.id == id; });
        if (it == m_waiting.end())
            return;
        promise = it->promise;
        m_waiting.erase(it);
    }
    finish(promise, failure(ErrorKind::Cancelled));
}

void FakeRelay::shutdown()
{
    std::vector<Waiting> waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting.swap(m_waiting);
    }
    for (const Waiting &one : waiting)
        finish(one.promise, failure(ErrorKind::Cancelled));
    emit ended(Error{ErrorKind::Cancelled, {}});
}

} // namespace paceline
