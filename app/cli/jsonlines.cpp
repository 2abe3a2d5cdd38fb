// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonlines.h"

#include "app/cli/jsonobject.h"
#include "app/cli/words.h"
#include "backends/parsers/hostlist.h"
#include "backends/parsers/slurmstate.h"

#include <QSet>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace paceline::cli {

using Json = nlohmann::ordered_json;

namespace {

QByteArray line(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json text(const QString &value)
{
    return value.isEmpty() ? Json() : Json(value.toStdString());
}

Json text(const std::optional<QString> &value)
{
    return value ? text(*value) : Json();
}

template <class T>
Json optional(const std::optional<T> &value)
{
    return value ? Json(*value) : Json();
}

Json list(const QStringList &values)
{
    Json array = Json::array();
    for (const QString &value : values)
        array.push_back(value.toStdString());
    return array;
}

/// JSON knows no such numbers; they are told as words.
Json number(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    return value;
}

/// The shortest number that is this float: 2.3071, not 2.3071000576019287.
double shortest(float value)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    double same = value;
    std::from_chars(text, end, same);
    return same;
}

Json counts(const QMap<QString, int> &values)
{
    Json object = Json::object();
    for (auto it = values.begin(); it != values.end(); ++it)
        object[it.key().toStdString()] = *it;
    return object;
}

Json words(const QMap<QString, QString> &values)
{
    Json object = Json::object();
    for (auto it = values.begin(); it != values.end(); ++it)
        object[it.key().toStdString()] = it->toStdString();
    return object;
}

/// The expanded list; a list that cannot be expanded stays as one entry, so that nothing is lost.
Json hosts(const QString &nodeList)
{
    const auto expanded = expandHostList(nodeList);
    return list(expanded ? *expanded : QStringList{nodeList});
}

QString stateWord(const Job &job)
{
    return job.state == JobState::Unknown && !job.stateText.isEmpty() ? job.stateText : jobStateWord(job.state);
}

Json time(const std::optional<qint64> &seconds, const QString &localText)
{
    return seconds ? Json(*seconds) : text(localText);
}

Json jobObject(const Job &job, const TimeTexts &times, bool withHet)
{
    Json json;
    json["id"] = job.id.number;
    json["name"] = job.name.toStdString();
    json["user"] = text(job.user);
    json["state"] = text(stateWord(job));
    json["flags"] = list(job.flags);
    json["reason"] = text(job.reason);
    json["account"] = text(job.account);
    json["qos"] = text(job.qos);
    json["partition"] = text(job.partition);
    json["array_job_id"] = optional(job.arrayJobId);
    json["array_task"] = text(job.arrayTask);
    if (withHet) {
        json["het_job_id"] = optional(job.hetJobId);
        json["het_offset"] = optional(job.hetOffset);
    }
    json["nodes"] = hosts(job.nodeList);
    json["num_nodes"] = job.numNodes > 0 ? Json(job.numNodes) : Json();
    json["num_cpus"] = job.numCpus > 0 ? Json(job.numCpus) : Json();
    json["gpus"] = optional(job.gpus);
    json["gpu_types"] = counts(job.gpuTypes);
    json["time_limit_min"] = job.timeLimit.kind == TimeLimit::Kind::Minutes ? Json(job.timeLimit.minutes) : Json();
    json["submit"] = time(job.submitS, times.submit);
    json["start"] = time(job.startS, times.start);
    json["end"] = time(job.endS, times.end);
    json["exit_code"] = text(job.exitCode);
    json["restarts"] = optional(job.restarts);
    json["stdout"] = text(job.stdoutPath);
    json["workdir"] = text(job.workDir);
    return json;
}

/// The object, to be gone on with.
JsonObject withMembers(const Json &json)
{
    QSet<QString> keys;
    for (const auto &[key, value] : json.items())
        keys.insert(QString::fromStdString(key));
    const QByteArray whole = line(json);
    return JsonObject(whole.mid(1, whole.size() - 2), keys);
}

Json nodeObject(const Node &node)
{
    Json json;
    json["name"] = node.name.value.toStdString();
    json["state"] = text(nodeStateWord(node.state));
    json["flags"] = list(node.flags);
    json["cpus"] = node.cpus;
    json["cpus_alloc"] = node.cpusAlloc;
    json["mem_mb"] = node.memoryMiB > 0 ? Json(node.memoryMiB) : Json();
    json["alloc_mem_mb"] = optional(node.allocMemoryMiB);
    json["gpus"] = node.gpus;
    json["gpus_alloc"] = optional(node.gpusAlloc);
    json["partitions"] = list(node.partitions);
    json["reason"] = text(node.reason);
    return json;
}

const char *kindWord(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Train:
        return "train";
    case RecordKind::Eval:
        return "eval";
    case RecordKind::EpochEnd:
        return "epoch_end";
    case RecordKind::Progress:
        return "progress";
    case RecordKind::Summary:
        return "summary";
    case RecordKind::EpochStart:
        return "epoch_start";
    case RecordKind::EvalStart:
        return "eval_start";
    case RecordKind::Param:
        return "param";
    }
    return "train";
}

template <class T>
void setIfThere(Json &json, const char *key, const std::optional<T> &value)
{
    if (value)
        json[key] = *value;
}

void addRecord(Json &json, const LogRecord &record)
{
    json["line"] = record.line;
    if (record.lastLine > record.line)
        json["lines"] = {record.line, record.lastLine};
    setIfThere(json, "segment", record.segment);
    json["kind"] = kindWord(record.kind);
    setIfThere(json, "rank", record.rank);
    setIfThere(json, "step", record.step);
    setIfThere(json, "total_steps", record.totalSteps);
    setIfThere(json, "step_in_epoch", record.stepInEpoch);
    setIfThere(json, "steps_per_epoch", record.stepsPerEpoch);
    setIfThere(json, "epoch", record.epoch);
    setIfThere(json, "total_epochs", record.totalEpochs);
    setIfThere(json, "samples", record.samples);
    setIfThere(json, "samples_in_epoch", record.samplesInEpoch);
    setIfThere(json, "samples_per_epoch", record.samplesPerEpoch);
    if (record.stepFromBar)
        json["step_from"] = "bar";
    Json metrics = Json::object();
    for (const LogMetric &metric : record.metrics) {
        Json &entry = metrics[metric.name.toStdString()];
        entry["value"] = number(metric.value);
        if (!metric.unit.isEmpty())
            entry["unit"] = metric.unit.toStdString();
        if (!metric.canon.isEmpty())
            entry["canon"] = metric.canon.toStdString();
    }
    json["metrics"] = std::move(metrics);
}

Json event(qint64 timeMs, const char *type)
{
    Json json;
    json["t"] = timeMs;
    json["type"] = type;
    return json;
}

} // namespace

QByteArray jobLine(const Job &job)
{
    return line(jobObject(job, {}, false));
}

QByteArray parsedJobLine(const Job &job, const TimeTexts &times, const ParsedExtras &extras)
{
    Json json = jobObject(job, times, true);
    json["name"] = text(job.name);
    if (job.stateText.isEmpty())
        json["state"] = nullptr;
    if (job.id.number == 0)
        json["id"] = nullptr;
    JsonObject object = withMembers(json);
    if (!extras.step.isEmpty())
        object.add("step", extras.step);
    object.addAll(extras.others);
    if (!extras.steps.isEmpty())
        object.addRaw(QStringLiteral("steps"), jsonArray(extras.steps));
    return object.line();
}

QByteArray jobDetailLine(const JobDetail &detail)
{
    Json json = jobObject(detail.job, {}, true);
    json["stderr"] = text(detail.job.stderrPath);
    json["command"] = text(detail.job.command);
    json["comment"] = text(detail.job.comment);
    json["batch_host"] = text(detail.batchHost);
    json["submit_line"] = text(detail.submitLine);
    json["alloc_tres"] = words(detail.allocTres);
    json["allocations"] = Json::array();
    for (const NodeAllocation &allocation : detail.allocations) {
        Json entry;
        entry["nodes"] = hosts(allocation.nodeList);
        entry["cpu_ids"] = text(allocation.cpuIds);
        entry["mem_mb"] = optional(allocation.memoryMiB);
        entry["gres"] = text(allocation.gres);
        entry["gpu_indices"] = allocation.gpuIndices;
        json["allocations"].push_back(std::move(entry));
    }
    return line(json);
}

QByteArray nodeLine(const Node &node)
{
    return line(nodeObject(node));
}

QByteArray parsedNodeLine(const Node &node, const std::vector<NamedValue> &fields)
{
    static const QSet<QString> kTold = {QStringLiteral("NodeName"),   QStringLiteral("State"),
                                        QStringLiteral("CPUTot"),     QStringLiteral("CPUAlloc"),
                                        QStringLiteral("RealMemory"), QStringLiteral("AllocMem"),
                                        QStringLiteral("Gres"),       QStringLiteral("Partitions")};
    QMap<QString, QString> texts;
    std::vector<NamedValue> others;
    for (const NamedValue &field : fields) {
        texts.insert(field.name, field.text.value_or(QString()));
        if (!kTold.contains(field.name) && field.name != QLatin1String("Reason"))
            others.push_back(field);
    }
    Json json = nodeObject(node);
    const std::pair<const char *, const char *> kNeeded[] = {
        {"cpus", "CPUTot"}, {"cpus_alloc", "CPUAlloc"}, {"gpus", "Gres"}};
    for (const auto &[key, field] : kNeeded) {
        if (!texts.contains(QLatin1String(field)))
            json[key] = nullptr;
    }
    json["gres"] = text(texts.value(QStringLiteral("Gres")));
    json["reason_by"] = text(node.reasonBy);
    return withMembers(json).addAll(others).line();
}

QByteArray parsedNodeLine(const Node &node, const QString &gres, const std::vector<NamedValue> &others)
{
    Json json = nodeObject(node);
    json["gres"] = text(gres);
    json["reason_by"] = text(node.reasonBy);
    return withMembers(json).addAll(others).line();
}

QByteArray recordLine(const LogRecord &record)
{
    Json json;
    addRecord(json, record);
    return line(json);
}

QByteArray hostListLine(const QString &hostList, const QStringList &names)
{
    Json json;
    json["hostlist"] = hostList.toStdString();
    json["count"] = names.size();
    json["hosts"] = list(names);
    return line(json);
}

QByteArray errorLine(const QString &error)
{
    return line(Json{{"error", error.toStdString()}});
}

QByteArray logTextLine(qint64 lineNumber, const QByteArray &bytes)
{
    Json json;
    json["line"] = lineNumber;
    json["text"] = QString::fromUtf8(bytes).toStdString();
    return line(json);
}

QByteArray stateEvent(qint64 timeMs, const JobDetail &detail)
{
    Json json = event(timeMs, "state");
    json.update(jobObject(detail.job, {}, false));
    return line(json);
}

QByteArray recordEvent(const LogRecord &stored, const QString &file)
{
    LogRecord record = stored;
    for (LogMetric &metric : record.metrics)
        metric.value = shortest(float(metric.value)); // a run keeps its values as float
    Json json = event(record.timeMs, "record");
    if (record.timeSource == TimeSource::None)
        json["t"] = nullptr;
    json["time_source"] = record.timeSource == TimeSource::Printed        ? "printed"
                          : record.timeSource == TimeSource::Arrived      ? "arrived"
                          : record.timeSource == TimeSource::Interpolated ? "interpolated"
                                                                          : "none";
    if (!file.isEmpty()) {
        json["file"] = file.toStdString();
        json["offset"] = record.offset;
    }
    addRecord(json, record);
    if (record.line == 0)
        json.erase("line"); // a file without lines
    return line(json);
}

QByteArray sampleEvent(const SampleEvent &sample)
{
    Json json = event(sample.timeMs, "sample");
    json["node"] = sample.entity.node.value.toStdString();
    json["gpu"] = sample.entity.kind == Entity::Kind::Gpu ? text(sample.entity.id) : Json();
    if (sample.entity.kind == Entity::Kind::Port)
        json["port"] = text(sample.entity.id);
    if (sample.entity.kind == Entity::Kind::FileSystem)
        json["fs"] = text(sample.entity.id);
    json["metric"] = sample.metric.toStdString();
    json["value"] = std::isfinite(sample.value) ? Json(shortest(sample.value)) : Json();
    json["unit"] = text(sample.unit);
    return line(json);
}

QByteArray gapEvent(qint64 timeMs, const QString &what, const QStringList &nodes, bool over)
{
    Json json = event(timeMs, "gap");
    json["what"] = what.toStdString();
    json["nodes"] = list(nodes);
    json["over"] = over;
    return line(json);
}

QByteArray errorEvent(qint64 timeMs, const QString &subject, const Error &error, bool cleared)
{
    Json json = event(timeMs, "error");
    json["subject"] = subject.toStdString();
    json["kind"] = errorKindName(error.kind).toStdString();
    json["detail"] = text(error.detail);
    json["cleared"] = cleared;
    return line(json);
}

} // namespace paceline::cli
