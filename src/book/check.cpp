#include "book/check.h"

#include <map>

#include "base/files.h"
#include "base/text.h"
#include "book/faults.h"
#include "book/links.h"
#include "book/paths.h"
#include "book/plan_table.h"
#include "book/readability.h"
#include "book/roles.h"

namespace book {
namespace fs = std::filesystem;
namespace {

class Checker {
  public:
    explicit Checker(Handbook& handbook) : handbook_(handbook), faults_{"", handbook.problems}, anchors_(handbook) {
        std::error_code code;
        images_ = fs::weakly_canonical(handbook.folder / "images", code);
    }

    void programme() {
        faults_.file = "programme.yaml";
        const Programme& programme = handbook_.programme;
        for (const SessionInfo& session : programme.sessions) {
            const std::string name = "session " + std::to_string(session.number);
            const Document* document = session.document.empty() ? nullptr : handbook_.document(session.document);
            if (document == nullptr) {
                if (!session.document.empty())
                    faults_.error(ProblemKind::programme_broken, 0,
                                  name + " names `" + session.document + "`, which is not there", {session.document});
            } else if (document->kind != Kind::session || document->session != session.number) {
                faults_.error(ProblemKind::programme_broken, 0,
                              name + " names `" + session.document + "`, which is not the document of that session",
                              {session.document});
            } else if (document->minutes != session.minutes) {
                faults_.error(ProblemKind::programme_broken, 0,
                              name + " has " + std::to_string(session.minutes) + " minutes here and " +
                                  std::to_string(document->minutes) + " in its document; make them equal",
                              {std::to_string(session.minutes), std::to_string(document->minutes)});
            }
            if (!session.picture.empty()) picture(session.picture, 0);
        }
        form("after_meeting", programme.form_after_meeting);
        if (!programme.hard_moments.empty() && handbook_.document(programme.hard_moments) == nullptr)
            faults_.error(ProblemKind::programme_broken, 0,
                          "hard_moments names `" + programme.hard_moments + "`, which is not there",
                          {programme.hard_moments});
        form("after_course", programme.form_after_course);
    }

    void document(const Document& document, int picture_line) {
        document_ = &document;
        faults_.file = document.language + "/" + document.path;
        ids(document);
        if (!document.picture.empty()) picture(document.picture, picture_line);
        link_lines_.assign(document.links.size(), 0);
        blocks(document.blocks);
        for (const Footnote& footnote : document.footnotes) blocks(footnote.blocks);
        links(document);
        if (document.kind == Kind::exercise) exercise(document);
        if (document.kind == Kind::session) session(document);
        for (const Slide& slide : document.slides) this->slide(slide);
        if (document.kind == Kind::presentation && document.slides.empty())
            faults_.error(ProblemKind::section_missing, 0,
                          "the presentation has no slide; begin each with a heading `## Title`");
    }

  private:
    void form(const std::string& field, const std::string& path) {
        const Document* const found = path.empty() ? nullptr : handbook_.document(path);
        if (path.empty() || (found != nullptr && found->kind == Kind::form)) return;
        faults_.error(ProblemKind::programme_broken, 0, "forms." + field + " names `" + path + "`, which is no form",
                      {path});
    }

    void ids(const Document& document) {
        if (document.id.empty()) return;
        const auto [at, fresh] = ids_.emplace(document.id, document.path);
        if (!fresh)
            faults_.error(ProblemKind::id_twice, 0,
                          "the id `" + document.id + "` is also that of " + at->second + "; give one of them another",
                          {document.id, at->second});
    }

    // SVG is drawn to PNG when the program is built, so either may lie there.
    bool is_there(const std::string& name) {
        const auto known = pictures_.find(name);
        if (known != pictures_.end()) return known->second;
        bool found = false;
        std::vector<std::string> names{name};
        if (name.ends_with(".svg")) names.push_back(name.substr(0, name.size() - 4) + ".png");
        for (const std::string& each : names) {
            std::error_code code;
            const fs::path real = fs::weakly_canonical(images_ / base::path_from_utf8(each), code);
            if (code || !fs::is_regular_file(real, code)) continue;
            const fs::path inside = real.lexically_relative(images_);
            found = found || (!inside.empty() && *inside.begin() != "..");
        }
        return pictures_.emplace(name, found).first->second;
    }

    void picture(const std::string& name, int line) {
        if (!is_there(name))
            faults_.error(ProblemKind::image_missing, line,
                          "there is no picture `" + name + "` in images/; draw it or mend the name", {name});
    }

    void blocks(const std::vector<Block>& all) {
        for (const Block& block : all) {
            for (const Span& span : block.spans)
                if (span.link >= 0 && link_lines_[static_cast<std::size_t>(span.link)] == 0)
                    link_lines_[static_cast<std::size_t>(span.link)] = block.line;
            if (block.type == BlockType::image) {
                if (base::trimmed(block.alt).empty())
                    faults_.error(ProblemKind::alt_missing, block.line,
                                  "the picture has no alternative text; say between [ and ] what is drawn",
                                  {block.source});
                if (const auto name = image_name(document_->language, document_->path, block.source);
                    name && !block.source.empty())
                    picture(*name, block.line);
            }
            blocks(block.children);
        }
    }

    void links(const Document& document) {
        for (std::size_t i = 0; i < document.links.size(); ++i) {
            const Link& link = document.links[i];
            if (link.external || link_lines_[i] == 0) continue;
            if (link.document < 0)
                faults_.error(ProblemKind::link_nowhere, link_lines_[i],
                              "`" + link.url + "` leads to no document of this handbook; mend the path", {link.url});
            else if (!link.anchor.empty() && !anchors_.has(link.document, link.anchor))
                faults_.error(ProblemKind::anchor_nowhere, link_lines_[i],
                              "`" + link.url + "`: there is no heading `#" + link.anchor + "` in " +
                                  handbook_.documents[static_cast<std::size_t>(link.document)].path,
                              {link.url});
        }
    }

    void needs(const Document& document, Role role, bool error) {
        for (const Section& section : document.sections)
            if (section.role == role && role_of_heading(section.title) == role) return;
        const std::string heading(heading_for(role));
        const std::string detail = "the section `## " + heading + "` is missing; add it";
        if (error)
            faults_.error(ProblemKind::section_missing, 0, detail, {heading});
        else
            faults_.warning(ProblemKind::section_missing, 0, detail, {heading});
    }

    void exercise(const Document& document) {
        for (const Role role : {Role::goal, Role::steps, Role::wall, Role::leaders}) needs(document, role, true);
        for (const Section& section : document.sections) {
            if (section.role != Role::wall) continue;
            const std::size_t words = count_words(public_text(content_of(document, section)));
            if (words > most_wall_words)
                faults_.warning(ProblemKind::wall_too_long, document.blocks[section.heading].line,
                                "«På veggen» has " + std::to_string(words) + " words; shorten it to " +
                                    std::to_string(most_wall_words) + " or fewer",
                                {std::to_string(words)});
        }
        const int steps = step_minutes(document);
        if (steps != 0 && document.minutes != 0 && steps != document.minutes)
            faults_.warning(ProblemKind::steps_sum_wrong, 0,
                            "the steps take " + std::to_string(steps) + " minutes and the exercise " +
                                std::to_string(document.minutes) + "; make them equal",
                            {std::to_string(steps), std::to_string(document.minutes)});
    }

    void session(const Document& document) {
        for (const Role role : {Role::equipment, Role::homework, Role::reserve}) needs(document, role, false);
        PlanTable plan = plan_table(handbook_, document);
        for (const PlanRow& row : plan.rows)
            if (row.notes_anchor.empty() && row.exercise < 0 && row.type != StepType::pause)
                faults_.warning(ProblemKind::step_without_notes, row.line,
                                "the step «" + row.title +
                                    "» has no notes for the leaders; write them under a heading `## " + row.title + "`",
                                {row.title});
        for (Problem& problem : plan.problems) handbook_.problems.push_back(std::move(problem));
    }

    void slide(const Slide& slide) {
        const std::size_t words = count_words(public_text(slide.body));
        if (words > most_slide_words)
            faults_.warning(ProblemKind::slide_too_long, slide.line,
                            "the slide «" + slide.title + "» has " + std::to_string(words) + " words; shorten it to " +
                                std::to_string(most_slide_words) + " or fewer",
                            {slide.title, std::to_string(words)});
    }

    // Without pictures: their alternative text is not shown on the wall.
    static std::string public_text(std::vector<Block> all) {
        std::erase_if(all, [](const Block& block) { return block.type == BlockType::image; });
        return plain_text(all);
    }

    Handbook& handbook_;
    Faults faults_;
    Anchors anchors_;
    const Document* document_ = nullptr;
    fs::path images_;
    std::map<std::string, std::string> ids_;
    std::map<std::string, bool> pictures_;
    std::vector<int> link_lines_;
};

}  // namespace

void check(Handbook& handbook, const std::vector<int>& picture_lines) {
    Checker checker(handbook);
    checker.programme();
    for (std::size_t i = 0; i < handbook.documents.size(); ++i)
        checker.document(handbook.documents[i], picture_lines[i]);
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool counted = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const bool space = c == ' ' || c == '\n' || c == '\t';
        const bool letter =
            (c >= '0' && c <= '9') || (base::lower(c) >= 'a' && base::lower(c) <= 'z') || (c >= 0xC0 && c < 0x2000);
        if (space)
            counted = false;
        else if (letter && !counted) {
            counted = true;
            ++words;
        }
    }
    return words;
}

}  // namespace book
