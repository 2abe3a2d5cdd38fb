// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/accelerator.h"
#include "backends/domain/baselineset.h"

namespace paceline {

/// The accelerators that the catalogue has figures of, in its order.
std::vector<Accelerator> acceleratorsOf(const BaselineSet &catalogue);

/// Networks and links that stand by themselves: NVLink, PCIe, InfiniBand, Slingshot, EFA.
std::vector<LinkFigure> networkLinksOf(const BaselineSet &catalogue);

/// The dense peak at a precision in TFLOP/s. Takes the catalogue's precision_key: fp16_or_bf16 means bf16, else fp16.
/// Where there are a vector and a matrix peak, the matrix one. Null where the catalogue has none.
const DensePeak *densePeak(const Accelerator &accelerator, const QString &precision);

/// "NVIDIA H100 80GB HBM3", "NVIDIA A100-SXM4-80GB", "AMD Instinct MI300X", "HL-225": the names that nvidia-smi,
/// rocm-smi, amd-smi, xpu-smi and hl-smi print. Absent for a name that stands for no accelerator of the catalogue.
std::optional<AcceleratorMatch> matchAccelerator(const QString &toolName);

} // namespace paceline
