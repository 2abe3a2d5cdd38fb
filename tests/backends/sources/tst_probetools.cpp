// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/gpufeed.h"
#include "tests/backends/sources/probeshell.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <algorithm>
#include <csignal>

using namespace paceline;
using namespace probeshell;

namespace {

/// A node below a root of its own, whose GPU tools stand in usr/bin of it, and the probe that runs on it.
class Node
{
    QTemporaryDir m_folder;

public:
    Node()
        : root(m_folder.path())
    {
        makeNode(root);
    }
    ~Node()
    {
        probe.closeWriteChannel();
        probe.waitForFinished(10'000);
    }
    void addTool(const char *name, const QByteArray &script)
    {
        put(root, QStringLiteral("usr/bin/") + QLatin1String(name), "#!/bin/sh\n" + script, true);
    }
    /// The test cluster's stand-in, whose text is that of driver 535; state steers it.
    void addNvidiaSmi()
    {
        QFile::link(QStringLiteral(PACELINE_SOURCE_DIR "/tests/support/cluster/nvidia-smi"),
                    root.filePath(QStringLiteral("nvidia-smi")));
        addTool("nvidia-smi", "exec python3 " + root.filePath(QStringLiteral("nvidia-smi")).toUtf8() + " \"$@\"\n");
        QVERIFY(root.mkpath(QStringLiteral("state")));
    }
    void setState(const char *name, const QByteArray &text)
    {
        put(root, QStringLiteral("state/") + QLatin1String(name), text);
    }
    void begin(const QStringList &environment = {})
    {
        start(probe, root.path(),
              QStringList{QStringLiteral("PATH=/usr/bin:/bin"),
                          QStringLiteral("VC_GPU_STATE=") + root.filePath(QStringLiteral("state"))} +
                  environment);
        probe.write("1 300\n");
    }
    /// Reads on until done holds, with a tick every now and then.
    template <class Done>
    bool readUntil(Done done, int timeoutMs = 60'000)
    {
        QElapsedTimer timer, sinceTick;
        timer.start();
        sinceTick.start();
        while (!done() && timer.elapsed() < timeoutMs) {
            probe.waitForReadyRead(100);
            if (sinceTick.elapsed() >= 100) {
                probe.write(QByteArray::number(++m_tick) + '\n');
                sinceTick.restart();
            }
            m_text += probe.readAllStandardOutput();
            for (qsizetype end = m_text.indexOf('\n'); end >= 0; end = m_text.indexOf('\n')) {
                take(m_text.left(end));
                m_text.remove(0, end + 1);
            }
        }
        return done();
    }
    int count(const QByteArray &start) const
    {
        return int(std::count_if(lines.begin(), lines.end(),
                                 [&start](const QByteArray &line) { return line.startsWith(start); }));
    }
    bool hasLine(const QByteArray &part) const
    {
        return std::any_of(lines.begin(), lines.end(), [&part](const QByteArray &line) { return line.contains(part); });
    }
    QDir root;
    QProcess probe;
    GpuFeed feed;
    QList<QByteArray> lines;
    int samples = 0;
    std::vector<PartValue> values; ///< as of the tool's last line

private:
    void take(const QByteArray &text)
    {
        lines += text;
        const auto line = parseProbeLine(text);
        if (line && line->kind == ProbeLine::Kind::Tool)
            feed.take(*line);
        else if (line && line->kind == ProbeLine::Kind::Sample)
            ++samples;
        if (line && line->kind == ProbeLine::Kind::Tool)
            values = feed.values(4321.07);
    }
    QByteArray m_text;
    int m_tick = 1;
};

int valuesOf(const std::vector<PartValue> &values, const char *metric)
{
    return int(std::count_if(values.begin(), values.end(),
                             [metric](const PartValue &value) { return value.metric.value == QLatin1String(metric); }));
}

} // namespace

class TestProbeTools : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { addShells(); }
    void nvidiaSmi_becomesReadings();
    void unknownField_costsThatFieldOnly();
    void processesOnAGpu_areToldByWhoseTheyAre();
    void dyingTool_isStartedAgainAndTheProbeGoesOn();
    void hangingTool_costsTheProbeNothing();
    void missingDriver_isToldInTheToolsWords();
    void otherTools_areAskedTheirOwnWay_data();
    void otherTools_areAskedTheirOwnWay();
    void endOfInput_endsTheToolsToo_data();
    void endOfInput_endsTheToolsToo();
};

void TestProbeTools::nvidiaSmi_becomesReadings()
{
    Node node;
    node.addNvidiaSmi();
    node.begin();
    QVERIFY(node.readUntil([&] { return node.feed.devices().size() == 4 && valuesOf(node.values, "gpu.util") == 4; }));
    QVERIFY(node.readUntil([&] { return !node.feed.devices().front().pciAddress.isEmpty(); }));
    const GpuDevice &gpu = node.feed.devices().front();
    QCOMPARE(gpu.name, QStringLiteral("NVIDIA A100-SXM4-40GB"));
    QVERIFY(gpu.uuid.startsWith(QLatin1String("GPU-")));
    QCOMPARE(gpu.pciAddress, QStringLiteral("0000:07:00.0"));
    QCOMPARE(gpu.driver, QStringLiteral("535.129.03"));
    QCOMPARE(gpu.powerLimitW, std::optional(400.0));
    QCOMPARE(gpu.mig, QStringLiteral("Disabled"));
    for (const char *metric : {"gpu.memory.used", "gpu.power", "gpu.temperature", "gpu.memory_temperature",
                               "gpu.sm_clock", "gpu.throttle", "gpu.ecc", "gpu.memory.total"})
        QCOMPARE(valuesOf(node.values, metric), 4);
}

void TestProbeTools::unknownField_costsThatFieldOnly()
{
    Node node;
    node.addNvidiaSmi();
    // A driver of before clocks_event_reasons, and one that knows no temperature of the memory.
    node.addTool("nvidia-smi",
                 "for w; do\n"
                 "  for f in temperature.memory clocks_event_reasons.active; do\n"
                 "    case $w in --query-gpu=*$f*) printf 'Field \"%s\" is not a valid field to query.\\n\\n' $f"
                 "; exit 2 ;; esac\n"
                 "  done\n"
                 "done\n"
                 "exec python3 " +
                     node.root.filePath(QStringLiteral("nvidia-smi")).toUtf8() + " \"$@\"\n");
    node.begin();
    QVERIFY(node.readUntil([&] { return valuesOf(node.values, "gpu.util") == 4; }));
    QCOMPARE(valuesOf(node.values, "gpu.throttle"), 4); // by the older name
    QCOMPARE(valuesOf(node.values, "gpu.memory_temperature"), 0);
    QCOMPARE(valuesOf(node.values, "gpu.ecc"), 4);
}

void TestProbeTools::processesOnAGpu_areToldByWhoseTheyAre()
{
    Node node;
    node.addNvidiaSmi();
    QProcess ofJob, foreign;
    ofJob.setEnvironment({QStringLiteral("A=1"), QStringLiteral("SLURM_JOB_ID=77"), QStringLiteral("Z=1")});
    ofJob.start(QStringLiteral("/bin/sleep"), {QStringLiteral("60")});
    foreign.setEnvironment({QStringLiteral("SLURM_JOB_ID=777")});
    foreign.start(QStringLiteral("/bin/sleep"), {QStringLiteral("60")});
    QVERIFY(ofJob.waitForStarted() && foreign.waitForStarted());
    node.setState("apps", "0 " + QByteArray::number(ofJob.processId()) + " python 900\n1 " +
                              QByteArray::number(foreign.processId()) + " other 800\n2 999999999 gone 1\n");
    node.begin({QStringLiteral("SLURM_JOB_ID=77")});
    QVERIFY(node.readUntil([&] {
        return node.hasLine("g=nvidia.apps") && node.hasLine(" e 0") && node.feed.devices().size() == 4 &&
               node.feed.devices()[1].hasForeignProcesses;
    }));
    const std::vector<GpuDevice> &gpus = node.feed.devices();
    QCOMPARE(gpus[0].processesOfJob, std::optional(1));
    QVERIFY(!gpus[0].hasForeignProcesses);
    QCOMPARE(gpus[1].processesOfJob, std::optional(0));
    QCOMPARE(gpus[2].processesOfJob, std::optional<int>());
    QCOMPARE(gpus[3].processesOfJob, std::optional(0));
    for (QProcess *process : {&ofJob, &foreign}) {
        process->kill();
        process->waitForFinished();
    }
}

void TestProbeTools::dyingTool_isStartedAgainAndTheProbeGoesOn()
{
    Node node;
    node.addTool("hl-smi", "echo 'index, uuid, power.draw'; echo '0, 00P1-HL2000A1-14-P64W99-13-05-03, 103'; exit 3\n");
    node.begin();
    QVERIFY(node.readUntil([&] { return node.count("P1 g=hl u=4321.07 b") >= 2; }));
    QVERIFY(node.hasLine("P1 g=hl u=4321.07 e 3"));
    QVERIFY(node.feed.complaints().contains(QStringLiteral("hl: exit 3")));
    QVERIFY(node.samples > 5);
}

void TestProbeTools::hangingTool_costsTheProbeNothing()
{
    Node node;
    node.addTool("dcgmi", "echo '# Entity  SMACT'; echo '    ID'; exec sleep 300\n");
    node.addNvidiaSmi();
    node.begin();
    QVERIFY(node.readUntil([&] { return node.samples > 20 && valuesOf(node.values, "gpu.util") == 4; }));
    QCOMPARE(valuesOf(node.values, "gpu.sm_active"), 0);
    QFETCH_GLOBAL(QStringList, shell);
    if (shell.front() != QLatin1String("/bin/sh"))
        return; // once is enough for what takes so long
    QVERIFY(node.readUntil([&] { return node.hasLine("P1 g=dcgmi u=4321.07 e 137"); }, 60'000));
}

void TestProbeTools::missingDriver_isToldInTheToolsWords()
{
    Node node;
    node.addNvidiaSmi();
    node.setState("fail", "driver\n");
    node.begin();
    QVERIFY(node.readUntil([&] { return node.feed.complaints().contains(QStringLiteral("nvidia.list: exit 9")); }));
    QVERIFY(std::any_of(node.feed.complaints().begin(), node.feed.complaints().end(), [](const QString &text) {
        return text.contains(QLatin1String("couldn't communicate with the NVIDIA driver"));
    }));
    QVERIFY(node.feed.devices().empty());
}

void TestProbeTools::otherTools_areAskedTheirOwnWay_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("DCGM") << QStringLiteral("dcgmi")
                          << QByteArray("dmon -e 54,1001,1002,1004,1005,1009,1010,1011,1012 -d 300");
    QTest::newRow("AMD SMI") << QStringLiteral("amd-smi") << QByteArray("metric --json");
    QTest::newRow("ROCm SMI") << QStringLiteral("rocm-smi") << QByteArray("--showproductname");
    QTest::newRow("XPU Manager") << QStringLiteral("xpu-smi") << QByteArray("dump -d -1 -m 0,1,2,3,4,5,18 -i 1");
    QTest::newRow("Gaudi") << QStringLiteral("hl-smi") << QByteArray("-Q index,uuid,");
}

void TestProbeTools::otherTools_areAskedTheirOwnWay()
{
    QFETCH(QString, tool);
    QFETCH(QByteArray, asked);
    Node node;
    node.addTool(tool.toLatin1().constData(), "echo \"$@\"\n");
    node.begin();
    QVERIFY2(node.readUntil([&] { return node.hasLine(" r " + asked); }), node.lines.join('\n').constData());
}

void TestProbeTools::endOfInput_endsTheToolsToo_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("end of input") << false;
    QTest::newRow("killed") << true;
}

void TestProbeTools::endOfInput_endsTheToolsToo()
{
    QFETCH(bool, isKilled);
    Node node;
    // It says who it is, so that its end can be seen.
    node.addTool("hl-smi", "while :; do echo \"pid=$$\"; sleep 0.2; done\n");
    node.begin();
    QVERIFY(node.readUntil([&] { return node.hasLine("pid="); }));
    const QByteArray line = *std::find_if(node.lines.begin(), node.lines.end(),
                                          [](const QByteArray &text) { return text.contains("pid="); });
    const pid_t pid = line.mid(line.indexOf("pid=") + 4).toInt();
    QVERIFY(pid > 0 && ::kill(pid, 0) == 0);
    if (isKilled)
        node.probe.kill();
    else
        node.probe.closeWriteChannel();
    QVERIFY(node.probe.waitForFinished(10'000));
    QTRY_VERIFY_WITH_TIMEOUT(::kill(pid, 0) != 0, 15'000);
}

QTEST_GUILESS_MAIN(TestProbeTools)
#include "tst_probetools.moc"
