// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/tres.h"

#include <QByteArrayView>
#include <QString>
#include <vector>

namespace paceline {

/// One item of a GRES text: "gpu:a100:4(IDX:0-3)" is gpu, a100, 4, {0,1,2,3}.
struct GresItem
{
    QString name, type;
    qint64 count = 1;
    std::vector<int> indices; ///< of "(IDX:...)", expanded; empty for (S:...) and N/A

    friend bool operator==(const GresItem &, const GresItem &) = default;
};

/// Items of a configured, used, allocated or requested GRES text: "gpu:a100:4(S:0-1),shard:16", "gres:gpu:4",
/// "gres/gpu:a100:2", "gpu:1g.10gb:7". Commas inside parentheses do not separate. Nothing for "(null)" and "N/A".
std::vector<GresItem> parseGres(QByteArrayView text);

/// The items named gpu, summed; shards and MPS are no GPUs. Absent when there is none.
std::optional<GpuCount> gpusOfGres(const std::vector<GresItem> &items);

} // namespace paceline
