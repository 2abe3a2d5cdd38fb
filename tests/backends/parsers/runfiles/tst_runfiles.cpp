// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/runfiles/foundfiles.h"
#include "backends/parsers/runfiles/namedpaths.h"
#include "backends/parsers/runfiles/scalarrecords.h"

#include <QTest>

using namespace paceline;

class TestRunFiles : public QObject
{
    Q_OBJECT
private slots:
    void line_namesPaths_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QStringList>("paths");
        const auto row = [](const char *name, const char *line, const QStringList &paths) {
            QTest::newRow(name) << QByteArray(line) + '\n' << paths;
        };
        row("stable baselines", "Logging to runs/exp1", {QStringLiteral("runs/exp1")});
        row("wandb, coloured", "\x1b[34mwandb\x1b[0m: Run data is saved locally in \x1b[35m/x/wandb/run-1\x1b[0m",
            {QStringLiteral("/x/wandb/run-1")});
        row("end of a sentence", "INFO Tensorboard logs: /x/tb.", {QStringLiteral("/x/tb")});
        row("python", "Namespace(output_dir='out/a b', lr=0.1)", {QStringLiteral("out/a b")});
        row("json", "{\"log_dir\": \"/x/logs\", \"a\": 1}", {QStringLiteral("/x/logs")});
        row("option", "+ python train.py --output_dir out --lr 1", {QStringLiteral("out")});
        row("yaml", "  save_dir: ./ckpt", {QStringLiteral("./ckpt")});
        row("prose", "We log to the console, saved locally in memory", {});
        row("none", "log_dir=None", {});
        row("address", "Logging to https://x.example/y", {});
        row("part of a word", "catalog_dirs=5 mylog_dir=/x/y", {});
        row("numbers", "step 5 loss 0.1", {});
    }
    void line_namesPaths()
    {
        QFETCH(QByteArray, line);
        QFETCH(QStringList, paths);
        QCOMPARE(pathsNamedIn(line), paths);
        for (qsizetype cut = 0; cut < line.size(); ++cut) // half a line names nothing
            QCOMPARE(pathsNamedIn(line.first(cut)), QStringList());
    }

    void path_isResolved_andNeverNearlyTheWholeDisk()
    {
        const QString work = QStringLiteral("/home/ada/run");
        QCOMPARE(resolvedPath(QStringLiteral("../a/./b"), work), QStringLiteral("/home/ada/a/b"));
        QCOMPARE(resolvedPath(QStringLiteral("/x/y/"), work), QStringLiteral("/x/y"));
        for (const char *far : {"/", "/x", "../../..", "", "/../x"})
            QCOMPARE(resolvedPath(QLatin1String(far), work), QString());
        QCOMPARE(resolvedPath(QStringLiteral("a"), QString()), QString());
    }

    void answer_isParsed_badRowsAreLeftOut()
    {
        const auto found = parseFoundFiles("b 12 17.5 /w/a b.jsonl\nn x 17 /w/c\nq 1 2 /w/d\nb 1 2 rel\nb 12 17.5 /w/a "
                                           "b.jsonl\na 0 5 /w/n\nend 1\n");
        QVERIFY(found.has_value());
        QVERIFY(found->isWhole);
        QCOMPARE(found->files.size(), std::size_t(2));
        QCOMPARE(found->files[0], (FoundFile{QStringLiteral("/w/a b.jsonl"), 12, 17, RunFile::Reason::Beside}));
        QCOMPARE(found->files[1].reason, RunFile::Reason::Added);
        QVERIFY(!parseFoundFiles("end 0\n")->isWhole);
        QCOMPARE(parseFoundFiles("b 1 2 /w/a\n").error().kind, ErrorKind::Malformed);
    }

    void name_tellsTheKind()
    {
        const auto isKind = [](const char *path, RunFile::Kind kind) {
            return runFileKindOf(QString::fromLatin1(path)) == kind;
        };
        QVERIFY(isKind("/w/events.out.tfevents.1.n.2.0", RunFile::Kind::EventFile));
        QVERIFY(isKind("/w/wandb/run-1/run-1.wandb", RunFile::Kind::WandbFile));
        for (const char *text : {"/w/metrics.csv", "/w/results.csv", "/w/trainer_log.jsonl", "/w/x.log.json",
                                 "/w/dllogger_summary.json", "/w/mllog_0.txt", "/w/lcurve.out"})
            QVERIFY2(isKind(text, RunFile::Kind::Text), text);
        for (const char *other : {"/w/model.pt", "/w/data.csv", "/w/config.json", "/w/tfevents/readme"})
            QVERIFY2(!runFileKindOf(QString::fromLatin1(other)), other);
        QCOMPARE(nodeOfEventFile(QStringLiteral("/w/events.out.tfevents.17.n001.site.org.5.0")),
                 QStringLiteral("n001"));
        QCOMPARE(nodeOfEventFile(QStringLiteral("/w/events.out.tfevents.now.n001")), QString());
    }

    void owner_isToldByNumberNodeOrPlace()
    {
        const RunFileOwner alone{.job = 4711, .nodes = {QStringLiteral("n001")}, .leftOut = {QStringLiteral("/w/log")}};
        RunFileOwner shared = alone;
        shared.sharesFolder = true;
        const auto of = [](const char *path, const RunFileOwner &owner,
                           RunFile::Reason reason = RunFile::Reason::Beside) {
            return runFileOf({QLatin1String(path), 1, 1, reason}, owner);
        };
        QCOMPARE(of("/w/out-4711/metrics.csv", shared)->reason, RunFile::Reason::JobInPath);
        QCOMPARE(of("/w/out-14711/metrics.csv", shared)->state, RunFile::State::Ambiguous);
        QCOMPARE(of("/w/metrics.csv", alone)->state, RunFile::State::Waiting);
        QCOMPARE(of("/w/a/tfevents.1.n001.2", shared)->reason, RunFile::Reason::HostInName);
        QVERIFY(!of("/w/a/tfevents.1.n002.2", alone));
        QVERIFY(of("/w/a/tfevents.1.n002.2", alone, RunFile::Reason::Added));
        QCOMPARE(of("/w/a/tfevents.1.n002.2", shared, RunFile::Reason::Named)->state, RunFile::State::Ambiguous);
        QVERIFY(!of("/w/notes.txt", alone));
        QCOMPARE(of("/w/notes.txt", alone, RunFile::Reason::Named)->kind, RunFile::Kind::Text);
        QVERIFY(!of("/w/log", alone, RunFile::Reason::Named));
    }

    void points_becomeRecords_oneForEachStep()
    {
        ScalarRecords records(QStringLiteral("/w/train/events"));
        const QStringList tags = {QStringLiteral("train_loss_step"), QStringLiteral("epoch"),
                                  QStringLiteral("train_loss_epoch"), QStringLiteral("Loss/val"),
                                  QStringLiteral("loss")};
        events::ScalarBatch batch;
        const auto add = [&](int tag, qint64 step, double wall, double value) {
            events::ScalarPoint point;
            point.tag = tag;
            point.step = step;
            point.wallTime = wall;
            point.value = value;
            point.offset = qint64(batch.points.size()) * 10;
            batch.points.push_back(point);
        };
        add(0, 5, 100.0, 2.5);
        add(1, 5, 100.2, 3);
        add(2, 5, 100.3, 2.4);
        add(3, 5, 105.0, 2.6); // the validation took its time
        add(1, 6, 106, 3);     // an epoch alone is no record
        add(0, 7, NAN, 2);
        add(4, 7, NAN, 1);
        const auto made = records.take(batch, [&](int tag) { return tags[tag]; });
        QCOMPARE(made.size(), std::size_t(3));
        QCOMPARE(made[0].metrics.size(), std::size_t(2));
        QCOMPARE(made[0].metrics[0].canon, QStringLiteral("loss"));
        QCOMPARE(made[0].metrics[1].canon, QString());
        QCOMPARE(*made[0].epoch, 3.0);
        QCOMPARE(made[0].timeMs, 100'000);
        QCOMPARE(made[1].metrics[0].canon, QStringLiteral("val_loss"));
        QCOMPARE(made[1].offset, 30);
        QCOMPARE(made[2].timeSource, TimeSource::None);
        QCOMPARE(made[2].metrics[1].canon, QString()); // another tag has the name
    }

    void foldersOfValidation_holdValuesOfEvaluations()
    {
        ScalarRecords records(QStringLiteral("/w/logs/validation/events.1"));
        events::ScalarBatch batch;
        batch.points.emplace_back();
        const auto made = records.take(batch, [](int) { return QStringLiteral("epoch_loss"); });
        QCOMPARE(made.front().metrics[0].canon, QStringLiteral("val_loss"));
    }
};

QTEST_GUILESS_MAIN(TestRunFiles)
#include "tst_runfiles.moc"
