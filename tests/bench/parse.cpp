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

/// The bodies of all the documents in Bokmål.
std::vector<std::string> whole_book() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(HANDBOOK) / "mestringstreff" / "nb"))
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> bodies;
    for (const fs::path& file : files) {
        std::ostringstream text;
        text << std::ifstream(file, std::ios::binary).rdbuf();
        const std::string whole = text.str();
        const auto end = whole.starts_with("---\n") ? whole.find("\n---\n", 3) : std::string::npos;
        bodies.push_back(end == std::string::npos ? whole : whole.substr(end + 5));
    }
    return bodies;
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

namespace {

void compare(const char* what, const std::vector<std::string>& texts, int times) {
    // In turns, so that a busy machine slows both.
    double alone = 1e9;
    double ours = 1e9;
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    for (int i = 0; i < times; ++i) {
        alone = std::min(alone, milliseconds_of([&] {
                             for (const std::string& text : texts) parse_only(text);
                         }));
        ours = std::min(ours, milliseconds_of([&] {
                            for (const std::string& text : texts) static_cast<void>(book::read_markdown(text, 1));
                        }));
    }
    std::printf("parse: %s, %.1f MB, best of %d\n", what, static_cast<double>(bytes) / 1e6, times);
    std::printf("%-58s %8.2f ms\n", "  cmark-gfm alone", alone);
    std::printf("%-58s %8.2f ms\n", "  read_markdown", ours);
    std::printf("%-58s %8.2f      aim 1.30\n", "  ratio", ours / alone);
}

}  // namespace

void parse() {
    const std::vector<std::string> book = whole_book();
    compare("the documents of the handbook, one by one", book, 60);
    std::string one;
    for (int i = 0; i < 20; ++i)
        for (const std::string& text : book) one += text + "\n\n";
    compare("all of them 20 times over, as a single document", {one}, 7);
}

}  // namespace bench
