#include "shell/open_url.h"

#include <algorithm>

#include "base/text.h"

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <shellapi.h>
#include <windows.h>

#include "base/files.h"
#else
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <system_error>
#include <thread>

extern char** environ;
#endif

namespace shell {

bool may_open(const std::string& url) {
    const std::string lower = base::lower(url);
    const bool scheme = lower.starts_with("https://") || lower.starts_with("http://") || lower.starts_with("mailto:");
    const auto odd = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '\x7f'; };
    return scheme && std::none_of(url.begin(), url.end(), odd);
}

#ifdef _WIN32

base::Outcome open_url(const std::string& url) {
    if (!may_open(url)) return base::Error{base::Fault::bad_input, url, {}};
    const auto answer = reinterpret_cast<INT_PTR>(
        ShellExecuteW(nullptr, L"open", base::path_from_utf8(url).c_str(), nullptr, nullptr, SW_SHOWNORMAL));
    if (answer <= 32) return base::Error{base::Fault::not_found, url, {}};
    return base::done();
}

#else

base::Outcome open_url(const std::string& url) {
    if (!may_open(url)) return base::Error{base::Fault::bad_input, url, {}};
    std::string program = "xdg-open", argument = url;
    const std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
    pid_t child = 0;
    const int fault = posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ);
    if (fault != 0) return base::Error{base::Fault::not_found, program, std::generic_category().message(fault)};
    // Somebody has to take note of its end, and it may live as long as the browser does.
    std::thread([child] { waitpid(child, nullptr, 0); }).detach();
    return base::done();
}

#endif

}  // namespace shell
