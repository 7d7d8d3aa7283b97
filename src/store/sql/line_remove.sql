DELETE FROM meeting_line WHERE course = :course AND meeting = :meeting
