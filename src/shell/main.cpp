// The program's entry: arguments as UTF-8, and everything else elsewhere.
#include "shell/command_line.h"

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <shellapi.h>
#include <windows.h>

#include "base/files.h"

int main() {
    SetConsoleOutputCP(CP_UTF8);
    int count = 0;
    wchar_t** const wide = CommandLineToArgvW(GetCommandLineW(), &count);
    std::vector<std::string> arguments;
    for (int i = 1; i < count; ++i) arguments.push_back(base::to_utf8(std::filesystem::path(wide[i])));
    LocalFree(wide);
    return shell::run(arguments);
}
#else
int main(int count, char** values) {
    return shell::run({values + 1, values + count});
}
#endif
