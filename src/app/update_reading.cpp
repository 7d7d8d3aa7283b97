#include <algorithm>
#include <cmath>

#include "app/update_parts.h"
#include "base/text.h"

namespace app {
namespace {

constexpr std::size_t most_visits = 100;
constexpr std::size_t longest_path = 190;
constexpr float read_to_the_end = 0.98f;

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

/// Takes the nearest visit that still is in the handbook off one pile and puts where we are onto the other.
void step_through(Model& model, std::vector<Visit>& from, std::vector<Visit>& to) {
    while (!from.empty()) {
        Visit target = std::move(from.back());
        from.pop_back();
        if (!model.handbook || !model.handbook->document(target.document)) continue;
        if (!model.reader.here.document.empty()) push(to, to_come_back_to(model.reader.here, target.document));
        arrive(model, std::move(target));
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

Effects apply(Model& model, const GoTo& action) {
    if (action.place == Place::handbook && model.reader.here.document.empty() && model.handbook &&
        !model.handbook->documents.empty()) {
        open(model, model.handbook->documents.front().path, "");
    }
    model.place = action.place;
    // The marks beside the meeting are those of its own course, whichever one was looked at meanwhile.
    if (action.place == Place::meeting && model.run && model.course_by_id(model.run->course))
        return select_course(model, model.run->course);
    return {};
}

Effects apply(Model& model, const OpenDocument& action) {
    const book::Document* document = model.handbook ? model.handbook->document(action.path) : nullptr;
    if (!document) {
        say(model, NoticeKind::warning, model.words(words::Key::notice_document_missing, {{"path", action.path}}));
        return {};
    }
    open(model, document->path, action.anchor);
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

Effects apply(Model& model, const StoppedReading& action) {
    if (!model.handbook || !model.handbook->document(action.path) || !plausible_path(action.path)) return {};
    const float share = std::isfinite(action.share) ? std::clamp(action.share, 0.0f, 1.0f) : 0.0f;
    model.reader.stopped_at[action.path] = share;
    if (share >= read_to_the_end) model.reader.read.insert(action.path);
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
    return {};
}

}  // namespace app
