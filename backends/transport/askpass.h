// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QHash>
#include <QObject>
#include <QProcessEnvironment>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <atomic>
#include <memory>
#include <optional>

namespace paceline {

/// Brings the prompts of a program without a terminal to us: a small script that the program starts as its SSH_ASKPASS,
/// and FIFOs in a folder that only the user can enter. Answers travel through them alone, never over a disk or an
/// argument list. Owned by the pipe.
class Askpass : public QObject
{
    Q_OBJECT
public:
    enum class Hint { Text, Confirm, Notice }; ///< SSH_ASKPASS_PROMPT: (none), "confirm", "none"

    explicit Askpass(QObject *parent = nullptr);
    ~Askpass() override;

    /// Makes folder, script and FIFO. Errors: PermissionDenied with the system's words.
    Result<void> prepare();
    void addTo(QProcessEnvironment &environment) const;
    /// Late or unknown numbers are ignored.
    void answer(quint64 number, bool accepted, const QString &text);

signals:
    void asked(quint64 number, paceline::Askpass::Hint hint, const QString &prompt);

private:
    void readQuestions();
    void take(const QByteArray &record);

    QTemporaryDir m_folder;
    int m_questions = -1; ///< the FIFO, open for both ends, so that it never ends
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_buffer;
    QHash<quint64, QByteArray> m_waiting; ///< process number of the script that waits
    std::vector<int> m_answers;           ///< kept open until their script has read them
};

} // namespace paceline
