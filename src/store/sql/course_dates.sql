SELECT meeting, date FROM course_date WHERE course = :course ORDER BY meeting
