// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/mlperfrunreader.h"
#include "tests/support/fixtures.h"

#include <QTest>

using namespace paceline;

namespace {

MlperfRun readRun(const QByteArray &text, const QString &folder = {}, qsizetype piece = 0)
{
    logs::MlperfRunReader reader(folder);
    for (qsizetype at = 0; at<text.size(); at += piece> 0 ? piece : text.size())
        reader.feed(piece > 0 ? text.mid(at, piece) : text);
    return reader.finish();
}

MlperfRun fixtureRun(const char *name, const QString &folder = {})
{
    return readRun(fixture(QStringLiteral("mlperf/%1.txt").arg(QLatin1String(name))), folder);
}

QByteArray mark(qint64 timeMs, const QByteArray &key, const QByteArray &value, const QByteArray &metadata = "{}")
{
    return ":::MLLOG {\"time_ms\": " + QByteArray::number(timeMs) + ", \"key\": \"" + key + "\", \"value\": " + value +
           ", \"metadata\": " + metadata + "}\n";
}

} // namespace

class TestMlperfRuns : public QObject
{
    Q_OBJECT
private slots:
    void log_isOneRun_data();
    void log_isOneRun();
    void log_tellsWhoEnteredWhat();
    void result_doesNotDependOnThePieces();
    void everyPrefix_isARunOrCut();
    void samples_followTheBenchmark_data();
    void samples_followTheBenchmark();
    void runWithoutStatus_isJudgedByItsTarget();
    void textWithoutMarks_isNoRun();
    void twoMarksInOneLine_bothCount();
    void dialects_areRead();
};

void TestMlperfRuns::log_isOneRun_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("benchmark");
    QTest::addColumn<MlperfOutcome>("outcome");
    QTest::addColumn<double>("minutes");
    QTest::addColumn<double>("samples");
    QTest::newRow("0.5") << QByteArray("v0.5/resnet") << QStringLiteral("resnet50") << MlperfOutcome::Reached << 20.0
                         << 61.0 * 1281167;
    QTest::newRow("0.5, no status, target missed")
        << QByteArray("v0.5/without-status") << QStringLiteral("transformer") << MlperfOutcome::Failed << 6.0 << -1.0;
    QTest::newRow("0.6") << QByteArray("v0.6/resnet") << QStringLiteral("resnet50") << MlperfOutcome::Reached << 2.0
                         << 3.0 * 1281167;
    QTest::newRow("first start, first stop")
        << QByteArray("mllog/bert-ranks") << QStringLiteral("bert") << MlperfOutcome::Reached << 5.0 << 2550016.0;
    QTest::newRow("evaluations after the stop") << QByteArray("mllog/cosmoflow-goes-on") << QStringLiteral("cosmoflow")
                                                << MlperfOutcome::Reached << 1.5 << 23.0 * 524288;
    QTest::newRow("aborted") << QByteArray("mllog/aborted") << QStringLiteral("ssd") << MlperfOutcome::Failed << 10.0
                             << -1.0;
    QTest::newRow("two measures") << QByteArray("mllog/stable_diffusion") << QStringLiteral("stable_diffusion")
                                  << MlperfOutcome::Reached << 5.0 << 2000.0 * 1024;
}

void TestMlperfRuns::log_isOneRun()
{
    QFETCH(QByteArray, file);
    QFETCH(double, samples);
    const MlperfRun run = fixtureRun(file, QStringLiteral("ssd"));
    QVERIFY(run.hasMarks);
    QTEST(run.benchmark.value_or(QString()), "benchmark");
    QTEST(run.outcome, "outcome");
    QTEST(run.minutes(), "minutes");
    QCOMPARE(run.samples.has_value(), samples >= 0);
    if (run.samples)
        QCOMPARE(*run.samples, samples);
}

void TestMlperfRuns::log_tellsWhoEnteredWhat()
{
    const MlperfRun run = fixtureRun("mllog/bert-ranks");
    QCOMPARE(run.submitter, std::optional(QStringLiteral("Example Labs")));
    QCOMPARE(run.division, std::optional(QStringLiteral("closed")));
    QCOMPARE(run.system, std::nullopt);
    QCOMPARE(run.round, std::nullopt);
    QCOMPARE(run.globalBatch, std::optional(448.0));
    QCOMPARE(fixtureRun("v0.5/resnet").round, std::optional(QStringLiteral("v0.5")));
    QCOMPARE(fixtureRun("v0.6/resnet").round, std::optional(QStringLiteral("v0.6")));
}

void TestMlperfRuns::result_doesNotDependOnThePieces()
{
    const QByteArray text = fixture(QStringLiteral("mlperf/mllog/bert-ranks.txt"));
    const MlperfRun whole = readRun(text);
    for (const qsizetype piece : {1, 7, 100, 1000}) {
        const MlperfRun run = readRun(text, {}, piece);
        QCOMPARE(run.outcome, whole.outcome);
        QCOMPARE(run.minutes(), whole.minutes());
        QCOMPARE(run.samples, whole.samples);
    }
}

void TestMlperfRuns::everyPrefix_isARunOrCut()
{
    for (const char *name : {"v0.5/resnet", "v0.6/resnet", "mllog/bert-ranks"}) {
        const QByteArray text = fixture(QStringLiteral("mlperf/%1.txt").arg(QLatin1String(name)));
        const qsizetype stop = text.indexOf("run_stop");
        for (qsizetype size = 0; size <= text.size(); ++size) {
            const MlperfRun run = readRun(text.left(size));
            if (size < stop)
                QCOMPARE(run.outcome, MlperfOutcome::Cut);
            else if (run.outcome != MlperfOutcome::Cut)
                QVERIFY(run.minutes() > 1);
        }
    }
}

void TestMlperfRuns::samples_followTheBenchmark_data()
{
    QTest::addColumn<QString>("benchmark");
    QTest::addColumn<QByteArray>("marks");
    QTest::addColumn<double>("samples");
    const QByteArray dataset = mark(1, "train_samples", "1000");
    const auto row = [](const char *name, const char *benchmark, const QByteArray &marks, double samples) {
        QTest::newRow(name) << QString(QLatin1String(benchmark)) << marks << samples;
    };
    const auto accuracy = [](const QByteArray &metadata) { return mark(50, "eval_accuracy", "0.9", metadata); };
    row("bert tells samples", "bert", accuracy("{\"epoch_num\": 2100000}") + mark(51, "train_samples", "3500000"),
        2100000);
    row("bert tells epochs", "bert", accuracy("{\"epoch_num\": 6}") + mark(51, "train_samples", "3500000"), 3500000);
    row("bert tells steps", "bert", accuracy("{\"epoch_num\": 11718}") + mark(51, "train_samples", "3500000"), 3500000);
    row("LoRA counts samples", "llama2_70b_lora", accuracy("{\"samples_count\": 3072}"), 3072);
    row("gpt3 counts tokens", "gpt3", accuracy("{\"epoch_num\": 1258291200}"), 1258291200);
    row("openfold counts samples", "openfold", dataset + accuracy("{\"epoch_num\": 15360}"), 15360);
    row("resnet counts epochs", "resnet", dataset + accuracy("{\"epoch_num\": 35}"), 35.0 * 1281167);
    row("epochs of a data set", "rnnt", dataset + accuracy("{\"epoch_num\": 60}"), 60000);
    row("parts of an epoch", "dlrm_dcnv2", dataset + accuracy("{\"epoch_num\": 0.75}"), 750);
    row("dlrm counts from one", "dlrm", dataset + accuracy("{\"epoch_num\": 1.75}"), 750);
    row("SSD of COCO", "ssd", mark(1, "train_samples", "117266") + accuracy("{\"epoch_num\": 50}"), 5863300);
    row("SSD of OpenImages", "ssd", mark(1, "train_samples", "4572") + accuracy("{\"epoch_num\": 4}"), 4681204);
    row("RetinaNet", "retinanet", accuracy("{\"epoch_num\": 4}"), 4681204);
    row("nothing told", "rnnt", accuracy("{\"epoch_num\": 60}"), -1);
}

void TestMlperfRuns::samples_followTheBenchmark()
{
    QFETCH(QString, benchmark);
    QFETCH(QByteArray, marks);
    QFETCH(double, samples);
    const MlperfRun run = readRun(
        mark(1, "run_start", "null") + marks + mark(60000, "run_stop", "null", "{\"status\": \"success\"}"), benchmark);
    QCOMPARE(run.outcome, MlperfOutcome::Reached);
    QCOMPARE(run.samples.value_or(-1), samples);
}

void TestMlperfRuns::runWithoutStatus_isJudgedByItsTarget()
{
    const QByteArray start = mark(1, "run_start", "null"), stop = mark(60000, "run_stop", "null");
    const QByteArray target = mark(2, "quality_target", "0.124");
    const auto outcome = [&](const QByteArray &between) { return readRun(start + between + stop).outcome; };
    QCOMPARE(outcome({}), MlperfOutcome::Reached);
    QCOMPARE(outcome(target + mark(50, "eval_error", "0.12")), MlperfOutcome::Reached);
    QCOMPARE(outcome(target + mark(50, "eval_error", "0.13")), MlperfOutcome::Failed);
    QCOMPARE(outcome(target + mark(50, "eval_accuracy", "0.13")), MlperfOutcome::Reached);
    QCOMPARE(readRun(start + mark(0, "run_stop", "null")).outcome, MlperfOutcome::Cut); // before it began
    const QByteArray told = mark(60000, "run_stop", "null", "{\"status\": \"aborted\"}");
    QCOMPARE(readRun(start + target + mark(50, "eval_error", "0.12") + told).outcome, MlperfOutcome::Failed);
}

void TestMlperfRuns::textWithoutMarks_isNoRun()
{
    const MlperfRun run =
        readRun("Epoch 1: loss 0.3\n:::MLPerf is a word\n:::MLLOG {\"broken\n", QStringLiteral("bert"));
    QVERIFY(!run.hasMarks);
    QCOMPARE(run.outcome, MlperfOutcome::Cut);
    QCOMPARE(run.benchmark, std::optional(QStringLiteral("bert")));
}

void TestMlperfRuns::twoMarksInOneLine_bothCount()
{
    const QByteArray line =
        mark(1000, "run_start", "null").trimmed() + mark(61000, "run_stop", "null", "{\"status\": \"success\"}");
    QCOMPARE(readRun(line).outcome, MlperfOutcome::Reached);
    QCOMPARE(readRun(line).minutes(), 1.0);
}

void TestMlperfRuns::dialects_areRead()
{
    const MlperfRun seconds = readRun(
        ":::MLLOG {\"metadata\": {}, \"value\": null, \"key\": \"run_start\", \"time_s\": 1593354000.5}\n"
        ":::MLLOG {\"metadata\": {\"status\": \"success\"}, \"key\": \"run_stop\", \"time_s\": 1593354060.5}\n");
    QCOMPARE(seconds.outcome, MlperfOutcome::Reached);
    QCOMPARE(seconds.minutes(), 1.0);
    const MlperfRun quotes =
        readRun(":::MLL 1560873710.0 run_start: {\"value\": null, \"metadata\": {'lineno': 615, 'file': 'a.py'}}\n"
                ":::MLL 1560873830.0 run_stop: {\"value\": null, \"metadata\": {'lineno': 53, 'status': 'success'}}\n");
    QCOMPARE(quotes.outcome, MlperfOutcome::Reached);
    QCOMPARE(quotes.minutes(), 2.0);
}

QTEST_GUILESS_MAIN(TestMlperfRuns)
#include "tst_mlperfruns.moc"
