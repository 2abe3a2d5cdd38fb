// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/runfilesearch.h"

#include "backends/parsers/runfiles/foundfiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

/// The look itself, in each shell that a login node may have as /bin/sh.
class TestRunFileSearch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/it's a \"work\" $folder-XXXXXX")};
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void make(const char *name, qint64 mtimeS)
    {
        QVERIFY(QDir().mkpath(path(name).section(u'/', 0, -2)));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
        file.flush();
        QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(mtimeS), QFileDevice::FileModificationTime));
    }
    FoundFiles look(const QString &shell, const RunFileSearch &search) const
    {
        QProcess process;
        process.start(shell, {QStringLiteral("-c"), QString::fromUtf8(runFileSearchCommand(search))});
        if (!process.waitForFinished(20'000))
            return {};
        const auto found = parseFoundFiles(process.readAllStandardOutput());
        return found ? *found : FoundFiles{};
    }
    QStringList names(const FoundFiles &found, RunFile::Reason reason) const
    {
        QStringList all;
        for (const FoundFile &file : found.files) {
            if (file.reason == reason)
                all << QDir(m_folder.path()).relativeFilePath(file.path);
        }
        all.sort();
        return all;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        for (const char *name : {"metrics.csv", "runs/a b/events.out.tfevents.1.n.2.0", "exp/wandb/run-1/run-1.wandb",
                                 "out 4711/train.jsonl", "named/x/results.csv", "named/notes.txt", "job.err",
                                 "runs/checkpoint-5/metrics.csv", "elsewhere/deep/metrics.csv", "added/old.jsonl"})
            make(name, 2000);
        make("runs/old/metrics.csv", 500);
        make("added/old.jsonl", 500);
    }

    void look_findsWhatIsTheJobs_data()
    {
        QTest::addColumn<QString>("shell");
        for (const char *shell : {"dash", "bash"})
            QTest::newRow(shell) << QString::fromLatin1(shell);
    }
    void look_findsWhatIsTheJobs()
    {
        QFETCH(QString, shell);
        const FoundFiles found = look(shell, {.sinceS = 1000,
                                              .added = {path("added")},
                                              .named = {path("named")},
                                              .files = {path("job.err")},
                                              .workFolders = {m_folder.path()},
                                              .jobNames = {QStringLiteral("out 4711")}});
        QVERIFY(found.isWhole);
        QCOMPARE(names(found, RunFile::Reason::Added), QStringList({QStringLiteral("added/old.jsonl")}));
        QCOMPARE(names(found, RunFile::Reason::Named),
                 QStringList({QStringLiteral("job.err"), QStringLiteral("named/x/results.csv")}));
        QCOMPARE(names(found, RunFile::Reason::Beside),
                 QStringList({QStringLiteral("exp/wandb/run-1/run-1.wandb"), QStringLiteral("metrics.csv"),
                              QStringLiteral("out 4711/train.jsonl"),
                              QStringLiteral("runs/a b/events.out.tfevents.1.n.2.0")}));
    }

    void fileNamedByItself_countsWhateverItsName()
    {
        const FoundFiles found = look(QStringLiteral("dash"), {.sinceS = 1000, .named = {path("named/notes.txt")}});
        QCOMPARE(names(found, RunFile::Reason::Named), QStringList({QStringLiteral("named/notes.txt")}));
    }

    void hugeFolder_isLookedAtInPart()
    {
        QVERIFY(QDir().mkpath(path("huge/logs")));
        for (int i = 0; i < kMaxSearchEntries + 100; ++i) {
            QFile file(path("huge/logs/") + QString::number(i));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const FoundFiles found = look(QStringLiteral("dash"), {.sinceS = 1000, .workFolders = {path("huge")}});
        QVERIFY(!found.isWhole);
        QVERIFY(found.files.empty());
    }
};

QTEST_GUILESS_MAIN(TestRunFileSearch)
#include "tst_runfilesearch.moc"
