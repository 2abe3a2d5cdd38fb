// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/askpass.h"

#include <QFile>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paceline {

// printf is built into every shell that may be /bin/sh here; a program of its own would show the answer in its
// arguments.
static constexpr char kScript[] = R"sh(#!/bin/sh
folder=${0%/*}
answer=$folder/answer.$$
trap 'rm -f "$answer"; exit 1' TERM INT HUP
mkfifo -m 600 "$answer" || exit 1
printf '%s %s\n%s\0' "$$" "${SSH_ASKPASS_PROMPT:-text}" "$1" >"$folder/questions"
{ IFS= read -r accepted && IFS= read -r text; } <"$answer"
rm -f "$answer"
[ "$accepted" = yes ] || exit 1
printf '%s\n' "$text"
)sh";

static constexpr qsizetype kMaxQuestion = 64 << 10;

Askpass::Askpass(QObject *parent)
    : QObject(parent)
{
}

Askpass::~Askpass()
{
    m_notifier.reset();
    if (m_questions >= 0)
        ::close(m_questions);
    for (const int descriptor : m_answers)
        ::close(descriptor);
}

static tl::unexpected<Error> systemFailure()
{
    return failure(ErrorKind::PermissionDenied, QString::fromLocal8Bit(std::strerror(errno)));
}

Result<void> Askpass::prepare()
{
    if (!m_folder.isValid())
        return failure(ErrorKind::PermissionDenied, m_folder.errorString());
    QFile script(m_folder.filePath(QStringLiteral("askpass")));
    if (!script.open(QIODevice::WriteOnly) || script.write(kScript) < 0)
        return failure(ErrorKind::PermissionDenied, script.errorString());
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QByteArray questions = QFile::encodeName(m_folder.filePath(QStringLiteral("questions")));
    if (::mkfifo(questions.constData(), S_IRUSR | S_IWUSR) != 0)
        return systemFailure();
    m_questions = ::open(questions.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (m_questions < 0)
        return systemFailure();
    m_notifier = std::make_unique<QSocketNotifier>(m_questions, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Askpass::readQuestions);
    return {};
}

void Askpass::addTo(QProcessEnvironment &environment) const
{
    environment.insert(QStringLiteral("SSH_ASKPASS"), m_folder.filePath(QStringLiteral("askpass")));
    environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
    if (!environment.contains(QStringLiteral("DISPLAY"))) // what ssh before 8.4 looks at
        environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":0"));
}

void Askpass::readQuestions()
{
    char piece[4096];
    ssize_t count = 0;
    while ((count = ::read(m_questions, piece, sizeof piece)) > 0)
        m_buffer.append(piece, count);
    for (qsizetype end = m_buffer.indexOf('\0'); end >= 0; end = m_buffer.indexOf('\0')) {
        const QByteArray record = m_buffer.left(end);
        m_buffer.remove(0, end + 1);
        take(record);
    }
    if (m_buffer.size() > kMaxQuestion)
        m_buffer.clear();
}

void Askpass::take(const QByteArray &record)
{
    const qsizetype lineEnd = record.indexOf('\n');
    const QList<QByteArray> words = record.left(lineEnd).split(' ');
    if (lineEnd < 0 || words.size() != 2 || words[0].toInt() <= 0)
        return;
    static std::atomic<quint64> numbers{1};
    const quint64 number = numbers++;
    m_waiting.insert(number, words[0]);
    const Hint hint = words[1] == "confirm" ? Hint::Confirm : words[1] == "none" ? Hint::Notice : Hint::Text;
    emit asked(number, hint, QString::fromLocal8Bit(record.mid(lineEnd + 1)));
}

void Askpass::answer(quint64 number, bool accepted, const QString &text)
{
    const QByteArray pid = m_waiting.take(number);
    if (pid.isEmpty())
        return;
    const QByteArray path = QFile::encodeName(m_folder.filePath(QStringLiteral("answer.")) + QString::fromLatin1(pid));
    // For both ends: the script may not have opened its end yet, and the bytes must outlast that.
    const int descriptor = ::open(path.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return;
    m_answers.push_back(descriptor);
    QByteArray bytes = (accepted ? "yes\n" : "no\n") + text.section(QLatin1Char('\n'), 0, 0).toUtf8() + '\n';
    [[maybe_unused]] const ssize_t written = ::write(descriptor, bytes.constData(), size_t(bytes.size()));
    bytes.fill('\0');
}

} // namespace paceline
