// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/batch.h"
#include "backends/domain/job.h"
#include "backends/domain/namedvalue.h"
#include "backends/domain/node.h"
#include "backends/domain/record.h"

#include <QByteArray>

namespace paceline::cli {

/// Times as the file gives them where they carry no zone; used where the job has no time of its own.
struct TimeTexts
{
    QString submit, start, end;
};

/// One line of JSON each, without its end. What is not there is null, never 0 or "".
QByteArray jobLine(const Job &job);
/// What one capture tells beyond a job's or a node's own keys.
struct ParsedExtras
{
    QString step;                   ///< of a row that is about a step
    std::vector<NamedValue> others; ///< under the tool's own names
    QList<QByteArray> steps;        ///< objects
};
/// With the keys of `parse`: het_job_id and het_offset too, local times as text, and what else the row holds.
QByteArray parsedJobLine(const Job &job, const TimeTexts &times, const ParsedExtras &extras);
/// jobLine and what only an opened job tells: allocations, TRES, paths, script.
QByteArray jobDetailLine(const JobDetail &detail);
QByteArray nodeLine(const Node &node);
/// As `parse` prints it: with the key gres, null for numbers that its fields do not hold, and all other fields.
QByteArray parsedNodeLine(const Node &node, const std::vector<NamedValue> &fields);
/// The same, where all of its numbers are told.
QByteArray parsedNodeLine(const Node &node, const QString &gres, const std::vector<NamedValue> &others);
QByteArray recordLine(const LogRecord &record);
QByteArray hostListLine(const QString &text, const QStringList &hosts);
QByteArray errorLine(const QString &text);
/// {"line", "text"} of a followed log.
QByteArray logTextLine(qint64 number, const QByteArray &text);

// Events of `watch`: "t" in UTC milliseconds and "type".
QByteArray stateEvent(qint64 timeMs, const JobDetail &detail);
/// file: that the record stands in; empty: the log.
QByteArray recordEvent(const LogRecord &record, const QString &file = {});
struct SampleEvent
{
    qint64 timeMs;
    Entity entity;
    QString metric, unit;
    float value;
};
QByteArray sampleEvent(const SampleEvent &sample);
/// what: "connection" or "probe"; nodes: which ones, for the probe.
QByteArray gapEvent(qint64 timeMs, const QString &what, const QStringList &nodes, bool over);
QByteArray errorEvent(qint64 timeMs, const QString &subject, const Error &error, bool cleared);

} // namespace paceline::cli
