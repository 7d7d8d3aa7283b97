#include "bench/reading.h"

#include <GLFW/glfw3.h>

#include <filesystem>

#include "bench/parse.h"
#include "bench/tell.h"
#include "shell/canvas.h"
#include "shell/handbook_place.h"
#include "shell/offscreen.h"
#include "shell/painter.h"
#include "shell/screens/running_program.h"
#include "shell/window.h"
#include "support/big_book.h"

namespace bench {
namespace {

namespace fs = std::filesystem;

constexpr const char* chapter = "del-1/01-hva-er-mestringstreff.md";
constexpr shell::Canvas::Size size{1280, 800};

double process_milliseconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// A desk with a book on it, and the leaders' window drawn without a screen.
class Reader {
  public:
    Reader(shell::Canvas& canvas, shell::ImageCache& images, std::shared_ptr<const book::Handbook> handbook)
        : canvas_(canvas), desk_(folder_.path, nobody_), painter_(canvas, images, 720) {
        desk_.act(app::HandbookLoaded{std::move(handbook), nullptr}, now_);
    }

    void open(const std::string& document, float share) {
        desk_.act(app::OpenDocument{document, ""}, now_);
        desk_.act(app::StoppedReading{document, share}, now_);
    }

    /// Processor time of a frame with its pixels, in milliseconds.
    double frame() {
        const double before = process_milliseconds();
        desk_.act(painter_.leaders(desk_.model(), size, 1, {now_}), now_);
        const shell::Canvas::Scope scope(canvas_);
        glFinish();
        return process_milliseconds() - before;
    }

    double median_frame() {
        std::vector<double> times;
        for (int i = 0; i < 120; ++i) {
            const double time = frame();
            if (i >= 40) times.push_back(time);
        }
        return median(times);
    }

    /// Frames until nothing asks for another one at once, at most `most`.
    std::vector<double> settle(int most) {
        std::vector<double> times;
        while (std::ssize(times) < most) {
            times.push_back(frame());
            if (!painter_.restless()) break;
        }
        return times;
    }

  private:
    screens::Nobody nobody_;
    TempFolder folder_;
    const base::Instant now_ = base::now();
    shell::Canvas& canvas_;
    shell::Desk desk_;
    shell::Painter painter_;
};

fs::path copy_of_handbook(const TempFolder& folder) {
    const fs::path programme = folder.path / "mestringstreff";
    fs::copy(fs::path(HANDBOOK) / "mestringstreff", programme, fs::copy_options::recursive);
    return programme;
}

/// Every document in Bokmål this many times, each with an id of its own.
fs::path with_many_documents(int times, const TempFolder& folder) {
    const fs::path programme = copy_of_handbook(folder);
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(programme / "nb"))
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    for (const fs::path& file : files) {
        const std::string text = support::content_of(file);
        const std::size_t line = text.find("\nid: ");
        const std::size_t end = line == std::string::npos ? line : text.find('\n', line + 1);
        for (int i = 1; i < times; ++i) {
            const std::string mark = "-" + std::to_string(i);
            std::ofstream out(file.parent_path() / (file.stem().string() + mark + ".md"), std::ios::binary);
            if (end == std::string::npos)
                out << text;
            else
                out << text.substr(0, end) << mark << text.substr(end);
        }
    }
    return programme;
}

/// Real prose of this many megabytes as one chapter.
fs::path with_long_document(double megabytes, const TempFolder& folder) {
    const fs::path programme = copy_of_handbook(folder);
    const book::Handbook own = book::load(programme, "nb");
    const fs::path file = programme / "nb" / chapter;
    const std::string text = support::content_of(file);
    std::ofstream out(file, std::ios::binary);
    out << text.substr(0, text.find("\n---", 3) + 5)
        << support::long_prose(own, static_cast<std::size_t>(megabytes * 1e6));
    return programme;
}

double bytes_of(const fs::path& programme) {
    double bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(programme / "nb"))
        if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
    return bytes;
}

std::string all_text(const fs::path& programme) {
    std::string text;
    for (const auto& entry : fs::recursive_directory_iterator(programme / "nb"))
        if (entry.path().extension() == ".md") text += support::content_of(entry.path()) + "\n\n";
    return text;
}

void many_documents(shell::Canvas& canvas, shell::ImageCache& images) {
    double first_frame = 0;
    for (const int times : {1, 10, 100}) {
        const TempFolder folder;
        const fs::path programme = with_many_documents(times, folder);
        const double before = thread_milliseconds();
        auto handbook = std::make_shared<const book::Handbook>(book::load(programme, "nb"));
        const double opened = thread_milliseconds() - before;
        const std::string name = "the book " + std::to_string(times) + " times, ";
        tell(name + "megabytes", bytes_of(programme) / 1e6, "MB");
        tell(name + "opened", opened, "ms");
        tell(name + "opened, beside cmark-gfm's own part of it", opened / parser_milliseconds(all_text(programme)), "x");
        images.look_in(shell::picture_folders(handbook->folder));
        Reader reader(canvas, images, handbook);
        reader.open(chapter, 0.5f);
        const double frame = reader.median_frame();
        if (times == 1) first_frame = frame;
        tell(name + "a frame of a page", frame, "ms", "aim 4");
        tell(name + "a frame, beside that of the book once", frame / first_frame, "x", "aim 1");
    }
}

void long_documents(shell::Canvas& canvas, shell::ImageCache& images) {
    double first_frame = 0;
    for (const double megabytes : {0.1, 1.0, 10.0}) {
        const TempFolder folder;
        auto handbook = std::make_shared<const book::Handbook>(book::load(with_long_document(megabytes, folder), "nb"));
        images.look_in(shell::picture_folders(handbook->folder));
        char name[40];
        std::snprintf(name, sizeof name, "a document of %.1f MB, ", megabytes);
        Reader reader(canvas, images, handbook);
        reader.open("del-1/02-for-dere-begynner.md", 0);
        reader.settle(60);
        const double held = memory();
        reader.open(chapter, 0);
        tell(name + std::string("click to first screen"), reader.frame(), "ms", "aim 100");
        const std::vector<double> rest = reader.settle(2000);
        double all = 0;
        for (const double each : rest) all += each;
        tell(name + std::string("the rest measured, all frames together"), all, "ms");
        tell(name + std::string("the slowest of those frames"), *std::max_element(rest.begin(), rest.end()), "ms");
        tell(name + std::string("memory of the view"), memory() - held, "MB", "not growing");
        const double frame = reader.median_frame();
        if (first_frame == 0) first_frame = frame;
        tell(name + std::string("a frame"), frame, "ms", "aim 4");
        tell(name + std::string("a frame, beside that of 0.1 MB"), frame / first_frame, "x", "aim 1");
    }
}

}  // namespace

void reading() {
    shell::Heard heard;
    if (!shell::start_windows()) return;
    {
        shell::hint_context();
        const shell::WindowHandle window(glfwCreateWindow(64, 64, "bench", nullptr, nullptr));
        shell::ImageCache images(true, [] {});
        shell::Canvas canvas(window.get(), shell::Canvas::Input::none);
        {
            const shell::Canvas::Scope scope(canvas);
            const shell::Offscreen target(size);
            target.bind();
        }
        long_documents(canvas, images);
        many_documents(canvas, images);
    }
    shell::end_windows();
}

}  // namespace bench
