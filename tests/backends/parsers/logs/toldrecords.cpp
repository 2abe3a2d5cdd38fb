// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/parsers/logs/toldrecords.h"

#include "backends/parsers/logs/logstream.h"

#include <QStringList>

namespace paceline {

QString toldRecords(const QByteArray &lines)
{
    static constexpr const char *kKinds[] = {"train",   "eval",        "epoch_end",  "progress",
                                             "summary", "epoch_start", "eval_start", "param"};
    logs::LogStream stream;
    std::vector<LogRecord> records = stream.feed(lines + '\n', 1);
    for (logs::Reading &reading : stream.finish())
        records.push_back(std::move(reading.record));
    QStringList texts;
    for (const LogRecord &r : records) {
        QStringList parts{QString::number(r.line), QLatin1String(kKinds[int(r.kind)])};
        const auto part = [&](const char *name, const auto &value, const auto &of) {
            if (value)
                parts << QStringLiteral("%1 %2%3")
                             .arg(QLatin1String(name))
                             .arg(double(*value))
                             .arg(of ? QStringLiteral("/%1").arg(double(*of)) : QString());
        };
        part("epoch", r.epoch, r.totalEpochs);
        part("step", r.step, r.totalSteps);
        part("in", r.stepInEpoch, r.stepsPerEpoch);
        for (const LogMetric &m : r.metrics)
            parts << QStringLiteral("%1=%2")
                         .arg(m.canon.isEmpty() ? QStringLiteral("(%1)").arg(m.name) : m.canon)
                         .arg(m.value);
        texts << parts.join(QLatin1Char(' '));
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace paceline
