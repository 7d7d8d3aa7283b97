SELECT document, task FROM tick WHERE course = :course
