// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/settings.h"
#include "backends/store/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

class TestSettings : public QObject
{
    Q_OBJECT
private slots:
    void recentHosts_areNewestFirstWithoutRepeats()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("p.ini")));
        QVERIFY(settings.recentHosts().isEmpty());
        settings.addRecentHost(QStringLiteral("a"));
        settings.addRecentHost(QStringLiteral("b"));
        settings.addRecentHost(QStringLiteral("a"));
        QCOMPARE(settings.recentHosts(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        for (int i = 0; i < 30; ++i)
            settings.addRecentHost(QStringLiteral("h%1").arg(i));
        QCOMPARE(settings.recentHosts().size(), Settings::kMaxRecentHosts);
        QCOMPARE(settings.recentHosts().first(), QStringLiteral("h29"));
    }

    void everythingSurvivesARestart()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.ini"));
        {
            Settings settings(path);
            QVERIFY(settings.watchOwnJobs());
            QCOMPARE(settings.colorScheme(), QStringLiteral("system"));
            settings.setWatchOwnJobs(false);
            settings.setColorScheme(QStringLiteral("dark"));
            settings.setState(QStringLiteral("window"), QByteArray("\x00\xff\n", 3));
        }
        Settings settings(path);
        QVERIFY(!settings.watchOwnJobs());
        QCOMPARE(settings.colorScheme(), QStringLiteral("dark"));
        QCOMPARE(settings.state(QStringLiteral("window")), QByteArray("\x00\xff\n", 3));
    }

    void benchmarkChoice_isKeptByTheNameOfTheJob()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.ini")), name = QStringLiteral("run/7 [α] %2");
        BenchmarkChoice choice;
        choice.benchmark = QString(); // with nothing
        choice.parametersBillion = 6.7;
        choice.scope = RateScope::PerAccelerator;
        {
            Settings settings(path);
            QVERIFY(settings.benchmarkChoice(name).isEmpty());
            settings.setBenchmarkChoice(name, choice);
        }
        Settings settings(path);
        QCOMPARE(settings.benchmarkChoice(name), choice);
        QVERIFY(settings.benchmarkChoice(QStringLiteral("run")).isEmpty());
        choice = {};
        choice.accelerator = QStringLiteral("h100");
        settings.setBenchmarkChoice(name, choice);
        QCOMPARE(settings.benchmarkChoice(name), choice);
        settings.setBenchmarkChoice(name, {});
        QVERIFY(settings.benchmarkChoice(name).isEmpty());
    }

    void counterMemory_isWhatTheFileSaysWhereThatIsANumber()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.ini"));
        const auto written = [&](const QByteArray &value) {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly))
                file.write("[memory]\ncountersMiB=" + value + '\n');
            file.close();
            return Settings(path).counterBytes();
        };
        QCOMPARE(Settings(path).counterBytes(), Store::kCounterBudget);
        QCOMPARE(written("512"), qint64(512) << 20);
        QCOMPARE(written("plenty"), Store::kCounterBudget);
        QCOMPARE(written("-3"), Store::kCounterBudget);
        QCOMPARE(written("99999999999"), qint64(1) << 40);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
