// Blocks to Markdown and back.
#include <catch2/catch_all.hpp>

#include <random>

#include "book/handbook.h"
#include "book/text_cut.h"
#include "book/to_markdown.h"
#include "support.h"

namespace {

using book::Block;

/// All that a block says, without the lines it stands on; links by where they lead.
void describe(std::string& out, const std::vector<Block>& blocks, const std::vector<book::Link>& links,
              const std::string& indent) {
    for (const Block& block : blocks) {
        out += indent + std::to_string(static_cast<int>(block.type)) + ' ' + std::to_string(block.level);
        if (block.type == book::BlockType::list)
            out += std::string(block.ordered ? " ordered " : " ") + std::to_string(block.start) +
                   (block.tight ? " tight" : " loose");
        if (block.task) out += *block.task ? " done" : " to do";
        if (block.type == book::BlockType::alert) out += " alert " + std::to_string(static_cast<int>(block.alert));
        if (block.type == book::BlockType::cell) out += " align " + std::to_string(static_cast<int>(block.align));
        if (block.header) out += " header";
        out += " |" + block.source + '|' + block.alt + '|' + block.caption + '|' + block.anchor + '|' + block.language;
        out += '\n';
        for (const book::Span& span : block.spans) {
            out += indent + "  '" + span.text + "' " + std::to_string(span.marks);
            if (span.link >= 0) out += " -> " + links[static_cast<std::size_t>(span.link)].url;
            if (span.footnote >= 0) out += " note " + std::to_string(span.footnote);
            out += '\n';
        }
        describe(out, block.children, links, indent + "  ");
    }
}

std::string described(const std::vector<Block>& blocks, const std::vector<book::Link>& links) {
    std::string out;
    describe(out, blocks, links, "");
    return out;
}

std::string round(std::string_view text) {
    const book::Markdown read = book::read_markdown(text, 1);
    return book::to_markdown(read.blocks, read.links, read.footnotes);
}

void check_same(std::string_view text) {
    const book::Markdown first = book::read_markdown(text, 1);
    const std::string written = book::to_markdown(first.blocks, first.links, first.footnotes);
    const book::Markdown second = book::read_markdown(written, 1);
    INFO(written);
    CHECK(described(second.blocks, second.links) == described(first.blocks, first.links));
    CHECK(second.footnotes.size() == first.footnotes.size());
    for (std::size_t i = 0; i < std::min(first.footnotes.size(), second.footnotes.size()); ++i) {
        CHECK(second.footnotes[i].label == first.footnotes[i].label);
        CHECK(described(second.footnotes[i].blocks, second.links) == described(first.footnotes[i].blocks, first.links));
    }
}

const book::Handbook& shipped(const std::string& language) {
    static std::map<std::string, book::Handbook> known;
    if (!known.contains(language))
        known.emplace(language, book::load(std::filesystem::path(HANDBOOK) / "mestringstreff", language));
    return known.at(language);
}

std::string all_signs(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (static_cast<unsigned char>(c) > ' ') out += c;
    return out;
}

}  // namespace

TEST_CASE("Markdown is written the way the handbook is") {
    CHECK(round("# Ro\n\nEn *god* **pust** ut.") == "# Ro\n\nEn *god* **pust** ut.\n");
    CHECK(round("1. Tegn\n2. Del\n") == "1. Tegn\n2. Del\n");
    CHECK(round("- [x] Ring\n- [ ] Skriv\n") == "- [x] Ring\n- [ ] Skriv\n");
    CHECK(round("> [!TIP]\n> Ha god tid.\n") == "> [!TIP]\n> Ha god tid.\n");
    CHECK(round("| A | B |\n| :-- | --: |\n| 1 | 2 |\n") == "| A | B |\n| :-- | --: |\n| 1 | 2 |\n");
    CHECK(round("Se [her](a.md#b).[^x]\n\n[^x]: Fot.\n") == "Se [her](a.md#b).[^x]\n\n[^x]: Fot.\n");
    CHECK(round("![Et tre](tre.svg \"Treet\")\n") == "![Et tre](tre.svg \"Treet\")\n");
    CHECK(book::to_markdown({}, {}, {}).empty());
}

TEST_CASE("What is read back from Markdown is the same") {
    const std::string text = GENERATE(
        "Stjerne \\* og \\_strek\\_, \\[klamme\\], \\`kode\\`, \\<b\\> &amp; &lt;, a_b_c, 5 < 6 og \\\\.",
        "**a *b* c** og *d **e***, ***f***, ~~g~~, H<sub>2</sub>O, m<sup>2</sup>.", "`a ` b`` og `` ` `` og ` `.",
        "Linje  \nny linje\\\n\\- ikke punkt\\\n1\\. ikke tall\\\n\\# ikke overskrift\\\n\\> ikke sitat",
        "# Tittel med \\#\n\n## **Fet** og `kode`\n\n###### Seks\n\n#\n", "- a\n- b\n\n<!-- -->\n\n- c\n- d\n",
        "1. a\n2. b\n\n<!-- -->\n\n1) c\n", "7. sju\n8. åtte\n\n   Mer.\n\n   - under\n   - her\n",
        "- a\n  - b\n    - c\n- d\n", "- a\n\n  b\n\n- c\n", "> sitat\n>\n> - punkt\n>\n> > inni\n",
        "> [!WARNING]\n> - punkt\n\n> [!NOTE]\n> Tekst\n>\n> Mer\n", "```cpp\nint a = 1;\n\n    b;\n```\n",
        "````\n```\n````\n", "| a \\| b | `c \\| d` |\n| :-: | --- |\n| x<br>y | **z** |\n|  | [l](u.md) |\n",
        "Tekst ![alt](a.svg \"Bilde \\\"tekst\\\"\") mer tekst.", "[mellom rom](<a b.md>) og <https://nav.no/a?b=1&c=2>",
        "Fot[^1] og **fet[^b] videre** slutt.\n\n[^1]: En.\n\n    To avsnitt.\n[^b]: Se[^1].\n",
        "a\n\n---\n\nb\n", "- ![alt](a.svg)\n- tekst ![b](b.svg) tekst\n", "-\n- a\n", "- - a\n  - b\n",
        "- [ ] a\n  - [x] b\n", "*a*<!-- x -->**b**", "[a](u.md)[b](u.md)", "<div>\nrå\n</div>\n", "\\[!NOTE\\] er tekst");
    INFO(text);
    check_same(text);
}

TEST_CASE("Every document that ships comes back as it was") {
    for (const char* language : {"nb", "nn", "en"}) {
        for (const book::Document& document : shipped(language).documents) {
            INFO(language << ' ' << document.path);
            const std::string written = book::to_markdown(document.blocks, document.links, document.footnotes);
            const book::Markdown again = book::read_markdown(written, 1);
            const bool same = described(again.blocks, again.links) == described(document.blocks, document.links);
            CHECK(same);
        }
    }
}

TEST_CASE("A piece cut at random keeps its words, and Markdown of it can be read") {
    std::mt19937 dice(7);
    const book::Shown shown;
    for (const book::Document& document : shipped("nb").documents) {
        const std::size_t all = book::signs(document.blocks, shown);
        if (all == 0) continue;
        for (int i = 0; i < 3; ++i) {
            std::uniform_int_distribution<std::size_t> place(0, all);
            const std::size_t a = place(dice), b = place(dice);
            const std::vector<Block> piece =
                book::cut_text(document.blocks, std::min(a, b), all - std::max(a, b), shown);
            INFO(document.path << ' ' << std::min(a, b) << ' ' << std::max(a, b));
            const std::size_t kept = book::signs(piece, shown);
            CHECK(kept <= std::max(a, b) - std::min(a, b) + 8);
            CHECK(kept + 8 >= std::max(a, b) - std::min(a, b));
            const std::string written = book::to_markdown(piece, document.links, document.footnotes);
            const book::Markdown again = book::read_markdown(written, 1);
            INFO(written);
            CHECK(all_signs(book::plain_text(again.blocks)) == all_signs(book::plain_text(piece)));
        }
    }
}
