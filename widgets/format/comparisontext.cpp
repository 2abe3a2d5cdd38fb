// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/comparisontext.h"

#include "widgets/format/metrictext.h"
#include "widgets/format/units.h"

#include <QCoreApplication>
#include <cmath>

namespace paceline {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

constexpr double kSame = 0.01; // less is noise of the measurement

QString shortName(const QString &metric)
{
    return metric == QLatin1String("loss") ? Text::tr("loss") : curveText(metric);
}

QString speedText(double speed)
{
    const double difference = speed - 1;
    if (std::fabs(difference) < kSame)
        return Text::tr("as fast");
    const QString percent = formatCount(std::llround(std::fabs(difference) * 100)) + QStringLiteral("\u00a0%");
    return difference > 0 ? Text::tr("%1 faster").arg(percent) : Text::tr("%1 slower").arg(percent);
}

} // namespace

QString comparisonText(const RunComparison &comparison, const QString &name)
{
    const QString metric = shortName(comparison.metric);
    const auto number = [](float value) {
        return std::isnan(value) ? QStringLiteral("NaN") : formatNumber(double(value));
    };
    QString text = comparison.referenceEnded
                       ? Text::tr("%1 %2 at step %3, where %4 ended with %5")
                             .arg(metric, number(comparison.value), formatCount(qint64(comparison.step)), name,
                                  number(comparison.reference))
                       : Text::tr("%1 %2, %3 %4 at this step")
                             .arg(metric, number(comparison.value), name, number(comparison.reference));
    if (comparison.speed)
        text += QStringLiteral(", ") + speedText(*comparison.speed);
    return text;
}

} // namespace paceline
