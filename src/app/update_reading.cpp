#include <algorithm>
#include <cmath>

#include "app/update_parts.h"
#include "base/text.h"

namespace app {
namespace {

constexpr std::size_t most_visits = 100;
constexpr std::size_t longest_path = 190;

/// What to come back to. In another document that is where one stopped reading; within the same one it is the heading.
Visit to_come_back_to(const Visit& here, const std::string& leaving_for) {
    return here.document == leaving_for ? here : Visit{here.document, ""};
}

void push(std::vector<Visit>& visits, Visit visit) {
    visits.push_back(std::move(visit));
    if (visits.size() > most_visits) visits.erase(visits.begin());
}

void arrive(Model& model, Visit visit) {
    model.reader.here = std::move(visit);
    ++model.reader.arrivals;
    model.place = Place::handbook;
}

void open(Model& model, const std::string& path, const std::string& anchor) {
    Reader& reader = model.reader;
    Visit target{path, anchor};
    const bool same = reader.here.document == target.document && reader.here.anchor == target.anchor;
    if (!reader.here.document.empty() && !same) {
        push(reader.back, to_come_back_to(reader.here, path));
        reader.forward.clear();
    }
    arrive(model, std::move(target));
}

/// The first document, when none has been opened yet.
void open_something(Model& model) {
    if (model.reader.here.document.empty() && model.handbook && !model.handbook->documents.empty())
        open(model, model.handbook->documents.front().path, "");
}

/// The document with this path or id, or null with a notice.
const book::Document* asked_for(Model& model, const std::string& path) {
    const book::Document* document = model.handbook ? model.handbook->document(path) : nullptr;
    if (!document) say(model, NoticeKind::warning, model.words(words::Key::notice_document_missing, {{"path", path}}));
    return document;
}

/// Takes the nearest visit that still is in the handbook off one pile and puts where we are onto the other.
void step_through(Model& model, std::vector<Visit>& from, std::vector<Visit>& to) {
    while (!from.empty()) {
        Visit target = std::move(from.back());
        from.pop_back();
        if (!model.handbook || !model.handbook->document(target.document)) continue;
        if (!model.reader.here.document.empty()) push(to, to_come_back_to(model.reader.here, target.document));
        arrive(model, std::move(target));
        model.reader.follows = false;
        return;
    }
}

bool ordinary_address(const std::string& url) {
    const std::string lower = base::lower(url);
    const bool known = lower.starts_with("https://") || lower.starts_with("http://") || lower.starts_with("mailto:");
    return known && std::none_of(url.begin(), url.end(), [](unsigned char c) { return c <= 0x20 || c == 0x7f; });
}

}  // namespace

bool plausible_path(const std::string& path) {
    return !path.empty() && path.size() <= longest_path && path.front() != '/' &&
           path.find("..") == std::string::npos && path.find_first_of("\\:") == std::string::npos;
}

std::optional<OpenDocument> behind_step(const Model& model) {
    if (!model.run || model.run->plan.empty()) return std::nullopt;
    const session::Plan& plan = model.run->plan;
    const auto step =
        static_cast<std::size_t>(std::clamp(model.run->state.step, 0, static_cast<int>(plan.steps.size()) - 1));
    if (!plan.steps[step].exercise.empty()) return OpenDocument{plan.steps[step].exercise, ""};
    return OpenDocument{plan.document, plan.steps[step].notes_anchor};
}

void follow_meeting(Model& model) {
    if (!model.reader.follows || model.place != Place::handbook) return;
    const auto behind = behind_step(model);
    const book::Document* document = behind && model.handbook ? model.handbook->document(behind->path) : nullptr;
    if (!document) return;
    const Visit& here = model.reader.here;
    // The steps of a meeting are one visit: the way back leads to what was read before it.
    if (here.document != document->path || here.anchor != behind->anchor)
        arrive(model, {document->path, behind->anchor});
}

Effects apply(Model& model, const GoTo& action) {
    if (action.place == Place::handbook) open_something(model);
    model.place = action.place;
    follow_meeting(model);  // it may have gone on while one was elsewhere
    if (action.place == Place::meeting) model.reader.follows = false;
    // The marks beside the meeting are those of its own course, whichever one was looked at meanwhile.
    if (action.place == Place::meeting && model.run && model.course_by_id(model.run->course))
        return select_course(model, model.run->course);
    return {};
}

Effects apply(Model& model, const OpenDocument& action) {
    const book::Document* document = asked_for(model, action.path);
    if (!document) return {};
    open(model, document->path, action.anchor);
    model.reader.follows = false;
    return {};
}

Effects apply(Model& model, const GoBack&) {
    step_through(model, model.reader.back, model.reader.forward);
    return {};
}

Effects apply(Model& model, const GoForward&) {
    step_through(model, model.reader.forward, model.reader.back);
    return {};
}

Effects apply(Model& model, const Search& action) {
    model.reader.query = action.query;
    model.reader.hits.clear();
    if (model.search && !base::trimmed(action.query).empty()) model.reader.hits = model.search->find(action.query);
    return {};
}

Effects apply(Model& model, const FollowLink& action) {
    const auto count = [](const auto& list) { return static_cast<int>(std::ssize(list)); };
    const book::Document* from = model.handbook ? model.handbook->document(action.document) : nullptr;
    if (!from || action.link < 0 || action.link >= count(from->links)) return {};
    const book::Link& link = from->links[static_cast<std::size_t>(action.link)];
    if (link.external) {
        if (ordinary_address(link.url)) return {OpenUrl{link.url}};
        say(model, NoticeKind::warning, model.words(words::Key::notice_link_unsafe, {{"url", link.url}}));
        return {};
    }
    if (link.document < 0 || link.document >= count(model.handbook->documents)) {
        say(model, NoticeKind::warning, words::Key::notice_link_dead);
        return {};
    }
    open(model, model.handbook->documents[static_cast<std::size_t>(link.document)].path, link.anchor);
    model.reader.follows = false;
    return {};
}

Effects apply(Model& model, const OpenBeside& action) {
    const book::Document* document = asked_for(model, action.path);
    if (!document) return {};
    open_something(model);
    model.reader.beside = Visit{document->path, action.anchor};
    ++model.reader.beside_arrivals;
    model.place = Place::handbook;
    return {};
}

Effects apply(Model& model, const CloseBeside&) {
    model.reader.beside.reset();
    return {};
}

Effects apply(Model& model, const SwapBeside&) {
    Reader& reader = model.reader;
    if (!reader.beside) return {};
    std::swap(reader.here, *reader.beside);
    // Each goes on where one stopped reading it, which in two different texts says more than a heading.
    if (reader.here.document != reader.beside->document) reader.here.anchor = reader.beside->anchor = "";
    ++reader.arrivals;
    ++reader.beside_arrivals;
    reader.follows = false;
    return {};
}

Effects apply(Model& model, const FollowMeeting& action) {
    model.reader.follows = false;
    const auto behind = action.on ? behind_step(model) : std::nullopt;
    const book::Document* document = behind ? asked_for(model, behind->path) : nullptr;
    if (!document) return {};
    open(model, document->path, behind->anchor);
    // One that is over can be looked up in, but does not go anywhere.
    model.reader.follows = meeting_on(model);
    return {};
}

}  // namespace app
