#include "ui/views/palette_names.h"

#include <algorithm>
#include <set>

#include "app/commands.h"
#include "ui/state.h"
#include "ui/views/meeting_closing.h"
#include "ui/views/reader_parts.h"
#include "ui/windows.h"

namespace ui {
namespace {

using app::Command;
using words::Key;

constexpr int most_rows = 40;
constexpr int most_recent = 6;
constexpr std::int64_t settings_place = -1;
constexpr std::size_t least_careful = 3;  ///< letters

PaletteName named(PaletteKind kind, std::string text, std::int64_t number) {
    return {.kind = kind, .text = std::move(text), .number = number};
}

void add_documents(const app::Model& model, std::vector<PaletteName>& names) {
    for (const book::Document& document : model.handbook->documents) {
        const bool session = document.kind == book::Kind::session && document.session > 0;
        names.push_back({.kind = PaletteKind::document,
                         .text = document.title,
                         .more = session                 ? reader_meetings(model.words, {document.session})
                                 : document.code.empty() ? reader_number(document)
                                                         : document.code,
                         .path = document.path});
    }
    for (const app::Bookmark& bookmark : model.reader.bookmarks) {
        if (model.handbook->document(bookmark.document) == nullptr) continue;
        names.push_back({.kind = PaletteKind::bookmark,
                         .text = bookmark.title,
                         .path = bookmark.document,
                         .anchor = bookmark.anchor});
    }
}

void add_meetings(const app::Model& model, std::vector<PaletteName>& names) {
    if (palette_meeting_on(model)) return;
    // One that was not ended is taken up again or set aside where that is asked about: at home.
    const bool may_start = model.open_course() != nullptr && !model.unfinished && !model.run_awaited;
    for (const book::SessionInfo& session : model.handbook->programme.sessions) {
        const auto called = [&](Key key) {
            return model.words(key, {{"number", session.number}, {"title", session.title}});
        };
        names.push_back(named(PaletteKind::prepare, called(Key::palette_prepare), session.number));
        const std::string text = called(Key::palette_meeting);
        names.push_back(named(PaletteKind::rehearse, text, session.number));
        if (may_start) names.push_back(named(PaletteKind::meeting, text, session.number));
    }
}

void add_places(const app::Model& model, std::vector<PaletteName>& names) {
    const auto add = [&](Key label, app::Place place) {
        names.push_back(named(PaletteKind::place, model.words[label], static_cast<std::int64_t>(place)));
    };
    add(Key::rail_home, app::Place::home);
    add(Key::rail_handbook, app::Place::handbook);
    add(Key::rail_courses, app::Place::courses);
    add(Key::rail_meeting, app::Place::meeting);
    add(Key::rail_review, app::Place::review);
    names.push_back(named(PaletteKind::place, model.words[Key::rail_settings], settings_place));
}

/// It has something to do here and now. What turns the meeting's pages has keys of its own, and is not for a list.
bool possible(Command command, const app::Model& model) {
    const bool book = model.handbook != nullptr && !model.handbook->documents.empty();
    const bool reading = book && model.place == app::Place::handbook;
    switch (command) {
        case Command::next:
        case Command::previous:
        case Command::first:
        case Command::last:
        case Command::go_to:
        case Command::escape:
        case Command::full_screen:  // belongs to the desktop's window, which is not known here
        case Command::count_: return false;
        case Command::help: return true;
        case Command::find:
        case Command::read_aloud:
        case Command::bookmark: return reading;
        case Command::beside: return reading && app::action_of(command, model).has_value();
        case Command::find_everywhere:
        case Command::reading_list:
        case Command::compare: return book;
        case Command::overview:
        case Command::hard_moments: return palette_meeting_on(model);
        case Command::black:
        case Command::white:
        case Command::calm:
        case Command::freeze: return model.projection.visible;
        case Command::swap: return model.projection.visible && model.screens.size() > 1;
        default: return app::action_of(command, model).has_value();
    }
}

/// Touches the meeting, the wall or the register: not to be done because of a slip of the finger.
bool careful(const PaletteName& name) {
    if (name.kind == PaletteKind::meeting) return true;
    if (name.kind != PaletteKind::command) return false;
    switch (static_cast<Command>(name.number)) {
        case Command::black:
        case Command::white:
        case Command::calm:
        case Command::freeze:
        case Command::release:
        case Command::swap:
        case Command::clock:
        case Command::minute_more:
        case Command::minute_less:
        case Command::project:
        case Command::zoom:
        case Command::pointer:
        case Command::aid_toggle:
        case Command::aid_forward:
        case Command::undo:
        case Command::redo:
        case Command::rest_present:
        case Command::end_meeting: return true;
        default: return false;
    }
}

/// Every word of the query begins a word of the name, as it is spelled.
bool spelled(const PaletteName& name, std::string_view query) {
    constexpr std::size_t most_words = 40;
    const std::vector<std::string> has = book::words_of(name.text, most_words);
    const std::vector<std::string> asked = book::words_of(query, most_words);
    return std::all_of(asked.begin(), asked.end(), [&](const std::string& word) {
        return std::any_of(has.begin(), has.end(), [&](const std::string& other) { return other.starts_with(word); });
    });
}

void rank_by_query(PaletteState& palette) {
    std::vector<book::FoundName> found = palette.index.find(palette.query, 2 * most_rows);
    std::stable_sort(found.begin(), found.end(), [&](const book::FoundName& a, const book::FoundName& b) {
        const PaletteKind one = palette.names[static_cast<std::size_t>(a.index)].kind;
        const PaletteKind other = palette.names[static_cast<std::size_t>(b.index)].kind;
        return a.score != b.score ? a.score > b.score : one < other;
    });
    for (book::FoundName& each : found) {
        if (palette.rows.size() >= most_rows) break;
        const PaletteName& name = palette.names[static_cast<std::size_t>(each.index)];
        if (careful(name) && (palette.query.size() < least_careful || !spelled(name, palette.query))) continue;
        palette.rows.push_back({each.index, std::move(each.marks), std::move(each.more_marks), false});
    }
}

void rank_without_query(const app::Model& model, PaletteState& palette) {
    const app::Reader& reader = model.reader;
    std::vector<std::string> read;
    std::set<std::string> seen;
    const auto add = [&](const std::string& path) {
        if (read.size() < most_recent && seen.insert(path).second) read.push_back(path);
    };
    if (model.place == app::Place::handbook)
        seen.insert(reader.here.document);  // it is on the screen
    else
        add(reader.here.document);
    for (auto visit = reader.back.rbegin(); visit != reader.back.rend(); ++visit) add(visit->document);
    for (const auto& [path, share] : reader.stopped_at) add(path);
    for (const std::string& path : read) {
        const auto name = std::find_if(palette.names.begin(), palette.names.end(), [&](const PaletteName& n) {
            return n.kind == PaletteKind::document && n.path == path;
        });
        if (name != palette.names.end())
            palette.rows.push_back({static_cast<int>(name - palette.names.begin()), {}, {}, true});
    }
    for (std::size_t i = 0; i < palette.names.size(); ++i)
        if (palette.names[i].kind == PaletteKind::place) palette.rows.push_back({static_cast<int>(i), {}, {}, false});
}

void rank(const app::Model& model, PaletteState& palette) {
    palette.ranked = palette.query;
    palette.rows.clear();
    palette.chosen = 0;
    palette.show_chosen = true;
    if (book::words_of(palette.query, 1).empty())
        rank_without_query(model, palette);
    else
        rank_by_query(palette);
}

}  // namespace

bool palette_meeting_on(const app::Model& model) {
    if (!model.run) return false;
    const session::Phase phase = model.run->state.phase;
    return phase == session::Phase::running || phase == session::Phase::paused;
}

std::string_view palette_keys(const PaletteName& name) {
    return name.kind == PaletteKind::command ? app::info(static_cast<Command>(name.number)).keys : std::string_view();
}

void gather_palette(const app::Model& model, PaletteState& palette) {
    palette.names.clear();
    palette.query.clear();
    palette.handbook = model.handbook.get();
    if (model.handbook != nullptr) {
        add_documents(model, palette.names);
        add_meetings(model, palette.names);
    }
    for (const course::Course& course : model.courses)
        palette.names.push_back(named(PaletteKind::course, course.title, course.id));
    add_places(model, palette.names);
    for (const app::CommandInfo& info : app::commands())
        if (possible(info.command, model))
            palette.names.push_back(
                named(PaletteKind::command, model.words[info.label], static_cast<std::int64_t>(info.command)));
    std::vector<book::Name> texts;
    texts.reserve(palette.names.size());
    for (const PaletteName& name : palette.names) texts.push_back({name.text, name.more});
    palette.index = book::Names(texts);
    rank(model, palette);
}

void rank_palette(const app::Model& model, PaletteState& palette) {
    if (palette.handbook != model.handbook.get()) {
        const std::string query = palette.query;
        gather_palette(model, palette);
        palette.query = query;
    }
    if (palette.query != palette.ranked) rank(model, palette);
}

void go_to(const PaletteName& name, const app::Model& model, Context& context) {
    State& state = *context.state;
    switch (name.kind) {
        case PaletteKind::document:
        case PaletteKind::bookmark: context.say(app::OpenDocument{name.path, name.anchor}); return;
        case PaletteKind::place:
            if (name.number == settings_place)
                state.settings_open = true;
            else
                context.say(app::GoTo{static_cast<app::Place>(name.number)});
            return;
        case PaletteKind::course:
            context.say(app::OpenCourse{name.number});
            context.say(app::GoTo{app::Place::courses});
            return;
        case PaletteKind::prepare:
            // The page after a meeting gives way, with what was typed on it kept.
            if (model.run) {
                if (auto line = unsaid_line(closing_state(context), model)) context.say(std::move(*line));
                context.say(app::LeaveMeeting{});
            }
            context.say(app::PrepareMeeting{static_cast<int>(name.number)});
            return;
        case PaletteKind::rehearse: context.say(app::Rehearse{static_cast<int>(name.number)}); return;
        case PaletteKind::meeting: context.say(app::StartMeeting{model.course, static_cast<int>(name.number)}); return;
        case PaletteKind::command: break;
    }
    const auto command = static_cast<Command>(name.number);
    if (!possible(command, model)) return;  // it was, when the palette was opened
    if (command == Command::end_meeting || command == Command::overview || command == Command::hard_moments)
        context.say(app::GoTo{app::Place::meeting});
    if (command == Command::reading_list || command == Command::compare) context.say(app::GoTo{app::Place::handbook});
    if (command == Command::end_meeting) {
        state.meeting.end_dialog = true;  // asks first, as its button does
        return;
    }
    if (auto action = app::action_of(command, model)) context.say(std::move(*action));
    perform(command, state, model);
}

}  // namespace ui
