// ui/context.h: what every draw function gets besides the model: fonts, colours, pictures, view state, and where
// actions go. Rule: draw functions take a const model and push actions; they open no file, read no clock and parse
// nothing. One Context a window; shell owns both.
#pragma once

#include <imgui.h>

#include <string_view>

#include "app/action.h"
#include "book/layout.h"
#include "ui/theme.h"

namespace ui {

struct Fonts {
    ImFont* faces[6] = {};  ///< by book::Face

    ImFont* operator[](book::Face face) const { return faces[static_cast<int>(face)]; }
};

/// The font files, as bytes that outlive the atlas.
struct FontFiles {
    std::string_view regular, semibold, bold, italic, bold_italic, mono;
};
/// Adds the six faces to an atlas; signs that Inter lacks come from the mono font.
Fonts add_fonts(ImFontAtlas& atlas, const FontFiles& files);

/// Measures with the window's own fonts. Valid inside a frame of that window.
class FontMeasure final : public book::Measure {
  public:
    explicit FontMeasure(const Fonts& fonts) : fonts_(fonts) {}
    float advance(book::Font font, std::string_view text) const override;
    float ascent(book::Font font) const override;
    float descent(book::Font font) const override;

  private:
    const Fonts& fonts_;
};

/// A picture as the window can draw it; `width` 0 = there is none.
struct Texture {
    ImTextureID id = 0;
    int width = 0;
    int height = 0;
};

/// Pictures of the handbook by file name ("ro.svg"; only the last part of a path counts). Implemented by shell, which
/// decodes and uploads on first use and forgets what was not drawn for long.
class Pictures : public book::PictureSizes {
  public:
    virtual Texture texture(std::string_view name) = 0;
    /// In all its detail, for a picture that fills the window.
    virtual Texture whole(std::string_view name) { return texture(name); }
};

struct State;  // ui/state.h: what a window remembers between frames (scroll, text buffers, dialogs, layouts)

struct Context {
    Fonts fonts;
    Palette palette;  ///< of the look that is on
    float scale = 1;  ///< text scale times the monitor's: every size in the kit is multiplied by it
    Pictures* pictures = nullptr;
    State* state = nullptr;
    app::Actions* actions = nullptr;
    base::Instant now{};  ///< of this frame

    void say(app::Action action) { actions->push_back(std::move(action)); }
    /// A size in design pixels, in pixels of this window.
    float px(float design) const { return design * scale; }
};

}  // namespace ui
