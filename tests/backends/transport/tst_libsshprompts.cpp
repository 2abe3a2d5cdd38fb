// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/libsshpipe.h"
#include "tests/backends/transport/pipewatcher.h"
#include "tests/backends/transport/sshhost.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;
using Kind = LoginQuestion::Kind;

static const QString kOneTimeSecret = QStringLiteral("3132333435363738393031323334353637383930");

/// Passwords, keyboard-interactive and one-time codes, against a real sshd with PAM.
class TestLibsshPrompts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void password_right();
    void password_wrongIsTriedOnce();
    void interactive_showsTheServersWords();
    void interactive_wrongAnswerIsTriedOnce();
    void interactive_asksForPasswordThenCode();
    void keyThenCode();
    void keyThenCode_wrongCodeIsTriedOnce();
    void interactiveWithoutPrompts_goesOnToThePassword();
    void serverThatGoesAwayWhileAsking_endsTheLogin();

private:
    QStringList oneTimeCode(bool alone) const;
    QString code() const;

    QTemporaryDir m_folder;
};

#define SERVER(...)                                                                                                    \
    SshServer server(SshServerOptions{__VA_ARGS__});                                                                   \
    QCOMPARE(server.start(), QString())
#define LOGIN(route)                                                                                                   \
    LibsshPipe pipe(route);                                                                                            \
    PipeWatcher watcher(pipe)
#define VERIFY_OPENED()                                                                                                \
    QTRY_VERIFY_WITH_TIMEOUT(watcher.isDecided(), 15000);                                                              \
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail))

void TestLibsshPrompts::initTestCase()
{
    if (!SshServer::hasOwnUser())
        QSKIP("needs root: only then has the server a user with a password of the test's own");
}

/// PAM lines for a time-based code, after the password or alone.
QStringList TestLibsshPrompts::oneTimeCode(bool alone) const
{
    const QString path = m_folder.filePath(QStringLiteral("users.oath"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write("HOTP/T30/6 alice - " + kOneTimeSecret.toLatin1() + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QStringList lines;
    if (!alone)
        lines += QStringLiteral("auth required pam_unix.so nodelay");
    return lines << QStringLiteral("auth required pam_oath.so usersfile=%1 window=20 digits=6").arg(path);
}

QString TestLibsshPrompts::code() const
{
    QProcess process;
    process.start(QStringLiteral("oathtool"), {QStringLiteral("--totp"), kOneTimeSecret});
    process.waitForFinished();
    return QString::fromLatin1(process.readAllStandardOutput()).trimmed();
}

void TestLibsshPrompts::password_right()
{
    SERVER(.publicKey = false, .password = true);
    LOGIN(SshRoute{hostOf(server)});
    watcher.reply = [](const LoginQuestion &) { return QStringList{SshServer::password()}; };
    pipe.open("cat");
    VERIFY_OPENED();
    QCOMPARE(watcher.questions.size(), size_t(1));
    QCOMPARE(watcher.questions[0].kind, Kind::Password);
    QCOMPARE(watcher.questions[0].user, server.userName());
    QCOMPARE(watcher.questions[0].prompts.size(), size_t(1));
    QVERIFY(!watcher.questions[0].prompts[0].echo);
    QCOMPARE(pipe.reconnectMeans(), ReconnectMeans::NeedsPerson);
}

void TestLibsshPrompts::password_wrongIsTriedOnce()
{
    SERVER(.publicKey = false, .password = true, .keyboardInteractive = true);
    LOGIN(SshRoute{hostOf(server)});
    watcher.reply = [](const LoginQuestion &) { return QStringList{QStringLiteral("wrong")}; };
    pipe.open("cat");
    QTRY_COMPARE_WITH_TIMEOUT(watcher.closedCount, 1, 15000);
    QCOMPARE(watcher.reason.kind, ErrorKind::AuthenticationFailed);
    QVERIFY(!watcher.opened);
    QCOMPARE(watcher.questions.size(), size_t(1)); // neither asked again nor tried by the other method
}

void TestLibsshPrompts::interactive_showsTheServersWords()
{
    SERVER(.publicKey = false, .keyboardInteractive = true,
           .pamAuth = {QStringLiteral("auth optional pam_echo.so Welcome to the <b>pool</b>"),
                       QStringLiteral("auth required pam_unix.so nodelay")});
    LOGIN(SshRoute{hostOf(server)});
    watcher.reply = [](const LoginQuestion &) { return QStringList{SshServer::password()}; };
    pipe.open("cat");
    VERIFY_OPENED();
    QCOMPARE(watcher.questions.size(), size_t(1));
    const LoginQuestion &question = watcher.questions[0];
    QCOMPARE(question.kind, Kind::Interactive);
    QCOMPARE(question.prompts.size(), size_t(1));
    QVERIFY2(question.prompts[0].text.contains(QLatin1String("Password:")), qPrintable(question.prompts[0].text));
    const QString all =
        question.name + question.instruction + question.prompts[0].text + watcher.notes().join(QString());
    QVERIFY2(all.contains(QLatin1String("Welcome to the <b>pool</b>")), qPrintable(all));
}

void TestLibsshPrompts::interactive_wrongAnswerIsTriedOnce()
{
    SERVER(.publicKey = false, .password = true, .keyboardInteractive = true);
    LOGIN(SshRoute{hostOf(server)});
    watcher.reply = [](const LoginQuestion &) { return QStringList{QStringLiteral("wrong")}; };
    pipe.open("cat");
    QTRY_COMPARE_WITH_TIMEOUT(watcher.closedCount, 1, 15000);
    QCOMPARE(watcher.reason.kind, ErrorKind::AuthenticationFailed);
    QCOMPARE(watcher.questions.size(), size_t(1));
}

void TestLibsshPrompts::interactive_asksForPasswordThenCode()
{
    SERVER(.publicKey = false, .keyboardInteractive = true, .pamAuth = oneTimeCode(false));
    LOGIN(SshRoute{hostOf(server)});
    QStringList asked;
    watcher.reply = [&](const LoginQuestion &question) {
        QStringList answers;
        for (const LoginQuestion::Prompt &prompt : question.prompts) {
            asked += prompt.text;
            answers += prompt.text.contains(QLatin1String("Password")) ? SshServer::password() : code();
        }
        return answers;
    };
    pipe.open("cat");
    VERIFY_OPENED();
    QCOMPARE(asked.size(), 2);
    QVERIFY2(asked[1].contains(QLatin1String("One-time")), qPrintable(asked[1]));
    QCOMPARE(pipe.reconnectMeans(), ReconnectMeans::NeedsPerson);
}

void TestLibsshPrompts::keyThenCode()
{
    SERVER(.keyboardInteractive = true, .pamAuth = oneTimeCode(true),
           .extraConfig = {QStringLiteral("AuthenticationMethods publickey,keyboard-interactive")});
    LOGIN(SshRoute{hostOf(server)});
    watcher.reply = [&](const LoginQuestion &) { return QStringList{code()}; };
    pipe.open("cat");
    VERIFY_OPENED();
    QCOMPARE(watcher.questions.size(), size_t(1));
    QCOMPARE(watcher.questions[0].kind, Kind::Interactive);
    QVERIFY(watcher.notes().join(QLatin1Char(' ')).contains(QLatin1String("partial success")));
    QCOMPARE(pipe.reconnectMeans(), ReconnectMeans::NeedsPerson);
}

void TestLibsshPrompts::keyThenCode_wrongCodeIsTriedOnce()
{
    SERVER(.keyboardInteractive = true, .pamAuth = oneTimeCode(true),
           .extraConfig = {QStringLiteral("AuthenticationMethods publickey,keyboard-interactive")});
    LOGIN(SshRoute{hostOf(server)});
    watcher.reply = [&](const LoginQuestion &) { return QStringList{QStringLiteral("000000")}; };
    pipe.open("cat");
    QTRY_COMPARE_WITH_TIMEOUT(watcher.closedCount, 1, 15000);
    QCOMPARE(watcher.reason.kind, ErrorKind::AuthenticationFailed);
    QCOMPARE(watcher.questions.size(), size_t(1));
}

void TestLibsshPrompts::interactiveWithoutPrompts_goesOnToThePassword()
{
    SERVER(.publicKey = false, .password = true, .keyboardInteractive = true,
           .extraConfig = {QStringLiteral("UsePAM no")});
    LOGIN(SshRoute{hostOf(server)});
    watcher.reply = [](const LoginQuestion &) { return QStringList{SshServer::password()}; };
    pipe.open("cat");
    QTRY_VERIFY_WITH_TIMEOUT(watcher.isDecided(), 15000);
    QCOMPARE(watcher.questions.size(), size_t(1));
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
}

void TestLibsshPrompts::serverThatGoesAwayWhileAsking_endsTheLogin()
{
    SERVER(.publicKey = false, .password = true);
    LOGIN(SshRoute{hostOf(server)});
    pipe.open("cat");
    QTRY_COMPARE(watcher.questions.size(), size_t(1));
    server.endSessions();
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::Disconnected);
    pipe.answer(watcher.questions[0].id, true, {SshServer::password()}); // late: ignored
}

QTEST_GUILESS_MAIN(TestLibsshPrompts)
#include "tst_libsshprompts.moc"
