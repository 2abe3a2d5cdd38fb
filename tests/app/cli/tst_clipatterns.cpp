// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/patternfile.h"
#include "app/session/settings.h"
#include "backends/parsers/logs/patternline.h"
#include "tests/app/cli/cliprocess.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

namespace {

const QByteArray kLine = "epoch 1 step 10 loss 0.5 reward 7.5";
const QByteArray kLog = kLine + "\nepoch 1 step 11 loss 0.4 reward 8.5\n";

/// Reads one number of kLine under this name.
LogPattern patternOf(std::size_t number, const char *name)
{
    const PatternLine line = logs::lookAtLine(kLine);
    std::vector<PatternNumber> roles(line.numbers.size());
    roles[1] = {NumberRole::Step, {}, {}, {}};
    roles[number] = {NumberRole::Metric, QLatin1String(name), {}, {}};
    LogPattern made = logs::generalised(line, roles);
    made.name = QLatin1String(name);
    return made;
}

QStringList metricsOf(const CliRun &run)
{
    const QList<QJsonObject> lines = run.lines();
    return lines.isEmpty() ? QStringList() : lines.last().value(QStringLiteral("metrics")).toObject().keys();
}

} // namespace

class TestCliPatterns : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    static CliRun log(const QStringList &options)
    {
        return runCli(QStringList{QStringLiteral("log"), QStringLiteral("-")} + options, kLog);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->path()));
    }

    void ownPatterns_areUsedUnlessOff()
    {
        const QStringList builtIn = metricsOf(log({}));
        QVERIFY(builtIn.contains(QStringLiteral("loss")));
        QVERIFY(PatternFile(Settings::patternsPath()).save({patternOf(3, "my reward")}));
        QVERIFY(Settings::patternsPath().startsWith(m_folder->path()));
        const CliRun run = log({QStringLiteral("--explain")});
        QCOMPARE(run.exitStatus, 0);
        QCOMPARE(metricsOf(run), QStringList{QStringLiteral("my reward")});
        QVERIFY2(run.err.contains("pattern my reward (2)"), run.err);
        QCOMPARE(metricsOf(log({QStringLiteral("--no-patterns")})), builtIn);
        QCOMPARE(metricsOf(log({QStringLiteral("--format"), QStringLiteral("generic")})), builtIn);
    }

    void patternsOfAFile_comeBeforeTheOwn()
    {
        QVERIFY(PatternFile(Settings::patternsPath()).save({patternOf(3, "own")}));
        const QString path = m_folder->filePath(QStringLiteral("shared.json"));
        QVERIFY(PatternFile(path).save({patternOf(2, "given")}));
        QCOMPARE(metricsOf(log({QStringLiteral("--patterns"), path})), QStringList{QStringLiteral("given")});
    }

    void badFiles_areToldAndNeverOverwritten()
    {
        const CliRun missing = log({QStringLiteral("--patterns"), QStringLiteral("/no/such.json")});
        QCOMPARE(missing.exitStatus, 1);
        QVERIFY2(missing.err.contains("/no/such.json") && missing.out.isEmpty(), missing.err);
        const QString path = Settings::patternsPath();
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"paceline_patterns\": 1, \"patterns\": [");
        file.close();
        // One's own damaged file is told, and the log is read all the same.
        const CliRun damaged = log({});
        QCOMPARE(damaged.exitStatus, 0);
        QVERIFY2(damaged.err.contains("patterns.json"), damaged.err);
        QCOMPARE(damaged.lines().size(), 2);
        QVERIFY(PatternFile(path).save({patternOf(2, "mine")}));
        QVERIFY(QFile::exists(path + QStringLiteral(".unreadable")));
        QCOMPARE(PatternFile(path).load()->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCliPatterns)
#include "tst_clipatterns.moc"
