// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/metricunits.h"

#include <QFile>
#include <QMap>
#include <nlohmann/json.hpp>

namespace paceline::cli {

static QMap<MetricId, QString> readUnits()
{
    QMap<MetricId, QString> units;
    QFile file(QStringLiteral(":/metrics.json"));
    if (!file.open(QIODevice::ReadOnly))
        return units;
    const auto json = nlohmann::json::parse(file.readAll().toStdString(), nullptr, false);
    if (!json.is_array())
        return units;
    for (const auto &metric : json) {
        if (metric.is_object() && metric.contains("id") && metric.contains("unit"))
            units.insert(MetricId(QString::fromStdString(metric["id"].get<std::string>())),
                         QString::fromStdString(metric["unit"].get<std::string>()));
    }
    return units;
}

QString metricUnit(const MetricId &metric)
{
    static const QMap<MetricId, QString> kUnits = readUnits();
    return kUnits.value(metric);
}

} // namespace paceline::cli
