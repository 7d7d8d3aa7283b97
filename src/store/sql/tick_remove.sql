DELETE FROM tick WHERE course = :course AND document = :document AND task = :task
