// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/hostspec.h"

#include <algorithm>

namespace paceline {

static bool isHostCharacter(QChar c)
{
    // What OpenSSH accepts in host and user names, with [::1] and %scope; never a blank, quote or shell operator.
    return c.isLetterOrNumber() || QStringLiteral("-._@:[]%+").contains(c);
}

Result<HostSpec> HostSpec::parse(const QString &text)
{
    const QString host = text.trimmed();
    if (host == QLatin1String("local:"))
        return HostSpec{.kind = Kind::Local, .host = host};
    if (host == QLatin1String("demo:"))
        return HostSpec{.kind = Kind::Demo, .host = host};
    if (host.endsWith(QLatin1String(".paceline")))
        return HostSpec{.kind = Kind::Tape, .host = host};
    const QString name = host.section(QLatin1Char('@'), -1);
    const bool dashed = host.startsWith(QLatin1Char('-')) || name.startsWith(QLatin1Char('-'));
    if (name.isEmpty() || dashed || !std::all_of(host.begin(), host.end(), isHostCharacter))
        return failure(ErrorKind::Malformed, text);
    return HostSpec{.kind = Kind::Ssh, .host = host};
}

ClusterId HostSpec::clusterId() const
{
    return ClusterId(host);
}

} // namespace paceline
