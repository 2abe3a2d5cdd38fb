// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/metric.h"
#include "widgets/plots/qcp.h"

namespace paceline {

/// Ticks at round local times of a time axis in UTC milliseconds: "14:02", with seconds where they are needed, and the
/// date where it changes.
class TimeTicker : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QVector<QString> createLabelVector(const QVector<double> &ticks, const QLocale &locale, QChar formatChar,
                                       int precision) override;
};

/// Ticks at round spans of time since a start, in milliseconds: "30 min", "1 h 30 min".
class SpanTicker : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override;
};

/// A value as an axis says it: short, with its prefix and without its unit ("32 k", "64 Gi").
QString tickText(double value, Unit unit);

/// Few ticks at round values of the unit (bytes at powers of 1024).
class ValueTicker : public QCPAxisTicker
{
public:
    explicit ValueTicker(Unit unit, int ticks);

protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override;

private:
    Unit m_unit;
};

/// Spans of time on a logarithmic axis: 1 s, 10 s, 1 min, 10 min, 1 h, 10 h ...
class LogSpanTicker : public SpanTicker
{
protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
};

/// Numbers of accelerators on a logarithmic axis: powers of two, as many as find room.
class DoublingTicker : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &) override { return 1; }
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &, QChar, int) override;
};

class LogTicker : public QCPAxisTickerLog
{
public:
    explicit LogTicker(Unit unit);

protected:
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &, QChar, int) override;

private:
    Unit m_unit;
};

} // namespace paceline
