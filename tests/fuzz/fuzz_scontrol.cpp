// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/outputpath.h"
#include "backends/parsers/scontroljob.h"
#include "backends/parsers/scontrolnode.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    if (const auto jobs = paceline::parseScontrolJobs(text)) {
        for (const paceline::JobDetail &detail : *jobs)
            (void)paceline::expandOutputPath(detail.job.stdoutPath, detail, QStringLiteral("22.05.8"));
    }
    (void)paceline::parseScontrolNodes(text);
    (void)paceline::parseScontrolPartitions(text);
    return 0;
}
