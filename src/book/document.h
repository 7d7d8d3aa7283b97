// book/document.h: one document of the handbook as values: blocks, spans, sections, slides, front matter.
// Rule: no type of the parser leaks; every string is owned, valid UTF-8 and plain text (no markup).
// A part of a document whose role is unknown is for the leaders only; see Role.
// Made by: book/load.cpp.
// Tests: tests/book/markdown_test.cpp
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace book {

/// How a span is set; bits of Span::marks.
enum Mark : std::uint8_t {
    mark_bold = 1,
    mark_italic = 2,
    mark_strike = 4,
    mark_code = 8,
    mark_sub = 16,
    mark_super = 32,
    mark_key = 64  ///< a key on the keyboard (<kbd>)
};

/// A piece of text set in one way. A hard line break is a span whose text is "\n".
struct Span {
    std::string text;
    std::uint8_t marks = 0;
    int link = -1;      ///< index into Document::links, or -1
    int footnote = -1;  ///< index into Document::footnotes when this is a reference mark, or -1
};

enum class BlockType : std::uint8_t {
    paragraph,
    heading,
    list,
    item,
    quote,
    alert,
    table,
    row,
    cell,
    code,
    rule,
    image,
    details  ///< what is shown only when asked for; its summary stands in `spans`
};
/// GitHub's five.
enum class AlertType : std::uint8_t { note, tip, important, warning, caution };
enum class Align : std::uint8_t { none, left, center, right };

struct Block {
    BlockType type = BlockType::paragraph;
    int line = 0;              ///< source line, from 1, front matter included
    int level = 0;             ///< heading: 1–6
    bool ordered = false;      ///< list: numbered
    int start = 1;             ///< list: first number
    bool tight = true;         ///< list: no air between items
    bool open = false;         ///< details: shown from the start
    std::optional<bool> task;  ///< item: a task, ticked or not
    AlertType alert = AlertType::note;
    Align align = Align::none;    ///< cell
    bool header = false;          ///< row: the header row
    std::vector<Span> spans;      ///< paragraph, heading, cell, details, code (one span, lines by "\n")
    std::vector<Block> children;  ///< list: items; item, quote, alert, details: blocks; table: rows; row: cells
    std::string source;           ///< image: as written, e.g. "../../../images/ro.svg"
    std::string alt;              ///< image: alternative text
    std::string caption;          ///< image: the title in quotes, shown below; may be empty
    std::string anchor;           ///< heading: its slug, unique in the document
    std::string language;         ///< code: info string
};

/// What a part of a document is for. Only `wall` may reach the wall.
enum class Role : std::uint8_t { leaders, goal, steps, wall, sheet, equipment, homework, reserve };

/// An H2 and what follows it up to the next H2.
struct Section {
    Role role = Role::leaders;
    std::string title;
    std::string anchor;
    std::size_t heading = 0;  ///< index of the heading in Document::blocks
    std::size_t first = 0;    ///< first block after the heading
    std::size_t end = 0;      ///< one past the last
};

/// What the wall may show of one slide, and apart from it what it may not.
struct Slide {
    std::string title;
    std::string anchor;
    std::vector<Block> body;  ///< public: without the picture and without the notes
    std::string picture;      ///< public: file name in images/, may be empty
    std::string picture_alt;
    std::vector<Block> notes;  ///< private: speaker notes, and every alert whose role is unknown
    int line = 0;
};

struct Link {
    std::string url;  ///< as written
    bool external = false;
    int document = -1;   ///< index into Handbook::documents, or -1 when external or leading nowhere
    std::string anchor;  ///< of the target, without '#'; empty = its top
};

struct Footnote {
    std::string label;
    std::vector<Block> blocks;
};

enum class Kind : std::uint8_t { chapter, theme, session, exercise, presentation, form, page, glossary };

/// An aid on the wall, as the front matter asks for it; `session` gives it meaning.
struct AidSpec {
    std::string type;                           ///< "phases", "countdown", "talking_round", "scale", "breathing", …
    std::map<std::string, std::string> values;  ///< scalars by name
    struct Phase {
        std::string name;
        int seconds = 0;
    };
    std::vector<Phase> phases;  ///< type "phases"
    struct Item {
        std::string name;
        std::string example;                 ///< may be empty
        std::map<std::string, int> numbers;  ///< e.g. "value", "day"
    };
    std::map<std::string, std::vector<Item>> lists;  ///< lists by name, e.g. "words", "columns", "activities"
};

/// A question from 0 to 10.
struct Question {
    std::string id;
    std::string text;
    std::string low;   ///< what 0 means
    std::string high;  ///< what 10 means
};

/// One file. `path` names it everywhere in the program: relative to the language folder, e.g.
/// "del-2/ovelser/ressurstre.md".
struct Document {
    std::string path;
    std::string file;      ///< the file on disk, UTF-8
    std::string language;  ///< "nb", "nn", "en"
    Kind kind = Kind::chapter;
    std::string id;
    std::string title;
    int part = 0;                        ///< 1–3, from the folder
    int order = 0;                       ///< chapter: its number within the part; else the place in the folder
    std::string code;                    ///< exercise: "E07"
    int minutes = 0;                     ///< exercise, session
    int session = 0;                     ///< session, theme, presentation: 1–6
    std::vector<int> sessions;           ///< exercise: used in
    std::vector<std::string> forms;      ///< exercise: "alene", "par", "gruppe", "plenum"
    std::vector<std::string> materials;  ///< exercise
    std::string picture;                 ///< file name in images/, may be empty
    std::optional<AidSpec> aid;
    std::vector<Question> questions;  ///< form
    std::vector<Block> blocks;
    std::vector<Section> sections;
    std::vector<Slide> slides;  ///< presentation
    std::vector<Link> links;
    std::vector<Footnote> footnotes;
    std::uint64_t revision = 0;  ///< changes when the content does (a hash of it)
    /// A translation: for each heading of the Bokmål text the anchor of the heading in the same place here, so that
    /// links written for the one lead right in the other.
    std::map<std::string, std::string> source_anchors;

    /// The section with this role or anchor, or null.
    const Section* section(Role role) const;
    const Section* section(const std::string& section_anchor) const;
};

/// The blocks of a section, without its heading.
std::vector<Block> content_of(const Document& document, const Section& section);
/// "1.9" for a chapter, "E07" for an exercise, else empty.
std::string number_of(const Document& document);
/// Knows a task of a list by its own words, without those of tasks below it: the same on every machine, and unmoved by
/// what is written around it. Two tasks of one document that say the same are one.
std::uint64_t task_of(const Block& item);
/// The text of spans or blocks without any markup; blocks are parted by an empty line.
std::string plain_text(const std::vector<Span>& spans);
std::string plain_text(const std::vector<Block>& blocks);

}  // namespace book
