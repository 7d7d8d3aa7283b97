SELECT meeting, phase FROM feedback_round WHERE course = :course ORDER BY meeting
