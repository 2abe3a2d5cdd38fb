// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/loggrower.h"

#include "backends/parsers/logs/logstream.h"
#include "backends/parsers/logs/scanner.h"

#include <QDir>
#include <QFile>
#include <map>
#include <string_view>
#include <vector>

namespace bench {

using namespace paceline;

namespace {

enum class Counter { Epoch, Step, StepInEpoch };
constexpr int kCounters = 3;

/// A number in the sample that goes on from copy to copy.
struct Place
{
    qsizetype length;
    qint64 value;
    Counter counter;
    bool isTotal;
};
using Places = std::map<qsizetype, Place>; // by offset

/// How far a counter gets in one copy.
struct Reach
{
    qint64 least = std::numeric_limits<qint64>::max(), most = std::numeric_limits<qint64>::min();
    qint64 span() const { return most < least ? 0 : most - least + 1; }
};

/// A fraction, a thousand, a date or a time goes on there.
bool joins(std::string_view text, std::size_t at, std::size_t next)
{
    constexpr std::string_view kWithin = ".,:-";
    return at < text.size() && (logs::isDigit(text[at]) || (kWithin.find(text[at]) != std::string_view::npos &&
                                                            next < text.size() && logs::isDigit(text[next])));
}

bool isDay(std::string_view text, std::size_t from, std::size_t end)
{
    return from > 0 && text[from - 1] == '/' && end < text.size() && text[end] == '/';
}

/// The first whole number of that value within the record that is not taken.
void mark(const QByteArray &sample, const LogRecord &record, std::optional<double> value, Counter counter, bool isTotal,
          Places &places)
{
    const std::string_view text(sample.constData(), std::size_t(record.offset + record.length));
    for (auto at = std::size_t(record.offset); value && at < text.size();) {
        std::size_t end = at;
        qint64 number = 0;
        while (end < text.size() && logs::isDigit(text[end]) && end - at < 18)
            number = number * 10 + (text[end++] - '0');
        const bool free = end > at && !joins(text, at - 1, at - 2) && !joins(text, end, end + 1) &&
                          !isDay(text, at, end) && !places.contains(qsizetype(at));
        if (free && double(number) == *value) {
            places.insert({qsizetype(at), {qsizetype(end - at), number, counter, isTotal}});
            return;
        }
        at = std::max(end, at + 1);
    }
}

std::optional<double> real(const std::optional<qint64> &value)
{
    return value ? std::optional<double>(double(*value)) : std::nullopt;
}

Places placesOf(const QByteArray &sample, const std::vector<LogRecord> &records)
{
    Places places;
    for (const LogRecord &record : records) {
        mark(sample, record, record.epoch, Counter::Epoch, false, places);
        mark(sample, record, record.totalEpochs, Counter::Epoch, true, places);
        if (!record.stepFromBar) {
            mark(sample, record, real(record.step), Counter::Step, false, places);
            mark(sample, record, real(record.totalSteps), Counter::Step, true, places);
        }
        // Steps within an epoch start anew where the epoch goes on.
        if (!record.epoch) {
            mark(sample, record, real(record.stepInEpoch), Counter::StepInEpoch, false, places);
            mark(sample, record, real(record.stepsPerEpoch), Counter::StepInEpoch, true, places);
        }
    }
    return places;
}

std::vector<LogRecord> recordsOf(const QByteArray &bytes)
{
    logs::LogStream stream;
    std::vector<LogRecord> records = stream.feed(bytes, 0);
    for (logs::Reading &reading : stream.finish())
        records.push_back(std::move(reading.record));
    return records;
}

} // namespace

QByteArray sampleIn(const QString &folder)
{
    const QDir dir(folder);
    const QStringList names = dir.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (name == QLatin1String("expected.json") || !file.open(QIODevice::ReadOnly))
            continue;
        QByteArray bytes = file.readAll();
        if (!recordsOf(bytes).empty())
            return bytes.endsWith('\n') ? bytes : bytes + '\n';
    }
    return {};
}

GrownLog grow(const QByteArray &sample, qsizetype size)
{
    const std::vector<LogRecord> records = recordsOf(sample);
    const Places places = placesOf(sample, records);
    Reach reaches[kCounters];
    for (const auto &[offset, place] : places) {
        Reach &reach = reaches[std::size_t(place.counter)];
        if (!place.isTotal) {
            reach.least = std::min(reach.least, place.value);
            reach.most = std::max(reach.most, place.value);
        }
    }
    const qint64 copies = size / sample.size() + 1;
    GrownLog log;
    log.bytes.reserve(size + size / 8);
    for (qint64 copy = 0; copy < copies; ++copy) {
        qsizetype from = 0;
        for (const auto &[offset, place] : places) {
            log.bytes.append(sample.constData() + from, offset - from);
            const qint64 further = (place.isTotal ? copies : copy) * reaches[std::size_t(place.counter)].span();
            log.bytes += QByteArray::number(place.value + further).rightJustified(place.length, '0');
            from = offset + place.length;
        }
        log.bytes.append(sample.constData() + from, sample.size() - from);
    }
    log.records = copies * qint64(records.size());
    return log;
}

GrownLog mixedLog(qsizetype size)
{
    static constexpr const char *kTalk[] = {
        "node%1:%2:%3 [2] INFO Channel 07/0 : 9[1] -> 17[1] [receive] via NET/IB/2/GDRDMA\n",
        "node%1:%2:%3 [0] INFO ring 4: tree depth 3, 24 channels, protocol simple, 0x7f3a91c0\n",
        "/opt/conda/lib/python3.11/site-packages/torch/nn/functional.py:%2: UserWarning: the kernel is not tuned\n",
        "  warnings.warn(\"a tensor of %3 elements was copied between devices\")\n",
        "[rank%1]: reading shard %2 of the training set, %3 samples wait in the queue\n",
        "  File \"/home/someone/project/train/loop.py\", line %1, in forward\n",
        "    hidden = self.block(hidden, mask=mask, cache=None)\n",
        "\n",
        "2026-03-0%1 11:0%1:27,013 - project.data - DEBUG - worker %2 opened part-%3.parquet\n",
        "srun: job %3 step creation: still waiting for %1 nodes\n",
        "%1: model.layers.%2.attention.weight torch.Size([4096, %3]) bfloat16 requires_grad\n",
        "Saving checkpoint at global step %3 to /scratch/run/checkpoints/step-%3, please wait\n",
        "{\"level\": \"info\", \"ts\": 17%3.25, \"msg\": \"lease renewed\", \"pod\": \"trainer-%1\"}\n",
        "I0317 10:0%1:13.224641 %3 placer.py:181] placed %2 ops on the device, memory is contiguous\n",
        "| %2  N/A   33C    P0    71W / 400W |  %3MiB / 40960MiB |     %1%      Default |\n",
        "========================================================================\n",
        "Cleaning up old batches of temporary files before the next epoch begins (%1 of %2)\n",
        "DEBUG:urllib3.connectionpool:https://example.org:443 \"GET /api/%3 HTTP/1.1\" 200 None\n",
        "tokenizing document %3: some words of a text, quoted here so that one sees what is read, and more words\n",
    };
    constexpr int kKinds = int(std::size(kTalk));
    GrownLog log;
    log.bytes.reserve(size + 4096);
    for (int i = 0; log.bytes.size() < size; ++i) {
        if (i % (kKinds + 1) == kKinds) {
            log.bytes += "epoch 1 step " + QByteArray::number(i) + " loss " + QByteArray::number(2.0 + i % 97 * 0.01) +
                         " lr 0.05 throughput 2600.1 samples/s\n";
            ++log.records;
            continue;
        }
        QByteArray line = kTalk[i % (kKinds + 1)];
        log.bytes += line.replace("%1", QByteArray::number(i % 8 + 1))
                         .replace("%2", QByteArray::number(i % 4099))
                         .replace("%3", QByteArray::number(100'000 + qint64(i) * 7919 % 900'000));
    }
    return log;
}

} // namespace bench
