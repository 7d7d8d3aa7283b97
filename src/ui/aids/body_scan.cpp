#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "ui/aids/aid_scene.h"

namespace ui {
namespace {

/// A limb as the eye sees it from the front: a middle line and how wide it is along it. Shares of the figure's height.
struct Knot {
    float x, y;  ///< x from the middle of the body
    float half;  ///< half of the width
};
constexpr std::array<Knot, 10> torso{{{0, 0.100f, 0.032f},
                                      {0, 0.150f, 0.031f},
                                      {0, 0.176f, 0.044f},
                                      {0, 0.196f, 0.096f},
                                      {0, 0.222f, 0.120f},
                                      {0, 0.280f, 0.110f},
                                      {0, 0.375f, 0.092f},
                                      {0, 0.440f, 0.098f},
                                      {0, 0.505f, 0.111f},
                                      {0, 0.550f, 0.109f}}};
constexpr std::array<Knot, 6> arm{{{0.110f, 0.226f, 0.029f},
                                   {0.130f, 0.280f, 0.029f},
                                   {0.150f, 0.345f, 0.025f},
                                   {0.166f, 0.410f, 0.023f},
                                   {0.178f, 0.478f, 0.020f},
                                   {0.182f, 0.522f, 0.024f}}};
constexpr std::array<Knot, 6> leg{{{0.056f, 0.530f, 0.053f},
                                   {0.057f, 0.620f, 0.047f},
                                   {0.058f, 0.715f, 0.037f},
                                   {0.059f, 0.790f, 0.036f},
                                   {0.060f, 0.900f, 0.025f},
                                   {0.060f, 0.955f, 0.023f}}};
constexpr Knot foot_heel{0.062f, 0.966f, 0.021f};
constexpr Knot foot_toes{0.086f, 0.970f, 0.018f};
constexpr Knot head{0, 0.070f, 0.062f};

enum Part : unsigned { in_head = 1, in_torso = 2, in_arms = 4, in_legs = 8, everywhere = 15 };

/// Where attention rests: these parts, from `top` to `bottom`.
struct Place {
    unsigned parts = 0;
    float top = 0, bottom = 0;
};

struct Known {
    std::string_view word;  ///< how a word begins, in lower case
    Place place;
};
/// Bokmål, nynorsk and English. What is not here gets its height from its number in the row.
constexpr Known known[] = {
    {"hele", {everywhere, -0.02f, 1.02f}},
    {"heile", {everywhere, -0.02f, 1.02f}},
    {"whole", {everywhere, -0.02f, 1.02f}},
    {"føt", {in_legs, 0.915f, 1}},
    {"fot", {in_legs, 0.915f, 1}},
    {"tær", {in_legs, 0.945f, 1}},
    {"ankl", {in_legs, 0.895f, 0.96f}},
    {"feet", {in_legs, 0.915f, 1}},
    {"toes", {in_legs, 0.945f, 1}},
    {"legg", {in_legs, 0.745f, 0.91f}},
    {"calves", {in_legs, 0.745f, 0.91f}},
    {"kne", {in_legs, 0.685f, 0.765f}},
    {"knær", {in_legs, 0.685f, 0.765f}},
    {"lår", {in_legs, 0.53f, 0.70f}},
    {"thigh", {in_legs, 0.53f, 0.70f}},
    {"bein", {in_legs, 0.53f, 1}},
    {"legs", {in_legs, 0.53f, 1}},
    {"stol", {in_torso | in_legs, 0.49f, 0.58f}},
    {"sete", {in_torso | in_legs, 0.49f, 0.58f}},
    {"rump", {in_torso | in_legs, 0.49f, 0.58f}},
    {"seat", {in_torso | in_legs, 0.49f, 0.58f}},
    {"hoft", {in_torso, 0.45f, 0.55f}},
    {"bekken", {in_torso, 0.45f, 0.55f}},
    {"hips", {in_torso, 0.45f, 0.55f}},
    {"mage", {in_torso, 0.35f, 0.475f}},
    {"magen", {in_torso, 0.35f, 0.475f}},
    {"belly", {in_torso, 0.35f, 0.475f}},
    {"rygg", {in_torso, 0.205f, 0.50f}},
    {"back", {in_torso, 0.205f, 0.50f}},
    {"bryst", {in_torso, 0.215f, 0.345f}},
    {"pust", {in_torso, 0.215f, 0.40f}},
    {"chest", {in_torso, 0.215f, 0.345f}},
    {"skuld", {in_torso | in_arms, 0.182f, 0.265f}},
    {"should", {in_torso | in_arms, 0.182f, 0.265f}},
    {"arm", {in_arms, 0.20f, 0.485f}},
    {"alb", {in_arms, 0.345f, 0.42f}},
    {"hend", {in_arms, 0.475f, 0.56f}},
    {"hånd", {in_arms, 0.475f, 0.56f}},
    {"hand", {in_arms, 0.475f, 0.56f}},
    {"fing", {in_arms, 0.475f, 0.56f}},
    {"nakke", {in_torso, 0.125f, 0.20f}},
    {"hals", {in_torso, 0.125f, 0.20f}},
    {"neck", {in_torso, 0.125f, 0.20f}},
    {"ansikt", {in_head, -0.02f, 0.15f}},
    {"andlet", {in_head, -0.02f, 0.15f}},
    {"face", {in_head, -0.02f, 0.15f}},
    {"kjeve", {in_head, 0.085f, 0.15f}},
    {"jaw", {in_head, 0.085f, 0.15f}},
    {"panne", {in_head, -0.02f, 0.07f}},
    {"øyne", {in_head, 0.035f, 0.085f}},
    {"hode", {in_head, -0.02f, 0.15f}},
    {"hovud", {in_head, -0.02f, 0.15f}},
    {"head", {in_head, -0.02f, 0.15f}},
};

/// Places that meet in the same parts are one, so that the light has no seam between them.
void add(std::vector<Place>& places, const Place& place) {
    for (Place& other : places) {
        if (other.parts != place.parts || place.top > other.bottom || place.bottom < other.top) continue;
        other.top = std::min(other.top, place.top);
        other.bottom = std::max(other.bottom, place.bottom);
        return;
    }
    places.push_back(place);
}

/// One area may name several places: "Hendene og armene".
std::vector<Place> places_of(const session::BodyScan& scan, int area) {
    std::vector<Place> places;
    const std::string name = base::lower(scan.areas[static_cast<std::size_t>(area)]);
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        const std::string_view word = std::string_view(name).substr(begin, end - begin);
        const auto* found =
            std::find_if(std::begin(known), std::end(known), [&](const Known& k) { return word.starts_with(k.word); });
        if (found != std::end(known)) add(places, found->place);
        begin = end + 1;
    }
    if (!places.empty()) return places;
    if (name.starts_with("kropp")) return {{everywhere, -0.02f, 1.02f}};
    // From the feet upwards, as such a round is usually led.
    const float share = 1.0f / static_cast<float>(scan.areas.size());
    const float bottom = 1 - share * static_cast<float>(area);
    return {{everywhere, bottom - share, bottom}};
}

/// The standing figure on the wall.
class Figure {
  public:
    Figure(WallCanvas& wall, float x, float top, float height) : wall_(wall), x_(x), top_(top), height_(height) {}

    /// The parts between two heights in one colour; `wider` makes a soft edge of light around them.
    void draw(const Place& place, ImU32 colour, float wider = 0) const {
        if ((place.parts & in_head) != 0) draw_head(place, colour, wider);
        if ((place.parts & in_torso) != 0) draw_limb(torso, 1, place, colour, wider);
        for (const float side : {-1.0f, 1.0f}) {
            if ((place.parts & in_arms) != 0) draw_limb(arm, side, place, colour, wider);
            if ((place.parts & in_legs) == 0) continue;
            draw_limb(leg, side, place, colour, wider);
            if (place.top <= foot_heel.y + wider && place.bottom > foot_heel.y)
                wall_.line(x(side * foot_heel.x), y(foot_heel.y), x(side * foot_toes.x), y(foot_toes.y),
                           2 * (foot_heel.half + wider) * height_, colour);
        }
    }

  private:
    float x(float share) const { return x_ + share * height_; }
    float y(float share) const { return top_ + share * height_; }

    void draw_head(const Place& place, ImU32 colour, float wider) const {
        const float radius = head.half + wider;
        const float top = head.y - head.half, bottom = head.y + head.half;
        if (place.top <= top + 0.015f && place.bottom >= bottom) {
            wall_.disc(x(0), y(head.y), radius * height_, colour);
            return;
        }
        // A cap of the disc, above or below a level line.
        constexpr int steps = 24;
        std::array<ImVec2, steps + 1> points;
        const float from = std::clamp((std::max(top, place.top) - head.y) / head.half, -1.0f, 1.0f);
        const float to = std::clamp((std::min(bottom, place.bottom) - head.y) / head.half, -1.0f, 1.0f);
        for (int i = 0; i <= steps; ++i) {
            const bool right = i <= steps / 2;
            const float along = right ? static_cast<float>(i) / (steps / 2.0f)
                                      : 1 - static_cast<float>(i - steps / 2 - 1) / (steps / 2.0f - 1);
            const float level = from + (to - from) * along;
            const float half = radius * std::sqrt(std::max(0.0f, 1 - level * level));
            points[static_cast<std::size_t>(i)] = {x(right ? half : -half), y(head.y + level * radius)};
        }
        wall_.polygon(points, colour);
    }

    template <std::size_t count>
    void draw_limb(const std::array<Knot, count>& knots, float side, const Place& place, ImU32 colour,
                   float wider) const {
        constexpr int steps = 44;
        const float top = std::max(place.top - wider, knots.front().y);
        const float bottom = std::min(place.bottom + wider, knots.back().y);
        if (bottom <= top) return;
        std::array<ImVec2, steps + 1> left, right;
        for (int i = 0; i <= steps; ++i) {
            const Knot at = between(knots, top + (bottom - top) * static_cast<float>(i) / steps);
            // The edge of light is round where the place ends.
            const float outside = std::max({0.0f, place.top - at.y, at.y - place.bottom});
            const float half = at.half + std::sqrt(std::max(0.0f, wider * wider - outside * outside));
            const auto number = static_cast<std::size_t>(i);
            left[number] = {x(side * at.x - half), y(at.y)};
            right[number] = {x(side * at.x + half), y(at.y)};
        }
        wall_.ribbon(left, right, colour);
        if (&knots.front().y == &torso.front().y) return;
        // Round ends, where the limb itself ends.
        if (place.bottom >= knots.back().y) round_end(knots.back(), side, colour, wider);
        if (place.top <= knots.front().y && &knots.front().y == &arm.front().y)
            round_end(knots.front(), side, colour, wider);
    }

    void round_end(const Knot& knot, float side, ImU32 colour, float wider) const {
        wall_.disc(x(side * knot.x), y(knot.y), (knot.half + wider) * height_, colour);
    }

    template <std::size_t count>
    static Knot between(const std::array<Knot, count>& knots, float level) {
        std::size_t next = 1;
        while (next + 1 < count && knots[next].y < level) ++next;
        const Knot& a = knots[next - 1];
        const Knot& b = knots[next];
        // Catmull–Rom through the knots: a body has no corners.
        const Knot& before = knots[next > 1 ? next - 2 : 0];
        const Knot& after = knots[std::min(next + 1, count - 1)];
        const float t = std::clamp((level - a.y) / (b.y - a.y), 0.0f, 1.0f);
        const auto smooth = [&](float Knot::*of) {
            const float from = (b.*of - before.*of) / std::max(0.001f, b.y - before.y) * (b.y - a.y);
            const float to = (after.*of - a.*of) / std::max(0.001f, after.y - a.y) * (b.y - a.y);
            const float t2 = t * t, t3 = t2 * t;
            return (2 * t3 - 3 * t2 + 1) * (a.*of) + (t3 - 2 * t2 + t) * from + (3 * t2 - 2 * t3) * (b.*of) +
                   (t3 - t2) * to;
        };
        return {smooth(&Knot::x), level, smooth(&Knot::half)};
    }

    WallCanvas& wall_;
    float x_, top_, height_;
};

constexpr float figure_top = 60;
constexpr float figure_height = 590;
constexpr float dimmest = 0.3f;  // where a light begins and ends: it never goes out, so a pause within is no jump

ImU32 mixed(ImU32 a, ImU32 b, float share) {
    const ImVec4 x = ImGui::ColorConvertU32ToFloat4(a);
    const ImVec4 y = ImGui::ColorConvertU32ToFloat4(b);
    return ImGui::ColorConvertFloat4ToU32(
        {x.x + (y.x - x.x) * share, x.y + (y.y - x.y) * share, x.z + (y.z - x.z) * share, 1});
}

Place widened(const Place& place, float by) {
    return {place.parts, place.top - by, place.bottom + by};
}

void draw_lit(const Palette& p, const Figure& figure, const std::vector<Place>& places, float light) {
    // All colours are mixed beforehand, so that shapes that lie over each other make no seams.
    const ImU32 lit = p.dark ? p.amber : p.primary;
    constexpr int rings = 5;
    for (int i = rings; i > 0; --i) {
        const float wider = 0.0065f * static_cast<float>(i);
        const float share = light * 0.34f * (1 - static_cast<float>(i - 1) / rings);
        for (const Place& place : places) figure.draw(place, mixed(p.ground, p.amber, share), wider);
    }
    figure.draw({everywhere, -0.02f, 1.02f}, p.primary_soft);
    constexpr int layers = 12;
    for (int i = layers; i >= 0; --i) {
        const float share = light * (1 - static_cast<float>(i) / (layers + 1));
        const float by = 0.0025f * static_cast<float>(i) - 0.015f;
        for (const Place& place : places) figure.draw(widened(place, by), mixed(p.primary_soft, lit, share));
    }
}

/// A dot for each area: filled when it is done, the one that is on larger.
void draw_dots(WallCanvas& wall, const session::BodyScan& scan, const session::BodyScan::View& view,
               const RoundStage& stage) {
    const Palette& p = wall.palette();
    const int on = view.area;
    const auto count = static_cast<int>(scan.areas.size());
    const float pitch = std::min(34.0f, stage.text.width / static_cast<float>(count));
    const float y = stage.text.y + stage.text.height - 64;
    const float dot = std::min(8.0f, pitch * 0.28f);
    for (int i = 0; i < count; ++i) {
        const float x = stage.text.x + dot * 1.5f + pitch * static_cast<float>(i);
        if (i == on) wall.disc(x, y, dot * 1.5f, p.amber);
        if (i == on && !p.dark) wall.ring(x, y, dot * 1.5f - 1, 2, p.edge);
        if (i < on) wall.disc(x, y, dot, p.primary);
        if (i > on) wall.ring(x, y, dot - 1.5f, 3, p.edge);
    }
    if (scan.clock.running() || on >= count || view.gone == base::Milliseconds{0}) return;
    wall.pause_sign(stage.text.x + pitch * static_cast<float>(count) + 28, y, 30, p.muted);
}

}  // namespace

void draw_body_scan(WallCanvas& wall, const app::AidScene& scene, const session::BodyScan& scan, bool reduced_motion) {
    if (scan.areas.empty()) return;
    const Palette& p = wall.palette();
    const session::BodyScan::View view = scan.view(wall.now());
    const RoundStage stage = round_stage(wall);
    const Figure figure(wall, stage.x, figure_top, figure_height);
    const bool done = view.area >= static_cast<int>(scan.areas.size());
    if (done) {
        draw_lit(p, figure, {{everywhere, -0.02f, 1.02f}}, 1);
        draw_words(wall, stage, {}, scene.title, wall.words()[words::Key::wall_own_pace]);
    } else {
        const float light = reduced_motion ? 1 : dimmest + (1 - dimmest) * view.light;
        draw_lit(p, figure, places_of(scan, view.area), light);
        draw_words(wall, stage, scene.title, scan.areas[static_cast<std::size_t>(view.area)], {});
    }
    draw_dots(wall, scan, view, stage);
}

}  // namespace ui
