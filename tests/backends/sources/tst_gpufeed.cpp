// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/gpufeed.h"
#include "tests/support/fixtures.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace paceline;

namespace {

/// Says a tool's output as the probe passes it on.
void say(GpuFeed &feed, const QByteArray &tool, double uptimeS, const QByteArray &text, int status = 0)
{
    const QByteArray start = "P1 g=" + tool + " u=" + QByteArray::number(uptimeS, 'f', 2) + ' ';
    const auto take = [&](const QByteArray &rest) {
        const auto line = parseProbeLine(start + rest);
        QVERIFY(line.has_value());
        feed.take(*line);
    };
    take("b");
    for (const QByteArray &line : text.split('\n'))
        take("r " + line);
    if (status >= 0)
        take("e " + QByteArray::number(status));
}

std::optional<float> valueOf(const std::vector<PartValue> &values, const char *metric, const QString &id)
{
    for (const PartValue &value : values) {
        if (value.metric.value == QLatin1String(metric) && value.id == id)
            return value.value;
    }
    return std::nullopt;
}

constexpr const char *kHeader = "index, uuid, utilization.gpu [%], memory.used [MiB], temperature.gpu, power.draw [W], "
                                "clocks.current.sm [MHz], clocks_event_reasons.active";
const QString kFirst = QStringLiteral("GPU-11111111-0000-0000-0000-000000000000");
const QString kSecond = QStringLiteral("GPU-22222222-0000-0000-0000-000000000000");

QByteArray row(int index, const QString &uuid, int util, const char *reasons = "0x0000000000000000")
{
    return QByteArray::number(index) + ", " + uuid.toUtf8() + ", " + QByteArray::number(util) +
           ", 1024, 60, 300.00, 1410, " + reasons;
}

} // namespace

class TestGpuFeed : public QObject
{
    Q_OBJECT
private slots:
    void tool_becomesReadings_data();
    void tool_becomesReadings();
    void reading_holdsUntilTheNextIsOverdue();
    void numberOfAGpu_mayChange();
    void profile_joinsTheGpuOfTheSameNumber();
    void instances_areToldApart();
    void lostGpu_isMarkedAndTheOthersGoOn();
    void throttleReasons_areBits();
    void processes_countForTheGpuOfTheirInstance();
    void minor_isFoundByPciAddress();
    void everyPrefix_isTaken();
};

void TestGpuFeed::tool_becomesReadings_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("gpus");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("metric");
    QTest::addColumn<float>("value");
    const auto add = [](const char *name, const char *tool, const char *file, int gpus, const char *id,
                        const char *metric, float value) {
        QTest::newRow(name) << QByteArray(tool) << QString::fromLatin1(file) << gpus << QString::fromLatin1(id)
                            << QByteArray(metric) << value;
    };
    constexpr const char *zeros = "GPU-00000000-0000-0000-0000-000000000000";
    add("nvidia-smi 590.48, H100", "nvidia", "nvidia-smi/590.48/h100-sxm.load.query-gpu.csv", 1, zeros, "gpu.util",
        100);
    add("nvidia-smi 590.48, H100 with MIG", "nvidia", "nvidia-smi/590.48/h100-mig.idle.query-gpu.csv", 1, zeros,
        "gpu.util", kMissing);
    add("nvidia-smi 595.71, RTX 2080 SUPER", "nvidia", "nvidia-smi/595.71/rtx2080s.load.query-gpu.csv", 1, zeros,
        "gpu.memory_temperature", kMissing);
    add("rocm-smi 5.7.1, MI100", "rocm", "rocm-smi/5.7.1/rocm-smi.mi100_rocm571.json", 6, "0000:1e:00.0", "gpu.util",
        0);
    add("rocm-smi 6.1.2, RX 6700 XT", "rocm", "rocm-smi/6.1.2/rocm-smi.rx6700xt_rocm612.json", 1, "0000:07:00.0",
        "gpu.util", 0);
    add("hl-smi 1.18, Gaudi", "hl", "hl-smi/1.18/hl-smi-Q.gaudi1-1.18-nounits.csv", 4,
        "00P1-HL2000A1-14-P64W99-13-05-03", "gpu.power", 103);
}

void TestGpuFeed::tool_becomesReadings()
{
    QFETCH(QByteArray, tool);
    QFETCH(QString, file);
    QFETCH(int, gpus);
    QFETCH(QString, id);
    QFETCH(QByteArray, metric);
    QFETCH(float, value);
    GpuFeed feed;
    say(feed, tool, 100, fixture(file));
    const auto values = feed.values(101);
    QCOMPARE(int(feed.devices().size()), gpus);
    const auto told = valueOf(values, metric.constData(), id);
    QVERIFY(std::any_of(values.begin(), values.end(), [&id](const PartValue &v) { return v.id == id; }));
    QCOMPARE(told, std::isnan(value) ? std::nullopt : std::optional(value)); // missing is no reading
}

void TestGpuFeed::reading_holdsUntilTheNextIsOverdue()
{
    GpuFeed feed;
    say(feed, "nvidia", 100, QByteArray(kHeader) + '\n' + row(0, kFirst, 90), -1);
    QCOMPARE(valueOf(feed.values(100.5), "gpu.util", kFirst), std::optional(90.0F));
    const auto next = parseProbeLine("P1 g=nvidia u=102.00 r " + row(0, kFirst, 80));
    feed.take(*next);
    QCOMPARE(valueOf(feed.values(102.1), "gpu.util", kFirst), std::optional(80.0F));
    QCOMPARE(valueOf(feed.values(105.9), "gpu.util", kFirst), std::optional(80.0F));
    QVERIFY(!valueOf(feed.values(106.1), "gpu.util", kFirst));
}

void TestGpuFeed::numberOfAGpu_mayChange()
{
    GpuFeed feed;
    say(feed, "nvidia", 100, QByteArray(kHeader) + '\n' + row(0, kFirst, 10) + '\n' + row(1, kSecond, 20), -1);
    feed.values(100);
    say(feed, "nvidia", 101, QByteArray(kHeader) + '\n' + row(0, kSecond, 21) + '\n' + row(1, kFirst, 11), -1);
    const auto values = feed.values(101);
    QCOMPARE(feed.devices().size(), std::size_t(2));
    QCOMPARE(valueOf(values, "gpu.util", kFirst), std::optional(11.0F));
    QCOMPARE(feed.devices()[0].uuid, kSecond);
    QCOMPARE(feed.devices()[0].label(), QStringLiteral("0"));
}

void TestGpuFeed::profile_joinsTheGpuOfTheSameNumber()
{
    GpuFeed feed;
    const QByteArray profile = "#Entity   SMACT        TENSO        PCITX        NVLRX\nID\n"
                               "GPU 0     0.912        0.500        1000         N/A\n";
    say(feed, "dcgmi", 100, profile, -1);
    QVERIFY(feed.values(100).empty()); // a number alone is no GPU
    say(feed, "nvidia", 100, QByteArray(kHeader) + '\n' + row(0, kFirst, 90), -1);
    feed.values(100);
    say(feed, "dcgmi", 101, profile, -1);
    const auto values = feed.values(101);
    QCOMPARE(feed.devices().size(), std::size_t(1));
    QVERIFY(std::abs(valueOf(values, "gpu.sm_active", kFirst).value_or(0) - 91.2F) < 0.01F);
    QCOMPARE(valueOf(values, "gpu.tensor_active", kFirst), std::optional(50.0F));
    QCOMPARE(valueOf(values, "gpu.pcie.tx", kFirst), std::optional(1000.0F));
    QVERIFY(!valueOf(values, "gpu.nvlink.rx", kFirst));
    QCOMPARE(valueOf(values, "gpu.util", kFirst), std::optional(90.0F));
}

void TestGpuFeed::instances_areToldApart()
{
    GpuFeed feed;
    say(feed, "nvidia.list", 100, "index, uuid, mig.mode.current\n0, " + kFirst.toUtf8() + ", Enabled");
    say(feed, "nvidia.instances", 100,
        "GPU 0: NVIDIA H100 80GB HBM3 (UUID: " + kFirst.toUtf8() +
            ")\n  MIG 3g.40gb     Device  0: (UUID: MIG-aaaa)\n  MIG 1g.10gb     Device  1: (UUID: MIG-bbbb)\n");
    say(feed, "dcgmi", 100, fixture(QStringLiteral("dcgmi/docs/dcgmi-dmon.mig-a100.txt")), -1);
    const auto values = feed.values(101);
    QCOMPARE(feed.devices().size(), std::size_t(1));
    QCOMPARE(feed.devices()[0].mig, QStringLiteral("Enabled"));
    QCOMPARE(feed.devices()[0].instances,
             (std::vector<GpuInstance>{{QStringLiteral("MIG-aaaa"), QStringLiteral("3g.40gb"), 0},
                                       {QStringLiteral("MIG-bbbb"), QStringLiteral("1g.10gb"), 1}}));
    QCOMPARE(valueOf(values, "gpu.sm_active", QStringLiteral("GPU-I 1")), std::optional(75.0F));
    QCOMPARE(valueOf(values, "gpu.sm_active", QStringLiteral("GPU-I 0")), std::optional(0.0F));
    QVERIFY(std::abs(valueOf(values, "gpu.sm_active", kFirst).value_or(0) - 42.9F) < 0.01F);
}

void TestGpuFeed::lostGpu_isMarkedAndTheOthersGoOn()
{
    GpuFeed feed;
    say(feed, "nvidia.list", 100,
        "index, uuid, pci.bus_id\n0, " + kFirst.toUtf8() + ", 00000000:07:00.0\n1, " + kSecond.toUtf8() +
            ", 00000000:0F:00.0");
    say(feed, "nvidia", 101,
        QByteArray(kHeader) + '\n' + row(0, kFirst, 90) +
            "\nUnable to determine the device handle for GPU0000:0F:00.0: Unknown Error\n",
        15);
    const auto values = feed.values(101);
    QCOMPARE(valueOf(values, "gpu.util", kFirst), std::optional(90.0F));
    QVERIFY(!valueOf(values, "gpu.util", kSecond));
    QVERIFY(!feed.devices()[0].isLost);
    QVERIFY(feed.devices()[1].isLost);
    QCOMPARE(feed.complaints().size(), 2);
    say(feed, "nvidia", 102, QByteArray(kHeader) + '\n' + row(1, kSecond, 5), -1);
    feed.values(102);
    QVERIFY(!feed.devices()[1].isLost);
}

void TestGpuFeed::throttleReasons_areBits()
{
    GpuFeed feed;
    say(feed, "nvidia", 100, QByteArray(kHeader) + '\n' + row(0, kFirst, 90, "0x0000000000000064"), -1);
    QCOMPARE(valueOf(feed.values(100), "gpu.throttle", kFirst), std::optional(100.0F));
    QCOMPARE(valueOf(feed.values(100), "gpu.throttled", kFirst), std::optional(100.0F)); // by heat
    say(feed, "nvidia", 100.5, QByteArray(kHeader) + '\n' + row(0, kFirst, 90, "0x0000000000000004"), -1);
    QCOMPARE(valueOf(feed.values(100.5), "gpu.throttled", kFirst), std::optional(0.0F)); // at its power limit
    say(feed, "nvidia", 101, QByteArray(kHeader) + '\n' + row(0, kFirst, 90, "[N/A]"), -1);
    QVERIFY(!valueOf(feed.values(101), "gpu.throttle", kFirst));
}

void TestGpuFeed::processes_countForTheGpuOfTheirInstance()
{
    GpuFeed feed;
    say(feed, "nvidia.list", 100, "index, uuid\n0, " + kFirst.toUtf8() + "\n1, " + kSecond.toUtf8());
    say(feed, "nvidia.instances", 100,
        "GPU 0: NVIDIA H100 80GB HBM3 (UUID: " + kFirst.toUtf8() + ")\n  MIG 1g.10gb Device  0: (UUID: MIG-aaaa)\n");
    for (const char *line : {"b", "o foreign 5, MIG-aaaa, 100", "o job 6, MIG-aaaa, 100", "e 0"})
        feed.take(*parseProbeLine(QByteArray("P1 g=nvidia.apps u=100 ") + line));
    QVERIFY(feed.devices()[0].hasForeignProcesses);
    QCOMPARE(feed.devices()[0].processesOfJob, std::optional(1));
    QCOMPARE(feed.devices()[1].processesOfJob, std::optional(0));
    for (const char *line : {"b", "e 0"})
        feed.take(*parseProbeLine(QByteArray("P1 g=nvidia.apps u=160 ") + line));
    QVERIFY(!feed.devices()[0].hasForeignProcesses);
}

void TestGpuFeed::minor_isFoundByPciAddress()
{
    GpuFeed feed;
    feed.setMinors({{"0000:07:00.0", 3}});
    say(feed, "nvidia.list", 100, "index, uuid, pci.bus_id\n0, " + kFirst.toUtf8() + ", 00000000:07:00.0");
    QCOMPARE(feed.devices()[0].minor, std::optional(3));
    NodeHardware hardware;
    hardware.gpus = feed.devices();
    setAllocation(hardware, std::vector<int>{0, 3});
    QCOMPARE(hardware.gpus[0].allocation, GpuDevice::Allocation::ThisJob);
    hardware.gpus.push_back(hardware.gpus[0]);
    hardware.gpus[1].minor = 0;
    setAllocation(hardware, std::vector<int>{3});
    QCOMPARE(hardware.gpus[0].allocation, GpuDevice::Allocation::ThisJob);
    QCOMPARE(hardware.gpus[1].allocation, GpuDevice::Allocation::NotThisJob);
    setAllocation(hardware, std::nullopt);
    QCOMPARE(hardware.gpus[0].allocation, GpuDevice::Allocation::Unknown);
}

void TestGpuFeed::everyPrefix_isTaken()
{
    const QByteArray text = fixture(QStringLiteral("rocm-smi/5.7.1/rocm-smi.mi100_rocm571.json"));
    for (qsizetype length = 0; length < text.size(); length += 97) {
        GpuFeed feed;
        say(feed, "rocm", 100, text.left(length));
        QVERIFY(feed.values(100).size() <= 20);
    }
}

QTEST_GUILESS_MAIN(TestGpuFeed)
#include "tst_gpufeed.moc"
