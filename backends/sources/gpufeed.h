// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/gpu.h"
#include "backends/domain/nodehardware.h"
#include "backends/sources/nodemeter.h"

#include <map>

namespace paceline {

/// What the GPU tools of one node say: takes their lines as the probe passes them on, and knows the node's GPUs and
/// their latest readings. A tool that hangs or dies leaves its own readings out. Owned by a row of ProbeTable, on its
/// thread.
class GpuFeed
{
public:
    /// A line of a tool (ProbeLine::Kind::Tool).
    void take(const ProbeLine &line);
    void setMinors(const std::vector<GpuMinor> &minors);
    /// Readings that hold at this moment of the node's clock. A tool's reading holds until its next one is due, and
    /// half as long again.
    std::vector<PartValue> values(double uptimeS);

    const std::vector<GpuDevice> &devices() const { return m_devices; }
    const QStringList &complaints() const { return m_complaints; }

private:
    struct Tool
    {
        QByteArray header, lines; ///< of a tool that repeats itself: what stands above its rows, and new rows
        double uptimeS = 0;       ///< when the last line came
        bool hasEnded = false;
    };
    struct Reading
    {
        double uptimeS = 0, everyS = 0;
        std::vector<std::pair<const char *, float>> values;
    };
    struct Gpu
    {
        QByteArray family; ///< whose tools know it: "nvidia", "amd", "rocm", "xpu", "hl"
        std::map<QByteArray, Reading> readings;
    };
    struct Owners
    {
        int ofJob = 0, foreign = 0;
        bool isTold = true; ///< of every process it is known whose it is
    };
    void readStream(const QByteArray &name, Tool &tool);
    void endDocument(const QByteArray &name, Tool &tool);
    void takeReport(const QByteArray &name, const GpuReport &report, double uptimeS);
    void takeOwner(const ProbeLine &line);
    void endOwners();
    std::optional<std::size_t> find(const QByteArray &family, const GpuSample &sample);
    void describe(GpuDevice &device, const GpuSample &sample);
    void addReading(Gpu &gpu, const QByteArray &name, const GpuSample &sample, double uptimeS);
    void complain(const QByteArray &tool, const QString &text);
    void sortDevices();

    std::map<QByteArray, Tool> m_tools;
    std::vector<GpuDevice> m_devices;
    std::vector<Gpu> m_gpus;                ///< what goes with m_devices
    std::map<QString, Reading> m_instances; ///< MIG instances by DCGM's name
    std::map<QString, Owners> m_owners;     ///< by UUID, of the list that is being read
    std::vector<GpuMinor> m_minors;
    QStringList m_complaints;
};

} // namespace paceline
