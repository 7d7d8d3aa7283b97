#include "ui/views/reader_parts.h"

// Every action that the reader says stands here: building an Action means code for all of its alternatives, which takes
// the compiler half a minute a file.
namespace ui {

void say_open(Context& context, const std::string& path, const std::string& anchor) { context.say(app::OpenDocument{path, anchor}); }
void say_search(Context& context, const std::string& query) { context.say(app::Search{query}); }
void say_stopped(Context& context, const std::string& path, float share) { context.say(app::StoppedReading{path, share}); }
void say_follow(Context& context, const std::string& path, int link) { context.say(app::FollowLink{path, link}); }
void say_back(Context& context) { context.say(app::GoBack{}); }
void say_forward(Context& context) { context.say(app::GoForward{}); }
void say_text_scale(Context& context, int index) { context.say(app::SetTextScale{index}); }
void say_rehearse(Context& context, int meeting) { context.say(app::Rehearse{meeting}); }

void say_show_aid(Context& context, const book::Document& document, bool project) {
    context.say(app::OpenToolbox{*document.aid, document.title});
    if (project) context.say(app::StartProjecting{});
    context.say(app::GoTo{app::Place::meeting});
}

}  // namespace ui
