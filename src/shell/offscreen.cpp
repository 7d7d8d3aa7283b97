#include "shell/offscreen.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace shell {
namespace {

// OpenGL 3.0; the system's header stops at 1.1.
constexpr GLenum framebuffer_target = 0x8D40, colour_attachment = 0x8CE0, framebuffer_complete = 0x8CD5, rgba8 = 0x8058;

template <class Function>
Function gl(const char* name) {
    return reinterpret_cast<Function>(glfwGetProcAddress(name));
}

}  // namespace

Offscreen::Offscreen(Canvas::Size size) : size_(size) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexImage2D(GL_TEXTURE_2D, 0, rgba8, size.width, size.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    gl<void (*)(GLsizei, GLuint*)>("glGenFramebuffers")(1, &framebuffer_);
    bind();
    gl<void (*)(GLenum, GLenum, GLenum, GLuint, GLint)>("glFramebufferTexture2D")(framebuffer_target, colour_attachment,
                                                                                  GL_TEXTURE_2D, texture, 0);
    complete_ = gl<GLenum (*)(GLenum)>("glCheckFramebufferStatus")(framebuffer_target) == framebuffer_complete;
}

void Offscreen::bind() const {
    gl<void (*)(GLenum, GLuint)>("glBindFramebuffer")(framebuffer_target, framebuffer_);
}

Image Offscreen::read() const {
    bind();
    Image image{size_.width, size_.height, {}};
    const std::size_t row = static_cast<std::size_t>(size_.width) * 4;
    image.pixels.resize(row * static_cast<std::size_t>(size_.height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size_.width, size_.height, GL_RGBA, GL_UNSIGNED_BYTE, image.pixels.data());
    for (int y = 0; y < size_.height / 2; ++y) {
        const auto top = image.pixels.begin() + static_cast<std::ptrdiff_t>(row) * y;
        const auto bottom = image.pixels.begin() + static_cast<std::ptrdiff_t>(row) * (size_.height - 1 - y);
        std::swap_ranges(top, top + static_cast<std::ptrdiff_t>(row), bottom);
    }
    for (std::size_t i = 3; i < image.pixels.size(); i += 4) image.pixels[i] = 255;
    return image;
}

}  // namespace shell
