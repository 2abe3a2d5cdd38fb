// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/squeue.h"
#include "tests/support/fixtures.h"

#include <QTest>
#include <algorithm>

using namespace paceline;

static const SqueueFormat kFormat;

/// A record in the order of the default format; users' texts at the end.
static QByteArray record(const QByteArray &id, const QByteArray &state, const QByteArray &name,
                         const QByteArray &comment = "(null)", const QByteArray &nonce = {})
{
    return id + "\037" + id + "\037" + id + "\037N/A\037" + state +
           "\037"
           "alice\037physics\037normal\037gpu\037None\037gpu01\037"
           "1\037"
           "16\037gres:gpu:2\0371:00:00\037"
           "1795420256\037"
           "1795420257\037"
           "1795423857\037"
           "1050\037" +
           name + "\037/home/alice\037/home/alice/train.sh\037" + comment + "\036" + nonce + "\n";
}

static const Job *find(const JobList &list, const char *displayId)
{
    for (const auto &job : list.jobs) {
        if (job->displayId == QLatin1String(displayId))
            return job.get();
    }
    return nullptr;
}

class TestSqueue : public QObject
{
    Q_OBJECT
private slots:
    void readsEveryVersion_data() { addVersions(); }
    void readsEveryVersion();
    void everyPrefixGivesAValueOrAnError_data() { addVersions(); }
    void everyPrefixGivesAValueOrAnError();
    void hostileNamesCostNothing_data();
    void hostileNamesCostNothing();
    void aNameCannotForgeARow();
    void separatorInANameCostsTheTextsAfterItOnly();
    void brokenRowCostsItselfAndIsCounted();
    void emptyAnswerIsAnEmptyQueue();
    void answerWithoutRecordsIsMalformed();
    void unchangedRowsAreTheSameObjects();
    void movedRowsAreTheSameObjects();
    void gpusOfStartedJobsComeFromAllocation();
    void gpusStayWithARowThatChanges();
    void gpusOfSitesThatDoNotAccountThemAreLeftOut();

private:
    void addVersions();
};

void TestSqueue::addVersions()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : slurmVersions())
        QTest::newRow(qPrintable(version)) << version;
}

void TestSqueue::readsEveryVersion()
{
    QFETCH(QString, version);
    SqueueReader reader;
    const auto list = reader.read(squeueFixture(version, kFormat.letters));
    QVERIFY(list.has_value());
    QCOMPARE(list->jobs.size(), 21u);
    QCOMPARE(list->badRows, 0);

    const bool first = version == QLatin1String("20.11.4"); // its job numbers are one higher
    const Job *rest = find(*list, first ? "8_[6,9%2]" : "7_[6,9%2]");
    QVERIFY(rest);
    QCOMPARE(rest->state, JobState::Pending);
    QCOMPARE(rest->reason, QStringLiteral("JobArrayTaskLimit"));
    QCOMPARE(rest->arrayJobId, rest->id.number);
    QCOMPARE(rest->arrayTask, QStringLiteral("6,9%2"));
    QCOMPARE(rest->gpus, 1);

    const auto second =
        std::find_if(list->jobs.begin(), list->jobs.end(), [](const auto &j) { return j->displayId.endsWith(u"+1"); });
    QVERIFY(second != list->jobs.end());
    const Job *component = second->get();
    QCOMPARE(component->hetOffset, 1u);
    QVERIFY(component->hetJobId && *component->hetJobId != component->id.number);

    const auto training = std::find_if(list->jobs.begin(), list->jobs.end(),
                                       [](const auto &j) { return j->name == QLatin1String("train_llm"); });
    QVERIFY(training != list->jobs.end());
    const Job &job = **training;
    QCOMPARE(job.comment, QStringLiteral("run=7; lr=3e-4 | phase:\"warm up\""));
    QCOMPARE(job.state, JobState::Running);
    QVERIFY(job.reason.isEmpty());
    QCOMPARE(job.user, QStringLiteral("alice"));
    QCOMPARE(job.qos, QStringLiteral("high"));
    QCOMPARE(job.nodeList, QStringLiteral("gpu[01-02]"));
    QCOMPARE(job.numNodes, 2);
    QCOMPARE(job.numCpus, 64);
    QCOMPARE(job.gpus, 8);
    QCOMPARE(job.gpuTypes.value(QStringLiteral("a100")), 8);
    QCOMPARE(job.timeLimit, (TimeLimit{TimeLimit::Kind::Minutes, 1564}));
    QVERIFY(job.startS && job.endS && *job.endS - *job.startS == 1564 * 60);
    QVERIFY(!job.arrayJobId);
    QCOMPARE(job.workDir, QStringLiteral("/home/alice"));

    const auto unlimited = std::find_if(list->jobs.begin(), list->jobs.end(),
                                        [](const auto &j) { return j->name.startsWith(u"unicode_"); });
    QVERIFY(unlimited != list->jobs.end());
    QCOMPARE((*unlimited)->name, QString::fromUtf8("unicode_λ job"));
    QCOMPARE((*unlimited)->timeLimit.kind, TimeLimit::Kind::Unlimited);
    QVERIFY(!(*unlimited)->endS);
}

void TestSqueue::everyPrefixGivesAValueOrAnError()
{
    QFETCH(QString, version);
    const QByteArray text = squeueFixture(version, kFormat.letters);
    std::size_t most = 0;
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const auto list = SqueueReader().read(text.first(size));
        QVERIFY(list || list.error().kind == ErrorKind::Malformed);
        if (list)
            most = std::max(most, list->jobs.size());
    }
    QCOMPARE(most, 21u);
}

void TestSqueue::hostileNamesCostNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("line end") << QByteArray("new\nline");
    QTest::newRow("pipe") << QByteArray("a|b|c");
    QTest::newRow("assignment") << QByteArray("JobState=FAILED UserId=root(0)");
    QTest::newRow("html") << QByteArray("<b onclick=\"x\">bold</b><img src=x>");
    QTest::newRow("shell") << QByteArray("$(rm -rf /); `reboot` && '\"");
    QTest::newRow("control characters") << QByteArray("\x1b[31mred\x07\x01\r");
    QTest::newRow("invalid UTF-8") << QByteArray("\xff\xfe\x80 half \xc3");
    QTest::newRow("long") << QByteArray(200'000, 'x');
    QTest::newRow("record end") << QByteArray("name\036\n");
}

void TestSqueue::hostileNamesCostNothing()
{
    QFETCH(QByteArray, name);
    const QByteArray nonce = "5eed5eed";
    SqueueReader reader;
    const auto list =
        reader.read(record("1", "RUNNING", "before", "(null)", nonce) + record("2", "RUNNING", name, name, nonce) +
                    record("3", "PENDING", "after", "(null)", nonce));
    QVERIFY(list.has_value());
    QCOMPARE(list->badRows, 0);
    QCOMPARE(list->jobs.size(), 3u);
    QCOMPARE(list->jobs[1]->name, QString::fromUtf8(name));
    QCOMPARE(list->jobs[1]->comment, QString::fromUtf8(name));
    QCOMPARE(list->jobs[2]->name, QStringLiteral("after"));
}

void TestSqueue::aNameCannotForgeARow()
{
    const QByteArray nonce = "5eed5eed";
    const QByteArray forged = "x\037/\037y\037z\036\n" + record("666", "RUNNING", "forged") +
                              record("667", "RUNNING", "forged", "(null)", "0badf00d");
    SqueueReader reader;
    const auto list =
        reader.read(record("2", "RUNNING", forged, "(null)", nonce) + record("3", "PENDING", "after", "(null)", nonce));
    QVERIFY(list.has_value());
    QCOMPARE(list->jobs.size(), 2u);
    QVERIFY(!find(*list, "666") && !find(*list, "667"));
    QCOMPARE(find(*list, "2")->user, QStringLiteral("alice"));
}

void TestSqueue::separatorInANameCostsTheTextsAfterItOnly()
{
    SqueueReader reader;
    const auto list = reader.read(record("2", "RUNNING",
                                         "a\037"
                                         "b",
                                         "c\037"));
    QVERIFY(list.has_value());
    QCOMPARE(list->badRows, 0);
    QCOMPARE(list->jobs.size(), 1u);
    QCOMPARE(list->jobs[0]->state, JobState::Running);
    QCOMPARE(list->jobs[0]->user, QStringLiteral("alice"));
    QVERIFY(list->jobs[0]->name.startsWith(QStringLiteral("a\037"
                                                          "b")));
    QVERIFY(list->jobs[0]->workDir.isEmpty());
    const auto comment = reader.read(record("2", "RUNNING", "a",
                                            "c\037"
                                            "d"));
    QVERIFY(comment.has_value());
    QCOMPARE(comment->jobs[0]->name, QStringLiteral("a"));
    QCOMPARE(comment->jobs[0]->comment, QStringLiteral("c\037"
                                                       "d"));
}

void TestSqueue::brokenRowCostsItselfAndIsCounted()
{
    SqueueReader reader;
    const auto list = reader.read(record("1", "RUNNING", "a") +
                                  "7\037"
                                  "7\037\036\n" +
                                  record("x", "RUNNING", "b") + record("3", "", "c") + record("4", "PENDING", "d"));
    QVERIFY(list.has_value());
    QCOMPARE(list->jobs.size(), 2u);
    QCOMPARE(list->badRows, 3);
}

void TestSqueue::emptyAnswerIsAnEmptyQueue()
{
    SqueueReader reader;
    QVERIFY(reader.read("")->jobs.empty());
    QVERIFY(reader.read("\n")->jobs.empty());
}

void TestSqueue::answerWithoutRecordsIsMalformed()
{
    SqueueReader reader;
    const auto list = reader.read("JOBID PARTITION NAME\n1 gpu x\n");
    QVERIFY(!list);
    QCOMPARE(list.error().kind, ErrorKind::Malformed);
}

void TestSqueue::unchangedRowsAreTheSameObjects()
{
    SqueueReader reader;
    const auto before =
        reader.read(record("1", "RUNNING", "a") + record("2", "PENDING", "b") + record("3", "PENDING", "c"));
    const auto after =
        reader.read(record("1", "RUNNING", "a") + record("2", "RUNNING", "b") + record("3", "PENDING", "c"));
    QVERIFY(before && after);
    QCOMPARE(after->jobs[0].get(), before->jobs[0].get());
    QVERIFY(after->jobs[1].get() != before->jobs[1].get());
    QCOMPARE(after->jobs[1]->state, JobState::Running);
    QCOMPARE(after->jobs[2].get(), before->jobs[2].get());
}

void TestSqueue::movedRowsAreTheSameObjects()
{
    SqueueReader reader;
    const auto before =
        reader.read(record("1", "RUNNING", "a") + record("2", "PENDING", "b") + record("3", "PENDING", "c"));
    const auto after =
        reader.read(record("3", "PENDING", "c") + record("4", "PENDING", "d") + record("1", "RUNNING", "a"));
    QVERIFY(before && after);
    QCOMPARE(after->jobs.size(), 3u);
    QCOMPARE(after->jobs[0].get(), before->jobs[2].get());
    QCOMPARE(after->jobs[2].get(), before->jobs[0].get());
}

void TestSqueue::gpusOfStartedJobsComeFromAllocation()
{
    SqueueReader reader;
    QVERIFY(reader.read(record("1", "RUNNING", "a") + record("2", "PENDING", "b") + record("3", "RUNNING", "c")));
    QCOMPARE(reader.withoutGpus(), (std::vector<JobId>{JobId{1}, JobId{3}}));
    const JobGpus told = parseSqueueGpus("1\037"
                                         "cpu=64,gres/gpu=8,gres/gpu:a100=8\037\n3\037"
                                         "cpu=2,mem=4G\037\n2\037"
                                         "cpu=1,gres/gpu=4\037\nbroken\n");
    const JobList list = reader.addGpus(told);
    QCOMPARE(list.jobs[0]->gpus, 8);
    QCOMPARE(list.jobs[0]->gpuTypes.value(QStringLiteral("a100")), 8);
    QCOMPARE(list.jobs[1]->gpus, 2); // pending: as asked for
    QCOMPARE(list.jobs[2]->gpus, 0);
    QVERIFY(reader.withoutGpus().empty());
}

void TestSqueue::gpusStayWithARowThatChanges()
{
    SqueueReader reader;
    QVERIFY(reader.read(record("1", "RUNNING", "a")));
    const JobList with = reader.addGpus(parseSqueueGpus("1\037gres/gpu=8\037\n"));
    const auto same = reader.read(record("1", "RUNNING", "a"));
    QVERIFY(same.has_value());
    QCOMPARE(same->jobs[0].get(), with.jobs[0].get());
    const auto renamed = reader.read(record("1", "RUNNING", "renamed"));
    QVERIFY(renamed.has_value());
    QCOMPARE(renamed->jobs[0]->gpus, 8);
    QCOMPARE(renamed->jobs[0]->name, QStringLiteral("renamed"));
}

void TestSqueue::gpusOfSitesThatDoNotAccountThemAreLeftOut()
{
    QVERIFY(parseSqueueGpus("1\037"
                            "cpu=64,mem=4G\037\n2\037"
                            "cpu=1\037\n")
                .isEmpty());
}

QTEST_APPLESS_MAIN(TestSqueue)
#include "tst_squeue.moc"
