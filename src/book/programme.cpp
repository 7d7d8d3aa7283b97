#include "book/programme.h"

#include "book/yaml_fields.h"

namespace book {
namespace {

bool is_inside(std::string_view path) {
    std::string slashed = "/";
    slashed.append(path).append("/");
    return !path.empty() && path.front() != '/' && path.find('\\') == std::string_view::npos &&
           path.find(':') == std::string_view::npos && slashed.find("/../") == std::string::npos;
}

std::string inside(const Fields& fields, const std::string& key) {
    std::string path = fields.needed_text(key);
    if (path.empty() || is_inside(path)) return path;
    fields.wrong(key, "must be a path inside the language folder, without `..`");
    return {};
}

void read_parts(const Fields& fields, Programme& programme) {
    for (const Fields& entry : fields.maps("parts"))
        programme.parts.push_back(
            {entry.needed_whole("number", 1, 9), inside(entry, "folder"), entry.needed_text("title")});
    for (const Fields& entry : fields.maps("groups"))
        programme.groups.push_back({inside(entry, "folder"), entry.needed_text("title")});
    for (const Fields& entry : fields.maps("sessions")) {
        SessionInfo session;
        session.number = entry.needed_whole("number", 1, 99);
        session.title = entry.needed_text("title");
        session.minutes = entry.needed_whole("minutes", 1, 600);
        session.document = inside(entry, "document");
        session.picture = entry.text("picture").value_or("");
        if (session.picture.find_first_of("/\\:") != std::string::npos) {
            entry.wrong("picture", "must be the name of a file in images/, without any folder");
            session.picture.clear();
        }
        programme.sessions.push_back(std::move(session));
    }
}

void read_rules(const Fields& fields, Programme& programme) {
    const auto group = fields.map("group");
    if (!group) return;
    programme.group.least = group->whole("min", 1, 1000);
    programme.group.most = group->whole("max", 1, 1000);
    programme.group.advised_least = group->whole("advised_min", 1, 1000);
    programme.group.advised_most = group->whole("advised_max", 1, 1000);
    programme.group.intake = group->text("intake").value_or("");
    if (!programme.group.intake.empty() && programme.group.intake != "closed" && programme.group.intake != "rolling") {
        group->wrong("intake", "is closed or rolling, or left out");
        programme.group.intake.clear();
    }
}

void read_tracks(const Fields& fields, Programme& programme) {
    for (const Fields& entry : fields.maps("tracks")) {
        Track track;
        track.id = entry.needed_text("id");
        track.title = entry.needed_text("title");
        track.kind = entry.text("kind").value_or("");
        track.audience = entry.text("audience").value_or("");
        track.gatherings = entry.whole("gatherings", 1, 999);
        programme.tracks.push_back(std::move(track));
    }
    for (const Fields& entry : fields.maps("quotas")) {
        const std::string share = entry.needed_text("min_share");
        const auto slash = share.find('/');
        const auto numerator = parse_whole(std::string_view(share).substr(0, slash), 0, 1'000'000);
        const auto denominator = slash == std::string::npos
                                     ? std::optional<int>(1)
                                     : parse_whole(std::string_view(share).substr(slash + 1), 1, 1'000'000);
        if (!numerator || !denominator || *numerator > *denominator) {
            entry.wrong("min_share", "must be a fraction of two whole numbers in quotes, such as \"1/3\"");
            continue;
        }
        programme.quotas.push_back({entry.needed_text("group"), {*numerator, *denominator}});
    }
}

void read_fields(const Fields& fields, Programme& programme) {
    fields.expect_only({"id", "title", "edition", "languages", "parts", "groups", "sessions", "group", "tracks",
                        "quotas", "forms", "hard_moments"});
    programme.id = fields.needed_text("id");
    programme.title = fields.needed_text("title");
    programme.edition = fields.needed_text("edition");
    programme.languages = fields.texts("languages");
    if (programme.languages.empty()) fields.missing("languages");
    read_parts(fields, programme);
    read_rules(fields, programme);
    read_tracks(fields, programme);
    if (fields.has("hard_moments")) programme.hard_moments = inside(fields, "hard_moments");
    if (const auto forms = fields.map("forms")) {
        if (forms->has("after_meeting")) programme.form_after_meeting = inside(*forms, "after_meeting");
        if (forms->has("after_course")) programme.form_after_course = inside(*forms, "after_course");
    }
}

}  // namespace

Programme read_programme(std::string_view yaml, Faults& faults) {
    Programme programme;
    const auto node = parse_mapping(yaml, 0, ProblemKind::programme_broken, faults);
    if (!node) return programme;
    try {
        read_fields(Fields(*node, 0, faults, ProblemKind::programme_broken, ProblemKind::programme_broken), programme);
    } catch (const YAML::Exception&) {
        faults.error(ProblemKind::programme_broken, 0,
                     "the file holds something that this program cannot read; keep to `name: value` lines");
    }
    return programme;
}

}  // namespace book
