// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sources/probescript.h"
#include "resources/resources.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace paceline {

/// Runs the probe as it is sent to the nodes, in the shell of the global data row, below a root of the test's own.
namespace probeshell {

inline void addShells()
{
    initResources();
    QTest::addColumn<QStringList>("shell");
    QTest::newRow("sh") << QStringList{QStringLiteral("/bin/sh")};
    for (const char *shell : {"dash", "bash"}) {
        if (const QString path = QStandardPaths::findExecutable(QString::fromLatin1(shell)); !path.isEmpty())
            QTest::newRow(shell) << QStringList{path};
    }
    if (const QString path = QStandardPaths::findExecutable(QStringLiteral("busybox")); !path.isEmpty())
        QTest::newRow("busybox") << QStringList{path, QStringLiteral("ash")};
}

inline void put(const QDir &root, const QString &path, const QByteArray &content, bool isProgram = false)
{
    const QString name = root.filePath(path.startsWith(QLatin1Char('/')) ? path.mid(1) : path);
    QVERIFY(QDir().mkpath(QFileInfo(name).path()));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    if (isProgram)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// A capture of "path:content" lines as the files that it was taken from.
inline void putDump(const QDir &root, const QByteArray &dump)
{
    for (const QByteArray &line : dump.split('\n')) {
        const qsizetype colon = line.startsWith('/') ? line.indexOf(':') : -1;
        if (colon > 0)
            put(root, QString::fromUtf8(line.left(colon)), line.mid(colon + 1) + '\n');
    }
}

inline void makeNode(const QDir &root)
{
    put(root, QStringLiteral("proc/uptime"), "4321.07 100.00\n");
    put(root, QStringLiteral("proc/stat"), "cpu  11 12 13 14 15 16 17 18 19 20\ncpu0 1 1 1 1 1 1 1 1 1 1\n");
    put(root, QStringLiteral("proc/loadavg"), "0.75 0.50 0.25 1/100 4242\n");
    put(root, QStringLiteral("proc/meminfo"),
        "MemTotal:        2000 kB\nMemFree:          100 kB\nMemAvailable:     500 kB\nBuffers: 1 kB\n");
    put(root, QStringLiteral("proc/net/dev"),
        "Inter-|   Receive                                                |  Transmit\n"
        " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls "
        "carrier compressed\n"
        "    lo:       7       1    0    0    0     0          0         0        7       1    0    0    0     0       "
        "0          0\n"
        "  eth0:1000000001 2    0    0    0     0          0         0     2002       3    0    0    0     0       0   "
        "       0\n"
        "   ib0:       0       0    0    0    0     0          0         0        0       0    0    0    0     0       "
        "0          0\n");
    put(root, QStringLiteral("proc/sys/kernel/hostname"), "n007\n");
    put(root, QStringLiteral("proc/self/mountstats"), "device rootfs mounted on / with fstype rootfs\n");
    for (const char *resource : {"cpu", "memory", "io"})
        put(root, QStringLiteral("proc/pressure/") + QLatin1String(resource),
            "some avg10=0.10 avg60=2.00 avg300=3.85 total=15\n");
    put(root, QStringLiteral("proc/self/cgroup"), "0::/system.slice/slurmstepd.scope/job_7/step_3/user/task_0\n");
    const QString group = QStringLiteral("sys/fs/cgroup/system.slice/slurmstepd.scope/job_7/");
    put(root, group + QStringLiteral("cpu.stat"), "usage_usec 123456\nuser_usec 1\n");
    put(root, group + QStringLiteral("memory.current"), "999\n");
}

struct Output
{
    int status = -1;
    QList<QByteArray> lines;
    QByteArray err;

    /// The line that closes a tick's sample; lines of files and tools come before and beside it.
    QByteArray closing(int tick) const
    {
        const QByteArray start = "P1 t=" + QByteArray::number(tick) + ' ';
        for (const QByteArray &line : lines) {
            if (line.startsWith(start) && !line.startsWith(start + "+ "))
                return line;
        }
        return {};
    }
};

inline void start(QProcess &process, const QString &root, const QStringList &environment = {})
{
    QFETCH_GLOBAL(QStringList, shell);
    process.setEnvironment(QStringList{QStringLiteral("PACELINE_ROOT=") + root} + environment);
    process.start(shell.front(), shell.mid(1) + QStringList{QStringLiteral("-c"), QString::fromUtf8(probeScript())});
    QVERIFY(process.waitForStarted());
}

inline Output sample(const QString &root, const QByteArray &ticks, const QStringList &environment = {})
{
    QProcess process;
    start(process, root, environment);
    process.write(ticks);
    process.closeWriteChannel();
    process.waitForFinished(10000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput().trimmed().split('\n'), process.readAllStandardError()};
}

} // namespace probeshell
} // namespace paceline
