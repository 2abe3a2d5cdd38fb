// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/outputpath.h"

#include "backends/parsers/hostlist.h"

#include <QStringList>
#include <algorithm>

namespace paceline {

namespace {

QString firstNode(const JobDetail &detail)
{
    QString node = detail.batchHost;
    if (node.isEmpty()) {
        const auto nodes = expandHostList(detail.job.nodeList);
        node = nodes && !nodes->isEmpty() ? nodes->first() : QString();
    }
    return node.section(u'.', 0, 0);
}

std::optional<QString> replacement(QChar letter, const JobDetail &detail)
{
    const Job &job = detail.job;
    const QString id = QString::number(job.id.number);
    switch (letter.unicode()) {
    case u'j':
    case u'J': // the job's step stands there for steps only
        return id;
    case u'A':
        return QString::number(job.arrayJobId.value_or(job.id.number));
    case u'a':
        return job.arrayTask.isEmpty() ? QStringLiteral("4294967294") : job.arrayTask;
    case u'b': {
        bool isNumber = false;
        const quint32 task = job.arrayTask.toUInt(&isNumber);
        return isNumber ? std::optional(QString::number(task % 10)) : std::nullopt;
    }
    case u'N':
        return firstNode(detail);
    case u'n':
    case u't':
        return QStringLiteral("0");
    case u's':
        return QStringLiteral("batch");
    case u'u':
        return job.user;
    case u'x':
        return job.name;
    default:
        return std::nullopt;
    }
}

/// Up to two digits between % and the letter pad a number with zeros.
QString padded(const QString &text, int width)
{
    const bool isNumber =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? text.rightJustified(std::min(width, 10), u'0') : text;
}

QString expanded(const QString &pattern, const JobDetail &detail)
{
    QString path;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != u'%') {
            path += pattern[i];
            continue;
        }
        qsizetype letter = i + 1;
        int width = 0;
        while (letter < pattern.size() && letter < i + 3 && pattern[letter] >= u'0' && pattern[letter] <= u'9')
            width = width * 10 + (pattern[letter++].unicode() - u'0');
        if (letter < pattern.size() && pattern[letter] == u'%' && width == 0) {
            path += u'%';
            i = letter;
            continue;
        }
        const auto text = letter < pattern.size() ? replacement(pattern[letter], detail) : std::nullopt;
        if (!text) {
            path += pattern[i];
            continue;
        }
        path += padded(*text, width);
        i = letter;
    }
    return path;
}

bool printsExpandedPaths(const QString &version)
{
    const QStringList parts = version.split(u'.');
    return parts.size() > 1 && parts[0].toInt() * 100 + parts[1].toInt() >= 2505;
}

} // namespace

QString expandOutputPath(const QString &pattern, const JobDetail &detail, const QString &slurmVersion)
{
    if (pattern.isEmpty() || pattern.endsWith(u'/'))
        return {};
    QString path = printsExpandedPaths(slurmVersion) ? pattern : expanded(pattern, detail);
    const Job &job = detail.job;
    if (job.arrayJobId && !job.arrayTask.isEmpty() && job.state != JobState::Pending)
        path.replace(QLatin1String("4294967294"), job.arrayTask);
    if (path.startsWith(u'/'))
        return path;
    return job.workDir.isEmpty() ? QString() : job.workDir + u'/' + path;
}

} // namespace paceline
