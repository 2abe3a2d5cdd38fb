// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that no captured file shows: other drivers, versions and states of the same tools.
#include "backends/parsers/gpu/amdsmi.h"
#include "backends/parsers/gpu/dcgmi.h"
#include "backends/parsers/gpu/nvidiacsv.h"
#include "backends/parsers/gpu/nvidiadmon.h"
#include "backends/parsers/gpu/nvidialist.h"
#include "backends/parsers/gpu/nvidiatopo.h"
#include "backends/parsers/gpu/nvidiaxml.h"
#include "backends/parsers/gpu/nvlink.h"
#include "backends/parsers/gpu/rocmsmi.h"
#include "backends/parsers/gpu/xpusmi.h"
#include "tests/backends/parsers/gpu/gpusummary.h"
#include "tests/support/fixtures.h"

#include <QTest>
#include <cmath>

using namespace paceline;

class TestGpuForms : public QObject
{
    Q_OBJECT
private slots:
    void query_noWordIsEverANumber_data();
    void query_noWordIsEverANumber();
    void query_lostGpusAreErrorsAndTheRowsStay();
    void query_columnsComeFromTheCommandWhereThereIsNoHeader();
    void query_unknownColumnsKeepTheirNames();
    void apps_namesMayHoldSeparators();
    void dmon_blankCellsStayUnderTheirColumns();
    void dmon_csvAndDates();
    void list_instancesStandBelowTheirGpu();
    void nvlink_olderForms();
    void topo_matrixOfGpusAndNics();
    void xml_cutDocumentKeepsTheGpusBefore();
    void dcgmi_headersMayChange();
    void rocm_tablesOfOldAndNewVersions();
    void rocm_lists();
    void amd_monitorTable();
    void amd_csv();
    void amd_box();
    void amd_noProcessIsAValue();
    void rocm_fanLevelIsNoPercentage();
    void xpu_statsAsJsonAndAsBox();
    void query_linesAmongRowsWithoutAHeader();
    void csv_quotesInsideOfCellsStay();
    void lists_withoutAValueAreMissing();
    void nvlink_allOnesAreNoCount();
    void topo_blanksForTabs();
    void rocm_partitionsThatTellNothing();
    void amd_boxOfPartitionsAndProcesses();
    void xpu_tilesStayWithTheirMetric();
};

void TestGpuForms::query_noWordIsEverANumber_data()
{
    QTest::addColumn<QByteArray>("cell");
    for (const char *cell :
         {"[N/A]", "N/A", "[Not Supported]", "Not Supported", "[Unknown Error]", "Unknown Error", "ERR!",
          "[Insufficient Permissions]", "Insufficient Permissions", "[GPU requires reset]", "[Function Not Found]",
          "[Requested functionality has been deprecated]", "-", "", "[GPU is lost]"})
        QTest::newRow(cell) << QByteArray(cell);
}

void TestGpuForms::query_noWordIsEverANumber()
{
    QFETCH(QByteArray, cell);
    const auto report = parseNvidiaQuery("index, utilization.gpu [%], power.draw [W], future.field [x]\n3, " + cell +
                                         ", " + cell + ", " + cell + "\n4, 5 %, 6.5 W, 7\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->gpus.size(), 2u);
    QCOMPARE(summary(report->gpus[0]), QStringLiteral("3|-|-|-|-|-|-|-|-|-|-|-"));
    QCOMPARE(other(report->gpus[0].others, "future.field [x]"), QStringLiteral("-"));
    QCOMPARE(summary(report->gpus[1]), QStringLiteral("4|5|-|-|-|-|-|6.5|-|-|-|-"));
}

void TestGpuForms::query_lostGpusAreErrorsAndTheRowsStay()
{
    const auto report = parseNvidiaQuery("index, name, temperature.gpu\n0, Tesla V100-SXM2-32GB, 41\n"
                                         "Unable to determine the device handle for GPU0000:02:00.0: Unknown Error\n"
                                         "2, Tesla V100-SXM2-32GB, 43\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->gpus.size(), 2u);
    QCOMPARE(report->errors.size(), 1);
    QCOMPARE(report->gpus[1].temperatureC, 43.0);
}

void TestGpuForms::query_columnsComeFromTheCommandWhereThereIsNoHeader()
{
    const QByteArray row = "0, 97, 81559 MiB, 71.15\n";
    const auto told = parseNvidiaQuery(row, "index,utilization.gpu,memory.total,power.draw");
    const auto shown = parseNvidiaQuery(
        "$ nvidia-smi --query-gpu=index,utilization.gpu,memory.total,power.draw --format=csv,noheader\n" + row);
    QVERIFY(told && shown);
    QCOMPARE(summary(told->gpus[0]), QStringLiteral("0|97|-|81559|-|-|-|71.15|-|-|-|-"));
    QCOMPARE(summary(shown->gpus[0]), summary(told->gpus[0]));
}

void TestGpuForms::query_unknownColumnsKeepTheirNames()
{
    const auto report =
        parseNvidiaQuery("pci.bus_id, memory.free [MiB], gpu_recovery_action, clocks_throttle_reasons.active, "
                         "mig.mode.current\r\n00000000:07:00.0, 80999 MiB, None, 0x0000000000000004, Enabled\r\n");
    QVERIFY(report.has_value());
    const GpuSample &gpu = report->gpus.at(0);
    QCOMPARE(gpu.pciAddress, QStringLiteral("00000000:07:00.0"));
    QCOMPARE(gpu.eventReasons, QStringLiteral("0x0000000000000004"));
    QCOMPARE(gpu.mig, QStringLiteral("Enabled"));
    QCOMPARE(other(gpu.others, "memory.free [MiB]"), QStringLiteral("80999"));
    QCOMPARE(other(gpu.others, "gpu_recovery_action"), QStringLiteral("None"));
}

void TestGpuForms::apps_namesMayHoldSeparators()
{
    const auto report =
        parseNvidiaApps("gpu_uuid, pid, process_name, used_gpu_memory [MiB]\n"
                        "GPU-1, 77, python train.py --lr 1, 2, 3, 900 MiB\nMIG-2, 78, [Not Found], [N/A]\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->processes.size(), 2u);
    QCOMPARE(report->processes[0].name, QStringLiteral("python train.py --lr 1, 2, 3"));
    QCOMPARE(report->processes[0].memoryUsedMiB, 900.0);
    QCOMPARE(report->processes[1].name, QString());
    QVERIFY(std::isnan(report->processes[1].memoryUsedMiB));
}

void TestGpuForms::dmon_blankCellsStayUnderTheirColumns()
{
    const auto report =
        parseNvidiaDmon("# gpu    pwr  gtemp  mtemp     sm    mem\n# Idx      W      C      C      %      %\n"
                        "    0     70     42                   12\n    1      -     40      -      -      -\n");
    QVERIFY(report.has_value());
    QCOMPARE(summary(report->gpus[0]), QStringLiteral("0|-|12|-|-|42|-|70|-|-|-|-"));
    QCOMPARE(summary(report->gpus[1]), QStringLiteral("1|-|-|-|-|40|-|-|-|-|-|-"));
}

void TestGpuForms::dmon_csvAndDates()
{
    const auto csv = parseNvidiaDmon("#gpu, pwr, gtemp, sm\n#Idx, W, C, %\n0, 70, 42, -\n");
    const auto dated =
        parseNvidiaDmon("#Date       Time        gpu   pwr    sm\n#YYYYMMDD   HH:MM:SS    Idx     W     %\n"
                        " 20250102   03:04:05      1    99    98\n");
    QVERIFY(csv && dated);
    QCOMPARE(summary(csv->gpus.at(0)), QStringLiteral("0|-|-|-|-|42|-|70|-|-|-|-"));
    QCOMPARE(summary(dated->gpus.at(0)), QStringLiteral("1|98|-|-|-|-|-|99|-|-|-|-"));
    QCOMPARE(other(dated->gpus[0].others, "time"), QStringLiteral("03:04:05"));
}

void TestGpuForms::list_instancesStandBelowTheirGpu()
{
    const auto report = parseNvidiaList("GPU 0: NVIDIA A100-SXM4-40GB (UUID: GPU-a1)\n"
                                        "  MIG 3g.20gb     Device  0: (UUID: MIG-b1)\n"
                                        "  MIG 1g.5gb      Device  1: (UUID: MIG-b2)\n"
                                        "Unable to determine the device handle for gpu 0000:0F:00.0: Unknown Error\n"
                                        "GPU 2: NVIDIA A100-SXM4-40GB (UUID: GPU-a2)\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->gpus.size(), std::size_t(2));
    QCOMPARE(report->gpus[0].name, QStringLiteral("NVIDIA A100-SXM4-40GB"));
    QCOMPARE(report->gpus[0].migDevices.size(), std::size_t(2));
    QCOMPARE(report->gpus[0].migDevices[1].uuid, QStringLiteral("MIG-b2"));
    QCOMPARE(report->gpus[0].migDevices[1].name, QStringLiteral("1g.5gb"));
    QCOMPARE(report->gpus[1].index, std::optional<qint64>(2));
    QVERIFY(report->gpus[1].migDevices.empty());
    QCOMPARE(report->errors.size(), 1);
    QCOMPARE(parseNvidiaList("").error().kind, ErrorKind::Malformed);
    // An instance without a GPU above it belongs to nobody.
    QCOMPARE(parseNvidiaList("  MIG 1g.5gb      Device  1: (UUID: MIG-b2)\n")->errors.size(), 1);
}

void TestGpuForms::nvlink_olderForms()
{
    const auto report = parseNvlink("GPU 2: Tesla V100 (UUID: GPU-a)\n\t Link 0: Rx0: 24 KBytes, Tx0: 48 KBytes\n"
                                    "\t Link 1: <inactive>\n\t Link 2: Replay Errors: 7\n\t Link 3: Data Tx: N/A\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->links.size(), 4u);
    QCOMPARE(report->links[0].rxBytes, 24576.0);
    QCOMPARE(report->links[0].txBytes, 49152.0);
    QCOMPARE(report->links[0].gpu, 2);
    QCOMPARE(other(report->links[1].others, "state"), QStringLiteral("inactive"));
    QCOMPARE(other(report->links[2].others, "Replay Errors"), QStringLiteral("7"));
    QVERIFY(std::isnan(report->links[3].txBytes));
}

void TestGpuForms::topo_matrixOfGpusAndNics()
{
    const auto report =
        parseNvidiaTopology("\t\033[4mGPU0\tGPU1\tNIC0\tCPU Affinity\tNUMA Affinity\tGPU NUMA ID\033[0m\n"
                            "GPU0\t X \tNV18\tPXB\t0-55\t0\t\tN/A\nGPU1\tNV18\t X \tSYS\t0-55\t0\t\tN/A\n"
                            "NIC0\tPXB\tSYS\t X \t\t\t\t\n\nNIC Legend:\n\n  NIC0: mlx5_0\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->topology.size(), 3u);
    QCOMPARE(other(report->topology[0].links, "GPU1"), QStringLiteral("NV18"));
    QCOMPARE(other(report->topology[0].others, "CPU Affinity"), QStringLiteral("0-55"));
    QCOMPARE(other(report->topology[0].others, "GPU NUMA ID"), QStringLiteral("-"));
    QCOMPARE(report->topology[2].name, QStringLiteral("mlx5_0"));
    QCOMPARE(other(report->topology[2].links, "GPU1"), QStringLiteral("SYS"));
}

void TestGpuForms::xml_cutDocumentKeepsTheGpusBefore()
{
    QByteArray text = fixture(QStringLiteral("nvidia-smi/xml-v10/gtx1070ti-old.xml"));
    text.replace("</nvidia_smi_log>", "<gpu id=\"00000000:02:00.0\"><uuid>GPU-2</uuid>");
    const auto report = parseNvidiaXml(text);
    QVERIFY(report.has_value());
    QCOMPARE(report->gpus.size(), 2u);
    QCOMPARE(report->gpus[0].utilGpu, 0.0);
    QCOMPARE(report->gpus[1].uuid, QStringLiteral("GPU-2"));
    QCOMPARE(report->errors.size(), 1);
}

void TestGpuForms::dcgmi_headersMayChange()
{
    const auto report = parseDcgmiDmon("#Entity   TMPTR    POWER    GPUTL    NVLTX\nID           C        W\n"
                                       "GPU 0       35   71.214        N/A  123456\n# EntityId  SMACT  TENSO\nId\n"
                                       "GPU-I 7  0.912  N/A\nError setting watches. Result: The hostengine is busy\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->gpus.size(), 2u);
    QCOMPARE(summary(report->gpus[0]), QStringLiteral("0|-|-|-|-|35|-|71.214|-|-|-|-"));
    QCOMPARE(other(report->gpus[0].others, "NVLTX"), QStringLiteral("123456"));
    QCOMPARE(report->gpus[1].entity, QStringLiteral("GPU-I 7"));
    QCOMPARE(other(report->gpus[1].others, "SMACT"), QStringLiteral("0.912"));
    QCOMPARE(other(report->gpus[1].others, "TENSO"), QStringLiteral("-"));
    QCOMPARE(report->errors.size(), 1);
}

void TestGpuForms::rocm_tablesOfOldAndNewVersions()
{
    const auto old = parseRocmSmi("GPU  Temp   AvgPwr  SCLK     MCLK     Fan     Perf  PwrCap  VRAM%  GPU%  \n"
                                  "0    38.0c  155.0W  1802Mhz  1001Mhz  21.96%  auto  250.0W   48%   100%  \n");
    const auto recent =
        parseRocmSmi("Device  Node  IDs              Temp    Power  Partitions          SCLK    MCLK    Fan  "
                     "Perf  PwrCap  VRAM%  GPU%\n              (DID,     GUID)  (Edge)  (Avg)  (Mem, Compute, ID)\n"
                     "0       4     0x740f,   33539  43.0\302\260C  42.0W  N/A, N/A, 0         800Mhz  1600Mhz 0%   "
                     "auto  300.0W  0%     7%\n");
    QVERIFY(old && recent);
    QCOMPARE(summary(old->gpus.at(0)), QStringLiteral("0|100|-|-|-|38|-|155|250|1802|21.96|-"));
    QCOMPARE(summary(recent->gpus.at(0)), QStringLiteral("0|7|-|-|-|43|-|42|300|800|0|-"));
}

void TestGpuForms::rocm_lists()
{
    const auto report = parseRocmSmi("GPU[0]\t\t: GPU use (%): 12\nGPU[0]\t\t: sclk clock level: 1: (300Mhz)\n"
                                     "GPU[1]\t\t: GPU use (%): 0\nERROR: GPU[1] \t\t: Unable to get GPU memory use.\n"
                                     "GPU[1]\t\t: Current Socket Graphics Package Power (W): 133.0\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->gpus.size(), 2u);
    QCOMPARE(summary(report->gpus[0]), QStringLiteral("0|12|-|-|-|-|-|-|-|300|-|-"));
    QCOMPARE(summary(report->gpus[1]), QStringLiteral("1|0|-|-|-|-|-|133|-|-|-|-"));
    QCOMPARE(report->errors.size(), 1);
}

void TestGpuForms::amd_monitorTable()
{
    const auto report =
        parseAmdSmi("GPU  POWER  GPU_T  MEM_T  GFX_CLK  GFX%  MEM%  ENC%    VRAM_USAGE\n"
                    "  0  142 W  50 \302\260C  44 \302\260C  132 MHz   9 %   3 %   N/A  0.5/192.0 GB\n");
    QVERIFY(report.has_value());
    QCOMPARE(summary(report->gpus.at(0)), QStringLiteral("0|9|3|196608|512|50|44|142|-|132|-|-"));
}

void TestGpuForms::amd_csv()
{
    const auto report =
        parseAmdSmi("gpu,gfx_activity,umc_activity,vcn_activity,socket_power,edge,hotspot,mem,total_vram,used_vram\n"
                    "1,98,35,\"['N/A', 'N/A']\",711,N/A,66,55,196592,150000\n");
    QVERIFY(report.has_value());
    QCOMPARE(summary(report->gpus.at(0)), QStringLiteral("1|98|35|196592|150000|66|55|711|-|-|-|-"));
}

void TestGpuForms::amd_noProcessIsAValue()
{
    const auto text = parseAmdSmi("GPU: 0\n    PROCESS_INFO: No running processes detected\n");
    const auto json =
        parseAmdSmi("[{\"gpu\": 0, \"process_list\": [{\"process_info\": \"No running processes detected\"}]}]");
    QVERIFY(text && !text->hasRows() && text->errors.isEmpty());
    QVERIFY(json && !json->hasRows() && json->errors.isEmpty());
}

void TestGpuForms::amd_box()
{
    const auto report =
        parseAmdSmi("+-----+-----+\n| BDF     GPU-Name | Mem-Uti   Temp   UEC       Power-Usage |\n"
                    "| GPU  HIP-ID  OAM-ID  Partition-Mode | GFX-Uti    Fan               Mem-Usage |\n"
                    "|=====================================+========================================|\n"
                    "| 0000:0b:00.0    AMD Instinct MI300X | 4 %      39 \302\260C   0           143/750 W |\n"
                    "|   0       0       2        SPX/NPS1 | 9 %        N/A           285/196592 MB |\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->gpus.size(), 1u);
    QCOMPARE(report->gpus[0].name, QStringLiteral("AMD Instinct MI300X"));
    QCOMPARE(summary(report->gpus[0]), QStringLiteral("0|9|4|196592|285|39|-|143|750|-|-|0"));
}

void TestGpuForms::rocm_fanLevelIsNoPercentage()
{
    const auto report = parseRocmSmi("{\"card2\": {\"Fan Speed (level)\": \"117\", \"Fan Speed (%)\": \"45\", "
                                     "\"Temperature (Sensor mem) (c)\": \"79.0\"}}");
    QVERIFY(report.has_value());
    QCOMPARE(summary(report->gpus.at(0)), QStringLiteral("2|-|-|-|-|-|79|-|-|-|45|-"));
    QCOMPARE(other(report->gpus[0].others, "Fan Speed (level)"), QStringLiteral("117"));
}

void TestGpuForms::xpu_statsAsJsonAndAsBox()
{
    const auto json =
        parseXpuSmi("{\"device_id\": 1, \"device_level\": [{\"metrics_type\": \"XPUM_STATS_POWER\", \"value\": 14.6},"
                    "{\"metrics_type\": \"XPUM_STATS_GPU_UTILIZATION\", \"value\": 3}]}\n");
    const auto box = parseXpuSmi("+----+----+\n| Device ID | 1 |\n+----+----+\n| GPU Utilization (%) | 3 |\n"
                                 "| GPU Power (W) | 14.6 |\n+----+----+\n");
    QVERIFY(json && box);
    QCOMPARE(summary(json->gpus.at(0)), QStringLiteral("1|3|-|-|-|-|-|14.6|-|-|-|-"));
    QCOMPARE(summary(box->gpus.at(0)), summary(json->gpus[0]));
}

void TestGpuForms::query_linesAmongRowsWithoutAHeader()
{
    const auto report = parseNvidiaQuery(
        "0, NVIDIA A100-SXM4-80GB, 97\nGPU access blocked by the operating system\n1, NVIDIA A100-SXM4-80GB, 95\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->gpus.size(), 2u);
    QCOMPARE(report->gpus[1].index, 1);
    QCOMPARE(report->errors, QStringList{QStringLiteral("GPU access blocked by the operating system")});
}

void TestGpuForms::csv_quotesInsideOfCellsStay()
{
    const auto report = parseNvidiaApps("pid, process_name, used_gpu_memory [MiB]\n7, python -c \"a, b\", 5 MiB\n");
    QVERIFY(report && report->processes.size() == 1);
    QCOMPARE(report->processes[0].name, QStringLiteral("python -c \"a, b\""));
    QCOMPARE(report->processes[0].memoryUsedMiB, 5.0);
}

void TestGpuForms::lists_withoutAValueAreMissing()
{
    const auto report = parseAmdSmi("gpu,vcn_activity,jpeg_activity\n0,\"['N/A', 'N/A']\",\"[0, 'N/A']\"\n");
    QVERIFY(report && report->gpus.size() == 1);
    QCOMPARE(other(report->gpus[0].others, "vcn_activity"), QStringLiteral("-"));
    QCOMPARE(other(report->gpus[0].others, "jpeg_activity"), QStringLiteral("[0, 'N/A']"));
}

void TestGpuForms::nvlink_allOnesAreNoCount()
{
    const auto report = parseNvlink(
        "GPU 0: X (UUID: GPU-a)\n\t Link 0: Data Tx: 18446744073709551615 KiB\n\t Link 0: Data Rx: 2 KiB\n");
    QVERIFY(report && report->links.size() == 1);
    QVERIFY(std::isnan(report->links[0].txBytes));
    QCOMPARE(report->links[0].rxBytes, 2048.0);
}

void TestGpuForms::topo_blanksForTabs()
{
    const auto report = parseNvidiaTopology("        GPU0    GPU1    mlx5_0  CPU Affinity    NUMA Affinity\nGPU0     X "
                                            "     PHB     PIX     0-7             N/A\n"
                                            "GPU1    PHB      X      SYS     8-15            1\n");
    QVERIFY(report && report->topology.size() == 2);
    QCOMPARE(other(report->topology[0].links, "mlx5_0"), QStringLiteral("PIX"));
    QCOMPARE(other(report->topology[1].others, "CPU Affinity"), QStringLiteral("8-15"));
    QCOMPARE(other(report->topology[0].others, "NUMA Affinity"), QStringLiteral("-"));
}

void TestGpuForms::rocm_partitionsThatTellNothing()
{
    const auto report = parseRocmSmi("Device  Node  IDs              Temp        Power     Partitions          SCLK    "
                                     " MCLK     Fan  Perf    PwrCap  VRAM%  GPU%\n"
                                     "              (DID,     GUID)  (Junction)  (Socket)  (Mem, Compute, ID)\n"
                                     "0       2     0x74a1,   111    60.0°C      319.0W    NPS1, DPX, 0        2203Mhz "
                                     " 1900Mhz  0%   manual  750.0W  1%     9%\n"
                                     "1       3     0x74a1,   112    N/A         N/A       N/A, N/A, 1         N/A     "
                                     " N/A      0%   n/a     N/A     0%     N/A\n");
    QVERIFY(report && report->gpus.size() == 2);
    QCOMPARE(summary(report->gpus[0]), QStringLiteral("0|9|-|-|-|60|-|319|750|2203|0|-"));
    QCOMPARE(summary(report->gpus[1]), QStringLiteral("1|-|-|-|-|-|-|-|-|-|0|-"));
    QCOMPARE(other(report->gpus[1].others, "Partitions"), QStringLiteral("N/A, N/A, 1"));
}

void TestGpuForms::amd_boxOfPartitionsAndProcesses()
{
    const auto report = parseAmdSmi("| 0000:05:00.0    AMD Instinct MI300X | 0 %      40 °C   0           142/750 W |\n"
                                    "|   0       0       7        DPX/NPS1 | 0 %        N/A           283/196592 MB |\n"
                                    "| 0000:05:00.1    AMD Instinct MI300X | N/A        N/A   0                 N/A |\n"
                                    "|   1       1     N/A             N/A | N/A        N/A                     N/A |\n"
                                    "|   0      4242  python3.10            2.0 MB   1.5 GB     1.6 GB  N/A |\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->gpus.size(), 2u);
    QCOMPARE(summary(report->gpus[0]), QStringLiteral("0|0|0|196592|283|40|-|142|750|-|-|0"));
    QCOMPARE(summary(report->gpus[1]), QStringLiteral("1|-|-|-|-|-|-|-|-|-|-|0"));
    QCOMPARE(report->processes.size(), 1u);
    QCOMPARE(report->processes[0].pid, 4242);
    QCOMPARE(report->processes[0].memoryUsedMiB, 1536.0);
}

void TestGpuForms::xpu_tilesStayWithTheirMetric()
{
    const auto report = parseXpuSmi(
        "| Device ID     | 0             |\n| GPU Power (W) | Tile 0: 120.5 |\n|               | Tile 1: 118.2 |\n");
    QVERIFY(report && report->gpus.size() == 1);
    QCOMPARE(other(report->gpus[0].others, "GPU Power (W)"), QStringLiteral("Tile 0: 120.5; Tile 1: 118.2"));
    QVERIFY(std::isnan(report->gpus[0].powerW));
}

QTEST_APPLESS_MAIN(TestGpuForms)
#include "tst_gpuforms.moc"
