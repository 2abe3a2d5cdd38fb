// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/network/pathdump.h"

#include "backends/parsers/cells.h"

#include <QRegularExpression>
#include <algorithm>
#include <iterator>

namespace paceline {

namespace {

bool isPathByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '-' || c == '.' || c == '@' || c == '+' || c == '%';
}

/// Where the path ends. PCI addresses put colons into it: "/pci0000:40/0000:41:00.0/".
qsizetype pathEnd(const QByteArray &line, qsizetype start)
{
    static const QRegularExpression kPath(QStringLiteral(
        "^(?:[\\w/.@+%-]|(?<=/pci[0-9a-f]{4}):(?=[0-9a-f]{2}/)|(?<=/[0-9a-f]{4}):(?=[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7])"
        "|(?<=/[0-9a-f]{4}:[0-9a-f]{2}):(?=[0-9a-f]{2}\\.[0-7]))+"));
    const auto match = kPath.match(QString::fromLatin1(line.sliced(start)));
    return start + match.capturedLength(0);
}

QByteArray cutAtNul(const QByteArray &content)
{
    const qsizetype nul = content.indexOf('\0');
    return (nul < 0 ? content : content.first(nul)).trimmed();
}

/// "node1: " or "node1:" in front of the path, as pdsh and clush print it.
QByteArray hostOf(const QByteArray &prefix)
{
    QByteArray host = prefix.trimmed();
    if (host.endsWith(':'))
        host.chop(1);
    return host.contains(' ') || host.contains('/') ? QByteArray() : host;
}

/// "grep: /sys/...: Invalid argument" looks like a host's file and is none.
bool namesReader(const QByteArray &line)
{
    static const QByteArray kReaders[] = {"grep: ", "cat: ", "head: ", "tail: ", "ls: ", "find: ", "bash: ", "rdma: "};
    return std::any_of(std::begin(kReaders), std::end(kReaders),
                       [&line](const QByteArray &reader) { return line.trimmed().startsWith(reader); });
}

} // namespace

PathDump readPathDump(QByteArrayView text)
{
    PathDump dump;
    QByteArray heading;
    for (QByteArray line : text.toByteArray().split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.trimmed().isEmpty() || line.startsWith("$ "))
            continue;
        if (line.startsWith("==> ") && line.trimmed().endsWith("<==")) {
            heading = line.trimmed().sliced(4).chopped(3).trimmed();
            continue;
        }
        qsizetype start = line.indexOf('/');
        while (start > 0 && isPathByte(line[start - 1]))
            --start;
        const qsizetype end = start < 0 ? -1 : pathEnd(line, start);
        const bool isAtStart = start == 0 || (start > 0 && line[start] == '/' && !hostOf(line.first(start)).isEmpty());
        const bool isEntry = isAtStart && end > start + 1 && end < line.size() &&
                             (line[end] == ':' || line[end] == ' ' || line[end] == '=' || line[end] == '\t');
        if (namesReader(line))
            dump.errors += QString::fromUtf8(line.trimmed());
        else if (looksLikeComplaint(line) &&
                 (!isEntry || line.contains("ermission denied") || line.contains("o such file")))
            dump.errors += QString::fromUtf8(line.trimmed());
        else if (isEntry && heading.isEmpty())
            dump.files.append(
                {hostOf(line.first(start)), line.sliced(start, end - start), cutAtNul(line.sliced(end + 1))});
        else if (!heading.isEmpty())
            dump.files.append({{}, heading, cutAtNul(line)});
        else
            dump.otherLines += line;
    }
    return dump;
}

} // namespace paceline
