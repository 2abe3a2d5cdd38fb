// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baselineset.h"

namespace paceline {

/// Samples, images, sequences or tokens per second of the whole system, as published or, of MLPerf, over whole runs.
/// Absent where a record tells none, and where it counts one model of many.
struct Throughput
{
    double perSecond = 0;
    QString unit; ///< "images/s"
};
std::optional<Throughput> throughputOf(const Baseline &record);

/// What a curve is made of.
enum class CurveQuantity { Value, Throughput };

struct BaselinePoint
{
    double accelerators = 0, value = 0;
    const Baseline *record = nullptr; ///< of several at one scale, the first
};

/// Where a scale lies in a curve.
enum class CurvePlace { Inside, BelowFirst, AboveLast };

struct CurveValue
{
    double value = 0;
    CurvePlace place = CurvePlace::Inside; ///< elsewhere the value goes on with the outermost slope: a guess
    const Baseline *lower = nullptr, *upper = nullptr; ///< the points that it lies between; the same at a point
};

/// A published curve over the number of accelerators. Valid as long as the set that it was made from.
class BaselineCurve
{
public:
    /// The records of series that tell the quantity; several at one scale become their geometric mean.
    BaselineCurve(const BaselineSet &catalogue, const QString &series, CurveQuantity quantity);

    const std::vector<BaselinePoint> &points() const { return m_points; } ///< by accelerators, each scale once
    /// Straight lines between logarithms. Absent for fewer than two points outside of them, and for accelerators <= 0.
    std::optional<CurveValue> at(double accelerators) const;

private:
    std::vector<BaselinePoint> m_points;
};

/// The series of a benchmark on an accelerator (key or family), without those of carried-over records alone.
QStringList seriesOf(const BaselineSet &catalogue, const QString &benchmark, const QString &accelerator);

/// What has been published of a benchmark's throughput on an accelerator at a scale.
struct PublishedBand
{
    double low = 0, high = 0; ///< the same where one record stands alone
    QString unit;
    std::vector<const Baseline *> records; ///< what it is made of
};
/// Of curves only what lies inside them, and single records at that very scale; without MLPerf's open division and
/// carried-over records. unit: of the throughput to compare with; of figures in other units nothing is taken. Absent
/// where nothing is published.
std::optional<PublishedBand> publishedBand(const BaselineSet &catalogue, const BaselineFilter &filter,
                                           qint64 accelerators, const QString &unit);

} // namespace paceline
