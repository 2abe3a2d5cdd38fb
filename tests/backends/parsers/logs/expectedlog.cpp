// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/parsers/logs/expectedlog.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>
#include <map>

namespace paceline {
namespace {

QString root()
{
    return QString::fromUtf8(PACELINE_FIXTURES "/training-logs");
}

double numberOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    const QString text = value.toString();
    return text == QLatin1String("inf") ? INFINITY : text == QLatin1String("-inf") ? -INFINITY : NAN;
}

bool same(double a, double b)
{
    if (std::isnan(a) || std::isnan(b))
        return std::isnan(a) && std::isnan(b);
    return a == b || std::fabs(a - b) <= 1e-6 * std::max(std::fabs(a), std::fabs(b));
}

template <class T>
void compareField(const char *name, const std::optional<T> &actual, const QJsonObject &expected, QStringList &wrong)
{
    const QJsonValue value = expected.value(QLatin1String(name));
    if (value.isUndefined())
        return;
    if (!actual || !same(double(*actual), value.toDouble()))
        wrong << QStringLiteral("%1 is %2, not %3")
                     .arg(QLatin1String(name), actual ? QString::number(double(*actual)) : QStringLiteral("missing"))
                     .arg(value.toDouble());
}

using Key = std::pair<qint64, int>;

Key keyOf(const QJsonObject &expected)
{
    const QJsonArray lines = expected.value(QLatin1String("lines")).toArray();
    const QJsonValue line = lines.isEmpty() ? expected.value(QLatin1String("line")) : lines.first();
    return {line.toInteger(), expected.value(QLatin1String("segment")).toInt(0)};
}

QString placeText(const Key &key)
{
    return QStringLiteral("line %1 segment %2").arg(key.first).arg(key.second);
}

} // namespace

QStringList expectedLogNames()
{
    QStringList names = QDir(root()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    // Event files are read elsewhere.
    names.removeIf([](const QString &name) { return loadExpectedLog(name).records.isEmpty(); });
    return names;
}

ExpectedLog loadExpectedLog(const QString &name)
{
    const QString folder = root() + QLatin1Char('/') + name + QLatin1Char('/');
    ExpectedLog log;
    QFile json(folder + QLatin1String("expected.json"));
    if (!json.open(QIODevice::ReadOnly))
        return log;
    const QJsonObject object = QJsonDocument::fromJson(json.readAll()).object();
    QFile file(folder + object.value(QLatin1String("file")).toString());
    if (file.open(QIODevice::ReadOnly))
        log.bytes = file.readAll();
    log.format = object.value(QLatin1String("format")).toString();
    log.records = object.value(QLatin1String("records")).toArray();
    log.recordsInFile = object.value(QLatin1String("records_in_file")).toInteger();
    log.isCut = log.recordsInFile > log.records.size();
    return log;
}

QStringList differences(const LogRecord &record, const QJsonObject &expected)
{
    QStringList wrong;
    compareField("step", record.step, expected, wrong);
    compareField("total_steps", record.totalSteps, expected, wrong);
    compareField("epoch", record.epoch, expected, wrong);
    compareField("step_in_epoch", record.stepInEpoch, expected, wrong);
    compareField("steps_per_epoch", record.stepsPerEpoch, expected, wrong);
    compareField("samples_in_epoch", record.samplesInEpoch, expected, wrong);
    compareField("samples_per_epoch", record.samplesPerEpoch, expected, wrong);
    compareField("rank", record.rank, expected, wrong);
    const QJsonObject metrics = expected.value(QLatin1String("metrics")).toObject();
    for (auto it = metrics.begin(); it != metrics.end(); ++it) {
        const QJsonObject metric = it.value().toObject();
        const QString canon = metric.value(QLatin1String("canon")).toString();
        const double value = numberOf(metric.value(QLatin1String("value")));
        const auto found = std::find_if(record.metrics.begin(), record.metrics.end(),
                                        [&](const LogMetric &m) { return m.name == it.key(); });
        if (found == record.metrics.end() && canon.isEmpty())
            continue; // kept where possible, not promised
        if (found == record.metrics.end())
            wrong << it.key() + QLatin1String(" is missing");
        else if (!same(found->value, value))
            wrong << QStringLiteral("%1 is %2, not %3").arg(it.key()).arg(found->value).arg(value);
        else if (!canon.isEmpty() && found->canon != canon)
            wrong << QStringLiteral("%1 is called '%2', not '%3'").arg(it.key(), found->canon, canon);
    }
    return wrong;
}

Comparison compare(const std::vector<LogRecord> &records, const ExpectedLog &log)
{
    std::multimap<Key, const LogRecord *> byPlace;
    for (const LogRecord &record : records) {
        if (record.kind != RecordKind::Param) // facts beside the curves
            byPlace.emplace(Key{record.line, record.segment.value_or(0)}, &record);
    }
    Comparison result;
    Key last{0, 0};
    for (const QJsonValue &value : log.records) {
        const QJsonObject expected = value.toObject();
        const Key key = keyOf(expected);
        last = std::max(last, key);
        const auto found = byPlace.find(key);
        const QStringList wrong =
            found == byPlace.end() ? QStringList{QStringLiteral("no record")} : differences(*found->second, expected);
        if (found != byPlace.end())
            byPlace.erase(found);
        if (wrong.isEmpty())
            ++result.right;
        else
            result.wrong << placeText(key) + QLatin1String(": ") + wrong.join(QLatin1String(", "));
    }
    for (const auto &[key, record] : byPlace) {
        if (!log.isCut || key <= last)
            result.unexpected << placeText(key);
    }
    return result;
}

} // namespace paceline
