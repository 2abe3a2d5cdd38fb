// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/network/fabric.h"
#include "backends/parsers/network/filesystems.h"
#include "backends/parsers/network/netdev.h"
#include "backends/parsers/network/nodefiles.h"
#include "tests/support/fixtures.h"

#include <QTest>

using namespace paceline;

using Parse = Result<CounterReport> (*)(QByteArrayView);

static Result<CounterReport> pressure(QByteArrayView text)
{
    return parsePressure(text);
}

static const std::pair<const char *, Parse> kFixtures[] = {
    {"infiniband/mlx4/sysfs-dump.mlx4_0.txt", parseInfiniBand},
    {"infiniband/hfi1/sysfs-dump.hfi1_0-omnipath.txt", parseInfiniBand},
    {"infiniband/sites/port-summary-mixed.txt", parseInfiniBand},
    {"infiniband/sites/rate-strings.txt", parseInfiniBand},
    {"efa/p4d/hw_counters.p4d.txt", parseEfa},
    {"cxi/docs/cxi-telemetry.constructed.txt", parseCxi},
    {"proc/procfs/net-dev.txt", parseNetDev},
    {"proc/procfs/self-mountstats.txt", parseMountStats},
    {"proc/procfs/pressure-io.txt", pressure},
    {"lustre/2.5/llite-stats.2.5.txt", parseLustre},
    {"lustre/2.5/osc-stats-excerpt.txt", parseLustre},
    {"cray-pm/no-timestamp/pm_counters.no-timestamp.txt", parseCrayPower},
    {"cray-pm/docs/pm_counters.with-timestamp.constructed.txt", parseCrayPower},
};

static QString other(const std::vector<NamedValue> &values, const char *name)
{
    for (const NamedValue &value : values) {
        if (value.name == QLatin1String(name))
            return value.text.value_or(QStringLiteral("-"));
    }
    return QStringLiteral("?");
}

static CounterReport read(const char *file, Parse parse)
{
    const auto report = parse(fixture(QLatin1String(file)));
    return report ? *report : CounterReport();
}

class TestCounters : public QObject
{
    Q_OBJECT
private slots:
    void everyPrefixGivesAValueOrAnError_data();
    void everyPrefixGivesAValueOrAnError();
    void infiniBand_wordsBecomeBytes();
    void infiniBand_wideCountersGoFirst();
    void infiniBand_addressesInPathsAndSeveralHosts();
    void infiniBand_ibstat();
    void infiniBand_otherTools();
    void infiniBand_summariesAndRates();
    void efa_bytesAreBytes();
    void cxi_valuesLoseTheirTimes();
    void netDev_bothDirections();
    void mountStats_serversBytes();
    void lustre_sumsAndSamples();
    void lustre_severalFileSystems();
    void pressure_linesAndRefusals();
    void crayPower_unitsTimesAndPadding();
    void infiniBand_readersComplaintsAreNoPorts();
    void infiniBand_perfQueryOfSeveralPorts();
    void infiniBand_fullCountersTellNothing();
    void efa_countersOfAFolder();
    void mountStats_reportForPeople();
    void lustre_jobStatistics();
    void pressure_cgroups();
};

void TestCounters::everyPrefixGivesAValueOrAnError_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const auto &[file, parse] : kFixtures)
        QTest::newRow(file) << number++;
}

void TestCounters::everyPrefixGivesAValueOrAnError()
{
    QFETCH(int, number);
    const QByteArray text = fixture(QLatin1String(kFixtures[number].first)).left(3000);
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const auto report = kFixtures[number].second(QByteArrayView(text).first(size));
        QVERIFY(report || report.error().kind == ErrorKind::Malformed);
    }
}

void TestCounters::infiniBand_wordsBecomeBytes()
{
    const CounterReport report = read("infiniband/mlx4/sysfs-dump.mlx4_0.txt", parseInfiniBand);
    QCOMPARE(report.ports.size(), 2u);
    const PortCounters &port = report.ports[0];
    QCOMPARE(port.device, QStringLiteral("mlx4_0"));
    QCOMPARE(port.port, 1);
    QCOMPARE(port.state, QStringLiteral("ACTIVE"));
    QCOMPARE(port.rateGbps, 40.0);
    QCOMPARE(port.sentBytes, 26509113295ULL * 4);
    QCOMPARE(port.receivedBytes, 2221223609ULL * 4);
    QCOMPARE(other(port.others, "port_xmit_wait"), QStringLiteral("3599"));
    QCOMPARE(other(port.others, "hca_type"), QStringLiteral("MT4099"));
    QCOMPARE(read("infiniband/hfi1/sysfs-dump.hfi1_0-omnipath.txt", parseInfiniBand).ports.at(0).rateGbps, 100.0);
}

void TestCounters::infiniBand_wideCountersGoFirst()
{
    const auto report = parseInfiniBand("mlx4_0/ports/1/counters/port_xmit_data:4294967295\n"
                                        "mlx4_0/ports/1/counters_ext/port_xmit_data_64:5000000000\n"
                                        "mlx4_0/ports/1/gids/0:fe80::1\nmlx4_0/ports/1/pkeys/0:0xffff\n"
                                        "cat: mlx4_0/ports/2/state: Permission denied\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->ports.size(), 1u);
    QCOMPARE(report->ports[0].sentBytes, 20000000000ULL);
    QCOMPARE(other(report->ports[0].others, "pkeys/0"), QStringLiteral("0xffff"));
    QVERIFY(!report->ports[0].receivedBytes);
    QCOMPARE(report->errors.size(), 1);
}

void TestCounters::infiniBand_addressesInPathsAndSeveralHosts()
{
    const QByteArray base = "/sys/devices/pci0000:40/0000:40:01.1/0000:41:00.0/infiniband/mlx5_0/ports/1/";
    const auto report =
        parseInfiniBand("n1: " + base + "rate:10 Gb/sec (4X SDR)\nn2: " + base + "rate:400 Gb/sec (4X NDR)\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->ports.size(), 2u);
    QCOMPARE(report->ports[0].host, QStringLiteral("n1"));
    QCOMPARE(report->ports[0].rateGbps, 10.0);
    QCOMPARE(report->ports[1].rateGbps, 400.0);
}

void TestCounters::infiniBand_ibstat()
{
    const auto report =
        parseInfiniBand("CA 'mlx5_0'\n\tCA type: MT4129\n\tNumber of ports: 1\n\tPort 1:\n\t\tState: Active\n"
                        "\t\tPhysical state: LinkUp\n\t\tRate: 400\n\t\tLink layer: InfiniBand\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->ports.size(), 1u);
    QCOMPARE(report->ports[0].state, QStringLiteral("Active"));
    QCOMPARE(report->ports[0].rateGbps, 400.0);
    QCOMPARE(other(report->ports[0].others, "CA type"), QStringLiteral("MT4129"));
}

void TestCounters::infiniBand_otherTools()
{
    const auto status = parseInfiniBand("Infiniband device 'mlx5_2' port 1 status:\n\tdefault gid:\t fe80::1\n"
                                        "\tstate:\t\t 4: ACTIVE\n\trate:\t\t 200 Gb/sec (4X HDR)\n");
    QCOMPARE(status->ports.at(0).device, QStringLiteral("mlx5_2"));
    QCOMPARE(status->ports.at(0).rateGbps, 200.0);
    const auto info = parseInfiniBand("hca_id:\tmlx5_1\n\ttransport:\tInfiniBand (0)\n\t\tport:\t1\n"
                                      "\t\t\tstate:\t\tPORT_ACTIVE (4)\n");
    QCOMPARE(info->ports.at(0).port, 1);
    QCOMPARE(info->ports.at(0).state, QStringLiteral("ACTIVE"));
    const auto query =
        parseInfiniBand("# Port extended counters: Lid 5 port 1 (CapMask: 0x5300)\nPortXmitData:....100\n");
    QCOMPARE(query->ports.at(0).sentBytes, 400ULL);
}

void TestCounters::infiniBand_summariesAndRates()
{
    const CounterReport summary = read("infiniband/sites/port-summary-mixed.txt", parseInfiniBand);
    QCOMPARE(summary.ports.size(), 3u);
    QCOMPARE(summary.ports[2].state, QStringLiteral("DOWN"));
    QCOMPARE(summary.ports[2].rateGbps, 10.0);
    const CounterReport rates = read("infiniband/sites/rate-strings.txt", parseInfiniBand);
    QCOMPARE(rates.ports.size(), 10u);
    QCOMPARE(rates.ports[9].rateGbps, 2.5);
}

void TestCounters::efa_bytesAreBytes()
{
    const CounterReport report = read("efa/p4d/hw_counters.p4d.txt", parseEfa);
    QCOMPARE(report.ports.size(), 1u);
    QCOMPARE(report.ports[0].sentBytes, 84417311044934ULL);
    QCOMPARE(report.ports[0].receivedBytes, 85466418782288ULL);
    QCOMPARE(other(report.ports[0].others, "rdma_read_bytes"), QStringLiteral("83829566349996"));
    const auto statistic = parseEfa("link rdmap0s6/1 tx_bytes 12 tx_pkts 3 rx_bytes 40\n");
    QCOMPARE(statistic->ports.at(0).sentBytes, 12ULL);
    const auto ethtool = parseEfa("NIC statistics:\n     tx_bytes: 7\n     rx_bytes: 18446744073709551615\n");
    QCOMPARE(ethtool->ports.at(0).receivedBytes, 18446744073709551615ULL);
}

void TestCounters::cxi_valuesLoseTheirTimes()
{
    const CounterReport report = read("cxi/docs/cxi-telemetry.constructed.txt", parseCxi);
    QCOMPARE(report.ports.size(), 1u);
    QCOMPARE(report.ports[0].rateGbps, 200.0);
    QCOMPARE(report.ports[0].sentBytes, 84417311044934ULL);
    QCOMPARE(other(report.ports[0].others, "hni_pcs_uncorrected_cw"), QStringLiteral("90049"));
}

void TestCounters::netDev_bothDirections()
{
    const CounterReport report = read("proc/procfs/net-dev.txt", parseNetDev);
    QCOMPARE(report.ports.size(), 4u);
    QCOMPARE(report.ports[3].device, QStringLiteral("eth0"));
    QCOMPARE(report.ports[3].receivedBytes, 874354587ULL);
    QCOMPARE(report.ports[3].sentBytes, 563352563ULL);
    QCOMPARE(other(report.ports[3].others, "tx_packets"), QStringLiteral("732147"));
    const auto touching =
        parseNetDev("Inter-| Receive | Transmit\n face |bytes packets|bytes packets\n hsn0:12345 6 78 9\n");
    QCOMPARE(touching->ports.at(0).device, QStringLiteral("hsn0"));
    QCOMPARE(touching->ports.at(0).receivedBytes, 12345ULL);
}

void TestCounters::mountStats_serversBytes()
{
    const CounterReport report = read("proc/procfs/self-mountstats.txt", parseMountStats);
    QCOMPARE(report.fileSystems.size(), 1u);
    QCOMPARE(report.fileSystems[0].fileSystem, QStringLiteral("/mnt/nfs/test"));
    QCOMPARE(report.fileSystems[0].device, QStringLiteral("192.168.1.1:/srv/test"));
    QCOMPARE(report.fileSystems[0].readBytes, 1210214218ULL);
    QCOMPARE(report.fileSystems[0].writtenBytes, 0ULL);
    QCOMPARE(report.fileSystems[0].reads, 1298ULL);
}

void TestCounters::lustre_sumsAndSamples()
{
    const CounterReport report = read("lustre/2.5/llite-stats.2.5.txt", parseLustre);
    QCOMPARE(report.fileSystems.size(), 1u);
    QCOMPARE(report.fileSystems[0].readBytes, 2446905945284ULL);
    QCOMPARE(report.fileSystems[0].writtenBytes, 1805014315717ULL);
    QCOMPARE(report.fileSystems[0].writes, 575477ULL);
    QVERIFY(!read("lustre/2.5/osc-stats-excerpt.txt", parseLustre).fileSystems.at(0).writtenBytes);
}

void TestCounters::lustre_severalFileSystems()
{
    const auto report = parseLustre("llite.scratch-ffff9a3f8c0b1000.stats=\nsnapshot_time 1.5 secs.nsecs\n"
                                    "read_bytes 2 samples [bytes] 1 2 3 5\nllite.home-ffff9a3f8c0b2000.stats=\n"
                                    "write_bytes 4 samples [bytes] 1 2 7 9\n");
    QVERIFY(report.has_value());
    QCOMPARE(report->fileSystems.size(), 2u);
    QCOMPARE(report->fileSystems[0].fileSystem, QStringLiteral("scratch"));
    QCOMPARE(report->fileSystems[0].readBytes, 3ULL);
    QCOMPARE(report->fileSystems[1].fileSystem, QStringLiteral("home"));
    QCOMPARE(report->fileSystems[1].writes, 4ULL);
}

void TestCounters::pressure_linesAndRefusals()
{
    const auto io = parsePressure(fixture(QStringLiteral("proc/procfs/pressure-io.txt")), QStringLiteral("io"));
    QCOMPARE(io->pressure.size(), 2u);
    QCOMPARE(io->pressure[1].kind, QStringLiteral("full"));
    QCOMPARE(io->pressure[1].avg300, 4.95);
    QCOMPARE(io->pressure[1].totalUs, 25ULL);
    const auto dump = parsePressure("/proc/pressure/cpu:some avg10=1.00 avg60=0.00 avg300=0.00 total=9\n"
                                    "cat: /proc/pressure/io: Operation not supported\n");
    QCOMPARE(dump->pressure.at(0).resource, QStringLiteral("cpu"));
    QCOMPARE(dump->errors.size(), 1);
}

void TestCounters::crayPower_unitsTimesAndPadding()
{
    const CounterReport report = read("cray-pm/docs/pm_counters.with-timestamp.constructed.txt", parseCrayPower);
    QCOMPARE(report.power.size(), 1u);
    QCOMPARE(other(report.power[0].readings, "accel0_power"), QStringLiteral("311"));
    QCOMPARE(other(report.power[0].units, "cpu0_temp"), QStringLiteral("C"));
    QCOMPARE(report.power[0].timeUs, 1732199880123456ULL);
    const auto padded = parseCrayPower(QByteArray("/sys/cray/pm_counters/power:85 W") + QByteArray(64, '\0') +
                                       "\n/sys/cray/pm_counters/energy:\n");
    QCOMPARE(other(padded->power.at(0).readings, "power"), QStringLiteral("85"));
    QCOMPARE(other(padded->power.at(0).readings, "energy"), QStringLiteral("-"));
}

void TestCounters::infiniBand_readersComplaintsAreNoPorts()
{
    const auto report =
        parseInfiniBand("/sys/class/infiniband/mlx5_0/ports/1/rate:400 Gb/sec (4X NDR)\n"
                        "/sys/class/infiniband/mlx5_0/ports/1/counters/symbol_error:N/A (no PMA)\n"
                        "grep: /sys/class/infiniband/mlx5_1/ports/1/counters/port_rcv_data: Invalid argument\n");
    QVERIFY(report && report->ports.size() == 1);
    QCOMPARE(report->ports[0].rateGbps, 400.0);
    QCOMPARE(other(report->ports[0].others, "symbol_error"), QStringLiteral("-"));
    QCOMPARE(report->errors.size(), 1);
}

void TestCounters::infiniBand_perfQueryOfSeveralPorts()
{
    const auto report =
        parseInfiniBand("# Port counters: Lid 12 port 1 (CapMask: "
                        "0x5A00)\nCounterSelect:...................0x0000\nPortXmitData:....................10\n"
                        "# Port counters: Lid 13 port 2 (CapMask: 0x5A00)\nPortRcvData:.....................20\n");
    QVERIFY(report && report->ports.size() == 2);
    QCOMPARE(report->errors, QStringList());
    QCOMPARE(report->ports[0].sentBytes, 40U);
    QCOMPARE(report->ports[0].receivedBytes, std::nullopt);
    QCOMPARE(report->ports[1].port, 2);
    QCOMPARE(other(report->ports[1].others, "lid"), QStringLiteral("13"));
}

void TestCounters::infiniBand_fullCountersTellNothing()
{
    const auto report = parseInfiniBand("/sys/class/infiniband/mlx4_0/ports/1/counters/port_xmit_data:4294967295\n"
                                        "/sys/class/infiniband/mlx4_0/ports/1/counters/port_rcv_data:3\n");
    QVERIFY(report && report->ports.size() == 1);
    QCOMPARE(report->ports[0].sentBytes, std::nullopt);
    QCOMPARE(report->ports[0].receivedBytes, 12U);
}

void TestCounters::efa_countersOfAFolder()
{
    const auto report = parseEfa("lifespan:12\ntx_bytes:5\nrx_bytes:7\n");
    QVERIFY(report && report->ports.size() == 1);
    QCOMPARE(report->ports[0].sentBytes, 5U);
    QCOMPARE(report->ports[0].receivedBytes, 7U);
}

void TestCounters::mountStats_reportForPeople()
{
    const auto report = parseMountStats("Stats for srv:/x mounted on /mnt/x:\n    client read 333 bytes via NFS READ\n "
                                        "   client wrote 444 bytes via NFS WRITE\n"
                                        "READ:\n\t10 ops (20%)\nWRITE:\n\t20 ops (40%)\n");
    QVERIFY(report && report->fileSystems.size() == 1);
    const FileSystemCounters &mount = report->fileSystems[0];
    QCOMPARE(mount.fileSystem, QStringLiteral("/mnt/x"));
    QCOMPARE(mount.readBytes, 333U);
    QCOMPARE(mount.writtenBytes, 444U);
    QCOMPARE(mount.reads, 10U);
    QCOMPARE(mount.writes, 20U);
}

void TestCounters::lustre_jobStatistics()
{
    const auto report = parseLustre(
        "obdfilter.scratch-OST0000.job_stats=\njob_stats:\n- job_id:          7\n  snapshot_time:   1700000000\n"
        "  read_bytes:      { samples:        10, unit: bytes, min:    1, max: 9, sum:  500 }\n"
        "  getattr:         { samples:         3, unit:  reqs }\n- job_id:          cp.1000\n"
        "  write_bytes:     { samples:         2, unit: bytes, min:    1, max: 9, sum:  60 }\n");
    QVERIFY(report && report->fileSystems.size() == 2);
    QCOMPARE(report->errors, QStringList());
    QCOMPARE(report->fileSystems[0].readBytes, 500U);
    QCOMPARE(report->fileSystems[0].reads, 10U);
    QCOMPARE(report->fileSystems[0].writtenBytes, std::nullopt);
    QCOMPARE(other(report->fileSystems[0].others, "getattr"), QStringLiteral("3"));
    QCOMPARE(report->fileSystems[1].fileSystem, QStringLiteral("scratch-OST0000"));
    QCOMPARE(other(report->fileSystems[1].others, "job_id"), QStringLiteral("cp.1000"));
    QCOMPARE(report->fileSystems[1].writtenBytes, 60U);
}

void TestCounters::pressure_cgroups()
{
    const auto report =
        parsePressure("/sys/fs/cgroup/slurm/job_7/memory.pressure:full avg10=5.00 avg60=2.00 avg300=3.00 total=4\n"
                      "/proc/pressure/io:some avg10=1.00 avg60=2.00 avg300=3.00 total=5\n");
    QVERIFY(report && report->pressure.size() == 2);
    QCOMPARE(report->pressure[0].cgroup, QStringLiteral("/slurm/job_7"));
    QCOMPARE(report->pressure[0].resource, QStringLiteral("memory"));
    QCOMPARE(report->pressure[1].cgroup, QString());
}

QTEST_APPLESS_MAIN(TestCounters)
#include "tst_counters.moc"
