#include "shell/tasks.h"

#include <algorithm>
#include <cstdio>

#include "base/clock.h"
#include "base/files.h"
#include "book/excerpt.h"
#include "book/handbook.h"
#include "book/readability.h"
#include "shell/handbook_place.h"
#include "store/store.h"

namespace fs = std::filesystem;

namespace shell {
namespace {

using words::Key;

int fail(const CommandLine& line, const base::Error& error) {
    std::fprintf(stderr, "%s\n", line.words().sentence(error).c_str());
    return 2;
}

void print(const std::string& text) {
    std::printf("%s\n", text.c_str());
}

/// The folder above `file` that holds a programme.yaml; empty when there is none.
fs::path programme_of(const fs::path& file) {
    std::error_code code;
    for (fs::path folder = fs::absolute(file, code).parent_path(); !folder.empty(); folder = folder.parent_path()) {
        if (fs::is_regular_file(folder / "programme.yaml", code)) return folder;
        if (folder == folder.root_path()) break;
    }
    return {};
}

fs::path register_in(const fs::path& folder) {
    return folder / "mestringstreff.sqlite";
}

void print_figures(const CommandLine& line, const book::Handbook& handbook) {
    print(line.words()[Key::shell_figures]);
    for (const book::Document& document : handbook.documents) {
        const book::Figures f = book::figures_of(handbook, document);
        char row[96];
        std::snprintf(row, sizeof row, "%6d %6.0f %6.0f %6d %6d %6d  ", f.leaders.words + f.participants.words,
                      f.leaders.lix(), f.participants.lix(), f.longest_slide, f.wall, f.minutes);
        print(row + document.language + "/" + document.path);
    }
}

}  // namespace

int check(const CommandLine& line) {
    const fs::path folder = handbook_folder(line.operand.empty() ? line.handbook : line.operand);
    std::error_code code;
    if (!fs::is_directory(folder, code)) return fail(line, {base::Fault::not_found, base::to_utf8(folder), {}});
    const book::Handbook handbook = book::load(folder, words::code(line.language.value_or(words::Language::nb)));
    int errors = 0, warnings = 0;
    for (const book::Problem& problem : handbook.problems) {
        print(book::explained(problem));
        ++(problem.error ? errors : warnings);
    }
    if (line.figures) print_figures(line, handbook);
    const book::Counts counts = book::counts_of(handbook);
    print(line.words()(Key::shell_counts, {{"documents", counts.documents},
                                           {"parts", counts.parts},
                                           {"chapters", counts.chapters},
                                           {"sessions", counts.sessions},
                                           {"themes", counts.themes},
                                           {"exercises", counts.exercises},
                                           {"presentations", counts.presentations},
                                           {"slides", counts.slides},
                                           {"theory", counts.theory},
                                           {"forms", counts.forms},
                                           {"words", counts.words},
                                           {"errors", errors},
                                           {"warnings", warnings}}));
    return errors > 0 ? 1 : 0;
}

int print_text(const CommandLine& line) {
    std::error_code code;
    const std::string name = base::to_utf8(line.operand);
    if (!fs::is_regular_file(line.operand, code)) return fail(line, {base::Fault::not_found, name, {}});
    const fs::path programme = programme_of(line.operand);
    if (programme.empty()) return fail(line, {base::Fault::bad_input, name, "programme.yaml"});
    // The document's own language decides, so that nn/… is not answered by the Bokmål text it falls back to.
    const fs::path inside = fs::relative(line.operand, programme, code);
    const std::string language = inside.empty() ? "nb" : base::to_utf8(*inside.begin());
    const book::Handbook handbook = book::load(programme, language);
    const auto found = std::find_if(handbook.documents.begin(), handbook.documents.end(), [&](const book::Document& d) {
        std::error_code ignored;
        return fs::equivalent(base::path_from_utf8(d.file), line.operand, ignored);
    });
    if (found == handbook.documents.end()) return fail(line, {base::Fault::bad_input, name, {}});
    print(found->title);
    print("");
    print(book::plain_text(found->blocks));
    for (const book::Footnote& footnote : found->footnotes)
        print("\n[" + footnote.label + "] " + book::plain_text(footnote.blocks));
    return 0;
}

int verify(const CommandLine& line) {
    const fs::path file = line.operand.empty() ? register_in(line.data) : line.operand;
    const auto result = store::verify(file);
    if (!result.ok()) return fail(line, result.error());
    const store::Verification& seen = result.value();
    print(line.words()(Key::shell_verified, {{"path", base::to_utf8(file)},
                                             {"schema", seen.schema},
                                             {"courses", seen.courses},
                                             {"marks", seen.marks},
                                             {"rounds", seen.rounds}}));
    return 0;
}

int backup(const CommandLine& line) {
    std::error_code code;
    if (!fs::is_regular_file(register_in(line.data), code)) {
        return fail(line, {base::Fault::not_found, base::to_utf8(register_in(line.data)), {}});
    }
    const base::Instant now = base::now();
    auto opened = store::Store::open(line.data, now);
    if (!opened.ok()) return fail(line, opened.error());
    const auto made = opened.value().backup(now);
    if (!made.ok()) return fail(line, made.error());
    auto bytes = base::read_file(made.value().file, std::size_t{1} << 32);
    if (!bytes.ok()) return fail(line, bytes.error());
    if (const auto written = base::write_file(line.operand, bytes.value()); !written)
        return fail(line, written.error());
    if (const auto checked = store::verify(line.operand); !checked.ok()) return fail(line, checked.error());
    print(line.words()(Key::shell_backup_made, {{"path", base::to_utf8(line.operand)}}));
    return 0;
}

int restore(const CommandLine& line) {
    if (const auto checked = store::verify(line.operand); !checked.ok()) return fail(line, checked.error());
    const auto kept = store::restore(line.data, {line.operand, base::now(), 0}, base::now());
    if (!kept.ok()) return fail(line, kept.error());
    print(line.words()(Key::shell_restored,
                       {{"path", base::to_utf8(line.operand)}, {"kept", base::to_utf8(kept.value())}}));
    return 0;
}

}  // namespace shell
