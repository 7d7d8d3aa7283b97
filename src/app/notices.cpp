#include <algorithm>

#include "app/update_parts.h"

namespace app {
namespace {

constexpr base::Seconds info_stays{6};
constexpr base::Seconds warning_stays{15};
constexpr std::size_t most_notices = 5;

std::optional<base::Instant> gone_at(NoticeKind kind, base::Instant now) {
    switch (kind) {
        case NoticeKind::info: return now + info_stays;
        case NoticeKind::warning: return now + warning_stays;
        case NoticeKind::error: break;
    }
    return std::nullopt;
}

/// Room for one more: what goes by itself gives way first, and what asks for an answer last.
void make_room(std::vector<Notice>& notices) {
    while (notices.size() >= most_notices) {
        auto least = std::find_if(notices.begin(), notices.end(), [](const Notice& n) { return n.until.has_value(); });
        if (least == notices.end())
            least = std::find_if(notices.begin(), notices.end(), [](const Notice& n) { return !n.retry; });
        notices.erase(least == notices.end() ? notices.begin() : least);
    }
}

void put(Model& model, Notice notice) {
    std::erase_if(model.notices, [&](const Notice& n) { return n.text == notice.text || (n.retry && notice.retry); });
    make_room(model.notices);
    notice.id = model.next_notice++;
    model.notices.push_back(std::move(notice));
}

}  // namespace

void say(Model& model, NoticeKind kind, std::string text) {
    put(model, {.kind = kind, .text = std::move(text), .until = gone_at(kind, model.real)});
}

void say_unsaved(Model& model, const base::Error& error) {
    put(model, {.kind = NoticeKind::error, .text = model.words.sentence(error), .retry = true});
}

void forget_unsaved_notice(Model& model) {
    std::erase_if(model.notices, [](const Notice& n) { return n.retry; });
}

void forget_notice(Model& model, const std::string& text) {
    std::erase_if(model.notices, [&](const Notice& n) { return n.text == text; });
}

void forget_expired(Model& model) {
    std::erase_if(model.notices, [&](const Notice& n) { return n.until && *n.until <= model.real; });
}

}  // namespace app
