// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/slurmjson.h"

#include "backends/parsers/cells.h"
#include "backends/parsers/gres.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtext.h"
#include "backends/parsers/tres.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

namespace paceline {

namespace {

using Json = nlohmann::ordered_json;

/// The member at the end of the way, null where there is none.
const Json &at(const Json &json, std::initializer_list<const char *> path)
{
    static const Json kNull;
    const Json *here = &json;
    for (const char *key : path) {
        const auto it = here->is_object() ? here->find(key) : here->end();
        if (!here->is_object() || it == here->end())
            return kNull;
        here = &*it;
    }
    return *here;
}

std::optional<qint64> number(const Json &json)
{
    constexpr double kMost = 9e15;
    if (json.is_object())
        return at(json, {"set"}) == true && at(json, {"infinite"}) != true ? number(at(json, {"number"}))
                                                                           : std::nullopt;
    if (!json.is_number())
        return std::nullopt;
    const double value = json.get<double>();
    return value >= 0 && value <= kMost ? std::optional(std::llround(value)) : std::nullopt;
}

std::optional<qint64> positive(const Json &json)
{
    const auto value = number(json);
    return value && *value > 0 ? value : std::nullopt;
}

int smallCount(const Json &json)
{
    return int(std::min<qint64>(number(json).value_or(0), 1'000'000'000));
}

QString text(const Json &json)
{
    return json.is_string() ? slurmText(QByteArray::fromStdString(json.get_ref<const std::string &>())) : QString();
}

/// "RUNNING", ["CANCELLED", "COMPLETING"]: words between +.
QByteArray states(const Json &json)
{
    if (json.is_string())
        return text(json).toUtf8();
    QList<QByteArray> words;
    if (json.is_array()) {
        for (const Json &word : json)
            words += text(word).toUtf8();
    }
    return words.join('+');
}

void setState(Job &job, const Json &json)
{
    job.stateText = QString::fromUtf8(states(json));
    const JobStateWords words = parseJobState(job.stateText.toUtf8());
    job.state = words.state;
    job.flags = words.flags;
}

/// "code:signal" of a wait status, or of {status, return_code, signal}.
std::optional<QString> exitCode(const Json &json)
{
    if (at(json, {"return_code"}).is_null()) {
        const auto status = number(json);
        return status ? std::optional(QStringLiteral("%1:%2").arg(*status >> 8).arg(*status & 0x7F)) : std::nullopt;
    }
    const auto code = number(at(json, {"return_code"}));
    auto signal = number(at(json, {"signal", "id"}));
    if (!signal)
        signal = number(at(json, {"signal", "signal_id"}));
    if (!code && !signal)
        return std::nullopt;
    return QStringLiteral("%1:%2").arg(code.value_or(0)).arg(signal.value_or(0));
}

TimeLimit limit(const Json &json)
{
    if (json.is_null() || at(json, {"infinite"}) == true)
        return {TimeLimit::Kind::Unlimited, 0};
    const auto minutes = number(json);
    return minutes ? TimeLimit{TimeLimit::Kind::Minutes, *minutes} : TimeLimit();
}

/// Slurm's numbers for "none" and "no limit", where a version prints them as they are.
bool isNoNumber(const Json &json)
{
    constexpr double kNone[] = {-2, 4294967294.0, 4294967295.0, 18446744073709551614.0, 18446744073709551615.0};
    return json.is_number() && std::find(std::begin(kNone), std::end(kNone), json.get<double>()) != std::end(kNone);
}

QString scalar(const Json &json)
{
    if (isNoNumber(json))
        return {};
    if (json.is_string())
        return QString::fromStdString(json.get<std::string>());
    if (json.is_object() && json.contains("set") && json.contains("number"))
        return number(json) ? QString::number(*number(json)) : QString();
    return json.is_null() || json.is_structured()
               ? QString()
               : QString::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// Members that are one value each, under their own names.
std::vector<NamedValue> others(const Json &json, const QSet<QString> &told)
{
    std::vector<NamedValue> values;
    for (const auto &[name, member] : json.items()) {
        const QString key = QString::fromStdString(name);
        const bool isValue = !member.is_structured() || (member.is_object() && member.contains("set"));
        if (isValue && !told.contains(key))
            values.push_back(namedValue(key.toUtf8(), {}, slurmText(scalar(member).toUtf8()).toUtf8()));
    }
    return values;
}

QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return {list.begin(), list.end()};
}

void setGpus(Job &job, const std::optional<GpuCount> &gpus)
{
    if (job.gpus || !gpus)
        return;
    job.gpus = gpus->total;
    job.gpuTypes = gpus->types;
}

/// The GPUs of each node, of all nodes of the job.
std::optional<GpuCount> ofAllNodes(std::optional<GpuCount> gpus, int nodes)
{
    if (!gpus)
        return gpus;
    const auto times = [nodes](int each) {
        return int(std::min<qint64>(qint64(each) * std::max(1, nodes), 1'000'000'000));
    };
    gpus->total = times(gpus->total);
    for (int &typed : gpus->types)
        typed = times(typed);
    return gpus;
}

/// One job of squeue and scontrol.
SqueueRow queuedJob(const Json &json)
{
    static const QSet<QString> kTold = wordSet(
        "job_id name user_name account qos partition job_state state_reason array_job_id array_task_id "
        "array_task_string "
        "het_job_id het_job_offset nodes node_count cpus time_limit submit_time start_time end_time restart_cnt "
        "current_working_directory stdout_expanded");
    SqueueRow row;
    Job &job = row.job;
    job.id.number = quint32(number(at(json, {"job_id"})).value_or(0));
    job.name = QString::fromUtf8(scalar(at(json, {"name"})).toUtf8());
    job.user = text(at(json, {"user_name"}));
    job.account = text(at(json, {"account"}));
    job.qos = text(at(json, {"qos"}));
    job.partition = text(at(json, {"partition"}));
    setState(job, at(json, {"job_state"}));
    job.reason = text(at(json, {"state_reason"}));
    if (const auto array = positive(at(json, {"array_job_id"}))) {
        job.arrayJobId = quint32(*array);
        const auto task = number(at(json, {"array_task_id"}));
        job.arrayTask = task ? QString::number(*task) : text(at(json, {"array_task_string"}));
    }
    if (const auto het = positive(at(json, {"het_job_id"}))) {
        job.hetJobId = quint32(*het);
        job.hetOffset = quint32(number(at(json, {"het_job_offset"})).value_or(0));
    }
    job.nodeList = text(at(json, {"nodes"}));
    job.numNodes = smallCount(at(json, {"node_count"}));
    job.numCpus = smallCount(at(json, {"cpus"}));
    job.timeLimit = limit(at(json, {"time_limit"}));
    job.submitS = positive(at(json, {"submit_time"}));
    job.startS = positive(at(json, {"start_time"}));
    job.endS = positive(at(json, {"end_time"}));
    job.exitCode = exitCode(at(json, {"exit_code"}));
    if (const auto restarts = number(at(json, {"restart_cnt"})))
        job.restarts = int(std::min<qint64>(*restarts, 1'000'000'000));
    const QString expanded = text(at(json, {"stdout_expanded"}));
    job.stdoutPath = expanded.isEmpty() ? text(at(json, {"standard_output"})) : expanded;
    job.workDir = text(at(json, {"current_working_directory"}));
    for (const char *key : {"tres_alloc_str", "tres_req_str"})
        setGpus(job, gpusOfTres(parseTres(text(at(json, {key})).toUtf8())));
    setGpus(job, gpusOfGres(parseGres(text(at(json, {"tres_per_job"})).toUtf8())));
    setGpus(job, ofAllNodes(gpusOfGres(parseGres(text(at(json, {"tres_per_node"})).toUtf8())), job.numNodes));
    row.others = others(json, kTold);
    return row;
}

/// [{"type": "gres", "name": "gpu:a100", "count": 4}] as "gres/gpu:a100" -> "4".
QMap<QString, QString> tresOf(const Json &list)
{
    QMap<QString, QString> tres;
    if (!list.is_array())
        return tres;
    for (const Json &item : list) {
        const QString type = scalar(at(item, {"type"})), name = scalar(at(item, {"name"}));
        if (const auto count = number(at(item, {"count"})))
            tres.insert(name.isEmpty() ? type : type + u'/' + name, QString::number(*count));
    }
    return tres;
}

/// One job of sacct.
SqueueRow accountedJob(const Json &json)
{
    static const QSet<QString> kTold = wordSet(
        "job_id name user account qos partition nodes allocation_nodes working_directory restart_cnt stdout_expanded");
    SqueueRow row;
    Job &job = row.job;
    job.id.number = quint32(number(at(json, {"job_id"})).value_or(0));
    job.name = QString::fromUtf8(scalar(at(json, {"name"})).toUtf8());
    job.user = text(at(json, {"user"}));
    job.account = text(at(json, {"account"}));
    job.qos = text(at(json, {"qos"}));
    job.partition = text(at(json, {"partition"}));
    setState(job, at(json, {"state", "current"}));
    job.reason = text(at(json, {"state", "reason"}));
    if (const auto array = positive(at(json, {"array", "job_id"}))) {
        job.arrayJobId = quint32(*array);
        const auto task = number(at(json, {"array", "task_id"}));
        job.arrayTask = task ? QString::number(*task) : scalar(at(json, {"array", "task"}));
    }
    if (const auto het = positive(at(json, {"het", "job_id"}))) {
        job.hetJobId = quint32(*het);
        job.hetOffset = quint32(number(at(json, {"het", "job_offset"})).value_or(0));
    }
    job.nodeList = text(at(json, {"nodes"}));
    job.numNodes = smallCount(at(json, {"allocation_nodes"}));
    const QMap<QString, QString> allocated = tresOf(at(json, {"tres", "allocated"}));
    const QMap<QString, QString> requested = tresOf(at(json, {"tres", "requested"}));
    job.numCpus = allocated.value(QStringLiteral("cpu"), requested.value(QStringLiteral("cpu"))).toInt();
    setGpus(job, gpusOfTres(allocated));
    setGpus(job, gpusOfTres(requested));
    job.timeLimit = limit(at(json, {"time", "limit"}));
    job.submitS = positive(at(json, {"time", "submission"}));
    job.startS = positive(at(json, {"time", "start"}));
    job.endS = positive(at(json, {"time", "end"}));
    job.exitCode = exitCode(at(json, {"exit_code"}));
    if (const auto restarts = number(at(json, {"restart_cnt"})))
        job.restarts = int(std::min<qint64>(*restarts, 1'000'000'000));
    job.stdoutPath = text(at(json, {"stdout_expanded"}));
    job.workDir = text(at(json, {"working_directory"}));
    row.others = others(json, kTold);
    return row;
}

QStringList list(const Json &json)
{
    QStringList words;
    if (json.is_array()) {
        for (const Json &word : json)
            words += scalar(word);
    } else if (json.is_string()) {
        words = scalar(json).split(u',', Qt::SkipEmptyParts);
    }
    return words;
}

SlurmJsonNode nodeOf(const Json &json)
{
    static const QSet<QString> kTold = wordSet("name state cpus alloc_cpus real_memory alloc_memory gres reason");
    SlurmJsonNode result;
    Node &node = result.node;
    node.name = NodeName(text(at(json, {"name"})));
    node.stateText = QString::fromUtf8(states(at(json, {"state"})));
    QByteArray words = node.stateText.toUtf8();
    for (const QString &flag : list(at(json, {"state_flags"})))
        words += '+' + flag.toUtf8();
    const NodeStateWords state = parseNodeState(words);
    node.state = state.state;
    node.flags = state.flags;
    node.cpus = smallCount(at(json, {"cpus"}));
    node.cpusAlloc = smallCount(at(json, {"alloc_cpus"}));
    node.memoryMiB = number(at(json, {"real_memory"})).value_or(0);
    node.allocMemoryMiB = number(at(json, {"alloc_memory"}));
    result.gres = text(at(json, {"gres"}));
    if (const auto gpus = gpusOfGres(parseGres(result.gres.toUtf8())))
        node.gpus = gpus->total;
    if (const auto used = gpusOfGres(parseGres(text(at(json, {"gres_used"})).toUtf8())))
        node.gpusAlloc = used->total;
    node.partitions = list(at(json, {"partitions"}));
    node.reason = text(at(json, {"reason"}));
    node.reasonBy = text(at(json, {"reason_set_by_user"}));
    result.others = others(json, kTold);
    return result;
}

std::optional<int> wide(const Json &json)
{
    const auto value = number(json);
    return value && *value <= std::numeric_limits<int>::max() ? std::optional(int(*value)) : std::nullopt;
}

SinfoRow sinfoRow(const Json &json)
{
    SinfoRow row;
    row.nodeList = list(at(json, {"nodes", "nodes"})).join(u',');
    row.partition = text(at(json, {"partition", "name"}));
    row.stateText = QString::fromUtf8(states(at(json, {"node", "state"})));
    const NodeStateWords state = parseNodeState(row.stateText.toUtf8());
    row.state = state.state;
    row.flags = state.flags;
    row.nodes = wide(at(json, {"nodes", "total"}));
    row.cpus = wide(at(json, {"cpus", "maximum"}));
    // These are told of all nodes of the row together.
    if (row.nodes == 1) {
        row.cpusAlloc = wide(at(json, {"cpus", "allocated"}));
        row.allocMemoryMiB = number(at(json, {"memory", "allocated"}));
    }
    row.memoryMiB = number(at(json, {"memory", "maximum"}));
    row.gres = text(at(json, {"gres", "total"}));
    if (const auto gpus = gpusOfGres(parseGres(row.gres.toUtf8())))
        row.gpus = gpus->total;
    if (const auto used = gpusOfGres(parseGres(text(at(json, {"gres", "used"})).toUtf8())))
        row.gpusAlloc = used->total;
    row.reason = text(at(json, {"reason", "description"}));
    row.others = others(json, {});
    return row;
}

/// JSON knows no NaN and no Infinity; some versions print them all the same.
QByteArray withoutNaN(QByteArrayView raw)
{
    QByteArray clean;
    clean.reserve(raw.size());
    bool quoted = false;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        if (quoted && c == '\\' && i + 1 < raw.size()) {
            clean += c;
            clean += raw[++i];
            continue;
        }
        if (c == '"')
            quoted = !quoted;
        const QByteArrayView rest = raw.sliced(i);
        const bool isNaN = !quoted && rest.startsWith(QByteArrayView("NaN"));
        const bool isInfinity = !quoted && rest.startsWith(QByteArrayView("Infinity"));
        if (isNaN || isInfinity) {
            if (clean.endsWith('-'))
                clean.chop(1);
            clean += "null";
            i += isNaN ? 2 : 7;
        } else {
            clean += c;
        }
    }
    return clean;
}

QString complaint(const Json &json)
{
    QStringList parts;
    for (const char *key : {"source", "description", "error"}) {
        if (const QString word = scalar(at(json, {key})); !word.isEmpty())
            parts += word;
    }
    return parts.isEmpty() ? scalar(json) : parts.join(QLatin1String(": "));
}

} // namespace

bool isSlurmJson(QByteArrayView text)
{
    return text.trimmed().startsWith('{');
}

Result<SlurmJson> parseSlurmJson(QByteArrayView raw)
{
    const qsizetype begin = raw.indexOf('{');
    const QByteArray clean = withoutNaN(begin < 0 ? raw : raw.sliced(begin));
    const Json json = Json::parse(clean.begin(), clean.end(), nullptr, false);
    if (!json.is_object() ||
        !(json.contains("jobs") || json.contains("nodes") || json.contains("sinfo") || json.contains("errors")))
        return failure(ErrorKind::Malformed, QString::fromUtf8(clean.left(256)));
    SlurmJson result;
    for (const Json &job : at(json, {"jobs"})) {
        if (job.is_object())
            result.jobs.push_back(job.contains("job_state") ? queuedJob(job) : accountedJob(job));
    }
    for (const Json &node : at(json, {"nodes"})) {
        if (node.is_object())
            result.nodes.push_back(nodeOf(node));
    }
    for (const Json &row : at(json, {"sinfo"})) {
        if (row.is_object())
            result.rows.push_back(sinfoRow(row));
    }
    for (const Json &error : at(json, {"errors"}))
        result.errors += complaint(error);
    return result;
}

} // namespace paceline
