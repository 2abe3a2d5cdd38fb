// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/piperelay.h"
#include "backends/transport/sshprogrampipe.h"
#include "tests/support/sshserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace paceline;

/// Prompts, refusals and odd hosts through the user's own ssh program.
class TestSshProgramPipe : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void key_asksNothingAndMayReconnect();
    void unknownHostKey_isAskedWordForWord();
    void password_travelsThroughTheQuestionAlone();
    void wrongPassword_isTriedOnce();
    void cancelledQuestion_endsTheLogin();
    void keyboardInteractive_asksEachPrompt();
    void passphrase_isAsked();
    void changedHostKey_isRefused();
    void refusals_haveTheirKinds();
    void hostNames_thatAreOptionsAreRefused();
    void tcsh_isALoginShellToo();
    void restrictedShell_isUnusableWithItsWords();
    void failureWords_data();
    void failureWords();

private:
    /// Opens and answers each question with the next answer; ends when opened or closed.
    struct Login
    {
        std::unique_ptr<SshProgramPipe> pipe;
        QList<LoginQuestion> questions;
        bool isOpen = false;
        std::optional<Error> end;
    };
    std::unique_ptr<Login> login(const SshServer &server, QStringList answers, QStringList options = {});
};

void TestSshProgramPipe::initTestCase()
{
    SshServer probe;
    if (const QString why = probe.start(); !why.isEmpty())
        QSKIP(qPrintable(why));
}

std::unique_ptr<TestSshProgramPipe::Login> TestSshProgramPipe::login(const SshServer &server, QStringList answers,
                                                                     QStringList options)
{
    auto login = std::make_unique<Login>();
    QStringList extra;
    for (const QString &option : options)
        extra << QStringLiteral("-o") << option;
    login->pipe = std::make_unique<SshProgramPipe>(SshProgramOptions{
        .host = QStringLiteral("testhost"), .configFile = server.clientConfigFile(), .extraArguments = extra});
    Login *raw = login.get();
    connect(raw->pipe.get(), &BytePipe::opened, raw->pipe.get(), [raw] { raw->isOpen = true; });
    connect(raw->pipe.get(), &BytePipe::closed, raw->pipe.get(), [raw](const Error &reason) { raw->end = reason; });
    connect(raw->pipe.get(), &BytePipe::questionAsked, raw->pipe.get(), [raw, answers](const LoginQuestion &question) {
        raw->questions += question;
        const QString answer = answers.value(raw->questions.size() - 1);
        raw->pipe->answer(question.id, !answer.isNull(), {answer});
    });
    raw->pipe->open("exec cat");
    if (!QTest::qWaitFor([raw] { return raw->isOpen || raw->end; }, 30000))
        QTest::qFail("neither opened nor closed", __FILE__, __LINE__);
    return login;
}

void TestSshProgramPipe::key_asksNothingAndMayReconnect()
{
    SshServer server;
    QCOMPARE(server.start(), QString());
    const auto done = login(server, {});
    QVERIFY(done->isOpen);
    QCOMPARE(done->questions.size(), 0);
    QCOMPARE(done->pipe->reconnectMeans(), ReconnectMeans::Silent);
}

void TestSshProgramPipe::unknownHostKey_isAskedWordForWord()
{
    SshServer server;
    QCOMPARE(server.start(), QString());
    QFile(server.knownHostsFile()).resize(0);
    const auto done = login(server, {QStringLiteral("yes")});
    QVERIFY(done->isOpen);
    QCOMPARE(done->questions.size(), 1);
    QCOMPARE(done->questions[0].kind, LoginQuestion::Kind::Program);
    QCOMPARE(done->questions[0].prompts.size(), 1u);
    QVERIFY(done->questions[0].prompts[0].echo);
    QVERIFY2(done->questions[0].prompts[0].text.contains(QLatin1String("SHA256:")),
             qPrintable(done->questions[0].prompts[0].text));
    QVERIFY(QFile(server.knownHostsFile()).size() > 0);
}

void TestSshProgramPipe::password_travelsThroughTheQuestionAlone()
{
    if (!SshServer::hasOwnUser())
        QSKIP("needs root");
    SshServer server({.publicKey = false, .password = true});
    QCOMPARE(server.start(), QString());
    const auto done = login(server, {SshServer::password()});
    QVERIFY2(done->isOpen, server.log());
    QCOMPARE(done->questions.size(), 1);
    QVERIFY(!done->questions[0].prompts[0].echo);
    QVERIFY(done->questions[0].prompts[0].text.contains(QLatin1String("password")));
    QCOMPARE(done->pipe->reconnectMeans(), ReconnectMeans::NeedsPerson);
}

void TestSshProgramPipe::wrongPassword_isTriedOnce()
{
    if (!SshServer::hasOwnUser())
        QSKIP("needs root");
    SshServer server({.publicKey = false, .password = true});
    QCOMPARE(server.start(), QString());
    const auto done = login(server, {QStringLiteral("wrong"), QStringLiteral("again")});
    QVERIFY(!done->isOpen);
    QCOMPARE(done->end->kind, ErrorKind::AuthenticationFailed);
    QCOMPARE(done->questions.size(), 1);
}

void TestSshProgramPipe::cancelledQuestion_endsTheLogin()
{
    if (!SshServer::hasOwnUser())
        QSKIP("needs root");
    SshServer server({.publicKey = false, .password = true});
    QCOMPARE(server.start(), QString());
    const auto done = login(server, {});
    QVERIFY(!done->isOpen);
    QCOMPARE(done->end->kind, ErrorKind::Cancelled);
}

void TestSshProgramPipe::keyboardInteractive_asksEachPrompt()
{
    if (!SshServer::hasOwnUser())
        QSKIP("needs root");
    SshServer server({.publicKey = false, .keyboardInteractive = true});
    QCOMPARE(server.start(), QString());
    const auto done = login(server, {SshServer::password()});
    QVERIFY2(done->isOpen, server.log());
    QVERIFY(done->questions[0].prompts[0].text.contains(QLatin1String("Password:")));
}

void TestSshProgramPipe::passphrase_isAsked()
{
    SshServer server;
    const QString key = server.filePath(QStringLiteral("locked"));
    QProcess keygen;
    keygen.start(QStringLiteral("ssh-keygen"),
                 {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                  QStringLiteral("it's $ecret"), QStringLiteral("-f"), key});
    QVERIFY(keygen.waitForFinished());
    server.authorize(key + QStringLiteral(".pub"));
    QCOMPARE(server.start(), QString());
    QFile::remove(server.userKeyFile());
    const auto done = login(server, {QStringLiteral("it's $ecret")}, {QStringLiteral("IdentityFile=") + key});
    QVERIFY2(done->isOpen, server.log());
    QVERIFY(done->questions[0].prompts[0].text.contains(QLatin1String("passphrase")));
}

void TestSshProgramPipe::changedHostKey_isRefused()
{
    SshServer server;
    QCOMPARE(server.start(), QString());
    server.stop();
    server.renewHostKeys();
    QCOMPARE(server.start(), QString());
    const auto done = login(server, {QStringLiteral("yes")});
    QVERIFY(!done->isOpen);
    QCOMPARE(done->end->kind, ErrorKind::HostKeyChanged);
    QVERIFY(done->end->detail.contains(QLatin1String("SHA256:")));
}

void TestSshProgramPipe::refusals_haveTheirKinds()
{
    SshServer server;
    QCOMPARE(server.start(), QString());
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QString closedPort = QString::number(silent.serverPort());
    silent.close();
    QCOMPARE(login(server, {}, {QStringLiteral("Port=") + closedPort})->end->kind, ErrorKind::Unreachable);
    QCOMPARE(login(server, {}, {QStringLiteral("HostName=no-such-host.invalid")})->end->kind, ErrorKind::NameUnknown);
    QFile::remove(server.userKeyFile());
    QCOMPARE(login(server, {})->end->kind, ErrorKind::AuthenticationFailed);
}

void TestSshProgramPipe::hostNames_thatAreOptionsAreRefused()
{
    for (const char *name : {"-oProxyCommand=touch /tmp/x", "a b", "", "a;b", "user@-x"}) {
        SshProgramPipe pipe({.host = QString::fromLatin1(name)});
        std::optional<Error> end;
        connect(&pipe, &BytePipe::closed, this, [&](const Error &reason) { end = reason; });
        pipe.open("true");
        QVERIFY2(end.has_value(), name);
        QCOMPARE(end->kind, ErrorKind::Malformed);
    }
}

static void runThrough(const SshServer &server)
{
    PipeRelay relay(std::make_unique<SshProgramPipe>(
        SshProgramOptions{.host = QStringLiteral("testhost"), .configFile = server.clientConfigFile()}));
    QSignalSpy ready(&relay, &Relay::ready);
    relay.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 30000);
    const auto pending = relay.run({.command = "echo \"it's me\"; id -un"});
    QTRY_VERIFY_WITH_TIMEOUT(pending.result.isFinished(), 30000);
    QCOMPARE(pending.result.result()->out, "it's me\n" + server.userName().toUtf8() + '\n');
}

void TestSshProgramPipe::tcsh_isALoginShellToo()
{
    if (!SshServer::hasOwnUser() || !QFile::exists(QStringLiteral("/usr/bin/tcsh")))
        QSKIP("needs root and tcsh");
    SshServer server({.shell = QStringLiteral("/usr/bin/tcsh")});
    server.writeHome(QStringLiteral(".cshrc"), "echo noise\nset prompt = 'x! '\n");
    QCOMPARE(server.start(), QString());
    runThrough(server);
}

void TestSshProgramPipe::restrictedShell_isUnusableWithItsWords()
{
    SshServer server({.forceCommand = QStringLiteral("echo This account may only transfer files; exit 1")});
    QCOMPARE(server.start(), QString());
    const auto done = login(server, {});
    QVERIFY(!done->isOpen);
    QCOMPARE(done->end->kind, ErrorKind::ShellUnusable);
    QVERIFY2(done->end->detail.contains(QLatin1String("only transfer files")), qPrintable(done->end->detail));
}

void TestSshProgramPipe::failureWords_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("9.2 too many")
        << QByteArray("Received disconnect from 10.0.0.1 port 22:2: Too many authentication failures\r\n")
        << ErrorKind::TooManyKeys;
    QTest::newRow("revoked")
        << QByteArray("@       WARNING: REVOKED HOST KEY DETECTED!               @\nHost key verification failed.")
        << ErrorKind::HostKeyRevoked;
    QTest::newRow("unknown, strict")
        << QByteArray("No ED25519 host key is known for x and you have requested strict checking.\n"
                      "Host key verification failed.\n")
        << ErrorKind::HostKeyUnknown;
    QTest::newRow("time-out") << QByteArray("ssh: connect to host x port 22: Connection timed out\n")
                              << ErrorKind::Unreachable;
    QTest::newRow("old server")
        << QByteArray("Unable to negotiate with x port 22: no matching host key type found. Their offer: ssh-rsa")
        << ErrorKind::Unsupported;
    QTest::newRow("nothing") << QByteArray() << ErrorKind::Disconnected;
}

void TestSshProgramPipe::failureWords()
{
    QFETCH(QByteArray, words);
    QFETCH(ErrorKind, kind);
    QCOMPARE(SshProgramPipe::kindOfFailure(words, 255), kind);
    QCOMPARE(SshProgramPipe::kindOfFailure(words, 1), ErrorKind::ShellUnusable);
}

QTEST_GUILESS_MAIN(TestSshProgramPipe)
#include "tst_sshprogrampipe.moc"
