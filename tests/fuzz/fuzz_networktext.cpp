// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/jobtables.h"
#include "backends/parsers/network/fabric.h"
#include "backends/parsers/network/filesystems.h"
#include "backends/parsers/network/netdev.h"
#include "backends/parsers/network/nodefiles.h"
#include "backends/parsers/sinfo.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    (void)paceline::parseInfiniBand(text);
    (void)paceline::parseEfa(text);
    (void)paceline::parseCxi(text);
    (void)paceline::parseNetDev(text);
    (void)paceline::parseMountStats(text);
    (void)paceline::parseLustre(text);
    (void)paceline::parsePressure(text);
    (void)paceline::parseCrayPower(text);
    (void)paceline::parseSinfo(text);
    (void)paceline::parseSprio(text);
    (void)paceline::parseSstat(text);
    return 0;
}
