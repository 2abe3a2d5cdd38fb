// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/mlperfverb.h"

#include "app/cli/exitstatus.h"
#include "app/cli/jsonobject.h"
#include "app/cli/output.h"
#include "app/cli/resultfolders.h"
#include "backends/analysis/mlperfscore.h"
#include "backends/catalogue/citation.h"
#include "backends/parsers/logs/mlperfrunreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace paceline::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

constexpr qint64 kBlock = 1 << 20;

struct Entry
{
    QString folder, benchmark;
    std::vector<MlperfRun> runs;
    int otherLogs = 0; ///< without a mark of MLPerf
    double factor = 1;
};

/// Absent when the file cannot be read.
std::optional<MlperfRun> readRun(const QString &path, const QString &folderName)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        printError(QStringLiteral("%1: %2").arg(path, file.errorString()));
        return {};
    }
    logs::MlperfRunReader reader(folderName);
    for (QByteArray block = file.read(kBlock); !block.isEmpty(); block = file.read(kBlock))
        reader.feed(block);
    return reader.finish();
}

/// The review committee's factor, which lies beside the logs; 1 where there is none.
double factorOf(const QString &folder)
{
    QFile file(QDir(folder).filePath(QStringLiteral("scaling.json")));
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    const QByteArray text = file.read(kBlock);
    const auto json = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    const auto factor = json.is_object() ? json.find("scaling_factor") : json.end();
    const bool isNumber = json.is_object() && factor != json.end() && factor->is_number();
    const double value = isNumber ? factor->get<double>() : 0;
    if (value > 0)
        return value;
    printError(Texts::tr("%1 holds no scaling factor.").arg(file.fileName()));
    return 1;
}

/// What most runs say, else the folder's name.
QString benchmarkOf(const std::vector<MlperfRun> &runs, const QString &folderName)
{
    QHash<QString, int> votes;
    QString best;
    for (const MlperfRun &run : runs) {
        if (!run.benchmark)
            continue;
        if (++votes[*run.benchmark] > votes.value(best))
            best = *run.benchmark;
    }
    return best.isEmpty() ? logs::mlperfBenchmark(folderName) : best;
}

Entry readEntry(const ResultFolder &folder)
{
    const QString name = QFileInfo(QDir(folder.path).absolutePath()).fileName();
    Entry entry{folder.path, {}, {}, 0, factorOf(folder.path)};
    for (const QString &log : folder.logs) {
        std::optional<MlperfRun> run = readRun(log, name);
        const bool isResult = run && (run->hasMarks || QFileInfo(log).fileName().startsWith(QLatin1String("result_")));
        if (isResult)
            entry.runs.push_back(std::move(*run));
        else
            ++entry.otherLogs;
    }
    entry.benchmark = benchmarkOf(entry.runs, name);
    return entry;
}

/// Rounds of MLPerf HPC keep both kinds in folders of these names.
std::optional<BaselineScaling> scalingOfPath(const QString &folder)
{
    const QStringList parts = QDir(folder).absolutePath().split(u'/');
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (*part == QLatin1String("weak") || *part == QLatin1String("throughput"))
            return BaselineScaling::Weak;
        if (*part == QLatin1String("strong") || *part == QLatin1String("time_to_solution"))
            return BaselineScaling::Strong;
    }
    return {};
}

double rounded(double value, int decimals)
{
    const double scale = std::pow(10, decimals);
    return std::round(value * scale) / scale;
}

std::optional<double> rounded(const std::optional<double> &value, int decimals)
{
    return value ? std::optional(rounded(*value, decimals)) : std::nullopt;
}

QByteArray numbers(const std::vector<double> &values, int decimals)
{
    QList<QByteArray> texts;
    for (const double value : values) {
        const double shown = rounded(value, decimals);
        texts.append(shown == std::floor(shown) ? QByteArray::number(qint64(shown))
                                                : QByteArray::fromStdString(nlohmann::json(shown).dump()));
    }
    return jsonArray(texts);
}

QString verdictWord(MlperfVerdict verdict)
{
    switch (verdict) {
    case MlperfVerdict::Valid:
        return QStringLiteral("valid");
    case MlperfVerdict::TooFewRuns:
        return QStringLiteral("too_few_runs");
    case MlperfVerdict::TooManyFailed:
        return QStringLiteral("too_many_failed");
    case MlperfVerdict::NoRun:
        break;
    }
    return QStringLiteral("no_run");
}

/// What the first run that tells it says.
template <class T>
std::optional<T> told(const Entry &entry, std::optional<T> MlperfRun::*field)
{
    for (const MlperfRun &run : entry.runs) {
        if (run.*field)
            return run.*field;
    }
    return {};
}

QByteArray scoreLine(const Entry &entry, const MlperfScore &score)
{
    const bool isWeak = score.scaling == BaselineScaling::Weak;
    const QString unit = mlperfSamplesUnit(entry.benchmark);
    JsonObject line;
    line.add("folder", entry.folder)
        .add("benchmark", entry.benchmark)
        .add("metric", isWeak ? QStringLiteral("time_to_train_all") : QStringLiteral("time_to_train"))
        .add("value", rounded(score.minutes, 5))
        .add("unit", QStringLiteral("minutes"))
        .add("verdict", verdictWord(score.verdict))
        .add("scaling", isWeak ? QStringLiteral("weak") : QStringLiteral("strong"))
        .add("runs_counted", std::optional(score.runsCounted))
        .add("runs_failed", std::optional(score.runsFailed))
        .add("runs_required", score.runsRequired)
        .addRaw(QStringLiteral("runs_minutes"), numbers(score.runsMinutes, 4))
        .add("scaling_factor", score.scalingFactor)
        .add("samples_unit", unit)
        .add("samples_mean", rounded(score.samplesMean, 2))
        .addRaw(QStringLiteral("runs_samples"), score.samplesMean ? numbers(score.runsSamples, 2) : "null")
        .add("throughput_mean", rounded(score.throughputMean, 4))
        .add("throughput_unit", unit + QStringLiteral("/s"));
    if (isWeak) {
        line.add("models", std::optional(score.runsCounted))
            .add("models_per_minute", rounded(score.modelsPerMinute, 5))
            .add("throughput_scope", QStringLiteral("per_model"));
    }
    line.add("global_batch", told(entry, &MlperfRun::globalBatch))
        .add("submitter", told(entry, &MlperfRun::submitter).value_or(QString()))
        .add("division", told(entry, &MlperfRun::division).value_or(QString()))
        .add("system", told(entry, &MlperfRun::system).value_or(QString()))
        .add("label", QString(kNotVerified));
    return line.line();
}

void explain(const Entry &entry, const MlperfScore &score)
{
    if (score.verdict == MlperfVerdict::TooManyFailed)
        printError(Texts::tr("%1: no score, for %n run(s) failed.", nullptr, int(score.runsFailed)).arg(entry.folder));
    else if (score.verdict == MlperfVerdict::NoRun)
        printError(Texts::tr("%1: no score, for too few runs are left.").arg(entry.folder));
    else if (score.verdict == MlperfVerdict::TooFewRuns)
        printError(Texts::tr("%1: the rules ask for %n run(s).", nullptr, int(score.runsRequired.value_or(0)))
                       .arg(entry.folder));
}

} // namespace

int scoreMlperf(const MlperfOptions &options)
{
    if (!QFileInfo(options.folder).isDir()) {
        printError(Texts::tr("%1 is no folder.").arg(options.folder));
        return Failed;
    }
    int scored = 0, without = 0;
    for (const ResultFolder &folder : findResultFolders(options.folder)) {
        const Entry entry = readEntry(folder);
        const bool hasMarks =
            std::any_of(entry.runs.begin(), entry.runs.end(), [](const MlperfRun &run) { return run.hasMarks; });
        if (!hasMarks)
            continue;
        const BaselineScaling scaling =
            options.scaling ? *options.scaling
                            : scalingOfPath(entry.folder).value_or(guessedScaling(entry.runs, entry.benchmark));
        const MlperfScore score = mlperfScore(entry.runs, entry.benchmark, scaling, entry.factor);
        printLine(scoreLine(entry, score));
        explain(entry, score);
        ++(score.minutes ? scored : without);
    }
    if (scored + without == 0)
        printError(Texts::tr("%1 holds no result logs of MLPerf.").arg(options.folder));
    return scored == 0 ? Failed : without > 0 ? Partial : Ok;
}

} // namespace paceline::cli
