// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/domain/nodehardware.h"

#include <algorithm>

namespace paceline {

GpuId GpuDevice::id() const
{
    return GpuId(!uuid.isEmpty() ? uuid : !pciAddress.isEmpty() ? pciAddress : QStringLiteral("#") + label());
}

QString GpuDevice::label() const
{
    const QString number = index ? QString::number(*index) : minor ? QString::number(*minor) : pciAddress;
    return partition.isEmpty() ? number : number + QLatin1Char('.') + partition;
}

void setAllocation(NodeHardware &hardware, const std::optional<std::vector<int>> &indices)
{
    using Allocation = GpuDevice::Allocation;
    const bool areAll = indices && !indices->empty() && hardware.gpus.size() <= indices->size();
    for (GpuDevice &gpu : hardware.gpus) {
        const std::optional<qint64> number = gpu.minor ? std::optional<qint64>(*gpu.minor) : gpu.index;
        if (!indices)
            gpu.allocation = Allocation::Unknown;
        else if (areAll)
            gpu.allocation = Allocation::ThisJob;
        else if (!number)
            gpu.allocation = Allocation::Unknown;
        else
            gpu.allocation = std::find(indices->begin(), indices->end(), *number) != indices->end()
                                 ? Allocation::ThisJob
                                 : Allocation::NotThisJob;
    }
}

} // namespace paceline
