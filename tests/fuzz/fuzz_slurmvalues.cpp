// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The small texts that stand in Slurm's answers: each input goes to all of their readers.
#include "backends/parsers/gres.h"
#include "backends/parsers/hostlist.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtext.h"
#include "backends/parsers/slurmtime.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    (void)paceline::expandHostList(QString::fromUtf8(text), 1000);
    (void)paceline::gpusOfGres(paceline::parseGres(text));
    (void)paceline::gpusOfTres(paceline::parseTres(text));
    (void)paceline::parseJobState(text);
    (void)paceline::parseNodeState(text);
    (void)paceline::parseSlurmCount(text);
    (void)paceline::parseSlurmMemoryMiB(text);
    (void)paceline::parseEpochSeconds(text);
    (void)paceline::parseSlurmDuration(text);
    (void)paceline::parseTimeLimit(text);
    (void)paceline::slurmFailure(1, text);
    return 0;
}
