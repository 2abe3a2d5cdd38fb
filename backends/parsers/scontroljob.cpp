// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/scontroljob.h"

#include "backends/parsers/gres.h"
#include "backends/parsers/hostlist.h"
#include "backends/parsers/scontroltext.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtext.h"
#include "backends/parsers/slurmtime.h"

#include <algorithm>

namespace paceline {

namespace {

// What people choose, in the order printed (20.11 to 25.11), and what can come next.
const std::vector<FreeTextKey> &freeTextKeys()
{
    static const std::vector<const char *> kTail = {
        "Power",       "NtasksPerTRES", "GresEnforceBind", "KillOInInvalidDependent",
        "CpusPerTres", "MemPerTres",    "TresBind",        "TresFreq",
        "TresPerJob",  "TresPerNode",   "TresPerSocket",   "TresPerTask",
        "MailUser",    "MailType",      "BatchScript"};
    const auto with = [](std::initializer_list<const char *> first) {
        std::vector<const char *> keys(first);
        keys.insert(keys.end(), kTail.begin(), kTail.end());
        return keys;
    };
    static const std::vector<FreeTextKey> kKeys = {
        {"JobName", {"HetJobIdSet", "PackJobIdSet", "SLUID", "UserId"}},
        {"Reason", {"FailedNode", "Dependency"}},
        {"Command", {"SubmitLine", "WorkDir"}},
        {"SubmitLine", {"WorkDir"}},
        {"WorkDir", with({"AdminComment", "SystemComment", "Comment", "Extra", "StdErr", "StdIn", "StdOut"})},
        {"AdminComment", with({"SystemComment", "Comment", "Extra", "StdErr"})},
        {"SystemComment", with({"Comment", "Extra", "StdErr"})},
        {"Comment", with({"Extra", "StdErr"})},
        {"Extra", with({"StdErr"})},
        {"StdErr", {"StdIn"}},
        {"StdIn", {"StdOut"}},
        {"StdOut", with({})},
    };
    return kKeys;
}

std::optional<quint32> number(QByteArrayView text)
{
    const auto value = parseSlurmCount(text);
    return value && *value <= 0xFFFFFFFF ? std::optional(quint32(*value)) : std::nullopt;
}

int count(const QMap<QString, QString> &fields, const char *key)
{
    return int(std::min<qint64>(parseSlurmCount(fields.value(QLatin1String(key)).toUtf8()).value_or(0), 1'000'000'000));
}

std::optional<QString> word(const QMap<QString, QString> &fields, const char *key)
{
    const auto it = fields.constFind(QLatin1String(key));
    if (it == fields.constEnd() || isSlurmNothing(it->toUtf8()))
        return std::nullopt;
    return *it;
}

QByteArray raw(const QMap<QString, QString> &fields, const char *key)
{
    return fields.value(QLatin1String(key)).toUtf8();
}

void setIds(Job &job, const QMap<QString, QString> &fields)
{
    job.displayId = QString::number(job.id.number);
    job.arrayJobId = number(raw(fields, "ArrayJobId"));
    if (job.arrayJobId) {
        job.arrayTask = word(fields, "ArrayTaskId").value_or(QString());
        const auto throttle = word(fields, "ArrayTaskThrottle");
        const bool rest =
            job.arrayTask.contains(u',') || job.arrayTask.contains(u'-') || job.id.number == *job.arrayJobId;
        const bool pending = raw(fields, "JobState") == "PENDING";
        if (throttle && rest && pending && !job.arrayTask.contains(u'%'))
            job.arrayTask += QLatin1Char('%') + *throttle;
        const QString task = rest && pending ? QStringLiteral("[%1]").arg(job.arrayTask) : job.arrayTask;
        job.displayId = QStringLiteral("%1_%2").arg(*job.arrayJobId).arg(task);
    }
    // "PackJobId" up to 19.05.
    const bool isPack = fields.contains(QStringLiteral("PackJobId"));
    job.hetJobId = number(raw(fields, isPack ? "PackJobId" : "HetJobId"));
    if (!job.hetJobId)
        return;
    job.hetOffset = number(raw(fields, isPack ? "PackJobOffset" : "HetJobOffset"));
    job.displayId = QStringLiteral("%1+%2").arg(*job.hetJobId).arg(job.hetOffset.value_or(0));
}

void setFacts(Job &job, const QMap<QString, QString> &fields)
{
    job.name = fields.value(QStringLiteral("JobName"));
    const QString user = fields.value(QStringLiteral("UserId"));
    job.user = user.left(user.lastIndexOf(u'('));
    job.account = word(fields, "Account").value_or(QString());
    job.qos = word(fields, "QOS").value_or(QString());
    job.partition = word(fields, "Partition").value_or(QString());
    const JobStateWords words = parseJobState(raw(fields, "JobState"));
    job.state = words.state;
    job.flags = words.flags;
    job.stateText = fields.value(QStringLiteral("JobState"));
    job.reason = word(fields, "Reason").value_or(QString());
    job.nodeList = word(fields, "NodeList").value_or(QString());
    job.numNodes = count(fields, "NumNodes");
    job.numCpus = count(fields, "NumCPUs");
    job.timeLimit = parseTimeLimit(raw(fields, "TimeLimit"));
    job.submitS = parseEpochSeconds(raw(fields, "SubmitTime"));
    job.startS = parseEpochSeconds(raw(fields, "StartTime"));
    job.endS = parseEpochSeconds(raw(fields, "EndTime"));
    if (const auto priority = parseSlurmCount(raw(fields, "Priority")))
        job.priority = double(*priority);
    job.exitCode = word(fields, "ExitCode");
    if (const auto restarts = number(raw(fields, "Restarts")))
        job.restarts = int(*restarts);
    job.stdoutPath = word(fields, "StdOut").value_or(QString());
    job.stderrPath = word(fields, "StdErr").value_or(QString());
    job.workDir = word(fields, "WorkDir").value_or(QString());
    job.command = word(fields, "Command").value_or(QString());
    job.comment = word(fields, "Comment").value_or(QString());
}

/// "     Nodes=gpu[01-02] CPU_IDs=0-31 Mem=204800 GRES=gpu:a100:4(IDX:0-3)", without the leading blanks.
NodeAllocation parseAllocation(QByteArrayView line)
{
    NodeAllocation allocation;
    for (const auto &[key, value] : splitScontrolRecord(line, {})) {
        if (key == QByteArrayView("Nodes"))
            allocation.nodeList = QString::fromUtf8(value);
        else if (key == QByteArrayView("CPU_IDs"))
            allocation.cpuIds = QString::fromUtf8(value);
        else if (key == QByteArrayView("Mem"))
            allocation.memoryMiB = parseSlurmMemoryMiB(value);
        else if (key == QByteArrayView("GRES"))
            allocation.gres = slurmText(value);
    }
    for (const GresItem &item : parseGres(allocation.gres.toUtf8())) {
        if (item.name == QLatin1String("gpu"))
            allocation.gpuIndices.insert(allocation.gpuIndices.end(), item.indices.begin(), item.indices.end());
    }
    std::sort(allocation.gpuIndices.begin(), allocation.gpuIndices.end());
    for (const QString &name : expandHostList(allocation.nodeList).value_or(QStringList()))
        allocation.nodes.emplace_back(name);
    return allocation;
}

/// The lines "     Nodes=..." stand between the keys, repeated once for each group of nodes: taken out, so that each
/// key is there once.
std::vector<NodeAllocation> takeAllocations(QByteArray &record)
{
    static constexpr QByteArrayView kMark("\n     Nodes=");
    std::vector<NodeAllocation> allocations;
    qsizetype from = record.indexOf("\n   Socks/Node=");
    while (from >= 0) {
        const qsizetype at = record.indexOf(kMark, from);
        if (at != record.indexOf("\n     ", from) || at < 0)
            break;
        qsizetype end = record.indexOf('\n', at + 1);
        if (end < 0)
            end = record.size();
        allocations.push_back(parseAllocation(QByteArrayView(record).sliced(at + 6, end - at - 6)));
        record.remove(at, end - at);
        from = at;
        if (!QByteArrayView(record).sliced(at).startsWith(kMark))
            break;
    }
    return allocations;
}

std::optional<GpuCount> perJob(std::optional<GpuCount> perNode, int nodes)
{
    if (!perNode)
        return std::nullopt;
    const auto times = [nodes](int each) {
        return int(std::min<qint64>(qint64(each) * std::max(1, nodes), 1'000'000'000));
    };
    perNode->total = times(perNode->total);
    for (int &typed : perNode->types)
        typed = times(typed);
    return perNode;
}

void setGpus(JobDetail &detail)
{
    // ReqTRES is what was asked for; TRES (up to 22.05) is either. JOB_GRES is told with -d where a site does not
    // account GPUs.
    Job &job = detail.job;
    std::optional<GpuCount> gpus = gpusOfTres(detail.allocTres);
    if (!gpus)
        gpus = gpusOfGres(parseGres(raw(detail.fields, "JOB_GRES")));
    if (!gpus)
        gpus = gpusOfTres(parseTres(raw(detail.fields, "ReqTRES")));
    if (!gpus)
        gpus = gpusOfGres(parseGres(raw(detail.fields, "TresPerJob")));
    if (!gpus)
        gpus = perJob(gpusOfGres(parseGres(raw(detail.fields, "TresPerNode"))), job.numNodes);
    if (!gpus) // up to 18.08, of each node
        gpus = perJob(gpusOfGres(parseGres(raw(detail.fields, "Gres"))), job.numNodes);
    if (!gpus)
        return;
    job.gpus = gpus->total;
    job.gpuTypes = gpus->types;
}

JobDetail parseRecord(QByteArrayView text)
{
    JobDetail detail;
    QByteArray record = text.toByteArray();
    detail.allocations = takeAllocations(record);
    for (const auto &[key, value] : splitScontrolRecord(record, freeTextKeys())) {
        const QString name = QString::fromUtf8(key);
        if (!detail.fields.contains(name))
            detail.fields.insert(name, QString::fromUtf8(value));
    }
    detail.job.id.number = number(raw(detail.fields, "JobId")).value_or(0);
    setFacts(detail.job, detail.fields);
    setIds(detail.job, detail.fields);
    const bool old = detail.fields.contains(QStringLiteral("TRES"));
    detail.allocTres = parseTres(raw(detail.fields, old ? "TRES" : "AllocTRES"));
    detail.batchHost = word(detail.fields, "BatchHost").value_or(QString());
    detail.submitLine = word(detail.fields, "SubmitLine").value_or(QString());
    setGpus(detail);
    return detail;
}

} // namespace

Result<std::vector<JobDetail>> parseScontrolJobs(QByteArrayView text)
{
    if (text.trimmed() == QByteArrayView("No jobs in the system"))
        return failure(ErrorKind::NotFound, QString::fromUtf8(text.trimmed()));
    std::vector<JobDetail> details;
    const bool severalLines = text.indexOf(QByteArrayView("\n   UserId=")) >= 0;
    for (const QByteArrayView record : scontrolRecords(text, "JobId=", severalLines)) {
        JobDetail detail = parseRecord(record);
        if (detail.job.id.number != 0 && !detail.job.stateText.isEmpty())
            details.push_back(std::move(detail));
    }
    if (details.empty())
        return failure(ErrorKind::Malformed, QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 256))));
    return details;
}

} // namespace paceline
