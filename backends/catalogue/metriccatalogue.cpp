// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/catalogue/metriccatalogue.h"

#include <QFile>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace paceline {

namespace {

using nlohmann::json;

template <class T>
struct Word
{
    const char *text;
    T value;
};

constexpr Word<Unit> kUnits[] = {
    {"none", Unit::None},
    {"percent", Unit::Percent},
    {"ratio", Unit::Ratio},
    {"count", Unit::Count},
    {"count/s", Unit::CountPerSecond},
    {"byte", Unit::Byte},
    {"byte/s", Unit::BytePerSecond},
    {"watt", Unit::Watt},
    {"joule", Unit::Joule},
    {"celsius", Unit::Celsius},
    {"megahertz", Unit::Megahertz},
    {"second", Unit::Second},
    {"millisecond", Unit::Millisecond},
    {"sample/s", Unit::SamplePerSecond},
    {"token/s", Unit::TokenPerSecond},
    {"step/s", Unit::StepPerSecond},
    {"teraflop/s", Unit::TeraflopPerSecond},
    {"load", Unit::LoadAverage},
};
constexpr Word<MetricKind> kKinds[] = {{"gauge", MetricKind::Gauge}, {"counter", MetricKind::Counter}};
constexpr Word<Aggregation> kAggregations[] = {
    {"mean", Aggregation::Mean}, {"sum", Aggregation::Sum}, {"max", Aggregation::Maximum}};
constexpr Word<Better> kBetter[] = {{"neither", Better::Neither}, {"higher", Better::Higher}, {"lower", Better::Lower}};

std::string text(const json &row, const char *key)
{
    const auto it = row.find(key);
    return it != row.end() && it->is_string() ? it->get<std::string>() : std::string();
}

template <class T, std::size_t N>
bool read(const json &row, const char *key, const Word<T> (&words)[N], T &value)
{
    const std::string word = text(row, key);
    const auto known =
        std::find_if(std::begin(words), std::end(words), [&](const Word<T> &w) { return word == w.text; });
    if (known == std::end(words))
        return false;
    value = known->value;
    return true;
}

bool readLimit(const json &row, const char *key, double &value)
{
    const auto it = row.find(key);
    if (it == row.end())
        return true;
    if (!it->is_number())
        return false;
    value = it->get<double>();
    return true;
}

std::optional<Metric> readMetric(const json &row)
{
    Metric metric;
    metric.id = MetricId(QString::fromStdString(text(row, "id")));
    const bool isGood = !metric.id.isEmpty() && read(row, "unit", kUnits, metric.unit) &&
                        read(row, "kind", kKinds, metric.kind) &&
                        read(row, "aggregation", kAggregations, metric.aggregation) &&
                        read(row, "better", kBetter, metric.better) && readLimit(row, "min", metric.rangeMin) &&
                        readLimit(row, "max", metric.rangeMax) && !(metric.rangeMin > metric.rangeMax);
    return isGood ? std::optional(metric) : std::nullopt;
}

} // namespace

Result<MetricCatalogue> MetricCatalogue::parse(const QByteArray &text)
{
    const json rows = json::parse(text.begin(), text.end(), nullptr, false);
    if (!rows.is_array())
        return failure(ErrorKind::Malformed, QStringLiteral("no list"));
    MetricCatalogue catalogue;
    for (const json &row : rows) {
        const std::optional<Metric> metric = row.is_object() ? readMetric(row) : std::nullopt;
        if (!metric || catalogue.find(metric->id))
            return failure(ErrorKind::Malformed,
                           QString::fromStdString(row.dump(-1, ' ', true, json::error_handler_t::replace)));
        catalogue.m_metrics.push_back(*metric);
    }
    return catalogue;
}

Result<MetricCatalogue> MetricCatalogue::builtIn()
{
    QFile file(QStringLiteral(":/metrics.json"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, file.fileName());
    return parse(file.readAll());
}

const Metric *MetricCatalogue::find(const MetricId &id) const
{
    const auto it =
        std::find_if(m_metrics.begin(), m_metrics.end(), [&](const Metric &metric) { return metric.id == id; });
    return it == m_metrics.end() ? nullptr : &*it;
}

} // namespace paceline
