// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logstream.h"
#include "backends/parsers/logs/recordtimes.h"

#include <cstdlib>

using namespace paceline;

/// Reads the bytes at once and in pieces, whose size the first byte says: both must give records at the same places,
/// and each its time.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const qsizetype piece = 1 + data[0];
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    logs::LogStream whole, parts;
    std::vector<logs::Reading> expected = whole.read(bytes);
    std::vector<logs::Reading> actual;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        for (logs::Reading &reading : parts.read(bytes.mid(at, piece)))
            actual.push_back(std::move(reading));
    }
    for (logs::Reading &reading : whole.finish())
        expected.push_back(std::move(reading));
    for (logs::Reading &reading : parts.finish())
        actual.push_back(std::move(reading));
    if (actual.size() != expected.size() || whole.offset() != bytes.size() || parts.line() != whole.line())
        std::abort();
    for (std::size_t i = 0; i < actual.size(); ++i) {
        const LogRecord &a = actual[i].record, &b = expected[i].record;
        const bool same = a.line == b.line && a.segment == b.segment && a.step == b.step && a.offset == b.offset &&
                          a.length == b.length && a.metrics.size() == b.metrics.size();
        if (!same || a.offset < 0 || a.length < 0 || a.offset + a.length > bytes.size())
            std::abort();
    }
    logs::RecordTimes times;
    times.setStart(1'000'000);
    times.setZone(0);
    const std::vector<LogRecord> timed = times.backlog(std::move(expected), 2'000'000);
    for (const LogRecord &record : timed) {
        if (record.timeSource == TimeSource::None)
            std::abort();
    }
    return 0;
}
