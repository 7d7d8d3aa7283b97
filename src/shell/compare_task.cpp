// The command `compare`: two editions of a handbook as plain text.
#include <algorithm>
#include <cstdio>

#include "app/edition_words.h"
#include "base/files.h"
#include "book/compare.h"
#include "shell/handbook_place.h"
#include "shell/tasks.h"

namespace fs = std::filesystem;

namespace shell {
namespace {

using book::Change;
using words::Catalogue;
using words::Key;

constexpr int margin = 12;  // columns before a leaf's text

// Cells beside each other, further lines under the first.
std::string laid_out(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '\t')
            result += " | ";
        else if (c == '\n')
            result += '\n' + std::string(margin, ' ');
        else
            result += c;
    }
    return result;
}

void print_facts(const Catalogue& words, const std::vector<book::FactChange>& facts) {
    for (const book::FactChange& fact : facts) {
        const auto shown = [](const std::string& value) { return value.empty() ? std::string("–") : value; };
        const std::string line = words(
            Key::compare_field,
            {{"what", words[app::name_of(fact.fact)]}, {"older", shown(fact.older)}, {"newer", shown(fact.newer)}});
        std::printf("  %s\n", line.c_str());
    }
}

// The line in its own file, a sign for the kind, the text. A moved leaf is told of where it stands now.
void print_row(const Catalogue& words, const book::DocumentChange& change, const book::Row& row) {
    const bool is_old = row.newer < 0;
    if (row.kind == Change::same || (row.kind == Change::moved && is_old)) return;
    const book::Leaf& leaf = is_old ? change.older_leaves[static_cast<std::size_t>(row.older)]
                                    : change.newer_leaves[static_cast<std::size_t>(row.newer)];
    std::string text = leaf.text;
    if (row.kind == Change::changed) {
        text = book::marked_text(change.older_leaves[static_cast<std::size_t>(row.older)].text, leaf.text, row.words);
        if (row.words.empty()) text += " (" + words[Key::shell_compare_setting] + ")";
    } else if (row.kind == Change::gone) {
        text = "[-" + text + "-]";
    } else if (row.kind == Change::added) {
        text = "{+" + text + "+}";
    }
    const char* const sign = row.kind == Change::added     ? "+"
                             : row.kind == Change::gone    ? "-"
                             : row.kind == Change::changed ? "~"
                                                           : ">";
    std::printf("%8d %s  %s\n", leaf.block.line, sign, laid_out(text).c_str());
}

void print_document(const Catalogue& words, const book::DocumentChange& change) {
    std::string path = change.newer < 0 ? change.older_path : change.newer_path;
    if (change.kind == Change::moved)
        path = words(Key::compare_between, {{"older", change.older_path}, {"newer", change.newer_path}});
    std::printf("%s: %s · %s\n", words[app::name_of(change.kind)].c_str(), path.c_str(), change.title.c_str());
    print_facts(words, change.facts);
    const bool coarse = change.coarse || std::any_of(change.rows.begin(), change.rows.end(),
                                                     [](const book::Row& r) { return r.coarse; });
    if (coarse) std::printf("  %s\n", words[Key::compare_coarse].c_str());
    for (const book::Row& row : change.rows) print_row(words, change, row);
    std::printf("\n");
}

int fail(const std::string& sentence) {
    std::fprintf(stderr, "%s\n", sentence.c_str());
    return 2;
}

}  // namespace

int compare(const CommandLine& line) {
    const Catalogue words = line.words();
    const std::string_view language = words::code(words.language());
    book::Handbook editions[2];
    const fs::path folders[2] = {line.operand, handbook_folder(line.second.empty() ? line.handbook : line.second)};
    for (int i = 0; i < 2; ++i) {
        const std::string name = base::to_utf8(folders[i]);
        std::error_code code;
        if (!fs::is_directory(folders[i], code)) return fail(words.sentence({base::Fault::not_found, name, {}}));
        editions[i] = book::load(folders[i], language);
        if (editions[i].documents.empty()) return fail(words(Key::compare_failed, {{"folder", name}}));
    }
    const book::Comparison comparison = book::compare(editions[0], editions[1]);
    if (comparison.older_edition != comparison.newer_edition)
        std::printf("%s\n\n", words(Key::compare_between,
                                    {{"older", comparison.older_edition}, {"newer", comparison.newer_edition}})
                                  .c_str());
    if (!comparison.facts.empty()) {
        print_facts(words, comparison.facts);
        std::printf("\n");
    }
    for (const book::DocumentChange& change : comparison.documents)
        if (!change.same()) print_document(words, change);
    if (comparison.same()) {
        std::printf("%s\n", words[Key::compare_same].c_str());
        return 0;
    }
    const book::ChangeCounts& documents = comparison.document_counts;
    const book::ChangeCounts& leaves = comparison.leaf_counts;
    std::printf("%s\n", words(Key::shell_compare_counts, {{"same", documents.same},
                                                          {"changed", documents.changed},
                                                          {"moved", documents.moved},
                                                          {"new", documents.added},
                                                          {"gone", documents.gone},
                                                          {"rows_changed", leaves.changed},
                                                          {"rows_moved", leaves.moved},
                                                          {"rows_new", leaves.added},
                                                          {"rows_gone", leaves.gone}})
                            .c_str());
    return 1;
}

}  // namespace shell
