// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshconfigfile.h"
#include "backends/transport/sshroute.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

/// ssh_config(5): what we read ourselves is held against `ssh -G` on the same file.
class TestSshConfig : public QObject
{
    Q_OBJECT
private slots:
    void target_isTakenApart_data();
    void target_isTakenApart();
    void target_thatAShellWouldActOnIsRefused_data();
    void target_thatAShellWouldActOnIsRefused();
    void words_followTheQuotes_data();
    void words_followTheQuotes();
    void ownReader_agreesWithOpenSsh_data();
    void ownReader_agreesWithOpenSsh();
    void whatCannotBeJudged_isNamedWithItsLine();
    void includeWithoutEnd_isAnError();
    void namedFileThatIsMissing_isAnError();
    void hosts_areListedWithoutPatterns();
    void route_followsProxyJumps_data();
    void route_followsProxyJumps();
    void route_withoutEndIsAnError();
    void route_ofABadFileSaysWhatSshSaid();

private:
    QString write(const QString &name, const QByteArray &text);
    SshRoute read(const QString &host, const QString &file, const QString &program, Error *error = nullptr);

    QTemporaryDir m_folder;
};

QString TestSshConfig::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(text);
    return file.fileName();
}

SshRoute TestSshConfig::read(const QString &host, const QString &file, const QString &program, Error *error)
{
    SshRouteReader reader;
    std::optional<SshRoute> route;
    std::optional<Error> failed;
    connect(&reader, &SshRouteReader::ready, this, [&](const SshRoute &r) { route = r; });
    connect(&reader, &SshRouteReader::failed, this, [&](const Error &e) { failed = e; });
    const auto target = SshTarget::parse(host);
    if (!target)
        qFatal("bad host");
    reader.start(*target, file, program);
    [&] { QTRY_VERIFY(route || failed); }();
    if (error)
        *error = failed.value_or(Error{ErrorKind::Internal, QStringLiteral("no error")});
    return route.value_or(SshRoute());
}

void TestSshConfig::target_isTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("alias") << "login"
                           << ""
                           << "login" << 0;
    QTest::newRow("user") << "ana@login"
                          << "ana"
                          << "login" << 0;
    QTest::newRow("user with @") << "ana@site.org@login"
                                 << "ana@site.org"
                                 << "login" << 0;
    QTest::newRow("port") << "ana@login:2222"
                          << "ana"
                          << "login" << 2222;
    QTest::newRow("url") << "ssh://ana@login.site.org:2222"
                         << "ana"
                         << "login.site.org" << 2222;
    QTest::newRow("v6") << "fe80::1"
                        << ""
                        << "fe80::1" << 0;
    QTest::newRow("v6 and port") << "[2001:db8::1]:22"
                                 << ""
                                 << "2001:db8::1" << 22;
}

void TestSshConfig::target_isTakenApart()
{
    QFETCH(QString, text);
    const auto target = SshTarget::parse(text);
    QVERIFY(target.has_value());
    QTEST(target->user, "user");
    QTEST(target->host, "host");
    QTEST(int(target->port), "port");
}

void TestSshConfig::target_thatAShellWouldActOnIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "-oProxyCommand=x", "a b", "a;b", "a`b`", "$(b)", "a\nb", "ana@", "@host", "-l@host",
                             "host:0", "host:99999", "host:x", "a'b", "a|b", "a&b", "a<b", "a\\b", "~x;"})
        QTest::newRow(QByteArray(text).replace('\n', "\\n")) << QString::fromLatin1(text);
}

void TestSshConfig::target_thatAShellWouldActOnIsRefused()
{
    QFETCH(QString, text);
    const auto target = SshTarget::parse(text);
    QVERIFY(!target);
    QCOMPARE(target.error().kind, ErrorKind::Malformed);
}

void TestSshConfig::words_followTheQuotes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("blanks") << QByteArray(" a\tb  c ") << QByteArrayList{"a", "b", "c"};
    QTest::newRow("quotes") << QByteArray("\"a b\" 'c d'e") << QByteArrayList{"a b", "c de"};
    QTest::newRow("comment") << QByteArray("a b#c # d") << QByteArrayList{"a", "b#c"};
    QTest::newRow("escapes") << QByteArray("a\\ b \\\"c") << QByteArrayList{"a b", "\"c"};
    QTest::newRow("empty word") << QByteArray("\"\"") << QByteArrayList{""};
    QTest::newRow("open quote") << QByteArray("\"a b") << QByteArrayList{"a b"};
}

void TestSshConfig::words_followTheQuotes()
{
    QFETCH(QByteArray, text);
    QTEST(QByteArrayList(sshConfigWords(text)), "words");
}

static const char kConfig[] = R"(# a person's file
Include more/*.conf
Host login cluster-*
    HostName = %h.site.example   # the pool
    User ana
    Port 2222
    HostKeyAlias pool
Host *-gpu !cluster-cpu-gpu
    IdentityFile "~/key with blanks"
    IdentityFile ~/.ssh/%h_%r
    IdentitiesOnly yes
    CertificateFile ~/c-cert.pub
Match host *.site.example user ana
    UserKnownHostsFile ~/.ssh/kh_%n /dev/null
    StrictHostKeyChecking accept-new
Match originalhost jumper !user bob
    ProxyJump ana@gate:2200,inner
Match final host *.example
    IdentityAgent none
    PasswordAuthentication no
Host quoted
    HostName "quoted.example"
    GlobalKnownHostsFile none
    AddressFamily inet6
    ConnectTimeout 7
Host command
    ProxyCommand nc %h %p
Host *
    User last
)";

void TestSshConfig::ownReader_agreesWithOpenSsh_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"login", "cluster-a-gpu", "cluster-cpu-gpu", "bob@jumper", "jumper", "quoted", "command",
                             "other", "included", "within", "ana@login:44"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

/// The fields that matter, one a line, so that a difference reads well.
static QString text(SshHostConfig h)
{
    for (const char *dead : {"/.ssh/id_xmss", "/.ssh/id_dsa"}) // ssh still names them, and nobody has them
        h.identityFiles.removeAll(QDir::homePath() + QLatin1String(dead));
    return QStringList{h.hostName,
                       h.user,
                       QString::number(h.port),
                       h.addressFamily.isEmpty() ? QStringLiteral("any") : h.addressFamily,
                       h.identityFiles.join(QLatin1Char('|')),
                       h.certificateFiles.join(QLatin1Char('|')),
                       QString::number(h.identitiesOnly),
                       h.identityAgent,
                       QString::number(h.password),
                       h.hostKeyAlias,
                       h.userKnownHostsFiles.join(QLatin1Char('|')),
                       h.globalKnownHostsFiles.join(QLatin1Char('|')),
                       QString::number(int(h.hostKeyCheck)),
                       h.proxyJump.join(QLatin1Char('|')),
                       h.proxyCommand,
                       QString::number(h.connectTimeoutMs),
                       h.needsOpenSsh.join(QLatin1Char('|'))}
        .join(QLatin1Char('\n'));
}

void TestSshConfig::ownReader_agreesWithOpenSsh()
{
    QFETCH(QString, host);
    const QString ssh = SshRouteReader::findSshProgram();
    if (ssh.isEmpty())
        QSKIP("no ssh program");
    QDir(m_folder.path()).mkpath(QStringLiteral("more"));
    write(QStringLiteral("more/a.conf"), "Host included\n HostName included.example\nHost *\n Compression yes\n");
    QByteArray config = kConfig;
    config.replace("more/*.conf", m_folder.filePath(QStringLiteral("more/*.conf")).toUtf8());
    config += "Host within\n Include " + m_folder.filePath(QStringLiteral("within")).toUtf8() + "\n Port 4000\n";
    write(QStringLiteral("within"), "User inside\nHost elsewhere\n User wrong\nHost within\n HostKeyAlias nested\n");
    const QString file = write(QStringLiteral("config"), config);
    const auto target = SshTarget::parse(host);
    QVERIFY(target.has_value());
    QStringList arguments{QStringLiteral("-G"), QStringLiteral("-F"), file};
    if (!target->user.isEmpty())
        arguments << QStringLiteral("-l") << target->user;
    if (target->port)
        arguments << QStringLiteral("-p") << QString::number(target->port);
    QProcess process;
    process.start(ssh, arguments << QStringLiteral("--") << target->host);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    const auto theirs = SshHostConfig::fromOptions(*target, parseSshDashG(process.readAllStandardOutput()));
    const auto ours = readSshConfig(*target, file);
    QVERIFY(ours.has_value());
    QCOMPARE(text(*ours), text(theirs));
}

void TestSshConfig::whatCannotBeJudged_isNamedWithItsLine()
{
    const QString file = write(QStringLiteral("config"), "Host a\n User x\nMatch host b exec \"test -e /x\"\n User y\n"
                                                         "Match host a localnetwork 10.0.0.0/8\n User z\n");
    const auto a = readSshConfig(*SshTarget::parse(QStringLiteral("a")), file);
    QVERIFY(a.has_value());
    QCOMPARE(a->user, QStringLiteral("x"));
    QCOMPARE(a->needsOpenSsh, QStringList{file + QLatin1String(":5 Match localnetwork")});
    const auto c = readSshConfig(*SshTarget::parse(QStringLiteral("c")), file);
    QVERIFY(c.has_value() && c->needsOpenSsh.isEmpty()); // another criterion had decided
}

void TestSshConfig::includeWithoutEnd_isAnError()
{
    const QString file = m_folder.filePath(QStringLiteral("loop"));
    write(QStringLiteral("loop"), "Include " + file.toUtf8() + "\n");
    const auto host = readSshConfig(*SshTarget::parse(QStringLiteral("a")), file);
    QVERIFY(!host);
    QCOMPARE(host.error().kind, ErrorKind::Malformed);
}

void TestSshConfig::namedFileThatIsMissing_isAnError()
{
    const auto host =
        readSshConfig(*SshTarget::parse(QStringLiteral("a")), m_folder.filePath(QStringLiteral("absent")));
    QVERIFY(!host);
    QCOMPARE(host.error().kind, ErrorKind::NotFound);
}

void TestSshConfig::hosts_areListedWithoutPatterns()
{
    write(QStringLiteral("inc"), "Host inner gate\nHost *\n");
    const QString file = write(QStringLiteral("config"), "Host gate *.x !y \"login\" # z\nInclude " +
                                                             m_folder.filePath(QStringLiteral("inc")).toUtf8() +
                                                             "\nHost bad;name\nhost=last\n");
    QCOMPARE(listSshHosts(file), (QStringList{QStringLiteral("gate"), QStringLiteral("login"), QStringLiteral("inner"),
                                              QStringLiteral("last")}));
    QVERIFY(listSshHosts(QStringLiteral("none")).isEmpty());
}

void TestSshConfig::route_followsProxyJumps_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("own reader") << QString();
    QTest::newRow("ssh -G") << SshRouteReader::findSshProgram();
}

void TestSshConfig::route_followsProxyJumps()
{
    QFETCH(QString, program);
    const QString file =
        write(QStringLiteral("config"), "Host node\n HostName node.inner\n ProxyJump ana@gate:2200,middle\n"
                                        "Host gate\n ProxyJump outer\n HostName gate.example\n"
                                        "Host middle\n ProxyJump never-asked\n");
    const SshRoute route = read(QStringLiteral("node"), file, program);
    QStringList names;
    for (const SshHostConfig &host : route)
        names += QStringLiteral("%1:%2").arg(host.hostName).arg(host.port);
    QCOMPARE(names, (QStringList{QStringLiteral("outer:22"), QStringLiteral("gate.example:2200"),
                                 QStringLiteral("middle:22"), QStringLiteral("node.inner:22")}));
    QCOMPARE(route[1].user, QStringLiteral("ana"));
}

void TestSshConfig::route_withoutEndIsAnError()
{
    const QString file = write(QStringLiteral("config"), "Host a\n ProxyJump b\nHost b\n ProxyJump a\n");
    Error error;
    QVERIFY(read(QStringLiteral("a"), file, {}, &error).empty());
    QCOMPARE(error.kind, ErrorKind::Malformed);
}

void TestSshConfig::route_ofABadFileSaysWhatSshSaid()
{
    const QString ssh = SshRouteReader::findSshProgram();
    if (ssh.isEmpty())
        QSKIP("no ssh program");
    const QString file = write(QStringLiteral("config"), "NoSuchKeyword 1\n");
    Error error;
    QVERIFY(read(QStringLiteral("a"), file, ssh, &error).empty());
    QCOMPARE(error.kind, ErrorKind::Malformed);
    QVERIFY2(error.detail.contains(QLatin1String("nosuchkeyword"), Qt::CaseInsensitive), qPrintable(error.detail));
}

QTEST_GUILESS_MAIN(TestSshConfig)
#include "tst_sshconfig.moc"
