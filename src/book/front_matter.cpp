#include "book/front_matter.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "book/aid_spec.h"
#include "book/limits.h"
#include "book/yaml_fields.h"

namespace book {
namespace {

constexpr int most_minutes = 600;
constexpr int most_sessions = 99;

struct KindName {
    std::string_view name;
    Kind kind;
};
constexpr std::array kind_names{KindName{"chapter", Kind::chapter},
                                KindName{"theme", Kind::theme},
                                KindName{"session", Kind::session},
                                KindName{"exercise", Kind::exercise},
                                KindName{"presentation", Kind::presentation},
                                KindName{"form", Kind::form},
                                KindName{"page", Kind::page},
                                KindName{"glossary", Kind::glossary}};

bool is_fence(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line == "---";
}

std::string read_picture(const Fields& fields) {
    const std::string name = fields.text("picture").value_or("");
    if (name.find_first_of("/\\:") == std::string::npos && name != "." && name != "..") return name;
    fields.wrong("picture", "must be the name of a file in images/, without any folder");
    return {};
}

void read_questions(const Fields& fields, Document& document) {
    std::set<std::string> ids;
    for (const Fields& entry : fields.maps("questions")) {
        Question question{entry.needed_text("id"), entry.needed_text("text"), entry.needed_text("low"),
                          entry.needed_text("high")};
        if (!ids.insert(question.id).second)
            entry.wrong("id", "stands twice in this form; every question needs its own");
        document.questions.push_back(std::move(question));
    }
    if (document.questions.empty()) fields.missing("questions");
}

void read_exercise(const Fields& fields, Document& document, Faults& faults) {
    document.minutes = fields.needed_whole("minutes", 1, most_minutes);
    if (!fields.has("form")) fields.missing("form");
    for (std::string& form : fields.texts("form")) {
        constexpr std::array known{"alene", "par", "gruppe", "plenum"};
        if (std::find(known.begin(), known.end(), form) == known.end())
            fields.wrong("form", "may hold alene, par, gruppe and plenum, not `" + form + "`");
        else
            document.forms.push_back(std::move(form));
    }
    if (!fields.has("sessions")) fields.missing("sessions");
    document.sessions = fields.wholes("sessions", 1, most_sessions);
    if (!fields.has("materials")) fields.missing("materials");
    document.materials = fields.texts("materials");
    document.code = fields.text("code").value_or("");
    document.aid = read_aid(fields, faults);
}

void read_kind(const Fields& fields, Document& document, Faults& faults) {
    switch (document.kind) {
        case Kind::chapter:
            document.part = fields.needed_whole("part", 1, 9);
            document.order = fields.needed_whole("order", 1, 999);
            break;
        case Kind::theme:
        case Kind::presentation: document.session = fields.needed_whole("session", 1, most_sessions); break;
        case Kind::session:
            document.session = fields.needed_whole("number", 1, most_sessions);
            document.minutes = fields.needed_whole("minutes", 1, most_minutes);
            break;
        case Kind::exercise: read_exercise(fields, document, faults); break;
        case Kind::form: read_questions(fields, document); break;
        case Kind::page:
        case Kind::glossary: document.part = fields.needed_whole("part", 1, 9); break;
    }
}

void read_fields(const Fields& fields, Document& document, int& picture_line, Faults& faults) {
    fields.expect_only({"kind", "id", "title", "part", "order", "session", "number", "minutes", "picture", "code",
                        "form", "sessions", "materials", "aid", "questions"});
    const std::string kind = fields.needed_text("kind");
    const auto known =
        std::find_if(kind_names.begin(), kind_names.end(), [&](const KindName& each) { return each.name == kind; });
    document.id = fields.needed_text("id");
    if (const std::string title = fields.needed_text("title"); !title.empty()) document.title = title;
    document.picture = read_picture(fields);
    picture_line = fields.line("picture");
    if (known != kind_names.end()) {
        document.kind = known->kind;
        read_kind(fields, document, faults);
    } else if (!kind.empty()) {
        faults.error(
            ProblemKind::kind_unknown, fields.line("kind"),
            "`kind: " + kind + "` is not known; use chapter, theme, session, exercise, presentation, form, page or glossary",
            {kind});
    }
}

}  // namespace

Split split_front_matter(std::string_view text) {
    Split split;
    split.body = text;
    const auto first_end = text.find('\n');
    if (!is_fence(text.substr(0, first_end))) return split;
    split.found = true;
    if (first_end == std::string_view::npos) {
        split.closed = false;
        return split;
    }
    const std::size_t begin = first_end + 1;
    int line = 1;
    for (std::size_t at = begin; at < text.size();) {
        ++line;
        const auto end = std::min(text.find('\n', at), text.size());
        const std::string_view each = text.substr(at, end - at);
        if (is_fence(each) || each == "...") {
            split.front_matter = text.substr(begin, at - begin);
            split.body = text.substr(std::min(end + 1, text.size()));
            split.body_line = line + 1;
            return split;
        }
        at = end + 1;
    }
    split.closed = false;
    return split;
}

void read_front_matter(const Split& split, Document& document, int& picture_line, Faults& faults) {
    if (!split.found) {
        faults.error(ProblemKind::front_matter_missing, 1,
                     "the file does not begin with front matter; write `---`, the fields, `---` at its top");
        return;
    }
    if (!split.closed) {
        faults.error(ProblemKind::front_matter_broken, 1,
                     "the front matter has no end; write `---` on a line of its own after the last field");
        return;
    }
    if (split.front_matter.size() > most_front_matter_bytes) {
        faults.error(ProblemKind::front_matter_broken, 1,
                     "the front matter is longer than 64 KiB; is its closing `---` missing?");
        return;
    }
    const auto node = parse_mapping(split.front_matter, 1, ProblemKind::front_matter_broken, faults);
    if (!node) return;
    try {
        read_fields(Fields(*node, 1, faults), document, picture_line, faults);
    } catch (const YAML::Exception&) {
        faults.error(ProblemKind::front_matter_broken, 1,
                     "the front matter holds something that this program cannot read; keep to `name: value` lines");
    }
}

}  // namespace book
