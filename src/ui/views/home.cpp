// Home: what to do now, in one glance.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/places.h"

namespace ui {
namespace {

using words::Key;

/// A picture that fills its box like CSS "cover", with round corners on the right side only when it ends a card.
void cover(Context& context, std::string_view name, ImVec2 min, ImVec2 max, ImDrawFlags corners) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float round = context.px(radius);
    const Texture texture = name.empty() ? Texture{} : context.pictures->texture(name);
    if (texture.width <= 0) {
        list.AddRectFilled(min, max, context.palette.primary_soft, round, corners);
        return;
    }
    const float box = (max.x - min.x) / (max.y - min.y);
    const float own = static_cast<float>(texture.width) / static_cast<float>(texture.height);
    ImVec2 from{0, 0};
    ImVec2 to{1, 1};
    if (own > box) {
        from.x = (1 - box / own) / 2;
        to.x = 1 - from.x;
    } else {
        from.y = (1 - own / box) / 2;
        to.y = 1 - from.y;
    }
    list.AddImageRounded(texture.id, min, max, from, to, IM_COL32_WHITE, round, corners);
}

std::string greeting(const app::Model& model) {
    const int hour = model.local_now().time.hour;
    return model.words[hour < 11 ? Key::home_good_morning : hour < 17 ? Key::home_good_day : Key::home_good_evening];
}

const book::SessionInfo* session_info(const app::Model& model, int number) {
    if (!model.handbook) return nullptr;
    for (const book::SessionInfo& info : model.handbook->programme.sessions)
        if (info.number == number) return &info;
    return nullptr;
}

int meetings_of(const app::Model& model) {
    return model.handbook && !model.handbook->programme.sessions.empty()
               ? static_cast<int>(model.handbook->programme.sessions.size())
               : 6;
}

int next_meeting(const app::Model& model) {
    const course::Course* course = model.open_course();
    if (course == nullptr) return 0;
    int next = course::meeting_on_or_after(*course, model.local_now().date);
    const auto held = [&](int number) {
        return std::ranges::find(model.records.held, number) != model.records.held.end();
    };
    while (next > 0 && held(next)) next = next < static_cast<int>(course->dates.size()) ? next + 1 : 0;
    return next;
}

std::string heading(const app::Model& model) {
    const course::Course* course = model.open_course();
    if (course == nullptr) return model.words[Key::home_welcome];
    const int next = next_meeting(model);
    if (next == 0) return model.words(Key::home_finished, {{"greeting", greeting(model)}});
    const base::Date date = course->dates[static_cast<std::size_t>(next - 1)];
    if (date == model.local_now().date)
        return model.words(Key::home_today, {{"greeting", greeting(model)}, {"n", next}});
    return model.words(Key::home_next, {{"greeting", greeting(model)}, {"n", next}, {"day", model.words.day(date)}});
}

/// The card on top: the meeting to hold, or the three ways to begin.
void hero_meeting(const app::Model& model, Context& context, const course::Course& course, int number, float inner) {
    const book::SessionInfo* info = session_info(model, number);
    chip(context, model.words(Key::home_meeting_of, {{"n", number}, {"total", meetings_of(model)}}));
    gap(context, 16);
    text(context, info != nullptr ? info->title : model.words(Key::meeting_number, {{"n", number}}),
         {.size = text_title, .face = book::Face::bold, .wrap = inner, .line = 1.25f});
    gap(context, 12);
    const int minutes = info != nullptr ? info->minutes : 0;
    const int end = course.starts.hour * 60 + course.starts.minute + minutes;
    const base::TimeOfDay until{end / 60 % 24, end % 60};
    const std::string when =
        course.place.empty()
            ? model.words(Key::home_when, {{"from", base::to_text(course.starts)}, {"to", base::to_text(until)}})
            : model.words(
                  Key::home_when_where,
                  {{"from", base::to_text(course.starts)}, {"to", base::to_text(until)}, {"place", course.place}});
    text(context, when, {.colour = context.palette.muted, .wrap = inner});
    gap(context, 24);
    const bool running = model.run && !model.run->rehearsal;
    const std::string label = running ? model.words[Key::home_go_on] : model.words(Key::home_start, {{"n", number}});
    if (button(context, "home-start", label, {.kind = ButtonKind::primary})) {
        if (running)
            context.say(app::GoTo{app::Place::meeting});
        else
            context.say(app::StartMeeting{course.id, number});
    }
    if (!running) {
        const ButtonOptions ghost{.kind = ButtonKind::ghost};
        flow(context, button_size(context, model.words[Key::before_open], ghost).x);
        if (button(context, "home-prepare", model.words[Key::before_open], ghost))
            context.say(app::PrepareMeeting{number});
    }
    flow(context, button_size(context, model.words[Key::home_rehearse]).x);
    if (button(context, "home-rehearse", model.words[Key::home_rehearse])) context.say(app::Rehearse{number});
    if (info != nullptr) {
        gap(context, 20);
        divider(context);
        gap(context, 16);
        if (button(context, "home-open-meeting", model.words[Key::home_open_meeting], {.small = true}))
            context.say(app::OpenDocument{info->document, {}});
    }
}

void hero_welcome(const app::Model& model, Context& context, float inner) {
    gap(context, 32);  // in the middle of the card, beside the picture
    text(context, model.words[Key::home_welcome_text], {.size = 18, .wrap = inner, .line = 1.5f});
    gap(context, 28);
    if (button(context, "home-read", model.words[Key::home_read_book], {.kind = ButtonKind::primary}))
        context.say(app::GoTo{app::Place::handbook});
    flow(context, button_size(context, model.words[Key::home_plan_course]).x);
    if (button(context, "home-plan", model.words[Key::home_plan_course], {.kind = ButtonKind::ghost}))
        context.say(app::GoTo{app::Place::courses});
    flow(context, button_size(context, model.words[Key::home_rehearse_first]).x);
    if (button(context, "home-rehearse", model.words[Key::home_rehearse_first])) context.say(app::Rehearse{1});
}

/// What to bring: the meeting's own "Utstyr", as it stands in the handbook.
void bring(const app::Model& model, Context& context, int number, float inner) {
    text(context, model.words[Key::home_bring], {.size = text_large, .face = book::Face::semibold});
    gap(context, 12);
    const book::Document* document = model.handbook ? model.handbook->session(number) : nullptr;
    const book::Section* section = document != nullptr ? document->section(book::Role::equipment) : nullptr;
    if (section == nullptr) return;
    // The list items, one a line: a card has room for a list, not for a page.
    const float sign = context.px(18);
    int shown = 0;
    for (std::size_t i = section->first; i < section->end && shown < 8; ++i) {
        if (document->blocks[i].type != book::BlockType::list) continue;
        for (const book::Block& item : document->blocks[i].children) {
            if (shown++ == 8) break;
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::GetWindowDrawList()->AddCircleFilled({at.x + context.px(5), at.y + context.px(11)}, context.px(3),
                                                        context.palette.primary);
            ImGui::SetCursorScreenPos({at.x + sign, at.y});
            std::string line =
                item.children.empty() ? book::plain_text(item.spans) : book::plain_text({item.children.front()});
            if (const auto end = line.find('\n'); end != std::string::npos) line.resize(end);
            text(context, line, {.size = 15, .wrap = inner - sign});
            ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
            gap(context, 6);
        }
    }
}

void card_reading(const app::Model& model, Context& context, float inner) {
    text(context, model.words[Key::home_read_book], {.size = text_large, .face = book::Face::semibold, .wrap = inner});
    gap(context, 6);
    int chapters = 0;
    int read = 0;
    const book::Document* first = nullptr;
    if (model.handbook) {
        for (const book::Document& document : model.handbook->documents) {
            if (document.kind != book::Kind::chapter && document.kind != book::Kind::theme) continue;
            if (first == nullptr) first = &document;
            ++chapters;
            const auto who = model.reader.read.find(document.path);
            const std::uint8_t now = model.settings.reading;
            read += who != model.reader.read.end() && (who->second & now) == now ? 1 : 0;
        }
    }
    const book::Document* here = model.handbook ? model.handbook->document(model.reader.here.document) : nullptr;
    const auto name = [](const book::Document& document) {
        const std::string number = book::number_of(document);
        return number.empty() ? document.title : number + " " + document.title;
    };
    if (here != nullptr)
        text(context, model.words(Key::home_continue, {{"title", name(*here)}}),
             {.colour = context.palette.muted, .wrap = inner});
    else if (first != nullptr)
        text(context, model.words(Key::home_begin_reading, {{"title", name(*first)}}),
             {.colour = context.palette.muted, .wrap = inner});
    gap(context, 14);
    progress(context, chapters > 0 ? static_cast<float>(read) / static_cast<float>(chapters) : 0, inner);
    gap(context, 8);
    text(context, model.words(Key::home_read_count, {{"n", read}, {"total", chapters}}),
         {.size = text_small, .colour = context.palette.muted});
    gap(context, 14);
    if (button(context, "home-continue", model.words[Key::home_read_book], {.kind = ButtonKind::ghost, .small = true}))
        context.say(app::GoTo{app::Place::handbook});
    if (!model.handbook) return;
    flow(context, button_size(context, model.words[Key::reader_list], {.small = true}).x, 8);
    if (button(context, "home-reading-list", model.words[Key::reader_list], {.small = true}))
        context.state->reader.around.list_open = true;
}

void card_course(const app::Model& model, Context& context, const course::Course& course, float inner) {
    text(context, course.title, {.size = text_large, .face = book::Face::semibold, .wrap = inner});
    gap(context, 6);
    const int total = static_cast<int>(course.dates.size());
    const int held = static_cast<int>(std::set<int>(model.records.held.begin(), model.records.held.end()).size());
    text(context, model.words(Key::home_course_count, {{"held", held}, {"left", std::max(0, total - held)}}),
         {.colour = context.palette.muted, .wrap = inner});
    gap(context, 14);
    const float side = std::min(context.px(34), (inner - context.px(8) * static_cast<float>(total - 1)) /
                                                    static_cast<float>(std::max(1, total)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const int next = next_meeting(model);
    for (int i = 0; i < total; ++i) {
        const ImVec2 middle{at.x + side / 2 + static_cast<float>(i) * (side + context.px(8)), at.y + side / 2};
        const bool done = std::ranges::find(model.records.held, i + 1) != model.records.held.end();
        const TextStyle style{.size = 14,
                              .face = book::Face::semibold,
                              .colour = done            ? context.palette.on_primary
                                        : i + 1 == next ? context.palette.on_amber
                                                        : context.palette.muted,
                              .line = 1};
        if (done)
            list.AddCircleFilled(middle, side / 2, context.palette.primary);
        else if (i + 1 == next)
            list.AddCircleFilled(middle, side / 2, context.palette.amber);
        else
            list.AddCircle(middle, side / 2 - 1, context.palette.edge, 0, std::max(1.0f, 1.4f * context.scale));
        const std::string number = std::to_string(i + 1);
        const ImVec2 size = text_size(context, number, style);
        text_at(context, {middle.x - size.x / 2, middle.y - size.y / 2}, number, style);
    }
    ImGui::Dummy({inner, side});
    gap(context, 16);
    if (button(context, "home-course", model.words[Key::home_open_course], {.kind = ButtonKind::ghost, .small = true}))
        context.say(app::GoTo{app::Place::courses});
}

void card_review(const app::Model& model, Context& context, float inner) {
    text(context, model.words[Key::review_title], {.size = text_large, .face = book::Face::semibold, .wrap = inner});
    gap(context, 6);
    text(context, model.words[Key::home_review_text], {.colour = context.palette.muted, .wrap = inner});
}

/// Once for each run that is offered: it takes reading the plan.
void find_unfinished_step(const app::Model& model, const app::Unfinished& left, MeetingState& state) {
    int step = 0;
    for (const session::LoggedEvent& event : left.log) {
        if (const auto* went = std::get_if<session::Went>(&event.event)) step = went->step;
        state.unfinished_since = event.at;
    }
    state.unfinished_step = model.words(Key::meeting_number, {{"n", left.meeting}});
    if (!model.handbook) return;
    const session::Plan plan = session::make_plan(*model.handbook, left.meeting);
    if (step >= 0 && step < static_cast<int>(plan.steps.size()))
        state.unfinished_step = plan.steps[static_cast<std::size_t>(step)].title;
}

/// What needs an answer before anything else: a register that would not open, a meeting that was not ended.
void urgent(const app::Model& model, Context& context, float width) {
    if (model.store.phase == app::StorePhase::failed && model.store.error) {
        callout(context, "home-store", width, true, [&](float inner) {
            text(context, model.words[Key::home_store_title],
                 {.size = text_large, .face = book::Face::semibold, .colour = context.palette.on_amber_soft});
            gap(context, 4);
            text(context, model.words.sentence(*model.store.error),
                 {.colour = context.palette.on_amber_soft, .wrap = inner});
            gap(context, 14);
            for (std::size_t i = 0; i < model.store.backups.size() && i < 3; ++i) {
                const std::string label = model.words(Key::home_store_backup, {{"name", model.store.backups[i]}});
                if (i > 0) flow(context, button_size(context, label, {.small = true}).x, 8);
                ImGui::PushID(static_cast<int>(i));
                if (button(context, "home-restore", label,
                           {.kind = i == 0 ? ButtonKind::primary : ButtonKind::quiet, .small = true}))
                    context.say(app::RestoreChosen{model.store.backups[i]});
                ImGui::PopID();
            }
            if (!model.store.backups.empty())
                flow(context, button_size(context, model.words[Key::home_store_go_on], {.small = true}).x, 8);
            if (button(context, "home-without", model.words[Key::home_store_go_on], {.small = true}))
                context.say(app::ContinueWithoutStore{});
        });
        gap(context, 24);
    }
    if (model.unfinished) {
        callout(context, "home-unfinished", width, true, [&](float inner) {
            const app::Unfinished& left = *model.unfinished;
            text(context, model.words(Key::home_unfinished, {{"n", left.meeting}}),
                 {.size = text_large, .face = book::Face::semibold, .colour = context.palette.on_amber_soft});
            gap(context, 4);
            MeetingState& state = context.state->meeting;
            if (state.unfinished != left.id) {
                state.unfinished = left.id;
                find_unfinished_step(model, left, state);
            }
            text(context,
                 model.words(Key::home_unfinished_text,
                             {{"step", state.unfinished_step},
                              {"time", base::to_text(base::local(state.unfinished_since, model.zone).time)}}),
                 {.colour = context.palette.on_amber_soft, .wrap = inner});
            gap(context, 14);
            if (button(context, "home-resume", model.words[Key::home_resume], {.kind = ButtonKind::primary}))
                context.say(app::ResumeMeeting{});
            flow(context, button_size(context, model.words[Key::home_set_aside]).x, 8);
            if (button(context, "home-set-aside", model.words[Key::home_set_aside]))
                context.say(app::SetAsideMeeting{});
        });
        gap(context, 24);
    }
}

}  // namespace

void draw_home(const app::Model& model, Context& context) {
    const ImVec2 area = ImGui::GetContentRegionAvail();
    scroll_area(context, "home", area, [&] {
        const float margin = context.px(area.x < context.px(700) ? 24 : 48);
        const float width = std::min(area.x - 2 * margin, context.px(1240));
        const ImVec2 start = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({start.x + margin, start.y + context.px(40)});
        ImGui::BeginGroup();
        ImGuiWindow& window = *ImGui::GetCurrentWindow();
        window.WorkRect.Max.x = start.x + margin + width;
        window.ContentRegionRect.Max.x = window.WorkRect.Max.x;

        std::string today = model.words.day(model.local_now().date);
        if (model.words.language() != words::Language::en && !today.empty() && today[0] >= 'a' && today[0] <= 'z')
            today[0] = static_cast<char>(today[0] - 32);
        text(context, today, {.colour = context.palette.muted});
        text(context, heading(model), {.size = text_display, .face = book::Face::bold, .wrap = width, .line = 1.25f});
        gap(context, 28);
        urgent(model, context, width);

        const course::Course* course = model.open_course();
        const int next = next_meeting(model);
        const bool wide = width >= context.px(760);
        const float between = context.px(24);
        const float side_width = wide && next > 0 ? std::round(width * 0.32f) : 0;
        const float hero_width = wide && next > 0 ? width - side_width - between : width;
        const bool picture = hero_width >= context.px(560);
        const float picture_width = picture ? std::min(context.px(272), hero_width * 0.38f) : 0;
        const ImVec2 top = ImGui::GetCursorScreenPos();
        const float hero_height = course != nullptr && next > 0 ? 352.0f : 264.0f;
        card(
            context, "hero", hero_width,
            [&](float) {
                const float room = hero_width - 2 * context.px(32) - picture_width;
                const ImRect work = window.WorkRect;
                window.WorkRect.Max.x = ImGui::GetCursorScreenPos().x + room;
                if (course != nullptr && next > 0)
                    hero_meeting(model, context, *course, next, room);
                else
                    hero_welcome(model, context, room);
                window.WorkRect = work;
            },
            context.px(hero_height), 32);
        const ImVec2 hero_end = ImGui::GetItemRectMax();
        if (picture) {
            const book::SessionInfo* info = session_info(model, next > 0 ? next : 1);
            const float line = std::max(1.0f, context.scale);
            cover(context, info != nullptr ? std::string_view(info->picture) : std::string_view{},
                  {hero_end.x - picture_width, top.y + line}, {hero_end.x - line, hero_end.y - line},
                  ImDrawFlags_RoundCornersRight);
        }
        if (next > 0) {
            if (wide)
                ImGui::SetCursorScreenPos({top.x + hero_width + between, top.y});
            else
                gap(context, 24);
            card(
                context, "bring", wide ? side_width : width, [&](float inner) { bring(model, context, next, inner); },
                wide ? hero_end.y - top.y : 0);
            if (wide) {
                ImGui::SetCursorScreenPos({top.x, std::max(hero_end.y, ImGui::GetItemRectMax().y)});
                ImGui::Dummy({0, 0});
            }
        }
        gap(context, 24);

        const int columns = width >= context.px(900) ? 3 : width >= context.px(600) ? 2 : 1;
        const float each = (width - between * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        ImVec2 at = ImGui::GetCursorScreenPos();
        const float left = at.x;
        int column = 0;
        float lowest = at.y;
        const auto place = [&](const char* id, const std::function<void(float)>& content) {
            ImGui::SetCursorScreenPos(at);
            card(context, id, each, content, columns > 1 ? context.px(212) : 0);
            lowest = std::max(lowest, ImGui::GetItemRectMax().y);
            at.x += each + between;
            if (++column == columns) {
                column = 0;
                at = {left, lowest + between};
            }
        };
        place("reading", [&](float inner) { card_reading(model, context, inner); });
        if (course != nullptr) place("course", [&](float inner) { card_course(model, context, *course, inner); });
        place("review", [&](float inner) { card_review(model, context, inner); });
        ImGui::SetCursorScreenPos({left, lowest + context.px(40)});
        ImGui::Dummy({1, 1});
        ImGui::EndGroup();
    });
}

void draw_review(const app::Model& model, Context& context) {
    const ImVec2 area = ImGui::GetContentRegionAvail();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float margin = context.px(48);
    const float width = std::min(area.x - 2 * margin, context.px(640));
    ImGui::SetCursorScreenPos({start.x + margin, start.y + context.px(40)});
    ImGui::BeginGroup();
    text(context, model.words[Key::review_title], {.size = text_display, .face = book::Face::bold, .line = 1.25f});
    gap(context, 20);
    text(context, model.words[Key::review_text], {.size = 18, .wrap = width, .line = 1.55f});
    gap(context, 12);
    text(context, model.words[Key::review_meanwhile],
         {.size = 18, .colour = context.palette.muted, .wrap = width, .line = 1.55f});
    gap(context, 24);
    if (button(context, "review-read", model.words[Key::home_read_book], {.kind = ButtonKind::primary}))
        context.say(app::GoTo{app::Place::handbook});
    ImGui::EndGroup();
}

}  // namespace ui
