SELECT participants FROM course WHERE id = :course
