// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshlogin.h"

#include "backends/core/logging.h"
#include "backends/transport/sshagent.h"
#include "backends/transport/sshkeyring.h"
#include "backends/transport/sshwatch.h"

#include <QDateTime>
#include <atomic>

namespace paceline {

static constexpr int kHandshakeMs = 15000;
static constexpr int kMaxPartials = 4;
static constexpr int kMaxRounds = 50;

SshLogin::SshLogin(SshHostConfig host, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_limit(this)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        fail(ErrorKind::TimedOut, QStringLiteral("no answer within %1 s").arg(m_limit.interval() / 1000));
    });
}

SshLogin::~SshLogin()
{
    wipeSecret(m_password);
    wipeSecret(m_passphrase);
    // The library may still talk to the agent while it closes.
    m_watch.reset();
    m_session.reset();
}

void SshLogin::start(int fd)
{
    m_known = KnownHosts::load(m_host.userKnownHostsFiles + m_host.globalKnownHostsFiles);
    m_session = std::make_unique<SshSession>(SshSession::Options{
        fd, m_host.hostName, m_host.user, m_host.port, preferredHostKeyTypes(m_known.types(m_host.hostKeyName()))});
    m_watch = std::make_unique<SshWatch>(*m_session, fd);
    connect(m_watch.get(), &SshWatch::woken, this, &SshLogin::advance);
    note(LoginStep::KeyExchange);
    m_limit.start(std::min(kHandshakeMs, m_host.connectTimeoutMs));
    go(&SshLogin::stepHandshake);
    advance();
}

void SshLogin::go(Step step)
{
    m_step = step;
    m_waiting = false;
}

void SshLogin::wait(int limitMs)
{
    m_waiting = true;
    if (!m_limit.isActive())
        m_limit.start(limitMs);
}

void SshLogin::advance()
{
    if (m_running || m_done)
        return;
    m_running = true;
    if (m_step == &SshLogin::stepIdle)
        m_session->pump();
    do {
        m_waiting = false;
        (this->*m_step)();
    } while (!m_waiting && !m_done);
    // The library goes on answering "again" for a connection that the server has ended.
    if (!m_done && m_step != &SshLogin::stepHandshake && !m_session->isAlive())
        failBroken();
    m_running = false;
    if (m_done)
        m_limit.stop();
    m_watch->update();
}

void SshLogin::stepHandshake()
{
    switch (m_session->handshake()) {
    case SshStatus::Again:
        m_waiting = true;
        return;
    case SshStatus::Failed:
        failBroken();
        return;
    case SshStatus::Done:
        break;
    }
    m_limit.stop();
    go(&SshLogin::stepHostKey);
}

void SshLogin::stepHostKey()
{
    const QString name = m_host.hostKeyName();
    m_serverKey = m_session->serverKey();
    const QString offered = m_serverKey.shortType() + QLatin1Char(' ') + m_serverKey.fingerprint();
    note(LoginStep::CheckingHostKey, offered);
    const HostKeyVerdict verdict = m_known.check(name, m_serverKey);
    switch (verdict.kind) {
    case HostKeyVerdict::Kind::Known:
        go(&SshLogin::stepNone);
        return;
    case HostKeyVerdict::Kind::Revoked:
        fail(ErrorKind::HostKeyRevoked, QStringLiteral("%1 %2\n%3").arg(name, offered, verdict.where));
        return;
    case HostKeyVerdict::Kind::Changed:
        fail(ErrorKind::HostKeyChanged,
             QStringLiteral("%1 %2\n%3 %4\n%5")
                 .arg(name, offered, verdict.recorded.shortType(), verdict.recorded.fingerprint(), verdict.where));
        return;
    case HostKeyVerdict::Kind::Unknown:
        break;
    }
    if (m_host.hostKeyCheck == SshHostConfig::HostKeyCheck::Strict) {
        fail(ErrorKind::HostKeyUnknown, QStringLiteral("%1 %2\n%3").arg(name, offered, verdict.authority));
    } else if (m_host.hostKeyCheck != SshHostConfig::HostKeyCheck::Ask) {
        acceptHostKey(m_serverKey, true);
    } else {
        LoginQuestion question;
        question.kind = LoginQuestion::Kind::HostKey;
        question.name = name;
        question.instruction = verdict.authority;
        question.keyType = m_serverKey.shortType();
        question.fingerprint = m_serverKey.fingerprint();
        ask(std::move(question));
    }
}

void SshLogin::acceptHostKey(const HostKey &key, bool remember)
{
    const QString file = m_host.userKnownHostsFiles.value(0);
    if (remember && !file.isEmpty() && file != QLatin1String("/dev/null")) {
        const auto style = m_host.hashKnownHosts ? HostNameStyle::Hashed : HostNameStyle::Plain;
        const auto kept = rememberHostKey(file, m_host.hostKeyName(), key, style);
        if (!kept) // the login goes on; the next one asks again
            note(LoginStep::CheckingHostKey, kept.error().detail);
    }
    go(&SshLogin::stepNone);
}

void SshLogin::stepNone()
{
    const SshAuth outcome = m_session->tryNone();
    if (outcome == SshAuth::Again) {
        wait(kServerMs);
        return;
    }
    m_limit.stop();
    note(LoginStep::Authenticating, m_session->banner());
    if (outcome == SshAuth::Accepted) {
        finish();
    } else if (outcome == SshAuth::Failed) {
        failBroken();
    } else {
        m_methods = m_session->methods();
        const bool keys = m_host.publicKey && m_methods.contains(QLatin1String("publickey"));
        go(keys ? &SshLogin::stepCollectKeys : &SshLogin::stepNextMethod);
    }
}

void SshLogin::stepNextMethod()
{
    m_personAnswered = false;
    if (startPublicKey())
        return;
    if (m_host.interactive && !m_triedInteractive && m_methods.contains(QLatin1String("keyboard-interactive"))) {
        m_triedInteractive = true;
        note(LoginStep::Authenticating, QStringLiteral("keyboard-interactive"));
        go(&SshLogin::stepInteractive);
    } else if (m_host.password && !m_triedPassword && m_methods.contains(QLatin1String("password"))) {
        m_triedPassword = true;
        note(LoginStep::Authenticating, QStringLiteral("password"));
        LoginQuestion question;
        question.kind = LoginQuestion::Kind::Password;
        question.prompts.resize(1);
        ask(std::move(question));
    } else {
        onExhausted();
    }
}

void SshLogin::onAuth(SshAuth outcome, const QString &method, int limitMs)
{
    if (outcome == SshAuth::Again) {
        wait(limitMs);
        return;
    }
    m_limit.stop();
    switch (outcome) {
    case SshAuth::Accepted:
        finish();
        return;
    case SshAuth::Partial:
        m_methods = m_session->methods();
        note(LoginStep::Authenticating, method + QLatin1String(": partial success"));
        if (++m_partials > kMaxPartials) {
            fail(ErrorKind::AuthenticationFailed, QStringLiteral("partial success without end"));
            return;
        }
        m_triedInteractive = m_triedPassword = false;
        break;
    case SshAuth::Denied:
        m_refused += method;
        if (m_personAnswered) { // one answer, one try
            fail(ErrorKind::AuthenticationFailed, m_refused.join(QLatin1String("; ")));
            return;
        }
        break;
    case SshAuth::Failed:
    case SshAuth::Questions:
    case SshAuth::Again:
        failBroken();
        return;
    }
    go(&SshLogin::stepNextMethod);
}

void SshLogin::stepInteractive()
{
    const SshAuth outcome = m_session->tryInteractive();
    if (outcome != SshAuth::Questions) {
        onAuth(outcome, QStringLiteral("keyboard-interactive"), kPersonMs);
        return;
    }
    m_limit.stop();
    const SshPrompts prompts = m_session->prompts();
    if (++m_rounds > kMaxRounds) {
        fail(ErrorKind::AuthenticationFailed, QStringLiteral("keyboard-interactive without end"));
    } else if (prompts.prompts.empty()) { // words only: shown, and answered with nothing at once
        const QString words = (prompts.name + QLatin1Char('\n') + prompts.instruction).trimmed();
        if (!words.isEmpty())
            note(LoginStep::Authenticating, words);
    } else {
        LoginQuestion question;
        question.kind = LoginQuestion::Kind::Interactive;
        question.name = prompts.name;
        question.instruction = prompts.instruction;
        for (const SshPrompts::Prompt &prompt : prompts.prompts)
            question.prompts.push_back({prompt.text, prompt.echo});
        ask(std::move(question));
    }
}

void SshLogin::onInteractiveAnswers(const QStringList &answers)
{
    QList<QByteArray> bytes;
    for (const QString &answer : answers)
        bytes += answer.toUtf8();
    m_session->setAnswers(bytes);
    for (QByteArray &secret : bytes)
        wipeSecret(secret);
    m_personAnswered = true;
    go(&SshLogin::stepInteractive);
}

void SshLogin::stepPassword()
{
    const SshAuth outcome = m_session->tryPassword(m_password);
    if (outcome != SshAuth::Again)
        wipeSecret(m_password);
    onAuth(outcome, QStringLiteral("password"), kPersonMs);
}

void SshLogin::ask(LoginQuestion question)
{
    static std::atomic<quint64> s_lastId = 0; // a late answer must never meet the question of another login
    question.id = ++s_lastId;
    question.host = m_host.alias;
    question.user = m_host.user;
    m_question = question;
    m_limit.stop();
    go(&SshLogin::stepIdle);
    m_waiting = true;
    emit questionAsked(question);
}

void SshLogin::answer(quint64 questionId, bool accepted, const QStringList &answers)
{
    if (m_done || !m_question || m_question->id != questionId)
        return;
    const LoginQuestion question = *m_question;
    m_question.reset();
    if (!accepted) {
        fail(ErrorKind::Cancelled, {});
        return;
    }
    QStringList all = answers;
    while (all.size() < qsizetype(question.prompts.size()))
        all += QString();
    // A host key that was recorded is not asked for again; everything else is.
    const bool once = answers.value(0) == QLatin1String("once");
    m_askedPerson = m_askedPerson || question.kind != LoginQuestion::Kind::HostKey || once;
    switch (question.kind) {
    case LoginQuestion::Kind::HostKey:
        acceptHostKey(m_serverKey, !once);
        break;
    case LoginQuestion::Kind::Passphrase:
        m_passphrase = all.first().toUtf8();
        go(&SshLogin::stepSignFile);
        break;
    case LoginQuestion::Kind::Password:
        m_password = all.first().toUtf8();
        m_personAnswered = true;
        go(&SshLogin::stepPassword);
        break;
    case LoginQuestion::Kind::Interactive:
    case LoginQuestion::Kind::Program:
        onInteractiveAnswers(all);
        break;
    }
    advance();
}

void SshLogin::onExhausted()
{
    const QString offers = QLatin1String("the server takes: ") + m_methods.join(QLatin1Char(','));
    QStringList detail = m_refused;
    if (m_keys)
        detail += m_keys->notes;
    detail += offers;
    const QString text = detail.join(QLatin1String("; "));
    const bool onlyOpenSsh = m_methods.contains(QLatin1String("gssapi-with-mic")) ||
                             m_methods.contains(QLatin1String("hostbased")) || (m_keys && m_keys->hasSecurityKey);
    if (m_keys && m_keys->leftOut > 0)
        fail(ErrorKind::TooManyKeys,
             QStringLiteral("%1 keys of the agent not offered; %2").arg(m_keys->leftOut).arg(text));
    else
        fail(onlyOpenSsh ? ErrorKind::Unsupported : ErrorKind::AuthenticationFailed, text);
}

void SshLogin::finish()
{
    m_done = true;
    m_limit.stop();
    disconnect(m_watch.get(), nullptr, this, nullptr);
    qCDebug(lcTransport) << "logged in to" << m_host.hostName << "cipher" << m_session->cipher();
    QMetaObject::invokeMethod(this, &SshLogin::loggedIn, Qt::QueuedConnection);
}

void SshLogin::note(LoginStep step, const QString &text)
{
    emit progressed({step, m_host.alias, text});
}

void SshLogin::fail(ErrorKind kind, const QString &detail)
{
    if (std::exchange(m_done, true))
        return;
    m_limit.stop();
    if (m_watch)
        m_watch->stop();
    const Error error{kind, detail};
    QMetaObject::invokeMethod(
        this, [this, error] { emit failed(error); }, Qt::QueuedConnection);
}

void SshLogin::failBroken()
{
    const QString said = m_session->errorText();
    if (said.contains(QLatin1String("Too many authentication failures"), Qt::CaseInsensitive))
        fail(m_personAnswered ? ErrorKind::AuthenticationFailed : ErrorKind::TooManyKeys, said);
    else if (said.contains(QLatin1String("no match for method")))
        fail(ErrorKind::Unsupported, said);
    else
        fail(ErrorKind::Disconnected, said);
}

} // namespace paceline
