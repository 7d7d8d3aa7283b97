#include "bench/parse.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "book/markdown.h"

namespace bench {
namespace {

namespace fs = std::filesystem;

/// The bodies of all the documents in Bokmål, `times` times over.
std::string whole_book(int times) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(HANDBOOK) / "mestringstreff" / "nb"))
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::string once;
    for (const fs::path& file : files) {
        std::ostringstream text;
        text << std::ifstream(file, std::ios::binary).rdbuf();
        const std::string whole = text.str();
        const auto end = whole.starts_with("---\n") ? whole.find("\n---\n", 3) : std::string::npos;
        once += (end == std::string::npos ? whole : whole.substr(end + 5)) + "\n\n";
    }
    std::string all;
    for (int i = 0; i < times; ++i) all += once;
    return all;
}

/// The parser alone, set as markdown.cpp sets it.
void parse_only(const std::string& text) {
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser* const parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS | CMARK_OPT_VALIDATE_UTF8);
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, text.data(), text.size());
    cmark_node_free(cmark_parser_finish(parser));
    cmark_parser_free(parser);
}

template <class Work>
double milliseconds_of(Work work) {
    const std::clock_t before = std::clock();  // of the processor: the machine may be busy with something else
    work();
    return static_cast<double>(std::clock() - before) * 1e3 / CLOCKS_PER_SEC;
}

}  // namespace

double parser_milliseconds(const std::string& text) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) best = std::min(best, milliseconds_of([&] { parse_only(text); }));
    return best;
}

void parse() {
    const std::string text = whole_book(20);
    constexpr int times = 7;
    // In turns, so that a busy machine slows both.
    double alone = 1e9;
    double ours = 1e9;
    for (int i = 0; i < times; ++i) {
        alone = std::min(alone, milliseconds_of([&] { parse_only(text); }));
        ours = std::min(ours, milliseconds_of([&] { static_cast<void>(book::read_markdown(text, 1)); }));
    }
    std::printf("parse: the shipped handbook 20 times over, %.1f MB, best of %d\n",
                static_cast<double>(text.size()) / 1e6, times);
    std::printf("%-58s %8.2f ms\n", "  cmark-gfm alone", alone);
    std::printf("%-58s %8.2f ms\n", "  read_markdown", ours);
    std::printf("%-58s %8.2f      aim 1.30\n", "  ratio", ours / alone);
}

}  // namespace bench
