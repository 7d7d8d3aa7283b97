#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <system_error>
#include <tuple>

#include "base/files.h"
#include "base/text.h"
#include "book/check.h"
#include "book/document_file.h"
#include "book/excerpt.h"
#include "book/faults.h"
#include "book/handbook.h"
#include "book/limits.h"
#include "book/links.h"
#include "book/programme.h"
#include "book/programme_folder.h"

namespace book {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_files = 5'000;
constexpr int most_folder_depth = 8;
constexpr std::string_view source_language = "nb";

bool is_language(std::string_view language) {
    return !language.empty() && language.size() <= 8 &&
           std::all_of(language.begin(), language.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

FileStamp stamp_of(const fs::path& file, std::string name) {
    std::error_code code;
    FileStamp stamp;
    stamp.path = std::move(name);
    const auto time = fs::last_write_time(file, code);
    if (!code) stamp.time = static_cast<std::int64_t>(time.time_since_epoch().count());
    const auto size = fs::file_size(file, code);
    if (!code) stamp.size = size;
    return stamp;
}

// A link that points out of the handbook would let a foreign folder be read as if it were part of the book.
bool leads_outside(const fs::path& file, const fs::path& root) {
    std::error_code code;
    if (!fs::is_symlink(fs::symlink_status(file, code))) return false;
    const fs::path inside = fs::weakly_canonical(file, code).lexically_relative(fs::weakly_canonical(root, code));
    return code || inside.empty() || *inside.begin() == "..";
}

struct Listing {
    std::vector<FileStamp> stamps;
    std::vector<std::string> outside;  // symbolic links that are not followed
    bool cut = false;
};

// Every file of the handbook by its path below `root`, sorted.
Listing list_files(const fs::path& root) {
    Listing listing;
    std::error_code code;
    fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, code);
    for (const fs::recursive_directory_iterator end; !code && at != end; at.increment(code)) {
        const std::string name = base::to_utf8(at->path().lexically_relative(root));
        const bool hidden = base::to_utf8(at->path().filename()).starts_with('.');
        std::error_code ignored;
        if (at->is_directory(ignored)) {
            if (hidden || at.depth() >= most_folder_depth) at.disable_recursion_pending();
            continue;
        }
        if (hidden || base::sanitised(name) != name) continue;
        if (leads_outside(at->path(), root)) {
            listing.outside.push_back(name);
            continue;
        }
        if (listing.stamps.size() >= most_files) {
            listing.cut = true;
            break;
        }
        listing.stamps.push_back(stamp_of(at->path(), name));
    }
    std::sort(listing.stamps.begin(), listing.stamps.end(),
              [](const FileStamp& a, const FileStamp& b) { return a.path < b.path; });
    return listing;
}

bool is_below(std::string_view path, std::string_view folder) {
    return !folder.empty() && path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

int part_of(const Programme& programme, const std::string& path) {
    for (const PartInfo& part : programme.parts)
        if (is_below(path, part.folder)) return part.number;
    // Without a programme the folders still speak for themselves.
    if (path.starts_with("del-") && path.size() > 5 && path[4] >= '1' && path[4] <= '9' && path[5] == '/')
        return path[4] - '0';
    return 0;
}

// Documents outside every group (the chapters) come first in their part.
int group_of(const Programme& programme, const std::string& path) {
    for (std::size_t i = 0; i < programme.groups.size(); ++i)
        if (is_below(path, programme.groups[i].folder)) return static_cast<int>(i) + 1;
    return path.find('/') == path.rfind('/') ? 0 : static_cast<int>(programme.groups.size()) + 1;
}

void put_in_order(std::vector<Draft>& drafts, const Programme& programme) {
    for (Draft& draft : drafts)
        if (const int part = part_of(programme, draft.document.path); part != 0) draft.document.part = part;
    const auto key = [&](const Document& document) {
        const bool by_session =
            document.kind == Kind::session || document.kind == Kind::theme || document.kind == Kind::presentation;
        const int number = document.kind == Kind::chapter ? document.order : by_session ? document.session : 0;
        const int part = document.part == 0 ? 99 : document.part;
        return std::make_tuple(part, group_of(programme, document.path), number == 0 ? 9999 : number,
                               document.code.empty() ? std::string("~") : document.code, document.path);
    };
    std::stable_sort(drafts.begin(), drafts.end(),
                     [&](const Draft& a, const Draft& b) { return key(a.document) < key(b.document); });
    std::map<std::string, int> places;
    for (Draft& draft : drafts) {
        const std::string folder = draft.document.path.substr(0, draft.document.path.rfind('/') + 1);
        const int place = ++places[folder];
        if (draft.document.kind != Kind::chapter) draft.document.order = place;
    }
}

class Loader {
  public:
    Loader(const fs::path& folder, std::string_view language)
        : language_(is_language(language) ? language : source_language) {
        book_.folder = programme_folder(folder).value_or(folder);
    }

    Handbook load() {
        std::error_code code;
        if (!fs::is_directory(book_.folder, code)) {
            Faults faults{"", book_.problems};
            faults.error(ProblemKind::programme_missing, 0,
                         "the folder " + base::to_utf8(book_.folder) + " is not there or cannot be read");
            return std::move(book_);
        }
        Listing listing = list_files(book_.folder);
        book_.files = std::move(listing.stamps);
        for (const std::string& name : listing.outside)
            Faults{name, book_.problems}.error(
                ProblemKind::file_unreadable, 0,
                "a symbolic link out of the handbook is not followed; copy the file here");
        if (listing.cut)
            Faults{"", book_.problems}.error(
                ProblemKind::file_unreadable, 0,
                "more than " + std::to_string(most_files) + " files; the rest is left out");
        read_programme_file();
        read_documents();
        std::vector<int> picture_lines;
        put_in_order(drafts_, book_.programme);
        for (Draft& draft : drafts_) {
            picture_lines.push_back(draft.picture_line);
            book_.documents.push_back(std::move(draft.document));
        }
        resolve_links(book_);
        check(book_, picture_lines);
        std::stable_sort(book_.problems.begin(), book_.problems.end(), [](const Problem& a, const Problem& b) {
            return std::tie(a.file, a.line) < std::tie(b.file, b.line);
        });
        add_excerpts();
        for (const Document& document : book_.documents)
            revision_ = hash_of(std::to_string(document.revision), revision_);
        book_.revision = revision_;
        return std::move(book_);
    }

  private:
    void read_programme_file() {
        Faults faults{"programme.yaml", book_.problems};
        const auto text = base::read_file(book_.folder / "programme.yaml", most_front_matter_bytes);
        if (!text) {
            if (text.error().fault == base::Fault::bad_input)
                faults.error(ProblemKind::programme_broken, 0, "the file is larger than 64 KiB; that cannot be right");
            else
                faults.error(
                    ProblemKind::programme_missing, 0,
                    "programme.yaml is not there or cannot be read; the documents are shown without order or sessions");
            return;
        }
        revision_ = hash_of(text.value(), revision_);
        book_.programme = read_programme(base::sanitised(text.value()), faults);
    }

    // The problems are sorted by file and line: each file with problems is read once more, from front to end, and no
    // other.
    void add_excerpts() {
        std::string file, text;
        std::string_view rest;  // of the text, from line `line` on
        int line = 1;
        for (Problem& problem : book_.problems) {
            if (problem.line <= 0 || !problem.excerpt.empty()) continue;
            if (problem.file != file) {
                file = problem.file;
                const auto bytes = base::read_file(book_.folder / base::path_from_utf8(file), most_file_bytes);
                text = bytes ? base::sanitised(bytes.value()) : std::string();
                rest = text;
                line = 1;
            }
            for (; line < problem.line && !rest.empty(); ++line)
                rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
            problem.excerpt = excerpt_of(rest.substr(0, rest.find('\n')), problem.arguments);
        }
    }

    // The wanted language wins, document by document; Bokmål fills the gaps.
    void read_documents() {
        std::map<std::string, std::string> languages;  // path -> language
        for (const std::string_view language : {source_language, std::string_view(language_)})
            for (const FileStamp& stamp : book_.files)
                if (is_below(stamp.path, language) && stamp.path.ends_with(".md"))
                    languages[stamp.path.substr(language.size() + 1)] = language;
        for (const auto& [path, language] : languages) read_one(path, language);
        if (languages.empty() && book_.problems.empty())
            Faults{language_, book_.problems}.error(ProblemKind::file_unreadable, 0,
                                                    "there is no Markdown file in this folder");
    }

    void read_one(const std::string& path, const std::string& language) {
        const std::string name = language + "/" + path;
        Faults faults{name, book_.problems};
        const fs::path file = book_.folder / base::path_from_utf8(name);
        const auto bytes = base::read_file(file, most_file_bytes);
        if (!bytes) {
            if (bytes.error().fault == base::Fault::bad_input)
                faults.error(ProblemKind::file_too_large, 0, "the file is larger than 16 MiB; split it");
            else
                faults.error(ProblemKind::file_unreadable, 0, "the file cannot be read: " + bytes.error().detail);
            return;
        }
        drafts_.push_back(read_document(bytes.value(), path, language, faults));
        drafts_.back().document.file = base::to_utf8(file);
        if (language != source_language) match_with_source(drafts_.back().document, faults);
    }

    void match_with_source(Document& translation, Faults& faults) {
        const std::string name = std::string(source_language) + "/" + translation.path;
        const auto bytes = base::read_file(book_.folder / base::path_from_utf8(name), most_file_bytes);
        if (!bytes) return;  // a document of this language alone
        std::vector<Problem> told_elsewhere;
        Faults unheard{name, told_elsewhere};
        const Draft source = read_document(bytes.value(), translation.path, std::string(source_language), unheard);
        if (!match_headings(source.document, translation))
            faults.warning(ProblemKind::section_missing, 0,
                           "the headings are not as many as in " + name + "; give it the same, in the same order",
                           {name});
    }

    std::string language_;
    Handbook book_;
    std::vector<Draft> drafts_;
    std::uint64_t revision_ = hash_of("");
};

}  // namespace

Handbook load(const fs::path& folder, std::string_view language) {
    return Loader(folder, language).load();
}

bool changed_on_disk(const Handbook& old) {
    return list_files(old.folder).stamps != old.files;
}

}  // namespace book
