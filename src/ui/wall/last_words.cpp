#include "ui/wall/last_words.h"

#include <algorithm>
#include <cctype>

namespace ui {
namespace {

constexpr const char* kept_space = "\u00A0";
constexpr std::size_t longest = 18;  // bytes of two words that a narrow column still holds
constexpr int least_words = 4;

bool is_sign_alone(std::string_view word) {
    constexpr std::string_view signs[] = {"…", "·", "–", "→"};
    return std::find(std::begin(signs), std::end(signs), word) != std::end(signs);
}

}  // namespace

std::string with_last_words_together(std::string text) {
    int words = 1;
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        const std::size_t end = std::min(text.find(' ', at + 1), text.size());
        if (is_sign_alone(std::string_view(text).substr(at + 1, end - at - 1)))
            text.replace(at, 1, kept_space);
        else
            ++words;
    }
    const std::size_t last = text.rfind(' ');
    if (words < least_words || last == std::string::npos || last == 0 || last + 1 == text.size()) return text;
    const std::size_t before = text.rfind(' ', last - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    if (text.size() - begin <= longest) text.replace(last, 1, kept_space);
    return text;
}

std::vector<book::Block> with_last_words_together(std::vector<book::Block> blocks) {
    for (book::Block& block : blocks) {
        if (block.type == book::BlockType::code) continue;
        if (!block.spans.empty()) block.spans.back().text = with_last_words_together(std::move(block.spans.back().text));
        block.children = with_last_words_together(std::move(block.children));
    }
    return blocks;
}

}  // namespace ui
