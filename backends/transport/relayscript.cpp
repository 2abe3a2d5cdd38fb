// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/relayscript.h"

#include "relayscripttext.h"

#include <QList>
#include <QRandomGenerator>

namespace paceline {

QByteArray relayStartCommand(const QByteArray &shell)
{
    return "exec " + shell + R"sh( -c 'read -r s; eval "$(printf %s "$s" | base64 -d)"')sh";
}

static QByteArray withoutComments(const QByteArray &script)
{
    QByteArray kept;
    for (const QByteArray &line : script.split('\n')) {
        if (!line.trimmed().startsWith('#'))
            kept += line.trimmed() + '\n';
    }
    return kept;
}

QByteArray relayScriptLine(const QByteArray &token, int deadManS)
{
    static const QByteArray script = withoutComments(QByteArray(kRelayScriptText));
    return ("T=" + token + " W=" + QByteArray::number(deadManS) + '\n' + script).toBase64() + '\n';
}

QByteArray newRelayToken()
{
    QByteArray bytes(16, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes.toHex();
}

} // namespace paceline
