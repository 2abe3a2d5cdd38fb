// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sshserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <csignal>
#include <unistd.h>

namespace paceline {

static constexpr int kUserId = 23456;

static void writeFile(const QString &path, const QByteArray &content, QFile::Permissions permissions = {})
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("cannot write %s", qPrintable(path));
    file.write(content);
    if (permissions)
        file.setPermissions(permissions);
}

static QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

static void makeKey(const QString &path, const QString &type)
{
    QFile::remove(path);
    outputOf(QStringLiteral("ssh-keygen"),
             {QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"), QString(), QStringLiteral("-C"),
              QStringLiteral("test"), QStringLiteral("-f"), path});
}

static int freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

SshServer::SshServer(SshServerOptions options)
    : m_options(std::move(options))
{
    m_port = freePort();
    QFile(m_folder.path()).setPermissions(QFile::Permissions(0x7755)); // the server's user passes through
    makeKey(userKeyFile(), QStringLiteral("ed25519"));
    renewHostKeys();
    QDir().mkpath(home());
    writeFile(filePath(QStringLiteral("authorized_keys")), {});
    authorize(userKeyFile() + QLatin1String(".pub"));
}

SshServer::~SshServer()
{
    stop();
}

bool SshServer::hasOwnUser()
{
    return geteuid() == 0;
}

QString SshServer::userName() const
{
    return hasOwnUser()
               ? QStringLiteral("alice")
               : qEnvironmentVariable(
                     "USER", QString::fromLocal8Bit(outputOf(QStringLiteral("id"), {QStringLiteral("-un")}).trimmed()));
}

QString SshServer::home() const
{
    return filePath(QStringLiteral("home"));
}

void SshServer::writeHome(const QString &name, const QByteArray &content)
{
    const QString path = home() + QLatin1Char('/') + name;
    writeFile(path, content);
    if (hasOwnUser() && chown(qPrintable(path), kUserId, kUserId) != 0)
        qFatal("chown %s", qPrintable(path));
}

void SshServer::authorize(const QString &publicKeyFile)
{
    const QString path = filePath(QStringLiteral("authorized_keys"));
    writeFile(path, readFile(path) + readFile(publicKeyFile));
}

void SshServer::renewHostKeys()
{
    for (const QString &type : m_options.hostKeyTypes)
        makeKey(hostKeyFile(type), type);
}

QByteArray SshServer::serverConfig() const
{
    const auto yesNo = [](bool on) { return on ? QByteArray("yes") : QByteArray("no"); };
    QByteArray text = "ListenAddress 127.0.0.1\nPort " + QByteArray::number(m_port) +
                      "\nPidFile none\nStrictModes no\nUseDNS no\n"
                      "PrintMotd no\nPermitRootLogin yes\nMaxStartups 200\nMaxSessions " +
                      QByteArray::number(m_options.maxSessions) + "\nAuthorizedKeysFile " +
                      filePath(QStringLiteral("authorized_keys")).toUtf8() + "\nPubkeyAuthentication " +
                      yesNo(m_options.publicKey) + "\nPasswordAuthentication " + yesNo(m_options.password) +
                      "\nKbdInteractiveAuthentication " + yesNo(m_options.keyboardInteractive) + "\nUsePAM " +
                      yesNo(m_options.keyboardInteractive) + "\nSubsystem sftp internal-sftp\n";
    for (const QString &type : m_options.hostKeyTypes)
        text += "HostKey " + hostKeyFile(type).toUtf8() + '\n';
    if (!m_options.banner.isEmpty())
        text += "Banner " + filePath(QStringLiteral("banner")).toUtf8() + '\n';
    if (!m_options.forceCommand.isEmpty())
        text += "ForceCommand " + m_options.forceCommand.toUtf8() + '\n';
    for (const QString &line : m_options.extraConfig)
        text += line.toUtf8() + '\n';
    return text;
}

void SshServer::writeFiles()
{
    writeFile(filePath(QStringLiteral("sshd_config")), serverConfig());
    writeFile(filePath(QStringLiteral("banner")), m_options.banner);
    QByteArray known;
    for (const QString &type : m_options.hostKeyTypes)
        known +=
            "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + readFile(hostKeyFile(type) + QLatin1String(".pub"));
    if (!QFile::exists(knownHostsFile()))
        writeFile(knownHostsFile(), known);
    writeFile(clientConfigFile(), "Host testhost\n  HostName 127.0.0.1\n  Port " + QByteArray::number(m_port) +
                                      "\n  User " + userName().toUtf8() + "\n  IdentityFile " + userKeyFile().toUtf8() +
                                      "\n  IdentitiesOnly yes\n  IdentityAgent none\n"
                                      "  UserKnownHostsFile " +
                                      knownHostsFile().toUtf8() +
                                      "\n  GlobalKnownHostsFile /dev/null\n  StrictHostKeyChecking ask\n");
    if (hasOwnUser())
        writeNamespaceFiles();
}

// Copies of the account files with one user more; they are seen only in the server's mount namespace.
void SshServer::writeNamespaceFiles()
{
    const QByteArray id = QByteArray::number(kUserId);
    const QByteArray hash =
        outputOf(QStringLiteral("openssl"), {QStringLiteral("passwd"), QStringLiteral("-6"), password()}).trimmed();
    writeFile(filePath(QStringLiteral("passwd")), readFile(QStringLiteral("/etc/passwd")) + "alice:x:" + id + ':' + id +
                                                      "::" + home().toUtf8() + ':' + m_options.shell.toUtf8() + '\n');
    writeFile(filePath(QStringLiteral("group")), readFile(QStringLiteral("/etc/group")) + "alice:x:" + id + ":\n");
    writeFile(filePath(QStringLiteral("shadow")),
              readFile(QStringLiteral("/etc/shadow")) + "alice:" + hash + ":19000:0:99999:7:::\n",
              QFile::ReadOwner | QFile::WriteOwner);
    writeFile(filePath(QStringLiteral("pam")),
              m_options.pamAuth.join(QLatin1Char('\n')).toUtf8() +
                  "\naccount required pam_permit.so\nsession required pam_permit.so\n");
    if (chown(qPrintable(home()), kUserId, kUserId) != 0)
        qFatal("chown %s", qPrintable(home()));
}

QByteArray SshServer::startScript() const
{
    const QByteArray run = "exec /usr/sbin/sshd -D -e -f '" + filePath(QStringLiteral("sshd_config")).toUtf8() + "'\n";
    if (!hasOwnUser())
        return run;
    QByteArray text = "set -e\nmount -t tmpfs tmpfs /run\nmkdir -p /run/sshd\n";
    for (const char *name : {"passwd", "group", "shadow"})
        text += "mount --bind '" + filePath(QLatin1String(name)).toUtf8() + "' /etc/" + name + '\n';
    text += "mount --bind '" + filePath(QStringLiteral("pam")).toUtf8() + "' /etc/pam.d/sshd\n";
    return text + run;
}

QString SshServer::start()
{
    if (!QFile::exists(QStringLiteral("/usr/sbin/sshd")))
        return QStringLiteral("no /usr/sbin/sshd");
    if (!hasOwnUser() && (m_options.password || m_options.keyboardInteractive))
        return QStringLiteral("passwords need root");
    writeFiles();
    writeFile(filePath(QStringLiteral("start")), startScript());
    QStringList command{QStringLiteral("/bin/sh"), filePath(QStringLiteral("start"))};
    if (hasOwnUser())
        command =
            QStringList{QStringLiteral("unshare"), QStringLiteral("--mount"),      QStringLiteral("--pid"),
                        QStringLiteral("--fork"),  QStringLiteral("--kill-child"), QStringLiteral("--mount-proc")} +
            command;
    m_server.setStandardErrorFile(filePath(QStringLiteral("log")));
    m_server.start(command.takeFirst(), command);
    QElapsedTimer waited;
    waited.start();
    while (!log().contains("Server listening on")) {
        if (m_server.waitForFinished(20) || m_server.state() == QProcess::NotRunning || waited.hasExpired(15000))
            return QStringLiteral("sshd does not start: ") + QString::fromUtf8(log());
    }
    return {};
}

void SshServer::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    signalSessions(SIGKILL);
    m_server.kill();
    m_server.waitForFinished();
}

static QList<qint64> childrenOf(qint64 pid)
{
    QList<qint64> found;
    for (const QByteArray &word : readFile(QStringLiteral("/proc/%1/task/%1/children").arg(pid)).split(' '))
        if (const qint64 child = word.trimmed().toLongLong())
            found += child;
    return found;
}

QList<qint64> SshServer::sessionProcesses() const
{
    QList<qint64> listener{m_server.processId()};
    if (hasOwnUser())
        listener = childrenOf(m_server.processId()); // of unshare
    QList<qint64> found;
    for (const qint64 pid : listener)
        found += childrenOf(pid);
    for (qsizetype i = 0; i < found.size(); ++i)
        found += childrenOf(found[i]);
    return found;
}

void SshServer::signalSessions(int number)
{
    for (const qint64 pid : sessionProcesses())
        ::kill(pid_t(pid), number);
}

void SshServer::endSessions()
{
    signalSessions(SIGKILL);
}

QByteArray SshServer::log() const
{
    return readFile(filePath(QStringLiteral("log")));
}

} // namespace paceline
