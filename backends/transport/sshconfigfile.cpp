// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshconfigfile.h"

#include "backends/transport/sshpattern.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <functional>
#include <glob.h>
#include <pwd.h>
#include <unistd.h>

namespace paceline {

static constexpr int kMaxDepth = 16;
static constexpr qint64 kMaxFileBytes = 4 << 20;
static const QString kSystemConfig = QStringLiteral("/etc/ssh/ssh_config");

QStringList sshConfigFiles(const QString &configFile)
{
    if (configFile == QLatin1String("none"))
        return {};
    if (!configFile.isEmpty())
        return {configFile};
    return {QDir::homePath() + QLatin1String("/.ssh/config"), kSystemConfig};
}

namespace {

struct Directive
{
    QByteArray key; ///< lower case
    QByteArray argument;
    QString where; ///< "file:line"
    int depth = 0; ///< of Includes
};

/// "Keyword argument", "Keyword=argument"; nothing for blank lines and comments.
std::optional<Directive> parseLine(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    if (text.isEmpty() || text.startsWith('#'))
        return {};
    qsizetype end = 0;
    while (end < text.size() && text[end] != ' ' && text[end] != '\t' && text[end] != '=')
        ++end;
    qsizetype begin = end;
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t'))
        ++begin;
    if (begin < text.size() && text[begin] == '=')
        ++begin;
    return Directive{text.left(end).toLower(), text.mid(begin).trimmed(), {}, 0};
}

QStringList expandGlob(const QString &pattern, const QString &base)
{
    QString path = pattern;
    if (path.startsWith(QLatin1String("~/")))
        path = QDir::homePath() + path.mid(1);
    if (!path.startsWith(QLatin1Char('/')))
        path = base + QLatin1Char('/') + path;
    glob_t found{};
    QStringList files;
    if (::glob(QFile::encodeName(path).constData(), 0, nullptr, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc; ++i)
            files += QFile::decodeName(found.gl_pathv[i]);
    ::globfree(&found);
    return files;
}

/// Reads a file and, where an Include stands, the included ones. Calls back for every directive, with "include-end"
/// after each included file. False when Includes nest without end.
bool walk(const QString &path, int depth, const std::function<void(const Directive &)> &each)
{
    QFile file(path);
    if (depth > kMaxDepth)
        return false;
    if (!file.open(QIODevice::ReadOnly))
        return true;
    const QString base = path.startsWith(QLatin1String("/etc/ssh/")) ? QStringLiteral("/etc/ssh")
                                                                     : QDir::homePath() + QLatin1String("/.ssh");
    int number = 0;
    for (const QByteArray &line : file.read(kMaxFileBytes).split('\n')) {
        ++number;
        auto directive = parseLine(line);
        if (!directive)
            continue;
        directive->where = QStringLiteral("%1:%2").arg(path).arg(number);
        directive->depth = depth;
        each(*directive);
        if (directive->key != "include")
            continue;
        for (const QByteArray &word : sshConfigWords(directive->argument))
            for (const QString &included : expandGlob(QString::fromUtf8(word), base))
                if (!walk(included, depth + 1, each))
                    return false;
        each({"include-end", {}, {}, depth});
    }
    return true;
}

QByteArray localUserName()
{
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QByteArray(entry->pw_name) : QByteArray();
}

/// One pass over the files for one host.
class Evaluation
{
public:
    enum class Pass { First, Final };
    Evaluation(const SshTarget &target, Pass pass, QByteArray hostName)
        : m_target(target)
        , m_pass(pass)
        , m_hostName(std::move(hostName))
    {
    }

    void take(const Directive &directive);
    QList<SshOption> options;
    QStringList unjudged;
    bool wantsFinalPass = false;

private:
    enum class Truth { No, Yes, Unknown };
    bool match(const Directive &directive);
    Truth criterion(const QByteArray &name, const QByteArray &argument);
    QByteArray chosen(const char *key, const QByteArray &otherwise) const;

    const SshTarget &m_target;
    Pass m_pass;
    QByteArray m_hostName; ///< from the pass before
    bool m_active = true;
    QList<bool> m_outer; ///< whether the block around each open Include was active
};

QByteArray Evaluation::chosen(const char *key, const QByteArray &otherwise) const
{
    for (const SshOption &option : options)
        if (option.key == key)
            return sshConfigWords(option.value).value(0);
    return otherwise;
}

Evaluation::Truth Evaluation::criterion(const QByteArray &name, const QByteArray &argument)
{
    const auto judge = [&](const QByteArray &text) {
        return matchesSshPatterns(argument.split(','), text) ? Truth::Yes : Truth::No;
    };
    const QByteArray original = m_target.host.toUtf8();
    if (name == "host") {
        QByteArray now = m_pass == Pass::Final ? m_hostName : chosen("hostname", original);
        return judge(now.replace("%h", original).toLower());
    }
    if (name == "originalhost")
        return judge(original.toLower());
    if (name == "user")
        return judge(m_target.user.isEmpty() ? chosen("user", localUserName()) : m_target.user.toUtf8());
    if (name == "localuser")
        return judge(localUserName());
    return Truth::Unknown;
}

bool Evaluation::match(const Directive &directive)
{
    const QList<QByteArray> words = sshConfigWords(directive.argument);
    QByteArray unknown;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool negated = words[i].startsWith('!');
        const QByteArray name = words[i].mid(negated ? 1 : 0).toLower();
        if (name == "all")
            continue;
        Truth truth = Truth::Unknown;
        if (name == "final" || name == "canonical") {
            wantsFinalPass = wantsFinalPass || name == "final";
            truth = m_pass == Pass::Final ? Truth::Yes : Truth::No;
        } else {
            truth = criterion(name, words.value(++i));
        }
        if (truth == Truth::Unknown)
            unknown = name;
        else if ((truth == Truth::Yes) == negated)
            return false;
    }
    if (unknown.isEmpty())
        return true;
    unjudged += QStringLiteral("%1 Match %2").arg(directive.where, QString::fromUtf8(unknown));
    return false;
}

void Evaluation::take(const Directive &directive)
{
    const bool outer = m_outer.isEmpty() || m_outer.last();
    if (directive.key == "include") {
        m_outer += m_active;
    } else if (directive.key == "include-end") {
        m_active = m_outer.takeLast();
    } else if (directive.key == "host") {
        m_active = outer && matchesSshPatterns(sshConfigWords(directive.argument), m_target.host.toUtf8());
    } else if (directive.key == "match") {
        m_active = outer && match(directive);
    } else if (m_active) {
        options += SshOption{directive.key, directive.argument};
        if (directive.key == "canonicalizehostname" && directive.argument.toLower() != "no")
            unjudged += directive.where + QLatin1String(" CanonicalizeHostname");
    }
}

} // namespace

Result<SshHostConfig> readSshConfig(const SshTarget &target, const QString &configFile)
{
    if (!configFile.isEmpty() && configFile != QLatin1String("none") && !QFileInfo(configFile).isReadable())
        return failure(ErrorKind::NotFound, configFile);
    const auto evaluate = [&](Evaluation &evaluation) {
        const QStringList files = sshConfigFiles(configFile);
        return std::all_of(files.cbegin(), files.cend(), [&](const QString &file) {
            Evaluation *one = &evaluation;
            return walk(file, 0, [one](const Directive &directive) { one->take(directive); }) &&
                   (one->take({"host", "*", {}, 0}), true); // the next file starts outside any block
        });
    };
    Evaluation first(target, Evaluation::Pass::First, {});
    if (!evaluate(first))
        return failure(ErrorKind::Malformed, QStringLiteral("Include without end"));
    SshHostConfig host = SshHostConfig::fromOptions(target, first.options);
    QStringList unjudged = first.unjudged;
    if (first.wantsFinalPass) {
        Evaluation last(target, Evaluation::Pass::Final, host.hostName.toUtf8());
        evaluate(last);
        // What the first pass found still wins.
        host = SshHostConfig::fromOptions(target, first.options + last.options);
        unjudged += last.unjudged;
    }
    unjudged.removeDuplicates();
    host.needsOpenSsh += unjudged;
    return host;
}

QStringList listSshHosts(const QString &configFile)
{
    QStringList hosts;
    for (const QString &file : sshConfigFiles(configFile)) {
        walk(file, 0, [&hosts](const Directive &directive) {
            if (directive.key != "host")
                return;
            for (const QByteArray &word : sshConfigWords(directive.argument)) {
                const QString name = QString::fromUtf8(word);
                if (!word.contains('*') && !word.contains('?') && !word.startsWith('!') && SshTarget::parse(name))
                    hosts += name;
            }
        });
    }
    hosts.removeDuplicates();
    return hosts;
}

} // namespace paceline
