#include "shell/pictures.h"

#include <GLFW/glfw3.h>

#include <algorithm>

#ifndef GL_CLAMP_TO_EDGE
#define GL_CLAMP_TO_EDGE 0x812F
#endif

namespace shell {
namespace {

/// Uploads with its smaller copies, so that thumbnails do not shimmer.
GLuint upload(const Image& image) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, image.width, image.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 image.pixels.data());
    using GenerateMipmap = void (*)(GLenum);
    static const auto generate = reinterpret_cast<GenerateMipmap>(glfwGetProcAddress("glGenerateMipmap"));
    generate(GL_TEXTURE_2D);
    return name;
}

void erase(const ui::Texture& texture) {
    const auto name = static_cast<GLuint>(texture.id);
    if (name != 0) glDeleteTextures(1, &name);
}

}  // namespace

float Pictures::aspect(std::string_view source) const {
    const auto size = cache_.size(source);
    return size ? static_cast<float>(size->width) / static_cast<float>(size->height) : 0;
}

void Pictures::begin_frame() {
    ++frame_;
    if (generation_ != cache_.generation()) {
        generation_ = cache_.generation();
        clear();
    }
    std::size_t bytes = 0;
    for (auto one = entries_.begin(); one != entries_.end();) {
        bytes += one->bytes;
        if (bytes > most_bytes && one->frame + 1 < frame_) {
            erase(one->texture);
            one = entries_.erase(one);
        } else {
            ++one;
        }
    }
}

ui::Texture Pictures::made(std::string_view name, int most_height) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) {
        return e.name == name && e.most_height == most_height;
    });
    if (found != entries_.end()) {
        entries_.splice(entries_.begin(), entries_, found);
        entries_.front().frame = frame_;
        return entries_.front().texture;
    }
    std::shared_ptr<const Image> image;
    if (cache_.get(name, image) != ImageCache::Answer::here) return {};
    ui::Texture texture{0, image->width, image->height};
    Image smaller;
    const Image* best = image.get();
    if (most_height > 0 && image->height > most_height) {
        smaller = halved(*image);
        best = &smaller;
    }
    texture.id = static_cast<ImTextureID>(upload(*best));
    entries_.push_front({std::string(name), most_height, texture, best->bytes() * 4 / 3, frame_});
    return texture;
}

bool Pictures::prefetch(std::string_view name) {
    if (texture(name).width > 0) return true;
    std::shared_ptr<const Image> image;
    return cache_.get(name, image) == ImageCache::Answer::none;
}

void Pictures::clear() {
    for (const Entry& one : entries_) erase(one.texture);
    entries_.clear();
}

}  // namespace shell
