// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: first paint of the empty main window <= 5x the CPU of a bare QLabel program, and <= 90 MB resident.
// Prints one JSON line. Usage: bench_startup PATH_OF_PACELINE (QT_QPA_PLATFORM chooses the platform, xcb under Xvfb or
// offscreen)
#include <QApplication>
#include <QLabel>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <spawn.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <vector>

extern char **environ;

namespace {

class PaintLabel : public QLabel
{
public:
    using QLabel::QLabel;
    void paintEvent(QPaintEvent *event) override
    {
        QLabel::paintEvent(event);
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    }
};

int runLabel(int argc, char **argv)
{
    QApplication app(argc, argv);
    PaintLabel label(QStringLiteral("label"));
    label.resize(400, 200);
    label.show();
    return app.exec();
}

struct Cost
{
    double cpuMs;
    long maxRssKb;
};

Cost runOnce(const std::vector<std::string> &command)
{
    std::vector<char *> arguments;
    for (const std::string &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    pid_t pid = 0;
    if (posix_spawn(&pid, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0)
        return {-1, 0};
    int status = 0;
    rusage usage{};
    wait4(pid, &status, 0, &usage);
    const auto ms = [](const timeval &t) { return double(t.tv_sec) * 1e3 + double(t.tv_usec) / 1e3; };
    return {status == 0 ? ms(usage.ru_utime) + ms(usage.ru_stime) : -1, usage.ru_maxrss};
}

Cost median(const std::vector<std::string> &command)
{
    std::vector<double> cpu;
    std::vector<long> memory;
    for (int i = 0; i < 15; ++i) {
        const Cost cost = runOnce(command);
        if (cost.cpuMs < 0)
            return cost;
        cpu.push_back(cost.cpuMs);
        memory.push_back(cost.maxRssKb);
    }
    std::sort(cpu.begin(), cpu.end());
    std::sort(memory.begin(), memory.end());
    return {cpu[7], memory[7]};
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--label") == 0)
        return runLabel(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_startup PATH_OF_PACELINE\n");
        return 2;
    }
    setenv("PACELINE_QUIT_AFTER_PAINT", "1", 1);
    const Cost label = median({argv[0], "--label"});
    const Cost window = median({argv[1]});
    if (label.cpuMs < 0 || window.cpuMs < 0)
        return 1;
    std::printf("{\"bench\":\"startup\",\"window_cpu_ms\":%.1f,\"label_cpu_ms\":%.1f,\"ratio\":%.2f,\"goal_ratio\":5,"
                "\"window_mb\":%.0f,\"label_mb\":%.0f,\"goal_mb\":90}\n",
                window.cpuMs, label.cpuMs, window.cpuMs / label.cpuMs, double(window.maxRssKb) / 1000,
                double(label.maxRssKb) / 1000);
    return 0;
}
