// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/amdsmi.h"
#include "backends/parsers/gpu/dcgmi.h"
#include "backends/parsers/gpu/hlsmi.h"
#include "backends/parsers/gpu/nvidiacsv.h"
#include "backends/parsers/gpu/nvidiadmon.h"
#include "backends/parsers/gpu/nvidialist.h"
#include "backends/parsers/gpu/nvidiatopo.h"
#include "backends/parsers/gpu/nvidiaxml.h"
#include "backends/parsers/gpu/nvlink.h"
#include "backends/parsers/gpu/rocmsmi.h"
#include "backends/parsers/gpu/xpusmi.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    (void)paceline::parseNvidiaQuery(text);
    (void)paceline::parseNvidiaApps(text);
    (void)paceline::parseNvidiaDmon(text);
    (void)paceline::parseNvidiaTopology(text);
    (void)paceline::parseNvidiaXml(text);
    (void)paceline::parseNvlink(text);
    (void)paceline::parseNvidiaList(text);
    (void)paceline::parseDcgmiDmon(text);
    (void)paceline::parseRocmSmi(text);
    (void)paceline::parseAmdSmi(text);
    (void)paceline::parseXpuSmi(text);
    (void)paceline::parseHlSmi(text);
    return 0;
}
