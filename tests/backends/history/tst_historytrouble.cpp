// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/history.h"
#include "tests/backends/history/historyjob.h"
#include "tests/backends/store/comparerun.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace paceline;

namespace {

/// Files of this process may not grow beyond so many bytes: a disk that is full.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

/// Runs child in a process of its own that ends without any clean-up, as one that was killed does.
template <class Child>
pid_t killedProcess(Child child)
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        try {
            child();
        } catch (...) { // must not reach the test runner, whose threads are not here
            ::_exit(2);
        }
        ::_exit(0);
    }
    return pid;
}

bool hasEnded(pid_t pid)
{
    int status = 0;
    return ::waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::shared_ptr<const Run> runOf(qint64 records)
{
    RunBuilder builder;
    builder.append(lossRecords(0, records));
    return builder.snapshot();
}

} // namespace

class TestHistoryTrouble : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void killBetweenTwoSaves_losesNothingThatWasSaved()
    {
        const pid_t pid = killedProcess([this] {
            OpenHistory history(path());
            RunBuilder builder;
            for (qint64 step = 0; step < 1300; step += 50) {
                builder.append(lossRecords(step, step + 50));
                if (!history.save(snapshotOf(kJob, builder.snapshot())))
                    ::_exit(1);
            }
            ::_exit(0);
        });
        QVERIFY(hasEnded(pid));
        OpenHistory history(path());
        const auto saved = history.reader.load({kCluster, kJob}).value();
        QCOMPARE(runDifference(*saved->run, *runOf(1300)), QString());
        QCOMPARE(saved->place.offset, 13'000);
        // The dead one holds nothing.
        QCOMPARE(history.save(snapshotOf(kJob, runOf(1301)), 2).value(), RunWriter::Outcome::Written);
    }

    void killAtAnyTime_leavesARunAsItWasAtOneSave()
    {
        for (int round = 0; round < 5; ++round) {
            int ready[2];
            QVERIFY(::pipe(ready) == 0);
            const pid_t pid = killedProcess([&] {
                OpenHistory history(path());
                RunBuilder builder;
                for (qint64 step = 0; step < 1'000'000; step += 7) {
                    builder.append(lossRecords(step, step + 7));
                    (void)history.save(snapshotOf(kJob, builder.snapshot()));
                    if (step > 700 * (round + 1))
                        (void)!::write(ready[1], "x", 1);
                }
            });
            char byte = 0;
            QVERIFY(::read(ready[0], &byte, 1) == 1);
            ::kill(pid, SIGKILL);
            int status = 0;
            ::waitpid(pid, &status, 0);
            ::close(ready[0]);
            ::close(ready[1]);
            OpenHistory history(path());
            const auto saved = history.reader.load({kCluster, kJob}).value();
            const auto size = qint64(saved->run->size());
            QVERIFY(size > 700 * (round + 1) && size % 7 == 0);
            QCOMPARE(saved->place.offset, size * 10);
            QCOMPARE(runDifference(*saved->run, *runOf(size)), QString());
        }
    }

    void twoProcesses_oneWritesEachRun_andBothRead()
    {
        std::vector<pid_t> pids;
        for (const quint64 token : {1U, 2U}) {
            pids.push_back(killedProcess([this, token] {
                OpenHistory history(path());
                RunBuilder builder;
                for (qint64 step = 0; step < 2100; step += 30) {
                    builder.append(lossRecords(step, step + 30));
                    const auto run = builder.snapshot();
                    if (!history.save(snapshotOf(kJob, run), token) ||
                        !history.save(snapshotOf(JobId{quint32(token)}, run), token) ||
                        !history.reader.load({kCluster, kJob}))
                        ::_exit(1);
                }
            }));
        }
        for (const pid_t pid : pids)
            QVERIFY(hasEnded(pid));
        OpenHistory history(path());
        for (const JobId job : {JobId{1}, JobId{2}})
            QCOMPARE(runDifference(*history.reader.load({kCluster, job}).value()->run, *runOf(2100)), QString());
        const auto shared = history.reader.load({kCluster, kJob}).value()->run;
        QCOMPARE(runDifference(*shared, *runOf(qint64(shared->size()))), QString());
    }

    void damagedDatabase_isReported()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("This is no database. ").repeated(1000));
        file.close();
        QCOMPARE(openHistory(path()).error().kind, ErrorKind::Malformed);
        History history(path());
        const QSignalSpy failed(&history, &History::failed);
        auto answer = history.load({kCluster, kJob}, 1);
        answer.waitForFinished();
        QCOMPARE(answer.result().error().kind, ErrorKind::Malformed);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("This is no database.")); // left as it was
    }

    void damagedPages_areReported_neverACrash()
    {
        QVERIFY(OpenHistory(path()).save(snapshotOf(kJob, runOf(20'000))));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray good = file.readAll();
        int errors = 0;
        for (qsizetype at = 0; at + 16384 <= good.size(); at += 16384) {
            file.resize(0);
            QByteArray bad = good;
            bad.replace(at, 4096, QByteArray(4096, '\x5a'));
            file.seek(0);
            file.write(bad);
            file.flush();
            auto opened = openHistory(path());
            if (!opened) {
                ++errors;
                continue;
            }
            RunReader reader(*opened);
            errors += reader.load({kCluster, kJob}) ? 0 : 1;
        }
        QVERIFY2(errors > 2, qPrintable(QString::number(errors)));
    }

    void fullDisk_isReported_andMadeGoodLater()
    {
        OpenHistory history(path());
        QVERIFY(history.save(snapshotOf(kJob, runOf(100))));
        RunBuilder builder;
        for (qint64 step = 0; step < 100'000; ++step)
            builder.append({lossRecord(step, std::sin(double(step)))});
        {
            const SmallDisk disk(300'000);
            const auto refused = history.save(snapshotOf(kJob, builder.snapshot()));
            QVERIFY(!refused);
            QVERIFY2(refused.error().kind == ErrorKind::DiskFull, qPrintable(refused.error().detail));
            QCOMPARE(history.reader.load({kCluster, kJob}).value()->run->size(), 100);
        }
        QVERIFY(history.save(snapshotOf(kJob, builder.snapshot())));
        QCOMPARE(runDifference(*history.reader.load({kCluster, kJob}).value()->run, *builder.snapshot()), QString());
    }

    void fullDisk_isToldOnce_byTheThread()
    {
        const SmallDisk disk(100);
        History history(path());
        const QSignalSpy failed(&history, &History::failed);
        history.save(kCluster, 1, std::make_shared<JobSnapshot>(snapshotOf(kJob, runOf(100))));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.front().front().value<Error>().kind, ErrorKind::DiskFull);
        auto answer = history.runs(kCluster);
        answer.waitForFinished();
        QVERIFY(!answer.result());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(failed.size(), 1);
    }

    void folderThatCannotBeMade_isReported()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(openHistory(path() + QStringLiteral("/below/history.sqlite")).error().kind,
                 ErrorKind::PermissionDenied);
    }

    void readOnlyDatabase_isReported()
    {
        QVERIFY(openHistory(path()));
        QVERIFY(QFile::setPermissions(path(), QFileDevice::ReadOwner | QFileDevice::ReadOther));
        QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner |
                                                            QFileDevice::ReadOther | QFileDevice::ExeOther));
        const pid_t pid = killedProcess([this] {
            if (::geteuid() == 0 && ::setuid(65534) != 0)
                ::_exit(1);
            auto opened = openHistory(path());
            if (!opened)
                ::_exit(opened.error().kind == ErrorKind::PermissionDenied ? 0 : 2);
            RunWriter writer(*opened, ::getpid());
            const auto refused = writer.save(kCluster, 1, snapshotOf(kJob, runOf(5)), kNowMs);
            ::_exit(!refused && refused.error().kind == ErrorKind::PermissionDenied ? 0 : 3);
        });
        QVERIFY(hasEnded(pid));
        QVERIFY(QFile::setPermissions(m_folder->path(),
                                      QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::WriteOwner));
    }

    void historyOfANewerProgram_isLeftAsItIs()
    {
        {
            auto database = openHistory(path());
            QVERIFY(database);
            QVERIFY(database->script("PRAGMA user_version = 99"));
        }
        const auto refused = openHistory(path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        QVERIFY(refused.error().detail.contains(QStringLiteral("99")));
    }
};

QTEST_GUILESS_MAIN(TestHistoryTrouble)
#include "tst_historytrouble.moc"
