DELETE FROM course_step WHERE course = :course AND meeting = :meeting
