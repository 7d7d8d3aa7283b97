#include "ui/wall/blocks_hash.h"

#include <functional>

namespace ui {
namespace {

std::uint64_t hash_of(std::uint64_t hash, const std::vector<book::Block>& blocks) {
    const auto mix = [&](auto value) { hash = mixed_hash(hash, static_cast<std::uint64_t>(value)); };
    const auto mix_text = [&](const std::string& text) { mix(std::hash<std::string>{}(text)); };
    mix(blocks.size());
    for (const book::Block& block : blocks) {
        mix(block.type);
        mix(block.level);
        mix(block.ordered);
        mix(block.start);
        mix(block.tight);
        mix(block.task ? 1 + *block.task : 0);
        mix(block.alert);
        mix(block.align);
        mix(block.header);
        mix(block.spans.size());
        for (const book::Span& span : block.spans) {
            mix_text(span.text);
            mix(span.marks);
        }
        mix_text(block.source);
        mix_text(block.alt);
        hash = hash_of(hash, block.children);
    }
    return hash;
}

}  // namespace

std::uint64_t mixed_hash(std::uint64_t hash, std::uint64_t value) {
    // The step of splitmix64: every bit of both counts.
    std::uint64_t z = hash * 31 + value + 0x9E3779B97F4A7C15ull;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

std::uint64_t blocks_hash(const std::vector<book::Block>& blocks) {
    return hash_of(1, blocks);
}

}  // namespace ui
