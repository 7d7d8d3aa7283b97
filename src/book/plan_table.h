// book/plan_table.h: the running plan of a meeting, read from the first table of a session document.
// Rule: a broken row is a Problem with its line and is left out; the rest of the plan stands.
// Read by: session/plan.cpp, book's checker.
// Tests: tests/book/plan_table_test.cpp
#pragma once

#include <string>
#include <vector>

#include "book/handbook.h"

namespace book {

enum class StepType : std::uint8_t { info, round, exercise, experience, pause, evaluation };
enum class Leader : std::uint8_t { none, professional, user_rep, both };
/// Where minutes can be saved when a meeting runs late ("Tid å hente").
enum class Slack : std::uint8_t { none, fixed, may_shorten, may_skip };

struct PlanRow {
    int line = 0;
    int minutes = 0;
    std::string title;
    StepType type = StepType::info;
    Leader leader = Leader::none;
    int exercise = -1;         ///< document index of the exercise, or -1
    std::string notes_anchor;  ///< section of the session document with the leaders' notes; empty when there is none
    struct Shown {
        int document = -1;  ///< presentation
        int slide = 0;      ///< index into its slides
    };
    std::vector<Shown> slides;
    Slack slack = Slack::none;
    int shortest = 0;  ///< minutes, for may_shorten
};

struct PlanTable {
    std::vector<PlanRow> rows;
    std::vector<Problem> problems;
    int minutes = 0;  ///< sum of the rows
};

/// Reads the plan of a session document. Links must have been resolved (they are, after load()).
PlanTable plan_table(const Handbook& handbook, const Document& session);

}  // namespace book
