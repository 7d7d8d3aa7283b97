// book/document_file.h: one Markdown file's text to one Document; links are resolved later, when all are known.
#pragma once

#include <string>
#include <string_view>

#include "book/document.h"
#include "book/faults.h"

namespace book {

/// What later checks need to know about a document and readers do not.
struct Draft {
    Document document;
    int picture_line = 0;
};

/// Reads `bytes`, the content of the file at `path` below the folder of `language`. Never fails: faults cost their
/// part.
Draft read_document(std::string_view bytes, const std::string& path, const std::string& language, Faults& faults);

/// FNV-1a, 64 bits: the same text gives the same revision on every machine.
std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325u);

}  // namespace book
