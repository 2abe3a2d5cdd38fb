// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/hostkeys.h"
#include "backends/transport/sshpattern.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;
using Kind = HostKeyVerdict::Kind;

/// known_hosts files, as sshd(8) describes them.
class TestHostKeys : public QObject
{
    Q_OBJECT
private slots:
    void pattern_data();
    void pattern();
    void key_isJudged_data();
    void key_isJudged();
    void changedKey_namesTheLineOfItsType();
    void revokedLine_winsInAnyFile();
    void authorityOnly_isTold();
    void fingerprint_isThatOfSshKeygen();
    void hashedLine_isThatOfSshKeygen();
    void remember_keepsWhatStood_data();
    void remember_keepsWhatStood();
    void types_putRecordedOnesFirst();
};

static const QByteArray kOne = "AAAAC3NzaC1lZDI1NTE5AAAAIONE00000000000000000000000000000000000000000000";
static const QByteArray kTwo = "AAAAC3NzaC1lZDI1NTE5AAAAITWO00000000000000000000000000000000000000000000";

static HostKey key(const QByteArray &base64)
{
    return {"ssh-ed25519", QByteArray::fromBase64(base64)};
}

void TestHostKeys::pattern_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("plain") << QByteArray("a.b") << QByteArray("a.b") << true;
    QTest::newRow("dot is a dot") << QByteArray("a.b") << QByteArray("axb") << false;
    QTest::newRow("star") << QByteArray("*.b*") << QByteArray("a.a.bc") << true;
    QTest::newRow("star of nothing") << QByteArray("a*") << QByteArray("a") << true;
    QTest::newRow("question mark") << QByteArray("n??") << QByteArray("n01") << true;
    QTest::newRow("question mark needs one") << QByteArray("n??") << QByteArray("n0") << false;
    QTest::newRow("negated") << QByteArray("*,!b") << QByteArray("b") << false;
    QTest::newRow("negated alone") << QByteArray("!b") << QByteArray("a") << false;
    QTest::newRow("hostile") << QByteArray("*a*a*a*a*a*a*a*a*b") << QByteArray(5000, 'a') << false;
}

void TestHostKeys::pattern()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, text);
    QTEST(matchesSshPatterns(list.split(','), text), "matches");
}

void TestHostKeys::key_isJudged_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    const QByteArray good = " ssh-ed25519 " + kOne;
    const QByteArray other = " ssh-ed25519 " + kTwo;
    QTest::newRow("plain") << "host" + good + " comment"
                           << "host" << int(Kind::Known);
    QTest::newRow("case of the name") << "Host" + good << "hOST" << int(Kind::Known);
    QTest::newRow("list") << "a,host,b" + good << "host" << int(Kind::Known);
    QTest::newRow("pattern") << "*.site" + good << "login.site" << int(Kind::Known);
    QTest::newRow("negated") << "*.site,!login.site" + good << "login.site" << int(Kind::Unknown);
    QTest::newRow("port") << "[host]:2222" + good << "[host]:2222" << int(Kind::Known);
    QTest::newRow("other port") << "[host]:2222" + other << "host" << int(Kind::Unknown);
    QTest::newRow("same key without port") << "host" + good << "[host]:2222" << int(Kind::Known);
    QTest::newRow("other key without port") << "host" + other << "[host]:2222" << int(Kind::Unknown);
    QTest::newRow("changed") << "host" + other << "host" << int(Kind::Changed);
    QTest::newRow("one of two is right") << "host" + other + "\nhost" + good << "host" << int(Kind::Known);
    QTest::newRow("other type recorded") << QByteArray("host ssh-rsa AAAA") << "host" << int(Kind::Changed);
    QTest::newRow("revoked") << "host" + good + "\n@revoked *" + good << "host" << int(Kind::Revoked);
    QTest::newRow("revoked for another") << "host" + good + "\n@revoked x" + good << "host" << int(Kind::Known);
    QTest::newRow("authority's own key is no host key") << "@cert-authority *" + good << "host" << int(Kind::Unknown);
    QTest::newRow("unknown marker") << "@future host" + good << "host" << int(Kind::Unknown);
    QTest::newRow("comment") << "# host" + good << "host" << int(Kind::Unknown);
    QTest::newRow("half a line") << QByteArray("host ssh-ed25519") << "host" << int(Kind::Unknown);
    QTest::newRow("bad hash") << "|1|x|y" + good << "host" << int(Kind::Unknown);
    QTest::newRow("nothing") << QByteArray() << "host" << int(Kind::Unknown);
}

void TestHostKeys::key_isJudged()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, name);
    KnownHosts known;
    known.add(line, QStringLiteral("file"));
    QTEST(int(known.check(name, key(kOne)).kind), "kind");
}

void TestHostKeys::changedKey_namesTheLineOfItsType()
{
    KnownHosts known;
    known.add("# top\nhost ssh-rsa AAAA\n", QStringLiteral("user"));
    known.add("host ssh-ed25519 " + kTwo + "\nhost ssh-rsa BBBB\n", QStringLiteral("system"));
    const HostKeyVerdict verdict = known.check(QStringLiteral("host"), key(kOne));
    QCOMPARE(verdict.kind, Kind::Changed);
    QCOMPARE(verdict.where, QStringLiteral("system:1"));
    QCOMPARE(verdict.recorded, key(kTwo));
}

void TestHostKeys::revokedLine_winsInAnyFile()
{
    KnownHosts known;
    known.add("host ssh-ed25519 " + kOne, QStringLiteral("user"));
    known.add("@revoked * ssh-ed25519 " + kOne, QStringLiteral("system"));
    const HostKeyVerdict verdict = known.check(QStringLiteral("[host]:7"), key(kOne));
    QCOMPARE(verdict.kind, Kind::Revoked);
    QCOMPARE(verdict.where, QStringLiteral("system:1"));
}

void TestHostKeys::authorityOnly_isTold()
{
    KnownHosts known;
    known.add("@cert-authority *.site ssh-ed25519 " + kTwo + "\nplain.site ssh-ed25519 " + kOne, QStringLiteral("f"));
    QCOMPARE(known.onlyAuthority(QStringLiteral("login.site")), QStringLiteral("f:1"));
    QCOMPARE(known.onlyAuthority(QStringLiteral("plain.site")), QString());
    QCOMPARE(known.onlyAuthority(QStringLiteral("elsewhere")), QString());
    QCOMPARE(known.check(QStringLiteral("login.site"), key(kOne)).authority, QStringLiteral("f:1"));
}

static QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(20000) && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

void TestHostKeys::fingerprint_isThatOfSshKeygen()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("k"));
    run(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ecdsa"),
                                       QStringLiteral("-N"), QString(), QStringLiteral("-f"), file});
    QFile pub(file + QLatin1String(".pub"));
    if (!pub.open(QIODevice::ReadOnly))
        QSKIP("no ssh-keygen");
    const QList<QByteArray> words = pub.readAll().split(' ');
    const HostKey made{words[0], QByteArray::fromBase64(words[1])};
    const QByteArray said = run(QStringLiteral("ssh-keygen"), {QStringLiteral("-l"), QStringLiteral("-f"), file});
    QVERIFY2(said.contains(made.fingerprint().toLatin1()), said);
    QVERIFY2(said.contains('(' + made.shortType().toLatin1() + ')'), said);
}

void TestHostKeys::hashedLine_isThatOfSshKeygen()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("known"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[login.site]:2222 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPmhRyNW0xhPYL3zdg8Y2P4bqgVdCMvDxrZ5PnFzJnA7\n");
    file.close();
    run(QStringLiteral("ssh-keygen"), {QStringLiteral("-H"), QStringLiteral("-f"), path});
    QVERIFY(file.open(QIODevice::ReadOnly));
    if (!file.peek(3).startsWith("|1|"))
        QSKIP("no ssh-keygen");
    KnownHosts known;
    known.add(file.readAll(), path);
    const HostKey right = key("AAAAC3NzaC1lZDI1NTE5AAAAIPmhRyNW0xhPYL3zdg8Y2P4bqgVdCMvDxrZ5PnFzJnA7");
    QCOMPARE(known.check(QStringLiteral("[login.site]:2222"), right).kind, Kind::Known);
    QCOMPARE(known.check(QStringLiteral("[login.site]:2223"), right).kind, Kind::Unknown);
}

void TestHostKeys::remember_keepsWhatStood_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("style");
    QTest::newRow("no file") << QByteArray() << int(HostNameStyle::Plain);
    QTest::newRow("no last newline") << QByteArray("other ssh-ed25519 AAAA") << int(HostNameStyle::Plain);
    QTest::newRow("hashed") << QByteArray("other ssh-ed25519 AAAA\n") << int(HostNameStyle::Hashed);
}

void TestHostKeys::remember_keepsWhatStood()
{
    QFETCH(QByteArray, before);
    QFETCH(int, style);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new/known_hosts"));
    if (!before.isEmpty()) {
        QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("new"))));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(before);
    }
    const QString name = QStringLiteral("[host]:2222");
    QVERIFY(rememberHostKey(path, name, key(kOne), HostNameStyle(style)).has_value());
    const KnownHosts known = KnownHosts::load({path});
    QCOMPARE(known.check(name, key(kOne)).kind, Kind::Known);
    QCOMPARE(known.check(name, key(kTwo)).kind, Kind::Changed);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray after = file.readAll();
    QVERIFY(after.startsWith(before));
    QCOMPARE(after.contains("host]"), HostNameStyle(style) == HostNameStyle::Plain);
    if (before.isEmpty())
        QVERIFY(!(file.permissions() & (QFile::ReadOther | QFile::ReadGroup)));
    const auto refused = rememberHostKey(path + QLatin1String("/below/a/file"), name, key(kOne), HostNameStyle::Plain);
    QCOMPARE(refused.error().kind, ErrorKind::PermissionDenied);
}

void TestHostKeys::types_putRecordedOnesFirst()
{
    const QStringList order = preferredHostKeyTypes({QStringLiteral("ssh-rsa"), QStringLiteral("ssh-dss")});
    QCOMPARE(order.first(), QStringLiteral("rsa-sha2-512"));
    QVERIFY(order.contains(QStringLiteral("ssh-ed25519")));
    QVERIFY(!order.contains(QStringLiteral("ssh-rsa")) && !order.contains(QStringLiteral("ssh-dss")));
    QCOMPARE(order.count(QStringLiteral("rsa-sha2-512")), 1);
}

QTEST_GUILESS_MAIN(TestHostKeys)
#include "tst_hostkeys.moc"
