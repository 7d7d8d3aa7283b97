#include "app/wall_pictures.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>

#include "app/digest.h"
#include "app/model.h"
#include "session/plan.h"

namespace app {
namespace {

constexpr int people = 11;  // an uneven number: groups and rounds show how they cope
constexpr base::Minutes break_left{12};
constexpr base::TimeOfDay begins{10, 0};

/// Half-way and filled in, as a room that uses the aid would see it.
enum class Filled : std::uint8_t { some, all };

struct Filler {
    Filled filled;
    base::Instant now;

    int share(std::size_t count) const {
        const int all = static_cast<int>(count);
        return filled == Filled::all ? all : (all + 1) / 2;
    }
    /// The clock goes, and this much of it is over.
    void go(session::Stopwatch& clock, base::Milliseconds gone) const { clock = {.before = gone, .since = now}; }

    void operator()(session::Countdown& aid) const {
        for (const auto& phase : aid.phases) {
            go(aid.clock, aid.clock.before + phase.length * (filled == Filled::all ? 10 : 4) / 10);
            if (filled == Filled::some) break;
        }
    }
    void operator()(session::TalkingRound& aid) const {
        aid.seat = filled == Filled::all ? aid.seats - 1 : aid.seats / 2;
        go(aid.clock, aid.each / 3);
    }
    void operator()(session::Scale& aid) const {
        for (const int value : {2, 4, 5, 5, 6, 6, 6, 7, 7, 8, 9}) aid.add_hand(value, 1);
        aid.marker = 6;
        aid.counts_shown = filled == Filled::all;
    }
    void operator()(session::Breathing& aid) const { go(aid.clock, filled == Filled::all ? aid.in : aid.in / 3); }
    void operator()(session::BodyScan& aid) const {
        go(aid.clock, aid.each * (share(aid.areas.size()) - 1) + aid.each / 2);
    }
    void operator()(session::GroupDivider& aid) const {
        if (filled == Filled::all) aid.forward();
    }
    void operator()(session::Board& aid) const {
        const int columns = static_cast<int>(aid.columns.size());
        if (aid.sorting) {
            for (int card = 0; card < share(aid.cards.size()); ++card) aid.place(card, card % columns);
            return;
        }
        static constexpr const char* said[] = {"Vi lytter ferdig", "Det er lov å si pass", "Det som sies her, blir her",
                                               "En pause når vi trenger det"};
        for (int line = 0; line < share(std::size(said)); ++line)
            for (int column = 0; column < columns; ++column) aid.add(column, said[(line + column) % 4]);
    }
    void operator()(session::WordCards& aid) const {
        for (int card = 0; card < (filled == Filled::all ? aid.draw : (aid.draw + 1) / 2); ++card) aid.forward();
    }
    void operator()(session::Reveal& aid) const {
        aid.examples = true;
        const int shown = share(aid.parts.size());
        for (int part = 0; part < shown; ++part) {
            aid.forward();
            if (aid.shape == session::Reveal::Shape::checklist) aid.add_hand(part, 3 + part % 4);
        }
        if (aid.scale.empty()) return;
        aid.before = 7;
        if (filled == Filled::all) aid.after = 4;
    }
    void operator()(session::Values& aid) const {
        if (aid.shape == session::Values::Shape::compass) {
            const int count = static_cast<int>(aid.items.size());
            for (int i = 0; i < share(static_cast<std::size_t>(aid.pick)); ++i) {
                const int item = (2 + 3 * i) % count;
                aid.set_chosen(item, true);
                aid.set_lived(item, 2 + 3 * i);
            }
        }
        if (filled == Filled::all) aid.forward();
    }
    void operator()(session::Network& aid) const {
        if (filled == Filled::all) aid.forward();
    }
    void operator()(session::WeekGrid& aid) const {
        if (filled == Filled::all) aid.forward();
    }
};

std::string stem(const std::string& path) {
    const auto slash = path.rfind('/');
    const std::string file = slash == std::string::npos ? path : path.substr(slash + 1);
    return file.substr(0, file.rfind('.'));
}

std::string two_digits(int number) {
    char text[16];
    std::snprintf(text, sizeof text, "%02d", number);
    return text;
}

class Collection {
  public:
    Collection(std::shared_ptr<const book::Handbook> handbook, words::Language language, base::Instant now)
        : language_(language) {
        model_.settings.language = language;
        model_.handbook = std::move(handbook);
        model_.now = now;
    }

    std::vector<WallPicture> take() {
        for (const book::SessionInfo& info : book().programme.sessions) add_meeting(info);
        for (const book::Document& document : book().documents) add_slides(document, 0, "");
        for (const book::Document& document : book().documents)
            if (document.kind == book::Kind::exercise) add_exercise(document);
        AudienceView calm{.cover = session::Cover::calm, .language = language_};
        add("rolig-bilde", "", std::move(calm));
        return std::move(pictures_);
    }

  private:
    const book::Handbook& book() const { return *model_.handbook; }

    void add(std::string name, std::string document, AudienceView view) {
        view.revision = digest(view);
        pictures_.push_back({std::move(name), std::move(document), std::move(view)});
    }

    /// What the cue shows in a plan of its own; `meeting` 0: in none.
    AudienceView seen(const session::Cue& cue, const std::string& title, int meeting, const std::string& picture) {
        session::Plan plan{.meeting = meeting, .title = title, .picture = picture};
        session::Step step{.title = title, .minutes = static_cast<int>(break_left.count())};
        step.cues = {cue};
        plan.steps.push_back(std::move(step));
        plan.minutes = plan.steps.front().minutes;
        Run run{.plan = std::move(plan)};
        run.state = session::replay(run.plan, {});
        model_.run = std::move(run);
        return preview(model_, 0, 0);
    }

    void add_meeting(const book::SessionInfo& info) {
        const session::Plan plan = session::make_plan(book(), info.number);
        const std::string meeting = "samling-" + std::to_string(info.number);
        AudienceView start = seen(session::TitleCue{}, info.title, info.number, plan.picture);
        start.scene = StartScene{info.title, begins, "start.svg"};
        add(meeting + "-start", plan.document, std::move(start));
        int number = 0;
        for (const session::Step& step : plan.steps) {
            ++number;
            for (const session::Cue& cue : step.cues) {
                if (const auto* slide = std::get_if<session::SlideCue>(&cue)) {
                    if (const book::Document* document = book().document(slide->document))
                        add_slides(*document, info.number, plan.picture);
                } else if (std::holds_alternative<session::BreakCue>(cue)) {
                    AudienceView view = seen(cue, step.title, info.number, plan.picture);
                    auto& scene = std::get<BreakScene>(view.scene);
                    scene.paused = false;
                    scene.ends = model_.now + break_left;
                    add(meeting + "-steg-" + two_digits(number) + "-pause", plan.document, std::move(view));
                } else if (std::holds_alternative<session::TitleCue>(cue)) {
                    add(meeting + "-steg-" + two_digits(number), plan.document,
                        seen(cue, step.title, info.number, plan.picture));
                }
            }
        }
    }

    void add_slides(const book::Document& document, int meeting, const std::string& picture) {
        if (document.slides.empty() || !shown_.insert(document.path).second) return;
        for (int slide = 0; slide < static_cast<int>(document.slides.size()); ++slide) {
            const auto pages = session::pages_of(document.slides[static_cast<std::size_t>(slide)]).size();
            for (int page = 0; page < static_cast<int>(pages); ++page)
                add("lysbilde-" + stem(document.path) + "-" + two_digits(slide + 1) + "-" + std::to_string(page + 1), document.path,
                    seen(session::SlideCue{document.path, slide, page}, "", meeting, picture));
        }
    }

    void add_exercise(const book::Document& exercise) {
        const std::string name = "ovelse-" + stem(exercise.path);
        for (const session::Cue& cue : session::exercise_cues(exercise)) {
            AudienceView view = seen(cue, exercise.title, 0, "");
            if (const auto* text = std::get_if<session::ExerciseCue>(&cue)) {
                add(name + "-" + std::to_string(text->page + 1), exercise.path, std::move(view));
                continue;
            }
            const std::string aid_name = name + "-hjelpemiddel-";
            const auto aid = session::make_aid(*exercise.aid, people);
            if (!aid) continue;
            std::set<std::uint64_t> different;
            int number = 0;
            const auto show = [&](session::Aid filled) {
                std::get<AidScene>(view.scene).aid = session::seen_by_room(std::move(filled));
                if (different.insert(digest(view)).second)
                    add(aid_name + std::to_string(++number), exercise.path, view);
            };
            show(*aid);
            for (const Filled filled : {Filled::some, Filled::all}) {
                session::Aid used = *aid;
                std::visit(Filler{filled, model_.now}, used);
                show(std::move(used));
            }
        }
    }

    words::Language language_;
    Model model_;
    std::vector<WallPicture> pictures_;
    std::set<std::string> shown_;  ///< presentations
};

}  // namespace

std::vector<WallPicture> wall_pictures(std::shared_ptr<const book::Handbook> handbook, words::Language language,
                                       base::Instant now) {
    return Collection(std::move(handbook), language, now).take();
}

}  // namespace app
