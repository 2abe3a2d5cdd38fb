// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/libsshpipe.h"
#include "tests/backends/transport/pipewatcher.h"
#include "tests/backends/transport/sshhost.h"

#include <QDateTime>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace paceline;
using Kind = LoginQuestion::Kind;

/// Every way of signing in, against a real sshd.
class TestLibsshLogin : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void keyFile_asksNothing();
    void keyFileWithPassphrase_isAskedUntilItOpens();
    void keyFileWithPassphrase_isNotUnlockedWhenTheServerWouldRefuseIt();
    void keyFileWithPassphrase_threeWrongOnesAreNoLoginAttempt();
    void agent_signs();
    void agent_isNotAskedForOtherKeysWithIdentitiesOnly();
    void agent_withManyKeysStopsBeforeTheServerHangsUp();
    void server_thatHangsUpForTooManyKeysIsNamed();
    void certificate_isAnnouncedWithItsEnd();
    void certificate_expiredIsNotOffered();
    void certificate_servesAKeyInTheAgent();
    void banner_isShown();
    void silentServer_timesOut();
    void closedPort_isUnreachable();
    void unknownName_isNamed();
    void cancelledQuestion_endsTheLogin();

private:
    SshHostConfig host() const;
    QString makeKey(const QString &name, const QString &passphrase = {}, bool authorized = true);
    void startAgent(const QStringList &keyFiles);
    void sign(const QString &keyFile, const QString &validity);
    static void call(const QString &program, const QStringList &arguments);

    std::unique_ptr<SshServer> m_server;
    std::unique_ptr<QProcess> m_agent;
    QString m_agentSocket;
};

#define LOGIN(route)                                                                                                   \
    LibsshPipe pipe(route);                                                                                            \
    PipeWatcher watcher(pipe)

void TestLibsshLogin::init()
{
    m_server = std::make_unique<SshServer>();
    if (const QString why = m_server->start(); !why.isEmpty())
        QSKIP(qPrintable(why));
}

void TestLibsshLogin::cleanup()
{
    if (m_agent) {
        m_agent->terminate();
        m_agent->waitForFinished();
    }
    m_agent.reset();
    m_server.reset();
    m_agentSocket.clear();
}

void TestLibsshLogin::call(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    QVERIFY(process.waitForFinished(20000));
    QVERIFY2(process.exitCode() == 0, process.readAll());
}

SshHostConfig TestLibsshLogin::host() const
{
    SshHostConfig host = hostOf(*m_server);
    host.identityAgent = m_agentSocket;
    return host;
}

QString TestLibsshLogin::makeKey(const QString &name, const QString &passphrase, bool authorized)
{
    const QString path = m_server->filePath(name);
    call(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                                        QStringLiteral("-N"), passphrase, QStringLiteral("-f"), path});
    if (authorized)
        m_server->authorize(path + QLatin1String(".pub"));
    return path;
}

void TestLibsshLogin::startAgent(const QStringList &keyFiles)
{
    m_agentSocket = m_server->filePath(QStringLiteral("agent"));
    m_agent = std::make_unique<QProcess>();
    m_agent->start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), m_agentSocket});
    QTRY_VERIFY(QFile::exists(m_agentSocket));
    for (const QString &file : keyFiles) {
        QProcess add;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SSH_AUTH_SOCK"), m_agentSocket);
        add.setProcessEnvironment(environment);
        add.start(QStringLiteral("ssh-add"), {QStringLiteral("-q"), file});
        QVERIFY(add.waitForFinished());
        QCOMPARE(add.exitCode(), 0);
    }
}

/// The authority is the one that init's server trusts: it is made with the first certificate.
void TestLibsshLogin::sign(const QString &keyFile, const QString &validity)
{
    const QString authority = m_server->filePath(QStringLiteral("authority"));
    if (!QFile::exists(authority)) {
        call(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                                            QStringLiteral("-N"), QString(), QStringLiteral("-f"), authority});
    }
    call(QStringLiteral("ssh-keygen"),
         {QStringLiteral("-q"), QStringLiteral("-s"), authority, QStringLiteral("-I"), QStringLiteral("test"),
          QStringLiteral("-n"), m_server->userName(), QStringLiteral("-V"), validity, keyFile + QLatin1String(".pub")});
}

void TestLibsshLogin::keyFile_asksNothing()
{
    LOGIN(SshRoute{host()});
    pipe.open("id -un; cat");
    QTRY_VERIFY2(watcher.isDecided(), m_server->log());
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
    pipe.write("hello\n");
    QTRY_COMPARE(watcher.out, m_server->userName().toUtf8() + "\nhello\n");
    QVERIFY(watcher.questions.empty());
    QCOMPARE(pipe.reconnectMeans(), ReconnectMeans::Silent);
    pipe.close();
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::Cancelled);
}

void TestLibsshLogin::keyFileWithPassphrase_isAskedUntilItOpens()
{
    SshHostConfig config = host();
    config.identityFiles = {makeKey(QStringLiteral("locked"), QStringLiteral("right"))};
    LOGIN(SshRoute{config});
    watcher.reply = [](const LoginQuestion &q) {
        return QStringList{q.retry ? QStringLiteral("right") : QStringLiteral("wrong")};
    };
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
    QCOMPARE(watcher.questions.size(), size_t(2));
    QCOMPARE(watcher.questions[0].kind, Kind::Passphrase);
    QCOMPARE(watcher.questions[0].keyFile, config.identityFiles.first());
    QVERIFY(!watcher.questions[0].retry);
    QVERIFY(watcher.questions[1].retry);
    QVERIFY(watcher.questions[0].id != watcher.questions[1].id);
    QCOMPARE(pipe.reconnectMeans(), ReconnectMeans::NeedsPerson);
}

void TestLibsshLogin::keyFileWithPassphrase_isNotUnlockedWhenTheServerWouldRefuseIt()
{
    SshHostConfig config = host();
    config.identityFiles = {makeKey(QStringLiteral("stranger"), QStringLiteral("right"), false),
                            m_server->userKeyFile()};
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
    QVERIFY(watcher.questions.empty());
}

void TestLibsshLogin::keyFileWithPassphrase_threeWrongOnesAreNoLoginAttempt()
{
    SshHostConfig config = host();
    config.identityFiles = {makeKey(QStringLiteral("locked"), QStringLiteral("right"))};
    LOGIN(SshRoute{config});
    watcher.reply = [](const LoginQuestion &) { return QStringList{QStringLiteral("wrong")}; };
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QVERIFY(!watcher.opened);
    QCOMPARE(watcher.reason.kind, ErrorKind::AuthenticationFailed);
    QCOMPARE(watcher.questions.size(), size_t(3));
    QVERIFY2(!m_server->log().contains("Failed publickey"), m_server->log());
}

void TestLibsshLogin::agent_signs()
{
    startAgent({makeKey(QStringLiteral("one"), {}, false), m_server->userKeyFile()});
    SshHostConfig config = host();
    config.identityFiles.clear();
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
    QVERIFY(watcher.questions.empty());
    QCOMPARE(pipe.reconnectMeans(), ReconnectMeans::Silent);
}

void TestLibsshLogin::agent_isNotAskedForOtherKeysWithIdentitiesOnly()
{
    startAgent({m_server->userKeyFile()});
    SshHostConfig config = host();
    config.identitiesOnly = true;
    config.identityFiles = {makeKey(QStringLiteral("other"), {}, false)};
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QVERIFY(!watcher.opened);
    QCOMPARE(watcher.reason.kind, ErrorKind::AuthenticationFailed);
}

void TestLibsshLogin::agent_withManyKeysStopsBeforeTheServerHangsUp()
{
    QStringList keys;
    for (int i = 0; i < 8; ++i)
        keys += makeKey(QStringLiteral("key%1").arg(i), {}, false);
    startAgent(keys);
    SshHostConfig config = host();
    config.identityFiles.clear();
    {
        LOGIN(SshRoute{config});
        pipe.open("cat");
        QTRY_VERIFY(watcher.isDecided());
        QCOMPARE(watcher.reason.kind, ErrorKind::TooManyKeys);
        QVERIFY2(!m_server->log().contains("Too many"), m_server->log());
    }
    // The configured key comes first, however many the agent holds.
    config.identityFiles = {m_server->userKeyFile()};
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
}

void TestLibsshLogin::server_thatHangsUpForTooManyKeysIsNamed()
{
    m_server = std::make_unique<SshServer>(SshServerOptions{.extraConfig = {QStringLiteral("MaxAuthTries 2")}});
    QCOMPARE(m_server->start(), QString());
    SshHostConfig config = host();
    config.identityFiles.clear();
    for (int i = 0; i < 4; ++i)
        config.identityFiles += makeKey(QStringLiteral("key%1").arg(i), {}, false);
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QVERIFY2(watcher.reason.kind == ErrorKind::TooManyKeys, qPrintable(watcher.reason.detail));
}

void TestLibsshLogin::certificate_isAnnouncedWithItsEnd()
{
    const QString key = makeKey(QStringLiteral("signed"), {}, false);
    sign(key, QStringLiteral("-1m:+1h"));
    const QString authority = m_server->filePath(QStringLiteral("authority.pub"));
    QFile file(authority);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString trusted = m_server->filePath(QStringLiteral("authority.line"));
    QFile line(trusted);
    QVERIFY(line.open(QIODevice::WriteOnly));
    line.write("cert-authority " + file.readAll());
    line.close();
    m_server->authorize(trusted);
    SshHostConfig config = host();
    config.identityFiles = {key};
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
    QVERIFY(watcher.certificateExpiresMs.has_value());
    const qint64 leftMs = *watcher.certificateExpiresMs - QDateTime::currentMSecsSinceEpoch();
    QVERIFY2(leftMs > 3'400'000 && leftMs <= 3'660'000, qPrintable(QString::number(leftMs)));
    QCOMPARE(pipe.reconnectMeans(), ReconnectMeans::Silent);
}

void TestLibsshLogin::certificate_expiredIsNotOffered()
{
    const QString key = makeKey(QStringLiteral("signed"), {}, false);
    sign(key, QStringLiteral("-2h:-1h"));
    SshHostConfig config = host();
    config.identityFiles = {key};
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QCOMPARE(watcher.reason.kind, ErrorKind::AuthenticationFailed);
    QVERIFY2(watcher.reason.detail.contains(QLatin1String("was valid until")), qPrintable(watcher.reason.detail));
    QVERIFY(!watcher.certificateExpiresMs);
}

void TestLibsshLogin::certificate_servesAKeyInTheAgent()
{
    const QString key = makeKey(QStringLiteral("signed"), {}, false);
    startAgent({key});
    sign(key, QStringLiteral("-1m:+1h"));
    QFile file(m_server->filePath(QStringLiteral("authority.pub")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString trusted = m_server->filePath(QStringLiteral("authority.line"));
    QFile line(trusted);
    QVERIFY(line.open(QIODevice::WriteOnly));
    line.write("cert-authority " + file.readAll());
    line.close();
    m_server->authorize(trusted);
    SshHostConfig config = host();
    config.identityFiles.clear();
    config.certificateFiles = {key + QLatin1String("-cert.pub")};
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
    QVERIFY(watcher.certificateExpiresMs.has_value());
}

void TestLibsshLogin::banner_isShown()
{
    m_server = std::make_unique<SshServer>(SshServerOptions{.banner = "Authorised users only\n"});
    QCOMPARE(m_server->start(), QString());
    LOGIN(SshRoute{host()});
    pipe.open("cat");
    QTRY_VERIFY(watcher.isDecided());
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
    QVERIFY(watcher.notes().join(QLatin1Char(' ')).contains(QLatin1String("Authorised users only")));
}

void TestLibsshLogin::silentServer_timesOut()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    SshHostConfig config = host();
    config.port = silent.serverPort();
    config.connectTimeoutMs = 1000;
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::TimedOut);
}

void TestLibsshLogin::closedPort_isUnreachable()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    SshHostConfig config = host();
    config.port = taken.serverPort();
    taken.close();
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::Unreachable);
    QVERIFY2(watcher.reason.detail.contains(QLatin1String("127.0.0.1")), qPrintable(watcher.reason.detail));
}

void TestLibsshLogin::unknownName_isNamed()
{
    SshHostConfig config = host();
    config.hostName = QStringLiteral("no-such-host.invalid");
    LOGIN(SshRoute{config});
    pipe.open("cat");
    QTRY_COMPARE_WITH_TIMEOUT(watcher.closedCount, 1, 20000);
    QCOMPARE(watcher.reason.kind, ErrorKind::NameUnknown);
}

void TestLibsshLogin::cancelledQuestion_endsTheLogin()
{
    SshHostConfig config = host();
    config.userKnownHostsFiles = {m_server->filePath(QStringLiteral("empty"))};
    LOGIN(SshRoute{config});
    watcher.reply = [](const LoginQuestion &) { return std::nullopt; };
    pipe.open("cat");
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::Cancelled);
    QCOMPARE(watcher.questions.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestLibsshLogin)
#include "tst_libsshlogin.moc"
