// tests/support/big_book.h: a handbook many times as long as ours, from its own text, to measure by.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "book/handbook.h"

namespace support {

/// The sentences of a text; the space behind a full stop goes with it.
inline std::vector<std::string> sentences(const std::string& text) {
    std::vector<std::string> result;
    std::size_t begin = 0;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if ((text[at] != '.' && text[at] != '?' && text[at] != '!') || text[at + 1] != ' ') continue;
        result.push_back(text.substr(begin, at + 2 - begin));
        begin = at + 2;
    }
    if (begin < text.size()) result.push_back(text.substr(begin));
    return result;
}

/// Each paragraph of plain text becomes as many sentences taken from anywhere in `pool`, by `random`.
inline void shuffle(std::vector<book::Block>& blocks, const std::vector<std::string>& pool, std::mt19937& random) {
    for (book::Block& block : blocks) {
        shuffle(block.children, pool, random);
        if (block.type != book::BlockType::paragraph || block.spans.size() != 1) continue;
        const std::size_t count = sentences(block.spans[0].text).size();
        block.spans[0].text.clear();
        for (std::size_t i = 0; i < count; ++i) block.spans[0].text += pool[random() % pool.size()];
    }
}

inline void gather(const std::vector<book::Block>& blocks, std::vector<std::string>& pool) {
    for (const book::Block& block : blocks) {
        gather(block.children, pool);
        if (block.type != book::BlockType::paragraph || block.spans.size() != 1) continue;
        for (std::string& sentence : sentences(block.spans[0].text)) pool.push_back(std::move(sentence));
    }
}

/// `times` copies of a handbook, in reading order; paths and ids are made unique, and from the second copy on the
/// paragraphs are other sentences of the book, the same ones at every call.
inline book::Handbook many_times(const book::Handbook& handbook, int times) {
    std::vector<std::string> pool;
    for (const book::Document& document : handbook.documents) gather(document.blocks, pool);
    std::mt19937 random(20260101);
    book::Handbook big = handbook;
    for (int copy = 1; copy < times; ++copy) {
        for (book::Document document : handbook.documents) {
            const std::string number = std::to_string(copy);
            document.path.insert(document.path.rfind('.'), "-" + number);
            document.id += "-" + number;
            if (!pool.empty()) shuffle(document.blocks, pool, random);
            big.documents.push_back(std::move(document));
        }
    }
    std::stable_sort(big.documents.begin(), big.documents.end(),
                     [](const book::Document& a, const book::Document& b) { return a.part < b.part; });
    return big;
}

/// Markdown of at least `bytes`, from the chapters of a handbook: headings, paragraphs and lists, for one long document.
inline std::string long_prose(const book::Handbook& handbook, std::size_t bytes) {
    std::string chapter;
    for (const book::Document& document : handbook.documents) {
        if (document.kind != book::Kind::chapter) continue;
        for (const book::Block& block : document.blocks) {
            const std::string text =
                block.type == book::BlockType::heading ? book::plain_text(block.spans) : book::plain_text({block});
            if (block.type == book::BlockType::heading)
                chapter +=
                    std::string(static_cast<std::size_t>(std::clamp(block.level, 2, 6)), '#') + " " + text + "\n\n";
            else if (block.type == book::BlockType::list)
                for (const book::Block& item : block.children) chapter += "- " + book::plain_text({item}) + "\n\n";
            else if (block.type == book::BlockType::paragraph)
                chapter += text + "\n\n";
        }
    }
    std::string prose;
    while (!chapter.empty() && prose.size() < bytes) prose += chapter;
    return prose;
}

}  // namespace support
