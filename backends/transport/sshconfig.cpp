// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshconfig.h"

#include "backends/transport/hostkeys.h"

#include <QDir>
#include <QFile>
#include <pwd.h>
#include <unistd.h>

namespace paceline {

static QString localUser()
{
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : qEnvironmentVariable("USER");
}

static bool isSafeName(const QString &name)
{
    if (name.isEmpty() || name.size() > 255 || name.startsWith(QLatin1Char('-')))
        return false;
    static const QString kSafe = QStringLiteral("._-:%+=~");
    return std::all_of(name.cbegin(), name.cend(), [](QChar c) { return c.isLetterOrNumber() || kSafe.contains(c); });
}

Result<SshTarget> SshTarget::parse(const QString &text)
{
    QString rest = text;
    if (rest.startsWith(QLatin1String("ssh://")))
        rest = rest.mid(6);
    SshTarget target;
    const qsizetype at = rest.lastIndexOf(QLatin1Char('@'));
    if (at >= 0) {
        target.user = rest.left(at);
        rest = rest.mid(at + 1);
        if (!isSafeName(QString(target.user).remove(QLatin1Char('@')).remove(QLatin1Char('\\'))))
            return failure(ErrorKind::Malformed, text.left(256));
    }
    const qsizetype bracket = rest.startsWith(QLatin1Char('[')) ? rest.indexOf(QLatin1Char(']')) : -1;
    const qsizetype colon = rest.lastIndexOf(QLatin1Char(':'));
    const bool plainPort = bracket < 0 && rest.count(QLatin1Char(':')) == 1;
    if (plainPort || (bracket >= 0 && colon > bracket)) {
        bool ok = false;
        target.port = rest.mid(colon + 1).toUShort(&ok);
        if (!ok || target.port == 0)
            return failure(ErrorKind::Malformed, text.left(256));
        rest = rest.left(colon);
    }
    target.host = bracket >= 0 ? rest.mid(1, bracket - 1) : rest;
    if (!isSafeName(target.host))
        return failure(ErrorKind::Malformed, text.left(256));
    return target;
}

QString SshTarget::toString() const
{
    QString text = user.isEmpty() ? QString() : user + QLatin1Char('@');
    text += host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(host) : host;
    return port == 0 ? text : QStringLiteral("%1:%2").arg(text).arg(port);
}

QList<QByteArray> sshConfigWords(const QByteArray &text)
{
    QList<QByteArray> words;
    QByteArray word;
    char quote = 0;
    bool open = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == '\\' && (next == '"' || next == '\'' || next == '\\' || (next == ' ' && !quote))) {
            word += next;
            ++i;
            open = true;
        } else if (quote ? c == quote : (c == '"' || c == '\'')) {
            quote = quote ? '\0' : c;
            open = true;
        } else if (!quote && (c == ' ' || c == '\t' || c == '\r')) {
            if (open)
                words += std::exchange(word, {});
            open = false;
        } else if (c == '#' && !quote && !open) {
            break;
        } else {
            word += c;
            open = true;
        }
    }
    if (open)
        words += word;
    return words;
}

QList<SshOption> parseSshDashG(const QByteArray &text)
{
    QList<SshOption> options;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (blank > 0)
            options += SshOption{line.left(blank).toLower(), line.mid(blank + 1).trimmed()};
    }
    return options;
}

namespace {

/// Looks options up and expands what stands in them.
class OptionReader
{
public:
    OptionReader(const QList<SshOption> &options, const SshHostConfig &host)
        : m_options(options)
        , m_host(host)
    {
    }

    bool has(const char *key) const
    {
        return std::any_of(m_options.cbegin(), m_options.cend(), [&](const SshOption &o) { return o.key == key; });
    }
    QByteArray raw(const char *key) const
    {
        for (const SshOption &option : m_options)
            if (option.key == key)
                return option.value;
        return {};
    }
    QString first(const char *key) const { return QString::fromUtf8(sshConfigWords(raw(key)).value(0)); }
    bool isNo(const char *key) const { return first(key).compare(QLatin1String("no"), Qt::CaseInsensitive) == 0; }
    bool isYes(const char *key) const
    {
        const QString value = first(key).toLower();
        return value == QLatin1String("yes") || value == QLatin1String("true");
    }
    /// Every value of a keyword that adds up, as paths.
    QStringList paths(const char *key) const
    {
        QStringList result;
        for (const SshOption &option : m_options)
            if (option.key == key)
                result += expand(QString::fromUtf8(onePath(option.value)));
        result.removeAll(QStringLiteral("none"));
        result.removeDuplicates();
        return result;
    }
    /// The words of a keyword's first value, as paths.
    QStringList pathList(const char *key) const
    {
        QStringList result;
        for (const QByteArray &word : sshConfigWords(raw(key)))
            result += expand(QString::fromUtf8(word));
        result.removeAll(QStringLiteral("none"));
        return result;
    }
    /// TOKENS and ~ of ssh_config(5), those that files and agents take.
    QString expand(const QString &text) const
    {
        QString path = text;
        if (path == QLatin1String("~") || path.startsWith(QLatin1String("~/")))
            path = QDir::homePath() + path.mid(1);
        QString result;
        for (qsizetype i = 0; i < path.size(); ++i) {
            if (path[i] == QLatin1Char('%') && i + 1 < path.size())
                result += token(path[++i]);
            else if (path[i] == QLatin1Char('$') && i + 1 < path.size() && path[i + 1] == QLatin1Char('{'))
                result += variable(path, i);
            else
                result += path[i];
        }
        return result;
    }

private:
    /// A path with blanks comes unquoted from `ssh -G`.
    static QByteArray onePath(const QByteArray &value)
    {
        return value.contains('"') ? sshConfigWords(value).value(0) : value;
    }
    QString token(QChar c) const
    {
        switch (c.unicode()) {
        case '%':
            return QStringLiteral("%");
        case 'd':
            return QDir::homePath();
        case 'h':
            return m_host.hostName;
        case 'i':
            return QString::number(::getuid());
        case 'n':
            return m_host.alias;
        case 'p':
            return QString::number(m_host.port);
        case 'r':
            return m_host.user;
        case 'u':
            return localUser();
        default:
            return QLatin1Char('%') + QString(c);
        }
    }
    static QString variable(const QString &path, qsizetype &at)
    {
        const qsizetype end = path.indexOf(QLatin1Char('}'), at);
        if (end < 0)
            return path.mid(std::exchange(at, path.size()));
        const QString name = path.mid(at + 2, end - at - 2);
        at = end;
        return qEnvironmentVariable(name.toLocal8Bit().constData());
    }

    const QList<SshOption> &m_options;
    const SshHostConfig &m_host;
};

void readAddress(SshHostConfig &host, const SshTarget &target, const OptionReader &reader)
{
    host.user = !target.user.isEmpty() ? target.user : reader.has("user") ? reader.first("user") : localUser();
    const quint16 configured = reader.first("port").toUShort();
    host.port = target.port != 0 ? target.port : configured != 0 ? configured : quint16(22);
    host.hostName = target.host;
    if (reader.has("hostname"))
        host.hostName = reader.first("hostname")
                            .replace(QLatin1String("%h"), target.host)
                            .replace(QLatin1String("%%"), QLatin1String("%"));
    host.addressFamily = reader.first("addressfamily").toLower();
    const int seconds = reader.first("connecttimeout").toInt();
    if (seconds > 0)
        host.connectTimeoutMs = seconds * 1000;
}

void readKeys(SshHostConfig &host, const OptionReader &reader)
{
    host.identitiesOnly = reader.isYes("identitiesonly");
    host.certificateFiles = reader.paths("certificatefile");
    host.identityFiles = reader.paths("identityfile");
    if (!reader.has("identityfile")) {
        for (const char *name : {"id_rsa", "id_ecdsa", "id_ecdsa_sk", "id_ed25519", "id_ed25519_sk"})
            host.identityFiles += QDir::homePath() + QLatin1String("/.ssh/") + QLatin1String(name);
    }
    const QString agent = reader.first("identityagent");
    if (agent.isEmpty() || agent == QLatin1String("SSH_AUTH_SOCK"))
        host.identityAgent = qEnvironmentVariable("SSH_AUTH_SOCK");
    else if (agent.startsWith(QLatin1Char('$')) && !agent.startsWith(QLatin1String("${")))
        host.identityAgent = qEnvironmentVariable(agent.mid(1).toLocal8Bit().constData());
    else if (agent != QLatin1String("none"))
        host.identityAgent = reader.expand(agent);
    host.publicKey = !reader.isNo("pubkeyauthentication");
    host.password = !reader.isNo("passwordauthentication");
    host.interactive = !reader.isNo("kbdinteractiveauthentication") && !reader.isNo("challengeresponseauthentication");
}

void readHostKeys(SshHostConfig &host, const OptionReader &reader)
{
    host.hostKeyAlias = reader.first("hostkeyalias");
    host.userKnownHostsFiles = reader.pathList("userknownhostsfile");
    if (!reader.has("userknownhostsfile"))
        host.userKnownHostsFiles = {QDir::homePath() + QLatin1String("/.ssh/known_hosts"),
                                    QDir::homePath() + QLatin1String("/.ssh/known_hosts2")};
    host.globalKnownHostsFiles = reader.pathList("globalknownhostsfile");
    if (!reader.has("globalknownhostsfile"))
        host.globalKnownHostsFiles = {QStringLiteral("/etc/ssh/ssh_known_hosts"),
                                      QStringLiteral("/etc/ssh/ssh_known_hosts2")};
    host.hashKnownHosts = reader.isYes("hashknownhosts");
    const QString strict = reader.first("stricthostkeychecking").toLower();
    if (strict == QLatin1String("yes") || strict == QLatin1String("true"))
        host.hostKeyCheck = SshHostConfig::HostKeyCheck::Strict;
    else if (strict == QLatin1String("accept-new"))
        host.hostKeyCheck = SshHostConfig::HostKeyCheck::AcceptNew;
    else if (strict == QLatin1String("no") || strict == QLatin1String("off") || strict == QLatin1String("false"))
        host.hostKeyCheck = SshHostConfig::HostKeyCheck::Off;
}

void readProxy(SshHostConfig &host, const OptionReader &reader)
{
    // Whichever of the two stands first wins, as for ssh.
    const QString jump = reader.first("proxyjump");
    if (!jump.isEmpty() && jump != QLatin1String("none")) {
        host.proxyJump = jump.split(QLatin1Char(','), Qt::SkipEmptyParts);
        return;
    }
    host.proxyCommand = QString::fromUtf8(reader.raw("proxycommand"));
    if (host.proxyCommand == QLatin1String("none") || reader.has("proxyjump"))
        host.proxyCommand.clear();
    if (!host.proxyCommand.isEmpty())
        host.needsOpenSsh += QLatin1String("ProxyCommand ") + host.proxyCommand;
}

void readMaster(SshHostConfig &host, const OptionReader &reader)
{
    const QString path = reader.first("controlpath");
    if (path != QLatin1String("none"))
        host.controlPath = path;
}

void readReasons(SshHostConfig &host, const OptionReader &reader)
{
    for (const char *key : {"pkcs11provider", "bindinterface", "bindaddress"}) {
        const QString value = reader.first(key);
        if (!value.isEmpty() && value != QLatin1String("none"))
            host.needsOpenSsh += QLatin1String(key) + QLatin1Char(' ') + value;
    }
    if (reader.isYes("hostbasedauthentication"))
        host.needsOpenSsh += QStringLiteral("HostbasedAuthentication");
}

} // namespace

SshHostConfig SshHostConfig::fromOptions(const SshTarget &target, const QList<SshOption> &options)
{
    SshHostConfig host;
    host.alias = target.host;
    const OptionReader reader(options, host);
    readAddress(host, target, reader);
    readKeys(host, reader);
    readHostKeys(host, reader);
    readProxy(host, reader);
    readMaster(host, reader);
    readReasons(host, reader);
    return host;
}

QString SshHostConfig::hostKeyName() const
{
    return hostKeyAlias.isEmpty() ? paceline::hostKeyName(hostName, port) : hostKeyAlias.toLower();
}

} // namespace paceline
