// Every example of the specification of GitHub-flavoured Markdown, as it lies in the parser's own sources, goes through
// our reader and our page: nothing crashes, no word is lost, and no text is set over other text.
#include <catch2/catch_test_macros.hpp>

#include <cctype>

#include "book/layout.h"
#include "book/markdown.h"
#include "page_faults.h"
#include "support.h"

namespace {

struct Example {
    int line = 0;
    std::string markdown;
    std::string html;
};

// The format of the files: a line of 32 backticks and " example", the Markdown, a line with a full stop, the HTML, and
// 32 backticks. An arrow stands for a tab.
std::vector<Example> examples_in(const std::string& name) {
    const std::string fence(32, '`');
    std::vector<Example> found;
    const std::string file = support::read(std::filesystem::path(SPECIFICATION) / name);
    enum class Part { none, markdown, html } part = Part::none;
    int number = 0;
    for (const std::string_view line : base::lines(file)) {
        ++number;
        if (part == Part::none) {
            if (!line.starts_with(fence + " example")) continue;
            found.push_back({number, "", ""});
            part = Part::markdown;
        } else if (part == Part::markdown && line == ".") {
            part = Part::html;
        } else if (line == fence) {
            part = Part::none;
        } else {
            std::string text(line);
            for (std::size_t at = text.find("→"); at != std::string::npos; at = text.find("→", at))
                text.replace(at, 3, "\t");
            (part == Part::markdown ? found.back().markdown : found.back().html) += text + "\n";
        }
    }
    return found;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

void cut_between(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        const auto end = text.find(to, at + from.size());
        text.erase(at, end == std::string::npos ? end : end + to.size() - at);
    }
}

// What a reader must see of the expected HTML: its text and the alternative texts of its pictures, without comments,
// tags, and the way back from a footnote. What else raw HTML shows here comes on top of that.
std::string visible_in(std::string html) {
    cut_between(html, "<!--", "-->");
    cut_between(html, "<a href=\"#fnref", "</a>");
    std::string text;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] != '<') {
            text += html[at++];
            continue;
        }
        const auto end = std::min(html.find('>', at), html.size() - 1);
        const std::string tag = html.substr(at, end - at);
        if (const auto alt = tag.find(" alt=\""); alt != std::string::npos && tag.starts_with("<img"))
            text += " " + tag.substr(alt + 6, tag.find('"', alt + 6) - alt - 6) + " ";
        at = end + 1;
    }
    for (const auto& [from, to] :
         {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&quot;", "\""}, std::pair{"&amp;", "&"}})
        replace_all(text, from, to);
    return text;
}

bool counts(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

void check_examples(const std::string& name, std::size_t least) {
    const auto examples = examples_in(name);
    CHECK(examples.size() >= least);
    for (const Example& example : examples) {
        INFO(name << ":" << example.line << "\n" << example.markdown << "wanted:\n" << example.html);
        const book::Markdown page = book::read_markdown(example.markdown, 1);
        CHECK(page.cut_at_line == 0);
        for (const float width : {700.0f, 60.0f}) {
            std::string shown;
            const auto set = [&](const std::vector<book::Block>& blocks) {
                const book::Layout layout = book::lay_out(blocks, book::Style::reader(17), width, support::FixedPitch(),
                                                          support::FixedAspect(0), {.unfolded = true});
                CHECK(support::fault_of(layout).value_or("") == "");
                shown += layout.text.substr(0, layout.text_end) + "\n";
            };
            set(page.blocks);
            for (const book::Footnote& footnote : page.footnotes) set(footnote.blocks);
            INFO("shown:\n" << shown);
            CHECK(support::lost_word(visible_in(example.html), shown, 1, counts).value_or("") == "");
        }
    }
}

}  // namespace

TEST_CASE("every example of the specification is set without a lost word or an overlap") {
    check_examples("spec.txt", 600);
}

TEST_CASE("every example of the extensions is set without a lost word or an overlap") {
    check_examples("extensions.txt", 25);
}

TEST_CASE("every text that once was read wrongly by the parser is set without a lost word or an overlap") {
    check_examples("regression.txt", 10);
}
