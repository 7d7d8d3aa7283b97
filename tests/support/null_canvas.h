// tests/support/null_canvas.h: ImGui without a window: frames are drawn into nothing, things are found by id or label
// and pressed, and what the program says back is collected. Rung two of the tests.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <functional>
#include <stdexcept>
#include <string>

#include "font_assets.h"
#include "ui/context.h"
#include "ui/index.h"
#include "ui/state.h"
#include "ui/windows.h"

namespace support {

/// Pictures of any name, 600 by 720.
class FakePictures final : public ui::Pictures {
  public:
    ui::Texture texture(std::string_view) override { return {ImTextureID(1), 600, 720}; }
    float aspect(std::string_view) const override { return 600.0f / 720.0f; }
};

class NullCanvas {
  public:
    ui::Context context;
    app::Actions actions;
    ui::Index index;
    FakePictures pictures;
    ui::StatePointer state = ui::make_state();

    explicit NullCanvas(float width = 1440, float height = 900) {
        imgui_ = ImGui::CreateContext();
        ImGui::SetCurrentContext(imgui_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {width, height};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        io.ConfigInputTextCursorBlink = false;
        context.fonts = ui::add_fonts(
            *io.Fonts, {embedded::inter_regular(), embedded::inter_semibold(), embedded::inter_bold(),
                        embedded::inter_italic(), embedded::inter_bold_italic(), embedded::mono_regular()});
        context.palette = ui::day();
        context.pictures = &pictures;
        context.actions = &actions;
        context.state = state.get();
        index.attach();
    }
    ~NullCanvas() {
        ImGui::SetCurrentContext(imgui_);
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) forget(texture);
        ImGui::DestroyContext(imgui_);
    }
    NullCanvas(const NullCanvas&) = delete;
    NullCanvas& operator=(const NullCanvas&) = delete;

    /// What every frame draws. Set before the first frame.
    std::function<void()> draw;

    /// One frame in a window that fills the canvas (or whatever `draw` begins itself when `bare`).
    bool bare = false;
    void frame() {
        ImGui::SetCurrentContext(imgui_);
        ImGui::GetIO().DeltaTime = 1.0f / 60.0f;
        index.clear();
        ImGui::NewFrame();
        if (!bare) {
            ImGui::SetNextWindowPos({0, 0});
            ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
            ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
            ImGui::Begin("canvas", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
            ImGui::PopStyleVar();
        }
        draw();
        if (!bare) ImGui::End();
        ImGui::Render();
        for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) {
            if (texture->Status == ImTextureStatus_WantDestroy) {
                texture->SetTexID(ImTextureID_Invalid);
                texture->SetStatus(ImTextureStatus_Destroyed);
            } else if (texture->Status != ImTextureStatus_OK) {
                if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(ImTextureID(7));
                texture->SetStatus(ImTextureStatus_OK);
            }
        }
    }
    void settle(int frames = 4) {
        for (int i = 0; i < frames; ++i) frame();
    }

    const ui::Item& find(std::string_view id_or_label) {
        const ui::Item* item = index.find(id_or_label);
        if (item == nullptr) throw std::runtime_error("not on the screen: " + std::string(id_or_label));
        return *item;
    }
    bool shown(std::string_view id_or_label) const { return index.find(id_or_label) != nullptr; }
    /// Whether any text or label on the screen contains these words.
    bool says(std::string_view words) const {
        for (const ui::Item& item : index.items())
            if (item.label.find(words) != std::string::npos) return true;
        return false;
    }

    void click(std::string_view id_or_label) {
        frame();
        const ui::Item& item = find(id_or_label);
        click_at({(item.min.x + item.max.x) / 2, (item.min.y + item.max.y) / 2});
    }
    void click_at(ImVec2 at) {
        ImGuiIO& io = ImGui::GetIO();
        io.AddMousePosEvent(at.x, at.y);
        frame();
        io.AddMouseButtonEvent(0, true);
        frame();
        io.AddMouseButtonEvent(0, false);
        settle(3);
    }
    void key(ImGuiKey key) {
        ImGuiIO& io = ImGui::GetIO();
        io.AddKeyEvent(key, true);
        frame();
        io.AddKeyEvent(key, false);
        settle(2);
    }
    void type(std::string_view text) {
        ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
        settle(3);
    }

    /// The latest action of this type that was said, or null.
    template <class T>
    const T* said() const {
        for (auto action = actions.rbegin(); action != actions.rend(); ++action)
            if (const T* found = action->template get_if<T>()) return found;
        return nullptr;
    }

  private:
    static void forget(ImTextureData* texture) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }

    ImGuiContext* imgui_ = nullptr;
};

}  // namespace support
