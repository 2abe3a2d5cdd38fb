// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/sacctcapture.h"
#include "backends/parsers/slurmjson.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    (void)paceline::parseSacct(text, '|');
    (void)paceline::parseSacct(text, '\x1f', paceline::sacctColumns());
    (void)paceline::parseSacctCapture(text);
    (void)paceline::parseSlurmJson(text);
    return 0;
}
