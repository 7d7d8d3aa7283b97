// tests/bench/tell.h: what the measures share: clocks, medians, memory, and a line a measure.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

namespace bench {

using Clock = std::chrono::steady_clock;

inline double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// Processor time of this thread in milliseconds: what others do at the same time is not ours.
inline double thread_milliseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// Megabytes of memory of a process, shared pages counted by their share.
inline double memory(pid_t process = getpid()) {
    std::ifstream rollup("/proc/" + std::to_string(process) + "/smaps_rollup");
    for (std::string line; std::getline(rollup, line);) {
        if (line.starts_with("Pss:")) return std::stod(line.substr(4)) / 1024;
    }
    return 0;
}

inline void tell(const std::string& what, double value, const char* unit, const char* aim = "") {
    std::printf("%-62s %9.2f %-4s %s\n", what.c_str(), value, unit, aim);
    std::fflush(stdout);
}

}  // namespace bench
