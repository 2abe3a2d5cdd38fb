// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"

#include <QByteArrayView>

namespace paceline {

/// `nvidia-smi -q -x`, DTD v10 to v13, one document or several one after the other (`-l`). Leaves without a key of
/// their own are kept under their path ("pci.tx_util"); lists of supported clocks are not. The index is the place in
/// the document, absent when not all attached GPUs are in it. A document that ends early or breaks is an error behind
/// the GPUs read so far. Errors: Malformed (no document of nvidia-smi).
Result<GpuReport> parseNvidiaXml(QByteArrayView text);

} // namespace paceline
