DELETE FROM hand_count WHERE course = :course AND meeting = :meeting AND question = :question
