// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/cells.h"
#include "backends/parsers/network/nodefiles.h"

#include <QRegularExpression>

namespace paceline {

namespace {

std::optional<double> share(const QByteArray &text)
{
    const auto quantity = parseQuantity(text);
    return quantity && quantity->unit.isEmpty() ? std::optional(quantity->value) : std::nullopt;
}

PressureLine lineOf(const QString &resource, const std::vector<Word> &words)
{
    PressureLine line;
    line.resource = resource;
    line.kind = QString::fromUtf8(words.front().text);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const qsizetype equals = words[i].text.indexOf('=');
        const QByteArray name = words[i].text.first(std::max<qsizetype>(equals, 0));
        const QByteArray value = words[i].text.sliced(equals + 1);
        if (name == "avg10")
            line.avg10 = share(value);
        else if (name == "avg60")
            line.avg60 = share(value);
        else if (name == "avg300")
            line.avg300 = share(value);
        else if (name == "total")
            line.totalUs = parseCounter(value);
    }
    return line;
}

} // namespace

Result<CounterReport> parsePressure(QByteArrayView text, const QString &resource)
{
    static const QRegularExpression kPath(
        QStringLiteral("^(?:==> )?(\\S*?)(?:pressure/(\\w+)|/?(cpu|io|memory|irq)\\.pressure)(?: <==|[: =])\\s*"));
    CounterReport report;
    QString current = resource, cgroup;
    for (const QByteArray &raw : plainLines(text)) {
        QString line = QString::fromUtf8(raw);
        if (const auto path = kPath.match(line); path.hasMatch()) {
            current = path.captured(2).isEmpty() ? path.captured(3) : path.captured(2);
            cgroup = path.captured(3).isEmpty() ? QString() : path.captured(1).remove(QLatin1String("/sys/fs/cgroup"));
            line = line.mid(path.capturedEnd(0));
        }
        const std::vector<Word> words = wordsOf(line.toUtf8());
        if (words.empty() || line.startsWith(QLatin1String("$ ")))
            continue;
        const bool isReading = words.front().text == "some" || words.front().text == "full";
        if (isReading) {
            report.pressure.push_back(lineOf(current, words));
            report.pressure.back().cgroup = cgroup;
        } else
            report.errors += line.trimmed();
    }
    if (!report.hasRows() && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
