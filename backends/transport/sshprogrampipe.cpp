// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshprogrampipe.h"

#include "backends/transport/relayscript.h"
#include "backends/transport/sshconfig.h"

namespace paceline {

static constexpr int kStartTimeoutMs = 20000; // from the first output to the mark
static constexpr qsizetype kEarlyKept = 1 << 20;

SshProgramPipe::SshProgramPipe(SshProgramOptions options, QObject *parent)
    : ProcessPipe(parent)
    , m_options(std::move(options))
    , m_askpass(this)
    , m_loginTimer(this)
    , m_mark("paceline-" + newRelayToken())
{
    m_loginTimer.setSingleShot(true);
    connect(&m_askpass, &Askpass::asked, this, &SshProgramPipe::ask);
    connect(&m_loginTimer, &QTimer::timeout, this, [this] {
        if (m_early.isEmpty())
            finish({ErrorKind::TimedOut, QString::fromLocal8Bit(errorText())});
        else
            becomeOpen(); // something answers, if not a shell: whoever speaks with it will say so
    });
}

void SshProgramPipe::open(const QByteArray &command)
{
    const auto target = SshTarget::parse(m_options.host);
    if (!target)
        return finish(target.error());
    if (const Result<void> prepared = m_askpass.prepare(); !prepared)
        return finish(prepared.error());
    QStringList arguments;
    if (!m_options.configFile.isEmpty())
        arguments << QStringLiteral("-F") << m_options.configFile;
    arguments << QStringLiteral("-T") << QStringLiteral("-x") << QStringLiteral("-a");
    // Our own keep-alive does the work; nothing that the user's configuration starts for a terminal session.
    for (const char *option :
         {"ServerAliveInterval=0", "ClearAllForwardings=yes", "RequestTTY=no", "RemoteCommand=none",
          "PermitLocalCommand=no", "NumberOfPasswordPrompts=1", "BatchMode=no"})
        arguments << QStringLiteral("-o") << QString::fromLatin1(option);
    arguments << QStringLiteral("-o") << QStringLiteral("ConnectTimeout=%1").arg(m_options.connectTimeoutS);
    arguments << m_options.extraArguments;
    if (target->port > 0)
        arguments << QStringLiteral("-p") << QString::number(target->port);
    const QString name = target->user.isEmpty() ? target->host : target->user + QLatin1Char('@') + target->host;
    // The mark tells the end of the login, and where the start files' own words end. echo and ; mean the same to every
    // shell.
    arguments << QStringLiteral("--") << name << QString::fromLocal8Bit("echo " + m_mark + "; " + command);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    m_askpass.addTo(environment);
    m_loginTimer.start(m_options.loginTimeoutMs);
    startProgram(m_options.program, arguments, environment);
}

void SshProgramPipe::programStarted()
{
    emit progressed({LoginStep::Connecting, m_options.host, m_options.program});
}

void SshProgramPipe::errorsArrived()
{
    if (m_isOpen)
        return;
    m_loginTimer.start(m_options.loginTimeoutMs);
    const QByteArray lastLine = errorText().trimmed().split('\n').last().trimmed();
    emit progressed({LoginStep::Authenticating, m_options.host, QString::fromLocal8Bit(lastLine)});
}

void SshProgramPipe::ask(quint64 number, Askpass::Hint hint, const QString &prompt)
{
    m_loginTimer.stop(); // a person takes the time that it takes
    m_hasAsked = true;
    LoginQuestion question;
    question.id = number;
    question.kind = LoginQuestion::Kind::Program;
    question.host = m_options.host;
    if (hint == Askpass::Hint::Text)
        question.prompts.push_back({prompt, prompt.contains(QLatin1String("(yes/no"))});
    else
        question.instruction = prompt;
    emit questionAsked(question);
}

void SshProgramPipe::answer(quint64 questionId, bool accepted, const QStringList &answers)
{
    if (isFinished())
        return;
    m_askpass.answer(questionId, accepted, answers.value(0));
    if (!accepted)
        return finish({ErrorKind::Cancelled, {}});
    m_loginTimer.start(m_options.loginTimeoutMs);
}

ReconnectMeans SshProgramPipe::reconnectMeans() const
{
    return m_hasAsked ? ReconnectMeans::NeedsPerson : ReconnectMeans::Silent;
}

void SshProgramPipe::takeOutput(const QByteArray &bytes)
{
    if (m_isOpen) {
        emit received(bytes);
        return;
    }
    if (m_early.isEmpty())
        m_loginTimer.start(kStartTimeoutMs);
    m_early += bytes;
    const qsizetype mark = m_early.indexOf(m_mark + '\n');
    if (mark >= 0)
        m_early.remove(mark, m_mark.size() + 1);
    if (mark >= 0 || m_early.size() > kEarlyKept)
        becomeOpen();
}

void SshProgramPipe::becomeOpen()
{
    m_loginTimer.stop();
    m_isOpen = true;
    emit progressed({LoginStep::Ready, m_options.host, {}});
    emit opened();
    if (const QByteArray early = std::exchange(m_early, {}); !early.isEmpty() && !isFinished())
        emit received(early);
}

ErrorKind SshProgramPipe::kindOfFailure(const QByteArray &errorText, int exitStatus)
{
    // The first that matches; one complaint often follows from another.
    static constexpr std::pair<const char *, ErrorKind> kWords[] = {
        {"HOST IDENTIFICATION HAS CHANGED", ErrorKind::HostKeyChanged},
        {"REVOKED HOST KEY DETECTED", ErrorKind::HostKeyRevoked},
        {"is marked as revoked", ErrorKind::HostKeyRevoked},
        {"Host key verification failed", ErrorKind::HostKeyUnknown},
        {"Too many authentication failures", ErrorKind::TooManyKeys},
        {"Permission denied (", ErrorKind::AuthenticationFailed},
        {"Could not resolve hostname", ErrorKind::NameUnknown},
        {"Bad configuration option", ErrorKind::Malformed},
        {"Bad owner or permissions", ErrorKind::Malformed},
        {"Can't open user config file", ErrorKind::NotFound},
        {"no matching ", ErrorKind::Unsupported},
        {"Connection refused", ErrorKind::Unreachable},
        {"timed out", ErrorKind::Unreachable},
        {"No route to host", ErrorKind::Unreachable},
        {"Network is unreachable", ErrorKind::Unreachable},
        {"Connection reset", ErrorKind::Unreachable},
        {"Connection closed", ErrorKind::Unreachable},
        {"kex_exchange_identification", ErrorKind::Unreachable},
    };
    if (exitStatus != 255)
        return ErrorKind::ShellUnusable; // ssh itself was content
    for (const auto &[words, kind] : kWords) {
        if (errorText.contains(words))
            return kind;
    }
    return ErrorKind::Disconnected;
}

Error SshProgramPipe::reasonOfEnd() const
{
    const QString detail = QString::fromLocal8Bit(m_early.right(4096) + errorText());
    return {m_isOpen ? ErrorKind::Disconnected : kindOfFailure(errorText(), exitStatus()), detail};
}

} // namespace paceline
