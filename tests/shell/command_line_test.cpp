#include "shell/command_line.h"

#include <catch2/catch_test_macros.hpp>

#include "base/files.h"

using shell::read_command_line;
using shell::Task;

TEST_CASE("no command means the window") {
    const auto line = read_command_line({});
    CHECK(line.task == Task::window);
    CHECK(line.fault.empty());
    CHECK(line.data == base::default_data_folder());
    CHECK(line.handbook.empty());
    CHECK_FALSE(line.language);
}

TEST_CASE("options stand before or after the command") {
    const auto before = read_command_line({"--data", "d", "--handbook", "h", "--lang", "nn", "check", "mappe"});
    CHECK(before.fault.empty());
    CHECK(before.task == Task::check);
    CHECK(before.data == "d");
    CHECK(before.handbook == "h");
    CHECK(before.language == words::Language::nn);
    CHECK(before.operand == "mappe");
    const auto after = read_command_line({"tour", "ut", "--data=d"});
    CHECK(after.fault.empty());
    CHECK(after.task == Task::tour);
    CHECK(after.operand == "ut");
    CHECK(after.data == "d");
}

TEST_CASE("the tour plays the course and pictures every wall, or one of the two") {
    const auto all = read_command_line({"tour", "ut"});
    CHECK((all.play_course && all.every_wall));
    const auto course = read_command_line({"tour", "ut", "--only", "course"});
    CHECK((course.play_course && !course.every_wall && course.fault.empty()));
    const auto walls = read_command_line({"tour", "--only=walls", "ut"});
    CHECK((!walls.play_course && walls.every_wall && walls.fault.empty()));
    CHECK(read_command_line({"tour", "ut", "--only", "halve"}).fault.find("halve") != std::string::npos);
}

TEST_CASE("check and verify do without an operand, the others do not") {
    CHECK(read_command_line({"check"}).fault.empty());
    CHECK(read_command_line({"verify"}).fault.empty());
    for (const char* command : {"text", "tour", "backup", "restore"}) {
        INFO(command);
        CHECK_FALSE(read_command_line({command}).fault.empty());
        CHECK(read_command_line({command, "x"}).fault.empty());
    }
}

TEST_CASE("what is not known is named, in the language that was asked for") {
    CHECK(read_command_line({"--ukjent"}).fault.find("--ukjent") != std::string::npos);
    CHECK(read_command_line({"dans"}).fault.find("dans") != std::string::npos);
    CHECK(read_command_line({"tour", "ut", "mer"}).fault.find("mer") != std::string::npos);
    const std::string nb = read_command_line({"--ukjent"}).fault;
    const std::string nn = read_command_line({"--lang", "nn", "--ukjent"}).fault;
    const std::string en = read_command_line({"--ukjent", "--lang=en"}).fault;
    CHECK(nb.starts_with("Kjenner ikke"));
    CHECK(nn.starts_with("Kjenner ikkje"));
    CHECK(en.starts_with("Do not know"));
}

TEST_CASE("an option without its value and a language that is none are faults") {
    CHECK_FALSE(read_command_line({"--data"}).fault.empty());
    const auto line = read_command_line({"--lang", "sv"});
    CHECK(line.fault.find("sv") != std::string::npos);
}

TEST_CASE("compare takes an older edition and, if one likes, a newer") {
    const auto one = read_command_line({"compare", "gammel"});
    CHECK(one.fault.empty());
    CHECK(one.task == Task::compare);
    CHECK(one.operand == "gammel");
    CHECK(one.second.empty());
    const auto two = read_command_line({"compare", "gammel", "ny", "--lang", "nn"});
    CHECK(two.fault.empty());
    CHECK(two.second == "ny");
    CHECK_FALSE(read_command_line({"compare"}).fault.empty());
    CHECK_FALSE(read_command_line({"compare", "a", "b", "c"}).fault.empty());
}

TEST_CASE("help needs nothing else to be right") {
    CHECK(read_command_line({"--help"}).task == Task::help);
    CHECK(read_command_line({"-h"}).task == Task::help);
}

TEST_CASE("arguments are UTF-8, in file names too") {
    CHECK(base::to_utf8(read_command_line({"check", "håndbøker/ærlig"}).operand) == "håndbøker/ærlig");
}
