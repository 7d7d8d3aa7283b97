#include <algorithm>

#include "app/update_parts.h"

namespace app {
namespace {

const book::Document* form(const Model& model) {
    const book::Document* document =
        model.handbook ? model.handbook->document(model.handbook->programme.form_after_meeting) : nullptr;
    return document && !document->questions.empty() ? document : nullptr;
}

bool asked(const Model& model, const std::string& question) {
    const book::Document* document = form(model);
    return document && std::any_of(document->questions.begin(), document->questions.end(),
                                   [&](const book::Question& q) { return q.id == question; });
}

course::FeedbackRound* round_of(Model& model, int meeting) {
    auto& rounds = model.records.feedback;
    const auto found =
        std::find_if(rounds.begin(), rounds.end(), [&](const auto& round) { return round.meeting == meeting; });
    return found == rounds.end() ? nullptr : &*found;
}

course::FeedbackRound* open_round(Model& model, int meeting) {
    course::FeedbackRound* round = round_of(model, meeting);
    if (round && round->phase == course::RoundPhase::open && !model.records_missing) return round;
    say(model, NoticeKind::warning, words::Key::notice_round_not_open);
    return nullptr;
}

bool anything_seen(const course::FeedbackRound& round) {
    return std::any_of(round.questions.begin(), round.questions.end(), [](const course::QuestionCounts& question) {
        return course::total(question.counts) >= course::least_answers;
    });
}

bool has_course_and_meeting(Model& model, int meeting) {
    const course::Course* open = model.open_course();
    if (open && !model.records_missing && meeting >= 1 && meeting <= static_cast<int>(open->dates.size())) return true;
    say(model, NoticeKind::warning, open ? words::Key::notice_records_missing : words::Key::notice_no_course);
    return false;
}

}  // namespace

Effects apply(Model& model, const OpenRound& action) {
    if (!has_course_and_meeting(model, action.meeting)) return {};
    const book::Document* asks = form(model);
    if (!asks) {
        say(model, NoticeKind::warning, words::Key::notice_no_form);
        return {};
    }
    course::FeedbackRound* round = round_of(model, action.meeting);
    if (!round) {
        model.records.feedback.push_back({.meeting = action.meeting});
        round = &model.records.feedback.back();
    }
    if (round->phase == course::RoundPhase::open) return {};
    // Opened again after the counts were seen, one more answer would show as the difference.
    if (round->phase == course::RoundPhase::closed && anything_seen(*round)) {
        say(model, NoticeKind::warning, words::Key::notice_round_shown);
        return {};
    }
    round->phase = course::RoundPhase::open;
    for (const book::Question& question : asks->questions) {
        const bool there =
            std::any_of(round->questions.begin(), round->questions.end(),
                        [&](const course::QuestionCounts& counts) { return counts.question == question.id; });
        if (!there) round->questions.push_back({question.id, {}});
    }
    return {SaveRound{model.course, *round}};
}

Effects apply(Model& model, const CloseRound& action) {
    course::FeedbackRound* round = open_round(model, action.meeting);
    if (!round) return {};
    round->phase = course::RoundPhase::closed;
    return {SaveRound{model.course, *round}};
}

Effects apply(Model& model, const CountHands& action) {
    course::FeedbackRound* round = open_round(model, action.meeting);
    if (!round) return {};
    if (!asked(model, action.question) || !course::set_counts(*round, action.question, action.counts)) {
        say(model, NoticeKind::warning, words::Key::notice_counts_wrong);
        return {};
    }
    return {SaveRound{model.course, *round}};
}

Effects apply(Model& model, const ShowQuestion& action) {
    const book::Document* asks = form(model);
    if (!asks) {
        say(model, NoticeKind::warning, words::Key::notice_no_form);
        return {};
    }
    if (action.question < 0 || action.question >= static_cast<int>(asks->questions.size())) return {};
    const book::Question& question = asks->questions[static_cast<std::size_t>(action.question)];
    lay_over(model, {.aid = session::Scale{.question = question.text, .low = question.low, .high = question.high},
                     .title = asks->title,
                     .picture = asks->picture});
    return {};
}

Effects apply(Model& model, const EnterKiosk& action) {
    if (open_round(model, action.meeting)) model.kiosk = Kiosk{.meeting = action.meeting};
    return {};
}

Effects apply(Model& model, const KioskAnswer& action) {
    if (!model.kiosk || model.kiosk->thanks || !asked(model, action.question)) return {};
    auto& answers = model.kiosk->answers;
    std::erase_if(answers, [&](const course::Answer& answer) { return answer.question == action.question; });
    // A value off the line takes the answer back: every question may be left out.
    if (action.value >= 0 && action.value <= 10) answers.push_back({action.question, action.value});
    return {};
}

Effects apply(Model& model, const KioskSend&) {
    if (!model.kiosk || model.kiosk->thanks) return {};
    if (model.kiosk->answers.empty()) {
        say(model, NoticeKind::info, words::Key::notice_answer_missing);
        return {};
    }
    course::FeedbackRound* round = round_of(model, model.kiosk->meeting);
    if (!round || !course::submit(*round, model.kiosk->answers)) {
        say(model, NoticeKind::warning, words::Key::notice_answer_refused);
        return {};
    }
    model.kiosk->answers.clear();
    model.kiosk->thanks = true;
    return {SaveRound{model.course, *round}};
}

Effects apply(Model& model, const KioskNextPerson&) {
    if (model.kiosk) model.kiosk = Kiosk{.meeting = model.kiosk->meeting};
    return {};
}

Effects apply(Model& model, const LeaveKiosk&) {
    model.kiosk.reset();
    return {};
}

}  // namespace app
