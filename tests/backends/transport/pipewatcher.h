// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/bytepipe.h"

#include <QObject>
#include <functional>
#include <optional>
#include <vector>

namespace paceline {

/// Keeps everything that a pipe says, and answers its questions. Same thread as the pipe.
class PipeWatcher : public QObject
{
public:
    explicit PipeWatcher(BytePipe &pipe)
    {
        connect(&pipe, &BytePipe::opened, this, [this] { opened = true; });
        connect(&pipe, &BytePipe::received, this, [this](const QByteArray &bytes) {
            total += bytes.size();
            if (keep)
                out += bytes;
        });
        connect(&pipe, &BytePipe::progressed, this, [this](const LoginProgress &step) { progress.push_back(step); });
        connect(&pipe, &BytePipe::certificateUsed, this,
                [this](qint64 expiresMs) { certificateExpiresMs = expiresMs; });
        connect(&pipe, &BytePipe::closed, this, [this](const Error &error) {
            ++closedCount;
            reason = error;
        });
        connect(&pipe, &BytePipe::questionAsked, this, [this, &pipe](const LoginQuestion &question) {
            questions.push_back(question);
            if (!reply)
                return;
            const auto answers = reply(question);
            pipe.answer(question.id, answers.has_value(), answers.value_or(QStringList()));
        });
    }

    bool isDecided() const { return opened || closedCount > 0; }
    QStringList notes() const
    {
        QStringList texts;
        for (const LoginProgress &step : progress)
            texts += step.note;
        return texts;
    }

    /// What a person would type; nothing cancels.
    std::function<std::optional<QStringList>(const LoginQuestion &)> reply;
    bool opened = false, keep = true;
    int closedCount = 0;
    qint64 total = 0;
    Error reason;
    QByteArray out;
    std::vector<LoginQuestion> questions;
    std::vector<LoginProgress> progress;
    std::optional<qint64> certificateExpiresMs;
};

} // namespace paceline
