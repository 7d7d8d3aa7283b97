DELETE FROM feedback_count WHERE course = :course AND meeting = :meeting
