#include "app/digest.h"

#include <string_view>
#include <type_traits>

namespace app {
namespace {

/// FNV-1a. Lengths go in before what they count, so that no two lists run together.
class Digest {
  public:
    void bytes(std::string_view text) {
        number(text.size());
        for (const char c : text) step(static_cast<unsigned char>(c));
    }

    template <class Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    void number(Number value) {
        auto rest = static_cast<std::uint64_t>(value);
        for (int i = 0; i < 8; ++i, rest >>= 8) step(rest & 0xff);
    }

    void duration(base::Milliseconds value) { number(value.count()); }
    std::uint64_t value() const { return value_; }

  private:
    void step(std::uint64_t byte) { value_ = (value_ ^ byte) * 0x100000001b3u; }

    std::uint64_t value_ = 0xcbf29ce484222325u;
};

void add(Digest& digest, const book::Span& span) {
    digest.bytes(span.text);
    digest.number(span.marks);
    digest.number(span.link);
    digest.number(span.footnote);
}

void add(Digest& digest, const book::Block& block) {
    digest.number(block.type);
    digest.number(block.line);
    digest.number(block.level);
    digest.number(block.ordered);
    digest.number(block.start);
    digest.number(block.tight);
    digest.number(block.open);
    digest.number(block.task ? 1 + static_cast<int>(*block.task) : 0);
    digest.number(block.alert);
    digest.number(block.align);
    digest.number(block.header);
    digest.number(block.spans.size());
    for (const book::Span& span : block.spans) add(digest, span);
    digest.number(block.children.size());
    for (const book::Block& child : block.children) add(digest, child);
    for (const std::string* text : {&block.source, &block.alt, &block.caption, &block.anchor, &block.language})
        digest.bytes(*text);
}

void add(Digest& digest, const session::Stopwatch& clock) {
    digest.duration(clock.before);
    digest.number(clock.since.has_value());
    if (clock.since) digest.duration(clock.since->time_since_epoch());
}

void add(Digest& digest, const session::Countdown& countdown) {
    digest.number(countdown.phases.size());
    for (const auto& phase : countdown.phases) {
        digest.bytes(phase.name);
        digest.duration(phase.length);
    }
    add(digest, countdown.clock);
}

void add(Digest& digest, const session::TalkingRound& round) {
    digest.number(round.seats);
    digest.duration(round.each);
    digest.number(round.seat);
    add(digest, round.clock);
}

void add(Digest& digest, const session::Scale& scale) {
    for (const std::string* text : {&scale.question, &scale.low, &scale.high}) digest.bytes(*text);
    for (const int hands : scale.hands) digest.number(hands);
    digest.number(scale.marker);
    digest.number(scale.counts_shown);
}

void add(Digest& digest, const session::Breathing& breathing) {
    digest.duration(breathing.in);
    digest.duration(breathing.out);
    add(digest, breathing.clock);
}

void add(Digest& digest, const std::vector<std::string>& texts) {
    digest.number(texts.size());
    for (const std::string& text : texts) digest.bytes(text);
}

void add(Digest& digest, const session::BodyScan& scan) {
    add(digest, scan.areas);
    digest.duration(scan.each);
    add(digest, scan.clock);
}

void add(Digest& digest, const session::GroupDivider& divider) {
    digest.number(divider.seats.size());
    digest.number(divider.size);
    digest.number(divider.by_size);
    digest.number(divider.groups.size());
    for (const auto& group : divider.groups) {
        digest.number(group.size());
        for (const int seat : group) digest.number(seat);
    }
}

void add(Digest& digest, const session::Board& board) {
    add(digest, board.columns);
    digest.number(board.cards.size());
    for (const auto& card : board.cards) {
        digest.bytes(card.text);
        digest.number(card.column);
    }
    digest.number(board.sorting);
    digest.number(board.locked);
}

void add(Digest& digest, const session::WordCards& cards) {
    add(digest, cards.cards);
    for (const int number : {cards.draw, cards.first, cards.turned, cards.lit}) digest.number(number);
}

void add(Digest& digest, const session::Reveal& reveal) {
    digest.number(reveal.shape);
    digest.bytes(reveal.heading);
    digest.bytes(reveal.scale);
    digest.number(reveal.parts.size());
    for (const auto& part : reveal.parts) {
        digest.bytes(part.name);
        digest.bytes(part.written);
        digest.number(part.hands);
    }
    for (const int number : {reveal.shown, reveal.lit, reveal.before, reveal.after}) digest.number(number);
}

void add(Digest& digest, const session::Values& values) {
    digest.number(values.shape);
    digest.number(values.items.size());
    for (const auto& item : values.items) {
        digest.bytes(item.name);
        digest.number(item.value);
        digest.number(item.lived);
        digest.number(item.tap);
        digest.number(item.chosen);
    }
    digest.number(values.pick);
    digest.number(values.lit);
}

void add(Digest& digest, const session::Network& network) {
    add(digest, network.sectors);
    for (const auto& sector : network.fields)
        for (const auto& field : sector) {
            digest.number(field.gives);
            digest.number(field.takes);
        }
    digest.number(network.lit);
}

void add(Digest& digest, const session::WeekGrid& grid) {
    add(digest, grid.kinds);
    for (const auto& day : grid.week)
        for (const auto& entry : day) {
            digest.bytes(entry.name);
            digest.number(entry.kind);
        }
    digest.number(grid.lit);
}

void add(Digest& digest, base::TimeOfDay time) {
    digest.number(time.hour);
    digest.number(time.minute);
}

void add(Digest&, const EmptyScene&) {}

void add(Digest& digest, const StartScene& scene) {
    digest.bytes(scene.title);
    add(digest, scene.begins);
    digest.bytes(scene.picture);
}

void add(Digest& digest, const TextScene& scene) {
    digest.bytes(scene.title);
    digest.number(scene.blocks.size());
    for (const book::Block& block : scene.blocks) add(digest, block);
    digest.bytes(scene.picture);
    digest.number(scene.page);
    digest.number(scene.pages);
    add(digest, scene.forms);
}

void add(Digest& digest, const AidScene& scene) {
    digest.bytes(scene.title);
    digest.number(scene.aid.index());
    std::visit([&](const auto& aid) { add(digest, aid); }, scene.aid);
    digest.bytes(scene.picture);
}

void add(Digest& digest, const BreakScene& scene) {
    digest.bytes(scene.title);
    add(digest, scene.until);
    digest.number(scene.paused);
    digest.duration(scene.left);
    if (!scene.paused) digest.duration(scene.ends.time_since_epoch());
    digest.bytes(scene.picture);
}

}  // namespace

std::uint64_t digest(const AudienceView& view) {
    Digest digest;
    digest.number(view.scene.index());
    std::visit([&](const auto& scene) { add(digest, scene); }, view.scene);
    digest.number(view.cover);
    digest.bytes(view.footer);
    for (const auto& spot : {view.pointer, view.zoom}) {
        digest.number(spot.has_value());
        if (!spot) continue;
        digest.number(static_cast<int>(spot->x * 10000));
        digest.number(static_cast<int>(spot->y * 10000));
    }
    digest.number(view.light);
    digest.number(view.reduced_motion);
    digest.number(view.language);
    return digest.value();
}

}  // namespace app
