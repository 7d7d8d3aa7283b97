SELECT meeting, line FROM meeting_line WHERE course = :course ORDER BY meeting
