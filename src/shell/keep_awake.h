// shell/keep_awake.h: the screens do not go dark by themselves while the room looks at one.
// Rule: only while it is asked for; let go of at once when not, and by the system itself should the program die.
// X11: the screen saver extension, where its library is there; besides, the desktop is asked through its own small
// program (gnome-session-inhibit, else systemd-inhibit), which lives as long as the pipe that it reads from.
// Windows: the thread's execution state. Used by: wall_window.cpp.                Tests: tests/shell/keep_awake_test.cpp
#pragma once

namespace shell {

class KeepAwake {
  public:
    KeepAwake() = default;
    ~KeepAwake() { set(false); }
    KeepAwake(const KeepAwake&) = delete;
    KeepAwake& operator=(const KeepAwake&) = delete;

    void set(bool on);

  private:
    bool on_ = false;
    int desktop_ = 0;  ///< process id of the program that asks the desktop; 0 = none
    int pipe_ = -1;    ///< what it reads from: closed by us, or with us
};

}  // namespace shell
