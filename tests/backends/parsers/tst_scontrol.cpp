// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/outputpath.h"
#include "backends/parsers/scontroljob.h"
#include "backends/parsers/scontrolnode.h"
#include "tests/support/fixtures.h"

#include <QTest>
#include <algorithm>

using namespace paceline;

static void addVersions()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : slurmVersions())
        QTest::newRow(qPrintable(version)) << version;
}

static QByteArray fixtureOf(const QString &version, const char *name)
{
    return withEpochTimes(fixture(QStringLiteral("slurm/%1/%2").arg(version, QLatin1String(name))));
}

static const JobDetail *named(const std::vector<JobDetail> &details, const char *name)
{
    const auto it = std::find_if(details.begin(), details.end(),
                                 [name](const JobDetail &d) { return d.job.name == QString::fromUtf8(name); });
    return it == details.end() ? nullptr : &*it;
}

class TestScontrol : public QObject
{
    Q_OBJECT
private slots:
    void jobs_readEveryVersion_data() { addVersions(); }
    void jobs_readEveryVersion();
    void jobs_detailHoldsAllocations_data();
    void jobs_detailHoldsAllocations();
    void jobs_arrayAndHetAreNamedAsPeopleWriteThem();
    void jobs_pendingRestOfAnArrayAndLongReasons();
    void jobs_valuesEndOnlyAtKeysThatCanFollow();
    void jobs_lineEndsInAName();
    void jobs_severalGroupsOfNodes();
    void jobs_formsBefore2011();
    void jobs_nothingIsAnError();
    void jobs_everyPrefixGivesAValueOrAnError_data();
    void jobs_everyPrefixGivesAValueOrAnError();
    void nodes_readEveryVersion_data() { addVersions(); }
    void nodes_readEveryVersion();
    void nodes_everyPrefixGivesAValueOrAnError();
    void partitions_knowTheDefault();
    void outputPath_data();
    void outputPath();
    void outputPath_isExpandedBySlurmFrom2505On();
};

void TestScontrol::jobs_readEveryVersion()
{
    QFETCH(QString, version);
    const QByteArray text = fixtureOf(version, "scontrol_show_job_o.txt");
    const auto details = parseScontrolJobs(text);
    QVERIFY(details.has_value());
    QCOMPARE(qsizetype(details->size()), text.count("JobId=") - text.count("ArrayJobId=") - text.count("HetJobId="));

    const JobDetail *training = named(*details, "train_llm");
    QVERIFY(training);
    QCOMPARE(training->job.user, QStringLiteral("alice"));
    QCOMPARE(training->job.comment, QStringLiteral("run=7; lr=3e-4 | phase:\"warm up\""));
    QCOMPARE(training->job.gpus, 8);
    QCOMPARE(training->job.gpuTypes, (QMap<QString, int>{{QStringLiteral("a100"), 8}}));
    QCOMPARE(training->job.nodeList, QStringLiteral("gpu[01-02]"));
    QCOMPARE(training->job.numNodes, 2);
    QCOMPARE(training->allocTres.value(QStringLiteral("mem")), QStringLiteral("400G"));
    QCOMPARE(training->job.timeLimit.minutes, 1564);
    QCOMPARE(training->job.exitCode, QStringLiteral("0:0"));
    QCOMPARE(training->job.restarts, 0);
    QVERIFY(training->job.stdoutPath.startsWith(QStringLiteral("/home/alice/logs/train_llm-")));
    QCOMPARE(training->job.workDir, QStringLiteral("/home/alice"));
    QCOMPARE(training->batchHost, QStringLiteral("gpu01"));
    QVERIFY(training->job.startS && training->job.endS);

    const JobDetail *blank = named(*details, "fail job");
    QVERIFY(blank);
    QCOMPARE(blank->job.state, JobState::Failed);
    QCOMPARE(blank->job.exitCode, QStringLiteral("3:0"));
    QVERIFY(blank->job.stdoutPath.contains(QStringLiteral("run dir/fail job")));

    const JobDetail *killed = named(*details, "sigkill");
    QVERIFY(killed);
    QCOMPARE(killed->job.state, JobState::Failed);
    QVERIFY(!killed->job.reason.isEmpty() && !killed->job.reason.contains(u'='));
}

void TestScontrol::jobs_detailHoldsAllocations_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("20.11.4") << QStringLiteral("20.11.4");
    QTest::newRow("25.11.2") << QStringLiteral("25.11.2");
}

void TestScontrol::jobs_detailHoldsAllocations()
{
    QFETCH(QString, version);
    const auto details = parseScontrolJobs(fixtureOf(version, "scontrol_show_job_d.excerpt.txt"));
    QVERIFY(details.has_value());
    const JobDetail *training = named(*details, "train_llm");
    QVERIFY(training);
    QCOMPARE(training->allocations.size(), 1u);
    const NodeAllocation &allocation = training->allocations[0];
    QCOMPARE(allocation.nodeList, QStringLiteral("gpu[01-02]"));
    QCOMPARE(allocation.memoryMiB, 204800);
    QCOMPARE(allocation.gres, QStringLiteral("gpu:a100:4(IDX:0-3)"));
    QCOMPARE(allocation.gpuIndices, (std::vector<int>{0, 1, 2, 3}));
    QVERIFY(!allocation.cpuIds.isEmpty());
    QCOMPARE(training->job.comment, QStringLiteral("run=7; lr=3e-4 | phase:\"warm up\""));
    QCOMPARE(training->fields.value(QStringLiteral("OverSubscribe")), QStringLiteral("OK"));

    const JobDetail *unicode = named(*details, "unicode_λ job");
    QVERIFY(unicode);
    QCOMPARE(unicode->job.timeLimit.kind, TimeLimit::Kind::Unlimited);
    QCOMPARE(unicode->allocations.at(0).gpuIndices, (std::vector<int>{2, 3}));
}

void TestScontrol::jobs_arrayAndHetAreNamedAsPeopleWriteThem()
{
    const auto details = parseScontrolJobs(fixtureOf(QStringLiteral("25.11.2"), "scontrol_show_job_o.txt"));
    QVERIFY(details.has_value());
    QStringList names;
    for (const JobDetail &detail : *details) {
        if (detail.job.arrayJobId || detail.job.hetJobId)
            names.append(detail.job.displayId);
    }
    names.sort();
    for (const char *name : {"10+0", "10+1", "7_0", "7_3"})
        QVERIFY2(names.contains(QLatin1String(name)), qPrintable(names.join(u' ')));
}

void TestScontrol::jobs_pendingRestOfAnArrayAndLongReasons()
{
    const auto details = parseScontrolJobs(
        "JobId=7 ArrayJobId=7 ArrayTaskId=6,9 ArrayTaskThrottle=2 JobName=sweep UserId=alice(1) GroupId=alice(1) "
        "JobState=PENDING "
        "Reason=ReqNodeNotAvail, UnavailableNodes:cpu004 Dependency=(null) StartTime=Unknown NumNodes=1-4\n");
    QVERIFY(details.has_value());
    const Job &job = details->front().job;
    QCOMPARE(job.displayId, QStringLiteral("7_[6,9%2]"));
    QCOMPARE(job.arrayTask, QStringLiteral("6,9%2"));
    QCOMPARE(job.reason, QStringLiteral("ReqNodeNotAvail, UnavailableNodes:cpu004"));
    QCOMPARE(job.numNodes, 1);
    QVERIFY(!job.startS && !job.gpus);
}

void TestScontrol::jobs_valuesEndOnlyAtKeysThatCanFollow()
{
    const QByteArray text =
        "JobId=5 JobName=a Comment=b StdOut=/etc/x Priority=9 UserId=alice(1) GroupId=alice(1) Priority=7 "
        "JobState=RUNNING "
        "Reason=None Dependency=(null) NumNodes=1K NumCPUs=2K Command=/x y --WorkDir=z SubmitLine=sbatch --comment=a=b "
        "Foo=1 "
        "WorkDir=/w d Comment=Hello World=1 JobState=FAILED StdErr= StdIn=/dev/null StdOut=/o u Power=\n";
    const auto details = parseScontrolJobs(text);
    QVERIFY(details.has_value());
    const JobDetail &detail = details->front();
    QCOMPARE(detail.job.name, QStringLiteral("a Comment=b StdOut=/etc/x Priority=9"));
    QCOMPARE(detail.job.state, JobState::Running);
    QCOMPARE(detail.job.priority, 7.0);
    QCOMPARE(detail.job.numNodes, 1024);
    QCOMPARE(detail.job.command, QStringLiteral("/x y --WorkDir=z"));
    QCOMPARE(detail.submitLine, QStringLiteral("sbatch --comment=a=b Foo=1"));
    QCOMPARE(detail.job.workDir, QStringLiteral("/w d"));
    QCOMPARE(detail.job.comment, QStringLiteral("Hello World=1 JobState=FAILED"));
    QCOMPARE(detail.job.stdoutPath, QStringLiteral("/o u"));
    QVERIFY(detail.job.stderrPath.isEmpty());
}

void TestScontrol::jobs_lineEndsInAName()
{
    const QByteArray text =
        "JobId=5 JobName=new\nJobId=6 line\n   UserId=alice(1) GroupId=alice(1)\n   JobState=RUNNING Reason=None "
        "Dependency=(null)\n"
        "   Command=/x\n   WorkDir=/w\n   Comment=c1\nc2\tTab\n   StdErr=/e\n   StdIn=/dev/null\n   StdOut=/o\n\n"
        "JobId=7 JobName=next\n   UserId=bob(2) GroupId=bob(2)\n   JobState=PENDING Reason=Priority "
        "Dependency=(null)\n   Command=(null)\n   WorkDir=/v\n";
    const auto details = parseScontrolJobs(text);
    QVERIFY(details.has_value());
    QCOMPARE(details->size(), 2u);
    QCOMPARE(details->at(0).job.name, QStringLiteral("new\nJobId=6 line"));
    QCOMPARE(details->at(0).job.comment, QStringLiteral("c1\nc2\tTab"));
    QCOMPARE(details->at(1).job.user, QStringLiteral("bob"));
    QCOMPARE(details->at(1).job.workDir, QStringLiteral("/v"));
}

void TestScontrol::jobs_severalGroupsOfNodes()
{
    const QByteArray text =
        "JobId=5 JobName=x\n   UserId=alice(1) GroupId=alice(1)\n   JobState=RUNNING Reason=None Dependency=(null)\n"
        "   NodeList=n[1-3]\n   Socks/Node=* NtasksPerN:B:S:C=0:0:*:* CoreSpec=*\n   JOB_GRES=gpu:3\n"
        "     Nodes=n1 CPU_IDs=0 Mem=0 GRES=gpu:1(IDX:3)\n     Nodes=n[2-3] CPU_IDs=0-1 Mem=10 GRES=gpu:1(IDX:0)\n"
        "   MinCPUsNode=1\n   Command=/x\n   WorkDir=/w\n";
    const auto details = parseScontrolJobs(text);
    QVERIFY(details.has_value());
    QCOMPARE(details->front().allocations.size(), 2u);
    QCOMPARE(details->front().allocations[0].gpuIndices, (std::vector<int>{3}));
    QCOMPARE(details->front().allocations[1].nodeList, QStringLiteral("n[2-3]"));
    QCOMPARE(details->front().job.gpus, 3); // no TRES: from JOB_GRES
    QCOMPARE(details->front().fields.value(QStringLiteral("MinCPUsNode")), QStringLiteral("1"));
}

void TestScontrol::jobs_formsBefore2011()
{
    const auto jobs = parseScontrolJobs(
        "JobId=4242 JobName=x\n   UserId=ann(1001) GroupId=lab(100)\n   JobState=RUNNING Reason=None\n"
        "   NodeList=n[1-2]\n   NumNodes=2 NumCPUs=16\n   TRES=cpu=16,mem=100G,node=2\n   Gres=gpu:v100:4 "
        "Reservation=(null)\n\n"
        "JobId=4243 PackJobId=4242 PackJobOffset=1 JobName=pack\n   PackJobIdSet=4242-4243\n   UserId=ann(1001)\n"
        "   JobState=PENDING Reason=Resources\n   NumNodes=1-1 NumCPUs=4\n   TresPerJob=gres:gpu:6\n");
    QVERIFY(jobs && jobs->size() == 2);
    QCOMPARE(jobs->at(0).job.gpus, 8);
    QCOMPARE(jobs->at(0).job.gpuTypes.value(QStringLiteral("v100")), 8);
    QCOMPARE(jobs->at(1).job.name, QStringLiteral("pack"));
    QCOMPARE(jobs->at(1).job.hetJobId, 4242U);
    QCOMPARE(jobs->at(1).job.hetOffset, 1U);
    QCOMPARE(jobs->at(1).job.gpus, 6);
}

void TestScontrol::jobs_nothingIsAnError()
{
    QCOMPARE(parseScontrolJobs("").error().kind, ErrorKind::Malformed);
    QCOMPARE(parseScontrolJobs("rubbish\n").error().kind, ErrorKind::Malformed);
    QCOMPARE(parseScontrolJobs("No jobs in the system\n").error().kind, ErrorKind::NotFound);
}

void TestScontrol::jobs_everyPrefixGivesAValueOrAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *path : {"20.11.4/scontrol_show_job_d.excerpt.txt", "25.11.2/scontrol_show_job_d.excerpt.txt"})
        QTest::newRow(path) << fixture(QStringLiteral("slurm/") + QLatin1String(path));
    // Prefixes of one line forms are tried on the first jobs; a whole file would take a quadratic time and say nothing
    // more.
    for (const QString &version : slurmVersions())
        QTest::newRow(qPrintable(version)) << fixtureOf(version, "scontrol_show_job_o.txt").first(6000);
}

void TestScontrol::jobs_everyPrefixGivesAValueOrAnError()
{
    QFETCH(QByteArray, text);
    std::size_t most = 0;
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const auto details = parseScontrolJobs(text.first(size));
        QVERIFY(details || details.error().kind == ErrorKind::Malformed);
        most = std::max(most, details ? details->size() : 0u);
    }
    QVERIFY(most >= 4u);
}

void TestScontrol::nodes_readEveryVersion()
{
    QFETCH(QString, version);
    const auto list = parseScontrolNodes(fixtureOf(version, "scontrol_show_node_o.txt"));
    QVERIFY(list.has_value());
    QCOMPARE(list->badRows, 0);
    QVERIFY(list->nodes.size() >= 6u);
    const auto node = [&](const char *name) -> const Node * {
        for (const auto &n : list->nodes) {
            if (n->name.value == QLatin1String(name))
                return n.get();
        }
        return nullptr;
    };
    const Node *gpu = node("gpu01");
    QVERIFY(gpu);
    QCOMPARE(gpu->state, NodeState::Mixed);
    QCOMPARE(gpu->cpus, 64);
    QCOMPARE(gpu->cpusAlloc, 32);
    QCOMPARE(gpu->memoryMiB, 515000);
    QCOMPARE(gpu->allocMemoryMiB, 204800);
    QVERIFY(gpu->freeMemoryMiB && gpu->cpuLoad);
    QCOMPARE(gpu->gpus, 4);
    QCOMPARE(gpu->gpusAlloc, 4);
    QCOMPARE(gpu->gpuTypes.value(QStringLiteral("a100")), 4);
    QCOMPARE(gpu->partitions, QStringList{QStringLiteral("gpu")});
    QCOMPARE(gpu->version, version);
    QVERIFY(gpu->isUsable());

    const Node *down = node("cpu004");
    QVERIFY(down);
    QCOMPARE(down->state, NodeState::Down);
    QVERIFY(down->hasFlag("NOT_RESPONDING"));
    QVERIFY(!down->freeMemoryMiB);
    QCOMPARE(down->reason, QStringLiteral("Not responding"));
    QVERIFY(down->reasonBy.startsWith(QStringLiteral("root@")));
    QVERIFY(!down->isUsable());

    if (const Node *drained = node("gpu05")) {
        QCOMPARE(drained->state, NodeState::Idle);
        QVERIFY(drained->hasFlag("DRAIN"));
        QCOMPARE(drained->gpusAlloc, 0);
        QCOMPARE(drained->reason, QStringLiteral("bad DIMM A3, ticket #4711 (vendor=ACME)"));
    }
    const Node *cpu = node("cpu001");
    QCOMPARE(cpu->gpus, 0);
    QVERIFY(!cpu->gpusAlloc);
}

void TestScontrol::nodes_everyPrefixGivesAValueOrAnError()
{
    const QByteArray text = fixtureOf(QStringLiteral("20.11.4"), "scontrol_show_node_o.txt").first(5000);
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const auto list = parseScontrolNodes(text.first(size));
        QVERIFY(list || list.error().kind == ErrorKind::Malformed);
    }
}

void TestScontrol::partitions_knowTheDefault()
{
    for (const char *version : {"20.11.4", "23.11.4", "25.11.2"}) {
        const auto partitions =
            parseScontrolPartitions(fixtureOf(QLatin1String(version), "scontrol_show_partition_o.txt"));
        QVERIFY(partitions.has_value());
        QCOMPARE(partitions->size(), 3u);
        QCOMPARE(partitions->at(0),
                 (PartitionFacts{QStringLiteral("batch"), QStringLiteral("cpu[001-004]"), true, QStringLiteral("UP")}));
        QVERIFY(!partitions->at(1).isDefault);
    }
    QVERIFY(!parseScontrolPartitions(""));
}

static JobDetail arrayTask()
{
    JobDetail detail;
    detail.job.id.number = 15;
    detail.job.arrayJobId = 7;
    detail.job.arrayTask = QStringLiteral("13");
    detail.job.name = QStringLiteral("my job");
    detail.job.user = QStringLiteral("alice");
    detail.job.workDir = QStringLiteral("/home/alice/run");
    detail.job.state = JobState::Running;
    detail.job.nodeList = QStringLiteral("gpu[03-04].cluster");
    return detail;
}

void TestScontrol::outputPath_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *pattern, const char *path) {
        QTest::newRow(pattern) << QString::fromLatin1(pattern) << QString::fromLatin1(path);
    };
    row("/a/slurm-15.out", "/a/slurm-15.out");
    row("slurm-15.out", "/home/alice/run/slurm-15.out");
    row("/tmp/rel/../x y/%j", "/tmp/rel/../x y/15");
    row("/a/%A_%a.log", "/a/7_13.log");
    row("/a/%A_4294967294.log", "/a/7_13.log");
    row("/a/%u.%x.%N.%t.%n.out", "/a/alice.my job.gpu03.0.0.out");
    row("/a/%4j_%3a_%b_%s_%J.txt", "/a/0015_013_3_batch_15.txt");
    row("/a/100%%_%q_%", "/a/100%_%q_%");
    row("/a/%%j", "/a/%j");
    row("/dev/null", "/dev/null");
    row("/home/alice/", "");
    row("", "");
}

void TestScontrol::outputPath()
{
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QCOMPARE(expandOutputPath(pattern, arrayTask(), QStringLiteral("22.05.8")), path);
}

void TestScontrol::outputPath_isExpandedBySlurmFrom2505On()
{
    QCOMPARE(expandOutputPath(QStringLiteral("/a/100%_%j"), arrayTask(), QStringLiteral("25.11.2")),
             QStringLiteral("/a/100%_%j"));
    QCOMPARE(expandOutputPath(QStringLiteral("/a/%j"), arrayTask(), QStringLiteral("24.11.5")),
             QStringLiteral("/a/15"));
}

QTEST_APPLESS_MAIN(TestScontrol)
#include "tst_scontrol.moc"
