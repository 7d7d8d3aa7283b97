// shell/pictures.h: the handbook's pictures as textures of one window.
// Rule: used inside the window's canvas scope only; what was not drawn for long is forgotten above a number of bytes.
// Used by: painter.cpp.                                                        Tests: tests/shell/screens/tour_test.cpp
#pragma once

#include <list>
#include <string>

#include "shell/image_cache.h"
#include "ui/context.h"

namespace shell {

class Pictures final : public ui::Pictures {
  public:
    /// `most_height`: higher pictures are halved, once, before they go to the graphics card; 0 = as they are.
    Pictures(ImageCache& cache, int most_height) : cache_(cache), most_height_(most_height) {}
    ~Pictures() override { clear(); }

    float aspect(std::string_view source) const override;
    ui::Texture texture(std::string_view name) override { return made(name, most_height_); }
    ui::Texture whole(std::string_view name) override { return made(name, 0); }
    /// Once a frame, before anything asks: what no frame has used lately may go.
    void begin_frame();
    /// Has the picture ready before it is shown; false while it is still being decoded.
    bool prefetch(std::string_view name);
    void clear();

  private:
    struct Entry {
        std::string name;
        int most_height = 0;  ///< that it was made for
        ui::Texture texture;
        std::size_t bytes = 0;
        std::uint64_t frame = 0;  ///< when it was used last
    };
    static constexpr std::size_t most_bytes = std::size_t{24} << 20;

    ui::Texture made(std::string_view name, int most_height);

    ImageCache& cache_;
    int most_height_;
    std::uint64_t generation_ = 0;
    std::uint64_t frame_ = 0;
    std::list<Entry> entries_;  ///< most recently used first
};

}  // namespace shell
