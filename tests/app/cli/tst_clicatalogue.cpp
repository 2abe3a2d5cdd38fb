// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cliprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

namespace {

QStringList words(std::initializer_list<const char *> literals)
{
    QStringList list;
    for (const char *literal : literals)
        list.append(QLatin1String(literal));
    return list;
}

QByteArray runLog(qint64 startMs, double minutes, const char *status = "success")
{
    const auto mark = [](qint64 timeMs, const QByteArray &key, const QByteArray &value, const QByteArray &metadata) {
        return ":::MLLOG {\"namespace\": \"\", \"time_ms\": " + QByteArray::number(timeMs) + ", \"key\": \"" + key +
               "\", \"value\": " + value + ", \"metadata\": {" + metadata + "}}\n";
    };
    const qint64 stop = startMs + qint64(minutes * 60000);
    return "a line of the program\n" + mark(startMs, "submission_org", "\"Example\"", {}) +
           mark(startMs, "train_samples", "121266", {}) + mark(startMs, "run_start", "null", {}) +
           mark(stop - 5, "eval_accuracy", "0.83", "\"epoch_num\": 10") +
           mark(stop, "run_stop", "null", "\"status\": \"" + QByteArray(status) + '"');
}

void write(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), qint64(text.size()));
}

CliRun scored(const QString &folder)
{
    return runCli(words({"mlperf"}) + QStringList(folder));
}

double number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toDouble(-1);
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

} // namespace

class TestCliCatalogue : public QObject
{
    Q_OBJECT
private slots:
    void baselines_printsWhatPassesTheFilter();
    void baselines_everyRecordHasThePromisedKeys();
    void baselines_printsTables();
    void baselines_cites();
    void baselines_takesOwnRecords();
    void baselines_refusesWhatItDoesNotKnow_data();
    void baselines_refusesWhatItDoesNotKnow();
    void mlperf_scoresAFolder();
    void mlperf_scoresEveryFolderBelow();
    void mlperf_appliesTheFactor();
    void mlperf_saysWhyThereIsNoScore();
};

void TestCliCatalogue::baselines_printsWhatPassesTheFilter()
{
    const CliRun run = runCli(words({"baselines", "--benchmark", "bert", "--accelerator", "h100", "--submitter",
                                     "NVIDIA", "--year", "2023", "--min-accelerators", "500", "--max-accelerators",
                                     "1000", "--kind", "mlperf-training", "--no-carried-over"}));
    QCOMPARE(run.exitStatus, 0);
    QVERIFY(!run.lines().isEmpty());
    for (const QJsonObject &record : run.lines()) {
        QCOMPARE(text(record, "benchmark"), QStringLiteral("bert"));
        QCOMPARE(text(record, "accelerator_family"), QStringLiteral("h100"));
        QVERIFY(number(record, "accelerators") >= 500 && number(record, "accelerators") <= 1000);
        QVERIFY(!record.contains(QStringLiteral("carried_over_from")));
    }
    const CliRun series = runCli(words({"baselines", "--series", "megatron2021-weak", "--precision", "fp16_or_bf16"}));
    QCOMPARE(series.lines().size(), 10);
}

void TestCliCatalogue::baselines_everyRecordHasThePromisedKeys()
{
    const CliRun run = runCli(words({"baselines"}));
    QCOMPARE(run.exitStatus, 0);
    QCOMPARE(run.lines().size(), 2205);
    for (const QJsonObject &record : run.lines()) {
        for (const char *key :
             {"id",        "kind",          "title",           "year",         "source",    "source_locator",
              "system",    "accelerator",   "accelerator_key", "accelerators", "nodes",     "global_batch",
              "precision", "precision_key", "framework",       "dataset",      "benchmark", "metric",
              "value",     "unit",          "verified",        "derived"})
            QVERIFY2(record.contains(QLatin1String(key)), key);
        for (const QJsonValue &value : record)
            QVERIFY2(value != QJsonValue(QString()), qPrintable(text(record, "id")));
    }
}

void TestCliCatalogue::baselines_printsTables()
{
    const CliRun run = runCli(words({"baselines", "--kind", "law", "--csv"}));
    const QByteArrayList lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 27);
    QVERIFY(lines.first().startsWith("kind,id,title,year,source,source_locator,"));
    QVERIFY(lines[1].startsWith("law,scaling-strong-efficiency,Strong-scaling efficiency against a base scale,,"));
}

void TestCliCatalogue::baselines_cites()
{
    const QStringList one =
        words({"baselines", "--benchmark", "gpt3", "--submitter", "NVIDIA", "--year", "2023", "--cite"});
    const CliRun plain = runCli(one + words({"text"})), bibtex = runCli(one + words({"bibtex"}));
    QVERIFY(plain.out.startsWith("MLPerf Training v3.0, closed division, NVIDIA, "));
    QVERIFY(plain.out.contains("registered trademark"));
    QVERIFY(bibtex.out.startsWith("@misc{mlperf-train-v3-0-nvidia-"));
    QCOMPARE(bibtex.out.count("@misc{"), plain.out.count('\n'));
}

void TestCliCatalogue::baselines_takesOwnRecords()
{
    const QByteArray own = "benchmark,metric,value,unit,accelerators,source\n"
                           "bert,time_to_train,30,minutes,8,\n"
                           "bert,time_to_train,,minutes,8,\n"
                           "bert,time_to_train,29,minutes,8,A talk\n";
    const CliRun run = runCli(words({"baselines", "--own", "-", "--kind", "own"}), own);
    QCOMPARE(run.exitStatus, 3);
    QCOMPARE(run.lines().size(), 2);
    QCOMPARE(run.lines().first().value(QStringLiteral("own")), QJsonValue(true));
    QCOMPARE(text(run.lines().first(), "label"), QStringLiteral("not verified by MLCommons Association"));
    QVERIFY(!run.lines().last().contains(QStringLiteral("own")));
    QVERIFY(!run.lines().last().contains(QStringLiteral("label")));
    QVERIFY(run.err.contains("record 2") && run.err.contains("value"));
    const CliRun cited = runCli(words({"baselines", "--own", "-", "--kind", "own", "--cite", "text"}), own);
    QVERIFY(cited.out.contains("not verified by MLCommons Association"));
    QCOMPARE(runCli(words({"baselines", "--own", "-"}), "no table").exitStatus, 1);
}

void TestCliCatalogue::baselines_refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitStatus");
    QTest::newRow("kind") << words({"--kind", "poem"}) << 2;
    QTest::newRow("citation") << words({"--cite", "word"}) << 2;
    QTest::newRow("both forms") << words({"--cite", "text", "--csv"}) << 2;
    QTest::newRow("year") << words({"--year", "soon"}) << 2;
    QTest::newRow("no such benchmark") << words({"--benchmark", "chess"}) << 1;
    QTest::newRow("no such file") << words({"--own", "/nonexistent"}) << 1;
}

void TestCliCatalogue::baselines_refusesWhatItDoesNotKnow()
{
    QFETCH(QStringList, arguments);
    const CliRun run = runCli(words({"baselines"}) + arguments);
    QTEST(run.exitStatus, "exitStatus");
    QVERIFY(run.out.isEmpty());
    QCOMPARE(run.err.trimmed().count('\n'), 0);
    QVERIFY(run.err.startsWith("paceline-cli: "));
}

void TestCliCatalogue::mlperf_scoresAFolder()
{
    QTemporaryDir dir;
    const double minutes[] = {10, 14, 30, 11};
    for (int i = 0; i < 4; ++i)
        write(dir.filePath(QStringLiteral("deepcam/result_%1.txt").arg(i)),
              runLog(1'600'000'000'000 + i * 3'600'000, minutes[i]));
    write(dir.filePath(QStringLiteral("deepcam/result_4.txt")), runLog(1'610'000'000'000, 5, "aborted"));
    write(dir.filePath(QStringLiteral("deepcam/notes.txt")), "nothing");
    const CliRun run = scored(dir.filePath(QStringLiteral("deepcam")));
    QCOMPARE(run.exitStatus, 0);
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.lines().size(), 1);
    const QJsonObject score = run.lines().first();
    QCOMPARE(text(score, "benchmark"), QStringLiteral("deepcam"));
    QCOMPARE(text(score, "metric"), QStringLiteral("time_to_train"));
    QCOMPARE(text(score, "verdict"), QStringLiteral("valid"));
    QCOMPARE(number(score, "value"), 18.33333); // 14, 30, 11: the failed run takes the slowest place
    QCOMPARE(number(score, "runs_counted"), 4.0);
    QCOMPARE(number(score, "runs_failed"), 1.0);
    QCOMPARE(score.value(QStringLiteral("runs_minutes")).toArray(), (QJsonArray{10, 14, 30, 11}));
    QCOMPARE(number(score, "samples_mean"), 1212660.0);
    QCOMPARE(number(score, "throughput_mean"), 1243.7538);
    QCOMPARE(text(score, "submitter"), QStringLiteral("Example"));
    QCOMPARE(text(score, "label"), QStringLiteral("not verified by MLCommons Association"));
}

void TestCliCatalogue::mlperf_scoresEveryFolderBelow()
{
    QTemporaryDir dir;
    for (int i = 0; i < 5; ++i) {
        const qint64 start = 1'600'000'000'000 + i * 1000;
        write(dir.filePath(QStringLiteral("s/strong/deepcam/result_%1.txt").arg(i)), runLog(start, 10 + i));
        write(dir.filePath(QStringLiteral("s/weak/deepcam/result_%1.txt").arg(i)), runLog(start, 10 + i));
        write(dir.filePath(QStringLiteral("s/strong/deepcam/power/result_%1.txt").arg(i)), runLog(start, 1));
    }
    const QList<QJsonObject> scores = scored(dir.path()).lines();
    QCOMPARE(scores.size(), 2);
    QCOMPARE(text(scores[0], "scaling"), QStringLiteral("strong"));
    QCOMPARE(number(scores[0], "value"), 12.0);
    QCOMPARE(text(scores[1], "scaling"), QStringLiteral("weak"));
    QCOMPARE(text(scores[1], "metric"), QStringLiteral("time_to_train_all"));
    QCOMPARE(number(scores[1], "value"), 14.06667);
    QCOMPARE(number(scores[1], "models"), 5.0);
    QCOMPARE(number(scores[1], "models_per_minute"), 0.35545);
    const CliRun asked =
        runCli(words({"mlperf", "--scaling", "weak"}) + QStringList(dir.filePath(QStringLiteral("s/strong"))));
    QCOMPARE(text(asked.lines().first(), "scaling"), QStringLiteral("weak"));
}

void TestCliCatalogue::mlperf_appliesTheFactor()
{
    QTemporaryDir dir;
    for (int i = 0; i < 3; ++i)
        write(dir.filePath(QStringLiteral("gpt3/result_%1.txt").arg(i)), runLog(1'600'000'000'000, 10));
    write(dir.filePath(QStringLiteral("gpt3/scaling.json")), "{\"scaling_factor\": 1.05}");
    const QJsonObject score = scored(dir.path()).lines().value(0);
    QCOMPARE(number(score, "value"), 10.5);
    QCOMPARE(number(score, "scaling_factor"), 1.05);
    write(dir.filePath(QStringLiteral("gpt3/scaling.json")), "{\"scaling_factor\": \"much\"}");
    const CliRun bad = scored(dir.path());
    QCOMPARE(number(bad.lines().value(0), "value"), 10.0);
    QVERIFY(bad.err.contains("scaling.json"));
}

void TestCliCatalogue::mlperf_saysWhyThereIsNoScore()
{
    QTemporaryDir dir;
    for (int i = 0; i < 5; ++i) {
        const char *status = i < 2 ? "aborted" : "success";
        write(dir.filePath(QStringLiteral("a/resnet/result_%1.txt").arg(i)), runLog(1'600'000'000'000, 10, status));
        write(dir.filePath(QStringLiteral("b/resnet/result_%1.txt").arg(i)), runLog(1'600'000'000'000, 10));
    }
    const CliRun partial = scored(dir.path());
    QCOMPARE(partial.exitStatus, 3);
    QCOMPARE(partial.lines().size(), 2);
    QVERIFY(partial.lines()[0].value(QStringLiteral("value")).isNull());
    QCOMPARE(text(partial.lines()[0], "verdict"), QStringLiteral("too_many_failed"));
    QVERIFY(partial.err.contains("resnet"));
    QCOMPARE(text(partial.lines()[1], "benchmark"), QStringLiteral("resnet50"));
    QCOMPARE(scored(dir.filePath(QStringLiteral("a"))).exitStatus, 1);
    write(dir.filePath(QStringLiteral("c/result_0.txt")), "no marks\n");
    QCOMPARE(scored(dir.filePath(QStringLiteral("c"))).exitStatus, 1);
    QCOMPARE(scored(dir.filePath(QStringLiteral("none"))).exitStatus, 1);
    QCOMPARE(runCli(words({"mlperf"})).exitStatus, 2);
}

QTEST_GUILESS_MAIN(TestCliCatalogue)
#include "tst_clicatalogue.moc"
