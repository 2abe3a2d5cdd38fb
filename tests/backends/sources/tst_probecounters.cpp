// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/nodemeter.h"
#include "tests/backends/sources/probeshell.h"
#include "tests/support/fixtures.h"

#include <QTemporaryDir>
#include <cmath>

using namespace paceline;
using namespace probeshell;

/// From the kernel's files, as captured on machines of all kinds, through the script and the readers to values.
class TestProbeCounters : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { addShells(); }
    void counter_becomesARate_data();
    void counter_becomesARate();
    void port_saysWhatItIs_data();
    void port_saysWhatItIs();
    void power_isReadAsItIs_data();
    void power_isReadAsItIs();
    void saturatedCounter_isNoRate();
    void cgroupOfVersion1_tellsTheJobsShare();
    void processes_ofTheJobAreCountedAndOursAreNot();
    void processThatEnds_takesNothingBack();
    void unreadable_isSaidOnceAndIsNoZero();
    void period_decidesWhichTickIsLong();
    void longMountTable_isReadRarely();
};

namespace {

/// All that the probe said of one sample.
struct Told
{
    ProbeSample sample;
    QList<QByteArray> absent;
};

Told told(const Output &output, int tick)
{
    Told all;
    for (const QByteArray &text : output.lines) {
        const auto line = parseProbeLine(text);
        if (!line || line->tick != tick)
            continue;
        CounterReport files = std::move(all.sample.files);
        if (line->kind == ProbeLine::Kind::Sample)
            all = {line->sample, line->absent};
        const auto append = [](auto &to, const auto &from) { to.insert(to.end(), from.begin(), from.end()); };
        append(files.ports, line->sample.files.ports);
        append(files.fileSystems, line->sample.files.fileSystems);
        append(files.power, line->sample.files.power);
        all.sample.files = files;
    }
    return all;
}

std::optional<float> valueOf(const std::vector<PartValue> &values, const QString &metric, const QString &part = {})
{
    for (const PartValue &value : values) {
        if (value.metric.value == metric && value.id == part)
            return value.value;
    }
    return std::nullopt;
}

/// Values between two samples ten seconds apart, before and after change has changed the root.
template <class Change>
std::vector<PartValue> valuesBetween(const QDir &root, Change change)
{
    NodeMeter meter;
    meter.take(told(sample(root.path(), "1\n"), 1).sample);
    change();
    put(root, QStringLiteral("proc/uptime"), "4331.07 100.00\n");
    return meter.take(told(sample(root.path(), "2\n"), 2).sample);
}

} // namespace

void TestProbeCounters::counter_becomesARate_data()
{
    QTest::addColumn<QString>("dump");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("later");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("part");
    QTest::addColumn<float>("perSecond");
    const auto row = [](const char *name, const char *dump, const char *file, const char *later, const char *metric,
                        const char *part, float perSecond) {
        QTest::newRow(name) << QString::fromLatin1(dump) << QString::fromLatin1(file) << QByteArray(later)
                            << QString::fromLatin1(metric) << QString::fromLatin1(part) << perSecond;
    };
    constexpr const char *opa = "infiniband/hfi1/sysfs-dump.hfi1_0-omnipath.txt";
    constexpr const char *mlx4 = "infiniband/mlx4/sysfs-dump.mlx4_0.txt";
    constexpr const char *efa = "efa/p4d/hw_counters.p4d.txt";
    constexpr const char *cxi = "cxi/docs/cxi-telemetry.constructed.txt";
    row("Omni-Path hfi1: words of 4 bytes", opa, "/sys/class/infiniband/hfi1_0/ports/1/counters/port_rcv_data",
        "345091702526\n", "fabric.receive", "hfi1_0/1", 200);
    row("InfiniBand mlx4: second port", mlx4, "/sys/class/infiniband/mlx4_0/ports/2/counters/port_xmit_data",
        "26540357890\n", "fabric.transmit", "mlx4_0/2", 400);
    row("InfiniBand mlx4: held back", mlx4, "/sys/class/infiniband/mlx4_0/ports/1/counters/port_xmit_wait", "3699\n",
        "fabric.wait", "mlx4_0/1", 10);
    row("InfiniBand mlx4: errors of all kinds", mlx4, "/sys/class/infiniband/mlx4_0/ports/1/counters/symbol_error",
        "40\n", "fabric.errors", "mlx4_0/1", 4);
    row("EFA p4d: bytes", efa, "/sys/class/infiniband/rdmap144s27/ports/1/hw_counters/tx_bytes", "84417311045934\n",
        "fabric.transmit", "rdmap144s27/1", 100);
    row("Slingshot: octets with their time", cxi, "/sys/class/cxi/cxi0/device/telemetry/hni_sts_rx_ok_octets",
        "85466418792288@1675489382.701036980\n", "fabric.receive", "cxi0", 1000);
    row("Slingshot: code words beyond repair", cxi, "/sys/class/cxi/cxi0/device/telemetry/hni_pcs_uncorrected_cw",
        "90059@1675489382.701036980\n", "fabric.errors", "cxi0", 1);
    row("a counter that went back", opa, "/sys/class/infiniband/hfi1_0/ports/1/counters/port_rcv_data", "17\n",
        "fabric.receive", "hfi1_0/1", kMissing);
    row("pressure", opa, "/proc/pressure/io", "some avg10=0.10 avg60=2.00 avg300=3.85 total=5000015\n", "pressure.io",
        "", 50);
    row("disk: sectors of 512 bytes", opa, "/sys/block/nvme0n1/stat", " 100 2 4000 4 5 6 7020 8 0 9 10\n", "disk.read",
        "", 51200);
    row("disk: written", opa, "/sys/block/nvme0n1/stat", " 100 2 4000 4 5 6 7020 8 0 9 10\n", "disk.write", "", 1024);
}

void TestProbeCounters::counter_becomesARate()
{
    QFETCH(QString, dump);
    QFETCH(QString, file);
    QFETCH(QByteArray, later);
    QFETCH(QString, metric);
    QFETCH(QString, part);
    QFETCH(float, perSecond);
    QTemporaryDir folder;
    const QDir root(folder.path());
    makeNode(root);
    putDump(root, fixture(dump));
    put(root, QStringLiteral("sys/block/nvme0n1/stat"), " 100 2 3000 4 5 6 7000 8 0 9 10\n");
    put(root, QStringLiteral("sys/block/loop0/stat"), " 100 2 3000 4 5 6 7000 8 0 9 10\n");
    const auto values = valuesBetween(root, [&] { put(root, file, later); });
    const auto value = valueOf(values, metric, part);
    QVERIFY(value.has_value());
    if (std::isnan(perSecond))
        QVERIFY(std::isnan(*value));
    else
        QCOMPARE(*value, perSecond);
}

void TestProbeCounters::port_saysWhatItIs_data()
{
    QTest::addColumn<QString>("dump");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("state");
    QTest::addColumn<double>("rateGbps");
    QTest::newRow("Omni-Path hfi1") << QStringLiteral("infiniband/hfi1/sysfs-dump.hfi1_0-omnipath.txt")
                                    << QStringLiteral("hfi1_0/1") << QStringLiteral("ACTIVE") << 100.0;
    QTest::newRow("InfiniBand mlx4") << QStringLiteral("infiniband/mlx4/sysfs-dump.mlx4_0.txt")
                                     << QStringLiteral("mlx4_0/2") << QStringLiteral("ACTIVE") << 40.0;
    QTest::newRow("Slingshot") << QStringLiteral("cxi/docs/cxi-telemetry.constructed.txt") << QStringLiteral("cxi0")
                               << QString() << 200.0;
}

void TestProbeCounters::port_saysWhatItIs()
{
    QFETCH(QString, dump);
    QFETCH(QString, port);
    QFETCH(QString, state);
    QFETCH(double, rateGbps);
    QTemporaryDir folder;
    const QDir root(folder.path());
    makeNode(root);
    putDump(root, fixture(dump));
    bool isThere = false;
    for (const PortCounters &told : told(sample(root.path(), "1\n"), 1).sample.files.ports) {
        if (portName(told) != port)
            continue;
        isThere = true;
        QCOMPARE(told.state, state);
        QCOMPARE(told.rateGbps, std::optional(rateGbps));
    }
    QVERIFY(isThere);
}

void TestProbeCounters::power_isReadAsItIs_data()
{
    QTest::addColumn<QString>("dump");
    QTest::addColumn<float>("watt");
    QTest::newRow("Cray without times") << QStringLiteral("cray-pm/no-timestamp/pm_counters.no-timestamp.txt") << 85.0F;
    QTest::newRow("Cray with times") << QStringLiteral("cray-pm/docs/pm_counters.with-timestamp.constructed.txt")
                                     << 1284.0F;
}

void TestProbeCounters::power_isReadAsItIs()
{
    QFETCH(QString, dump);
    QFETCH(float, watt);
    QTemporaryDir folder;
    const QDir root(folder.path());
    makeNode(root);
    putDump(root, fixture(dump));
    const Output output = sample(root.path(), "1\n2\n");
    for (int tick = 1; tick <= 2; ++tick)
        QCOMPARE(valueOf(NodeMeter().take(told(output, tick).sample), QStringLiteral("power.node")),
                 std::optional(watt));
    put(root, QStringLiteral("sys/class/powercap/intel-rapl:0/energy_uj"), "1000000\n");
    put(root, QStringLiteral("sys/class/powercap/intel-rapl:0:0/energy_uj"), "1\n");
    QVERIFY(!sample(root.path(), "1\n").closing(1).contains("intel-rapl:0:0"));
}

void TestProbeCounters::saturatedCounter_isNoRate()
{
    QTemporaryDir folder;
    const QDir root(folder.path());
    makeNode(root);
    putDump(root, fixture(QStringLiteral("infiniband/mlx4/sysfs-dump.mlx4_0.txt")));
    put(root, QStringLiteral("sys/class/infiniband/mlx4_0/ports/1/counters/port_rcv_data"), "4294967295\n");
    const auto values = valuesBetween(root, [] {});
    QVERIFY(!valueOf(values, QStringLiteral("fabric.receive"), QStringLiteral("mlx4_0/1")));
    QCOMPARE(valueOf(values, QStringLiteral("fabric.transmit"), QStringLiteral("mlx4_0/1")), std::optional(0.0F));
    const QString wide = QStringLiteral("sys/class/infiniband/mlx4_0/ports/1/counters_ext/");
    put(root, wide + QStringLiteral("port_rcv_data_64"), "4294967295000\n");
    put(root, wide + QStringLiteral("port_xmit_data_64"), "1\n");
    put(root, QStringLiteral("proc/uptime"), "4321.07 100.00\n");
    const auto later =
        valuesBetween(root, [&] { put(root, wide + QStringLiteral("port_rcv_data_64"), "4294967296000\n"); });
    QCOMPARE(valueOf(later, QStringLiteral("fabric.receive"), QStringLiteral("mlx4_0/1")), std::optional(400.0F));
}

void TestProbeCounters::cgroupOfVersion1_tellsTheJobsShare()
{
    QTemporaryDir folder;
    const QDir root(folder.path());
    makeNode(root);
    put(root, QStringLiteral("proc/self/cgroup"),
        "11:memory:/slurm/uid_1000/job_7/step_3/task_0\n"
        "4:cpu,cpuacct:/slurm/uid_1000/job_7/step_3/task_0\n"
        "2:freezer:/slurm/uid_1000/job_7/step_3\n"
        "1:name=systemd:/system.slice/slurmd.service\n");
    const QString cpu = QStringLiteral("sys/fs/cgroup/cpu,cpuacct/slurm/uid_1000/job_7/cpuacct.usage");
    put(root, cpu, "5000000000\n");
    put(root, QStringLiteral("sys/fs/cgroup/memory/slurm/uid_1000/job_7/memory.usage_in_bytes"), "4096\n");
    const auto values = valuesBetween(root, [&] {
        put(root, cpu, "9000000000\n");                                                  // four seconds of CPU
        put(root, QStringLiteral("proc/stat"), "cpu  811 12 13 14 15 16 17 18 19 20\n"); // of eight
    });
    QCOMPARE(valueOf(values, QStringLiteral("cpu.job")), std::optional(50.0F));
    QCOMPARE(valueOf(values, QStringLiteral("memory.job")), std::optional(4096.0F));
}

static void putProcess(const QDir &root, int pid, qint64 bytes, const char *state)
{
    const QString folder = QStringLiteral("proc/%1/").arg(pid);
    const QByteArray number = QByteArray::number(bytes);
    put(root, folder + QStringLiteral("io"),
        "rchar: " + number + "\nwchar: " + number + "0\nsyscr: " + number +
            "\nsyscw: 1\nread_bytes: 0\nwrite_bytes: 0\n");
    put(root, folder + QStringLiteral("status"), QByteArray("Name:\tpt main\nUmask:\t0022\nState:\t") + state + "\n");
}

static QString procsOf(const char *step)
{
    return QStringLiteral("sys/fs/cgroup/system.slice/slurmstepd.scope/job_7/%1/user/task_0/cgroup.procs")
        .arg(QLatin1String(step));
}

void TestProbeCounters::processes_ofTheJobAreCountedAndOursAreNot()
{
    QTemporaryDir folder;
    const QDir root(folder.path());
    makeNode(root);
    putProcess(root, 100, 50, "D (disk sleep)");
    putProcess(root, 101, 60, "S (sleeping)");
    putProcess(root, 102, 70, "D (disk sleep)");
    put(root, procsOf("step_0"), "100\n101\n");
    put(root, procsOf("step_3"), "102\n");
    const Output output = sample(root.path(), "1\n", {QStringLiteral("SLURM_STEP_ID=3")});
    const auto processes = told(output, 1).sample.processes;
    QVERIFY(processes.has_value());
    QCOMPARE(processes->blocked, 1U);
    QCOMPARE(processes->count, 2U);
    QCOMPARE(processes->read, 0U); // what they moved before we came is nobody's rate
}

void TestProbeCounters::processThatEnds_takesNothingBack()
{
    QTemporaryDir folder;
    const QDir root(folder.path());
    makeNode(root);
    putProcess(root, 100, 50, "S (sleeping)");
    putProcess(root, 101, 60, "S (sleeping)");
    put(root, procsOf("step_0"), "100\n101\n");
    QProcess probe;
    start(probe, root.path());
    const auto tick = [&](int number) {
        probe.write(QByteArray::number(number) + " 10000\n"); // every sample is a long one
        Output output;
        QByteArray all;
        while (output.closing(number).isEmpty() && probe.waitForReadyRead(10'000)) {
            all += probe.readAllStandardOutput();
            output.lines = all.trimmed().split('\n');
        }
        return told(output, number).sample.processes.value_or(ProcessUse{});
    };
    QCOMPARE(tick(1).count, 2U);
    putProcess(root, 100, 55, "S (sleeping)");
    put(root, procsOf("step_0"), "100\n");
    QCOMPARE(tick(2).read, 5U);
    putProcess(root, 103, 7, "S (sleeping)"); // began since: all of it is new
    put(root, procsOf("step_0"), "100\n103\n");
    const ProcessUse use = tick(3);
    QCOMPARE(use.read, 12U);
    QCOMPARE(use.written, 120U);
    QCOMPARE(use.calls, 13U);
    probe.closeWriteChannel();
    QVERIFY(probe.waitForFinished(10'000));
}

void TestProbeCounters::unreadable_isSaidOnceAndIsNoZero()
{
    QTemporaryDir folder;
    const QDir root(folder.path());
    makeNode(root);
    put(root, QStringLiteral("proc/self/cgroup"), "0::/user.slice\n");
    put(root, QStringLiteral("proc/self/mountstats"),
        "device 10.0.0.1@o2ib:/s mounted on /scratch with fstype lustre\n"
        "device gpfs0 mounted on /gpfs with fstype gpfs\n");
    put(root, QStringLiteral("proc/pressure/cpu"), "");
    put(root, QStringLiteral("proc/pressure/memory"), "");
    put(root, QStringLiteral("proc/pressure/io"), "");
    put(root, QStringLiteral("sys/class/powercap/intel-rapl:0/energy_uj"), "1\n");
    QFile rapl(root.filePath(QStringLiteral("sys/class/powercap/intel-rapl:0/energy_uj")));
    QVERIFY(rapl.setPermissions(QFile::Permissions()));
    QByteArray ticks;
    for (int tick = 1; tick <= 21; ++tick)
        ticks += QByteArray::number(tick) + '\n';
    const Output output = sample(root.path(), ticks);
    const bool isRoot = rapl.open(QIODevice::ReadOnly); // the superuser reads everything
    QList<QByteArray> expected{"pressure", "job", "gpfs", "lustre"};
    if (!isRoot)
        expected = {"pressure", "job", "rapl", "gpfs", "lustre"};
    QCOMPARE(told(output, 1).absent, expected);
    for (int tick = 2; tick <= 21; ++tick)
        QCOMPARE(told(output, tick).absent, QList<QByteArray>());
    QVERIFY(!told(output, 21).sample.job && !told(output, 21).sample.stalls && !told(output, 21).sample.processes);
}

void TestProbeCounters::period_decidesWhichTickIsLong()
{
    QTemporaryDir folder;
    const QDir root(folder.path());
    makeNode(root);
    const Output output = sample(root.path(), "1 5000\n2\n3\n4 60000\n5\n");
    for (int tick = 1; tick <= 5; ++tick) // every ten seconds, and at least every sample
        QCOMPARE(output.closing(tick).contains(" i="), tick != 2);
    QCOMPARE(sample(root.path(), "1 x\n2 99999999\n").closing(2).left(7), QByteArray("P1 t=2 "));
}

void TestProbeCounters::longMountTable_isReadRarely()
{
    QTemporaryDir folder;
    const QDir root(folder.path());
    makeNode(root);
    const QByteArray nfs = fixture(QStringLiteral("proc/procfs/self-mountstats.txt"));
    const auto mountsIn = [&root](int tick) {
        const Output output = sample(root.path(), "1 10000\n2\n3\n4\n");
        return told(output, tick).sample.files.fileSystems;
    };
    put(root, QStringLiteral("proc/self/mountstats"), nfs);
    QCOMPARE(mountsIn(1).size(), std::size_t(1));
    QCOMPARE(mountsIn(1).front().fileSystem, QStringLiteral("/mnt/nfs/test"));
    QCOMPARE(mountsIn(1).front().readBytes, std::optional<quint64>(1210214218));
    QCOMPARE(mountsIn(2).size(), std::size_t(1));
    put(root, QStringLiteral("proc/self/mountstats"), nfs + QByteArray("\tjunk: 0\n").repeated(900));
    QCOMPARE(mountsIn(1).size(), std::size_t(1));
    QCOMPARE(mountsIn(2).size(), std::size_t(0));
    QCOMPARE(mountsIn(3).size(), std::size_t(0));
    QCOMPARE(mountsIn(4).size(), std::size_t(1));
    put(root, QStringLiteral("proc/fs/lustre/llite/scratch-ffff88/stats"),
        fixture(QStringLiteral("lustre/2.5/llite-stats.2.5.txt")));
    QCOMPARE(mountsIn(2).size(), std::size_t(1));
    QCOMPARE(mountsIn(2).front().type, QStringLiteral("lustre"));
    QCOMPARE(mountsIn(2).front().writtenBytes, std::optional<quint64>(1805014315717));
}

QTEST_GUILESS_MAIN(TestProbeCounters)
#include "tst_probecounters.moc"
