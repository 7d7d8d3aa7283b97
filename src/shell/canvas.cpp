#include "shell/canvas.h"

#include <GLFW/glfw3.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include "font_assets.h"

namespace shell {

Canvas::Canvas(GLFWwindow* window, Input input) : window_(window), input_(input) {
    IMGUI_CHECKVERSION();
    ImGuiContext* const context_before = ImGui::GetCurrentContext();
    GLFWwindow* const window_before = glfwGetCurrentContext();
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);
    glfwMakeContextCurrent(window_);

    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;
    io.Fonts->TexMaxWidth = io.Fonts->TexMaxHeight = 4096;
    if (input_ == Input::glfw) ImGui_ImplGlfw_InitForOpenGL(window_, true);
    if (input_ != Input::none) {
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    } else {
        io.ConfigFlags |= ImGuiConfigFlags_NoMouse | ImGuiConfigFlags_NoKeyboard | ImGuiConfigFlags_NoMouseCursorChange;
    }
    ImGui_ImplOpenGL3_Init("#version 330 core");
    fonts_ =
        ui::add_fonts(*io.Fonts, {embedded::inter_regular(), embedded::inter_semibold(), embedded::inter_bold(),
                                  embedded::inter_italic(), embedded::inter_bold_italic(), embedded::mono_regular()});

    ImGui::SetCurrentContext(context_before);
    glfwMakeContextCurrent(window_before);
}

Canvas::~Canvas() {
    ImGuiContext* const context_before = ImGui::GetCurrentContext();
    GLFWwindow* const window_before = glfwGetCurrentContext();
    ImGui::SetCurrentContext(context_);
    glfwMakeContextCurrent(window_);
    ImGui_ImplOpenGL3_Shutdown();
    if (input_ == Input::glfw) ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext(context_);
    ImGui::SetCurrentContext(context_before == context_ ? nullptr : context_before);
    glfwMakeContextCurrent(window_before);
}

// OpenGL's context stays current after the scope: that costs nothing, changing back and forth does, and the swap that
// follows needs it.
Canvas::Scope::Scope(const Canvas& canvas) : context_before_(ImGui::GetCurrentContext()) {
    if (glfwGetCurrentContext() != canvas.window_) glfwMakeContextCurrent(canvas.window_);
    ImGui::SetCurrentContext(canvas.context_);
}

Canvas::Scope::~Scope() {
    ImGui::SetCurrentContext(context_before_);
}

void Canvas::begin(Size size, float seconds, double idle) {
    ImGuiIO& io = ImGui::GetIO();
    ImGui_ImplOpenGL3_NewFrame();
    if (input_ == Input::glfw) ImGui_ImplGlfw_NewFrame();
    io.DisplaySize = ImVec2(static_cast<float>(size.width), static_cast<float>(size.height));
    io.DisplayFramebufferScale = ImVec2(1, 1);
    io.DeltaTime = seconds;
    ImGui::GetCurrentContext()->Time += idle;
    ImGui::NewFrame();
}

void Canvas::end(Size size, ImU32 ground) {
    ImGui::Render();
    const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(ground);
    glViewport(0, 0, size.width, size.height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(colour.x, colour.y, colour.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool Canvas::unsettled() const {
    return !context_->InputEventsQueue.empty() || (context_->DimBgRatio > 0 && context_->DimBgRatio < 1);
}

bool Canvas::hover_waits() const {
    return context_->HoverItemDelayId != 0 && context_->HoverItemDelayTimer < context_->Style.HoverDelayNormal;
}

bool Canvas::overlaid() const {
    return !context_->OpenPopupStack.empty();
}

}  // namespace shell
