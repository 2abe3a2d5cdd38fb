// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplejob.h"

#include "backends/store/gridbuilder.h"

#include <cmath>
#include <random>

namespace paceline {

namespace {

constexpr int kTotalSteps = 56300, kStepsPerRecord = 10;

LogMetric metric(const char *name, double value, const char *unit = "")
{
    return {QLatin1String(name), value, QLatin1String(unit), QLatin1String(name)};
}

QByteArray lineOf(int record, double loss, double rate)
{
    return "step " + QByteArray::number(record * kStepsPerRecord) + "  loss " + QByteArray::number(loss, 'f', 3) +
           "  lr 1.21e-04  " + QByteArray::number(rate, 'f', 0) + " samples/s\n";
}

} // namespace

std::shared_ptr<const Job> SampleJob::job() const
{
    auto result = std::make_shared<Job>();
    result->id = {4711823};
    result->displayId = QStringLiteral("4711823");
    result->name = QStringLiteral("resnet50-imagenet");
    result->user = QStringLiteral("alice");
    result->partition = QStringLiteral("gpu");
    result->state = JobState::Running;
    result->stateText = QStringLiteral("RUNNING");
    result->numNodes = nodes;
    result->gpus = nodes * 8;
    result->gpuTypes = {{QStringLiteral("a100"), nodes * 8}};
    result->timeLimit = {TimeLimit::Kind::Minutes, 12 * 60};
    result->startS = (kNowMs - minutes * kMinute) / 1000;
    result->nodeList =
        nodes > 1 ? QStringLiteral("n[001-%1]").arg(nodes, 3, 10, QLatin1Char('0')) : QStringLiteral("n001");
    result->stdoutPath = QStringLiteral("/home/alice/runs/slurm-4711823.out");
    result->workDir = QStringLiteral("/home/alice/runs");
    result->command = QStringLiteral("/home/alice/runs/train.sbatch");
    return result;
}

std::shared_ptr<const Run> SampleJob::run() const
{
    std::mt19937 random(4);
    std::normal_distribution<double> noise;
    RunBuilder builder;
    builder.setSource(job()->stdoutPath, QStringLiteral("timm"));
    std::vector<LogRecord> batch;
    const double first = double(kNowMs - minutes * kMinute), span = double(minutes * kMinute) * 0.995;
    int step = 0;
    for (int i = 0; i < records; ++i, step += kStepsPerRecord) {
        if (restartAt > 0 && i == restartAt)
            step -= step / 10;
        const double t = double(step) / (double(records) * kStepsPerRecord);
        LogRecord record;
        record.line = record.lastLine = i + 1;
        record.step = step;
        record.totalSteps = kTotalSteps;
        record.epoch = 90.0 * step / kTotalSteps;
        record.timeMs = qint64(first + span * (i + 1) / records);
        record.timeSource = i < estimatedUntil ? TimeSource::Interpolated : TimeSource::Printed;
        const double loss = 2.3 + 6.6 * std::exp(-5 * t) + 0.8 * std::exp(-60 * t) + 0.09 * noise(random);
        const bool saves = i % 600 > 294 && i % 600 < 300;
        record.metrics = {metric("loss", nanFrom > 0 && i >= nanFrom ? NAN : loss), metric("lr", 1e-4),
                          metric("samples_per_sec", (saves ? 11000 : 20800) + 240 * noise(random), "samples/s")};
        batch.push_back(std::move(record));
    }
    builder.append(batch);
    return builder.snapshot();
}

std::vector<NodeName> SampleJob::nodeNames() const
{
    std::vector<NodeName> names;
    for (int i = 1; i <= nodes; ++i)
        names.emplace_back(QStringLiteral("n%1").arg(i, 3, 10, QLatin1Char('0')));
    return names;
}

std::shared_ptr<const Grid> SampleJob::grid(const QString &name) const
{
    std::mt19937 random(7);
    std::normal_distribution<float> noise;
    GridBuilder builder(MetricId(name), nodeEntities(nodeNames()));
    const bool isCpu = name.startsWith(QLatin1String("cpu")), isMemory = name.startsWith(QLatin1String("memory"));
    for (int tick = 0; tick < ticks; ++tick) {
        if (tick >= gapFrom && tick < gapTo)
            continue;
        std::vector<float> values;
        for (int node = 0; node < nodes; ++node) {
            const bool isWarm = tick > 12, isSlow = node == slowNode && tick > ticks * 2 / 3;
            float v = isCpu      ? 86 + 2.2F * noise(random)
                      : isMemory ? 212e9F + 3e9F * noise(random)
                                 : 4.1e9F + 2e8F * noise(random);
            v *= isSlow ? 0.35F : isWarm ? 1.0F : 0.15F + 0.06F * float(tick);
            values.push_back(node == silentNode && tick > ticks * 4 / 5 ? kMissing : v);
        }
        builder.append(kNowMs - qint64(ticks - tick) * tickMs + tickMs / 2, values);
    }
    return builder.snapshot();
}

/// Waits of half a minute now and then, as when a checkpoint is written.
static bool isSaving(int tick)
{
    return tick % 120 > 116;
}

std::shared_ptr<const Grid> SampleJob::gpuGrid(const QString &name) const
{
    std::mt19937 random(11);
    std::normal_distribution<float> noise;
    auto entities = std::make_shared<std::vector<Entity>>();
    for (const NodeName &node : nodeNames()) {
        for (int gpu = 0; gpu < gpusPerNode; ++gpu)
            entities->push_back({.node = node,
                                 .kind = Entity::Kind::Gpu,
                                 .id = QStringLiteral("GPU-%1-%2").arg(node.value).arg(gpu),
                                 .label = QString::number(gpu)});
    }
    GridBuilder builder(MetricId(name), entities);
    const int hotRow = slowNode < 0 ? -1 : slowNode * gpusPerNode + 2;
    for (int tick = 0; tick < ticks; ++tick) {
        std::vector<float> values;
        for (int row = 0; row < int(entities->size()); ++row) {
            const float warm = std::min(1.0F, 0.1F + 0.05F * float(tick));
            const bool isHot = row == hotRow && tick > ticks * 2 / 3;
            const float work = warm * (isSaving(tick) ? 0.2F : 1.0F);
            float v = 71e9F * warm;
            if (name == QLatin1String("gpu.util"))
                v = work * (96 + noise(random));
            else if (name == QLatin1String("gpu.power"))
                v = 60 + work * (isHot ? 210 : 340 + 6 * noise(random));
            else if (name == QLatin1String("gpu.temperature"))
                v = 34 + work * (isHot ? 56 : 28 + noise(random));
            else if (name == QLatin1String("gpu.sm_clock"))
                v = isHot ? 1080.0F : 1410 - 4 * std::fabs(noise(random));
            else if (name == QLatin1String("gpu.throttled"))
                v = isHot ? 100.0F : 0.0F;
            else if (name == QLatin1String("gpu.memory.total"))
                v = 85.9e9F;
            else if (name == QLatin1String("gpu.power_limit"))
                v = 400;
            values.push_back(v);
        }
        builder.append(kNowMs - qint64(ticks - tick) * tickMs + tickMs / 2, values);
    }
    return builder.snapshot();
}

std::shared_ptr<const LogText> SampleJob::log() const
{
    LogTextBuilder builder;
    LogChunk chunk;
    chunk.job = job()->id;
    chunk.path = job()->stdoutPath;
    chunk.format = QStringLiteral("timm");
    const auto curve = run();
    for (int i = 0; i < records; ++i)
        chunk.bytes += lineOf(i, double(curve->value(std::size_t(i), QStringLiteral("loss"))),
                              double(curve->value(std::size_t(i), QStringLiteral("samples_per_sec"))));
    chunk.fileSize = chunk.bytes.size();
    chunk.timeMs = kNowMs;
    builder.apply(chunk);
    LogChunk caughtUp = chunk;
    caughtUp.event = LogChunk::Event::CaughtUp;
    caughtUp.offset = chunk.bytes.size();
    caughtUp.bytes.clear();
    builder.apply(caughtUp);
    return builder.snapshot();
}

std::shared_ptr<JobSnapshot> SampleJob::snapshot() const
{
    auto result = std::make_shared<JobSnapshot>();
    result->job = job()->id;
    auto detail = std::make_shared<JobDetail>();
    detail->job = *job();
    detail->allocTres = {{QStringLiteral("cpu"), QStringLiteral("512")},
                         {QStringLiteral("gres/gpu"), QStringLiteral("64")}};
    detail->allocations = {{job()->nodeList,
                            nodeNames(),
                            QStringLiteral("0-63"),
                            204800,
                            QStringLiteral("gpu:a100:8(IDX:0-7)"),
                            {0, 1, 2, 3, 4, 5, 6, 7}}};
    detail->batchHost = QStringLiteral("n001");
    result->detail = detail;
    result->detailMs = kNowMs;
    result->logRun = result->run = records > 0 ? run() : nullptr;
    result->log = records > 0 ? log() : nullptr;
    if (ticks > 0) {
        for (const char *name : {"cpu.busy", "memory.used", "net.receive", "net.transmit"})
            result->grids.insert(MetricId{QLatin1String(name)}, grid(QLatin1String(name)));
    }
    if (ticks > 0 && gpusPerNode > 0) {
        for (const char *name : {"gpu.util", "gpu.power", "gpu.temperature", "gpu.sm_clock", "gpu.throttled",
                                 "gpu.memory.used", "gpu.memory.total", "gpu.power_limit"})
            result->grids.insert(MetricId{QLatin1String(name)}, gpuGrid(QLatin1String(name)));
    }
    result->probe.job = result->job;
    result->probe.rung = ProbeRung::OverlapStep;
    result->probe.phase = ProbeStatus::Phase::Running;
    result->probe.nodes = nodeNames();
    if (silentNode >= 0) {
        result->probe.silentNodes = {nodeNames()[std::size_t(silentNode)]};
        result->probe.silentSinceMs = kNowMs - ticks / 5 * tickMs;
    }
    return result;
}

std::vector<Metric> sampleMetrics()
{
    const auto metric = [](const char *id, Unit unit, Better better, double max) {
        Metric m;
        m.id = MetricId{QLatin1String(id)};
        m.unit = unit;
        m.better = better;
        m.rangeMin = 0;
        m.rangeMax = max;
        return m;
    };
    return {metric("cpu.busy", Unit::Percent, Better::Higher, 100),
            metric("memory.used", Unit::Byte, Better::Neither, NAN),
            metric("net.receive", Unit::BytePerSecond, Better::Neither, NAN),
            metric("net.transmit", Unit::BytePerSecond, Better::Neither, NAN),
            metric("gpu.util", Unit::Percent, Better::Higher, 100),
            metric("gpu.power", Unit::Watt, Better::Neither, NAN),
            metric("gpu.temperature", Unit::Celsius, Better::Lower, NAN),
            metric("gpu.sm_clock", Unit::Megahertz, Better::Higher, NAN),
            metric("gpu.throttled", Unit::Percent, Better::Lower, 100),
            metric("gpu.memory.used", Unit::Byte, Better::Neither, NAN)};
}

} // namespace paceline
