// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/pipefactory.h"
#include "tests/backends/transport/pipewatcher.h"
#include "tests/support/testcluster.h"

#include <QTest>

using namespace paceline;

/// The doors of the test cluster, through its ssh configuration, as a program reaches them.
class TestLoginCluster : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void door_letsIn_data();
    void door_letsIn();
    void wrongAnswer_isTriedOnce_data();
    void wrongAnswer_isTriedOnce();
    void computeNode_isReachedThroughTheLoginNode();

private:
    std::unique_ptr<BytePipe> make(const QString &host);

    TestCluster m_cluster;
};

void TestLoginCluster::initTestCase()
{
    QVERIFY2(m_cluster.isUp(), "the cluster is not up");
}

/// A code counts once.
void TestLoginCluster::init()
{
    const TestCluster::Run reset = m_cluster.call({QStringLiteral("otp-reset")});
    QVERIFY2(reset.exitStatus == 0, reset.err);
}

std::unique_ptr<BytePipe> TestLoginCluster::make(const QString &host)
{
    std::optional<Result<std::unique_ptr<BytePipe>>> made;
    makePipe({.host = host, .configFile = m_cluster.sshConfig(), .kind = PipeSpec::Kind::Libssh}, this,
             [&](Result<std::unique_ptr<BytePipe>> result) { made = std::move(result); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(made, 20000); }();
    return made && *made ? std::move(**made) : nullptr;
}

void TestLoginCluster::door_letsIn_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("prompts");
    QTest::addColumn<bool>("silent");
    QTest::newRow("key") << "vclogin" << 0 << true;
    QTest::newRow("password then code") << "vc-otp" << 2 << false;
    QTest::newRow("password") << "vc-password" << 1 << false;
    QTest::newRow("key, password, code") << "vc-key-otp" << 2 << false;
    QTest::newRow("one session") << "vc-one-session" << 0 << true;
    QTest::newRow("long banner") << "vc-banner" << 0 << true;
}

void TestLoginCluster::door_letsIn()
{
    QFETCH(QString, host);
    QFETCH(bool, silent);
    const auto pipe = make(host);
    QVERIFY(pipe);
    PipeWatcher watcher(*pipe);
    int prompts = 0;
    watcher.reply = [&](const LoginQuestion &question) {
        QStringList answers;
        for (const LoginQuestion::Prompt &prompt : question.prompts) {
            ++prompts;
            const bool code = prompt.text.contains(QLatin1String("One-time"));
            answers += code ? QString::fromLatin1(m_cluster.call({QStringLiteral("otp")}).out).trimmed()
                            : QStringLiteral("alice-pw");
        }
        return answers;
    };
    pipe->open("id -un; hostname");
    QTRY_VERIFY_WITH_TIMEOUT(watcher.closedCount == 1, 20000);
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
    QCOMPARE(watcher.out, QByteArray("alice\nlogin\n"));
    QTEST(prompts, "prompts");
    QCOMPARE(watcher.questions.empty(), silent);
}

void TestLoginCluster::wrongAnswer_isTriedOnce_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"vc-otp", "vc-password", "vc-key-otp"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestLoginCluster::wrongAnswer_isTriedOnce()
{
    QFETCH(QString, host);
    const auto pipe = make(host);
    QVERIFY(pipe);
    PipeWatcher watcher(*pipe);
    watcher.reply = [](const LoginQuestion &question) {
        return QStringList(qsizetype(question.prompts.size()), QStringLiteral("wrong"));
    };
    pipe->open("true");
    QTRY_COMPARE_WITH_TIMEOUT(watcher.closedCount, 1, 30000);
    QVERIFY(!watcher.opened);
    QVERIFY2(watcher.reason.kind == ErrorKind::AuthenticationFailed, qPrintable(watcher.reason.detail));
    // One go through the server's own dialog, however many prompts that has.
    int passwords = 0;
    for (const LoginQuestion &question : watcher.questions)
        passwords += question.prompts.empty() || !question.prompts[0].text.contains(QLatin1String("One-time"));
    QCOMPARE(passwords, 1);
}

void TestLoginCluster::computeNode_isReachedThroughTheLoginNode()
{
    const auto pipe = make(QStringLiteral("n001"));
    QVERIFY(pipe);
    PipeWatcher watcher(*pipe);
    pipe->open("hostname");
    QTRY_COMPARE_WITH_TIMEOUT(watcher.closedCount, 1, 20000);
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
    QCOMPARE(watcher.out, QByteArray("n001\n"));
    QVERIFY(watcher.questions.empty());
}

QTEST_GUILESS_MAIN(TestLoginCluster)
#include "tst_login_cluster.moc"
