// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/scalingcolumns.h"

#include <QList>
#include <algorithm>
#include <cctype>
#include <cmath>

namespace paceline {

namespace {

using Role = ScalingColumn::Role;
using Words = QList<QByteArray>;

/// "Throughput (images/sec)" -> throughput, images, per, sec.
Words wordsOf(const QByteArray &header)
{
    QByteArray plain;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const char c = header[i];
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const bool isHump = c >= 'A' && c <= 'Z' && i > 0 && header[i - 1] >= 'a' && header[i - 1] <= 'z';
        if (c == '/')
            plain += " per ";
        else if (isHump)
            plain += QByteArray(" ") + c;
        else
            plain += isLetter ? c : ' ';
    }
    Words words = plain.toLower().simplified().split(' ');
    words.removeAll(QByteArray());
    return words;
}

bool has(const Words &words, std::initializer_list<const char *> any)
{
    return std::any_of(any.begin(), any.end(), [&](const char *word) { return words.contains(word); });
}

bool isOnly(const Words &words, std::initializer_list<const char *> known)
{
    return !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QByteArray &word) {
        return std::any_of(known.begin(), known.end(), [&](const char *k) { return word == k; });
    });
}

/// Cuts "per GPU" off the end; true when it was there. "images/sec/GPU", "local batch".
bool takePerAccelerator(Words &words)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        const QByteArray &of = words[i + 1];
        if (words[i] == "per" && (of == "gpu" || of == "accelerator" || of == "device" || of == "chip" ||
                                  of == "worker" || of == "rank" || of == "gcd" || of == "tpu")) {
            words.remove(i, 2);
            return true;
        }
    }
    if (has(words, {"local"})) {
        words.removeAll("local");
        return true;
    }
    return false;
}

/// Cuts the unit of a time off; 0 where there is none.
double takeTimeUnit(Words &words)
{
    const std::pair<const char *, double> units[] = {
        {"milliseconds", 1e-3}, {"millisecond", 1e-3}, {"msec", 1e-3}, {"ms", 1e-3},    {"seconds", 1},
        {"second", 1},          {"secs", 1},           {"sec", 1},     {"s", 1},        {"minutes", 60},
        {"minute", 60},         {"mins", 60},          {"min", 60},    {"hours", 3600}, {"hour", 3600},
        {"hrs", 3600},          {"h", 3600},           {"days", 86400}};
    for (const auto &[unit, seconds] : units) {
        if (words.removeAll(unit) > 0)
            return seconds;
    }
    return 0;
}

bool isThroughput(const Words &words)
{
    static constexpr std::initializer_list<const char *> kQualifiers = {
        "throughput", "speed", "rate", "performance", "perf",   "training", "train",  "total", "global",
        "aggregate",  "mean",  "avg",  "average",     "median", "measured", "system", "x",     "overall"};
    if (isOnly(words, kQualifiers) && has(words, {"throughput", "speed", "rate", "performance", "perf"}))
        return true;
    const bool isCounted = has(words, {"samples", "sample", "images",    "image",    "imgs",   "img",    "tokens",
                                       "token",   "tok",    "sequences", "sequence", "seqs",   "seq",    "examples",
                                       "items",   "frames", "sentences", "words",    "graphs", "queries"});
    const qsizetype per = words.indexOf("per");
    if (isCounted && per >= 0 && has(words.mid(per), {"s", "sec", "secs", "second", "seconds"}))
        return true;
    if (isCounted && per < 0 && words.size() == 2 && has(words, {"sec", "s", "second"}))
        return true; // images_sec
    return has(words, {"ips", "sps", "fps", "tps", "tflops", "pflops", "gflops", "tokenspersec", "imagespersec"}) ||
           has(words, {"throughput"});
}

bool isAccelerators(const Words &words)
{
    static constexpr std::initializer_list<const char *> kUnits = {
        "accelerators", "accelerator", "gpus",      "gpu",   "ngpus",  "ngpu",  "devices", "device",
        "workers",      "worker",      "nworkers",  "chips", "chip",   "tpus",  "tpu",     "gcds",
        "gcd",          "ranks",       "rank",      "procs", "nprocs", "nproc", "np",      "processes",
        "processors",   "world",       "worldsize", "n",     "p",      "scale", "xpus",    "npus",
        "hpus",         "ipus",        "cards"};
    static constexpr std::initializer_list<const char *> kQualifiers = {
        "num", "number", "of", "no", "count", "total", "used", "n", "size", "nr", "amount"};
    Words rest = words;
    for (const char *word : kQualifiers) {
        if (rest.size() > 1)
            rest.removeAll(word);
    }
    return isOnly(rest, kUnits) || isOnly(rest, {"n"}) || isOnly(rest, {"size"});
}

bool isTime(const Words &words)
{
    return words.isEmpty() ||
           isOnly(words, {"time",     "to",      "train",    "training", "target", "run",    "runtime",
                          "duration", "elapsed", "wall",     "walltime", "clock",  "total",  "ttt",
                          "runs",     "mean",    "solution", "score",    "avg",    "average"});
}

Role otherRole(const Words &words)
{
    if (isOnly(words, {"scaling", "kind", "type"}) && has(words, {"scaling"}))
        return Role::Kind;
    if (isOnly(words, {"benchmark", "model", "series", "name", "workload", "task", "network", "experiment", "label",
                       "config", "configuration", "test", "case", "application", "app"}))
        return Role::Benchmark;
    if (has(words, {"precision", "dtype", "framework", "system", "machine", "cluster", "submitter", "dataset",
                    "backend", "interconnect", "hardware", "accelerator", "gpu", "device", "library", "optimizer"}))
        return Role::Condition;
    if (has(words, {"lr",     "learning", "epochs", "warmup",     "momentum",     "tp",     "pp",
                    "dp",     "cp",       "ep",     "parallel",   "parallelism",  "length", "seqlen",
                    "layers", "hidden",   "params", "parameters", "accumulation", "seq"}))
        return Role::Setting;
    return Role::Other;
}

} // namespace

ScalingColumn scalingColumn(const QByteArray &header)
{
    ScalingColumn column;
    Words words = wordsOf(header);
    column.name = words.join('_');
    if (isAccelerators(words)) {
        column.role = Role::Accelerators;
        return column;
    }
    if (isOnly(words, {"nodes", "node", "num", "number", "of", "n", "nnodes", "hosts"})) {
        column.role = Role::Nodes;
        return column;
    }
    column.isPerAccelerator = takePerAccelerator(words);
    if (isThroughput(words)) {
        column.role = Role::Throughput;
        return column;
    }
    if (has(words, {"batch", "batchsize", "gbs", "bs"}) && !has(words, {"micro", "number", "num", "time"})) {
        column.role = Role::Batch;
        return column;
    }
    if (has(words, {"watts", "watt", "power"})) {
        column.role = Role::Watts;
        return column;
    }
    Words rest = words;
    const double unit = takeTimeUnit(rest);
    const bool isOfStep = has(rest, {"step", "iteration", "iter", "batch"});
    rest.removeIf([](const QByteArray &word) {
        return word == "step" || word == "iteration" || word == "iter" || word == "per" || word == "batch";
    });
    if (isTime(rest) && (unit > 0 || !rest.isEmpty()) && !column.isPerAccelerator) {
        column.role = isOfStep ? Role::StepTime : Role::Seconds;
        column.factor = unit > 0 ? unit : 1;
        return column;
    }
    column.role = otherRole(words);
    return column;
}

double scalingNumber(QByteArrayView cell, bool decimalComma)
{
    QByteArray text;
    qsizetype i = 0;
    const QByteArray whole = cell.toByteArray().trimmed();
    while (i < whole.size() && (whole[i] == '~' || whole[i] == '>' || whole[i] == '+'))
        ++i;
    // Thousands are grouped by three; another comma ends the number, or begins its fraction.
    const auto isGrouped = [&](qsizetype at) {
        qsizetype digits = 0;
        for (qsizetype j = at + 1; j < whole.size() && whole[j] >= '0' && whole[j] <= '9'; ++j)
            ++digits;
        return digits == 3 && !text.isEmpty() && !text.contains('.');
    };
    for (; i < whole.size(); ++i) {
        const char c = whole[i];
        const bool isExponent = (c == 'e' || c == 'E') && !text.isEmpty() && i + 1 < whole.size() &&
                                (std::isdigit(uchar(whole[i + 1])) || whole[i + 1] == '-' || whole[i + 1] == '+');
        const bool isSign = (c == '-' || c == '+') && (text.isEmpty() || text.endsWith('e') || text.endsWith('E'));
        if ((c >= '0' && c <= '9') || c == '.' || isExponent || isSign)
            text += c;
        else if (c == ',' && decimalComma)
            text += '.';
        else if ((c == ',' || c == '\'' || c == '_' || c == ' ') && isGrouped(i))
            continue;
        else
            break;
    }
    bool isNumber = false;
    double value = text.toDouble(&isNumber);
    const QByteArray unit = whole.mid(i).trimmed();
    if (unit == "k" || unit == "K")
        value *= 1e3;
    else if (unit == "M")
        value *= 1e6;
    const bool isWord = unit.isEmpty() || (std::isalpha(uchar(unit[0])) && text.size() > 0);
    return isNumber && isWord ? value : std::nan("");
}

} // namespace paceline
