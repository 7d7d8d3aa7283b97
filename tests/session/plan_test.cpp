#include "session/plan.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "book/handbook.h"
#include "session/machine.h"

using namespace session;

namespace {

constexpr const char* session_path = "del-1/samlinger/samling-1.md";
constexpr const char* slides_path = "del-2/presentasjoner/samling-1.md";
constexpr const char* tree_path = "del-2/ovelser/ressurstre.md";
constexpr const char* bare_path = "del-2/ovelser/bare-ord.md";

book::Block paragraph(const std::string& text) {
    return {.type = book::BlockType::paragraph, .spans = {{.text = text}}};
}

book::Block heading(const std::string& text, const std::string& anchor) {
    return {.type = book::BlockType::heading, .level = 2, .spans = {{.text = text}}, .anchor = anchor};
}

book::Document exercise(const char* path, const char* title) {
    return {.path = path, .language = "nb", .kind = book::Kind::exercise, .id = title, .title = title};
}

void add_section(book::Document& document, book::Role role, const std::string& title, const std::string& anchor,
                 std::vector<book::Block> blocks) {
    book::Section section{.role = role, .title = title, .anchor = anchor, .heading = document.blocks.size()};
    document.blocks.push_back(heading(title, anchor));
    section.first = document.blocks.size();
    document.blocks.insert(document.blocks.end(), blocks.begin(), blocks.end());
    section.end = document.blocks.size();
    document.sections.push_back(section);
}

/// A session document whose plan is written cell by cell.
class PlanWriter {
  public:
    struct Target {
        int document = -1;
        std::string anchor;
    };

    PlanWriter() {
        document_ = {.path = session_path,
                     .language = "nb",
                     .kind = book::Kind::session,
                     .id = "samling-1",
                     .title = "Trygg start"};
        document_.session = 1;
        document_.picture = "samling-1.svg";
        table_.type = book::BlockType::table;
        table_.children.push_back({.type = book::BlockType::row, .header = true});
        for (const char* title : {"Min", "Steg", "Type", "Leder", "Vis", "Tid å hente"})
            table_.children[0].children.push_back(cell(title));
    }

    void row(const std::string& minutes, const std::string& step, const Target& link, const char* type,
             const char* leader, const std::vector<Target>& shown, const char* slack) {
        book::Block row{.type = book::BlockType::row, .line = 10 + static_cast<int>(table_.children.size())};
        row.children = {cell(minutes), cell(step, link), cell(type), cell(leader), cell(""), cell(slack)};
        for (const Target& slide : shown) {
            auto& spans = row.children[4].spans;
            if (!spans.empty()) spans.push_back({.text = " · "});
            spans.push_back({.text = "Lysbilde", .link = link_to(slide)});
        }
        minutes_ += std::stoi(minutes);
        table_.children.push_back(std::move(row));
    }

    book::Document document() && {
        document_.minutes = minutes_;
        document_.blocks = {paragraph("Innledning."), std::move(table_)};
        add_section(document_, book::Role::leaders, "Velkommen", "velkommen", {paragraph("HEMMELIG: stå ved døra.")});
        add_section(document_, book::Role::leaders, "Ressurstre", "ressurstre",
                    {paragraph("HEMMELIG: se etter tause.")});
        return std::move(document_);
    }

  private:
    static book::Block cell(const std::string& text) {
        book::Block cell{.type = book::BlockType::cell};
        if (!text.empty()) cell.spans.push_back({.text = text});
        return cell;
    }
    book::Block cell(const std::string& text, const Target& target) {
        book::Block block = cell(text);
        if (target.document >= 0) block.spans[0].link = link_to(target);
        return block;
    }
    int link_to(const Target& target) {
        document_.links.push_back({.url = "#" + target.anchor, .document = target.document, .anchor = target.anchor});
        return static_cast<int>(document_.links.size()) - 1;
    }

    book::Document document_;
    book::Block table_;
    int minutes_ = 0;
};

/// Documents 0 session, 1 presentation, 2 an exercise with everything, 3 one with neither wall text nor an aid we draw.
book::Handbook small_handbook() {
    book::Handbook handbook;
    PlanWriter plan;
    plan.row("10", "Velkommen", {0, "velkommen"}, "info", "begge", {{1, "velkommen"}, {1, "plan"}}, "");
    plan.row("25", "Ressurstre", {2, ""}, "øvelse", "fagperson", {{1, "lang"}}, "kan kortes til 17");
    plan.row("20", "Pause", {}, "pause", "", {{1, "velkommen"}}, "fast");
    plan.row("5", "Bare ord", {3, ""}, "runde", "brukerrepresentant", {}, "kan utgå");
    handbook.documents.push_back(std::move(plan).document());

    book::Document slides{.path = slides_path,
                          .language = "nb",
                          .kind = book::Kind::presentation,
                          .id = "lysbilder",
                          .title = "Lysbilder"};
    slides.session = 1;
    std::vector<book::Block> much;
    for (int i = 0; i < 30; ++i) much.push_back(paragraph("Et avsnitt som tar en hel linje."));
    slides.slides = {{.title = "Velkommen",
                      .anchor = "velkommen",
                      .body = {paragraph("Godt at du kom.")},
                      .notes = {paragraph("HEMMELIG")}},
                     {.title = "Plan", .anchor = "plan", .picture = "plan.svg"},
                     {.title = "Lang", .anchor = "lang", .body = much}};
    handbook.documents.push_back(slides);

    book::Document tree = exercise(tree_path, "Ressurstre");
    add_section(tree, book::Role::goal, "Mål", "mål", {paragraph("HEMMELIG mål.")});
    add_section(tree, book::Role::wall, "På veggen", "på-veggen",
                {paragraph("Tegn et tre."), paragraph("Røtter, stamme, greiner.")});
    add_section(tree, book::Role::leaders, "Til kurslederne", "til-kurslederne", {paragraph("HEMMELIG.")});
    tree.aid = book::AidSpec{.type = "countdown", .values = {{"minutes", "10"}}};
    handbook.documents.push_back(tree);

    book::Document bare = exercise(bare_path, "Bare ord");
    add_section(bare, book::Role::goal, "Mål", "mål", {paragraph("HEMMELIG.")});
    bare.aid = book::AidSpec{.type = "body_scan"};
    handbook.documents.push_back(bare);

    handbook.programme.sessions = {{.number = 1, .title = "Trygg start", .minutes = 60, .document = session_path}};
    return handbook;
}

}  // namespace

TEST_CASE("a plan takes its steps from the table of the session document") {
    const Plan plan = make_plan(small_handbook(), 1);
    CHECK(plan.meeting == 1);
    CHECK(plan.title == "Trygg start");
    CHECK(plan.document == session_path);
    CHECK(plan.picture == "samling-1.svg");
    CHECK(plan.minutes == 60);
    REQUIRE(plan.steps.size() == 4);

    CHECK(plan.steps[0].title == "Velkommen");
    CHECK(plan.steps[0].minutes == 10);
    CHECK(plan.steps[0].type == book::StepType::info);
    CHECK(plan.steps[0].leader == book::Leader::both);
    CHECK(plan.steps[0].notes_anchor == "velkommen");
    CHECK(plan.steps[0].exercise.empty());

    CHECK(plan.steps[1].exercise == tree_path);
    CHECK(plan.steps[1].notes_anchor == "ressurstre");
    CHECK(plan.steps[1].leader == book::Leader::professional);
    CHECK(plan.steps[1].slack == book::Slack::may_shorten);
    CHECK(plan.steps[1].shortest == 17);
    CHECK(plan.steps[2].slack == book::Slack::fixed);
    CHECK(plan.steps[3].slack == book::Slack::may_skip);
    CHECK(plan.steps[3].leader == book::Leader::user_rep);
    CHECK(plan.steps[3].notes_anchor.empty());
}

TEST_CASE("cues stand in the order of the room: slides, the exercise's wall text, its aid") {
    const book::Handbook handbook = small_handbook();
    const Plan plan = make_plan(handbook, 1);
    CHECK(plan.steps[0].cues == std::vector<Cue>{SlideCue{slides_path, 0, 0}, SlideCue{slides_path, 1, 0}});

    const std::size_t pages = pages_of(handbook.documents[1].slides[2]).size();
    CHECK(pages > 1);
    std::vector<Cue> expected;
    for (std::size_t page = 0; page < pages; ++page)
        expected.push_back(SlideCue{slides_path, 2, static_cast<int>(page)});
    expected.push_back(ExerciseCue{tree_path, 0});
    expected.push_back(AidCue{tree_path});
    CHECK(plan.steps[1].cues == expected);
}

TEST_CASE("a break is a break, whatever its row names") {
    CHECK(make_plan(small_handbook(), 1).steps[2].cues == std::vector<Cue>{BreakCue{}});
}

TEST_CASE("a step with nothing that can be drawn shows its title") {
    const Plan plan = make_plan(small_handbook(), 1);
    CHECK(plan.steps[3].exercise == bare_path);
    CHECK(plan.steps[3].cues == std::vector<Cue>{TitleCue{}});
}

TEST_CASE("a meeting that the handbook does not have is an empty plan") {
    CHECK(make_plan(small_handbook(), 2).empty());
    CHECK(make_plan(small_handbook(), -1).empty());
    CHECK(make_plan(book::Handbook{}, 1).empty());
}

TEST_CASE("a session document without a plan table is an empty plan that keeps its title") {
    book::Handbook handbook = small_handbook();
    handbook.documents[0].blocks.clear();
    handbook.documents[0].sections.clear();
    const Plan plan = make_plan(handbook, 1);
    CHECK(plan.empty());
    CHECK(plan.minutes == 0);
    CHECK(plan.title == "Trygg start");
}

TEST_CASE("only what stands under På veggen is the exercise's wall text") {
    const book::Handbook handbook = small_handbook();
    CHECK(book::plain_text(wall_text(handbook.documents[2])) == "Tegn et tre.\n\nRøtter, stamme, greiner.");
    CHECK(wall_text(handbook.documents[3]).empty());
    CHECK(pages_of(handbook.documents[3]).empty());
    for (const book::Slide& slide : handbook.documents[1].slides) {
        for (const auto& page : pages_of(slide)) CHECK(book::plain_text(page).find("HEMMELIG") == std::string::npos);
    }
}

TEST_CASE("a section that claims more blocks than there are gives those that are there") {
    book::Handbook handbook = small_handbook();
    book::Document& tree = handbook.documents[2];
    tree.sections[1].end = 1000;
    tree.blocks.resize(5);
    CHECK(wall_text(tree).size() == 2);
    tree.sections[1].first = 900;
    CHECK(wall_text(tree).empty());
}

TEST_CASE("the shipped handbook has six meetings of 150 minutes, each step with something to show and with notes") {
    const book::Handbook handbook = book::load(HANDBOOK, "nb");
    for (int number = 1; number <= 6; ++number) {
        const Plan plan = make_plan(handbook, number);
        INFO("samling " << number);
        REQUIRE_FALSE(plan.empty());
        CHECK(plan.meeting == number);
        CHECK_FALSE(plan.title.empty());
        CHECK_FALSE(plan.picture.empty());
        CHECK(plan.minutes == 150);
        const auto breaks = std::count_if(plan.steps.begin(), plan.steps.end(),
                                          [](const Step& step) { return step.type == book::StepType::pause; });
        CHECK(breaks == 1);
        for (const Step& step : plan.steps) {
            INFO(step.title);
            CHECK_FALSE(step.title.empty());
            CHECK_FALSE(step.cues.empty());
            CHECK(step.minutes >= 1);
            CHECK((step.type == book::StepType::pause || !step.notes_anchor.empty()));
            if (step.slack == book::Slack::may_shorten) CHECK((step.shortest >= 1 && step.shortest < step.minutes));
        }
    }
}

TEST_CASE("every shipped meeting is walked through from its first picture to its last by next alone") {
    const book::Handbook handbook = book::load(HANDBOOK, "nb");
    for (int number = 1; number <= 6; ++number) {
        const Plan plan = make_plan(handbook, number);
        INFO("samling " << number);
        std::size_t cues = 0;
        for (const Step& step : plan.steps) cues += step.cues.size();
        State state = next(initial(plan), plan, Started{}, Instant{});
        std::size_t seen = 1;
        for (; const auto went = after(plan, state); ++seen) {
            REQUIRE(seen <= cues);
            state = next(state, plan, *went, Instant{});
        }
        CHECK(seen == cues);
        CHECK(state.step == static_cast<int>(plan.steps.size()) - 1);
    }
}
