// tests/bench/search_bench.h: how long an answer of the search takes, typed letter by letter, in books of three sizes.
#pragma once

void measure_search();
