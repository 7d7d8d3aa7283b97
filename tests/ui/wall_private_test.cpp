// Nothing private reaches the wall, proven on what is drawn: two meetings are led side by side that differ only in what the
// leaders alone may know, and every picture of the wall is the same to the last byte in both. That no planted word is in the
// audience view is shown in tests/app/audience_view_test.cpp.
#include <catch2/catch_test_macros.hpp>

#include <cstring>
#include <memory>
#include <numeric>
#include <set>
#include <variant>

#include "app/update.h"
#include "support/null_canvas.h"
#include "ui/planted_words.h"

namespace {

using namespace std::chrono_literals;
using app::Action;

const std::string word(support::planted);
constexpr base::Minutes zone{60};
constexpr int participants = 11;
constexpr std::int64_t course_id = 7;

using Book = std::shared_ptr<const book::Handbook>;

const Book& shipped() {
    static const Book loaded = std::make_shared<const book::Handbook>(book::load(HANDBOOK, "nb"));
    return loaded;
}
const Book& with_planted_words() {
    static const support::PlantedHandbook files{HANDBOOK};
    static const Book loaded = std::make_shared<const book::Handbook>(book::load(files.path, "nb"));
    return loaded;
}

/// One for each name, so that another picture is another drawing.
class NamedPictures final : public ui::Pictures {
  public:
    ui::Texture texture(std::string_view name) override {
        if (name.empty()) return {};
        return {1000 + std::hash<std::string_view>{}(name.substr(name.rfind('/') + 1)) % 1'000'000, 600, 720};
    }
    float aspect(std::string_view) const override { return 600.0f / 720.0f; }
};

/// All that the graphics card would be given for one picture of the wall.
struct Drawn {
    struct Command {
        ImVec4 clip;
        ImTextureID texture;
        unsigned vertex, index, count;
        bool operator==(const Command& other) const {
            return std::memcmp(&clip, &other.clip, sizeof clip) == 0 && texture == other.texture &&
                   vertex == other.vertex && index == other.index && count == other.count;
        }
    };
    std::vector<Command> commands;
    std::vector<unsigned char> vertices, indices;

    bool operator==(const Drawn&) const = default;
};

template <class T>
void append(std::vector<unsigned char>& bytes, const ImVector<T>& more) {
    const auto* first = reinterpret_cast<const unsigned char*>(more.Data);
    bytes.insert(bytes.end(), first, first + more.size_in_bytes());
}

Drawn take(const ImDrawData& data) {
    Drawn drawn;
    for (const ImDrawList* list : data.CmdLists) {
        append(drawn.vertices, list->VtxBuffer);
        append(drawn.indices, list->IdxBuffer);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            REQUIRE(command.UserCallback == nullptr);
            const ImTextureData* letters = command.TexRef._TexData;
            drawn.commands.push_back({command.ClipRect,
                                      letters ? static_cast<ImTextureID>(letters->UniqueID) : command.TexRef._TexID,
                                      command.VtxOffset, command.IdxOffset, command.ElemCount});
        }
    }
    return drawn;
}

/// What the room may not see of the aid as it stands, changed; false when the aid holds nothing back.
bool change_hidden(session::Aid& aid) {
    const session::Aid before = aid;
    if (auto* scale = std::get_if<session::Scale>(&aid); scale && !scale->counts_shown)
        for (int& hands : scale->hands) hands += 3;
    if (auto* reveal = std::get_if<session::Reveal>(&aid)) {
        using Shape = session::Reveal::Shape;
        const bool headings = reveal->shape == Shape::form || reveal->shape == Shape::circle;
        for (int i = 0; i < static_cast<int>(reveal->parts.size()); ++i) {
            session::Reveal::Part& part = reveal->parts[static_cast<std::size_t>(i)];
            const bool shown = i < reveal->shown;
            if (!shown || !reveal->examples || !part.written.empty()) part.example = word;
            if (shown) continue;
            part.written = word;
            part.hands += 9;
            if (!headings) part.name = word + " som er lang nok til å flytte alt annet på tavla";
        }
    }
    if (auto* pack = std::get_if<session::WordCards>(&aid))
        for (int i = 0; i < static_cast<int>(pack->cards.size()); ++i)
            if (i < pack->first || i >= pack->first + pack->turned) pack->cards[static_cast<std::size_t>(i)] = word;
    if (auto* board = std::get_if<session::Board>(&aid); board && board->sorting)
        for (int i = board->waiting() + 1; i < static_cast<int>(board->cards.size()) && board->waiting() >= 0; ++i)
            if (auto& card = board->cards[static_cast<std::size_t>(i)]; card.column < 0) card.text = word;
    if (auto* divider = std::get_if<session::GroupDivider>(&aid)) {
        divider->met = {{{1, 2, 3}, {4, 5, 6}}};
        divider->seed += 17;
    }
    return aid != before;
}

/// A meeting that is led, and the wall's own window.
struct Side {
    support::NullCanvas canvas;
    NamedPictures pictures;
    app::Model model;

    Side(float width, float height) : canvas(width, height) {
        canvas.context.pictures = &pictures;
        canvas.bare = true;
        canvas.draw = [this] {
            canvas.context.now = model.now;
            ui::draw_wall(app::audience_view(model), canvas.context);
        };
    }
    void run(const Action& action, base::Instant now) {
        for (const app::Effect& effect : app::update(model, action, now)) {
            if (const auto* load = std::get_if<app::LoadRecords>(&effect)) {
                app::CourseData records;
                records.attendance = {participants, 6};
                run(app::RecordsLoaded{load->course, std::move(records)}, now);
            } else if (std::holds_alternative<app::BeginRun>(effect)) {
                run(app::RunBegun{1}, now);
            } else if (app::is_write(effect)) {
                run(app::Saved{}, now);
            }
        }
    }
    Drawn draw() {
        canvas.frame();
        return take(*ImGui::GetDrawData());
    }
    /// The picture of all letters that have been drawn.
    std::vector<unsigned char> letters() {
        canvas.frame();
        ImTextureData& texture = *ImGui::GetIO().Fonts->TexData;
        const auto* first = static_cast<const unsigned char*>(texture.GetPixels());
        return {first, first + texture.GetSizeInBytes()};
    }
};

/// Two meetings side by side, and how many of their pictures differ.
class Twin {
  public:
    int meeting, pictures = 0, different = 0, held_back = 0;
    std::set<std::size_t> seen;  ///< hashes of what the first one has shown
    base::Instant now;
    Side plain, other;

    Twin(int number, float width, float height, Book first, Book second)
        : meeting(number),
          now(base::at_local(course::dates_from({2026, 2, 25}, 6)[static_cast<std::size_t>(number - 1)], {9, 50},
                             zone)),
          plain(width, height),
          other(width, height) {
        both(app::Tick{zone});
        plain.run(app::HandbookLoaded{std::move(first), nullptr}, now);
        other.run(app::HandbookLoaded{std::move(second), nullptr}, now);
    }
    void both(const Action& action) {
        plain.run(action, now);
        other.run(action, now);
    }
    void pass(base::Milliseconds time) {
        now += time;
        both(app::Tick{zone});
    }
    /// Draws both. What the room is not to see yet of the aid is another on the second wall, for this picture alone.
    void look(const std::string& what) {
        const std::optional<app::OpenAid> open = other.model.aid;
        const std::optional<app::AudienceView> frozen = other.model.frozen;
        if (hides && other.model.aid) {
            held_back += change_hidden(other.model.aid->aid);
            other.model.aid->spec = {};
            other.model.aid->past.assign(3, session::Breathing{});
        }
        const Drawn one = plain.draw();
        const Drawn two = other.draw();
        other.model.aid = open;
        ++pictures;
        seen.insert(
            std::hash<std::string_view>{}({reinterpret_cast<const char*>(one.vertices.data()), one.vertices.size()}));
        const bool same = one == two;
        different += !same;
        INFO("meeting " << meeting << ", " << what);
        if (hides) {
            CHECK(one.commands == two.commands);
            CHECK(same);
        }
    }
    /// The letters themselves, as the two windows have them.
    bool same_letters() { return plain.letters() == other.letters(); }
    bool hides = true;  ///< false: the two differ in what is public, and that is what is looked for
};

course::Course course_named(const std::string& private_word) {
    return {.id = course_id,
            .title = "Kurs " + private_word,
            .municipality = "Kommune " + private_word,
            .place = "Sted " + private_word,
            .starts = {10, 0},
            .dates = course::dates_from({2026, 2, 25}, 6),
            .leader_one = "Fagperson " + private_word,
            .leader_two = private_word + " brukerrepresentant",
            .participants = participants};
}

/// The handbook's plan with a step of the course's own, and what the two have noted to themselves.
session::CoursePlan own_plan(const app::Model& model, int meeting, const std::string& own, const std::string& note,
                             book::Leader leader) {
    session::CoursePlan plan = session::as_course_plan(session::make_plan(*model.handbook, meeting));
    plan.insert(plan.begin() + 2, {.title = own, .minutes = 5});
    for (session::PlannedStep& step : plan) {
        step.note = note;
        step.leader = leader;
    }
    return plan;
}

/// All that a course keeps for its leaders: in the second of the two, and nothing of it in the first.
void fill_course(Twin& twin) {
    const int meeting = twin.meeting;
    twin.plain.run(app::StoreOpened{"/data", {course_named("")}, {}, std::nullopt, {}, {}}, twin.now);
    twin.other.run(app::StoreOpened{"/" + word,
                                    {course_named(word)},
                                    {},
                                    std::nullopt,
                                    {},
                                    {{course_id, meeting, word, "del-2/ovelser/stigen.md", 10, 1234}}},
                   twin.now);
    twin.plain.run(app::ChangePlan{meeting, own_plan(twin.plain.model, meeting, "Vårt eget", "", book::Leader::both)},
                   twin.now);
    twin.other.run(
        app::ChangePlan{meeting, own_plan(twin.other.model, meeting, "Vårt eget", word, book::Leader::professional)},
        twin.now);
    // The same nine come to this meeting; how they came, and all of the other meetings, differs.
    for (int seat = 1; seat <= participants; ++seat) {
        using course::Mark;
        const bool came = seat <= 9;
        twin.plain.run(app::MarkAttendance{seat, meeting, came ? Mark::present : Mark::absent}, twin.now);
        twin.other.run(app::MarkAttendance{seat, meeting, came ? Mark::late : Mark::excused}, twin.now);
        for (int other = 1; other <= 6; ++other)
            if (other != meeting) twin.other.run(app::MarkAttendance{seat, other, Mark::absent}, twin.now);
    }
    course::HandCount hands{meeting, word, {}};
    hands.hands[3] = 9;
    for (const Action& action : std::initializer_list<Action>{
             app::WriteLine{meeting, word}, app::WriteLine{meeting % 6 + 1, word}, app::KeepCounts{hands},
             app::TickTask{{"del-1/samlinger/samling-1.md", 12345}, true},
             app::ToggleBookmark{{"del-1/samlinger/samling-1.md", "velkommen", word}},
             app::MarkRead{"del-1/samlinger/samling-1.md"}, app::Search{word}, app::OpenRound{meeting}})
        twin.other.run(action, twin.now);
    twin.other.canvas.state->aid_text = word;
    CHECK(twin.other.model.records.lines.size() == 2);
    CHECK(twin.other.model.records.counts.size() == 1);
    CHECK(twin.other.model.records.attendance.of_meeting(meeting).late == 9);
}

/// Everything that can be done with the aid that is open, seen after each.
void play_aid(Twin& twin, const std::string& name) {
    const session::Aid& aid = twin.plain.model.aid->aid;
    const auto act = [&](const char* deed, const Action& action) {
        twin.both(action);
        twin.look(name + ", " + deed);
    };
    twin.look(name);
    twin.pass(1700ms);
    if (const auto* scale = std::get_if<session::Scale>(&aid)) {
        twin.other.run(app::AidHand{4, 3}, twin.now);
        act("hidden hands", app::AidMarker{4});
        twin.other.run(app::AidHand{4, -3}, twin.now);
        twin.both(app::AidHand{5, 4});
        act("hands", app::AidShowCounts{!scale->counts_shown});
    }
    if (const auto* board = std::get_if<session::Board>(&aid)) {
        act("placed", app::AidPlace{board->waiting(), 0});
        act("written", app::AidWrite{0, "Vi hører på hverandre"});
    }
    act("forward", app::AidForward{});
    act("hand", app::AidHand{0, 2});
    if (std::holds_alternative<session::Reveal>(aid)) {
        act("written", app::AidWrite{0, "Slik vi sa det"});
        act("examples", app::AidSwitch{true});
        act("before", app::AidSet{0, 6, false});
    }
    if (std::holds_alternative<session::Network>(aid)) act("mark", app::AidMark{0, 0, true, 1});
    if (std::holds_alternative<session::WeekGrid>(aid)) act("turned", app::AidTurn{1, 1});
    if (const auto* values = std::get_if<session::Values>(&aid)) {
        for (int i = 0; i < values->pick; ++i) twin.both(app::AidPlace{i, 0});
        act("set", app::AidSet{0, 2, false});
    }
    act("forward twice", app::AidForward{});
    act("back", app::AidBackward{});
}

/// What lies over the wall, and what is done to the picture.
void play_covers(Twin& twin, const std::string& name) {
    for (const auto cover : {session::Cover::black, session::Cover::white, session::Cover::calm}) {
        twin.both(app::ToggleCover{cover});
        twin.look(name + ", cover");
        twin.both(app::ToggleCover{cover});
    }
    twin.both(app::TogglePointer{});
    twin.both(app::PointAt{{0.3f, 0.6f}});
    twin.look(name + ", pointer");
    twin.both(app::ToggleZoom{});
    twin.look(name + ", zoom");
    twin.both(app::ToggleZoom{});
    twin.both(app::TogglePointer{});
    // Frozen, while the leaders look ahead.
    twin.both(app::ToggleFreeze{});
    twin.both(app::Next{});
    twin.look(name + ", frozen");
    twin.both(app::Previous{});
    twin.both(app::ToggleFreeze{});
}

/// The whole meeting, cue by cue. `all`: with covers and every exercise's aid that is this meeting's share.
void lead(Twin& twin, bool all) {
    const auto& model = twin.plain.model;
    twin.look("before the meeting");
    twin.both(app::StartMeeting{course_id, twin.meeting});
    REQUIRE(model.run);
    twin.both(app::StartProjecting{});
    twin.both(app::WallShown{""});
    const auto& steps = model.run->plan.steps;
    REQUIRE(twin.other.model.run->plan.steps.size() == steps.size());
    bool aid_covered = false;
    for (int guard = 0; guard < 300; ++guard) {
        const session::State at = model.run->state;
        const std::string name = "step " + std::to_string(at.step) + " (" +
                                 steps[static_cast<std::size_t>(at.step)].title + "), cue " + std::to_string(at.cue);
        twin.look(name);
        if (all && (guard == 0 || std::holds_alternative<app::BreakScene>(app::audience_view(model).scene)))
            play_covers(twin, name);
        if (model.aid) {
            play_aid(twin, name);
            if (all && !aid_covered) play_covers(twin, name);
            aid_covered = true;
        }
        twin.pass(21s);
        twin.both(app::Next{});
        if (model.run->state.step == at.step && model.run->state.cue == at.cue) break;
    }
    CHECK(model.run->state.step == static_cast<int>(steps.size()) - 1);
    if (all) {
        const auto& documents = model.handbook->documents;
        for (std::size_t i = static_cast<std::size_t>(twin.meeting - 1); i < documents.size(); i += 6) {
            if (!documents[i].aid) continue;
            twin.both(app::OpenToolbox{*documents[i].aid, documents[i].title});
            REQUIRE(model.aid);
            play_aid(twin, documents[i].path);
            twin.both(app::CloseAid{});
        }
    }
    twin.both(app::EndMeeting{});
    twin.look("after the meeting");
    twin.other.run(app::WriteLine{twin.meeting, word + " igjen"}, twin.now);
    twin.look("while the leaders write to each other");
    twin.both(app::LeaveMeeting{});
    twin.look("when all is put away");
}

int words_in(const std::vector<book::Block>& blocks) {
    const std::string text = book::plain_text(blocks);
    int count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("the planted word stands in every private part of the handbook, and in no slide and no text for the wall") {
    const book::Handbook& book = *with_planted_words();
    REQUIRE(book.documents.size() == shipped()->documents.size());
    for (const book::Document& document : book.documents) {
        INFO(document.path);
        if (document.kind != book::Kind::glossary) CHECK(words_in(document.blocks) > 1);
        for (const book::Slide& slide : document.slides) {
            INFO(slide.title);
            CHECK(words_in(slide.body) == 0);
            CHECK(words_in(slide.notes) > 6);
        }
        if (document.kind != book::Kind::exercise) continue;
        CHECK(words_in(session::wall_text(document)) == 0);
        CHECK(std::ranges::find(document.materials, word) != document.materials.end());
        for (const book::Section& section : document.sections)
            if (section.role != book::Role::wall) CHECK(words_in(book::content_of(document, section)) > 0);
    }
}

TEST_CASE("two meetings that differ in all that is private are the same on the wall, to the last byte") {
    int pictures = 0, held_back = 0;
    std::set<std::size_t> seen;
    for (int meeting = 1; meeting <= 6; ++meeting) {
        // Both shapes of projector.
        Twin twin(meeting, meeting % 2 == 0 ? 1024.0f : 1280.0f, meeting % 2 == 0 ? 768.0f : 720.0f, shipped(),
                  with_planted_words());
        fill_course(twin);
        lead(twin, true);
        CHECK(twin.same_letters());
        pictures += twin.pictures;
        held_back += twin.held_back;
        seen.insert(twin.seen.begin(), twin.seen.end());
    }
    CHECK(pictures > 500);
    CHECK(seen.size() > 300);
    CHECK(held_back > 50);
}

TEST_CASE("what is public and differs is seen: in a slide, an exercise, an aid, a title, a picture and a number") {
    struct Change {
        const char* what;
        std::function<void(book::Handbook&)> make;
    };
    const auto edit = [](const char* id, auto change) {
        return [id, change](book::Handbook& book) {
            const int at = book.find(id);
            REQUIRE(at >= 0);
            change(book.documents[static_cast<std::size_t>(at)]);
        };
    };
    const auto slide = [&](auto change) {
        return edit("presentasjon-samling-1", [change](book::Document& document) { change(document.slides.at(1)); });
    };
    const Change changes[] = {
        {"a slide's text", slide([](book::Slide& one) { one.body.front().spans.front().text += " x"; })},
        {"a slide's title", slide([](book::Slide& one) { one.title += " x"; })},
        {"a slide's picture", slide([](book::Slide& one) { one.picture = "ro.svg"; })},
        {"an exercise's text for the wall", edit("ressurstre",
                                                 [](book::Document& document) {
                                                     const book::Section* wall = document.section(book::Role::wall);
                                                     REQUIRE(wall);
                                                     document.blocks[wall->first].spans.front().text += " x";
                                                 })},
        {"an aid's question",
         edit("samlingens-temperatur", [](book::Document& document) { document.aid->values["question"] += " x"; })},
        {"an aid's length",
         edit("to-og-to-summing", [](book::Document& document) { document.aid->phases.front().seconds += 60; })},
        {"the meeting's title", [](book::Handbook& book) { book.programme.sessions.front().title += " x"; }},
    };
    for (const Change& change : changes) {
        INFO(change.what);
        auto changed = std::make_shared<book::Handbook>(*shipped());
        change.make(*changed);
        changed->revision += 1;
        Twin twin(1, 1280, 720, shipped(), changed);
        twin.hides = false;
        fill_course(twin);
        lead(twin, false);
        CHECK(twin.different > 0);
        CHECK(twin.different < twin.pictures);
    }
}

TEST_CASE("the title of a step of their own is seen") {
    Twin twin(1, 1280, 720, shipped(), shipped());
    twin.hides = false;
    twin.both(app::StoreOpened{"/data", {course_named("")}, {}, std::nullopt, {}, {}});
    twin.plain.run(app::ChangePlan{1, own_plan(twin.plain.model, 1, "Vårt eget", "", book::Leader::both)}, twin.now);
    twin.other.run(app::ChangePlan{1, own_plan(twin.other.model, 1, "Vårt andre", "", book::Leader::both)}, twin.now);
    twin.both(app::StartMeeting{course_id, 1});
    twin.look("the first step");
    CHECK(twin.different == 0);
    twin.both(app::GoToStep{2});
    twin.look("the step of their own");
    CHECK(twin.different == 1);
}

TEST_CASE("what an aid held back is seen once it is shown") {
    Twin twin(1, 1280, 720, shipped(), shipped());
    twin.hides = false;
    const book::Document& ladder = *shipped()->document("stigen");
    book::AidSpec other = *ladder.aid;
    other.lists["rungs"].front().name = word;
    twin.plain.run(app::OpenToolbox{*ladder.aid, ladder.title}, twin.now);
    twin.other.run(app::OpenToolbox{other, ladder.title}, twin.now);
    twin.look("no rung");
    CHECK(twin.different == 0);
    twin.both(app::AidForward{});
    twin.look("one rung");
    CHECK(twin.different == 1);
}
