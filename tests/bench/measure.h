// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace bench {

/// Thread CPU time and user instructions since it was made.
class Meter
{
public:
    Meter()
        : m_fd(counter())
        , m_instructions(read())
        , m_cpuMs(now())
    {
    }
    double cpuMs() const { return now() - m_cpuMs; }
    /// 0 where the machine does not count them.
    double instructions() const { return read() - m_instructions; }

private:
    static int counter()
    {
        static const int fd = [] {
            perf_event_attr attributes;
            std::memset(&attributes, 0, sizeof attributes);
            attributes.type = PERF_TYPE_HARDWARE;
            attributes.size = sizeof attributes;
            attributes.config = PERF_COUNT_HW_INSTRUCTIONS;
            attributes.exclude_kernel = 1;
            return int(syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0));
        }();
        return fd;
    }
    double read() const
    {
        long long count = 0;
        return m_fd >= 0 && ::read(m_fd, &count, sizeof count) == sizeof count ? double(count) : 0;
    }
    static double now()
    {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
    }
    int m_fd;
    double m_instructions, m_cpuMs;
};

inline double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

inline double residentMiB()
{
    long pages = 0, resident = 0;
    if (std::FILE *file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2)
            resident = 0;
        std::fclose(file);
    }
    return double(resident) * double(sysconf(_SC_PAGESIZE)) / 1048576;
}

} // namespace bench
