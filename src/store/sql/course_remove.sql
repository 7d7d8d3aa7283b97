DELETE FROM course WHERE id = :course
