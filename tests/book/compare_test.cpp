#include "book/compare.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <random>

#include "book/document_file.h"
#include "support.h"

using book::Change;

namespace {

const std::string front = "---\nkind: page\nid: side\ntitle: Side\npart: 1\n---\n\n";

book::Document document(const std::string& path, const std::string& text) {
    std::vector<book::Problem> problems;
    book::Faults faults{path, problems};
    return book::read_document(text, path, "nb", faults).document;
}

book::Handbook book_of(std::vector<book::Document> documents) {
    book::Handbook handbook;
    handbook.documents = std::move(documents);
    return handbook;
}

/// The comparison of two texts of one page.
book::Comparison pages(const std::string& older, const std::string& newer) {
    return book::compare(book_of({document("del-1/a.md", front + older)}),
                         book_of({document("del-1/a.md", front + newer)}));
}

/// The rows as "~ a [-b-]{+c+}", one a line; what is the same is left out.
std::string rows_of(const book::DocumentChange& change) {
    std::string lines;
    for (const book::Row& row : change.rows) {
        if (row.kind == Change::same) continue;
        const std::string& older = row.older < 0 ? "" : change.older_leaves[static_cast<std::size_t>(row.older)].text;
        const std::string& newer = row.newer < 0 ? "" : change.newer_leaves[static_cast<std::size_t>(row.newer)].text;
        switch (row.kind) {
            case Change::added: lines += "+ " + newer; break;
            case Change::gone: lines += "- " + older; break;
            case Change::changed: lines += "~ " + book::marked_text(older, newer, row.words); break;
            case Change::moved: lines += row.older >= 0 ? "< " + older : "> " + newer; break;
            case Change::same: break;
        }
        lines += '\n';
    }
    return lines;
}

std::string changes(const std::string& older, const std::string& newer) {
    const book::Comparison comparison = pages(older, newer);
    REQUIRE(comparison.documents.size() == 1);
    return rows_of(comparison.documents.front());
}

const book::Handbook& shipped() {
    static const book::Handbook handbook = book::load(std::filesystem::path(HANDBOOK) / "mestringstreff", "nb");
    return handbook;
}

/// A book of this document alone; its links lead nowhere then.
book::Handbook alone(const book::Document& original) {
    book::Handbook handbook = book_of({original});
    for (book::Link& link : handbook.documents[0].links) link.document = -1;
    return handbook;
}

/// Each side's leaves stand in the rows once each and in order, and what is called the same is the same.
void check_whole(const book::DocumentChange& change) {
    int older = 0, newer = 0;
    bool right = true;
    const auto number_of_rows = static_cast<int>(change.rows.size());
    for (int r = 0; r < number_of_rows; ++r) {
        const book::Row& row = change.rows[static_cast<std::size_t>(r)];
        if (row.older >= 0) right = right && row.older == older++;
        if (row.newer >= 0) right = right && row.newer == newer++;
        const bool both = row.older >= 0 && row.newer >= 0;
        right = right && both == (row.kind == Change::same || row.kind == Change::changed);
        right = right && (row.twin >= 0) == (row.kind == Change::moved);
        if (row.twin >= 0) {
            const book::Row& twin = change.rows[static_cast<std::size_t>(row.twin)];
            right = right && twin.twin == r && (twin.older >= 0) != (row.older >= 0);
        }
        if (!both || !right) continue;
        const std::string& before = change.older_leaves[static_cast<std::size_t>(row.older)].text;
        const std::string& after = change.newer_leaves[static_cast<std::size_t>(row.newer)].text;
        if (row.kind == Change::same) right = support::words(before) == support::words(after);
        // The newer text with its marks undone is the older.
        std::string undone;
        std::size_t at = 0;
        for (const book::WordChange& word : row.words) {
            undone += after.substr(at, word.newer.begin - at) + " " + std::string(word.older.of(before)) + " ";
            at = word.newer.end;
        }
        undone += after.substr(at);
        const auto without_space = [](std::string text) {
            std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
            return text;
        };
        right = right && without_space(undone) == without_space(before);
    }
    CHECK(right);
    CHECK(older == static_cast<int>(change.older_leaves.size()));
    CHECK(newer == static_cast<int>(change.newer_leaves.size()));
}

bool same_counts(const book::ChangeCounts& x, const book::ChangeCounts& y) {
    return x.same == y.same && x.added == y.added && x.gone == y.gone && x.changed == y.changed && x.moved == y.moved;
}

book::ChangeCounts turned(book::ChangeCounts counts) {
    std::swap(counts.added, counts.gone);
    return counts;
}

/// Every span of running text in the document, however deep.
std::vector<book::Span*> spans_in(std::vector<book::Block>& blocks) {
    std::vector<book::Span*> found;
    const std::function<void(std::vector<book::Block>&)> walk = [&](std::vector<book::Block>& all) {
        for (book::Block& block : all) {
            for (book::Span& span : block.spans)
                if (span.footnote < 0 && !book::words_in(span.text).empty()) found.push_back(&span);
            walk(block.children);
        }
    };
    walk(blocks);
    return found;
}

}  // namespace

TEST_CASE("what a reader cannot see is no change: line wraps, spaces, numbering, the order of the front matter") {
    CHECK(pages("En linje\nsom brytes.\n\n1. a\n2. b\n", "En linje som   brytes.\n\n\n1. a\n1. b\n").same());
    const auto one = document("a.md", "---\nkind: page\nid: side\ntitle: Side\npart: 1\n---\nTekst\n");
    const auto other = document("a.md", "---\npart: 1\ntitle: \"Side\"\nid: side\nkind: page\n---\n\nTekst\n");
    CHECK(book::compare(book_of({one}), book_of({other})).same());
}

TEST_CASE("a paragraph that was edited is changed, with its words marked; others are new or gone") {
    CHECK(changes("Først.\n\nVi drikker kaffe sammen i pausen.\n\nTil slutt.",
                  "Først.\n\nVi drikker te sammen i pausen.\n\nTil slutt.") ==
          "~ Vi drikker [-kaffe-]{+te+} sammen i pausen.\n");
    CHECK(changes("En.\n\nTo.", "En.\n\nHelt nytt avsnitt her.\n\nTo.") == "+ Helt nytt avsnitt her.\n");
    CHECK(changes("En.\n\nNoe som går ut.\n\nTo.", "En.\n\nTo.") == "- Noe som går ut.\n");
    CHECK(changes("Fjorden ligger stille om kvelden.", "Ring legevakta ved brå sykdom eller skade.") ==
          "- Fjorden ligger stille om kvelden.\n+ Ring legevakta ved brå sykdom eller skade.\n");
}

TEST_CASE("items, rows of a table and what stands in an alert are compared one by one") {
    CHECK(changes("- kaffe\n- te\n- vann", "- kaffe\n- saft\n- vann") == "~ [-te-]{+saft+}\n");
    CHECK(changes("- kaffe\n- vann", "- kaffe\n- te\n- vann") == "+ te\n");
    CHECK(changes("| Min | Steg |\n| --- | --- |\n| 10 | Velkommen |\n| 20 | Pause |",
                  "| Min | Steg |\n| --- | --- |\n| 10 | Velkommen |\n| 15 | Pause |") == "~ [-20-]{+15+}\tPause\n");
    CHECK(changes("> [!NOTE]\n> Første.\n>\n> Si det rolig.", "> [!NOTE]\n> Første.\n>\n> Si det tydelig.") ==
          "~ Si det [-rolig-]{+tydelig+}.\n");
}

TEST_CASE("the same words set otherwise, in another frame or with another target are a change without marked words") {
    for (const auto& [older, newer] : {std::pair{"Hold pause nå.", "Hold **pause** nå."},
                                       std::pair{"Se [her](https://a.no).", "Se [her](https://b.no)."},
                                       std::pair{"Til dere.", "> [!TIP]\n> Til dere."},
                                       std::pair{"- [ ] Stoler", "- [x] Stoler"}, std::pair{"## Mål", "### Mål"}}) {
        INFO(newer);
        const book::Comparison comparison = pages(older, newer);
        REQUIRE(comparison.documents.front().rows.size() == 1);
        CHECK(comparison.documents.front().rows.front().kind == Change::changed);
        CHECK(comparison.documents.front().rows.front().words.empty());
    }
}

TEST_CASE("a paragraph that only stands elsewhere is moved, with the heading that went along") {
    const std::string a = "## Mål\n\nAlle har fått sagt noe høyt i dag.\n\n",
                      b = "## Slik gjør dere\n\nSett fram stolene i ring først.\n\n",
                      c = "## Ark\n\nSkriv det på tavla til slutt nå.\n\n";
    const book::Comparison comparison = pages(a + b + c, b + c + a);
    CHECK(comparison.leaf_counts.moved == 2);
    CHECK(comparison.leaf_counts.same == 4);
    CHECK(comparison.leaf_counts.added + comparison.leaf_counts.gone + comparison.leaf_counts.changed == 0);
    CHECK(rows_of(comparison.documents.front()) ==
          "< Mål\n< Alle har fått sagt noe høyt i dag.\n> Mål\n> Alle har fått sagt noe høyt i dag.\n");
}

TEST_CASE("pictures, details, footnotes, questions and notes that hide in slides are compared too") {
    CHECK(changes("![Et tre](../images/a.svg)", "![En busk](../images/a.svg)") == "~ [-Et tre-]{+En busk+}\n");
    CHECK(changes("Se her.[^1]\n\n[^1]: Etter Dahl.", "Se her.[^1]\n\n[^1]: Etter Berg.") ==
          "~ Etter [-Dahl-]{+Berg+}.\n");
    const auto form = [](const std::string& text) {
        return book_of({document("s.md", "---\nkind: form\nid: s\ntitle: S\nquestions:\n  - {id: q, text: \"" + text +
                                             "\", low: Lite, high: Mye}\n---\n")});
    };
    const book::Comparison forms = book::compare(form("Hvor nyttig?"), form("Hvor godt?"));
    CHECK(rows_of(forms.documents.front()) == "~ Hvor [-nyttig-]{+godt+}?\nLite\nMye\n");
    const auto slides = [](const std::string& note) {
        return book_of(
            {document("p.md", "---\nkind: presentation\nid: p\ntitle: P\nsession: 1\n---\n\n## Pust\n\nInn.\n\n<!-- " +
                                  note + " -->\n")});
    };
    CHECK(rows_of(book::compare(slides("Vent ti sekunder"), slides("Vent fem sekunder")).documents.front()) ==
          "~ Vent [-ti-]{+fem+} sekunder\n");
}

TEST_CASE("what the front matter says to readers is a change in words") {
    const auto exercise = [](const std::string& fields) {
        return book_of({document("e.md", "---\nkind: exercise\nid: e\nform: [par]\n" + fields + "---\n\nTekst\n")});
    };
    const book::Comparison comparison =
        book::compare(exercise("title: Tre\nminutes: 20\nsessions: [1]\nmaterials: [ark]\n"),
                      exercise("title: Treet\nminutes: 25\nsessions: [1, 3]\nmaterials: [ark, tape]\n"));
    const auto& facts = comparison.documents.front().facts;
    REQUIRE(facts.size() == 4);
    CHECK(comparison.documents.front().kind == Change::changed);
    CHECK(comparison.documents.front().rows.empty());
    CHECK((facts[0].fact == book::Fact::title && facts[0].older == "Tre" && facts[0].newer == "Treet"));
    CHECK((facts[1].fact == book::Fact::minutes && facts[1].older == "20" && facts[1].newer == "25"));
    CHECK((facts[2].fact == book::Fact::meetings && facts[2].older == "1" && facts[2].newer == "1, 3"));
    CHECK((facts[3].fact == book::Fact::materials && facts[3].older == "ark" && facts[3].newer == "ark, tape"));
}

TEST_CASE("a plan tells which of its steps differ") {
    const auto meeting = [](const std::string& pause) {
        return book_of(
            {document("s.md",
                      "---\nkind: session\nid: s\ntitle: S\nnumber: 1\nminutes: 30\n---\n\n| Min | Steg | Type |\n"
                      "| --- | --- | --- |\n| 10 | Velkommen | info |\n| " +
                          pause + " | Pause | pause |\n")});
    };
    const book::Comparison comparison = book::compare(meeting("20"), meeting("15"));
    REQUIRE(comparison.documents.front().facts.size() == 1);
    const book::FactChange& plan = comparison.documents.front().facts.front();
    CHECK(plan.fact == book::Fact::plan);
    CHECK(plan.older == "20 min Pause");
    CHECK(plan.newer == "15 min Pause");
}

TEST_CASE("documents are matched by path, then by id, then by what they say") {
    const std::string long_text =
        "Denne siden sier mye om hvordan gruppa blir trygg. Alle får snakke, og ingen må. "
        "Lederne følger klokka og passer på at pausen kommer.";
    const auto page = [](const std::string& path, const std::string& id, const std::string& text) {
        return document(path, "---\nkind: page\nid: " + id + "\ntitle: T\npart: 1\n---\n\n" + text + "\n");
    };
    const auto older = book_of({page("a.md", "a", "Samme tekst."), page("b.md", "b", "Noe annet."),
                                page("c.md", "c", long_text), page("d.md", "d", "Borte vekk.")});
    const auto newer = book_of({page("a.md", "z", "Samme tekst."), page("b2.md", "b", "Noe annet."),
                                page("c2.md", "c2", long_text + " Slutt."), page("e.md", "e", "Helt fersk.")});
    const book::Comparison comparison = book::compare(older, newer);
    REQUIRE(comparison.documents.size() == 5);
    CHECK(comparison.documents[0].kind == Change::same);
    CHECK((comparison.documents[1].kind == Change::moved && comparison.documents[1].older_path == "b.md" &&
           comparison.documents[1].rows.empty()));
    CHECK((comparison.documents[2].kind == Change::moved && comparison.documents[2].older_path == "c.md"));
    CHECK(rows_of(comparison.documents[2]).ends_with("{+Slutt.+}\n"));
    CHECK((comparison.documents[3].kind == Change::gone && comparison.documents[3].older_path == "d.md"));
    CHECK((comparison.documents[4].kind == Change::added && comparison.documents[4].newer_path == "e.md"));
    CHECK_FALSE(comparison.same());
}

TEST_CASE("the shipped handbook compared with itself gives nothing") {
    const book::Comparison comparison = book::compare(shipped(), shipped());
    CHECK(comparison.same());
    CHECK(comparison.document_counts.same == static_cast<int>(shipped().documents.size()));
    for (const book::DocumentChange& change : comparison.documents) CHECK(change.rows.empty());
}

TEST_CASE("a one-word edit anywhere gives one changed row with that word marked") {
    std::mt19937 random(3);
    for (int round = 0; round < 150; ++round) {
        const std::size_t which = random() % shipped().documents.size();
        book::Handbook before = alone(shipped().documents[which]);
        before.documents[0].slides.clear();  // made from the blocks, and not made again here
        book::Handbook after = before;
        const std::vector<book::Span*> spans = spans_in(after.documents[0].blocks);
        if (spans.empty()) continue;
        book::Span& span = *spans[random() % spans.size()];
        std::vector<book::Stretch> places = book::words_in(span.text);
        // A sign among words, or half a word that is set otherwise, is no word of its own in the whole text.
        std::erase_if(places, [&](const book::Stretch place) {
            const bool inside = place.begin > 0 && place.end < span.text.size();
            return !inside || span.text[place.begin - 1] != ' ' || span.text[place.end] != ' ' ||
                   place.end - place.begin < 2;
        });
        if (places.empty()) continue;
        const book::Stretch place = places[random() % places.size()];
        const std::string word(place.of(span.text));
        span.text.replace(place.begin, word.size(), "Kvasslegg");
        INFO(before.documents[0].path << ": " << word);
        const book::Comparison comparison = book::compare(before, after);
        CHECK(comparison.leaf_counts.changed == 1);
        CHECK(comparison.leaf_counts.added + comparison.leaf_counts.gone + comparison.leaf_counts.moved == 0);
        const book::DocumentChange& change = comparison.documents[0];
        for (const book::Row& row : change.rows) {
            if (row.kind != Change::changed) continue;
            REQUIRE(row.words.size() == 1);
            const std::string& text = change.older_leaves[static_cast<std::size_t>(row.older)].text;
            const std::string& now = change.newer_leaves[static_cast<std::size_t>(row.newer)].text;
            CHECK(row.words[0].older.of(text) == word);
            CHECK(row.words[0].newer.of(now) == "Kvasslegg");
        }
    }
}

TEST_CASE(
    "after any edits both texts can be put together from the rows, and swapping the editions swaps new and gone") {
    std::mt19937 random(9);
    for (int round = 0; round < 60; ++round) {
        const book::Document& original = shipped().documents[random() % shipped().documents.size()];
        const book::Handbook older = alone(original);
        book::Handbook newer = older;
        std::vector<book::Block>& blocks = newer.documents[0].blocks;
        for (auto edits = 1 + random() % 12; edits > 0 && blocks.size() > 2; --edits) {
            const std::size_t here = random() % blocks.size(), there = random() % blocks.size();
            switch (random() % 5) {
                case 0: blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(here)); break;
                case 1: std::swap(blocks[here], blocks[there]); break;
                case 2: {
                    const book::Block copy = blocks[there];
                    blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(here), copy);
                    break;
                }
                default: {
                    const auto spans = spans_in(blocks);
                    if (spans.empty()) break;
                    std::string& text = spans[random() % spans.size()]->text;
                    const auto places = book::words_in(text);
                    const book::Stretch place = places[random() % places.size()];
                    text.replace(place.begin, place.end - place.begin, random() % 2 == 0 ? "" : "noe helt annet");
                }
            }
        }
        INFO(original.path << " round " << round);
        const book::Comparison there = book::compare(older, newer), back = book::compare(newer, older);
        check_whole(there.documents[0]);
        check_whole(back.documents[0]);
        CHECK(same_counts(there.leaf_counts, turned(back.leaf_counts)));
        CHECK(same_counts(there.document_counts, turned(back.document_counts)));
        REQUIRE(there.documents.size() == 1);
        if (there.documents[0].rows.empty()) continue;
        // The leaves are those of the document itself.
        CHECK(there.documents[0].older_leaves.size() == book::leaves_of(older.documents[0]).size());
    }
}

TEST_CASE("two large documents made to be hard are compared in bounded time, coarsely, and nothing is lost") {
    std::mt19937 random(13);
    const auto hard = [&](std::size_t count) {
        book::Document made;
        made.path = "a.md";
        for (std::size_t i = 0; i < count; ++i) {
            book::Block block;
            block.spans.push_back({"ord " + std::to_string(random() % 50) + " og " + std::to_string(random() % 3)});
            made.blocks.push_back(std::move(block));
        }
        return book_of({made});
    };
    const book::Comparison many = book::compare(hard(30'000), hard(30'000));
    CHECK(many.documents[0].coarse);
    check_whole(many.documents[0]);

    const auto long_paragraph = [&] {
        book::Document made;
        made.path = "a.md";
        book::Block block;
        book::Span span;
        for (int i = 0; i < 100'000; ++i) span.text += std::to_string(random() % 4) + " ";
        block.spans.push_back(std::move(span));
        made.blocks.push_back(std::move(block));
        return book_of({made});
    };
    const book::Comparison one = book::compare(long_paragraph(), long_paragraph());
    REQUIRE(one.documents[0].rows.size() == 1);
    CHECK(one.documents[0].rows[0].coarse);
    check_whole(one.documents[0]);
}
