// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"
#include "backends/domain/metric.h"

#include <QString>

namespace paceline {

/// A node or GPU counter in words: "cpu.busy" -> "CPU busy". An unknown one is shown by its id.
QString metricText(const MetricId &metric);
/// A value of a counter as a person reads it: "97 %", and for gpu.throttle what holds the clocks down.
QString metricValueText(const Metric &metric, double value);
/// Why a GPU's clocks are held down, from NVIDIA's bits (NVML, clocks event reasons): "power limit, too hot". "nothing"
/// where no bit is set; a bit without a word shows its number.
QString throttleText(quint64 reasons);
/// A curve of a training log by its canonical or printed name: "loss" -> "Training loss", "samples_per_sec" ->
/// "Throughput".
QString curveText(const QString &curve);
/// The unit of a curve: by its canonical name, else by the unit that the log prints; Unit::None for a bare number.
Unit curveUnit(const QString &curve, const QString &printedUnit = {});

} // namespace paceline
