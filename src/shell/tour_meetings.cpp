// The acts of the tour that run meetings and take feedback.
#include <algorithm>

#include "base/text.h"
#include "session/machine.h"
#include "shell/tour_script.h"

namespace shell {
namespace {

using app::KeyName;
using app::KeyPress;
using base::Minutes;
using base::Seconds;

constexpr base::TimeOfDay ten{10, 0};

KeyPress on(KeyName key) {
    return {.key = key};
}

std::string name_of(const session::Step& step, int cue) {
    // File names without letters that some systems write in two ways.
    const std::string slug = base::slug(step.title);
    std::string name;
    for (std::size_t at = 0; at < slug.size();) {
        switch (const char32_t letter = base::next_code_point(slug, at); letter) {
            case U'æ': name += "ae"; break;
            case U'ø': name += 'o'; break;
            case U'å': name += 'a'; break;
            default:
                if (letter < 0x80) name += static_cast<char>(letter);
        }
    }
    return name + "-" + std::to_string(cue + 1);
}

/// Minutes for each picture of a step, so that the meeting keeps its time.
base::Milliseconds share(const session::Step& step) {
    return base::Milliseconds(Minutes(step.minutes)) / static_cast<int>(step.cues.size());
}

const session::Step& step_now(const Stage& stage) {
    const app::Run& run = *stage.model().run;
    return run.plan.steps[static_cast<std::size_t>(run.state.step)];
}

std::int64_t course_of(const Stage& stage) {
    return stage.model().courses.empty() ? 0 : stage.model().courses.front().id;
}

void mark(Stage& stage, int meeting, std::initializer_list<std::pair<int, course::Mark>> marks) {
    for (const auto& [participant, what] : marks) stage.act(app::MarkAttendance{participant, meeting, what});
    stage.act(app::MarkRestPresent{meeting});
}

/// What is filled in with the room is filled in a little, with the handbook's own example.
void use_aid(Stage& stage) {
    if (!stage.model().aid || session::has_clock(stage.model().aid->aid)) return;
    if (std::holds_alternative<session::Reveal>(stage.model().aid->aid)) stage.act(app::AidSwitch{true});
    for (int i = 0; i < 2; ++i) stage.act(app::AidForward{});
    if (const auto* scale = std::get_if<session::Scale>(&stage.model().aid->aid); scale != nullptr) {
        for (const int value : {4, 6, 6, 7, 8, 8, 9}) stage.act(app::AidHand{value, 1});
        stage.act(app::AidShowCounts{true});
    }
    if (const auto* board = std::get_if<session::Board>(&stage.model().aid->aid)) {
        if (board->sorting) {
            for (int card = 0; card < 5; ++card)
                stage.act(app::AidPlace{card, card % static_cast<int>(board->columns.size())});
        } else {
            stage.act(app::AidWrite{0, "Vi lytter ferdig"});
            stage.act(app::AidWrite{0, "Det er lov å si pass"});
        }
    }
    if (const auto* values = std::get_if<session::Values>(&stage.model().aid->aid);
        values != nullptr && values->shape == session::Values::Shape::compass) {
        for (const int item : {2, 5, 7}) stage.act(app::AidPlace{item, 0});
        stage.act(app::AidForward{});
    }
}

/// The meeting takes longer than it should: the program proposes, a leader says yes.
void be_late(Stage& stage) {
    stage.pass(Minutes(26));
    stage.picture("for-sent", "Samlingen er for sen; programmet foreslår hvordan den kan slutte i tide.");
    stage.act(app::CatchUpNow{});
    stage.picture("forslaget-brukt", "Forslaget er brukt. Angre tar det tilbake.");
}

/// One picture in the middle of each cue, the leaders' window too where a step begins. `late_at`: the step that takes
/// too long, or -1.
void walk(Stage& stage, int late_at = -1) {
    while (stage.model().run && session::after(stage.model().run->plan, stage.model().run->state)) {
        stage.key(on(KeyName::page_down));
        const int cue = stage.model().run->state.cue;
        const session::Step& step = step_now(stage);
        const bool aid = stage.model().aid.has_value();
        const base::Milliseconds all = share(step);
        const base::Milliseconds looked = std::min<base::Milliseconds>(all / 2, Seconds(aid ? 47 : 20));
        stage.pass(looked);
        const std::string name = name_of(step, cue), text = step.title + ".";
        if (aid) use_aid(stage);
        if (cue == 0 || aid) {
            stage.picture(name, text);
        } else {
            stage.wall_picture(name, text);
        }
        if (stage.model().aid) stage.act(app::AidForward{});
        stage.pass(all - looked);
        if (cue == 0 && stage.model().run->state.step == late_at) be_late(stage);
    }
}

}  // namespace

void play_first_meeting(Stage& stage) {
    stage.set_clock({2026, 3, 4}, {9, 46});
    stage.act(app::GoTo{app::Place::home});
    stage.picture("hjem-for-samlingen", "Et kvarter før den første samlingen.");
    stage.act(app::StartMeeting{course_of(stage), 1});
    stage.picture("samling-begynt", "Samlingen er åpnet; ingenting er på veggen.");
    stage.key(on(KeyName::f5));
    stage.pass(Seconds(5));
    stage.picture("pa-veggen", "F5: romskjermen viser det rommet skal se.");
    stage.set_clock({2026, 3, 4}, {10, 2});
    stage.act(app::CorrectStart{ten});
    stage.picture("startet-klokka-ti", "Starten er rettet til klokka ti.");
    mark(stage, 1, {{3, course::Mark::late}, {7, course::Mark::excused}});
    stage.picture("oppmote", "Oppmøtet er ført: én kom sent, én har meldt fravær.");
    stage.key(on(KeyName::b));
    stage.picture("svart", "B: veggen er svart, kurslederne ser alt.");
    stage.key(on(KeyName::b));
    stage.key(on(KeyName::w));
    stage.picture("hvit", "W: veggen er hvit.");
    stage.key(on(KeyName::w));
    stage.key(on(KeyName::c));
    stage.picture("rolig-bilde", "C: et rolig bilde på veggen.");
    stage.key(on(KeyName::c));
    stage.key(on(KeyName::f));
    stage.key(on(KeyName::page_down));
    stage.picture("frosset", "F: veggen står stille mens kurslederne ser framover.");
    stage.key(on(KeyName::f));
    stage.act(app::AddMinutes{1});
    stage.key(on(KeyName::t));
    stage.picture("klokka-star", "Klokka er stilt på pause, og steget har fått et minutt til.");
    stage.key(on(KeyName::t));
    stage.key(on(KeyName::l));
    stage.act(app::PointAt{{0.3f, 0.4f}});
    stage.picture("peker", "L: en peker på veggen.");
    stage.key(on(KeyName::z));
    stage.picture("forstorret", "Z: veggen er forstørret rundt pekeren.");
    stage.key(on(KeyName::z));
    stage.key(on(KeyName::l));
    stage.key(on(KeyName::v));
    stage.picture("nar-det-blir-vanskelig", "V: hjelpekortet, bare på kursledernes skjerm.");
    stage.press("dialog-close");
    stage.key(on(KeyName::o));
    stage.picture("oversikt", "O: hele planen.");
    stage.press("dialog-close");
    walk(stage);

    stage.act(app::OpenToolbox{{.type = "breathing", .values = {{"in", "4"}, {"out", "6"}}, .phases = {}},
                               "Åndedrettsanker"});
    stage.act(app::ToggleAid{});
    stage.pass(base::Milliseconds(3000));
    stage.picture("verktoykasse-pust", "Fra verktøykassa: pusten.");
    stage.act(app::CloseAid{});
    stage.act(app::OpenToolbox{{.type = "scale",
                                .values = {{"question", "Hvor er du på linja akkurat nå?"},
                                           {"low", "Så lite som mulig"},
                                           {"high", "Så mye som mulig"}},
                                .phases = {}},
                               "Skala 0–10"});
    for (const int value : {4, 5, 5, 6, 6, 6, 7, 7, 8, 9}) stage.act(app::AidHand{value, 1});
    stage.act(app::AidShowCounts{true});
    stage.picture("verktoykasse-skala", "Fra verktøykassa: linja fra null til ti, med hender.");
    stage.act(app::CloseAid{});
    stage.act(app::SetLightWall{true});
    stage.act(app::GoToStep{1});
    stage.picture("lys-vegg", "Lys vegg, for dagslys i rommet.");
    stage.act(app::SetLightWall{false});
    stage.act(app::LastStep{});
}

void play_feedback(Stage& stage) {
    stage.act(app::EndMeeting{});
    stage.picture("samling-slutt", "Samlingen er avsluttet.");
    stage.act(app::OpenRound{1});
    const app::Model& model = stage.model();
    const book::Document* const form = model.handbook->document(model.handbook->programme.form_after_meeting);
    if (form == nullptr || form->questions.empty()) return;
    stage.act(app::ShowQuestion{1, 0});
    stage.picture("sporsmal-pa-veggen", "Et spørsmål på veggen, til håndsopprekning.");
    stage.act(app::CloseAid{});
    stage.act(app::CountHands{1, form->questions[0].id, {0, 0, 0, 0, 0, 0, 1, 1, 2, 0, 0}});
    stage.key(on(KeyName::escape));
    stage.act(app::StopProjecting{});
    stage.act(app::EnterKiosk{1});
    stage.picture("kiosk", "Deltakerne svarer selv på PC-en, uten navn.");
    constexpr int answers[][3] = {{7, 8, 6}, {9, 9, 7}, {8, 10, 5}, {6, 7, 6}, {10, 9, 8}, {8, 8, 7}};
    bool first = true;
    for (const auto& person : answers) {
        for (std::size_t i = 0; i < std::min<std::size_t>(3, form->questions.size()); ++i) {
            stage.act(app::KioskAnswer{form->questions[i].id, person[i]});
        }
        if (first) stage.picture("kiosk-besvart", "Svarene til én, før de sendes.");
        stage.act(app::KioskSend{});
        if (first) stage.picture("kiosk-takk", "Takk; neste får et tomt skjema.");
        first = false;
        stage.act(app::KioskNextPerson{});
    }
    stage.act(app::LeaveKiosk{});
    stage.act(app::GoTo{app::Place::courses});
    stage.press("course-tab/1");
    stage.picture("tilbakemelding-apen", "Runden er åpen, så ingenting vises ennå.");
    stage.act(app::CloseRound{1});
    stage.picture("tilbakemelding", "Runden er lukket: tallene kommer fram, i grupper.");
    stage.press("course-tab/0");
    stage.act(app::LeaveMeeting{});
}

void play_the_rest(Stage& stage) {
    const base::Date first{2026, 3, 4};
    for (int meeting = 2; meeting <= 6; ++meeting) {
        stage.set_clock(base::add_days(first, 7 * (meeting - 1)), ten);
        stage.act(app::StartMeeting{course_of(stage), meeting});
        if (!stage.model().run) return;
        switch (meeting) {
            case 2: mark(stage, 2, {{4, course::Mark::absent}}); break;
            case 3: mark(stage, 3, {{3, course::Mark::late}, {8, course::Mark::excused}}); break;
            case 4: mark(stage, 4, {{4, course::Mark::excused}, {9, course::Mark::late}}); break;
            case 5: mark(stage, 5, {{10, course::Mark::absent}}); break;
            default: mark(stage, 6, {}); break;
        }
        stage.key(on(KeyName::f5));
        stage.picture("samling-" + std::to_string(meeting), "Samling " + std::to_string(meeting) + " begynner.");
        walk(stage, meeting == 3 ? 4 : -1);
        stage.act(app::StopProjecting{});
        stage.act(app::EndMeeting{});
        stage.act(app::LeaveMeeting{});
    }
    stage.act(app::GoTo{app::Place::courses});
    stage.picture("kurset-er-ferdig", "Oversikten over alle seks samlingene.");
    stage.act(app::GoTo{app::Place::home});
    stage.picture("hjem-etter-kurset", "Hjem, når kurset er ferdig.");
}

}  // namespace shell
