#include "book/handbook.h"

namespace book {

int Handbook::find(std::string_view path_or_id) const {
    if (path_or_id.empty()) return -1;
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (documents[i].path == path_or_id) return static_cast<int>(i);
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (documents[i].id == path_or_id) return static_cast<int>(i);
    return -1;
}

const Document* Handbook::document(std::string_view path_or_id) const {
    const int index = find(path_or_id);
    return index >= 0 ? &documents[static_cast<std::size_t>(index)] : nullptr;
}

const Document* Handbook::session(int number) const {
    for (const SessionInfo& info : programme.sessions)
        if (info.number == number)
            if (const Document* found = document(info.document); found != nullptr && found->kind == Kind::session)
                return found;
    for (const Document& document : documents)
        if (document.kind == Kind::session && document.session == number) return &document;
    return nullptr;
}

std::string to_line(const Problem& problem) {
    std::string line = problem.file.empty() ? std::string("handbook") : problem.file;
    if (problem.line > 0) line += ':' + std::to_string(problem.line);
    line += problem.error ? ": " : ": warning: ";
    return line + problem.detail;
}

}  // namespace book
