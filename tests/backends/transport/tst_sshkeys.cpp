// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshkeyring.h"
#include "backends/transport/sshwire.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

static constexpr qint64 kNowMs = 1'800'000'000'000;

/// Key files, certificates and what an agent says, and which of them are offered.
class TestSshKeys : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void keyFile_tellsItsPublicHalf_data();
    void keyFile_tellsItsPublicHalf();
    void keyFile_thatIsNoneIsAnError();
    void certificate_tellsKeyAndTimes_data();
    void certificate_tellsKeyAndTimes();
    void certificate_everyPrefixIsAnErrorOrTheWhole();
    void agentAnswer_everyPrefixIsAnErrorOrTheWhole();
    void agentAnswer_thatLiesAboutItsLengthIsAnError();
    void ring_offersConfiguredKeysFirst();
    void ring_leavesOutWhatIsTooMuch();
    void ring_keepsToTheFileWithIdentitiesOnly();
    void ring_namesSecurityKeys();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray publicBlob(const QString &name) const;
    void keygen(const QStringList &arguments);

    QTemporaryDir m_folder;
};

void TestSshKeys::keygen(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("ssh-keygen"), QStringList{QStringLiteral("-q")} + arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        QSKIP("no ssh-keygen");
}

void TestSshKeys::initTestCase()
{
    const QString n = QStringLiteral("-N"), f = QStringLiteral("-f"), t = QStringLiteral("-t");
    keygen({t, QStringLiteral("ed25519"), n, QString(), f, path(QStringLiteral("ed"))});
    keygen({t, QStringLiteral("ed25519"), n, QStringLiteral("secret"), f, path(QStringLiteral("locked"))});
    keygen({t, QStringLiteral("ecdsa"), n, QString(), f, path(QStringLiteral("ec"))});
    keygen({t, QStringLiteral("rsa"), n, QString(), f, path(QStringLiteral("rsa"))});
    keygen({t, QStringLiteral("rsa"), QStringLiteral("-m"), QStringLiteral("PEM"), n, QStringLiteral("secret"), f,
            path(QStringLiteral("pem"))});
    for (const char *name : {"ed", "ec", "rsa"})
        keygen({QStringLiteral("-s"), path(QStringLiteral("locked")), QStringLiteral("-P"), QStringLiteral("secret"),
                QStringLiteral("-I"), QStringLiteral("the id"), QStringLiteral("-n"), QStringLiteral("ana"),
                QStringLiteral("-V"), QStringLiteral("20260101000000Z:20300101000000Z"),
                path(QLatin1String(name)) + QLatin1String(".pub")});
}

QByteArray TestSshKeys::publicBlob(const QString &name) const
{
    QFile file(path(name) + QLatin1String(".pub"));
    return file.open(QIODevice::ReadOnly) ? QByteArray::fromBase64(file.readAll().split(' ').value(1)) : QByteArray();
}

void TestSshKeys::keyFile_tellsItsPublicHalf_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("encrypted");
    QTest::newRow("ed25519") << "ed" << false;
    QTest::newRow("with passphrase") << "locked" << true;
    QTest::newRow("rsa") << "rsa" << false;
    QTest::newRow("old format, .pub beside") << "pem" << true;
}

void TestSshKeys::keyFile_tellsItsPublicHalf()
{
    QFETCH(QString, name);
    const auto key = SshKeyFile::read(path(name));
    QVERIFY(key.has_value());
    QTEST(key->encrypted, "encrypted");
    QCOMPARE(key->publicKey, publicBlob(name));
    QVERIFY(!key->isSecurityKey());
}

void TestSshKeys::keyFile_thatIsNoneIsAnError()
{
    QCOMPARE(SshKeyFile::read(path(QStringLiteral("absent"))).error().kind, ErrorKind::NotFound);
    QCOMPARE(SshKeyFile::read(path(QStringLiteral("ed.pub"))).error().kind, ErrorKind::Malformed);
    QFile big(path(QStringLiteral("big")));
    QVERIFY(big.open(QIODevice::WriteOnly) && big.resize(1 << 20));
    QCOMPARE(SshKeyFile::read(big.fileName()).error().kind, ErrorKind::TooLarge);
}

void TestSshKeys::certificate_tellsKeyAndTimes_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"ed", "ec", "rsa"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSshKeys::certificate_tellsKeyAndTimes()
{
    QFETCH(QString, name);
    QFile file(path(name) + QLatin1String("-cert.pub"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto certificate = SshCertificate::parse(file.readAll());
    QVERIFY(certificate.has_value());
    QCOMPARE(certificate->plainKey, publicBlob(name));
    QCOMPARE(certificate->keyId, QStringLiteral("the id"));
    QCOMPARE(certificate->validFromMs, 1'767'225'600'000);
    QCOMPARE(certificate->expiresMs, 1'893'456'000'000);
    QVERIFY(certificate->isValidAt(kNowMs));
    QVERIFY(!certificate->isValidAt(certificate->expiresMs));
    QVERIFY(!certificate->isValidAt(certificate->validFromMs - 1));
}

void TestSshKeys::certificate_everyPrefixIsAnErrorOrTheWhole()
{
    QFile file(path(QStringLiteral("ed-cert.pub")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto whole = SshCertificate::parse(file.readAll());
    QVERIFY(whole.has_value());
    for (qsizetype n = 0; n < whole->blob.size(); ++n) {
        const auto part = SshCertificate::fromBlob(whole->blob.left(n));
        QVERIFY(!part || part->expiresMs == whole->expiresMs);
    }
}

static QByteArray agentAnswer(const QList<QByteArray> &blobs)
{
    QByteArray answer = char(12) + sshWireUint32(quint32(blobs.size()));
    for (const QByteArray &blob : blobs)
        answer += sshWireString(blob) + sshWireString("comment");
    return answer;
}

void TestSshKeys::agentAnswer_everyPrefixIsAnErrorOrTheWhole()
{
    const QByteArray answer = agentAnswer({publicBlob(QStringLiteral("ed")), publicBlob(QStringLiteral("ec"))});
    const auto whole = parseAgentIdentities(answer);
    QVERIFY(whole.has_value());
    QCOMPARE(whole->size(), size_t(2));
    QCOMPARE((*whole)[0].type(), QByteArray("ssh-ed25519"));
    QCOMPARE((*whole)[1].comment, QStringLiteral("comment"));
    for (qsizetype n = 0; n < answer.size(); ++n)
        QVERIFY(!parseAgentIdentities(answer.left(n)));
}

void TestSshKeys::agentAnswer_thatLiesAboutItsLengthIsAnError()
{
    QVERIFY(!parseAgentIdentities(char(12) + sshWireUint32(0xffffffff)));
    QVERIFY(!parseAgentIdentities(char(12) + sshWireUint32(1) + sshWireUint32(0xffffffff)));
    QVERIFY(!parseAgentIdentities(QByteArray(1, char(5))));
}

void TestSshKeys::ring_offersConfiguredKeysFirst()
{
    SshHostConfig host;
    host.identityFiles = {path(QStringLiteral("ec")), path(QStringLiteral("rsa"))};
    const std::vector<AgentIdentity> inAgent{{publicBlob(QStringLiteral("pem")), {}},
                                             {publicBlob(QStringLiteral("ec")), {}}};
    const SshKeyRing ring(host, inAgent, kNowMs);
    // The certificate beside a key goes before it, also where the agent holds the key.
    QCOMPARE(ring.agentKeys.size(), size_t(3));
    QVERIFY(ring.agentKeys[0].type().contains("-cert-"));
    QCOMPARE(ring.agentKeys[0].signWith, publicBlob(QStringLiteral("ec")));
    QCOMPARE(ring.certificateExpiry(ring.agentKeys[0].blob), std::optional<qint64>(1'893'456'000'000));
    QCOMPARE(ring.agentKeys[1].blob, publicBlob(QStringLiteral("ec")));
    QCOMPARE(ring.agentKeys[2].blob, publicBlob(QStringLiteral("pem")));
    QCOMPARE(ring.fileKeys.size(), size_t(2));
    QVERIFY(ring.fileKeys[0].certificate && !ring.fileKeys[1].certificate);
    QCOMPARE(ring.fileKeys[0].file.path, path(QStringLiteral("rsa")));
}

void TestSshKeys::ring_leavesOutWhatIsTooMuch()
{
    SshHostConfig host;
    host.identityFiles = {path(QStringLiteral("locked"))};
    std::vector<AgentIdentity> inAgent;
    for (int i = 0; i < 9; ++i)
        inAgent.push_back({sshWireString("ssh-ed25519") + sshWireString(QByteArray(32, char(i))), {}});
    const SshKeyRing ring(host, inAgent, kNowMs);
    QCOMPARE(int(ring.agentKeys.size() + ring.fileKeys.size()), SshKeyRing::kMaxOffered);
    QCOMPARE(ring.fileKeys.size(), size_t(1));
    QCOMPARE(ring.leftOut, 5);
}

void TestSshKeys::ring_keepsToTheFileWithIdentitiesOnly()
{
    SshHostConfig host;
    host.identitiesOnly = true;
    host.identityFiles = {path(QStringLiteral("locked.pub"))}; // the private half is in the agent
    const std::vector<AgentIdentity> inAgent{{publicBlob(QStringLiteral("pem")), {}},
                                             {publicBlob(QStringLiteral("locked")), {}}};
    const SshKeyRing ring(host, inAgent, kNowMs);
    QCOMPARE(ring.agentKeys.size(), size_t(1));
    QCOMPARE(ring.agentKeys[0].blob, publicBlob(QStringLiteral("locked")));
    QVERIFY(ring.fileKeys.empty());
    QCOMPARE(ring.leftOut, 0);
}

void TestSshKeys::ring_namesSecurityKeys()
{
    const QByteArray blob =
        sshWireString("sk-ssh-ed25519@openssh.com") + sshWireString(QByteArray(32, 'k')) + sshWireString("ssh:");
    QFile file(path(QStringLiteral("sk")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-----BEGIN OPENSSH PRIVATE KEY-----\n" +
               (QByteArray("openssh-key-v1\0", 15) + sshWireString("none") + sshWireString("none") + sshWireString("") +
                sshWireUint32(1) + sshWireString(blob))
                   .toBase64() +
               "\n-----END OPENSSH PRIVATE KEY-----\n");
    file.close();
    SshHostConfig host;
    host.identityFiles = {file.fileName()};
    const SshKeyRing ring(host, {}, kNowMs);
    QVERIFY(ring.hasSecurityKey);
    QVERIFY(ring.fileKeys.empty());
    QVERIFY(ring.notes.join(QLatin1Char(' ')).contains(QLatin1String("sk-ssh-ed25519")));
}

QTEST_GUILESS_MAIN(TestSshKeys)
#include "tst_sshkeys.moc"
