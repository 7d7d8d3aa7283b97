// A paragraph read aloud by the machine's own voice.
#include "app/update_parts.h"
#include "base/text.h"

namespace app {
namespace {

constexpr std::size_t longest_speech = 5000;

/// Whole signs of the text, as many as there is room for, without those that no voice can say.
std::string sayable(std::string_view text) {
    std::string said;
    const std::string clean = base::sanitised(text);
    for (std::size_t at = 0; at < clean.size();) {
        const std::size_t from = at;
        const char32_t sign = base::next_code_point(clean, at);
        if (said.size() + (at - from) > longest_speech) break;
        if (sign < 0x20)
            said += ' ';
        else
            said.append(clean, from, at - from);
    }
    return std::string(base::trimmed(said));
}

/// The language of the text that is open: a document that is not translated stands in Bokmål among the others.
words::Language language_read(const Model& model) {
    const book::Document* document = model.handbook ? model.handbook->document(model.reader.here.document) : nullptr;
    return document ? words::language_from(document->language) : model.settings.language;
}

}  // namespace

Effects apply(Model& model, const ReadAloud& action) {
    std::string text = sayable(action.text);
    if (text.empty()) return {};
    model.speaking = true;
    return {Speak{std::move(text), language_read(model)}};
}

Effects apply(Model& model, const StopReadingAloud&) {
    if (!std::exchange(model.speaking, false)) return {};
    return {StopSpeaking{}};
}

Effects apply(Model& model, const SpeechEnded&) {
    model.speaking = false;
    return {};
}

Effects apply(Model& model, const SpeechMissing&) {
    model.speaking = false;
    say(model, NoticeKind::warning, words::Key::notice_speech_missing);
    return {};
}

}  // namespace app
