// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/curves.h"

#include <algorithm>
#include <array>

namespace paceline {

namespace {

constexpr std::array kKnown = {
    "loss",   "accuracy",  "accuracy_top5", "perplexity", "samples_per_sec", "tokens_per_sec", "steps_per_sec",
    "tflops", "step_time", "data_time",     "lr",         "grad_norm",       "loss_scale",     "gpu_mem"};
constexpr std::array kEvaluationMarks = {"val", "valid", "validation", "eval", "test", "dev"};
constexpr std::array kLowerWords = {"loss", "error", "perplexity", "ppl", "wer", "fid", "mae", "mse", "rmse", "time"};
constexpr std::array kHigherWords = {"accuracy", "acc",    "acc1",      "acc5", "top1",   "top5",
                                     "map",      "miou",   "iou",       "bleu", "f1",     "auc",
                                     "mfu",      "recall", "precision", "dice", "reward", "tflops"};

bool isSeparator(QChar c)
{
    return c == QLatin1Char('_') || c == QLatin1Char('/') || c == QLatin1Char(' ') || c == QLatin1Char('-') ||
           c == QLatin1Char('.') || c == QLatin1Char('@');
}

QStringList wordsOf(const QString &metric)
{
    QStringList words;
    QString word;
    for (const QChar c : metric) {
        if (!isSeparator(c))
            word += c.toLower();
        else if (!word.isEmpty())
            words.append(std::exchange(word, {}));
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

template <std::size_t N>
bool holdsOneOf(const QStringList &words, const std::array<const char *, N> &wanted)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const char *one) { return word == QLatin1String(one); });
    });
}

/// What is measured, whoever was asked: "val_loss" and "train/loss" are both "loss".
QString quantityOf(const QString &metric)
{
    QStringList words =
        wordsOf(metric.startsWith(kDerivedPrefix) ? metric.mid(qsizetype(kDerivedPrefix.size())) : metric);
    const auto isMark = [](const QString &word) {
        return word == QLatin1String("train") || word == QLatin1String("training") ||
               holdsOneOf(QStringList{word}, kEvaluationMarks);
    };
    if (words.size() > 1 && isMark(words.constFirst()))
        words.removeFirst();
    return words.join(QLatin1Char('_'));
}

std::size_t rankOf(const QString &quantity)
{
    const auto at =
        std::find_if(kKnown.begin(), kKnown.end(), [&](const char *known) { return quantity == QLatin1String(known); });
    if (at == kKnown.end() && quantity.contains(QLatin1String("memory")))
        return kKnown.size() - 1;
    return std::size_t(at - kKnown.begin());
}

} // namespace

QStringList speedMetrics()
{
    const auto samples = QStringLiteral("samples_per_sec"), tokens = QStringLiteral("tokens_per_sec");
    return {samples,
            tokens,
            kDerivedPrefix + tokens,
            kDerivedPrefix + samples,
            QStringLiteral("steps_per_sec"),
            QStringLiteral("step_time")};
}

QString speedMetricOf(const QStringList &metrics)
{
    const QStringList all = speedMetrics();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const QString &metric) { return metrics.contains(metric); });
    return found == all.end() ? QString() : *found;
}

bool isEvaluation(const QString &metric)
{
    const QStringList words = wordsOf(metric);
    return words.size() > 1 && holdsOneOf(QStringList{words.constFirst()}, kEvaluationMarks);
}

std::vector<CurveGroup> groupCurves(const QStringList &metrics)
{
    struct Ranked
    {
        std::size_t rank;
        QString quantity;
        CurveGroup group;
    };
    std::vector<Ranked> groups;
    QStringList ordered = metrics;
    std::stable_partition(ordered.begin(), ordered.end(), [](const QString &metric) { return !isEvaluation(metric); });
    for (const QString &metric : std::as_const(ordered)) {
        const QString quantity = quantityOf(metric);
        const auto known =
            std::find_if(groups.begin(), groups.end(), [&](const Ranked &one) { return one.quantity == quantity; });
        if (known != groups.end())
            known->group.metrics.append(metric);
        else
            groups.push_back({rankOf(quantity), quantity, {metric, {metric}}});
    }
    std::sort(groups.begin(), groups.end(), [](const Ranked &a, const Ranked &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.quantity < b.quantity;
    });
    std::vector<CurveGroup> result;
    for (Ranked &one : groups)
        result.push_back(std::move(one.group));
    return result;
}

Better betterOf(const QString &metric)
{
    const QStringList words = wordsOf(metric);
    if (metric == QLatin1String("loss_scale"))
        return Better::Neither;
    if (metric.endsWith(QLatin1String("_per_sec")) || holdsOneOf(words, kHigherWords))
        return Better::Higher;
    return holdsOneOf(words, kLowerWords) ? Better::Lower : Better::Neither;
}

} // namespace paceline
