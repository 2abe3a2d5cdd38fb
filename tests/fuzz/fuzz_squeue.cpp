// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Three polls of one reader: the input in two halves, then the whole, so that reused rows are reached too. Then the
// same bytes as a captured table.
#include "backends/parsers/capture.h"
#include "backends/parsers/squeue.h"
#include "backends/parsers/squeuetable.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    paceline::SqueueReader reader;
    (void)reader.read(text.first(text.size() / 2));
    (void)reader.read(text.sliced(text.size() / 2));
    (void)reader.read(text);
    (void)reader.addGpus(paceline::parseSqueueGpus(text));
    (void)reader.withoutGpus();
    for (const paceline::Capture &capture : paceline::readCapture(text))
        (void)paceline::parseSqueueTable(capture.text);
    return 0;
}
