// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parsegpu.h"

#include "app/cli/jsonobject.h"
#include "backends/parsers/gpu/amdsmi.h"
#include "backends/parsers/gpu/dcgmi.h"
#include "backends/parsers/gpu/hlsmi.h"
#include "backends/parsers/gpu/nvidiacsv.h"
#include "backends/parsers/gpu/nvidiadmon.h"
#include "backends/parsers/gpu/nvidiatopo.h"
#include "backends/parsers/gpu/nvidiaxml.h"
#include "backends/parsers/gpu/nvlink.h"
#include "backends/parsers/gpu/rocmsmi.h"
#include "backends/parsers/gpu/xpusmi.h"

namespace paceline::cli {

namespace {

JsonObject processObject(const GpuProcess &process)
{
    JsonObject object;
    object.add("gpu_uuid", process.gpuUuid)
        .add("pid", process.pid)
        .add("name", process.name)
        .add("mem_used_mib", process.memoryUsedMiB)
        .addAll(process.others);
    return object;
}

QByteArray gpuLine(const GpuSample &gpu)
{
    JsonObject object;
    if (!gpu.entity.isEmpty())
        object.add("entity", gpu.entity);
    object.add("index", gpu.index)
        .add("id", gpu.pciAddress)
        .add("uuid", gpu.uuid)
        .add("name", gpu.name)
        .add("util_gpu", gpu.utilGpu)
        .add("util_mem", gpu.utilMemory)
        .add("mem_total_mib", gpu.memoryTotalMiB)
        .add("mem_used_mib", gpu.memoryUsedMiB)
        .add("temp_c", gpu.temperatureC)
        .add("temp_mem_c", gpu.memoryTemperatureC)
        .add("power_w", gpu.powerW)
        .add("power_limit_w", gpu.powerLimitW)
        .add("sm_clock_mhz", gpu.smClockMHz)
        .add("fan_pct", gpu.fanPercent)
        .add("mig", gpu.mig)
        .add("ecc_uncorrected_volatile", gpu.eccUncorrectedVolatile)
        .add("event_reasons", gpu.eventReasons)
        .add("driver", gpu.driver)
        .addAll(gpu.others);
    QList<QByteArray> parts;
    for (const GpuSample &part : gpu.migDevices)
        parts += gpuLine(part);
    if (!parts.isEmpty())
        object.addRaw(QStringLiteral("mig_devices"), jsonArray(parts));
    parts.clear();
    for (const GpuProcess &process : gpu.processes)
        parts += processObject(process).line();
    if (!parts.isEmpty())
        object.addRaw(QStringLiteral("processes"), jsonArray(parts));
    return object.line();
}

QByteArray linkLine(const GpuLink &link)
{
    JsonObject object;
    object.add("gpu", link.gpu)
        .add("link", link.link)
        .add("tx_bytes", link.txBytes)
        .add("rx_bytes", link.rxBytes)
        .add("gpu_uuid", link.gpuUuid)
        .addAll(link.others);
    return object.line();
}

QByteArray topologyLine(const GpuTopologyRow &row)
{
    JsonObject object;
    object.add("device", row.device).add("name", row.name).add("links", row.links).addAll(row.others);
    return object.line();
}

int printReport(const CapturedFile &file, const Result<GpuReport> &report)
{
    if (!report)
        return parseFailed(report.error());
    for (const GpuSample &gpu : report->gpus)
        printRow(file, gpuLine(gpu));
    for (const GpuProcess &process : report->processes)
        printRow(file, processObject(process).line());
    for (const GpuLink &link : report->links)
        printRow(file, linkLine(link));
    for (const GpuTopologyRow &row : report->topology)
        printRow(file, topologyLine(row));
    return printComplaints(file, report->errors, report->hasRows());
}

template <Result<GpuReport> (*Parse)(QByteArrayView)>
int parseWith(const CapturedFile &file)
{
    return printReport(file, Parse(file.text));
}

template <Result<GpuReport> (*Parse)(QByteArrayView, const QByteArray &)>
int parseWithFields(const CapturedFile &file)
{
    return printReport(file, Parse(file.text, file.format.toUtf8()));
}

} // namespace

const QMap<QString, FileParser> &gpuParsers()
{
    static const QMap<QString, FileParser> kParsers = {
        {QStringLiteral("nvidia-query"), parseWithFields<parseNvidiaQuery>},
        {QStringLiteral("nvidia-apps"), parseWithFields<parseNvidiaApps>},
        {QStringLiteral("nvidia-dmon"), parseWith<parseNvidiaDmon>},
        {QStringLiteral("nvidia-pmon"), parseWith<parseNvidiaDmon>},
        {QStringLiteral("nvidia-xml"), parseWith<parseNvidiaXml>},
        {QStringLiteral("nvidia-topo"), parseWith<parseNvidiaTopology>},
        {QStringLiteral("nvlink"), parseWith<parseNvlink>},
        {QStringLiteral("dcgmi-dmon"), parseWith<parseDcgmiDmon>},
        {QStringLiteral("rocm-smi"), parseWith<parseRocmSmi>},
        {QStringLiteral("amd-smi"), parseWith<parseAmdSmi>},
        {QStringLiteral("xpu-smi"), parseWith<parseXpuSmi>},
        {QStringLiteral("hl-smi"), parseWithFields<parseHlSmi>},
    };
    return kParsers;
}

} // namespace paceline::cli
