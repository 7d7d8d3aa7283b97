#include "bench/search.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "base/text.h"
#include "bench/tell.h"
#include "book/names.h"
#include "book/search.h"
#include "support/big_book.h"

namespace bench {
namespace {

// What people type, the commonest words, words that never meet, other forms, phrases, words without a Norwegian
// keyboard, and what is nowhere.
constexpr const char* queries[] = {"og",
                                   "dere",
                                   "øvelse",
                                   "gruppereglene",
                                   "det er ikke for dere som",
                                   "og dere bekymringstid o",
                                   "hva gjør vi når noen gråter",
                                   "\"en runde\"",
                                   "\"det er ",
                                   "samling 3",
                                   "E07",
                                   "ovelse paa tide",
                                   "taushetsplikt personvern",
                                   "stressbøtta energiregnskap",
                                   "mestring mestring mestring",
                                   "kursleder deltaker kommune gruppe",
                                   "åndedrett",
                                   "finnesikke",
                                   "a b c d e f g h i j k l",
                                   "0 1 2"};

struct Times {
    double median = 0;
    double worst = 0;
    std::string of;
};

Times typed(const book::SearchIndex& index) {
    std::vector<double> times;
    Times result;
    for (const char* const query : queries) {
        const std::string_view text = query;
        for (std::size_t at = 0; at < text.size();) {
            base::next_code_point(text, at);
            // The better of two: the first may have to wait for memory.
            double time = 1e9;
            for (int i = 0; i < 2; ++i) {
                const auto before = thread_milliseconds();
                const auto hits = index.find(text.substr(0, at));
                time = std::min(time, thread_milliseconds() - before);
            }
            times.push_back(time);
            if (time > result.worst) {
                result.worst = time;
                result.of = text.substr(0, at);
            }
        }
    }
    std::sort(times.begin(), times.end());
    result.median = times[times.size() / 2];
    return result;
}

void measure_names(const book::Handbook& handbook) {
    std::vector<book::Name> names;
    for (const book::Document& document : handbook.documents) {
        if (names.size() == 2000) break;
        names.push_back({document.title, book::number_of(document)});
    }
    const book::Names finder(std::move(names));
    std::vector<double> times;
    for (const std::string_view query :
         {"trygg start", "gruperegler", "E07", "stressbotta", "energi verdier hverdag"}) {
        for (std::size_t length = 1; length <= query.size(); ++length) {
            const auto before = thread_milliseconds();
            const auto found = finder.find(query.substr(0, length), 20);
            times.push_back(thread_milliseconds() - before);
        }
    }
    std::sort(times.begin(), times.end());
    std::printf("%-58s %8.3f ms   worst %.3f ms\n", "a name among 2000", times[times.size() / 2], times.back());
}

}  // namespace

void search() {
    const book::Handbook handbook = book::load(HANDBOOK, "nb");
    Times small;
    for (const int times : {1, 10, 100}) {
        const book::Handbook big = support::many_times(handbook, times);
        const double before = memory();
        const auto start = thread_milliseconds();
        const book::SearchIndex index(big);
        const double built = thread_milliseconds() - start;
        const double held = memory() - before;
        const Times answer = typed(index);
        if (times == 1) small = answer;
        std::printf("search, the book %3d times: built in %.0f ms, holds %.1f MB\n", times, built, held);
        std::printf("%-58s %8.3f ms   %.1f times that of one book\n", "  an answer at every key, median", answer.median,
                    answer.median / small.median);
        std::printf("%-58s %8.3f ms   %.1f times; aim 5 (%s)\n", "  the slowest", answer.worst,
                    answer.worst / small.worst, answer.of.c_str());
        if (times == 100) measure_names(big);
    }
}

}  // namespace bench
