// book/handbook.h: a whole programme as loaded from disk, with its faults beside it.
// Rule: loading never throws and never gives up: faults in content are Problems, the rest of the book stays readable.
// Made by: load(). Read by everything above.                                         Tests: tests/book/load_test.cpp
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/document.h"

namespace book {

/// What is wrong with a place in the handbook. `words` has a sentence for each; `check` prints them.
enum class ProblemKind : std::uint8_t {
    file_unreadable,
    file_too_large,
    line_too_long,
    too_deep,
    table_too_large,
    block_too_large,
    front_matter_missing,
    front_matter_broken,
    field_missing,
    field_wrong,
    kind_unknown,
    id_twice,
    section_missing,
    role_unknown,
    link_nowhere,
    anchor_nowhere,
    image_missing,
    alt_missing,
    plan_missing,
    plan_row_broken,
    plan_sum_wrong,
    step_without_notes,
    slide_too_long,
    wall_too_long,
    steps_sum_wrong,
    note_not_private,
    aid_unknown,
    aid_broken,
    programme_missing,
    programme_broken
};

struct Problem {
    ProblemKind kind = ProblemKind::file_unreadable;
    bool error = true;   ///< false: a warning; the book can be used as it is
    std::string file;    ///< relative to the handbook folder where possible
    int line = 0;        ///< from 1; 0 = the file as a whole
    std::string detail;  ///< what is wrong and how to mend it, one English line, for `check` and the log
    std::string excerpt;                 ///< the source line, cut to a readable length; empty for the file as a whole
    std::vector<std::string> arguments;  ///< what it is about: the link, the field, the sum …
};

struct PartInfo {
    int number = 0;
    std::string folder;
    std::string title;
};

struct GroupInfo {
    std::string folder;
    std::string title;
};

struct SessionInfo {
    int number = 0;
    std::string title;
    int minutes = 0;
    std::string document;  ///< path of the session document
    std::string picture;
};

/// "1/3" as two integers, so that a quota is tested without rounding.
struct Fraction {
    int numerator = 0;
    int denominator = 1;
};

struct Quota {
    std::string group;
    Fraction least;
};

/// A row of gatherings in a programme. An optional that is empty means "not stated" and is shown as such.
struct Track {
    std::string id;
    std::string title;
    std::string kind;
    std::string audience;
    std::optional<int> gatherings;
};

struct GroupRules {
    std::optional<int> least, most, advised_least, advised_most;
    std::string intake;  ///< "closed", "rolling" or empty
};

struct Programme {
    std::string id;
    std::string title;
    std::string edition;
    std::vector<std::string> languages;
    std::vector<PartInfo> parts;
    std::vector<GroupInfo> groups;
    std::vector<SessionInfo> sessions;
    GroupRules group;
    std::vector<Track> tracks;
    std::vector<Quota> quotas;
    std::string form_after_meeting;  ///< path of the form document
    std::string form_after_course;   ///< path of the form document
    std::string hard_moments;        ///< path of the document that helps when a meeting gets hard; may be empty
};

/// A file of the handbook as it was when it was read.
struct FileStamp {
    std::string path;  ///< relative to the handbook folder
    std::int64_t time = 0;
    std::uint64_t size = 0;

    bool operator==(const FileStamp&) const = default;
};

struct Handbook {
    std::filesystem::path folder;  ///< the programme's folder, with programme.yaml
    Programme programme;
    std::vector<Document> documents;  ///< in reading order: part, group, order
    std::vector<Problem> problems;
    std::uint64_t revision = 0;    ///< changes when any document does
    std::vector<FileStamp> files;  ///< everything on disk, for changed_on_disk()

    /// Index of the document with this path or id, or -1.
    int find(std::string_view path_or_id) const;
    const Document* document(std::string_view path_or_id) const;
    const Document* session(int number) const;
};

/// Loads the programme in `folder` (one with programme.yaml, or the folder above it: then the first programme by name).
/// `language` chooses the language folder; a document missing there is taken from nb.
Handbook load(const std::filesystem::path& folder, std::string_view language);

/// Loads again only what changed on disk since `old`; the same value back (same revision) when nothing did.
/// Cheap enough for once a second: it compares times and sizes.
bool changed_on_disk(const Handbook& old);

/// One line a problem: "path:line: what is wrong and how to mend it".
std::string to_line(const Problem& problem);

}  // namespace book
