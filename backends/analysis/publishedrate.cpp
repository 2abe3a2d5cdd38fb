// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/publishedrate.h"

#include "backends/analysis/baselineseries.h"
#include "backends/analysis/benchmarknames.h"
#include "backends/domain/metric.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

using Place = PublishedRate::Place;

constexpr double kFarthest = 4;        // times the scale of the outermost point of a curve
constexpr double kSizeSlack = 0.2;     // between language models that are compared
constexpr qint64 kLongSequence = 8192; // longer ones are another work

QString withoutPrefix(const QString &metric)
{
    return metric.startsWith(kDerivedPrefix) ? metric.mid(qsizetype(kDerivedPrefix.size())) : metric;
}

bool isOfSamples(const QString &unit)
{
    static const QStringList kUnits = {QStringLiteral("images/s"), QStringLiteral("samples/s"),
                                       QStringLiteral("sequences/s"), QStringLiteral("sentences/s")};
    return kUnits.contains(unit);
}

/// Tokens of a sequence, where the benchmark's rules fill every sequence.
double tokensPerSequence(const QString &benchmark)
{
    if (benchmark == QLatin1String("gpt3"))
        return 2048;
    const bool isPacked = benchmark == QLatin1String("llama2_70b_lora") || benchmark == QLatin1String("llama31_8b") ||
                          benchmark == QLatin1String("llama31_405b");
    return isPacked ? 8192 : std::numeric_limits<double>::quiet_NaN();
}

/// What a published unit must be multiplied with to count as the metric does; NaN: it cannot.
double factorOf(const Baseline &record, const QString &unit, const QString &metric)
{
    const bool isTokens = unit == QLatin1String("tokens/s");
    if (metric == QLatin1String("tokens_per_sec"))
        return isTokens ? 1 : isOfSamples(unit) ? tokensPerSequence(record.benchmark) : std::nan("");
    if (metric != QLatin1String("samples_per_sec"))
        return std::nan("");
    return isOfSamples(unit) ? 1 : isTokens ? 1 / tokensPerSequence(record.benchmark) : std::nan("");
}

bool isOfMlperf(const Baseline &record)
{
    return record.kind == BaselineKind::MlperfTraining || record.kind == BaselineKind::MlperfHpc;
}

bool isSameModel(const Baseline &record, const BenchmarkGuess &guess)
{
    if (record.mlperf.division == QStringLiteral("open") || record.mlperf.carriedOverFrom)
        return false;
    if (guess.benchmark != QLatin1String("gpt"))
        return record.benchmark == guess.benchmark;
    // Single records try lengths of sequences out; a curve keeps to one.
    return record.kind == BaselineKind::LanguageModel && guess.parametersBillion && record.model.parametersBillion &&
           record.series && record.model.sequenceLength.value_or(0) <= kLongSequence &&
           std::abs(std::log(*record.model.parametersBillion / *guess.parametersBillion)) < std::log1p(kSizeSlack);
}

/// One figure at the job's scale.
struct Figure
{
    double perSecond;
    Place place;
    double distance; ///< in factors beyond the outermost point; 1 inside
    QString unit;
    std::vector<const Baseline *> records;
};

class Collector
{
public:
    Collector(const BaselineSet &catalogue, const BenchmarkGuess &guess, const QString &metric)
        : m_catalogue(catalogue)
        , m_guess(guess)
        , m_metric(metric)
        , m_scale(double(*guess.accelerators))
    {
    }

    std::vector<Figure> figuresOn(const QString &accelerator)
    {
        BaselineFilter filter;
        filter.accelerator = accelerator;
        m_seen.clear();
        m_figures.clear();
        for (const Baseline *record : m_catalogue.matching(filter)) {
            const bool isIt = record->acceleratorKey == accelerator || record->acceleratorFamily == accelerator;
            if (isIt && record->accelerators && isSameModel(*record, m_guess))
                add(*record);
        }
        return std::move(m_figures);
    }

private:
    void add(const Baseline &record)
    {
        const auto throughput = throughputOf(record);
        const double factor = throughput ? factorOf(record, throughput->unit, m_metric) : std::nan("");
        if (std::isnan(factor))
            return;
        if (record.series && m_seen.contains(*record.series))
            return;
        if (record.series) {
            m_seen.insert(*record.series);
            const BaselineCurve curve(m_catalogue, *record.series, CurveQuantity::Throughput);
            if (curve.points().size() > 1)
                return addCurve(curve, factor, throughput->unit);
        }
        const double away = m_scale / double(*record.accelerators);
        if (away > kFarthest || away < 1 / kFarthest)
            return;
        const Place place = away > 1 ? Place::AboveLast : away < 1 ? Place::BelowFirst : Place::Inside;
        m_figures.push_back(
            {throughput->perSecond * factor * away, place, std::max(away, 1 / away), throughput->unit, {&record}});
    }

    void addCurve(const BaselineCurve &curve, double factor, const QString &unit)
    {
        const auto value = curve.at(m_scale);
        if (!value)
            return;
        const double first = curve.points().front().accelerators, last = curve.points().back().accelerators;
        const double away = std::max({m_scale / last, first / m_scale, 1.0});
        if (away > kFarthest)
            return;
        const Place place = value->place == CurvePlace::Inside       ? Place::Inside
                            : value->place == CurvePlace::BelowFirst ? Place::BelowFirst
                                                                     : Place::AboveLast;
        m_figures.push_back({value->value * factor, place, away, unit, {value->lower, value->upper}});
    }

    const BaselineSet &m_catalogue;
    const BenchmarkGuess &m_guess;
    const QString m_metric;
    const double m_scale;
    QSet<QString> m_seen;
    std::vector<Figure> m_figures;
};

/// Leaves those that are told best: inside before outside, MLPerf's before others, near before far.
void keepBest(std::vector<Figure> &figures)
{
    const auto keep = [&](auto isGood) {
        if (std::any_of(figures.begin(), figures.end(), isGood))
            std::erase_if(figures, [&](const Figure &figure) { return !isGood(figure); });
    };
    keep([](const Figure &figure) { return figure.place == Place::Inside; });
    keep([](const Figure &figure) { return isOfMlperf(*figure.records.front()); });
    const auto nearest = std::min_element(figures.begin(), figures.end(),
                                          [](const Figure &a, const Figure &b) { return a.distance < b.distance; });
    if (nearest == figures.end())
        return;
    const double distance = nearest->distance;
    const Place place = nearest->place;
    keep([=](const Figure &figure) { return figure.distance <= distance && figure.place == place; });
}

/// "MLPerf v1.0–v2.1"
QString suiteOf(const std::vector<Figure> &figures)
{
    QStringList rounds;
    QString name;
    for (const Figure &figure : figures) {
        for (const Baseline *record : figure.records) {
            if (!isOfMlperf(*record))
                return {};
            name = record->kind == BaselineKind::MlperfHpc ? QStringLiteral("MLPerf HPC ") : QStringLiteral("MLPerf ");
            rounds.append(record->mlperf.round.value_or(QString()));
        }
    }
    rounds.sort();
    if (rounds.isEmpty() || rounds.first() == rounds.last())
        return (name + rounds.value(0)).trimmed();
    return name + rounds.first() + QStringLiteral("–") + rounds.last();
}

QStringList publishersOf(const std::vector<Figure> &figures)
{
    QStringList names;
    for (const Figure &figure : figures) {
        for (const Baseline *record : figure.records) {
            const QString name = isOfMlperf(*record) ? record->mlperf.submitter.value_or(QString())
                                                     : record->source.name.value_or(QString());
            if (!name.isEmpty() && !names.contains(name, Qt::CaseInsensitive))
                names.append(name);
        }
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

} // namespace

std::optional<PublishedRate> publishedRate(const BaselineSet &catalogue, const BenchmarkGuess &guess,
                                           const QString &metric)
{
    if (guess.benchmark.isEmpty() || !guess.accelerators || *guess.accelerators < 1)
        return {};
    Collector collector(catalogue, guess, withoutPrefix(metric));
    std::vector<Figure> figures;
    if (!guess.acceleratorKey.isEmpty())
        figures = collector.figuresOn(guess.acceleratorKey);
    const bool isOfFamily = figures.empty() && guess.acceleratorKey != guess.acceleratorFamily;
    if (figures.empty() && !guess.acceleratorFamily.isEmpty())
        figures = collector.figuresOn(guess.acceleratorFamily);
    keepBest(figures);
    if (figures.empty())
        return {};
    const auto [low, high] = std::minmax_element(
        figures.begin(), figures.end(), [](const Figure &a, const Figure &b) { return a.perSecond < b.perSecond; });
    const double share = guess.scope == RateScope::PerAccelerator ? 1.0 / double(*guess.accelerators) : 1.0;
    PublishedRate rate;
    rate.low = low->perSecond * share;
    rate.high = high->perSecond * share;
    rate.metric = metric;
    rate.unit = withoutPrefix(metric) == QLatin1String("tokens_per_sec") ? QStringLiteral("tokens/s") : low->unit;
    rate.accelerators = *guess.accelerators;
    rate.scope = guess.scope;
    rate.place = figures.front().place;
    rate.figures = int(figures.size());
    rate.isOfFamily = isOfFamily;
    rate.accelerator = isOfFamily || guess.acceleratorKey.isEmpty() || guess.acceleratorKey == guess.acceleratorFamily
                           ? guess.acceleratorFamily.toUpper()
                           : figures.front().records.front()->accelerator.value_or(guess.acceleratorFamily.toUpper());
    rate.suite = suiteOf(figures);
    rate.isWholeRuns = !rate.suite.isEmpty();
    rate.publishers = publishersOf(figures);
    rate.isTrusted = rate.place == Place::Inside && guess.confidence >= GuessConfidence::Likely;
    return rate;
}

} // namespace paceline
