// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: event files are read at 1 GB/s or more on one core, with all checksums verified. The limit is the checksums
// alone over the same bytes. CPU time, median of several runs. Usage: bench_eventfiles [MEGABYTES]
#include "backends/parsers/events/crc32c.h"
#include "backends/parsers/events/eventfile.h"
#include "backends/parsers/events/littleendian.h"
#include "tests/bench/measure.h"

#include <cmath>

using namespace paceline::events;

namespace {

template <class T>
QByteArray raw(T value)
{
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

std::uint32_t maskedSum(const QByteArray &bytes)
{
    return masked(crc32c({bytes.constData(), std::size_t(bytes.size())}));
}

QByteArray varint(std::uint64_t value)
{
    QByteArray out;
    for (; value >= 0x80; value >>= 7)
        out += char(value | 0x80);
    return out += char(value);
}

QByteArray bytesField(int number, const QByteArray &bytes)
{
    return varint(std::uint64_t(number) << 3 | 2) + varint(std::uint64_t(bytes.size())) + bytes;
}

QByteArray record(const QByteArray &data)
{
    const QByteArray length = raw(std::uint64_t(data.size()));
    return length + raw(maskedSum(length)) + data + raw(maskedSum(data));
}

QByteArray event(int step, const QByteArray &values)
{
    return record("\x09" + raw(1.7e9 + step * 0.25) + "\x10" + varint(std::uint64_t(step)) + bytesField(5, values));
}

const char *const kTags[] = {"train/loss",
                             "train/grad_norm",
                             "train/learning_rate",
                             "throughput/tokens_per_sec",
                             "throughput/samples_per_sec",
                             "gpu/memory_allocated_gib"};

/// As torch's SummaryWriter: one value an event.
QByteArray simpleEvents(int step)
{
    QByteArray events;
    for (const char *tag : kTags)
        events += event(step, bytesField(1, bytesField(1, tag) + "\x15" + raw(2.0F / float(1 + step))));
    return events;
}

/// As TensorFlow 2: a tensor each, and its plugin.
QByteArray tensorEvents(int step)
{
    QByteArray events;
    for (const char *tag : kTags) {
        const QByteArray tensor = QByteArray("\x08\x01\x12\x00", 4) + bytesField(4, raw(2.0F / float(1 + step)));
        const QByteArray plugin = bytesField(9, bytesField(1, bytesField(1, "scalars")));
        events += event(step, bytesField(1, bytesField(1, tag) + bytesField(8, tensor) + plugin));
    }
    return events;
}

/// As TensorFlow 1: all values of a step in one event.
QByteArray mergedEvents(int step)
{
    QByteArray values;
    for (const char *tag : kTags)
        values += bytesField(1, bytesField(1, tag) + "\x15" + raw(2.0F / float(1 + step)));
    return event(step, values);
}

/// Scalars between pictures of 64 KiB.
QByteArray pictureEvents(int step)
{
    return simpleEvents(step) +
           event(step, bytesField(1, bytesField(1, "sample") + bytesField(4, bytesField(4, QByteArray(65536, 'p')))));
}

struct Case
{
    const char *name;
    QByteArray (*events)(int step);
    int pointsEach;
};

const Case kCases[] = {{"simple values", simpleEvents, 6},
                       {"tensors", tensorEvents, 6},
                       {"merged values", mergedEvents, 6},
                       {"with pictures", pictureEvents, 6}};

double readMs(const QByteArray &file, qsizetype &points)
{
    const bench::Meter meter;
    EventFileReader reader;
    points = 0;
    for (qsizetype at = 0; at < file.size(); at += 1 << 20)
        points += qsizetype(
            reader.read(QByteArrayView(file).sliced(at, std::min<qsizetype>(1 << 20, file.size() - at))).points.size());
    return meter.cpuMs();
}

/// Both checksums of every record, and nothing else.
double sumMs(const QByteArray &file, const std::vector<std::pair<qsizetype, qsizetype>> &records)
{
    const bench::Meter meter;
    std::uint32_t sum = 0;
    for (const auto &[at, size] : records)
        sum ^= crc32c({file.constData() + at, 8}) ^ crc32c({file.constData() + at + 12, std::size_t(size)});
    return meter.cpuMs() + (sum == 1 ? 1e-9 : 0); // keeps the sums from being optimised away
}

std::vector<std::pair<qsizetype, qsizetype>> recordsOf(const QByteArray &file)
{
    std::vector<std::pair<qsizetype, qsizetype>> records;
    for (qsizetype at = 0; at < file.size(); at += 16 + records.back().second)
        records.emplace_back(at, littleEndian<qint64>(file.constData() + at));
    return records;
}

} // namespace

int main(int argc, char **argv)
{
    const double megabytes = argc > 1 ? QByteArray(argv[1]).toDouble() : 64;
    for (const Case &c : kCases) {
        QByteArray file;
        qsizetype expected = 0, points = 0;
        for (int step = 1; double(file.size()) < megabytes * 1e6; ++step) {
            file += c.events(step);
            expected += c.pointsEach;
        }
        const auto records = recordsOf(file);
        std::vector<double> ours, limit;
        for (int i = 0; i < 9; ++i) {
            ours.push_back(readMs(file, points));
            limit.push_back(sumMs(file, records));
        }
        if (points != expected) {
            std::fprintf(stderr, "%s: %lld points, not %lld\n", c.name, (long long)points, (long long)expected);
            return 1;
        }
        const double size = double(file.size()) / 1e6, ms = bench::percentile(ours, 0.5);
        std::printf("{\"case\": \"%s\", \"mb_per_s\": %.0f, \"goal_mb_per_s\": 1000, \"ns_per_point\": %.1f, "
                    "\"checksums_alone_mb_per_s\": %.0f}\n",
                    c.name, size / ms * 1e3, ms * 1e6 / double(points), size / bench::percentile(limit, 0.5) * 1e3);
    }
    return 0;
}
