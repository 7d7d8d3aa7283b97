DELETE FROM course_date WHERE course = :course
