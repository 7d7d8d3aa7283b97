// tests/base/temp_folder.h: a folder of a test's own, gone when the test is over.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>

struct TempFolder {
    std::filesystem::path path;

    TempFolder() {
        static std::atomic<int> made{0};
        const auto stamp = std::chrono::steady_clock::now().time_since_epoch().count();
        path = std::filesystem::temp_directory_path() /
               ("mestring-test-" + std::to_string(stamp) + "-" + std::to_string(made++));
        std::filesystem::create_directories(path);
    }
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
};
