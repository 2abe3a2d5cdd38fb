// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fixtures.h"

#include <QDateTime>
#include <QFile>
#include <QList>
#include <QRegularExpression>
#include <QtDebug>

namespace paceline {

QByteArray fixture(const QString &path)
{
    QFile file(QStringLiteral(PACELINE_FIXTURES "/") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(file.fileName()));
    return file.readAll();
}

QStringList slurmVersions()
{
    return QStringLiteral("20.11.4 21.08.5 22.05.8 23.11.4 24.11.5 25.11.2").split(u' ');
}

QByteArray withEpochTimes(const QByteArray &text)
{
    static const QRegularExpression kTime(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"));
    const QString from = QString::fromUtf8(text);
    QString to;
    qsizetype done = 0;
    for (auto match = kTime.globalMatch(from); match.hasNext();) {
        const auto found = match.next();
        QDateTime time = QDateTime::fromString(found.captured(), Qt::ISODate);
        time.setTimeSpec(Qt::UTC);
        to += from.mid(done, found.capturedStart() - done) + QString::number(time.toSecsSinceEpoch());
        done = found.capturedEnd();
    }
    return (to + from.mid(done)).toUtf8();
}

QByteArray squeueFixture(const QString &version, const QByteArray &letters)
{
    static const QByteArray kCaptured = "iAFKuaPjTtrRNDCmblLMSeVpQqZokEvy";
    constexpr qsizetype kComment = 28;
    QByteArray text;
    const QByteArray captured = withEpochTimes(fixture(QStringLiteral("slurm/%1/squeue_o.txt").arg(version)));
    for (const QByteArray &line : captured.split('\n')) {
        QList<QByteArray> fields = line.split('|');
        while (fields.size() > kCaptured.size()) // the comment of one job holds the separator
            fields[kComment] += '|' + fields.takeAt(kComment + 1);
        if (fields.size() != kCaptured.size())
            continue;
        for (qsizetype i = 0; i < letters.size(); ++i)
            text += (i ? "\x1f" : "") + fields[kCaptured.indexOf(letters[i])];
        text += "\x1e\n";
    }
    return text;
}

} // namespace paceline
