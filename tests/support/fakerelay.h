// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/relay.h"

#include <QHash>
#include <QPromise>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace paceline {

/// A relay whose answers are written by the test, by CommandRequest::key (the command where there is none). Answers are
/// given at once, in order, the last one again and again; a key without an answer stays pending until answer() or
/// fail(). Use it on one thread, or from several: it is guarded.
class FakeRelay final : public Relay
{
    Q_OBJECT
public:
    struct Stream
    {
        RequestId id;
        CommandRequest request;
        QList<QByteArray> lines; ///< what sendLine sent
        bool stopped = false;
    };

    explicit FakeRelay(QObject *parent = nullptr);
    ~FakeRelay() override;

    /// The next answer for key, after those already queued for it.
    void script(const QByteArray &key, Result<CommandOutput> answer);
    void script(const QByteArray &key, const QByteArray &out) { script(key, CommandOutput{0, out, {}, false}); }
    /// Forgets the answers for key; requests wait from now on.
    void hold(const QByteArray &key);
    /// Finishes the oldest waiting request of key. False when none waits.
    bool answer(const QByteArray &key, Result<CommandOutput> answer);
    /// What pull returns: a file's whole content, by path. A path without one is NotFound.
    void setFile(const QByteArray &path, const QByteArray &content, quint64 inode = 1, qint64 mtimeMs = 0);
    void removeFile(const QByteArray &path);

    QList<QByteArray> keys() const; ///< of every command asked for so far, in order
    int count(const QByteArray &key) const;
    QByteArray command(const QByteArray &key) const; ///< of the last request with key
    int waiting() const;
    std::vector<Stream> streams() const;
    /// Ends a stream as the other side would.
    void endStream(RequestId stream, int exitStatus, const Error &reason);

    Pending<CommandOutput> run(const CommandRequest &request) override;
    Pending<FilePull> pull(const PullRequest &request) override;
    RequestId openStream(const CommandRequest &request) override;
    void sendLine(RequestId stream, const QByteArray &line) override;
    void stopStream(RequestId stream, int graceMs) override;
    void cancel(RequestId id) override;
    void shutdown() override;

private:
    using Promise = std::shared_ptr<QPromise<Result<CommandOutput>>>;
    struct Waiting
    {
        RequestId id;
        QByteArray key;
        Promise promise;
    };
    struct File
    {
        QByteArray content;
        quint64 inode = 1;
        qint64 mtimeMs = 0;
    };

    static void finish(const Promise &promise, Result<CommandOutput> answer);

    mutable std::mutex m_mutex;
    RequestId m_nextId = 1;
    QHash<QByteArray, std::deque<Result<CommandOutput>>> m_scripts;
    QHash<QByteArray, File> m_files;
    std::vector<std::pair<QByteArray, QByteArray>> m_asked; ///< key, command
    std::vector<Waiting> m_waiting;
    std::vector<Stream> m_streams;
};

} // namespace paceline
