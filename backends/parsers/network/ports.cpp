// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/network/ports.h"

#include "backends/parsers/cells.h"

#include <QRegularExpression>

namespace paceline {

PortCounters &PortTable::at(const QString &host, const QString &device, std::optional<qint64> port)
{
    const QString key = QStringLiteral("%1\n%2\n%3").arg(host, device).arg(port.value_or(-1));
    const auto found = m_index.constFind(key);
    if (found != m_index.constEnd())
        return m_ports[*found];
    m_index.insert(key, m_ports.size());
    PortCounters &counters = m_ports.emplace_back();
    counters.host = host;
    counters.device = device;
    counters.port = port;
    return counters;
}

QString stateWord(const QByteArray &text)
{
    static const QRegularExpression kNumbered(QStringLiteral("^\\d+:\\s*|^PORT_|\\s*\\(\\d+\\)$"));
    return isUnavailable(text) ? QString() : QString::fromUtf8(text).remove(kNumbered).trimmed();
}

std::optional<double> rateOf(const QByteArray &text)
{
    static const QRegularExpression kRate(
        QStringLiteral(
            "^(?:BS_|CK_|BJ_|CD_)?(\\d+(?:\\.\\d+)?)\\s*(G|M|T)?(?:b(?:it)?(?:/s(?:ec)?|ps)?)?(?:\\s*\\(.*\\))?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = kRate.match(QString::fromUtf8(text));
    if (!match.hasMatch())
        return std::nullopt;
    const QString scale = match.captured(2).toUpper();
    const double factor = scale == QLatin1String("M") ? 1e-3 : scale == QLatin1String("T") ? 1e3 : 1;
    return match.captured(1).toDouble() * factor;
}

std::optional<quint64> counterOf(const PortCounters &port, const char *name)
{
    for (const NamedValue &value : port.others) {
        if (value.name == QLatin1String(name) && value.text)
            return parseCounter(value.text->toUtf8());
    }
    return std::nullopt;
}

} // namespace paceline
