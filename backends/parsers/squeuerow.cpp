// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/squeuerow.h"

#include "backends/parsers/cells.h"
#include "backends/parsers/gres.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtext.h"
#include "backends/parsers/slurmtime.h"
#include "backends/parsers/tres.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace paceline {

namespace {

std::optional<quint32> number(QByteArrayView text)
{
    const auto value = parseSlurmCount(text);
    return value && *value > 0 && *value <= 0xFFFFFFFF ? std::optional(quint32(*value)) : std::nullopt;
}

int count(QByteArrayView text)
{
    return int(std::min<qint64>(parseSlurmCount(text).value_or(0), 1'000'000'000));
}

/// What several cells tell together.
struct Draft
{
    SqueueRow row;
    std::optional<quint32> rawId; ///< of a second column JOBID, %A next to %i
    QByteArray tresAlloc, tresPerNode, tresPerJob;
};

void setId(Draft &draft, QByteArrayView text)
{
    static const QRegularExpression kId(
        QStringLiteral("^(\\d{1,10})(?:_(\\[?[^\\].+]*\\]?[^.+]*))?(?:\\+(\\d+))?(?:\\.(.+))?$"));
    const auto match = kId.match(QString::fromUtf8(text));
    const auto base = match.hasMatch() ? number(match.captured(1).toUtf8()) : std::nullopt;
    if (!base)
        return;
    Job &job = draft.row.job;
    const bool isPlain = !match.hasCaptured(2) && !match.hasCaptured(3);
    if (isPlain && job.id.number != 0) {
        draft.rawId = base;
        return;
    }
    if (job.id.number != 0)
        draft.rawId = job.id.number;
    job.id.number = *base;
    job.displayId = QString::fromUtf8(text);
    draft.row.step = match.captured(4);
    if (!match.captured(2).isEmpty()) {
        job.arrayJobId = base;
        job.arrayTask = match.captured(2);
        if (job.arrayTask.startsWith(u'['))
            job.arrayTask.remove(0, 1);
        if (job.arrayTask.endsWith(u']'))
            job.arrayTask.chop(1);
    }
    if (!match.captured(3).isEmpty()) {
        job.hetJobId = base;
        job.hetOffset = match.captured(3).toUInt();
    }
}

void setState(Draft &draft, QByteArrayView text)
{
    const JobStateWords words = parseJobState(text);
    Job &job = draft.row.job;
    if (!job.stateText.isEmpty() && (job.state != JobState::Unknown || words.state == JobState::Unknown))
        return;
    job.state = words.state;
    job.flags = words.flags;
    job.stateText = QString::fromUtf8(text);
}

/// "(Resources)" is why it waits, anything else where it runs.
void setNodesOrReason(Draft &draft, QByteArrayView text)
{
    Job &job = draft.row.job;
    if (text.startsWith('(')) {
        QByteArrayView inside = text.sliced(1);
        if (inside.endsWith(')'))
            inside.chop(1);
        if (job.reason.isEmpty())
            job.reason = slurmText(inside) == QLatin1String("null") ? QString() : slurmText(inside);
    } else if (job.nodeList.isEmpty()) {
        job.nodeList = slurmText(text);
    }
}

void setTime(std::optional<qint64> &seconds, QString &printed, QByteArrayView text)
{
    seconds = parseEpochSeconds(text);
    if (!seconds && text != QByteArrayView("0"))
        printed = slurmText(text);
}

using Setter = void (*)(Draft &, QByteArrayView);

/// Columns that a key of their own tells in full.
Setter setterOf(const QByteArray &column)
{
    static const QHash<QByteArray, Setter> kSetters = {
        {"JOBID", setId},
        {"STEPID", setId},
        {"ST", setState},
        {"STATE", setState},
        {"NODELIST(REASON)", setNodesOrReason},
        {"NAME", [](Draft &d, QByteArrayView t) { d.row.job.name = QString::fromUtf8(t); }},
        {"USER", [](Draft &d, QByteArrayView t) { d.row.job.user = slurmText(t); }},
        {"ACCOUNT", [](Draft &d, QByteArrayView t) { d.row.job.account = slurmText(t); }},
        {"QOS", [](Draft &d, QByteArrayView t) { d.row.job.qos = slurmText(t); }},
        {"PARTITION", [](Draft &d, QByteArrayView t) { d.row.job.partition = slurmText(t); }},
        {"REASON", [](Draft &d, QByteArrayView t) { d.row.job.reason = slurmText(t); }},
        {"NODELIST", [](Draft &d, QByteArrayView t) { d.row.job.nodeList = slurmText(t); }},
        {"NODES", [](Draft &d, QByteArrayView t) { d.row.job.numNodes = count(t); }},
        {"CPUS", [](Draft &d, QByteArrayView t) { d.row.job.numCpus = count(t); }},
        {"TIME_LIMIT", [](Draft &d, QByteArrayView t) { d.row.job.timeLimit = parseTimeLimit(t); }},
        {"ARRAY_JOB_ID", [](Draft &d, QByteArrayView t) { d.row.job.arrayJobId = number(t); }},
        {"ARRAY_TASK_ID", [](Draft &d, QByteArrayView t) { d.row.job.arrayTask = slurmText(t); }},
        {"HET_JOB_ID", [](Draft &d, QByteArrayView t) { d.row.job.hetJobId = number(t); }},
        {"HET_JOB_OFFSET",
         [](Draft &d, QByteArrayView t) {
             if (const auto offset = parseSlurmCount(t); offset && *offset < 0xFFFF)
                 d.row.job.hetOffset = quint32(*offset);
         }},
        {"SUBMIT_TIME", [](Draft &d, QByteArrayView t) { setTime(d.row.job.submitS, d.row.submit, t); }},
        {"START_TIME", [](Draft &d, QByteArrayView t) { setTime(d.row.job.startS, d.row.start, t); }},
        {"END_TIME", [](Draft &d, QByteArrayView t) { setTime(d.row.job.endS, d.row.end, t); }},
        {"WORK_DIR", [](Draft &d, QByteArrayView t) { d.row.job.workDir = slurmText(t); }},
        {"STDOUT", [](Draft &d, QByteArrayView t) { d.row.job.stdoutPath = slurmText(t); }},
    };
    return kSetters.value(column, nullptr);
}

/// Columns that say something about a key, and are kept as they are, too.
void noteOther(Draft &draft, const QByteArray &column, const QByteArray &text)
{
    if (column == "TRES_ALLOC")
        draft.tresAlloc = text;
    else if (column == "TRES_PER_NODE" || column == "GRES")
        draft.tresPerNode = text;
    else if (column == "TRES_PER_JOB")
        draft.tresPerJob = text;
    else if (column == "EXIT_CODE" && text.contains(':'))
        draft.row.job.exitCode = QString::fromUtf8(text);
    else if (column == "RESTART_COUNT" && parseSlurmCount(text))
        draft.row.job.restarts = count(text);
    else if (column == "COMMENT")
        draft.row.job.comment = slurmText(text);
}

void setGpus(Draft &draft)
{
    Job &job = draft.row.job;
    std::optional<GpuCount> gpus = gpusOfTres(parseTres(draft.tresAlloc));
    if (!gpus)
        gpus = gpusOfGres(parseGres(draft.tresPerJob));
    if (!gpus) {
        gpus = gpusOfGres(parseGres(draft.tresPerNode));
        const int nodes = std::clamp(job.numNodes, 1, 100'000);
        const auto times = [nodes](int each) { return int(std::min<qint64>(qint64(each) * nodes, 1'000'000'000)); };
        if (gpus) {
            gpus->total = times(gpus->total);
            for (int &typed : gpus->types)
                typed = times(typed);
        }
    }
    if (!gpus)
        return;
    job.gpus = gpus->total;
    job.gpuTypes = gpus->types;
}

void finish(Draft &draft)
{
    Job &job = draft.row.job;
    if (draft.rawId)
        job.id.number = *draft.rawId;
    // Slurm gives a job's own number as that of its array where there is no array.
    if (job.arrayTask.isEmpty())
        job.arrayJobId.reset();
    if (!job.hetJobId)
        job.hetOffset.reset();
    if (job.id.number == 0 && job.arrayJobId)
        job.id.number = *job.arrayJobId;
    setGpus(draft);
}

} // namespace

std::optional<SqueueRow> squeueRow(const QList<QByteArray> &columns, const QList<QByteArray> &printed,
                                   const QList<QByteArray> &cells)
{
    Draft draft;
    for (qsizetype i = 0; i < std::max(columns.size(), cells.size()); ++i) {
        const QByteArray column = columns.value(i, "column_" + QByteArray::number(i + 1));
        const QByteArray text = cells.value(i).trimmed();
        if (const Setter set = setterOf(column)) {
            set(draft, text);
            continue;
        }
        noteOther(draft, column, text);
        draft.row.others.push_back(
            namedValue(printed.value(i, column), {}, isSlurmNothing(text) ? QByteArray() : text));
    }
    finish(draft);
    const bool shouldTell = columns.contains("JOBID") || columns.contains("STEPID");
    return draft.row.job.id.number == 0 && shouldTell ? std::nullopt : std::optional(std::move(draft.row));
}

} // namespace paceline
