// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cliprocess.h"
#include "tests/support/fixtures.h"

#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

static QString slurmFile(const QString &version, const char *name)
{
    return QStringLiteral(PACELINE_FIXTURES "/slurm/%1/%2").arg(version, QLatin1String(name));
}

static QJsonObject named(const QList<QJsonObject> &objects, const QString &name)
{
    for (const QJsonObject &object : objects) {
        if (object.value(QStringLiteral("name")) == name)
            return object;
    }
    return {};
}

static QSet<QString> keysOf(const QJsonObject &object)
{
    const QStringList keys = object.keys();
    return {keys.begin(), keys.end()};
}

class TestCliLocal : public QObject
{
    Q_OBJECT
private slots:
    void usage_data();
    void usage();
    void parse_knowsTheSameJobInEveryForm_data();
    void parse_knowsTheSameJobInEveryForm();
    void parse_jobsHaveThePromisedKeys();
    void parse_nodesHaveThePromisedKeys();
    void parse_readsWhatPacelineItselfAsks();
    void parse_takesSqueuesFormat();
    void parse_badLinesAreErrorsAndTheGoodOnesCome();
    void parse_readsStandardInput();
    void parse_gpusHaveThePromisedKeys();
    void parse_complaintsOfToolsAreObjects();
    void parse_labelsAreKeysOfTheRows();
    void parse_stepsStandWithTheirJob();
    void parse_numbersThatARecordLacksAreNull();
    void log_printsRecords();
    void log_ofNothingKnownFails();
    void log_printsCurvesOfEventFiles();
    void log_printsEveryPointWhenAsked();
    void log_tellsDamageByItsPlace();
    void log_ofAFolderIsOneRunForEachFolder();
    void hostThatNeedsAPersonFailsWithOneLine();
};

void TestCliLocal::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    const auto row = [](const char *arguments, int status) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts) << status;
    };
    row("--help", 0);
    row("--version", 0);
    row("", 2);
    row("nonsense", 2);
    row("jobs", 2);
    row("job local:", 2);
    row("jobs -oProxyCommand=x", 2);
    row("parse nonsense FILE", 2);
    row("parse squeue /no/such/file", 1);
    row("log /no/such/file", 1);
}

void TestCliLocal::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const CliRun run = runCli(arguments);
    QCOMPARE(run.exitStatus, status);
    if (status != 0)
        QVERIFY2(run.err.startsWith("paceline-cli: ") && run.out.isEmpty(), run.err);
}

void TestCliLocal::parse_knowsTheSameJobInEveryForm_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : slurmVersions())
        QTest::newRow(qPrintable(version)) << version;
}

void TestCliLocal::parse_knowsTheSameJobInEveryForm()
{
    QFETCH(QString, version);
    const std::pair<const char *, const char *> forms[] = {
        {"squeue", "squeue_o.txt"}, {"scontrol-job", "scontrol_show_job_o.txt"}, {"sacct", "sacct_P.txt"}};
    for (const auto &[kind, file] : forms) {
        const CliRun run = runCli({QStringLiteral("parse"), QLatin1String(kind), slurmFile(version, file)});
        QVERIFY2(run.exitStatus == 0, run.err);
        const QJsonObject job = named(run.lines(), QStringLiteral("train_llm"));
        QVERIFY2(!job.isEmpty(), kind);
        QCOMPARE(job.value(QStringLiteral("state")).toString(), QStringLiteral("RUNNING"));
        QCOMPARE(job.value(QStringLiteral("nodes")).toArray(),
                 (QJsonArray{QStringLiteral("gpu01"), QStringLiteral("gpu02")}));
        QCOMPARE(job.value(QStringLiteral("gpus")).toInt(), 8);
        QCOMPARE(job.value(QStringLiteral("gpu_types")).toObject().value(QStringLiteral("a100")).toInt(), 8);
        QCOMPARE(job.value(QStringLiteral("time_limit_min")).toInt(), 1564);
        QVERIFY(job.value(QStringLiteral("start"))
                    .toString()
                    .startsWith(QStringLiteral("2026-11-23T"))); // no zone: the text itself
    }
}

void TestCliLocal::parse_jobsHaveThePromisedKeys()
{
    const QSet<QString> promised = [] {
        const QStringList keys =
            QStringLiteral(
                "id name user state flags reason account qos partition array_job_id array_task het_job_id het_offset "
                "nodes "
                "num_nodes num_cpus gpus gpu_types time_limit_min submit start end exit_code restarts stdout workdir")
                .split(u' ');
        return QSet<QString>(keys.begin(), keys.end());
    }();
    const QList<QJsonObject> jobs = runCli({QStringLiteral("parse"), QStringLiteral("squeue"),
                                            slurmFile(QStringLiteral("25.11.2"), "squeue_o.txt")})
                                        .lines();
    QCOMPARE(jobs.size(), 21);
    for (const QJsonObject &job : jobs)
        QVERIFY(keysOf(job).contains(promised)); // and columns under their own names
    const QJsonObject rest = named(jobs, QStringLiteral("full_h100"));
    QCOMPARE(rest.value(QStringLiteral("id")).toInt(), 25);
    QCOMPARE(rest.value(QStringLiteral("array_task")).toString(), QStringLiteral("1-3,7,11,13,15"));
    QVERIFY(rest.value(QStringLiteral("exit_code")).isNull());
}

void TestCliLocal::parse_nodesHaveThePromisedKeys()
{
    const QStringList keys =
        QStringLiteral("name state flags cpus cpus_alloc mem_mb alloc_mem_mb gres gpus gpus_alloc partitions reason")
            .split(u' ');
    const QList<QJsonObject> nodes = runCli({QStringLiteral("parse"), QStringLiteral("scontrol-node"),
                                             slurmFile(QStringLiteral("23.11.4"), "scontrol_show_node_o.txt")})
                                         .lines();
    QCOMPARE(nodes.size(), 13);
    for (const QJsonObject &node : nodes)
        QVERIFY(keysOf(node).contains(QSet<QString>(keys.begin(), keys.end())));
    QVERIFY(named(nodes, QStringLiteral("cpu001")).value(QStringLiteral("gpus_alloc")).isNull());
    QCOMPARE(named(nodes, QStringLiteral("gpu01")).value(QStringLiteral("gpus_alloc")).toInt(), 4);
}

void TestCliLocal::parse_readsWhatPacelineItselfAsks()
{
    const CliRun run = runCli({QStringLiteral("parse"), QStringLiteral("squeue"), QStringLiteral("-")},
                              squeueFixture(QStringLiteral("22.05.8"), "AiFKTuaqPrNDCblVSeQjZok"));
    QCOMPARE(run.exitStatus, 0);
    QCOMPARE(run.lines().size(), 21);
    QVERIFY(named(run.lines(), QStringLiteral("train_llm")).value(QStringLiteral("start")).isDouble());
}

void TestCliLocal::parse_takesSqueuesFormat()
{
    const CliRun run = runCli({QStringLiteral("parse"), QStringLiteral("squeue"), QStringLiteral("-"),
                               QStringLiteral("--format"), QStringLiteral("%i|%.20j|%T|%C")},
                              "7_3|a|b|RUNNING|8\n12|plain|PENDING|1\n");
    QCOMPARE(run.exitStatus, 0);
    QCOMPARE(run.lines().at(0).value(QStringLiteral("name")).toString(), QStringLiteral("a|b"));
    QCOMPARE(run.lines().at(0).value(QStringLiteral("num_cpus")).toInt(), 8);
    QCOMPARE(run.lines().at(1).value(QStringLiteral("id")).toInt(), 12);
}

void TestCliLocal::parse_badLinesAreErrorsAndTheGoodOnesCome()
{
    const CliRun run =
        runCli({QStringLiteral("parse"), QStringLiteral("hostlist"), QStringLiteral("-")}, "gpu[01-02]\ngpu[\nn7\n");
    QCOMPARE(run.exitStatus, 3);
    QCOMPARE(run.lines().size(), 3);
    QVERIFY(run.lines().at(1).contains(QStringLiteral("error")));
    QCOMPARE(run.lines().at(0).value(QStringLiteral("hosts")).toArray().size(), 2);
}

void TestCliLocal::parse_readsStandardInput()
{
    const CliRun run = runCli({QStringLiteral("parse"), QStringLiteral("sacct"), QStringLiteral("-")},
                              "JobID|State|ExitCode\n5|FAILED|3:0\n5.batch|FAILED|3:0\n");
    QCOMPARE(run.exitStatus, 0);
    QCOMPARE(run.lines().size(), 1);
    QCOMPARE(run.lines().at(0).value(QStringLiteral("exit_code")).toString(), QStringLiteral("3:0"));
}

void TestCliLocal::parse_gpusHaveThePromisedKeys()
{
    const QStringList keys =
        QStringLiteral("index id uuid name util_gpu util_mem mem_total_mib mem_used_mib temp_c temp_mem_c "
                       "power_w power_limit_w sm_clock_mhz fan_pct mig ecc_uncorrected_volatile "
                       "event_reasons driver")
            .split(u' ');
    const std::pair<const char *, const char *> outputs[] = {
        {"nvidia-query", "nvidia-smi/590.48/h100-mig.load.query-gpu.csv"},
        {"nvidia-dmon", "nvidia-smi/590.48/h100-mig.load.dmon.txt"},
        {"nvidia-xml", "nvidia-smi/xml-535.54/a100-sxm4-mig.xml"},
        {"dcgmi-dmon", "dcgmi/docs/dcgmi-dmon.mig-a100.txt"},
        {"rocm-smi", "rocm-smi/mi210/rocm-smi.mi210.csv"},
        {"xpu-smi", "xpu-smi/docs/xpu-smi.dump.docs.csv"},
        {"hl-smi", "hl-smi/1.18/hl-smi.table.txt"}};
    for (const auto &[kind, file] : outputs) {
        const CliRun run = runCli(
            {QStringLiteral("parse"), QLatin1String(kind), QLatin1String(PACELINE_FIXTURES "/") + QLatin1String(file)});
        QVERIFY2(run.exitStatus == 0 && !run.lines().isEmpty(), run.err);
        for (const QJsonObject &gpu : run.lines())
            QVERIFY2(keysOf(gpu).contains(QSet<QString>(keys.begin(), keys.end())), kind);
    }
    const QJsonObject mig = runCli({QStringLiteral("parse"), QStringLiteral("nvidia-query"),
                                    QStringLiteral(PACELINE_FIXTURES "/nvidia-smi/590.48/h100-mig.load.query-gpu.csv")})
                                .lines()
                                .first();
    QVERIFY(mig.value(QStringLiteral("util_gpu")).isNull());
    QCOMPARE(mig.value(QStringLiteral("power_w")).toDouble(), 433.78);
    QCOMPARE(mig.value(QStringLiteral("memory.free [MiB]")).toInt(), 69956);
}

void TestCliLocal::parse_complaintsOfToolsAreObjects()
{
    const CliRun some = runCli({QStringLiteral("parse"), QStringLiteral("nvidia-query"), QStringLiteral("-")},
                               "index, power.draw [W]\n0, 70.00 W\nUnable to determine the device handle for "
                               "GPU0000:02:00.0: Unknown Error\n");
    QCOMPARE(some.exitStatus, 3);
    QCOMPARE(some.lines().size(), 2);
    QVERIFY(some.lines().last().value(QStringLiteral("error")).toString().startsWith(QLatin1String("Unable")));
    const CliRun none = runCli({QStringLiteral("parse"), QStringLiteral("nvidia-query"), QStringLiteral("-")},
                               "Field \"x\" is not a valid field to query.\n");
    QCOMPARE(none.exitStatus, 1);
    QCOMPARE(none.lines().size(), 1);
}

void TestCliLocal::parse_labelsAreKeysOfTheRows()
{
    const CliRun run =
        runCli({QStringLiteral("parse"), QStringLiteral("nvidia-query"), QStringLiteral("-")},
               "n02: index, power.draw [W]\nn01: Failed to initialize NVML: Unknown Error\nn02: 0, 70.00 W\n");
    QCOMPARE(run.exitStatus, 3);
    QCOMPARE(run.lines().size(), 2);
    QCOMPARE(run.lines()[0].value(QStringLiteral("node")).toString(), QStringLiteral("n02"));
    QCOMPARE(run.lines()[0].value(QStringLiteral("power_w")).toDouble(), 70.0);
    QCOMPARE(run.lines()[1].value(QStringLiteral("node")).toString(), QStringLiteral("n01"));
    QVERIFY(run.lines()[1].contains(QStringLiteral("error")));
}

void TestCliLocal::parse_stepsStandWithTheirJob()
{
    const CliRun run = runCli({QStringLiteral("parse"), QStringLiteral("sacct"), QStringLiteral("-")},
                              "JobID|State|MaxRSS\n7|FAILED|\n7.batch|FAILED|5K\n9.0|COMPLETED|6K\n");
    QCOMPARE(run.exitStatus, 0);
    QCOMPARE(run.lines().size(), 2);
    const QJsonObject step = run.lines()[0].value(QStringLiteral("steps")).toArray().at(0).toObject();
    QCOMPARE(step.value(QStringLiteral("step")).toString(), QStringLiteral("batch"));
    QCOMPARE(step.value(QStringLiteral("MaxRSS")).toString(), QStringLiteral("5K"));
    QVERIFY(run.lines()[0].value(QStringLiteral("MaxRSS")).isNull());
    QVERIFY(run.lines()[0].value(QStringLiteral("name")).isNull());
    QCOMPARE(run.lines()[1].value(QStringLiteral("step")).toString(), QStringLiteral("0"));
}

void TestCliLocal::parse_numbersThatARecordLacksAreNull()
{
    const CliRun run =
        runCli({QStringLiteral("parse"), QStringLiteral("scontrol-node"), QStringLiteral("-")},
               "NodeName=n1 CoresPerSocket=16\n   CPUTot=32 CPULoad=N/A\n   State=UNKNOWN*\n\nNode n9 not found\n");
    QCOMPARE(run.exitStatus, 3);
    QCOMPARE(run.lines().size(), 2);
    const QJsonObject node = run.lines()[0];
    QCOMPARE(node.value(QStringLiteral("cpus")).toInt(), 32);
    for (const char *key : {"cpus_alloc", "gpus", "gpus_alloc", "mem_mb", "CPULoad"})
        QVERIFY2(node.contains(QLatin1String(key)) && node.value(QLatin1String(key)).isNull(), key);
    QCOMPARE(node.value(QStringLiteral("flags")).toArray().size(), 1);
    QCOMPARE(run.lines()[1].value(QStringLiteral("error")).toString(), QStringLiteral("Node n9 not found"));
}

void TestCliLocal::log_printsRecords()
{
    const QByteArray log = "Epoch: [0][1/4]\tTime  0.500 ( 0.600)\tData  0.100 ( 0.200)\tLoss 6.9000e+00 "
                           "(6.9500e+00)\tAcc@1   0.00 (  0.00)\tAcc@5   0.00 (  0.00)\n";
    const CliRun run = runCli({QStringLiteral("log"), QStringLiteral("-")}, log);
    QVERIFY2(run.exitStatus == 0, run.err);
    QCOMPARE(run.lines().size(), 1);
    const QJsonObject loss =
        run.lines().at(0).value(QStringLiteral("metrics")).toObject().value(QStringLiteral("Loss")).toObject();
    QCOMPARE(loss.value(QStringLiteral("value")).toDouble(), 6.9);
    QCOMPARE(loss.value(QStringLiteral("canon")).toString(), QStringLiteral("loss"));
}

void TestCliLocal::log_ofNothingKnownFails()
{
    const CliRun run = runCli({QStringLiteral("log"), QStringLiteral("-")}, "hello\nworld\n");
    QCOMPARE(run.exitStatus, 1);
    QVERIFY(run.out.isEmpty());
}

static QString trainingLog(const char *name)
{
    return QStringLiteral(PACELINE_FIXTURES "/training-logs/") + QLatin1String(name);
}

static const char *const kRewind = "tfevents--mixed-rewind/events.out.tfevents.1700000000.node01.101.0";

void TestCliLocal::log_printsCurvesOfEventFiles()
{
    const CliRun run = runCli({QStringLiteral("log"), trainingLog(kRewind)});
    QVERIFY2(run.exitStatus == 0, run.err);
    QCOMPARE(run.lines().size(), 4);
    const QJsonObject loss = run.lines().at(0);
    QCOMPARE(keysOf(loss), (QSet<QString>{QStringLiteral("tag"), QStringLiteral("kind"), QStringLiteral("count"),
                                          QStringLiteral("first"), QStringLiteral("last"), QStringLiteral("min"),
                                          QStringLiteral("max"), QStringLiteral("steps_go_back"),
                                          QStringLiteral("repeated_steps"), QStringLiteral("replaced")}));
    QCOMPARE(loss.value(QStringLiteral("tag")), QStringLiteral("train/loss"));
    QCOMPARE(loss.value(QStringLiteral("last")), (QJsonArray{109, 1700000037.25, 9.866708755493164}));
    QCOMPARE(loss.value(QStringLiteral("replaced")), 40);

    const CliRun wandb = runCli({QStringLiteral("log"), trainingLog("wandb-run--scalars/run-bn1klkfl.wandb")});
    QCOMPARE(wandb.exitStatus, 0);
    QCOMPARE(wandb.lines().size(), 6);
    QVERIFY(wandb.lines().at(0).value(QStringLiteral("tag")).isNull());
    QCOMPARE(wandb.lines().at(0).value(QStringLiteral("exit_code")), 255);
}

void TestCliLocal::log_printsEveryPointWhenAsked()
{
    QFile file(trainingLog(kRewind));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const CliRun run = runCli({QStringLiteral("log"), QStringLiteral("--points"), QStringLiteral("-")}, file.readAll());
    QVERIFY2(run.exitStatus == 0, run.err);
    const QJsonArray points = run.lines().at(0).value(QStringLiteral("points")).toArray();
    QCOMPARE(points.size(), 150);
    QCOMPARE(points.last(), run.lines().at(0).value(QStringLiteral("last")));
}

void TestCliLocal::log_tellsDamageByItsPlace()
{
    QFile file(trainingLog(kRewind));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    bytes[bytes.size() / 2] = char(~bytes[bytes.size() / 2]);
    const CliRun run = runCli({QStringLiteral("log"), QStringLiteral("-")}, bytes);
    QCOMPARE(run.exitStatus, 3);
    QVERIFY(run.err.startsWith("paceline-cli: "));
    const QJsonObject told = run.lines().at(0);
    QCOMPARE(told.value(QStringLiteral("problem_count")), 1);
    const QJsonObject problem = told.value(QStringLiteral("problems")).toArray().at(0).toObject();
    QCOMPARE(problem.value(QStringLiteral("problem")), QStringLiteral("checksum"));
    QVERIFY(problem.value(QStringLiteral("offset")).toInteger() < bytes.size() / 2);
    QCOMPARE(run.lines().at(1).value(QStringLiteral("count")), 149);
}

void TestCliLocal::log_ofAFolderIsOneRunForEachFolder()
{
    const QTemporaryDir folder;
    QVERIFY(folder.isValid() && QDir(folder.path()).mkdir(QStringLiteral("eval")));
    const QString name = QStringLiteral("/events.out.tfevents.1700000000.node01.101.0");
    QVERIFY(QFile::copy(trainingLog(kRewind), folder.path() + name));
    QVERIFY(QFile::copy(trainingLog(kRewind), folder.path() + name + QLatin1String(".copy")));
    QVERIFY(QFile::copy(trainingLog(kRewind), folder.path() + QLatin1String("/eval") + name));
    QVERIFY(QFile::copy(trainingLog("pytorch-ddp/sample.log"), folder.filePath(QStringLiteral("slurm-1.out"))));
    QVERIFY(QFile::copy(trainingLog("pytorch-ddp/sample.log"), folder.filePath(QStringLiteral("model.bin"))));
    const CliRun run = runCli({QStringLiteral("log"), folder.path()});
    QVERIFY2(run.exitStatus == 0, run.err);
    QStringList runs;
    qsizetype records = 0;
    for (const QJsonObject &line : run.lines()) {
        if (line.contains(QStringLiteral("run"))) {
            runs << line.value(QStringLiteral("run")).toString();
            QCOMPARE(line.value(QStringLiteral("count")), 150);
        }
        records += line.contains(QStringLiteral("line"));
    }
    QCOMPARE(runs.count(QStringLiteral(".")), 4);
    QCOMPARE(runs.count(QStringLiteral("eval")), 4);
    const CliRun text = runCli({QStringLiteral("log"), trainingLog("pytorch-ddp/sample.log")});
    const CliRun two =
        runCli({QStringLiteral("log"), folder.path() + name, folder.path() + name + QLatin1String(".copy")});
    QCOMPARE(two.lines().size(), 4);
    QCOMPARE(records, text.lines().size());
}

void TestCliLocal::hostThatNeedsAPersonFailsWithOneLine()
{
    const CliRun run = runCli({QStringLiteral("jobs"), QStringLiteral("no-such-host.invalid")});
    QCOMPARE(run.exitStatus, 1);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(run.err.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestCliLocal)
#include "tst_clilocal.moc"
